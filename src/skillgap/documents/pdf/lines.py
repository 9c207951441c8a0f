"""Words become lines with their style; letters set far apart become words again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import groupby, pairwise

import msgspec
from msgspec import Struct

from skillgap.documents.glyphs import BULLET, ICON
from skillgap.documents.pdf.objects import Color, TextStyle
from skillgap.documents.pdf.pagetext import PageText
from skillgap.documents.pdf.pdfium import calls
from skillgap.documents.pdf.segments import Segment, box_of
from skillgap.documents.pdf.spelling import respelled
from skillgap.documents.pdf.words import Word, measured
from skillgap.documents.types import Box, DrawnLine, DrawnSpan

BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|CMBX|SFBX", re.IGNORECASE)
PLAIN_NAME = re.compile(
    r"regular|roman|normal|book|light|thin|medium|italic|oblique|\bCM(?:R|TI|SL|SS|CSC)\d", re.IGNORECASE
)
"""A weight is worked out from the strength of a font's stems, which some programs write wrongly: the name goes before it."""
BOLD_WEIGHT = 600
ICON_FONT = re.compile(r"awesome|marvosym|icon|glyphs|material|academicons", re.IGNORECASE)
BULLET_FONT = re.compile(r"wingding|webding|dingbat|symbol", re.IGNORECASE)
VERY_WIDE = 2.0
"""In font sizes: such a gap is kept in the text as three spaces."""
TOUCHING, SAME_HEIGHT = 0.1, 0.85
LEAST_OF_HEIGHT = 0.5
"""A named size under half or over twice the letters' height is none."""
BLACK = "#000000"


class Look(Struct, frozen=True):
    size: float
    is_bold: bool
    color: str


class Font(Struct, frozen=True):
    """`has_icons`: its letters stand for pictures. `has_bullets`: those among them that are no signs of their own do."""

    is_bold: bool
    has_icons: bool
    has_bullets: bool

    @classmethod
    def of(cls, font: int) -> "Font":
        pdfium = calls()
        name = pdfium.font_name(font)
        is_heavy = PLAIN_NAME.search(name) is None and pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
        is_bold = is_heavy or BOLD_NAME.search(name) is not None
        return cls(is_bold, ICON_FONT.search(name) is not None, BULLET_FONT.search(name) is not None)


def size_of(word: Word, style: TextStyle | None) -> float:
    """The font's size as the file names and scales it; where that is far from the height of the letters, by their height."""
    named = style.size * style.scale if style else 0.0
    return named if LEAST_OF_HEIGHT * word.size < named < word.size / LEAST_OF_HEIGHT else word.size


class Looks:
    """How the words of one page look, by the objects that drew them."""

    def __init__(self, styles: Mapping[int, TextStyle]) -> None:
        self.styles = styles
        self.fonts: dict[int, Font] = {}

    def of(self, word: Word) -> Look:
        style = self.styles.get(word.source)
        return Look(round(size_of(word, style), 1), self.font_of(word).is_bold, hex_of(style.color) if style else BLACK)

    def font_of(self, word: Word) -> Font:
        font = self.fonts.get(word.font)
        if font is None:
            font = self.fonts[word.font] = Font.of(word.font)
        return font

    def without_icons(self, words: Sequence[Word], page: PageText) -> Iterator[Word]:
        """The words, a bullet for what a font of symbols draws at the beginning, and nothing for other pictures."""
        for number, word in enumerate(words):
            font = self.font_of(word)
            if font.has_icons:
                yield from self.beside_icon(word, page)
            elif font.has_bullets and len(word.text) == 1 and (word.text.isalnum() or ICON.match(word.text)):
                if number == 0:
                    yield msgspec.structs.replace(word, text=BULLET)
            else:
                yield word

    def beside_icon(self, word: Word, page: PageText) -> Iterator[Word]:
        """What follows an icon without a space, in another font, as pdfium takes both for one word."""
        for number in range(1, len(word.text)):
            char = page.char_of(word.start + number)
            style = self.styles.get(calls().FPDFText_GetTextObject(page.address, char) or 0)
            if style is not None and style.font != word.font:
                yield measured(page, self.styles, word.start + number, word.start + len(word.text))
                return


@cache
def hex_of(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def line_of(
    segment: Segment, page: PageText, number: int, looks: Looks, values: AbstractSet[int] = frozenset()
) -> DrawnLine | None:
    """None where there are pictures alone. `values` are where the cells of a column begin, before which a wide gap is kept."""
    words = list(looks.without_icons(respelled(segment.words, page), page))
    if not words:
        return None
    first = looks.of(next((word for word in words if word.text[0].isalnum()), words[0]))
    text = words[0].text
    spans: tuple[DrawnSpan, ...] = ()
    if len(words) > 1:
        pieces = list(spaced(words, values))
        text = "".join(piece for _, piece in pieces)
        parts = [(look, list(group)) for look, group in groupby(pieces, key=lambda pair: looks.of(pair[0]))]
        spans = () if len(parts) == 1 else tuple(span_of(look, group) for look, group in parts)
    return DrawnLine(
        text=text,
        page=number,
        box=rounded(box_of(words)),
        font_size=first.size,
        is_bold=first.is_bold,
        color=first.color,
        spans=spans,
    )


def spaced(words: Sequence[Word], values: AbstractSet[int]) -> Iterator[tuple[Word, str]]:
    """Each word with the space before it."""
    yield words[0], words[0].text
    for before, word in pairwise(words):
        gap, height = word.x0 - before.x1, word.bottom - word.top
        is_raised = (
            not word.angle
            and gap < TOUCHING * height
            and not SAME_HEIGHT < height / (before.bottom - before.top) < 1 / SAME_HEIGHT
        )
        is_wide = gap > VERY_WIDE * height or word.start in values
        yield word, ("" if is_raised else "   " if is_wide else " ") + word.text


def span_of(look: Look, group: Sequence[tuple[Word, str]]) -> DrawnSpan:
    return DrawnSpan(
        text="".join(text for _, text in group),
        box=rounded(box_of([word for word, _ in group])),
        font_size=look.size,
        is_bold=look.is_bold,
        color=look.color,
    )


def rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)
