"""How many hours it takes to bring a skill from one level to another, and what to learn it from."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from skillgap.taxonomy.types import CareerLevel, Kind, Level, Project, Resource, SkillId
from skillgap.taxonomy.whole import Taxonomy

STUDY = {Level.NONE: 0.0, Level.AWARENESS: 4.0, Level.WORKING: 12.0, Level.PRACTITIONER: 24.0, Level.EXPERT: 40.0}
"""Hours of study that bring somebody from nothing to the level, beside a project. No source states them: our own judgement."""
SUITS = {
    Level.NONE: CareerLevel.JUNIOR,
    Level.AWARENESS: CareerLevel.JUNIOR,
    Level.WORKING: CareerLevel.MID,
    Level.PRACTITIONER: CareerLevel.SENIOR,
    Level.EXPERT: CareerLevel.STAFF,
}
"""For whom a resource should be written, by the level that somebody starts from."""
FIRST_TRY = 4.0
"""Hours in which somebody who only needs to know what it is tries it; the projects of the taxonomy are a practitioner's."""
MOST_RESOURCES = 2
LADDER = list(CareerLevel)


class Study(Struct, frozen=True):
    """A resource with the hours of it that are planned: of a long book nobody needs all for one skill."""

    resource: Resource
    hours: float


class Effort(Struct, frozen=True):
    """What a skill takes: some study and then its project, or a first try where awareness is enough; `hours` are those of both."""

    studies: tuple[Study, ...]
    hours: float
    project: Project | None


@lru_cache(maxsize=8192)
def effort_for(  # noqa: PLR0913 - all that the effort hangs on
    skill: SkillId,
    start: Level,
    goal: Level,
    taxonomy: Taxonomy,
    languages: frozenset[SkillId] | None = None,
    *,
    background: Level = Level.NONE,
) -> Effort:
    """From one level to another. Somebody who nearly has the goal still studies half of what leads there from the level below.

    `languages` are those that the person knows, where that is asked: what is taught through another comes last. Resources are for
    somebody who starts from `background` where that is higher: who does well what is close reads no beginner's book.
    """
    below = min(start.rank, goal.rank - 1)
    needed = STUDY[goal] - STUDY[tuple(Level)[below]]
    if start.rank >= goal.rank:
        needed /= 2
    reader = max(start, background, key=lambda level: level.rank)
    studies = studies_of(suited(skill, reader, taxonomy, languages), needed)
    project = taxonomy.skills[skill].project if goal.rank > Level.AWARENESS.rank else None
    study = sum(each.hours for each in studies) if studies else needed
    return Effort(studies, round(study + (project.hours if project else FIRST_TRY), 1), project)


def suited(
    skill: SkillId, start: Level, taxonomy: Taxonomy, languages: frozenset[SkillId] | None = None
) -> list[Resource]:
    """The resources for the skill, else for a broader one.

    Those in a language that the person knows or that goes with the skill first, then those that suit the start: what is about
    something else before all is as far off as one career level. Of equals the free ones first, and then the best.
    """
    entry = taxonomy.skills[skill]
    own = {skill, *entry.broader, *entry.requires, *entry.implies}

    def is_foreign(resource: Resource) -> bool:
        taught = languages_in(resource.skills, taxonomy)
        return languages is not None and bool(taught) and taught.isdisjoint(languages | own)

    for wanted in (skill, *entry.broader):
        if wanted in taxonomy.teaching:

            def place_of(resource: Resource, wanted: SkillId = wanted) -> tuple[bool, int, bool, bool]:
                is_aside = resource.skills[0] != wanted
                off = distance(resource.level, SUITS[start]) + is_aside
                return is_foreign(resource), off, not resource.free, is_aside

            found = [taxonomy.resources[each] for each in taxonomy.teaching[wanted]]
            return sorted(found, key=place_of)
    return []


def languages_in(skills: Iterable[SkillId], taxonomy: Taxonomy) -> frozenset[SkillId]:
    return frozenset(each for each in skills if taxonomy.skills[each].kind is Kind.LANGUAGE)


def distance(levels: str, wanted: CareerLevel) -> int:
    """How many career levels lie between the one wanted and those that a resource is for, such as `junior-mid`."""
    ends = [LADDER.index(CareerLevel(each)) for each in levels.split("-")]
    place = LADDER.index(wanted)
    return max(0, min(ends) - place, place - max(ends))


def studies_of(resources: list[Resource], needed: float) -> tuple[Study, ...]:
    studies: list[Study] = []
    for resource in resources[:MOST_RESOURCES]:
        left = needed - sum(each.hours for each in studies)
        if left > 0:
            studies.append(Study(resource, min(resource.hours, max(1.0, left))))
    return tuple(studies)
