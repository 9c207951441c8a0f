"""One written date: the stretch of months or years that it stands for."""

from collections.abc import Mapping

from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.intervals import FIRST_YEAR, LAST_YEAR, month_number

CENTURY_TURNS = 60
"""From here on a two-digit year belongs to the last century: '87 is 1987, '16 is 2016."""
SEASON_MONTHS, QUARTER_MONTHS, HALF_MONTHS, YEAR_MONTHS = 3, 3, 6, 12
SEMESTERS = {4, 10}
"""Months in which a half of a German school year begins, and no season."""


class Stretch(Struct, frozen=True):
    """First and last month or year that a written date stands for, `YYYY-MM` or `YYYY`."""

    first: str
    last: str


def read_date(text: str, grammar: DateGrammar, *, is_day_first: bool, is_alone: bool = False) -> Stretch | None:
    """Read one date; None where the figures can be no month or no year of our time.

    `is_alone` says that it is no end of a range: then 2007-09 are years.
    """
    match = grammar.written.fullmatch(text.strip())
    if match is None:
        return None
    part = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value is not None}
    year = full_year(part["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if "season" in part:
        return season_of(part, year, grammar)
    if "part" in part:
        return part_of_year(part["part"].upper(), year)
    if "last_year" in part:
        return year_and_figure(year, int(part["last_year"]), is_span=is_alone and "/" not in text)
    return month_or_year(year, month_of(part, grammar, is_day_first=is_day_first))


def month_or_year(year: int, month: int | None) -> Stretch | None:
    date = str(year) if month is None else f"{year}-{month:02d}"
    return Stretch(date, date) if month is None or 1 <= month <= YEAR_MONTHS else None


def month_of(part: Mapping[str, str], grammar: DateGrammar, *, is_day_first: bool) -> int | None:
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        if first > YEAR_MONTHS or second > YEAR_MONTHS:
            return min(first, second)
        return second if is_day_first else first
    written = part.get("month")
    if written is None:
        return None
    return int(written) if written.isdigit() else grammar.months[written.rstrip(".").casefold()]


def year_and_figure(year: int, figure: int, *, is_span: bool) -> Stretch | None:
    """2019/20 is a school year, 2019/07 and 2019-07 a month; alone, 2007-09 are three years."""
    is_later = is_span and figure > year % 100
    if figure == (year + 1) % 100 or figure > YEAR_MONTHS or is_later:
        last = year - year % 100 + figure
        return Stretch(str(year), str(last)) if last > year else None
    return Stretch(f"{year}-{figure:02d}", f"{year}-{figure:02d}") if figure else None


def season_of(part: Mapping[str, str], year: int, grammar: DateGrammar) -> Stretch:
    """Three months from the season's first, six of a semester.

    "Winter 2019/20" begins in the first of the two, as the southern "Summer 2019/20" does.
    """
    month = grammar.seasons[part["season"].casefold()]
    is_southern = "next_year" in part and month == YEAR_MONTHS // 2
    first = f"{year}-{YEAR_MONTHS if is_southern else month:02d}"
    last = part.get("last_season")
    begins = f"{year}-{grammar.seasons[last.casefold()]:02d}" if last else first
    months = HALF_MONTHS if month in SEMESTERS else SEASON_MONTHS
    return Stretch(first, months_later(begins, months - 1))


def part_of_year(name: str, year: int) -> Stretch:
    """Q3 and the French T3 are quarters, H2 a half."""
    months = HALF_MONTHS if name[0] == "H" else QUARTER_MONTHS
    first = f"{year}-{(int(name[1]) - 1) * months + 1:02d}"
    return Stretch(first, months_later(first, months - 1))


def full_year(text: str) -> int:
    year = int(text)
    return year if year > CENTURY_TURNS + 40 else year + (2000 if year < CENTURY_TURNS else 1900)


def months_later(date: str, months: int) -> str:
    year, month = divmod(month_number(date) + months, YEAR_MONTHS)
    return f"{year}-{month + 1:02d}"
