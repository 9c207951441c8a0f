"""Where a role leaves a choice between skills: the one that somebody knows best counts."""

from msgspec.structs import replace

from skillgap.gap.standing import NOTHING, Standings
from skillgap.taxonomy.types import CareerLevel, Level, RoleSkill


def best_of(line: RoleSkill, level: CareerLevel, standings: Standings) -> RoleSkill:
    """The line with one skill of its choice, the others as alternatives: by credit, then by what is known of it; of equals the first."""
    required = line.required(level)
    if not line.alternatives or required is Level.NONE:
        return line
    ranked = [standings.get(skill, NOTHING) for skill in line.choice]
    worth = [(standing.credit(required, level)[0], standing.score) for standing in ranked]
    best = line.choice[worth.index(max(worth))]
    return replace(line, skill=best, alternatives=tuple(skill for skill in line.choice if skill != best))
