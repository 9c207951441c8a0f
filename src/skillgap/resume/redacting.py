"""Redaction, in the one place that does it: who somebody is replaced by what was there, in any text and with every span aligned.

What is replaced: the name and each word of it, names of referees, e-mail addresses, telephone numbers and links anywhere; place, age,
nationality, marital status, gender and the like where a person's details stand, a nationality that they give in sentences too; pronouns
everywhere, with the verbs beside them; on request the names of schools and
employers, and the years of studies.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.addresses import emails_and_links
from skillgap.resume.contact import Contact, ContactGrammar
from skillgap.resume.detail_types import Detail, DetailKind
from skillgap.resume.forgetting import forget_texts
from skillgap.resume.handles import MADE_UP, find_handles, name_in
from skillgap.resume.header_lines import CONTACT_SECTIONS, top_lines
from skillgap.resume.name_forms import NameGrammar
from skillgap.resume.name_letters import agreement, latin_letters
from skillgap.resume.pasted_pages import halves_of
from skillgap.resume.redacted_text import RedactedText, Redaction, apart_from_placeholders, replaced, replaced_further
from skillgap.resume.redacting_details import (
    REPLACED,
    PersonalGrammar,
    compile_personal,
    find_personal,
    find_said,
    lines_about_person,
)
from skillgap.resume.redacting_initials import compile_abbreviations, initials_pattern
from skillgap.resume.redacting_names import NameWords, find_made_up, find_names, person_words, with_small
from skillgap.resume.redacting_numbers import NumberGrammar, compile_numbers, find_own_numbers
from skillgap.resume.redacting_origins import OriginGrammar, OwnOrigins, compile_origins, own_origins
from skillgap.resume.redacting_others import referees
from skillgap.resume.redacting_pronouns import NeutralGrammar, compile_neutral, find_neutral
from skillgap.resume.redacting_studies import StudyYears
from skillgap.resume.telephones import find_numbers, is_dialled, is_international
from skillgap.resume.types import LogicalLine, Resume, SectionKind
from skillgap.taxonomy.words import Cues

__all__ = ["RedactedText", "Redaction", "RedactionGrammar", "Redactor", "compile_redaction", "redactor_for", "replaced"]

PUBLISHED = re.compile(
    r"\b(?:isbn|issn|doi|pmid|pmcid|iso|rfc|arxiv|patent|ep|us)[\s:#.-]*(?:no\.?|nr\.?)?\s*$", re.IGNORECASE
)
"""In front of numbers of what can be looked up by anyone."""
LONGEST_BEFORE_NUMBER = 16
MOST_PASSES = 6
"""What is replaced may lay bare what was not seen before, such as an address that was written without a space."""
ENGLISH = {"the", "and", "of", "with", "for", "to", "in", "on", "by", "from", "at"}
OTHERS = {
    "de",
    "la",
    "le",
    "les",
    "et",
    "des",
    "du",
    "und",
    "der",
    "die",
    "das",
    "mit",
    "für",
    "el",
    "los",
    "y",
    "en",
    "con",
    "para",
    "von",
    "bei",
}
"""Small words that tell English from other languages: neutral words are English, and "son" is no child in French."""
SHORTEST_HANDLE, SHORTEST_SPACED = 4, 3
"""Letters of what addresses call a person, and of a word of the name that may be set with spaces between them."""
FULLWIDTH_SCRIPTS = "\u2e80"
"""From here on words are written without spaces between them."""


class RedactionGrammar(Struct, frozen=True):
    personal: PersonalGrammar
    names: NameGrammar
    neutral: NeutralGrammar
    numbers: NumberGrammar
    english_names: frozenset[str]
    origins: OriginGrammar
    abbreviations: frozenset[str]


def compile_redaction(cues: Cues, contact: ContactGrammar) -> RedactionGrammar:
    return RedactionGrammar(
        personal=compile_personal(cues, contact.details),
        names=contact.names,
        neutral=compile_neutral(cues),
        numbers=compile_numbers(cues),
        english_names=frozenset(map(str.casefold, cues.names_too)),
        origins=compile_origins(cues),
        abbreviations=compile_abbreviations(cues, contact.details.places),
    )


class Redactor:
    """Knows what gives one person away, and finds it in any text: the document's, or a string of the JSON."""

    def __init__(  # noqa: PLR0913 - all by name but the first three
        self,
        secrets: Mapping[str, str],
        names: NameWords,
        grammar: RedactionGrammar,
        *,
        is_english: bool = True,
        studies: StudyYears | None = None,
        origins: Mapping[str, str] | None = None,
        initials: re.Pattern[str] | None = None,
    ) -> None:
        """`secrets` and `origins` are what is found with its replacements; `studies` are given where their years are to go."""
        self.studies = studies
        self._grammar = grammar
        self._secrets = {folded(secret): replacement for secret, replacement in secrets.items() if folded(secret)}
        self._names = names
        self._is_english = is_english
        self._initials = initials
        self._origins = OwnOrigins(origins or {}, grammar.origins, grammar.personal.spoken)
        longest_first = sorted(self._secrets, key=lambda each: (-len(each), each))
        self._pattern = re.compile("|".join(map(flexible, longest_first)) or r"(?!)", re.IGNORECASE)

    def redacted(self, text: str, *, is_personal: bool = False) -> RedactedText:
        """Replace all of it in one string; `is_personal` says that the string is a line about the person."""

        def found(current: str) -> Iterator[Redaction]:
            yield from self.find(current)
            yield from self.studies.find(current) if self.studies else ()
            if is_personal:
                yield from find_personal(current, self._grammar.personal)
            else:
                yield from self._find_in_lines(current)

        return redacted_fully(text, found)

    def _find_in_lines(self, text: str) -> Iterator[Redaction]:
        """Details of the person in those lines of a longer text that are about them."""
        lines = text.split("\n")
        start = 0
        for line, is_personal in zip(lines, lines_about_person(lines, self._grammar.personal), strict=True):
            for each in find_personal(line, self._grammar.personal) if is_personal else ():
                yield Redaction(start + each.start, start + each.end, each.replacement)
            start += len(line) + 1

    def redacted_document(self, document: Document, resume: Resume) -> RedactedText:
        """Replace it in a document's text, personal details in the lines about the person."""
        personal = [
            Redaction(*line.span(each.start, each.end), each.replacement)
            for line in personal_lines(resume, self._grammar.personal)
            for each in find_personal(line.text, self._grammar.personal)
        ]
        years = self.studies.find_in_document() if self.studies else ()
        twice = [
            Redaction(start + each.start, start + each.end, each.replacement)
            for start, end in halves_of(document)
            for each in self.find(document.text[start:end])
        ]
        try:
            return redacted_fully(document.text, self.find, [*personal, *years, *twice])
        finally:
            forget_texts()

    def find(self, text: str) -> Iterator[Redaction]:
        """What gives the person away wherever it stands: may overlap."""
        for match in self._pattern.finditer(text):
            yield Redaction(match.start(), match.end(), self._secrets[folded(match[0])])
        found: list[Detail] = list(emails_and_links(text))
        found += (each for each in find_handles(text, found) if each.network)
        yield from (Redaction(each.start, each.end, REPLACED[each.kind]) for each in found)
        for start, end in find_own_numbers(text, self._grammar.numbers):
            yield Redaction(start, end, REPLACED[DetailKind.PRIVATE])
        for number in find_numbers(text):
            before = text[max(0, number.start - LONGEST_BEFORE_NUMBER) : number.start]
            is_known = PUBLISHED.search(before) is not None
            if is_international(number.text) or (not is_known and is_dialled(number.text)):
                yield Redaction(number.start, number.end, REPLACED[DetailKind.PHONE])
        yield from find_said(text)
        for match in self._initials.finditer(text) if self._initials else ():
            yield Redaction(*match.span(), REPLACED[DetailKind.NAME])
        for start, end in find_made_up(text, self._names):
            yield Redaction(start, end, REPLACED[DetailKind.NAME])
        for start, end in find_names(text, self._names, self._grammar.personal.ages.months, self._grammar.names):
            yield Redaction(start, end, REPLACED[DetailKind.NAME])
        if self._is_english:
            yield from find_neutral(text, self._grammar.neutral)
            yield from self._origins.find(text)


def personal_lines(resume: Resume, grammar: PersonalGrammar) -> Iterator[LogicalLine]:
    """Those of the header and of sections for contact, and where else lines are about the person."""
    top = set(top_lines(resume))
    numbered = enumerate(resume.lines)
    for _, own in groupby(numbered, key=lambda each: each[1].section):
        lines = list(own)
        about = lines_about_person([line.text for _, line in lines], grammar)
        for (number, line), is_about in zip(lines, about, strict=True):
            if is_about or number in top or resume.kind_of(line) in CONTACT_SECTIONS:
                yield line


def redacted_fully(
    text: str, find: Callable[[str], Iterator[Redaction]], first: list[Redaction] | None = None
) -> RedactedText:
    """Replace what is found, and what is found in the result, until nothing is."""
    result = replaced(text, apart_from_placeholders(text, [*(first or ()), *find(text)]))
    for _ in range(MOST_PASSES):
        more = apart_from_placeholders(result.text, list(find(result.text)))
        if not more:
            break
        result = replaced_further(text, result, more)
    return result


def redactor_for(  # noqa: PLR0913 - all by name but the first three
    resume: Resume,
    contact: Contact,
    grammar: RedactionGrammar,
    *,
    schools: bool = False,
    companies: bool = False,
    study_years: bool = False,
) -> Redactor:
    """Gather what gives this person away from the contact details, the header and, on request, the entries."""
    secrets = {
        value: REPLACED[kind]
        for value, kind in (
            (whole_name(contact.name), DetailKind.NAME),
            *(
                (" ".join(word), DetailKind.NAME)
                for word in (contact.name or "").split()
                if len(word) >= SHORTEST_SPACED
            ),
            (contact.email, DetailKind.EMAIL),
            (contact.phone, DetailKind.PHONE),
            (contact.location, DetailKind.LOCATION),
            *((link, DetailKind.LINK) for link in contact.links if is_address(link, contact)),
            *((handle, DetailKind.LINK) for handle in handles(contact)),
        )
        if value
    }
    others = dict.fromkeys(referees(resume, grammar.names), REPLACED[DetailKind.NAME])
    words = person_words(resume, contact, grammar.personal.details, grammar.names)
    is_in_english = is_english(resume)
    return Redactor(
        others | secrets | organizations(resume, schools=schools, companies=companies),
        with_small(words, contact, grammar.english_names) if is_in_english else words,
        grammar,
        is_english=is_in_english,
        studies=StudyYears(resume) if study_years else None,
        origins=own_origins((line.text for line in personal_lines(resume, grammar.personal)), grammar.personal),
        initials=initials_pattern(contact, grammar.abbreviations),
    )


def whole_name(name: str | None) -> str | None:
    """A name of one word is found as a word, so that "grace" stays where Grace goes; one in small letters as it is."""
    return name if name and (len(name.split()) > 1 or name.islower() or not name[0].isascii()) else None


def is_address(link: str, contact: Contact) -> bool:
    """Say whether it leads somewhere, or is made up; a handle that is a word, as "rust", is found behind its network alone."""
    return link not in {handle for _, handle in contact.handles} or MADE_UP.search(link) is not None


def handles(contact: Contact) -> Iterator[str]:
    """What the addresses call the person: "jane.example", "example-jane"."""
    words = (contact.name or "").split()
    ends = [
        link.rstrip("/").rpartition("/")[2].lstrip("@~")
        for link in contact.links
        if "/" in link.removeprefix("https://").removeprefix("http://")
    ]
    own = [name_in(handle) for _, handle in contact.handles]
    yield from (each for each in own if len(each) >= SHORTEST_HANDLE and MADE_UP.search(each))
    for each in (*ends, *own, (contact.email or "").partition("@")[0]):
        is_made_up = any(letter.isdigit() or letter in "._-" for letter in each) or each not in map(
            latin_letters, words
        )
        if len(each) >= SHORTEST_HANDLE and is_made_up and agreement(words, [each]) > 0:
            yield each


def is_english(resume: Resume) -> bool:
    words = [word for line in resume.lines for word in line.text.casefold().split()]
    return sum(word in ENGLISH for word in words) >= sum(word in OTHERS for word in words)


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


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def flexible(text: str) -> str:
    """A pattern for the text however its spaces were wrapped; where words have spaces between them, for whole words."""
    pattern = r"\s+".join(re.escape(word) for word in text.split())
    before = r"(?<!\w)" if text[0] < FULLWIDTH_SCRIPTS else ""
    return before + pattern + (r"(?!\w)" if text[-1] < FULLWIDTH_SCRIPTS else "")
