"""A trained linear model applied to texts: how likely each kind is."""

import math
from functools import cache

from skillgap.linear import LinearScorer, Row
from skillgap.resume.features import context_features, distinct_tokens, token_features
from skillgap.trained import LinearModel, PackedModel, packed_model

MOST_TOKENS = 20_000
"""Tokens whose weights are kept; those met later are added up each time."""


class Classifier:
    """Adds up what the model's features say of a text; what a token says wherever it stands is added up once."""

    def __init__(self, model: LinearModel | PackedModel) -> None:
        self.kinds = model.kinds
        self._scorer = LinearScorer(model)
        self._of_tokens: dict[str, Row] = {}

    def log_shares(self, text: str) -> dict[str, float]:
        """The natural logarithm of each kind's probability."""
        scores = self._scorer.scores(self._total(text))
        top = max(scores)
        total = top + math.log(sum([math.exp(score - top) for score in scores]))
        return {kind: score - total for kind, score in zip(self.kinds, scores, strict=True)}

    def _total(self, text: str) -> Row:
        tokens = distinct_tokens(text)
        known = self._of_tokens
        rows = [known[token] if token in known else self._of_token(token) for token in tokens]
        return sum(rows, self._scorer.start) + self._scorer.sum(context_features(text, tokens))

    def _of_token(self, token: str) -> Row:
        row = self._scorer.sum(token_features(token))
        if len(self._of_tokens) < MOST_TOKENS:
            self._of_tokens[token] = row
        return row


@cache
def shipped_classifier(name: str) -> Classifier:
    """Open a model that came with the package, once a process. Raises ModelError."""
    return Classifier(packed_model(name))
