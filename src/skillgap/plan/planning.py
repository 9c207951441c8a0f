"""The step from a `GapAnalysis` to a `LearningPlan`: the gaps that are worth most in the time there is, in an order that can be learnt."""

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.gap.scoring import lifts_of, score_with
from skillgap.gap.standing import reached
from skillgap.gap.types import Component, Gap, GapAnalysis
from skillgap.plan.choosing import Chooser, Option
from skillgap.plan.types import LearningPlan, LearningStep, ResourceUse
from skillgap.taxonomy.effort import Effort, effort_for
from skillgap.taxonomy.types import Level, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

HOURS_PER_WEEK = 6.0
WEEKS = 26.0
PROJECT_SHOWS = 2.2
"""The level score that a finished project of one's own, told in two lines with what was measured, comes to by the level formula.
What lies above takes use at work, which no plan can promise."""


class Draft(Struct, frozen=True):
    """A gap as a step that could be taken."""

    gap: Gap
    effort: Effort
    option: Option


def plan_learning(
    analysis: GapAnalysis, taxonomy: Taxonomy, *, hours_per_week: float = HOURS_PER_WEEK, weeks: float = WEEKS
) -> LearningPlan:
    """Choose the steps within the hours, put each after what it requires, and say what the score would be after each."""
    gaps = {gap.skill: gap for gap in analysis.gaps}
    components = analysis.score.components
    of = {each.skill: each for each in components}
    drafts = {skill: draft_of(gap, gaps, of, taxonomy) for skill, gap in gaps.items()}
    chooser = Chooser([draft.option for draft in drafts.values()], components)
    chosen = ordered(chooser.choose(hours_per_week * weeks), taxonomy)
    steps: list[LearningStep] = []
    learned: dict[SkillId, Option] = {}
    hours, before = 0.0, analysis.score.overall
    for skill in chosen:
        learned[skill] = drafts[skill].option
        after = round(score_with(components, {each.skill: (each.credit, each.lifts) for each in learned.values()}), 1)
        steps.append(
            step_of(
                drafts[skill],
                taxonomy,
                for_skill=wanted_for(skill, chosen, drafts),
                weeks=(hours / hours_per_week, (hours + drafts[skill].effort.hours) / hours_per_week),
                scores=(before, after),
            )
        )
        hours, before = hours + drafts[skill].effort.hours, after
    return LearningPlan(
        hours_per_week=hours_per_week,
        hours=round(hours, 1),
        weeks=round(hours / hours_per_week, 1),
        score_after=before,
        steps=tuple(steps),
        weeks_at_most=weeks,
        left_out=tuple(gap.name for gap in analysis.gaps if gap.skill not in learned),
    )


def draft_of(
    gap: Gap, gaps: Mapping[SkillId, Gap], components: Mapping[SkillId, Component], taxonomy: Taxonomy
) -> Draft:
    effort = effort_for(gap.skill, gap.estimated, gap.required, taxonomy)
    return Draft(
        gap,
        effort,
        Option(
            skill=gap.skill,
            credit=reached(PROJECT_SHOWS, gap.required) * components[gap.skill].practice,
            hours=effort.hours,
            lifts=lifts_of(gap.skill, PROJECT_SHOWS, components, taxonomy),
            requires=prerequisites(gap.skill, gaps, taxonomy),
        ),
    )


def prerequisites(skill: SkillId, gaps: Mapping[SkillId, Gap], taxonomy: Taxonomy) -> tuple[SkillId, ...]:
    """What must be learnt before: gaps of the role that the person has not begun with, nearest requirement last."""
    found: dict[SkillId, None] = {}
    seen: set[SkillId] = set()

    def visit(current: Skill) -> None:
        for required in current.requires:
            if required in seen:
                continue
            seen.add(required)
            visit(taxonomy.skills[required])
            if required in gaps and gaps[required].estimated is Level.NONE:
                found[required] = None

    visit(taxonomy.skills[skill])
    return tuple(found)


def ordered(chosen: Sequence[SkillId], taxonomy: Taxonomy) -> list[SkillId]:
    """Put each after all that it requires at any depth, also what has been begun with; the order is kept otherwise."""
    done: dict[SkillId, None] = {}
    seen: set[SkillId] = set()

    def place(skill: SkillId) -> None:
        if skill in seen:
            return
        seen.add(skill)
        for required in taxonomy.skills[skill].requires:
            place(required)
        if skill in chosen:
            done[skill] = None

    for skill in chosen:
        place(skill)
    return list(done)


def wanted_for(skill: SkillId, chosen: Sequence[SkillId], drafts: Mapping[SkillId, Draft]) -> SkillId | None:
    """The first later step that requires this one."""
    later = chosen[chosen.index(skill) + 1 :]
    return next((each for each in later if skill in drafts[each].option.requires), None)


def step_of(
    draft: Draft,
    taxonomy: Taxonomy,
    *,
    for_skill: SkillId | None,
    weeks: tuple[float, float],
    scores: tuple[float, float],
) -> LearningStep:
    """`weeks` are those passed before and after it, `scores` those before and after it."""
    gap, skill = draft.gap, taxonomy.skills[draft.gap.skill]
    before, after = scores
    return LearningStep(
        skill=gap.skill,
        name=gap.name,
        area=gap.area,
        importance=gap.importance,
        from_level=gap.estimated,
        to_level=gap.required,
        after=skill.requires,
        for_skill=for_skill,
        resources=tuple(
            ResourceUse(
                id=each.resource.id,
                title=each.resource.title,
                authors=each.resource.authors,
                url=each.resource.url,
                free=each.resource.free,
                hours=each.hours,
            )
            for each in draft.effort.studies
        ),
        project=skill.project,
        done_when=done_when(skill),
        hours=draft.effort.hours,
        weeks=round(weeks[1] - weeks[0], 1),
        points=round(after - before, 1),
        score_after=after,
        first_week=math.floor(round(weeks[0], 6)) + 1,
        last_week=max(math.floor(round(weeks[0], 6)) + 1, math.ceil(round(weeks[1], 6))),
        earns=earns(skill),
    )


def done_when(skill: Skill) -> str:
    if skill.project is not None:
        return f"“{skill.project.title}” works, and you can say what you measured and what broke on the way."
    return f"You have used {skill.label} for something of your own and can explain it to somebody who has not."


def earns(skill: Skill) -> str:
    """A line for the résumé, once it is true."""
    if skill.project is None:
        return f"Used {skill.label} to … ; … (what came of it, in figures)."
    return f"“{skill.project.title}”, a project of my own in {skill.label}: it … ; I measured … ; what broke was … , and I mended it by … ."
