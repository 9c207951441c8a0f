"""One page: what a person sees of it, and what is kept apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Struct

from skillgap.documents.glyphs import is_garbled
from skillgap.documents.pdf.bullets import with_drawn_bullets
from skillgap.documents.pdf.cells import record_starts, value_starts
from skillgap.documents.pdf.layout import reading_order
from skillgap.documents.pdf.lines import Looks, line_of
from skillgap.documents.pdf.links import links_of
from skillgap.documents.pdf.objects import PageObjects, objects_of
from skillgap.documents.pdf.pagetext import PageText, page_text
from skillgap.documents.pdf.pills import Pills
from skillgap.documents.pdf.segments import box_of
from skillgap.documents.pdf.turned import usual_angle
from skillgap.documents.pdf.visibility import Finding, find_hidden
from skillgap.documents.pdf.words import Word, runs_by_line
from skillgap.documents.running import PAGE_NUMBER
from skillgap.documents.types import DrawnLine, HiddenCause, HiddenText, Link, Page

FEW_WORDS, SOME_OF_PAGE, MOST_OF_PAGE = 15, 0.1, 0.5
MANY_OUTLINES = 100
"""A page whose letters were turned into outlines has one for each."""


class PageResult(Struct, frozen=True):
    """`is_picture`: what there is to read on the page stands in a picture, or in a font that says nothing of its letters."""

    page: Page
    lines: Sequence[DrawnLine]
    hidden: Sequence[HiddenText]
    links: Sequence[Link]
    is_picture: bool
    is_garbled: bool
    has_squeezed: bool
    was_walked: bool
    was_rendered: bool


def read_page(page: Any, number: int, *, has_layers: bool) -> PageResult:
    """Read a page of pypdfium2's; the caller holds the lock."""
    text = page_text(page)
    objects = objects_of(page, text, has_layers=has_layers)
    runs = runs_by_line(text, objects.texts)
    if angle := usual_angle(runs):
        text = text.turned_back(angle)
        objects = objects_of(page, text, has_layers=has_layers)
        runs = runs_by_line(text, objects.texts)
    finding = find_hidden(page, text, runs, objects)
    seen = [kept for line in finding.lines if (kept := [word for word in line if word.start not in finding.causes])]
    looks = Looks(objects.texts)
    rows = reading_order(seen)
    pills = Pills(objects.pills)
    values = value_starts(rows) | {start for row in rows for start in pills.starts(row)} | {*record_starts(rows)}
    drawn = [
        msgspec.structs.replace(line, is_whole=True) if pills.fill(row) else line
        for row in rows
        if (line := line_of(row, text, number, looks, values)) is not None
    ]
    lines = with_drawn_bullets(drawn, objects.dots)
    width, height = text.size
    return PageResult(
        page=Page(number=number, width=round(width, 1), height=round(height, 1)),
        lines=lines,
        hidden=tuple(hidden_texts(finding, number)),
        links=links_of(page, text, number),
        is_picture=is_picture(seen, objects, text),
        is_garbled=is_garbled(" ".join(word.text for line in seen for word in line)),
        has_squeezed=finding.has_squeezed,
        was_walked=finding.was_walked,
        was_rendered=finding.was_rendered,
    )


def is_picture(lines: Sequence[Sequence[Word]], objects: PageObjects, text: PageText) -> bool:
    """A picture or many outlines and no text with them, or hardly any over a picture of most of the page."""
    width, height = text.size
    boxes = [shape.box for shape in objects.shapes if shape.is_image]
    area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in boxes) / max(1.0, width * height)
    if not lines:
        return area > SOME_OF_PAGE or len(objects.shapes) > MANY_OUTLINES
    return area > MOST_OF_PAGE and sum(len(word.text.split()) for line in lines for word in line) <= FEW_WORDS


def hidden_texts(finding: Finding, number: int) -> Iterator[HiddenText]:
    """Neighbouring words that are hidden for one reason make one text; signs and a page number off the page are none."""
    words = [word for line in finding.lines for word in line]
    for cause, group in groupby(words, key=lambda word: finding.causes.get(word.start)):
        if isinstance(cause, HiddenCause):
            together = list(group)
            x0, top, x1, bottom = (round(edge, 1) for edge in box_of(together))
            text = " ".join(word.text for word in together)
            if not (cause is HiddenCause.OFF_PAGE and PAGE_NUMBER.match(text)):
                yield HiddenText(text=text, cause=cause, page=number, box=(x0, top, x1, bottom))
