"""What Word's styles say of a run or a paragraph: the nearest setting wins, from direct ones down to the defaults."""

import re
from typing import NamedTuple

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN, is_same_color
from skillgap.documents.flow.sheet import SMALLEST_SIZE, Look
from skillgap.documents.types import TITLE_LEVEL, HiddenCause
from skillgap.documents.word.colors import Colors
from skillgap.documents.word.names import OFF, VAL, W
from skillgap.documents.word.settings import (
    CLEAR,
    DEEPEST_HEADING,
    PLAIN,
    PLAIN_SHAPE,
    Format,
    Shape,
    format_of,
    merged,
    shape_of,
)

NARROW_SCALE = 5
HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek)\s*([1-9])")
TITLE_NAMES = {"title", "titel"}


class Place(NamedTuple):
    """Where a paragraph stands: what is behind it, why nobody can see it, and the table style around it."""

    ground: str
    cause: HiddenCause | None = None
    table_style: str = ""


class Styles:
    """The styles of a file by id, each resolved once along its line of ancestors."""

    def __init__(self, root: Element | None, colors: Colors) -> None:
        self.colors = colors
        self.elements: dict[str, Element] = {}
        self.defaults = PLAIN
        self.normal = ""
        self.has_lists = False
        self.formats: dict[str, Format] = {"": PLAIN}
        self.shapes: dict[str, Shape] = {"": PLAIN_SHAPE}
        self.grounds: dict[str, str | None] = {"": None}
        self.looks: dict[tuple[str, str, Format, Place, str | None], Look] = {}
        if root is not None:
            self.take_in(root)

    def take_in(self, root: Element) -> None:
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if defaults is not None:
            self.defaults = format_of(defaults, self.colors)[1]
        self.has_lists = next(root.iter(f"{W}numPr"), None) is not None
        for style in root.iterchildren(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self.elements[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in OFF:
                self.normal = key

    def look(self, paragraph: str, run: str, direct: Format, place: Place, ground: str | None) -> Look:
        """Resolve a run: defaults, table, paragraph and character style, then what it sets itself."""
        key = (paragraph, run, direct, place, ground)
        found = self.looks.get(key)
        if found is None:
            settings = self.defaults
            for style in (place.table_style, paragraph or self.normal, run):
                settings = merged(settings, self.format(style))
            found = self.looks[key] = look_of(merged(settings, direct), ground or place.ground, place.cause)
        return found

    def format(self, key: str) -> Format:
        if key not in self.formats:
            self.resolve(key)
        return self.formats[key]

    def shape(self, key: str) -> Shape:
        key = key or self.normal
        if key not in self.shapes:
            self.resolve(key)
        return self.shapes[key]

    def ground_of_table(self, key: str) -> str | None:
        """A table style that shades anything may shade any cell, by row, column or corner; None where it shades nothing."""
        if key not in self.grounds:
            self.resolve(key)
        return self.grounds[key]

    def resolve(self, key: str) -> None:
        """Resolve a style and those it is based on, the root first; one that is based on itself ends there."""
        line: dict[str, Element] = {}
        while key not in self.shapes and key not in line:
            line[key] = self.elements.get(key)
            base = None if line[key] is None else line[key].find(f"{W}basedOn")
            key = "" if base is None else base.get(VAL, "")
        settings, shape = self.formats.get(key, PLAIN), self.shapes.get(key, PLAIN_SHAPE)
        ground = self.grounds.get(key)
        for name, style in reversed(line.items()):
            if style is not None:
                own, properties = style.find(f"{W}rPr"), style.find(f"{W}pPr")
                settings = settings if own is None else merged(settings, format_of(own, self.colors)[1])
                shape = named_level(style, shape)
                shape = shape if properties is None else merged(shape, shape_of(properties, self.colors)[1])
                is_shading = style.get(f"{W}type") == "table" and next(style.iter(f"{W}shd"), None) is not None
                ground = UNKNOWN if is_shading else ground
            self.formats[name], self.shapes[name], self.grounds[name] = settings, shape, ground


def named_level(style: Element, shape: Shape) -> Shape:
    """Built-in styles keep their English names in the file, whatever their ids are; some programs translate them."""
    name = style.find(f"{W}name")
    text = "" if name is None else name.get(VAL, "").casefold().strip()
    if text in TITLE_NAMES:
        return shape._replace(level=TITLE_LEVEL)
    found = HEADING_NAME.fullmatch(text)
    return shape._replace(level=min(int(found[1]), DEEPEST_HEADING)) if found else shape


def look_of(settings: Format, ground: str, cause: HiddenCause | None) -> Look:
    """Resolve the colour, and say why letters can't be seen: by themselves, else by the place they stand in."""
    color = settings.effect or settings.color or AUTO
    grounds = (settings.highlight, settings.shade, ground)
    behind = next((one for one in grounds if one is not None and one != AUTO), AUTO)
    if settings.is_off:
        cause = HiddenCause.SWITCHED_OFF
    cause = cause or cause_of(settings, color, behind)
    return Look(settings.size, bool(settings.is_bold), color if color.startswith("#") else None, cause)


def cause_of(settings: Format, color: str, ground: str) -> HiddenCause | None:
    if settings.size is not None and settings.size < SMALLEST_SIZE:
        return HiddenCause.TINY
    if settings.scale is not None and settings.scale < NARROW_SCALE:
        return HiddenCause.TINY
    if color == CLEAR:
        return HiddenCause.TRANSPARENT
    is_known = color.startswith("#") and ground.startswith("#")
    return HiddenCause.SAME_COLOR if is_known and is_same_color(color, ground) else None
