"""Segments at one height, and the white space between them."""

import math
import re
from collections.abc import Sequence

from skillgap.documents.pdf.segments import Row, Segment

BAND = 0.6
"""White space over line height: so much sets a row apart from the next."""
LEAST_HEIGHT = 1.0
LONGEST_DATE = 30
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def crosses(row: Row, x: float) -> bool:
    return any(segment.x0 < x < segment.x1 for segment in row)


def has_both(row: Row, x: float) -> bool:
    return row[0].x1 <= x <= row[-1].x0


def is_apart(rows: Sequence[Row], number: int) -> bool:
    """Whether white space stands below the row, over the whole width."""
    return space_below(rows, number) > BAND


def space_below(rows: Sequence[Row], number: int) -> float:
    """White space below the row, over its height."""
    above, below = rows[number], rows[number + 1 : number + 2]
    if not below:
        return math.inf
    gap = min(segment.top for segment in below[0]) - max(segment.bottom for segment in above)
    return gap / max(LEAST_HEIGHT, min(segment.height for segment in above))


def split_row(row: Row, x: float) -> tuple[Row, Row]:
    return tuple(each for each in row if each.x0 < x), tuple(each for each in row if each.x0 >= x)


def text_of(cell: Row) -> str:
    return " ".join(segment.text for segment in cell)


def is_date(segment: Segment) -> bool:
    """A short text with a year in it."""
    text = segment.text
    return len(text) <= LONGEST_DATE and YEAR.search(text) is not None


def drawn_at(segment: Segment) -> int:
    return segment.words[0].start
