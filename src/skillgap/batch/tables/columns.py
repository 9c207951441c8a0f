"""What the columns are: every table, and its documentation, is made of these."""

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from skillgap.batch.types import BatchTarget, Ranked, SkippedInput

Value = int | float | str | tuple[str, ...] | dict[str, float] | None
R = TypeVar("R")


class Kind(StrEnum):
    """What a column holds: a table of a program has it as it is, a table of a person as text where it is no number."""

    WHOLE = "whole number"
    NUMBER = "number"
    TEXT = "text"
    FLAG = "yes or no"
    TEXTS = "list of texts"
    NUMBERS = "map of text to number"


class Column(Struct, Generic[R], frozen=True, kw_only=True):
    """`width` is in characters, for a sheet; `value` is None where a row has nothing there."""

    name: str
    kind: Kind
    unit: str = ""
    meaning: str
    width: int = 12
    value: Callable[[R], Value]


Places = Column[Ranked]

PLACE: tuple[Places, ...] = (
    Places(
        name="rank",
        kind=Kind.WHOLE,
        unit="place",
        meaning="1 + how many candidates have a higher score: equal scores share a rank, the same content counts once",
        width=6,
        value=lambda each: each.rank,
    ),
    Places(
        name="rank_best",
        kind=Kind.WHOLE,
        unit="place",
        meaning="the first rank that the candidate could have, as sure as the page lets one be",
        width=6,
        value=lambda each: each.best,
    ),
    Places(
        name="rank_worst",
        kind=Kind.WHOLE,
        unit="place",
        meaning="the last one; candidates whose bands overlap are not told apart",
        width=6,
        value=lambda each: each.worst,
    ),
    Places(
        name="id",
        kind=Kind.TEXT,
        meaning="the first twelve letters of the content's SHA-256, by which other commands take a candidate",
        width=14,
        value=lambda each: each.row.id,
    ),
    Places(
        name="file",
        kind=Kind.TEXT,
        meaning="the input as it was named; in a blind batch its id",
        width=28,
        value=lambda each: each.name,
    ),
    Places(
        name="candidate",
        kind=Kind.TEXT,
        meaning="the person's name as the page has it; empty where none was found, and in a blind batch",
        width=22,
        value=lambda each: each.row.person or None,
    ),
    Places(
        name="score",
        kind=Kind.NUMBER,
        unit="points, 0 to 100",
        meaning="how much of what the target asks for the page shows",
        width=8,
        value=lambda each: each.row.score,
    ),
    Places(
        name="band_low",
        kind=Kind.NUMBER,
        unit="points, 0 to 100",
        meaning="the lower end of the fair range",
        width=8,
        value=lambda each: each.row.low,
    ),
    Places(
        name="band_high",
        kind=Kind.NUMBER,
        unit="points, 0 to 100",
        meaning="the upper end of the fair range",
        width=8,
        value=lambda each: each.row.high,
    ),
)

ABOUT: tuple[Places, ...] = (
    Places(
        name="selected",
        kind=Kind.FLAG,
        meaning="whether all conditions of the run are met; empty where it had none",
        width=9,
        value=lambda each: each.is_selected,
    ),
    Places(
        name="reason",
        kind=Kind.TEXT,
        meaning="why the candidate is not selected",
        width=36,
        value=lambda each: each.reason or None,
    ),
    Places(
        name="strengths",
        kind=Kind.TEXTS,
        meaning="names of up to five asked skills that are there, the weightiest first",
        width=36,
        value=lambda each: each.row.strengths,
    ),
    Places(
        name="gaps",
        kind=Kind.TEXTS,
        meaning="names of up to five asked skills that are not there in full, those that would add most first",
        width=36,
        value=lambda each: each.row.gaps,
    ),
    Places(
        name="warnings",
        kind=Kind.TEXTS,
        meaning="codes of what was odd about the file: hidden text, a copied posting, pages that were not read, …",
        width=24,
        value=lambda each: each.row.warnings,
    ),
    Places(
        name="duplicate_of",
        kind=Kind.TEXT,
        meaning="the first input that has the same content, where that is another one",
        width=24,
        value=lambda each: each.duplicate_of or None,
    ),
    Places(
        name="similar_to",
        kind=Kind.TEXT,
        meaning="the best placed candidate whose text is nearly the same, where that is another one",
        width=24,
        value=lambda each: each.similar_to or None,
    ),
    Places(
        name="media_type",
        kind=Kind.TEXT,
        meaning="what kind of file it is",
        width=18,
        value=lambda each: each.row.media_type,
    ),
    Places(
        name="pages",
        kind=Kind.WHOLE,
        unit="pages",
        meaning="how many pages the file has; 1 where its format knows none",
        width=7,
        value=lambda each: each.row.pages,
    ),
    Places(
        name="sha256",
        kind=Kind.TEXT,
        meaning="the SHA-256 of the file's content, in hexadecimal",
        width=20,
        value=lambda each: each.row.sha256,
    ),
)


def columns_of(target: BatchTarget) -> tuple[Places, ...]:
    """The columns of every table of the ranking: the same ones for every batch, but for the areas."""
    return (*PLACE, *(area_column(area, name) for area, name in target.areas), *ABOUT)


def area_column(area: str, name: str) -> Places:
    return Places(
        name=f"area_{area}",
        kind=Kind.NUMBER,
        unit="points, 0 to 100",
        meaning=f"the score of the skills of one area alone: {name}",
        value=lambda each: each.row.areas.get(area),
    )


def nested_of(target: BatchTarget) -> tuple[Places, ...]:
    """What only a table for programs can hold."""
    asked = tuple(str(skill.skill) for skill in target.skills)
    return (
        Places(
            name="levels",
            kind=Kind.NUMBERS,
            unit="level, 0 to 4",
            meaning="by skill id, how far along the levels the page shows it: every skill that is claimed, asked or not",
            value=lambda each: {str(skill): level for skill, level in each.row.levels.items()},
        ),
        Places(
            name="credits",
            kind=Kind.NUMBERS,
            unit="share, 0 to 1",
            meaning="by skill id, how much of the skill's weight counts: every skill that the target asks for",
            value=lambda each: dict(zip(asked, each.row.credits, strict=True)),
        ),
    )


FAILURES: tuple[Column[SkippedInput], ...] = (
    Column(
        name="file",
        kind=Kind.TEXT,
        meaning="the input as it was named; in a blind batch its id or, where it could not be read, its place",
        width=48,
        value=lambda each: each.name,
    ),
    Column(name="code", kind=Kind.TEXT, meaning="the kind of reason, for programs", value=lambda each: each.code),
    Column(name="reason", kind=Kind.TEXT, meaning="the reason in words", width=60, value=lambda each: each.reason),
    Column(name="hint", kind=Kind.TEXT, meaning="what to do about it", width=60, value=lambda each: each.hint or None),
)
