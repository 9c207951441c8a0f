"""A conditional random field over sequences of lines, fitted by gradient and written as a small table of whole numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from skillgap.resume.section_sequence import AROUND, EDGES, NAMED, likeliest_kinds, weights_of
from skillgap.resume.section_steps import KINDS
from skillgap.trained import SCALE, LinearModel
from skillgap.training.linear import Measured
from skillgap.training.section_sequences import Lines

STRENGTH, ROUNDS = 3.0, 70
"""Of the regularisation, and how often the weights are bettered: stopping early regularises too."""
SHARED = (*AROUND, "heading", *NAMED, "elsewhere")
Array = Any


class Prepared(Struct, frozen=True):
    """A sequence in numbers: marks by line, shared features by line and kind, the edge before each line, the kinds."""

    marks: Array
    shared: Array
    edges: Sequence[int]
    kinds: Array


class Table:
    """One flat vector of weights seen as its parts."""

    def __init__(self, flat: Array, marks: int) -> None:
        count = len(KINDS)
        shapes = ((marks, count), (len(SHARED),), (count, count), (count, count), (len(EDGES), count))
        cuts = np.cumsum([0, *(int(np.prod(shape)) for shape in shapes)])
        self.size = int(cuts[-1])
        parts = [flat[cuts[n] : cuts[n + 1]].reshape(shape) for n, shape in enumerate(shapes)] if len(flat) else []
        if parts:
            self.marks, self.shared, self.steps, self.headed, self.changes = parts

    def edge(self, number: int) -> Array:
        steps = self.headed if EDGES[number] == "heading" else self.steps
        return steps + self.changes[number][None, :] * (1 - np.eye(len(KINDS)))


def fit(examples: Sequence[Lines]) -> LinearModel:
    from scipy.optimize import minimize

    names = sorted({mark for example in examples for line in example.seen for mark in line.marks})
    ready = [prepared(example, names) for example in examples]
    size = Table(np.zeros(0), len(names)).size

    def loss(flat: Array) -> tuple[float, Array]:
        gradient = STRENGTH * flat
        total = 0.5 * STRENGTH * float(flat @ flat)
        table, into = Table(flat, len(names)), Table(gradient, len(names))
        edges = [table.edge(number) for number in range(len(EDGES))]
        for each in ready:
            total += add_loss(each, table, edges, into)
        return total, gradient

    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return written(Table(found.x, len(names)), names)


def prepared(example: Lines, names: Sequence[str]) -> Prepared:
    column = {name: number for number, name in enumerate(names)}
    marks = np.zeros((len(example.seen), len(names)))
    shared = np.zeros((len(example.seen), len(KINDS), len(SHARED)))
    for number, line in enumerate(example.seen):
        for mark in line.marks:
            marks[number, column[mark]] = line.weight
        shared[number, :, : len(AROUND)] = line.weight * np.array(line.around).T
        if line.heading is not None:
            shared[number, :, SHARED.index("heading")] = line.heading
        if line.named is not None:
            shared[number, line.named[1], SHARED.index(line.named[0])] = 1
        shared[number, sorted(line.elsewhere), SHARED.index("elsewhere")] = 1
    return Prepared(marks, shared, [EDGES.index(line.edge) for line in example.seen], np.array(example.kinds))


def add_loss(each: Prepared, table: Table, edges: Sequence[Array], into: Table) -> float:
    """The negative logarithm of what the sequence is worth among all others; its gradient is added to the table."""
    own = each.marks @ table.marks + each.shared @ table.shared
    count = len(own)
    ahead, behind = own.copy(), np.zeros_like(own)
    for n in range(1, count):
        ahead[n] += summed(ahead[n - 1][:, None] + edges[each.edges[n]], 0)
    for n in range(count - 2, -1, -1):
        behind[n] = summed(edges[each.edges[n + 1]] + (own[n + 1] + behind[n + 1])[None, :], 1)
    total = summed(ahead[-1], 0)
    rows = np.arange(count)
    wrong = np.exp(ahead + behind - total)
    wrong[rows, each.kinds] -= 1
    into.marks += each.marks.T @ wrong
    into.shared += np.einsum("nk,nkj->j", wrong, each.shared)
    loss = total - own[rows, each.kinds].sum()
    for n in range(1, count):
        number, start, to = each.edges[n], each.kinds[n - 1], each.kinds[n]
        edge = edges[number]
        loss -= edge[start, to]
        pairs = np.exp(ahead[n - 1][:, None] + edge + (own[n] + behind[n])[None, :] - total)
        pairs[start, to] -= 1
        steps = into.headed if EDGES[number] == "heading" else into.steps
        steps += pairs
        into.changes[number] += pairs.sum(0) - np.diag(pairs)
    return float(loss)


def summed(values: Array, axis: int) -> Array:
    """The logarithm of the sum of what the values are logarithms of."""
    top = values.max(axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis, keepdims=True))).squeeze(axis)


def written(table: Table, names: Sequence[str]) -> LinearModel:
    rows = {f"is {name}": table.marks[number] for number, name in enumerate(names)}
    rows |= {name: [table.shared[number]] for number, name in enumerate(SHARED)}
    for number, kind in enumerate(KINDS):
        rows[f"from {kind}"], rows[f"heading from {kind}"] = table.steps[number], table.headed[number]
    rows |= {f"change {edge}": table.changes[number] for number, edge in enumerate(EDGES)}
    weights = {name: [(n, round(float(weight) * SCALE)) for n, weight in enumerate(row)] for name, row in rows.items()}
    pairs = {name: tuple(each for pair in row if pair[1] for each in pair) for name, row in weights.items()}
    return LinearModel(tuple(map(str, KINDS)), tuple(0 for _ in KINDS), pairs)


def measure_sequences(model: LinearModel, examples: Sequence[Lines]) -> Measured:
    weights = weights_of(model)
    right: dict[str, int] = {}
    total: dict[str, int] = {}
    for example in examples:
        for kind, gold in zip(likeliest_kinds(example.seen, weights), example.kinds, strict=True):
            name = str(KINDS[gold])
            total[name] = total.get(name, 0) + 1
            right[name] = right.get(name, 0) + (kind is KINDS[gold])
    return Measured(right, total)
