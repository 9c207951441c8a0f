"""Bullets that are drawn as outlines, as browsers do: a line gets the sign that a person sees in front of it."""

from collections.abc import Sequence

import msgspec

from skillgap.documents.glyphs import BULLET, BULLET_GLYPHS
from skillgap.documents.types import Box, DrawnLine

LEAST_OF_SIZE, MOST_OF_SIZE = 0.15, 0.5
"""Of the font size: the dots of a timeline and the pictures beside contact details are larger."""
FARTHEST = 1.6
"""In font sizes: between a bullet and its text."""
IN_MIDDLE = 0.2
"""Of a line's height, above and below, in which no bullet has its middle."""


def with_drawn_bullets(lines: Sequence[DrawnLine], dots: Sequence[Box]) -> Sequence[DrawnLine]:
    """The lines, those with a bullet of outlines to their left beginning with one."""
    alone = [dot for dot in dots if not is_in_row(dot, dots)]
    if not alone:
        return lines
    return [with_bullet(line, dot) if (dot := bullet_of(line, alone, lines)) else line for line in lines]


def is_in_row(dot: Box, dots: Sequence[Box]) -> bool:
    """Whether another stands right beside it, as in the dots that grade a skill."""
    near = 3 * (dot[2] - dot[0])
    return any(other != dot and abs(other[1] - dot[1]) < 1 and (abs(other[0] - dot[0]) < near) for other in dots)


def bullet_of(line: DrawnLine, dots: Sequence[Box], lines: Sequence[DrawnLine]) -> Box | None:
    """The dot close to the left of the line, at half its height, with nothing else there."""
    if line.box is None or not line.font_size or BULLET_GLYPHS.match(line.text):
        return None
    x0, top, _, bottom = line.box
    size, inset = line.font_size, IN_MIDDLE * (bottom - top)
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        is_beside = 0 <= x0 - dot[2] < FARTHEST * size and top + inset < middle < bottom - inset
        is_small = LEAST_OF_SIZE * size < dot[3] - dot[1] < MOST_OF_SIZE * size
        if is_beside and is_small and not any(is_within(dot, other) for other in lines):
            return dot
    return None


def is_within(dot: Box, line: DrawnLine) -> bool:
    if line.box is None:
        return False
    x0, top, x1, bottom = line.box
    return x0 <= dot[0] and dot[2] <= x1 and top <= dot[1] and dot[3] <= bottom


def with_bullet(line: DrawnLine, dot: Box) -> DrawnLine:
    assert line.box is not None  # noqa: S101 - only lines with a place are beside a dot
    sign = f"{BULLET} "
    spans = line.spans
    if spans:
        spans = (msgspec.structs.replace(spans[0], text=sign + spans[0].text), *spans[1:])
    box = (round(dot[0], 1), *line.box[1:])
    return msgspec.structs.replace(line, text=sign + line.text, box=box, spans=spans)
