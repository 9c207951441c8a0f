"""What tells a person's age, origin, family or home, found where details of a person stand."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.resume.detail_types import Detail, DetailKind
from skillgap.resume.details import FIELD_BREAK, STRONG_BREAK, DetailGrammar, find_details, find_labels
from skillgap.resume.header_lines import REACHING
from skillgap.resume.home_addresses import address_in, could_be_home
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.resume.redacted_text import Redaction
from skillgap.resume.telephones import find_numbers
from skillgap.taxonomy.types import Cues

REPLACED = {
    DetailKind.NAME: "[name]", DetailKind.GIVEN: "[name]", DetailKind.SURNAME: "[name]", DetailKind.EMAIL: "[e-mail]",
    DetailKind.PHONE: "[phone]", DetailKind.FAX: "[phone]", DetailKind.LOCATION: "[place]", DetailKind.LINK: "[link]",
    DetailKind.BORN: "[age]",
    DetailKind.NATIONALITY: "[nationality]",
    DetailKind.MARITAL: "[marital status]", DetailKind.GENDER: "[gender]", DetailKind.PRIVATE: "[personal]",
}  # fmt: skip
PERSONAL = {
    DetailKind.BORN,
    DetailKind.NATIONALITY,
    DetailKind.MARITAL,
    DetailKind.GENDER,
    DetailKind.PRIVATE,
    DetailKind.LOCATION,
}
TELLING = {DetailKind.BORN, DetailKind.NATIONALITY, DetailKind.MARITAL, DetailKind.GENDER}
"""Labels that show that a line is about the person, wherever it stands."""
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
LONE_MONTH = re.compile(
    rf"(?:^|(?<=[|,•·(;\t]))\s*(([^\W\d_]{{3,10}})\.?\s(?:de\s)?{BIRTH_YEAR})(?=\s*(?:$|[|,•·);\t]))"
)
AGE_BEHIND_NAME = re.compile(r"[^\W\d_] \(((?:1[4-9]|[2-7]\d))\)(?=\s*(?:$|[|,•·]))")
RELATION = re.compile(
    r"(?<![\w/])(?:[sdwch]\s?/\s?o|son of|daughter of|wife of|husband of|c/o)\b[\s.:,–-]*([^|;,·•\t\d]{3,60})",
    re.IGNORECASE,
)
"""Whose child or spouse somebody is."""
SLASHED_RELATION = re.compile(r"^\s*\(?[sdw]\s?/\s?o\b", re.IGNORECASE)
PLACE_OF_BIRTH = re.compile(
    r"\s*(?:,\s*|\(?(?:in|à|a|au|en|at|w|te|i|em|v|ve)\s+)"
    r"([^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:[ -](?:[a-z]{1,4}[ -]){0,2}[^\W\d_a-zß-öø-ÿ][\w'’.-]*){0,3})"
)
"""Behind a date of birth."""
YEAR_BEFORE = re.compile(rf"(?<!\w)({BIRTH_YEAR}),\s*$")
"""In front of "single" a year is a birthday."""
SMALL_FIELD = re.compile(r"(?:^|[|,•·;\t])\s*([^\W\d_]{4,})(?=\s*(?:$|[|,•·;\t]))")
HANDLE = re.compile(r"(?<!\S)@[A-Za-z]\w{2,}")
LONGEST_PERSONAL = 200
LONGEST_AGE_GAP = 40
YOUNGEST = 14
AGE_STEMS = (
    "age", "alter", "edad", "âge", "idade", "età", "leeftijd", "wiek", "vek", "věk", "yaş", "ålder", "alder", "ikä",
    "возраст", "вік", "ηλικία", "umur", "usia", "年龄", "年齡", "年齢", "나이", "العمر", "vârst", "ans", "años",
)  # fmt: skip
"""What labels of an age begin with; the others of a birth have a date or a year behind them."""
WORKED = (
    r"(?!\s*(?:['’]?d['’ei]|of\b|in\b|as\b|bei\b|experience|exp\b|erfahrung|berufs|de\s+exp|como\b|en\b|at\b|with\b))"
)
"""What is counted in years and is no age."""


class PersonalGrammar(Struct, frozen=True):
    """`born` is what stands behind "born" or "date of birth", with or without a colon."""

    details: DetailGrammar
    born: re.Pattern[str]
    ages: re.Pattern[str]
    lone_ages: re.Pattern[str]
    named_ages: re.Pattern[str]
    months: frozenset[str]
    photos: Lexicon
    marital: Lexicon
    genders: Lexicon
    religions: Lexicon
    sex_letters: re.Pattern[str]


def compile_personal(cues: Cues, details: DetailGrammar) -> PersonalGrammar:
    labels = [label.casefold() for label in cues.contact_labels.get("born", ())]
    ages = [label for label in labels if label.startswith(AGE_STEMS)]
    born = [label for label in labels if label not in ages]
    years = alternatives(cues.age_phrases)
    return PersonalGrammar(
        details=details,
        born=re.compile(
            rf"(?<!\w)(?:{alternatives(born)})(?!\w)[\s.:：–—-]*([^|;\n]{{0,{LONGEST_AGE_GAP}}}?(?:{FULL_DATE}|{BIRTH_YEAR}(?:[./-]\d{{1,2}}[./-]\d{{1,2}})?))(?!\d)",
            re.IGNORECASE,
        ),
        ages=re.compile(rf"(?<!\w)\d{{2}}[\s-](?:{years})(?!\w){WORKED}", re.IGNORECASE),
        lone_ages=re.compile(
            rf"(?:^|(?<=[|,•·(;\t]))\s*(\d\d\s?(?:{years}|{alternatives(cues.age_units)})\.?)(?=\s*(?:$|[|,•·);\t]))",
            re.IGNORECASE,
        ),
        named_ages=re.compile(
            rf"(?:^|(?<=[|,•·(;.\t])|(?<=\s[–—-]))\s*(?:{alternatives(ages)})[\s.:–—-]{{1,3}}(\d\d)(?!\w)",
            re.IGNORECASE,
        ),
        months=frozenset(name.casefold().rstrip(".") for month in cues.months for name in month),
        photos=Lexicon(cues.photo_words),
        marital=Lexicon(cues.marital_words),
        genders=Lexicon(cues.gender_words),
        religions=Lexicon(cues.religion_words),
        sex_letters=re.compile(
            rf"(?<!\w)(?:{alternatives(cues.contact_labels.get('gender', ()))})[\s:.–—-]{{1,4}}([mfxwhdk])(?![\w'’])",
            re.IGNORECASE,
        ),
    )


def is_about_person(text: str, grammar: PersonalGrammar) -> bool:
    """Say whether a short line tells a birthday, a nationality, a family or a sex by name, wherever it stands."""
    if len(text) > LONGEST_PERSONAL:
        return False
    return (
        grammar.born.search(text) or grammar.named_ages.search(text) or SLASHED_RELATION.search(text)
    ) is not None or any(kind in TELLING for kind, _, _ in find_labels(text, grammar.details.labels))


def find_personal(text: str, grammar: PersonalGrammar) -> Iterator[Redaction]:
    """Details of a line of the header or of personal details; may overlap."""
    details = find_details(text, grammar.details)
    for detail in details:
        if detail.kind in PERSONAL and detail.is_labelled:
            yield Redaction(detail.start, detail.end, REPLACED[detail.kind])
    yield from (Redaction(each.start, each.end, REPLACED[DetailKind.PHONE]) for each in find_numbers(text))
    for born in find_ages(text, grammar):
        yield born
        place = PLACE_OF_BIRTH.match(text, born.end)
        if place is not None and could_be_home(place[1].rstrip("."), grammar.details):
            yield Redaction(*place.span(1), REPLACED[DetailKind.LOCATION])
    yield from find_places(text, details, grammar)
    yield from find_origin(text, grammar)
    yield from (Redaction(match.start(), match.end(), REPLACED[DetailKind.LINK]) for match in HANDLE.finditer(text))
    if grammar.photos.fullmatch(text.strip("[]() ")):
        yield Redaction(0, len(text), "[photo]")


def find_origin(text: str, grammar: PersonalGrammar) -> Iterator[Redaction]:
    """Words that name a nationality, a family, a sex or a religion."""
    for match in grammar.details.demonyms.finditer(text):
        yield Redaction(match.start(), match.end(), REPLACED[DetailKind.NATIONALITY])
    for match in SMALL_FIELD.finditer(text):
        if match[1] in grammar.details.places.countries:
            yield Redaction(*match.span(1), REPLACED[DetailKind.NATIONALITY])  # "argentina"
    for pattern, kind in ((RELATION, DetailKind.PRIVATE), (grammar.sex_letters, DetailKind.GENDER)):
        for match in pattern.finditer(text):
            yield Redaction(match.start(1), match.start(1) + len(match[1].rstrip(" .")), REPLACED[kind])
    for lexicon, kind in (
        (grammar.marital, DetailKind.MARITAL),
        (grammar.genders, DetailKind.GENDER),
        (grammar.religions, DetailKind.PRIVATE),
    ):
        yield from (
            Redaction(start, end, REPLACED[kind]) for start, end in lexicon.find(text) if is_telling(text[start:end])
        )


def is_telling(word: str) -> bool:
    """Say whether it is more than a letter: "M" alone is an initial or a size, "男" is none."""
    return len(word) > 1 or not word.isascii()


def find_places(text: str, details: Sequence[Detail], grammar: PersonalGrammar) -> Iterator[Redaction]:
    """Places and addresses in the fields of a line, between its numbers and addresses."""
    apart = [each for each in details if each.kind in REACHING]
    for each in reversed(apart):
        text = text[: each.start] + "\t" * (each.end - each.start) + text[each.end :]
    for breaks in (STRONG_BREAK, FIELD_BREAK):
        for start, end in field_spans(text, breaks):
            place = address_in(text[start:end], grammar.details)
            if place is not None:
                at = text.index(place, start, end)
                yield Redaction(at, at + len(place), REPLACED[DetailKind.LOCATION])


def find_ages(text: str, grammar: PersonalGrammar) -> Iterator[Redaction]:
    for pattern in (grammar.born, BORN_MARK, grammar.lone_ages, grammar.named_ages, LONE_YEAR, AGE_BEHIND_NAME):
        yield from (Redaction(*match.span(1), REPLACED[DetailKind.BORN]) for match in pattern.finditer(text))
    for pattern in (NUMERIC_DATE, grammar.ages):
        yield from (Redaction(*match.span(), REPLACED[DetailKind.BORN]) for match in pattern.finditer(text))
    for start, _ in grammar.marital.find(text):
        yield from (
            Redaction(*match.span(1), REPLACED[DetailKind.BORN]) for match in YEAR_BEFORE.finditer(text, 0, start)
        )
    for match in WRITTEN_DATE.finditer(text):
        if (match[1] or match[2]).casefold() in grammar.months:
            yield Redaction(*match.span(), REPLACED[DetailKind.BORN])
    for match in LONE_MONTH.finditer(text):
        if match[2].casefold() in grammar.months:
            yield Redaction(*match.span(1), REPLACED[DetailKind.BORN])


def field_spans(text: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = 0
    ends: Sequence[tuple[int, int]] = [*(match.span() for match in breaks.finditer(text)), (len(text), len(text))]
    for stop, following in ends:
        field = text[position:stop]
        if field.strip():
            start = position + len(field) - len(field.lstrip())
            yield start, start + len(field.strip())
        position = following
