"""JSON Resume files (https://jsonresume.org/schema): their values laid out as the lines of a résumé, each with the field that it is."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from skillgap.documents.encodings import decoded
from skillgap.documents.inline_marks import linked_from, without_marks
from skillgap.documents.job_records import is_job, job_lines
from skillgap.documents.types import SCHEMES, TITLE_LEVEL, DrawnLine, Limits, Link, ReaderResult
from skillgap.errors import DocumentCorrupt, DocumentUnsupported

SCHEMA = "https://jsonresume.org/schema"
HEADINGS = {
    "work": "Work Experience", "volunteer": "Volunteering", "education": "Education", "awards": "Awards", "certificates": "Certificates",
    "publications": "Publications", "skills": "Skills", "languages": "Languages", "interests": "Interests", "references": "References",
    "projects": "Projects",
}  # fmt: skip
HEADS = {
    "work": ("position", "name", "company", "location", "description"),
    "volunteer": ("position", "organization", "location", "description"),
    "education": ("studyType", "area", "institution", "location", "score", "gpa", "description"),
    "projects": ("name", "entity", "location", "description"),
}
"""Fields that make up an entry's heading; of other sections each item is one line."""
NOT_SHOWN = {"image", "network", "username", "countryCode", "type"}
OWN_ANALYSIS = {"schema_version", "generator", "score"}
"""Keys of what `analyze --format json` writes, which has skills as a JSON Resume has."""
DEEPEST = 100
"""Values within values; the schema's own go six deep."""
ADDRESSES = ("url", "website")
"""Of an entry kept among the document's links; they say nothing of what somebody did."""
RANGE = ("startDate", "endDate")
HIGHLIGHTS = ("highlights", "courses")
KEYWORDS = "keywords"
"""A list behind this name, as in a line of skills, and nothing that was done."""
PERSON = ("label", "email", "phone", "location", "url", "website", "profiles")
Values = Mapping[str, Any]


def read_record(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Raises DocumentCorrupt or DocumentUnsupported where it is no JSON or no JSON Resume."""
    del limits  # size and characters are limited for every file
    text = decoded(content, name).lstrip("\ufeff")
    record = decoded_record(text, name)
    if is_job(record):
        return ReaderResult(lines=tuple(job_lines(record)), reader="json-job")
    check_resume(record, name)
    links = tuple(Link(target=target) for target in targets(record) if target.startswith(SCHEMES))
    return ReaderResult(lines=tuple(laid_out(record)), reader="json-resume", links=links, record=text)


def decoded_record(text: str, name: str) -> Values:
    try:
        record = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise DocumentCorrupt(
            f"{name}: not valid JSON: {reason_of(error)}", hint="check it with a JSON editor"
        ) from error
    if depth_of(record) > DEEPEST:
        raise DocumentCorrupt(f"{name}: values are nested more than {DEEPEST} deep", hint=f"see {SCHEMA}")
    if not isinstance(record, dict):
        raise unsupported(name)
    return record


def unsupported(name: str) -> DocumentUnsupported:
    return DocumentUnsupported(f"{name}: JSON, but no JSON Resume", hint=f"see {SCHEMA}")


def check_resume(record: Values, name: str) -> None:
    if record.keys() >= OWN_ANALYSIS:
        message = f"{name}: an analysis that was saved, not a résumé"
        raise DocumentUnsupported(message, hint="plan, interview and progress read it; here give the résumé itself")
    if not {"basics", "meta", *HEADINGS} & record.keys():
        raise unsupported(name)
    for key in ("basics", *HEADINGS):
        value = record.get(key)
        if key == "basics" and not isinstance(value, dict | None):
            raise wrong(name, key, "an object")
        if key != "basics" and not (
            value is None or (isinstance(value, list) and all(isinstance(each, dict) for each in value))
        ):
            raise wrong(name, key, "a list of objects")


def reason_of(error: Exception) -> str:
    return "values are nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]


def depth_of(value: Any) -> int:
    """How deep lists and objects stand within each other."""
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [
            inner
            for each in level
            for inner in (each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
        ]
    return depth


def wrong(name: str, key: str, expected: str) -> DocumentCorrupt:
    return DocumentCorrupt(f"{name}: {key!r} is not {expected}, as JSON Resume has it", hint=f"see {SCHEMA}")


def laid_out(record: Values) -> Iterator[DrawnLine]:
    """All text of the record, in the order in which its sections stand in it; what says nothing to a reader is left out."""
    basics = record.get("basics") or {}
    if title := text_of(basics.get("name")):
        yield DrawnLine(text=title, is_whole=True, is_bold=True, heading_level=TITLE_LEVEL, field="basics/name")
    for key in PERSON:
        for text in shown(basics.get(key)):
            yield DrawnLine(text=text, is_whole=True, field=f"basics/{key}")
    if summary := list(paragraphs(basics.get("summary"))):
        yield heading("Summary", "summary")
        yield from (DrawnLine(text=text, is_whole=True, field="basics/summary") for text in summary)
    for key, items in record.items():
        if key in HEADINGS and items:
            yield heading(HEADINGS[key], key)
            for number, item in enumerate(items):
                yield from item_lines(f"{key}/{number}", key, item)
    yield from own_sections(record)


def heading(text: str, field: str) -> DrawnLine:
    return DrawnLine(text=text, is_whole=True, is_bold=True, heading_level=2, follows_gap=True, field=field)


def item_lines(path: str, key: str, item: Values) -> Iterator[DrawnLine]:
    """An entry's heading, its text and its bullets; an item of another section in one line."""
    if key not in HEADS:
        text = one_line(item)
        if text:
            yield DrawnLine(text=text, is_whole=True, field=path)
        return
    is_first = True
    for field in HEADS[key]:
        for text in paragraphs(item.get(field)):
            yield DrawnLine(text=text, is_whole=True, is_bold=is_first, follows_gap=is_first, field=f"{path}/{field}")
            is_first = False
    if dates := " – ".join(filter(None, (text_of(item.get(field)) for field in RANGE))):
        yield DrawnLine(text=dates, is_whole=True, follows_gap=is_first, field=f"{path}/dates")
    for field in item:
        if field not in (*HEADS[key], *RANGE, *NOT_SHOWN, *ADDRESSES):
            for text in said_in(field, item[field]):
                yield DrawnLine(text=text, is_whole=True, field=f"{path}/{field}")


def said_in(field: str, value: Any) -> Iterator[str]:
    """Bullets, texts, or keywords in one line."""
    if field == KEYWORDS:
        keywords = ", ".join(shown(value))
        yield from (f"Keywords: {keywords}",) if keywords else ()
        return
    bullet = "• " if field in HIGHLIGHTS else ""
    yield from (bullet + text for text in shown(value))


def one_line(item: Values) -> str:
    """Name and figures first, lists behind a colon: "Languages: C, Go"."""
    fields = {field: value for field, value in item.items() if field not in NOT_SHOWN}
    keywords = ", ".join(shown(fields.pop(KEYWORDS, None)))
    rest = ", ".join(text for value in fields.values() for text in shown(value))
    return ": ".join(filter(None, (rest, keywords)))


def own_sections(record: Values) -> Iterator[DrawnLine]:
    """Sections that our own writer put under `meta.skillgap`, because the schema has no place for them."""
    meta = record.get("meta")
    own = meta.get("skillgap") if isinstance(meta, dict) else None
    sections = own.get("sections") if isinstance(own, dict) else None
    for number, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict):
            yield heading(text_of(section.get("heading")) or text_of(section.get("kind")) or "Other", f"meta/{number}")
            for text in shown(section.get("lines")):
                yield DrawnLine(text=text, is_whole=True, field=f"meta/{number}/lines")


def shown(value: Any) -> Iterator[str]:
    """Every text in a value, however nested, in its order."""
    match value:
        case dict():
            yield ", ".join(text for field, each in value.items() if field not in NOT_SHOWN for text in shown(each))
        case list():
            for each in value:
                yield from shown(each)
        case _:
            yield from paragraphs(value)


def paragraphs(value: Any) -> Iterator[str]:
    yield from (line.strip() for line in without_marks(text_of(value)).splitlines() if line.strip())


def text_of(value: Any) -> str:
    """Texts and figures as they are printed; nothing of what has no words."""
    return (
        value.strip()
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int | float) and not isinstance(value, bool)
        else ""
    )


def targets(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for each in value.values():
                yield from targets(each)
        case list():
            for each in value:
                yield from targets(each)
        case str() if "://" in value:
            yield from linked_from(value) or (value,)
