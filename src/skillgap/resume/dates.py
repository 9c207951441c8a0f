"""Dates and ranges of dates as people write them, in any of the languages whose words the cues know.

Every date that is written stands for a stretch: "Mar 2019" for a month, "2019" for a year, "Summer 2014", "Q3 2021" and
"2019/20" for more. A range goes from the first of one to the last of the other. Partial dates stay partial, and nothing
here asks for today's date: "present" stays open until `reference_month` says what it means.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from skillgap.resume.date_grammar import DAY, ROMANS, SHORT_YEAR, YEAR, DateGrammar
from skillgap.resume.types import DateRange
from skillgap.resume.written_dates import YEAR_MONTHS, Stretch, read_date

NEAR = 24
"""Letters around a date within which a word such as "expected" belongs to it."""
FULL_YEAR = re.compile(YEAR)
FIGURES_ONLY = re.compile(r"^[\d./]+$")
"""A grade such as 3.81/4.00."""
YEARS_ONLY = re.compile(rf"{YEAR}(?:(?:[\s|,/–—-]|and)+(?:{YEAR}|\d\d))?")
THREE_FIGURES = re.compile(rf"\d{{1,2}}/\d{{1,2}}/{YEAR}")
"""One date, and no range from 03/04 to 2019."""
TWO_FIGURES = re.compile(r"\d\d")
FIGURES_OF_DATE = re.compile(rf"{YEAR}|{SHORT_YEAR}|(?<!\d)\d{{1,2}}\s?[/.]\s?\d\d(?!\d)|[^\W\d_]{{3}}[.\s-]\d\d(?!\d)")
DAY_AND_MONTH = re.compile(rf"(?<!\d)({DAY})/({DAY})/(?:{YEAR}|\d\d)(?!\d)")
BEGINNING = re.compile(r"(?<![\w/.])(?:([^\W\d_]{2,})|['’‘`´]?\d|[QTH][1-4]\b)", re.IGNORECASE)
FLUSH = "   "
"""What stands flush right comes after a wide gap."""
LONGEST_TOTAL = 40
"""Letters of how long something took."""
NAME_BEFORE = re.compile(r"[^\W\d_]\s+\(?$")
WINTER, SUMMER = "-12", "-06"
LONGEST_LEAD = 60
"""Letters of a range that may stand before its first figures."""


Read = Callable[[str], Stretch | None]


class FoundDates(Struct, frozen=True):
    start: int
    end: int
    range: DateRange


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
        if dates is None or is_edition(match, text, grammar) or is_in_name(match, text, grammar):
            continue
        around = text[max(0, match.start() - NEAR) : match.start()] + " \n " + text[match.end() : match.end() + NEAR]
        if grammar.expected.search(around):
            dates = DateRange(dates.start, dates.end, is_expected=True)
        found.append(FoundDates(match.start(), match.end(), dates))
    return found


def is_edition(match: re.Match[str], text: str, grammar: DateGrammar) -> bool:
    """Say whether bare years are a product's editions: "Windows Server 2012 2016"."""
    are_years = YEARS_ONLY.fullmatch(match[0]) is not None
    return are_years and grammar.editions.search(text[max(0, match.start() - LONGEST_LEAD) : match.start()]) is not None


def is_in_name(match: re.Match[str], text: str, grammar: DateGrammar) -> bool:
    """Say whether a year is a part of a firm's name: "Ropewalk Rigging 2014 Ltd", "Ropewalk (2014) Limited"."""
    is_year = FULL_YEAR.fullmatch(match[0]) is not None
    return (
        is_year
        and NAME_BEFORE.search(text[max(0, match.start() - NEAR) : match.start()]) is not None
        and grammar.in_names.match(text, match.end()) is not None
    )


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
    """Say whether a line ends in a range of dates, or in how long that is behind it: "Jun 2018 - Feb 2020 (1 year 9 months)"."""
    found = find_dates(text, grammar)
    rest = text[found[-1].end :] if found else text
    if not found or (rest.strip(" )]") and not grammar.durations.fullmatch(rest.strip())):
        return False
    return found[-1].range.start is not None or text[: found[-1].start].endswith(FLUSH)


def is_total(text: str, grammar: DateGrammar) -> bool:
    """Say whether the line is how long something took, in years and months, and nothing else: "5 years 2 months"."""
    if len(text) > LONGEST_TOTAL or not any(map(str.isdigit, text)):
        return False
    found = grammar.durations.search(text)
    return found is not None and not (text[: found.start()] + text[found.end() :]).strip(" ·•()-–—")


def range_of(match: re.Match[str], grammar: DateGrammar, *, is_day_first: bool) -> DateRange | None:
    """What a match of `grammar.ranges` says; which of its forms it is, its last named group tells."""

    def read(text: str) -> Stretch | None:
        return read_date(text, grammar, is_day_first=is_day_first)

    if THREE_FIGURES.fullmatch(match[0]):
        return single_date(read(match[0]))
    if match.lastgroup == "single":
        return single_date(read_date(match["single"], grammar, is_day_first=is_day_first, is_alone=True))
    return FORMS[match.lastgroup or "to"](match, read)


def from_one_to_other(match: re.Match[str], read: Read) -> DateRange | None:
    start, end = read(match["from"]), read(match["to"])
    if start is None or (FIGURES_ONLY.match(match[0]) and not FULL_YEAR.search(match[0])):
        return None
    if end is None:
        return None if match["to"][-1:].isdigit() else DateRange(start.first, None, is_current=True)
    return ordered(start.first, end.last)


def opened(match: re.Match[str], read: Read) -> DateRange | None:
    """Read "Since 2020", "2020 onwards" and "2020 –"."""
    date = read(match[match.lastgroup or 0])
    return DateRange(date.first, None, is_current=True) if date else None


def days_of_month(match: re.Match[str], read: Read) -> DateRange | None:
    date = read(match["within"])
    return DateRange(date.first, date.last) if date else None


def several_seasons(match: re.Match[str], read: Read) -> DateRange | None:
    start, end = (read(f"{match['seasons']} {match[year]}") for year in ("first_season", "last_season"))
    return ordered(start.first, end.last) if start and end else None


def season_of_two_years(match: re.Match[str], read: Read) -> DateRange | None:
    """Read "Winter 2016-2017" and the southern "Summer 2016/2017", which go over the new year, and "Fall 2016-2018"."""
    first, last = match["first_of_two"], match["last_of_two"]
    start = read(f"{match['over']} {first}")
    if start is None:
        return None
    is_over = start.first.endswith(WINTER) or (start.first.endswith(SUMMER) and "/" in match[0])
    if is_over and int(last) == int(first) + 1:
        return DateRange(f"{first}-12", f"{last}-02")
    return ordered(start.first, last)


def roman_months(match: re.Match[str], _: Read) -> DateRange | None:
    """Read "VII – IX 2011" and "VII 2011 – IX 2012"."""
    months = [re.split(r"[\s./]+", match[name]) for name in ("roman_from", "roman_to")]
    year = months[1][1]
    start, end = (f"{(*own, year)[1]}-{ROMANS.index(own[0]) + 1:02d}" for own in months)
    return ordered(start, end)


def dates_of_cell(match: re.Match[str], read: Read) -> DateRange | None:
    """Read "2018 2022", as tables have it that print no dash, or a column for each, whichever comes first."""
    one, other = read(match["first_cell"]), read(match["last_cell"])
    if one is None or other is None:
        return None
    first, last = sorted((one, other), key=lambda each: each.first)
    return ordered(first.first, last.last)


def months_of_year(match: re.Match[str], read: Read) -> DateRange | None:
    """Read "07–09.2011"."""
    end = read(match["last_month"])
    return ordered(f"{end.last[:4]}-{int(match['first_month']):02d}", end.last) if end else None


def single_date(date: Stretch | None) -> DateRange | None:
    """A season, a quarter or a school year is a range of its own; any other single date is an end."""
    if date is None:
        return None
    return DateRange(date.first, date.last) if date.first != date.last else DateRange(None, date.last)


def over_new_year(match: re.Match[str], read: Read) -> DateRange | None:
    """Read "Mar – Aug 2018" within the year, and "Nov – Feb 2018" from the year before."""
    end = read(match["month_to"])
    if end is None or len(end.last) <= len("2018"):
        return None
    for year in (int(end.last[:4]), int(end.last[:4]) - 1):
        start = read(f"{match['month_from']} {year}")
        if start is not None and start.first <= end.last:
            return ordered(start.first, end.last)
    return None


def ordered(start: str, end: str) -> DateRange | None:
    """A range that runs backwards is no range."""
    return None if end < start[: len(end)] else DateRange(start, end)


def is_day_first(texts: Iterable[str], *, is_american: bool) -> bool:
    """What the document's own dates say about 03/04/2019: any with a day over 12 decides, else where its writer lives."""
    for text in texts:
        for first, second in DAY_AND_MONTH.findall(text) if "/" in text else ():
            if (int(first) > YEAR_MONTHS) != (int(second) > YEAR_MONTHS):
                return int(first) > YEAR_MONTHS
    return not is_american


FORMS: Mapping[str, Callable[[re.Match[str], Read], DateRange | None]] = {
    "last_of_two": season_of_two_years,
    "roman_to": roman_months,
    "to": from_one_to_other,
    "since_from": opened,
    "onwards": opened,
    "open": opened,
    "within": days_of_month,
    "last_season": several_seasons,
    "last_cell": dates_of_cell,
    "last_month": months_of_year,
    "month_to": over_new_year,
}
"""How each form of a range is read, by the last of its named groups."""
