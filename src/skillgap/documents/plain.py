"""Plain text: every line is a line; a blank one is a gap; a line of dashes underlines what stands above it."""

import re

import msgspec

from skillgap.documents.encodings import decoded
from skillgap.documents.inline_marks import linked_from, without_marks
from skillgap.documents.types import SCHEMES, DrawnLine, Limits, Link, Page, ReaderResult

TAB, GAP = 4, 3
"""Columns, and the spaces that part two cells at least."""
UNDERLINE = re.compile(r"^\s*([-=_~*#])\1{2,}\s*$")


def read_text(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Split into lines; a form feed starts a new page, up to the limit of pages."""
    lines: list[DrawnLine] = []
    page = 1
    is_gap = False
    whole = decoded(content, name)
    for page_text in without_marks(whole).split("\f", limits.pages - 1):
        for text in map(with_gaps, page_text.splitlines()):
            if UNDERLINE.match(text):
                if lines and not is_gap:
                    lines[-1] = msgspec.structs.replace(lines[-1], heading_level=2)
                continue
            if text.strip():
                indent = len(text) - len(text.lstrip())
                lines.append(DrawnLine(text=text, page=page, follows_gap=is_gap and bool(lines), indent=indent))
            is_gap = not text.strip()
        page += 1
    links = tuple(Link(target=target) for target in linked_from(whole) if target.startswith(SCHEMES))
    pages = tuple(Page(number=number) for number in range(1, page))
    return ReaderResult(lines=tuple(lines), pages=pages, reader="text", links=links)


def with_gaps(text: str) -> str:
    """The line with spaces for its tabs: one between two words stays a gap, however far the next column is."""
    cells = text.split("\t")
    line = cells[0]
    for cell in cells[1:]:
        line += " " * (TAB - len(line) % TAB)
        if line.strip() and cell.strip():
            line = line.rstrip() + " " * max(GAP, len(line) - len(line.rstrip()))
        line += cell
    return line
