"""Where a role leaves a choice between skills: the one that somebody knows best counts."""

from msgspec.structs import replace

from skillgap.gap.standing import NOTHING, Standings
from skillgap.taxonomy.types import CareerLevel, Level, Role, RoleSkill


def chosen(role: Role, level: CareerLevel, standings: Standings) -> Role:
    """The role with one skill for each choice that the level leaves, and the others as its alternatives."""
    if not any(line.alternatives for line in role.skills):
        return role
    return replace(role, skills=tuple(best_of(line, level, standings) for line in role.skills))


def best_of(line: RoleSkill, level: CareerLevel, standings: Standings) -> RoleSkill:
    """By credit, then by what is known of it; of equals the first."""
    required = line.required(level)
    if not line.alternatives or required is Level.NONE:
        return line
    ranked = [standings.get(skill, NOTHING) for skill in line.choice]
    worth = [(standing.credit(required, level)[0], standing.score) for standing in ranked]
    best = line.choice[worth.index(max(worth))]
    return replace(line, skill=best, alternatives=tuple(skill for skill in line.choice if skill != best))
