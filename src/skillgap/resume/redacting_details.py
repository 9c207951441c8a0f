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
from skillgap.resume.redacting_ages import PLACE_OF_BIRTH, AgeGrammar, compile_ages, find_ages, tells_age
from skillgap.resume.telephones import find_numbers
from skillgap.taxonomy.words import Cues

REPLACED = {
    DetailKind.NAME: "[name]", DetailKind.GIVEN: "[name]", DetailKind.SURNAME: "[name]", DetailKind.EMAIL: "[e-mail]",
    DetailKind.PHONE: "[phone]", DetailKind.FAX: "[phone]", DetailKind.LOCATION: "[place]", DetailKind.LINK: "[link]",
    DetailKind.BORN: "[age]",
    DetailKind.AGE: "[age]",
    DetailKind.NATIONALITY: "[nationality]",
    DetailKind.MARITAL: "[marital status]", DetailKind.GENDER: "[gender]", DetailKind.PRIVATE: "[personal]",
}  # fmt: skip
PERSONAL = {
    DetailKind.BORN,
    DetailKind.AGE,
    DetailKind.NATIONALITY,
    DetailKind.MARITAL,
    DetailKind.GENDER,
    DetailKind.PRIVATE,
    DetailKind.LOCATION,
}
TELLING = {DetailKind.BORN, DetailKind.AGE, DetailKind.NATIONALITY, DetailKind.MARITAL, DetailKind.GENDER}
"""Labels that show that a line is about the person, wherever it stands."""
RELATION = re.compile(
    r"(?<![\w/])(?:[sdwch]\s?/\s?o|son of|daughter of|wife of|husband of|c/o)\b[\s.:,–-]*([^|;,·•\t\d]{3,60})",
    re.IGNORECASE,
)
"""Whose child or spouse somebody is."""
SLASHED_RELATION = re.compile(r"^\s*\(?[sdw]\s?/\s?o\b", re.IGNORECASE)
NATIONAL_NUMBER = re.compile(
    r"(?<!\w)(?:[A-Z]{6}\d\d[A-EHLMPR-T]\d\d[A-Z]\d{3}[A-Z]|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d|[A-Z]{5}\d{4}[A-Z]|[XYZ]?\d{7,8}-?[A-Z])(?!\w)"
)
"""What states number their citizens by: of Italy, Mexico, India and Spain."""
SAID_AGE = re.compile(
    r"(?:\b(?:I am|I['’]m|s?he is|s?he['’]s|they are|ich bin|j['’]ai|tengo)|\[name\] is)\s+(?:an?\s+|now\s+|currently\s+)?"
    r"((?:1[4-9]|[2-7]\d)(?:[\s-](?:years?|yrs?|jahre|ans|años)(?:[\s-](?:old|young|of age|alt))?)?)(?!\w|[.,:]\d|\s*%)"
    r"(?!\s*(?:years|jahre|ans|años|of\b|in\b|erfahrung|d['’]e|de\s+exp|experience|different|people|employees|times|credits))",
    re.IGNORECASE,
)
SAID_TOO = re.compile(
    r"\b(?:I am|I['’]m|s?he is|s?he['’]s|they are)\s[^.;:!?\n]{1,80}?\sand\s((?:1[4-9]|[2-7]\d)[\s-]years?[\s-](?:old|young|of age))(?!\w)",
    re.IGNORECASE,
)
"""As in "I am a father and 44 years old"."""
SAID_FAMILY = re.compile(
    r"\b(?:(?:single|proud|working|married|devoted|busy)\s+)?(?:mother|father|mum|mom|dad) of (?:an?|one|two|three|four|five|six|\d)\b"
    r"(?:\s(?:\w+\s)?(?:children|kids|boys|girls|sons|daughters|son|daughter|boy|girl|child))?",
    re.IGNORECASE,
)
LEVEL = r"(?-i:[ABC][12])\+?(?!\w)"
"""Of a language, in the European framework."""
SMALL_FIELD = re.compile(r"(?:^|[|,•·;\t])\s*([^\W\d_]{4,})(?=\s*(?:$|[|,•·;\t]))")
HANDLE = re.compile(r"(?<!\S)@[A-Za-z]\w{2,}")
LONGEST_PERSONAL = 200
MOST_PRIVATE_WORDS = 4
FEWEST_TELLING = 2
"""Lines that make their neighbours a list of personal details."""


class PersonalGrammar(Struct, frozen=True):
    details: DetailGrammar
    ages: AgeGrammar
    photos: Lexicon
    marital: Lexicon
    genders: Lexicon
    religions: Lexicon
    sex_letters: re.Pattern[str]
    spoken: re.Pattern[str]


def compile_personal(cues: Cues, details: DetailGrammar) -> PersonalGrammar:
    return PersonalGrammar(
        details=details,
        ages=compile_ages(cues),
        photos=Lexicon(cues.photo_words),
        marital=Lexicon(cues.marital_words),
        genders=Lexicon(cues.gender_words),
        religions=Lexicon(cues.religion_words),
        spoken=re.compile(
            rf"(?:\s*(?:[,/&+]|and|und|et|y|e|en|och|i)\s*{details.demonyms.pattern})*"
            rf"(?:\s*[(:–—-]\s*(?:{LEVEL}|{alternatives(cues.fluencies)})|\s+{LEVEL})(?=\s*(?:$|[)|,;.•·/\t(]|\s-\s))",
            re.IGNORECASE,
        ),
        sex_letters=re.compile(
            rf"(?<!\w)(?:{alternatives(cues.contact_labels.get('gender', ()))})[\s:.–—-]{{1,4}}([mfxwhdk])(?![\w'’])",
            re.IGNORECASE,
        ),
    )


def is_about_person(text: str, grammar: PersonalGrammar) -> bool:
    """Say whether a short line tells a birthday, a nationality, a family or a sex by name, wherever it stands."""
    return len(text) <= LONGEST_PERSONAL and (
        tells_age(text, grammar.ages)
        or SLASHED_RELATION.search(text) is not None
        or any(tells(text, *label) for label in find_labels(text, grammar.details.labels))
    )


def tells(text: str, kind: DetailKind, start: int, after: int) -> bool:
    """Say whether the label says so wherever it stands, or, as "Religion", where a few words behind it are all of the line."""
    is_brief = kind is DetailKind.PRIVATE and 0 < len(text[after:].split()) <= MOST_PRIVATE_WORDS
    return kind in TELLING or (is_brief and not text[:start].strip(" •*–-"))


def lines_about_person(lines: Sequence[str], grammar: PersonalGrammar) -> list[bool]:
    """Which lines are about the person: those that tell it, and where several do, what else of theirs has a label of such details."""
    telling = [is_about_person(line, grammar) for line in lines]
    if sum(telling) < FEWEST_TELLING:
        return telling
    return [tells or begins_with_label(line, grammar) for tells, line in zip(telling, lines, strict=True)]


def begins_with_label(text: str, grammar: PersonalGrammar) -> bool:
    return len(text) <= LONGEST_PERSONAL and any(
        not text[:start].strip(" •*–-") for _, start, _ in find_labels(text, grammar.details.labels)
    )


def find_personal(text: str, grammar: PersonalGrammar) -> Iterator[Redaction]:
    """Details of a line of the header or of personal details; may overlap."""
    details = find_details(text, grammar.details)
    for detail in details:
        if detail.kind in PERSONAL and detail.is_labelled:
            yield Redaction(detail.start, detail.end, REPLACED[detail.kind])
    yield from (Redaction(each.start, each.end, REPLACED[DetailKind.PHONE]) for each in find_numbers(text))
    for start, end in find_ages(text, grammar.ages):
        yield Redaction(start, end, REPLACED[DetailKind.BORN])
        place = PLACE_OF_BIRTH.match(text, end)
        if place is not None and could_be_home(place[1].rstrip("."), grammar.details):
            yield Redaction(*place.span(1), REPLACED[DetailKind.LOCATION])
    yield from find_places(text, details, grammar)
    yield from find_origin(text, grammar)
    for match in NATIONAL_NUMBER.finditer(text):
        yield Redaction(*match.span(), REPLACED[DetailKind.PRIVATE])
    yield from (Redaction(match.start(), match.end(), REPLACED[DetailKind.LINK]) for match in HANDLE.finditer(text))
    if grammar.photos.fullmatch(text.strip("[]() ")):
        yield Redaction(0, len(text), "[photo]")


def find_said(text: str) -> Iterator[Redaction]:
    """Ages and families that somebody tells in a sentence, in whatever section."""
    if not any(map(str.isdigit, text)) and " of " not in text:
        return
    for pattern in (SAID_AGE, SAID_TOO):
        yield from (Redaction(*match.span(1), REPLACED[DetailKind.BORN]) for match in pattern.finditer(text))
    for match in SAID_FAMILY.finditer(text):
        yield Redaction(*match.span(), REPLACED[DetailKind.MARITAL])


def find_origin(text: str, grammar: PersonalGrammar) -> Iterator[Redaction]:
    """Words that name a nationality, a family, a sex or a religion."""
    for match in grammar.details.demonyms.finditer(text):
        if grammar.spoken.match(text, match.end()):
            continue  # how well somebody speaks it makes it a language
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


def field_spans(text: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = 0
    ends: Sequence[tuple[int, int]] = [*(match.span() for match in breaks.finditer(text)), (len(text), len(text))]
    for stop, following in ends:
        field = text[position:stop]
        if field.strip():
            start = position + len(field) - len(field.lstrip())
            yield start, start + len(field.strip())
        position = following
