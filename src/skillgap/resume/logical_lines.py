"""Visual lines put together again into bullets, sentences and paragraphs.

The rule: a line was wrapped where the next line's first word would not have fitted behind it. Where it would have, the
break was meant. Files that mark their own paragraphs (Word, Markdown) are never joined.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from skillgap.documents.types import Box, Document, Line
from skillgap.resume.types import LogicalLine, PageBox, Piece
from skillgap.resume.wrapped_text import (
    BULLET,
    WIDE,
    Margin,
    goes_on_small,
    is_row,
    is_wrapped_text,
    looks_like_label,
    text_margins,
)

SAME_COLUMN = 60.0
STRIP, STRIPS_NEAR = 20.0, 3
"""Lines that begin within three strips of 20 points are of one column."""
ANY_LABEL = re.compile(r"^[^\W\d_][\w /&'’.-]{1,40}:")
SIZE_TOLERANCE = 0.6
CELL_GAP = 8.0
"""Points between two cells of a row."""
NARROW_CELL, NARROW_SHIFT, MOST_IN_CELL = 170.0, 12.0, 5
"""Points: a cell so narrow wraps what stands behind its labels; and over how many lines at most."""
COLUMN_LINES, NEAR_HEIGHT = 3, 60.0
"""So many lines that begin at one place within so many points make a column."""
SPREAD = 1.3
LONGEST_RANGE, LONGEST_OPEN = 14, 24
"""Letters of the rest of a range, and of one without its last year."""
OPEN_RANGE = re.compile(r"(?:\d{4}|['’]\d\d)\s*(?:[-–—]|\bto|\bbis)$")
"""What the first of two dates ends a line with; its other date begins the next."""
MONTH_IN_RANGE = re.compile(r"[-–—]\s*[^\W\d_]{3,9}\.?$")
"""The second month of a range, without its year."""
YEAR = re.compile(r"(?:19|20)\d\d")
REST_OF_RANGE = re.compile(r"[-–—]\s*\w")
GAP_IN_LINES = 1.1
NEARLY_FULL = 0.75
"""Of its column's width: such a line may have been wrapped though by its letters another word had room."""
SAME_EDGE, FARTHEST_IN = 2.0, 45.0
"""Points between the edges of two lines of a paragraph, and of a bullet and its text."""
CENTRED = 3.0
"""Points by which what stands over at the left may differ from that at the right."""
FARTHEST_VALUE = 160.0
"""Points between a label and its value."""
JOINING = ("/", "-")
"""Nothing stands between these and what follows on the next line; broken words are whole before."""


def logical_lines(
    document: Document,
    *,
    is_heading: Callable[[Line], bool],
    ends_in_dates: Callable[[str], bool],
    begins_with_label: Callable[[str], bool],
) -> list[LogicalLine]:
    """Join what belongs together; headings stand alone, and dates flush right end a line however far it reaches."""
    lines = document.lines
    margins = text_margins(document) if lines and lines[0].box is None else page_margins(lines)
    groups: list[list[Line]] = []
    for before, line in pairwise((None, *lines)):
        assert line is not None  # noqa: S101 - only the first of a pair can be missing
        if before is None or is_heading(before) or is_heading(line) or BULLET.match(document.text_of(line)):
            groups.append([line])
        elif is_rest_of_label(document, groups[-1], line, begins_with_label) or (
            not before.is_whole and is_split_range(document.text_of(before), document.text_of(line), ends_in_dates)
        ):
            groups[-1].append(line)
        elif (
            not is_continued(document, groups[-1], line, margins[before.start])
            or ends_in_dates(document.text_of(before))
            or (ends_in_dates(document.text_of(line)) and not goes_on_small(document.text_of(before), document.text_of(line)))
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [joined(document, group, is_heading=is_heading(group[0])) for group in groups]


def is_rest_of_label(
    document: Document, group: Sequence[Line], line: Line, begins_with_label: Callable[[str], bool]
) -> bool:
    """The value of a label, wrapped in a narrow cell: "Period:" above "03/07/2017 to" above "20/12/2020"."""
    first, before = document.text_of(group[0]), group[-1]
    text = document.text_of(line)
    if not begins_with_label(first) or ANY_LABEL.match(text) or line.is_whole or line.follows_gap:
        return False
    if before.box is None or line.box is None or before.page != line.page:
        return first.endswith(":")
    height = before.box[3] - before.box[1]
    is_below = abs(line.box[0] - before.box[0]) < NARROW_SHIFT and 0 <= line.box[1] - before.box[1] < 2 * height
    is_narrow = max(each.box[2] - each.box[0] for each in (*group, line) if each.box) < NARROW_CELL
    return is_below and is_narrow and len(group) < MOST_IN_CELL


def is_continued(document: Document, group: Sequence[Line], line: Line, margin: Margin) -> bool:
    """Would the first word of `line` have fitted behind the line before it? If not, that was wrapped there.

    A line much wider for its letters than the next has something flush right in it, and was not wrapped.
    """
    before = group[-1]
    text, next_text = document.text_of(before), document.text_of(line)
    if before.is_whole or line.is_whole or line.follows_gap or BULLET.match(next_text) or is_row(next_text):
        return False
    if before.box is None or line.box is None:
        return is_wrapped_text(document, group, line, margin.right)
    if line.page != before.page:
        return not text.endswith((".", ":", "!")) and next_text[:1].islower()
    goes_on = text.endswith(",") or goes_on_small(text, next_text)
    may_be_below_value = goes_on and WIDE.search(text) is not None
    if not is_same_block(before, line, has_label=looks_like_label(text), may_be_below_value=may_be_below_value):
        return False
    if are_centred(before.box, line.box):
        return goes_on_small(text, next_text)
    letter = (line.box[2] - line.box[0]) / max(1, len(next_text))
    is_spread = (before.box[2] - before.box[0]) / max(1, len(text)) > SPREAD * letter and len(next_text) > len(text) / 2
    if is_spread:
        return False
    if before.box[2] - before.box[0] > NEARLY_FULL * (margin.right - before.box[0]) and (
        hangs(document, group, line) or goes_on_small(text, next_text)
    ):
        return True
    if margin.right - before.box[0] < NARROW_CELL and are_remarked(text, next_text):
        return False
    first_word = next_text.split(maxsplit=1)[0]
    return before.box[2] + letter * (len(first_word) + 1) > margin.right


def are_remarked(text: str, next_text: str) -> bool:
    """Whether both are items of a list, with a remark in brackets each: "French (fluent)" above "English (native)"."""
    is_item = next_text[:1].isupper() and text.endswith(")") and next_text.endswith(")")
    return is_item and text.count("(") == next_text.count("(") == 1


def hangs(document: Document, group: Sequence[Line], line: Line) -> bool:
    """Whether it is set in below the text of a bulleted item, as every further line of one is."""
    first, before = group[0], group[-1]
    if first.box is None or line.box is None or before.box is None or not BULLET.match(document.text_of(first)):
        return False
    is_level = before is first or abs(line.box[0] - before.box[0]) < SAME_EDGE
    return is_level and SAME_EDGE < line.box[0] - first.box[0] < FARTHEST_IN


def is_split_range(text: str, next_text: str, ends_in_dates: Callable[[str], bool]) -> bool:
    """A range of dates on two lines: "10/2012 –" and "03/2018", "Jan. 2009 – Nov." and "2011,", or "2019" and "– 2022"."""
    rest = next_text.partition(",")[0].rstrip(" .;)")
    if not rest or len(rest) > LONGEST_RANGE:
        return False
    if OPEN_RANGE.search(text) is not None or (MONTH_IN_RANGE.search(text) is not None and YEAR.fullmatch(rest)):
        return rest[0].isalnum() and ends_in_dates(f"{text[-LONGEST_OPEN:]} {rest}")
    return len(text) <= LONGEST_RANGE and text[-4:].isdecimal() and REST_OF_RANGE.match(next_text) is not None


def are_centred(box: Box, below: Box) -> bool:
    """Whether both have one middle and not one edge: such lines are seldom wrapped."""
    left, right = below[0] - box[0], below[2] - box[2]
    return abs(left + right) < CENTRED and abs(left) > SAME_EDGE


def is_same_block(before: Line, line: Line, *, has_label: bool, may_be_below_value: bool) -> bool:
    """Below it, in the same column, in the same size and weight, without a gap.

    After a bold label the weight may change; the value of a row may go on below where it began.
    """
    if before.box is None or line.box is None:
        return False
    height = max(1.0, before.box[3] - before.box[1])
    if abs((before.font_size or 0) - (line.font_size or 0)) > SIZE_TOLERANCE:
        return False
    if before.is_bold != line.is_bold and not (before.is_bold and has_label):
        return False
    is_below = -0.5 * height < line.box[1] - before.box[3] < GAP_IN_LINES * height and line.box[1] > before.box[1]
    shift = line.box[0] - before.box[0]
    return is_below and (abs(shift) < SAME_COLUMN or (may_be_below_value and 0 < shift < FARTHEST_VALUE))


def page_margins(lines: Sequence[Line]) -> dict[int, Margin]:
    """For each line the right edge of its column: the farthest that any line beginning near it on its page reaches.

    Where a column or a cell stands to the right of the line, its left edge is the farthest.
    """
    reach: dict[tuple[int, int], float] = {}
    edges: dict[int, dict[float, list[float]]] = {}
    for line in lines:
        if line.box is not None:
            strip = (line.page, int(line.box[0] // STRIP))
            reach[strip] = max(reach.get(strip, 0.0), line.box[2])
            edges.setdefault(line.page, {}).setdefault(round(line.box[0]), []).append(line.box[1])
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
        return min([right, *(left - CELL_GAP for left in lefts_beside(line.box, columns[line.page]))])

    return {line.start: Margin(right_of(line)) for line in lines}


def lefts_beside(box: Box, columns: Sequence[tuple[float, Sequence[float]]]) -> Iterator[float]:
    """Left edges of columns to the right that several lines near its height begin at."""
    for left, tops in columns:
        if left > box[2] + CELL_GAP:
            near = bisect_right(tops, box[3] + NEAR_HEIGHT) - bisect_left(tops, box[1] - NEAR_HEIGHT)
            if near >= COLUMN_LINES:
                yield left


def joined(document: Document, group: Sequence[Line], *, is_heading: bool = False) -> LogicalLine:
    """One text for the group, and where each part of it stands in the document; a heading keeps its number."""
    text = ""
    pieces = []
    is_item = False
    for position, line in enumerate(group):
        part, start = document.text_of(line), line.start
        if position == 0 and not is_heading and (bullet := BULLET.match(part)):
            is_item = True
            part, start = part[bullet.end() :], start + bullet.end()
        if text and not text.endswith(JOINING):
            text += " "
        pieces.append(Piece(len(text), start, line.end))
        text += part
    boxes = tuple(PageBox(line.page, line.box) for line in group if line.box is not None)
    return LogicalLine(
        text=text,
        pieces=tuple(pieces),
        page=group[0].page,
        boxes=boxes,
        is_item=is_item,
        is_bold=group[0].is_bold,
        follows_gap=group[0].follows_gap,
        font_size=group[0].font_size,
    )
