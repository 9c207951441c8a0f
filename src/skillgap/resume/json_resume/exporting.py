"""A JSON Resume as plain values, and as YAML for people."""

from typing import Any

import msgspec

from skillgap.documents.types import Document
from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.json_resume.writing import to_json_resume
from skillgap.resume.parsing import Parsed

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def record_of(document: Document, parsed: Parsed, dates: DateGrammar, as_of: str) -> dict[str, Any]:
    """The résumé as plain values: a JSON Resume that was read is given back as it came, with nothing lost."""
    if document.record:
        record: dict[str, Any] = msgspec.json.decode(document.record)
        return record
    return {"$schema": SCHEMA, **msgspec.to_builtins(to_json_resume(parsed.resume, parsed.contact, dates, as_of))}


def as_yaml(values: Any) -> str:
    """In the order of the JSON, without marks that only machines understand; what looks like a date or a figure is in quotes."""
    import yaml

    class PlainDumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the base's signature
            return True

    text: str = yaml.dump(values, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=100)
    return text
