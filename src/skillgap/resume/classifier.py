"""A trained linear model applied to texts: how likely each kind is."""

import math
import struct
from collections.abc import Iterable
from functools import cache

from skillgap.resume.features import context_features, distinct_tokens, token_features
from skillgap.trained import SCALE, LinearModel, shipped_model

MOST_TOKENS = 20_000
"""Tokens whose weights are kept; those met later are added up each time."""
LANE, ZERO = 32, 1 << 31
"""Bits of a row that a kind has, and what stands there where nothing speaks for or against it."""
Row = int
"""What speaks for each kind, in hundredths: one number with a lane for each kind, so that one addition adds all of them."""


class Classifier:
    """Adds up what the model's features say of a text; what a token says wherever it stands is added up once."""

    def __init__(self, model: LinearModel) -> None:
        self.kinds = model.kinds
        self._weights = model.weights
        self._lanes = struct.Struct(f"<{len(model.kinds)}I")
        self._start = row_of(enumerate(ZERO + weight for weight in model.bias))
        self._of_features: dict[str, Row] = {}
        self._of_tokens: dict[str, Row] = {}

    def log_shares(self, text: str) -> dict[str, float]:
        """The natural logarithm of each kind's probability."""
        lanes = self._lanes.unpack(self._total(text).to_bytes(self._lanes.size, "little"))
        scores = [(lane - ZERO) / SCALE for lane in lanes]
        top = max(scores)
        total = top + math.log(sum([math.exp(score - top) for score in scores]))
        return {kind: score - total for kind, score in zip(self.kinds, scores, strict=True)}

    def _total(self, text: str) -> Row:
        tokens = distinct_tokens(text)
        known = self._of_tokens
        rows = [known[token] if token in known else self._of_token(token) for token in tokens]
        return sum(rows, self._start) + self._sum(context_features(text, tokens))

    def _of_token(self, token: str) -> Row:
        row = self._sum(token_features(token))
        if len(self._of_tokens) < MOST_TOKENS:
            self._of_tokens[token] = row
        return row

    def _sum(self, features: Iterable[str]) -> Row:
        """Add up the rows of the features; one that was never seen says nothing."""
        known, weights = self._of_features, self._weights
        return sum([known[each] if each in known else self._of_feature(each) for each in features if each in weights])

    def _of_feature(self, feature: str) -> Row:
        """The row of one of the model's features, made when it is first met."""
        pairs = self._weights[feature]
        self._of_features[feature] = row_of(zip(pairs[::2], pairs[1::2], strict=True))
        return self._of_features[feature]


def row_of(weights: Iterable[tuple[int, int]]) -> Row:
    return sum(weight << LANE * kind for kind, weight in weights)


@cache
def shipped_classifier(name: str) -> Classifier:
    """Open a model that came with the package, once a process. Raises ModelError."""
    return Classifier(shipped_model(name))
