"""Redaction, in the one place that does it: who somebody is replaced by what was there, in any text and with every span aligned.

What is replaced: the name and each word of it, e-mail addresses, telephone numbers and links anywhere; place, age, nationality, marital
status, gender and the like where a person's details stand; pronouns everywhere; on request the names of schools and employers.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.contact import CONTACT_SECTIONS, Contact, fields_of
from skillgap.resume.dates import alternatives
from skillgap.resume.details import (
    FIELD_BREAK,
    POSTCODE_LIKE,
    Detail,
    DetailGrammar,
    DetailKind,
    emails_and_links,
    find_details,
    is_place_field,
    phones,
)
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.names import latin_letters
from skillgap.resume.types import LogicalLine, Resume, SectionKind
from skillgap.taxonomy.types import Cues

SHORTEST_WORD = 3
"""Letters of a word of the name that is replaced wherever it stands."""
SHORTEST_KEY = 4
REPLACED = {
    DetailKind.NAME: "[name]", DetailKind.EMAIL: "[e-mail]", DetailKind.PHONE: "[phone]", DetailKind.FAX: "[phone]", DetailKind.SURNAME: "[name]", DetailKind.LOCATION: "[place]", DetailKind.LINK: "[link]",
    DetailKind.BORN: "[age]", DetailKind.NATIONALITY: "[nationality]", DetailKind.MARITAL: "[marital status]", DetailKind.GENDER: "[gender]",
    DetailKind.PRIVATE: "[personal]",
}  # fmt: skip
PERSONAL = {DetailKind.BORN, DetailKind.NATIONALITY, DetailKind.MARITAL, DetailKind.GENDER, DetailKind.PRIVATE, DetailKind.LOCATION}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CASED_ONLY = {"mr", "mrs", "ms", "miss", "mx", "sir", "madam"}
"""Of address only where they begin with a capital and a name follows: "did not miss a deadline" stays."""


class Redaction(Struct, frozen=True):
    """A stretch of the text as it was, and what stands there instead."""

    start: int
    end: int
    replacement: str


class RedactedText(Struct, frozen=True):
    """`places` says where anything of the original stands now."""

    text: str
    redactions: tuple[Redaction, ...]

    def place(self, offset: int) -> int:
        """Where the original's letter stands; one that was replaced, where its replacement begins."""
        before = bisect_right(self.redactions, offset, key=lambda each: each.start)
        shift = sum(len(each.replacement) - (each.end - each.start) for each in self.redactions[: max(0, before - 1)])
        if before == 0:
            return offset
        last = self.redactions[before - 1]
        if offset < last.end:
            return last.start + shift
        return offset + shift + len(last.replacement) - (last.end - last.start)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of what stands for a half-open span of the original."""
        first = self.place(start)
        touched = [each for each in self.redactions if each.start < end <= each.end]
        if touched:
            return first, self.place(touched[-1].start) + len(touched[-1].replacement)
        return first, self.place(end - 1) + 1 if end > start else first


class RedactionGrammar(Struct, frozen=True):
    """`born` is what stands behind "born" or "date of birth" without a colon."""

    details: DetailGrammar
    born: re.Pattern[str]
    neutral: Mapping[str, str]
    photos: Lexicon
    marital: Lexicon
    genders: Lexicon


FULL_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
"""A date with its day: among personal details a birthday."""
NAME_FOLLOWS = re.compile(r"\.?\s+[^\W\d_a-z]")
BETWEEN_PARTS = re.compile(r"[-'’\"“”„()]")


def compile_redaction(cues: Cues, details: DetailGrammar) -> RedactionGrammar:
    return RedactionGrammar(
        details=details,
        born=re.compile(
            rf"(?<!\w)(?:{alternatives(cues.contact_labels.get('born', ()))})(?!\w)[\s.:]*([^|,;\n]*\d{{4}})",
            re.IGNORECASE,
        ),
        neutral={word.casefold(): neutral for word, neutral in cues.neutral_words.items()},
        photos=Lexicon(cues.photo_words),
        marital=Lexicon(cues.marital_words),
        genders=Lexicon(cues.gender_words),
    )


class Redactor:
    """Knows what gives one person away, and finds it in any text: the document's, or a string of the JSON."""

    def __init__(self, secrets: Mapping[str, str], names: Iterable[str], grammar: RedactionGrammar) -> None:
        """`secrets` are whole strings with their replacements, `names` words of the name without accents."""
        self._grammar = grammar
        self._secrets = {folded(secret): replacement for secret, replacement in secrets.items()}
        self._names = frozenset(names)
        longest_first = sorted(self._secrets, key=lambda each: (-len(each), each))
        self._pattern = re.compile("|".join(rf"(?<!\w){flexible(each)}(?!\w)" for each in longest_first) or r"(?!)", re.IGNORECASE)

    def redacted(self, text: str, *, is_personal: bool = False) -> RedactedText:
        """Replace all of it in one string; `is_personal` says that the string is a line about the person."""
        found = [*self.find(text), *(self.find_personal(text) if is_personal else ())]
        return replaced(text, found)

    def redacted_document(self, document: Document, resume: Resume) -> RedactedText:
        found = list(self.find(document.text))
        for line in resume.lines:
            if resume.kind_of(line) in CONTACT_SECTIONS:
                for each in self.find_personal(line.text):
                    found.append(Redaction(*line.span(each.start, each.end), each.replacement))
        return replaced(document.text, found)

    def find(self, text: str) -> Iterator[Redaction]:
        """What gives the person away wherever it stands: may overlap."""
        for match in self._pattern.finditer(text):
            yield Redaction(match.start(), match.end(), self._secrets[folded(match[0])])
        found: list[Detail] = list(emails_and_links(text))
        found += phones(text, found, {})
        yield from (Redaction(each.start, each.end, REPLACED[each.kind]) for each in found)
        for match in WORD.finditer(text):
            replacement = self._word(match[0], text, match.end())
            if replacement is not None:
                yield Redaction(match.start(), match.end(), replacement)

    def find_personal(self, text: str) -> Iterator[Redaction]:
        """Details of a line of the header or of personal details."""
        grammar = self._grammar
        for detail in find_details(text, grammar.details):
            if detail.kind in PERSONAL and detail.is_labelled:
                yield Redaction(detail.start, detail.end, REPLACED[detail.kind])
        for pattern, kind in (
            (FULL_DATE, DetailKind.BORN),
            (grammar.born, DetailKind.BORN),
            (grammar.details.ages, DetailKind.BORN),
            (grammar.details.demonyms, DetailKind.NATIONALITY),
        ):
            yield from (Redaction(match.start(), match.end(), REPLACED[kind]) for match in pattern.finditer(text))
        for lexicon, kind in ((grammar.marital, DetailKind.MARITAL), (grammar.genders, DetailKind.GENDER)):
            yield from (Redaction(start, end, REPLACED[kind]) for start, end in lexicon.find(text))
        if grammar.photos.fullmatch(text.strip("[]() ")):
            yield Redaction(0, len(text), "[photo]")
        for start, end in field_spans(text):
            field = text[start:end]
            if is_place_field(field, grammar.details) or POSTCODE_LIKE.search(field):
                yield Redaction(start, end, REPLACED[DetailKind.LOCATION])

    def _word(self, word: str, text: str, end: int) -> str | None:
        folded_word = word.casefold()
        neutral = self._grammar.neutral.get(folded_word)
        if neutral is not None:
            if folded_word in CASED_ONLY and not (word[0].isupper() and NAME_FOLLOWS.match(text, end)):
                return None
            return neutral.capitalize() if word[0].isupper() and not word.isupper() else neutral
        if word[0].islower():
            return None
        parts = {latin_letters(part) or part for part in (word, *BETWEEN_PARTS.split(word))}
        return REPLACED[DetailKind.NAME] if parts & self._names else None


def replaced(text: str, found: Iterable[Redaction]) -> RedactedText:
    """Without overlaps, from left to right; of two at one place the longer. What overlaps at its end is replaced with the first."""
    kept: list[Redaction] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if each.end <= each.start:
            continue
        if kept and each.start < kept[-1].end:
            if each.end > kept[-1].end:
                kept[-1] = Redaction(kept[-1].start, each.end, kept[-1].replacement)
            continue
        kept.append(each)
    parts: list[str] = []
    position = 0
    for each in kept:
        parts += (text[position : each.start], each.replacement)
        position = each.end
    return RedactedText("".join((*parts, text[position:])), tuple(kept))


def field_spans(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in (*FIELD_BREAK.finditer(text), None):
        stop = match.start() if match else len(text)
        field = text[position:stop]
        if field.strip():
            start = position + len(field) - len(field.lstrip())
            yield start, start + len(field.strip())
        position = match.end() if match else len(text)


def redactor_for(
    resume: Resume, contact: Contact, grammar: RedactionGrammar, *, schools: bool = False, companies: bool = False
) -> Redactor:
    """Gather what gives this person away from the contact details, the header and, on request, the entries."""
    secrets = {
        value: REPLACED[kind]
        for value, kind in (
            (contact.name, DetailKind.NAME),
            (contact.email, DetailKind.EMAIL),
            (contact.phone, DetailKind.PHONE),
            (contact.location, DetailKind.LOCATION),
            *((link, DetailKind.LINK) for link in contact.links),
        )
        if value
    }
    return Redactor(secrets | organizations(resume, schools=schools, companies=companies), name_words(resume, contact), grammar)


def organizations(resume: Resume, *, schools: bool, companies: bool) -> dict[str, str]:
    """Names of schools and employers with a number each, in the order in which they come."""
    secrets: dict[str, str] = {}
    for word, is_wanted, is_school in (("school", schools, True), ("employer", companies, False)):
        if is_wanted:
            found = dict.fromkeys(
                entry.organization
                for entry in resume.entries
                if entry.organization and (entry.kind is SectionKind.EDUCATION) == is_school
            )
            secrets |= {name: f"[{word} {number}]" for number, name in enumerate(found, start=1)}
    return secrets


def name_words(resume: Resume, contact: Contact) -> set[str]:
    """The words of the name, those beside it in its field such as another script's, and what the address spells of it."""
    fields = [
        field
        for line in resume.lines
        if resume.kind_of(line) in CONTACT_SECTIONS
        for field in fields_of(line)
        if contact.name and contact.name in field
    ]
    words = WORD.findall(contact.name or "") + [word for field in fields[:1] for word in WORD.findall(field) if not word.isascii()]
    parts = [part for word in words for part in (word, *BETWEEN_PARTS.split(word))]
    spelled = [part for part in re.split(r"[._+\-\d]", (contact.email or "").partition("@")[0]) if len(part) >= SHORTEST_KEY]
    return {latin_letters(part) or part for part in (*parts, *spelled) if len(part) >= SHORTEST_WORD or not part.isascii()}


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def flexible(text: str) -> str:
    """A pattern for the text however its spaces were wrapped."""
    return r"\s+".join(re.escape(word) for word in text.split())
