"""What python-docx has no words for: lines under headings, shaded cells, links, page numbers, tables without lines."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def element(tag: str, text: str = "", **attributes: str) -> Any:
    """An element in Word's namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    if text:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def rule_under(paragraph: Paragraph, colour: str) -> None:
    border = element("pBdr")
    border.append(element("bottom", val="single", sz="6", space="1", color=colour))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour.strip("#")))  # noqa: SLF001


def add_link(paragraph: Paragraph, text: str, target: str) -> Run:
    """A run inside a link, as Word makes of an address that is typed."""
    number = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("hyperlink")
    link.set(qn("r:id"), number)
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001
    return run


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field as PAGE, with the number that it last showed."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run("1" if kind == "shown" else "")
        if kind == "code":
            run._r.append(element("instrText", f" {code} "))  # noqa: SLF001
        elif kind != "shown":
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001


def set_widths(table: Table, widths: Iterable[float]) -> None:
    """Fixed widths in points, of the columns and of each cell, since Word looks at the cells and others at the columns."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)


def set_padding(table: Table, left: float, right: float) -> None:
    """The space at the sides of every cell, in points."""
    margins = element("tblCellMar")
    margins.append(element("left", w=str(round(left * 20)), type="dxa"))
    margins.append(element("right", w=str(round(right * 20)), type="dxa"))
    properties = table._tbl.tblPr  # noqa: SLF001
    look = properties.find(qn("w:tblLook"))
    properties.insert(len(properties) if look is None else properties.index(look), margins)


def drop_first(cell: _Cell) -> None:
    """Remove the empty paragraph that a new cell begins with; one at the end stays, as Word wants it after a table."""
    first = cell.paragraphs[0]._p  # noqa: SLF001
    if not cell.paragraphs[0].text and first.getnext() is not None:
        first.getparent().remove(first)
    last = cell._tc[-1]  # noqa: SLF001
    if last.tag == qn("w:tbl"):
        small = cell.add_paragraph()
        small.paragraph_format.space_after = small.paragraph_format.space_before = Pt(0)
        small.paragraph_format.line_spacing = Pt(1)


def set_columns(section_properties: Any, count: int, gap: float) -> None:
    columns = section_properties.find(qn("w:cols"))
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), str(round(gap * 20)))


def without_times(content: bytes) -> bytes:
    """The archive packed again with one fixed time."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
    return buffer.getvalue()
