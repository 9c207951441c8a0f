"""A role's profile for people: what the work is like, what it asks for, and what all that rests on."""

from msgspec import Struct

from skillgap.errors import UsageError, unknown
from skillgap.taxonomy.questionnaire import Interest
from skillgap.taxonomy.types import Basis, CareerLevel, CareerStep, Importance, Level, Role, RoleSkill, SkillId
from skillgap.taxonomy.whole import Taxonomy

USUAL_LEVEL = CareerLevel.MID
INTEREST_TOP = 7


class AskedSkill(Struct, frozen=True, kw_only=True):
    """A skill that the level asks for. `share` is that of the postings that name it, where postings were counted."""

    skill: SkillId
    name: str
    importance: Importance
    required: Level
    basis: Basis
    postings: int | None
    of: int | None
    share: float | None

    @property
    def rests_on(self) -> str:
        match self.basis:
            case Basis.POSTINGS:
                return f"{100 * (self.share or 0):.0f} % of {self.of} postings"
            case Basis.OCCUPATION:
                return "an occupation database"
            case Basis.JUDGEMENT:
                return "our judgement"


class RolePage(Struct, frozen=True, kw_only=True):
    """The profile as it stands in the taxonomy, and what one of its levels asks for, the most important first."""

    role: Role
    level: CareerLevel
    asked: tuple[AskedSkill, ...]

    @property
    def groups(self) -> tuple[tuple[Importance, tuple[AskedSkill, ...]], ...]:
        found = [(each, tuple(line for line in self.asked if line.importance is each)) for each in Importance]
        return tuple((importance, lines) for importance, lines in found if lines)

    @property
    def interests(self) -> tuple[tuple[Interest, float], ...]:
        """The strongest first; none where nothing is published."""
        published = self.role.interests
        if published is None:
            return ()
        return tuple(sorted(((each, getattr(published, each)) for each in Interest), key=lambda pair: -pair[1]))


def role_page(role: Role, level: str | None, taxonomy: Taxonomy) -> RolePage:
    """Raises UsageError for a level that the role does not have."""
    chosen = step_of(role, level).level
    lines = [line for line in role.skills if line.required(chosen) is not Level.NONE]
    order = list(Importance)
    asked = [asked_skill(line, chosen, taxonomy) for line in lines]
    asked.sort(key=lambda each: (order.index(each.importance), -(each.share or 0)))
    return RolePage(role=role, level=chosen, asked=tuple(asked))


def step_of(role: Role, level: str | None) -> CareerStep:
    if level is None:
        return next((step for step in role.levels if step.level is USUAL_LEVEL), role.levels[0])
    if level not in tuple(CareerLevel):
        raise unknown("level", level, CareerLevel)
    found = next((step for step in role.levels if step.level == level), None)
    if found is None:
        levels = ", ".join(step.level for step in role.levels)
        raise UsageError(f"the role {role.id} has no level {level!r}; it has {levels}")
    return found


def asked_skill(line: RoleSkill, level: CareerLevel, taxonomy: Taxonomy) -> AskedSkill:
    return AskedSkill(
        skill=line.skill,
        name=taxonomy.label_of(line),
        importance=line.importance,
        required=line.required(level),
        basis=line.basis,
        postings=line.postings,
        of=line.of,
        share=round(line.postings / line.of, 3) if line.postings is not None and line.of else None,
    )
