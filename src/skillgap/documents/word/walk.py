"""The walk over a Word file's parts: each element is met once, its text goes to the sheet as it stands on the page."""

import re

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN
from skillgap.documents.flow.sheet import BULLET, COLUMN_BREAK, PAGE_BREAK, SOFT_PAGE, Look, Piece, Sheet
from skillgap.documents.types import HiddenCause
from skillgap.documents.word.colors import Colors
from skillgap.documents.word.fields import Fields
from skillgap.documents.word.lists import Lists
from skillgap.documents.word.names import MC, VAL, M, R, W
from skillgap.documents.word.settings import PLAIN, PLAIN_SHAPE, Shape, format_of, is_on, merged, shape_of
from skillgap.documents.word.shapes import TextBox, chosen, text_boxes
from skillgap.documents.word.styles import Place, Styles
from skillgap.documents.word.tables import cells_of, content_of_control, place_in_cell, place_in_table, rows_of

P, RUN, TEXT, RUN_PROPERTIES, PROPERTIES = (f"{W}{name}" for name in ("p", "r", "t", "rPr", "pPr"))
TABLE, CONTROL, LINK, FIELD, RUBY = (f"{W}{name}" for name in ("tbl", "sdt", "hyperlink", "fldSimple", "ruby"))
ALTERNATIVES = f"{MC}AlternateContent"
WRAPPERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "bdo", "dir", "rubyBase", "sdtContent")}
FORMULAS = {f"{M}oMath", f"{M}oMathPara"}
DRAWINGS = {f"{W}drawing", f"{W}pict", f"{W}object", ALTERNATIVES}
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
BREAKS = {"page": PAGE_BREAK, "column": COLUMN_BREAK}
JOINING = {f"{W}del", f"{W}moveFrom"}
VANISH, SECTION = f"{W}vanish", f"{W}sectPr"
MARKS = (RUN_PROPERTIES, SECTION, f"{W}pageBreakBefore")
LINE_ENDS = re.compile(r"[\r\n]+")
PRIVATE = range(0xE000, 0xF900)
SURROGATES = range(0xD800, 0xE000)
LAST_CODE = 0x10FFFF
BARE = Look()


class Package:
    """What all parts of a file share; `floating` is what is behind a text box without a fill of its own."""

    def __init__(self, styles: Styles, lists: Lists, colors: Colors) -> None:
        self.styles = styles
        self.lists = lists
        self.colors = colors
        self.paper = UNKNOWN
        self.floating = UNKNOWN
        self.notes: dict[tuple[str, str], None] = {}


class Paragraph:
    """A paragraph while it is read: its style and place, the pieces so far, and the text boxes that hang on it."""

    def __init__(self, place: Place, pieces: list[Piece]) -> None:
        self.place = place
        self.pieces = pieces
        self.style = ""
        self.shape: Shape = PLAIN_SHAPE
        self.ground: str | None = None
        self.look: Look | None = None
        self.boxes: list[TextBox] = []
        self.is_joined = False
        self.ends_page = False


class Walk:
    """Reads one part; `is_edge` says that it is a header or footer, where page numbers are marked."""

    def __init__(self, package: Package, sheet: Sheet, links: dict[str, str], *, is_edge: bool = False) -> None:
        self.package = package
        self.styles = package.styles
        self.sheet = sheet
        self.links = links
        self.fields = Fields(sheet, marks_counts=is_edge)
        self.carried: list[Piece] = []

    def blocks(self, parent: Element, place: Place) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self.paragraph(child, place)
            elif tag == TABLE:
                self.table(child, place)
            elif tag == CONTROL:
                self.blocks(content_of_control(child), place)
            elif tag == ALTERNATIVES:
                self.blocks(chosen(child), place)
            elif tag in WRAPPERS:
                self.blocks(child, place)

    def content(self, parent: Element, place: Place) -> None:
        """Read the blocks of a body, cell, box or note, at whose end nothing is carried on."""
        outer, self.carried = self.carried, []
        self.blocks(parent, place)
        if self.carried:
            self.sheet.write(self.carried)
        self.carried = outer

    def table(self, table: Element, place: Place) -> None:
        place = place_in_table(table, place, self.styles)
        for row in rows_of(table):
            cells = []
            for cell in cells_of(row):
                self.sheet.open_cell()
                self.content(cell, place_in_cell(cell, row, place, self.styles.colors))
                cells.append(self.sheet.close_cell())
            self.sheet.write_row(cells)

    def paragraph(self, element: Element, place: Place) -> None:
        paragraph = Paragraph(place, self.carried)
        self.carried = []
        self.inline(element, paragraph)
        self.fields.end_paragraph()
        if paragraph.is_joined:
            self.carried = paragraph.pieces
        else:
            self.finish(paragraph)
        for box in paragraph.boxes:
            self.text_box(box, place)
        if paragraph.ends_page:
            self.sheet.turn_page()

    def finish(self, paragraph: Paragraph) -> None:
        shape = paragraph.shape if paragraph.style or paragraph.shape is not PLAIN_SHAPE else self.styles.shape("")
        marker = self.package.lists.marker(shape.list_id, shape.list_level or 0) if shape.list_id else ""
        self.sheet.write(paragraph.pieces, level=shape.level or 0, marker=marker, is_spaced=bool(shape.is_spaced))

    def text_box(self, box: TextBox, place: Place) -> None:
        ground = self.package.floating if box.ground == AUTO else box.ground
        self.sheet.is_gap = True
        self.content(box.content, Place(ground, place.cause or box.cause))
        self.sheet.is_gap = True

    def inline(self, parent: Element, paragraph: Paragraph) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self.run(child, paragraph)
            elif tag == PROPERTIES:
                self.take_properties(child, paragraph)
            elif tag == LINK:
                self.sheet.add_link(self.links.get(child.get(f"{R}id", ""), ""))
                self.inline(child, paragraph)
            elif tag == FIELD:
                self.fields.open(child.get(f"{W}instr", ""), paragraph.pieces, self.plain_look(paragraph))
                self.inline(child, paragraph)
                self.fields.close(paragraph.pieces, self.plain_look(paragraph))
            elif tag == CONTROL:
                self.inline(content_of_control(child), paragraph)
            elif tag == ALTERNATIVES:
                self.inline(chosen(child), paragraph)
            elif tag in FORMULAS:
                formula = "".join(text.text or "" for text in child.iter(f"{M}t"))
                paragraph.pieces.append((LINE_ENDS.sub(" ", formula), self.plain_look(paragraph)))
            elif tag in WRAPPERS:
                self.inline(child, paragraph)

    def take_properties(self, properties: Element, paragraph: Paragraph) -> None:
        """Read `w:pPr`, which stands first in its paragraph."""
        paragraph.style, own = shape_of(properties, self.package.colors)
        inherited = self.styles.shape(paragraph.style)
        shape = paragraph.shape = inherited if own is PLAIN_SHAPE else merged(inherited, own)
        paragraph.ground = shape.ground if shape.ground != AUTO else None
        if shape.is_thin and paragraph.place.cause is None:
            paragraph.place = paragraph.place._replace(cause=HiddenCause.CLIPPED)
        for child in properties.iterchildren(*MARKS):
            if child.tag == RUN_PROPERTIES:
                paragraph.is_joined = any(mark.tag in JOINING or (mark.tag == VANISH and is_on(mark)) for mark in child)
            elif child.tag == SECTION:
                kind = child.find(f"{W}type")
                paragraph.ends_page = kind is None or kind.get(VAL) != "continuous"
            elif is_on(child):
                self.sheet.turn_page()

    def plain_look(self, paragraph: Paragraph) -> Look:
        """How a run without settings of its own looks."""
        if paragraph.look is None:
            paragraph.look = self.styles.look(paragraph.style, "", PLAIN, paragraph.place, paragraph.ground)
        return paragraph.look

    def run(self, run: Element, paragraph: Paragraph) -> None:
        look: Look | None = None
        for child in run:
            tag = child.tag
            if tag == RUN_PROPERTIES:
                style, direct = format_of(child, self.package.colors)
                if style or direct is not PLAIN:
                    look = self.styles.look(paragraph.style, style, direct, paragraph.place, paragraph.ground)
                continue
            look = look or self.plain_look(paragraph)
            if tag == TEXT:
                text = child.text
                if text and not self.fields.is_instruction:
                    paragraph.pieces.append((text if text.isprintable() else LINE_ENDS.sub(" ", text), look))
            elif tag in DRAWINGS:
                paragraph.boxes += text_boxes(run if tag == ALTERNATIVES else child, self.package.colors)
            else:
                self.sign(child, tag, paragraph, look)

    def sign(self, child: Element, tag: str, paragraph: Paragraph, look: Look) -> None:
        """Take what stands for letters in a run: breaks, symbols, fields, notes."""
        pieces = paragraph.pieces
        if tag == f"{W}fldChar":
            self.fields.turn(child.get(f"{W}fldCharType", ""), pieces, look)
        elif tag == f"{W}instrText":
            self.fields.instruct(child.text or "")
        elif self.fields.is_instruction:
            return
        elif tag in SIGNS:
            pieces.append((SIGNS[tag], look))
        elif tag == f"{W}br":
            kind = BREAKS.get(child.get(f"{W}type", ""), "\n")
            pieces.append((kind, look if kind == "\n" else BARE))
        elif tag == f"{W}lastRenderedPageBreak":
            pieces.append((SOFT_PAGE, BARE))
        elif tag == f"{W}sym":
            pieces.append((symbol(child.get(f"{W}char", ""), is_first=not pieces), look))
        elif tag == RUBY:
            self.inline(child, paragraph)
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            kind = "footnotes" if tag.endswith("footnoteReference") else "endnotes"
            self.package.notes[kind, child.get(f"{W}id", "")] = None


def symbol(code: str, *, is_first: bool) -> str:
    """The letter of a symbol font: a bullet where it begins a line; of those without a meaning elsewhere only a space stays."""
    value = int(code, 16) if re.fullmatch("[0-9a-fA-F]{1,6}", code) else 0
    if value in PRIVATE:
        return BULLET if is_first else " "
    return chr(value) if ord(" ") < value <= LAST_CODE and value not in SURROGATES else " "
