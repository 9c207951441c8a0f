"""What to do next: ordered learning steps, questions to prepare, advice on the résumé itself."""

from msgspec import Struct

from skillgap.gap.types import Quote
from skillgap.taxonomy.types import CareerLevel, Importance, Level, Project, SkillId


class ResourceUse(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    authors: str
    url: str
    free: bool
    hours: float


class LearningStep(Struct, frozen=True, kw_only=True):
    """`points` is what the step adds to the score, `score_after` the score once it and all before it are done.

    A step that is there for the sake of a later one names it in `for_skill`. Weeks are counted from 1; `earns` is a line for
    the résumé once it is done, with gaps to fill in.
    """

    skill: SkillId
    name: str
    area: str
    importance: Importance
    from_level: Level
    to_level: Level
    after: tuple[SkillId, ...]
    for_skill: SkillId | None
    resources: tuple[ResourceUse, ...]
    project: Project | None
    done_when: str
    hours: float
    weeks: float
    points: float
    score_after: float
    first_week: int = 1
    last_week: int = 1
    earns: str = ""


class LearningPlan(Struct, frozen=True, kw_only=True):
    """At most `weeks_at_most` weeks of `hours_per_week`; the gaps that did not fit in are `left_out`, by their names."""

    hours_per_week: float
    hours: float
    weeks: float
    score_after: float
    steps: tuple[LearningStep, ...]
    weeks_at_most: float | None = None
    left_out: tuple[str, ...] = ()


class InterviewQuestion(Struct, frozen=True, kw_only=True):
    """`purpose` is `verify` for a claim and `probe` for a gap; `quote` is the person's own line that it refers to."""

    skill: SkillId
    purpose: str
    level: CareerLevel
    question: str
    strong_answer: str
    follow_up: str
    quote: Quote | None = None


class Advice(Struct, frozen=True):
    code: str
    message: str
