"""What somebody studied, where: a trained model marks each word of an education entry as of the degree, its field and so on."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from skillgap.linear import Row
from skillgap.resume.atoms import Rows
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.schooling_features import Heading, heading_of, link_features, word_features
from skillgap.resume.schooling_words import masked, words_of
from skillgap.resume.segments import SegmentGrammar
from skillgap.resume.tagging import NOTHING, Link, Reading, Tagger, best_reading, fields_follow, most_of_others

DEGREE, STUDY, SCHOOL, PLACE, GRADE = "D", "F", "O", "L", "G"
PARTING = frozenset("\0\t|")
"""Marks that no field goes across."""
NO_HABIT = "none"


class TaggedSchooling(Struct, frozen=True):
    heading: Heading
    marks: str


def tag_schooling(
    heads: Sequence[Rows], tagger: Tagger, grammar: SegmentGrammar, degrees: DegreeGrammar
) -> list[TaggedSchooling]:
    """Read the headings of one section's entries; where they are set differently, all again with how most are."""
    headings = [seen_heading(rows, grammar, degrees) for rows in heads]
    bases = [
        [tagger.sum(tagger.bias, word_features(heading, number)) for number in range(len(heading.words))]
        for heading in headings
    ]
    marks = [marks_of(heading, base, NO_HABIT, tagger) for heading, base in zip(headings, bases, strict=True)]
    habits = [habit_of(heading, read) for heading, read in zip(headings, marks, strict=True)]
    if len(set(habits)) > 1:
        among = habits_of_others(habits)
        marks = [marks_of(*each, tagger) for each in zip(headings, bases, among, strict=True)]
    return [TaggedSchooling(heading, read) for heading, read in zip(headings, marks, strict=True)]


def seen_heading(rows: Rows, grammar: SegmentGrammar, degrees: DegreeGrammar) -> Heading:
    hidden = [masked(text, found, grammar) for text, found in rows]
    return heading_of(words_of(rows, hidden, grammar), rows, hidden, grammar, degrees)


def marks_of(heading: Heading, bases: Sequence[Row], habit: str, tagger: Tagger) -> str:
    follow = fields_follow(parting(heading))
    return best_reading(bases, Reading(), tagger.linked(link_of(heading, habit)), follow, tagger)


def parting(heading: Heading) -> list[bool]:
    """Which words no field goes across: the first of each row, and those behind a date, a wide gap or a bar."""
    return [each.word.joint.startswith("^") or not PARTING.isdisjoint(each.word.joint) for each in heading.words]


def link_of(heading: Heading, habit: str) -> Link[Reading]:
    return lambda number, reading: link_features(heading, number, reading.last, reading.seen, habit)


def habit_of(heading: Heading, marks: str) -> str:
    """In which order the fields stand, and which begin a row."""
    order = ""
    for each, mark in zip(heading.words, marks, strict=True):
        if mark.isupper() and mark != NOTHING:
            order += ("/" if order and each.word.joint.startswith("^") else "") + mark
    return order


def habits_of_others(habits: Sequence[str]) -> list[str]:
    """For each heading how most of the section's others are set."""
    known = Counter(filter(None, habits))
    return [most_of_others(known, habit) or NO_HABIT for habit in habits]
