"""What the readers of Word and OpenDocument files share: styled pieces become lines, and cells become rows."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from skillgap.documents.types import (
    SCHEMES,
    DrawnLine,
    DrawnSpan,
    HiddenCause,
    HiddenText,
    Limits,
    Link,
    Page,
    ReadingWarning,
    WarningCode,
)

SOFT_PAGE, COUNT_OPENS, COUNT_CLOSES = "\x01", "\x02", "\x03"
"""Where a new page began when the file was last laid out; around a page number. No XML text can hold these characters."""
PAGE_BREAK, COLUMN_BREAK = "\f", "\v"
BLANK = " \t\n\r\u00a0" + SOFT_PAGE + COUNT_OPENS + COUNT_CLOSES
BREAK = re.compile("([\n\f\v])")
MARKS = re.compile("[\x01\n\f\v]")
SMALLEST_SIZE = 2.0
MOST_LINKS = 200
SHORT_CELL = 60
LONGEST_DATES = 40
MOST_CELLS = 4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d\b")
CELL_GAP = "   "
BULLET = "• "
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LARGEST_ROMAN = 300


class Look(NamedTuple):
    """How letters look once all styles are resolved; with a cause they are not seen at all."""

    size: float | None = None
    is_bold: bool = False
    color: str | None = None
    cause: HiddenCause | None = None


Piece = tuple[str, Look]


class Sheet:
    """The lines written so far, and what is kept apart from them."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.lines: list[DrawnLine] = []
        self.hidden: list[HiddenText] = []
        self.links: list[Link] = []
        self.page = 1
        self.is_gap = False
        self.is_page_new = True
        self.outer: list[tuple[list[DrawnLine], bool]] = []

    def write(self, pieces: list[Piece], *, level: int = 0, marker: str = "", is_spaced: bool = False) -> None:
        """Write a paragraph: a line for each of its line breaks; an empty one is a gap before the next."""
        self.is_gap = self.is_gap or is_spaced
        is_written = False
        for pieces_of_line, end in self.broken(self.seen(pieces)):
            before, marks, _ = "".join(text for text, _ in pieces_of_line).partition(SOFT_PAGE)
            if marks and not before.strip():
                self.turn_page()
            row = trimmed(pieces_of_line)
            if row:
                line = drawn_line(row, "" if is_written else marker, level, self.page)
                self.lines.append(replace(line, follows_gap=True) if self.is_gap else line)
                self.is_gap, self.is_page_new, is_written = False, False, True
            if end == PAGE_BREAK or (marks and before.strip()):
                self.turn_page()
            self.is_gap = self.is_gap or end == COLUMN_BREAK
        if not is_written:
            self.is_gap = True

    def broken(self, pieces: list[Piece]) -> Iterator[tuple[list[Piece], str]]:
        """Cut at line, page and column breaks; each part comes with the break that ends it."""
        row: list[Piece] = []
        for text, look in pieces:
            if MARKS.search(text) is None:
                row.append((text, look))
                continue
            parts = BREAK.split(text)
            for part, end in zip(parts[::2], [*parts[1::2], ""], strict=True):
                row.append((part, look))
                if end:
                    yield row, end
                    row = []
        yield row, ""

    def turn_page(self) -> None:
        """A break that follows a break with nothing between is the same one, told twice."""
        if not self.is_page_new and self.page <= self.limits.pages:
            self.page += 1
            self.is_page_new = True

    def seen(self, pieces: list[Piece]) -> list[Piece]:
        """Put aside what can't be seen; white or tiny breaks and spaces still part the words around them."""
        if all(look.cause is None for _, look in pieces):
            return pieces
        kept: list[Piece] = []
        hidden: list[Piece] = []
        for text, look in pieces:
            if look.cause is None:
                kept.append((text, look))
            elif text.strip(BLANK):
                hidden.append((text, look))
            elif look.cause is not HiddenCause.SWITCHED_OFF:
                kept.append((text, Look()))
        for cause in dict.fromkeys(look.cause for _, look in hidden):
            text = " ".join("".join(text for text, look in hidden if look.cause is cause).split())
            if cause is not None:
                self.hidden.append(HiddenText(text=text, cause=cause, page=self.page))
        return kept

    def add_link(self, target: str) -> None:
        if target.casefold().startswith(SCHEMES) and len(self.links) < MOST_LINKS:
            link = Link(target=target, page=self.page)
            if link not in self.links:
                self.links.append(link)

    def open_cell(self) -> None:
        self.outer.append((self.lines, self.is_gap))
        self.lines, self.is_gap = [], False

    def close_cell(self) -> list[DrawnLine]:
        lines = self.lines
        self.lines, self.is_gap = self.outer.pop()
        return lines

    def write_row(self, cells: list[list[DrawnLine]]) -> None:
        lines = row_lines(cells)
        if lines and self.is_gap:
            lines[0] = replace(lines[0], follows_gap=True)
        if lines:
            self.is_gap = False
        self.lines += lines


def pages_of(last: int, width: float | None, height: float | None) -> tuple[Page, ...]:
    return tuple(Page(number=number, width=width, height=height) for number in range(1, last + 1))


def within_pages(
    lines: tuple[DrawnLine, ...], limits: Limits
) -> tuple[tuple[DrawnLine, ...], tuple[ReadingWarning, ...]]:
    """Cut what stands past the last page allowed, and say so."""
    kept = tuple(line for line in lines if line.page <= limits.pages)
    if len(kept) == len(lines):
        return lines, ()
    return kept, (ReadingWarning(WarningCode.TRUNCATED, f"only the first {limits.pages} pages were read"),)


def trimmed(row: list[Piece]) -> list[Piece]:
    """Drop white space at both ends, and join pieces of one look; white space takes the look before it."""
    merged: list[tuple[list[str], Look]] = []
    for marked, look in row:
        text = marked.replace(SOFT_PAGE, "")
        if not merged:
            start = text.lstrip()
            if start:
                merged.append(([start], look))
        elif text.isspace() or merged[-1][1] == look:
            merged[-1][0].append(text)
        elif text:
            merged.append(([text], look))
    pieces = [("".join(texts), look) for texts, look in merged]
    return [*pieces[:-1], (pieces[-1][0].rstrip(), pieces[-1][1])] if pieces else []


def drawn_line(row: list[Piece], marker: str, level: int, page: int) -> DrawnLine:
    look = row[0][1]
    texts = [text for text, _ in row]
    texts[0] = marker + texts[0]
    return DrawnLine(
        text="".join(texts),
        page=page,
        font_size=look.size,
        is_bold=all(styled.is_bold for text, styled in row if not text.isspace()),
        color=look.color,
        spans=tuple(span_of(text, styled) for text, (_, styled) in zip(texts, row, strict=True)) if row[1:] else (),
        heading_level=level,
        is_whole=True,
    )


def span_of(text: str, look: Look) -> DrawnSpan:
    return DrawnSpan(text=text, font_size=look.size, is_bold=look.is_bold, color=look.color)


def row_lines(cells: list[list[DrawnLine]]) -> list[DrawnLine]:
    """A row of short single lines is one line, as it is on the page; other cells stand one after the other.

    So is a row of many columns that has a year in it. Dates at the right end stand in the line that they are set beside.
    """
    filled = [cell for cell in cells if cell]
    if is_record(filled):
        return [joined([joined(cell, " ") for cell in filled])]
    if 1 < len(filled) <= MOST_CELLS and all(map(is_short, filled)):
        return [joined([cell[0] for cell in filled])]
    if len(filled) == 2 and are_dates(filled[1]):  # noqa: PLR2004 - what was done, and when
        left, (dates,) = filled
        return [joined([left[0], dates]), *left[1:]] if is_short(left[:1]) else [left[0], dates, *left[1:]]
    return [line for cell in filled for line in cell]


def is_record(cells: list[list[DrawnLine]]) -> bool:
    """Say whether these are what a table with many columns says of one thing; a few may be wrapped: "B.Tech" above "(Civil)"."""
    wrapped = sum(len(cell) > 1 for cell in cells)
    lines = [line for cell in cells for line in cell]
    is_wide = len(cells) >= MOST_CELLS and 2 * wrapped < len(cells) and all(is_short([line]) for line in lines)
    return is_wide and any(YEAR.search(line.text) for line in lines)


def are_dates(cell: list[DrawnLine]) -> bool:
    return is_short(cell) and len(cell[0].text) < LONGEST_DATES and YEAR.search(cell[0].text) is not None


def is_short(cell: list[DrawnLine]) -> bool:
    """Headings and list items keep a line of their own."""
    line = cell[0]
    return (
        len(cell) == 1 and len(line.text) < SHORT_CELL and not line.heading_level and not line.text.startswith(BULLET)
    )


def joined(lines: list[DrawnLine], between: str = CELL_GAP) -> DrawnLine:
    spans: list[DrawnSpan] = []
    for line in lines:
        own = line.spans or (
            DrawnSpan(text=line.text, font_size=line.font_size, is_bold=line.is_bold, color=line.color),
        )
        gap = between if spans else ""
        spans += (replace(own[0], text=gap + own[0].text), *own[1:])
    is_one_look = len({(span.font_size, span.is_bold, span.color) for span in spans}) == 1
    return replace(
        lines[0],
        text=between.join(line.text for line in lines),
        is_bold=all(line.is_bold for line in lines),
        spans=() if is_one_look else tuple(spans),
    )


def numeral(count: int, form: str) -> str:
    """Write a number as digits, a letter or a Roman numeral."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        text = chr(ord("a") + (count - 1) % 26)
    elif form in {"lowerRoman", "upperRoman"} and 0 < count < LARGEST_ROMAN:
        text = ""
        for value, letters in ROMAN:
            text, count = text + letters * (count // value), count % value
    else:
        return f"{count:02d}" if form == "decimalZero" else str(count)
    return text.upper() if form.startswith("upper") else text
