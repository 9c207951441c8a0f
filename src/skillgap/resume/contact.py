"""Who the résumé is of and how to reach them. Kept apart from the rest, so that scoring can't see it."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.details import FIELD_BREAK, Detail, DetailGrammar, DetailKind, find_details, is_address, is_place_field, network_of
from skillgap.resume.field_scores import is_title_word
from skillgap.resume.headings import body_style
from skillgap.resume.names import Candidate, NameGrammar, bare_name, best_name
from skillgap.resume.types import LogicalLine, Resume, SectionKind

LABELS_AT_END = re.compile(r"[\s,;|]+(?:tel|phone|mobile|e-?mail|cell|[tmpe])\.?:?$", re.IGNORECASE)
NEAR_TOP = 14
"""Fields from the top among which the name is looked for when nothing stands out."""
LONGEST_HEADLINE = 14
LONGEST_NAME_LINE = 120
STANDS_OUT = 1.15
CONTACT_SECTIONS = {SectionKind.HEADER, SectionKind.OTHER}
NOT_MINE = {SectionKind.REFERENCES, SectionKind.PUBLICATIONS}
"""Sections whose addresses and numbers are somebody else's."""


class Contact(Struct, frozen=True, kw_only=True):
    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()


class ContactGrammar(Struct, frozen=True):
    details: DetailGrammar
    names: NameGrammar


class ContactLines(Struct, frozen=True):
    """The lines that may hold contact details, in the order in which they are asked, each with what was found in it."""

    lines: Sequence[LogicalLine]
    details: Sequence[Sequence[Detail]]

    def first(self, kind: DetailKind) -> str | None:
        found = [each for details in self.details for each in details if each.kind is kind]
        return next((each.text for each in found if each.is_labelled), found[0].text if found else None)


def read_contact(document: Document, resume: Resume, grammar: ContactGrammar) -> Contact:
    """Read the header and sections of contact details first, then the rest; behind icons, what links lead to."""
    own = contact_lines(resume, grammar.details)
    targets = [link.target for link in document.links]
    email = own.first(DetailKind.EMAIL) or address_of(targets) or running_detail(document, DetailKind.EMAIL, grammar)
    links = all_links(own, targets)
    found = find_name(document, resume, own, [email or "", *links], grammar)
    line, name = found if found else (None, None)
    header = [each for each in resume.lines if resume.kind_of(each) in CONTACT_SECTIONS]
    fields = [field for each in header if each is not line for field in bare_fields(each, grammar.details)]
    whole = [each.text for each in header if each is not line and not find_details(each.text, grammar.details)]
    rest = fields_of(line)[1:] if line is not None else []
    return Contact(
        name=name,
        label=next((text for text in (*rest, *whole, *fields) if is_headline(text, name, grammar)), None),
        email=email,
        phone=own.first(DetailKind.PHONE) or telephone_of(targets) or running_detail(document, DetailKind.PHONE, grammar),
        location=own.first(DetailKind.LOCATION)
        or next((field for field in (*rest, *fields) if is_address(field, grammar.details)), None),
        links=links,
    )


def contact_lines(resume: Resume, grammar: DetailGrammar) -> ContactLines:
    """Header and unnamed sections first, then short lines of the others, but never the referees'."""
    first = [line for line in resume.lines if resume.kind_of(line) in CONTACT_SECTIONS]
    rest = [line for line in resume.lines if resume.kind_of(line) not in CONTACT_SECTIONS | NOT_MINE]
    found = [(line, find_details(line.text, grammar)) for line in first]
    found += [(line, [each for each in find_details(line.text, grammar) if is_own(each, line)]) for line in rest]
    return ContactLines([line for line, _ in found], [details for _, details in found])


def is_own(detail: Detail, line: LogicalLine) -> bool:
    """Within a section only an address or a number counts, not a project's link or a label of its own."""
    return detail.kind is DetailKind.EMAIL or (detail.kind is DetailKind.PHONE and line.entry is None)


def all_links(own: ContactLines, targets: Iterable[str]) -> tuple[str, ...]:
    """Links as printed, then profiles that only a link's target names."""
    printed = [each.text for details in own.details for each in details if each.kind is DetailKind.LINK]
    bare = {bare_link(link) for link in printed}
    behind = [target for target in targets if target.startswith("http") and network_of(target) and bare_link(target) not in bare]
    return tuple(dict.fromkeys((*printed, *behind)))


def bare_link(link: str) -> str:
    return link.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def address_of(targets: Iterable[str]) -> str | None:
    return next((each.removeprefix("mailto:").partition("?")[0] for each in targets if each.startswith("mailto:")), None)


def telephone_of(targets: Iterable[str]) -> str | None:
    return next((each.removeprefix("tel:") for each in targets if each.startswith("tel:")), None)


def running_detail(document: Document, kind: DetailKind, grammar: ContactGrammar) -> str | None:
    found = (each for running in document.running for each in find_details(running.text, grammar.details))
    return next((each.text for each in found if each.kind is kind), None)


def find_name(
    document: Document, resume: Resume, own: ContactLines, mails: Sequence[str], grammar: ContactGrammar
) -> tuple[LogicalLine | None, str] | None:
    """The name and its line; None for the line where only a running header has it."""
    body = body_style(document.lines).size or 0.0
    candidates: list[Candidate] = []
    lines: list[LogicalLine | None] = []

    def add(text: str, line: LogicalLine | None, **more: object) -> None:
        candidates.append(Candidate(text=text, **more))  # type: ignore[arg-type]
        lines.append(line)

    position = 0
    before: LogicalLine | None = None
    for line, details in zip(own.lines, own.details, strict=True):
        size = (line.font_size or body) / body if body else 1.0
        is_candidate = resume.kind_of(line) in CONTACT_SECTIONS or (line.page == 1 and size > STANDS_OUT and line.entry is None)
        if len(line.text) > LONGEST_NAME_LINE or not is_candidate:
            continue
        if before is not None and is_second_half(before, line, size):
            add(f"{before.text} {line.text}", before, position=position - 1, size=size)
        for detail in details:
            if detail.kind is DetailKind.NAME:
                add(detail.text, line, position=position, size=size, is_labelled=True)
        if position <= NEAR_TOP or size > STANDS_OUT:
            fields = fields_of(line)
            for number, field in enumerate(fields):
                add(field, line, position=position, size=size, is_alone=number == 0)
            if len(fields) > 1:
                add(line.text, line, position=position, size=size)
        position += 1
        before = line
    for number, running in enumerate(document.running):
        for field in FIELD_BREAK.split(running.text):
            add(field, None, position=NEAR_TOP + number)
    best = best_name(candidates, mails, grammar.names)
    return (lines[candidates.index(best[0])], best[1]) if best else None


def is_second_half(before: LogicalLine, line: LogicalLine, size: float) -> bool:
    """A name set large on two lines: "MARTA" above "REBELO"."""
    return (
        size > 1.3  # noqa: PLR2004 - larger than any text
        and before.font_size == line.font_size
        and before.page == line.page
        and len(before.text.split()) <= 2  # noqa: PLR2004
        and len(line.text.split()) <= 2  # noqa: PLR2004
    )


def fields_of(line: LogicalLine) -> list[str]:
    return [field.strip(" ,;") for field in FIELD_BREAK.split(line.text) if field.strip(" ,;")]


def bare_fields(line: LogicalLine, grammar: DetailGrammar) -> list[str]:
    """The fields of a line without its addresses, numbers and links and without their labels."""
    text = line.text
    for detail in reversed(find_details(text, grammar)):
        if detail.kind in {DetailKind.EMAIL, DetailKind.PHONE, DetailKind.LINK}:
            text = text[: detail.start] + "\t" + text[detail.end :]
    fields = (LABELS_AT_END.sub("", field).strip(" ,;:") for field in FIELD_BREAK.split(text))
    return [field for field in fields if field]


def is_headline(field: str, name: str | None, grammar: ContactGrammar) -> bool:
    """A few words that name a trade: no address, no number, no place."""
    if any(letter.isdigit() or letter in "@:" for letter in field) or len(field.split()) > LONGEST_HEADLINE:
        return False
    if name is not None and bare_name(field, grammar.names) == name:
        return False
    fields = grammar.details.fields
    is_trade = fields.titles.search(field) or any(is_title_word(word, fields) for word in field.split())
    return is_trade and not field.endswith(".") and not is_place_field(field, grammar.details)


def identity_lines(resume: Resume, name: str | None, grammar: ContactGrammar) -> frozenset[int]:
    """The name's line, and lines of the header that hold nothing but places, numbers and addresses."""

    def is_identity(line: LogicalLine) -> bool:
        if resume.kind_of(line) not in CONTACT_SECTIONS:
            return False
        if name is not None and name in line.text and len(line.text) <= LONGEST_NAME_LINE:
            return True
        return resume.kind_of(line) is SectionKind.HEADER and all(
            is_contact_field(field, grammar.details) for field in fields_of(line)
        )

    return frozenset(number for number, line in enumerate(resume.lines) if is_identity(line))


def is_contact_field(field: str, grammar: DetailGrammar) -> bool:
    """Say whether the field is an address, a number or a place and nothing else; "Linux, Kubernetes" is no place."""
    if is_place_field(field, grammar):
        return True
    details = find_details(field, grammar)
    return bool(details) and sum(each.end - each.start for each in details) >= len(field) * 0.6
