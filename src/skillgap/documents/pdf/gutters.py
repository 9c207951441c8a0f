"""Gutters: places that hardly a line crosses over several rows, with text on both sides."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.documents.pdf.rows import crosses, is_apart, space_below, split_row
from skillgap.documents.pdf.segments import Row, Segment, rows_of
from skillgap.documents.pdf.sides import FEWEST_LINES, Sides, sides_of

HIGHEST_NAME, HIGHEST_HEAD, LOWEST_HEAD, LOWEST_FOOT = 3, 6, 10, 3
LARGER = 1.4
FAR = 1.8
"""White space over line height."""
ALIGNED = 2.0
NEAR_ROWS, MOST_ABOVE = 4, 4
INDENT, DEEP_INDENT = 24.0, 36.0


class Gutter(Struct, frozen=True):
    """It stands at `x` beside the rows from `start` to `stop`."""

    x: float
    start: int
    stop: int

    def sides(self, rows: Sequence[Row]) -> tuple[list[Segment], list[Segment]]:
        beside = [segment for row in rows[self.start : self.stop] for segment in row]
        return [each for each in beside if each.x0 < self.x], [each for each in beside if each.x0 >= self.x]


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
        stop = end_of_head(rows, x)
        head = Gutter(x, 0, stop)
        left, right = head.sides(rows)
        is_uneven = any(all(abs(one.middle - other.middle) >= one.height / 4 for other in left) for one in right)
        if stop <= LOWEST_HEAD and len(rows_of(right)) > 1 and is_uneven:
            return head
    return None


def end_of_head(rows: Sequence[Row], x: float) -> int:
    """Up to the first row that crosses, or to the white space below the last line on the right."""
    stop = next((number for number, each in enumerate(rows) if crosses(each, x)), len(rows))
    last = max((number for number in range(stop) if rows[number][-1].x0 >= x), default=stop)
    return next((number + 1 for number in range(last, stop) if is_apart(rows, number)), stop)


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
    both = beside_each_other(rows, gutter)
    if len(both) < FEWEST_LINES:
        return None
    for number in range(start, min(stop, start + HIGHEST_HEAD)):
        is_head = number < both[0] and not is_over_column(rows, number)
        if (is_head or is_name_row(rows[number], gutter.x)) and is_apart(rows, number):
            start = number + 1
    first = right_column(rows, gutter)[0]
    if first > start and is_apart(rows, first - 1):
        start = first
    return Gutter(gutter.x, start, foot_of(rows, gutter))


def is_over_column(rows: Sequence[Row], number: int) -> bool:
    """Whether a row below others is nearer to what is below it, at its left edge: a heading of that column, and no part of the head."""
    if number == 0 or number + 1 == len(rows):
        return False
    is_at_edge = any(abs(each.x0 - rows[number][0].x0) < ALIGNED for each in rows[number + 1])
    return is_at_edge and space_below(rows, number) < space_below(rows, number - 1)


def beside_each_other(rows: Sequence[Row], gutter: Gutter) -> range:
    """The rows in which both sides have begun and neither has ended, whether or not their lines stand level."""
    numbers = range(gutter.start, gutter.stop)
    left = [number for number in numbers if rows[number][0].x1 <= gutter.x]
    right = [number for number in numbers if rows[number][-1].x0 >= gutter.x]
    return range(max(left[0], right[0]), min(left[-1], right[-1]) + 1)


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
    both = beside_each_other(rows, gutter)[-1]
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
