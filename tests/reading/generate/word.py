"""Résumés set with python-docx; what a person reads is noted as each paragraph is added, so they are added in reading order."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from people import Entry, Person, Section, spoken

MARKS = re.compile(r"(\^[^^]*\^|~)")


class Holder(Protocol):
    """The document's body or a table's cell."""

    def add_paragraph(self, text: str = ..., style: str | None = ...) -> Paragraph: ...


def element(tag: str, text: str = "", **attributes: str) -> OxmlElement:
    """An element in Word's namespace, with attributes in it."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    if text:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def fragment(xml: str) -> OxmlElement:
    """An element from XML that uses Word's usual prefixes."""
    names = nsdecls("w", "wp", "a", "r")
    extra = (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {names}{extra}", xml, count=1))


class Word:
    """A Word document under construction, and what a person reads in it."""

    def __init__(self, font: str, size: float, accent: str, margin: float = 0.8) -> None:
        self.document = Document()
        self.expected: list[str] = []
        self.accent = RGBColor.from_string(accent)
        self.width = 8.5 - 2 * margin
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = font, Pt(size)
        normal.paragraph_format.space_after = Pt(2)
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Pt(margin * 72)
        section.top_margin = section.bottom_margin = Pt(60)

    def say(self, *lines: str) -> None:
        self.expected.extend(lines)

    def text(self, holder: Holder, text: str, style: str | None = None) -> Paragraph:
        """A paragraph; in its text ``~`` is a soft hyphen, what stands between ``^`` is raised."""
        self.say(text)
        paragraph = holder.add_paragraph("", style)
        add_text(paragraph, text)
        return paragraph

    def bold(self, holder: Holder, text: str) -> Paragraph:
        paragraph = self.text(holder, text)
        for run in paragraph.runs:
            run.bold = True
        return paragraph

    def heading(self, holder: Holder, title: str, size: float = 12) -> Paragraph:
        paragraph = self.bold(holder, title)
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.paragraph_format.keep_with_next = True
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(size), self.accent
        return paragraph

    def top(self, person: Person, *, contact: bool = True) -> None:
        """Name, role, contact details and summary."""
        self.heading(self.document, person.name, 20)
        self.text(self.document, person.role)
        if contact:
            self.text(self.document, " | ".join(person.contact))
        self.text(self.document, person.about)

    def sections(self, holder: Holder, sections: Iterable[Section]) -> None:
        for section in sections:
            self.heading(holder, section.title)
            self.body(holder, section)

    def body(self, holder: Holder, section: Section) -> None:
        for entry in section.entries:
            if entry.head:
                self.entry_head(holder, entry)
            self.points(holder, entry.points)
        for label, text in section.facts:
            self.fact(holder, label, text)

    def entry_head(self, holder: Holder, entry: Entry) -> None:
        self.bold(holder, entry.title)
        self.text(holder, f"{entry.firm}, {entry.dates}" if entry.firm else entry.dates)

    def points(self, holder: Holder, points: Iterable[str]) -> None:
        for point in points:
            self.text(holder, point, "List Bullet")

    def fact(self, holder: Holder, label: str, text: str) -> None:
        self.text(holder, f"{label}: {text}")

    def table(self, columns: list[float], *, ruled: bool = False, holder: _Cell | None = None) -> Table:
        """An empty table of this many columns, with their widths in inches."""
        table = holder.add_table(0, len(columns)) if holder else self.document.add_table(0, len(columns))
        if ruled:
            table.style = self.document.styles["Table Grid"]
        table.autofit = False
        for column, width in zip(table.columns, columns, strict=True):
            column.width = Pt(width * 72)
        return table

    def row(self, table: Table) -> list[_Cell]:
        """The cells of a new row, each with the width of its column."""
        cells = list(table.add_row().cells)
        for cell, column in zip(cells, table.columns, strict=True):
            cell.width = column.width
        return cells

    def tabbed(self, holder: Holder, left: str, right: str, width: float) -> Paragraph:
        """Words on the left, and others flush right on the same line by a tab."""
        self.say(f"{left} {right}")
        paragraph = holder.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(width * 72), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(left).bold = True
        paragraph.add_run(f"\t{right}")
        return paragraph

    def save(self, path: Path) -> None:
        self.document.save(str(path))


def add_text(paragraph: Paragraph, text: str) -> None:
    for part in MARKS.split(text):
        if part == "~":
            paragraph.add_run()._r.append(element("softHyphen"))  # noqa: SLF001 - python-docx has no soft hyphen
        elif part.startswith("^"):
            paragraph.add_run(part.strip("^")).font.superscript = True
        elif part:
            paragraph.add_run(part)


def first(cell: _Cell) -> None:
    """Remove the empty paragraph that a new cell has, once it has others."""
    if len(cell.paragraphs) > 1:
        empty = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx removes no paragraph
        empty.getparent().remove(empty)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field with its code and the text that it last showed."""
    for kind in ("begin", "", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind in {"begin", "separate", "end"}:
            _raw(run).append(element("fldChar", fldCharType=kind))
        elif not kind:
            _raw(run).append(element("instrText", f" {code} "))


def _raw(run: Run) -> OxmlElement:
    return run._r  # noqa: SLF001 - fields are added as XML


def paragraphs_xml(lines: Iterable[str]) -> str:
    """Plain paragraphs as XML, the first one bold."""
    bold = "<w:rPr><w:b/></w:rPr>"
    return "".join(
        f"<w:p><w:r>{'' if place else bold}<w:t>{spoken(line).replace('&', '&amp;')}</w:t></w:r></w:p>"
        for place, line in enumerate(lines)
    )


def text_box(lines: list[str], width: float, height: float, *, floating: bool) -> OxmlElement:
    """A run with a text box as Word writes it: a shape, and an old drawing with the same words for old readers."""
    wide, high = round(width * 914400), round(height * 914400)
    inside = f"<w:txbxContent>{paragraphs_xml(lines)}</w:txbxContent>"
    size = f'<wp:extent cx="{wide}" cy="{high}"/>'
    if floating:
        opening = (
            '<wp:anchor distT="0" distB="0" distL="0" distR="228600" simplePos="0" relativeHeight="2" behindDoc="0"'
            ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            f'{size}<wp:wrapSquare wrapText="right"/>'
        )
        closing = "</wp:anchor>"
    else:
        opening, closing = f'<wp:inline distT="0" distB="0" distL="0" distR="0">{size}', "</wp:inline>"
    return fragment(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'{opening}<wp:docPr id="7" name="Text box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        f"</a:graphic>{closing}</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:{width}in;height:{height}in"><v:textbox>{inside}</v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
