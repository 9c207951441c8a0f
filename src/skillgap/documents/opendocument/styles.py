"""What OpenDocument styles say of letters, paragraphs, cells and frames, each resolved once along its parents."""

from typing import Any, NamedTuple

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN, is_same_color, points
from skillgap.documents.flow.sheet import SMALLEST_SIZE, Look
from skillgap.documents.types import TITLE_LEVEL, HiddenCause

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
BOLD = {"bold", "600", "700", "800", "900"}
LARGE_SPACE = 10.0
LONGEST_LEVEL = 3
DEEPEST_HEADING = 6
PICTURED = {"gradient", "bitmap", "hatch"}
NARROW_SCALE = 0.05
LEAST_OPACITY = 0.05


class Format(NamedTuple):
    """Settings of letters; None where nothing is set. A size may be a share of the size around it."""

    size: float | None = None
    share: float | None = None
    is_bold: bool | None = None
    is_off: bool | None = None
    color: str | None = None
    ground: str | None = None
    is_clear: bool | None = None
    is_narrow: bool | None = None


class Shape(NamedTuple):
    """Settings of paragraphs, cells and frames; None where nothing is set."""

    ground: str | None = None
    is_spaced: bool | None = None
    breaks: str | None = None
    level: int | None = None
    list_style: str | None = None
    page_style: str | None = None
    is_behind: bool | None = None


PLAIN = Format()
PLAIN_SHAPE = Shape()


class Styles:
    """The styles that one part of a file can name, by family and name; common ones, then its automatic ones."""

    def __init__(self, *sources: Element | None) -> None:
        self.elements: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, dict[int, Element]] = {}
        self.found: dict[tuple[str, str], tuple[Format, Shape]] = {}
        self.looks: dict[tuple[Format, str, HiddenCause | None], Look] = {}
        for source in sources:
            for style in () if source is None else source:
                self.take_in(style)

    def take_in(self, style: Element) -> None:
        name, family = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}family", "")
        if style.tag == f"{STYLE}style":
            self.elements[family, name] = style
        elif style.tag == f"{STYLE}default-style":
            self.elements[family, ""] = style
        elif style.tag == f"{TEXT}list-style":
            levels = ((level.get(f"{TEXT}level", ""), level) for level in style)
            self.lists[name] = {
                int(depth): level for depth, level in levels if len(depth) <= LONGEST_LEVEL and depth.isdecimal()
            }

    def format(self, family: str, name: str) -> Format:
        return self.resolved(family, name)[0]

    def shape(self, family: str, name: str) -> Shape:
        return self.resolved(family, name)[1]

    def resolved(self, family: str, name: str) -> tuple[Format, Shape]:
        """Resolve a style and its parents, the family's default first; a circle of parents ends where it closes."""
        line: dict[tuple[str, str], Element] = {}
        key = (family, name)
        while key not in self.found and key not in line:
            style = line[key] = self.elements.get(key)
            if key[1] == "":
                break
            key = (family, "" if style is None else style.get(f"{STYLE}parent-style-name", ""))
        settings, shape = self.found.get(key, (PLAIN, PLAIN_SHAPE))
        for key, style in reversed(line.items()):
            if style is not None:
                settings, shape = applied(settings, format_of(style)), over(shape, shape_of(style))
            self.found[key] = settings, shape
        return self.found[family, name]

    def look(self, settings: Format, ground: str, cause: HiddenCause | None) -> Look:
        key = (settings, ground, cause)
        found = self.looks.get(key)
        if found is None:
            color = settings.color if settings.color and settings.color.startswith("#") else None
            cause = HiddenCause.SWITCHED_OFF if settings.is_off else cause or cause_of(settings, color, ground)
            found = self.looks[key] = Look(settings.size, bool(settings.is_bold), color, cause)
        return found


def applied(base: Format, own: Format) -> Format:
    """Settings within others; a relative size is one of the size around it."""
    if own is PLAIN:
        return base
    merged = Format._make(below if mine is None else mine for below, mine in zip(base, own, strict=True))
    if own.share is not None and base.size is not None:
        return merged._replace(size=base.size * own.share, share=None)
    return merged


def over(base: Shape, own: Shape) -> Shape:
    return Shape._make(below if mine is None else mine for below, mine in zip(base, own, strict=True))


def format_of(style: Element) -> Format:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None or not properties.attrib:
        return PLAIN
    given = properties.get
    size, weight, display = given(f"{FO}font-size", ""), given(f"{FO}font-weight"), given(f"{TEXT}display")
    color = AUTO if given(f"{STYLE}use-window-font-color") == "true" else color_of(given(f"{FO}color"))
    scale = percent(given(f"{STYLE}text-scale", ""))
    return Format(
        size=points(size),
        share=percent(size),
        is_bold=None if weight is None else weight in BOLD,
        is_off=None if display is None else display == "none",
        color=color,
        ground=color_of(given(f"{FO}background-color")),
        is_clear=None if color is None else is_clear(color, given(f"{LOEXT}opacity", "")),
        is_narrow=None if scale is None else scale < NARROW_SCALE,
    )


def is_clear(color: str, opacity: str) -> bool:
    """Beside the automatic colour LibreOffice always writes an opacity of 0, which means nothing."""
    share = percent(opacity)
    return color != AUTO and share is not None and share < LEAST_OPACITY


def shape_of(style: Element) -> Shape:
    found: dict[str, Any] = {
        "level": level_of(style),
        "list_style": style.get(f"{STYLE}list-style-name"),
        "page_style": style.get(f"{STYLE}master-page-name") or None,
    }
    for properties in style:
        if properties.tag == f"{STYLE}text-properties":
            continue
        found["ground"] = fill_of(properties) or found.get("ground")
        if (space := points(properties.get(f"{FO}margin-top"))) is not None:
            found["is_spaced"] = space >= LARGE_SPACE
        found["breaks"] = properties.get(f"{FO}break-before") or found.get("breaks")
        if layer := properties.get(f"{STYLE}run-through"):
            found["is_behind"] = layer == "background"
    return Shape(**found)


def level_of(style: Element) -> int | None:
    """A heading style may stand at a plain paragraph as well; the names of the built-in ones are always English."""
    outline, name = style.get(f"{STYLE}default-outline-level", ""), style.get(f"{STYLE}name", "")
    if name == "Title":
        return TITLE_LEVEL
    return min(int(outline), DEEPEST_HEADING) if len(outline) <= LONGEST_LEVEL and outline.isdecimal() else None


def fill_of(properties: Element) -> str | None:
    """The colour of a ground: AUTO where it lets through what is behind it, None where nothing is said."""
    kind = properties.get(f"{DRAW}fill")
    if kind == "none" or percent(properties.get(f"{DRAW}opacity", "")) == 0:
        return AUTO
    if kind in PICTURED or properties.find(f"{STYLE}background-image[@{XLINK}href]") is not None:
        return UNKNOWN
    return color_of(properties.get(f"{DRAW}fill-color") if kind else properties.get(f"{FO}background-color"))


def color_of(text: str | None) -> str | None:
    if text is None or (text.startswith("#") and not is_hex(text)):
        return None
    return text.lower() if text.startswith("#") else AUTO if text == "transparent" else UNKNOWN


def is_hex(text: str) -> bool:
    return len(text) == len("#rrggbb") and all(letter in "0123456789abcdefABCDEF" for letter in text[1:])


def percent(text: str) -> float | None:
    number = text[:-1]
    return float(number) / 100 if text.endswith("%") and number.replace(".", "", 1).isdecimal() else None


def cause_of(settings: Format, color: str | None, ground: str) -> HiddenCause | None:
    behind = settings.ground if settings.ground not in {None, AUTO} else ground
    if (settings.size is not None and settings.size < SMALLEST_SIZE) or settings.is_narrow:
        return HiddenCause.TINY
    if settings.is_clear:
        return HiddenCause.TRANSPARENT
    if color is None or behind is None or not behind.startswith("#"):
        return None
    return HiddenCause.SAME_COLOR if is_same_color(color, behind) else None
