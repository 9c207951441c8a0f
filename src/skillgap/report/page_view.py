"""The résumé's own pages, drawn again from where each line stands, with the quoted ones marked by the skills they show."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from skillgap.documents.annotated.marking import PLACED, on_page
from skillgap.documents.types import Box, Document, Line, Page, Span
from skillgap.evidence.types import Claim, Evidence
from skillgap.report.types import Analysis
from skillgap.report.view_types import DrawnText, Key, PageMark, PageView, PlainLine, Segment
from skillgap.report.wording import clean_text

MOST_PAGES = 10
MOST_LINES = 600
MOST_CHARACTERS = 40_000
LONGEST_LINE = 400
MOST_NAMES = 6
DESCENT = 0.24
"""Of a line's height, what lies under its baseline."""
UPRIGHT = 2.5
"""A line so many times higher than wide was drawn turned."""
Quoted = Mapping[Key, Sequence[tuple[Claim, Evidence]]]
"""For each quoted line the skills it was read for, with the evidence of each."""


class Mentioned(NamedTuple):
    start: int
    end: int
    skill: str
    anchor: str


def is_of(document: Document, analysis: Analysis) -> bool:
    """Whether it may be shown beside this analysis: not beside that of another file, nor beside a blind one."""
    summary = analysis.document
    return (document.name, document.sha256) == (summary.name, summary.sha256)


def pages_of(document: Document, analysis: Analysis) -> tuple[PageView, ...]:
    """The pages up to the limits; of lines that have no place on a page the text alone."""
    quoted = quoted_lines(analysis)
    anchors = {key: f"quote-{number}" for number, key in enumerate(quoted, 1)}
    shown = drawn_lines(document)
    return tuple(
        page_view(page, document, [line for line in shown if line.page == page.number], quoted, anchors)
        for page in document.pages[:MOST_PAGES]
    )


def drawn_lines(document: Document) -> tuple[Line, ...]:
    """The lines up to the limits, which keep a report of any file small."""
    pages = {page.number for page in document.pages[:MOST_PAGES]}
    return tuple(line for line in document.lines[:MOST_LINES] if line.page in pages and line.start < MOST_CHARACTERS)


def quoted_lines(analysis: Analysis) -> Quoted:
    found: dict[Key, list[tuple[Claim, Evidence]]] = {}
    for claim in analysis.skills:
        for each in claim.evidence:
            found.setdefault((each.line, each.page), []).append((claim, each))
    return found


def anchors_on(pages: Iterable[PageView], analysis: Analysis) -> dict[Key, str]:
    """Where on the pages each quoted line is; none for those beyond the limits."""
    drawn = {each.anchor for page in pages for each in page.marks}
    drawn.update(anchor for page in pages for line in page.lines for anchor in line.anchors)
    named = ((key, f"quote-{number}") for number, key in enumerate(quoted_lines(analysis), 1))
    return {key: anchor for key, anchor in named if anchor in drawn}


def page_view(
    page: Page, document: Document, lines: Sequence[Line], quoted: Quoted, anchors: Mapping[Key, str]
) -> PageView:
    if document.media_type in PLACED and page.width and page.height:
        texts = tuple(text for line in lines for text in drawn_texts(line, document, page))
        marks = (mark_of(found, page, anchors[key] if key[1] == page.number else "") for key, found in quoted.items())
        return PageView(
            number=page.number,
            width=round(page.width, 1),
            height=round(page.height, 1),
            texts=texts,
            marks=tuple(sorted(filter(None, marks), key=lambda mark: (mark.top, mark.left))),
        )
    mentions = (
        Mentioned(each.start, each.end, claim.name, anchors[key])
        for key, found in quoted.items()
        if key[1] == page.number
        for claim, each in found
    )
    return PageView(number=page.number, lines=plain_lines(lines, document, mentions))


def drawn_texts(line: Line, document: Document, page: Page) -> Iterable[DrawnText]:
    for part in line.spans if all(span.box for span in line.spans) and line.spans else (line,):
        text, box = clean_text(document.text_of(part))[:LONGEST_LINE], on_page(part.box, page)
        if text and box:
            yield drawn_text(text, box, part)


def drawn_text(text: str, box: Box, part: Line | Span) -> DrawnText:
    x0, top, x1, bottom = box
    width, height = x1 - x0, bottom - top
    is_turned = height > UPRIGHT * width and len(text) > UPRIGHT
    depth = width if is_turned else height
    return DrawnText(
        text=text,
        x=round(x1 - DESCENT * depth if is_turned else x0, 1),
        y=round(bottom if is_turned else bottom - DESCENT * depth, 1),
        length=round(height if is_turned else width, 1),
        size=round(min(part.font_size or depth, depth), 1) or 1.0,
        is_bold=part.is_bold,
        is_turned=is_turned,
    )


def mark_of(found: Sequence[tuple[Claim, Evidence]], page: Page, anchor: str) -> PageMark | None:
    first, evidence = found[0]
    placed = dict.fromkeys(
        box for place in evidence.boxes if place.page == page.number and (box := on_page(place.box, page))
    )
    if not placed or not page.width or not page.height:
        return None
    x0, top, x1, bottom = around(placed)
    return PageMark(
        anchor=anchor,
        skill=first.id,
        label=label_of(dict.fromkeys(claim.name for claim, _ in found)),
        boxes=tuple(widened(box) for box in placed),
        left=round(100 * x0 / page.width, 1),
        top=round(100 * top / page.height, 1),
        width=round(100 * (x1 - x0) / page.width, 1),
        height=round(100 * (bottom - top) / page.height, 1),
    )


def widened(box: Box) -> Box:
    """Where its mark begins, how wide and how high it is: a little beyond the letters."""
    x0, top, x1, bottom = box
    return round(x0 - 1.5, 1), round(top - 0.5, 1), round(x1 - x0 + 3, 1), round(bottom - top + 1, 1)


def around(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def label_of(skills: Iterable[str]) -> str:
    names = list(skills)
    more = len(names) - MOST_NAMES
    return " · ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def plain_lines(lines: Sequence[Line], document: Document, mentions: Iterable[Mentioned]) -> tuple[PlainLine, ...]:
    starts = [line.start for line in lines]
    ordered = sorted((each for each in mentions if starts and each.start >= starts[0]), key=lambda each: each.start)
    by_line = {
        place: list(found) for place, found in groupby(ordered, key=lambda each: bisect_right(starts, each.start) - 1)
    }
    used: set[str] = set()
    result = []
    for place, line in enumerate(lines):
        own = by_line.get(place, [])
        result.append(
            PlainLine(
                anchors=tuple(dict.fromkeys(each.anchor for each in own if each.anchor not in used)),
                segments=segments_of(line, document, own),
                label=label_of(dict.fromkeys(each.skill for each in own)),
                is_heading=line.heading_level > 0,
            )
        )
        used.update(each.anchor for each in own)
    return tuple(result)


def segments_of(line: Line, document: Document, mentions: Iterable[Mentioned]) -> tuple[Segment, ...]:
    """The line's text, cut where a mention begins or ends."""
    end = min(line.end, line.start + LONGEST_LINE)
    inside = {place for each in mentions for place in range(each.start, min(each.end, end))}
    runs = groupby(range(line.start, end), key=inside.__contains__)
    pieces = ((document.text[(run := list(places))[0] : run[-1] + 1], is_marked) for is_marked, places in runs)
    return tuple(Segment(clean_edges(text), is_marked) for text, is_marked in pieces)


def clean_edges(text: str) -> str:
    """Cleaned, with the spaces that part it from its neighbours kept."""
    before, after = text[:1].isspace() * " ", text[-1:].isspace() * " "
    return before + clean_text(text) + (after if text.strip() else "")
