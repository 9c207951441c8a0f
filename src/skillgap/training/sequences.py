"""Marks for rows of units learnt together: logistic regression for each unit, then a perceptron that corrects whole readings.

Its weights are averaged over all steps (Collins 2002, "Discriminative training methods for hidden Markov models").
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import Any

from msgspec import Struct

from skillgap.resume.tagging import NOTHING, best_reading
from skillgap.trained import SCALE, LinearModel
from skillgap.training.linear import Example, Measured, Recipe, train

STEP = 0.01
"""How far one correction goes, in natural logarithms."""
MARGIN = 3.0
"""By how much each right mark must win."""
ROUNDS = 8
FAR_BEHIND = 20.0
"""How much less than the best one a reading may be worth while a margin is asked for."""
COST = "cost "
"""Begins the names of the features that make every mark but the right one dearer, so that it wins by the margin."""


class MarkedUnits(Struct, frozen=True, kw_only=True):
    """`features` are those that each unit has by itself, `marks` the right ones; for the rest see `best_reading`.

    `origin` is the document, by which examples are held out.
    """

    origin: str
    features: Sequence[Sequence[str]]
    marks: str
    start: Any
    link: Callable[[int, Any], Iterable[str]]
    follow: Callable[[int, Any, str], Any]

    def linked(self, marks: str) -> list[tuple[str, ...]]:
        """The features of each unit that hang on the marks before it."""
        found, reading = [], self.start
        for number, mark in enumerate(marks):
            found.append(tuple(self.link(number, reading)))
            reading = self.follow(number, reading, mark)
        return found

    def is_readable(self) -> bool:
        """Say whether the right marks may follow each other."""
        reading = self.start
        for number, mark in enumerate(self.marks):
            reading = self.follow(number, reading, mark)
            if reading is None:
                return False
        return True

    def examples(self) -> Iterator[Example]:
        """Each unit alone, those before it read rightly."""
        for own, linked, mark in zip(self.features, self.linked(self.marks), self.marks, strict=True):
            yield Example(self.origin, (*own, *linked), mark)


def marks_of(fields: Iterable[str | None], names: Mapping[str, str]) -> str:
    """The marks of units whose fields are given: a field's first unit has its capital, its further ones the small letter."""
    marks = ""
    for field in fields:
        mark = names[field] if field is not None else NOTHING
        marks += mark.lower() if mark != NOTHING and mark in marks else mark
    return marks


class Learner:
    """What `best_reading` asks of weights, with weights that change."""

    def __init__(self, model: LinearModel) -> None:
        self.marks = model.kinds
        self.far_behind = FAR_BEHIND
        self.bias = [weight / SCALE for weight in model.bias]
        self.weights = {feature: dense(pairs, len(self.marks)) for feature, pairs in model.weights.items()}
        for right in self.marks:
            self.weights[COST + right] = [0.0 if mark == right else MARGIN for mark in self.marks]
        self.sums: dict[str, list[float]] = {}
        self.steps = 1

    def sum(self, base: list[float], features: Iterable[str]) -> list[float]:
        rows = [base, *(self.weights[each] for each in features if each in self.weights)]
        return [sum(column) for column in zip(*rows, strict=True)]

    def plus(self, row: list[float], linked: Iterable[str]) -> list[float]:
        return self.sum(row, linked)

    def worths(self, row: Sequence[float]) -> list[tuple[str, float]]:
        return list(zip(self.marks, row, strict=True))

    def learn(self, units: MarkedUnits) -> None:
        """Read the units as well as is known by now, and correct what makes a wrong reading the better one."""
        rows = [self.sum(self.bias, (*own, COST + mark)) for own, mark in zip(units.features, units.marks, strict=True)]
        read = best_reading(rows, units.start, units.link, units.follow, self)
        if read != units.marks:
            for marks, by in ((units.marks, STEP), (read, -STEP)):
                for own, linked, mark in zip(units.features, units.linked(marks), marks, strict=True):
                    self.correct((*own, *linked), self.marks.index(mark), by)
        self.steps += 1

    def correct(self, features: Iterable[str], number: int, by: float) -> None:
        for feature in features:
            if feature in self.weights:
                self.weights[feature][number] += by
                self.sums.setdefault(feature, [0.0] * len(self.marks))[number] += by * self.steps

    def model(self, lightest: int) -> LinearModel:
        """The averaged weights as whole numbers."""
        weights = {}
        for feature in sorted(self.weights):
            if feature.startswith(COST):
                continue
            sums = self.sums.get(feature, [0.0] * len(self.marks))
            means = [weight - total / self.steps for weight, total in zip(self.weights[feature], sums, strict=True)]
            row = [(number, round(mean * SCALE)) for number, mean in enumerate(means)]
            kept = [each for number, weight in row if abs(weight) >= lightest for each in (number, weight)]
            if kept:
                weights[feature] = tuple(kept)
        return LinearModel(self.marks, tuple(round(weight * SCALE) for weight in self.bias), weights)


def dense(pairs: Sequence[int], length: int) -> list[float]:
    row = [0.0] * length
    for position in range(0, len(pairs), 2):
        row[pairs[position]] = pairs[position + 1] / SCALE
    return row


def train_sequences(sequences: Sequence[MarkedUnits], recipe: Recipe) -> LinearModel:
    model = train([example for units in sequences for example in units.examples()], recipe)
    return refine(model, sequences, recipe.lightest)


def refine(model: LinearModel, sequences: Sequence[MarkedUnits], lightest: int) -> LinearModel:
    """Correct a model of single units by whole readings; the same sequences in the same order give the same table."""
    learner = Learner(model)
    order, chance = list(sequences), Random(0)  # noqa: S311 - an order, no secret
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for units in order:
            learner.learn(units)
    return learner.model(lightest)


def measure_sequences(model: LinearModel, sequences: Sequence[MarkedUnits]) -> Measured:
    """Right marks of whole readings."""
    learner = Learner(model)
    right, total = dict.fromkeys(model.kinds, 0), dict.fromkeys(model.kinds, 0)
    for units in sequences:
        rows = [learner.sum(learner.bias, own) for own in units.features]
        read = best_reading(rows, units.start, units.link, units.follow, learner)
        for mark, own in zip(units.marks, read, strict=True):
            total[mark] = total.get(mark, 0) + 1
            right[mark] = right.get(mark, 0) + (mark == own)
    return Measured(right, total)
