"""What a job seeker should know of how machines read their page: facts, each with its code; the advice is made of them."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from skillgap.documents.types import Box, Document, WarningCode
from skillgap.resume.types import Entry, Resume, SectionKind

DATED = {SectionKind.EXPERIENCE, SectionKind.EDUCATION}
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NEAR = 40.0
"""Points: lines at one height whose left edges are further apart stand in two columns."""
FEWEST_BESIDE = 6
LONGEST_HEAD = 14
"""Words of an entry's first line; what is longer is prose, whose dates nobody looks for."""
SAYS_MORE = 6
"""Words of a heading beside its fields that say what somebody did."""
YEARS_TOLD = 10
"""A post that ended longer before the latest one needs no lines of its own."""
FEWEST_YEARS = 2
LABELLED = re.compile(r"[^:]{1,40}:\s*\S")
WORD = re.compile(r"[^\W\d_]{2,}")
DATE_WORDS = 4
INDENT = 16.0
"""Points by which what is wrapped under a bullet stands in at most."""
EDGE = 4.0
"""Points within which lines of one column begin; what is set to the right margin begins anywhere."""


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


class Reachable(Protocol):
    """Of the contact details what facts ask for; this module knows no more of them, as the advice is made from it."""

    @property
    def name(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def location(self) -> str | None: ...


class Fact(Struct, frozen=True):
    """`about` is what it concerns, as printed: a heading, an entry, a line."""

    code: FactCode
    about: str = ""
    page: int | None = None


def structure_facts(document: Document, resume: Resume, contact: Reachable) -> tuple[Fact, ...]:
    """In a fixed order: the person, the entries from the top, the sections, the layout."""
    return (
        *contact_facts(document, contact),
        *(fact for entry in resume.entries for fact in entry_facts(entry, resume)),
        *section_facts(resume),
        *layout_facts(document),
    )


def contact_facts(document: Document, contact: Reachable) -> Iterator[Fact]:
    for code, value in (
        (FactCode.NO_NAME, contact.name),
        (FactCode.NO_EMAIL, contact.email),
        (FactCode.NO_PHONE, contact.phone),
        (FactCode.NO_LOCATION, contact.location),
    ):
        if value is None:
            yield Fact(code)
    if contact.email and not document.record and not is_printed(contact.email, document.text):
        yield Fact(FactCode.EMAIL_NOT_IN_TEXT, contact.email)


def is_printed(email: str, text: str) -> bool:
    """Whether the address stands in the text, be it broken over lines or written with "(at)" and "dot"."""
    squeezed = "".join(text.split()).casefold()
    local, _, host = email.casefold().partition("@")
    return re.search(rf"{re.escape(local)}\W*(?:@|at)\W*{re.escape(host.partition('.')[0])}", squeezed) is not None


def entry_facts(entry: Entry, resume: Resume) -> Iterator[Fact]:
    """Dates that nobody could read, a post without dates, and nothing said of what was done; undated schools are no fault."""
    head = [resume.lines[n] for n in entry.line_numbers[: max(1, entry.head_count)]]
    name = entry.title or entry.organization
    if name is None or entry.is_break or len(head[0].text.split()) > LONGEST_HEAD:
        return
    if entry.dates is None and entry.kind in DATED:
        if any(YEAR.search(line.text) for line in head):
            yield Fact(FactCode.UNREADABLE_DATES, name, head[0].page)
        elif entry.kind is SectionKind.EXPERIENCE:
            yield Fact(FactCode.UNDATED_ENTRY, name, head[0].page)
    if is_untold(entry, resume):
        yield Fact(FactCode.EMPTY_ENTRY, name, head[0].page)


def is_untold(entry: Entry, resume: Resume) -> bool:
    """Whether a post of the last ten years has a heading and nothing else, nor does a later one there tell of its time."""
    if entry.kind is not SectionKind.EXPERIENCE or entry.dates is None or len(entry.line_numbers) > entry.head_count:
        return False
    if any(is_told_at(other, entry) for other in resume.entries):
        return False
    latest = max((last_year(each) for each in resume.entries if each.kind is SectionKind.EXPERIENCE), default=0)
    fields = " ".join(filter(None, (entry.title, entry.organization, entry.location)))
    known = set(WORD.findall(fields))
    said = [word for n in entry.line_numbers for word in WORD.findall(resume.lines[n].text) if word not in known]
    return last_year(entry) >= latest - YEARS_TOLD and len(said) <= SAYS_MORE


def is_told_at(other: Entry, entry: Entry) -> bool:
    """Whether the lines of another post at the employer tell of this one's time, too."""
    start = entry.dates.start if entry.dates else None
    is_there = (other.section, other.organization) == (entry.section, entry.organization)
    return is_there and other.told_since is not None and start is not None and start >= other.told_since


def last_year(entry: Entry) -> int:
    """The year in which it ended or, where it goes on, began."""
    date = entry.dates and (entry.dates.end or entry.dates.start)
    return int(date[:4]) if date else 0


def section_facts(resume: Resume) -> Iterator[Fact]:
    """Headings above what looks like a career; personal details and a declaration are nobody's fault."""
    for number, section in enumerate(resume.sections):
        if section.kind is SectionKind.OTHER and section.heading and not section.is_known:
            texts = [line.text for line in resume.lines if line.section == number]
            labelled = sum(LABELLED.match(text) is not None for text in texts)
            if sum(YEAR.search(text) is not None for text in texts) >= FEWEST_YEARS and labelled * 2 < len(texts):
                yield Fact(FactCode.UNNAMED_SECTION, section.heading, section.page)


def layout_facts(document: Document) -> Iterator[Fact]:
    """Two columns: weaker tools read across them."""
    if any(warning.code is WarningCode.COLUMNS_UNCERTAIN for warning in document.warnings):
        yield Fact(FactCode.TWO_COLUMNS)
        return
    for page in document.pages:
        boxes = [
            line.box
            for line in document.lines
            if line.page == page.number and line.box is not None and not is_dates(document.text_of(line))
        ]
        edges = [each[0] for each in boxes if any(is_right_of(each, box) for box in boxes)]
        lined_up = max(
            (most_at_edge([each for each in edges if 0 <= each - edge <= INDENT]) for edge in edges), default=0
        )
        if lined_up >= max(FEWEST_BESIDE, len(boxes) // 5):
            yield Fact(FactCode.TWO_COLUMNS, page=page.number)
            return


def most_at_edge(edges: list[float]) -> int:
    """How many lines begin at the two edges at which most do: of paragraphs, and of what is wrapped under a bullet."""
    counts = Counter(round(each / EDGE) for each in edges)
    return sum(count for _, count in counts.most_common(2))


def is_dates(text: str) -> bool:
    """Dates stand in a column of their own on many pages that have no other."""
    return YEAR.search(text) is not None and len(WORD.findall(text)) <= DATE_WORDS


def is_right_of(other: Box, box: Box) -> bool:
    middle = (box[1] + box[3]) / 2
    return other[1] < middle < other[3] and other[0] > box[2] + NEAR / 4 and other[0] - box[0] > NEAR
