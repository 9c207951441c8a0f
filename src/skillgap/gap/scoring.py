"""The score: for each skill of the role a weight by importance, times the share of the required level that is reached.

    points = 100 × weight / Σ weights × min(1, level score / required rank)

Skills that the career level does not ask for (required: none) weigh nothing. The band moves every level by its uncertainty
(one minus the confidence) down and up.
"""

from collections.abc import Mapping, Sequence

from skillgap.evidence.types import Claim
from skillgap.gap.types import Component, Score
from skillgap.taxonomy.types import CareerLevel, Importance, Level, Role, RoleSkill, SkillId
from skillgap.taxonomy.whole import Taxonomy

WEIGHT = {Importance.ESSENTIAL: 4.0, Importance.IMPORTANT: 1.0, Importance.USEFUL: 0.25}


def weighted_lines(role: Role, level: CareerLevel) -> list[tuple[RoleSkill, Level, float]]:
    """Each skill that the level asks for, how well, and its weight; the weights add up to 100."""
    asked = [(line, required) for line in role.skills if (required := line.required(level)) is not Level.NONE]
    total = sum(WEIGHT[line.importance] for line, _ in asked)
    return [(line, required, round(100 * WEIGHT[line.importance] / total, 4)) for line, required in asked]


def score_against(role: Role, level: CareerLevel, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Score:
    """Score the claims against one career level of a role."""
    components = []
    low = high = 0.0
    for line, required, weight in weighted_lines(role, level):
        claim = claims.get(line.skill)
        credit = credit_for(claim.level_score if claim else 0.0, required)
        components.append(
            Component(
                skill=line.skill,
                name=taxonomy.skills[line.skill].label,
                area=taxonomy.area_of[line.skill],
                importance=line.importance,
                required=required,
                estimated=claim.level if claim else Level.NONE,
                weight=weight,
                credit=credit,
                points=round(weight * credit, 4),
            )
        )
        if claim and claim.level_score > 0:
            doubt = 1.0 - claim.confidence
            low += weight * credit_for(claim.level_score - doubt, required)
            high += weight * credit_for(claim.level_score + doubt, required)
    overall = round(sum(component.points for component in components), 1)
    return Score(
        overall=overall,
        band=(min(overall, round(low, 1)), max(overall, round(high, 1))),
        areas=area_scores(components, taxonomy),
        components=tuple(components),
    )


def overall_against(role: Role, level: CareerLevel, claims: Mapping[SkillId, Claim]) -> float:
    """The overall score alone, for the many roles that are only compared."""
    points = (
        round(weight * credit_for(claims[line.skill].level_score, required), 4)
        for line, required, weight in weighted_lines(role, level)
        if line.skill in claims
    )
    return round(sum(points, start=0.0), 1)


def credit_for(level_score: float, required: Level) -> float:
    return round(min(1.0, max(0.0, level_score) / required.rank), 3)


def area_scores(components: Sequence[Component], taxonomy: Taxonomy) -> dict[str, float]:
    """For each area the share of its weight that is reached, 0 to 100."""
    scores = {}
    for area in taxonomy.areas:
        own = [component for component in components if component.area == area]
        weight = sum(component.weight for component in own)
        if weight:
            scores[area] = round(100 * sum(component.points for component in own) / weight, 1)
    return scores
