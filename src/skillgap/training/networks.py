"""Train the small networks that `skillgap.network` applies, by thinc; the same examples give the same arrays on the same machine."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from skillgap.network import COLUMNS, Array, Network, WordLine, columns
from skillgap.training.linear import Measured

SCALE = 32
"""Places that a step's gradient is divided by, however many its lines have."""
SLOWEST = 0.02
"""Share of the first rate that the last step has."""


class MarkedLine(Struct, frozen=True):
    """A line with the right kind at each of its places; `origin` is what lines are held out by."""

    origin: str
    line: WordLine
    kinds: tuple[str, ...]


class GuessedLine(Struct, frozen=True):
    """A line that nobody marked, with what a larger model holds of each place: the probability of each kind."""

    line: WordLine
    shares: tuple[Mapping[str, float], ...]


AnyLine = MarkedLine | GuessedLine


class NetworkRecipe(Struct, frozen=True):
    """How a network is built and fitted. A `balance` lets rare kinds weigh more, by that power of how rare they are.

    Each epoch sees all marked lines, and the next `guessed` share of the guessed ones.
    """

    width: int = 64
    depth: int = 3
    pieces: int = 2
    rows: tuple[int, ...] = (64, 32, 32, 32, 32, 8)
    fewest: tuple[int, ...] = (3, 3, 3, 1, 1, 1)
    drop: float = 0.3
    rate: float = 0.002
    epochs: int = 10
    batch: int = 16
    balance: float = 0.5
    guessed: float = 0.25
    seed: int = 0


class Encoded(Struct, frozen=True):
    """A line by numbers: words × columns, its places, places × features, and places × kinds: how likely each is."""

    words: Array
    places: Array
    features: Array
    shares: Array


class Tables(Struct, frozen=True):
    """Numbers of what is looked up: one table a column, where 0 is whatever is rare, and that of the features."""

    columns: tuple[Mapping[str, int], ...]
    features: Mapping[str, int]
    kinds: tuple[str, ...]

    def encode(self, example: AnyLine) -> Encoded:
        line = example.line
        pairs = [columns(*pair) for pair in zip(line.words, line.marks, strict=True)]
        words = [[table.get(name, 0) for name, table in zip(pair, self.columns, strict=True)] for pair in pairs]
        features = np.zeros((len(line.places), len(self.features)), "float32")
        for row, names in zip(features, line.features, strict=True):
            row[[self.features[name] for name in names if name in self.features]] = 1
        shares = [[share.get(kind, 0.0) for kind in self.kinds] for share in shares_of(example)]
        return Encoded(np.array(words, "int32"), np.array(line.places), features, np.array(shares, "float32"))


def shares_of(example: AnyLine) -> Sequence[Mapping[str, float]]:
    return example.shares if isinstance(example, GuessedLine) else [{kind: 1.0} for kind in example.kinds]


def tables_of(examples: Sequence[AnyLine], recipe: NetworkRecipe) -> Tables:
    """What a guessed line says counts for as much as an epoch sees of it."""
    counts: list[dict[str, float]] = [defaultdict(float) for _ in range(COLUMNS)]
    features, kinds = Counter[str](), set[str]()
    for example in examples:
        weight = recipe.guessed if isinstance(example, GuessedLine) else 1.0
        for pair in zip(example.line.words, example.line.marks, strict=True):
            for counted, name in zip(counts, columns(*pair), strict=True):
                counted[name] += weight
        for names in example.line.features:
            features.update(set(names))
        kinds.update(*shares_of(example))
    known = [
        sorted(name for name, count in counted.items() if name and count >= fewest)
        for counted, fewest in zip(counts, recipe.fewest, strict=True)
    ]
    return Tables(
        columns=tuple({name: number for number, name in enumerate(names, 1)} for names in known),
        features={name: number for number, name in enumerate(sorted(n for n, count in features.items() if count > 1))},
        kinds=tuple(sorted(kinds)),
    )


def train_network(examples: Sequence[AnyLine], recipe: NetworkRecipe) -> dict[str, Array]:
    """Fit on all lines given, and return the arrays that `Network` takes."""
    from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

    set_current_ops(NumpyOps())
    fix_random_seed(recipe.seed)
    tables = tables_of(examples, recipe)
    encoded = [tables.encode(example) for example in examples if isinstance(example, MarkedLine)]
    guessed = [tables.encode(example) for example in examples if isinstance(example, GuessedLine)]
    reader, top = layers(tables, recipe)
    reader.initialize([encoded[0].words])
    top.initialize(*(np.zeros((1, n), "float32") for n in (3 * recipe.width + len(tables.features), len(tables.kinds))))
    optimizer = Adam(recipe.rate, L2=0.0, use_averages=True)
    counts = np.concatenate([each.shares for each in encoded]).sum(axis=0)
    weights = (counts.mean() / counts) ** recipe.balance
    shuffled = random.Random(recipe.seed)  # noqa: S311 - an order, no secret
    more = portions(guessed, recipe.guessed, shuffled)
    for epoch in range(recipe.epochs):
        lines = encoded + next(more)
        shuffled.shuffle(lines)
        optimizer.learn_rate = recipe.rate * (1 - epoch / recipe.epochs + SLOWEST)
        for start in range(0, len(lines), recipe.batch):
            step(lines[start : start + recipe.batch], reader, top, weights)
            reader.finish_update(optimizer)
            top.finish_update(optimizer)
            optimizer.step_schedules()
    with reader.use_params(optimizer.averages), top.use_params(optimizer.averages):
        return arrays_of(reader, top, tables, recipe)


def portions(lines: Sequence[Any], share: float, shuffled: random.Random) -> Iterator[list[Any]]:
    """Such a share of the lines after the other, without end; shuffled whenever all have been given out."""
    size, rest = int(len(lines) * share), list[Any]()
    while True:
        if len(rest) < size:
            rest = shuffled.sample(lines, len(lines))
        yield rest[:size]
        rest = rest[size:]


def layers(tables: Tables, recipe: NetworkRecipe) -> tuple[Any, Any]:
    from thinc.api import Dropout, Embed, Maxout, Softmax, chain, concatenate, expand_window, residual, with_array

    def maxout(inputs: int) -> Any:
        return Maxout(recipe.width, inputs, nP=recipe.pieces, normalize=True, dropout=recipe.drop)

    rows: list[Any] = [
        Embed(width, len(table) + 1, column=column)
        for column, (table, width) in enumerate(zip(tables.columns, recipe.rows, strict=True))
    ]
    words: Any = with_array(chain(concatenate(*rows), Dropout(recipe.drop), maxout(sum(recipe.rows))))
    window: list[Any] = [
        with_array(residual(chain(expand_window(1), maxout(3 * recipe.width))), pad=1) for _ in range(recipe.depth)
    ]
    top: Any = chain(maxout(3 * recipe.width + len(tables.features)), Softmax(len(tables.kinds), recipe.width))
    return chain(words, *window), top


def step(batch: Sequence[Encoded], reader: Any, top: Any, weights: Array) -> None:
    """One step down the gradient of the cross entropy."""
    read, back_to_words = reader.begin_update([each.words for each in batch])
    guessed, back_to_places = top.begin_update(places_of(read, batch))
    shares = np.concatenate([each.shares for each in batch])
    gradient = (guessed - shares) * (shares @ weights)[:, None] / SCALE
    back_to_words(words_of(back_to_places(gradient.astype("float32")), read, batch))


def places_of(read: Sequence[Array], batch: Sequence[Encoded]) -> Array:
    """One row a place: its word, what is largest in its line, the mean of that, and its features."""
    rows = [
        np.concatenate((words[place], words.max(axis=0), words.mean(axis=0), features))
        for words, each in zip(read, batch, strict=True)
        for place, features in zip(each.places, each.features, strict=True)
    ]
    return np.array(rows, "float32")


def words_of(gradient: Array, read: Sequence[Array], batch: Sequence[Encoded]) -> list[Array]:
    """The gradient of the places handed back to the words: the reverse of `places_of`."""
    found, at = [], 0
    for words, each in zip(read, batch, strict=True):
        width = words.shape[1]
        back, largest = np.zeros_like(words), words.argmax(axis=0)
        for place in each.places:
            back[place] += gradient[at, :width]
            back[largest, np.arange(width)] += gradient[at, width : 2 * width]
            back += gradient[at, 2 * width : 3 * width] / len(words)
            at += 1
        found.append(back)
    return found


def arrays_of(reader: Any, top: Any, tables: Tables, recipe: NetworkRecipe) -> dict[str, Array]:
    """The network as `Network` takes it, in half precision."""
    half = "float16"
    arrays: dict[str, Array] = {
        "kinds": np.array(tables.kinds),
        "features": np.array(list(tables.features)),
        "depth": np.array(recipe.depth),
    }
    nodes = list(reader.walk())
    embeds = [node for node in nodes if node.name == "embed"]
    for column, (table, embed) in enumerate(zip(tables.columns, embeds, strict=True)):
        arrays[f"names.{column}"] = np.array(["", *table])
        arrays[f"rows.{column}"] = embed.get_param("E").astype(half)
    names = ["words", *(f"window.{depth}" for depth in range(recipe.depth)), "place"]
    every = [*nodes, *top.walk()]
    maxouts, norms = ([node for node in every if node.name == name] for name in ("maxout", "layernorm"))
    for name, maxout, norm in zip(names, maxouts, norms, strict=True):
        weights = maxout.get_param("W")
        arrays[f"{name}.weights"] = weights.reshape(-1, weights.shape[2]).T.astype(half)
        arrays[f"{name}.bias"] = maxout.get_param("b").reshape(-1).astype(half)
        arrays[f"{name}.gain"], arrays[f"{name}.shift"] = (
            norm.get_param("G").astype(half),
            norm.get_param("b").astype(half),
        )
    softmax = next(node for node in every if node.name == "softmax")
    arrays["top.weights"], arrays["top.bias"] = (
        softmax.get_param("W").T.astype(half),
        softmax.get_param("b").astype(half),
    )
    return arrays


def measure_network(arrays: Mapping[str, Array], examples: Sequence[MarkedLine]) -> Measured:
    right, total = Counter[str](), Counter[str]()
    network = Network(arrays)
    for example, scores in zip(examples, network.scores([each.line for each in examples]), strict=True):
        for kind, row in zip(example.kinds, scores, strict=True):
            total[kind] += 1
            right[kind] += network.kinds[int(row.argmax())] == kind
    return Measured(dict(right), dict(total))
