"""What a PDF page draws, in the order in which it draws it: the style of each text, and the shapes that can stand behind or over one."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from skillgap.documents.pdf.pagetext import PageText
from skillgap.documents.pdf.pdfium import FORM, IMAGE, PATH, SHADING, TEXT, calls, pointer
from skillgap.documents.types import Box

Color = tuple[int, int, int]
Matrix = tuple[float, ...]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEEPEST_FORM = 6
MOST_OBJECTS = 60_000
MOST_CLIPS, MOST_POINTS = 8, 64
LAYER = "OC"
OPAQUE = 255
THINNEST = 2.0
"""Points: what is thinner is a rule or an underline, which neither hides a text nor carries one."""
SMALLEST_DOT, LARGEST_DOT, ROUNDEST = 1.0, 7.0, 1.4
"""Points of a drawn bullet, and its longer side over the shorter one."""
LOWEST, TALLEST, WIDEST = 7.0, 40.0, 260.0
"""Points of the box around a word."""
MOST_DOTS = 400
"""A page with more of them is patterned."""
RECTANGLE = frozenset({4, 5})
"""Points of a rectangle's outline, closed by hand or not."""


class TextStyle(Struct, frozen=True):
    """How a text is painted.

    `order` counts all objects of the page; `size` is before any scaling; `clip` is what may be seen of it at most, None for
    all; `is_layered` says that it may be switched off, `is_masked` that it is not painted as it is; `matrix` is that of the
    forms around it, `scale` by how much it and its own matrix make the text higher.
    """

    order: int
    font: int
    size: float
    mode: int
    color: Color
    alpha: int
    clip: Box | None
    is_layered: bool
    is_masked: bool
    matrix: Matrix
    scale: float = 1.0

    @property
    def paint(self) -> tuple[int, Color, int]:
        """What decides whether it can be seen."""
        return self.mode, self.color, self.alpha

    @property
    def look(self) -> tuple[int, float, int, Color, int]:
        """What a person can tell one style from another by."""
        return self.font, self.size, self.mode, self.color, self.alpha


class Shape(Struct, frozen=True):
    """What is filled: `color` is None for a picture or a gradient; `is_solid` says that it fills its whole box with its colour."""

    order: int
    box: Box
    color: Color | None
    is_image: bool
    is_opaque: bool
    is_solid: bool


class PageObjects(Struct, frozen=True):
    """`dots` are small round or square outlines, as browsers draw the bullets of a list; `pills` outlines as large as a word."""

    texts: dict[int, TextStyle]
    shapes: tuple[Shape, ...]
    is_complete: bool
    dots: tuple[Box, ...] = ()
    pills: tuple[Box, ...] = ()


def objects_of(page: Any, text: PageText, *, has_layers: bool) -> PageObjects:
    """Look at every object once, those within forms too."""
    pdfium = calls()
    texts: dict[int, TextStyle] = {}
    shapes: list[Shape] = []
    dots: list[Box] = []
    pills: list[Box] = []
    order = -1
    for order, (item, kind, matrix, within) in enumerate(walked(page)):
        if kind == TEXT:
            red, green, blue, alpha = pdfium.fill_color(item)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
            font = pdfium.FPDFTextObj_GetFont(item) or 0
            pdfium.FPDFTextObj_GetFontSize(item, pdfium.floats_at[0])
            size = pdfium.floats[0]
            clip = clip_of(item, matrix, text)
            is_layered = has_layers and (matrix is not IDENTITY or LAYER in pdfium.marks(item))
            is_masked = bool(pdfium.FPDFPageObj_HasTransparency(item))
            texts[item] = TextStyle(
                order,
                font,
                size,
                mode,
                (red, green, blue),
                alpha * within // OPAQUE,
                clip,
                is_layered,
                is_masked,
                matrix,
                height_of(pdfium.matrix(item)) * (1.0 if matrix is IDENTITY else height_of(matrix)),
            )
        elif (shape := shape_of(item, kind, order, matrix, text)) is not None:
            shapes.append(shape)
        if kind == PATH:
            box = text.on_screen(*transformed(pdfium.bounds(item), matrix))
            if may_be_dot(box) and is_painted(item):
                dots.append(box)
            elif may_be_pill(box) and is_painted(item):
                pills.append(box)
    return PageObjects(
        texts,
        tuple(shapes),
        order < MOST_OBJECTS - 1,
        tuple(dots) if len(dots) <= MOST_DOTS else (),
        tuple(pills) if len(pills) <= MOST_DOTS else (),
    )


def height_of(matrix: Sequence[float]) -> float:
    """How long an upright unit is after the transformation."""
    return math.hypot(matrix[2], matrix[3])


def walked(page: Any) -> Iterator[tuple[int, int, Matrix, int]]:
    """Every object with its kind, and the matrix and the alpha of the forms around it; at most MOST_OBJECTS."""
    pdfium = calls()
    address = pointer(page)
    stack = [(iter(range(pdfium.FPDFPage_CountObjects(address))), 0, IDENTITY, OPAQUE)]
    left = MOST_OBJECTS
    while stack and left:
        numbers, form, matrix, alpha = stack[-1]
        number = next(numbers, None)
        if number is None:
            stack.pop()
            continue
        item = pdfium.FPDFFormObj_GetObject(form, number) if form else pdfium.FPDFPage_GetObject(address, number)
        kind = pdfium.FPDFPageObj_GetType(item)
        left -= 1
        if kind != FORM:
            yield item, kind, matrix, alpha
        elif len(stack) < DEEPEST_FORM:
            within = multiplied(pdfium.matrix(item), matrix)
            faint = alpha * pdfium.fill_color(item)[-1] // OPAQUE
            stack.append((iter(range(pdfium.FPDFFormObj_CountObjects(item))), item, within, faint))


def clip_of(item: int, matrix: Matrix, text: PageText) -> Box | None:
    """What all the outlines that clip the object leave of the page, taking each for the upright box around it."""
    pdfium = calls()
    path = pdfium.FPDFPageObj_GetClipPath(item)
    left: Box | None = None
    for number in range(min(MOST_CLIPS, pdfium.FPDFClipPath_CountPaths(path))):
        count = min(MOST_POINTS, pdfium.FPDFClipPath_CountPathSegments(path, number))
        corners = (0, 2) if count in RECTANGLE else range(count)
        points = [pdfium.point(pdfium.FPDFClipPath_GetPathSegment(path, number, corner)) for corner in corners]
        if points:
            xs, ys = zip(*points, strict=True)
            box = text.on_screen(*transformed((min(xs), min(ys), max(xs), max(ys)), matrix))
            left = box if left is None else overlap(left, box)
    return left


def overlap(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def shape_of(item: int, kind: int, order: int, matrix: Matrix, text: PageText) -> Shape | None:
    """The object as a shape, where it fills anything."""
    if kind not in {PATH, IMAGE, SHADING}:
        return None
    pdfium = calls()
    box = text.on_screen(*transformed(pdfium.bounds(item), matrix))
    if min(box[2] - box[0], box[3] - box[1]) < THINNEST:
        return None
    if kind != PATH:
        return Shape(order, box, None, kind == IMAGE, is_opaque=True, is_solid=False)
    pdfium.FPDFPath_GetDrawMode(item, *pdfium.numbers_at[:2])
    if not pdfium.numbers[0]:
        return None
    red, green, blue, alpha = pdfium.fill_color(item)
    is_plain = not pdfium.FPDFPageObj_HasTransparency(item)
    is_solid = is_plain and alpha == OPAQUE and pdfium.FPDFPath_CountSegments(item) in RECTANGLE
    color = (red, green, blue) if is_plain and alpha == OPAQUE else None
    return Shape(order, box, color, is_image=False, is_opaque=alpha == OPAQUE, is_solid=is_solid)


def may_be_dot(box: Box) -> bool:
    """Say whether an outline is of the size and the form of a bullet."""
    shorter, longer = sorted((box[2] - box[0], box[3] - box[1]))
    return shorter > SMALLEST_DOT and longer < min(LARGEST_DOT, ROUNDEST * shorter)


def may_be_pill(box: Box) -> bool:
    """Say whether an outline is of the size of a word's box."""
    return LOWEST < box[3] - box[1] < TALLEST and LOWEST < box[2] - box[0] < WIDEST


def is_painted(item: int) -> bool:
    """Say whether an outline is drawn or filled."""
    pdfium = calls()
    pdfium.FPDFPath_GetDrawMode(item, *pdfium.numbers_at[:2])
    return bool(pdfium.numbers[0] or pdfium.numbers[1]) and bool(pdfium.fill_color(item)[3])


def multiplied(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def transformed(box: Box, matrix: Matrix) -> Box:
    """The upright box around the transformed one."""
    if matrix is IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
