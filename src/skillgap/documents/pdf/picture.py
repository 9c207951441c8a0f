"""A page, or a part of it, as it looks: what there is to be seen where a word stands."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from skillgap.documents.pdf.pagetext import SIDEWAYS, PageText
from skillgap.documents.pdf.segments import box_of
from skillgap.documents.pdf.words import Word
from skillgap.documents.types import Box

SCALE, MOST_PIXELS = 2.0, 6_000_000
MARGIN = 0.2
EDGE = 2.0
"""Points."""


def region_of(words: Sequence[Word], text: PageText) -> Box:
    """The part of the page that has to be looked at; all of it where the page is turned."""
    width, height = text.size
    if text.turn:
        return 0.0, 0.0, width, height
    x0, top, x1, bottom = box_of(words)
    return max(0.0, x0 - EDGE), max(0.0, top - EDGE), min(width, x1 + EDGE), min(height, bottom + EDGE)


class Picture(Struct, frozen=True):
    """A rendered part of a page, which begins at `left` and `top`; `image` is Pillow's."""

    image: Any
    scale: float
    left: float
    top: float

    @classmethod
    def of(cls, page: Any, text: PageText, region: Box) -> "Picture":
        width, height = text.size
        left, top, right, bottom = region
        scale = min(SCALE, (MOST_PIXELS / max(1.0, (right - left) * (bottom - top))) ** 0.5)
        crop = tuple(max(0.0, cut) for cut in (left, height - bottom, width - right, top))
        turn = (text.turn - page.get_rotation()) % 360
        bitmap = page.render(scale=scale, rotation=turn, crop=crop, rev_byteorder=True)
        return cls(bitmap.to_pil().convert("RGB"), scale, left, top)

    def difference(self, other: "Picture") -> "Picture":
        from PIL import ImageChops

        return Picture(ImageChops.difference(self.image, other.image), self.scale, self.left, self.top)

    def strongest_at(self, word: Word) -> int:
        """The largest value of any channel in the heart of the word, where no letter of another line reaches."""
        return max(high for _, high in self.extremes_at(word))

    def contrast_at(self, word: Word) -> int:
        return max(high - low for low, high in self.extremes_at(word))

    def extremes_at(self, word: Word) -> tuple[tuple[int, int], ...]:
        rise, run = (word.bottom - word.top) * MARGIN, (word.x1 - word.x0) * MARGIN
        above, beside = (0.0, run) if word.angle in SIDEWAYS else (rise, 0.0)
        width, height = self.image.size
        left, right = (clamped((x - self.left) * self.scale, width) for x in (word.x0 + beside, word.x1 - beside))
        top, bottom = (clamped((y - self.top) * self.scale, height) for y in (word.top + above, word.bottom - above))
        box = (min(left, width - 1), min(top, height - 1), max(right, left + 1), max(bottom, top + 1))
        extremes = self.image.crop(box).getextrema()
        return tuple((int(low), int(high)) for low, high in extremes)


def clamped(value: float, most: int) -> int:
    return round(min(max(value, 0.0), float(most)))
