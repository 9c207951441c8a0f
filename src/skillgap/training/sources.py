"""Annotated sources line by line, as their authors wrote them (the format: tests/resumes/README.md)."""

from collections.abc import Container
from itertools import groupby
from pathlib import Path

from skillgap.evaluation.gold_resumes import HEADING


class Block:
    """Lines with their marks: an entry's, or one that is of none. `above` are the lines outside any entry right in front of it."""

    def __init__(self, section: int, kind: str, above: list[str], *, is_entry: bool) -> None:
        self.section = section
        self.kind = kind
        self.above = above
        self.is_entry = is_entry
        self.lines: list[str] = []
        self.employer = ""


def blocks_of(source: Path) -> list[Block]:
    """All lines of a source in their order."""
    found: list[Block] = []
    entry: Block | None = None
    section, kind = 0, ""
    above: list[str] = []
    for line in source.read_text("utf-8").splitlines():
        if heading := HEADING.match(line):
            section, kind, entry, above = section + 1, heading[1], None, []
        elif line.startswith("###") or line == "---":
            entry = Block(section, kind, above, is_entry=True) if line != "---" else None
            found += [entry] if entry else []
            above = []
        elif line.startswith("= "):
            name, _, value = line[2:].partition(":")
            if entry is not None and name.strip() == "organization":
                entry.employer = value.strip()
        elif line.strip() and not line.startswith("% "):
            if entry is None:
                above.append(line)
                found.append(Block(section, kind, [], is_entry=False))
            (entry or found[-1]).lines.append(line)
    return found


def entries_of(source: Path, kinds: Container[str]) -> list[list[Block]]:
    """The entries of each section of one of these kinds."""
    entries = [block for block in blocks_of(source) if block.is_entry and block.kind in kinds]
    return [list(own) for _, own in groupby(entries, key=lambda block: block.section)]
