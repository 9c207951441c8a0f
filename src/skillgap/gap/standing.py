"""How somebody stands in each skill: what the evidence shows of it, and what shown skills beside it carry over."""

from collections.abc import Mapping

from msgspec import Struct

from skillgap.evidence.types import SkillProfile
from skillgap.evidence.use import is_shown
from skillgap.taxonomy.types import CareerLevel, Level, SkillId
from skillgap.taxonomy.whole import Taxonomy

LISTED_AT_MOST = 0.1
"""The credit that a skill can earn that no line shows in use."""
ASKED_MONTHS = {CareerLevel.JUNIOR: 3, CareerLevel.MID: 24, CareerLevel.SENIOR: 48, CareerLevel.STAFF: 72}
"""Months of practice after which a career level asks for no more."""
UNPRACTISED = 0.5
"""What a skill is worth without any practice at work: from studies and short projects alone."""
CARRIED = 0.5
"""Of the credit that a neighbour would earn, times how much of it the taxonomy's `adjacent` says carries over."""
REACHED_FROM = {level: level.rank - 0.5 for level in Level}
Beside = tuple[float, float, int, SkillId]
"""A neighbour: how much carries over, its level score, its months lately, its id."""


class Standing(Struct, frozen=True):
    score: float = 0.0
    level: Level = Level.NONE
    is_shown: bool = False
    months: int = 0
    beside: tuple[Beside, ...] = ()

    def credit(self, required: Level, career: CareerLevel) -> tuple[float, SkillId | None]:
        """From 0 to 1, and the neighbour that it comes from where that gives more than the skill itself."""
        share = reached(self.score, required)
        own = share * practice(self.months, career) if self.is_shown else min(LISTED_AT_MOST, share)
        if own >= CARRIED or not self.beside:
            return round(own, 3), None
        carried, neighbour = max(
            [
                (CARRIED * share * reached(score, required) * practice(months, career), skill)
                for share, score, months, skill in self.beside
            ]
        )
        return (round(carried, 3), neighbour) if carried > own else (round(own, 3), None)


NOTHING = Standing()


class Standings(dict[SkillId, Standing]):
    """How somebody stands in every skill, and how many of their lines tell of what was theirs to decide."""

    def __init__(self, skills: Mapping[SkillId, Standing], owned_lines: int) -> None:
        super().__init__(skills)
        self.owned_lines = owned_lines


def reached(score: float, required: Level) -> float:
    """The share of the required level, from 0 to 1; as for the level itself, half a level below it counts as reached."""
    wanted = REACHED_FROM[required]
    return 1.0 if score >= wanted else max(0.0, score) / wanted


def practice(months: int, career: CareerLevel) -> float:
    """A half without any practice at work, the whole from as many months on as the career level asks for."""
    asked = ASKED_MONTHS[career]
    return 1.0 if months >= asked else UNPRACTISED + (1 - UNPRACTISED) * months / asked


def standings_of(profile: SkillProfile, taxonomy: Taxonomy, *, certainty: float = 0.0) -> Standings:
    """`certainty` moves every level score by its claim's doubt (one minus the confidence): -1 down, +1 up."""
    own: dict[SkillId, tuple[float, Level, bool, int]] = {}
    beside: dict[SkillId, list[Beside]] = {}
    for claim in profile.claims:
        if claim.level_score <= 0:
            continue
        score = max(0.0, claim.level_score + certainty * (1.0 - claim.confidence))
        shown = any(is_shown(each) for each in claim.evidence)
        own[claim.id] = score, claim.level, shown, claim.months_practised
        if shown:
            for neighbour, share in taxonomy.skills[claim.id].adjacent.items():
                beside.setdefault(neighbour, []).append((share, score, claim.months_practised, claim.id))
    skills = {
        skill: Standing(*own.get(skill, (0.0, Level.NONE, False, 0)), tuple(beside.get(skill, ())))
        for skill in {**own, **beside}
    }
    return Standings(skills, len(profile.owned))
