"""Reading order by geometry: a recursive cut at gutters, then row by row.

Whether the two sides of a gutter are columns, each read to its end, or rows of a table, read across, is told by what stands
there: dates, labels and bullets make rows.
"""

from collections.abc import Sequence
from itertools import pairwise

from skillgap.documents.pdf.cells import with_records
from skillgap.documents.pdf.gutters import find_gutter, head_of
from skillgap.documents.pdf.rows import drawn_at
from skillgap.documents.pdf.segments import Row, Segment, rows_of
from skillgap.documents.pdf.sides import FEWEST_LINES, Sides, is_heading

MOST_ROWS, DEEPEST = 400, 6


def in_reading_order(segments: Sequence[Segment], depth: int = 0) -> list[Row]:
    """Rows in the order in which a person reads them; the segments of a row belong on one line."""
    rows = rows_of(segments)
    if depth == 0 and (head := head_of(rows)):
        left, right = head.sides(rows)
        rest = [segment for row in rows[head.stop :] for segment in row]
        return [*rows_of(left), *rows_of(right), *in_reading_order(rest, depth + 1)]
    if depth >= DEEPEST or not FEWEST_LINES <= len(rows) <= MOST_ROWS:
        return rows
    found = find_gutter(rows)
    if found is None:
        return rows
    gutter, sides = found
    above = [segment for row in rows[: gutter.start] for segment in row]
    below = [segment for row in rows[gutter.stop :] for segment in row]
    if sides is Sides.CELLS:
        middle = cells_of(rows[gutter.start : gutter.stop], gutter.x)
    else:
        middle = [row for part in gutter.sides(rows) for row in in_reading_order(part, depth + 1)]
    return [*in_reading_order(above, depth + 1), *middle, *in_reading_order(below, depth + 1)]


def cells_of(rows: Sequence[Row], x: float) -> list[Row]:
    """Segments as they are drawn, from one heading over the cells to the next: a layer of headings may be drawn before all cells."""
    starts = sorted({0, *(number for number in range(len(rows)) if is_heading(rows, number, x)), len(rows)})
    parts = [[each for row in rows[start:stop] for each in row] for start, stop in pairwise(starts)]
    return list(with_records([sorted(part, key=drawn_at) for part in parts]))
