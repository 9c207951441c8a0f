"""How the evidence stands against a role: the score with its parts, strengths, gaps, readiness."""

import re
from enum import StrEnum

from msgspec import Struct

from skillgap.evidence.types import OwnedLine
from skillgap.gap.fit_types import FitAnswers
from skillgap.taxonomy.types import CareerLevel, Importance, Level, RoleId, SkillId

FIRST_NUMBER = re.compile(r"\d+")


class Target(Struct, frozen=True, kw_only=True):
    role: RoleId
    label: str
    level: CareerLevel
    track: str | None = None
    posting: str | None = None

    @property
    def asker(self) -> str:
        """What asks for the skills, in a word."""
        return "posting" if self.posting else "role"


class Component(Struct, frozen=True, kw_only=True):
    """One skill's part of the score: `points` = `weight` × `credit` × `ownership`; the weights of all components add up to 100.

    `ownership` is the same for all skills of a page (`skillgap.gap.ownership`).
    `practice` is the factor for use at work in the credit of what is shown, under 1 where the career level asks for more of it;
    `carried_from` names the adjacent skill that the credit comes from where that gives more than the skill's own evidence,
    `alternatives` are skills that the role would take in its place.
    """

    skill: SkillId
    name: str
    area: str
    importance: Importance
    required: Level
    estimated: Level
    weight: float
    credit: float
    points: float
    carried_from: SkillId | None = None
    alternatives: tuple[SkillId, ...] = ()
    practice: float = 1.0
    ownership: float = 1.0

    @property
    def worth(self) -> float:
        """The points that the skill would bring with all credit."""
        return self.weight * self.ownership


class Ownership(Struct, frozen=True, kw_only=True):
    """The lines that tell what the person decided, designed, led or found out; `asked` is how many the career level asks for.

    `share` is what every credit is multiplied by: 1 where there are as many.
    """

    share: float = 1.0
    asked: int = 0
    lines: tuple[OwnedLine, ...] = ()


class Score(Struct, frozen=True, kw_only=True):
    """`overall` is the sum of the components' points; `band` the fair range around it."""

    overall: float
    band: tuple[float, float]
    areas: dict[str, float]
    components: tuple[Component, ...]
    ownership: Ownership = Ownership()


class GapKind(StrEnum):
    """What it takes to close the gap; `to_show` is what somebody surely knows and no line of theirs shows."""

    TO_SHOW = "to_show"
    MISSING = "missing"
    BELOW_LEVEL = "below_level"
    LISTED_ONLY = "listed_only"
    STALE = "stale"


class Quote(Struct, frozen=True):
    """The person's own words for a skill, and where they stand."""

    skill: SkillId
    line: str
    page: int


class Strength(Struct, frozen=True, kw_only=True):
    skill: SkillId
    name: str
    area: str
    importance: Importance
    level: Level
    required: Level
    points: float
    quote: Quote


class Lift(Struct, frozen=True):
    """What reaching a skill's required level would carry over: at least this credit, from 0 to 1, for a skill beside it."""

    skill: SkillId
    credit: float


class Gap(Struct, frozen=True, kw_only=True):
    """`points_at_stake` is what reaching the required level would add to the score; `lifts` what it would bring others."""

    skill: SkillId
    name: str
    area: str
    importance: Importance
    kind: GapKind
    required: Level
    estimated: Level
    points_at_stake: float
    reason: str
    nearest: Quote | None
    proof: str
    lifts: tuple[Lift, ...] = ()


class QuickWinKind(StrEnum):
    """Why evidence that exists already does not count in full."""

    LISTED = "listed"
    SAID = "said"
    UNNAMED = "unnamed"
    HEDGED = "hedged"
    FOLLOWS = "follows"


class QuickWin(Struct, frozen=True, kw_only=True):
    """A line to add or reword; `points` is what it would add if it is true and shows the skill in use once."""

    skill: SkillId
    name: str
    kind: QuickWinKind
    suggestion: str
    quote: Quote
    points: float


class FitEvidenceKind(StrEnum):
    AREAS = "areas"
    DOING = "doing"
    NEAREST_ROLE = "nearest_role"


class FitEvidence(Struct, frozen=True, kw_only=True):
    """What the page shows of somebody's work, in a sentence, with the lines that show it."""

    kind: FitEvidenceKind
    message: str
    quotes: tuple[Quote, ...]


class Fit(Struct, frozen=True, kw_only=True):
    """What the work is like, for the reader to hold against their own wishes; never part of the score.

    `answers` is there where somebody has answered the questionnaire.
    """

    summary: str
    work: tuple[str, ...]
    thrives: tuple[str, ...]
    finds_it_hard: tuple[str, ...]
    evidence: tuple[FitEvidence, ...] = ()
    answers: FitAnswers | None = None


class Readiness(Struct, frozen=True, kw_only=True):
    level: CareerLevel
    about: str
    typical_years: str
    score: float
    changes: str = ""

    @property
    def first_year(self) -> int:
        """Of the typical years; 0 where there are none, as in what a posting asks for."""
        first = FIRST_NUMBER.match(self.typical_years)
        return int(first[0]) if first else 0


class Advancement(Struct, frozen=True, kw_only=True):
    """The score against each career level of the role, and what separates the target from the next."""

    levels: tuple[Readiness, ...]
    next_level: CareerLevel | None
    separates: tuple[str, ...]


class LateralMove(Struct, frozen=True, kw_only=True):
    """Another role at the same level. `hours` of learning would close what is open there; the names are those of skills.

    `carries_over` are skills that count there already, `opens` those that would count most, both by weight.
    """

    role: RoleId
    label: str
    score: float
    hours: float = 0.0
    carries_over: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


class GapAnalysis(Struct, frozen=True, kw_only=True):
    target: Target
    score: Score
    strengths: tuple[Strength, ...]
    gaps: tuple[Gap, ...]
    quick_wins: tuple[QuickWin, ...]
    fit: Fit
    advancement: Advancement
    lateral_moves: tuple[LateralMove, ...]
