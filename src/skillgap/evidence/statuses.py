"""The status of each mention: what a linear model and a network say of it, their logarithms added.

The linear model knows pairs of words and the cues that reach a mention; the network sees the order of the words, and words that no
example has by those that stand in like places.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

import numpy as np

from skillgap.evidence.status_features import CuedLine, line_features, mention_features, word_line
from skillgap.evidence.types import Status
from skillgap.linear import LinearScorer
from skillgap.network import Array, Network, log_shares
from skillgap.trained import shipped_arrays, shipped_model


@cache
def shipped_network() -> Network:
    """Made ready once a process: its rows are multiplied then."""
    return Network(shipped_arrays("status_network"))


class StatusModel:
    """Safe to share between threads."""

    def __init__(self) -> None:
        self._linear = LinearScorer(shipped_model("statuses"))
        self._network = shipped_network()
        self._kinds = tuple(Status(kind) for kind in self._linear.kinds)
        if self._network.kinds != self._linear.kinds:
            raise ValueError("the two models of statuses were trained on different ones")

    def judge(self, lines: Sequence[CuedLine]) -> list[tuple[Status, ...]]:
        """For each line the likeliest status of each of its mentions, of those that its words do not rule out."""
        read = self._network.scores([word_line(line) for line in lines])
        return [
            tuple(
                self._likeliest(row, excluded)
                for row, excluded in zip(network + self._linearly(line), line.ruled_out, strict=True)
            )
            for line, network in zip(lines, read, strict=True)
        ]

    def _likeliest(self, row: Array, excluded: AbstractSet[Status]) -> Status:
        ranked = (self._kinds[int(at)] for at in np.argsort(-row, kind="stable"))
        return next(kind for kind in ranked if kind not in excluded)

    def _linearly(self, line: CuedLine) -> Array:
        """One row a mention: the logarithms of what the linear model takes to be likely."""
        model = self._linear
        base = model.start + model.sum(line_features(line.read, line.context))
        mentions = zip(line.read.places, line.reached, line.verdicts, strict=True)
        scores = [model.scores(base + model.sum(mention_features(line.read, *mention))) for mention in mentions]
        return log_shares(np.array(scores, "float64"))
