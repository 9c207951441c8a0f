"""Small trained networks applied: what the words around a place in a line say about it.

    word   → rows of its columns, added up → the largest of some pieces, in unit scale
    × depth: word → word + the same of (the one before, itself, the one after)
    place  → its own word, the largest and the mean of the line, and its marks → one score a kind

Maxout units (Goodfellow et al. 2013) over a window that grows by a word a layer, as in spaCy's own models. Weights are plain arrays.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from msgspec import Struct

from skillgap.word_clusters import cluster_names

Array = np.ndarray[Any, np.dtype[Any]]
SMALLEST = 1e-8
"""Added to a variance before it divides."""
BEGINNING, END = 4, 3
"""Letters of a word's beginning and end, by which a word that was never seen is known."""
COLUMNS = 6
MOST_MET = 20_000
"""Words that are kept as they come out of the first layer; with more of them all are forgotten."""
WordAndMark = tuple[str, str]


class WordLine(Struct, frozen=True):
    """Words of a line, a mark for each ("" for none), the places asked about, and what else is known of each place."""

    words: tuple[str, ...]
    marks: tuple[str, ...]
    places: tuple[int, ...]
    features: tuple[tuple[str, ...], ...]


def columns(word: str, mark: str) -> tuple[str, ...]:
    """What a word is looked up by."""
    return word, word[:BEGINNING], word[-END:], *cluster_names(word), mark


class Layer(Struct, frozen=True):
    """The largest of some linear pieces a unit, brought to unit scale: `weights` is (in, pieces × units)."""

    weights: Array
    bias: Array
    gain: Array
    shift: Array

    @classmethod
    def of(cls, arrays: Mapping[str, Array], name: str) -> "Layer":
        weights, bias, gain, shift = (
            arrays[f"{name}.{part}"].astype("float32") for part in ("weights", "bias", "gain", "shift")
        )
        return cls(by_piece(weights, len(gain)), by_piece(bias, len(gain)), gain, shift)

    def __call__(self, values: Array) -> Array:
        return self.finished(values @ self.weights)

    def finished(self, sums: Array) -> Array:
        """`sums` may be overwritten."""
        sums += self.bias
        units = len(self.gain)
        largest = reduce(np.maximum, [sums[:, at : at + units] for at in range(0, sums.shape[1], units)])
        largest -= mean_of(largest)
        largest /= np.sqrt(mean_of(np.square(largest)) + SMALLEST)
        largest *= self.gain
        largest += self.shift
        return largest


def mean_of(rows: Array) -> Array:
    """One figure a row."""
    mean: Array = np.add.reduce(rows, axis=1, keepdims=True) / rows.dtype.type(rows.shape[1])
    return mean


def by_piece(values: Array, units: int) -> Array:
    """The pieces of each unit stand side by side in the file; the first of all units, then the second, are much faster to compare."""
    split = values.reshape(*values.shape[:-1], units, -1)
    return np.ascontiguousarray(split.swapaxes(-1, -2).reshape(values.shape))


class Network:
    """A network made ready. The rows of what is looked up are multiplied once, so that reading a word is adding up rows."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.kinds = tuple(arrays["kinds"].tolist())
        self._tables = [numbered(arrays[f"names.{column}"]) for column in range(COLUMNS)]
        first = Layer.of(arrays, "words")
        self._rows, start = [], 0
        for column in range(COLUMNS):
            rows = arrays[f"rows.{column}"].astype("float32")
            self._rows.append(rows @ first.weights[start : start + rows.shape[1]])
            start += rows.shape[1]
        self._first = first
        self._met: dict[WordAndMark, Array] = {}
        self._window = [Layer.of(arrays, f"window.{depth}") for depth in range(int(arrays["depth"]))]
        self._features = numbered(arrays["features"])
        self._place = Layer.of(arrays, "place")
        self._top, self._top_bias = arrays["top.weights"].astype("float32"), arrays["top.bias"].astype("float32")

    def scores(self, lines: Sequence[WordLine]) -> list[Array]:
        """For each line one row a place: the logarithms of the probabilities of `kinds`."""
        wanted = [line for line in lines if line.places]
        if not wanted:
            return [np.zeros((0, len(self.kinds)), "float32") for _ in lines]
        places = self._places(wanted)
        sums = self._place(places) @ self._top + self._top_bias
        logs = log_shares(sums)
        ends = np.cumsum([len(line.places) for line in lines])
        return list(np.split(logs, ends[:-1]))

    def _places(self, lines: Sequence[WordLine]) -> Array:
        """One row a place: its word, what is largest in its line, the mean of that, and its features."""
        starts, words = self._encoded(lines)
        places = [(number, place) for number, line in enumerate(lines) for place in line.places]
        width = words.shape[1]
        whole = np.empty((len(lines), 2 * width), "float32")
        for row, start, line in zip(whole, starts, lines, strict=True):
            own = words[start : start + len(line.words)]
            np.maximum.reduce(own, out=row[:width])
            np.divide(np.add.reduce(own), len(own), out=row[width:])
        rows = np.zeros((len(places), 3 * width + len(self._features)), "float32")
        rows[:, :width] = words[[starts[number] + place for number, place in places]]
        rows[:, width : 3 * width] = whole[[number for number, _ in places]]
        every = (features for line in lines for features in line.features)
        known = [
            (at, self._features[each]) for at, found in enumerate(every) for each in found if each in self._features
        ]
        rows[[at for at, _ in known], [3 * width + feature for _, feature in known]] = 1
        return rows

    def _encoded(self, lines: Sequence[WordLine]) -> tuple[list[int], Array]:
        """All words of all lines, an empty row before the first and behind each, and where each line starts."""
        numbers: dict[WordAndMark, int] = {}
        order, starts, empty = [0], [], [0]
        for line in lines:
            starts.append(len(order))
            order += [numbers.setdefault(pair, len(numbers) + 1) for pair in zip(line.words, line.marks, strict=True)]
            empty.append(len(order))
            order.append(0)
        values = self._known(numbers)[order]
        wide = np.zeros((len(values), 3 * values.shape[1]), "float32")
        before, itself, after = np.split(wide, 3, axis=1)
        for layer in self._window:
            before[1:], itself[:], after[:-1] = values[:-1], values, values[1:]
            values = values + layer(wide)
            values[empty] = 0
        return starts, values

    def _known(self, pairs: Iterable[WordAndMark]) -> Array:
        """What is known of each word with its mark, behind a row of nothing; words met before are looked up."""
        if len(self._met) > MOST_MET:
            self._met = {}
        met = self._met
        new = [pair for pair in pairs if pair not in met]
        if new:
            met.update(zip(new, self._first.finished(self._sums(new)), strict=True))
        width = len(self._first.gain)
        return np.concatenate([np.zeros(width, "float32"), *map(met.__getitem__, pairs)]).reshape(-1, width)

    def _sums(self, pairs: Sequence[WordAndMark]) -> Array:
        """For each word and mark the rows of its columns, added up."""
        named = zip(*(columns(*pair) for pair in pairs), strict=True)
        found = (
            rows[[table.get(name, 0) for name in names]]
            for names, table, rows in zip(named, self._tables, self._rows, strict=True)
        )
        total: Array = np.sum(list(found), axis=0)
        return total


def log_shares(scores: Array) -> Array:
    """The logarithms of what each score is worth among those of its row (log-softmax)."""
    below = scores - scores.max(axis=1, keepdims=True)
    shares: Array = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return shares


def numbered(names: Array) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.tolist())}
