"""Who was what, where: a trained model names each atom of a heading as part of the title, the organisation, the place, or none.

The atoms are read from left to right, the likeliest readings kept side by side (a beam). People set all entries of a section
alike: where the headings of one section were read in different orders, all are read again with what the others say.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.linear import Row
from skillgap.resume.atom_features import Weighed, around, atom_features, habit_features, link_features, weighed
from skillgap.resume.atoms import Rows, atoms_of
from skillgap.resume.segments import SegmentGrammar
from skillgap.resume.tagging import NOTHING, Follow, Link, Reading, Tagger, best_reading, fields_follow, most_of_others

TITLE, ORGANIZATION, PLACE = "T", "O", "L"
LABELLED = {"title": TITLE, "organization": ORGANIZATION, "location": PLACE}
PARTING = {"stop", "pipe", "tab", "date", "semicolon"}
"""Joints that no field goes across."""
NO_HABIT = "none"


class Tagged(Struct, frozen=True):
    atoms: tuple[Weighed, ...]
    marks: str


def tag_heads(heads: Sequence[Rows], tagger: Tagger, grammar: SegmentGrammar) -> list[Tagged]:
    """Read the headings of one section's entries."""
    atoms = [weighed(atoms_of(rows, grammar), grammar) for rows in heads]
    bases = [base_rows(own, rows, tagger, grammar) for own, rows in zip(atoms, heads, strict=True)]
    marks = [marks_of(own, base, (), tagger) for own, base in zip(atoms, bases, strict=True)]
    if len(heads) > 1:
        among = others([habit_of(own, read) for own, read in zip(atoms, marks, strict=True)])
        marks = [marks_of(*each, tagger) for each in zip(atoms, bases, among, strict=True)]
    return [Tagged(tuple(own), read) for own, read in zip(atoms, marks, strict=True)]


def base_rows(atoms: Sequence[Weighed], rows: Rows, tagger: Tagger, grammar: SegmentGrammar) -> list[Row]:
    about = around(atoms, rows)
    return [tagger.sum(tagger.bias, atom_features(atoms, number, about, grammar)) for number in range(len(atoms))]


def marks_of(atoms: Sequence[Weighed], bases: Sequence[Row], habits: Sequence[str], tagger: Tagger) -> str:
    rows = [
        tagger.sum(base, habit_features(habits, own, number))
        for number, (own, base) in enumerate(zip(atoms, bases, strict=True))
    ]
    return best_reading(rows, Reading(), tagger.linked(link_of(atoms)), follow_of(atoms), tagger)


def follow_of(atoms: Sequence[Weighed]) -> Follow[Reading]:
    """As `fields_follow`, with what an atom cannot be; what a label names is of that field or of none: "Client: …", "Role: …"."""
    follow = fields_follow(parting(atoms))
    labelled = [LABELLED.get(each.atom.label or "") for each in atoms]
    towns = towns_beside_firm(atoms)

    def follow_own(number: int, reading: Reading, mark: str) -> Reading | None:
        own = labelled[number]
        is_other = own is not None and mark.upper() not in {own, NOTHING}
        is_town = mark == ORGANIZATION and number in towns
        return None if is_other or is_town or is_barred(atoms[number], mark) else follow(number, reading, mark)

    return follow_own


def is_barred(own: Weighed, mark: str) -> bool:
    """How somebody is employed, or a firm with its legal form, ends a title: "Developer (contract)".

    A place in brackets ends an employer: "Hollow Oak Transport (NL)". "Self-employed" names none; behind "via" stands an agency, no place.
    """
    if mark == TITLE.lower():
        return own.is_employment or own.is_firm
    if mark == ORGANIZATION.lower():
        return own.atom.is_aside and own.is_place
    return own.is_self_employed if mark == ORGANIZATION else mark == PLACE and own.atom.is_parted and not own.is_place


def towns_beside_firm(atoms: Sequence[Weighed]) -> set[int]:
    """What stands in front of a known place, as a town does that no list has, where a firm has another row."""
    rows = {each.atom.row for each in atoms if each.is_firm}
    return {
        number
        for number, (own, after) in enumerate(pairwise(atoms))
        if rows and after.is_place and after.atom.joint == "comma" and after.atom.row == own.atom.row not in rows
    }


def parting(atoms: Sequence[Weighed]) -> list[bool]:
    """Which atoms no field goes across: the first of each row, and those behind a date, a wide gap, a bar, "@" or "via"."""
    return [
        number == 0
        or own.atom.joint in PARTING
        or own.atom.is_parted
        or own.atom.row != atoms[number - 1].atom.row
        or own.atom.is_after_date != atoms[number - 1].atom.is_after_date
        for number, own in enumerate(atoms)
    ]


def link_of(atoms: Sequence[Weighed]) -> Link[Reading]:
    return lambda number, reading: link_features(reading.last[-1:] or "^", reading.seen, atoms[number])


def habit_of(atoms: Sequence[Weighed], marks: str) -> str:
    """Which of title and organisation comes first, and what parts them."""
    title, organization = marks.find(TITLE), marks.find(ORGANIZATION)
    if title < 0 or organization < 0:
        return NO_HABIT if title == organization else TITLE if organization < 0 else ORGANIZATION
    first, second = sorted((title, organization))
    is_apart = atoms[first].atom.row != atoms[second].atom.row
    return marks[first] + marks[second] + " " + ("row" if is_apart else atoms[second].atom.joint)


def others(habits: Sequence[str]) -> list[list[str]]:
    """For each heading what most of the section's others do: their whole habit, and the order alone."""
    whole = Counter(habit for habit in habits if habit != NO_HABIT)
    orders = Counter(habit[:2] for habit in habits if " " in habit)
    found = []
    for habit in habits:
        usual = most_of_others(whole, habit)
        order = most_of_others(orders, habit[:2] if " " in habit else "")
        found.append([usual, *([f"order {order}"] if order else [])] if usual else ["only one"])
    return found
