"""Whole values with all their text made fit to be shown."""

from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import astuple, replace

from skillgap.report.wording import clean_text

S = TypeVar("S", bound=Struct)


class Cleaner(dict[str, str]):
    """Gives each string's clean form; most stand many times in an analysis and are cleaned once."""

    def __missing__(self, text: str) -> str:
        self[text] = clean_text(text)
        return self[text]


class Kinds(dict[type, bool]):
    """Whether a value of a kind may have text in it that is not our own."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = issubclass(kind, (str, tuple, list, dict, Struct)) and not issubclass(kind, Enum)
        return self[kind]


HAS_TEXT = Kinds()


def clean_copy(value: S) -> S:
    """The same with every string clean, however deep it lies; what is clean already is not made anew."""
    result: S = cleaned(value, Cleaner())
    return result


def cleaned(value: Any, clean: Cleaner) -> Any:
    kind = type(value)
    if kind is str:
        return clean[value]
    if kind is tuple or kind is list:
        parts = [cleaned(each, clean) if HAS_TEXT[type(each)] else each for each in value]
        return value if parts == list(value) else kind(parts)
    if kind is dict:
        return {cleaned(key, clean): cleaned(each, clean) for key, each in value.items()}
    if not issubclass(kind, Struct):
        return value
    named = zip(kind.__struct_fields__, astuple(value), strict=True)
    changed = {name: new for name, old in named if HAS_TEXT[type(old)] and (new := cleaned(old, clean)) is not old}
    return replace(value, **changed) if changed else value
