"""Stretches of words without a wide gap in them: what geometry moves about on a page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.pdf.words import Word
from skillgap.documents.types import Box

WIDE_GAP = 1.1
"""In font sizes; the space between words is a third of one, in justified text up to two thirds."""
WIDEST_ROW = 100
"""Segments: a page has no more columns, and looking at all of them costs the square."""
SAME_ROW, SMALLER, CLOSE = 0.5, 0.85, 0.2


class Segment(Struct, frozen=True):
    """`size` is the height of its letters' boxes, in points."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Segment":
        return cls(tuple(words), *box_of(words))

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_turned(self) -> bool:
        return self.words[0].angle != 0


Row = tuple[Segment, ...]


def box_of(words: Sequence[Word]) -> Box:
    if len(words) == 1:
        return words[0].x0, words[0].top, words[0].x1, words[0].bottom
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def segments_of(line: Sequence[Word]) -> Iterator[Segment]:
    """Cut a line at its wide gaps, and where it jumps back or is turned."""
    start = 0
    for number, (word, following) in enumerate(pairwise(line), 1):
        gap = following.x0 - word.x1
        size = min(word.bottom - word.top, following.bottom - following.top)
        if gap > WIDE_GAP * size or gap < -size or word.angle != following.angle:
            yield Segment.of(line[start:number])
            start = number
    yield Segment.of(line[start:])


def rows_of(segments: Iterable[Segment]) -> list[Row]:
    """Segments that stand at one height, from the top down; within a row from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: each.middle):
        if rows and len(rows[-1]) < WIDEST_ROW and is_beside(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [tuple(sorted(row, key=lambda each: each.x0)) for row in rows]


def is_beside(row: Sequence[Segment], segment: Segment) -> bool:
    """At the height of the row and clear of what stands in it; a superscript stands higher, and close."""
    tallest = max(row, key=lambda each: each.height)
    low, high = sorted((segment.height, tallest.height))
    if any(segment.x0 < each.x1 - 1 and each.x0 + 1 < segment.x1 for each in row):
        return False
    if abs(segment.middle - tallest.middle) < SAME_ROW * low:
        return True
    overlap = min(segment.bottom, tallest.bottom) - max(segment.top, tallest.top)
    is_near = min(abs(segment.x0 - tallest.x1), abs(tallest.x0 - segment.x1)) < CLOSE * high
    return low < SMALLER * high and overlap > SAME_ROW * low and is_near


def merged(row: Sequence[Segment]) -> Segment:
    return row[0] if len(row) == 1 else Segment.of([word for segment in row for word in segment.words])
