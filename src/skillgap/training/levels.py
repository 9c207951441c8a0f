"""The weights of the level estimate, fitted on the annotated résumés whose levels were judged by hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.implied import SOURCES, ways_from
from skillgap.evidence.proficiency import level_of
from skillgap.evidence.use import NO_USE, Career, Judged, joined, use_of
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.types import Level, SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.trained import SCALE, LinearModel
from skillgap.training.linear import Measured
from skillgap.training.statuses import annotated_cases

if TYPE_CHECKING:
    import numpy as np

AS_OF = "2026-11"
BALANCE = 0.5
"""Rare levels weigh more, by that power of how rare they are: unweighted, hardly anybody is an expert."""
STRENGTH = 1.0
"""Of the ridge: no weight grows large on a few cases."""
BOUNDARIES = (1.5, 2.5, 3.5)
"""Of the score, between awareness, working, practitioner and expert."""
FIRST, BASE, SHARPNESS = 0.1, 1.5, 4.0
"""Where the search begins."""
AT_LEAST = {"recent": 0.1, "told": 0.03}
"""What a feature counts however few of the annotated pages bear it out: hardly any of them shows a skill of long ago alone,
and in most of them all lines are sentences."""
LEAST_BASE = 1.76
"""One line of recent use is work with a skill, almost: what the plan promises for a first project rests on it."""
PLAIN = LinearModel(("level",), (200,), {})


class LevelExample(Struct, frozen=True):
    """A skill shown in use on one page, what the estimate sees of it, and the level that an annotator believed."""

    origin: str
    features: dict[str, float]
    sure: float
    level: Level


def level_examples(_: Path) -> Iterator[LevelExample]:
    collector = EvidenceCollector(shipped_taxonomy(), levels=PLAIN)
    for case in annotated_cases():
        if case.persona is None or not case.persona.levels:
            continue
        named = collector.judge(case.resume)
        others = collector.posts.of_other_trades(case.resume, {mention.line_number for mention, _ in named})
        career = Career(case.resume, AS_OF, others)
        grouped: dict[SkillId, list[Judged]] = defaultdict(list)
        for mention, judged in named:
            grouped[mention.skill].append(judged)
        uses = {skill: use_of(judged) for skill, judged in grouped.items()}
        shown_by = supporters(grouped, collector.taxonomy)
        for skill, level in case.persona.levels.items():
            together = joined(uses.get(skill, NO_USE), [(s, uses[each]) for each, s in shown_by.get(skill, {}).items()])
            if together.lines and level is not Level.NONE:
                yield LevelExample(case.id, career.features(together), max(together.lines.values()), level)


def supporters(grouped: dict[SkillId, list[Judged]], taxonomy: Taxonomy) -> dict[SkillId, dict[SkillId, float]]:
    """For each skill those found that imply it, with their strengths."""
    found: dict[SkillId, dict[SkillId, float]] = defaultdict(dict)
    for skill, judged in grouped.items():
        if any(each.evidence.status in SOURCES for each in judged):
            for way in ways_from(skill, taxonomy):
                found[way.skill][skill] = way.strength
    return found


def fit_levels(examples: Sequence[LevelExample]) -> LinearModel:
    """Ordinal regression: the boundaries between levels lie at the halves of the score, and what is fitted is how sharp they are.

    Least squares would draw every level towards the middle. No weight is under what it counts at least, none for most,
    nor the base under its own.
    """
    import numpy as np
    from scipy.optimize import minimize

    names = list(examples[0].features)
    rows = np.array([[each.sure * each.features[name] for name in names] + [each.sure] for each in examples])
    ranks = np.array([each.level.rank for each in examples])
    least = [AT_LEAST.get(name, 0.0) for name in names]
    found = minimize(
        misfit,
        [*(max(each, FIRST) for each in least), BASE, SHARPNESS],
        args=(rows, ranks),
        jac=True,
        method="L-BFGS-B",
        bounds=[*((each, None) for each in least), (LEAST_BASE, None), (SHARPNESS / 4, SHARPNESS * 4)],
        options={"maxiter": 2000, "ftol": 1e-12, "gtol": 1e-8},
    )
    *weights, base, _ = (float(each) for each in found.x)
    table = {name: (0, round(weight * SCALE)) for name, weight in zip(names, weights, strict=True)}
    return LinearModel(("level",), (round(base * SCALE),), {name: pair for name, pair in table.items() if pair[1]})


def misfit(point: "np.ndarray", rows: "np.ndarray", ranks: "np.ndarray") -> "tuple[float, np.ndarray]":
    """How unlikely the levels are, and where it grows. `point`: the weights, the base (which no ridge holds), the sharpness."""
    import numpy as np

    *_, sharpness = point
    weights, count = point[:-2], len(rows)
    away = (rows @ point[:-1])[:, None] - BOUNDARIES
    reached = 1 / (1 + np.exp(-sharpness * away))
    at, zero = np.arange(count), np.zeros((count, 1))
    chances = np.hstack([zero + 1, reached, zero])
    slopes = np.hstack([zero, reached * (1 - reached), zero])
    steered = np.hstack([zero, reached * (1 - reached) * away, zero])
    likely = np.maximum(chances[at, ranks - 1] - chances[at, ranks], 1e-12)
    counts = np.bincount(ranks)
    rarity = (counts[counts > 0].mean() / counts[ranks]) ** BALANCE
    by_score = -rarity * sharpness * (slopes[at, ranks - 1] - slopes[at, ranks]) / likely
    by_sharpness = -(rarity * (steered[at, ranks - 1] - steered[at, ranks]) / likely).sum()
    ridge = STRENGTH * sharpness * weights
    gradient = np.concatenate([rows.T @ by_score, [by_sharpness + ridge @ weights]])
    gradient[:-2] += sharpness * ridge
    return float(-(rarity * np.log(likely)).sum() + sharpness * (ridge @ weights) / 2), gradient


def measure_levels(model: LinearModel, examples: Sequence[LevelExample]) -> Measured:
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for each in examples:
        score = model.bias[0] + sum(pairs[1] * each.features[name] for name, pairs in model.weights.items())
        total[each.level] += 1
        right[each.level] += level_of(min(4.0, each.sure * score / SCALE)) is each.level
    return Measured(dict(right), dict(total))
