"""Marks for rows of units learnt together: a perceptron that corrects whole readings, its weights averaged over all steps."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any

from msgspec import Struct

from skillgap.resume.tagging import Reading, Tagger, beams, best_marks, with_seen
from skillgap.trained import SCALE, LinearModel
from skillgap.training.linear import Measured, Recipe

FEWEST = 2
"""A unit's feature that fewer examples have teaches nothing."""
ROUNDS = 8
"""How often all examples are gone through."""
MARGIN = 4.0
"""By how much the right mark must win for each unit that is read wrongly."""
COST = "cost "
"""Begins the names of the features that make every mark but the right one dearer, so that it wins by a margin."""


class MarkedUnits(Struct, frozen=True, dict=True):
    """`features` are those that each unit has by itself, `link` those that hang on how the ones before it are read.

    `origin` is the document, by which examples are held out; no field goes across a unit that `parts`.
    """

    origin: str
    features: Sequence[Sequence[str]]
    parts: Sequence[bool]
    link: Callable[[int, Reading], Iterable[str]]
    marks: str

    @cached_property
    def linked(self) -> list[tuple[str, ...]]:
        """The features of each unit that hang on the right marks before it."""
        return linked_features(self.link, self.marks)


def linked_features(link: Callable[[int, Reading], Iterable[str]], marks: str) -> list[tuple[str, ...]]:
    found, seen = [], ""
    for number, mark in enumerate(marks):
        found.append(tuple(link(number, Reading(0.0, marks[:number], seen))))
        seen = with_seen(seen, mark)
    return found


class Learner:
    """What `best_marks` asks of a tagger, with weights that change."""

    def __init__(self, marks: Sequence[str]) -> None:
        import numpy as np

        self.marks = tuple(marks)
        self.bias: Any = np.zeros(len(marks))
        self.weights: dict[str, Any] = {
            COST + right: np.array([0.0 if mark == right else MARGIN for mark in marks]) for right in marks
        }
        self.sums: dict[str, Any] = {}
        self.most_behind = math.inf
        self.step = 1
        self._zeros = np.zeros

    def sum(self, base: Any, features: Iterable[str]) -> Any:
        known = self.weights
        return sum([known[each] for each in features if each in known], start=base)

    def choices(self, row: Any) -> list[tuple[str, float]]:
        return list(zip(self.marks, row.tolist(), strict=True))

    def correct(self, features: Iterable[str], mark: str, by: int) -> None:
        number = self.marks.index(mark)
        for feature in features:
            if feature not in self.weights:
                self.weights[feature], self.sums[feature] = self._zeros(len(self.marks)), self._zeros(len(self.marks))
            self.weights[feature][number] += by
            self.sums[feature][number] += by * self.step

    def learn(self, example: MarkedUnits) -> None:
        """Read the example, and correct what makes a wrong reading the better one, up to where it is that by most."""
        rows = [self.sum(self.bias, features) for features in example.features]

        def dearer(number: int, reading: Reading) -> Iterable[str]:
            return (*example.link(number, reading), COST + example.marks[number])

        worst, read, right = 0.0, "", 0.0
        for number, beam in enumerate(beams(rows, example.parts, dearer, self)):
            right += self.sum(rows[number], example.linked[number])[self.marks.index(example.marks[number])]
            best = beam[0]
            if best.worth - right >= worst and best.marks != example.marks[: number + 1]:
                worst, read = best.worth - right, best.marks
        for number, (mark, wrong, own) in enumerate(
            zip(example.marks, read, linked_features(example.link, read), strict=False)
        ):
            if mark != wrong:
                self.correct(example.features[number], mark, 1)
                self.correct(example.features[number], wrong, -1)
            if mark != wrong or own != example.linked[number]:
                self.correct(example.linked[number], mark, 1)
                self.correct(own, wrong, -1)
        self.step += 1

    def model(self, lightest: int) -> LinearModel:
        """The averaged weights as whole numbers."""
        weights = {}
        for feature in sorted(self.sums):
            mean = self.weights[feature] - self.sums[feature] / self.step
            row = [(number, round(float(weight) * SCALE)) for number, weight in enumerate(mean)]
            kept = [each for number, weight in row if abs(weight) >= lightest for each in (number, weight)]
            if kept:
                weights[feature] = tuple(kept)
        return LinearModel(self.marks, (0,) * len(self.marks), weights)


def train_sequences(examples: Sequence[MarkedUnits], recipe: Recipe) -> LinearModel:
    """The same examples in the same order give the same table."""
    counts = Counter(feature for each in examples for features in each.features for feature in features)
    known = [
        MarkedUnits(
            each.origin,
            [[feature for feature in features if counts[feature] >= FEWEST] for features in each.features],
            each.parts,
            each.link,
            each.marks,
        )
        for each in examples
    ]
    learner = Learner(sorted({mark for each in examples for mark in each.marks}))
    for number in range(ROUNDS):
        for position in sorted(range(len(known)), key=lambda each: sha256(f"{number} {each}".encode()).digest()):
            learner.learn(known[position])
    return learner.model(recipe.lightest)


def measure_sequences(model: LinearModel, examples: Sequence[MarkedUnits]) -> Measured:
    """Count units, those that go on with a field among those that begin one."""
    tagger = Tagger(model, is_whole=True)
    right, total = Counter[str](), Counter[str]()
    for each in examples:
        rows = [tagger.sum(tagger.bias, features) for features in each.features]
        read = best_marks(rows, each.parts, each.link, tagger)
        total.update(each.marks.upper())
        right.update(mark.upper() for mark, own in zip(each.marks, read, strict=True) if mark == own)
    return Measured(dict(right), dict(total))
