"""Whether a person can see what a style draws."""

import re
from collections.abc import Mapping

from skillgap.documents.flow.colors import is_same_color
from skillgap.documents.flow.sheet import SMALLEST_SIZE
from skillgap.documents.types import HiddenCause
from skillgap.documents.web.css_values import Color, length_of, measure, words_of

FAR_BEFORE = -1000.0
FAR_BEYOND = 5000.0
FAR_INDENT = -500.0
FAINTEST = 0.05
THINNEST = 1.0
PANEL = 50.0
CLOSED = {"hidden", "clip"}
FREE = {"absolute", "fixed"}
SIDES = ("left", "top", "right", "bottom")
MARGINS = ("margin-left", "margin-top")
CALL = re.compile(r"([a-z0-9-]+)\(([^()]*)\)")
HALF = 50.0


def box_cause(style: Mapping[str, str], size: float) -> HiddenCause | None:
    """Why nothing within the element's box can be seen, if so."""
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return HiddenCause.SWITCHED_OFF
    if is_far_away(style, size):
        return HiddenCause.OFF_PAGE
    if is_without_area(style, size) or is_cut_away(style, size):
        return HiddenCause.CLIPPED
    return None


def is_far_away(style: Mapping[str, str], size: float) -> bool:
    """Moved out of the window, beyond what one could scroll to."""
    if (length_of(style.get("text-indent"), size) or 0.0) <= FAR_INDENT:
        return True
    if style.get("text-indent") == "100%" and style.get("overflow") in CLOSED and style.get("white-space") == "nowrap":
        return True
    names = (*MARGINS, *SIDES) if style.get("position", "static") != "static" else MARGINS
    moved = [length_of(style.get(name), size) or 0.0 for name in names]
    moved += [
        length or 0.0
        for function, arguments in CALL.findall(style.get("transform", ""))
        if function.startswith("translate")
        for length in (length_of(argument.strip(), size) for argument in arguments.split(","))
    ]
    return any(length <= FAR_BEFORE or length > FAR_BEYOND for length in moved)


def is_without_area(style: Mapping[str, str], size: float) -> bool:
    """A box of no size that shows nothing outside itself, or drawn at the scale of nothing."""
    for function, arguments in CALL.findall(style.get("transform", "")):
        measured = measure(arguments.split(",")[0].strip() or "1") if function.startswith("scale") else None
        if measured is not None and abs(measured[0]) < FAINTEST:
            return True
    if style.get("overflow") not in CLOSED:
        return False
    lengths = [length_of(style.get(name), size) for name in ("width", "height", "max-width", "max-height")]
    return any(length is not None and length <= THINNEST for length in lengths)


def is_cut_away(style: Mapping[str, str], size: float) -> bool:
    """Clipped to less than a pixel."""
    for function, arguments in CALL.findall(style.get("clip", "")):
        edges = [length_of(word, size) for word in words_of(arguments.replace(",", " "))]
        if function == "rect" and len(edges) == len(SIDES) and style.get("position") in FREE:
            top, right, bottom, left = (0.0 if edge is None else edge for edge in edges)
            is_open = edges[1] is None or edges[2] is None
            return not is_open and (right - left <= THINNEST or bottom - top <= THINNEST)
    for function, arguments in CALL.findall(style.get("clip-path", "")):
        first = measure(words_of(arguments)[0]) if words_of(arguments) else None
        if function == "inset" and first is not None and first[1] == "%" and first[0] >= HALF:
            return True
        if function in {"circle", "ellipse"} and first is not None and first[0] == 0:
            return True
    return False


def ink_cause(
    color: Color, ground: Color | None, *, points: float, opacity: float, is_painted: bool
) -> HiddenCause | None:
    """Why letters of this colour and size can't be seen on the ground, if so; None for the ground is one that can't be told."""
    if points < SMALLEST_SIZE:
        return HiddenCause.TINY
    if opacity < FAINTEST or (color.alpha < FAINTEST and not is_painted):
        return HiddenCause.TRANSPARENT
    if ground is None or is_painted:
        return None
    return HiddenCause.SAME_COLOR if is_same_color(color.over(ground).hex, ground.hex) else None


def is_panel(style: Mapping[str, str], size: float, background: Color | None) -> bool:
    """A coloured box that lies free on the page, so that other text may stand on it."""
    if style.get("position") not in FREE or background is None or background.alpha < FAINTEST:
        return False
    lengths = [length_of(style.get(name), size) for name in ("width", "height")]
    return all(length is None or length >= PANEL for length in lengths)
