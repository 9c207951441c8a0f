"""How well sections, entries and contact details are read, counted field by field on annotated résumés."""

from collections.abc import Iterable

from msgspec import Struct

from skillgap.documents.types import Document, WarningCode
from skillgap.evaluation.gold_resumes import GoldEntry, GoldResume
from skillgap.evaluation.printed_places import Placed, key_of, placed
from skillgap.evaluation.secrets import secrets_of
from skillgap.printed_json import json_text
from skillgap.resume.contact import Contact
from skillgap.resume.intervals import months_between
from skillgap.resume.json_resume.exporting import record_of
from skillgap.resume.parsing import Parsed, ResumeGrammar, parse_resume, structure_warnings
from skillgap.resume.redacting import redactor_for
from skillgap.resume.redacting_values import redacted_record
from skillgap.resume.types import Entry, Resume, SectionKind

AS_OF = "2026-11"
"""When the annotated résumés were written: their "present"."""
WORK = (SectionKind.EXPERIENCE,)
OTHERS = (SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.VOLUNTEERING, SectionKind.MILITARY)
PERSON = ("name", "email", "phone", "location", "headline")
NOT_FLAGGED = "not flagged as something else"
FLAGGED = "other texts flagged"
REDACTED = "contact details redacted"
FIELDS = ("title", "organization", "start", "end")
TALLIES = (
    "lines in a section of the right kind",
    *(f"{group}: {field}" for group in ("jobs", "other entries") for field in ("found", *FIELDS, "all right")),
    "jobs: location",
    "jobs: months within one",
    *(f"education: {field}" for field in ("found", "degree", "field", "organization", "start", "end", "grade")),
    *PERSON,
    "links",
    REDACTED,
    NOT_FLAGGED,
    FLAGGED,
)


class Tally(Struct):
    """Right out of so many."""

    right: int = 0
    total: int = 0

    def count(self, *, is_right: bool) -> None:
        self.right += is_right
        self.total += 1


class Fault(Struct, frozen=True):
    """One thing read wrongly: in which résumé, what, what it is and what was read."""

    resume: str
    field: str
    gold: str
    read: str


class StructureResult(Struct, frozen=True):
    tallies: dict[str, Tally]
    faults: list[Fault]


class Marker:
    """Counts one résumé's fields and notes what is wrong."""

    def __init__(self, result: StructureResult, gold: GoldResume) -> None:
        self.result = result
        self.gold = gold

    def count(self, field: str, gold: str, read: str | None, *, is_right: bool) -> None:
        self.result.tallies[field].count(is_right=is_right)
        if not is_right:
            self.result.faults.append(Fault(self.gold.id, field, gold, read or "–"))


def evaluate_structure(
    resumes: Iterable[tuple[GoldResume, Document]], others: Iterable[Document], grammar: ResumeGrammar
) -> StructureResult:
    """Read each annotated résumé and compare; `others` are texts that are none, which should be flagged."""
    result = StructureResult({name: Tally() for name in TALLIES}, [])
    for gold, document in resumes:
        mark(result, gold, document, grammar)
    for document in others:
        is_flagged = is_other(document, parse_resume(document, grammar), grammar)
        result.tallies[FLAGGED].count(is_right=is_flagged)
        if not is_flagged:
            result.faults.append(Fault(document.name, FLAGGED, "no résumé", "a résumé"))
    return result


def mark(result: StructureResult, gold: GoldResume, document: Document, grammar: ResumeGrammar) -> None:
    """Compare one résumé as read with what its author marked."""
    parsed = parse_resume(document, grammar)
    marker = Marker(result, gold)
    text = placed(document)
    mark_lines(marker, text, parsed.resume)
    mark_entries(marker, text, parsed.resume)
    mark_person(marker, parsed.contact)
    mark_redaction(marker, document, parsed, grammar)
    marker.count(NOT_FLAGGED, "a résumé", "no résumé", is_right=not is_other(document, parsed, grammar))


def is_other(document: Document, parsed: Parsed, grammar: ResumeGrammar) -> bool:
    warnings = structure_warnings(document, parsed, grammar)
    return any(warning.code is WarningCode.NOT_A_RESUME for warning in warnings)


def mark_redaction(marker: Marker, document: Document, parsed: Parsed, grammar: ResumeGrammar) -> None:
    """No marked detail may be left in the text or in the JSON."""
    redactor = redactor_for(parsed.resume, parsed.contact, grammar.redaction)
    text = redactor.redacted_document(document, parsed.resume).text
    record = record_of(document, parsed, grammar.dates, AS_OF)
    shown = text + "\n" + json_text(redacted_record(record, redactor))
    for secret in secrets_of(marker.gold):
        left = secret.pattern.search(shown)
        around = " ".join(shown[max(0, left.start() - 30) : left.end() + 30].split()) if left else None
        marker.count(REDACTED, secret.text, around, is_right=left is None)


def mark_lines(marker: Marker, text: Placed, resume: Resume) -> None:
    """A line is right where most of its letters stand in a section of its kind; contact details may be header or other."""
    used: set[int] = set()
    for section in marker.gold.sections:
        right = {section.kind} if section.kind else {SectionKind.HEADER, SectionKind.OTHER}
        for line in section.lines:
            if not key_of(line):
                continue
            kinds = [kind_at(place, resume) for place in text.find_line(line, used)]
            most = max(sorted(set(kinds)), key=kinds.count) if kinds else None
            marker.count(
                "lines in a section of the right kind",
                f"{section.kind or 'contact'}: {line}",
                most,
                is_right=most in right,
            )


def kind_at(place: int, resume: Resume) -> SectionKind:
    """The kind of the last section that begins at or before the place."""
    before = [section.kind for section in resume.sections if section.start <= place]
    return before[-1] if before else SectionKind.HEADER


def mark_entries(marker: Marker, text: Placed, resume: Resume) -> None:
    used_lines: set[int] = set()
    taken: set[int] = set()
    for gold in marker.gold.entries:
        places = [place for line in gold.lines for place in text.find_line(line, used_lines)]
        number = best_entry(places, resume, taken)
        found = resume.entries[number] if number is not None else None
        if number is not None:
            taken.add(number)
        if gold.kind is SectionKind.EDUCATION:
            mark_education(marker, gold, found)
        else:
            mark_post(marker, "jobs" if gold.kind in WORK else "other entries", gold, found)


def best_entry(places: Iterable[int], resume: Resume, taken: set[int]) -> int | None:
    """The entry not taken yet that holds the beginning of the gold entry; most of its letters decide between several."""
    counts: dict[int, int] = {}
    spans = [
        (resume.lines[n].start, resume.lines[n].end, number)
        for number, entry in enumerate(resume.entries)
        for n in entry.line_numbers
    ]
    for place in places:
        for start, end, number in spans:
            if start <= place < end and number not in taken:
                counts[number] = counts.get(number, 0) + 1
                break
    return max(sorted(counts), key=lambda number: counts[number]) if counts else None


def mark_post(marker: Marker, group: str, gold: GoldEntry, found: Entry | None) -> None:
    """Title, organisation, start and end, each where the page has it; what it hasn't must not be invented."""
    label = " / ".join(gold.lines)[:90]
    marker.count(f"{group}: found", label, None, is_right=found is not None)
    rights = [
        mark_field(marker, f"{group}: {field}", gold.fields.get(field), getattr(found, field) if found else None)
        for field in ("title", "organization")
    ]
    rights += mark_dates(marker, group, gold, found)
    marker.count(f"{group}: all right", label, None, is_right=all(rights))
    if group == "jobs":
        if "location" in gold.fields:
            mark_field(marker, "jobs: location", gold.fields["location"], found.location if found else None)
        if gold.end is not None:
            months = gold.months(AS_OF)
            read = months_between([found.dates], AS_OF) if found and found.dates else 0
            marker.count("jobs: months within one", f"{months}: {label}", str(read), is_right=abs(read - months) <= 1)


def mark_field(marker: Marker, name: str, gold: str | None, read: str | None) -> bool:
    is_right = key_of(gold or "") == key_of(read or "")
    marker.count(name, gold or "–", read, is_right=is_right)
    return is_right


def mark_dates(marker: Marker, group: str, gold: GoldEntry, found: Entry | None) -> list[bool]:
    dates = found.dates if found else None
    start = dates.start if dates else None
    end = "present" if dates and dates.is_current else dates.end if dates else None
    gold_start = gold.start
    if group == "other entries" and gold_start is None and start == end:
        start = None  # a project of one date: begun and ended then, or ended then, is the same
    rights = []
    for field, expected, read in (("start", gold_start, start), ("end", gold.end, end)):
        is_right = expected == read
        printed = f"{gold.fields.get('dates', '')} => {expected or '–'}"
        marker.count(f"{group}: {field}", printed, read, is_right=is_right)
        rights.append(is_right)
    return rights


def mark_education(marker: Marker, gold: GoldEntry, found: Entry | None) -> None:
    label = " / ".join(gold.lines)[:90]
    marker.count("education: found", label, None, is_right=found is not None)
    for name, field in (("degree", "degree"), ("field", "study"), ("organization", "organization"), ("grade", "grade")):
        if name in gold.fields:
            read = getattr(found, field) if found else None
            mark_field(marker, f"education: {name}", gold.fields[name], read)
    mark_dates(marker, "education", gold, found)


def mark_person(marker: Marker, contact: Contact) -> None:
    for field in PERSON:
        gold = marker.gold.detail(field)
        if gold is None:
            continue
        read = contact.label if field == "headline" else getattr(contact, field)
        same = same_name if field == "name" else same_number if field == "phone" else same_text
        marker.count(field, gold, read, is_right=same(gold, read or ""))
    links = {
        key_of(link.removeprefix("https://").removeprefix("http://").removeprefix("www.")) for link in contact.links
    }
    for field, value in marker.gold.person:
        if field == "link":
            bare = key_of(value.removeprefix("https://").removeprefix("http://").removeprefix("www."))
            marker.count("links", value, " ".join(contact.links), is_right=bare in links)


def same_text(gold: str, read: str) -> bool:
    return key_of(gold) == key_of(read)


def same_name(gold: str, read: str) -> bool:
    """The same words; "SILVA, Ana" and "Ana Silva" are one name."""
    return sorted(map(key_of, gold.replace(",", " ").split())) == sorted(map(key_of, read.replace(",", " ").split()))


def same_number(gold: str, read: str) -> bool:
    """The same figures; a zero in brackets that is not dialled may be missing."""
    return "".join(filter(str.isdigit, gold)) == "".join(filter(str.isdigit, read))
