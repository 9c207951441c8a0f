"""A trained linear model applied to texts: how likely each kind is."""

import math
from collections.abc import Iterable
from functools import cache

from skillgap.resume.features import context_features, distinct_tokens, token_features
from skillgap.trained import SCALE, LinearModel, shipped_model

MOST_TOKENS = 20_000
"""Tokens whose weights are kept; those met later are added up each time."""
Row = tuple[int, ...]
"""What speaks for each kind, in hundredths."""


class Classifier:
    """Adds up what the model's features say of a text; what a token says wherever it stands is added up once."""

    def __init__(self, model: LinearModel) -> None:
        self.kinds = model.kinds
        self._weights = model.weights
        self._bias = model.bias
        self._of_tokens: dict[str, Row | None] = {}

    def log_shares(self, text: str) -> dict[str, float]:
        """The natural logarithm of each kind's probability."""
        scores = [total / SCALE for total in self._totals(text)]
        top = max(scores)
        total = top + math.log(sum([math.exp(score - top) for score in scores]))
        return {kind: score - total for kind, score in zip(self.kinds, scores, strict=True)}

    def _totals(self, text: str) -> Row:
        tokens = distinct_tokens(text)
        known, rows = self._of_tokens, [self._bias]
        for token in tokens:
            row = known[token] if token in known else self._of_token(token)
            if row is not None:
                rows.append(row)
        rows.append(self._sum(context_features(text, tokens)))
        return tuple(map(sum, zip(*rows, strict=True)))

    def _of_token(self, token: str) -> Row | None:
        row = self._sum(token_features(token))
        kept = row if any(row) else None
        if len(self._of_tokens) < MOST_TOKENS:
            self._of_tokens[token] = kept
        return kept

    def _sum(self, features: Iterable[str]) -> Row:
        """Add up the pairs of kind and weight of each feature; one that was never seen says nothing."""
        totals = [0] * len(self.kinds)
        for feature in features:
            if (pairs := self._weights.get(feature)) is not None:
                for kind, weight in zip(pairs[::2], pairs[1::2], strict=True):
                    totals[kind] += weight
        return tuple(totals)


@cache
def shipped_classifier(name: str) -> Classifier:
    """Open a model that came with the package, once a process. Raises ModelError."""
    return Classifier(shipped_model(name))
