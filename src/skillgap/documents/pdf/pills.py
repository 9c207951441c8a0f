"""Words in boxes of their own, several in a row: what such a box holds is one thing, however close the next box is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from skillgap.documents.pdf.objects import TALLEST
from skillgap.documents.pdf.segments import Segment
from skillgap.documents.pdf.words import Word
from skillgap.documents.types import Box

MOST_OF_LINE = 3.2
"""The height of a box over that of its letters: a taller one holds several lines."""
TOLERANCE = 1.0


class Pills:
    """The boxes of one page, by where they begin."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = sorted(set(boxes), key=lambda box: box[1])
        self.tops = [box[1] for box in self.boxes]

    def around(self, word: Word) -> Box | None:
        """The narrowest box that holds the word and has no room for a second line."""
        first, last = bisect_left(self.tops, word.bottom - TALLEST), bisect_right(self.tops, word.top + TOLERANCE)
        own = [box for box in self.boxes[first:last] if holds(box, word)]
        return min(own, key=lambda box: box[2] - box[0], default=None)

    def starts(self, row: Segment) -> Iterator[int]:
        """Where in the page's text a box begins right behind another."""
        if len(self.boxes) > 1:
            boxes = [self.around(word) for word in row.words]
            for (before, word), (last, box) in zip(pairwise(row.words), pairwise(boxes), strict=True):
                if box is not None and last is not None and box != last and before.x1 <= box[0] + TOLERANCE:
                    yield word.start

    def fill(self, row: Segment) -> bool:
        """Say whether the row is nothing but words in such boxes."""
        return bool(self.boxes) and all(self.around(word) is not None for word in row.words)


def holds(box: Box, word: Word) -> bool:
    is_within = box[0] <= word.x0 + TOLERANCE and word.x1 <= box[2] + TOLERANCE and box[1] < word.middle < box[3]
    return is_within and box[3] - box[1] < MOST_OF_LINE * (word.bottom - word.top)
