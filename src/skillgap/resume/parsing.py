"""The step from a `Document` to a `Resume`: logical lines, sections, entries."""

import re
from functools import cache

import msgspec
from msgspec import Struct

from skillgap.documents.types import Document, ReadingWarning, WarningCode
from skillgap.errors import UsageError
from skillgap.resume.contact import Contact, ContactGrammar, identity_lines, read_contact
from skillgap.resume.date_grammar import DateGrammar, compile_dates
from skillgap.resume.dates import ends_in_range, is_day_first
from skillgap.resume.degree_names import compile_degrees, is_school
from skillgap.resume.details import compile_details
from skillgap.resume.entries import WITH_ENTRIES, find_entries
from skillgap.resume.entry_lines import EntryGrammar, compile_entries
from skillgap.resume.entry_texts import entry_texts
from skillgap.resume.field_scores import compile_fields
from skillgap.resume.forgetting import forget_texts
from skillgap.resume.heading_words import Heading, HeadingGrammar, compile_headings
from skillgap.resume.headings import find_headings
from skillgap.resume.intervals import is_month, reference_month
from skillgap.resume.logical_lines import apart_in_profile, logical_lines
from skillgap.resume.names import compile_names
from skillgap.resume.pasted_pages import PageGrammar, compile_pages, without_page
from skillgap.resume.places import compile_places
from skillgap.resume.plausibility import PlausibilityGrammar, compile_plausibility, judge
from skillgap.resume.profile_posts import is_span
from skillgap.resume.redacting import RedactionGrammar, compile_redaction
from skillgap.resume.redacting_names import NameWords, person_words, whole_names
from skillgap.resume.sections import cut_sections
from skillgap.resume.segments import begins_with_label, compile_segments, is_total_of
from skillgap.resume.types import Entry, LogicalLine, Resume, SectionKind
from skillgap.taxonomy.loading import shipped_words
from skillgap.taxonomy.words import Cues, Places

AMERICAN = re.compile(r"\(\d{3}\) ?\d{3}-\d{4}|\b[A-Z]{2} \d{5}(?:-\d{4})?\b")
"""A telephone number or a postcode of the United States: there 03/04/2019 is in March."""
NOUNS = {
    "letter": "a letter",
    "invoice": "an invoice or an account",
    "posting": "a job posting",
    "contract": "a contract",
    "minutes": "minutes of a meeting",
    "article": "an article",
    "manual": "a manual",
    "form": "an empty form",
    "course": "a certificate or a course",
    "record": "a record or a programme",
}
"""What the kinds of other documents in the cues are called."""


FEWEST_DATED = 2
"""Dated entries of a résumé; a posting has none, or by chance one."""


class ResumeGrammar(Struct, frozen=True):
    """One language's cues, compiled once."""

    headings: HeadingGrammar
    dates: DateGrammar
    entries: EntryGrammar
    contact: ContactGrammar
    plausibility: PlausibilityGrammar
    redaction: RedactionGrammar
    pages: PageGrammar


@cache
def shipped_grammar() -> ResumeGrammar:
    """Compile the words that came with the package, once a process."""
    words = shipped_words()
    return compile_grammar(words.cues, words.places)


def compile_grammar(cues: Cues, places: Places) -> ResumeGrammar:
    dates = compile_dates(cues)
    where, fields = compile_places(places, cues), compile_fields(cues)
    segments = compile_segments(cues, dates, where, fields)
    details = compile_details(cues, places, where, fields)
    contact = ContactGrammar(details, compile_names(cues, where, fields))
    return ResumeGrammar(
        headings=compile_headings(cues),
        dates=dates,
        entries=compile_entries(cues, segments, compile_degrees(cues)),
        contact=contact,
        plausibility=compile_plausibility(cues),
        redaction=compile_redaction(cues, contact),
        pages=compile_pages(cues),
    )


class Parsed(Struct, frozen=True):
    """The structured résumé, and apart from it who it is of."""

    resume: Resume
    contact: Contact

    def reference(self, released: str) -> str:
        """What "present" means: `released` (YYYY-MM), or the latest date of a post or a project if that is later by a year at most."""
        return reference_month(
            (each.dates for each in self.resume.entries if each.dates and each.kind is not SectionKind.EDUCATION),
            released,
        )


def checked_as_of(as_of: str | None) -> str | None:
    """Raises UsageError where it is no month."""
    if as_of is not None and not (isinstance(as_of, str) and is_month(as_of)):
        raise UsageError(f"{as_of!r} is no month", hint="write it as YYYY-MM, such as 2026-11")
    return as_of


def parse_resume(document: Document, grammar: ResumeGrammar) -> Parsed:
    """Give the document's text its structure; every part points back at the text, nothing is left out but the headings."""
    try:
        return structured(document, grammar)
    finally:
        forget_texts()


def structured(document: Document, grammar: ResumeGrammar) -> Parsed:
    if document.record:
        from skillgap.resume.json_resume.reading import resume_of_record

        return Parsed(*resume_of_record(document, grammar.dates))
    document = without_page(document, grammar.pages)
    headings, lines = headed_lines(document, grammar)
    sections, numbers = cut_sections(document, lines, headings)
    is_heading_alone = [line.start in headings and headings[line.start].length >= len(line.text) for line in lines]
    lines_of: list[list[int]] = [[] for _ in sections]
    kept = [n for n in range(len(lines)) if not is_heading_alone[n]]
    for n in kept:
        lines_of[numbers[n]].append(n)
    entries: list[Entry] = []
    texts = entry_texts(document, lines, headings)
    day_first = is_day_first(document.text.splitlines(), is_american=AMERICAN.search(document.text) is not None)
    for number, (section, own) in enumerate(zip(sections, lines_of, strict=True)):
        if section.kind not in WITH_ENTRIES:
            continue
        found = find_entries(texts, own, section.kind, grammar.entries, is_day_first=day_first)
        if grammar.entries.schooling.courses.match(f"{section.heading}:"):
            found = [entry for entry in found if entry.dates is not None or is_whole_degree(entry, grammar)]
        entries += [msgspec.structs.replace(entry, section=number) for entry in found]
    entry_of = {n: position for position, entry in enumerate(entries) for n in entry.line_numbers}
    renumbered = {old: new for new, old in enumerate(kept)}
    resume = Resume(
        lines=tuple(msgspec.structs.replace(lines[n], section=numbers[n], entry=entry_of.get(n)) for n in kept),
        sections=tuple(sections),
        entries=tuple(
            msgspec.structs.replace(entry, line_numbers=tuple(renumbered[n] for n in entry.line_numbers))
            for entry in entries
        ),
    )
    contact = read_contact(document, resume, grammar.contact)
    identity = identity_lines(resume, contact, grammar.contact)
    months, words = grammar.redaction.personal.ages.months, name_words(resume, contact, grammar)
    names = tuple(whole_names(resume, words, months, grammar.contact.names))
    return Parsed(msgspec.structs.replace(resume, identity=identity, names=names), contact)


def is_whole_degree(entry: Entry, grammar: ResumeGrammar) -> bool:
    """Say whether it names a degree and a school, as no course in a list of such does."""
    entries = grammar.entries
    is_degree = entry.degree is not None and entries.segments.fields.degrees.search(entry.degree)
    return is_degree and entry.organization is not None and is_school(entry.organization, entries.schooling)


def name_words(resume: Resume, contact: Contact, grammar: ResumeGrammar) -> NameWords:
    return person_words(resume, contact, grammar.contact.details, grammar.contact.names)


def headed_lines(document: Document, grammar: ResumeGrammar) -> tuple[dict[int, Heading], list[LogicalLine]]:
    headings = find_headings(document, grammar.headings)
    lines = logical_lines(
        document,
        heading_length=lambda line: headings[line.start].length if line.start in headings else 0,
        ends_in_dates=cache(lambda text: ends_in_range(text, grammar.dates)),
        apart=apart_in_profile(
            document,
            lambda text: is_total_of(text, grammar.entries.segments),
            lambda text: is_span(text, grammar.entries.segments),
        ),
        begins_with_label=lambda text: begins_with_label(text, grammar.entries.segments),
    )
    return headings, lines


def looks_like_resume(document: Document, grammar: ResumeGrammar) -> bool:
    """Say whether a document is a résumé, and not a posting that has sections like one: it tells of dated work or studies."""
    parsed = parse_resume(document, grammar)
    verdict = judge(parsed.resume, parsed.contact, document.text, grammar.plausibility)
    is_dated = sum(entry.dates is not None for entry in parsed.resume.entries) >= FEWEST_DATED
    return verdict.is_resume and verdict.kind != "posting" and is_dated


def structure_warnings(document: Document, parsed: Parsed, grammar: ResumeGrammar) -> list[ReadingWarning]:
    """What a reader should know before trusting the structure."""
    resume = parsed.resume
    warnings = []
    verdict = judge(resume, parsed.contact, document.text, grammar.plausibility)
    if not verdict.is_resume and not document.record:
        what = f"; it is more like {NOUNS[verdict.kind]}" if verdict.kind in NOUNS else ""
        warnings.append(ReadingWarning(WarningCode.NOT_A_RESUME, f"this does not look like a résumé{what}"))
    if all(section.kind is SectionKind.HEADER for section in resume.sections):
        warnings.append(
            ReadingWarning(
                WarningCode.NO_SECTIONS, "no section headings were recognised, so everything was read as one section"
            )
        )
    if not any(entry.dates for entry in resume.entries):
        warnings.append(
            ReadingWarning(
                WarningCode.NO_DATES, "no dated job, project or degree was recognised, so months of use are unknown"
            )
        )
    if document.record:
        from skillgap.resume.json_resume.reading import unread_dates

        warnings += [
            ReadingWarning(
                WarningCode.OVERLAPPING_DATES, f"{each} is no date that can be read: its months do not count"
            )
            for each in unread_dates(document, grammar.dates)
        ]
    return warnings
