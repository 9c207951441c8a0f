"""The step from a `GapAnalysis` to a `LearningPlan`: the gaps that are worth most in the time there is, in an order that can be learnt.

What somebody most likely knows is no step: a line closes that gap (`GapKind.TO_SHOW`). Nor is what adds next to nothing.
"""

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.evidence.proficiency import NAMED
from skillgap.evidence.types import SkillProfile
from skillgap.gap.knowing import CLOSE, Known, is_shown_beside, known_from
from skillgap.gap.scoring import lifts_of, score_with
from skillgap.gap.standing import reached
from skillgap.gap.types import Component, Gap, GapAnalysis, GapKind
from skillgap.plan.choosing import Chooser, Gained, Option
from skillgap.plan.types import LearningPlan, LearningStep, ResourceUse
from skillgap.taxonomy.effort import Effort, effort_for, languages_in
from skillgap.taxonomy.types import CareerLevel, Kind, Level, Project, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

HOURS_PER_WEEK = 6.0
WEEKS = 26.0
WORTH_A_STEP = 0.5
"""Points that a step adds at least, or one that it leads to."""
PROJECT_SHOWS = 2.2
"""The level score that a finished project of one's own, told in two lines with what was measured, comes to by the level formula.
What lies above takes use at work, which no plan can promise."""


EXPERIENCED = {CareerLevel.SENIOR, CareerLevel.STAFF}


class Reader(Struct, frozen=True):
    """For whom the plan is made: what their page shows well, the career level in view, the languages they know."""

    known: Known
    level: CareerLevel
    languages: frozenset[SkillId]


class Draft(Struct, frozen=True):
    """A gap as a step that could be taken."""

    gap: Gap
    effort: Effort
    option: Option


def plan_learning(
    profile: SkillProfile,
    analysis: GapAnalysis,
    taxonomy: Taxonomy,
    *,
    hours_per_week: float = HOURS_PER_WEEK,
    weeks: float = WEEKS,
) -> LearningPlan:
    """Choose the steps within the hours, put each after what it requires, and say what the score would be after each."""
    gaps = {gap.skill: gap for gap in analysis.gaps if is_learnable(gap)}
    components = analysis.score.components
    of = {each.skill: each for each in components}
    languages = languages_in((claim.id for claim in profile.claims if claim.level_score >= NAMED), taxonomy)
    reader = Reader(
        known_from({claim.id: claim for claim in profile.claims}, taxonomy), analysis.target.level, languages
    )
    drafts = {skill: draft_of(gap, gaps, of, taxonomy, reader) for skill, gap in gaps.items()}
    worth_it, chosen = worthwhile(drafts, components, hours_per_week * weeks, taxonomy)
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
        left_out=tuple(gaps[skill].name for skill in worth_it if skill not in learned),
    )


def is_learnable(gap: Gap) -> bool:
    """Whether study would raise its level; what is most likely known needs a line instead."""
    return gap.kind is not GapKind.TO_SHOW and gap.estimated.rank < gap.required.rank


def worthwhile(
    drafts: Mapping[SkillId, Draft], components: Sequence[Component], hours: float, taxonomy: Taxonomy
) -> tuple[list[SkillId], list[SkillId]]:
    """The skills that are worth a step, and those chosen in their order.

    A step that adds less than `WORTH_A_STEP` where it stands is none, unless a chosen one requires it; what it would have taken is chosen
    anew without it. Where no step is worth that much, the small ones are all there is.
    """
    options = [draft.option for draft in drafts.values()]
    alone = Chooser(options, components)
    large = [each for each in options if alone.gain_of([each.skill]) >= WORTH_A_STEP]
    open_ = with_required(large, options)
    while True:
        chooser = Chooser(open_, components)
        chosen = ordered(chooser.choose(hours), taxonomy)
        small = too_small(chosen, chooser)
        idle = small.difference(*(each.requires for each in open_))
        if not idle:
            break
        open_ = [each for each in open_ if each.skill not in idle]
    chosen = [each for each in chosen if each not in small]
    if not chosen:
        open_, large, chosen = options, options, ordered(alone.choose(hours), taxonomy)
    return [each.skill for each in open_ if each in large], chosen


def with_required(large: Sequence[Option], options: Sequence[Option]) -> list[Option]:
    kept = {each.skill for each in large}.union(*(each.requires for each in large))
    return [each for each in options if each.skill in kept]


def too_small(chosen: Sequence[SkillId], chooser: Chooser) -> set[SkillId]:
    """Those that add less than a step should and that none of the others requires."""
    gained: Gained = {}
    added = {skill: chooser.take(skill, gained) for skill in chosen}
    required = {each for skill in chosen for each in chooser.options[skill].requires}
    return {skill for skill in chosen if added[skill] < WORTH_A_STEP and skill not in required}


def draft_of(
    gap: Gap,
    gaps: Mapping[SkillId, Gap],
    components: Mapping[SkillId, Component],
    taxonomy: Taxonomy,
    reader: Reader,
) -> Draft:
    background = Level.WORKING if is_no_beginner(gap.skill, reader, taxonomy) else Level.NONE
    effort = effort_for(gap.skill, gap.estimated, gap.required, taxonomy, reader.languages, background=background)
    return Draft(
        gap,
        effort,
        Option(
            skill=gap.skill,
            credit=credit_after(gap, effort, components),
            hours=effort.hours,
            lifts=lifts_of(gap.skill, shown_after(gap, effort), components, taxonomy),
            requires=prerequisites(gap.skill, gaps, components, reader.known, taxonomy),
        ),
    )


def shown_after(gap: Gap, effort: Effort) -> float:
    """The level score that the step comes to."""
    return PROJECT_SHOWS if effort.project else float(gap.required.rank)


def credit_after(gap: Gap, effort: Effort, components: Mapping[SkillId, Component]) -> float:
    return reached(shown_after(gap, effort), gap.required) * components[gap.skill].practice


def is_no_beginner(skill: SkillId, reader: Reader, taxonomy: Taxonomy) -> bool:
    """Whether somebody comes to it from what is close to it and shown well, or from years of such work for a senior's post.

    A wider name is not close: who programs in Python begins with C++.
    """
    if reader.known.is_practised and reader.level in EXPERIENCED:
        return True
    near = (each for each, share in taxonomy.neighbours.get(skill, ()) if share >= CLOSE)
    return any(each in reader.known.well and each not in taxonomy.skills[skill].broader for each in near)


def is_at_home(skill: SkillId, known: Known, taxonomy: Taxonomy) -> bool:
    """Whether somebody has years of such work, or shows what is close to it."""
    return known.is_practised or is_shown_beside(skill, known.claims, taxonomy)


def prerequisites(
    skill: SkillId,
    gaps: Mapping[SkillId, Gap],
    components: Mapping[SkillId, Component],
    known: Known,
    taxonomy: Taxonomy,
) -> tuple[SkillId, ...]:
    """What must be learnt before: gaps of the role that the person has not begun with, nearest requirement last.

    Who is at home there needs no stepping stone that is itself worth no step.
    """
    found: dict[SkillId, None] = {}
    seen: set[SkillId] = set()

    def visit(current: Skill) -> None:
        for required in current.requires:
            if required in seen:
                continue
            seen.add(required)
            visit(taxonomy.skills[required])
            gap = gaps.get(required)
            if gap is None or gap.estimated is not Level.NONE:
                continue
            if not is_at_home(required, known, taxonomy) or is_worth_a_step(gap, components, taxonomy):
                found[required] = None

    visit(taxonomy.skills[skill])
    return tuple(found)


def is_worth_a_step(gap: Gap, components: Mapping[SkillId, Component], taxonomy: Taxonomy) -> bool:
    component = components[gap.skill]
    effort = effort_for(gap.skill, gap.estimated, gap.required, taxonomy)
    return component.worth * (credit_after(gap, effort, components) - component.credit) >= WORTH_A_STEP


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
        project=draft.effort.project,
        done_when=done_when(skill, draft.effort.project),
        hours=draft.effort.hours,
        weeks=round(weeks[1] - weeks[0], 1),
        points=round(after - before, 1),
        score_after=after,
        first_week=math.floor(round(weeks[0], 6)) + 1,
        last_week=max(math.floor(round(weeks[0], 6)) + 1, math.ceil(round(weeks[1], 6))),
        earns=earns(skill, draft.effort.project),
    )


def done_when(skill: Skill, project: Project | None) -> str:
    if project is not None:
        return "It is finished, and you can say what you measured and what broke on the way."
    return f"You have tried {skill.label} on something of your own and can explain it to somebody who has not."


def earns(skill: Skill, project: Project | None) -> str:
    """A line for the résumé, once it is true; what is no tool is tried out rather than used."""
    if project is None and skill.kind in {Kind.CONCEPT, Kind.PRACTICE}:
        return f"Tried out {skill.label}: built …; measured …; saw … (in figures)."
    if project is None:
        return f"Used {skill.label} to …; … (what came of it, in figures)."
    return f"Own project “{project.title}” ({skill.label}): built …; measured …; found and mended …."
