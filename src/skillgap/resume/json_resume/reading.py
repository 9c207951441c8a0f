"""From a JSON Resume to the same `Resume` that any other file gives: nothing is guessed, each field says what it is."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from skillgap.documents.types import Document
from skillgap.resume.contact import Contact
from skillgap.resume.dates import DateGrammar, find_dates, read_date
from skillgap.resume.logical_lines import joined
from skillgap.resume.types import DateRange, Entry, LogicalLine, Resume, Section, SectionKind

KINDS = {
    "basics": SectionKind.HEADER, "summary": SectionKind.SUMMARY, "work": SectionKind.EXPERIENCE, "volunteer": SectionKind.VOLUNTEERING,
    "education": SectionKind.EDUCATION, "awards": SectionKind.AWARDS, "certificates": SectionKind.CERTIFICATIONS, "publications": SectionKind.PUBLICATIONS,
    "skills": SectionKind.SKILLS, "languages": SectionKind.LANGUAGES, "interests": SectionKind.INTERESTS, "references": SectionKind.REFERENCES,
    "projects": SectionKind.PROJECTS,
}  # fmt: skip
HEAD_FIELDS = {
    "position", "name", "company", "organization", "location", "description", "studyType", "area", "institution", "score", "gpa", "entity", "dates",
}  # fmt: skip
ENTRY_KEYS = frozenset({"work", "volunteer", "education", "projects"})
Values = Mapping[str, Any]


def resume_of_record(document: Document, dates: DateGrammar) -> tuple[Resume, Contact]:
    """The document's lines in the sections and entries that their fields name."""
    record: Values = msgspec.json.decode(document.record)
    sections: list[Section] = []
    lines: list[LogicalLine] = []
    entry_lines: dict[tuple[str, int], list[int]] = {}
    head_counts: dict[tuple[str, int], int] = {}
    for line in document.lines:
        place = line.field.split("/")
        key = "summary" if line.field == "basics/summary" else place[0]
        is_heading = "/" not in line.field or (key == "meta" and len(place) == 2)  # noqa: PLR2004 - meta/0
        if is_heading or not sections:
            heading = document.text_of(line) if is_heading else ""
            sections.append(Section(kind_of(record, key, place), heading, line.page, line.start, line.end))
        if is_heading:
            continue
        sections[-1] = msgspec.structs.replace(sections[-1], end=line.end)
        logical = msgspec.structs.replace(joined(document, [line]), section=len(sections) - 1)
        if len(place) == 3 and key in ENTRY_KEYS:  # noqa: PLR2004 - work/0/position
            owner = (key, int(place[1]))
            own = entry_lines.setdefault(owner, [])
            own.append(len(lines))
            head_counts[owner] = head_counts.get(owner, 0) + (place[2] in HEAD_FIELDS)
            logical = msgspec.structs.replace(logical, entry=list(entry_lines).index(owner))
        lines.append(logical)
    entries = tuple(
        entry_of(key, record[key][number], numbers, head_counts[key, number], lines, dates)
        for (key, number), numbers in entry_lines.items()
    )
    identity = frozenset(n for n, line in enumerate(lines) if sections[line.section].kind is SectionKind.HEADER)
    resume = Resume(lines=tuple(lines), sections=tuple(sections), entries=entries, identity=identity)
    return resume, contact_of(record.get("basics") or {})


def kind_of(record: Values, key: str, place: Sequence[str]) -> SectionKind:
    if key == "meta":
        kind = record["meta"]["skillgap"]["sections"][int(place[1])].get("kind")
        return SectionKind(kind) if kind in tuple(SectionKind) else SectionKind.OTHER
    return KINDS.get(key, SectionKind.OTHER)


def entry_of(
    key: str, item: Values, numbers: Sequence[int], head_count: int, lines: Sequence[LogicalLine], dates: DateGrammar
) -> Entry:
    type_ = text(item.get("type"))
    kind = {"military": SectionKind.MILITARY, "open_source": SectionKind.OPEN_SOURCE}.get(type_ or "", KINDS[key])
    degree, study = text(item.get("studyType")), text(item.get("area"))
    is_study = kind is SectionKind.EDUCATION
    organization = first_text(item, "institution" if is_study else "entity" if key == "projects" else "organization", "company")
    if key == "work":
        organization = first_text(item, "name", "company")
    title = " ".join(filter(None, (degree, study))) if is_study else text(item.get("name" if key == "projects" else "position"))
    return Entry(
        kind=kind,
        section=lines[numbers[0]].section,
        title=title or None,
        organization=organization,
        location=text(item.get("location")),
        dates=range_of(item, dates),
        head_count=head_count,
        line_numbers=tuple(numbers),
        degree=degree,
        study=study,
        grade=first_text(item, "score", "gpa"),
        is_internship=type_ == "internship",
    )


def range_of(item: Values, dates: DateGrammar) -> DateRange | None:
    """As the schema has it: without an end it still goes on."""
    start, end = date_of(item.get("startDate"), dates, is_end=False), date_of(item.get("endDate"), dates, is_end=True)
    if start is None and end is None:
        return None
    return DateRange(start, end, is_current=end is None)


def date_of(value: Any, dates: DateGrammar, *, is_end: bool) -> str | None:
    """A date of the schema, or one that people wrote in its place; of a present there is none."""
    written = text(value)
    if written is None:
        return None
    if len(written) >= len("2019-03") and written[:4].isdigit() and written[4] == "-" and written[5:7].isdigit():
        return written[:7]
    stretch = read_date(written, dates, is_day_first=True)
    if stretch is not None:
        return stretch.last if is_end else stretch.first
    found = find_dates(written, dates)
    return found[0].range.end if found else None


def contact_of(basics: Values) -> Contact:
    location = basics.get("location")
    places = [text(location.get(field)) for field in ("address", "city", "region", "postalCode", "countryCode")] if isinstance(location, dict) else [text(location)]
    profiles = [each for each in basics.get("profiles") or () if isinstance(each, dict)]
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

