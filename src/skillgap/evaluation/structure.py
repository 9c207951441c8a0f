"""How well sections, entries and contact details are read, counted field by field."""

from collections.abc import Iterable

from msgspec import Struct

from skillgap.documents.reading import document_of_text
from skillgap.evaluation.evidence import key_of
from skillgap.evaluation.personas import GoldEntry, GoldSection, Persona, as_text
from skillgap.resume.contact import read_contact
from skillgap.resume.entries import WITH_ENTRIES
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import Entry, Resume, SectionKind


class Tally(Struct):
    """Right out of so many."""

    right: int = 0
    total: int = 0

    def count(self, *, is_right: bool) -> None:
        self.right += is_right
        self.total += 1


def evaluate_structure(personas: Iterable[Persona], grammar: ResumeGrammar) -> dict[str, Tally]:
    """Tally each field over all personas; jobs are those entries whose gold section is experience."""
    tallies = {
        name: Tally()
        for name in ("sections", "job found", "title", "organization", "start", "end", "name", "email", "phone")
    }
    for persona in personas:
        document = document_of_text(as_text(persona), name=persona.id)
        resume = parse_resume(document, grammar)
        contact = read_contact(document, resume, grammar.entries.titles)
        count_sections(persona, resume, tallies["sections"])
        for section in persona.sections:
            if section.kind is SectionKind.EXPERIENCE:
                count_jobs(section, resume, tallies)
        tallies["name"].count(is_right=key_of(contact.name or "") == key_of(persona.name))
        for field, value in (("email", contact.email), ("phone", contact.phone)):
            gold = next((line.text for key, line in persona.contact if key == field), None)
            if gold is not None:
                tallies[field].count(is_right=digits_or_text(value or "") == digits_or_text(gold))
    return tallies


def count_sections(persona: Persona, resume: Resume, tally: Tally) -> None:
    """Tally for each gold line of body text whether it is in a section of the right kind."""
    kinds = {key_of(line.text): resume.kind_of(line) for line in resume.lines}
    for section in persona.sections:
        lines = [*section.lines, *(line for entry in section.entries for line in entry.lines)]
        for line in lines:
            tally.count(is_right=kinds.get(key_of(line.text)) is section.kind)


def count_jobs(section: GoldSection, resume: Resume, tallies: dict[str, Tally]) -> None:
    for gold in section.entries:
        found = matching(gold, resume)
        tallies["job found"].count(is_right=found is not None)
        for field in ("title", "organization"):
            line = gold.field(field)
            if line is not None:
                tallies[field].count(
                    is_right=found is not None and key_of(getattr(found, field) or "") == key_of(line.text)
                )
        dates = found.dates if found else None
        tallies["start"].count(is_right=dates is not None and dates.start == gold.start)
        end = "present" if dates and dates.is_current else dates.end if dates else None
        tallies["end"].count(is_right=end == gold.end)


def matching(gold: GoldEntry, resume: Resume) -> Entry | None:
    """The entry that holds the gold's first body line, or its title where it has none."""
    anchor = gold.lines[0] if gold.lines else gold.field("title")
    for entry in resume.entries:
        if (
            entry.kind in WITH_ENTRIES
            and anchor
            and any(key_of(anchor.text) in key_of(resume.lines[n].text) for n in entry.line_numbers)
        ):
            return entry
    return None


def digits_or_text(text: str) -> str:
    digits = "".join(letter for letter in text if letter.isdigit())
    return digits if "@" not in text else key_of(text)
