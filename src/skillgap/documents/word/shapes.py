"""Text boxes of Word files, drawn in DrawingML or in the older VML: where their text is, and what is behind it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN, WHITE, Backdrop, points
from skillgap.documents.types import HiddenCause
from skillgap.documents.word.colors import HEX, Colors
from skillgap.documents.word.names import MC, OFF, VML, WP, WPS, A, W

INCH = 914_400
FARTHEST = 30 * INCH
SLACK = 2 * INCH
SMALLEST_BACKDROP = INCH // 2
BOX = f"{W}txbxContent"
PICTURED = {f"{A}gradFill", f"{A}blipFill", f"{A}pattFill", f"{A}grpFill"}
LEAST_OPAQUE = 10_000
FAR_POINTS = 30 * 72
NAMED_COLORS = {"white": WHITE, "black": "#000000", "window": WHITE, "windowText": "#000000"}


class TextBox(NamedTuple):
    """A text box's content; the ground is AUTO where it has no fill of its own."""

    content: Element
    ground: str
    cause: HiddenCause | None


def text_boxes(drawing: Element, colors: Colors) -> list[TextBox]:
    """The text boxes in a drawing, those in another box's text left to the reading of that text."""
    if next(drawing.iter(BOX), None) is None:
        return []
    return list(boxes_in(drawing, colors, AUTO, None))


def boxes_in(parent: Element, colors: Colors, ground: str, cause: HiddenCause | None) -> Iterator[TextBox]:
    """Walk down with what each shape adds; of alternatives for newer and older programs only the first counts."""
    for child in parent:
        tag = child.tag
        if tag == BOX:
            yield TextBox(child, ground, cause)
        elif tag in {f"{WP}anchor", f"{WP}inline"}:
            yield from boxes_in(child, colors, ground, cause or cause_of_anchor(child))
        elif tag == f"{WPS}wsp":
            yield from boxes_in(child, colors, fill_of_shape(child, colors), cause)
        elif tag.startswith(VML):
            is_textbox = tag == f"{VML}textbox"
            fill = ground if is_textbox else fill_of_vml(child, ground)
            yield from boxes_in(child, colors, fill, cause or (None if is_textbox else cause_of_vml(child)))
        elif tag == f"{MC}AlternateContent":
            yield from boxes_in(chosen(child), colors, ground, cause)
        else:
            yield from boxes_in(child, colors, ground, cause)


def chosen(alternatives: Element) -> Element:
    """The first choice, or the fallback where there is no choice."""
    choice = alternatives.find(f"{MC}Choice")
    fallback = alternatives.find(f"{MC}Fallback")
    return choice if choice is not None else () if fallback is None else fallback


def cause_of_anchor(anchor: Element) -> HiddenCause | None:
    """Why a drawing can't be seen: switched off, without a width or height, or wholly off any page."""
    properties, extent = anchor.find(f"{WP}docPr"), anchor.find(f"{WP}extent")
    if properties is not None and properties.get("hidden", "0") not in OFF:
        return HiddenCause.SWITCHED_OFF
    sizes = [emu(extent.get(name, "")) if extent is not None else None for name in ("cx", "cy")]
    if 0 in sizes:
        return HiddenCause.CLIPPED
    for name, size in zip(("positionH", "positionV"), sizes, strict=True):
        position = anchor.find(f"{WP}{name}")
        if position is not None and is_far(position, size or 0):
            return HiddenCause.OFF_PAGE
    return None


def is_far(position: Element, size: int) -> bool:
    """What counts from the page's own corner is off it once wholly negative; from a margin or column a bit later.

    A height that counts from a paragraph or line may be negative and on the page.
    """
    offset = emu(position.findtext(f"{WP}posOffset", ""))
    if offset is None:
        return False
    start = position.get("relativeFrom", "")
    slack = 0 if start == "page" else FARTHEST if start in {"paragraph", "line"} else SLACK
    return offset + size <= -slack or offset >= FARTHEST


def emu(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?\d{1,12}", text.strip()) else None


def fill_of_shape(shape: Element, colors: Colors) -> str:
    """The fill that the shape sets, else that of its style, else none."""
    properties, reference = shape.find(f"{WPS}spPr"), shape.find(f"{WPS}style/{A}fillRef")
    for child in () if properties is None else properties:
        if child.tag == f"{A}noFill":
            return AUTO
        if child.tag == f"{A}solidFill":
            return AUTO if is_clear(child) else colors.of_drawing(child)
        if child.tag in PICTURED:
            return UNKNOWN
    if reference is None or reference.get("idx", "0") == "0":
        return AUTO
    return colors.of_drawing(reference)


def is_clear(fill: Element) -> bool:
    alpha = fill.find(f"*/{A}alpha")
    value = None if alpha is None else emu(alpha.get("val", "").rstrip("%"))
    return value is not None and value < LEAST_OPAQUE


def fill_of_vml(shape: Element, outer: str) -> str:
    """A VML shape is white where it says nothing; a group has no fill of its own."""
    if shape.tag == f"{VML}group":
        return outer
    if shape.get("filled", "t").casefold() in {"f", "false"}:
        return AUTO
    if shape.find(f"{VML}fill") is not None and shape.find(f"{VML}fill").get("type", "solid") != "solid":
        return UNKNOWN
    name = shape.get("fillcolor", WHITE).split(" ")[0]
    found = HEX.fullmatch(name)
    return f"#{found[1].lower()}" if found else NAMED_COLORS.get(name, UNKNOWN)


def cause_of_vml(shape: Element) -> HiddenCause | None:
    style = {name.strip(): value.strip() for name, _, value in map(halved, shape.get("style", "").split(";"))}
    if style.get("visibility") == "hidden":
        return HiddenCause.SWITCHED_OFF
    width, height = points(style.get("width")), points(style.get("height"))
    if 0 in {width, height}:
        return HiddenCause.CLIPPED
    for names, size in ((("margin-left", "left"), width), (("margin-top", "top"), height)):
        offset = next((found for name in names if (found := points(style.get(name))) is not None), 0.0)
        if offset >= FAR_POINTS or offset + (size or 0) <= -FAR_POINTS / 3:
            return HiddenCause.OFF_PAGE
    return None


def halved(setting: str) -> tuple[str, str, str]:
    return setting.partition(":")


def backdrops(root: Element, colors: Colors) -> Iterator[Backdrop]:
    """The filled shapes and pictures of a part that are large enough for letters to stand on."""
    for kind in (f"{WP}anchor", f"{WP}inline"):
        for anchor in root.iter(kind):
            extent = anchor.find(f"{WP}extent")
            sizes = [] if extent is None else [emu(extent.get(name, "")) or 0 for name in ("cx", "cy")]
            if not sizes or min(sizes) < SMALLEST_BACKDROP or cause_of_anchor(anchor):
                continue
            is_behind = anchor.get("behindDoc", "0") not in OFF
            fills = [UNKNOWN] if next(anchor.iter(f"{A}blip"), None) is not None else []
            fills += (fill_of_shape(shape, colors) for shape in anchor.iter(f"{WPS}wsp"))
            yield from (Backdrop(fill, is_behind) for fill in fills if fill != AUTO)
    for kind in ("rect", "shape", "roundrect", "oval"):
        for shape in root.iter(f"{VML}{kind}"):
            fill = fill_of_vml(shape, AUTO)
            if fill != AUTO and cause_of_vml(shape) is None:
                yield Backdrop(fill, "z-index:-" in shape.get("style", ""))
