"""Marks for a row of units, from left to right: a trained model's weights, the likeliest readings kept side by side (a beam)."""

import math
import struct
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from skillgap.resume.classifier import ZERO, Row, row_of
from skillgap.trained import SCALE, LinearModel

NOTHING = "X"
"""The mark of what is of no field. A field's first unit has a capital, its further ones have the small letter."""
BEAM = 4
UNLIKELY = 6.0
"""How far, in natural logarithms, a reading may be behind the best one."""


class Reading(Struct, frozen=True):
    """One way to read the units so far; `seen` are the fields that have begun."""

    worth: float
    marks: str
    seen: str = ""


Link = Callable[[int, Reading], Iterable[str]]
"""The features of a unit that hang on how those before it were read."""


class Tagger:
    """The model with its weights laid out a row for each feature, made when it is first met."""

    def __init__(self, model: LinearModel) -> None:
        self.marks = model.kinds
        self.bias: Row = row_of(enumerate(ZERO + weight for weight in model.bias))
        self._weights = model.weights
        self._lanes = struct.Struct(f"<{len(model.kinds)}I")
        self._rows: dict[str, Row] = {}

    def sum(self, base: Row, features: Iterable[str]) -> Row:
        """Add up what the features say; one that was never seen says nothing."""
        known, weights = self._rows, self._weights
        return sum(
            [known[each] if each in known else self._row(each) for each in features if each in weights], start=base
        )

    def choices(self, row: Row) -> list[tuple[str, float]]:
        """Each mark with the natural logarithm of its share."""
        scores = self._lanes.unpack(row.to_bytes(self._lanes.size, "little"))
        top = max(scores)
        total = math.log(sum([math.exp((score - top) / SCALE) for score in scores]))
        return [(mark, (score - top) / SCALE - total) for mark, score in zip(self.marks, scores, strict=True)]

    def _row(self, feature: str) -> Row:
        pairs = self._weights[feature]
        self._rows[feature] = row_of(zip(pairs[::2], pairs[1::2], strict=True))
        return self._rows[feature]


def best_marks(rows: Sequence[Row], parts: Sequence[bool], link: Link, tagger: Tagger) -> str:
    """The likeliest marks of units whose own features say `rows`; no field goes across one that `parts`."""
    readings = [Reading(0.0, "")]
    for number, (row, is_parted) in enumerate(zip(rows, parts, strict=True)):
        found = [
            Reading(reading.worth + worth, reading.marks + mark, with_seen(reading.seen, mark))
            for reading in readings
            for mark, worth in tagger.choices(tagger.sum(row, link(number, reading)))
            if is_possible(mark, reading, is_parted=is_parted)
        ]
        found.sort(key=lambda reading: -reading.worth)
        readings = [reading for reading in found[:BEAM] if reading.worth > found[0].worth - UNLIKELY]
    return readings[0].marks


def is_possible(mark: str, reading: Reading, *, is_parted: bool) -> bool:
    """Each field once, in one piece."""
    if mark == NOTHING:
        return True
    if mark.isupper():
        return mark not in reading.seen
    return not is_parted and reading.marks[-1].upper() == mark.upper()


def with_seen(seen: str, mark: str) -> str:
    return "".join(sorted(seen + mark)) if mark.isupper() and mark != NOTHING else seen
