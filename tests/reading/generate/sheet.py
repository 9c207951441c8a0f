"""Pages set by hand: blocks of text flow into frames, and the lines are then drawn in any order and in any way.

What a person reads is noted as the blocks flow in, frame by frame, so it depends on the content and not on how the lines are drawn.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from people import LAYOUTS, Person, Section, spoken, write_expected
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts")
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
PRIVATE = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0e0": "✉", "\uf095": "☎", "\uf015": "⌂", "\uf0ac": "⌘"}
"""Private-use signs as symbol fonts have them, and the shape that each has here."""


def register(name: str, file: str) -> str:
    """Make a TrueType font known, with its private-use signs."""
    font = TTFont(name, str(next(FONTS.rglob(file))))
    glyphs = font.face.charToGlyph
    glyphs |= {ord(sign): glyphs[ord(shape)] for sign, shape in PRIVATE.items() if ord(shape) in glyphs}
    registerFont(font)
    return name


@dataclass(frozen=True)
class Type:
    """How the lines of a block are set; the way is one of WAYS."""

    font: str = "Helvetica"
    size: float = 9.5
    lead: float = 1.3
    ink: str = "#222222"
    before: float = 0
    indent: float = 0
    way: str = "plain"
    bullet: str = ""
    justify: bool = False
    keep: bool = False
    rule: str = ""

    def width(self, text: str) -> float:
        return float(stringWidth(text.replace("~", "").replace("^", ""), self.font, self.size))


@dataclass(frozen=True)
class Block:
    """A paragraph, with what stands flush right on its first line and what stands in the rail on its left."""

    text: str
    type: Type
    right: str = ""
    rail: str = ""

    @property
    def spoken(self) -> str:
        return spoken(f"{self.rail} {self.text} {self.right}")


@dataclass(frozen=True)
class Frame:
    """Where blocks flow: from the top down, to the bottom at most."""

    x: float
    top: float
    width: float
    bottom: float = 40
    rail: float = 0


@dataclass(frozen=True)
class Mark:
    """A line of text in its place."""

    x: float
    y: float
    text: str
    type: Type
    column: int
    stretch: float = 0


def by_row(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (-round(mark.y), mark.x))


def shuffled(marks: list[Mark]) -> list[Mark]:
    """The lines in an order that has nothing to do with their places, the same on every run."""
    return sorted(marks, key=lambda mark: zlib.crc32(f"{mark.x:.1f} {mark.y:.1f} {mark.text}".encode()))


def right_first(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: -mark.column)


def by_word(marks: list[Mark]) -> list[Mark]:
    """Every word a mark of its own."""
    single = []
    for mark in marks:
        x = mark.x
        for word in mark.text.split(" "):
            single.append(replace(mark, x=x, text=word, stretch=0))
            x += mark.type.width(word + " ") + mark.stretch
    return single


def _plain(canvas: Canvas, mark: Mark) -> None:
    if "^" not in mark.text:
        canvas.drawString(mark.x, mark.y, mark.text, wordSpace=mark.stretch)
        return
    x, size = mark.x, mark.type.size
    for place, part in enumerate(mark.text.split("^")):
        raised = place % 2
        own = size * 0.62 if raised else size
        canvas.setFont(mark.type.font, own)
        canvas.drawString(x, mark.y + raised * size * 0.36, part)
        x += stringWidth(part, mark.type.font, own)


def _ligatures(canvas: Canvas, mark: Mark) -> None:
    text = mark.text
    for letters, sign in LIGATURES.items():
        text = text.replace(letters, sign)
    canvas.drawString(mark.x, mark.y, text)


def _spaced(canvas: Canvas, mark: Mark) -> None:
    """Letters apart by spaces, words by three."""
    canvas.drawString(mark.x, mark.y, "   ".join(" ".join(word) for word in mark.text.split(" ")))


def _tracked(canvas: Canvas, mark: Mark) -> None:
    canvas.drawString(mark.x, mark.y, mark.text, charSpace=mark.type.size * 0.32)


def _letters(canvas: Canvas, mark: Mark) -> None:
    x = mark.x
    for letter in mark.text:
        if letter != " ":
            canvas.drawString(x, mark.y, letter)
        x += mark.type.width(letter) + mark.type.size * 0.38


def _small_caps(canvas: Canvas, mark: Mark) -> None:
    x = mark.x
    for word in mark.text.split(" "):
        for part, size in ((word[0], mark.type.size), (word[1:].upper(), mark.type.size * 0.78)):
            canvas.setFont(mark.type.font, size)
            canvas.drawString(x, mark.y, part)
            x += stringWidth(part, mark.type.font, size)
        x += mark.type.size * 0.3


def _upright(canvas: Canvas, mark: Mark) -> None:
    """From the bottom up, beginning at the mark's place."""
    canvas.saveState()
    canvas.translate(mark.x, mark.y)
    canvas.rotate(90)
    canvas.drawString(0, 0, mark.text)
    canvas.restoreState()


WAYS: dict[str, Callable[[Canvas, Mark], None]] = {
    "plain": _plain,
    "ligatures": _ligatures,
    "spaced": _spaced,
    "tracked": _tracked,
    "letters": _letters,
    "small caps": _small_caps,
    "upright": _upright,
}


class Sheet:
    """A PDF under construction, and what a person reads in it."""

    def __init__(
        self,
        name: str,
        size: tuple[float, float],
        order: Callable[[list[Mark]], list[Mark]] = list,
        *,
        hyphen: str = "",
        canvas: type[Canvas] = Canvas,
    ) -> None:
        self.name = name
        self.wide, self.high = size
        self.order = order
        self.hyphen = hyphen
        self.canvas = canvas(str(LAYOUTS / f"{name}.pdf"), pagesize=size, invariant=1)
        self.expected: list[str] = []
        self.marks: list[Mark] = []
        self.columns = 0

    def box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """A filled rectangle; boxes are drawn before all text."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def put(self, x: float, y: float, text: str, kind: Type) -> None:
        """A line in its place that is not noted as read."""
        self.marks.append(Mark(x, y, text, kind, self.columns))

    def say(self, *lines: str) -> None:
        self.expected.extend(lines)

    def flow(self, blocks: list[Block], frame: Frame) -> tuple[float, list[Block]]:
        """Set as many blocks as the frame holds; where they end, and the blocks that are left."""
        self.columns += 1
        y = frame.top
        for place, block in enumerate(blocks):
            keep = list(takewhile(lambda each: each.type.keep, blocks[place:]))
            needed = sum(self._height(each, frame) for each in blocks[place : place + len(keep) + 1])
            if y - needed < frame.bottom:
                return y, blocks[place:]
            y = self._set(block, frame, y)
            self.say(block.spoken)
        return y, []

    def fill(self, blocks: list[Block], frame: Frame) -> float:
        """Set blocks that all fit."""
        y, left = self.flow(blocks, frame)
        if left:
            raise ValueError(f"{self.name}: no room from {left[0].text!r} on")
        return y

    def end_page(self) -> None:
        """Draw the page's lines, in the sheet's order."""
        for mark in self.order(self.marks):
            self.canvas.setFillColor(HexColor(mark.type.ink))
            self.canvas.setFont(mark.type.font, mark.type.size)
            WAYS[mark.type.way](self.canvas, mark)
        self.canvas.showPage()
        self.marks = []

    def save(self) -> None:
        if self.marks:
            self.end_page()
        self.canvas.setTitle(self.name)
        self.canvas.save()
        write_expected(self.name, self.expected)

    def _height(self, block: Block, frame: Frame) -> float:
        lines = self._wrap(block, frame)
        return block.type.before + len(lines) * block.type.size * block.type.lead + 5 * bool(block.type.rule)

    def _set(self, block: Block, frame: Frame, y: float) -> float:
        kind = block.type
        y -= kind.before
        lines = self._wrap(block, frame)
        left = frame.x + frame.rail
        self._beside(block, frame, y - kind.size)
        for place, line in enumerate(lines):
            stretch = self._stretch(line, kind, frame) if kind.justify and place < len(lines) - 1 else 0
            self.marks.append(Mark(left + kind.indent, y - kind.size, line, kind, self.columns, stretch))
            y -= kind.size * kind.lead
        if kind.rule:
            self.box(frame.x, y - 1, frame.width, 0.7, kind.rule)
            y -= 5
        return y

    def _beside(self, block: Block, frame: Frame, base: float) -> None:
        """The rail, the bullet and what stands flush right."""
        kind = block.type
        plain = replace(kind, way="plain")
        left = frame.x + frame.rail
        if block.rail:
            self.put(frame.x, base, block.rail, plain)
        if kind.bullet == "shape":
            self.box(left + kind.indent - 9, base + kind.size * 0.2, 3.2, 3.2, kind.ink)
        elif kind.bullet:
            self.put(left + kind.indent - 10, base, kind.bullet, plain)
        if block.right:
            self.put(frame.x + frame.width - kind.width(block.right), base, block.right, plain)

    def _stretch(self, line: str, kind: Type, frame: Frame) -> float:
        room = frame.width - frame.rail - kind.indent - kind.width(line)
        return room / max(line.count(" "), 1)

    def _wrap(self, block: Block, frame: Frame) -> list[str]:
        """The block's lines; words are broken at ``~`` and after their own hyphens if the sheet has a hyphen sign."""
        kind = block.type
        room = frame.width - frame.rail - kind.indent
        first = room - (kind.width(block.right) + 8 if block.right else 0)
        lines = [""]
        for word in block.text.split(" "):
            self._add_word(lines, word, lambda text: kind.width(text) <= (first if len(lines) == 1 else room))
        return [line.replace("~", "") for line in lines]

    def _add_word(self, lines: list[str], word: str, fits: Callable[[str], bool]) -> None:
        joined = f"{lines[-1]} {word}".lstrip()
        if fits(joined):
            lines[-1] = joined
            return
        for head, tail in _breaks(word) if self.hyphen else ():
            shown = head if head.endswith("-") else head + self.hyphen
            if fits(f"{lines[-1]} {shown}".lstrip()):
                lines[-1] = f"{lines[-1]} {shown}".lstrip()
                lines.append(tail)
                return
        lines.append(word)


def _breaks(word: str) -> list[tuple[str, str]]:
    """Where a word may be broken, the last place first."""
    places = [place for place in range(len(word) - 1, 1, -1) if word[place] == "~" or word[place - 1] == "-"]
    return [(word[:place], word[place:].removeprefix("~")) for place in places]


@dataclass(frozen=True)
class Look:
    """A design: fonts, colours, and where the dates stand (right, below, rail or joined)."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    italic: str = "Helvetica-Oblique"
    size: float = 9.5
    lead: float = 1.32
    ink: str = "#222222"
    accent: str = "#1f4e79"
    bullet: str = "•"
    dates: str = "right"
    heading: str = "plain"
    way: str = "plain"
    upper: bool = True
    rule: str = ""
    justify: bool = False

    @property
    def text(self) -> Type:
        return Type(self.regular, self.size, self.lead, self.ink, way=self.way, justify=self.justify)

    def head(self, title: str) -> Block:
        """A section's heading."""
        kind = Type(
            self.bold,
            self.size * 1.15,
            1.35,
            self.accent,
            before=self.size,
            way=self.heading,
            keep=True,
            rule=self.rule,
        )
        return Block(title.upper() if self.upper else title, kind)

    def name(self, person: Person, factor: float = 2.2) -> Block:
        return Block(person.name, Type(self.bold, self.size * factor, 1.25, self.accent, keep=True))

    def role(self, person: Person) -> Block:
        return Block(person.role, replace(self.text, font=self.italic, size=self.size * 1.2, justify=False))

    def contact(self, person: Person, mark: str = "  |  ") -> list[Block]:
        """Contact details: on one line with a mark between them, or a line each."""
        kind = replace(self.text, size=self.size * 0.95, justify=False)
        lines = [mark.join(person.contact)] if mark else list(person.contact)
        return [Block(line, kind) for line in lines]

    def top(self, person: Person) -> list[Block]:
        """Name, role, contact details and summary."""
        about = [Block(person.about, replace(self.text, before=self.size * 0.7))] if person.about else []
        return [self.name(person), self.role(person), *self.contact(person), *about]

    def sections(self, sections: list[Section]) -> list[Block]:
        return [block for section in sections for block in [self.head(section.title), *self.body(section)]]

    def body(self, section: Section) -> list[Block]:
        blocks = []
        for entry in section.entries:
            if entry.head:
                blocks += self.entry_head(entry.title, entry.firm, entry.dates)
            blocks += [self.point(text) for text in entry.points]
        return blocks + [self.fact(label, text) for label, text in section.facts]

    def entry_head(self, title: str, firm: str, dates: str) -> list[Block]:
        """The lines above an entry's points."""
        kind = replace(self.text, font=self.bold, before=self.size * 0.45, keep=True, justify=False)
        below = replace(self.text, font=self.italic, keep=self.dates != "below", justify=False)
        place = {"right": (title, dates, ""), "rail": (title, "", dates)}.get(self.dates, (title, "", ""))
        lines = [Block(place[0], kind, right=place[1], rail=place[2])]
        under = f"{firm} ({dates})" if self.dates == "joined" else firm
        lines += [Block(under, below)] if under else []
        return lines + ([Block(dates, below)] if self.dates == "below" else [])

    def point(self, text: str) -> Block:
        return Block(text, replace(self.text, bullet=self.bullet, indent=11, before=1.5))

    def fact(self, label: str, text: str) -> Block:
        return Block(f"{label}: {text}", replace(self.text, before=1.5))
