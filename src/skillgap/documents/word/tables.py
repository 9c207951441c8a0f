"""Rows and cells of Word tables, and what is behind the letters in them."""

from collections.abc import Iterator

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO
from skillgap.documents.types import HiddenCause
from skillgap.documents.word.colors import Colors
from skillgap.documents.word.names import VAL, W
from skillgap.documents.word.settings import number_of
from skillgap.documents.word.styles import Place, Styles

ROW, CELL, CONTROL = f"{W}tr", f"{W}tc", f"{W}sdt"
WRAPPERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml")}
THIN_ROW = 40


def rows_of(table: Element) -> Iterator[Element]:
    return (row for row in inner(table, ROW) if row.find(f"{W}trPr/{W}del") is None)


def cells_of(row: Element) -> Iterator[Element]:
    return (cell for cell in inner(row, CELL) if cell.find(f"{W}tcPr/{W}cellDel") is None)


def inner(parent: Element, name: str) -> Iterator[Element]:
    """The rows or cells of a parent, also those in content controls."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag == CONTROL:
            yield from inner(content_of_control(child), name)
        elif child.tag in WRAPPERS:
            yield from inner(child, name)


def content_of_control(control: Element) -> Element:
    """What was filled in; a prompt that still waits for it is no text."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        return ()
    content = control.find(f"{W}sdtContent")
    return () if content is None else content


def place_in_table(table: Element, place: Place, styles: Styles) -> Place:
    style, shade = table.find(f"{W}tblPr/{W}tblStyle"), table.find(f"{W}tblPr/{W}shd")
    key = "" if style is None else style.get(VAL, "")
    ground = styles.ground_of_table(key) or place.ground
    return Place(shaded(shade, ground, styles.colors), place.cause, key)


def place_in_cell(cell: Element, row: Element, place: Place, colors: Colors) -> Place:
    """The cell's own shade stands before the row's, and that before the table's."""
    ground = shaded(row.find(f"{W}tblPrEx/{W}shd"), place.ground, colors)
    ground = shaded(cell.find(f"{W}tcPr/{W}shd"), ground, colors)
    height = row.find(f"{W}trPr/{W}trHeight")
    if place.cause or height is None or height.get(f"{W}hRule") != "exact":
        return place._replace(ground=ground)
    value = number_of(height.get(VAL, ""))
    is_thin = value is not None and value < THIN_ROW
    return Place(ground, HiddenCause.CLIPPED if is_thin else None, place.table_style)


def shaded(shade: Element | None, ground: str, colors: Colors) -> str:
    color = AUTO if shade is None else colors.of_shade(shade)
    return ground if color == AUTO else color
