"""Résumés set with ReportLab, as the programs do that write PDFs without a browser."""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from .markup import link_target, table_cells
from .source import Section
from .taste import Design
from .tones import Row, Run, Runs, aside, header_role, heading_of, plain, rows_of_section

FOLDERS = ["/usr/share/fonts/truetype", "/usr/share/fonts/opentype"]
BUILT_IN = {
    "Liberation Sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Liberation Serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Liberation Mono": ("Courier", "Courier-Bold", "Courier-Oblique"),
}
FILES = {
    "Carlito": ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic"),
    "Caladea": ("Caladea-Regular", "Caladea-Bold", "Caladea-Italic"),
    "Lato": ("Lato-Regular", "Lato-Bold", "Lato-Italic"),
    "Open Sans": ("OpenSans-Regular", "OpenSans-Bold", "OpenSans-Italic"),
    "Roboto": ("Roboto-Regular", "Roboto-Bold", "Roboto-Italic"),
    "Liberation Sans": ("LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic"),
    "Liberation Serif": ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic"),
    "Liberation Mono": ("LiberationMono-Regular", "LiberationMono-Bold", "LiberationMono-Oblique"),
    "DejaVu Sans": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"),
    "DejaVu Serif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"),
    "DejaVu Sans Mono": ("DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique"),
}
RIGHT_TO_LEFT = range(0x0590, 0x0900)
TIGHT = 170
"""Less room than that, in points, is none for words and dates on one line."""
Fonts = tuple[str, str, str]


def fonts_for(design: Design) -> Fonts | None:
    """The design's font in three tones, or another that has every sign; None where none has, or the script must be shaped."""
    signs = {sign for sign in design.resume.text + design.bullet if not sign.isspace()}
    if any(ord(sign) in RIGHT_TO_LEFT or 0x0900 <= ord(sign) < 0x1000 for sign in signs):
        return None
    if design.font in BUILT_IN and all(_in_latin(sign) for sign in signs):
        return BUILT_IN[design.font]
    wanted = [design.font, "Liberation Serif" if design.is_serif else "Liberation Sans", "DejaVu Sans"]
    if design.look == "typewriter":
        wanted = [design.font, "DejaVu Sans Mono"]
    for family in wanted:
        names = FILES.get(family)
        if names and all(_has(name, signs) for name in names):
            return names
    return None


def _in_latin(sign: str) -> bool:
    try:
        sign.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _has(name: str, signs: set[str]) -> bool:
    glyphs = _glyphs(name)
    return bool(glyphs) and all(ord(sign) in glyphs for sign in signs)


@cache
def _glyphs(name: str) -> frozenset[int]:
    """The signs of a font, which is made known to ReportLab; none where the machine has not got it."""
    path = next((path for folder in FOLDERS for path in Path(folder).rglob(f"{name}.ttf")), None)
    if path is None:
        return frozenset()
    try:
        font = TTFont(name, str(path))
    except TTFError:
        return frozenset()
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


class Setter:
    """Makes paragraphs and tables of what is printed."""

    def __init__(self, design: Design, fonts: Fonts) -> None:
        self.design, self.fonts, self.pick = design, fonts, design.taste.pick
        self.size = design.fitted
        self.leading = self.size * (
            1.15 if design.look == "dense" else self.pick("leading rl", {1.22: 3, 1.3: 4, 1.4: 2})
        )
        self.are_links = design.taste.one_in(3, "links rl")
        self.accent = HexColor(design.accent)

    def style(self, name: str = "text", *, ink: object = black, **changes: object) -> ParagraphStyle:
        base = {
            "fontName": self.fonts[0],
            "fontSize": self.size,
            "leading": self.leading,
            "textColor": ink,
            "splitLongWords": 1,
        }
        return ParagraphStyle(name, **base | changes)

    def words(self, runs: Runs) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        words = escape(run.text).replace("\n", "<br/>")
        if target := link_target(run) if self.are_links else "":
            words = f'<a href="{escape(target)}">{words}</a>'
        return f'<font name="{self.fonts["bi".index(run.tone) + 1]}">{words}</font>' if run.tone else words

    def header(self, room: float, ink: object = black, *, is_short: bool = False) -> list[Flowable]:
        made: list[Flowable] = []
        for number, line in enumerate(self.design.resume.header):
            role = header_role(line)
            if is_short and number and role not in {"name", "headline"}:
                continue
            row = Row(
                [Run(s.text, "b" * (role == "name"), s.field) for s in line.left],
                [Run(s.text, "", s.field) for s in line.right],
            )
            style = self.person_style(role, row, room, ink)
            if self.design.look == "centered":
                style.alignment = TA_CENTER
            made += self.line(row, room, style)
        return [*made, Spacer(1, self.size * 0.6)]

    def person_style(self, role: str, row: Row, room: float, ink: object) -> ParagraphStyle:
        """How the name, the headline and what stands with them are set."""
        factor = {"name": self.pick("name size rl", {1.7: 2, 2.0: 3, 2.4: 2}), "headline": 1.15}.get(role, 1)
        if role == "name" and len(plain(row.left)) * self.size * factor * 0.55 > room:
            factor = 1.35
        colour = self.accent if role == "name" and ink is black else ink
        font = self.fonts[1 if role == "name" else 0]
        return self.style(role, ink=colour, fontName=font, fontSize=self.size * factor, leading=self.leading * factor)

    def heading(self, section: Section, ink: object = None) -> list[Flowable]:
        title = heading_of(section)
        if not title:
            return [Spacer(1, self.size)]
        shown = title.upper() if self.design.has_capitals else title
        size = self.size * (1 if self.design.look in {"dense", "plain"} else self.pick("heading rl", {1.1: 2, 1.25: 2}))
        colour = ink or self.accent
        gap = self.size * (0.5 if self.design.look == "dense" else 1)
        style = self.style(
            "heading",
            ink=colour,
            fontName=self.fonts[1],
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=gap,
            spaceAfter=2,
        )
        style.keepWithNext = 1
        if self.design.look == "centered":
            style.alignment = TA_CENTER
        rule = HRFlowable(width="100%", thickness=0.6, color=colour, spaceBefore=0, spaceAfter=3)
        return [Paragraph(escape(shown), style), *([rule] if self.design.is_ruled else [])]

    def line(self, row: Row, room: float, style: ParagraphStyle | None = None) -> list[Flowable]:
        style = style or self.style()
        if row.is_bullet:
            return [self.item(row, style)]
        if not row.right:
            is_text = (
                self.design.is_serif
                and not row.is_head
                and style.alignment == 0
                and self.design.taste.one_in(4, "justify")
            )
            style.alignment = TA_JUSTIFY if is_text else style.alignment
            return [Paragraph(self.words(row.left), style)]
        return [self.split(row, room, style)]

    def item(self, row: Row, style: ParagraphStyle) -> Paragraph:
        style.leftIndent, style.bulletIndent, style.spaceAfter = 12, 2, self.size * 0.12
        text = self.words(row.left) + (f" {self.words(row.right)}" if row.right else "")
        return Paragraph(text, style, bulletText=self.design.bullet or None)

    def split(self, row: Row, room: float, style: ParagraphStyle) -> Table:
        """A table without lines, the dates at the right of it."""
        if room < TIGHT:
            cells = [[Paragraph(self.words(row.left), style)], [Paragraph(self.words(row.right), style)]]
            return Table(cells, colWidths=[room], style=BARE, hAlign="LEFT")
        wide = pdfmetrics.stringWidth(plain(row.right), self.fonts[1], style.fontSize) + 8
        narrow = min(wide, room * 0.55)
        right = ParagraphStyle("right", style, alignment=TA_RIGHT)
        cells = [Paragraph(self.words(row.left), style), Paragraph(self.words(row.right), right)]
        return Table([cells], colWidths=[room - narrow, narrow], style=BARE, hAlign="LEFT")

    def content(self, section: Section, room: float, ink: object = black) -> list[Flowable]:
        made: list[Flowable] = []
        for number, (part, rows) in enumerate(rows_of_section(section, self.design)):
            if number and (part.is_entry or made):
                made.append(Spacer(1, self.size * (0.25 if self.design.look == "dense" else 0.5)))
            for row in rows:
                made += self.line(row, room, self.person_style(row.role, row, room, ink))
        return made

    def dated(self, section: Section, room: float) -> list[Flowable]:
        """Rows of dates and what belongs to them; a line a row, so that an entry may go on overleaf."""
        narrow = room * self.pick("dates width rl", {0.2: 2, 0.24: 2})
        made: list[Flowable] = []
        for part, rows in rows_of_section(section, self.design):
            for group in [rows] if part.is_entry else [[row] for row in rows]:
                beside, rest = aside(group) if part.is_entry or group[0].right else ([], group)
                right = [flowable for row in rest for flowable in self.line(row, room - narrow)]
                left = [Paragraph(self.words(beside), self.style())] if beside else ""
                made.append(self.pair(left, right, narrow, room))
            made.append(Spacer(1, self.size * 0.45 * part.is_entry))
        return made

    def pair(self, left: object, right: list[Flowable], narrow: float, room: float) -> Table:
        """Something at the left of lines that are a row each; it has the room of up to three of them."""
        cells = [[left if n == 0 else "", each] for n, each in enumerate(right or [Spacer(1, 1)])]
        span = ("SPAN", (0, 0), (0, min(2, len(cells) - 1)))
        gap = ("RIGHTPADDING", (0, 0), (0, -1), 8)
        return Table(cells, colWidths=[narrow, room - narrow], style=[*BARE.getCommands(), span, gap], hAlign="LEFT")

    def ruled(self, section: Section, room: float) -> list[Flowable]:
        narrow = room * 0.27
        cells: list[list[object]] = []
        style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, HexColor("#888888")), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        for part, rows in rows_of_section(section, self.design):
            if part.is_entry:
                beside, heads, rest = table_cells(rows, self.design)
                left = [flowable for row in heads for flowable in self.line(row, narrow - 12)]
                left += [Paragraph(self.words(beside), self.style())] if beside else []
            if part.is_entry and rest:
                cells.append([left, [flowable for row in rest for flowable in self.line(row, room - narrow - 12)]])
            else:
                style.add("SPAN", (0, len(cells)), (1, len(cells)))
                cells.append([[flowable for row in rows for flowable in self.line(row, room - 12)], ""])
        table = Table(cells, colWidths=[narrow, room - narrow], style=style, splitInRow=1)
        return [Spacer(1, 3), table] if cells else []


BARE = TableStyle([
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5), ("VALIGN", (0, 0), (-1, -1), "TOP"),
])  # fmt: skip
