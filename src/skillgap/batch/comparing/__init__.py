"""Why one candidate stands above another: the difference of two scores, skill by skill, with the lines it comes from."""

from skillgap.batch.comparing.comparing import compare_analyses, side_by_side
from skillgap.batch.comparing.types import Comparison, SideBySide

__all__ = ["Comparison", "SideBySide", "compare_analyses", "side_by_side"]
