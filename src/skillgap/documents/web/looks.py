"""How each element of a page looks: the defaults of browsers, old attributes, style sheets and inline styles, inherited."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.flow.sheet import Look
from skillgap.documents.types import HiddenCause
from skillgap.documents.web.css import Declaration, Match, Node, declarations_of
from skillgap.documents.web.css_custom import resolved
from skillgap.documents.web.css_longhands import longhands
from skillgap.documents.web.css_values import BLACK, PIXELS_PER_POINT, WHITE, Color, color_of, length_of
from skillgap.documents.web.defaults import DEFAULTS, FONT_SIZES, HEADINGS, SIZE_KEYWORDS, STEPS
from skillgap.documents.web.sight import box_cause, ink_cause

MOST_CUSTOM = 500
BOLD_WEIGHT = 600
FAINTEST = 0.05
AS_PARENT = {"inherit", "unset", "revert", "revert-layer"}
INHERITED = ("white-space", "text-transform", "list-style-type", "text-indent", "visibility")
OLD_ATTRIBUTES = ("hidden", "color", "bgcolor", "background", "text", "size", "fill", "open")
NO_STYLE: Mapping[str, str] = MappingProxyType({})


class Appearance(Struct, frozen=True, eq=False):
    """An element's computed style, as far as reading needs it. `ground` is None where it can't be told."""

    style: Mapping[str, str] = NO_STYLE
    custom: Mapping[str, str] = NO_STYLE
    size: float = 16.0
    is_bold: bool = False
    color: Color | None = None
    ground: Color | None = WHITE
    opacity: float = 1.0
    is_painted: bool = False
    heading_level: int = 0
    box_cause: HiddenCause | None = None
    look: Look = Look(size=12.0)

    @property
    def display(self) -> str:
        return self.style.get("display", "inline")

    @property
    def is_gone(self) -> bool:
        """Not even a place is kept for it."""
        return self.box_cause is HiddenCause.SWITCHED_OFF

    def length(self, name: str) -> float:
        return length_of(self.style.get(name), self.size) or 0.0


class Looks:
    """Computes appearances, each combination of parent and declarations once."""

    def __init__(self) -> None:
        self.known: dict[tuple[object, ...], Appearance] = {}

    def of(self, node: Node, parent: Appearance, matches: Iterable[Match], pseudo: str | None = None) -> Appearance:
        tag = "" if pseudo else node.local_name
        attributes = node.etree_element.attrib
        own = tuple(match for match in matches if match[1] == pseudo)
        inline = "" if pseudo else attributes.get("style", "")
        old = () if pseudo else tuple((name, attributes[name]) for name in OLD_ATTRIBUTES if name in attributes)
        key = (id(parent), tag, tuple(match[0] for match in own), inline, old)
        if key not in self.known:
            weakest_first = [declared for _, _, found in own for declared in found] + list(declarations_of(inline))
            self.known[key] = appearance(parent, tag, dict(old), weakest_first)
        return self.known[key]

    def without_ground(self, appearance: Appearance) -> Appearance:
        """The same on a ground that can't be told."""
        key = (id(appearance), "without ground")
        if key not in self.known:
            self.known[key] = replace(appearance, ground=None)
        return self.known[key]


def appearance(parent: Appearance, tag: str, old: Mapping[str, str], declared: list[Declaration]) -> Appearance:
    custom = custom_of(parent, declared)
    style = inherited(parent) | DEFAULTS.get(tag, {}) | old_style(tag, old) | cascaded(declared, custom)
    style = {name: parent.style.get(name, "") if value in AS_PARENT else value for name, value in style.items()}
    if parent.is_gone:
        style["display"] = "none"
    size = font_size(style.get("font-size"), parent.size)
    color = color_of(style["color"]) if style.get("color") else None
    color = color or parent.color
    named = style.get("background-color") or "transparent"
    background = (color or BLACK) if named == "currentcolor" else color_of(named)
    has_picture = style.get("background-image", "none") not in {"none", "initial"}
    is_painted = parent.is_painted or (style.get("background-clip") == "text" and has_picture)
    is_bold = weight(style.get("font-weight"), is_bold=parent.is_bold)
    opacity = parent.opacity * opacity_of(style.get("opacity", "1"))
    ground = None if has_picture or tag == "svg" else ground_under(background, parent.ground)
    box = parent.box_cause or box_cause(style, size)
    points = round(size / PIXELS_PER_POINT, 2)
    cause = (
        box
        or (HiddenCause.SWITCHED_OFF if style.get("visibility") in {"hidden", "collapse"} else None)
        or ink_cause(color or BLACK, ground, points=points, opacity=opacity, is_painted=is_painted)
    )
    return Appearance(
        style=style,
        custom=custom,
        size=size,
        is_bold=is_bold,
        color=color,
        ground=ground,
        opacity=opacity,
        is_painted=is_painted,
        heading_level=HEADINGS.get(tag, parent.heading_level),
        box_cause=box,
        look=Look(points, is_bold, color.hex if color and color.alpha >= FAINTEST else None, cause),
    )


def inherited(parent: Appearance) -> dict[str, str]:
    return {name: parent.style[name] for name in INHERITED if name in parent.style}


def custom_of(parent: Appearance, declared: list[Declaration]) -> Mapping[str, str]:
    if len(parent.custom) > MOST_CUSTOM:
        return parent.custom
    own = {one.name: resolved(one.value, parent.custom) for one in declared[:MOST_CUSTOM] if one.name.startswith("--")}
    kept = {name: value for name, value in own.items() if value is not None}
    return {**parent.custom, **kept} if kept else parent.custom


def cascaded(declared: list[Declaration], custom: Mapping[str, str]) -> dict[str, str]:
    """The last word on each property; what is important comes last."""
    style: dict[str, str] = {}
    for one in sorted(declared, key=lambda declaration: declaration.is_important):
        value = None if one.name.startswith("--") else resolved(one.value, custom)
        if value is not None:
            style.update(known_values(longhands(one.name, value)))
    return style


def known_values(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """A colour that is none is as if it were not declared."""
    for name, value in pairs:
        if name != "color" or value in AS_PARENT or color_of(value) is not None:
            yield name, value
        elif value in {"initial", "currentcolor"}:
            yield name, "black" if value == "initial" else "inherit"


def old_style(tag: str, old: Mapping[str, str]) -> dict[str, str]:
    """What attributes from before CSS say."""
    style = {}
    if "hidden" in old:
        style["display"] = "none"
    if tag == "dialog" and "open" in old:
        style["display"] = "block"
    if tag == "font" and old.get("size", "").lstrip("+-").isdecimal():
        style["font-size"] = FONT_SIZES.get(old["size"], "larger" if old["size"].startswith("+") else "smaller")
    for attribute, name in (("color", "color"), ("text", "color"), ("bgcolor", "background-color"), ("fill", "color")):
        if attribute in old and tag not in {"svg", "path"}:
            style[name] = old[attribute].lower()
    if "background" in old:
        style["background-image"] = "url()"
    return style


def font_size(value: str | None, parent: float) -> float:
    if value is None:
        return parent
    if value in SIZE_KEYWORDS:
        return SIZE_KEYWORDS[value]
    length = STEPS[value] * parent if value in STEPS else length_of(value, parent, whole=parent)
    return parent if length is None or length < 0 else length


def weight(value: str | None, *, is_bold: bool) -> bool:
    if value is None or value == "bolder":
        return is_bold or value is not None
    if value in {"normal", "lighter"}:
        return False
    return value == "bold" or (value.isdecimal() and int(value[:4]) >= BOLD_WEIGHT)


def opacity_of(value: str) -> float:
    number = value.rstrip("%")
    try:
        share = float(number) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 1.0
    return min(1.0, max(0.0, share))


def ground_under(background: Color | None, behind: Color | None) -> Color | None:
    """What letters stand on: the background, or as much of what is behind it as shows through."""
    if background is None or background.alpha < FAINTEST:
        return behind
    if behind is None:
        return None if background.alpha < 1 else background
    return background.over(behind)
