"""Reading one YAML file strictly: every scalar is text until a type asks otherwise, and a repeated key is a fault.

The types decide what a value is (`msgspec.convert` with `strict=False`), so that `NO`, `on` and `1.10` stay what was written.
"""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")
UNKNOWN_FIELD = re.compile(r"unknown field `([^`]+)`")


class Faults(list[str]):
    """Faults found so far, as `file:line: what is wrong`."""

    def add(self, path: Path, line: int, message: str) -> None:
        self.append(f"{path}:{line}: {message}")


def read_yaml(path: Path, shape: type[T], faults: Faults) -> T | None:
    """Return the file's content as `shape`, or None after noting what is wrong with it."""
    root = composed(path, faults)
    if root is None:
        return None
    before = len(faults)
    value = plain(root, path, faults)
    if len(faults) > before:
        return None
    try:
        return msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        where = where.rstrip("`")
        if unknown := UNKNOWN_FIELD.search(message):
            where += f".{unknown[1]}"
        faults.add(path, line_of(root, where), f"{message}, at {where}" if where else message)
        return None


def composed(path: Path, faults: Faults) -> yaml.Node | None:
    """Parse into nodes, which still know their lines."""
    try:
        root: yaml.Node | None = yaml.compose(
            path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except FileNotFoundError:
        faults.add(path, 1, "the file is missing")
    except UnicodeDecodeError:
        faults.add(path, 1, "not UTF-8")
    except yaml.MarkedYAMLError as error:
        faults.add(path, error.problem_mark.line + 1 if error.problem_mark else 1, f"not valid YAML: {error.problem}")
    except yaml.YAMLError as error:
        faults.add(path, 1, f"not valid YAML: {' '.join(str(error).split())}")
    else:
        if root is None:
            faults.add(path, 1, "the file is empty")
        return root
    return None


def plain(node: yaml.Node, path: Path, faults: Faults) -> Any:
    """Turn composed nodes into dicts, lists and strings."""
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                faults.add(path, key.start_mark.line + 1, "a key must be a word")
                continue
            if key.value in result:
                faults.add(path, key.start_mark.line + 1, f"the key {key.value!r} is written twice")
            result[key.value] = plain(value, path, faults)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [plain(value, path, faults) for value in node.value]
    return node.value


def line_of(root: yaml.Node, where: str) -> int:
    """Find the line (from 1) of the node that a msgspec path such as `[3].aliases[0]` leads to, or of its nearest parent."""
    node = root
    for name, index in re.findall(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]", where):
        children = node.value
        if isinstance(node, yaml.MappingNode) and name:
            child = next((value for key, value in children if key.value == name), None)
        elif isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(children):
            child = children[int(index)]
        else:
            child = None
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1
