"""A loaded page: its text, its letters, and how its own space becomes what a person sees."""

import re
from bisect import bisect_left
from typing import Any

import msgspec
from msgspec import Struct

from skillgap.documents.glyphs import ACCENTS
from skillgap.documents.pdf.pdfium import calls, pointer
from skillgap.documents.types import Box

TEX_CODES = {
    **dict(zip((0x0B, 0x0C, *range(0x1B, 0x20)), "\ufb00\ufb01\ufb00\ufb01\ufb02\ufb03\ufb04", strict=True)),
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
}
"""Ligatures, quotes and dashes of TeX's own fonts, whose codes come through as they are where a font has no Unicode map."""
ACCENT = re.compile(f"[{''.join(ACCENTS).replace('`', '')}]")
"""Such as TeX draws by themselves."""
LAST_OF_PLANE = "\uffff"
SIDEWAYS = frozenset({90, 270})


class PageText(Struct, frozen=True):
    """A loaded page: its text, and what is needed to look up any letter of it. `turn` is how far the page is turned clockwise."""

    textpage: Any
    address: int
    text: str
    is_plain: bool
    beyond: tuple[int, ...]
    has_accents: bool
    edges: Box
    turn: int

    def char_of(self, position: int) -> int:
        """The number of a letter, from its place in the text: the same but where pdfium knows letters without text.

        pdfium counts in UTF-16, in which a letter of those in `beyond`, such as an emoji, is two.
        """
        if self.beyond:
            position += bisect_left(self.beyond, position)
        return position if self.is_plain else calls().FPDFText_GetCharIndexFromTextIndex(self.address, position)

    def turned_back(self, angle: int) -> "PageText":
        """The page as a person turns it to read what stands at this angle."""
        return msgspec.structs.replace(self, turn=(self.turn - angle) % 360)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as a person sees the page."""
        left, bottom, right, top = self.edges
        return (top - bottom, right - left) if self.turn in SIDEWAYS else (right - left, top - bottom)

    def on_screen(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """From the page's own space, y upwards and perhaps turned, to what a person sees, y downwards from the top left."""
        left, bottom, right, top = self.edges
        match self.turn:
            case 90:
                return y0 - bottom, x0 - left, y1 - bottom, x1 - left
            case 180:
                return right - x1, y0 - bottom, right - x0, y1 - bottom
            case 270:
                return top - y1, right - x1, top - y0, right - x0
            case _:
                return x0 - left, top - y1, x1 - left, top - y0


def page_text(page: Any) -> PageText:
    textpage = page.get_textpage()
    text = textpage.get_text_range().translate(TEX_CODES)
    address = pointer(textpage)
    beyond = (
        ()
        if max(text, default="") <= LAST_OF_PLANE
        else tuple(place for place, letter in enumerate(text) if letter > LAST_OF_PLANE)
    )
    is_plain = calls().FPDFText_CountChars(address) == len(text) + len(beyond)
    return PageText(
        textpage, address, text, is_plain, beyond, ACCENT.search(text) is not None, page.get_bbox(), page.get_rotation()
    )
