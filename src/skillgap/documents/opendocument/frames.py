"""Text boxes and shapes of OpenDocument files: what stands in them, what is behind it, and whether it is on the page."""

from collections.abc import Iterator
from typing import NamedTuple

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN, Backdrop, points
from skillgap.documents.opendocument.styles import DRAW, STYLE, SVG, Styles
from skillgap.documents.types import HiddenCause

INCH = 72.0
FARTHEST = 30 * INCH
SMALLEST_BACKDROP = INCH / 2
SHAPES = ("frame", "custom-shape", "rect", "ellipse", "circle", "polygon", "path")


class Frame(NamedTuple):
    """A frame's content, None for a picture; the ground is AUTO where it has no fill of its own."""

    content: Element | None
    ground: str
    cause: HiddenCause | None


def frame_of(element: Element, styles: Styles) -> Frame:
    """A frame holds its text in a box, a shape holds it itself."""
    is_frame = element.tag == f"{DRAW}frame"
    content = element.find(f"{DRAW}text-box") if is_frame else element
    name = element.get(f"{DRAW}style-name", "")
    return Frame(content, styles.shape("graphic", name).ground or AUTO, cause_of(element, styles, name))


def cause_of(element: Element, styles: Styles, name: str) -> HiddenCause | None:
    """Why a frame can't be seen: switched off, without a size, or far from any page.

    What counts from the page's own corner is off it once wholly negative; from a paragraph or margin a bit later.
    """
    if element.get(f"{DRAW}display") in {"none", "printer"} or element.get(f"{DRAW}visibility") == "hidden":
        return HiddenCause.SWITCHED_OFF
    width, height = points(element.get(f"{SVG}width")), points(element.get(f"{SVG}height"))
    if 0 in {width, height}:
        return HiddenCause.CLIPPED
    style = styles.elements.get(("graphic", name))
    properties = None if style is None else style.find(f"{STYLE}graphic-properties")
    for axis, size, direction, slack in (("x", width, "horizontal", 2 * INCH), ("y", height, "vertical", FARTHEST)):
        offset = points(element.get(f"{SVG}{axis}"))
        start = "" if properties is None else properties.get(f"{STYLE}{direction}-rel", "")
        if offset is not None and (offset >= FARTHEST or offset + (size or 0) <= (0 if start == "page" else -slack)):
            return HiddenCause.OFF_PAGE
    return None


def backdrops(root: Element, styles: Styles) -> Iterator[Backdrop]:
    """The pictures and filled shapes that are large enough for letters to stand on."""
    for element in root.iter(*(f"{DRAW}{name}" for name in SHAPES)):
        sizes = [points(element.get(f"{SVG}{side}")) or 0 for side in ("width", "height")]
        name = element.get(f"{DRAW}style-name", "")
        if min(sizes) < SMALLEST_BACKDROP or cause_of(element, styles, name):
            continue
        shape = styles.shape("graphic", name)
        color = UNKNOWN if element.find(f"{DRAW}image") is not None else shape.ground or AUTO
        if color != AUTO:
            yield Backdrop(color, bool(shape.is_behind))
