"""The learning plan on its own: each step with what to learn from, what to build and when it is done."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from skillgap.errors import UsageError
from skillgap.plan.types import LearningStep
from skillgap.report.cleaning import clean_copy
from skillgap.report.plan_view import later_of, plan_sentence, resource_view, why_of
from skillgap.report.types import Analysis
from skillgap.report.view import names_of
from skillgap.report.wording import CAREER_LEVELS, LEVELS, Names, gain, humanized, number, titled, weeks

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


class Item(Struct, frozen=True):
    """One thing to do: what kind it is, its name with an address where it has one, and more about it."""

    label: str
    text: str
    url: str | None = None
    about: str = ""


class PlannedStep(Struct, frozen=True, kw_only=True):
    """`first_day` and `last_day` are set where the plan has a start."""

    step: LearningStep
    name: str
    when: str
    about: str
    items: tuple[Item, ...]
    first_day: date | None
    last_day: date | None


class PlanOutline(Struct, frozen=True):
    title: str
    summary: str
    steps: tuple[PlannedStep, ...]
    left_out: tuple[str, ...]


def plan_outline(analysis: Analysis, start: date | None = None) -> PlanOutline:
    """Lay the weeks out from the start, where there is one; raises UsageError where that leads out of the calendar."""
    clean = clean_copy(analysis)
    names = names_of(clean)
    steps = tuple(planned_step(step, names, clean.target.asker, start) for step in clean.plan.steps)
    return PlanOutline(f"Learning plan: {target_of(clean)}", plan_sentence(clean), steps, later_of(clean))


def target_of(analysis: Analysis) -> str:
    target = analysis.target
    track = f" ({humanized(target.track).lower()})" if target.track else ""
    return f"{target.label}{track}, {CAREER_LEVELS[target.level].lower()}"


def planned_step(step: LearningStep, names: Names, asker: str, start: date | None) -> PlannedStep:
    first = max(1, step.first_week)
    last = max(first, step.last_week)
    days = days_of(first, last, start) if start else None
    dates = f", {days[0]} to {days[1]}" if days else ""
    return PlannedStep(
        step=step,
        name=titled(step.name),
        when=f"{weeks(first, last)}{dates}",
        about=about_step(step, names, asker),
        items=tuple(items_of(step)),
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
    )


def days_of(first: int, last: int, start: date) -> tuple[date, date]:
    try:
        return start + (first - 1) * WEEK, start + last * WEEK - DAY
    except OverflowError as error:
        raise UsageError(f"week {last} from {start} is in no calendar", hint="choose an earlier start") from error


def about_step(step: LearningStep, names: Names, asker: str) -> str:
    levels = f"{LEVELS[step.from_level].label} → {LEVELS[step.to_level].label.lower()}."
    score = f"score then {step.score_after:.0f} ({gain(step.points)})"
    return f"{why_of(step, names, asker)} {levels} About {number(step.hours)} hours; {score}.".strip()


def items_of(step: LearningStep) -> Iterator[Item]:
    for each in step.resources:
        view = resource_view(each)
        yield Item("Learn from", each.title, view.url, view.about)
    if step.project:
        yield Item("Build", step.project.title, about=f"{number(step.project.hours)} h · {step.project.brief}")
    yield Item("Done when", step.done_when)
    if step.earns:
        yield Item("Then write, if it is true", step.earns)
