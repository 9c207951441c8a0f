"""The step from a `Document` to a `Resume`: logical lines, sections, entries."""

from itertools import pairwise, takewhile

import msgspec
from msgspec import Struct

from skillgap.documents.types import Document, ReadingWarning, WarningCode
from skillgap.resume.contact import EMAIL, identity_lines
from skillgap.resume.dates import DateGrammar, compile_dates, ends_in_range, find_dates
from skillgap.resume.entries import WITH_ENTRIES, EntryGrammar, compile_entries, find_entries
from skillgap.resume.headings import Heading, HeadingGrammar, compile_headings, find_headings, normal
from skillgap.resume.logical_lines import logical_lines
from skillgap.resume.types import Entry, LogicalLine, Resume, Section, SectionKind
from skillgap.taxonomy.types import Cues

TELLING_START = 5_000
"""Letters of a section that show what it holds."""
COLUMN_RISE = 100.0
COLUMN_SHIFT = 60.0
LINES_OF_CONTACT = 6


class ResumeGrammar(Struct, frozen=True):
    """One language's cues, compiled once."""

    headings: HeadingGrammar
    dates: DateGrammar
    entries: EntryGrammar


def compile_grammar(cues: Cues) -> ResumeGrammar:
    dates = compile_dates(cues)
    return ResumeGrammar(
        headings=compile_headings(cues),
        dates=dates,
        entries=compile_entries(cues, dates),
    )


def parse_resume(document: Document, grammar: ResumeGrammar) -> Resume:
    """Give the document's text its structure; every part points back at the text, nothing is left out but the headings."""
    headings = kinds_by_content(document, find_headings(document, grammar.headings), grammar)
    lines = logical_lines(
        document,
        is_heading=lambda line: line.start in headings,
        ends_in_dates=lambda text: ends_in_range(text, grammar.dates),
    )
    sections, numbers = cut_sections(document, lines, headings)
    lines = [msgspec.structs.replace(line, section=number) for line, number in zip(lines, numbers, strict=True)]
    is_heading_alone = [line.start in headings and headings[line.start].length >= len(line.text) for line in lines]
    lines_of: list[list[int]] = [[] for _ in sections]
    for n, line in enumerate(lines):
        if not is_heading_alone[n]:
            lines_of[line.section].append(n)
    entries: list[Entry] = []
    for number, (section, own) in enumerate(zip(sections, lines_of, strict=True)):
        if section.kind not in WITH_ENTRIES:
            continue
        entries += find_entries(lines, own, section.kind, number, grammar.entries)
    for position, entry in enumerate(entries):
        for n in entry.line_numbers:
            lines[n] = msgspec.structs.replace(lines[n], entry=position)
    kept = [n for n in range(len(lines)) if not is_heading_alone[n]]
    renumbered = {old: new for new, old in enumerate(kept)}
    resume = Resume(
        lines=tuple(lines[n] for n in kept),
        sections=tuple(sections),
        entries=tuple(
            msgspec.structs.replace(entry, line_numbers=tuple(renumbered[n] for n in entry.line_numbers))
            for entry in entries
        ),
    )
    return msgspec.structs.replace(resume, identity=identity_lines(document, resume, grammar.entries.titles))


def kinds_by_content(document: Document, headings: dict[int, Heading], grammar: ResumeGrammar) -> dict[int, Heading]:
    """Give a heading whose words say nothing the kind of what stands under it: dated jobs, degrees, or an opening statement."""
    bounds = [*sorted(headings), len(document.text)]
    result = dict(headings)
    for start, end in pairwise(bounds):
        heading = headings[start]
        if heading.kind is not SectionKind.OTHER or normal(heading.text) in grammar.headings.phrases:
            continue
        content = document.text[start + heading.length : min(end, start + TELLING_START)]
        if not any(each.range.start for each in find_dates(content, grammar.dates)):
            if start == bounds[0]:
                result[start] = msgspec.structs.replace(heading, kind=SectionKind.SUMMARY)
            continue
        kind = SectionKind.EDUCATION if grammar.entries.degrees.search(content) else SectionKind.OTHER
        kind = SectionKind.EXPERIENCE if grammar.entries.titles.search(content) else kind
        result[start] = msgspec.structs.replace(heading, kind=kind)
    return result


def cut_sections(
    document: Document, lines: list[LogicalLine], headings: dict[int, Heading]
) -> tuple[list[Section], list[int]]:
    """Cut at the headings; what stands before the first is the header. Also returns each line's section number."""
    bounds = [0, *sorted({*headings, *contact_columns(document, headings)}), len(document.text)]
    pages = {line.start: line.page for line in document.lines}
    sections = []
    for start, end in pairwise(bounds):
        if end <= start:
            continue
        heading = headings.get(start)
        kind = heading.kind if heading else SectionKind.HEADER
        stop = start + len(document.text[start:end].rstrip())
        sections.append(Section(kind, heading.text if heading else "", pages.get(start, 1), start, stop))
    numbers = []
    current = 0
    for line in lines:
        while current + 1 < len(sections) and line.start >= sections[current + 1].start:
            current += 1
        numbers.append(current)
    return sections, numbers


def contact_columns(document: Document, headings: dict[int, Heading]) -> list[int]:
    """Starts of columns that open with contact details: a sidebar drawn after the main column is not part of its last section."""
    starts = []
    for position, (before, line) in enumerate(pairwise(document.lines)):
        if before.box is None or line.box is None or line.page != before.page or line.start in headings:
            continue
        if line.box[1] < before.box[1] - COLUMN_RISE and abs(line.box[0] - before.box[0]) > COLUMN_SHIFT:
            following = document.lines[position + 1 : position + 1 + LINES_OF_CONTACT]
            own = takewhile(lambda each: each.start not in headings, following)
            if any(EMAIL.search(document.text_of(each)) for each in own):
                starts.append(line.start)
    return starts


def structure_warnings(resume: Resume) -> list[ReadingWarning]:
    """What a reader should know before trusting the structure."""
    warnings = []
    if all(section.kind is SectionKind.HEADER for section in resume.sections):
        warnings.append(
            ReadingWarning(
                WarningCode.NO_SECTIONS, "no section headings were recognised, so everything was read as one section"
            )
        )
    if not any(entry.dates for entry in resume.entries):
        warnings.append(
            ReadingWarning(
                WarningCode.NO_DATES, "no dated job, project or degree was recognised, so months of use are unknown"
            )
        )
    return warnings
