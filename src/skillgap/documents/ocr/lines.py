"""From recognized words to the lines of a page: noise left out, bullets and sizes seen, in reading order."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import groupby, pairwise
from statistics import median

from msgspec import Struct

from skillgap.documents.ocr.order import BULLET, WIDE_GAP, PixelBox, Segment, hull, in_reading_order
from skillgap.documents.types import DrawnLine

LEAST_CONFIDENCE = 12.0
LEAST_LINE_CONFIDENCE = 35.0
SURE = 60.0
BULLET_READ_AS = re.compile(r"^[^\w\s(\[\"'“‘|/]{1,2}$|^[eEoOcC]$")
STROKE = "|"
TALL = re.compile(r"[\w|]")
DOT, LOW = 0.3, 0.45
"""In font sizes: the height of a dot, and of less than the smallest letter."""
ASCENDING = re.compile(r"[A-ZÀ-ÖØ-Þbdfhklt0-9ß-öø-ÿ|/()\[\]&#@!?§$%\"'“”]")
DESCENDING = re.compile(r"[gjpqyçQ,;|()\[\]/@§]")
X_HEIGHT, ASCENT, DESCENT = 0.52, 0.72, 0.21
"""Shares of the font size."""
NEW_PARAGRAPH = 1.0
"""In font sizes, between the lines."""


class Word(Struct, frozen=True):
    """`line` numbers the block, the paragraph and the line it was seen in; the box is in pixels."""

    text: str
    confidence: float
    line: tuple[int, int, int]
    box: PixelBox


def drawn_lines(words: Iterable[Word], *, page: int, scale: tuple[float, float]) -> tuple[DrawnLine, ...]:
    """Put the words together; `scale` are the points of a pixel across and down."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    segments = [segment for line in lines if (kept := without_noise(line)) for segment in segments_of(kept)]
    rows = [row for row in in_reading_order(segments) if row.text != BULLET]
    return tuple(
        drawn(row, page, scale, follows_gap=is_apart(before, row))
        for before, row in zip((None, *rows), rows, strict=False)
    )


def without_noise(line: Sequence[Word]) -> list[Word]:
    """Leave out what is hardly sure of any letter, as logos, rules and icons are read, and dots taken for letters."""
    size = size_of(line)
    letters = sum(len(word.text) for word in line)
    sure = sum(len(word.text) * word.confidence for word in line)
    least = SURE if sure < LEAST_LINE_CONFIDENCE * letters else LEAST_CONFIDENCE
    return [word for word in line if is_bullet(word, line) or (word.confidence >= least and not is_dot(word, size))]


def is_dot(word: Word, size: float) -> bool:
    return TALL.search(word.text) is not None and word.box[3] - word.box[1] < DOT * size


def is_bullet(word: Word, line: Sequence[Word]) -> bool:
    """A sign alone at the start of a line, or a round letter that is doubtful there."""
    if word is not line[0] or not BULLET_READ_AS.match(word.text):
        return False
    if not word.text.isalpha():
        return True
    is_low = word.box[3] - word.box[1] < LOW * size_of(line)
    return len(line) > 1 and (is_low or word.confidence < SURE)


def segments_of(line: Sequence[Word]) -> list[Segment]:
    """Cut a line at wide gaps, which may be those between columns."""
    size = size_of(line)
    parts = [[line[0]]]
    for before, word in pairwise(line):
        if word.box[0] - before.box[2] > WIDE_GAP * size:
            parts.append([])
        parts[-1].append(word)
    return [segment_of(part, size) for part in parts]


def segment_of(words: Sequence[Word], size: float) -> Segment:
    texts = [text_of(word, after, size) for word, after in zip(words, (*words[1:], None), strict=True)]
    if is_bullet(words[0], words):
        texts[0] = BULLET
    boxes = [word.box for word in words]
    return Segment(text=" ".join(texts), box=reduce(hull, boxes), size=size)


def text_of(word: Word, after: Word | None, size: float) -> str:
    """An upright stroke of the height of a capital is the pronoun; a rule between items is taller.

    Where tesseract gives it the height of the whole line, which it does for want of a better one, the next word decides.
    """
    if word.text != STROKE or after is None:
        return word.text
    height = (word.box[3] - word.box[1]) / size
    is_guess = height > ASCENT + 2 * DESCENT
    is_capital = height < ASCENT + DESCENT / 2
    return "I" if is_capital or (is_guess and after.text.isalpha() and after.text.islower()) else STROKE


def size_of(line: Sequence[Word]) -> float:
    """The font size in pixels, from how high the words are for the letters they have."""
    sizes = []
    for word in line:
        height = ASCENT if ASCENDING.search(word.text) else X_HEIGHT
        height += DESCENT if DESCENDING.search(word.text) else 0.0
        if any(map(str.isalnum, word.text)):
            sizes.append((word.box[3] - word.box[1]) / height)
    return median(sizes) if sizes else float(line[0].box[3] - line[0].box[1])


def is_apart(before: Segment | None, row: Segment) -> bool:
    """Whether white space, or the way to another column, lies between two lines."""
    if before is None:
        return False
    return not 0 <= row.box[1] - before.box[3] + before.size * DESCENT < NEW_PARAGRAPH * row.size


def drawn(row: Segment, page: int, scale: tuple[float, float], *, follows_gap: bool) -> DrawnLine:
    across, down = scale
    x0, top, x1, bottom = row.box
    return DrawnLine(
        text=row.text,
        page=page,
        box=(round(x0 * across, 1), round(top * down, 1), round(x1 * across, 1), round(bottom * down, 1)),
        font_size=round(row.size * down * 2) / 2,
        follows_gap=follows_gap,
    )
