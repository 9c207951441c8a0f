"""Everything that keeps a YAML node from being of a shape: which line, which key, what is allowed there.

`msgspec.convert` stops at the first fault; this walk is made only once there is one, to show all.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
import yaml

Fault = tuple[int, str]


def shape_faults(node: yaml.Node, shape: Any, where: str = "") -> Iterator[Fault]:
    """Yield each fault as the line (from 1) that it stands on and a sentence."""
    shape = without_meta(shape)
    if is_struct(shape):
        yield from struct_faults(node, shape, where)
    elif get_origin(shape) in {Union, UnionType}:
        yield from shape_faults(node, member_for(node, shape), where)
    elif get_origin(shape) is tuple:
        yield from list_faults(node, get_args(shape)[0], where)
    elif get_origin(shape) is Mapping:
        yield from mapping_faults(node, get_args(shape), where)
    else:
        yield from scalar_faults(node, shape, where)


def struct_faults(node: yaml.Node, shape: type[msgspec.Struct], where: str) -> Iterator[Fault]:
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    if not isinstance(node, yaml.MappingNode):
        yield line_of(node), f"{said(where)}should have keys: {', '.join(fields)}"
        return
    words = [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
    for key, value in words:
        if key.value not in fields:
            close = get_close_matches(str(key.value), fields, n=1)
            if " " in key.value:
                hint = "a comma parts sentences inside braces; put the sentence in quotes"
            else:
                hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(fields)}"
            yield line_of(key), f"{said(where)}unknown key {key.value!r}; {hint}"
        elif get_origin(without_meta(fields[key.value].type)) is tuple and isinstance(value, yaml.ScalarNode):
            yield line_of(value), f"{said(within(where, key.value))}should be a list: [{value.value}]"
        else:
            yield from field_faults(value, fields[key.value].type, within(where, key.value))
    given = {key.value for key, _ in words}
    for name, field in fields.items():
        if field.required and name not in given:
            yield line_of(node), f"{said(where)}the key {name!r} is missing"


def field_faults(node: yaml.Node, shape: Any, where: str) -> Iterator[Fault]:
    """The faults inside; where there are none, what the whole breaks (too few entries, a pattern)."""
    found = list(shape_faults(node, shape, where))
    yield from found
    if not found and isinstance(node, yaml.SequenceNode):
        smallest = max((meta.min_length or 0 for meta in metas(shape)), default=0)
        if len(node.value) < smallest:
            yield line_of(node), f"{said(where)}needs at least {smallest} entries"
    elif not found and isinstance(node, yaml.ScalarNode):
        try:
            msgspec.convert(node.value, shape, strict=False)
        except msgspec.ValidationError:
            yield line_of(node), f"{said(where)}{node.value!r} should be {wanted_by(metas(shape))}"


def wanted_by(metas: Iterable[msgspec.Meta]) -> str:
    """What the limits of a shape ask for, in words."""
    for meta in metas:
        if meta.description:
            return meta.description
        if meta.le is not None:
            return f"more than {meta.gt:g} and at most {meta.le:g}"
        if meta.gt is not None or meta.ge is not None:
            return f"more than {meta.gt:g}" if meta.gt is not None else f"{meta.ge:g} or more"
    return "something else"


def list_faults(node: yaml.Node, item: Any, where: str) -> Iterator[Fault]:
    if not isinstance(node, yaml.SequenceNode):
        yield line_of(node), f"{said(where)}should be a list"
        return
    for number, each in enumerate(node.value, 1):
        yield from field_faults(each, item, f"{where} {number}".strip())


def mapping_faults(node: yaml.Node, shapes: tuple[Any, Any], where: str) -> Iterator[Fault]:
    if not isinstance(node, yaml.MappingNode):
        yield line_of(node), f"{said(where)}should have keys"
        return
    for key, value in node.value:
        yield from scalar_faults(key, without_meta(shapes[0]), where)
        yield from field_faults(value, shapes[1], within(where, str(key.value)))


def scalar_faults(node: yaml.Node, shape: Any, where: str) -> Iterator[Fault]:
    if not isinstance(node, yaml.ScalarNode):
        yield line_of(node), f"{said(where)}should be one word or sentence; put it in quotes if it has a colon in it"
        return
    allowed = allowed_words(shape)
    if allowed and node.value not in allowed:
        yield line_of(node), f"{said(where)}{node.value!r} is not allowed; allowed: {', '.join(allowed)}"
    elif shape in {float, int, bool}:
        try:
            msgspec.convert(node.value, shape, strict=False)
        except msgspec.ValidationError:
            wanted = "true or false" if shape is bool else "a number"
            yield line_of(node), f"{said(where)}{node.value!r} should be {wanted}"


def allowed_words(shape: Any) -> tuple[str, ...]:
    if get_origin(shape) is Literal:
        return get_args(shape)
    return tuple(shape) if isinstance(shape, type) and issubclass(shape, StrEnum) else ()


def member_for(node: yaml.Node, shape: Any) -> Any:
    """Of a choice of shapes the one that a node of this kind is meant to be."""
    members = [without_meta(each) for each in get_args(shape) if each is not type(None)]
    structs = [each for each in members if is_struct(each)]
    others = [each for each in members if not is_struct(each)]
    if structs and (isinstance(node, yaml.MappingNode) or not others):
        return structs[0]
    return others[0]


def metas(shape: Any) -> tuple[msgspec.Meta, ...]:
    return tuple(get_args(shape)[1:]) if get_origin(shape) is Annotated else ()


def without_meta(shape: Any) -> Any:
    shape = getattr(shape, "__supertype__", shape)
    return get_args(shape)[0] if get_origin(shape) is Annotated else shape


def is_struct(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, msgspec.Struct)


def within(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name


def said(where: str) -> str:
    return f"{where}: " if where else ""


def line_of(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
