"""Whole values with all their text made fit to be shown."""

from enum import Enum
from types import NoneType
from typing import Any, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import fields, replace

from skillgap.report.wording import clean_text

S = TypeVar("S", bound=Struct)
TEXTLESS = (int, float, NoneType, Enum)


class Cleaner(dict[str, str]):
    """Gives each string's clean form; most stand many times in an analysis and are cleaned once."""

    def __missing__(self, text: str) -> str:
        self[text] = clean_text(text)
        return self[text]


class TextFields(dict[type[Struct], tuple[str, ...]]):
    """The fields of a kind of value that may have text in them that is not our own."""

    def __missing__(self, kind: type[Struct]) -> tuple[str, ...]:
        self[kind] = kind.__struct_fields__  # for a kind within itself
        self[kind] = tuple(each.name for each in fields(kind) if may_hold_text(each.type))
        return self[kind]


TEXT_FIELDS = TextFields()


def may_hold_text(form: Any) -> bool:
    form = getattr(form, "__supertype__", form)
    if parts := get_args(form):
        return any(may_hold_text(each) for each in parts if each is not ...)
    if isinstance(form, type) and issubclass(form, Struct):
        return bool(TEXT_FIELDS[form])
    return not (isinstance(form, type) and issubclass(form, TEXTLESS))


def clean_copy(value: S) -> S:
    """The same with every string clean, however deep it lies; what is clean already is not made anew."""
    result: S = cleaned(value, Cleaner())
    return result


def cleaned(value: Any, clean: Cleaner) -> Any:
    kind = type(value)
    if kind is str:
        return clean[value]
    if kind is tuple or kind is list:
        parts = [clean[each] if type(each) is str else cleaned(each, clean) for each in value]
        return value if parts == list(value) else kind(parts)
    if kind is dict:
        return {cleaned(key, clean): cleaned(each, clean) for key, each in value.items()}
    if not issubclass(kind, Struct):
        return value
    changed = {}
    for name in TEXT_FIELDS[kind]:
        old = getattr(value, name)
        new = clean[old] if type(old) is str else cleaned(old, clean)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value
