"""JSON as every file and answer prints it."""

from typing import Any, Literal

import msgspec


def json_text(value: Any, *, indent: int = 2, order: Literal["sorted"] | None = None) -> str:
    """Indented, with a newline at its end: the same text for the same value."""
    return msgspec.json.format(msgspec.json.encode(value, order=order), indent=indent).decode() + "\n"
