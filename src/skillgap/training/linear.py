"""Logistic regression over sparse features, written as a small table of whole numbers."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from msgspec import Struct

from skillgap.resume.classifier import Classifier
from skillgap.resume.features import features_of
from skillgap.trained import SCALE, LinearModel

FEWEST = 2
"""A feature that fewer examples have teaches nothing."""
LIGHTEST = 12
"""Hundredths; a lighter weight is left out."""
HELD_OUT_SHARE = 5
"""One example in so many is kept for measuring, chosen by a digest of its text."""
STRENGTH = 2.0
"""Inverse strength of the regularisation."""


class Example(Struct, frozen=True):
    text: str
    kind: str


class Measured(Struct, frozen=True):
    """Right out of so many, for each kind, on examples that were not trained on."""

    right: dict[str, int]
    total: dict[str, int]


def is_held_out(example: Example) -> bool:
    return int(sha256(example.text.casefold().encode()).hexdigest(), 16) % HELD_OUT_SHARE == 0


def train(examples: Sequence[Example]) -> LinearModel:
    """Fit on all examples given; the same examples give the same table."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [features_of(example.text) for example in examples]
    counts = Counter(feature for row in rows for feature in set(row))
    known = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    column = {feature: number for number, feature in enumerate(known)}
    indices = [[column[feature] for feature in row if feature in column] for row in rows]
    pointers = [0]
    for row in indices:
        pointers.append(pointers[-1] + len(row))
    flat = [number for row in indices for number in row]
    matrix = csr_matrix(([1.0] * len(flat), flat, pointers), shape=(len(rows), len(known)))
    matrix.sum_duplicates()
    model: Any = LogisticRegression(C=STRENGTH, max_iter=2000, tol=1e-8)
    model.fit(matrix, [example.kind for example in examples])
    return table(model, known)


def table(model: Any, known: Sequence[str]) -> LinearModel:
    weights = {}
    for number, feature in enumerate(known):
        row = [(kind, round(float(weight) * SCALE)) for kind, weight in enumerate(model.coef_[:, number])]
        kept = [each for kind, weight in row if abs(weight) >= LIGHTEST for each in (kind, weight)]
        if kept:
            weights[feature] = tuple(kept)
    bias = tuple(round(float(value) * SCALE) for value in model.intercept_)
    return LinearModel(tuple(str(kind) for kind in model.classes_), bias, weights)


def measure(model: LinearModel, examples: Sequence[Example]) -> Measured:
    classifier = Classifier(model)
    right, total = Counter[str](), Counter[str]()
    for example in examples:
        shares = classifier.log_shares(example.text)
        total[example.kind] += 1
        right[example.kind] += max(sorted(shares), key=lambda kind: shares[kind]) == example.kind
    return Measured(dict(right), dict(total))
