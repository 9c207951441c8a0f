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

from skillgap.documents.types import DrawnLine

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
    others = [line for n, line in enumerate(lines) if n not in set(rows) and top <= edge(line, 1) <= bottom]
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
