"""The weights of the level estimate, fitted on the annotated résumés whose levels were judged by hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

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

AS_OF = "2026-11"
STRENGTH = 2.0
"""Of the ridge: no weight grows large on a few cases."""
AT_LEAST = {"recent": 0.2}
"""What a feature counts however few of the annotated pages bear it out: hardly any of them shows a skill of long ago alone."""
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
        career = Career(case.resume, AS_OF)
        grouped: dict[SkillId, list[Judged]] = defaultdict(list)
        for mention, judged in collector.judge(case.resume):
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
    """Least squares with a ridge and no weight under what it counts at least, which is none for most; the base is free."""
    from sklearn.linear_model import Ridge

    names = list(examples[0].features)
    rows = [[each.sure * each.features[name] for name in names] + [each.sure] for each in examples]
    model = Ridge(alpha=STRENGTH, positive=True, fit_intercept=False, tol=1e-8)
    given = [each.sure * sum(least * each.features[name] for name, least in AT_LEAST.items()) for each in examples]
    model.fit(rows, [each.level.rank - least for each, least in zip(examples, given, strict=True)])
    least = [AT_LEAST.get(name, 0.0) for name in names]
    *weights, base = (
        round(float(weight + more) * SCALE) for weight, more in zip(model.coef_, (*least, 0.0), strict=True)
    )
    return LinearModel(
        ("level",), (base,), {name: (0, weight) for name, weight in zip(names, weights, strict=True) if weight}
    )


def measure_levels(model: LinearModel, examples: Sequence[LevelExample]) -> Measured:
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for each in examples:
        score = model.bias[0] + sum(pairs[1] * each.features[name] for name, pairs in model.weights.items())
        total[each.level] += 1
        right[each.level] += level_of(min(4.0, each.sure * score / SCALE)) is each.level
    return Measured(dict(right), dict(total))
