"""Marks for a row of units, from left to right: a trained model's weights, the likeliest readings kept side by side (a beam)."""

import math
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from msgspec import Struct

from skillgap.resume.classifier import ZERO, Row, row_of
from skillgap.trained import SCALE, LinearModel

NOTHING = "X"
"""The mark of what is of no field. A field's first unit has a capital, its further ones have the small letter."""
BEAM = 4
UNLIKELY = 6.0
"""How far, in natural logarithms, a reading may be behind the best one."""
FAR_BEHIND = 40.0
"""The same where worths are no logarithms."""


class Reading(Struct, frozen=True):
    """One way to read the units so far; `seen` are the fields that have begun."""

    worth: float
    marks: str
    seen: str = ""


Link = Callable[[int, Reading], Iterable[str]]
"""The features of a unit that hang on how those before it were read."""


class Weights(Protocol):
    """What a model says of a unit's features, in rows that only it can read."""

    most_behind: float

    def sum(self, base: Any, features: Iterable[str]) -> Any: ...

    def choices(self, row: Any) -> list[tuple[str, float]]: ...


class Tagger:
    """The model with its weights laid out a row for each feature, made when it is first met.

    The marks' worths are logarithms of their shares, or, with `is_whole`, as they are: then the model was trained on whole readings.
    """

    def __init__(self, model: LinearModel, *, is_whole: bool = False) -> None:
        self._is_whole = is_whole
        self.most_behind = FAR_BEHIND if is_whole else UNLIKELY
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
        """Each mark with what it is worth."""
        scores = self._lanes.unpack(row.to_bytes(self._lanes.size, "little"))
        if self._is_whole:
            return [(mark, (score - ZERO) / SCALE) for mark, score in zip(self.marks, scores, strict=True)]
        top = max(scores)
        total = math.log(sum([math.exp((score - top) / SCALE) for score in scores]))
        return [(mark, (score - top) / SCALE - total) for mark, score in zip(self.marks, scores, strict=True)]

    def _row(self, feature: str) -> Row:
        pairs = self._weights[feature]
        self._rows[feature] = row_of(zip(pairs[::2], pairs[1::2], strict=True))
        return self._rows[feature]


def best_marks(rows: Sequence[Any], parts: Sequence[bool], link: Link, tagger: Weights) -> str:
    """The likeliest marks of units whose own features say `rows`; no field goes across one that `parts`."""
    marks = ""
    for readings in beams(rows, parts, link, tagger):
        marks = readings[0].marks
    return marks


def beams(rows: Sequence[Any], parts: Sequence[bool], link: Link, tagger: Weights) -> Iterator[list[Reading]]:
    """The likeliest readings so far behind each unit, the best one first."""
    readings = [Reading(0.0, "")]
    for number, (row, is_parted) in enumerate(zip(rows, parts, strict=True)):
        found = [
            (reading.worth + worth, mark, reading)
            for reading in readings
            for mark, worth in tagger.choices(tagger.sum(row, link(number, reading)))
            if is_possible(mark, reading, is_parted=is_parted)
        ]
        found.sort(key=lambda each: -each[0])
        least = found[0][0] - tagger.most_behind
        readings = [
            Reading(worth, before.marks + mark, with_seen(before.seen, mark))
            for worth, mark, before in found[:BEAM]
            if worth > least
        ]
        yield readings


def is_possible(mark: str, reading: Reading, *, is_parted: bool) -> bool:
    """Each field once, in one piece."""
    if mark == NOTHING:
        return True
    if mark.isupper():
        return mark not in reading.seen
    return not is_parted and reading.marks[-1].upper() == mark.upper()


def with_seen(seen: str, mark: str) -> str:
    return "".join(sorted(seen + mark)) if mark.isupper() and mark != NOTHING else seen
