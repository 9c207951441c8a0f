"""A posting as a role, so that a résumé is compared with it as with any other."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from msgspec.structs import replace

from skillgap.errors import PostingWithoutSkills
from skillgap.postings.nearest import nearest_role
from skillgap.postings.types import Ask, Condition, Posting, PostingSummary, Strength
from skillgap.taxonomy.types import Basis, CareerLevel, Importance, Level, Role, RoleId, RoleSkill
from skillgap.taxonomy.whole import Taxonomy

IMPORTANCE = {
    Strength.REQUIRED: Importance.ESSENTIAL,
    Strength.PREFERRED: Importance.IMPORTANT,
    Strength.MENTIONED: Importance.USEFUL,
}
LONGEST_ID = 60
UNNAMED = "posting"
LEVELS = list(Level)
Required = Mapping[CareerLevel, Level]


def role_of(posting: Posting, taxonomy: Taxonomy) -> Role:
    """What is required is essential, what is preferred important, what else the duties name useful.

    How well each level must know a skill is the median of our own roles; what the work is like, the nearest of them says.
    Raises PostingWithoutSkills where nothing is asked for that the taxonomy knows.
    """
    asks = counted(posting)
    if not asks:
        raise PostingWithoutSkills(
            f"{posting.name}: no skill is asked for in it that skillgap knows", hint="is it a job posting, and whole?"
        )
    required = required_levels(taxonomy)
    skills = tuple(role_skill(ask, required[IMPORTANCE[ask.strength]]) for ask in one_of_each_choice(asks))
    nearest = nearest_role(posting.title, skills, taxonomy)
    return Role(
        id=free_id(posting.title, taxonomy),
        label=posting.title,
        summary=f"What one job posting asks for; of our roles {nearest.label} is the nearest.",
        source=(
            f"The posting “{posting.title}” ({posting.name}): what it requires is essential, what it prefers important, what else its "
            "duties name useful. How well each level must know a skill is the median of our roles for that importance; what the "
            f"work is like is said as for {nearest.label}."
        ),
        work=nearest.work,
        thrives=nearest.thrives,
        finds_it_hard=nearest.finds_it_hard,
        levels=nearest.levels,
        skills=skills,
    )


def summary_of(posting: Posting, conditions: Sequence[Condition] = ()) -> PostingSummary:
    """`conditions` are the posting's as they were held against the page."""
    return PostingSummary(
        title=posting.title,
        level=posting.level,
        years=posting.years,
        unknown=posting.unknown,
        asks=counted(posting),
        conditions=tuple(conditions),
    )


def counted(posting: Posting) -> tuple[Ask, ...]:
    """The skills that a role is made of, those most wanted first; what only stands there is left out."""
    asks = [ask for ask in posting.asks if ask.strength is not Strength.MENTIONED or ask.is_duty]
    return tuple(sorted(asks, key=lambda ask: -ask.strength.rank))


def one_of_each_choice(asks: Sequence[Ask]) -> Iterator[Ask]:
    """Where one of several skills is enough, the first stands for them; none where one of them is asked for by itself."""
    settled = {ask.skill for ask in asks if not ask.alternatives}
    for ask in asks:
        if not ask.alternatives:
            yield ask
        elif settled.isdisjoint((ask.skill, *ask.alternatives)):
            yield ask
            settled.update((ask.skill, *ask.alternatives))


def role_skill(ask: Ask, required: Required) -> RoleSkill:
    return RoleSkill(
        skill=ask.skill,
        importance=IMPORTANCE[ask.strength],
        junior=required[CareerLevel.JUNIOR],
        mid=required[CareerLevel.MID],
        senior=required[CareerLevel.SENIOR],
        staff=required[CareerLevel.STAFF],
        basis=Basis.POSTINGS,
        postings=1,
        of=1,
        alternatives=ask.alternatives,
    )


def required_levels(taxonomy: Taxonomy) -> Mapping[Importance, Required]:
    """What our roles ask for at each importance and career level: the median, of two the lower."""
    lines = [line for role in taxonomy.roles.values() for line in role.skills]
    return {
        importance: {
            level: median_level([line.required(level) for line in lines if line.importance is importance])
            for level in CareerLevel
        }
        for importance in Importance
    }


def median_level(levels: Sequence[Level]) -> Level:
    return LEVELS[median_low(level.rank for level in levels)] if levels else Level.WORKING


def free_id(title: str, taxonomy: Taxonomy) -> RoleId:
    """The title in plain small letters; one that no role of the taxonomy has."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST_ID].strip("-") or UNNAMED
    return RoleId(f"{name}-{UNNAMED}" if name in taxonomy.roles else name)


def renamed(role: Role, name: str) -> Role:
    return replace(role, id=RoleId(name))
