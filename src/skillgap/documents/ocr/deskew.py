"""A picture of a page made ready for reading: grey, large enough, dark letters on white, its lines level."""

from math import cos, radians, sin, tan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from skillgap.documents.types import Box

Grey = NDArray[np.uint8]

SHORT_SIDE = 1240
"""Of A4 at 150 dpi in pixels; a smaller picture is scaled up to it."""
LONGEST_SHORT_SIDE = 1800
LEAST_SCALING, MOST_SCALING = 0.01, 3.0
MOST_PIXELS = 12_000_000
TILE = 16
"""Pixels at that scale; the shade of most of a tile is that of the paper."""

PROFILE_SIDE = 800
MOST_SKEW = 10.0
COARSE, FINE = 0.5, 0.1
LEAST_SKEW = 0.25
INK = 128
MOST_INK = 100_000


class Prepared(NamedTuple):
    """A picture made ready, and by how many degrees it was turned counter-clockwise for that, about its middle."""

    image: Image.Image
    angle: float


def prepared(image: Image.Image) -> Prepared:
    """Grey, scaled, dark on white and level; the frame stays that of the picture."""
    grey = image if image.mode == "L" else image.convert("L")
    ready = flattened(scaled(grey))
    angle = skew_of(ready)
    if abs(angle) < LEAST_SKEW:
        return Prepared(ready, 0.0)
    return Prepared(ready.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255), angle)


def tilted(box: Box, angle: float, width: float, height: float) -> Box:
    """The upright box around what stands in `box` on a page that was levelled by `angle`, where it stood before."""
    sine, cosine = sin(radians(angle)), cos(radians(angle))
    corners = [(x - width / 2, y - height / 2) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [cosine * x - sine * y + width / 2 for x, y in corners]
    ys = [sine * x + cosine * y + height / 2 for x, y in corners]
    return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)


def scaled(grey: Image.Image) -> Image.Image:
    """As large as A4 at 150 to 200 dpi, as far as that keeps the number of pixels within bounds."""
    short = max(1, min(grey.size))
    factor = 1.0
    if short < SHORT_SIDE:
        factor = min(MOST_SCALING, SHORT_SIDE / short)
    elif short > LONGEST_SHORT_SIDE:
        factor = LONGEST_SHORT_SIDE / short
    factor = min(factor, (MOST_PIXELS / (grey.width * grey.height)) ** 0.5)
    if abs(factor - 1) < LEAST_SCALING:
        return grey
    size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
    return grey.resize(size, Image.Resampling.LANCZOS if factor > 1 else Image.Resampling.BOX)


def flattened(grey: Image.Image) -> Image.Image:
    """How much each place differs from the paper around it, as dark on white.

    Shadows go, and white letters on a dark ground (dark mode, a banner, a sidebar) come out as dark ones.
    """
    values = np.asarray(grey).astype(np.float32)
    paper = np.asarray(paper_of(grey)).astype(np.float32)
    values -= paper
    np.abs(values, out=values)
    values *= 255 / np.maximum(paper, 255 - paper)
    return Image.fromarray(255 - np.minimum(values, 255).astype(np.uint8))


def paper_of(grey: Image.Image) -> Image.Image:
    """The shade of the paper at each place: the median of its tile, evened out with those beside it."""
    down, across = -(-grey.height // TILE), -(-grey.width // TILE)
    edges = ((0, down * TILE - grey.height), (0, across * TILE - grey.width))
    whole: Grey = np.pad(np.asarray(grey), edges, mode="edge")
    tiles = whole.reshape(down, TILE, across, TILE).swapaxes(1, 2).reshape(down, across, TILE * TILE)
    medians = Image.fromarray(np.median(tiles, axis=2).astype(np.uint8)).filter(ImageFilter.MedianFilter(3))
    paper = medians.resize((across * TILE, down * TILE), Image.Resampling.BILINEAR)
    return paper.crop((0, 0, *grey.size))


def skew_of(grey: Image.Image) -> float:
    """The angle in degrees, counter-clockwise, by which the picture has to be turned for its lines to be level.

    The rows of a level page are either full of ink or empty, so their sums differ most at the right angle.
    """
    y, x = np.nonzero(np.asarray(small(grey)) < INK)
    if not len(y):
        return 0.0
    step = len(y) // MOST_INK + 1
    y, x = y[::step], x[::step]
    coarse = best_angle(x, y, np.arange(-MOST_SKEW, MOST_SKEW + COARSE / 2, COARSE))
    return best_angle(x, y, np.arange(coarse - COARSE, coarse + COARSE + FINE / 2, FINE))


def small(grey: Image.Image) -> Image.Image:
    factor = max(1, min(grey.size) // PROFILE_SIDE)
    return grey.reduce(factor) if factor > 1 else grey


def best_angle(x: NDArray[Any], y: NDArray[Any], angles: NDArray[np.float64]) -> float:
    """The angle with the sharpest profile; of equals the one nearest to level."""
    return float(max(angles, key=lambda angle: (sharpness(x, y, float(angle)), -abs(angle))))


def sharpness(x: NDArray[Any], y: NDArray[Any], angle: float) -> int:
    rows = np.rint(y - x * tan(radians(angle))).astype(np.int64)
    profile = np.bincount(rows - rows.min())
    return int((np.diff(profile) ** 2).sum())
