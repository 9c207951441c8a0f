"""A page in the making for the cases of hidden words: who it is of, and where the words of the case stand."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 60.0, 535.0
FONTS = [("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"), ("Vera", "Vera"), ("Courier", "Courier-Bold")]
NAVY, CREAM, SLATE = HexColor("#1f3a5f"), HexColor("#fbf6ea"), HexColor("#2b2b2b")
TEAL, MINT = HexColor("#0b6e6e"), HexColor("#cfe8dc")
BANNER = (0.0, 742.0, WIDTH, 100.0)


@dataclass
class Sheet:
    """One page in the making; `x` and `y` say where the words of the case may stand."""

    canvas: Canvas
    attack: bool
    words: str
    fonts: tuple[str, str] = FONTS[0]
    size: float = 10
    left: float = LEFT
    x: float = LEFT
    y: float = 800
    mode: int = 0
    manner: str = "plain"
    ink: Color = black
    head_ink: Color = black
    visible: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    @property
    def font(self) -> str:
        return self.fonts[0]

    def wide(self, text: str, size: float | None = None) -> float:
        return pdfmetrics.stringWidth(text, self.font, size or self.size)

    def text(self, x: float, y: float, words: str, font: str = "", size: float | None = None) -> None:
        """One text object; `manner` says how the matrices share the work: `plain`, `unit` font or `flipped` page."""
        size = size or self.size
        line = self.canvas.beginText()
        if self.manner == "unit":
            line.setTextTransform(size, 0, 0, size, x, y)
            line.setFont(font or self.font, 1)
        elif self.manner == "flipped":
            line.setTextTransform(1, 0, 0, -1, x, HEIGHT - y)
            line.setFont(font or self.font, size)
        else:
            line.setTextOrigin(x, y)
            line.setFont(font or self.font, size)
        if self.mode:
            line.setTextRenderMode(self.mode)
        line.textOut(words)
        if self.mode:
            line.setTextRenderMode(0)
        self.canvas.drawText(line)

    def lines(self, words: str = "", size: float | None = None) -> list[tuple[float, float, str]]:
        """The words broken into lines where they may stand, with the place of each; moves on below them."""
        size = size or self.size
        places = []
        for part in simpleSplit(words or self.words, self.font, size, RIGHT + 10 - self.x):
            places.append((self.x, self.y, part))
            self.y -= size * 1.4
        return places

    def put(self, size: float | None = None) -> None:
        """The words of the case in whatever colour and state is set."""
        for x, y, part in self.lines(size=size):
            self.text(x, y, part, size=size)

    def box(self, size: float | None = None) -> tuple[float, float, float, float]:
        """The rectangle around the words of the case, if put here."""
        size = size or self.size
        parts = simpleSplit(self.words, self.font, size, RIGHT + 10 - self.x)
        depth = size * 1.4 * (len(parts) - 1) + size * 0.35
        return self.x - 3, self.y - depth, max(self.wide(part, size) for part in parts) + 6, depth + size * 0.95


Draw = Callable[[Sheet], None]


@dataclass(frozen=True)
class Case:
    """A file: its name, where on the page the words stand and how they are drawn.

    Places: `top` below the contact line, `between` two bullets, `bullet` behind the words of one, `end` and `margin`.
    """

    name: str
    place: str
    draw: Draw
    before: Draw | None = None
    after: Callable[[pikepdf.Pdf], None] | None = None
    options: dict[str, object] = field(default_factory=dict)


def _entry(sheet: Sheet, kind: str, text: str) -> None:
    """One line of the person: a heading, a post with its dates flush right, a bullet or a paragraph."""
    regular, bold = sheet.fonts
    if kind == "#":
        sheet.y -= 8
        sheet.text(sheet.left, sheet.y, text, bold, sheet.size + 2)
        sheet.visible.append(text)
        sheet.y -= sheet.size * 1.6
    elif kind == "@":
        post, dates = text.split(" | ")
        sheet.text(sheet.left, sheet.y, post, bold)
        sheet.text(RIGHT - sheet.wide(dates), sheet.y, dates, regular)
        sheet.visible.append(f"{post} {dates}")
        sheet.y -= sheet.size * 1.5
    else:
        indent = 12 if kind == "-" else 0
        if indent:
            sheet.text(sheet.left, sheet.y, "•", regular)
        for part in simpleSplit(text, regular, sheet.size, RIGHT - sheet.left - indent):
            sheet.text(sheet.left + indent, sheet.y, part, regular)
            sheet.x = sheet.left + indent + sheet.wide(part + "  ")
            sheet.y -= sheet.size * 1.45
        sheet.visible.append(text)


def _head(sheet: Sheet, name: str, title: str, contact: str) -> None:
    sheet.canvas.setFillColor(sheet.head_ink)
    for text, size, step in ((name, 18, 20), (title, 12, 17), (contact, 9, 22)):
        sheet.text(sheet.left, sheet.y, text, sheet.fonts[size > 9], size)
        sheet.visible.append(text)
        sheet.y -= step
    sheet.canvas.setFillColor(sheet.ink)


def _words_of_the_case(sheet: Sheet, case: Case) -> None:
    """Draw what the case is about and say whether it is seen."""
    below = sheet.y
    if case.place == "bullet":
        sheet.y += sheet.size * 1.45
    elif case.place == "margin":
        sheet.x, sheet.y = 24.0, 30.0
    else:
        sheet.x = sheet.left
    if sheet.attack:
        sheet.hidden.append(sheet.words)
    elif case.place == "bullet":
        sheet.visible[-1] += f" {sheet.words}"
    elif sheet.words:
        sheet.visible.append(sheet.words)
    sheet.canvas.saveState()
    case.draw(sheet)
    sheet.canvas.restoreState()
    moved = case.place in {"top", "between", "end"} and sheet.y < below
    sheet.y = min(below - sheet.size * 1.45, sheet.y - 3) if moved else below


def draw_page(sheet: Sheet, person: list[str], case: Case) -> None:
    """The person from top to bottom with the words of the case where they belong."""
    if case.before:
        sheet.canvas.saveState()
        case.before(sheet)
        sheet.canvas.restoreState()
    _head(sheet, *person[:3])
    if case.place == "top":
        _words_of_the_case(sheet, case)
    if sheet.head_ink is not black:
        sheet.y = min(sheet.y, 720)
    bullets = 0
    for line in person[3:]:
        kind = line[0] if line[:2] in {"# ", "@ ", "- "} else ""
        _entry(sheet, kind, line[2:] if kind else line)
        bullets += kind == "-"
        if kind == "-" and (bullets, case.place) in {(2, "between"), (3, "bullet")}:
            _words_of_the_case(sheet, case)
    if case.place in {"end", "margin"}:
        _words_of_the_case(sheet, case)
