"""The order in which a person reads the pieces of a page: columns one after the other, rows that belong together as one line.

A page is split where pieces stand side by side for several rows with a clear gutter between; what comes above is read first,
then the left column, the right one, and what comes below. Dates beside titles and labels beside their values are no columns.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

PixelBox = tuple[int, int, int, int]

FEWEST_ROWS = 3
LEAST_GUTTER = 0.8
"""In font sizes, between the columns at their nearest."""
SLACK = 0.4
"""In font sizes: how far the left edges of one column may differ."""
WIDE_GAP = 1.5
"""In font sizes; wider than any space between the words of justified text."""
INDENT, LEAST_ALIGNED = 2.0, 0.5
"""In font sizes: how far from its left edge at least half of the rows of a column begin."""
APART = 1.2
"""In font sizes: white space under a row that ends what belongs together."""
SAME_ROW = 0.5
LEVEL = 0.2
"""In font sizes; half a pixel of skew and rounding is more than nothing."""
MOST_SPARSE = 0.6
FEWEST_BESIDE = 2
MOST_ASTRAY = 0.1
LONGEST_LABEL = 28
MOST_DATED = 0.7
LONGEST_DATE = 26
FOOTER_GAP = 2.5
MOST_DEPTH, MOST_SEGMENTS = 12, 500
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BULLET = "•"


class Segment(Struct, frozen=True):
    """Words that stand together on a row; box and font size in pixels."""

    text: str
    box: PixelBox
    size: float

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


Row = list[Segment]


class Columns(Struct, frozen=True):
    above: Sequence[Segment]
    left: Sequence[Segment]
    right: Sequence[Segment]
    below: Sequence[Segment]


def hull(one: PixelBox, other: PixelBox) -> PixelBox:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def in_reading_order(segments: Sequence[Segment], depth: int = 0) -> list[Segment]:
    """Return the rows of a page from first to last, those of a column by themselves."""
    columns = columns_of(segments) if depth < MOST_DEPTH and len(segments) <= MOST_SEGMENTS else None
    if columns is None:
        return [joined(row) for row in rows_of(segments)]
    parts = (columns.above, columns.left, columns.right, columns.below)
    return [row for part in parts for row in in_reading_order(part, depth + 1)]


def columns_of(segments: Sequence[Segment]) -> Columns | None:
    """The split whose columns stand side by side for longest."""
    best: Columns | None = None
    longest = 0
    downwards = sorted(segments, key=lambda segment: segment.middle)
    for x in sorted({round(segment.box[0] - SLACK * segment.size) for segment in segments if segment.text != BULLET}):
        for columns in splits_at(downwards, x):
            length = shared_height(columns.left, columns.right)
            if length > longest and are_columns(columns.left, columns.right):
                best, longest = columns, length
    return best


def splits_at(segments: Sequence[Segment], x: int) -> Iterator[Columns]:
    """The stretches of the page without a piece across `x`, as columns to its left and right."""
    crossing = [number for number, segment in enumerate(segments) if segment.box[0] < x < segment.box[2]]
    last = len(segments)
    if is_footer(segments, crossing):
        last = crossing.pop()
    for before, after in pairwise((-1, *crossing, last)):
        start, end = before + 1, after
        if end - start >= 2 * FEWEST_ROWS and after != last:
            end = end_of_columns(segments[start:end], x) + start
        left, right = sides(segments[start:end], x)
        if min(len(left), len(right)) >= FEWEST_ROWS:
            yield Columns(segments[:start], left, right, segments[end:])


def sides(segments: Sequence[Segment], x: int) -> tuple[list[Segment], list[Segment]]:
    return [segment for segment in segments if segment.box[2] <= x], [
        segment for segment in segments if segment.box[2] > x
    ]


def is_footer(segments: Sequence[Segment], crossing: Sequence[int]) -> bool:
    """Whether the last piece across is the last of the page, with white space above."""
    last = len(segments) - 1
    if last < 1 or last not in crossing[-1:]:
        return False
    return segments[last].middle - segments[last - 1].middle > FOOTER_GAP * segments[last].size


def end_of_columns(segments: Sequence[Segment], x: int) -> int:
    """Before a line across: how many pieces stand above the white space below which there are no columns any more."""
    bottom = segments[0].box[3]
    for number, segment in enumerate(segments):
        if segment.box[1] - bottom > APART * segment.size and not are_columns(*sides(segments[number:], x)):
            return number
        bottom = max(bottom, segment.box[3])
    return len(segments)


def shared_height(left: Sequence[Segment], right: Sequence[Segment]) -> int:
    top = max(min(segment.box[1] for segment in column) for column in (left, right))
    return min(max(segment.box[3] for segment in column) for column in (left, right)) - top


def are_columns(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether each is read by itself, with a gutter between."""
    rows, others = rows_of(left), rows_of(right)
    if len(rows) < FEWEST_ROWS or len(others) < FEWEST_ROWS:
        return False
    size = median(segment.size for segment in (*left, *right))
    edge = min(segment.box[0] for segment in right)
    if edge - max(segment.box[2] for segment in left) < LEAST_GUTTER * size:
        return False
    if sum(row[0].box[0] - edge < INDENT * size for row in others) < LEAST_ALIGNED * len(others):
        return False
    pairs = ((rows, others), (others, rows))
    return not any(is_rail(*pair) or is_table(*pair) for pair in pairs)


def is_rail(rail: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Dates; or labels or places beside a row of the text each, and fewer than those or flush right."""
    if sum(is_date(row) for row in rail) >= MOST_DATED * len(rail):
        return True
    beside = sum(any(is_level(one, row) for row in rows) for one in rail)
    astray = sum(is_astray(one, rows) for one in rail)
    if beside < FEWEST_BESIDE or astray > MOST_ASTRAY * len(rail):
        return False
    top, bottom = rail[0][0].middle, rail[-1][0].middle
    within = sum(top <= row[0].middle <= bottom for row in rows)
    return beside <= MOST_SPARSE * within or is_flush_right(rail)


def is_flush_right(rows: Sequence[Row]) -> bool:
    """At one right edge, from several left ones."""
    lefts, rights = [row[0].box[0] for row in rows], [row[-1].box[2] for row in rows]
    return max(rights) - min(rights) < SLACK * rows[0][0].size < max(lefts) - min(lefts)


def is_date(row: Row) -> bool:
    text = text_of(row)
    return len(text) <= LONGEST_DATE and YEAR.search(text) is not None


def is_table(labels: Sequence[Row], values: Sequence[Row]) -> bool:
    """A short label, or a short mark, on the row of each value."""
    texts, others = [text_of(row) for row in labels], [text_of(row) for row in values]
    if any(BULLET in text for text in (*texts, *others)) or median(map(len, texts)) > LONGEST_LABEL:
        return False
    is_beside = all(any(is_level(label, value) for value in values) for label in labels)
    return is_beside and median(map(len, others)) > 2 * median(map(len, texts))


def is_level(row: Row, other: Row) -> bool:
    """On one line of letters: at the same height above, below or in the middle."""
    one, two = row[0], other[0]
    apart = min(abs(one.box[1] - two.box[1]), abs(one.box[3] - two.box[3]), abs(one.middle - two.middle))
    return apart <= LEVEL * min(one.size, two.size)


def is_astray(row: Row, others: Sequence[Row]) -> bool:
    """Beside rows of the other column, but level with none of them."""
    near = [other for other in others if abs(other[0].middle - row[0].middle) < row[0].size]
    return bool(near) and not any(is_level(row, other) for other in near)


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Pieces at one height, from left to right."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda piece: piece.middle):
        if rows and segment.middle - rows[-1][len(rows[-1]) // 2].middle < SAME_ROW * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda piece: piece.box[0]) for row in rows]


def text_of(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def joined(row: Row) -> Segment:
    """One line of a row; three spaces stand for a wide gap, other than behind a bullet."""
    text, box = row[0].text, row[0].box
    for before, piece in pairwise(row):
        is_wide = piece.box[0] - before.box[2] > WIDE_GAP * piece.size and text != BULLET
        text += ("   " if is_wide else " ") + piece.text
        box = hull(box, piece.box)
    return Segment(text=text, box=box, size=max(row, key=lambda piece: len(piece.text)).size)
