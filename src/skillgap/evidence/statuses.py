"""The status of each mention: what a linear model and a network say of it, their logarithms added.

The linear model knows pairs of words and the cues that reach a mention; the network sees the order of the words, and words that no
example has by those that stand in like places.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from skillgap.evidence.status_features import CuedLine, line_features, mention_features, word_line
from skillgap.evidence.types import Status
from skillgap.linear import LinearScorer
from skillgap.network import Network, log_shares
from skillgap.trained import packed_model, shipped_arrays


@cache
def shipped_network() -> Network:
    """Made ready once a process: its rows are multiplied then."""
    return Network(shipped_arrays("status_network"))


class StatusModel:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._linear = LinearScorer(packed_model("statuses"))
        self._network = shipped_network()
        self._kinds = tuple(Status(kind) for kind in self._linear.kinds)
        if self._network.kinds != self._linear.kinds:
            raise ValueError("the two models of statuses were trained on different ones")

    def judge(self, lines: Sequence[CuedLine]) -> list[tuple[Status, ...]]:
        """For each line the likeliest status of each of its mentions, of those that its words do not rule out."""
        linear = [scores for line in lines for scores in self._linearly(line)]
        if not linear:
            return [() for _ in lines]
        read = np.concatenate(self._network.scores([word_line(line) for line in lines]))
        scores = read + log_shares(np.array(linear, "float64"))
        excluded = [[kind in each for kind in self._kinds] for line in lines for each in line.ruled_out]
        scores[np.array(excluded, bool)] = -np.inf
        best = iter(scores.argmax(axis=1).tolist())
        return [tuple(self._kinds[next(best)] for _ in line.read.places) for line in lines]

    def _linearly(self, line: CuedLine) -> list[list[float]]:
        """One row a mention: what the linear model says for each kind."""
        model = self._linear
        base = model.start + model.sum(line_features(line.read, line.context))
        mentions = zip(line.read.places, line.reached, line.verdicts, strict=True)
        return [model.scores(base + model.sum(mention_features(line.read, *mention))) for mention in mentions]
