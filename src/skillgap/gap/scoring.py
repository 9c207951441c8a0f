"""The score: for each skill of the role a weight by importance, times the share of the required level that is reached.

    points = 100 × weight / Σ weights × max(own credit, carried credit) × ownership

    own credit     = min(1, level score / (required rank - ½)) × practice; where no line shows the skill in use at most `LISTED_AT_MOST`
    carried credit = `CARRIED` × how much carries over × the credit of the best neighbour that is shown in use
    practice       = ½ + ½ × min(1, months practised / months that the career level asks for)
    ownership      = as `skillgap.gap.ownership` has it, the same for all skills

Skills that the career level does not ask for (required: none) weigh nothing. The band is what the score may be
off by (`fair_range`). docs/score.md has a worked example.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from skillgap.evidence.types import SkillProfile
from skillgap.gap.choosing import best_of
from skillgap.gap.fair_range import fair_range
from skillgap.gap.ownership import ASKED_LINES, doubtful_ownership, ownership
from skillgap.gap.standing import CARRIED, NOTHING, Standings, practice, reached, standings_of
from skillgap.gap.types import Component, Lift, Ownership, Score
from skillgap.taxonomy.types import CareerLevel, Importance, Level, Role, RoleId, RoleSkill, SkillId
from skillgap.taxonomy.whole import Taxonomy

REACHED = 0.999
WeightedLine = tuple[RoleSkill, Level, float]
WEIGHT = {Importance.ESSENTIAL: 4.0, Importance.IMPORTANT: 1.0, Importance.USEFUL: 0.25}


def weighted_lines(role: Role, level: CareerLevel) -> tuple[WeightedLine, ...]:
    """Each skill that the level asks for, how well, and its weight; the weights add up to 100."""
    asked = [(line, required) for line in role.skills if (required := line.required(level)) is not Level.NONE]
    total = sum([WEIGHT[line.importance] for line, _ in asked])
    weights = {importance: round(100 * weight / total, 4) for importance, weight in WEIGHT.items()} if asked else {}
    return tuple((line, required, weights[line.importance]) for line, required in asked)


@lru_cache(maxsize=1024)
def lines_of(role: RoleId, level: CareerLevel, taxonomy: Taxonomy) -> tuple[WeightedLine, ...]:
    """Those of a role as the taxonomy has it, worked out once."""
    return weighted_lines(taxonomy.roles[role], level)


def score_against(
    role: Role,
    level: CareerLevel,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    standings: Standings | None = None,
) -> Score:
    """Score the profile against one career level of a role; `standings` are those of its claims, where they are known already."""
    claims = {claim.id: claim for claim in profile.claims}
    standings = standings_of(profile, taxonomy) if standings is None else standings
    components = []
    lines = weighted_lines(role, level)
    owned = ownership(standings.owned_lines, level)
    for each, required, weight in lines:
        line = best_of(each, level, standings) if each.alternatives else each
        claim = claims.get(line.skill)
        standing = standings.get(line.skill, NOTHING)
        credit, neighbour = standing.credit(required, level)
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
                points=round(weight * credit * owned, 4),
                carried_from=neighbour,
                practice=round(practice(standing.months, level), 3),
                ownership=owned,
                alternatives=line.alternatives,
            )
        )
    overall = round(sum(component.points for component in components), 1)
    low, high = (
        overall_of(held_in(lines, Credits(standings_of(profile, taxonomy, certainty=side), level)))
        for side in (-1.0, 1.0)
    )
    least, most = (overall * share / owned for share in doubtful_ownership(standings.owned_lines, level))
    return Score(
        overall=overall,
        band=fair_range(overall, (low, least), (high, most), components),
        areas=area_scores(components, taxonomy),
        components=tuple(components),
        ownership=Ownership(share=owned, asked=ASKED_LINES[level], lines=profile.owned),
    )


class Held(Struct, frozen=True):
    """One skill that a role asks for, with the points that it is worth, and the credit that somebody has for it."""

    line: RoleSkill
    required: Level
    worth: float
    credit: float


class Credits(dict[tuple[SkillId, Level], float]):
    """What somebody's skills are worth at a career level, by the level that is asked for; each is worked out once for all roles."""

    def __init__(self, standings: Standings, level: CareerLevel) -> None:
        super().__init__()
        self.standings, self.level = standings, level

    def __missing__(self, asked: tuple[SkillId, Level]) -> float:
        skill, required = asked
        self[asked] = credit = self.standings[skill].credit(required, self.level)[0]
        return credit


def held_against(role: Role, level: CareerLevel, standings: Standings) -> list[Held]:
    return held_in(weighted_lines(role, level), Credits(standings, level))


def held_in(lines: Iterable[WeightedLine], credits_: Credits) -> list[Held]:
    """One skill for each line, where the level leaves a choice the best."""
    level, standings = credits_.level, credits_.standings
    owned = ownership(standings.owned_lines, level)
    lines = [(best_of(each[0], level, standings), *each[1:]) if each[0].alternatives else each for each in lines]
    return [
        Held(line, required, weight * owned, credits_[line.skill, required] if line.skill in standings else 0.0)
        for line, required, weight in lines
    ]


def overall_of(held: Iterable[Held]) -> float:
    """The overall score alone, for the many roles that are only compared."""
    return round(sum([round(each.worth * each.credit, 4) for each in held if each.credit], start=0.0), 1)


def lifts_of(
    skill: SkillId, level_score: float, components: Mapping[SkillId, Component], taxonomy: Taxonomy
) -> tuple[Lift, ...]:
    """What the skill at that level score, learnt with no more work, would carry over to others of the role that stand lower now."""
    learnt = CARRIED * components[skill].practice
    lifts = [
        Lift(other, round(learnt * share * reached(level_score, components[other].required), 3))
        for other, share in taxonomy.skills[skill].adjacent.items()
        if other in components
    ]
    return tuple([lift for lift in lifts if lift.credit > components[lift.skill].credit])


def score_with(components: Iterable[Component], learned: Mapping[SkillId, tuple[float, Sequence[Lift]]]) -> float:
    """The score were the skills in `learned` worth that much credit, and others what their lifts bring."""
    credits_: dict[SkillId, float] = {}
    for skill, (credit, lifts) in learned.items():
        for each, reachable in ((skill, credit), *((lift.skill, lift.credit) for lift in lifts)):
            credits_[each] = max(credits_.get(each, 0.0), reachable)
    return sum(each.worth * max(each.credit, credits_.get(each.skill, 0.0)) for each in components)


def area_scores(components: Sequence[Component], taxonomy: Taxonomy) -> dict[str, float]:
    """For each area the share of its weight that is reached, 0 to 100."""
    scores = {}
    for area in taxonomy.areas:
        own = [component for component in components if component.area == area]
        weight = sum(component.weight for component in own)
        if weight:
            scores[area] = round(100 * sum(component.points for component in own) / weight, 1)
    return scores
