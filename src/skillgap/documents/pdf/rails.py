"""Dates that stand in a rail of their own, drawn before or after the rest: they go back on the rows beside them."""

import re
from collections.abc import Sequence

import msgspec

from skillgap.documents.pdf.segments import Segment, merged

FEWEST_DATES, MOST_ROWS = 3, 400
LONGEST_DATE = 22
DASHES = "-–—"
ROUND_RANGE = re.compile(r"\w\s*[-–—]\s*\w")
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_OPEN_END = 10
RAIL_DATE = re.compile(
    r"^(?:[-–—]\s*)?(?:(?:[^\W\d]{3,9}\.?|\d{1,2})[\s/.])?(?:(?:19|20)\d\d|(?<=[-–—] )[^\W\d]{3,8})(?:\s*[-–—].{0,12})?$"
)


def with_rail(lines: Sequence[Segment]) -> list[Segment]:
    """Put dates that stand in a rail of their own, drawn before or after the rest, back on the rows beside them."""
    in_rail, rail = rail_of(lines)
    others = [line for number, line in enumerate(lines) if number not in in_rail]
    if not FEWEST_DATES <= len(rail) <= min(MOST_ROWS, len(others)):
        return list(lines)
    on_row: dict[int, Segment] = {}
    for date in rail:
        row = row_beside(date, others)
        if row is None or row in on_row:
            return list(lines)
        on_row[row] = date
    return [with_date(line, on_row[number]) if number in on_row else line for number, line in enumerate(others)]


def with_whole_ranges(lines: Sequence[Segment]) -> list[Segment]:
    """Ranges of dates that are broken over two lines of a rail, on the upper one."""
    in_rail, rail = rail_of(lines)
    return [*(line for number, line in enumerate(lines) if number not in in_rail), *rail]


def rail_of(lines: Sequence[Segment]) -> tuple[set[int], list[Segment]]:
    """Numbers of the lines that are dates and nothing else, and the ranges that they make."""
    dates = {number for number, line in enumerate(lines) if is_rail_date(line)}
    ends = {
        number
        for number in range(1, len(lines))
        if number - 1 in dates and is_open_end(lines[number - 1], lines[number])
    }
    in_rail = dates | ends
    return in_rail, merged_ranges([lines[number] for number in sorted(in_rail)])


def is_rail_date(line: Segment) -> bool:
    """A short line of nothing much but a year, or the rest of a range: "09/2021 – to date", "– 2022", "– now"."""
    text = line.text.strip()
    return len(text) <= LONGEST_DATE and RAIL_DATE.match(text) is not None


def is_open_end(date: Segment, line: Segment) -> bool:
    """Whether a single word directly below a date ("present") ends its range."""
    word = line.text.strip()
    return word.isalpha() and word.islower() and len(word) <= LONGEST_OPEN_END and is_below(date, line)


def is_below(upper: Segment, line: Segment) -> bool:
    is_near = 0 < line.top - upper.top < 1.5 * line.height
    return is_near and abs(line.x0 - upper.x0) < line.height


def merged_ranges(rail: Sequence[Segment]) -> list[Segment]:
    """Join "2019" and "– 2022" below it, or "Aug 2015" and "Jan 2020"; they stand where the upper one does."""
    ranges: list[Segment] = []
    for line in sorted(rail, key=lambda segment: segment.top):
        before = ranges[-1] if ranges else None
        if before is not None and is_below(before, line) and may_go_on(before.text, line.text):
            last = before.words[-1]
            has_dash = line.text.strip()[0] in DASHES or before.text.strip()[-1] in DASHES
            dash = () if has_dash else (msgspec.structs.replace(last, text="–", x0=last.x1),)
            whole = Segment.of((*before.words, *dash, *line.words))
            ranges[-1] = msgspec.structs.replace(whole, top=before.top, bottom=before.bottom)
        else:
            ranges.append(line)
    return ranges


def may_go_on(text: str, below: str) -> bool:
    """Say whether a range may go from the one to the other: it is not yet whole, and does not go back in time."""
    years, later = YEAR.findall(text), YEAR.findall(below)
    is_back = bool(years) and bool(later) and later[0] < years[-1]
    return ROUND_RANGE.search(text) is None and not is_back


def row_beside(date: Segment, others: Sequence[Segment]) -> int | None:
    """The line at the date's height: the nearest before it, or for a rail on the left the nearest behind it."""
    level = [n for n, line in enumerate(others) if abs(line.top - date.top) < line.height / 2]
    before = [n for n in level if others[n].x0 < date.x0]
    if before:
        return max(before, key=lambda n: others[n].x0)
    return min(level, key=lambda n: others[n].x0, default=None)


def with_date(line: Segment, date: Segment) -> Segment:
    return merged((date, line) if date.x0 < line.x0 else (line, date))
