"""Résumés as Word documents, made in the ways in which people make them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from .markup import link_target
from .source import Line, Section
from .taste import Design
from .tones import Row, Run, Runs, header_role, heading_of, plain, rows_of_section
from .word_parts import add_field, add_link, rule_under, set_padding, set_widths, without_times

LONG = 430
"""So many words do not fit on one page."""


@dataclass(frozen=True)
class Place:
    """The document, a cell or a page header, and its width in points."""

    holder: Any
    room: float
    ink: str = ""


class Word:
    def __init__(self, design: Design) -> None:
        self.design, self.pick = design, design.taste.pick
        self.document = Document()
        self.has_styles = self.pick("word headings", {True: 55, False: 45})
        self.has_lists = self.pick("word bullets", {True: 60, False: 40})
        self.flush = self.pick("word flush", {"tab": 60, "table": 20, "tabs": 20})
        self.are_links = self.pick("word links", {True: 45, False: 55})
        self.accent = RGBColor.from_string(design.accent.strip("#").upper())
        for number in [
            key for key, each in self.document.part.rels.items() if each.reltype.endswith("stylesWithEffects")
        ]:
            del self.document.part.rels[number]  # Word 2010's, and a third of the file
        self._page()
        self._styles()
        self.body = Place(self.document, design.paper[0] - 2 * design.margin)

    def _page(self) -> None:
        section, margin = self.document.sections[0], Pt(self.design.margin)
        section.page_width, section.page_height = (Pt(side) for side in self.design.paper)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
        section.header_distance = section.footer_distance = Pt(self.design.margin / 2)
        properties = self.document.core_properties
        properties.author, properties.title, properties.comments = self.design.resume.name, "", ""
        properties.created = properties.modified = datetime(2024, 3, 1, 9, tzinfo=UTC)

    def _styles(self) -> None:
        styles, font = self.document.styles, self.design.word_font
        for name in ("Normal", "Heading 1", "Title"):
            style = styles[name]
            style.font.name = font
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            style.font.color.rgb = RGBColor(0, 0, 0) if name == "Normal" else self.accent
        normal = styles["Normal"]
        normal.font.size = Pt(self.design.size)
        normal.paragraph_format.space_after = Pt(
            0 if self.design.look == "dense" else self.pick("word gap", {0: 2, 2: 3, 4: 1})
        )
        normal.paragraph_format.line_spacing = (
            1.0 if self.design.look == "dense" else self.pick("word leading", {1.0: 3, 1.08: 2, 1.15: 2})
        )

    def save(self) -> bytes:
        buffer = BytesIO()
        self.document.save(buffer)
        return without_times(buffer.getvalue())

    # Headings and lines

    def heading(self, place: Place, section: Section, *, gap: bool = True) -> None:
        title = heading_of(section)
        if not title:
            return
        paragraph = place.holder.add_paragraph(style="Heading 1" if self.has_styles else None)
        shown = self.pick("word capitals", {"typed": 1, "font": 1}) if self.design.has_capitals else ""
        run = paragraph.add_run(title.upper() if shown == "typed" else title)
        run.font.all_caps = True if shown == "font" else None
        run.bold = True
        is_small = self.design.look in {"dense", "rail"}
        run.font.size = Pt(self.design.size * (1.0 if is_small else self.pick("word size", {1.0: 1, 1.15: 3, 1.3: 2})))
        run.font.color.rgb = RGBColor.from_string(place.ink) if place.ink else self.accent
        form = paragraph.paragraph_format
        form.space_before, form.space_after = Pt((4 if self.design.look == "dense" else 10) if gap else 0), Pt(2)
        form.keep_with_next = place.holder is self.document
        if self.design.look == "centered":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if self.design.is_ruled and self.design.look != "rail":
            rule_under(paragraph, place.ink or self.design.accent.strip("#"))

    def runs(self, paragraph: Paragraph, runs: Runs, ink: str = "") -> None:
        for each in runs:
            target = link_target(each) if self.are_links else ""
            run = add_link(paragraph, each.text, target) if target else paragraph.add_run(each.text)
            run.bold, run.italic = each.tone == "b" or None, each.tone == "i" or None
            if ink:
                run.font.color.rgb = RGBColor.from_string(ink)
            elif target:
                run.font.color.rgb, run.font.underline = RGBColor(0x05, 0x63, 0xC1), True

    def line(self, place: Place, row: Row) -> Paragraph:
        if row.is_bullet:
            return self._item(place, row)
        if row.right and self.flush == "table" and place.holder is self.document and self.design.look != "columns":
            return self._split(place, row)
        paragraph: Paragraph = place.holder.add_paragraph()
        self.runs(paragraph, row.left, place.ink)
        self._behind(paragraph, row, place)
        if row.is_head and place.holder is self.document:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _item(self, place: Place, row: Row) -> Paragraph:
        bullet = self.design.bullet
        paragraph: Paragraph = place.holder.add_paragraph(style="List Bullet" if self.has_lists else None)
        form = paragraph.paragraph_format
        if not self.has_lists:
            form.left_indent, form.first_line_indent = Pt(14), Pt(-10 if bullet else 0)
            form.tab_stops.add_tab_stop(Pt(14))
            paragraph.add_run(f"{bullet}\t" if bullet else "")
        form.space_after = Pt(1)
        self.runs(paragraph, row.left, place.ink)
        self._behind(paragraph, row, place)
        return paragraph

    def _behind(self, paragraph: Paragraph, row: Row, place: Place) -> None:
        """What is pushed to the right: by a right tab, or by as many plain tabs as seem to do; on a new line where there is no room."""
        if not row.right:
            return
        is_narrow = place.room < 250
        width = self.design.size * (0.6 if self.design.look == "typewriter" else 0.5)
        free = place.room - width * (len(plain(row.left)) + len(plain(row.right)))
        if is_narrow and free < width:
            paragraph.add_run().add_break()
        elif is_narrow or self.flush != "tabs":
            paragraph.paragraph_format.tab_stops.add_tab_stop(
                Pt(place.room - 12 * (place.holder is not self.document)), WD_TAB_ALIGNMENT.RIGHT
            )
            paragraph.add_run("\t")
        else:
            paragraph.add_run("\t" * max(1, min(9, int(free // 36))))
        self.runs(paragraph, row.right, place.ink)

    def _split(self, place: Place, row: Row) -> Paragraph:
        """A table without lines: the words in one cell, the dates in the other."""
        table = place.holder.add_table(1, 2)
        narrow = max(90, min(place.room / 2, len(plain(row.right)) * self.design.size * 0.62))
        set_widths(table, (place.room - narrow, narrow))
        set_padding(table, 0, 0)
        left: Paragraph = table.cell(0, 0).paragraphs[0]
        right: Paragraph = table.cell(0, 1).paragraphs[0]
        self.runs(left, row.left, place.ink)
        self.runs(right, row.right, place.ink)
        right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return left

    # The header

    def header(self, place: Place, lines: tuple[Line, ...] | None = None) -> None:
        for line in self.design.resume.header if lines is None else lines:
            role = header_role(line)
            left = [Run(span.text, "b" if role == "name" else "", span.field) for span in line.left]
            paragraph = self.line(place, Row(left, [Run(span.text, "", span.field) for span in line.right]))
            if role in {"name", "headline"}:
                self._enlarge(paragraph, role, place)
            if self.design.look == "centered" and not line.right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if line is self.design.resume.header[-1] and self.design.look in {
                "rail",
                "dates-left",
                "sidebar",
                "sidebar-right",
            }:
                paragraph.paragraph_format.space_after = Pt(9)

    def _enlarge(self, paragraph: Paragraph, role: str, place: Place) -> None:
        is_long = len(paragraph.text) > 60 or (role == "name" and place.room < 250)
        factor = 1.2 if role == "headline" else 1.4 if is_long else self.pick("word name", {1.6: 2, 2.0: 3, 2.4: 2})
        for run in paragraph.runs:
            run.font.size = Pt(round(self.design.size * factor))
            run.bold = True if role == "name" else run.bold
            if role == "name" and not place.ink:
                run.font.color.rgb = self.accent
        if self.has_styles and role == "name" and self.pick("word title", {True: 1, False: 1}):
            paragraph.style = self.document.styles["Title"]

    def page_header(self) -> tuple[Line, ...]:
        """Put the contact lines into the page's header, in one file of six, and give those that stay."""
        lines = self.design.resume.header
        if self.design.taste.one_in(6, "contact above"):
            moved = tuple(line for line in lines if header_role(line) == "contact")
            holder = self.document.sections[0].header
            place = Place(holder, self.body.room)
            self.header(place, moved)
            empty = holder.paragraphs[0]._p  # noqa: SLF001
            if moved:
                empty.getparent().remove(empty)
            return tuple(line for line in lines if line not in moved)
        return lines

    def running_line(self) -> None:
        if len(self.design.resume.text.split()) < LONG or not self.design.taste.one_in(5, "running line"):
            return
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = self.pick("running side", {WD_ALIGN_PARAGRAPH.RIGHT: 1, WD_ALIGN_PARAGRAPH.CENTER: 1})
        if self.pick("running text", {"of": 1, "page": 1}) == "of":
            paragraph.add_run(f"{self.design.resume.name} – page ")
            add_field(paragraph, "PAGE")
            paragraph.add_run(" of ")
            add_field(paragraph, "NUMPAGES")
        else:
            paragraph.add_run("Page ")
            add_field(paragraph, "PAGE")

    # Sections

    def content(self, place: Place, section: Section) -> None:
        for number, (part, rows) in enumerate(rows_of_section(section, self.design)):
            for count, row in enumerate(rows):
                paragraph = self.line(place, row)
                if row.role:
                    self._enlarge(paragraph, row.role, place)
                if count == number == 0 and not section.heading:
                    paragraph.paragraph_format.space_before = Pt(self.design.size)
                if count == 0 and number and part.is_entry and self.design.look != "dense":
                    paragraph.paragraph_format.space_before = Pt(self.pick("word between", {4: 2, 6: 3, 9: 2}))

    def sections(self, place: Place, sections: tuple[Section, ...]) -> None:
        for section in sections:
            self.heading(place, section)
            self.content(place, section)
