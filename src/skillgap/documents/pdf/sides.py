"""What stands on both sides of a gutter: two columns, the cells of a table, or rows that belong together."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from skillgap.documents.pdf.rows import LONGEST_DATE, drawn_at, has_both, is_apart, is_date, split_row, text_of
from skillgap.documents.pdf.segments import Row, Segment

LEVEL = re.compile(r"\s*(?:[ABC][12]\+?\s*)+")
FEWEST_LINES = 3
LONGEST_LABEL, LONGEST_BULLET = 32, 3
FLUSH = 2.0
FEW_RUNS = 3
MOSTLY, OFTEN = 0.7, 0.4
CELL_PADDING = 0.12
"""White space over line height."""
MOST_DATED = 0.4
PAIRED, NEARLY_ALL = 0.85, 0.97
SPARSE = 0.5


class Sides(StrEnum):
    """What stands on both sides of a gutter: columns, each read to its end, cells, read as they are drawn, or rows, read across."""

    COLUMNS = "columns"
    CELLS = "cells"
    ROWS = "rows"


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
    is_annotated = are_annotations(left, paired) or are_places(right, paired) or are_levels(right)
    is_annotated = is_annotated or are_records(left, right, paired)
    is_table = are_sparse([split_row(row, x) for row in rows]) or (
        len(runs) > FEW_RUNS and are_labels(left, right, paired)
    )
    if is_annotated or is_table or are_repeated(left, paired):
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


def are_records(left: Sequence[Row], right: Sequence[Row], paired: int) -> bool:
    """A table of what was when: most rows go across, and have a cell with a date behind another one."""
    dated = sum(len(cell) > 1 and any(map(is_date, cell)) for cell in right)
    goes_across = paired >= NEARLY_ALL * len(right) and paired >= MOSTLY * len(left)
    return goes_across and dated >= MOSTLY * len(right)


def are_levels(right: Sequence[Row]) -> bool:
    """Mostly levels of the European framework: the columns of a table of languages, each row of which belongs to one."""
    return sum(all(LEVEL.fullmatch(cell.text) for cell in row) for row in right) >= max(2, len(right) / 2)


def are_labels(left: Sequence[Row], right: Sequence[Row], paired: int) -> bool:
    """Short, whatever they look like but no list beside another, and all but never without something beside them."""
    if all(sum(not cell[0].text[0].isalnum() for cell in side) > len(side) / 2 for side in (left, right)):
        return False
    return paired >= NEARLY_ALL * len(left) and are_short(left)


def are_repeated(left: Sequence[Row], paired: int) -> bool:
    """The labels of a form, the same for one post after the other, among headings of their own; a column says a thing once."""
    texts = Counter(text_of(cell) for cell in left)
    again = sum(count for count in texts.values() if count > 1)
    return paired >= MOSTLY * len(left) and again >= OFTEN * len(left) and are_short(left)


def are_sparse(pairs: Sequence[tuple[Row, Row]]) -> bool:
    """Short, here and there on the right, and never without something beside them."""
    places = [number for number, (_, right) in enumerate(pairs) if right]
    are_paired = all(pairs[number][0] for number in places)
    return (
        are_paired and len(places) < SPARSE * (places[-1] - places[0] + 1) and are_short([pairs[n][1] for n in places])
    )


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
        any(other[0].middle - each.height < each.middle < max(cell.bottom for cell in other) for each in one)
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


def share_dated(cells: Sequence[Row]) -> float:
    return sum(len(text_of(cell)) <= LONGEST_DATE and any(map(is_date, cell)) for cell in cells) / len(cells)


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
