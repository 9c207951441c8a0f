"""Whether the role, and its level, are the page's at all: what must be read before score, gaps and plan."""

from typing import NamedTuple

from skillgap.gap.types import Readiness
from skillgap.report.types import Analysis
from skillgap.report.wording import CAREER_LEVELS
from skillgap.taxonomy.types import Importance

FITS = 25.0
"""Who does the work of a role stands seldom lower in it, and who does that of none here seldom higher (docs/score.md)."""
PRACTISED = 36
"""Months of work that show a trade; with fewer a low score is that of a beginner."""
DOES_IT = 50.0
"""Who stands lower in a level has no need to be held against it, however many years there are."""
CLEARLY = 10.0
"""Points by which another role must be ahead."""
YEAR = 12


class Trade(NamedTuple):
    """What is said of it, and the option by which a reader with a command line asks for what fits better; each may be empty."""

    said: str = ""
    option: str = ""


def trade_of(analysis: Analysis) -> Trade:
    """Where no role fits the page, another clearly does, or another level of it.

    A posting is what somebody chose to be held against.
    """
    best = max(analysis.lateral_moves, key=lambda move: move.score, default=None)
    if best is None or analysis.target.posting or not analysis.document.is_resume:
        return Trade()
    score, label = analysis.score.overall, analysis.target.label
    if max(score, best.score) < FITS and is_practised(analysis):
        nearest = best.label if best.score > score else label
        return Trade(
            none_fits(f"{nearest} ({max(score, best.score):.0f} of 100)", label, len(analysis.lateral_moves) + 1)
        )
    if best.score >= max(FITS, score + CLEARLY):
        more = f"The page shows much more of another role: {best.label} ({best.score:.0f} of 100)."
        return Trade(f"{more} Score, gaps and plan below are for {label} alone.", f"--role {best.role}")
    return level_of(analysis)


def none_fits(nearest: str, label: str, roles: int) -> str:
    return (
        f"The page shows little of any of the {roles} roles here; the nearest is {nearest}. It may be of another trade or of somebody "
        f"new to these, or its lines do not name what was worked with. Score, gaps and plan below say what the role of {label} asks "
        "for, and nothing of how good the person is at their own work."
    )


def is_practised(analysis: Analysis) -> bool:
    return max((claim.months_practised for claim in analysis.skills), default=0) >= PRACTISED


def level_of(analysis: Analysis) -> Trade:
    """Where the years of work are those of other levels than the one asked for."""
    months, target = months_of(analysis), analysis.target.level
    nearer = nearer_levels(analysis, months)
    if not nearer:
        return Trade()
    levels = " or ".join(f"{CAREER_LEVELS[each.level].lower()} ({each.score:.0f} of 100)" for each in nearer)
    return Trade(
        f"By years alone – {years_of(months)} of work with what is essential here – {levels} would be nearer to this page than "
        f"{CAREER_LEVELS[target].lower()}.",
        f"--level {nearer[0].level}",
    )


def nearer_levels(analysis: Analysis, months: int) -> list[Readiness]:
    """A lower level where the years do not reach the target, else the higher ones that they reach, if the page shows these well.

    None of a page that shows little of the role at any level.
    """
    ladder = list(analysis.advancement.levels)
    place = next((number for number, each in enumerate(ladder) if each.level is analysis.target.level), len(ladder))
    reached = [number for number, each in enumerate(ladder) if YEAR * each.first_year <= months]
    if place not in reached:
        lower = [ladder[number] for number in reached[-1:] if number < place < len(ladder)]
        return [each for each in lower if each.score >= FITS]
    higher = [ladder[number] for number in reached if number > place and analysis.score.overall >= DOES_IT]
    return [each for each in higher if each.score >= DOES_IT]


def months_of(analysis: Analysis) -> int:
    essential = {each.skill for each in analysis.score.components if each.importance is Importance.ESSENTIAL}
    return max((claim.months_practised for claim in analysis.skills if claim.id in essential), default=0)


def years_of(months: int) -> str:
    years = months // YEAR
    return f"some {years} years" if years > 1 else "about a year" if years else "less than a year"
