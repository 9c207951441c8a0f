"""Is this a résumé at all? Points for what a résumé has and against what an invoice, a letter or an article has."""

import re
from collections.abc import Mapping

from msgspec import Struct

from skillgap.resume.contact import Contact
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.types import Entry, Resume, SectionKind
from skillgap.taxonomy.words import Cues

TELLING = {
    SectionKind.EXPERIENCE,
    SectionKind.EDUCATION,
    SectionKind.SKILLS,
    SectionKind.PROJECTS,
    SectionKind.CERTIFICATIONS,
    SectionKind.LANGUAGES,
    SectionKind.INTERESTS,
    SectionKind.REFERENCES,
    SectionKind.VOLUNTEERING,
}
SECTION, UNHEADED, ENTRY, HALF_ENTRY, TOLD_ENTRY, PERSON, TITLED = 1.0, 0.15, 1.0, 0.4, 0.1, 0.7, 1.5
SOMEBODYS_JOB = 0.7
"""Somebody's name over a post with its title, employer and dates, where no phrase speaks for another kind of document."""
MOST_ENTRIES = 4.0
LONE_SECTION, BLANKS, MOST_BLANKS = 0.7, 0.4, 8
BLANK = re.compile(r"_{4,}|\.{6,}|[□☐]")
"""What is left open to be filled in."""
OTHER_PHRASE, LONE_WORD = 0.8, 0.4
MOST_OF_A_KIND = 4.0
PROSE = 2.5
LONGEST_LINE = 45
"""Words of a paragraph as letters and articles have them."""
FEWEST_POINTS = 2.6
YEARS = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s*[–—-]\s*(?:(?:\d\d[./]){0,2}(?:19|20)\d\d(?!\d)|(?:19|20)\d\d[./]\d\d|[^\W\d_]{2}|$)"
)
"""From one year to another or to now, as jobs and schools have them under headings of a language that no list knows."""
LONGEST_HEAD = 300
"""Letters; what tells of a post in more is prose, and letters have that as well."""


class PlausibilityGrammar(Struct, frozen=True):
    others: Mapping[str, Lexicon]
    titles: Lexicon


class Verdict(Struct, frozen=True):
    """`kind` is what it is more like, one of the kinds of `other_documents` in the cues."""

    points: float
    kind: str | None

    @property
    def is_resume(self) -> bool:
        return self.points >= FEWEST_POINTS


def compile_plausibility(cues: Cues) -> PlausibilityGrammar:
    return PlausibilityGrammar(
        others={kind: Lexicon(phrases) for kind, phrases in cues.other_documents.items()},
        titles=Lexicon(cues.document_titles),
    )


def judge(resume: Resume, contact: Contact, text: str, grammar: PlausibilityGrammar) -> Verdict:
    """Weigh it: sections with content, dated entries and a person against phrases of other documents and long prose."""
    kinds = {resume.kind_of(line) for line in resume.lines} & TELLING
    headed = {section.kind for section in resume.sections if section.heading} & kinds
    points = (
        SECTION * len(headed)
        + UNHEADED * len(kinds - headed)
        - (LONE_SECTION if len(headed) == 1 else 0.0)
        - BLANKS * min(MOST_BLANKS, len(BLANK.findall(text)))
    )
    entries = [entry_points(entry, resume) for entry in resume.entries]
    points += min(MOST_ENTRIES, sum(entries))
    if not entries and contact.name and (contact.email or contact.phone):
        unread = (line.text for line in resume.lines if resume.kind_of(line) is SectionKind.OTHER)
        points += HALF_ENTRY * min(MOST_ENTRIES, sum(YEARS.search(text) is not None for text in unread))
    points += PERSON * sum(each is not None for each in (contact.name, contact.email, contact.phone))
    if any(grammar.titles.match(line.text) for line in resume.lines[:3] if len(line.text.split()) <= 5):  # noqa: PLR2004
        points += TITLED
    found = {
        kind: min(MOST_OF_A_KIND, worth_of({text[a:b].casefold() for a, b in phrases.find(text)}))
        for kind, phrases in grammar.others.items()
    }
    against = sum(sorted(found.values(), reverse=True)[:2])
    if not against and contact.name is not None and ENTRY in entries:
        points += SOMEBODYS_JOB
    words = sum(len(line.text.split()) for line in resume.lines) or 1
    prose = sum(len(line.text.split()) for line in resume.lines if len(line.text.split()) > LONGEST_LINE) / words
    points -= against + PROSE * prose
    worst = max(sorted(found), key=lambda kind: found[kind]) if found else None
    return Verdict(points, worst if worst and found[worst] else None)


def worth_of(phrases: set[str]) -> float:
    """A single word of a kind alone, such as "room" or "assessment", stands in résumés too."""
    is_lone_word = len(phrases) == 1 and all(phrase.isalpha() for phrase in phrases)
    return LONE_WORD if is_lone_word else OTHER_PHRASE * len(phrases)


def entry_points(entry: Entry, resume: Resume) -> float:
    if entry.dates is None:
        return 0.0
    if is_told_at_length(entry, resume):
        return TOLD_ENTRY
    is_named = entry.title is not None and any(map(str.isalpha, entry.title))
    return ENTRY if is_named and entry.organization else HALF_ENTRY


def is_told_at_length(entry: Entry, resume: Resume) -> bool:
    """As a letter tells of a post."""
    return any(
        len(resume.lines[number].text) > LONGEST_HEAD for number in entry.line_numbers[: max(1, entry.head_count)]
    )
