"""How much time somebody has to learn."""

from skillgap.errors import UsageError

HOURS_OF_A_WEEK = 168.0
LONGEST_PLAN = 520.0
"""Weeks: ten years."""


def checked_pace(hours_per_week: float, weeks: float) -> tuple[float, float]:
    """Raises UsageError where nobody could learn in that time."""
    if not 0 < hours_per_week <= HOURS_OF_A_WEEK:
        raise UsageError(f"{hours_per_week:g} hours a week", hint=f"more than 0 and at most {HOURS_OF_A_WEEK:g}")
    if not 0 < weeks <= LONGEST_PLAN:
        raise UsageError(f"a plan of {weeks:g} weeks", hint=f"more than 0 and at most {LONGEST_PLAN:g}")
    return hours_per_week, weeks
