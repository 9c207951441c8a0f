"""Which media queries hold: what is on a wide, light screen counts."""

import re
from functools import lru_cache

from skillgap.documents.web.css_values import ROOT_SIZE, length_of

SCREEN_WIDTH = 1280.0
SCREEN_HEIGHT = 800.0
MEDIUM = re.compile(r"\s*(?:only\s+|not\s+)?([a-z]+)")
FEATURE = re.compile(r"\(([^()]*)\)")
LIMIT = re.compile(r"(min|max)-(?:device-)?(width|height):(.*)")
COMPARISON = re.compile(r"(width|height)([<>]=?)(.*)")
TRUE_FEATURES = {
    "color",
    "hover",
    "hover:hover",
    "any-hover:hover",
    "pointer:fine",
    "orientation:landscape",
    "prefers-color-scheme:light",
    "prefers-reduced-motion:no-preference",
}


@lru_cache(maxsize=1024)
def holds_on_screen(queries: str) -> bool:
    return any(holds(query) for query in queries.casefold().split(","))


def holds(query: str) -> bool:
    medium = MEDIUM.match(query)
    is_screen = medium is None or medium[1] in {"all", "screen"} or query.lstrip().startswith("not (")
    is_true = is_screen and all(feature_holds("".join(feature.split())) for feature in FEATURE.findall(query))
    is_denied = query.split()[:1] == ["not"]
    return is_true != is_denied


def feature_holds(feature: str) -> bool:
    if limit := LIMIT.fullmatch(feature):
        bound = length_of(limit[3], ROOT_SIZE)
        return bound is not None and (side(limit[2]) >= bound if limit[1] == "min" else side(limit[2]) <= bound)
    if compared := COMPARISON.fullmatch(feature):
        bound = length_of(compared[3], ROOT_SIZE)
        is_less = compared[2].startswith("<")
        return bound is not None and (side(compared[1]) <= bound if is_less else side(compared[1]) >= bound)
    return feature in TRUE_FEATURES


def side(name: str) -> float:
    return SCREEN_WIDTH if name == "width" else SCREEN_HEIGHT
