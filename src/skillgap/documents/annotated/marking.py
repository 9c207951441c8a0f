"""What is marked on a page: its lines numbered in the order in which they were read, the steps between them, and what was left out."""

from collections.abc import Iterable
from itertools import pairwise
from math import isfinite

from msgspec import Struct

from skillgap.documents.types import IMAGES, Box, Document, Line, MediaType, Page

Point = tuple[float, float]
PLACED = IMAGES | {MediaType.PDF}
TAG_HEIGHT = 8.0
DIGIT_WIDTH = 4.4
TAG_PADDING = 3.2
SAME_ROW = 0.5
CURVE = 4


class Mark(Struct, frozen=True):
    """`tag` is what stands beside its box, at `tag_box`."""

    tag: str
    box: Box
    tag_box: Box
    is_heading: bool = False


class Step(Struct, frozen=True):
    """The way of the eye to the line of that number: straight, or for a jump a curve through these four points.

    A jump leads up, or over to text that doesn't stand below.
    """

    number: int
    points: tuple[Point, ...]

    @property
    def is_jump(self) -> bool:
        return len(self.points) == CURVE

    def along(self, share: float) -> Point:
        """A point of the curve."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.points
        rest = 1 - share
        a, b, c, d = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
        return a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


class PageMarks(Struct, frozen=True, kw_only=True):
    number: int
    width: float
    height: float
    lines: tuple[Mark, ...]
    steps: tuple[Step, ...]
    hidden: tuple[Mark, ...]
    running: tuple[Box, ...]
    links: tuple[Box, ...]


def marks_of(document: Document, page: Page) -> PageMarks | None:
    """None in a format that doesn't say where on a page a line stands. What lies off the page, or nowhere, has no mark."""
    if document.media_type not in PLACED or not page.width or not page.height:
        return None
    lines = [
        Mark(str(number), box, tag_box(str(number), box), bool(line.heading_level))
        for number, line in numbered_lines(document, page.number)
        if (box := on_page(line.box, page))
    ]
    hidden = [
        Mark(f"H{number}", box, tag_box(f"H{number}", box))
        for number, each in enumerate(document.hidden, 1)
        if each.page == page.number and (box := on_page(each.box, page))
    ]
    return PageMarks(
        number=page.number,
        width=page.width,
        height=page.height,
        lines=tuple(lines),
        steps=tuple(step_between(before, after) for before, after in pairwise(lines)),
        hidden=tuple(hidden),
        running=boxes_on(((each.page, each.box) for each in document.running), page),
        links=boxes_on(((each.page, each.box) for each in document.links), page),
    )


def numbered_lines(document: Document, page: int) -> list[tuple[int, Line]]:
    return [(number, line) for number, line in enumerate(document.lines, 1) if line.page == page]


def boxes_on(placed: Iterable[tuple[int, Box | None]], page: Page) -> tuple[Box, ...]:
    return tuple(box for number, place in placed if number == page.number and (box := on_page(place, page)))


def on_page(box: Box | None, page: Page) -> Box | None:
    """The part of it that lies on the page, if any does."""
    if box is None or not all(map(isfinite, box)):
        return None
    x0, top, x1, bottom = box
    x0, x1 = max(0.0, x0), min(page.width or 0.0, x1)
    top, bottom = max(0.0, top), min(page.height or 0.0, bottom)
    return (x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None


def tag_box(tag: str, box: Box) -> Box:
    """Left of the box, as far as the page allows."""
    width = TAG_PADDING + DIGIT_WIDTH * len(tag)
    x0 = max(0.0, box[0] - width - 2.5)
    middle = (box[1] + box[3]) / 2
    return x0, middle - TAG_HEIGHT / 2, x0 + width, middle + TAG_HEIGHT / 2


def step_between(before: Mark, after: Mark) -> Step:
    number = int(after.tag)
    (ax0, a_top, ax1, a_bottom), (bx0, b_top, bx1, b_bottom) = before.box, after.box
    shared = min(a_bottom, b_bottom) - max(a_top, b_top)
    is_on_row = shared > SAME_ROW * min(a_bottom - a_top, b_bottom - b_top)
    if is_on_row and bx0 >= ax0:
        return Step(number, ((ax1, (a_top + a_bottom) / 2), middle_of(after.tag_box)))
    if not is_on_row and b_top > a_top and min(ax1, bx1) > max(ax0, bx0):
        return Step(number, (middle_of(before.tag_box), middle_of(after.tag_box)))
    return Step(number, curve(before, after))


def curve(before: Mark, after: Mark) -> tuple[Point, Point, Point, Point]:
    """To the right it leaves at a line's end and comes to the next one's number; to the left it goes over the shorter sides."""
    x0, top, x1, bottom = before.box
    tag_x0, tag_top, tag_x1, tag_bottom = after.tag_box
    if tag_x0 > x0:
        start, end = (x1, (top + bottom) / 2), (tag_x0, (tag_top + tag_bottom) / 2)
        reach = within(14, (end[0] - start[0]) / 2, 60)
        return start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end
    is_down = tag_top > top
    start = ((x0 + min(x1, x0 + 40)) / 2, bottom if is_down else top)
    end = ((tag_x0 + tag_x1) / 2, tag_top if is_down else tag_bottom)
    reach = within(14, abs(end[1] - start[1]) / 2, 60) * (1 if is_down else -1)
    return start, (start[0], start[1] + reach), (end[0], end[1] - reach), end


def within(least: float, value: float, most: float) -> float:
    return min(most, max(least, value))


def middle_of(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
