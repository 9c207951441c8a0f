"""What the templates and the terminal are given: worded, grouped and measured, with no markup in it."""

from msgspec import Struct

from skillgap.documents.types import ReadingWarning
from skillgap.gap.types import Component, Gap, Strength
from skillgap.plan.types import InterviewQuestion, LearningStep, ResourceUse
from skillgap.report.types import Analysis
from skillgap.report.wording import Word
from skillgap.taxonomy.types import Level


class Segment(Struct, frozen=True):
    text: str
    is_marked: bool


class Quotation(Struct, frozen=True):
    """A line of the résumé with the words that name the skill marked; `skill` is set where that is another one."""

    segments: tuple[Segment, ...]
    page: int
    skill: str | None = None

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


class ScoreView(Struct, frozen=True, kw_only=True):
    """`text` and `band` are in whole points; the paths draw a half circle from 0 at the left to 100 at the right."""

    value: float
    low: float
    high: float
    text: str
    band: str
    sentence: str
    note: str
    facts: tuple[Word, ...]
    formula: str
    weight: float
    track: str
    arc: str
    band_arc: str
    band_ends: str


class EvidenceView(Struct, frozen=True):
    quote: Quotation
    about: str


class SkillView(Struct, frozen=True, kw_only=True):
    """`asked` is none for a skill that the role does not ask for."""

    name: str
    level: Level
    asked: Level
    summary: str
    evidence: tuple[EvidenceView, ...]


class AreaView(Struct, frozen=True, kw_only=True):
    """`score` is None for an area that the role does not ask for. `levels` run from the highest down."""

    label: str
    score: float | None
    counts: str
    components: tuple[Component, ...]
    weight: float
    points: float
    levels: tuple[tuple[Word, tuple[SkillView, ...]], ...]
    skill_count: int


class Proof(Struct, frozen=True):
    """A line of the résumé and every strength that it proves."""

    quote: Quotation
    strengths: tuple[Strength, ...]


class GapView(Struct, frozen=True):
    """`is_in_part`: the level is the one asked for when rounded, but not yet in full."""

    gap: Gap
    area: str
    nearest: Quotation | None
    is_in_part: bool


class ResourceView(Struct, frozen=True):
    """`url` is None where the address is not one of the web."""

    resource: ResourceUse
    url: str | None
    about: str


class StepView(Struct, frozen=True, kw_only=True):
    step: LearningStep
    when: str
    why: str
    before: float
    after: float
    resources: tuple[ResourceView, ...]


class Rung(Struct, frozen=True, kw_only=True):
    label: str
    years: str
    about: str
    score: float
    is_target: bool


QuestionGroup = tuple[Word, tuple[tuple[str, InterviewQuestion], ...]]
"""Questions of one purpose, each with its skill's name."""


class View(Struct, frozen=True, kw_only=True):
    """`analysis` is the clean one, for what needs no wording."""

    analysis: Analysis
    person: str
    role: str
    level: str
    as_of: str
    warnings: tuple[tuple[str, ReadingWarning], ...]
    score: ScoreView
    areas: tuple[AreaView, ...]
    proofs: tuple[Proof, ...]
    gaps: tuple[GapView, ...]
    top_gaps: tuple[GapView, ...]
    more_gaps: tuple[tuple[Word, tuple[GapView, ...]], ...]
    plan: str
    steps: tuple[StepView, ...]
    ladder: tuple[Rung, ...]
    next_level: str | None
    questions: tuple[QuestionGroup, ...]
    document: tuple[Word, ...]
    sections: tuple[tuple[str, str, int], ...]
    posting: tuple[str, ...]
    unread: tuple[str, ...]
