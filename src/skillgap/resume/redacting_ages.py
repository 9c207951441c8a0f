"""Ages, birthdays and birthplaces, found where details of a person stand."""

import re
from collections.abc import Iterator

from msgspec import Struct

from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

BIRTH_YEAR = r"(?:19[3-9]\d|20[01]\d)"
FULL_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|(?:19|20)\d\d[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}日?)"
NUMERIC_DATE = re.compile(rf"(?<![\d.]){FULL_DATE}(?!\d)")
"""A date with its day: among personal details a birthday."""
WRITTEN_DATE = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?[\s/-](?:de\s|of\s)?([^\W\d_]{{3,10}})\.?,?[\s/-](?:de\s|del\s)?"
    rf"|([^\W\d_]{{3,10}})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s){BIRTH_YEAR}(?!\d)",
    re.IGNORECASE,
)
LONE_YEAR = re.compile(
    rf"(?:^|(?<=[|,•·(;\t/]))\s*({BIRTH_YEAR}(?:\s?[./年-]\s?(?:0?[1-9]|1[0-2])月?)?年?|(?:0?[1-9]|1[0-2])[./-]{BIRTH_YEAR})"
    r"(?=\s*(?:$|[|,•·);\t/]))"
)
"""A year, or a month of one, in a field of its own."""
BORN_MARK = re.compile(
    rf"(?:^|(?<=[\s|,•·(;]))(?:b\.|\*|geb\.|n\.|Jg\.|ur\.|°)\s?(?:in\s)?((?:{FULL_DATE}|{BIRTH_YEAR}))(?!\d)",
    re.IGNORECASE,
)
YEAR_AND_MARK = re.compile(rf"({BIRTH_YEAR})\s?(?:년생|年生|г\.\s?р\.?|р\.\s?н\.?|doğumlu)")
"""As in "1996년생", "1985 г.р." and "1985 doğumlu"."""
LONE_MONTH = re.compile(
    rf"(?:^|(?<=[|,•·(;\t]))\s*(([^\W\d_]{{3,10}})\.?\s(?:de\s)?{BIRTH_YEAR})(?=\s*(?:$|[|,•·);\t]))"
)
BIRTHDAY = re.compile(rf"(?:^|(?<=[|,•·(;\t]))\s*(?=\S*{BIRTH_YEAR}){FULL_DATE}(?=\s*(?:$|[|,•·);\t]))")
"""A day in a field of its own."""
AGE = r"(?:1[4-9]|[2-7]\d)"
AGE_BEHIND_NAME = re.compile(rf"[^\W\d_] \(({AGE})\)(?=\s*(?:$|[|,•·]))")
AGE_BETWEEN = re.compile(rf"(?<=[^\W\d_],\s)({AGE})(?=\s*(?:,|$|[|•·]))")
"""A bare number between commas, as in "student, 21, Leeds"."""
YEAR_BEFORE = re.compile(rf"(?<!\w)({BIRTH_YEAR}),\s*$")
"""In front of "single" a year is a birthday."""
PLACE_OF_BIRTH = re.compile(
    r"\s*(?:[rг]\.\s*)?(?:,\s*|\(?(?:in|à|a|au|en|at|w|te|i|em|v|ve|în|в|во|у)\s+)"
    r"([^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:[ -](?:[a-z]{1,4}[ -]){0,2}[^\W\d_a-zß-öø-ÿ][\w'’.-]*){0,3})"
)
"""Behind a date of birth."""
LONGEST_GAP = 40
MOST_WORDS_OF_AGE = 6
"""Of a line that is about the person and no prose: "French, 38 years old, single"."""
YEARS_OF_WORK = {"years", "year", "yrs", "yr", "y"}
"""Behind a dash these may count something else: "Engineer – 12 years"."""
WORKED = (
    r"(?!\s*(?:['’]?d['’ei]|of\b|in\b|as\b|bei\b|experience|exp\b|erfahrung|berufs|de\s+exp|como\b|en\b|at\b|with\b))"
)
"""What is counted in years and is no age."""


class AgeGrammar(Struct, frozen=True):
    """`born` is what stands behind "born" or "date of birth", `named_ages` what stands behind "age", with or without a colon.

    `said_ages` are fields that say how old somebody or something is: "38 years old".
    """

    born: re.Pattern[str]
    phrases: re.Pattern[str]
    lone_ages: re.Pattern[str]
    named_ages: re.Pattern[str]
    said_ages: re.Pattern[str]
    months: frozenset[str]
    marital: Lexicon


def compile_ages(cues: Cues) -> AgeGrammar:
    born = alternatives(cues.contact_labels.get("born", ()))
    named = alternatives(cues.contact_labels.get("age", ()))
    phrases = alternatives(cues.age_phrases)
    said = alternatives(each for each in cues.age_phrases if not each.isalpha())
    units = alternatives((*cues.age_phrases, *cues.age_units))
    certain = alternatives(each for each in (*cues.age_phrases, *cues.age_units) if each not in YEARS_OF_WORK)
    return AgeGrammar(
        born=re.compile(
            rf"(?<!\w)(?:{born})(?!\w)[\s.:：–—-]*([^|;\n]{{0,{LONGEST_GAP}}}?"
            rf"(?:{FULL_DATE}|{BIRTH_YEAR}(?:[./-]\d{{1,2}}[./-]\d{{1,2}})?))(?!\d)",
            re.IGNORECASE,
        ),
        phrases=re.compile(rf"(?<!\w)\d{{2}}[\s-](?:{phrases})(?!\w){WORKED}", re.IGNORECASE),
        lone_ages=re.compile(
            rf"(?:^|(?<=[|,•·(;\t]))\s*(\d\d\s?(?:{units})\.?)(?=\s*(?:$|[|,•·);\t]))"
            rf"|(?:^|(?<=\s[–—-]\s))({AGE}\s(?:{certain})\.?)(?=\s*(?:$|\s[–—-]\s))",
            re.IGNORECASE,
        ),
        named_ages=re.compile(
            rf"(?:^|(?<=[|,•·(;.\t])|(?<=\s[–—-]))\s*(?:{named})[\s.:–—-]{{1,3}}(\d\d)(?!\w)", re.IGNORECASE
        ),
        said_ages=re.compile(rf"(?:^|(?<=[|,•·(;\t]))\s*{AGE}[\s-](?:{said})(?=\s*(?:$|[|,•·);\t]))", re.IGNORECASE),
        months=frozenset(name.casefold().rstrip(".") for month in cues.months for name in month),
        marital=Lexicon(cues.marital_words),
    )


def tells_age(text: str, grammar: AgeGrammar) -> bool:
    """Say whether it names a birthday or an age, wherever it stands.

    By a label, or in few words: how old somebody is, or a day beside "married".
    """
    if grammar.born.search(text) or grammar.named_ages.search(text):
        return True
    is_beside_family = BIRTHDAY.search(text) is not None and grammar.marital.search(text)
    is_said = is_beside_family or grammar.said_ages.search(text) is not None
    return is_said and len(text.split()) <= MOST_WORDS_OF_AGE


def find_ages(text: str, grammar: AgeGrammar) -> Iterator[tuple[int, int]]:
    """Spans of ages and birthdays; may overlap."""
    for pattern in (
        *(grammar.born, BORN_MARK, YEAR_AND_MARK, grammar.lone_ages, grammar.named_ages),
        *(LONE_YEAR, AGE_BEHIND_NAME, AGE_BETWEEN),
    ):
        yield from (match.span(match.lastindex or 0) for match in pattern.finditer(text))
    for pattern in (NUMERIC_DATE, grammar.phrases):
        yield from (match.span() for match in pattern.finditer(text))
    for start, _ in grammar.marital.find(text):
        yield from (match.span(1) for match in YEAR_BEFORE.finditer(text, 0, start))
    for match in WRITTEN_DATE.finditer(text):
        if (match[1] or match[2]).casefold() in grammar.months:
            yield match.span()
    for match in LONE_MONTH.finditer(text):
        if match[2].casefold() in grammar.months:
            yield match.span(1)
