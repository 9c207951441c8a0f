"""Dates and ranges of dates as people write them, in any of the languages whose words the cues know.

Every date that is written stands for a stretch: "Mar 2019" for a month, "2019" for a year, "Summer 2014", "Q3 2021" and
"2019/20" for more. A range goes from the first of one to the last of the other. Partial dates stay partial, and nothing
here asks for today's date: "present" stays open until `reference_month` says what it means.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from skillgap.resume.date_grammar import DAY, SHORT_YEAR, YEAR, DateGrammar
from skillgap.resume.patterns import alternatives
from skillgap.resume.types import DateRange
from skillgap.resume.written_dates import YEAR_MONTHS, Stretch, read_date

NEAR = 24
"""Letters around a date within which a word such as "expected" belongs to it."""
FULL_YEAR = re.compile(YEAR)
FIGURES_ONLY = re.compile(r"^[\d./]+$")
"""A grade such as 3.81/4.00."""
THREE_FIGURES = re.compile(rf"\d{{1,2}}/\d{{1,2}}/{YEAR}")
"""One date, and no range from 03/04 to 2019."""
TWO_FIGURES = re.compile(r"\d\d")
FIGURES_OF_DATE = re.compile(rf"{YEAR}|{SHORT_YEAR}|(?<!\d)\d{{1,2}}\s?[/.]\s?\d\d(?!\d)|[^\W\d_]{{3}}[.\s-]\d\d(?!\d)")
BEGINNING = re.compile(r"(?<![\w/.])(?:([^\W\d_]{2,})|['’‘`´]?\d|[QTH][1-4]\b)", re.IGNORECASE)
FLUSH = "   "
"""What stands flush right comes after a wide gap."""
LONGEST_LEAD = 60
"""Letters of a range that may stand before its first figures."""


class FoundDates(Struct, frozen=True):
    start: int
    end: int
    range: DateRange


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:s|es)?(?!\w)", re.IGNORECASE)


def find_dates(text: str, grammar: DateGrammar, *, is_day_first: bool = True) -> list[FoundDates]:
    """Find the ranges and single dates in a line, from left to right.

    `is_day_first` decides what 03/04/2019 means; where only one reading is a date, that one is taken.
    """
    first = FIGURES_OF_DATE.search(text) if TWO_FIGURES.search(text) else None
    if first is None:
        return []
    found = []
    for match in range_matches(text, max(0, first.start() - LONGEST_LEAD), grammar):
        dates = range_of(match, grammar, is_day_first=is_day_first)
        if dates is None:
            continue
        around = text[max(0, match.start() - NEAR) : match.start()] + " \n " + text[match.end() : match.end() + NEAR]
        if grammar.expected.search(around):
            dates = DateRange(dates.start, dates.end, is_expected=True)
        found.append(FoundDates(match.start(), match.end(), dates))
    return found


def range_matches(text: str, position: int, grammar: DateGrammar) -> Iterator[re.Match[str]]:
    """Try the pattern only where a figure or one of the words stands that a date can begin with."""
    for start in BEGINNING.finditer(text, position):
        if start.start() < position or (start[1] and start[1].casefold() not in grammar.beginnings):
            continue
        match = grammar.ranges.match(text, start.start())
        if match is not None:
            yield match
            position = match.end()


def ends_in_range(text: str, grammar: DateGrammar) -> bool:
    found = find_dates(text, grammar)
    if not found or found[-1].end < len(text.rstrip(" )]")):
        return False
    return found[-1].range.start is not None or text[: found[-1].start].endswith(FLUSH)


def range_of(match: re.Match[str], grammar: DateGrammar, *, is_day_first: bool) -> DateRange | None:
    def stretch(text: str) -> Stretch | None:
        return read_date(text, grammar, is_day_first=is_day_first)

    part = match.groupdict()
    if THREE_FIGURES.fullmatch(match[0]):
        return single_date(stretch(match[0]))
    if opened := part["since_from"] or part["onwards"] or part["open"]:
        date = stretch(opened)
        return DateRange(date.first, None, is_current=True) if date else None
    if part["single"]:
        return single_date(read_date(part["single"], grammar, is_day_first=is_day_first, is_alone=True))
    if part["within"]:
        date = stretch(part["within"])
        return DateRange(date.first, date.last) if date else None
    if part["seasons"]:
        start, end = (stretch(f"{part['seasons']} {part[each]}") for each in ("first_season", "last_season"))
        return ordered(start.first, end.last) if start and end else None
    if part["first_month"]:
        end = stretch(part["last_month"])
        return ordered(f"{end.last[:4]}-{int(part['first_month']):02d}", end.last) if end else None
    if part["month_from"]:
        return over_new_year(part["month_from"], stretch(part["month_to"]), grammar, is_day_first=is_day_first)
    start, end = stretch(part["from"]), stretch(part["to"])
    if start is None or (FIGURES_ONLY.match(match[0]) and not FULL_YEAR.search(match[0])):
        return None
    if end is None:
        return None if part["to"][-1:].isdigit() else DateRange(start.first, None, is_current=True)
    return ordered(start.first, end.last)


def single_date(date: Stretch | None) -> DateRange | None:
    """A season, a quarter or a school year is a range of its own; any other single date is an end."""
    if date is None:
        return None
    return DateRange(date.first, date.last) if date.first != date.last else DateRange(None, date.last)


def over_new_year(month: str, end: Stretch | None, grammar: DateGrammar, *, is_day_first: bool) -> DateRange | None:
    """Read "Mar – Aug 2018" within the year, and "Nov – Feb 2018" from the year before."""
    if end is None or len(end.last) <= len("2018"):
        return None
    for year in (int(end.last[:4]), int(end.last[:4]) - 1):
        start = read_date(f"{month} {year}", grammar, is_day_first=is_day_first)
        if start is not None and start.first <= end.last:
            return ordered(start.first, end.last)
    return None


def ordered(start: str, end: str) -> DateRange | None:
    """A range that runs backwards is no range."""
    return None if end < start[: len(end)] else DateRange(start, end)


def is_day_first(texts: Iterable[str], *, is_american: bool) -> bool:
    """What the document's own dates say about 03/04/2019: any with a day over 12 decides, else where its writer lives."""
    for text in texts:
        for first, second in re.findall(rf"(?<!\d)({DAY})/({DAY})/(?:{YEAR}|\d\d)(?!\d)", text):
            if (int(first) > YEAR_MONTHS) != (int(second) > YEAR_MONTHS):
                return int(first) > YEAR_MONTHS
    return not is_american
