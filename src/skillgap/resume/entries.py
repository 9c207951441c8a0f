"""Jobs, projects and degrees within a section: where each begins, and what its heading says."""

from collections.abc import Sequence

import msgspec

from skillgap.resume.degrees import read_degrees
from skillgap.resume.employers import with_employers
from skillgap.resume.entry_cuts import cut_by_roles
from skillgap.resume.entry_lines import EntryGrammar
from skillgap.resume.heads import read_heads
from skillgap.resume.promotions import with_shared_lines
from skillgap.resume.types import Entry, LogicalLine, SectionKind

WITH_ENTRIES = {
    SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.EDUCATION,
    SectionKind.VOLUNTEERING, SectionKind.MILITARY,
}  # fmt: skip
SERVING = {SectionKind.EXPERIENCE, SectionKind.MILITARY}
"""Kinds of sections where one employer's name may stand above several posts."""


def find_entries(
    lines: Sequence[LogicalLine],
    numbers: Sequence[int],
    kind: SectionKind,
    grammar: EntryGrammar,
    *,
    is_day_first: bool = True,
) -> list[Entry]:
    """Cut a section's lines (given by their numbers) into entries: each begins with head lines, and body lines follow."""
    found = cut_by_roles([lines[n] for n in numbers], kind, grammar, is_day_first=is_day_first)
    heads = [cut.rows for cut in found]
    if kind is SectionKind.EDUCATION:
        entries = read_degrees(heads, [cut.body for cut in found], grammar.segments, grammar.schooling)
    else:
        entries = read_heads(heads, kind, grammar.segments)
    placed = [
        msgspec.structs.replace(
            entry,
            head_count=cut.head_count,
            line_numbers=tuple(numbers[p] for p in cut.order),
            is_internship=kind is SectionKind.EXPERIENCE
            and bool(entry.title and grammar.internships.search(entry.title)),
        )
        for entry, cut in zip(entries, found, strict=True)
    ]
    return with_shared_lines(with_employers(placed, grammar.segments), lines) if kind in SERVING else placed
