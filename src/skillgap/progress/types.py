"""What changed between two analyses of one person."""

from enum import StrEnum

from msgspec import Struct

from skillgap.gap.types import Quote, Target
from skillgap.printed_json import json_text
from skillgap.report.types import Generator
from skillgap.taxonomy.types import Level, SkillId

SCHEMA_VERSION = "1.0"


class CautionCode(StrEnum):
    """Why a difference may say nothing about the person, the gravest first."""

    OTHER_PERSON = "other_person"
    OTHER_TARGET = "other_target"
    OTHER_ORDER = "other_order"
    OTHER_TAXONOMY = "other_taxonomy"
    OTHER_MODELS = "other_models"
    OTHER_VERSION = "other_version"


class SkillChangeKind(StrEnum):
    """`shown` was only listed before; `listed` was shown before and is only listed now."""

    GAINED = "gained"
    SHOWN = "shown"
    UP = "up"
    DOWN = "down"
    LISTED = "listed"
    LOST = "lost"


class GapChangeKind(StrEnum):
    CLOSED = "closed"
    NEW = "new"
    OPEN = "open"


class StepState(StrEnum):
    """`begun` has added points, but fewer than the step was to add."""

    DONE = "done"
    BEGUN = "begun"
    OPEN = "open"


class Compared(Struct, frozen=True, kw_only=True):
    """One of the two analyses, by what tells it apart; nobody's name."""

    sha256: str
    as_of: str
    target: Target
    generator: Generator


class ScoreChange(Struct, frozen=True, kw_only=True):
    """`is_certain`: the change is larger than misreading the skills that changed would explain (`skillgap.gap.fair_range`).

    `owned_before` and `owned_after` are the lines that count for ownership (`skillgap.gap.ownership`).
    """

    before: float
    after: float
    change: float
    band_before: tuple[float, float]
    band_after: tuple[float, float]
    is_certain: bool
    owned_before: int = 0
    owned_after: int = 0


class AreaChange(Struct, frozen=True, kw_only=True):
    area: str
    before: float
    after: float
    change: float


class SkillChange(Struct, frozen=True, kw_only=True):
    """`quote` is a line that shows it now, or where it is shown no longer, did before."""

    skill: SkillId
    name: str
    kind: SkillChangeKind
    before: Level
    after: Level
    quote: Quote | None


class GapChange(Struct, frozen=True, kw_only=True):
    """Points at stake before and after; a gap that was not there or is no longer has none."""

    skill: SkillId
    name: str
    kind: GapChangeKind
    before: float
    after: float


class StepProgress(Struct, frozen=True, kw_only=True):
    """A step of the older plan: the points it was to add, and those that its skill has added since."""

    skill: SkillId
    name: str
    state: StepState
    promised: float
    added: float


class Progress(Struct, frozen=True, kw_only=True):
    """Skills, gaps and areas are in the order of their ids. Where the targets differ, skills alone can be compared."""

    schema_version: str = SCHEMA_VERSION
    old: Compared
    new: Compared
    cautions: tuple[CautionCode, ...]
    score: ScoreChange | None
    areas: tuple[AreaChange, ...]
    skills: tuple[SkillChange, ...]
    gaps: tuple[GapChange, ...]
    steps: tuple[StepProgress, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing changed, whatever is still open."""
        moved = (
            self.score is not None and self.score.before != self.score.after,
            any(area.before != area.after for area in self.areas),
            any(gap.before != gap.after for gap in self.gaps),
            any(step.state is not StepState.OPEN for step in self.steps),
        )
        return not self.skills and not any(moved)

    def to_json(self) -> str:
        return json_text(self)
