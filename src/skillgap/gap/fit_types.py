"""What somebody's own answers say about a role; never part of the score."""

from enum import StrEnum

from msgspec import Struct

from skillgap.taxonomy.questionnaire import Interest


class Lean(StrEnum):
    """A direction, not a verdict; `unclear` where the answers or the role give nothing to compare."""

    TOWARDS = "towards"
    MIXED = "mixed"
    AWAY = "away"
    UNCLEAR = "unclear"


class Answers(Struct, frozen=True):
    """From 1 to 5 for each statement, and for each circumstance one of its options."""

    statements: dict[str, int]
    circumstances: dict[str, str]


class Reply(Struct, frozen=True):
    """A statement and how far the person agrees with it, as a number from 1 to 5 and in words."""

    text: str
    answer: int
    words: str


class InterestPair(Struct, frozen=True, kw_only=True):
    """One interest: the person's mean answer from 1 to 5, and the occupation's figure from 1 to 7."""

    interest: Interest
    person: float
    role: float


class SharedFigures(Struct, frozen=True, kw_only=True):
    """Roles with the same published figures, which interests can't tell apart."""

    roles: tuple[str, ...]
    correlation: float
    lean: Lean
    source: str


class InterestFit(Struct, frozen=True, kw_only=True):
    """`speaks_for` and `speaks_against` begin with what weighs most; `compared` are all roles, the nearest first."""

    lean: Lean
    note: str
    correlation: float | None = None
    pairs: tuple[InterestPair, ...] = ()
    speaks_for: tuple[Reply, ...] = ()
    speaks_against: tuple[Reply, ...] = ()
    compared: tuple[SharedFigures, ...] = ()
    source: str = ""


class ProfilePart(StrEnum):
    VALUES = "values"
    THRIVES = "thrives"
    FINDS_IT_HARD = "finds_it_hard"


class Tie(Struct, frozen=True):
    """A reply about a work value or style, and the sentence of the role's profile that it meets."""

    reply: Reply
    part: ProfilePart
    role_says: str


class ValueFit(Struct, frozen=True, kw_only=True):
    lean: Lean
    speaks_for: tuple[Tie, ...]
    speaks_against: tuple[Tie, ...]


class CircumstanceFit(Struct, frozen=True, kw_only=True):
    """What the profile says about it may be nothing; `ask` is for an employer, and empty where the person does not mind."""

    question: str
    answer: str
    role_says: tuple[str, ...]
    ask: str


class FitAnswers(Struct, frozen=True, kw_only=True):
    lean: Lean
    summary: str
    interests: InterestFit
    values: ValueFit
    circumstances: tuple[CircumstanceFit, ...]
    limits: tuple[str, ...]
