"""Dates and ranges of dates as people write them, in any of the languages whose words the cues know.

Every date that is written stands for a stretch: "Mar 2019" for a month, "2019" for a year, "Summer 2014", "Q3 2021" and
"2019/20" for more. A range goes from the first of one to the last of the other. Partial dates stay partial, and nothing
here asks for today's date: "present" stays open until `reference_month` says what it means.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from skillgap.resume.intervals import FIRST_YEAR, LAST_YEAR, month_number
from skillgap.resume.types import DateRange
from skillgap.taxonomy.types import Cues

CENTURY_TURNS = 60
"""From here on a two-digit year belongs to the last century: '87 is 1987, '16 is 2016."""
SEASON_MONTHS, QUARTER_MONTHS, HALF_MONTHS, YEAR_MONTHS = 3, 3, 6, 12
NEAR = 24
"""Letters around a date within which a word such as "expected" belongs to it."""
SEPARATOR = r"\s*(?:-{1,3}>?|–|—|−|‐|‑|→|~|〜|～|/|\.\.\.?|>|»|›|÷)\s*"
YEAR = r"(?:19|20)\d\d"
FULL_YEAR = re.compile(YEAR)
FIGURES_ONLY = re.compile(r"^[\d./]+$")
"""A grade such as 3.81/4.00."""
SHORT_YEAR = r"['’‘`´]\s?\d\d"
THREE_FIGURES = re.compile(rf"\d{{1,2}}/\d{{1,2}}/{YEAR}")
"""One date, and no range from 03/04 to 2019."""
TWO_FIGURES = re.compile(r"\d\d")
FIGURES_OF_DATE = re.compile(rf"{YEAR}|{SHORT_YEAR}|(?<!\d)\d{{1,2}}\s?[/.]\s?\d\d(?!\d)|[^\W\d_]{{3}}[.\s-]\d\d(?!\d)")
BEGINNING = re.compile(r"(?<![\w/.])(?:([^\W\d_]{2,})|['’‘`´]?\d|[QTH][1-4]\b)", re.IGNORECASE)
FLUSH = "   "
"""What stands flush right comes after a wide gap."""
LONGEST_LEAD = 60
"""Letters of a range that may stand before its first figures."""
MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"


class DateGrammar(Struct, frozen=True):
    """Patterns compiled from the cues. `written` reads one date and names its parts; `beginnings` are the words a date can begin with."""

    ranges: re.Pattern[str]
    written: re.Pattern[str]
    beginnings: frozenset[str]
    expected: re.Pattern[str]
    durations: re.Pattern[str]
    months: Mapping[str, int]
    seasons: Mapping[str, int]


class FoundDates(Struct, frozen=True):
    start: int
    end: int
    range: DateRange


class Stretch(Struct, frozen=True):
    """First and last month or year that a written date stands for, `YYYY-MM` or `YYYY`."""

    first: str
    last: str


def compile_dates(cues: Cues) -> DateGrammar:
    month = rf"(?:{alternatives(name for names in cues.months for name in names)})(?![^\W\d_])\.?"
    season = alternatives(cues.seasons)
    of = rf"(?:(?:{alternatives(cues.date_links)})\s+)?"
    day = rf"{DAY}(?:st|nd|rd|th|er|º|°|\.)?"
    either_year = rf"(?:{YEAR}|{SHORT_YEAR})"
    full = (
        rf"{day}[\s-]*{of}{month}[\s,./-]*{of}{either_year}",
        rf"{month}\s*{day},?\s+{YEAR}",
        rf"{month}[\s,./-]*{of}{either_year}",
        rf"(?:{season})(?:\s*/\s*(?:{season}))?,?\s+{of}{either_year}(?:/\d\d(?!\d))?|{YEAR}\s+(?:{season})(?!\w)",
        rf"[QT][1-4][\s/,-]*{either_year}|[H][12][\s/,-]*{either_year}|{YEAR}[\s/-]*[QH][1-4]",
        rf"{DAY}\s?[/.-]\s?{DAY}\s?[/.-]\s?{YEAR}",
        rf"{YEAR}\s?[/.-]\s?{MONTH_NUMBER}\s?[/.-]\s?{DAY}(?!\d)",
        rf"{MONTH_NUMBER}\s?[/.-]\s?{YEAR}",
        rf"{YEAR}\s?年\s?{MONTH_NUMBER}\s?月(?:\s?{DAY}\s?日)?",
        rf"{YEAR}[/.-]{MONTH_NUMBER}(?![\d])",
        rf"{YEAR}\s?[/–—-]\s?\d\d(?![\d/.-])",
        rf"(?:(?:{alternatives(cues.date_qualifiers)})[\s.-]*{of})?{YEAR}年?",
    )
    loose = (
        rf"{DAY}[/.]{DAY}[/.]\d\d(?!\d)",
        rf"{MONTH_NUMBER}\s?[/.]\s?\d\d(?!\d)",
        rf"{month}[\s.-]*\d\d(?![\d])",
        rf"(?:{season})\s+\d\d(?!\d)",
        SHORT_YEAR,
    )
    date = "|".join(full)
    any_date = "|".join((*full[:-2], *loose, *full[-2:]))
    present = alternatives(cues.present)
    until = rf"(?:\s*,?{SEPARATOR}|,?\s+(?:{alternatives(cues.until)})\s+)"
    since = rf"(?:{alternatives(cues.since)})\s+{of}"
    patterns = (
        rf"(?:{since}|{of})(?P<from>{any_date}){until}(?:(?:{alternatives((*cues.until, *cues.expected))})[\s:]+)?(?P<to>{any_date}|(?:{present})(?!\w))",
        rf"(?P<seasons>{season})s?\s+{of}(?P<first_season>{YEAR})(?:\s*(?:,|{SEPARATOR}|(?:{alternatives(cues.until)}))\s*{YEAR})*"
        rf"\s*(?:,|{SEPARATOR}|(?:{alternatives(cues.until)}))\s*(?P<last_season>{YEAR})",
        rf"{DAY}\.?\s*(?:{SEPARATOR}|(?:{alternatives(cues.until)}))\s*(?P<within>{full[0]})",
        rf"(?P<first_month>{MONTH_NUMBER})\s?[-–]\s?(?P<last_month>{MONTH_NUMBER}[./]{YEAR})",
        rf"(?P<month_from>(?:{DAY}\.?\s+)?{month}|(?:{season})){until}(?P<month_to>{date})",
        rf"(?P<since>{since})(?P<since_from>{date}|{MONTH_NUMBER}/\d\d(?!\d))(?:\s+(?:{alternatives(cues.onwards)})(?!\w))?",
        rf"(?P<onwards>{date})\s*,?\s*(?:\(?(?:{alternatives(cues.onwards)}|{present})\)?)(?!\w)",
        rf"(?P<open>{date})(?:\s*[-–—→]\s*(?=$|[\n|)\]]|\s{{3}})|[-–—](?=\s))",
        rf"(?P<single>{date})",
    )
    units = alternatives(cues.duration_units)
    return DateGrammar(
        ranges=re.compile(rf"(?<![\w/.-])(?:{'|'.join(patterns)})(?![\w/])(?!-\d)", re.IGNORECASE),
        beginnings=frozenset(
            word.casefold().split()[0].rstrip(".")
            for words in (
                *cues.months,
                cues.seasons,
                [f"{name}s" for name in cues.seasons],
                cues.since,
                cues.date_qualifiers,
                cues.date_links,
            )
            for word in words
        ),
        written=written_pattern(month, season, alternatives(cues.date_qualifiers), of),
        expected=re.compile(rf"(?<!\w)(?:{alternatives(cues.expected)})(?!\w)", re.IGNORECASE),
        durations=re.compile(
            rf"[(\[·•|,–—-]*\s*(?<!\w)(?:(?:{alternatives(cues.duration_starts)})\s+)?\d{{1,2}}(?:[.,]\d)?\+?\s*(?:{units})\.?(?!\w)"
            rf"(?:\s*(?:,|and|&|\+)?\s*\d{{1,2}}\s*(?:{units})\.?(?!\w))?\s*[)\]]?",
            re.IGNORECASE,
        ),
        months={name.casefold(): number for number, names in enumerate(cues.months, start=1) for name in names},
        seasons={name.casefold(): int(number) for name, number in cues.seasons.items()},
    )


def written_pattern(month: str, season: str, qualifier: str, of: str) -> re.Pattern[str]:
    """One date in full, its parts named; a name that stands in several forms carries their number."""
    year = rf"(?P<year>{YEAR})"
    forms = (
        rf"(?:{DAY}\D{{0,3}}?[\s-]*{of})?(?P<month>{month})(?:\s*{DAY}(?:st|nd|rd|th|er)?,?\s)?[\s,./-]*{of}['’‘`´]?\s?(?P<year1>{YEAR}|\d\d)",
        rf"(?P<year10>{YEAR})\s+(?P<season2>{season})",
        rf"(?P<season>{season})(?:\s*/\s*(?P<last_season>{season}))?,?\s+{of}['’‘`´]?\s?(?P<year2>{YEAR}|\d\d)(?:/(?P<next_year>\d\d))?",
        rf"(?P<part>[QTH][1-4])[\s/,-]*['’‘`´]?(?P<year3>{YEAR}|\d\d)",
        rf"(?P<year4>{YEAR})[\s/-]*(?P<part2>[QH][1-4])",
        rf"(?P<a>{DAY})\s?[/.-]\s?(?P<b>{DAY})\s?[/.-]\s?(?P<year5>{YEAR}|\d\d)",
        rf"(?P<year7>{YEAR})\s?[/–—-]\s?(?P<last_year>\d\d)",
        rf"(?P<year6>{YEAR})\s?[/.年-]\s?(?P<month2>{MONTH_NUMBER})(?:月|\s?[/.-]\s?{DAY})?(?:\s?{DAY}\s?日)?",
        rf"(?P<month3>{MONTH_NUMBER})\s?[/.-]\s?(?P<year8>{YEAR}|\d\d)",
        r"['’‘`´]\s?(?P<year9>\d\d)",
        rf"(?:(?:{qualifier})[\s.-]*{of})?{year}年?",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """Match any of the words, the longest first; what matches nothing where there is none."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found) or r"(?!)"


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
    month = month_of(part, grammar, is_day_first=is_day_first)
    if month is None:
        return Stretch(str(year), str(year))
    return Stretch(f"{year}-{month:02d}", f"{year}-{month:02d}") if 1 <= month <= YEAR_MONTHS else None


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
    """Three months from the season's first; "Winter 2019/20" begins in the first of the two years."""
    first = f"{year}-{grammar.seasons[part['season'].casefold()]:02d}"
    last = part.get("last_season")
    begins = f"{year}-{grammar.seasons[last.casefold()]:02d}" if last else first
    return Stretch(first, months_later(begins, SEASON_MONTHS - 1))


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


def is_day_first(texts: Iterable[str], *, is_american: bool) -> bool:
    """What the document's own dates say about 03/04/2019: any with a day over 12 decides, else where its writer lives."""
    for text in texts:
        for first, second in re.findall(rf"(?<!\d)({DAY})/({DAY})/(?:{YEAR}|\d\d)(?!\d)", text):
            if (int(first) > YEAR_MONTHS) != (int(second) > YEAR_MONTHS):
                return int(first) > YEAR_MONTHS
    return not is_american
