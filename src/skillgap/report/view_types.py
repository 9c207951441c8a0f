"""What the templates and the terminal are given: worded, grouped and measured, with no markup in it."""

from msgspec import Struct

from skillgap.documents.types import Box, ReadingWarning
from skillgap.gap.types import Component, Gap, LateralMove, QuickWin, Strength
from skillgap.plan.types import InterviewQuestion, LearningStep, ResourceUse
from skillgap.report.trade import Trade
from skillgap.report.types import Analysis
from skillgap.report.wording import Word
from skillgap.taxonomy.types import Level

Key = tuple[str, int]
"""A quoted line and its page."""


class Segment(Struct, frozen=True):
    text: str
    is_marked: bool


class Quotation(Struct, frozen=True):
    """A line of the résumé with the words that name the skill marked; `skill` is set where that is another one.

    `anchor` leads to where the line is drawn, if it is; of the `is_only_page` nobody needs to be told the number.
    """

    segments: tuple[Segment, ...]
    page: int
    skill: str | None = None
    anchor: str = ""
    is_only_page: bool = False

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


class ScoreView(Struct, frozen=True, kw_only=True):
    """`text` and `band` are in whole points; `track` is a half circle from 0 at the left to 100 at the right.

    `owned` says what comes of the lines that tell what was the person's own to decide.
    """

    value: float
    low: float
    high: float
    text: str
    band: str
    sentence: str
    note: str
    facts: tuple[Word, ...]
    formula: str
    owned: str
    weight: float
    track: str
    band_arc: str
    band_ends: str


class EvidenceView(Struct, frozen=True):
    quote: Quotation
    about: str


class SkillView(Struct, frozen=True, kw_only=True):
    """`asked` is none for a skill that the role does not ask for."""

    id: str
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
    """`number` is its place among all gaps, from 0; `shown` the level that lines show, `stands` what is said of it."""

    number: int
    gap: Gap
    area: str
    nearest: Quotation | None
    shown: Level
    stands: str


class QuickWinView(Struct, frozen=True):
    win: QuickWin
    kind: Word
    quote: Quotation


class ResourceView(Struct, frozen=True):
    """`url` is None where the address is not one of the web."""

    resource: ResourceUse
    url: str | None
    about: str


class StepView(Struct, frozen=True, kw_only=True):
    """`gap` is the number of the gap that the step closes, None where it closes none; `leads_to` names a later step that requires it."""

    step: LearningStep
    when: str
    first_week: int
    last_week: int
    gap: int | None
    why: str
    leads_to: str | None
    before: float
    after: float
    resources: tuple[ResourceView, ...]


class Rung(Struct, frozen=True, kw_only=True):
    label: str
    years: str
    about: str
    changes: str
    score: float
    is_target: bool


class MoveView(Struct, frozen=True):
    move: LateralMove
    score: float


class WhatIf(Struct, frozen=True):
    """Weight and credit of each component; for each gap the components that closing it would raise, with the least credit."""

    components: tuple[tuple[float, float], ...]
    raises: tuple[tuple[tuple[int, float], ...], ...]


class DrawnText(Struct, frozen=True, kw_only=True):
    """A run of text whose baseline begins at `x`, `y` and is `length` long, in points; upwards where `is_turned`."""

    text: str
    x: float
    y: float
    length: float
    size: float
    is_bold: bool
    is_turned: bool


class PageMark(Struct, frozen=True, kw_only=True):
    """A quoted line's boxes (left, top, width, height) in points, and what surrounds them in hundredths of the page."""

    anchor: str
    skill: str
    label: str
    boxes: tuple[Box, ...]
    left: float
    top: float
    width: float
    height: float


class PlainLine(Struct, frozen=True, kw_only=True):
    anchors: tuple[str, ...]
    segments: tuple[Segment, ...]
    label: str
    is_heading: bool


class PageView(Struct, frozen=True, kw_only=True):
    """A page of a size with texts and marks at their places, or one of lines alone."""

    number: int
    width: float | None = None
    height: float | None = None
    texts: tuple[DrawnText, ...] = ()
    marks: tuple[PageMark, ...] = ()
    lines: tuple[PlainLine, ...] = ()


QuestionGroup = tuple[Word, tuple[tuple[str, InterviewQuestion], ...]]
"""Questions of one purpose, each with its skill's name."""


class View(Struct, frozen=True, kw_only=True):
    """`analysis` is the clean one, for what needs no wording; `undrawn` counts the lines that are on none of the pages.

    `asker` is what asks for the skills, in a word; `instead` is what to say in place of gaps and plan where there is no résumé.
    Where no line or few prove a skill in full, `in_part` says so and of the `proofs` the others come nearest.
    A posting has no `ladder`. `separates` says what is asked for at the `next_level`.
    """

    analysis: Analysis
    person: str
    role: str
    asker: str
    level: str
    as_of: str
    instead: str | None
    trade: Trade
    warnings: tuple[tuple[str, ReadingWarning], ...]
    score: ScoreView
    owned: tuple[Quotation, ...]
    areas: tuple[AreaView, ...]
    proofs: tuple[Proof, ...]
    in_part: str
    gaps: tuple[GapView, ...]
    top_gaps: tuple[GapView, ...]
    more_gaps: tuple[tuple[Word, tuple[GapView, ...]], ...]
    wins: tuple[QuickWinView, ...]
    plan: str
    why_first: str
    weeks: int
    steps: tuple[StepView, ...]
    later: tuple[str, ...]
    ladder: tuple[Rung, ...]
    next_level: str | None
    separates: tuple[str, ...]
    moves: tuple[MoveView, ...]
    questions: tuple[QuestionGroup, ...]
    document: tuple[Word, ...]
    sections: tuple[tuple[str, str, int], ...]
    posting: tuple[str, ...]
    unread: tuple[str, ...]
    what_if: WhatIf
    pages: tuple[PageView, ...]
    undrawn: int
