"""A document as JSON: pages of lines of spans, each with its box and its place in the text."""

from collections import defaultdict
from typing import Any

import msgspec

from skillgap.documents.types import Document, Line
from skillgap.printed_json import json_text

SCHEMA_VERSION = "1.0"


def document_json(document: Document) -> str:
    """One object; boxes are x0, top, x1, bottom in points from the page's top left, `start` and `end` code points of `text`."""
    return json_text(as_dict(document))


def as_dict(document: Document) -> dict[str, Any]:
    apart = {name: msgspec.to_builtins(getattr(document, name)) for name in ("hidden", "running", "links", "warnings")}
    lines: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in document.lines:
        lines[line.page].append(line_dict(document, line))
    return {
        "schema_version": SCHEMA_VERSION,
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "text": document.text,
        "pages": [{**msgspec.to_builtins(page), "lines": lines[page.number]} for page in document.pages],
        **apart,
    }


def line_dict(document: Document, line: Line) -> dict[str, Any]:
    return {**msgspec.to_builtins(line), "text": document.text_of(line)}
