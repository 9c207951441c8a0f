"""What a job posting asks for, each with the line that says so."""

from enum import StrEnum

from msgspec import Struct

from skillgap.taxonomy.types import CareerLevel, SkillId
from skillgap.taxonomy.words import ConditionKind


class Strength(StrEnum):
    """How much a posting wants a skill; `mentioned` is what stands there without being asked for."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    MENTIONED = "mentioned"

    @property
    def rank(self) -> int:
        return RANKS[self]


RANKS = {strength: -rank for rank, strength in enumerate(Strength)}


class Ask(Struct, frozen=True, kw_only=True):
    """A skill of the taxonomy where it is asked for most; `is_duty` says that the line tells what the person will do.

    `alternatives` are others that will do in its place.
    """

    skill: SkillId
    name: str
    strength: Strength
    line: str
    page: int
    is_duty: bool = False
    alternatives: tuple[SkillId, ...] = ()


class Condition(Struct, frozen=True, kw_only=True):
    """What is asked for besides skills; no part of the score. `names` are the languages, of which one is enough where `is_choice`.

    `on_page` is the line of the résumé that speaks of it, none where no line was found; `written` are those of the languages
    in which the page itself is written.
    """

    kind: ConditionKind
    strength: Strength
    line: str
    names: tuple[str, ...] = ()
    is_choice: bool = False
    on_page: str | None = None
    written: tuple[str, ...] = ()


class PostingSummary(Struct, frozen=True, kw_only=True):
    """What a report says of the posting that a résumé was held against."""

    title: str
    level: CareerLevel
    years: int | None
    unknown: tuple[str, ...]
    asks: tuple[Ask, ...]
    conditions: tuple[Condition, ...] = ()


class Posting(Struct, frozen=True, kw_only=True):
    """`name` is the file's. `years` are the least of work asked for as a whole.

    `unknown` are technical terms asked for that the taxonomy does not hold; `lines` is all that was read.
    """

    name: str
    title: str
    level: CareerLevel
    years: int | None
    asks: tuple[Ask, ...]
    responsibilities: tuple[str, ...]
    unknown: tuple[str, ...]
    lines: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()

    def skills(self, strength: Strength) -> tuple[SkillId, ...]:
        return tuple(ask.skill for ask in self.asks if ask.strength is strength)
