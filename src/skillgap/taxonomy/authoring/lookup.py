"""What others ask of a taxonomy again and again, worked out once: which skills lie near each other, and what teaches each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from skillgap.taxonomy.types import Question, Resource, Skill, SkillId

KINSHIP = 0.5
"""How near a skill is to the one it is a kind of, where nothing more exact is said."""


def neighbours_of(skills: Mapping[SkillId, Skill]) -> dict[SkillId, tuple[tuple[SkillId, float], ...]]:
    """Adjacent skills in both directions, and kin by `broader`; nearest first, then by id."""
    strengths: dict[SkillId, dict[SkillId, float]] = defaultdict(dict)

    def link(one: SkillId, other: SkillId, strength: float) -> None:
        for a, b in ((one, other), (other, one)):
            strengths[a][b] = max(strengths[a].get(b, 0.0), strength)

    for skill in skills.values():
        for other, strength in skill.adjacent.items():
            link(skill.id, other, strength)
        for other in skill.broader:
            link(skill.id, other, KINSHIP)
    return {
        skill: tuple(sorted(near.items(), key=lambda each: (-each[1], each[0]))) for skill, near in strengths.items()
    }


def teaching_of(resources: Iterable[Resource]) -> dict[SkillId, tuple[str, ...]]:
    """Their ids: free ones first, then those that teach it before all else, that are about little else, and the shortest."""
    teaching: dict[SkillId, list[Resource]] = defaultdict(list)
    for resource in resources:
        for skill in resource.skills:
            teaching[skill].append(resource)
    return {
        skill: tuple(
            each.id
            for each in sorted(
                found, key=lambda each: (not each.free, each.skills.index(skill), len(each.skills), each.hours, each.id)
            )
        )
        for skill, found in teaching.items()
    }


def asking_of(questions: Iterable[Question]) -> dict[SkillId, tuple[str, ...]]:
    """The ids of the questions on each skill."""
    asking: dict[SkillId, list[str]] = defaultdict(list)
    for question in questions:
        asking[question.skill].append(question.id)
    return {skill: tuple(sorted(ids)) for skill, ids in asking.items()}
