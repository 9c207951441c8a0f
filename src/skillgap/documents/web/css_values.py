"""What CSS values mean: colours and lengths."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin
from typing import Any

import tinycss2
from msgspec import Struct
from tinycss2 import color4

LONGEST_NUMBER = 40
ENDLESS = re.compile(r"[0-9]{41,}")
PIXELS_PER_POINT = 4 / 3
ABSOLUTE_UNITS = {
    "px": 1.0,
    "pt": PIXELS_PER_POINT,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "vw": 12.8,
    "vh": 8.0,
    "vmin": 8.0,
    "vmax": 12.8,
}
FONT_UNITS = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2}
ROOT_SIZE = 16.0


class Color(Struct, frozen=True):
    """Red, green, blue and alpha, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{round(255 * channel):02x}" for channel in (self.red, self.green, self.blue))

    def over(self, ground: "Color") -> "Color":
        """What is seen where this is painted on an opaque ground."""
        share = self.alpha
        return Color(
            self.red * share + ground.red * (1 - share),
            self.green * share + ground.green * (1 - share),
            self.blue * share + ground.blue * (1 - share),
        )


BLACK = Color(0, 0, 0)
WHITE = Color(1, 1, 1)


def curved(light: float) -> float:
    """Return what sRGB writes for so much light, kept within the range of a screen."""
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB


@lru_cache(maxsize=4096)
def color_of(value: str) -> Color | None:
    """Return the colour; None for what is none, or can't be told."""
    if value == "windowtext":
        return BLACK
    try:
        parsed = color4.parse_color(value)
        if parsed is None or isinstance(parsed, str):
            return None
        if parsed.space in {"oklab", "oklch", "lab", "lch"}:
            return color_by_lightness(parsed.space, parsed.coordinates, parsed.alpha)
        red, green, blue = parsed.to("srgb").coordinates
    except (NotImplementedError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return Color(clamped(red), clamped(green), clamped(blue), clamped(parsed.alpha))


def clamped(channel: float | None) -> float:
    return min(1.0, max(0.0, channel or 0.0))


def color_by_lightness(space: str, coordinates: tuple[float | None, float | None, float | None], alpha: float) -> Color:
    """OKLab exactly; of CIE Lab only how light it is."""
    light, first, second = (part or 0.0 for part in coordinates)
    if space in {"lab", "lch"}:
        grey = curved(((light + 16) / 116) ** 3)
        return Color(grey, grey, grey, clamped(alpha))
    if space == "oklch":
        first, second = first * cos(radians(second)), first * sin(radians(second))
    long = (light + 0.3963377774 * first + 0.2158037573 * second) ** 3
    middle = (light - 0.1055613458 * first - 0.0638541728 * second) ** 3
    short = (light - 0.0894841775 * first - 1.2914855480 * second) ** 3
    return Color(
        curved(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        curved(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        curved(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
        clamped(alpha),
    )


def serialized(tokens: Iterable[Any]) -> str:
    """Write tokens as text again; nothing where blocks are nested deeper than any style sheet's."""
    try:
        text: str = tinycss2.serialize(tokens)
    except RecursionError:
        return ""
    return text.strip()


@lru_cache(maxsize=4096)
def words_of(value: str) -> tuple[str, ...]:
    """Split a value at its white space; functions stay whole."""
    tokens = tinycss2.parse_component_value_list(shortened(value), skip_comments=True)
    return tuple(serialized([token]) for token in tokens if token.type != "whitespace")


@lru_cache(maxsize=4096)
def measure(word: str) -> tuple[float, str] | None:
    """A number and its unit ("%" for a share, "" for none); None for a word, or for what must be calculated."""
    token = tinycss2.parse_one_component_value(shortened(word))
    match token.type:
        case "number":
            return token.value, ""
        case "percentage":
            return token.value, "%"
        case "dimension":
            return token.value, token.lower_unit
        case _:
            return None


def length_of(word: str | None, font_size: float, whole: float | None = None) -> float | None:
    """Return the length in pixels; a share only where the whole is known."""
    measured = measure(word) if word else None
    if measured is None:
        return None
    number, unit = measured
    if unit == "%":
        return None if whole is None else number / 100 * whole
    if unit == "":
        return 0.0 if number == 0 else None
    if unit == "rem":
        return number * ROOT_SIZE
    factor = ABSOLUTE_UNITS.get(unit)
    return (
        number * factor if factor is not None else number * font_size * FONT_UNITS[unit] if unit in FONT_UNITS else None
    )


def shortened(text: str) -> str:
    """The text with no number longer than any that means something: Python refuses to read those of thousands of digits."""
    return ENDLESS.sub(lambda match: match[0][:LONGEST_NUMBER], text)
