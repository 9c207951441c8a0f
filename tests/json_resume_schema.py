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
FULL: dict[str, Any] = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Ines Quill-Tarrow",
        "label": "Platform Engineer",
        "image": "https://example.com/ines.png",
        "email": "ines@example.com",
        "phone": "+44 20 7946 0123",
        "url": "https://ines.example.com",
        "website": "https://old.example.com",
        "summary": "Nine years of Linux.\nLikes small programs.",
        "location": {
            "address": "5 Mill Lane",
            "postalCode": "LS1 1AA",
            "city": "Leeds",
            "countryCode": "GB",
            "region": "",
        },
        "profiles": [{"network": "GitHub", "username": "example-ines", "url": "https://github.com/example-ines"}],
        "pronouns": "she/her",
    },
    "work": [
        {
            "name": "Quillmarsh Ltd",
            "location": "Leeds",
            "description": "Payments",
            "position": "Platform Engineer",
            "url": "https://quillmarsh.example.com",
            "startDate": "2021-03-15",
            "endDate": "",
            "summary": "Runs the clusters.",
            "highlights": ["Moved 40 services to Kubernetes", "Wrote the deploy tool in Go"],
            "remote": True,
        },
        {
            "company": "Thornbury Data",
            "position": "Systems Programmer",
            "website": "https://thornbury.example.com",
            "startDate": "June 2017",
            "endDate": "02/2021",
            "highlights": None,
        },
    ],
    "volunteer": [
        {
            "organization": "Code Barn",
            "position": "Mentor",
            "url": "https://barn.example.com",
            "startDate": "2019",
            "endDate": "2020",
            "summary": "Evenings.",
            "highlights": ["Taught Python to twelve beginners"],
        }
    ],
    "education": [
        {
            "institution": "University of Arouca",
            "url": "https://arouca.example.com",
            "area": "Computer Science",
            "studyType": "BSc",
            "startDate": "2013-09",
            "endDate": "2017-06",
            "score": "1st",
            "courses": ["Operating systems", "Compilers"],
        }
    ],
    "awards": [{"title": "Best Talk", "date": "2022-05-01", "awarder": "Small Conf", "summary": "On epoll."}],
    "certificates": [{"name": "CKA", "date": "2022-05-01", "url": "https://cka.example.com", "issuer": "A Foundation"}],
    "publications": [
        {
            "name": "Small Programs",
            "publisher": "Barn Press",
            "releaseDate": "2020",
            "url": "https://press.example.com",
            "summary": "A book.",
        }
    ],
    "skills": [{"name": "Systems", "level": "Master", "keywords": ["Linux", "C", "eBPF"]}, {}],
    "languages": [{"language": "English", "fluency": "native"}],
    "interests": [{"name": "Baking", "keywords": ["rye"]}],
    "references": [{"name": "Tom Ashgrove", "reference": "Ines is a joy to work with."}],
    "projects": [
        {
            "name": "minnow",
            "description": "A small shell",
            "highlights": ["Job control with process groups"],
            "keywords": ["C", "POSIX"],
            "startDate": "2018-01",
            "endDate": "soon",
            "url": "https://minnow.example.com",
            "roles": ["Author"],
            "entity": "Code Barn",
            "type": "application",
        }
    ],
    "meta": {
        "canonical": "https://ines.example.com/resume.json",
        "version": "v1.0.0",
        "lastModified": "2026-10-01T12:00:00",
        "theme": {"name": "even", "colours": [None, 1.5, False]},
    },
    "hobbies": ["unknown", {"to": ["the", "schema"]}],
}
"""Every field of the schema, fields of older versions, unknown ones, empty texts, nulls and dates as people write them."""
