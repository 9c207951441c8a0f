"""The shape of `fit.yaml`: statements about what somebody likes and values, and questions about how they want to work."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from skillgap.taxonomy.types import Id, SkillId, Value, Word

Phrases = tuple[Word, ...]


class Interest(StrEnum):
    """Holland's six, in their usual order; the names are those of the fields of a role's `interests`."""

    REALISTIC = "realistic"
    INVESTIGATIVE = "investigative"
    ARTISTIC = "artistic"
    SOCIAL = "social"
    ENTERPRISING = "enterprising"
    CONVENTIONAL = "conventional"


class ValueKind(StrEnum):
    """O*NET's two: a work style is what the work asks of a person, a work value what it gives."""

    STYLE = "style"
    VALUE = "value"


class InterestStatement(Value, frozen=True, kw_only=True):
    id: Annotated[str, Id]
    interest: Interest
    text: str


class ValueStatement(Value, frozen=True, kw_only=True):
    """A role offers it that has one of `offered_by` in its `values` or `thrives`, denies it with one of `denied_by` in `finds_it_hard`."""

    id: Annotated[str, Id]
    kind: ValueKind
    text: str
    offered_by: Annotated[Phrases, Meta(min_length=1)]
    denied_by: Phrases = ()


class Option(Value, frozen=True):
    id: Annotated[str, Id]
    label: str


class Circumstance(Value, frozen=True, kw_only=True):
    """`named_by` are looked for in what a role says `varies` and who `finds_it_hard`; `ask` is for an employer."""

    id: Annotated[str, Id]
    question: str
    options: Annotated[tuple[Option, ...], Meta(min_length=2)]
    named_by: Annotated[Phrases, Meta(min_length=1)]
    ask: str


class Doing(Value, frozen=True, kw_only=True):
    """A kind of doing that lines of a résumé tell of, by its words; a line that shows its `skills` alone tells of no other."""

    id: Annotated[str, Id]
    label: str
    words: Annotated[Phrases, Meta(min_length=1)]
    skills: tuple[SkillId, ...] = ()


class Questionnaire(Value, frozen=True, kw_only=True):
    """`scale` words the answers 1 to 5."""

    source: str
    scale: Annotated[tuple[str, ...], Meta(min_length=5, max_length=5)]
    interests: Annotated[tuple[InterestStatement, ...], Meta(min_length=6)]
    values: tuple[ValueStatement, ...]
    circumstances: tuple[Circumstance, ...] = ()
    doing: tuple[Doing, ...] = ()
    limits: tuple[str, ...]

    @property
    def statements(self) -> tuple[InterestStatement | ValueStatement, ...]:
        return (*self.interests, *self.values)
