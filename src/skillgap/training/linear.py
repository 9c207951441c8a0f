"""Logistic regression over sparse features, written as a small table of whole numbers."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Protocol

from msgspec import Struct

from skillgap.trained import SCALE, LinearModel

FEWEST = 2
"""A feature that fewer examples have teaches nothing."""
HELD_OUT_SHARE = 5
"""One example in so many is kept for measuring, chosen by a digest of its origin."""


class Example(Struct, frozen=True):
    """`origin` is what examples are held out by: the text itself, or the document that several come from."""

    origin: str
    features: Sequence[str]
    kind: str


class HasOrigin(Protocol):
    @property
    def origin(self) -> str: ...


class Recipe(Struct, frozen=True):
    """How a model is fitted: the inverse strength of its regularisation, and the lightest weight that is kept, in hundredths.

    A larger `tolerance` stops the fit earlier, which regularises as well. With a `balance` rare kinds weigh more, by that power of how
    rare they are: how many examples somebody wrote says little of résumés.
    """

    strength: float = 2.0
    lightest: int = 12
    tolerance: float = 1e-6
    balance: float = 0.0


class Measured(Struct, frozen=True):
    """Right out of so many, for each kind, on examples that were not trained on."""

    right: dict[str, int]
    total: dict[str, int]


def is_held_out(example: HasOrigin) -> bool:
    return int(sha256(example.origin.casefold().encode()).hexdigest(), 16) % HELD_OUT_SHARE == 0


def train(examples: Sequence[Example], recipe: Recipe) -> LinearModel:
    """Fit on all examples given; the same examples give the same table. A feature counts as often as an example has it."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(feature for example in examples for feature in set(example.features))
    known = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    column = {feature: number for number, feature in enumerate(known)}
    indices = [[column[feature] for feature in example.features if feature in column] for example in examples]
    pointers = [0]
    for row in indices:
        pointers.append(pointers[-1] + len(row))
    flat = [number for row in indices for number in row]
    matrix = csr_matrix(([1.0] * len(flat), flat, pointers), shape=(len(examples), len(known)))
    matrix.sum_duplicates()
    weights = weights_of(examples, recipe.balance) if recipe.balance else None
    model: Any = LogisticRegression(C=recipe.strength, max_iter=2000, tol=recipe.tolerance, class_weight=weights)
    model.fit(matrix, [example.kind for example in examples])
    return table(model, known, recipe)


def weights_of(examples: Sequence[Example], balance: float) -> dict[str, float]:
    counts = Counter(example.kind for example in examples)
    mean = len(examples) / len(counts)
    return {kind: (mean / count) ** balance for kind, count in counts.items()}


def table(model: Any, known: Sequence[str], recipe: Recipe) -> LinearModel:
    """The weights as whole numbers; of two kinds only the second has any."""
    weights = {}
    first = len(model.classes_) - len(model.coef_)
    for number, feature in enumerate(known):
        row = [(kind, round(float(weight) * SCALE)) for kind, weight in enumerate(model.coef_[:, number], first)]
        kept = [each for kind, weight in row if abs(weight) >= recipe.lightest for each in (kind, weight)]
        if kept:
            weights[feature] = tuple(kept)
    bias = (0,) * first + tuple(round(float(value) * SCALE) for value in model.intercept_)
    return LinearModel(tuple(str(kind) for kind in model.classes_), bias, weights)


def measure(model: LinearModel, examples: Sequence[Example]) -> Measured:
    right, total = Counter[str](), Counter[str]()
    for example in examples:
        totals = list(model.bias)
        for feature in example.features:
            pairs = model.weights.get(feature, ())
            for kind, weight in zip(pairs[::2], pairs[1::2], strict=True):
                totals[kind] += weight
        total[example.kind] += 1
        right[example.kind] += model.kinds[totals.index(max(totals))] == example.kind
    return Measured(dict(right), dict(total))
