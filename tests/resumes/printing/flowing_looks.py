"""The looks that ReportLab sets: where the columns, the rail and the running lines are."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Preformatted,
    Spacer,
    Table,
)

from .css import is_dark, tint_of
from .flowing import Fonts, Setter
from .markup import header_place
from .source import Section
from .taste import Design
from .tones import Row, Run, header_role, heading_of
from .typed import typed

NARROW = 0.32


class Pages(Canvas):  # type: ignore[misc]
    """Pages that wait until their number is known before the line at their foot is drawn."""

    design: Design
    footer = ""
    font = ""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._waiting: list[dict[str, object]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self._waiting, start=1):
            self.__dict__.update(state)
            if self.footer and len(self._waiting) > 1:
                self.setFont(self.font, 8)
                self.drawCentredString(self.design.paper[0] / 2, 20, self._line(number))
            super().showPage()
        super().save()

    def _line(self, number: int) -> str:
        count, name = len(self._waiting), self.design.resume.name
        return {"of": f"{name} – page {number} of {count}", "page": f"Page {number}"}[self.footer]


def flow_pdf(design: Design, fonts: Fonts) -> bytes:
    buffer = BytesIO()
    name = design.resume.name
    document = BaseDocTemplate(buffer, pagesize=design.paper, title=f"CV {name}", author=name, invariant=1)
    setter = Setter(design, fonts)
    story = _two(document, setter) if design.look.startswith("sidebar") else _one(document, setter)
    footer = (
        design.taste.pick("running text rl", {"of": 1, "page": 1}) if design.taste.one_in(5, "running line") else ""
    )
    kind = type("Pages", (Pages,), {"design": design, "footer": footer, "font": fonts[0]})
    document.build(story, canvasmaker=kind)
    return buffer.getvalue()


def _frame(design: Design, x: float, width: float) -> Frame:
    height = design.paper[1] - 2 * design.margin
    return Frame(
        x, design.margin, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id="only"
    )


def _one(document: BaseDocTemplate, setter: Setter) -> list[Flowable]:
    design = setter.design
    room = design.paper[0] - 2 * design.margin
    document.addPageTemplates([PageTemplate("page", [_frame(design, design.margin, room)])])
    if design.look == "typewriter":
        size = min(10.5, room / 78 / 0.602)
        return [Preformatted(typed(design, for_paper=True), setter.style(fontSize=size, leading=size * 1.2))]
    if design.look == "columns":
        gap = 22
        inner = [each for section in design.resume.sections for each in _section(setter, section, (room - gap) / 2)]
        return [*setter.header(room), BalancedColumns(inner, nCols=2, innerPadding=gap, spaceBefore=0, spaceAfter=0)]
    head = _details(setter, room) if design.look == "table" else setter.header(room)
    return [*head, *(each for section in design.resume.sections for each in _section(setter, section, room))]


def _section(setter: Setter, section: Section, room: float, ink: object = None) -> list[Flowable]:
    match setter.design.look:
        case "rail":
            return _rail(setter, section, room)
        case "dates-left":
            return [*setter.heading(section), *setter.dated(section, room)]
        case "table":
            return [*setter.heading(section), *setter.ruled(section, room)]
    return [*setter.heading(section, ink), *setter.content(section, room, ink or black)]


def _rail(setter: Setter, section: Section, room: float) -> list[Flowable]:
    """Rows of the heading and what belongs to it; a line a row, so that a section may go on overleaf."""
    narrow = room * setter.design.rail
    title = heading_of(section)
    shown = title.upper() if setter.design.has_capitals else title
    style = setter.style("heading", ink=setter.accent, fontName=setter.fonts[1])
    left = [Paragraph(escape(shown), style)] if title else ""
    return [Spacer(1, setter.size * 0.9), setter.pair(left, setter.content(section, room - narrow), narrow, room)]


def _details(setter: Setter, room: float) -> list[Flowable]:
    """The name and the headline, and a ruled table of the other lines before the first section."""
    lines = setter.design.resume.header
    rows = []
    for number, line in enumerate(lines):
        if number == 0 or header_role(line) in {"name", "headline"}:
            continue
        runs = [Run(span.text, "", span.field) for span in line.left]
        rows.append([setter.line(Row(runs, [Run(span.text, "", span.field) for span in line.right]), room - 12)])
    grid = [("GRID", (0, 0), (-1, -1), 0.5, HexColor("#888888")), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    table = [Table(rows, colWidths=[room], style=grid)] if rows else []
    return [*setter.header(room, is_short=True), *table]


def _two(document: BaseDocTemplate, setter: Setter) -> list[Flowable]:
    """A narrow column, drawn first where it is at the left and last where it is at the right, and a wide one over all pages."""
    design = setter.design
    (width, height), margin, gap = design.paper, design.margin, 18
    is_right, place = design.look == "sidebar-right", header_place(design)
    tint = width * NARROW
    narrow, wide = tint - margin / 2 - gap / 2, width - tint - margin - gap
    wide_x, narrow_x = (margin, width - tint + gap / 2) if is_right else (tint + gap, margin / 2)
    ink = white if is_dark(design) else None
    side = [each for section in design.resume.side for each in _section(setter, section, narrow, ink)]
    main = [each for section in design.resume.main for each in _section(setter, section, wide)]
    if place == "side":
        side = [*setter.header(narrow, ink or black), *side]
    else:
        main = [*setter.header(wide), *main]

    def paint(canvas: Canvas, _: object) -> None:
        canvas.setFillColor(HexColor(tint_of(design)))
        canvas.rect(width - tint if is_right else 0, 0, tint, height, stroke=0, fill=1)
        if not is_right:
            fill(canvas, _)

    def fill(canvas: Canvas, _: object) -> None:
        _frame(design, narrow_x, narrow).addFromList(side, canvas)

    ends = {"onPageEnd": fill} if is_right else {}
    document.addPageTemplates([PageTemplate("page", [_frame(design, wide_x, wide)], onPage=paint, **ends)])
    return main
