"""The fair range of a score: what it would be were its levels a little off, and some of its skills and lines misread.

    width on either side = √(what the levels' doubt moves² + what the ownership's doubt moves² + MISREAD × (1 - MISREAD) × Σ points²)

The last part is the standard deviation of a sum whose parts are each there by mistake, or missed, with that chance; no range is
narrower than the doubt about the weightiest skill that is asked for. docs/score.md says where the figure is from.
"""

from collections.abc import Mapping, Sequence
from math import hypot, sqrt

from skillgap.gap.types import Component
from skillgap.taxonomy.types import SkillId

MISREAD = 0.1
"""The share of skills that are credited wrongly, and about the share of those that are missed."""


def fair_range(
    overall: float, lows: Sequence[float], highs: Sequence[float], components: Sequence[Component]
) -> tuple[float, float]:
    """`lows` and `highs` are the scores with one thing, such as all levels, moved down and up by its doubt."""
    spread = misreading(components)
    below = hypot(spread, *(max(0.0, overall - low) for low in lows))
    above = hypot(spread, *(max(0.0, high - overall) for high in highs))
    return round(max(0.0, overall - below), 1), round(min(100.0, overall + above), 1)


def misreading(components: Sequence[Component]) -> float:
    """How far the score is off, one way or the other, by skills that were misread."""
    earned = sqrt(sum(component.points**2 for component in components))
    weightiest = max((component.weight for component in components), default=0.0)
    return sqrt(MISREAD * (1 - MISREAD)) * max(earned, weightiest)


def doubt_of_change(before: Mapping[SkillId, float], after: Mapping[SkillId, float]) -> float:
    """How many points of a change may come of misreading: two standard deviations over the skills whose points changed.

    What stayed the same was read the same way both times, rightly or not, and says nothing of the change.
    """
    pairs = [(before.get(skill, 0.0), after.get(skill, 0.0)) for skill in before.keys() | after.keys()]
    changed = sorted(was**2 + now**2 for was, now in pairs if was != now)
    return 2 * sqrt(MISREAD * (1 - MISREAD) * sum(changed))
