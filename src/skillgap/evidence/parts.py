"""What part the writer of a line had in what it tells: led, did, helped, or nothing that could be checked.

A trained linear model over the stems of the line, how it begins, and how much of it is names and figures (models/parts.md). Which skill
the line names says nothing, and no line is left out for it: levels rest on it, statuses don't.
"""

from collections.abc import Iterator
from itertools import pairwise

from skillgap.evidence.status_features import NAME, NUMBER, CuedLine
from skillgap.evidence.stems import stem_of
from skillgap.evidence.types import Part
from skillgap.evidence.use import SLIGHT

ENDS = frozenset(".;:")
LENGTHS, STEP = 6, 8
MOST_COUNTED = 5
ENUMERATION = 3
"""Commas."""


def borne_out(part: Part, cued: CuedLine) -> Part:
    """What the model says, where the words bear it out.

    No part is small unless a word says so, and who "administered 300 servers" did just that.
    """
    if cued.is_slight:
        return part
    if part is Part.HELPED and not cued.is_dependent:
        return Part.DID
    words = cued.read.words
    is_told = cued.tells_own_deed and (NUMBER in words or (NAME in words and words.count(",") < ENUMERATION))
    return Part.DID if is_told and part in SLIGHT else part


def part_features(cued: CuedLine) -> list[str]:
    line = cued.read
    stems = [stem_of(word) for word in line.words]
    return [
        *{f"w:{stem}" for stem in stems},
        *{f"2:{first} {second}" for first, second in pairwise(stems)},
        *{f"c:{second}" for first, second in pairwise(stems) if first in ENDS or first == ","},
        f"f:{' '.join(stems[:1])}",
        f"f2:{' '.join(stems[:2])}",
        *shape(stems),
        *(["depth"] if cued.has_depth else []),
        *(["slight"] if cued.is_slight else []),
        *{f"q:{cue.rule.status}" for cue in line.cues},
    ]


def shape(stems: list[str]) -> Iterator[str]:
    """How long it is, and how much of it is names, figures, and the items of lists."""
    names = stems.count(NAME)
    yield f"names:{min(names, MOST_COUNTED)}"
    yield f"dense:{min(10 * names // max(1, len(stems)), MOST_COUNTED)}"
    yield f"long:{min(len(stems) // STEP, LENGTHS)}"
    yield f"figures:{min(stems.count(NUMBER), MOST_COUNTED)}"
    yield f"commas:{min(stems.count(','), MOST_COUNTED)}"
    yield f"sentences:{min(sum(each in ENDS for each in stems), MOST_COUNTED)}"
