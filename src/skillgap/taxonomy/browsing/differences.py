"""What changed between two taxonomies, said by entry and key."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from skillgap.taxonomy.authoring.yaml_files import without_defaults
from skillgap.taxonomy.whole import Taxonomy

PARTS = ("areas", "skills", "roles", "resources", "questions")
NAMED_BY = ("id", "skill", "level", "text")
"""The key by which an entry of a list is recognised in the other list."""


def differences(old: Taxonomy, new: Taxonomy) -> list[str]:
    """One line each: `+` for what is new, `-` for what is gone, `~` for what is written differently."""
    lines = [f"{old.release.version} → {new.release.version}"] if old.release != new.release else []
    for part in PARTS:
        before, after = getattr(old, part), getattr(new, part)
        kind = part.removesuffix("s")
        lines += [f"+ {kind} {each}: {title_of(after[each])}" for each in after if each not in before]
        lines += [f"- {kind} {each}: {title_of(before[each])}" for each in before if each not in after]
        for each in after:
            if each in before and before[each] != after[each]:
                lines += [f"~ {kind} {each}, {line}" for line in changes(written(before[each]), written(after[each]))]
    for skill, area in new.area_of.items():
        known = old.area_of.get(skill)
        if known and (known, old.group_of[skill]) != (area, new.group_of[skill]):
            lines.append(f"~ skill {skill}: moved from {known}/{old.group_of[skill]} to {area}/{new.group_of[skill]}")
    return lines


def changes(old: Any, new: Any, where: str = "") -> Iterator[str]:
    match keyed(old), keyed(new):
        case dict() as before, dict() as after:
            for key in sorted({*before, *after}):
                inside = f"{where} {key}".strip()
                if key not in before:
                    yield f"{inside}: + {said(after[key])}"
                elif key not in after:
                    yield f"{inside}: - {said(before[key])}"
                elif before[key] != after[key]:
                    yield from changes(before[key], after[key], inside)
        case list() as before, list() as after:
            yield from (f"{where}: + {said(each)}" for each in after if each not in before)
            yield from (f"{where}: - {said(each)}" for each in before if each not in after)
            if sorted(map(str, before)) == sorted(map(str, after)):
                yield f"{where}: in another order"
        case before, after:
            yield f"{where}: {said(before)} → {said(after)}"


def keyed(value: Any) -> Any:
    """A list of entries with names of their own, by name."""
    if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
        for key in NAMED_BY:
            names = [each.get(key) for each in value]
            if None not in names and len(set(names)) == len(names):
                return {str(each[key]): each for each in value}
    return value


def written(entry: Any) -> Any:
    return without_defaults(msgspec.to_builtins(entry))


def title_of(entry: Any) -> str:
    return str(getattr(entry, "label", None) or getattr(entry, "title", None) or entry.question)


def said(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
