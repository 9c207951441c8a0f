"""Labels with their values in a column beside them, and records in tables: what stands apart on the page stands apart in the text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.pdf.rows import YEAR
from skillgap.documents.pdf.segments import WIDE_GAP, Row, Segment
from skillgap.documents.pdf.words import Word

LEAST_GAP, CLEAR_GAP = 0.4, 0.75
"""In line heights: more than the space between two words, and more than any."""
MUCH_WIDER = 1.5
"""Than the other gaps of the row: in justified lines all are wide."""
SAME_EDGE = 1.0
NEAR_LINES = 2.5
LONGEST_LABEL, LONGEST_CELL = 30, 60
FEWEST_CELLS = 4
"""Of a record: fewer may be the columns of a page."""


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


def with_records(parts: Sequence[Sequence[Segment]]) -> Iterator[Row]:
    """The cells of a table as they are drawn; all of a row in one, wrapped or not, where there are many and most rows tell of a year."""
    records = [record for part in parts for record in records_of(grouped(part))]
    years = [YEAR.search(" ".join(map(text_of, record))) is not None for record in records if is_record(record)]
    are_dated = any(years) and 2 * sum(years) >= len(years)
    for record in records:
        if are_dated and is_record(record):
            yield tuple(segment for cell in record for segment in cell)
        else:
            yield from ((segment,) for cell in record for segment in cell)


def records_of(cells: Sequence[list[Segment]]) -> Iterator[Sequence[list[Segment]]]:
    """From one cell further left than the one before it to the next."""
    starts = [n for n, cell in enumerate(cells) if n == 0 or cell[0].x0 < cells[n - 1][0].x0]
    return (cells[start:stop] for start, stop in pairwise((*starts, len(cells))))


def grouped(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments below each other at one place are the lines of a cell."""
    cells: list[list[Segment]] = []
    for segment in segments:
        last = cells[-1][-1] if cells else None
        if last is not None and segment.top > last.middle and segment.x0 < last.x1 and last.x0 < segment.x1:
            cells[-1].append(segment)
        else:
            cells.append([segment])
    return cells


def is_record(cells: Sequence[Sequence[Segment]]) -> bool:
    return len(cells) >= FEWEST_CELLS and all(len(text_of(cell)) < LONGEST_CELL for cell in cells)


def text_of(cell: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in cell)


def record_starts(rows: Sequence[Segment]) -> Iterator[int]:
    """Where in the page's text the cells of a record begin of which some are wrapped: right of all that the cell before holds."""
    for row in rows:
        if any(word.middle > before.bottom for before, word in pairwise(row.words)):
            edge, above = row.words[0].x1, row.words[0]
            for word in row.words[1:]:
                if word.x0 > edge and not is_next(above, word):
                    yield word.start
                    edge = word.x1
                edge, above = max(edge, word.x1), word


def is_next(before: Word, word: Word) -> bool:
    """Whether only a space stands between the two."""
    height = word.bottom - word.top
    return abs(word.middle - before.middle) < height / 2 and word.x0 - before.x1 < WIDE_GAP * height
