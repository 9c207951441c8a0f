"""Which of our roles a posting is nearest to: by the skills it asks for, and by its title."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import log

from skillgap.taxonomy.types import Importance, Role, RoleId, RoleSkill, SkillId
from skillgap.taxonomy.whole import Taxonomy

WEIGHT = {Importance.ESSENTIAL: 3, Importance.IMPORTANT: 2, Importance.USEFUL: 1}
TITLE_WEIGHT = 0.5
"""Of a title that has all the telling words of a role's name, beside the cosine of the skills."""
FEW_ROLES = 2
"""A word of more roles' names tells nothing: engineer, software, systems."""
WORD = re.compile(r"[^\W\d_]{3,}")


def nearest_role(title: str, skills: Sequence[RoleSkill], taxonomy: Taxonomy) -> Role:
    """The role with the nearest skills, what few roles ask for weighing more, and the nearest name; of equals the first by id."""
    roles = taxonomy.roles.values()
    rarity = rarity_of(roles)
    wanted = weights(skills, rarity)
    words, telling = words_of(title), telling_words(roles)

    def nearness(role: Role) -> float:
        own = telling[role.id]
        share = len(words & own) / len(own) if own else 0.0
        return cosine(wanted, weights(role.skills, rarity)) + TITLE_WEIGHT * share

    return min(roles, key=lambda role: (-round(nearness(role), 9), role.id))


def weights(skills: Sequence[RoleSkill], rarity: Mapping[SkillId, float]) -> dict[SkillId, float]:
    return {line.skill: WEIGHT[line.importance] * rarity.get(line.skill, 0.0) for line in skills}


def rarity_of(roles: Collection[Role]) -> dict[SkillId, float]:
    """Of each skill how much it tells one role from others: nearly all ask for C or Linux, few for the block layer."""
    holders = Counter(skill for role in roles for skill in {line.skill for line in role.skills})
    return {skill: log(1 + len(roles) / count) for skill, count in holders.items()}


def telling_words(roles: Collection[Role]) -> dict[RoleId, set[str]]:
    """Of each role's name the words that few others have."""
    counts = Counter(word for role in roles for word in words_of(role.label))
    return {
        role.id: {word for word in words_of(role.label) if counts[word] <= FEW_ROLES and word != "and"}
        for role in roles
    }


def words_of(name: str) -> set[str]:
    return {found[0].casefold() for found in WORD.finditer(name)}


def cosine(one: Mapping[SkillId, float], other: Mapping[SkillId, float]) -> float:
    shared = sum(one[skill] * other[skill] for skill in sorted(one.keys() & other.keys()))
    length = length_of(one) * length_of(other)
    return shared / length if length else 0.0


def length_of(weights: Mapping[SkillId, float]) -> float:
    total: float = sum(weight * weight for weight in weights.values()) ** 0.5
    return total
