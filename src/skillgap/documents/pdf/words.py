"""The words of a PDF page as pdfium gives them: line by line in drawing order, each with its box and the object that drew it.

Measuring every word costs as much as reading the text. So words of one look that follow each other closely are taken
together, and are told apart only where something depends on it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

import msgspec
from msgspec import Struct

from skillgap.documents.pdf.objects import TextStyle
from skillgap.documents.pdf.pagetext import SIDEWAYS, PageText
from skillgap.documents.pdf.pdfium import CharBox, calls

LINE_END = re.compile("[\r\n]+|(?<=\ufffe)(?=\\S)")
WORD = re.compile(r"\S+")
WORDS = re.compile(r"\S+(?:[^\S\r\n]+\S+)*")
LETTERS_APART = re.compile(r"(?:^|\s)\w \w \w \w\b")
HEIGHT_TO_SIZE = 1.17
"""The height of a letter's box over the font size; the size that the file names may be scaled by any matrix."""
CLOSE, NARROW = 0.5, 0.15
"""Of the line height: a space between words, and a letter."""
USUAL_WIDTH, WIDER_THAN_USUAL = 0.5, 1.15
"""Of a letter, in font sizes, in common typefaces; and by how much more a line may hold a gap."""
QUARTER = math.pi / 2
NOWHERE = (0.0, 0.0, 0.0, 0.0)
MOST_PARTS, SHORT_WORDS = 3, 3.5


class Word(Struct, frozen=True):
    """One word, or several of one look that follow each other closely.

    `x0`, `top`, `x1`, `bottom` are points from the page's top left; `source` is the text object of the first letter, `start`
    its place in the page's text. `angle` is 0, 90, 180 or 270: how far it is turned clockwise.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    source: int
    font: int
    start: int
    angle: int = 0

    @property
    def size(self) -> float:
        return (self.x1 - self.x0 if self.angle in SIDEWAYS else self.bottom - self.top) / HEIGHT_TO_SIZE

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def runs_by_line(page: PageText, styles: Mapping[int, TextStyle]) -> list[list[Word]]:
    """Lines as pdfium breaks them, in runs of one look without a wide gap."""
    lines = [list(runs_of(page, styles, start, stop)) for start, stop in line_spans(page)]
    usual = usual_width(lines)
    return [
        [word for run in line for word in (words_of(page, styles, run) if is_spread(run, usual) else (run,))]
        for line in lines
    ]


def words_by_line(
    page: PageText, styles: Mapping[int, TextStyle], *, apart: AbstractSet[int] = frozenset()
) -> list[list[Word]]:
    """The same lines word by word. Letters drawn by the objects in `apart` make words of their own."""
    return [
        [
            word
            for match in WORD.finditer(page.text, start, stop)
            for word in (
                divided(page, styles, *match.span(), apart) if apart else (measured(page, styles, *match.span()),)
            )
        ]
        for start, stop in line_spans(page)
    ]


def line_spans(page: PageText) -> Iterator[tuple[int, int]]:
    """Where lines with any text begin and end; spaces at their ends are no part of them."""
    text = page.text
    start = 0
    for end in (*LINE_END.finditer(text), None):
        stop = end.start() if end else len(text)
        if end is not None and not end[0] and not is_broken(page, stop):
            continue
        if match := WORDS.search(text, start, stop):
            yield match.span()
        start = end.end() if end else stop


def is_broken(page: PageText, position: int) -> bool:
    """Whether the letter there stands on another line than the one before: pdfium joins a word that is broken at a line end."""
    before, after = (calls().char_box(page.address, page.char_of(place)) for place in (position - 1, position))
    return after[0] < before[0]


def runs_of(page: PageText, styles: Mapping[int, TextStyle], start: int, stop: int) -> Iterator[Word]:
    """The words of a line that one object draws are one run, and so are those of several objects that look alike and are close."""
    source_of = calls().FPDFText_GetTextObject
    address = page.address
    if source_of(address, page.char_of(start)) == source_of(address, page.char_of(stop - 1)):
        yield measured(page, styles, start, stop)
        return
    run: Word | None = None
    for first, last in spans_of_objects(page, start, stop):
        part = measured(page, styles, first, last)
        if run is not None and goes_on(run, part, styles):
            top, bottom = min(run.top, part.top), max(run.bottom, part.bottom)
            run = Word(page.text[run.start : last], run.x0, top, part.x1, bottom, run.source, run.font, run.start)
        else:
            if run is not None:
                yield run
            run = part
    if run is not None:
        yield run


def spans_of_objects(page: PageText, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Words that begin within one object, from the first to the last."""
    source_of = calls().FPDFText_GetTextObject
    first, end, source = start, start, -1
    for match in WORD.finditer(page.text, start, stop):
        begin = match.start()
        this = source_of(page.address, page.char_of(begin))
        if this != source and begin > start:
            yield first, end
            first = begin
        source, end = this, match.end()
    yield first, stop


def goes_on(run: Word, word: Word, styles: Mapping[int, TextStyle]) -> bool:
    height = word.bottom - word.top
    is_squeezed = word.x1 - word.x0 < NARROW * height * len(word.text)
    if word.angle or run.angle or is_squeezed or not -height < word.x0 - run.x1 < CLOSE * height:
        return False
    one, other = styles.get(run.source), styles.get(word.source)
    return one is other or (one is not None and other is not None and one.look == other.look)


def usual_width(lines: Sequence[Sequence[Word]]) -> float:
    """How wide a letter is in dense lines, in font sizes."""
    widths = sorted(
        (run.x1 - run.x0) / (len(run.text) * run.size)
        for line in lines
        for run in line
        if len(run.text) > 1 and run.size
    )
    return min(USUAL_WIDTH, widths[len(widths) // 5]) if widths else USUAL_WIDTH


def is_spread(run: Word, usual: float) -> bool:
    """Whether there may be a gap in it, or letters set apart."""
    text = run.text
    if run.x1 - run.x0 > WIDER_THAN_USUAL * usual * len(text) * run.size:
        return True
    return len(text) < SHORT_WORDS * (text.count(" ") + 1) and LETTERS_APART.search(text) is not None


def words_of(page: PageText, styles: Mapping[int, TextStyle], run: Word) -> Iterator[Word]:
    """The run word by word."""
    if " " not in run.text:
        yield run
        return
    start = run.start
    for match in WORD.finditer(page.text, start, start + len(run.text)):
        yield measured(page, styles, *match.span())


def divided(
    page: PageText, styles: Mapping[int, TextStyle], start: int, stop: int, apart: AbstractSet[int]
) -> Iterator[Word]:
    """Cut a word where letters of the objects begin or end; where they alternate, it is two words, or one and its shadow."""

    def kind_of(place: int) -> object:
        source = calls().FPDFText_GetTextObject(page.address, page.char_of(place))
        return styles[source].paint if source in apart else None

    parts = [list(part) for _, part in groupby(range(start, stop), key=kind_of)]
    if len(parts) > MOST_PARTS:
        one, other = ([place for part in parts[first::2] for place in part] for first in range(2))
        is_shadow = [page.text[place] for place in one] == [page.text[place] for place in other]
        parts = [other] if is_shadow else [one, other]
    for part in parts:
        word = measured(page, styles, part[0], part[-1] + 1)
        yield msgspec.structs.replace(word, text="".join(page.text[place] for place in part))


def measured(page: PageText, styles: Mapping[int, TextStyle], start: int, stop: int) -> Word:
    """The box from the first to the last letter."""
    pdfium = calls()
    address = page.address
    first, last = page.char_of(start), page.char_of(stop - 1)
    l0, t0, r0, b0 = pdfium.char_box(address, first)
    l1, t1, r1, b1 = pdfium.char_box(address, last) if last > first else (l0, t0, r0, b0)
    if not (b0 < t1 and b1 < t0) and abs(l1 - l0) > (t0 - b0) / 2:
        (l0, t0, r0, b0), (l1, t1, r1, b1) = level_ends(page, first, last)
    source = pdfium.FPDFText_GetTextObject(address, first) or 0
    style = styles.get(source)
    x0, top, x1, bottom = page.on_screen(min(l1, l0), min(b1, b0), max(r1, r0), max(t1, t0))
    is_upright = l1 - l0 > abs(b1 - b0) and not page.turn
    angle = 0 if is_upright else angle_of(page, first)
    return Word(page.text[start:stop], x0, top, x1, bottom, source, style.font if style else 0, start, angle)


def level_ends(page: PageText, first: int, last: int) -> tuple[CharBox, CharBox]:
    """Boxes of the first and the last letter among those that stand level; pdfium may misplace the letters of a ligature."""
    boxes = [calls().char_box(page.address, char) for char in range(first, last + 1)]
    boxes = [box for box in boxes if all(map(math.isfinite, box))] or [NOWHERE]
    heights = Counter(round(top) for _, top, _, _ in boxes)
    usual = max(reversed(heights), key=lambda top: heights[top])
    level = [box for box in boxes if round(box[1]) == usual]
    return level[0], level[-1]


def angle_of(page: PageText, char: int) -> int:
    """How far the letter is turned clockwise on the screen, to the nearest quarter."""
    quarters = round(calls().FPDFText_GetCharAngle(page.address, char) / QUARTER)
    turn: int = (page.turn + 90 * quarters) % 360
    return turn
