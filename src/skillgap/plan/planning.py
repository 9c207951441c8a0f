"""The step from a `GapAnalysis` to a `LearningPlan`: the gaps that give most score for an hour, each after what it requires."""

from collections.abc import Mapping

from skillgap.gap.types import Gap, GapAnalysis
from skillgap.plan.types import LearningPlan, LearningStep, ResourceUse
from skillgap.taxonomy.types import Level, Resource, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

HOURS_PER_WEEK = 6.0
WEEKS = 26.0
MOST_STEPS = 8
MOST_RESOURCES = 2
LONGEST_RESOURCE = 60.0
"""Hours: of a longer book or course nobody needs all of it for one skill; so many are planned."""
SHORTEST_WAY = 12.0
HOURS_A_LEVEL = 12.0
"""Hours to a level where neither resource nor project says better."""


def plan_learning(
    analysis: GapAnalysis, taxonomy: Taxonomy, *, hours_per_week: float = HOURS_PER_WEEK, weeks: float = WEEKS
) -> LearningPlan:
    """Choose the steps, order them by `requires`, and say what the score would be after each."""
    gaps = {gap.skill: gap for gap in analysis.gaps}
    drafts: dict[SkillId, SkillId | None] = {}
    for gap in sorted(gaps.values(), key=lambda each: -worth(each, taxonomy)):
        chain = prerequisites(gap.skill, gaps, taxonomy)
        needed = [skill for skill in chain if skill not in drafts]
        if len(drafts) + len(needed) + 1 > MOST_STEPS:
            continue
        drafts.update((skill, gap.skill) for skill in needed)
        drafts[gap.skill] = None
    steps: list[LearningStep] = []
    score = analysis.score.overall
    for skill in ordered(drafts, taxonomy):
        steps.append(step_of(gaps[skill], drafts[skill], taxonomy, hours_per_week, score))
        score = steps[-1].score_after
    hours = round(sum(step.hours for step in steps), 1)
    return LearningPlan(
        hours_per_week=hours_per_week,
        hours=hours,
        weeks=round(hours / hours_per_week, 1),
        score_after=score,
        steps=tuple(steps),
        weeks_at_most=weeks,
    )


def worth(gap: Gap, taxonomy: Taxonomy) -> float:
    """Points for an hour; a very short way counts as `SHORTEST_WAY`, as it proves little."""
    return gap.points_at_stake / max(SHORTEST_WAY, hours_for(gap.skill, gap.estimated, gap.required, taxonomy))


def hours_for(skill: SkillId, start: Level, goal: Level, taxonomy: Taxonomy) -> float:
    chosen = resources_for(skill, taxonomy)
    project = taxonomy.skills[skill].project
    hours = sum(min(resource.hours, LONGEST_RESOURCE) for resource in chosen) + (project.hours if project else 0.0)
    return round(hours or HOURS_A_LEVEL * max(1, goal.rank - start.rank), 1)


def resources_for(skill: SkillId, taxonomy: Taxonomy) -> tuple[Resource, ...]:
    """The best few for the skill; for a broader one where it has none of its own."""
    for wanted in (skill, *taxonomy.skills[skill].broader):
        if wanted in taxonomy.teaching:
            return tuple(taxonomy.resources[each] for each in taxonomy.teaching[wanted][:MOST_RESOURCES])
    return ()


def prerequisites(skill: SkillId, gaps: Mapping[SkillId, Gap], taxonomy: Taxonomy) -> list[SkillId]:
    """What must be learnt before: skills of the role that the person has not begun with, nearest requirement last."""
    found: dict[SkillId, None] = {}

    def visit(current: Skill) -> None:
        for required in current.requires:
            gap = gaps.get(required)
            if gap is not None and gap.estimated is Level.NONE and required not in found:
                visit(taxonomy.skills[required])
                found[required] = None

    visit(taxonomy.skills[skill])
    return list(found)


def ordered(drafts: Mapping[SkillId, SkillId | None], taxonomy: Taxonomy) -> list[SkillId]:
    """Keep the order of worth, but put every step after those it requires, at any depth."""
    done: dict[SkillId, None] = {}
    seen: set[SkillId] = set()

    def place_after(skill: SkillId) -> None:
        if skill in seen:
            return
        seen.add(skill)
        for required in taxonomy.skills[skill].requires:
            place_after(required)
        if skill in drafts:
            done[skill] = None

    for skill in drafts:
        place_after(skill)
    return list(done)


def step_of(
    gap: Gap, for_skill: SkillId | None, taxonomy: Taxonomy, hours_per_week: float, score_before: float
) -> LearningStep:
    entry = taxonomy.skills[gap.skill]
    hours = hours_for(gap.skill, gap.estimated, gap.required, taxonomy)
    return LearningStep(
        skill=gap.skill,
        name=gap.name,
        area=gap.area,
        importance=gap.importance,
        from_level=gap.estimated,
        to_level=gap.required,
        after=tuple(entry.requires),
        for_skill=for_skill,
        resources=tuple(
            ResourceUse(
                id=each.id,
                title=each.title,
                authors=each.authors,
                url=each.url,
                free=each.free,
                hours=min(each.hours, LONGEST_RESOURCE),
            )
            for each in resources_for(gap.skill, taxonomy)
        ),
        project=entry.project,
        done_when=done_when(entry),
        hours=hours,
        weeks=round(hours / hours_per_week, 1),
        points=gap.points_at_stake,
        score_after=round(min(100.0, score_before + gap.points_at_stake), 1),
    )


def done_when(entry: Skill) -> str:
    if entry.project is not None:
        return f"“{entry.project.title}” works, and you can say what you measured and what broke on the way."
    return f"You have used {entry.label} for something of your own and can explain it to somebody who has not."
