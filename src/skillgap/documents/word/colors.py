"""Colours of Word files: plain, from the theme, tinted; and what they say of the ground behind letters."""

import re
from collections.abc import Callable
from functools import cached_property

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.colors import AUTO, UNKNOWN, WHITE
from skillgap.documents.word.names import VAL, A, W

HEX = re.compile(r"#?([0-9a-fA-F]{6})")
THEME_NAMES = {
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
USUAL_THEME = {"lt1": WHITE, "dk1": "#000000"}
HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGray": "#808080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "green": "#00ff00",
    "lightGray": "#c0c0c0",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "white": WHITE,
    "yellow": "#ffff00",
    "none": AUTO,
}


class Colors:
    """Resolves colours; the theme is read only if one of them names it."""

    def __init__(self, theme: Callable[[], Element | None]) -> None:
        self.read_theme = theme

    @cached_property
    def theme(self) -> dict[str, str]:
        root = self.read_theme()
        scheme = None if root is None else root.find(f".//{A}clrScheme")
        found = {} if scheme is None else {entry.tag[len(A) :]: plain_drawing_color(entry) for entry in scheme}
        return {**USUAL_THEME, **{name: color for name, color in found.items() if color}}

    def of(self, element: Element, plain: str = "val", prefix: str = "theme") -> str:
        """Resolve `w:color` and the like, whose attributes begin with "theme", or with "themeFill" in a shade."""
        named = element.get(f"{W}{prefix}Color" if prefix == "theme" else f"{W}{prefix}")
        if named:
            color = self.named(named)
            tint, shade = element.get(f"{W}{prefix}Tint"), element.get(f"{W}{prefix}Shade")
            return mixed(color, tint, 255) if tint else mixed(color, shade, 0)
        found = HEX.fullmatch(element.get(f"{W}{plain}", ""))
        return f"#{found[1].lower()}" if found else AUTO

    def named(self, name: str) -> str:
        return self.theme.get(THEME_NAMES.get(name, name), UNKNOWN)

    def of_shade(self, shade: Element) -> str:
        """Resolve `w:shd`: a fill, or a pattern over it, of which only the solid one has a colour of its own."""
        kind = shade.get(VAL, "clear")
        if kind == "solid":
            color = self.of(shade, "color")
            return "#000000" if color == AUTO else color
        if kind in {"clear", "nil"}:
            return self.of(shade, "fill", "themeFill") if kind == "clear" else AUTO
        return UNKNOWN

    def of_drawing(self, parent: Element) -> str:
        """Resolve the colour in `a:solidFill` and the like; with lightness changed it is only roughly known."""
        for child in parent:
            plain = plain_drawing_color(parent)
            if plain:
                return plain
            if child.tag == f"{A}schemeClr":
                return self.named(child.get("val", "")) if len(child) == 0 else UNKNOWN
        return UNKNOWN


def plain_drawing_color(parent: Element) -> str:
    """The colour in an element that holds `a:srgbClr` or `a:sysClr`, else ""."""
    for child in parent:
        found = HEX.fullmatch(child.get("lastClr") or child.get("val", ""))
        if found and child.tag in {f"{A}srgbClr", f"{A}sysClr"}:
            return f"#{found[1].lower()}"
    return ""


def mixed(color: str, share: str | None, other: int) -> str:
    """A tint mixes white in and a shade black; the share of the colour that stays is a hexadecimal byte."""
    if not share or color == UNKNOWN or re.fullmatch("[0-9a-fA-F]{1,2}", share) is None:
        return color
    part = int(share, 16) / 255
    return "#" + "".join(f"{round(int(color[i : i + 2], 16) * part + other * (1 - part)):02x}" for i in (1, 3, 5))
