"""Times without a job, and the same career without one of them, to see how much gaps bear on a score."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from skillgap.batch.fairness.types import GapPlace
from skillgap.evidence.use import EMPLOYMENT
from skillgap.resume.intervals import month_number
from skillgap.resume.parsing import Parsed
from skillgap.resume.types import DateRange, Entry, Resume

LEAST_GAP = 6
"""Months from which a time without a job counts as a gap here."""


class Dated(Struct, frozen=True, order=True):
    """An entry in whole months since year 0, `end` not included; of a bare year every month, so that no gap is made up."""

    start: int
    end: int
    position: int
    is_job: bool


class Closed(Struct, frozen=True):
    """The gap's months, and the résumé without it."""

    months: int
    parsed: Parsed


def closed_gap(parsed: Parsed, as_of: str, place: GapPlace) -> Closed | None:
    """Close the longest gap between two jobs, or that after the last job, by letting the job in front of it last longer.

    None where there is no gap. What is filled by studies or anything else with dates is none.
    """
    dated = sorted(dated_entries(parsed.resume, as_of))
    now = month_number(as_of) + 1
    found = [each for each in gaps_of(dated, now) if (each[1] >= now) == (place is GapPlace.AFTER)]
    if not found:
        return None
    job, until = max(found, key=lambda each: (each[1] - each[0].end, each[1]))
    entry = prolonged(parsed.resume.entries[job.position], until - 1)
    entries = tuple(entry if number == job.position else each for number, each in enumerate(parsed.resume.entries))
    return Closed(until - job.end, replace(parsed, resume=replace(parsed.resume, entries=entries)))


def dated_entries(resume: Resume, as_of: str) -> Iterator[Dated]:
    limit = month_number(as_of) + 1
    for position, entry in enumerate(resume.entries):
        dates = entry.dates
        if dates is None or dates.start is None or dates.is_expected or not (dates.end or dates.is_current):
            continue
        start = month_number(dates.start)
        end = limit if dates.is_current or dates.end is None else month_number(dates.end, is_end=True) + 1
        if start < end:
            yield Dated(start, min(end, limit), position, entry.work_kind in EMPLOYMENT)


def gaps_of(dated: list[Dated], now: int) -> Iterator[tuple[Dated, int]]:
    """Each job behind which nothing goes on for long enough, and the month in which something begins again: `now` for nothing."""
    for each in dated:
        if not each.is_job or any(other.start <= each.end < other.end for other in dated):
            continue
        until = min((other.start for other in dated if other.start > each.end), default=now)
        has_job_behind = any(other.is_job and other.start >= until for other in dated)
        if until - each.end >= LEAST_GAP and (has_job_behind or until == now):
            yield each, until


def prolonged(entry: Entry, month: int) -> Entry:
    """The entry up to that month, or that year where it says no months."""
    assert entry.dates is not None  # noqa: S101 - only dated ones are asked for
    year, rest = divmod(month, 12)
    has_months = entry.dates.end is not None and "-" in entry.dates.end
    end = f"{year:04}-{rest + 1:02}" if has_months else f"{year:04}"
    return replace(entry, dates=DateRange(entry.dates.start, end))
