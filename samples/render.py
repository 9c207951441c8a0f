"""The one renderer of personas: PDF by ReportLab, DOCX by python-docx, plain text. Run it to make the samples again.

    python samples/render.py [--personas FOLDER] [--out FOLDER]

The files are the same bytes on every run: no dates, no random ids.
"""

import argparse
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from skillgap.evaluation.personas import GoldEntry, GoldSection, Persona, as_text, read_personas
from skillgap.resume.types import SectionKind

HERE = Path(__file__).parent
WIDTH, HEIGHT = A4
MARGIN = 48
SIDEBAR = 168
BESIDE = {
    SectionKind.SKILLS,
    SectionKind.LANGUAGES,
    SectionKind.INTERESTS,
    SectionKind.CERTIFICATIONS,
    SectionKind.REFERENCES,
}
"""Sections that stand in the narrow column of a design with two."""


class Look:
    """A design: fonts, sizes, colours and how many columns."""

    def __init__(  # noqa: PLR0913 - a design has many sides
        self,
        *,
        font: str,
        bold: str,
        italic: str,
        size: float,
        accent: str = "#000000",
        centered: bool = False,
        ruled: bool = False,
        capitals: bool = True,
        columns: str = "one",
    ) -> None:
        self.font, self.bold, self.italic, self.size = font, bold, italic, size
        self.accent: Color = HexColor(accent)
        self.centered, self.ruled, self.capitals, self.columns = centered, ruled, capitals, columns

    def style(self, kind: str) -> ParagraphStyle:
        base = {"fontName": self.font, "fontSize": self.size, "leading": self.size * 1.32}
        center = {"alignment": TA_CENTER} if self.centered else {}
        bullet = {"leftIndent": 12, "bulletIndent": 2, "spaceAfter": 2}
        sizes: dict[str, dict[str, object]] = {
            "name": {
                "fontName": self.bold,
                "fontSize": self.size * 2,
                "leading": self.size * 2.4,
                "textColor": self.accent,
                **center,
            },
            "contact": {**base, **center},
            "heading": {
                "fontName": self.bold,
                "fontSize": self.size * 1.2,
                "leading": self.size * 1.6,
                "spaceBefore": self.size,
                "textColor": self.accent,
            },
            "title": {**base, "fontName": self.bold},
            "dates": {**base, "alignment": 2},
            "place": {**base, "fontName": self.italic, "spaceAfter": 2},
            "text": {**base, "spaceAfter": 3},
            "bullet": {**base, **bullet},
        }
        return ParagraphStyle(kind, **sizes[kind])


TIMES = {"font": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"}
HELVETICA = {"font": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
LOOKS = {
    "classic": Look(**TIMES, size=10.5, centered=True, ruled=True),
    "latex": Look(**TIMES, size=10, ruled=True, capitals=False),
    "modern": Look(**HELVETICA, size=9.5, accent="#1f5a7a", capitals=False),
    "sidebar": Look(**HELVETICA, size=9, accent="#34495e", columns="left"),
    "two-column": Look(**HELVETICA, size=9, accent="#7a3b1f", capitals=False, columns="right"),
}


def as_pdf(persona: Persona) -> bytes:
    """Lay the persona out in its style."""
    look = LOOKS[persona.style]
    buffer = BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, title=f"Résumé of {persona.name}", author=persona.name, invariant=1)
    head = [Paragraph(escape(persona.name), look.style("name"))]
    contact = [escape(line.text) for _, line in persona.contact]
    if look.columns == "one":
        document.addPageTemplates([PageTemplate("page", [frame(MARGIN, WIDTH - 2 * MARGIN)])])
        joined = f" {'|' if look.centered else '·'} ".join(contact)
        story = [*head, Paragraph(joined, look.style("contact")), *sections(persona.sections, look, WIDTH - 2 * MARGIN)]
    else:
        story = two_columns(document, persona, look, head, contact)
    document.build(story)
    return buffer.getvalue()


def two_columns(
    document: BaseDocTemplate, persona: Persona, look: Look, head: list[Flowable], contact: list[str]
) -> list[Flowable]:
    """A narrow column left (drawn first) or right (drawn last on the first page), and a wide one that runs over pages."""
    wide = WIDTH - 2 * MARGIN - SIDEBAR - 18
    narrow_parts = [
        *(Paragraph(each, look.style("contact")) for each in contact),
        *sections([each for each in persona.sections if each.kind in BESIDE], look, SIDEBAR),
    ]
    wide_parts = sections([each for each in persona.sections if each.kind not in BESIDE], look, wide)
    if look.columns == "left":
        frames = [frame(MARGIN, SIDEBAR), frame(MARGIN + SIDEBAR + 18, wide)]
        story = [*narrow_parts, FrameBreak(), *head, *wide_parts]
    else:
        frames = [frame(MARGIN, wide), frame(MARGIN + wide + 18, SIDEBAR)]
        story = [*head, *wide_parts, FrameBreak(), *narrow_parts]
    following = frame(frames[1]._x1, wide) if look.columns == "left" else frame(MARGIN, wide)  # noqa: SLF001 - ReportLab's own name
    document.addPageTemplates([PageTemplate("first", frames), PageTemplate("later", [following])])
    return [NextPageTemplate("later"), *story]


def frame(x: float, width: float) -> Frame:
    return Frame(x, MARGIN, width, HEIGHT - 2 * MARGIN, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def sections(parts: list[GoldSection] | tuple[GoldSection, ...], look: Look, width: float) -> list[Flowable]:
    story: list[Flowable] = []
    for section in parts:
        heading = section.heading.upper() if look.capitals else section.heading
        story.append(Paragraph(escape(heading), look.style("heading")))
        if look.ruled:
            story.append(HRFlowable(width="100%", thickness=0.6, color=look.accent, spaceBefore=0, spaceAfter=4))
        story += [paragraph(line.text, look, is_item=line.is_item) for line in section.lines]
        for entry in section.entries:
            story += entry_parts(entry, look, width)
    return story


def entry_parts(entry: GoldEntry, look: Look, width: float) -> Iterator[Flowable]:
    title, dates = entry.field("title"), entry.field("dates")
    date_width = 150
    row = [
        [
            Paragraph(escape(title.text if title else ""), look.style("title")),
            Paragraph(escape(dates.text if dates else ""), look.style("dates")),
        ]
    ]
    yield Table(
        row,
        colWidths=[width - date_width, date_width],
        style=[
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
    )
    place = ", ".join(line.text for line in (entry.field("organization"), entry.field("location")) if line)
    if place:
        yield Paragraph(escape(place), look.style("place"))
    yield from (paragraph(line.text, look, is_item=line.is_item) for line in entry.lines)
    yield Spacer(1, 4)


def paragraph(text: str, look: Look, *, is_item: bool) -> Paragraph:
    if is_item:
        return Paragraph(escape(text), look.style("bullet"), bulletText="•")
    return Paragraph(escape(text), look.style("text"))


def as_docx(persona: Persona) -> bytes:
    """A Word document with real headings, list items and a right tab for the dates."""
    document = Document()
    document.core_properties.author = persona.name
    document.add_heading(persona.name, 0)
    document.add_paragraph(" | ".join(line.text for _, line in persona.contact))
    for section in persona.sections:
        heading = document.add_heading(section.heading, 1)
        heading.runs[0].font.color.rgb = RGBColor(0x1F, 0x5A, 0x7A)
        for line in section.lines:
            document.add_paragraph(line.text, style="List Bullet" if line.is_item else None)
        for entry in section.entries:
            add_entry(document, entry)
    buffer = BytesIO()
    document.save(buffer)
    return without_times(buffer.getvalue())


def add_entry(document, entry: GoldEntry) -> None:  # noqa: ANN001 - python-docx is not typed
    title, dates = entry.field("title"), entry.field("dates")
    head = document.add_paragraph()
    head.paragraph_format.tab_stops.add_tab_stop(Pt(432), WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(title.text if title else "").bold = True
    head.add_run(f"\t{dates.text}" if dates else "")
    place = ", ".join(line.text for line in (entry.field("organization"), entry.field("location")) if line)
    if place:
        document.add_paragraph().add_run(place).italic = True
    for line in entry.lines:
        document.add_paragraph(line.text, style="List Bullet" if line.is_item else None)


def without_times(content: bytes) -> bytes:
    """Pack the archive again with one fixed time, so that the bytes are the same tomorrow."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
    return buffer.getvalue()


def main() -> None:
    """Write every persona in all three forms."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--personas", type=Path, default=HERE / "personas")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for persona in read_personas(options.personas):
        forms = {".pdf": as_pdf(persona), ".docx": as_docx(persona), ".txt": as_text(persona).encode()}
        for suffix, content in forms.items():
            target = options.out / f"{persona.id}{suffix}"
            temporary = target.with_suffix(f"{suffix}.part")
            temporary.write_bytes(content)
            temporary.replace(target)
        print(f"{persona.id}: {persona.about}")


if __name__ == "__main__":
    main()
