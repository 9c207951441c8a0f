"""The plan as it is shown: each step with its weeks, its reason and what to learn it from."""

import math
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from skillgap.plan.types import LearningStep, ResourceUse
from skillgap.report.first_step import why_not_the_largest
from skillgap.report.score_view import shows_very_little, within
from skillgap.report.types import Analysis
from skillgap.report.view_types import ResourceView, StepView
from skillgap.report.wording import CAREER_LEVELS, Names, count_of, name_of, number, weeks
from skillgap.taxonomy.types import SkillId

NO_RESUME = (
    "There is too little of a résumé here to say what is missing or to plan by. "
    "Give a file that tells of your jobs, projects, studies and skills, each under a heading."
)
NOTHING = "There is nothing to plan: no gap is left that learning would close."
TOO_SHORT = "No step fits into so few hours; plan more hours a week, or more weeks."
MOST_LEFT_OUT = 10
LEAST_SAID = 1.0
"""Points of lines to add that are worth a word in the plan."""
HARDLY_ANYTHING = 3.0
"""Points: a whole plan that adds less is not worth its hours."""
WEB = ("http", "https")


def plan_sentence(analysis: Analysis) -> str:
    plan, score = analysis.plan, analysis.score.overall
    if not analysis.document.is_resume:
        return NO_RESUME
    if not plan.steps:
        return TOO_SHORT if plan.left_out else NOTHING
    length = count_of(math.ceil(plan.weeks), "week")
    about = "If you want to move towards this work: about" if shows_very_little(analysis) else "About"
    return (
        f"{about} {plan.hours:,.0f} hours in all: {length} at {number(plan.hours_per_week)} hours a week. "
        "With each step done and shown on the page, the score would rise "
        f"from {score:.0f} to about {plan.score_after:.0f}."
        f"{worth_of(analysis)}{begins_lower(analysis)}{why_not_the_largest(analysis)}{lines_first(analysis)}"
    )


def begins_lower(analysis: Analysis) -> str:
    """Of a page that shows nothing of the work, and is held against more than is asked of a beginner."""
    levels = [each.level for each in analysis.advancement.levels]
    if not shows_very_little(analysis) or analysis.target.posting or analysis.target.level not in levels[1:]:
        return ""
    asked, first = (CAREER_LEVELS[each].lower() for each in (analysis.target.level, levels[0]))
    return f" Nobody who is new to it begins as {asked}: a beginner plans for {first}."


def worth_of(analysis: Analysis) -> str:
    """What brings so little is said not to be worth the hours."""
    gained = analysis.plan.score_after - analysis.score.overall
    if gained >= HARDLY_ANYTHING:
        return ""
    return (
        f" That is {number(max(0.0, gained))} points: for the score alone it is not worth the hours. "
        "Take a step only where you want to know what it teaches."
    )


def lines_first(analysis: Analysis) -> str:
    points = sum(each.points for each in analysis.quick_wins)
    if points < LEAST_SAID:
        return ""
    return f" The lines to add or reword come before: where they are true they bring up to {number(points)} points at once."


def later_of(analysis: Analysis) -> tuple[str, ...]:
    """The first of what did not fit in, and how many more there are."""
    names = analysis.plan.left_out
    more = len(names) - MOST_LEFT_OUT
    return (*names[:MOST_LEFT_OUT], *([f"and {more} more"] if more > 0 else []))


def steps_of(analysis: Analysis, names: Names) -> tuple[StepView, ...]:
    gaps = {gap.skill: number for number, gap in enumerate(analysis.gaps)}
    views, before = [], analysis.score.overall
    for step in analysis.plan.steps:
        views.append(step_view(step, before, names, gaps, analysis.target.asker))
        before = step.score_after
    return tuple(views)


def step_view(step: LearningStep, before: float, names: Names, gaps: Mapping[SkillId, int], asker: str) -> StepView:
    first, last = max(1, step.first_week), max(1, step.first_week, step.last_week)
    return StepView(
        step=step,
        when=weeks(first, last),
        first_week=first,
        last_week=last,
        gap=gaps.get(step.skill),
        why=why_of(step, names, asker),
        leads_to=name_of(step.for_skill, names) if step.for_skill else None,
        before=within(before),
        after=within(step.score_after),
        resources=tuple(resource_view(each) for each in step.resources),
    )


def why_of(step: LearningStep, names: Names, asker: str) -> str:
    why = [f"{step.importance.capitalize()} for the {asker}."] if step.importance else []
    if step.for_skill:
        why.append(f"A stepping stone to {name_of(step.for_skill, names)}.")
    if known := [names[skill] for skill in step.after if skill in names]:
        why.append(f"Builds on {', '.join(known)}.")
    return " ".join(why)


def resource_view(resource: ResourceUse) -> ResourceView:
    price = "free" if resource.free else "to buy or borrow"
    about = " · ".join(part for part in (resource.authors, f"{number(resource.hours)} h", price) if part)
    return ResourceView(resource, web_address(resource.url), about)


def web_address(url: str) -> str | None:
    """Return the address if a browser may be sent there: http or https, with a host and nothing odd in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_web = parts.scheme in WEB and bool(parts.hostname) and not re.search(r"[\s<>\"\\^`{|}]", url)
    return url if is_web else None
