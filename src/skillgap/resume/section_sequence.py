"""The likeliest sequence of sections over all lines of a résumé (Viterbi), by a trained model (models/sequence).

Each line says how well it would stand in each kind of section; a heading says more; and what it costs that a section ends
depends on what stands between two lines and on the kinds on either side.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest

from msgspec import Struct

from skillgap.resume.section_steps import KINDS, Seen
from skillgap.resume.types import SectionKind
from skillgap.trained import SCALE, LinearModel, shipped_model

AROUND = ("own", "before", "after", "paragraph")
NAMED = ("certain", "phrase", "word")
PLACES = ("bare", "top", "headed")
EDGES = (
    *(f"{place}{item}{gap}" for place in PLACES for item in ("", " item") for gap in ("", " gap")),
    "column",
    "heading",
)
BEAM = 4
"""So many of the likeliest kinds before a line are followed up."""
TRUSTED = {"heading": 0.3, "certain": 5.0}
"""How much more than the model has learnt a heading's words are believed: those whom it learnt from head more freely than most."""
HELD = {"headed item": 4.0}
"""How much less likely than learnt a section ends between two items of a list."""
HEADER, NEVER = KINDS.index(SectionKind.HEADER), -1000.0
"""Nothing under a heading is the header."""
Matrix = Sequence[Sequence[float]]


class Edge(Struct, frozen=True):
    """What it is worth that the section goes on, for each kind and on the average, and what that another begins."""

    stays: Sequence[float]
    usual: float
    changes: Matrix


class Weights(Struct, frozen=True):
    """`marks` by name and kind, the others shared by all kinds; `edges` by how a line stands to the one before."""

    marks: Mapping[str, Sequence[float]]
    shared: Mapping[str, float]
    edges: Mapping[str, Edge]


def weights_of(model: LinearModel) -> Weights:
    def row(name: str) -> list[float]:
        pairs = model.weights.get(name, ())
        values = [0.0] * len(KINDS)
        for kind, weight in zip(pairs[::2], pairs[1::2], strict=True):
            values[kind] = weight / SCALE
        return values

    marks = {name.removeprefix("is "): row(name) for name in model.weights if name.startswith("is ")}
    shared = {name: row(name)[0] + TRUSTED.get(name, 0.0) for name in (*AROUND, *NAMED, "heading", "elsewhere")}
    edges = {}
    for edge in EDGES:
        change = row(f"change {edge}")
        steps = [row(f"{'heading ' if edge == 'heading' else ''}from {kind}") for kind in KINDS]
        stays = [own[start] for start, own in enumerate(steps)]
        changes = [
            [worth + (change[to] - HELD.get(edge, 0.0) if to != start else 0.0) for to, worth in enumerate(own)]
            for start, own in enumerate(steps)
        ]
        edges[edge] = Edge(stays, sum(stays) / len(stays), changes)
    return Weights(marks, shared, edges)


@cache
def shipped_weights() -> Weights:
    """Open the model that came with the package, once a process. Raises ModelError."""
    return weights_of(shipped_model("sequence"))


def likeliest_kinds(lines: Sequence[Seen], weights: Weights) -> list[SectionKind]:
    """One kind for each line."""
    if not lines:
        return []
    best = worth_of(lines[0], weights)
    back: list[list[int]] = []
    for line in lines[1:]:
        own = worth_of(line, weights)
        reached, came_from = step(best, weights.edges[line.edge], line.weight)
        back.append(came_from)
        best = [worth + value for worth, value in zip(reached, own, strict=True)]
    path = [best.index(max(best))]
    for came_from in reversed(back):
        path.append(came_from[path[-1]])
    return [KINDS[number] for number in reversed(path)]


def step(best: Sequence[float], edge: Edge, weight: float) -> tuple[list[float], list[int]]:
    """What each kind is worth if the section goes on or, from one of the likeliest, another begins.

    How long sections of a kind usually are counts as much as the line does: a long list of skills is still one of skills. One of
    the likeliest may go on for all that this is worth.
    """
    usual = edge.usual
    reached = [worth + usual + weight * (stay - usual) for worth, stay in zip(best, edge.stays, strict=True)]
    came_from = list(range(len(best)))
    for start in nlargest(BEAM, came_from, key=best.__getitem__):
        worth = best[start]
        for to, value in enumerate(edge.changes[start]):
            if worth + value > reached[to]:
                reached[to], came_from[to] = worth + value, start
    return reached, came_from


def worth_of(line: Seen, weights: Weights) -> list[float]:
    """How well the line would stand in each kind of section."""
    own, before, after, paragraph = (weights.shared[name] for name in AROUND)
    rows = [weights.marks[mark] for mark in line.marks if mark in weights.marks]
    worth = [
        line.weight * (sum(marks) + own * first + before * second + after * third + paragraph * fourth)
        for first, second, third, fourth, *marks in zip(*line.around, *rows, strict=True)
    ]
    if line.heading is not None:
        words = weights.shared["heading"]
        worth = [value + words * share for value, share in zip(worth, line.heading, strict=True)]
    if line.named is not None:
        worth[line.named[1]] += weights.shared[line.named[0]]
    for kind in line.elsewhere:
        worth[kind] += weights.shared["elsewhere"]
    if line.edge.startswith("head"):
        worth[HEADER] = NEVER
    return worth
