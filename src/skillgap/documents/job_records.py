"""Job postings as JSON (https://jsonresume.org/job-description-schema): their values laid out as the lines of a posting."""

from collections.abc import Iterator, Mapping
from typing import Any

from skillgap.documents.types import TITLE_LEVEL, DrawnLine

LISTS = {"responsibilities": "Responsibilities", "qualifications": "Qualifications"}
FACTS = ("company", "type", "date", "location", "remote", "salary")
OF_RESUME = frozenset({"basics", "work", "education", "meta", "volunteer", "projects"})
HEADING = 2
Values = Mapping[str, Any]


def is_job(record: Values) -> bool:
    """Say whether it is a job rather than a résumé, which has skills as well."""
    return (
        bool(LISTS.keys() & record.keys() or {"title", "description"} <= record.keys())
        and not OF_RESUME & record.keys()
    )


def job_lines(record: Values) -> Iterator[DrawnLine]:
    """All text of the posting, whatever shape its values have."""
    for text in texts_of(record.get("title")):
        yield line(text, "title", heading=TITLE_LEVEL)
    for key in FACTS:
        if facts := ", ".join(texts_of(record.get(key))):
            yield line(f"{key.capitalize()}: {facts}", key)
    if level := ", ".join(texts_of(record.get("experience"))):
        yield line(f"Experience: {level}", "experience")
    for number, text in enumerate(texts_of(record.get("description"))):
        yield line(text, "description", follows_gap=not number)
    for key, words in LISTS.items():
        items = list(texts_of(record.get(key)))
        yield from [line(words, key, heading=HEADING)] if items else []
        yield from (line(f"• {text}", f"{key}/{number}") for number, text in enumerate(items))
    skills = [each for each in map(skill_line, listed(record.get("skills"))) if each]
    yield from [line("Skills", "skills", heading=HEADING)] if skills else []
    yield from (line(f"• {text}", f"skills/{number}") for number, text in enumerate(skills))


def skill_line(skill: Any) -> str:
    """Name, then keywords, behind the level: "(Master) Backend: Java, REST"; some write there how much it is wanted."""
    if not isinstance(skill, dict):
        return ", ".join(texts_of(skill))
    level, name, keywords = (", ".join(texts_of(skill.get(key))) for key in ("level", "name", "keywords"))
    told = ": ".join(filter(None, (name, keywords)))
    return f"({level}) {told}" if level and told else told


def line(text: str, field: str, *, heading: int = 0, follows_gap: bool = False) -> DrawnLine:
    return DrawnLine(
        text=text,
        is_whole=True,
        is_bold=heading > 0,
        heading_level=heading,
        follows_gap=follows_gap or heading > 0,
        field=field,
    )


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value, however nested, a paragraph each."""
    match value:
        case str():
            yield from (text.strip() for text in value.splitlines() if text.strip())
        case bool():
            return
        case int() | float():
            yield str(value)
        case list():
            for each in value:
                yield from texts_of(each)
        case dict():
            for each in value.values():
                yield from texts_of(each)
