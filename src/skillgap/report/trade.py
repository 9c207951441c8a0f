"""Whether the role is the person's trade at all: what must be read before its score, gaps and plan."""

from skillgap.report.types import Analysis

FITS = 45.0
"""Who does the work of a role stands between 50 and 80 in it (docs/score.md)."""
PRACTISED = 36
"""Months of work that show a trade; with fewer a low score is that of a beginner."""
CLEARLY = 10.0
"""Points by which another role must be ahead."""


def trade_of(analysis: Analysis) -> str:
    """A sentence where no role fits the page, or another clearly does; else empty. A posting is what somebody chose to be held against."""
    best = max(analysis.lateral_moves, key=lambda move: move.score, default=None)
    if best is None or analysis.target.posting or not analysis.document.is_resume:
        return ""
    score, label = analysis.score.overall, analysis.target.label
    if max(score, best.score) < FITS:
        nearest = f"{best.label}, {best.score:.0f} of 100" if best.score > score else f"{label}, {score:.0f}"
        return none_fits(nearest, label, len(analysis.lateral_moves) + 1) if is_practised(analysis) else ""
    if best.score < score + CLEARLY:
        return ""
    return (
        f"The page shows much more of another role: {best.label} ({best.score:.0f} of 100; --role {best.role}). "
        f"Score, gaps and plan below are for {label} alone."
    )


def none_fits(nearest: str, label: str, roles: int) -> str:
    return (
        f"None of the {roles} roles here seems to be this page’s trade; the nearest is {nearest}. "
        f"Score, gaps and plan below say what the role of {label} asks for, and nothing of how good the person is at their own work."
    )


def is_practised(analysis: Analysis) -> bool:
    return max((claim.months_practised for claim in analysis.skills), default=0) >= PRACTISED
