"""The rules of JSON Resume 1.0.0 (https://jsonresume.org/schema) by field, and the JSON Schema (draft 4) that they make."""

import re
from typing import Any

from jsonschema import Draft4Validator, FormatChecker

DATE = r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$"
"""A year, a month or a day."""
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
KINDS: dict[str, dict[str, Any]] = {
    "": {"type": "string"},
    "uri": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "day": {"type": "string", "format": "date"},
    "date": {"type": "string", "pattern": DATE},
    "texts": {"type": "array", "items": {"type": "string"}},
}
PERSON = "name label image email:email phone url:uri summary"
PLACE = "address postalCode city countryCode region"
PROFILE = "network username url:uri"
META = "canonical:uri version lastModified"
SECTIONS = {
    "work": "name location description position url:uri startDate:date endDate:date summary highlights:texts",
    "volunteer": "organization position url:uri startDate:date endDate:date summary highlights:texts",
    "education": "institution url:uri area studyType startDate:date endDate:date score courses:texts",
    "awards": "title date:date awarder summary",
    "certificates": "name date:day url:uri issuer",
    "publications": "name publisher releaseDate:date url:uri summary",
    "skills": "name level keywords:texts",
    "languages": "language fluency",
    "interests": "name keywords:texts",
    "references": "name reference",
    "projects": (
        "name description highlights:texts keywords:texts startDate:date endDate:date url:uri roles:texts entity type"
    ),
}
"""Each a list of objects with these fields, of which none is required and to which any other may be added."""


def fields_of(rules: str) -> dict[str, str]:
    """Each field with the kind of its value."""
    return {name: kind for name, _, kind in (rule.partition(":") for rule in rules.split())}


def record(rules: str, **more: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: KINDS[kind] for name, kind in fields_of(rules).items()} | more}


def items(rules: str) -> dict[str, Any]:
    return {"type": "array", "items": record(rules)}


SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": KINDS["uri"],
        "basics": record(PERSON, location=record(PLACE), profiles=items(PROFILE)),
        "meta": record(META),
    }
    | {section: items(rules) for section, rules in SECTIONS.items()},
}
FORMATS = FormatChecker(formats=("email", "date"))


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """As RFC 3986 has it; the checker that comes with jsonschema needs a package of its own."""
    return not isinstance(value, str) or URI.fullmatch(value) is not None


VALIDATOR = Draft4Validator(SCHEMA, format_checker=FORMATS)
