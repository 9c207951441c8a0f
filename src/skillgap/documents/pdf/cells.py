"""Labels with their values in a column beside them: what stands apart on the page stands apart in the text."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.pdf.segments import Segment

LEAST_GAP, CLEAR_GAP = 0.4, 0.75
"""In line heights: more than the space between two words, and more than any."""
MUCH_WIDER = 1.5
"""Than the other gaps of the row: in justified lines all are wide."""
SAME_EDGE = 1.0
NEAR_LINES = 2.5
LONGEST_LABEL = 30


class Cell(Struct, frozen=True):
    """Where the value of a row begins: its place in the page's text, and on the page."""

    start: int
    left: float
    row: Segment
    is_clear: bool


def value_starts(rows: Sequence[Segment]) -> frozenset[int]:
    """Where in the page's text the values of labels begin that share an edge with those of a row near them."""
    cells = [cell for row in rows if (cell := cell_of(row)) is not None]
    return frozenset(start for pair in pairwise(cells) if is_column(*pair) for start in (pair[0].start, pair[1].start))


def cell_of(row: Segment) -> Cell | None:
    """The word behind the widest gap, where what stands before it is a label: a few words without a figure."""
    words = row.words
    if len(words) == 1 or words[0].angle:
        return None
    gaps = [(word.x0 - before.x1) / (word.bottom - word.top) for before, word in pairwise(words)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    others = max((gap for place, gap in enumerate(gaps) if place != widest), default=0.0)
    label, before, word = "".join(each.text for each in words[: widest + 1]), words[widest], words[widest + 1]
    is_label = 1 < len(label) <= LONGEST_LABEL and label[0].isalpha() and not any(map(str.isdigit, label))
    if not is_label or gaps[widest] < max(LEAST_GAP, MUCH_WIDER * others):
        return None
    return Cell(word.start, word.x0, row, gaps[widest] > CLEAR_GAP or before.font != word.font)


def is_column(one: Cell, other: Cell) -> bool:
    """Whether the two are of one column: close below each other, at one edge, and at least one of them set clearly apart."""
    is_near = 0 < other.row.top - one.row.top < NEAR_LINES * one.row.height
    return is_near and abs(one.left - other.left) < SAME_EDGE and (one.is_clear or other.is_clear)
