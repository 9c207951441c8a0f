"""What a job seeker should know of how machines read their page: facts, each with its code; the advice is made of them."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from skillgap.documents.types import Document, WarningCode
from skillgap.resume.contact import Contact
from skillgap.resume.types import Entry, Resume, SectionKind

WORK = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.VOLUNTEERING}
DATED = {SectionKind.EXPERIENCE, SectionKind.EDUCATION}
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NEAR = 40.0
"""Points: lines at one height whose left edges are further apart stand in two columns."""
FEWEST_BESIDE = 6


class FactCode(StrEnum):
    NO_NAME = "no_name"
    NO_EMAIL = "no_email"
    NO_PHONE = "no_phone"
    NO_LOCATION = "no_location"
    EMAIL_NOT_IN_TEXT = "email_not_in_text"
    UNREADABLE_DATES = "unreadable_dates"
    UNDATED_ENTRY = "undated_entry"
    EMPTY_ENTRY = "empty_entry"
    UNNAMED_SECTION = "unnamed_section"
    TWO_COLUMNS = "two_columns"


class Fact(Struct, frozen=True):
    """`about` is what it concerns, as printed: a heading, an entry, a line."""

    code: FactCode
    about: str = ""
    page: int | None = None


def structure_facts(document: Document, resume: Resume, contact: Contact) -> tuple[Fact, ...]:
    """In a fixed order: the person, the entries from the top, the sections, the layout."""
    return (
        *contact_facts(document, contact),
        *(fact for entry in resume.entries for fact in entry_facts(entry, resume)),
        *section_facts(resume),
        *layout_facts(document),
    )


def contact_facts(document: Document, contact: Contact) -> Iterator[Fact]:
    for code, value in (
        (FactCode.NO_NAME, contact.name),
        (FactCode.NO_EMAIL, contact.email),
        (FactCode.NO_PHONE, contact.phone),
        (FactCode.NO_LOCATION, contact.location),
    ):
        if value is None:
            yield Fact(code)
    if contact.email and contact.email not in document.text.replace(" ", "") and not document.record:
        yield Fact(FactCode.EMAIL_NOT_IN_TEXT, contact.email)


def entry_facts(entry: Entry, resume: Resume) -> Iterator[Fact]:
    """Dates that nobody could read, no dates at all, and nothing said of what was done."""
    head = [resume.lines[n] for n in entry.line_numbers[: max(1, entry.head_count)]]
    name = entry.title or entry.organization or head[0].text
    if entry.dates is None and entry.kind in DATED:
        code = FactCode.UNREADABLE_DATES if any(YEAR.search(line.text) for line in head) else FactCode.UNDATED_ENTRY
        yield Fact(code, name, head[0].page)
    if entry.kind in WORK and len(entry.line_numbers) <= entry.head_count:
        yield Fact(FactCode.EMPTY_ENTRY, name, head[0].page)


def section_facts(resume: Resume) -> Iterator[Fact]:
    for section in resume.sections:
        if section.kind is SectionKind.OTHER and section.heading and not section.is_known:
            yield Fact(FactCode.UNNAMED_SECTION, section.heading, section.page)


def layout_facts(document: Document) -> Iterator[Fact]:
    """Two columns: weaker tools read across them."""
    if any(warning.code is WarningCode.COLUMNS_UNCERTAIN for warning in document.warnings):
        yield Fact(FactCode.TWO_COLUMNS)
        return
    for page in document.pages:
        boxes = [line.box for line in document.lines if line.page == page.number and line.box is not None]
        beside = 0
        for box in boxes:
            middle = (box[1] + box[3]) / 2
            beside += any(other[1] < middle < other[3] and other[0] > box[2] + NEAR / 4 and other[0] - box[0] > NEAR for other in boxes)
        if beside >= max(FEWEST_BESIDE, len(boxes) // 4):
            yield Fact(FactCode.TWO_COLUMNS, page=page.number)
            return

