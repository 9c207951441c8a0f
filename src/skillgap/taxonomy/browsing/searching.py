"""Finding a skill by what somebody calls it."""

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz

from skillgap.errors import UsageError
from skillgap.taxonomy.types import Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

SAME = 100.0
GOOD_ENOUGH = 80.0
SHORTEST_PART = 3
"""Letters; "c" stands in every other name."""
IN_DEFINITION = 60.0


class Found(Struct, frozen=True):
    """A skill, the name by which it was found (none where its definition has the words), and how well that fits, up to 100."""

    skill: Skill
    name: str | None
    score: float


def search_skills(words: str, taxonomy: Taxonomy) -> list[Found]:
    """Return the skills whose id, label, aliases or definition fit the words, best first, then the shorter name, then by id."""
    wanted = words.casefold().strip()
    found = [each for skill in taxonomy.skills.values() if (each := best_of(skill, wanted)) is not None]
    return sorted(found, key=lambda each: (-each.score, len(each.name or each.skill.definition), each.skill.id))


def skill_named(name: str, taxonomy: Taxonomy) -> SkillId:
    """The skill of that id or name; raises UsageError with what was probably meant."""
    if SkillId(name) in taxonomy.skills:
        return SkillId(name)
    found = search_skills(name, taxonomy)
    if found and found[0].score == SAME:
        return found[0].skill.id
    hint = f"did you mean {found[0].skill.id!r}?" if found else "`skillgap taxonomy search` finds them"
    raise UsageError(f"no skill {name!r}", hint=hint)


def best_of(skill: Skill, wanted: str) -> Found | None:
    best = max(scored(skill, wanted), key=lambda each: each.score)
    if best.score >= GOOD_ENOUGH:
        return best
    if len(wanted) >= SHORTEST_PART and wanted in skill.definition.casefold():
        return Found(skill, None, IN_DEFINITION)
    return None


def scored(skill: Skill, wanted: str) -> Iterator[Found]:
    """The same name is best, then one that begins with the words, that has them, that is spelt nearly so."""
    for name in (skill.id, *(alias.text for alias in skill.surfaces)):
        plain = name.casefold()
        if plain == wanted:
            score = SAME
        elif len(wanted) >= SHORTEST_PART and plain.startswith(wanted):
            score = 95.0
        elif len(wanted) >= SHORTEST_PART and wanted in plain:
            score = 90.0
        else:
            score = min(85.0, fuzz.ratio(plain, wanted))
        yield Found(skill, name, score)
