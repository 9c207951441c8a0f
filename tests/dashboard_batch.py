"""A batch of ten thousand made-up candidates, hostile names among them, and its dashboard."""

import random
from collections.abc import Sequence
from pathlib import Path

from skillgap.batch.dashboard import write_dashboard
from skillgap.batch.types import AskedSkill, BatchTarget, Counts, Ranked, Row, SkippedInput
from skillgap.report.types import Generator
from skillgap.taxonomy.types import CareerLevel, Importance, Level, SkillId

AREAS = tuple((name.lower(), name) for name in ("Systems", "Networking", "Concurrency", "Integration", "Foundations"))
NAMED = ("Rust", "C++", "Go", "Linux kernel", "Memory management", "Sockets")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "<img src=x onerror=alert(2)>",
    "Wren \u2028 \u2029 Example",
    "{{7*7}} ${8*8} {% raw %}",
    "'\"><svg onload=alert(3)>&lt;b&gt;",
    '=HYPERLINK("http://example.com")',
)
WARNINGS = ("hidden_text", "instruction_text", "keyword_stuffing", "no_dates")
"""In the order of their weight."""


def target_of_many() -> BatchTarget:
    skills = tuple(
        AskedSkill(
            skill=SkillId(f"skill-{number}"),
            name=NAMED[number] if number < len(NAMED) else f"Subject {number}",
            area=AREAS[number % len(AREAS)][0],
            importance=Importance.IMPORTANT,
            required=tuple(Level)[2 + number % 3],
            weight=round(100 / 129, 4),
        )
        for number in range(129)
    )
    return BatchTarget(
        role="software-systems-engineer",
        label="Software Systems Engineer",
        level=CareerLevel.SENIOR,
        track=None,
        posting=None,
        as_of="2026-11",
        generator=Generator(name="skillgap", version="0.1.0", taxonomy="2026.11", models="none"),
        blind=None,
        areas=AREAS,
        skills=skills,
    )


def row_of_many(number: int, score: float, target: BatchTarget, dice: random.Random) -> Row:
    worth = [round(max(0.0, min(4.0, score / 25 + 4 * dice.random() - 2.5)), 2) for _ in target.skills]
    areas = {area: round(max(0.0, min(100.0, dice.gauss(score, 12))), 1) for area, _ in target.areas}
    if number % 500 == 7:
        del areas[AREAS[0][0]]
    named = dice.sample([each.name for each in target.skills], 8)
    person = HOSTILE[number // 900 % len(HOSTILE)] if number % 900 == 3 else f"Person Example {dice.randrange(100_000)}"
    return Row(
        id=f"{number:012x}",
        sha256=f"{number:064x}",
        media_type="application/pdf",
        pages=2,
        person="" if number % 97 == 0 else person,
        score=score,
        low=round(score * 0.94, 1),
        high=round(min(100.0, score * 1.03), 1),
        areas=areas,
        levels={each.skill: level for each, level in zip(target.skills, worth, strict=True) if level},
        credits=tuple(round(min(1.0, level / 3), 3) for level in worth),
        strengths=tuple(named[:4]) if number % 50 else (),
        gaps=tuple(named[4:]),
        warnings=tuple(dice.sample(WARNINGS, dice.randrange(3))) if number % 5 == 0 else (),
        latest="2026-11",
        signature=bytes(256),
    )


def ranking_of_many(target: BatchTarget, count: int) -> list[Ranked]:
    dice = random.Random(20_261_122)  # noqa: S311 - figures for a test
    scores = sorted((round(max(0.0, min(100.0, dice.gauss(45, 16))), 1) for _ in range(count)), reverse=True)
    rows = [row_of_many(number, score, target, dice) for number, score in enumerate(scores)]
    rank = {score: count - number for number, score in enumerate(reversed(scores))}
    return [
        Ranked(
            name=f"inbox/{dice.randrange(100)}/cv {dice.randrange(1_000_000)}.pdf",
            row=row,
            rank=rank[row.score],
            best=max(1, rank[row.score] - number % 5),
            worst=number + 1 + number % 7,
            is_selected=row.score >= 60,
            reason="" if row.score >= 60 else f"score {row.score:g} is under 60",
            duplicate_of="inbox/first.pdf" if number % 333 == 5 else "",
            similar_to="inbox/like.pdf" if number % 444 == 6 else "",
        )
        for number, row in enumerate(rows)
    ]


def counts_of(ranking: Sequence[Ranked], skipped: Sequence[SkippedInput]) -> Counts:
    return Counts(
        inputs=len(ranking) + len(skipped),
        analysed=len(ranking),
        skipped=len(skipped),
        duplicates=sum(bool(each.duplicate_of) for each in ranking),
        selected=sum(each.is_selected for each in ranking),
        later=0,
    )


SKIPPED = tuple(
    SkippedInput(name=f"inbox/{name}", code="empty", reason="there is no text in it", hint="scan it again")
    for name in ("empty.pdf", HOSTILE[0])
)


def write(path: Path, ranking: Sequence[Ranked], target: BatchTarget) -> Path:
    reports = {each.row.id for each in ranking[:20]}
    write_dashboard(path, ranking, target, skipped=SKIPPED, counts=counts_of(ranking, SKIPPED), reports=reports)
    return path
