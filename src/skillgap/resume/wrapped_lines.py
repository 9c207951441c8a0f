"""Where the lines of a page were wrapped: what stands in one block, and as far to the right as it could."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from skillgap.documents.types import Box, Document, Line
from skillgap.resume.wrapped_text import BULLET, HANGING, WIDE, Margin, goes_on_small, goes_on_within, looks_like_label

SAME_COLUMN = 60.0
STRIP, STRIPS_NEAR = 20.0, 3
"""Lines that begin within three strips of 20 points are of one column."""
SIZE_TOLERANCE = 0.6
CELL_GAP = 8.0
"""Points between two cells of a row."""
COLUMN_LINES, NEAR_HEIGHT = 3, 60.0
"""So many lines that begin at one place within so many points make a column."""
SPREAD = 1.3
GAP_IN_LINES = 1.1
PARAGRAPH_GAP = 0.4
"""In line heights: so much more white space than within a sentence begins another paragraph."""
NEARLY_FULL = 0.75
"""Of its column's width: such a line may have been wrapped though by its letters another word had room."""
SAME_EDGE, FARTHEST_IN = 2.0, 45.0
"""Points between the edges of two lines of a paragraph, and of a bullet and its text."""
CENTRED = 3.0
"""Points by which what stands over at the left may differ from that at the right."""
FARTHEST_VALUE = 160.0
"""Points between a label and its value."""
NARROW = 170.0
"""Points: so wide is a column beside another at most, which more often holds lists than text."""


def is_wrapped_line(document: Document, group: Sequence[Line], line: Line, margin: Margin) -> bool:
    """Would the first word of `line` have fitted behind the line before it? If not, that was wrapped there.

    A line much wider for its letters than the next has something flush right in it, and was not wrapped.
    """
    before = group[-1]
    text, next_text = document.text_of(before), document.text_of(line)
    assert before.box is not None and line.box is not None  # noqa: S101, PT018 - lines of a page
    goes_on = goes_on_small(text, next_text)
    if line.box[1] - before.box[3] > margin.below or not is_same_block(
        before, line, text, may_be_below_value=goes_on or HANGING.search(text) is not None
    ):
        return False
    if are_centred(before.box, line.box):
        return goes_on
    letter = (line.box[2] - line.box[0]) / max(1, len(next_text))
    is_spread = (before.box[2] - before.box[0]) / max(1, len(text)) > SPREAD * letter and len(next_text) > len(text) / 2
    width = margin.right - before.box[0]
    if is_spread or (width < NARROW and are_remarked(text, next_text)):
        return False
    is_hanging = hangs(document, group, line)
    if is_hanging and goes_on_within(text, next_text):
        return True
    if before.box[2] - before.box[0] > NEARLY_FULL * width and (goes_on or is_hanging):
        return True
    first_word = next_text.split(maxsplit=1)[0]
    return before.box[2] + letter * (len(first_word) + 1) > margin.right


def is_same_block(before: Line, line: Line, text: str, *, may_be_below_value: bool) -> bool:
    """Below it, in the same column, in the same size and weight, without a gap.

    After a bold label the weight may change; the value of a row may go on below where it began.
    """
    if before.box is None or line.box is None:
        return False
    height = max(1.0, before.box[3] - before.box[1])
    if abs((before.font_size or 0) - (line.font_size or 0)) > SIZE_TOLERANCE:
        return False
    if not are_of_one_weight(before, line, text) and not (before.is_bold and looks_like_label(text)):
        return False
    is_below = -0.5 * height < line.box[1] - before.box[3] < GAP_IN_LINES * height and line.box[1] > before.box[1]
    shift = line.box[0] - before.box[0]
    return is_below and (
        abs(shift) < SAME_COLUMN
        or (may_be_below_value and WIDE.search(text) is not None and 0 < shift < FARTHEST_VALUE)
    )


def are_of_one_weight(before: Line, line: Line, text: str) -> bool:
    """Where they begin, or where they meet: "**Acme**, Leeds — Senior" above "Engineer". Behind a wide gap nothing meets."""
    ends_bold = before.spans[-1].is_bold if before.spans and not WIDE.search(text) else before.is_bold
    return line.is_bold in {before.is_bold, ends_bold}


def hangs(document: Document, group: Sequence[Line], line: Line) -> bool:
    """Whether it is set in below the text of a bulleted item, as every further line of one is."""
    first, before = group[0], group[-1]
    if first.box is None or line.box is None or before.box is None or not BULLET.match(document.text_of(first)):
        return False
    is_level = before is first or abs(line.box[0] - before.box[0]) < SAME_EDGE
    return is_level and SAME_EDGE < line.box[0] - first.box[0] < FARTHEST_IN


def are_centred(box: Box, below: Box) -> bool:
    """Whether both have one middle and not one edge: such lines are seldom wrapped."""
    left, right = below[0] - box[0], below[2] - box[2]
    return abs(left + right) < CENTRED and abs(left) > SAME_EDGE


def are_remarked(text: str, next_text: str) -> bool:
    """Whether both are items of a list, with a remark in brackets each: "French (fluent)" above "English (native)"."""
    is_item = next_text[:1].isupper() and text.endswith(")") and next_text.endswith(")")
    return is_item and text.count("(") == next_text.count("(") == 1


def page_margins(document: Document) -> dict[int, Margin]:
    """For each line the right edge of its column: the farthest that any line beginning near it on its page reaches.

    Where a column or a cell stands to the right of the line, its left edge is the farthest. Where none does and nothing on
    the page is seen to be wrapped, its text may go as far as the paper lets it.
    """
    lines = document.lines
    below = gaps_in_paragraphs(document)
    reach: dict[tuple[int, int], float] = {}
    edges: dict[int, dict[float, list[float]]] = {}
    for line in lines:
        if line.box is not None:
            strip = (line.page, int(line.box[0] // STRIP))
            reach[strip] = max(reach.get(strip, 0.0), line.box[2])
            edges.setdefault(line.page, {}).setdefault(round(line.box[0]), []).append(line.box[1])
    papers = edges_of_paper(document)
    columns = {
        page: [(left, sorted(tops)) for left, tops in own.items() if len(tops) >= COLUMN_LINES]
        for page, own in edges.items()
    }

    def right_of(line: Line) -> float:
        if line.box is None:
            return 0.0
        here = int(line.box[0] // STRIP)
        near = range(here - STRIPS_NEAR, here + STRIPS_NEAR + 1)
        right = max(reach.get((line.page, strip), 0.0) for strip in near)
        beside = min(lefts_beside(line.box, columns[line.page]), default=math.inf)
        return max(right, papers.get(line.page, 0.0)) if math.isinf(beside) else min(right, beside - CELL_GAP)

    return {line.start: Margin(right_of(line), below.get(line.font_size, math.inf)) for line in lines}


def edges_of_paper(document: Document) -> dict[int, float]:
    """Of the pages on which no sentence goes on in a next line: as far from the right as their text begins from the left."""
    wrapped = {
        line.page
        for before, line in pairwise(document.lines)
        if before.page == line.page and goes_on_small(document.text_of(before), document.text_of(line))
    }
    lefts: dict[int, float] = {}
    for line in document.lines:
        if line.box is not None and line.page not in wrapped:
            lefts[line.page] = min(lefts.get(line.page, math.inf), line.box[0])
    return {
        page.number: page.width - lefts[page.number] for page in document.pages if page.width and page.number in lefts
    }


def gaps_in_paragraphs(document: Document) -> dict[float | None, float]:
    """For letters of each size the white space that stands between two lines of one sentence; if no sentence tells, the least."""
    gaps: dict[float | None, list[tuple[bool, float, float]]] = {}
    for before, line in pairwise(document.lines):
        if before.font_size == line.font_size and is_same_block(before, line, "", may_be_below_value=False):
            assert before.box is not None and line.box is not None  # noqa: S101, PT018 - lines of a block
            is_sure = goes_on_small(document.text_of(before), document.text_of(line))
            gap, height = line.box[1] - before.box[3], before.box[3] - before.box[1]
            gaps.setdefault(line.font_size, []).append((is_sure, gap, height))
    return {size: widest_gap(found) for size, found in gaps.items()}


def widest_gap(found: Sequence[tuple[bool, float, float]]) -> float:
    sure = [gap for is_sure, gap, _ in found if is_sure]
    height = max(height for _, _, height in found)
    return (max(sure) if sure else min(gap for _, gap, _ in found)) + PARAGRAPH_GAP * height


def lefts_beside(box: Box, columns: Sequence[tuple[float, Sequence[float]]]) -> Iterator[float]:
    """Left edges of columns to the right that several lines near its height begin at."""
    for left, tops in columns:
        if left > box[2] + CELL_GAP:
            near = bisect_right(tops, box[3] + NEAR_HEIGHT) - bisect_left(tops, box[1] - NEAR_HEIGHT)
            if near >= COLUMN_LINES:
                yield left
