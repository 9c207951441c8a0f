"""All steps in order, for one résumé (`analyzing`) and for many (`many`); the only package that knows them all."""

from skillgap.pipeline.analyzing import (
    DEFAULT_LEVEL,
    DEFAULT_ROLE,
    Analyzer,
    analyze,
)
from skillgap.pipeline.fit_checking import check_fit
from skillgap.pipeline.targets import find_level, find_role

__all__ = [
    "DEFAULT_LEVEL",
    "DEFAULT_ROLE",
    "Analyzer",
    "analyze",
    "check_fit",
    "find_level",
    "find_role",
]
