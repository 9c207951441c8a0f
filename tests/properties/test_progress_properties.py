"""Whatever two analyses say: nothing changes from one to itself, what is won one way is lost the other, and weeks are weeks."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from skillgap import Analysis, progress_between
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.gap.types import Component, Gap, GapKind
from skillgap.progress.rendering import render_progress
from skillgap.progress.types import GapChangeKind, Progress, SkillChangeKind
from skillgap.report.pages import PageFormat
from skillgap.report.plan_calendar import render_calendar
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Importance, Level, SkillId

FIXTURE = Path(__file__).parent.parent / "report_fixture.json"
BASE = Analysis.from_json(FIXTURE.read_text("utf-8"))
SKILLS = [SkillId(each) for each in ("c", "epoll", "linux", "rust")]
MIRRORED = {
    SkillChangeKind.GAINED: SkillChangeKind.LOST,
    SkillChangeKind.SHOWN: SkillChangeKind.LISTED,
    SkillChangeKind.UP: SkillChangeKind.DOWN,
    GapChangeKind.CLOSED: GapChangeKind.NEW,
    GapChangeKind.OPEN: GapChangeKind.OPEN,
}
MIRRORED |= {after: before for before, after in MIRRORED.items()}
POINTS = st.integers(0, 40).map(lambda tenths: tenths / 10)
SCORES = st.integers(0, 1000).map(lambda tenths: tenths / 10)
WEEKS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 20)), min_size=1, max_size=6)
WEEK = timedelta(weeks=1)


def evidence_of(status: Status) -> Evidence:
    return Evidence(
        text="x", line=f"a line of {status}", page=1, boxes=(), start=0, end=1, section=SectionKind.EXPERIENCE, entry=None,
        status=status, via=Via.ALIAS,
    )  # fmt: skip


def claim_of(skill: SkillId, level: Level, statuses: list[Status]) -> Claim:
    return Claim(
        id=skill, name=skill, area="foundations", level=level, level_score=float(level.rank), confidence=0.8, months=0,
        last_used=None, reasons=(), evidence=tuple(map(evidence_of, statuses)),
    )  # fmt: skip


def component_of(skill: SkillId, points: float) -> Component:
    return Component(
        skill=skill, name=skill, area="foundations", importance=Importance.ESSENTIAL, required=Level.WORKING,
        estimated=Level.NONE, weight=4.0, credit=points / 4, points=points,
    )  # fmt: skip


def gap_of(skill: SkillId, points: float) -> Gap:
    return Gap(
        skill=skill, name=skill, area="foundations", importance=Importance.ESSENTIAL, kind=GapKind.MISSING,
        required=Level.WORKING, estimated=Level.NONE, points_at_stake=points, reason="", nearest=None, proof="",
    )  # fmt: skip


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any claims, gaps and scores for a few skills; what was made of them is the same."""
    claims = [
        claim_of(skill, draw(st.sampled_from(Level)), draw(st.lists(st.sampled_from(Status), min_size=1, max_size=3)))
        for skill in draw(st.lists(st.sampled_from(SKILLS), unique=True))
    ]
    points = {skill: draw(POINTS) for skill in SKILLS}
    overall, doubt = draw(SCORES), draw(POINTS)
    score = replace(
        BASE.score,
        overall=overall,
        band=(overall - doubt, overall + doubt),
        areas={"foundations": draw(SCORES)},
        components=tuple(component_of(skill, each) for skill, each in points.items()),
    )
    gaps = tuple(gap_of(skill, 4.0 - each) for skill, each in points.items() if each < 4)
    steps = tuple(replace(step, skill=draw(st.sampled_from(SKILLS))) for step in BASE.plan.steps)
    return replace(BASE, skills=tuple(claims), score=score, gaps=gaps, plan=replace(BASE.plan, steps=steps))


def mirrored(progress: Progress) -> tuple[object, ...]:
    """What the same comparison would say the other way round."""
    assert progress.score is not None
    score = progress.score
    return (
        replace(
            score, before=score.after, after=score.before, change=-score.change, band_before=score.band_after,
            band_after=score.band_before,
        ),
        tuple(replace(each, before=each.after, after=each.before, change=-each.change) for each in progress.areas),
        tuple((each.skill, MIRRORED[each.kind], each.after, each.before) for each in progress.skills),
        tuple((each.skill, MIRRORED[each.kind], each.after, each.before) for each in progress.gaps),
    )  # fmt: skip


@given(analyses())
def test_from_one_to_itself_nothing_changes(analysis: Analysis) -> None:
    progress = progress_between(analysis, analysis)
    assert progress.is_empty
    assert "Nothing changed" in render_progress(progress, PageFormat.TEXT)


@given(analyses(), analyses())
def test_what_is_won_one_way_is_lost_the_other(old: Analysis, new: Analysis) -> None:
    back = progress_between(new, old)
    assert mirrored(progress_between(old, new)) == (
        back.score,
        back.areas,
        tuple((each.skill, each.kind, each.before, each.after) for each in back.skills),
        tuple((each.skill, each.kind, each.before, each.after) for each in back.gaps),
    )


@given(analyses(), analyses())
def test_empty_means_that_skills_score_and_gaps_are_the_same(old: Analysis, new: Analysis) -> None:
    progress = progress_between(old, new)
    is_same = (
        old.score.overall == new.score.overall
        and old.score.areas == new.score.areas
        and {gap.skill: gap.points_at_stake for gap in old.gaps} == {gap.skill: gap.points_at_stake for gap in new.gaps}
    )
    assert progress.is_empty <= is_same
    assert progress.is_empty == (is_same and not progress.skills)


@given(analyses(), analyses())
def test_every_skill_that_changed_is_said_once_in_every_format(old: Analysis, new: Analysis) -> None:
    progress = progress_between(old, new)
    ids = [each.skill for each in progress.skills]
    assert ids == sorted(set(ids))
    levels = [{claim.id: claim.level for claim in each.skills} for each in (old, new)]
    moved = {skill for skill in SKILLS if len({each.get(skill, Level.NONE) for each in levels}) > 1}
    assert moved <= set(ids)


@given(WEEKS, st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_events_are_the_weeks_of_their_steps_and_none_is_before_the_start(
    weeks: list[tuple[int, int]], start: date
) -> None:
    steps = tuple(
        replace(BASE.plan.steps[0], skill=SkillId(f"skill-{n}"), first_week=first, last_week=first + more)
        for n, (first, more) in enumerate(weeks)
    )
    planned = replace(BASE, plan=replace(BASE.plan, steps=steps))
    events = Calendar.from_ical(render_calendar(planned, start)).walk("VEVENT")
    spans = [(event["dtstart"].dt, event["dtend"].dt) for event in events]
    assert spans == [(start + (first - 1) * WEEK, start + (first + more) * WEEK) for first, more in weeks]
    assert min(begin for begin, _ in spans) >= start
    assert len({str(event["uid"]) for event in events}) == len(weeks)


@given(st.integers(-(10**9), 10**3), st.integers(-(10**9), 10**3), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_weeks_that_are_none_never_lead_before_the_start_or_backwards(first: int, last: int, start: date) -> None:
    """A saved analysis may say anything."""
    step = replace(BASE.plan.steps[0], first_week=first, last_week=last)
    planned = replace(BASE, plan=replace(BASE.plan, steps=(step,)))
    (event,) = Calendar.from_ical(render_calendar(planned, start)).walk("VEVENT")
    assert start <= event["dtstart"].dt < event["dtend"].dt
