"""Reading one YAML file strictly: every scalar is text until a type asks otherwise, and a repeated key is a fault.

The types decide what a value is (`msgspec.convert` with `strict=False`), so that `NO`, `on` and `1.10` stay what was written.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from skillgap.taxonomy.authoring.shape_faults import line_of, shape_faults

T = TypeVar("T")
INDENT = "a line is indented otherwise than those beside it, or a quotation mark is not closed"
COLON = "is there a colon in a sentence? put the sentence in quotes; else a dash is missing, or the indentation is off"
HINTS = {
    "mapping values are not allowed": COLON,
    "tab character": "indent with spaces",
    "cannot start any token": "indent with spaces, not tabs; put what begins with a sign in quotes",
    "did not find expected key": INDENT,
    "expected <block end>": INDENT,
}
DEEPEST = 20
"""Levels of nesting; nothing here needs a third of it."""


class Faults(list[str]):
    """Faults found so far, as `file:line: what is wrong`."""

    def add(self, path: Path, line: int, message: str) -> None:
        self.append(f"{path}:{line}: {message}")


def read_yaml(path: Path, shape: type[T], faults: Faults) -> T | None:
    """Return the file's content as `shape`, or None after noting everything that is wrong with it."""
    root = composed(path, faults)
    return None if root is None else converted(root, lambda _: shape, path, faults)


def read_list(path: Path, shape_of: Callable[[Any], type[T]], faults: Faults) -> Iterator[tuple[int, T]]:
    """Yield the items of a file that is a list, each with its line (from 1), and note what is wrong with the others.

    `shape_of` tells from an item's plain content what it should be.
    """
    root = composed(path, faults)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        faults.add(path, line_of(root), "the file should be a list: each entry begins with a dash")
        return
    for node in root.value:
        value = converted(node, shape_of, path, faults)
        if value is not None:
            yield line_of(node), value


def converted(node: yaml.Node, shape_of: Callable[[Any], type[T]], path: Path, faults: Faults) -> T | None:
    before = len(faults)
    value = plain(node, path, faults)
    shape = shape_of(value)
    try:
        found = msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError as error:
        for line, message in dict.fromkeys(shape_faults(node, shape)) or [(line_of(node), str(error))]:
            faults.add(path, line, message)
        return None
    return found if len(faults) == before else None


def composed(path: Path, faults: Faults) -> yaml.Node | None:
    """Parse into nodes, which still know their lines."""
    try:
        return composed_text(path.read_text("utf-8"), path, faults, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError:
        faults.add(path, 1, "the file is missing")
    except OSError as error:
        faults.add(path, 1, f"can't be read: {error.strerror}")
    except UnicodeDecodeError:
        faults.add(path, 1, "not UTF-8")
    return None


def composed_text(
    text: str, path: Path, faults: Faults, loader: type[yaml.SafeLoader] = yaml.SafeLoader
) -> yaml.Node | None:
    """Parse what has been read already; `path` is for the faults. The slow loader withstands any depth, the one in C does not."""
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.add(path, line, f"not valid YAML: {error.problem}{hint_for(str(error.problem))}")
    except (yaml.YAMLError, RecursionError) as error:
        faults.add(path, 1, f"not valid YAML: {' '.join(str(error).split())}")
    else:
        if root is None:
            faults.add(path, 1, "the file is empty")
        return root
    return None


def as_entry(entry: msgspec.Struct) -> str:
    """Write an entry of a list as YAML, without what was left at its default."""
    return yaml.safe_dump(
        [without_defaults(msgspec.to_builtins(entry))], sort_keys=False, allow_unicode=True, width=120
    )


def without_defaults(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: without_defaults(value) for key, value in content.items() if value not in ({}, [], None)}
    return [without_defaults(each) for each in content] if isinstance(content, list) else content


def hint_for(problem: str) -> str:
    """What people did who get this message from a YAML parser."""
    return next((f"; {hint}" for words, hint in HINTS.items() if words in problem), "")


def plain(node: yaml.Node, path: Path, faults: Faults, depth: int = 0, seen: set[int] | None = None) -> Any:
    """Turn composed nodes into dicts, lists and strings; what an alias would repeat, without end or a billion times, is refused."""
    seen = set() if seen is None else seen
    if depth > DEEPEST:
        faults.add(path, line_of(node), f"nested more than {DEEPEST} deep")
        return ""
    if isinstance(node, yaml.CollectionNode):
        if id(node) in seen:
            faults.add(path, line_of(node), "is repeated by an alias (*); write it out")
            return ""
        seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                faults.add(path, line_of(key), "a key must be a word")
                continue
            if key.value in result:
                faults.add(path, line_of(key), f"the key {key.value!r} is written twice")
            result[key.value] = plain(value, path, faults, depth + 1, seen)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [plain(value, path, faults, depth + 1, seen) for value in node.value]
    return node.value


def meant(name: str, known: Iterable[str]) -> str:
    """The close of a sentence that names something unknown: what was probably meant."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return f"; did you mean {close[0]!r}?" if close else ""
