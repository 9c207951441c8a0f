"""Columns that were drawn row by row: such lines are cut at the gutter, and the left column is read before the right.

Real files are mostly drawn in reading order, which no geometry should disturb. So a page is touched only where several lines
hold a wide gap at one place, and hardly any line between them runs across it: dates flush right have such gaps, but the
bullets below them run across.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
from msgspec import Struct

from skillgap.documents.types import Box, DrawnLine

FEWEST_ROWS, MOST_ROWS = 4, 400
USUAL_WIDTH = 0.5
"""Of a letter, in font sizes, in common typefaces."""
WIDER_THAN_USUAL = 1.15
"""A line so much wider for its letters than a dense one may hold a gap; only then is it looked at letter by letter."""
WIDE_GAP = 1.2
"""In font sizes; the space between words is a third of one, in justified text up to two thirds."""
MOST_CROSSING = 0.2
MOST_DATED = 0.4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Gap(Struct, frozen=True):
    """A wide space in a line: between which letters of the text, and between which edges on the page."""

    end: int
    start: int
    left: float
    right: float


FEWEST_DATES = 3
LONGEST_DATE = 22
DASHES = "-–—"
ROUND_RANGE = re.compile(r"\w\s*[-–—]\s*\w")
LONGEST_OPEN_END = 10
RAIL_DATE = re.compile(
    r"^(?:[-–—]\s*)?(?:(?:[^\W\d]{3,9}\.?|\d{1,2})[\s/.])?(?:(?:19|20)\d\d|(?<=[-–—] )[^\W\d]{3,8})(?:\s*[-–—].{0,12})?$"
)

Measure = Callable[[int, int, int], DrawnLine]
"""Gives the part of a line (by its number) between two offsets as a line of its own."""


def in_columns(lines: Sequence[DrawnLine], gaps_in: Callable[[int], list[Gap]], part: Measure) -> list[DrawnLine]:
    """Return a page's lines in reading order; `gaps_in` looks for the wide gaps of one line."""
    suspects = spread_out(lines)
    if not FEWEST_ROWS <= len(suspects) <= MOST_ROWS:
        return list(lines)
    gaps = {number: found for number in suspects if (found := gaps_in(number))}
    gutter = find_gutter(lines, gaps)
    if gutter is None:
        return list(lines)
    return read_by_column(lines, gaps, gutter, part)


def spread_out(lines: Sequence[DrawnLine]) -> list[int]:
    """Numbers of the lines that are wide for the letters they hold."""
    widths = {
        number: (line.box[2] - line.box[0]) / (len(line.text) * line.font_size)
        for number, line in enumerate(lines)
        if line.box and line.font_size and len(line.text) > 1
    }
    if len(widths) < FEWEST_ROWS:
        return []
    usual = min(USUAL_WIDTH, sorted(widths.values())[len(widths) // 5])
    return [number for number, width in widths.items() if width > WIDER_THAN_USUAL * usual]


def find_gutter(lines: Sequence[DrawnLine], gaps: dict[int, list[Gap]]) -> float | None:
    """The place that most gaps share, if it is a gutter: where few lines between the first and the last of them cross."""
    candidates = sorted({(gap.left + gap.right) / 2 for found in gaps.values() for gap in found})
    best: float | None = None
    rows: list[int] = []
    for x in candidates:
        sharing = [number for number, found in gaps.items() if any(gap.left <= x <= gap.right for gap in found)]
        if len(sharing) > len(rows):
            best, rows = x, sharing
    return best if best is not None and is_gutter(best, rows, lines, gaps) else None


def is_gutter(x: float, rows: Sequence[int], lines: Sequence[DrawnLine], gaps: dict[int, list[Gap]]) -> bool:
    """Two columns stand side by side on most rows, hardly a line runs across, and the right one is more than dates."""
    if len(rows) < FEWEST_ROWS:
        return False
    top, bottom = min(edge(lines[n], 1) for n in rows), max(edge(lines[n], 3) for n in rows)
    own = set(rows)
    others = [line for n, line in enumerate(lines) if n not in own and top <= edge(line, 1) <= bottom]
    crossing = sum(edge(line, 0) < x < edge(line, 2) for line in others)
    left_alone = sum(edge(line, 2) <= x for line in others)
    on_the_right = [lines[n].text[gap.start :] for n in rows for gap in gaps[n] if gap.left <= x <= gap.right]
    dated = sum(YEAR.search(text) is not None for text in on_the_right)
    return crossing <= MOST_CROSSING * len(rows) and left_alone <= len(rows) and dated <= MOST_DATED * len(on_the_right)


def read_by_column(
    lines: Sequence[DrawnLine], gaps: dict[int, list[Gap]], gutter: float, part: Measure
) -> list[DrawnLine]:
    """Cut the lines that span the gutter; within each stretch of them read left, then right. A line that crosses ends a stretch."""
    ordered: list[DrawnLine] = []
    left: list[DrawnLine] = []
    right: list[DrawnLine] = []

    def close_stretch() -> None:
        ordered.extend([*sorted(left, key=top_of), *sorted(right, key=top_of)])
        left.clear()
        right.clear()

    for number, line in enumerate(lines):
        gap = next((gap for gap in gaps.get(number, ()) if gap.left <= gutter <= gap.right), None)
        if gap is not None:
            left.append(part(number, 0, gap.end))
            right.append(part(number, gap.start, len(line.text)))
        elif edge(line, 2) <= gutter:
            left.append(line)
        elif edge(line, 0) >= gutter:
            right.append(line)
        else:
            close_stretch()
            ordered.append(line)
    close_stretch()
    return with_gaps(ordered)


def with_gaps(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Mark where white space stands above a line, as the drawing order no longer shows it."""
    marked = list(lines[:1])
    for before, line in pairwise(lines):
        height = edge(before, 3) - edge(before, 1)
        is_apart = not 0 <= edge(line, 1) - edge(before, 1) < 2 * height
        marked.append(msgspec.structs.replace(line, follows_gap=line.follows_gap or is_apart))
    return marked


def edge(line: DrawnLine, side: int) -> float:
    return line.box[side] if line.box else 0.0


def top_of(line: DrawnLine) -> float:
    return edge(line, 1)


def with_rail(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Put dates that stand in a rail of their own, drawn before or after the rest, back on the rows beside them."""
    in_rail = {number for number, line in enumerate(lines) if is_rail_date(line)}
    in_rail |= {
        number
        for number in range(1, len(lines))
        if number - 1 in in_rail and is_open_end(lines[number - 1], lines[number])
    }
    rail = merged_ranges([lines[number] for number in sorted(in_rail)])
    others = [line for number, line in enumerate(lines) if number not in in_rail]
    if not FEWEST_DATES <= len(rail) <= min(MOST_ROWS, len(others)):
        return list(lines)
    on_row: dict[int, DrawnLine] = {}
    for date in rail:
        row = row_beside(date, others)
        if row is None or row in on_row:
            return list(lines)
        on_row[row] = date
    return [with_date(line, on_row[number]) if number in on_row else line for number, line in enumerate(others)]


def is_rail_date(line: DrawnLine) -> bool:
    """A short line of nothing much but a year, or the rest of a range: "09/2021 – to date", "– 2022", "– now"."""
    text = line.text.strip()
    return line.box is not None and len(text) <= LONGEST_DATE and RAIL_DATE.match(text) is not None


def is_open_end(date: DrawnLine, line: DrawnLine) -> bool:
    """Whether a single word directly below a date ("present") ends its range."""
    word = line.text.strip()
    return word.isalpha() and word.islower() and len(word) <= LONGEST_OPEN_END and is_below(date, line)


def is_below(upper: DrawnLine, line: DrawnLine) -> bool:
    is_near = 0 < top_of(line) - top_of(upper) < 1.5 * height_of(line)
    return is_near and abs(edge(line, 0) - edge(upper, 0)) < height_of(line)


def merged_ranges(rail: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Join "2019" and "– 2022" below it, or "Aug 2015" and "Jan 2020"."""
    merged: list[DrawnLine] = []
    for line in sorted(rail, key=top_of):
        before = merged[-1] if merged else None
        if before is not None and is_below(before, line) and not ROUND_RANGE.search(before.text):
            dash = "" if line.text.strip()[0] in DASHES or before.text.strip()[-1] in DASHES else "– "
            text = f"{before.text.strip()} {dash}{line.text.strip()}"
            merged[-1] = msgspec.structs.replace(before, text=text, box=hull(before, line))
        else:
            merged.append(line)
    return merged


def row_beside(date: DrawnLine, others: Sequence[DrawnLine]) -> int | None:
    """The line at the date's height: the nearest before it, or for a rail on the left the nearest behind it."""
    level = [n for n, line in enumerate(others) if abs(top_of(line) - top_of(date)) < height_of(line) / 2]
    before = [n for n in level if edge(others[n], 0) < edge(date, 0)]
    if before:
        return max(before, key=lambda n: edge(others[n], 0))
    return min(level, key=lambda n: edge(others[n], 0), default=None)


def with_date(line: DrawnLine, date: DrawnLine) -> DrawnLine:
    first, second = (date, line) if edge(date, 0) < edge(line, 0) else (line, date)
    return msgspec.structs.replace(line, text=f"{first.text.strip()}   {second.text.strip()}", box=hull(line, date))


def hull(one: DrawnLine, other: DrawnLine) -> Box | None:
    if one.box is None or other.box is None:
        return one.box
    return (
        min(one.box[0], other.box[0]),
        min(one.box[1], other.box[1]),
        max(one.box[2], other.box[2]),
        max(one.box[3], other.box[3]),
    )


def height_of(line: DrawnLine) -> float:
    return edge(line, 3) - edge(line, 1)
