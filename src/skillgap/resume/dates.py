"""Dates and ranges of dates as people write them; what a single date means is python-dateutil's business.

Nothing here asks for today's date: "present" stays open until `reference_month` says what it means.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from dateutil.parser import ParserError, parser, parserinfo
from msgspec import Struct

from skillgap.resume.types import DateRange
from skillgap.taxonomy.types import Cues

FIRST_YEAR, LAST_YEAR = 1950, 2100
MAXIMUM_AHEAD = 60
"""Months after the taxonomy's release beyond which a date is taken for a slip of the pen."""
SHORT_YEAR = re.compile(r"\s*['’](\d\d)\b")
LATEST_SHORT_YEAR = "60"
"""From here on a two-digit year belongs to the last century: '87 is 1987, '16 is 2016."""
SEASON_MONTHS = 3
SEPARATOR = r"\s*(?:-{1,3}|–|—|−|→|~|/|\.\.)\s*"


class DateGrammar(Struct, frozen=True):
    """Patterns compiled from one language's cues."""

    ranges: re.Pattern[str]
    expected: re.Pattern[str]
    seasons: re.Pattern[str]
    season_months: dict[str, int]
    present: re.Pattern[str]
    parse: parser


class FoundDates(Struct, frozen=True):
    start: int
    end: int
    range: DateRange


def compile_dates(cues: Cues) -> DateGrammar:
    month = rf"(?:{alternatives(name for names in cues.months for name in names)})\.?"
    season = alternatives(cues.seasons)
    year = r"(?:19|20)\d\d"
    short_year = r"['’]\d\d"
    date = "|".join(
        (
            rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{month},?[\s-]*(?:\d{{1,2}},\s*)?(?:of\s+)?(?:{year}|{short_year})",
            rf"(?:{season}),?\s+(?:{year}|{short_year})",
            rf"Q[1-4][\s/-]*{year}",
            rf"\d{{1,2}}[/.]\d{{1,2}}[/.]{year}",
            rf"(?:0?[1-9]|1[0-2])\s?[/.-]\s?{year}",
            rf"{year}[/.-](?:1[0-2]|0?[1-9])(?:[/.-]\d{{1,2}})?(?!\d)",
            year,
        )
    )
    present = alternatives(cues.present)
    until = rf"(?:{SEPARATOR}|\s+(?:{alternatives(cues.until)})\s+)"
    since = rf"(?:{alternatives(cues.since)})\s+"
    patterns = (
        rf"(?:{since})?(?P<from>{date}){until}(?P<to>{date}|{short_year}|(?:{present})\b)",
        rf"(?P<month_from>{month}|(?:{season})){until}(?P<month_to>{date})",
        rf"(?P<year_from>{year})[-–—/](?P<year_to>\d\d)(?!\d)(?![/.-])",
        rf"(?P<since>{since})(?P<since_from>{date})(?!\s*(?:{present}))",
        rf"(?P<open>{date})\s*[-–—]\s*(?=$|[\n|)\]])",
        rf"(?P<single>{date})",
    )
    ranges = re.compile(rf"(?<![\w/.-])(?:{'|'.join(patterns)})(?![\w/])", re.IGNORECASE)
    return DateGrammar(
        ranges=ranges,
        expected=re.compile(rf"\b(?:{alternatives(cues.expected)})\b", re.IGNORECASE),
        seasons=re.compile(rf"^({season})\b", re.IGNORECASE),
        season_months={name.casefold(): int(number) for name, number in cues.seasons.items()},
        present=re.compile(rf"^(?:{present})$", re.IGNORECASE),
        parse=parser(month_names(cues)),
    )


def alternatives(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:s|es)?(?!\w)", re.IGNORECASE)


def month_names(cues: Cues) -> parserinfo:
    """Dateutil's table of words, with the cues' month names in it."""
    words: Any = type("Words", (parserinfo,), {"MONTHS": [tuple(names) for names in cues.months]})
    return cast("parserinfo", words())


def find_dates(text: str, grammar: DateGrammar) -> list[FoundDates]:
    """Find the ranges and single dates in a line, from left to right."""
    found = []
    for match in grammar.ranges.finditer(text):
        dates = range_of(match, grammar)
        if dates is None:
            continue
        if grammar.expected.search(text[max(0, match.start() - 24) : match.start()]):
            dates = DateRange(dates.start, dates.end, is_expected=True)
        found.append(FoundDates(match.start(), match.end(), dates))
    return found


def ends_in_range(text: str, grammar: DateGrammar) -> bool:
    found = find_dates(text, grammar)
    return bool(found) and found[-1].range.start is not None and found[-1].end >= len(text.rstrip(" )]"))


def range_of(match: re.Match[str], grammar: DateGrammar) -> DateRange | None:
    part = match.groupdict()
    if opened := part["since_from"] or part["open"]:
        return open_range(opened, grammar)
    if part["single"]:
        return single_date(part["single"], grammar)
    if part["year_from"]:
        return ordered(part["year_from"], part["year_from"][:2] + part["year_to"])
    if part["month_from"]:
        return over_new_year(part["month_from"], partial(part["month_to"], grammar), grammar)
    if grammar.present.match(part["to"]):
        return open_range(part["from"], grammar)
    return ordered(partial(part["from"], grammar), partial(part["to"], grammar))


def over_new_year(month: str, end: str | None, grammar: DateGrammar) -> DateRange | None:
    """Read "Mar – Aug 2018" within the year, and "Nov – Feb 2018" from the year before."""
    if end is None:
        return None
    start = partial(f"{month} {end[:4]}", grammar)
    if start is not None and start > end:
        start = partial(f"{month} {int(end[:4]) - 1}", grammar)
    return ordered(start, end)


def open_range(text: str, grammar: DateGrammar) -> DateRange | None:
    start = partial(text, grammar)
    return DateRange(start, None, is_current=True) if start else None


def single_date(text: str, grammar: DateGrammar) -> DateRange | None:
    """A season is a range of its own; any other single date is an end."""
    date = partial(text, grammar)
    if date and grammar.seasons.match(text):
        return DateRange(date, months_later(date, SEASON_MONTHS - 1))
    return DateRange(None, date) if date else None


def months_later(date: str, months: int) -> str:
    year, month = divmod(month_number(date) + months, 12)
    return f"{year}-{month + 1:02d}"


def ordered(start: str | None, end: str | None) -> DateRange | None:
    """A range that runs backwards is no range."""
    if start is None or end is None or end < start[: len(end)]:
        return None
    return DateRange(start, end)


def partial(text: str, grammar: DateGrammar) -> str | None:
    """Return `YYYY-MM`, or `YYYY` where the text names no month, or None."""
    text = SHORT_YEAR.sub(lambda match: f" {'20' if match[1] < LATEST_SHORT_YEAR else '19'}{match[1]}", text.strip())
    text = text.strip()
    if text.isdigit():
        return text if FIRST_YEAR <= int(text) <= LAST_YEAR else None
    if text[:1] in "qQ" and text[1:2].isdigit():
        return f"{text[-4:]}-{int(text[1]) * 3 - 2:02d}"
    if season := grammar.seasons.match(text):
        return f"{text[-4:]}-{grammar.season_months[season[1].casefold()]:02d}"
    return parsed(text, grammar.parse)


@lru_cache(maxsize=4096)
def parsed(text: str, parse: parser) -> str | None:
    """Let dateutil read it twice with other months to fall back on: where the answers differ, the text named none."""
    text = re.sub(r"(?<=[^\W\d])\.?-(?=\s*\d)", " ", text)
    text = re.sub(r"\s*([/.-])\s*(?=\d)", r"\1", text)
    text = re.sub(r"^(\d{4})[./](\d{1,2})$", r"\1-\2", re.sub(r"^(\d{1,2})[./-](\d{4})$", r"\2-\1", text))
    try:
        first, second = (parse.parse(text, default=datetime(2000, month, 1)) for month in (1, 2))  # noqa: DTZ001 - no time
    except (ParserError, OverflowError, ValueError):
        return None
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        return None
    return f"{first.year}-{first.month:02d}" if first.month == second.month else f"{first.year}"


def month_number(date: str, *, is_end: bool = False) -> int:
    """Count months since year 0; a bare year begins in January and ends in December."""
    year, _, month = date.partition("-")
    return int(year) * 12 + (int(month) if month else 12 if is_end else 1) - 1


def months_between(ranges: Iterable[DateRange], as_of: str) -> int:
    """Return the months covered by the union of the ranges, both ends counted; a single date covers nothing.

    A range of bare years counts from the middle of one to the middle of the other, as nobody knows better.
    """
    spans = sorted(span for dates in ranges if (span := month_span(dates, as_of)))
    total, reached = 0, -1
    for start, end in spans:
        start = max(start, reached)  # noqa: PLW2901 - what is already counted is cut off
        if end > start:
            total += end - start
            reached = end
    return total


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
    """What "present" means: the taxonomy's release, or the latest past date in the document if that is later."""
    latest = released
    ceiling = month_number(released) + MAXIMUM_AHEAD
    for dates in ranges:
        candidates = () if dates.is_expected else (dates.start, dates.end if dates.start else None)
        for date in candidates:
            if date and "-" in date and date > latest and month_number(date) <= ceiling:
                latest = date
    return latest


def is_month(text: str) -> bool:
    """Say whether this is a month as we write them, YYYY-MM."""
    match = re.fullmatch(r"(\d{4})-(\d{2})", text)
    return match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12  # noqa: PLR2004
