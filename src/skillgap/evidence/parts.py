"""What part the writer of a line had in what it tells: led, did, helped, or nothing that could be checked.

A trained linear model over the stems of the line, how it begins, and how much of it is names and figures (models/parts.md). Which skill
the line names says nothing, and no line is left out for it: levels rest on it, statuses don't.
"""

from collections.abc import Iterator
from itertools import pairwise

from skillgap.evidence.status_features import NAME, NUMBER, ReadLine
from skillgap.evidence.stems import stem_of

ENDS = frozenset(".;:")
LENGTHS, STEP = 6, 8
MOST_COUNTED = 5


def part_features(line: ReadLine, *, has_depth: bool, is_slight: bool) -> list[str]:
    """`has_depth` and `is_slight` say whether a cue of the taxonomy speaks of own design, or of a small part."""
    stems = [stem_of(word) for word in line.words]
    return [
        *{f"w:{stem}" for stem in stems},
        *{f"2:{first} {second}" for first, second in pairwise(stems)},
        *{f"c:{second}" for first, second in pairwise(stems) if first in ENDS or first == ","},
        f"f:{' '.join(stems[:1])}",
        f"f2:{' '.join(stems[:2])}",
        *shape(stems),
        *(["depth"] if has_depth else []),
        *(["slight"] if is_slight else []),
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
