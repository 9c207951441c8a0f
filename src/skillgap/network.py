"""Small trained networks applied: what the words around a place in a line say about it.

    word   → rows of its columns, added up → the largest of some pieces, in unit scale
    × depth: word → word + the same of (the one before, itself, the one after)
    place  → its own word, the largest and the mean of the line, and its marks → one score a kind

Maxout units (Goodfellow et al. 2013) over a window that grows by a word a layer, as in spaCy's own models. Weights are plain arrays.
"""

from collections.abc import Mapping, Sequence
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
        largest = (sums + self.bias).reshape(len(sums), -1, len(self.gain)).max(axis=1)
        centred = largest - largest.mean(axis=1, keepdims=True)
        scale = np.sqrt((centred**2).mean(axis=1, keepdims=True) + SMALLEST)
        finished: Array = centred / scale * self.gain + self.shift
        return finished


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
        width = words.shape[1]
        rows = np.zeros((sum(len(line.places) for line in lines), 3 * width + len(self._features)), "float32")
        at = 0
        for line, start in zip(lines, starts, strict=True):
            own = words[start : start + len(line.words)]
            largest, mean = own.max(axis=0), own.mean(axis=0)
            for place, features in zip(line.places, line.features, strict=True):
                rows[at, : 3 * width] = np.concatenate((own[place], largest, mean))
                rows[at, [3 * width + self._features[each] for each in features if each in self._features]] = 1
                at += 1
        return rows

    def _encoded(self, lines: Sequence[WordLine]) -> tuple[list[int], Array]:
        """All words of all lines, an empty row between two lines, and where each line starts."""
        pairs: list[tuple[str, str] | None] = []
        for line in lines:
            pairs += [*zip(line.words, line.marks, strict=True), None]
        starts, at = [], 1
        for line in lines:
            starts.append(at)
            at += len(line.words) + 1
        distinct = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        known = self._first.finished(self._sums([pair or ("", "") for pair in distinct]))
        known[distinct[None]] = 0
        values = known[[distinct[None], *(distinct[pair] for pair in pairs)]]
        empty = [0, *(at for at, pair in enumerate(pairs, 1) if pair is None)]
        for layer in self._window:
            before, after = np.zeros_like(values), np.zeros_like(values)
            before[1:], after[:-1] = values[:-1], values[1:]
            values = values + layer(np.concatenate((before, values, after), axis=1))
            values[empty] = 0
        return starts, values

    def _sums(self, pairs: Sequence[tuple[str, str]]) -> Array:
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
