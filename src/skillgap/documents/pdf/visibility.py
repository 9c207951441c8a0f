"""Which words of a PDF page no person can see, and why.

What the page draws is looked at first, which costs little: most pages hold nothing that could hide a text. Where something
does, the page is rendered twice, with and without the suspects. A word is seen if the picture is another one without it.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from msgspec import Struct

from skillgap.documents.pdf.objects import OPAQUE, Color, PageObjects, Shape, TextStyle, transformed
from skillgap.documents.pdf.pagetext import SIDEWAYS, PageText
from skillgap.documents.pdf.pdfium import calls
from skillgap.documents.pdf.picture import Picture, region_of
from skillgap.documents.pdf.words import Word, words_by_line
from skillgap.documents.types import Box, HiddenCause

FILL, INVISIBLE, CLIP_ONLY = 0, 3, 7
WHITE: Color = (255, 255, 255)
PAPER: tuple[Color | None, ...] = (WHITE,)
FAINT_ALPHA = 48
LIKELY_CONTRAST = 48
"""Of 255, in the channel that differs most: colours nearer than this are looked at on the rendered page."""
LEAST_CONTRAST = 24
"""Of 255: what changes the picture by less is not seen."""
SMALLEST = 2.0
LOWEST = 0.75
"""Of the font size, for the highest letter of a word."""
NARROWEST = 0.08
"""Of the height, for a letter."""
MOST_SHAPES, MOST_COPIES = 300, 2000
SCANNED_AREA, SCANNED_WORDS = 0.5, 0.6
FLAT, EDGE = 0.05, 2.0
"""Points."""
LAYER_CAUSES = frozenset({HiddenCause.TRANSPARENT, HiddenCause.COVERED, HiddenCause.TINY})


class Finding(Struct, frozen=True):
    """The page's lines, and the hidden words in them by where they start.

    `has_squeezed`: there is text without any width, which is no part of the page's text. `was_walked`, `was_rendered`: what
    it took to know.
    """

    lines: Sequence[Sequence[Word]]
    causes: dict[int, HiddenCause]
    has_squeezed: bool = False
    was_walked: bool = False
    was_rendered: bool = False


def find_hidden(page: Any, text: PageText, runs: Sequence[Sequence[Word]], objects: PageObjects) -> Finding:
    """Look at the runs; only if any may be hidden in part, at every word; only if one may be, at the rendered page."""
    sources = {run.source for line in runs for run in line}
    inner = objects.texts.keys() - sources
    if min(text.size) < EDGE:
        return Finding([], {})
    hiding = hiding_objects(objects)
    if not inner & hiding and are_plain([run for line in runs for run in line], text, objects):
        return Finding(runs, {}, any(map(is_squeezed, inner)))
    lines = words_by_line(text, objects.texts, apart=hiding)
    words = [word for line in lines for word in line]
    silent = set(objects.texts) - {word.source for word in words}
    squeezed = any(map(is_squeezed, silent))
    certain = {word.start: cause for word in words if (cause := certain_cause(word, text))}
    suspects = suspect_causes([word for word in words if certain.get(word.start) is not HiddenCause.OFF_PAGE], objects)
    is_scan = looks_scanned(words, {**suspects, **certain}, text, objects.shapes)
    if is_scan:
        suspects |= {start: cause for start, cause in certain.items() if cause is not HiddenCause.OFF_PAGE}
        certain = {start: cause for start, cause in certain.items() if start not in suspects}
    if not suspects:
        return Finding(lines, certain, squeezed, was_walked=True)
    look = Look(page, text, objects, silent, is_scan)
    unseen = unseen_words(look, [word for word in words if word.start in suspects])
    causes = {**{start: suspects[start] for start in unseen}, **certain}
    return Finding(lines, causes, squeezed, was_walked=True, was_rendered=True)


def are_plain(runs: Sequence[Word], text: PageText, objects: PageObjects) -> bool:
    """Whether every run is painted in the usual way, large enough, on the page and in front of what it contrasts with."""
    if len(objects.shapes) > MOST_SHAPES or not objects.is_complete:
        return False
    width, height = text.size
    grounds, covered = surroundings(runs, objects)
    usual: set[tuple[object, ...]] = set()
    for run in runs:
        if run.start in covered or not (run.x0 >= -EDGE and run.x1 <= width + EDGE and 0 <= run.middle <= height):
            return False
        style = objects.texts.get(run.source)
        if is_tiny(run, text) or (style is not None and not is_within(run, style.clip)):
            return False
        if style is None:
            continue
        is_simple = style.clip is None and not (style.is_layered or style.is_masked or run.start in grounds)
        if is_simple and style.paint in usual:
            continue
        if suspect_cause(run, style, grounds.get(run.start, PAPER), is_covered=False):
            return False
        if is_simple:
            usual.add(style.paint)
    return True


def is_within(run: Word, clip: Box | None) -> bool:
    return clip is None or (clip[0] - EDGE <= run.x0 and run.x1 <= clip[2] + EDGE)


def is_squeezed(item: int) -> bool:
    """Whether the object draws its letters without any width, so that they are no part of the page's text."""
    left, bottom, right, top = calls().bounds(item)
    return right - left < FLAT < top - bottom


class Look(Struct, frozen=True):
    """A page to be looked at; the `silent` objects begin no word: parts of words, and copies of others at the same place."""

    page: Any
    text: PageText
    objects: PageObjects
    silent: AbstractSet[int]
    is_scan: bool

    def copies(self) -> list[Box]:
        """Where things are drawn once more: of copies at one place a page's text has the first only."""
        pdfium = calls()
        return [self.box_of(item) for item in self.silent if not pdfium.has_text(self.text.address, item)][:MOST_COPIES]

    def sources_of(self, word: Word) -> set[int]:
        """The objects that draw the word: one a letter, if it must be."""
        places = range(word.start, word.start + len(word.text))
        source_of = calls().FPDFText_GetTextObject
        return {source_of(self.text.address, self.text.char_of(place)) for place in places} - {None}

    def box_of(self, item: int) -> Box:
        return self.text.on_screen(*transformed(calls().bounds(item), self.objects.texts[item].matrix))


def hiding_objects(objects: PageObjects) -> frozenset[int]:
    """Texts that may not be seen by how they are painted alone; their letters never share a word with those of others."""
    return frozenset(
        source
        for source, style in objects.texts.items()
        if style.mode in {INVISIBLE, CLIP_ONLY}
        or style.is_masked
        or style.alpha < FAINT_ALPHA
        or contrast(style.color, WHITE) < LIKELY_CONTRAST
    )


def certain_cause(word: Word, text: PageText) -> HiddenCause | None:
    """What needs no look at the page: outside it, or too small."""
    width, height = text.size
    x, y = (word.x0 + word.x1) / 2, word.middle
    if not (0 <= x <= width and 0 <= y <= height):
        return HiddenCause.OFF_PAGE
    return HiddenCause.TINY if is_tiny(word, text) else None


def is_tiny(word: Word, text: PageText) -> bool:
    """Lower than a person can read, or squeezed to nothing; a font that states a wrong height still has letters of some width."""
    height = word.size
    width = (word.bottom - word.top if word.angle in SIDEWAYS else word.x1 - word.x0) / len(word.text)
    if height >= SMALLEST and width >= NARROWEST * height:
        return False
    sizes = [calls().letter_size(text.address, text.char_of(word.start + number)) for number in range(len(word.text))]
    is_low = (word.size < SMALLEST) != (word.angle in SIDEWAYS)
    return max(height if is_low else width for width, height in sizes) < LOWEST * SMALLEST


def suspect_causes(words: Sequence[Word], objects: PageObjects) -> dict[int, HiddenCause]:
    """Words that may be unseen, with what would be the reason."""
    if len(objects.shapes) > MOST_SHAPES or not objects.is_complete:
        return dict.fromkeys((word.start for word in words), HiddenCause.SAME_COLOR)
    grounds, covered = surroundings(words, objects)
    suspects = {}
    for word in words:
        style = objects.texts.get(word.source)
        if style is not None and (
            cause := suspect_cause(word, style, grounds.get(word.start, PAPER), is_covered=word.start in covered)
        ):
            suspects[word.start] = cause
    return suspects


def suspect_cause(
    word: Word, style: TextStyle, grounds: Sequence[Color | None], *, is_covered: bool
) -> HiddenCause | None:
    is_clipped = style.clip is not None and not is_inside((word.x0 + word.x1) / 2, word.middle, style.clip)
    is_faint = style.mode == INVISIBLE or style.alpha < FAINT_ALPHA or (style.is_masked and style.alpha == OPAQUE)
    is_like_ground = any(
        ground is None or contrast(style.color, ground) < LIKELY_CONTRAST for ground in grounds
    ) or style.mode not in {FILL, INVISIBLE}
    reasons = {
        HiddenCause.HIDDEN_LAYER: style.is_layered,
        HiddenCause.CLIPPED: is_clipped or style.mode == CLIP_ONLY,
        HiddenCause.COVERED: is_covered,
        HiddenCause.TRANSPARENT: is_faint,
        HiddenCause.SAME_COLOR: is_like_ground,
    }
    return next((cause for cause, holds in reasons.items() if holds), None)


@lru_cache(maxsize=4096)
def contrast(one: Color, other: Color) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def is_inside(x: float, y: float, box: Box) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def surroundings(words: Sequence[Word], objects: PageObjects) -> tuple[dict[int, list[Color | None]], set[int]]:
    """The colours that may stand behind each word, None for any, and the words with something over any part of them.

    A rectangle behind the whole word is all that can be seen there of what was drawn before.
    """
    grounds: dict[int, list[Color | None]] = {}
    covered: set[int] = set()
    for shape in objects.shapes:
        left, top, right, bottom = shape.box
        for word in words:
            if word.x0 >= right or word.x1 <= left or not top <= (word.top + word.bottom) / 2 <= bottom:
                continue
            style = objects.texts.get(word.source)
            if style is None:
                continue
            if style.order > shape.order:
                is_behind_all = shape.is_solid and left - EDGE <= word.x0 and word.x1 <= right + EDGE
                grounds[word.start] = [shape.color] if is_behind_all else [*grounds.get(word.start, PAPER), shape.color]
            elif shape.is_opaque:
                covered.add(word.start)
    return grounds, covered


def looks_scanned(
    words: Sequence[Word], unseen: dict[int, HiddenCause], text: PageText, shapes: Iterable[Shape]
) -> bool:
    """Whether the page is a picture of text with a layer of the same words that a person need not see."""
    width, height = text.size
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (shape.box for shape in shapes if shape.is_image))
    layer = sum(unseen.get(word.start) in LAYER_CAUSES for word in words)
    return area >= SCANNED_AREA * width * height and layer >= SCANNED_WORDS * len(words)


def unseen_words(look: Look, words: Sequence[Word]) -> set[int]:
    """Those without which the page looks the same; on a scan, those with nothing drawn where they stand."""
    region = region_of(words, look.text)
    picture = Picture.of(look.page, look.text, region)
    if look.is_scan:
        return {word.start for word in words if picture.contrast_at(word) < LEAST_CONTRAST}
    pdfium = calls()
    sources = {source for word in words for source in look.sources_of(word)}
    for source in sources:
        pdfium.FPDFPageObj_SetIsActive(source, 0)
    without = Picture.of(look.page, look.text, region)
    for source in sources:
        pdfium.FPDFPageObj_SetIsActive(source, 1)
    difference = picture.difference(without)
    unseen = [word for word in words if difference.strongest_at(word) < LEAST_CONTRAST]
    copies = look.copies() if unseen else []
    return {
        word.start
        for word in unseen
        if picture.contrast_at(word) < LEAST_CONTRAST or not (is_stencil(word, look.objects) or is_among(word, copies))
    }


def is_among(word: Word, boxes: Sequence[Box]) -> bool:
    return any(x0 < word.x1 and word.x0 < x1 and top <= word.middle <= bottom for x0, top, x1, bottom in boxes)


def is_stencil(word: Word, objects: PageObjects) -> bool:
    """Letters that only clip what is painted through them stay in the picture when they are taken away."""
    style = objects.texts.get(word.source)
    return style is not None and style.mode == CLIP_ONLY
