"""Two candidates held against each other."""

from msgspec import Struct

from skillgap.batch.finding import Place
from skillgap.documents.types import ReadingWarning
from skillgap.gap.types import Ownership, Quote, Target
from skillgap.printed_json import json_text
from skillgap.report.types import Generator
from skillgap.taxonomy.types import Importance, Level, SkillId

SCHEMA_VERSION = "1.0"


class Doubt(Struct, frozen=True, kw_only=True):
    """A skill whose lines can be read in more than one way: `points` is how far its part of the score moves within that."""

    skill: SkillId
    name: str
    points: float
    confidence: float
    quote: Quote | None


class Candidate(Struct, frozen=True, kw_only=True):
    """`id` is the first twelve letters of the file's digest; `person` is empty where no name is known or may be.

    `doubts` are what the band comes from, the largest first. `place` is there for a candidate of a batch.
    """

    id: str
    file: str
    person: str
    score: float
    band: tuple[float, float]
    areas: dict[str, float]
    as_of: str
    generator: Generator
    warnings: tuple[ReadingWarning, ...]
    doubts: tuple[Doubt, ...]
    ownership: Ownership = Ownership()
    place: Place | None = None


class Shown(Struct, frozen=True, kw_only=True):
    """What one candidate's page shows of a skill, and what that earns: `points` of the skill's weight.

    `reasons` say how the level came about. `carried_from` names the skill that the credit comes from where it comes from another one;
    the quote is then of that one, unless the page speaks of the skill itself. `is_shown`: a line shows it in use. `by` names
    the skill by which a choice is met ("C or C++") where the other candidate meets it by another.
    """

    level: Level
    is_shown: bool
    credit: float
    points: float
    reasons: tuple[str, ...]
    carried_from: str | None
    quote: Quote | None
    by: str | None = None


class Difference(Struct, frozen=True, kw_only=True):
    """A skill that earns the two different points: `points` is the first's less the second's."""

    skill: SkillId
    name: str
    area: str
    importance: Importance
    required: Level
    weight: float
    points: float
    first: Shown
    second: Shown


class Alike(Struct, frozen=True, kw_only=True):
    """A skill that earns both the same."""

    skill: SkillId
    name: str
    points: float


class Comparison(Struct, frozen=True, kw_only=True):
    """`points` is the first's score less the second's: the sum of the differences' points and of `rounding`.

    Scores have one decimal, so that `rounding` is a tenth at most. `is_told_apart`: the two bands have no value in common.
    Differences come the largest first, whomever they favour.
    """

    target: Target
    first: Candidate
    second: Candidate
    points: float
    rounding: float
    is_told_apart: bool
    differences: tuple[Difference, ...]
    alike: tuple[Alike, ...]


class SideBySide(Struct, frozen=True, kw_only=True):
    """The first candidate compared with each of the others."""

    schema_version: str = SCHEMA_VERSION
    comparisons: tuple[Comparison, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        return self.comparisons[0].first, *(each.second for each in self.comparisons)

    def to_json(self) -> str:
        return json_text(self)
