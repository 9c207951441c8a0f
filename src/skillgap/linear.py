"""Trained linear models applied: what the features of something say for each kind, added up."""

import struct
from collections.abc import Iterable

from msgspec import Raw
from msgspec.json import Decoder

from skillgap.trained import SCALE, LinearModel, PackedModel

LANE, ZERO = 32, 1 << 31
"""Bits of a row that a kind has, and what stands there where nothing speaks for or against it."""
Row = int
"""What speaks for each kind, in hundredths: one number with a lane for each kind, so that one addition adds all of them."""
PAIRS = Decoder(tuple[int, ...])


class LinearScorer:
    """Adds up what a model's features say; the row of a feature is made when it is first met."""

    def __init__(self, model: LinearModel | PackedModel) -> None:
        self.kinds = model.kinds
        self.start = row_of(enumerate(ZERO + weight for weight in model.bias))
        self._lanes = struct.Struct(f"<{len(model.kinds)}I")
        self._rows: dict[str, Row | tuple[int, ...] | Raw] = dict(model.weights)

    def sum(self, features: Iterable[str]) -> Row:
        """Add up the rows of the features; one that was never seen says nothing."""
        names = list(features)
        try:
            return sum(filter(None, map(self._rows.get, names)))  # type: ignore[arg-type]
        except TypeError:  # of some the row is not made yet
            return sum([self._row(each) for each in names if each in self._rows])

    def _row(self, feature: str) -> Row:
        row = self._rows[feature]
        if isinstance(row, int):
            return row
        pairs = PAIRS.decode(row) if isinstance(row, Raw) else row
        self._rows[feature] = made = row_of(zip(pairs[::2], pairs[1::2], strict=True))
        return made

    def scores(self, total: Row) -> list[float]:
        """One score a kind, as a logistic model's logits."""
        lanes = self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))
        return [(lane - ZERO) / SCALE for lane in lanes]

    def scored(self, features: Iterable[str]) -> list[float]:
        return self.scores(self.start + self.sum(features))

    def best(self, features: Iterable[str]) -> str:
        """The likeliest kind; of equals the first."""
        scores = self.scored(features)
        return self.kinds[scores.index(max(scores))]


def row_of(weights: Iterable[tuple[int, int]]) -> Row:
    return sum(weight << LANE * kind for kind, weight in weights)
