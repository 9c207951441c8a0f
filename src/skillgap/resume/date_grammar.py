"""The patterns of dates and ranges, compiled from the words of all languages."""

import re
from collections.abc import Mapping

from msgspec import Struct

from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

SEPARATOR = r"\s*(?:-{1,3}>?|–|—|−|‐|‑|→|~|〜|～|/|\.\.\.?|>|»|›|÷)\s*"
YEAR = r"(?:19|20)\d\d"
SHORT_YEAR = r"['’‘`´]\s?\d\d"
MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
FIELD = r"(?:^|(?<=[\n\t|(])|(?<=\|\s)|(?<=\s\s))"
"""Where a field begins that has nothing else in it: two dates side by side are a range in a cell, and no range in "Office 2013 2016"."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""Months' numbers, as Poles and Hungarians write them."""
ROMAN = rf"(?-i:{alternatives(ROMANS, minds_case=True)})"
SHORTEST_FORM = 3
"""Letters of a legal form that nobody takes for a degree or a word."""
NO_STATE = r"(?!(?<=,\s)(?-i:(?!WS|SS)[A-Z]{2})\s|(?<=[a-zß-öø-ÿ]\s)(?-i:AB)\s)"
"""Two capitals behind a comma are a state, whatever word they would be: "Flint, MI 2012", where French says "mi 2012";
and "Pumpar AB" is a firm, where German says "ab 2012"."""
FIELD_END = r"(?=\s*(?:$|[\n\t|)]|\s\s))"


class DateGrammar(Struct, frozen=True):
    """Patterns compiled from the cues. `written` reads one date and names its parts; `beginnings` are the words a date can begin with.

    `editions` ends in front of a year that is a product's, others of it between; `in_names` is behind one that is of a firm's name.
    """

    ranges: re.Pattern[str]
    written: re.Pattern[str]
    beginnings: frozenset[str]
    expected: re.Pattern[str]
    editions: re.Pattern[str]
    in_names: re.Pattern[str]
    durations: re.Pattern[str]
    months: Mapping[str, int]
    seasons: Mapping[str, int]


def compile_dates(cues: Cues) -> DateGrammar:
    month = rf"(?:{alternatives(name for names in cues.months for name in names)})(?![^\W\d_])\.?"
    season = alternatives(cues.seasons)
    qualifier = alternatives(cues.date_qualifiers)
    of = rf"(?:(?:{alternatives(cues.date_links)})\s+)?"
    day = rf"{DAY}(?:st|nd|rd|th|er|º|°|\.)?"
    either_year = rf"(?:{YEAR}|{SHORT_YEAR})"
    full = (
        rf"{day}(?:[ \u00a0]{{0,2}}|\s?-\s?){of}{month}[\s,./-]*{of}{either_year}",
        rf"{month}\s*{day},?\s+{YEAR}",
        rf"{month}[\s,./-]*{of}{either_year}",
        rf"(?:{season})(?:\s*/\s*(?:{season}))?,?\s+{of}{either_year}(?:/\d\d(?!\d))?|{YEAR}\s+(?:{season})(?!\w)",
        rf"{YEAR}[\s,]+(?-i:(?=[^\W\d_a-zß-öø-ÿ])){month}(?!\s*[\s,./-]*{either_year})",
        rf"[QT][1-4][\s/,-]*{either_year}|[H][12][\s/,-]*{either_year}|{YEAR}[\s/-]*[QH][1-4]",
        rf"{YEAR}\.\s+(?-i:(?=[a-zß-öø-ÿ])){month}",
        rf"{DAY}\s?[/.-]\s?{DAY}\s?[/.-]\s?{YEAR}",
        rf"{YEAR}\s?[/.-]\s?{MONTH_NUMBER}\s?[/.-]\s?{DAY}(?!\d)",
        rf"{MONTH_NUMBER}\s?[/.-]\s?{YEAR}",
        rf"{YEAR}\s?年\s?{MONTH_NUMBER}\s?月(?:\s?{DAY}\s?日)?",
        rf"{YEAR}[/.-]{MONTH_NUMBER}(?![\d])",
        rf"{YEAR}\s?[/–—-]\s?\d\d(?![\d/.-])",
        rf"(?:(?:{qualifier})[\s.-]*{of})?{YEAR}年?",
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
    end_label = rf"[\s,;|]+(?:{alternatives(cues.end_labels)})\s*:\s*"
    until = rf"(?:(?:(?<=\d)\.|\s*,)?{SEPARATOR}|,?\s+(?:{alternatives(cues.until)})\s+|{end_label})"
    since = rf"(?:{alternatives(cues.since)})\s+{of}"
    ends = alternatives((*cues.until, *cues.expected))
    between = rf"\s*(?:,|{SEPARATOR}|(?:{alternatives(cues.until)}))\s*"
    patterns = (
        rf"(?P<over>{season})\s+{of}(?P<first_of_two>{YEAR})[/–-](?P<last_of_two>{YEAR})",
        rf"(?:{since}|{of})(?P<from>{any_date}){until}(?:(?:{ends})[\s:]+)?(?P<to>{any_date}|(?:{present})(?!\w))",
        rf"(?P<seasons>{season})s?\s+{of}(?P<first_season>{either_year})(?:{between}{either_year})*{between}(?P<last_season>{either_year})",
        rf"{DAY}\.?\s*(?:{SEPARATOR}|(?:{alternatives(cues.until)}))\s*(?P<within>{full[0]})",
        rf"(?P<first_month>{MONTH_NUMBER})\s?[-–]\s?(?P<last_month>{MONTH_NUMBER}[./]{YEAR})",
        rf"{FIELD}(?P<roman_from>{ROMAN}(?:[\s./]+{YEAR})?)\s*[-–—]\s*(?P<roman_to>{ROMAN}[\s./]+{YEAR}){FIELD_END}",
        rf"(?P<month_from>(?:{DAY}\.?\s+)?{month}|(?:{season})){until}(?P<month_to>{date})",
        rf"(?P<since>{since})(?P<since_from>{date}|{MONTH_NUMBER}/\d\d(?!\d)|{SHORT_YEAR})(?:\s+(?:{alternatives(cues.onwards)})(?!\w))?",
        rf"(?P<onwards>{date})\s*,?\s*(?:\(?(?:{alternatives(cues.onwards)}|{present})\)?)(?!\w)",
        rf"(?P<open>{date}|{MONTH_NUMBER}/\d\d(?=\s[-–—]))(?:\s*[-–—→~]\s*(?:(?:…|\.{{3}})\s*)?(?=$|[\n|)\]]|\s{{3}}|(?:~|//|::)\s)|[-–—~](?=\s))",
        rf"{FIELD}(?P<first_cell>{date})(?:\s+|\s\|\s)(?P<last_cell>{date})(?=\s*(?:$|[\n\t|)])|\s{{2,}}(?!\s|{date}))(?!\s*\|?\s*{date})",
        rf"(?P<single>{date}|(?:{qualifier})\s+{SHORT_YEAR}|(?:(?<=[,|·–—-]\s)|(?<=\()){SHORT_YEAR}(?=[.)]?\s*(?:$|[\n\t|])))",
    )
    units = alternatives(cues.duration_units)
    return DateGrammar(
        ranges=re.compile(rf"(?<![\w/.-]){NO_STATE}(?:{'|'.join(patterns)})(?![\w/])(?!-\d|\s?%)", re.IGNORECASE),
        beginnings=frozenset(
            word.casefold().split()[0].rstrip(".")
            for words in (
                *cues.months,
                cues.seasons,
                [f"{name}s" for name in cues.seasons],
                cues.since,
                cues.date_qualifiers,
                cues.date_links,
                ROMANS,
            )
            for word in words
        ),
        written=written_pattern(month, season, qualifier, of),
        expected=re.compile(rf"(?<!\w)(?:{alternatives(cues.expected)})(?!\w)", re.IGNORECASE),
        editions=re.compile(
            rf"(?<![\w-])(?:{alternatives(cues.year_editions)})(?:\s*\()?(?:[\s,;:/|&+–-]|\band\b|\bR2|\bSP\d|{YEAR}|\b\d{{3,5}}(?=[\s:]))*$",
            re.IGNORECASE,
        ),
        in_names=re.compile(
            rf"\)?\s+(?=(?-i:[A-Z(]))(?:{alternatives(form for form in cues.legal_forms if len(form.strip('.')) >= SHORTEST_FORM)})"
            r"(?!\w)(?=\s*(?:$|[,;|(\t\n–—])|\s{2})",
            re.IGNORECASE,
        ),
        durations=re.compile(
            rf"[(\[·•|,–—-]*\s*(?<!\w)(?<!\d[–—-])(?:(?:{alternatives(cues.duration_starts)})\s+)?\d{{1,2}}(?:[.,]\d)?\+?\s*(?:{units})\.?(?!\w)"
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
        rf"(?P<year11>{YEAR})(?:[\s,]+|\.\s+)(?P<month4>{month})",
        rf"(?P<season>{season})(?:\s*/\s*(?P<last_season>{season}))?,?\s+{of}['’‘`´]?\s?(?P<year2>{YEAR}|\d\d)(?:/(?P<next_year>\d\d))?",
        rf"(?P<part>[QTH][1-4])[\s/,-]*['’‘`´]?(?P<year3>{YEAR}|\d\d)",
        rf"(?P<year4>{YEAR})[\s/-]*(?P<part2>[QH][1-4])",
        rf"(?P<a>{DAY})\s?[/.-]\s?(?P<b>{DAY})\s?[/.-]\s?(?P<year5>{YEAR}|\d\d)",
        rf"(?P<year7>{YEAR})\s?[/–—-]\s?(?P<last_year>\d\d)",
        rf"(?P<year6>{YEAR})\s?[/.年-]\s?(?P<month2>{MONTH_NUMBER})(?:月|\s?[/.-]\s?{DAY})?(?:\s?{DAY}\s?日)?",
        rf"(?P<month3>{MONTH_NUMBER})\s?[/.-]\s?(?P<year8>{YEAR}|\d\d)",
        rf"(?:(?:{qualifier})\s+)?['’‘`´]\s?(?P<year9>\d\d)",
        rf"(?:(?:{qualifier})[\s.-]*{of})?{year}年?",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
