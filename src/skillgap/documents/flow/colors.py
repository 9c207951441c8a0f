"""What can be seen: colours on grounds, and lengths of office files."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

UNKNOWN = "?"
"""A colour that can't be told: a picture, a gradient, a pattern. Letters on it or of it are taken to be seen."""
AUTO = "auto"
"""No colour: letters take black or white, whatever can be read; a ground lets through what is behind it."""
WHITE = "#ffffff"
MEASURE = re.compile(r"(-?\d{0,9}\.?\d{1,9})\s*(pt|in|cm|mm|px|pc|)")
POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "pc": 12.0, "": 0.75}
LEAST_CONTRAST = 1.15
LEAST_DISTANCE = 128


class Backdrop(NamedTuple):
    """A filled shape or picture that letters may stand on."""

    color: str
    is_behind: bool


def ground_for(paper: str, drops: list[Backdrop]) -> str:
    """The paper, or UNKNOWN where something else may be behind: letters that would vanish on paper may show on that."""
    is_covered = any(UNKNOWN in {drop.color, paper} or not is_same_color(drop.color, paper) for drop in drops)
    return UNKNOWN if is_covered else paper


def points(measure: str | None) -> float | None:
    """Read a length with its unit, in points; None where it is no length."""
    found = MEASURE.fullmatch(measure or "")
    return None if found is None else float(found[1]) * POINTS[found[2]]


@lru_cache(maxsize=4096)
def is_same_color(color: str, ground: str) -> bool:
    """Whether letters of one colour can't be told from the other, both "#rrggbb": too little contrast, and no other hue."""
    ink, paper = channels(color), channels(ground)
    lights = sorted((luminance(ink), luminance(paper)))
    is_faint = (lights[1] + 0.05) / (lights[0] + 0.05) < LEAST_CONTRAST
    return is_faint and max(abs(one - other) for one, other in zip(ink, paper, strict=True)) < LEAST_DISTANCE


def channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: Iterable[int]) -> float:
    """Relative luminance as the web's accessibility guidelines define it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]  # noqa: PLR2004 - their knee
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
