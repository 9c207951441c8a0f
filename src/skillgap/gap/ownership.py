"""What a page's skills are worth together, by how many of its lines tell what the person decided, designed, led or found out.

    ownership = ½ + ½ × min(1, such lines / those that the career level asks for)

Two people may have the same skills and years, and one of them answers for what is built: that is what a senior's work adds to a junior's,
of whom nothing of the kind is asked. docs/score.md says what the figures rest on.
"""

from math import sqrt

from skillgap.taxonomy.types import CareerLevel

ASKED_LINES = {CareerLevel.JUNIOR: 0, CareerLevel.MID: 2, CareerLevel.SENIOR: 4, CareerLevel.STAFF: 6}
UNOWNED = 0.5
"""The share that is left where no line tells of anything like it."""
MISJUDGED = 0.2
"""The share of lines whose part is judged wrongly (models/parts.md: about one in five of those that it was not taught)."""


def ownership(lines: float, level: CareerLevel) -> float:
    """From a half to 1: what all credits are multiplied by."""
    asked = ASKED_LINES[level]
    return 1.0 if lines >= asked else UNOWNED + (1 - UNOWNED) * max(0.0, lines) / asked


def doubtful_ownership(lines: int, level: CareerLevel) -> tuple[float, float]:
    """What it would be with as many lines fewer and more as are likely misjudged: a standard deviation of their number."""
    doubt = sqrt(MISJUDGED * (1 - MISJUDGED) * max(lines, ASKED_LINES[level]))
    return ownership(lines - doubt, level), ownership(lines + doubt, level)
