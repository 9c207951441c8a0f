"""JSON Schemas of the YAML files, for editors: generated from the types that the files are read as."""

from typing import Any

import msgspec

from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import Area, Question, Release, Resource, Role, Skill, SkillExtension
from skillgap.taxonomy.words import Cues, Places

SHAPES: dict[str, Any] = {
    "skills": tuple[Skill, ...],
    "roles": Role,
    "resources": tuple[Resource, ...],
    "questions": tuple[Question, ...],
    "cues": Cues,
    "areas": tuple[Area, ...],
    "places": Places,
    "fit": Questionnaire,
    "release": Release,
}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
BARE_WORD = ["string", "number", "boolean"]
"""We read every bare word as text, `2015` and `no` too, which an editor takes for a number and a truth."""


def file_schema(name: str) -> dict[str, Any]:
    """Return the schema of one kind of file; raises KeyError for a name that is not in `SHAPES`."""
    schema = msgspec.json.schema(SHAPES[name])
    if name == "skills":
        extension = msgspec.json.schema(SkillExtension)
        schema["$defs"] |= extension["$defs"]
        entry = {"then": {"$ref": extension["$ref"]}, "else": schema["items"]}
        schema["items"] = {"if": {"type": "object", "required": ["extends"]}, **entry}
    return {"$schema": DRAFT, "title": f"skillgap taxonomy: {name}", **with_bare_words(schema)}


def with_bare_words(schema: Any) -> Any:
    if isinstance(schema, list):
        return [with_bare_words(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: with_bare_words(value) for key, value in schema.items()}
    if changed.get("type") == "string":
        changed["type"] = BARE_WORD
    return changed
