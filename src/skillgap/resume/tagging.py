"""Marks for a row of units, from left to right: a trained model's weights, the best readings kept side by side (a beam)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from skillgap.linear import LinearScorer, Row
from skillgap.trained import LinearModel, PackedModel, packed_model

NOTHING = "X"
"""The mark of what is of no field. A field's first unit has a capital, its further ones have the small letter."""
BEAM = 6
FAR_BEHIND = 10.0
"""How much less than the best one a reading may be worth."""


class Reading(Struct, frozen=True):
    """One way to read the units so far: its last two marks, and the fields that have begun."""

    last: str = ""
    seen: str = ""


class Placed(Protocol):
    """A unit of a heading: `rows[row][start:end]`."""

    @property
    def row(self) -> int: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Span = tuple[int, int, int]
"""A row, and start and end in it."""
Path = tuple[()] | tuple["Path", str]
"""The marks of a reading, the last one first."""


State = TypeVar("State")
Link = Callable[[int, State], Iterable[str]]
"""The features of a unit that hang on how those before it were read."""
Follow = Callable[[int, State, str], State | None]
"""The reading with one more mark; None where that mark may not stand there."""


class Weights(Protocol):
    """What a model says of a unit, in rows that only it can read, and how far behind the best a reading may be."""

    far_behind: float

    def plus(self, row: Any, linked: Any) -> Any: ...

    def worths(self, row: Any) -> Sequence[tuple[str, float]]: ...


class Tagger:
    """A model whose kinds are the marks of a reading."""

    def __init__(self, model: LinearModel | PackedModel) -> None:
        self.marks = model.kinds
        self.far_behind = FAR_BEHIND
        self._scorer = LinearScorer(model)
        self.bias: Row = self._scorer.start

    def sum(self, base: Row, features: Iterable[str]) -> Row:
        """Add up what the features say; one that was never seen says nothing."""
        return base + self._scorer.sum(features)

    def linked(self, link: Link[State]) -> Callable[[int, State], Row]:
        """What the link's features say of a unit behind a reading."""
        return lambda number, reading: self._scorer.sum(link(number, reading))

    def plus(self, row: Row, linked: Row) -> Row:
        return row + linked

    def worths(self, row: Row) -> list[tuple[str, float]]:
        """Each mark with what it is worth."""
        return list(zip(self.marks, self._scorer.scores(row), strict=True))


@cache
def shipped_tagger(name: str) -> Tagger:
    """Open a model that came with the package, once a process. Raises ModelError."""
    return Tagger(packed_model(name))


def best_reading(
    rows: Sequence[Any], start: State, linked: Callable[[int, State], Any], follow: Follow[State], weights: Weights
) -> str:
    """The marks worth most of units whose own features say `rows`; what hangs on those before is added to them by `weights.plus`."""
    readings: list[tuple[float, State, Path]] = [(0.0, start, ())]
    for number, row in enumerate(rows):
        states = {reading for _, reading, _ in readings}
        said = {reading: weights.worths(weights.plus(row, linked(number, reading))) for reading in states}
        found = [
            (worth + more, reading, path, mark) for worth, reading, path in readings for mark, more in said[reading]
        ]
        found.sort(key=itemgetter(0), reverse=True)
        readings = []
        for worth, reading, path, mark in found:
            if readings and worth <= readings[0][0] - FAR_BEHIND:
                break
            if (following := follow(number, reading, mark)) is not None:
                readings.append((worth, following, (path, mark)))
                if len(readings) == BEAM:
                    break
    return marks_along(readings[0][2])


def marks_along(path: Path) -> str:
    marks = []
    while path:
        path, mark = path
        marks.append(mark)
    return "".join(reversed(marks))


def field_span(units: Iterable[Placed], marks: str, field: str) -> Span | None:
    """Row, start and end of the units that were marked as one field."""
    own = [unit for unit, mark in zip(units, marks, strict=True) if mark.upper() == field]
    return (own[0].row, own[0].start, own[-1].end) if own else None


def most_of_others(habits: Counter[str], own: str) -> str | None:
    """The commonest of all but one's own, the first in the alphabet of several; None where there is no other."""
    others = [(own == habit) - count for habit, count in habits.items()]
    return min(zip(others, habits, strict=True))[1] if any(others) else None


def fields_follow(parts: Sequence[bool]) -> Follow[Reading]:
    """Each field once, in one piece; none goes across a unit that `parts`."""

    def follow(number: int, reading: Reading, mark: str) -> Reading | None:
        last = reading.last[-1:] + mark
        if mark == NOTHING:
            return Reading(last, reading.seen)
        if mark.isupper():
            return None if mark in reading.seen else Reading(last, "".join(sorted(reading.seen + mark)))
        is_inside = not parts[number] and last[0].upper() == mark.upper()
        return Reading(last, reading.seen) if is_inside else None

    return follow
