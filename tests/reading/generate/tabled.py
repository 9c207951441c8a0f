"""The layouts that ReportLab's own tables make: cells with several lines, rules or none, tables in tables."""

from xml.sax.saxutils import escape

from people import LAYOUTS, Entry, Person, Section, write_expected
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

Rows = list[list[list[Flowable]]]
Command = tuple[object, ...]
TOP: list[Command] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
TIGHT: list[Command] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
]
GRID: list[Command] = [("GRID", (0, 0), (-1, -1), 0.6, HexColor("#777777"))]
SHADE: list[Command] = [("BACKGROUND", (0, 0), (-1, 0), HexColor("#e4e9ee"))]


class Story:
    """Paragraphs and tables in reading order; what is read is noted as each paragraph is made, so make them in that order."""

    def __init__(self, font: str, bold: str, size: float, accent: str) -> None:
        self.font, self.bold, self.size, self.accent = font, bold, size, accent
        self.expected: list[str] = []
        self.flowables: list[Flowable] = []

    def text(self, text: str, *, bold: bool = False, bullet: bool = False, flush: bool = False) -> Paragraph:
        self.expected.append(text)
        style = ParagraphStyle(
            "text",
            fontName=self.bold if bold else self.font,
            fontSize=self.size,
            leading=self.size * 1.3,
            alignment=2 if flush else 0,
            leftIndent=10 * bullet,
            spaceAfter=1.5,
        )
        return Paragraph(escape(text), style, bulletText="•" if bullet else None)

    def points(self, entry: Entry) -> list[Flowable]:
        return [self.text(point, bullet=True) for point in entry.points]

    def head(self, text: str, factor: float = 1.25) -> Paragraph:
        self.expected.append(text)
        size = self.size * factor
        style = ParagraphStyle(
            "head", fontName=self.bold, fontSize=size, leading=size * 1.25, textColor=self.accent, spaceBefore=6
        )
        return Paragraph(escape(text), style)

    def top(self, person: Person) -> None:
        self.flowables += [
            self.head(person.name, 2.2),
            self.text(person.role, bold=True),
            self.text(" · ".join(person.contact)),
            Spacer(1, 5),
            self.text(person.about),
        ]

    def table(self, rows: Rows, widths: list[float], style: list[Command]) -> Table:
        return Table(rows, colWidths=widths, style=TOP + style, hAlign="LEFT", spaceBefore=3, spaceAfter=5)

    def save(self, name: str, size: tuple[float, float]) -> None:
        document = SimpleDocTemplate(
            str(LAYOUTS / f"{name}.pdf"),
            pagesize=size,
            title=name,
            invariant=1,
            leftMargin=54,
            rightMargin=54,
            topMargin=46,
            bottomMargin=46,
        )
        document.build(self.flowables)
        write_expected(name, self.expected)


def table_ruled(name: str, person: Person) -> None:
    """Ruled tables with a row of headings."""
    story = Story("Helvetica", "Helvetica-Bold", 9.5, "#2f4f6f")
    story.top(person)
    for section in person.sections:
        story.flowables.append(story.head(section.title))
        story.flowables += ruled(story, section)
    story.save(name, LETTER)


def ruled(story: Story, section: Section) -> list[Flowable]:
    """A section as a ruled table, or as points."""
    if section.facts:
        rows = [[[story.text("Area", bold=True)], [story.text("What", bold=True)]]]
        rows += [[[story.text(label)], [story.text(text)]] for label, text in section.facts]
        return [story.table(rows, [120, 384], GRID + SHADE)]
    if not section.entries[0].head:
        return story.points(section.entries[0])
    rows = [[[story.text(label, bold=True)] for label in ("Period", "Where", "What")]]
    rows += [
        [
            [story.text(entry.dates)],
            [story.text(entry.firm)],
            [story.text(entry.title, bold=True), *story.points(entry)],
        ]
        for entry in section.entries
    ]
    return [story.table(rows, [96, 118, 290], GRID + SHADE)]


def table_unruled(name: str, person: Person) -> None:
    """Tables without rules; cells with several lines on both sides."""
    story = Story("Times-Roman", "Times-Bold", 11, "#5c1a1a")
    story.top(person)
    for section in person.sections:
        story.flowables.append(story.head(section.title))
        rows = [
            [
                [story.text(entry.firm), story.text(entry.dates)],
                [story.text(entry.title, bold=True), *story.points(entry)],
            ]
            for entry in section.entries
        ]
        rows += [[[story.text(label, bold=True)], [story.text(text)]] for label, text in section.facts]
        story.flowables.append(story.table(rows, [128, 359], TIGHT))
    story.save(name, A4)


def nested_tables(name: str, person: Person) -> None:
    """One table for the page, with a table in every cell on the right."""
    story = Story("Helvetica", "Helvetica-Bold", 9.5, "#1d5b4f")
    story.top(person)
    rows = [[[story.head(section.title, 1.05)], inner(story, section)] for section in person.sections]
    story.flowables.append(story.table(rows, [98, 406], [("LINEABOVE", (0, 0), (-1, -1), 0.5, HexColor("#1d5b4f"))]))
    story.save(name, LETTER)


def inner(story: Story, section: Section) -> list[Flowable]:
    """The table in a cell: title and dates, then the organisation, then the points over both columns."""
    rows: Rows = [[[story.text(label, bold=True)], [story.text(text)]] for label, text in section.facts]
    if rows:
        return [story.table(rows, [80, 310], TIGHT)]
    if not section.entries[0].head:
        return story.points(section.entries[0])
    spans: list[Command] = []
    for entry in section.entries:
        rows.append([[story.text(entry.title, bold=True)], [story.text(entry.dates, flush=True)]])
        rows.append([[story.text(entry.firm), *story.points(entry)], []])
        spans.append(("SPAN", (0, len(rows) - 1), (1, len(rows) - 1)))
    return [story.table(rows, [290, 100], TIGHT + spans)]


def dates_by_table(name: str, person: Person) -> None:
    """Title and dates in a table of one row above each entry's points."""
    story = Story("Times-Roman", "Times-Bold", 11, "#222222")
    story.top(person)
    for section in person.sections:
        story.flowables.append(story.head(section.title.upper(), 1.1))
        for entry in section.entries:
            if not entry.head:
                story.flowables += story.points(entry)
                continue
            head: Rows = [[[story.text(entry.title, bold=True)], [story.text(entry.dates, flush=True)]]]
            story.flowables.append(story.table(head, [360, 144], TIGHT))
            story.flowables += [story.text(entry.firm), *story.points(entry)]
        story.flowables += [story.text(f"{label}: {text}") for label, text in section.facts]
    story.save(name, LETTER)
