"""The step from two analyses of one person to what changed between them."""

from collections.abc import Iterator

from skillgap.evidence.types import Claim, Status, Via
from skillgap.gap.fair_range import doubt_of_change
from skillgap.gap.types import Quote
from skillgap.plan.types import LearningStep
from skillgap.progress.types import (
    AreaChange,
    CautionCode,
    Compared,
    GapChange,
    GapChangeKind,
    Progress,
    ScoreChange,
    SkillChange,
    SkillChangeKind,
    StepProgress,
    StepState,
)
from skillgap.report.types import Analysis
from skillgap.taxonomy.types import Level, SkillId

LEAST_POINTS = 0.05
"""Points are compared as they are shown, with one decimal."""


def progress_between(old: Analysis, new: Analysis) -> Progress:
    """Compare skills always; score, areas, gaps and plan only where both have the same role, level, track and posting."""
    cautions = tuple(cautions_on(old, new))
    is_same_target = CautionCode.OTHER_TARGET not in cautions
    return Progress(
        old=compared(old),
        new=compared(new),
        cautions=cautions,
        score=score_change(old, new) if is_same_target else None,
        areas=tuple(area_changes(old, new)) if is_same_target else (),
        skills=tuple(skill_changes(old, new)),
        gaps=tuple(gap_changes(old, new)) if is_same_target else (),
        steps=tuple(step_progress(step, old, new) for step in old.plan.steps) if is_same_target else (),
    )


def compared(analysis: Analysis) -> Compared:
    return Compared(
        sha256=analysis.document.sha256,
        as_of=analysis.as_of,
        target=analysis.target,
        generator=analysis.generator,
    )


def cautions_on(old: Analysis, new: Analysis) -> Iterator[CautionCode]:
    if is_other_person(old, new):
        yield CautionCode.OTHER_PERSON
    if target_key(old) != target_key(new):
        yield CautionCode.OTHER_TARGET
    if old.as_of > new.as_of:
        yield CautionCode.OTHER_ORDER
    if old.generator.taxonomy != new.generator.taxonomy:
        yield CautionCode.OTHER_TAXONOMY
    if old.generator.models != new.generator.models:
        yield CautionCode.OTHER_MODELS
    if old.generator.version != new.generator.version:
        yield CautionCode.OTHER_VERSION


def target_key(analysis: Analysis) -> tuple[str | None, ...]:
    target = analysis.target
    return target.role, target.level, target.track, target.posting


def is_other_person(old: Analysis, new: Analysis) -> bool:
    """Another name, in whatever order and capitals, and not the same e-mail address."""
    if old.document.sha256 == new.document.sha256:
        return False
    before, after = old.resume.basics, new.resume.basics
    if before.email and after.email and before.email.casefold() == after.email.casefold():
        return False
    names = [sorted((each or "").casefold().replace(",", " ").split()) for each in (before.name, after.name)]
    return all(names) and names[0] != names[1]


def score_change(old: Analysis, new: Analysis) -> ScoreChange:
    before, after = old.score, new.score
    change = difference(before.overall, after.overall)
    return ScoreChange(
        before=before.overall,
        after=after.overall,
        change=change,
        band_before=before.band,
        band_after=after.band,
        is_certain=abs(change) > doubt_of_change(points_of(old), points_of(new)),
        owned_before=len(before.ownership.lines),
        owned_after=len(after.ownership.lines),
    )


def difference(before: float, after: float) -> float:
    return round(after - before, 1) + 0.0  # never -0.0


def area_changes(old: Analysis, new: Analysis) -> Iterator[AreaChange]:
    for area in sorted(old.score.areas.keys() & new.score.areas.keys()):
        before, after = old.score.areas[area], new.score.areas[area]
        yield AreaChange(area=area, before=before, after=after, change=difference(before, after))


def skill_changes(old: Analysis, new: Analysis) -> Iterator[SkillChange]:
    before = {claim.id: claim for claim in old.skills}
    after = {claim.id: claim for claim in new.skills}
    for skill in sorted(before.keys() | after.keys()):
        kind = change_of(before.get(skill), after.get(skill))
        if kind is not None:
            yield skill_change(kind, before.get(skill), after.get(skill))


def change_of(before: Claim | None, after: Claim | None) -> SkillChangeKind | None:
    was, now = level_of(before).rank, level_of(after).rank
    was_shown, now_shown = is_shown(before), is_shown(after)
    if not was or not now:
        return SkillChangeKind.GAINED if now else SkillChangeKind.LOST if was else None
    if was_shown != now_shown:
        return SkillChangeKind.SHOWN if now_shown else SkillChangeKind.LISTED
    if was == now:
        return None
    return SkillChangeKind.UP if was < now else SkillChangeKind.DOWN


def level_of(claim: Claim | None) -> Level:
    return claim.level if claim else Level.NONE


def is_shown(claim: Claim | None) -> bool:
    return claim is not None and any(each.status is Status.USED for each in claim.evidence)


def skill_change(kind: SkillChangeKind, before: Claim | None, after: Claim | None) -> SkillChange:
    quoted = after if level_of(after).rank else before
    named = after or before
    assert named is not None  # noqa: S101 - one of the two has the skill
    return SkillChange(
        skill=named.id,
        name=named.name,
        kind=kind,
        before=level_of(before),
        after=level_of(after),
        quote=quote_of(quoted, before) if quoted else None,
    )


def quote_of(claim: Claim, before: Claim | None) -> Quote | None:
    """A line that claims it: one that was not there before, as it made the change; in use and by name before others."""
    lines = [each for each in claim.evidence if each.status.is_claim]
    known = {each.line for each in before.evidence} if before else set[str]()
    best = min(
        lines,
        key=lambda each: (
            each.line in known,
            each.status is not Status.USED,
            each.via is Via.IMPLIED,
            -len(each.line),
            each.start,
        ),
        default=None,
    )
    return Quote(claim.id, best.line, best.page) if best else None


def gap_changes(old: Analysis, new: Analysis) -> Iterator[GapChange]:
    """The gaps of skills that both ask for; one that was only dropped from the role has not been closed.

    None where one of them has no gaps because it is no résumé.
    """
    if not (old.document.is_resume and new.document.is_resume):
        return
    before = {gap.skill: gap for gap in old.gaps}
    after = {gap.skill: gap for gap in new.gaps}
    asked = points_of(old).keys() & points_of(new).keys()
    for skill in sorted((before.keys() | after.keys()) & asked):
        was, now = before.get(skill), after.get(skill)
        yield GapChange(
            skill=skill,
            name=(now or before[skill]).name,
            kind=GapChangeKind.CLOSED if now is None else GapChangeKind.NEW if was is None else GapChangeKind.OPEN,
            before=was.points_at_stake if was else 0.0,
            after=now.points_at_stake if now else 0.0,
        )


def points_of(analysis: Analysis) -> dict[SkillId, float]:
    return {component.skill: component.points for component in analysis.score.components}


def step_progress(step: LearningStep, old: Analysis, new: Analysis) -> StepProgress:
    added = round(points_of(new).get(step.skill, 0.0) - points_of(old).get(step.skill, 0.0), 2) + 0.0
    is_closed = step.skill in points_of(new) and all(gap.skill != step.skill for gap in new.gaps)
    if added <= 0:
        state = StepState.OPEN
    elif is_closed or added >= step.points - LEAST_POINTS:
        state = StepState.DONE
    else:
        state = StepState.BEGUN
    return StepProgress(skill=step.skill, name=step.name, state=state, promised=step.points, added=max(0.0, added))
