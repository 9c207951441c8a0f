"""The walk over the text of an OpenDocument file: blocks in order, letters with their looks, frames after their paragraph."""

import re
from typing import NamedTuple

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO
from skillgap.documents.flow.sheet import COUNT_CLOSES, COUNT_OPENS, SOFT_PAGE, Look, Piece, Sheet
from skillgap.documents.opendocument.frames import Frame, frame_of
from skillgap.documents.opendocument.lists import Lists
from skillgap.documents.opendocument.styles import (
    DEEPEST_HEADING,
    DRAW,
    OFFICE,
    TABLE,
    TEXT,
    XLINK,
    Format,
    Shape,
    Styles,
    applied,
)
from skillgap.documents.types import DrawnLine, HiddenCause

SPACES = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 100
MOST_REPEATS = 20
MOST_REPEATED_LINES = 2_000
PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
NOT_READ = {
    f"{TEXT}tracked-changes",
    f"{TEXT}note",
    f"{TEXT}ruby-text",
    f"{TEXT}placeholder",
    f"{TEXT}script",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
}
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": SOFT_PAGE}
COUNTS = {f"{TEXT}page-number", f"{TEXT}page-count"}
DRAWN = {
    f"{DRAW}{name}"
    for name in ("frame", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "text-box", "caption")
}
GROUPED = {f"{DRAW}g", f"{DRAW}a"}
GROUPS_OF_ROWS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}


class Place(NamedTuple):
    """Where blocks stand: what is behind them, and why nobody can see them."""

    ground: str
    cause: HiddenCause | None = None


class Paragraph:
    def __init__(self, place: Place, shape: Shape) -> None:
        self.place = place
        self.ground = shape.ground if shape.ground not in {None, AUTO} else place.ground
        self.pieces: list[Piece] = []
        self.frames: list[Element] = []
        self.is_off = False


class Walk:
    """Reads one part; `is_edge` says that it is a header or footer, where page numbers are marked."""

    def __init__(self, styles: Styles, sheet: Sheet, floating: str, *, is_edge: bool = False) -> None:
        self.styles = styles
        self.sheet = sheet
        self.floating = floating
        self.is_edge = is_edge
        self.lists = Lists(styles)
        self.notes: list[Element] = []
        self.repeated = 0

    def blocks(self, parent: Element, place: Place) -> None:
        for child in parent:
            tag = child.tag
            if tag in PARAGRAPHS:
                self.paragraph(child, place)
            elif tag == f"{TEXT}list":
                self.list(child, place)
            elif tag == f"{TABLE}table":
                self.table(child, place)
            elif tag == f"{TEXT}section":
                is_off = child.get(f"{TEXT}display") == "none" or child.get(f"{TEXT}is-hidden") == "true"
                self.blocks(child, place._replace(cause=HiddenCause.SWITCHED_OFF) if is_off else place)
            elif tag == f"{TEXT}soft-page-break":
                self.sheet.turn_page()
            elif tag in DRAWN:
                self.frame(child, place)
            elif tag not in NOT_READ and not tag.endswith("-source"):
                self.blocks(child, place)

    def list(self, element: Element, place: Place) -> None:
        self.lists.open(element)
        for item in element:
            self.lists.begin(item)
            self.blocks(item, place)
        self.lists.close()

    def paragraph(self, element: Element, place: Place) -> None:
        name = element.get(f"{TEXT}style-name", "")
        settings, shape = self.styles.resolved("paragraph", name)
        if shape.breaks == "page" or shape.page_style:
            self.sheet.turn_page()
        paragraph = Paragraph(place, shape)
        self.letters(element, settings, paragraph)
        if paragraph.is_off:
            off = HiddenCause.SWITCHED_OFF
            paragraph.pieces = [(text, look._replace(cause=off)) for text, look in paragraph.pieces]
        self.sheet.write(
            paragraph.pieces,
            level=level_of(element, shape),
            marker=self.lists.marker(shape.list_style or "") if paragraph.pieces else "",
            is_spaced=bool(shape.is_spaced) or shape.breaks == "column",
        )
        for frame in paragraph.frames:
            self.frame(frame, place)

    def letters(self, parent: Element, settings: Format, paragraph: Paragraph) -> None:
        """Take the text of an element and what follows each of its children."""
        self.text(parent.text, settings, paragraph)
        for child in parent:
            self.inline(child, settings, paragraph)
            self.text(child.tail, settings, paragraph)

    def text(self, text: str | None, settings: Format, paragraph: Paragraph) -> None:
        if text:
            look = self.styles.look(settings, paragraph.ground, paragraph.place.cause)
            paragraph.pieces.append((SPACES.sub(" ", text) if not text.isprintable() or "  " in text else text, look))

    def inline(self, child: Element, settings: Format, paragraph: Paragraph) -> None:
        tag = child.tag
        if tag == f"{TEXT}span":
            own = self.styles.format("text", child.get(f"{TEXT}style-name", ""))
            self.letters(child, applied(settings, own), paragraph)
        elif tag == f"{TEXT}note":
            self.notes += child.iterchildren(f"{TEXT}note-body")
        elif tag in DRAWN or tag in GROUPED:
            paragraph.frames.append(child)
            self.sheet.add_link(child.get(f"{XLINK}href", ""))
        elif tag in COUNTS and self.is_edge:
            self.sign(COUNT_OPENS, settings, paragraph)
            self.letters(child, settings, paragraph)
            self.sign(COUNT_CLOSES, settings, paragraph)
        elif tag in {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"} and child.get(f"{TEXT}is-hidden") != "false":
            self.hide(child, settings, paragraph)
        elif tag == f"{TEXT}a":
            self.sheet.add_link(child.get(f"{XLINK}href", ""))
            self.letters(child, settings, paragraph)
        elif sign := sign_of(child, tag):
            self.sign(sign, settings, paragraph)
        elif tag not in NOT_READ:
            self.letters(child, settings, paragraph)

    def sign(self, sign: str, settings: Format, paragraph: Paragraph) -> None:
        look = self.styles.look(settings, paragraph.ground, paragraph.place.cause) if sign != SOFT_PAGE else Look()
        paragraph.pieces.append((sign, look))

    def hide(self, child: Element, settings: Format, paragraph: Paragraph) -> None:
        """Hidden text hides its own letters, a hidden paragraph all of those around it."""
        if child.tag == f"{TEXT}hidden-text":
            self.text(child.text or child.get(f"{TEXT}string-value"), settings._replace(is_off=True), paragraph)
            return
        paragraph.is_off = True

    def frame(self, element: Element, place: Place) -> None:
        """Write what stands in a frame or shape; of several ways to show one frame only the first counts."""
        if element.tag in GROUPED:
            for child in element:
                if child.tag in DRAWN or child.tag in GROUPED:
                    self.frame(child, place)
            return
        frame: Frame = frame_of(element, self.styles)
        if frame.content is None:
            return
        ground = self.floating if frame.ground == AUTO else frame.ground
        self.sheet.is_gap = True
        self.blocks(frame.content, Place(ground, place.cause or frame.cause))
        self.sheet.is_gap = True

    def table(self, table: Element, place: Place) -> None:
        place = self.placed("table", table, place)
        for child in table:
            if child.tag == f"{TABLE}table-row":
                self.row(child, place)
            elif child.tag in GROUPS_OF_ROWS:
                self.table(child, place)

    def row(self, row: Element, place: Place) -> None:
        place = self.placed("table-row", row, place)
        if row.get(f"{TABLE}visibility", "visible") != "visible":
            place = place._replace(cause=HiddenCause.SWITCHED_OFF)
        usual = row.get(f"{TABLE}default-cell-style-name", "")
        cells: list[list[DrawnLine]] = []
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            self.sheet.open_cell()
            self.blocks(cell, self.placed("table-cell", cell, place, usual))
            lines = self.sheet.close_cell()
            cells += [lines] * self.times(cell.get(f"{TABLE}number-columns-repeated", ""), len(lines))
        for _ in range(self.times(row.get(f"{TABLE}number-rows-repeated", ""), sum(map(len, cells)))):
            self.sheet.write_row(cells)

    def times(self, given: str, lines: int) -> int:
        """How often what is repeated is written: empty cells once, others as often as said, within reason."""
        wanted = (
            min(int(given), MOST_REPEATS)
            if given.isdecimal() and given.isascii() and len(given) < len("1000000")
            else 1
        )
        if lines == 0 or wanted < 2 or self.repeated + lines * wanted > MOST_REPEATED_LINES:  # noqa: PLR2004 - repeated
            return 1
        self.repeated += lines * wanted
        return wanted

    def placed(self, family: str, element: Element, place: Place, usual: str = "") -> Place:
        ground = self.styles.shape(family, element.get(f"{TABLE}style-name") or usual).ground
        return place if ground in {None, AUTO} else place._replace(ground=ground)


def sign_of(element: Element, tag: str) -> str:
    """What stands for letters: spaces, tabs, breaks."""
    if tag == f"{TEXT}s":
        count = element.get(f"{TEXT}c", "1")
        return " " * (min(int(count), MOST_SPACES) if count.isdecimal() and len(count) < MOST_SPACES else MOST_SPACES)
    return SIGNS.get(tag, "")


def level_of(element: Element, shape: Shape) -> int:
    outline = element.get(f"{TEXT}outline-level", "")
    if element.tag == f"{TEXT}h":
        return min(int(outline), DEEPEST_HEADING) if outline.isdecimal() and len(outline) == 1 else 1
    return shape.level or 0
