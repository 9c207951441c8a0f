"""Who was what, where: a trained model names each atom of a heading as part of the title, the organisation, the place, or none.

The atoms are read from left to right, the likeliest readings kept side by side (a beam). People set all entries of a section
alike: where the headings of one section were read in different orders, all are read again with what the others say.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from skillgap.resume.atom_features import Weighed, around, atom_features, habit_features, link_features, weighed
from skillgap.resume.atoms import Rows, atoms_of
from skillgap.resume.segments import SegmentGrammar
from skillgap.trained import SCALE, LinearModel, shipped_model

TITLE, ORGANIZATION, PLACE, NOTHING = "T", "O", "L", "X"
"""A field's first atom; its further ones have the small letter."""
BEAM = 4
UNLIKELY = 6.0
"""How far, in natural logarithms, a reading may be behind the best one."""
PARTING = {"stop", "pipe", "tab", "date", "semicolon"}
"""Joints that no field goes across."""
NO_HABIT = "none"
Row = tuple[int, ...]


class Reading(Struct, frozen=True):
    """One way to read the atoms so far; `seen` are the fields that have begun."""

    worth: float
    marks: str
    seen: str = ""


class Tagged(Struct, frozen=True):
    atoms: tuple[Weighed, ...]
    marks: str


class Tagger:
    """The model with its weights laid out a row for each feature."""

    def __init__(self, model: LinearModel) -> None:
        self.marks = model.kinds
        self.bias = model.bias
        self.rows = {feature: dense(pairs, len(model.kinds)) for feature, pairs in model.weights.items()}

    def sum(self, base: Row, features: Iterable[str]) -> Row:
        rows = [base, *(row for feature in features if (row := self.rows.get(feature)) is not None)]
        return tuple(map(sum, zip(*rows, strict=True)))


def dense(pairs: Sequence[int], length: int) -> Row:
    row = [0] * length
    for position in range(0, len(pairs), 2):
        row[pairs[position]] = pairs[position + 1]
    return tuple(row)


@cache
def shipped_tagger() -> Tagger:
    """Open the model that came with the package, once a process. Raises ModelError."""
    return Tagger(shipped_model("heads"))


def tag_heads(heads: Sequence[Rows], tagger: Tagger, grammar: SegmentGrammar) -> list[Tagged]:
    """Read the headings of one section's entries."""
    atoms = [weighed(atoms_of(rows, grammar), grammar) for rows in heads]
    bases = [base_rows(own, rows, tagger, grammar) for own, rows in zip(atoms, heads, strict=True)]
    marks = [best_marks(own, base, (), tagger) for own, base in zip(atoms, bases, strict=True)]
    habits = [habit_of(own, read) for own, read in zip(atoms, marks, strict=True)]
    if len(heads) > 1:
        marks = [
            best_marks(own, base, others(habits, number), tagger)
            for number, (own, base) in enumerate(zip(atoms, bases, strict=True))
        ]
    return [Tagged(tuple(own), read) for own, read in zip(atoms, marks, strict=True)]


def base_rows(atoms: Sequence[Weighed], rows: Rows, tagger: Tagger, grammar: SegmentGrammar) -> list[Row]:
    about = around(atoms, rows)
    return [tagger.sum(tagger.bias, atom_features(atoms, number, about, grammar)) for number in range(len(atoms))]


def best_marks(atoms: Sequence[Weighed], bases: Sequence[Row], habits: Sequence[str], tagger: Tagger) -> str:
    readings = [Reading(0.0, "")]
    for number, (own, base) in enumerate(zip(atoms, bases, strict=True)):
        known = tagger.sum(base, habit_features(habits, own, number))
        parts = number == 0 or own.atom.joint in PARTING or own.atom.row != atoms[number - 1].atom.row
        found = [
            Reading(reading.worth + worth, reading.marks + mark, with_seen(reading.seen, mark))
            for reading in readings
            for mark, worth in choices(reading, known, own, tagger)
            if is_possible(mark, reading, parts=parts)
        ]
        found.sort(key=lambda reading: -reading.worth)
        readings = [reading for reading in found[:BEAM] if reading.worth > found[0].worth - UNLIKELY]
    return readings[0].marks


def choices(reading: Reading, known: Row, own: Weighed, tagger: Tagger) -> list[tuple[str, float]]:
    """Each mark with the natural logarithm of its share."""
    scores = tagger.sum(known, link_features(reading.marks[-1:] or "^", reading.seen, own))
    top = max(scores)
    total = math.log(sum([math.exp((score - top) / SCALE) for score in scores]))
    return [(mark, (score - top) / SCALE - total) for mark, score in zip(tagger.marks, scores, strict=True)]


def is_possible(mark: str, reading: Reading, *, parts: bool) -> bool:
    """Each field once, in one piece."""
    if mark == NOTHING:
        return True
    if mark.isupper():
        return mark not in reading.seen
    return not parts and reading.marks[-1].upper() == mark.upper()


def with_seen(seen: str, mark: str) -> str:
    return "".join(sorted(seen + mark)) if mark.isupper() and mark != NOTHING else seen


def habit_of(atoms: Sequence[Weighed], marks: str) -> str:
    """Which of title and organisation comes first, and what parts them."""
    title, organization = marks.find(TITLE), marks.find(ORGANIZATION)
    if title < 0 or organization < 0:
        return NO_HABIT if title == organization else TITLE if organization < 0 else ORGANIZATION
    first, second = sorted((title, organization))
    is_apart = atoms[first].atom.row != atoms[second].atom.row
    return marks[first] + marks[second] + " " + ("row" if is_apart else atoms[second].atom.joint)


def others(habits: Sequence[str], number: int) -> list[str]:
    """What most of the section's other headings do: their whole habit, and the order alone."""
    rest = [habit for position, habit in enumerate(habits) if position != number and habit != NO_HABIT]
    orders = [habit[:2] for habit in rest if " " in habit]
    return [most(rest), *([f"order {most(orders)}"] if orders else [])] if rest else ["only one"]


def most(habits: Sequence[str]) -> str:
    return min(Counter(habits).items(), key=lambda item: (-item[1], item[0]))[0]
