"""Labels with their values in a column beside them: what stands apart on the page stands apart in the text."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.pdf.segments import Segment

LEAST_GAP, CLEAR_GAP = 0.4, 0.75
"""In line heights: more than the space between two words, and more than any."""
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
    """The first word behind a gap, where what stands before it is a label: a few words without a figure."""
    label = ""
    for before, word in pairwise(row.words):
        label += before.text
        if len(label) > LONGEST_LABEL or before.angle:
            return None
        gap, height = word.x0 - before.x1, word.bottom - word.top
        if gap > LEAST_GAP * height:
            is_label = len(label) > 1 and label[0].isalpha() and not any(map(str.isdigit, label))
            is_clear = gap > CLEAR_GAP * height or before.font != word.font
            return Cell(word.start, word.x0, row, is_clear) if is_label else None
    return None


def is_column(one: Cell, other: Cell) -> bool:
    """Whether the two are of one column: close below each other, at one edge, and at least one of them set clearly apart."""
    is_near = 0 < other.row.top - one.row.top < NEAR_LINES * one.row.height
    return is_near and abs(one.left - other.left) < SAME_EDGE and (one.is_clear or other.is_clear)
