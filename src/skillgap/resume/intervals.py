"""How long: months covered by ranges of dates, and what "present" means. Nothing here asks for today's date."""

import re
from collections.abc import Iterable
from functools import lru_cache

from skillgap.resume.types import DateRange

FIRST_YEAR, LAST_YEAR = 1950, 2100
MAXIMUM_AHEAD = 12
"""Months after the taxonomy's release that may be past when somebody reads a page; later ones are plans or slips of the pen."""


@lru_cache(maxsize=4096)
def month_number(date: str, *, is_end: bool = False) -> int:
    """Count months since year 0; a bare year begins in January and ends in December."""
    year, _, month = date.partition("-")
    return int(year) * 12 + (int(month) if month else 12 if is_end else 1) - 1


def months_between(ranges: Iterable[DateRange], as_of: str, *, within: int | None = None) -> int:
    """Return the months covered by the union of the ranges, both ends counted; a single date covers nothing.

    `within`: only those of so many months up to `as_of`.

    A range of bare years counts from the middle of one to the middle of the other, as nobody knows better.
    """
    spans = sorted(span for dates in ranges if (span := month_span(dates, as_of)))
    total, reached = 0, -1 if within is None else month_number(as_of) + 1 - within
    for start, end in spans:
        start = max(start, reached)  # noqa: PLW2901 - what is already counted is cut off
        if end > start:
            total += end - start
            reached = end
    return total


def last_months(dates: DateRange, months: int, as_of: str) -> DateRange:
    """The end of the range, so many months of it at most."""
    span = month_span(dates, as_of)
    if span is None or span[1] - span[0] <= months:
        return dates
    start = span[1] - months
    return DateRange(f"{start // 12}-{start % 12 + 1:02}", dates.end, dates.is_current, dates.is_expected)


def month_span(dates: DateRange, as_of: str) -> tuple[int, int] | None:
    """Half-open span in months since year 0."""
    if dates.start is None or (dates.end is None and not dates.is_current) or dates.is_expected:
        return None
    limit = month_number(as_of) + 1
    if dates.end and "-" not in dates.start and "-" not in dates.end:
        start, end = month_number(dates.start) + 6, month_number(dates.end) + 6
        return min(start, limit), min(max(end, start + 6), limit)
    start = month_number(dates.start)
    end = limit if dates.is_current or dates.end is None else month_number(dates.end, is_end=True) + 1
    return start, min(end, limit)


def reference_month(ranges: Iterable[DateRange], released: str) -> str:
    """What "present" means: the taxonomy's release, or the latest date in the document if that is later, but not by more than a year.

    A range that goes on beyond that moves nothing.
    """
    latest = released
    ceiling = month_number(released) + MAXIMUM_AHEAD
    for dates in ranges:
        candidates = () if dates.is_expected else (dates.start, dates.end if dates.start else None)
        months = [date for date in candidates if date]
        if all(month_number(date) <= ceiling for date in months):
            latest = max([latest, *(date for date in months if "-" in date)])
    return latest


def is_month(text: str) -> bool:
    """Say whether this is a month as we write them, YYYY-MM."""
    match = re.fullmatch(r"(\d{4})-(\d{2})", text)
    return match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12  # noqa: PLR2004
