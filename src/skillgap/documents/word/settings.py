"""The settings that Word files give to letters and paragraphs, in styles as in the text."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import UNKNOWN
from skillgap.documents.word.colors import HEX, HIGHLIGHTS, Colors
from skillgap.documents.word.names import OFF, VAL, W14, W

DEEPEST_HEADING = 6
DEEPEST_LIST = 8
LONGEST_NUMBER = 10
LARGE_SPACE = 200
THIN_LINE = 40
CLEAR = "clear"
MOSTLY_CLEAR = 95_000
NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt)?")
STYLE_OF_RUN, STYLE_OF_PARAGRAPH = f"{W}rStyle", f"{W}pStyle"


class Format(NamedTuple):
    """Settings of letters; None where nothing is set. `effect` is a fill that stands above the plain colour."""

    size: float | None = None
    is_bold: bool | None = None
    is_off: bool | None = None
    color: str | None = None
    effect: str | None = None
    shade: str | None = None
    highlight: str | None = None
    scale: float | None = None


class Shape(NamedTuple):
    """Settings of paragraphs; None where nothing is set. `is_thin` says that its lines have next to no height."""

    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    ground: str | None = None
    is_spaced: bool | None = None
    is_thin: bool | None = None


Settings = TypeVar("Settings", Format, Shape)
PLAIN = Format()
PLAIN_SHAPE = Shape()


def merged(base: Settings, over: Settings) -> Settings:
    return type(base)._make(below if own is None else own for below, own in zip(base, over, strict=True))


def format_of(properties: Element, colors: Colors) -> tuple[str, Format]:
    """Read `w:rPr`: the character style it names, and its own settings."""
    style = ""
    found: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in FORMAT_READERS:
            name, read = FORMAT_READERS[tag]
            found[name] = read(child, colors)
        elif tag == STYLE_OF_RUN:
            style = child.get(VAL, "")
    return style, Format(**found) if found else PLAIN


def shape_of(properties: Element, colors: Colors) -> tuple[str, Shape]:
    """Read `w:pPr`: the paragraph style it names, and its own settings."""
    style = ""
    found: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in SHAPE_READERS:
            found |= SHAPE_READERS[tag](child, colors)
        elif tag == STYLE_OF_PARAGRAPH:
            style = child.get(VAL, "")
    return style, Shape(**found) if found else PLAIN_SHAPE


def size_in(element: Element, _: Colors) -> float | None:
    size = number_of(element.get(VAL, ""))
    return None if size is None else size / 2


def effect_in(fill: Element, _: Colors) -> str:
    """Word's text effects: none at all is clear, a gradient is some colour that is seen."""
    if fill.find(f"{W14}noFill") is not None:
        return CLEAR
    color = fill.find(f"{W14}solidFill/{W14}srgbClr")
    found = None if color is None else HEX.fullmatch(color.get(f"{W14}val", ""))
    if color is None or found is None:
        return UNKNOWN
    alpha = color.find(f"{W14}alpha")
    is_clear = alpha is not None and (number_of(alpha.get(f"{W14}val", "")) or 0) >= MOSTLY_CLEAR
    return CLEAR if is_clear else f"#{found[1].lower()}"


FORMAT_READERS: dict[str, tuple[str, Callable[[Element, Colors], Any]]] = {
    f"{W}sz": ("size", size_in),
    f"{W}b": ("is_bold", lambda element, _: is_on(element)),
    f"{W}vanish": ("is_off", lambda element, _: is_on(element)),
    f"{W}color": ("color", lambda element, colors: colors.of(element)),
    f"{W14}textFill": ("effect", effect_in),
    f"{W}shd": ("shade", lambda element, colors: colors.of_shade(element)),
    f"{W}highlight": ("highlight", lambda element, _: HIGHLIGHTS.get(element.get(VAL, ""), UNKNOWN)),
    f"{W}w": ("scale", lambda element, _: number_of(element.get(VAL, "").rstrip("%"))),
}


def outline_in(outline: Element, _: Colors) -> dict[str, int]:
    level = number_of(outline.get(VAL, ""))
    return {"level": int(level) + 1 if level is not None and 0 <= level < DEEPEST_HEADING else 0}


def list_in(properties: Element, _: Colors) -> dict[str, int | str]:
    found: dict[str, int | str] = {}
    for child in properties:
        if child.tag == f"{W}numId":
            found["list_id"] = child.get(VAL, "")
        elif child.tag == f"{W}ilvl":
            found["list_level"] = int(min(max(number_of(child.get(VAL, "")) or 0, 0), DEEPEST_LIST))
    return found


def spacing_in(spacing: Element, _: Colors) -> dict[str, bool]:
    found = {}
    if before := spacing.get(f"{W}before"):
        found["is_spaced"] = (number_of(before) or 0) >= LARGE_SPACE
    if line := spacing.get(f"{W}line"):
        height = number_of(line)
        found["is_thin"] = spacing.get(f"{W}lineRule") == "exact" and height is not None and height < THIN_LINE
    return found


SHAPE_READERS: dict[str, Callable[[Element, Colors], dict[str, Any]]] = {
    f"{W}outlineLvl": outline_in,
    f"{W}numPr": list_in,
    f"{W}spacing": spacing_in,
    f"{W}shd": lambda shade, colors: {"ground": colors.of_shade(shade)},
}


def is_on(toggle: Element) -> bool:
    return toggle.get(VAL, "1") not in OFF


def number_of(text: str) -> float | None:
    """Read a measure: half points, twentieths and the like as they are; points, as strict files may write, as half points."""
    if text.isdecimal() and text.isascii() and len(text) < LONGEST_NUMBER:
        return int(text)
    found = NUMBER.fullmatch(text)
    return None if found is None else float(found[1]) * (2 if found[2] else 1)
