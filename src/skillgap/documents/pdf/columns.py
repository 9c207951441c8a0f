"""Reading order by geometry, for pages whose drawing order is none: a recursive cut at gutters, then row by row.

A gutter is a place that hardly a line crosses over several rows, with text on both sides. Whether the two sides are columns,
each read to its end, or rows of a table, read across, is told by what stands there: dates, labels and bullets make rows.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from msgspec import Struct

from skillgap.documents.pdf.segments import Row, Segment, rows_of

FEWEST_LINES = 3
LONGEST_DATE, LONGEST_LABEL, LONGEST_BULLET = 30, 32, 3
MOST_ROWS = 400
HIGHEST_NAME, HIGHEST_HEAD, LOWEST_HEAD, LOWEST_FOOT = 3, 6, 10, 3
LARGER = 1.4
BAND, FAR = 0.6, 1.8
"""White space over line height."""
FLUSH = ALIGNED = 2.0
NEAR_ROWS = 4
MOST_ABOVE = 4
FEW_RUNS = 3
MOSTLY, OFTEN = 0.7, 0.4
CELL_PADDING = 0.12
"""White space over line height."""
INDENT, DEEP_INDENT = 24.0, 36.0
DEEPEST = 6
MOST_DATED = 0.4
PAIRED, NEARLY_ALL = 0.85, 0.97
SPARSE = 0.5
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Sides(StrEnum):
    """What stands on both sides of a gutter: columns, each read to its end, cells, read as they are drawn, or rows, read across."""

    COLUMNS = "columns"
    CELLS = "cells"
    ROWS = "rows"


class Gutter(Struct, frozen=True):
    """It stands at `x` beside the rows from `start` to `stop`."""

    x: float
    start: int
    stop: int

    def sides(self, rows: Sequence[Row]) -> tuple[list[Segment], list[Segment]]:
        beside = [segment for row in rows[self.start : self.stop] for segment in row]
        return [each for each in beside if each.x0 < self.x], [each for each in beside if each.x0 >= self.x]


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
    beside = [segment for row in rows[gutter.start : gutter.stop] for segment in row]
    above = [segment for row in rows[: gutter.start] for segment in row]
    below = [segment for row in rows[gutter.stop :] for segment in row]
    if sides is Sides.CELLS:
        middle: list[Row] = [(segment,) for segment in sorted(beside, key=drawn_at)]
    else:
        middle = [row for part in gutter.sides(rows) for row in in_reading_order(part, depth + 1)]
    return [*in_reading_order(above, depth + 1), *middle, *in_reading_order(below, depth + 1)]


def head_of(rows: Sequence[Row]) -> Gutter | None:
    """The gutter between a name in large letters and the lines of an address beside it, above text that runs across."""
    if len(rows) < FEWEST_LINES:
        return None
    heights = sorted(segment.height for row in rows for segment in row)
    for row in rows[:HIGHEST_NAME]:
        name = row[0]
        beside = [segment.x0 for each in rows[:HIGHEST_HEAD] for segment in each if segment.x0 > name.x1]
        if name.height < LARGER * heights[len(heights) // 2] or not beside:
            continue
        x = min(beside) - 1
        stop = next((number for number, each in enumerate(rows) if crosses(each, x)), len(rows))
        head = Gutter(x, 0, stop)
        left, right = head.sides(rows)
        is_uneven = any(all(abs(one.middle - other.middle) >= one.height / 4 for other in left) for one in right)
        if stop <= LOWEST_HEAD and len(rows_of(right)) > 1 and is_uneven:
            return head
    return None


def crosses(row: Row, x: float) -> bool:
    return any(segment.x0 < x < segment.x1 for segment in row)


def find_gutter(rows: Sequence[Row]) -> tuple[Gutter, Sides] | None:
    """The gutter that has most rows beside it, other than between the cells of plain rows."""
    found = sorted(
        (gutter for x in gutter_places(rows) for gutter in stretches(rows, x)),
        key=lambda gutter: (gutter.start - gutter.stop, gutter.x),
    )
    cells: tuple[Gutter, Sides] | None = None
    for gutter in found:
        trimmed = between_bands(rows, gutter)
        sides = sides_of(rows[trimmed.start : trimmed.stop], trimmed.x) if trimmed else Sides.ROWS
        if trimmed and sides is Sides.COLUMNS:
            return trimmed, sides
        if trimmed and sides is Sides.CELLS and cells is None:
            cells = trimmed, sides
    return cells


def gutter_places(rows: Sequence[Row]) -> list[float]:
    """Just left of where several segments begin, one below the other, that have something left of them somewhere."""
    leftmost = min(segment.x1 for row in rows for segment in row)
    starts = sorted(segment.x0 for row in rows for segment in row if segment.x0 > leftmost)
    places: list[float] = []
    for number, start in enumerate(starts):
        is_new = not places or start - 2.0 > places[-1] + 1.0
        if is_new and number + FEWEST_LINES <= len(starts) and starts[number + FEWEST_LINES - 1] <= start + DEEP_INDENT:
            places.append(start - 2.0)
    return places


def stretches(rows: Sequence[Row], x: float) -> Iterator[Gutter]:
    """Rows one after the other that nothing in them crosses at x, with text on both sides of it."""
    headings = headings_over(rows, x)
    start = 0
    for number, row in enumerate((*rows, None)):
        if row is None or crosses(row, x) or number in headings:
            beside = rows[start:number]
            left = sum(any(segment.x1 <= x for segment in each) for each in beside)
            right = sum(any(segment.x0 >= x for segment in each) for each in beside)
            if min(left, right) >= FEWEST_LINES:
                yield Gutter(x, start, number)
            start = number + 1


def headings_over(rows: Sequence[Row], x: float) -> set[int]:
    """Rows alone at the left edge and set apart, below which the right side begins at other places than above."""
    edge = min(row[0].x0 for row in rows)
    return {
        number
        for number, row in enumerate(rows)
        if number > 0
        and row[-1].x1 <= x
        and row[0].x0 <= edge + ALIGNED
        and is_apart(rows, number - 1)
        and (below := starts_right_of(x, rows[number + 1 : number + 1 + NEAR_ROWS]))
        and not starts_right_of(x, rows[max(0, number - NEAR_ROWS) : number]) & below
    }


def starts_right_of(x: float, rows: Sequence[Row]) -> set[int]:
    return {round(segment.x0 / INDENT) for row in rows for segment in row if segment.x0 >= x}


def between_bands(rows: Sequence[Row], gutter: Gutter) -> Gutter | None:
    """The gutter without a head and a foot that stand on one side alone, or in the largest letters, set apart by white space."""
    start, stop = gutter.start, gutter.stop
    both = [number for number in range(start, stop) if has_both(rows[number], gutter.x)]
    if len(both) < FEWEST_LINES:
        return None
    for number in range(start, min(stop, start + HIGHEST_HEAD)):
        if (number < both[0] or is_name_row(rows[number], gutter.x)) and is_apart(rows, number):
            start = number + 1
    first = right_column(rows, gutter)[0]
    if first > start and is_apart(rows, first - 1):
        start = first
    return Gutter(gutter.x, start, foot_of(rows, gutter))


def right_column(rows: Sequence[Row], gutter: Gutter) -> list[int]:
    """Numbers of the rows with something that begins where most of what is right of the gutter does."""
    starts = Counter(round(row[-1].x0) for row in rows[gutter.start : gutter.stop] if row[-1].x0 >= gutter.x)
    edge = starts.most_common(1)[0][0]
    return [
        number
        for number in range(gutter.start, gutter.stop)
        if any(gutter.x <= segment.x0 <= edge + INDENT for segment in rows[number])
    ]


def foot_of(rows: Sequence[Row], gutter: Gutter) -> int:
    """Where the columns end.

    Below a line that crosses, everything is another matter, and so is what stands above it, set apart, with nothing that
    begins where the right column does. What follows on one side alone continues the longer column, down to something
    set apart on the side that had ended.
    """
    rights = right_column(rows, gutter)
    for number in range(max(rights[-1] + 1, gutter.stop - MOST_ABOVE), gutter.stop):
        if gutter.stop < len(rows) and is_apart(rows, number - 1):
            return number
    for number in range(max(rights[-1] + 1, gutter.stop - LOWEST_FOOT), gutter.stop):
        is_elsewhere = abs(rows[number][0].x0 - rows[number - 1][0].x0) > INDENT
        if is_elsewhere and space_below(rows, number - 1) > FAR:
            return number
    both = max(number for number in rights if rows[number][0].x1 <= gutter.x)
    for number in range(both + 2, gutter.stop):
        was_left, is_left = (rows[each][0].x1 <= gutter.x for each in (number - 1, number))
        if is_left != was_left and is_apart(rows, number - 1):
            return number
    return gutter.stop


def is_name_row(row: Row, x: float) -> bool:
    """Whether one side of the gutter is in much larger letters than the other, as a name is beside an address."""
    left, right = split_row(row, x)
    if not left or not right:
        return False
    low, high = sorted(max(segment.height for segment in side) for side in (left, right))
    return high > LARGER * low


def has_both(row: Row, x: float) -> bool:
    return row[0].x1 <= x <= row[-1].x0


def is_apart(rows: Sequence[Row], number: int) -> bool:
    """Whether white space stands below the row, over the whole width."""
    return space_below(rows, number) > BAND


def space_below(rows: Sequence[Row], number: int) -> float:
    """White space below the row, over its height."""
    above, below = rows[number], rows[number + 1 : number + 2]
    if not below:
        return math.inf
    gap = min(segment.top for segment in below[0]) - max(segment.bottom for segment in above)
    return gap / min(segment.height for segment in above)


def sides_of(rows: Sequence[Row], x: float) -> Sides:
    """Dates, labels, bullets and places belong to what is beside them; for the rest the drawing order tells cells from columns."""
    pairs = [split_row(row, x) for number, row in enumerate(rows) if not is_heading(rows, number, x)]
    left = [one for one, _ in pairs if one]
    right = [other for _, other in pairs if other]
    paired = sum(bool(one and other) for one, other in pairs)
    if min(len(left), len(right)) < FEWEST_LINES:
        return Sides.ROWS
    runs = drawn_runs([segment for row in rows for segment in row], x)
    is_across = len(runs) > FEW_RUNS and share_downwards(runs) >= MOSTLY and share_level(runs) >= MOSTLY
    if is_across and sum(len(stacked(run)) > 0 for run in runs) >= OFTEN * len(runs):
        return Sides.CELLS
    is_annotated = are_annotations(left, paired) or are_places(right, paired)
    is_table = are_sparse([split_row(row, x) for row in rows]) or (
        len(runs) > FEW_RUNS and are_labels(left, right, paired)
    )
    if is_annotated or is_table:
        return Sides.ROWS
    return sides_by_runs(rows, runs) if is_across else Sides.COLUMNS


def sides_by_runs(rows: Sequence[Row], runs: Sequence[Sequence[Segment]]) -> Sides:
    """What is drawn from side to side, row after row: cells if they have several lines, rows if they are padded."""
    if any(stacked(run) for run in runs):
        return Sides.CELLS if are_padded(runs) else Sides.COLUMNS
    return Sides.ROWS if are_table_rows(rows) else Sides.COLUMNS


def is_heading(rows: Sequence[Row], number: int, x: float) -> bool:
    """Whether the row stands alone on the left, below white space, as a heading over both sides does."""
    alone = rows[number][-1].x0 < x
    is_over = number + 1 < len(rows) and has_both(rows[number + 1], x)
    return alone and number > 0 and is_apart(rows, number - 1) and (is_over or is_apart(rows, number))


def are_annotations(left: Sequence[Row], paired: int) -> bool:
    """Dates, bullets, or labels in one style, nearly each with something beside it."""
    is_dated = share_dated(left) > MOST_DATED
    are_bullets = sum(len(text_of(cell)) <= LONGEST_BULLET for cell in left) > len(left) / 2
    return is_dated or are_bullets or (paired >= PAIRED * len(left) and are_short(left) and are_alike(left))


def are_places(right: Sequence[Row], paired: int) -> bool:
    """Dates, or places and the like that end at the right margin, nearly each with something beside it."""
    return share_dated(right) > MOST_DATED or (
        paired >= PAIRED * len(right) and are_short(right) and are_flush_right(right)
    )


def are_labels(left: Sequence[Row], right: Sequence[Row], paired: int) -> bool:
    """Short, whatever they look like but no list beside another, and all but never without something beside them."""
    if all(sum(not cell[0].text[0].isalnum() for cell in side) > len(side) / 2 for side in (left, right)):
        return False
    return paired >= NEARLY_ALL * len(left) and are_short(left)


def are_sparse(pairs: Sequence[tuple[Row, Row]]) -> bool:
    """Short, here and there on the right, and never without something beside them."""
    places = [number for number, (_, right) in enumerate(pairs) if right]
    are_paired = all(pairs[number][0] for number in places)
    return (
        are_paired and len(places) < SPARSE * (places[-1] - places[0] + 1) and are_short([pairs[n][1] for n in places])
    )


def drawn_at(segment: Segment) -> int:
    return segment.words[0].start


def drawn_runs(segments: Sequence[Segment], x: float) -> list[list[Segment]]:
    """Stretches of the drawing order on one side of the gutter."""
    return [list(run) for _, run in groupby(sorted(segments, key=drawn_at), key=lambda each: each.x0 >= x)]


def share_downwards(runs: Sequence[Sequence[Segment]]) -> float:
    """Of the runs, those that begin no higher than the one before."""
    moves = [other[0].middle > one[0].middle - one[0].height / 2 for one, other in pairwise(runs)]
    return sum(moves) / len(moves)


def share_level(runs: Sequence[Sequence[Segment]]) -> float:
    """Of the moves from the left to the right, those between cells of one row: they begin at one height, and the next row below both."""
    moves = [
        (one, other, following[0].top if following else None)
        for one, other, following in zip(runs, runs[1:], [*runs[2:], None], strict=False)
        if one[0].x0 < other[0].x0
    ]
    level = [
        any(abs(each.middle - other[0].middle) < each.height for each in one)
        and (below is None or below > max(each.middle for each in (*one, *other)))
        for one, other, below in moves
    ]
    return sum(level) / max(1, len(level))


def stacked(run: Sequence[Segment]) -> list[float]:
    """White space between the lines of each cell, over their height."""
    return [
        (other.top - one.bottom) / one.height
        for one, other in pairwise(run)
        if other.top > one.middle and one.x0 < other.x1 and other.x0 < one.x1
    ]


def are_padded(runs: Sequence[Sequence[Segment]]) -> bool:
    """Whether more white space stands between the rows of cells than between the lines within one."""
    within = sorted(gap for run in runs for gap in stacked(run))
    starts = [number for number, run in enumerate(runs) if number == 0 or run[0].x0 < runs[number - 1][0].x0]
    bands = [[segment for run in runs[start:stop] for segment in run] for start, stop in pairwise((*starts, len(runs)))]
    between = sorted(
        (min(segment.top for segment in below) - max(segment.bottom for segment in above)) / above[0].height
        for above, below in pairwise(bands)
    )
    return bool(between) and between[len(between) // 2] > within[len(within) // 2] + CELL_PADDING


def are_table_rows(rows: Sequence[Row]) -> bool:
    """Whether white space as of padded cells stands between the rows, and nearly every row has all its cells."""
    cells = max(len(row) for row in rows)
    apart = sum(is_apart(rows, number) for number in range(len(rows) - 1))
    full = sum(len(row) == cells for row in rows)
    return apart >= PAIRED * (len(rows) - 1) and full >= PAIRED * len(rows)


def split_row(row: Row, x: float) -> tuple[Row, Row]:
    return tuple(each for each in row if each.x0 < x), tuple(each for each in row if each.x0 >= x)


def text_of(cell: Row) -> str:
    return " ".join(segment.text for segment in cell)


def share_dated(cells: Sequence[Row]) -> float:
    return sum(len(text_of(cell)) <= LONGEST_DATE and any(map(is_date, cell)) for cell in cells) / len(cells)


def is_date(segment: Segment) -> bool:
    """A short text with a year in it."""
    text = segment.text
    return len(text) <= LONGEST_DATE and YEAR.search(text) is not None


def are_short(cells: Sequence[Row]) -> bool:
    return sum(len(text_of(cell)) <= LONGEST_LABEL for cell in cells) >= PAIRED * len(cells)


def are_alike(cells: Sequence[Row]) -> bool:
    """In one font and size and either all in capitals or none: labels are, headings among other lines are not."""
    looks = Counter(
        (
            cell[-1].words[0].font,
            round(cell[-1].height),
            cell[-1].text.isupper() and len(cell[-1].text) > LONGEST_BULLET,
        )
        for cell in cells
    )
    return max(looks.values()) >= PAIRED * len(cells)


def are_flush_right(cells: Sequence[Row]) -> bool:
    edges = sorted(cell[-1].x1 for cell in cells)
    usual = edges[len(edges) // 2]
    return sum(abs(edge - usual) <= FLUSH for edge in edges) >= PAIRED * len(edges)
