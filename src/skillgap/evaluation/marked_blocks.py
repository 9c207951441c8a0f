"""Files of annotated lines in blocks, each a few lines of one person's résumé (the format: tests/evidence/GUIDE.md)."""

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from skillgap.errors import PersonaError
from skillgap.evaluation.marks import GoldLine, marked
from skillgap.resume.bare_lines import resume_of_lines
from skillgap.resume.types import Entry, Resume, Section, SectionKind
from skillgap.taxonomy.types import SkillId

HEAD = re.compile(r"^@ (\w+):\s*(.*)$")
ENDS = re.compile(r"\s+(=>|~>)\s+([a-z0-9-]+(?:,\s*[a-z0-9-]+)*)\s*$")
IN_ENTRIES = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.OPEN_SOURCE}


class Block(Struct, frozen=True):
    """`title` is that of the job or project, itself a line without marks; empty where there is none."""

    kind: SectionKind
    title: str
    lines: tuple[GoldLine, ...]


def read_blocks(path: Path) -> list[Block]:
    """Read a file of lines; raises PersonaError with file and line where the format is broken."""
    blocks: list[Block] = []
    for number, row in enumerate(path.read_text("utf-8").splitlines(), start=1):
        place = f"{path}:{number}"
        if head := HEAD.match(row):
            if head[1] not in tuple(SectionKind):
                raise PersonaError(f"{place}: no section kind {head[1]!r}")
            blocks.append(Block(SectionKind(head[1]), head[2].strip(), ()))
        elif row.strip() and not row.startswith(("% ", "#")):
            if not blocks:
                raise PersonaError(f"{place}: a line before the first block (@ kind: title)")
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, gold_line(row, blocks[-1].kind, place)))
    return [block for block in blocks if block.lines]


def gold_line(row: str, kind: SectionKind, place: str) -> GoldLine:
    ends: dict[str, tuple[SkillId, ...]] = {}
    while found := ENDS.search(row):
        ends[found[1]] = tuple(SkillId(each.strip()) for each in found[2].split(","))
        row = row[: found.start()]
    line = marked(row.removeprefix("- ").strip(), kind, place, is_item=row.startswith("- "))
    return replace(line, proves=ends.get("=>", ()), sounds_like=ends.get("~>", ()))


def resume_of_block(block: Block) -> Resume:
    """The résumé that a block is a part of: its title's line, if any, and its lines, one a gold line."""
    has_title = bool(block.title)
    texts = [block.title] * has_title + [line.text for line in block.lines]
    is_entry = has_title and block.kind in IN_ENTRIES
    lines = tuple(replace(line, entry=0 if is_entry else None) for line in resume_of_lines(texts).lines)
    entry = Entry(
        kind=block.kind,
        section=0,
        title=block.title,
        organization=None,
        location=None,
        dates=None,
        head_count=1,
        line_numbers=tuple(range(len(lines))),
    )
    section = Section(block.kind, "" if is_entry else block.title, 1, 0, lines[-1].end)
    return Resume(lines=lines, sections=(section,), entries=(entry,) if is_entry else ())
