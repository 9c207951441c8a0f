"""The lines cut into sections: at the headings, at columns of contact details, and where nothing is headed by what is said."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

import msgspec

from skillgap.documents.types import Document
from skillgap.resume.content import closing_lines, kind_of_heading, kinds_of_lines
from skillgap.resume.details import EMAIL
from skillgap.resume.heading_words import Heading
from skillgap.resume.types import LogicalLine, Section, SectionKind

COLUMN_RISE = 100.0
COLUMN_SHIFT = 60.0
LINES_OF_CONTACT = 6
LARGER = 1.1
LINES_OF_TITLE = 5
LONGEST_HEADLINE = 90


def cut_sections(
    document: Document, lines: Sequence[LogicalLine], headings: Mapping[int, Heading]
) -> tuple[list[Section], list[int]]:
    """Cut at the headings; what stands before the first is the header. Also returns each line's section number."""
    opening = [start for start, heading in headings.items() if not heading.continues]
    bounds = [
        0,
        *sorted({*opening, *contact_columns(document, headings), *title_lines(document, headings)}),
        len(document.text),
    ]
    pages = {line.start: line.page for line in document.lines}
    sections = []
    for start, end in pairwise(bounds):
        if end <= start:
            continue
        heading = headings.get(start)
        stop = start + len(document.text[start:end].rstrip())
        kind = heading.kind if heading else SectionKind.HEADER
        sections.append(
            Section(
                kind,
                heading.text if heading else "",
                pages.get(start, 1),
                start,
                stop,
                heading is None or heading.is_known,
            )
        )
    return split_by_content(lines, sections, headings)


def split_by_content(
    lines: Sequence[LogicalLine], sections: Sequence[Section], headings: Mapping[int, Heading]
) -> tuple[list[Section], list[int]]:
    """Name the sections whose headings say nothing, and divide what stands before the first heading."""
    result: list[Section] = []
    numbers: list[int] = []
    for section, own in zip(sections, lines_of(lines, sections), strict=True):
        if section.heading:
            content = contents(own, headings)
            prior = {section.kind: headings[section.start].prior}
            kind = kind_of_heading(section.heading, content, prior=prior) if content else section.kind
            result.append(
                msgspec.structs.replace(section, kind=kind, is_known=section.is_known or kind is not SectionKind.OTHER)
            )
            numbers += [len(result) - 1] * len(own)
        elif section.kind is SectionKind.HEADER and own:
            kinds = kinds_of_header(own, is_first=not section.start)
            for position, (line, kind) in enumerate(zip(own, kinds, strict=True)):
                if position == 0 or kind is not kinds[position - 1]:
                    if position:
                        result[-1] = msgspec.structs.replace(result[-1], end=own[position - 1].end)
                    start = section.start if position == 0 else line.start
                    result.append(Section(kind, "", line.page, start, section.end))
                numbers.append(len(result) - 1)
        else:
            result.append(section)
            numbers += [len(result) - 1] * len(own)
    return with_closing(lines, result, numbers)


def kinds_of_header(lines: Sequence[LogicalLine], *, is_first: bool) -> list[SectionKind]:
    """A name at the top of another column with a short line or two below it is all header."""
    if not is_first and len(lines) <= LINES_OF_TITLE and all(len(line.text) <= LONGEST_HEADLINE for line in lines):
        return [SectionKind.HEADER] * len(lines)
    return kinds_of_lines(lines)


def with_closing(
    lines: Sequence[LogicalLine], sections: list[Section], numbers: list[int]
) -> tuple[list[Section], list[int]]:
    """Divide what closes the résumé from its last section."""
    if not sections or sections[-1].kind is SectionKind.HEADER:
        return sections, numbers
    own = [n for n, number in enumerate(numbers) if number == len(sections) - 1]
    kinds = closing_lines([lines[n].text for n in own], sections[-1].kind)
    for n, kind in zip(own[len(own) - len(kinds) :], kinds, strict=True):
        last = sections[-1]
        if kind is not last.kind or last.heading:
            sections[-1] = msgspec.structs.replace(last, end=lines[n - 1].end)
            sections.append(Section(kind, "", lines[n].page, lines[n].start, last.end))
        numbers[n] = len(sections) - 1
    return sections, numbers


def contents(lines: Sequence[LogicalLine], headings: Mapping[int, Heading]) -> list[str]:
    """What the lines say apart from headings, also behind one in the same line."""
    texts = (line.text[headings[line.start].length :] if line.start in headings else line.text for line in lines)
    return [text for text in texts if text.strip()]


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
