"""Lines in reading order.

Geometry decides, unless the eye would jump about more often in the order that it finds than in the one in which the page is
drawn: real files are mostly drawn in reading order.
"""

from collections.abc import Sequence
from itertools import pairwise

from skillgap.documents.pdf.columns import in_reading_order
from skillgap.documents.pdf.rails import with_rail, with_whole_ranges
from skillgap.documents.pdf.rows import is_date
from skillgap.documents.pdf.segments import Segment, merged, segments_of
from skillgap.documents.pdf.turned import placed, turned_lines
from skillgap.documents.pdf.words import Word

NEAR_LINES = 3.5
FEWEST = 2
BACK_UP = 3


def reading_order(lines: Sequence[Sequence[Word]]) -> list[Segment]:
    """One segment a line."""
    drawn = [tuple(segments_of(line)) for line in lines]
    upright = [tuple(each for each in row if not each.is_turned) for row in drawn]
    upright = [row for row in upright if row]
    turned = turned_lines([segment for row in drawn for segment in row if segment.is_turned])
    if goes_down(upright):
        return placed([merged(row) for row in upright], turned)
    by_geometry = in_reading_order(with_whole_ranges([segment for row in upright for segment in row]))
    is_better = jumps(by_geometry) <= jumps(upright)
    return placed(
        [merged(row) for row in by_geometry] if is_better else with_rail([merged(row) for row in upright]), turned
    )


def goes_down(rows: Sequence[Sequence[Segment]]) -> bool:
    """Whether the page is drawn line by line from the top down, with nothing beside a line but a date: the usual case."""
    is_single = all(len(row) == 1 or (len(row) == FEWEST and is_date(row[-1])) for row in rows)
    return is_single and all(one[0].bottom - other[0].top < one[0].height / 2 for one, other in pairwise(rows))


def jumps(rows: Sequence[Sequence[Segment]]) -> int:
    """How often the eye would have to leave the column or row it is in; a bullet without its text counts as well."""
    within = sum(cost(one, other) for row in rows for one, other in pairwise(row))
    between = sum(cost(text_of(row)[-1], text_of(below)[0]) for row, below in pairwise(rows))
    return within + between + sum(len(row) == 1 and is_bullet(row[0]) for row in rows)


def cost(one: Segment, other: Segment) -> int:
    """Nothing where the eye goes on, most where it has to go back up, other than to the column on the right."""
    if follows(one, other):
        return 0
    goes_back = other.middle < one.middle - one.height and other.x0 < one.x1
    return BACK_UP if goes_back else 1


def text_of(row: Sequence[Segment]) -> Sequence[Segment]:
    """The row without bullets and dates at its ends, from which the eye goes on as from the text beside them."""
    if len(row) == 1:
        return row
    rest = [segment for segment in row if not is_bullet(segment) and not is_date(segment)]
    return rest or row


def is_bullet(segment: Segment) -> bool:
    return len(segment.words) == 1 and len(segment.words[0].text) == 1 and not segment.words[0].text.isalnum()


def follows(one: Segment, other: Segment) -> bool:
    """Right of it on its row, or a little below it, not wholly beside it."""
    height = min(one.height, other.height)
    if abs(one.middle - other.middle) < height / 2:
        return other.x0 >= one.x1 - height
    is_below = 0 < other.top - one.top < NEAR_LINES * max(one.height, other.height)
    return is_below and other.x0 < one.x1 and one.x0 < other.x1
