"""The lines that may say whose résumé it is, however the sections were cut: the header, unnamed sections, the top, unknown headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, count

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.detail_types import NAMES, Detail, DetailKind
from skillgap.resume.details import FIELD_BREAK, DetailGrammar, find_details
from skillgap.resume.names import NameGrammar
from skillgap.resume.sought_posts import sought_posts
from skillgap.resume.telephones import FEWEST_DIGITS, FULL_LENGTH, YEAR, digits_in, is_international
from skillgap.resume.types import LogicalLine, Piece, Resume, SectionKind

CONTACT_SECTIONS = {SectionKind.HEADER, SectionKind.OTHER}
NOT_MINE = {SectionKind.REFERENCES, SectionKind.PUBLICATIONS}
"""Sections whose addresses and numbers are somebody else's."""
MOST_AT_TOP, LONGEST_AT_TOP = 10, 25
LABELLED = {DetailKind.LOCATION, *NAMES}
"""What is a person's own anywhere if a label says so."""
FIRST_HEADING = 1
"""The number of the section under the first heading, behind the header."""
"""Lines, and words of one."""
MOSTLY = 0.5
REACHING = {DetailKind.EMAIL, DetailKind.PHONE, DetailKind.LINK}
EDGES = " ,;:–—-/|·•~*"
ICON = re.compile(r"^[\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?\s*")
"""What says of which kind a field is: a pin, an envelope, a telephone."""
LABELS_AT_END = re.compile(r"[\s,;|]+(?:tel|phone|mobile|e-?mail|cell|[tmpe])\.?:?$", re.IGNORECASE)


class ContactGrammar(Struct, frozen=True):
    details: DetailGrammar
    names: NameGrammar


class OwnLine(Struct, frozen=True):
    """A line with what was found in it; `number` is its position in `Resume.lines`, None for a heading. `is_header`: about the person."""

    line: LogicalLine
    details: Sequence[Detail]
    number: int | None
    is_header: bool


class OwnLines(Struct, frozen=True):
    """The lines that may hold contact details, in the order in which they are asked."""

    lines: Sequence[OwnLine]

    @property
    def header(self) -> Iterator[OwnLine]:
        return (each for each in self.lines if each.is_header)

    def first(self, kind: DetailKind) -> str | None:
        """The likeliest of a kind: the header's, what a label names, of numbers those that are complete; else the first."""
        found = [(each.is_header, detail) for each in self.lines for detail in each.details if detail.kind is kind]
        return max(found, key=lambda each: likelihood(*each))[1].text if found else None


def likelihood(is_header: bool, detail: Detail) -> int:  # noqa: FBT001
    points = 4 * is_header + 2 * detail.is_labelled
    if detail.kind is DetailKind.PHONE:
        points += 2 * (digits_in(detail.text) >= FULL_LENGTH) + is_international(detail.text)
    return points


def own_lines(document: Document, resume: Resume, grammar: DetailGrammar) -> OwnLines:
    """What is about the person first, then addresses and numbers of the other sections, but never the referees'."""
    top = {*top_lines(resume), *compress(count(), sought_posts([line.text for line in resume.lines]))}
    first, rest = [], []
    for number, line in enumerate(resume.lines):
        kind = resume.kind_of(line)
        if kind in CONTACT_SECTIONS or number in top:
            first.append(OwnLine(line, find_details(line.text, grammar), number, is_header=True))
        elif kind not in NOT_MINE or not resume.sections[line.section].heading:
            found = find_details(line.text, grammar) if may_tell(line) else ()
            is_contact_line = any(each.kind is DetailKind.EMAIL for each in found)
            details = [each for each in found if is_contact_line or is_own(each, line)]
            rest.append(OwnLine(line, details, number, is_header=False))
    first += [
        OwnLine(line, find_details(line.text, grammar), None, is_header=True)
        for line in unknown_headings(document, resume)
    ]
    first.sort(key=lambda each: each.line.start)
    return OwnLines([*first, *rest])


def top_lines(resume: Resume) -> Iterator[int]:
    """Numbers of the first lines under no heading: of the page, and of the header where it stands beside another column.

    They end at a year or a paragraph, whatever section they were taken for.
    """
    unheaded = headless_sections(resume)
    seen = 0
    is_closed = False
    run = None
    for number, line in enumerate(resume.lines):
        if line.section not in unheaded:
            continue
        if unheaded[line.section] != run:
            run, seen, is_closed = unheaded[line.section], 0, False
        seen += 1
        is_prose = len(line.text.split()) > LONGEST_AT_TOP and "@" not in line.text
        is_dated = resume.kind_of(line) is not SectionKind.HEADER and YEAR.search(line.text) is not None
        is_closed = is_closed or seen > MOST_AT_TOP or is_prose or is_dated
        if not is_closed:
            yield number


def headless_sections(resume: Resume) -> dict[int, int]:
    """Sections without a heading in a row that begins with the page or with a header, each with the first of its row."""
    found: dict[int, int] = {}
    for number, section in enumerate(resume.sections):
        if not section.heading and (number == 0 or section.kind is SectionKind.HEADER or number - 1 in found):
            found[number] = found.get(number - 1, number)
    return found


def unknown_headings(document: Document, resume: Resume) -> Iterator[LogicalLine]:
    """What was taken for a heading by its look alone, on the first page, and whatever heading is the first: it may be the name."""
    starts = {
        section.start: number
        for number, section in enumerate(resume.sections)
        if section.heading and (not section.is_known or number <= FIRST_HEADING)
    }
    for line in document.lines if starts else ():
        if line.start in starts and line.page == 1:
            yield LogicalLine(
                text=document.text_of(line),
                pieces=(Piece(0, line.start, line.end),),
                page=line.page,
                boxes=(),
                is_item=False,
                is_bold=line.is_bold,
                follows_gap=line.follows_gap,
                font_size=line.font_size,
                section=starts[line.start],
            )


def may_tell(line: LogicalLine) -> bool:
    """Say whether a line of another section is worth a closer look."""
    has_label = line.entry is None and (":" in line.text or "\t" in line.text)
    return has_label or "@" in line.text or " dot " in line.text or digits_in(line.text) >= FEWEST_DIGITS


def is_own(detail: Detail, line: LogicalLine) -> bool:
    """Within a section only an address or a number counts, an address where no entry is, but no project's link or label of its own."""
    if detail.kind is DetailKind.PHONE:
        return line.entry is None or detail.is_labelled or len(detail.text) > MOSTLY * len(line.text)
    is_labelled = detail.kind in LABELLED and detail.is_labelled and line.entry is None
    return detail.kind is DetailKind.EMAIL or is_labelled


def reaches(own: OwnLine) -> bool:
    return any(detail.kind in REACHING for detail in own.details)


def near_contact(lines: Sequence[OwnLine]) -> list[OwnLine]:
    """Those of the sections in which contact details stand, and of the top."""
    reached = {each.line.section for each in lines if reaches(each)}
    return [each for each in lines if each.line.section in reached or each.line.section == 0]


def bare_fields(own: OwnLine, breaks: re.Pattern[str]) -> list[str]:
    """The fields of a line without its addresses, numbers and links and without their labels."""
    text = own.line.text
    for detail in reversed(own.details):
        if detail.kind in REACHING:
            text = text[: detail.start] + "\t" + text[detail.end :]
    fields = (ICON.sub("", LABELS_AT_END.sub("", field.rstrip()).strip(EDGES)) for field in breaks.split(text))
    return [field for field in fields if field]


def fields_of(text: str) -> list[str]:
    fields = (field.strip(" ,;*") for field in FIELD_BREAK.split(text))
    return [field for field in fields if field]
