"""The lines cut into sections: at the headings, at columns of contact details, and where they begin to say something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import msgspec

from skillgap.documents.types import Document
from skillgap.resume.content import heading_shares, line_shares
from skillgap.resume.details import EMAIL
from skillgap.resume.heading_words import Heading
from skillgap.resume.language_grids import in_grids
from skillgap.resume.section_sequence import likeliest_kinds, shipped_weights
from skillgap.resume.section_steps import seen, steps_of
from skillgap.resume.sought_posts import sought_posts
from skillgap.resume.types import LogicalLine, Section, SectionKind

COLUMN_RISE = 100.0
COLUMN_SHIFT = 60.0
LINES_OF_CONTACT = 6
LARGER = 1.1
LINES_OF_TITLE = 5
LONGEST_HEADLINE, LONGEST_LISTED = 90, 3
"""Letters of a headline, words of a line in a list."""
FIGURE = re.compile(r"\d{3}|@|[.:]$")
LISTS = {SectionKind.SKILLS, SectionKind.INTERESTS, SectionKind.LANGUAGES}
HOLDING_GRIDS = {
    SectionKind.SKILLS,
    SectionKind.INTERESTS,
    SectionKind.OTHER,
    SectionKind.HEADER,
    SectionKind.EDUCATION,
}
"""Kinds that a table of languages may be taken for."""
HEADER = (SectionKind.HEADER, "", True)
UNSEEN_TURN = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
"""Nothing but a heading or a label ("Project: …") tells that what is built stands outside of the jobs above it."""
LABELLED = re.compile(r"\W*[^\W\d][^:.]{0,24}:\s+\S")


def cut_sections(
    document: Document, lines: Sequence[LogicalLine], headings: Mapping[int, Heading]
) -> tuple[list[Section], list[int]]:
    """Cut at the headings and wherever the lines begin to be of another kind. Also returns each line's section number."""
    parts = parts_of(document, headings)
    steps = steps_of(lines, [part.start for part in parts if not part.heading], headings)
    kinds = likeliest_kinds(seen(steps, line_shares, heading_shares), shipped_weights())
    in_grid = in_grids([step.text for step in steps])
    are_sought = sought_posts([step.line.text for step in steps])
    found = {
        step.line.start: SectionKind.HEADER
        if is_sought and kind is not SectionKind.SUMMARY
        else SectionKind.LANGUAGES
        if is_in and kind in HOLDING_GRIDS
        else kind
        for step, kind, is_in, is_sought in zip(steps, kinds, in_grid, are_sought, strict=True)
    }
    result: list[Section] = []
    numbers: list[int] = []
    for part, own in zip(parts, lines_of(lines, parts), strict=True):
        is_name = not part.heading and part.start > 0 and are_short(own)
        fixed = SectionKind.HEADER if is_name else part.kind if is_plain_list(part, own) else None
        told = [(line, fixed or found.get(line.start)) for line in own]
        for section, count in divided(part, told):
            result.append(section)
            numbers += [len(result) - 1] * count
    return result, numbers


def parts_of(document: Document, headings: Mapping[int, Heading]) -> list[Section]:
    """What stands under each heading, before the first, and in columns that begin without one."""
    opening = [start for start, heading in headings.items() if not heading.continues]
    bounds = [
        0,
        *sorted({*opening, *contact_columns(document, headings), *title_lines(document, headings)}),
        len(document.text),
    ]
    pages = {line.start: line.page for line in document.lines}
    parts = []
    for start, end in pairwise(bounds):
        if end > start:
            heading = headings.get(start)
            kind, text, is_known = (heading.kind, heading.text, heading.is_known) if heading else HEADER
            stop = start + len(document.text[start:end].rstrip())
            parts.append(Section(kind, text, pages.get(start, 1), start, stop, is_known))
    return parts


def is_plain_list(part: Section, lines: Sequence[LogicalLine]) -> bool:
    """Say whether there are but a few words in each line under a heading that is known, all set alike: one list, whatever they name."""
    own = [line for line in lines if line.start != part.start]
    looks = {(line.font_size, line.is_bold, line.is_item) for line in own}
    is_listed = part.kind in LISTS and part.is_known and bool(part.heading) and len(looks) == 1
    return is_listed and all(len(line.text.split()) <= LONGEST_LISTED and not FIGURE.search(line.text) for line in own)


def are_short(lines: Sequence[LogicalLine]) -> bool:
    """A name at the top of another column with a short line or two below it is all header."""
    return len(lines) <= LINES_OF_TITLE and all(len(line.text) <= LONGEST_HEADLINE for line in lines)


def divided(part: Section, told: Sequence[tuple[LogicalLine, SectionKind | None]]) -> Iterator[tuple[Section, int]]:
    """Sections of one kind each with how many lines they have; a heading alone (told nothing) belongs to the first."""
    runs: list[tuple[SectionKind | None, list[LogicalLine]]] = [(None, [])]
    for line, kind in told:
        is_unseen = (runs[-1][0], kind) == UNSEEN_TURN and not LABELLED.match(line.text)
        if kind is None or runs[-1][0] is None or kind is runs[-1][0] or is_unseen:
            runs[-1] = (runs[-1][0] or kind, [*runs[-1][1], line])
        else:
            runs.append((kind, [line]))
    for number, (kind, lines) in enumerate(runs):
        end = part.end if number == len(runs) - 1 else lines[-1].end
        own = kind or part.kind
        if number:
            yield Section(own, "", lines[0].page, lines[0].start, end), len(lines)
        else:
            is_known = part.is_known or (kind is not None and kind is not SectionKind.OTHER)
            yield msgspec.structs.replace(part, kind=own, end=end, is_known=is_known), len(lines)


def lines_of(lines: Sequence[LogicalLine], sections: Sequence[Section]) -> list[list[LogicalLine]]:
    result: list[list[LogicalLine]] = [[] for _ in sections]
    current = 0
    for line in lines:
        while current + 1 < len(sections) and line.start >= sections[current + 1].start:
            current += 1
        result[current].append(line)
    return result


def title_lines(document: Document, headings: Mapping[int, Heading]) -> list[int]:
    """The start of the one line on the first page that is set larger than all headings: the name, wherever it stands."""
    first = [line for line in document.lines if line.page == 1 and line.font_size is not None]
    headed = max((line.font_size or 0.0 for line in first if line.start in headings), default=0.0)
    largest = max((line.font_size or 0.0 for line in first), default=0.0)
    own = [line.start for line in first if (line.font_size or 0.0) >= largest]
    return own if headed and largest > headed * LARGER and len(own) == 1 and own[0] not in headings else []


def contact_columns(document: Document, headings: Mapping[int, Heading]) -> list[int]:
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
