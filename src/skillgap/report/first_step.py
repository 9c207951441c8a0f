"""Why the plan does not begin with the largest gap, where it does not: the two stand beside each other in every report."""

from skillgap.gap.types import Gap, GapKind
from skillgap.plan.planning import is_learnable
from skillgap.plan.types import LearningPlan, LearningStep
from skillgap.report.types import Analysis


def why_not_the_largest(analysis: Analysis) -> str:
    """A sentence, with a space before it; empty where the plan begins with it, or there is no plan."""
    plan, gaps = analysis.plan, analysis.gaps
    if not plan.steps or not gaps or plan.steps[0].skill == gaps[0].skill:
        return ""
    largest = gaps[0]
    place = next((place for place, step in enumerate(plan.steps) if step.skill == largest.skill), None)
    return f" The largest gap, {largest.name}, {not_planned(largest, plan) if place is None else later(place, plan)}."


def not_planned(gap: Gap, plan: LearningPlan) -> str:
    if gap.kind is GapKind.TO_SHOW:
        return "is no step: you most likely know it, so it takes a line and no study"
    if not is_learnable(gap):
        return "is no step: what it still lacks is use at work, and lines that tell of it, which no study replaces"
    if gap.name in plan.left_out:
        return "is left for later: in these hours the steps here bring more"
    return "is no step: a project of your own would add next to nothing to it"


def later(place: int, plan: LearningPlan) -> str:
    first, largest = plan.steps[0], plan.steps[place]
    if first.for_skill == largest.skill:
        why = f"{first.name} comes before, as it builds on it"
    elif density(first) > density(largest):
        why = f"{first.name} brings more points for each hour"
    else:
        why = "what brings most for each hour comes first, with all that it builds on"
    return f"is step {place + 1}: {why}"


def density(step: LearningStep) -> float:
    return step.points / step.hours
