"""From a JSON Resume to the same `Resume` that any other file gives: nothing is guessed, each field says what it is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from skillgap.documents.records import HEADS
from skillgap.documents.types import Document
from skillgap.resume.contact import Contact
from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import find_dates
from skillgap.resume.intervals import is_month
from skillgap.resume.logical_lines import joined
from skillgap.resume.types import DateRange, Entry, LogicalLine, Resume, Section, SectionKind
from skillgap.resume.written_dates import read_date

KINDS = {
    "basics": SectionKind.HEADER,
    "work": SectionKind.EXPERIENCE,
    "volunteer": SectionKind.VOLUNTEERING,
    "certificates": SectionKind.CERTIFICATIONS,
} | {
    each.value: each
    for each in (
        *(SectionKind.SUMMARY, SectionKind.EDUCATION, SectionKind.AWARDS, SectionKind.PUBLICATIONS, SectionKind.SKILLS),
        *(SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.REFERENCES, SectionKind.PROJECTS),
    )
}
IDENTITY = {f"basics/{field}" for field in ("name", "email", "phone", "location", "url", "website", "profiles")}
ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?(?:T.*)?")
Values = Mapping[str, Any]


class EntryLines(Struct):
    """Where an entry's lines are, as far as they were read."""

    section: int
    numbers: list[int] = []
    courses: list[str] = []
    head_count: int = 0


def resume_of_record(document: Document, dates: DateGrammar) -> tuple[Resume, Contact]:
    """The document's lines in the sections and entries that their fields name."""
    record: Values = msgspec.json.decode(document.record)
    sections: list[Section] = []
    lines: list[LogicalLine] = []
    bodies: dict[tuple[str, int], EntryLines] = {}
    identity: set[int] = set()
    for line in document.lines:
        place = line.field.split("/", 2)
        key = "summary" if line.field == "basics/summary" else place[0]
        is_heading = "/" not in line.field or (key == "meta" and len(place) == 2)  # noqa: PLR2004 - meta/0
        if is_heading or not sections:
            heading = document.text_of(line) if is_heading else ""
            sections.append(Section(kind_of(record, key, place), heading, line.page, line.start, line.end))
        if is_heading:
            continue
        owner = (key, int(place[1])) if len(place) == 3 and key in HEADS else None  # noqa: PLR2004 - work/0/position
        if owner and owner not in bodies:
            kind = kind_of_item(key, record[key][owner[1]])
            if kind is not sections[-1].kind:
                sections.append(Section(kind, "", line.page, line.start, line.end))
            bodies[owner] = EntryLines(len(sections) - 1)
        sections[-1] = msgspec.structs.replace(sections[-1], end=line.end)
        logical = msgspec.structs.replace(joined(document, [line]), section=len(sections) - 1)
        if owner:
            body = bodies[owner]
            body.numbers.append(len(lines))
            body.head_count += place[2] in (*HEADS[key], "dates")
            body.courses += [logical.text] if place[2] == "courses" else []
            logical = msgspec.structs.replace(logical, entry=len(bodies) - 1)
        if line.field in IDENTITY:
            identity.add(len(lines))
        lines.append(logical)
    resume = Resume(
        lines=tuple(lines),
        sections=tuple(sections),
        entries=tuple(entry_of(key, record[key][n], body, dates) for (key, n), body in bodies.items()),
        identity=frozenset(identity),
    )
    return resume, contact_of(record.get("basics") or {})


def kind_of(record: Values, key: str, place: Sequence[str]) -> SectionKind:
    if key == "meta":
        kind = record["meta"]["skillgap"]["sections"][int(place[1])].get("kind")
        return SectionKind(kind) if kind in tuple(SectionKind) else SectionKind.OTHER
    return KINDS.get(key, SectionKind.OTHER)


def kind_of_item(key: str, item: Values) -> SectionKind:
    """A post in the forces and open source stand among others; each entry that differs begins a section of its kind."""
    match key, text(item.get("type")):
        case "work", "military":
            return SectionKind.MILITARY
        case "projects", "open_source":
            return SectionKind.OPEN_SOURCE
    return KINDS[key]


def entry_of(key: str, item: Values, body: EntryLines, dates: DateGrammar) -> Entry:
    degree, study = text(item.get("studyType")), text(item.get("area"))
    title = text(item.get("name" if key == "projects" else "position"))
    match key:
        case "work":
            organization = first_text(item, "name", "company")
        case "education":
            organization = text(item.get("institution"))
            title = " ".join(filter(None, (degree, study))) if degree else None
        case "projects":
            organization = text(item.get("entity"))
            title = None if title == organization else title  # as we write one that has no other name
        case _:
            organization = text(item.get("organization"))
    return Entry(
        kind=kind_of_item(key, item),
        section=body.section,
        title=title or None,
        organization=organization,
        location=text(item.get("location")),
        dates=range_of(item, dates),
        head_count=body.head_count,
        line_numbers=tuple(body.numbers),
        degree=degree,
        study=study,
        grade=first_text(item, "score", "gpa"),
        courses=tuple(body.courses),
        is_internship=text(item.get("type")) == "internship",
        is_break=text(item.get("type")) == "career_break",
    )


def range_of(item: Values, dates: DateGrammar) -> DateRange | None:
    """As the schema has it: without an end it still goes on; an end that nobody can read is no end, but it doesn't go on."""
    start = date_of(item.get("startDate"), dates, is_end=False)
    end = date_of(item.get("endDate"), dates, is_end=True)
    if start is None and end is None:
        return None
    return DateRange(start, end, is_current=end is None and is_open(text(item.get("endDate")), dates))


def unread_dates(document: Document, dates: DateGrammar) -> list[str]:
    """What stands where a date should be and is none, each with its field: "work/0/startDate: 2019-13"."""
    record: Values = msgspec.json.decode(document.record)
    return [
        f"{key}/{number}/{field}: {written}"
        for key in HEADS
        for number, item in enumerate(record.get(key) or ())
        for field, is_end in (("startDate", False), ("endDate", True))
        if (written := text(item.get(field)))
        and date_of(written, dates, is_end=is_end) is None
        and not (is_end and is_open(written, dates))
    ]


def is_open(written: str | None, dates: DateGrammar) -> bool:
    """Whether an end that is no date means that it goes on: there is none, or it says "present" in words."""
    return written is None or any(found.range.is_current for found in find_dates(f"2000 - {written}", dates))


def date_of(value: Any, dates: DateGrammar, *, is_end: bool) -> str | None:
    """A date of the schema, or one that people wrote in its place; of a present there is none."""
    written = text(value)
    if written is None:
        return None
    iso = ISO.fullmatch(written)
    if iso:
        month = f"{iso[1]}-{iso[2] or '01'}"
        return (month if iso[2] else iso[1]) if is_month(month) else None
    stretch = read_date(written, dates, is_day_first=True)
    if stretch is not None:
        return stretch.last if is_end else stretch.first
    found = find_dates(written, dates)
    return (found[0].range.end if is_end else found[0].range.start or found[0].range.end) if found else None


def contact_of(basics: Values) -> Contact:
    location = basics.get("location")
    fields = ("address", "city", "region", "postalCode", "countryCode")
    places = [text(location.get(field)) for field in fields] if isinstance(location, dict) else [text(location)]
    listed = basics.get("profiles")
    profiles = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    links = [text(basics.get("url")), text(basics.get("website")), *(text(each.get("url")) for each in profiles)]
    return Contact(
        name=text(basics.get("name")),
        label=text(basics.get("label")),
        email=text(basics.get("email")),
        phone=text(basics.get("phone")),
        location=", ".join(filter(None, places)) or None,
        links=tuple(dict.fromkeys(filter(None, links))),
    )


def first_text(item: Values, *fields: str) -> str | None:
    return next((found for field in fields if (found := text(item.get(field)))), None)


def text(value: Any) -> str | None:
    """A text that says something, else None; figures as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
