"""Which CSS properties count for a reader, and how those that set several at once fall apart."""

from collections.abc import Iterator
from functools import lru_cache

from skillgap.documents.web.css_values import color_of, measure, words_of

Longhand = tuple[str, str]

SIDES = ("top", "right", "bottom", "left")
KEPT = frozenset(
    {
        "background-clip",
        "background-color",
        "background-image",
        "clear",
        "clip",
        "clip-path",
        "color",
        "content",
        "display",
        "fill",
        "flex-direction",
        "float",
        "font-size",
        "font-weight",
        "grid-template-columns",
        "height",
        "list-style-type",
        "max-height",
        "max-width",
        "mso-hide",
        "opacity",
        "overflow",
        "position",
        "text-indent",
        "text-transform",
        "transform",
        "visibility",
        "white-space",
        "width",
        *SIDES,
        *(f"{box}-{side}" for box in ("margin", "padding") for side in SIDES),
    }
)
OTHER_NAMES = {
    "-webkit-text-fill-color": "color",
    "-webkit-background-clip": "background-clip",
    "-webkit-clip-path": "clip-path",
    "-webkit-transform": "transform",
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "scale": "transform",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "padding-inline-start": "padding-left",
    "padding-inline-end": "padding-right",
}
SHORTHANDS = frozenset({"margin", "padding", "inset", "background", "font", "list-style", "flex-flow", "grid-template"})
CASED = frozenset({"content", "background-image"})
MARKERS = frozenset({"none", "disc", "circle", "square", "decimal", "decimal-leading-zero"})
FONT_SIZES = frozenset({"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger"})
FONT_WEIGHTS = frozenset({"bold", "bolder", "lighter"})
PICTURES = ("url(", "image-set(", "linear-gradient(", "radial-gradient(", "conic-gradient(", "cross-fade(")
MOST_SIDES = 4


def counts(name: str) -> bool:
    return name.startswith("--") or name in KEPT or name in OTHER_NAMES or name in SHORTHANDS


@lru_cache(maxsize=4096)
def longhands(name: str, value: str) -> tuple[Longhand, ...]:
    """Return the properties that a declaration sets, each with its value."""
    name = OTHER_NAMES.get(name, name)
    if name not in CASED:
        value = value.lower()
    if name in KEPT:
        return ((name, scaled(value) if name == "transform" else value),)
    if name not in SHORTHANDS:
        return ()
    words = words_of(value)
    return tuple(parts_of(name, words)) if words else ()


def scaled(value: str) -> str:
    """The property `scale` says with a number what `transform` says with a function."""
    return f"scale({value})" if measure(value) else value


def parts_of(name: str, words: tuple[str, ...]) -> Iterator[Longhand]:
    match name:
        case "margin" | "padding" | "inset":
            prefix = "" if name == "inset" else f"{name}-"
            yield from ((f"{prefix}{side}", word) for side, word in zip(SIDES, four(words), strict=True))
        case "background":
            yield from background_parts(words)
        case "font":
            yield from font_parts(words)
        case "list-style":
            yield "list-style-type", next((word for word in words if word in MARKERS), "disc")
        case "flex-flow":
            yield "flex-direction", next((word for word in words if word.startswith(("row", "column"))), "row")
        case "grid-template":
            yield "grid-template-columns", " ".join(words[words.index("/") + 1 :]) if "/" in words else "none"


def four(words: tuple[str, ...]) -> tuple[str, ...]:
    """Top, right, bottom, left: what is not said is as on the side across."""
    top, *others = words[:MOST_SIDES]
    right = others[0] if others else top
    bottom = others[1] if len(others) > 1 else top
    left = others[2] if len(others) > 2 else right  # noqa: PLR2004 - the fourth of four
    return top, right, bottom, left


def background_parts(words: tuple[str, ...]) -> Iterator[Longhand]:
    yield "background-color", next((word for word in words if color_of(word) or word == "currentcolor"), "transparent")
    yield "background-image", next((word for word in words if is_picture(word)), "none")
    if "text" in words:
        yield "background-clip", "text"


def is_picture(word: str) -> bool:
    return any(picture in word for picture in PICTURES)


def font_parts(words: tuple[str, ...]) -> Iterator[Longhand]:
    """The size is the first length, or what stands before a slash; the weight comes before it."""
    sizes = [number for number, word in enumerate(words) if word in FONT_SIZES or has_unit(word)]
    if not sizes:
        return
    yield "font-size", words[sizes[0]]
    before = words[: sizes[0]]
    yield "font-weight", next((word for word in before if word in FONT_WEIGHTS or word.isdecimal()), "normal")


def has_unit(word: str) -> bool:
    measured = measure(word)
    return measured is not None and (measured[1] != "" or measured[0] == 0)
