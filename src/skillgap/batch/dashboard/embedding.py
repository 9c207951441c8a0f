"""What the page's script reads: JSON, short, and such that no name in it can end the element that holds it.

A row is an array: id, name, person, rank, best, worst, score, low, high, area scores in the order of the target's areas, levels,
credits, strengths, gaps, warnings, reason, duplicate_of, similar_to, 1 where there is a report. Of the target's skills, in
their order, `levels` has a digit each (0 none, 4 expert) and `credits` one of `LETTERS` each.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec
from markupsafe import Markup

from skillgap.batch.types import BatchTarget, Ranked
from skillgap.evidence.proficiency import level_of
from skillgap.report.wording import LEVELS, WARNINGS, clean_text, humanized, titled

UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})
PLAIN = [chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\"&'<>\\"]
FULL = 100
SELDOM = [chr(code) for code in range(0xC0, 0xC0 + FULL + 1 - len(PLAIN))]
LETTERS = "".join([*PLAIN[:-1], *SELDOM, PLAIN[-1]])
"""One for each hundredth of a credit, 0 to 100; those just under 100 are seldom and take two bytes."""


def embedded(value: Any) -> Markup:
    """JSON for the inside of a `<script>`: all that could end it, or begin a comment, is written as an escape."""
    return Markup(msgspec.json.encode(value).decode().translate(UNSAFE))  # noqa: S704 - escaped here


def target_json(target: BatchTarget) -> Markup:
    places = {area: place for place, (area, _) in enumerate(target.areas)}
    return embedded(
        {
            "areas": [{"id": area, "name": name} for area, name in target.areas],
            "skills": [
                {
                    "id": each.skill,
                    "name": titled(each.name),
                    "area": places[each.area],
                    "required": each.required.rank,
                    "weight": each.weight,
                }
                for each in target.skills
            ],
            "levels": [word.label for word in LEVELS.values()],
            "letters": LETTERS,
            "warnings": [{"id": code, "name": name} for code, name in WARNINGS.items()],
            "isBlind": target.blind is not None,
        }
    )


def rows_json(ranking: Iterable[Ranked], target: BatchTarget, reports: Collection[str]) -> Iterator[Markup]:
    """A row at a time."""
    skills = {each.name: place for place, each in enumerate(target.skills)}
    warnings = {str(code): place for place, code in enumerate(WARNINGS)}
    for each in ranking:
        yield embedded([*packed_row(each, target, skills, warnings), int(each.row.id in reports)])


def packed_row(
    each: Ranked, target: BatchTarget, skills: Mapping[str, int], warnings: Mapping[str, int]
) -> tuple[Any, ...]:
    """`skills` and `warnings` give the numbers of those that the page knows; others are written out."""
    row = each.row
    warned = sorted(warnings.get(code, len(warnings)) for code in row.warnings)
    others = [humanized(clean_text(code)) for code in row.warnings if code not in warnings]
    return (
        row.id,
        clean_text(each.name),
        clean_text(row.person),
        each.rank,
        each.best,
        each.worst,
        row.score,
        row.low,
        row.high,
        [row.areas.get(area) for area, _ in target.areas],
        "".join([digit_of(row.levels.get(asked.skill, 0.0)) for asked in target.skills]),
        "".join([LETTERS[round(FULL * credit)] for credit in row.credits]),
        [skills.get(name, titled(clean_text(name))) for name in row.strengths],
        [skills.get(name, titled(clean_text(name))) for name in row.gaps],
        [number for number in warned if number < len(warnings)] + others,
        clean_text(each.reason),
        clean_text(each.duplicate_of),
        clean_text(each.similar_to),
    )


@lru_cache(maxsize=1024)
def digit_of(score: float) -> str:
    """The level's number; kept, as scores have two decimals and there are a million of them."""
    return str(level_of(score).rank)
