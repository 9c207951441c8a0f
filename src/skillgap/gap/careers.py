"""Where the same evidence would lead: the other career levels of the role, and other roles."""

from skillgap.gap.scoring import REACHED, overall_of, weighted_lines
from skillgap.gap.standing import NOTHING, Standings
from skillgap.gap.types import Advancement, LateralMove, Readiness, Score
from skillgap.taxonomy.effort import effort_for
from skillgap.taxonomy.types import CareerLevel, Importance, Level, Role, SkillId
from skillgap.taxonomy.whole import Taxonomy

SEPARATING = 5
NAMED = 4


def advancement_of(
    role: Role, score: Score, level: CareerLevel, standings: Standings, taxonomy: Taxonomy
) -> Advancement:
    order = [step.level for step in role.levels]
    following = order[order.index(level) + 1 :] if level in order else []
    return Advancement(
        levels=tuple(
            Readiness(
                level=step.level,
                about=step.about,
                typical_years=step.typical_years,
                score=score.overall if step.level is level else overall_of(role, step.level, standings),
                changes=step.changes,
            )
            for step in role.levels
        ),
        next_level=following[0] if following else None,
        separates=separating(role, following[0], standings, taxonomy) if following else (),
    )


def separating(role: Role, level: CareerLevel, standings: Standings, taxonomy: Taxonomy) -> tuple[str, ...]:
    """What is most open at that level, as `name: level asked for`."""
    missing = open_lines(role, level, standings)
    return tuple(f"{taxonomy.skills[skill].label}: {required}" for _, skill, required, _ in missing[:SEPARATING])


def open_lines(role: Role, level: CareerLevel, standings: Standings) -> list[tuple[float, SkillId, Level, Importance]]:
    """What the level asks for and the page does not show in full: points open, skill, level and importance; the most first."""
    found = []
    for line, required, weight in weighted_lines(role, level):
        credit, _ = standings.get(line.skill, NOTHING).credit(required)
        if credit < REACHED:
            found.append((round(weight * (1 - credit), 4), line.skill, required, line.importance))
    return sorted(found, key=lambda each: -each[0])


def lateral_moves(role: Role, level: CareerLevel, standings: Standings, taxonomy: Taxonomy) -> tuple[LateralMove, ...]:
    """The other roles at the same level, best first; of equals the one that takes fewer hours."""
    moves = [move_to(other, level, standings, taxonomy) for other in taxonomy.roles.values() if other.id != role.id]
    return tuple(sorted(moves, key=lambda move: (-move.score, move.hours, move.role)))


def move_to(role: Role, level: CareerLevel, standings: Standings, taxonomy: Taxonomy) -> LateralMove:
    missing = open_lines(role, level, standings)
    are_open = {skill for _, skill, _, _ in missing}
    shown = [
        (weight, line.skill)
        for line, _, weight in weighted_lines(role, level)
        if line.skill not in are_open and standings[line.skill].is_shown
    ]
    essential = [each for each in missing if each[3] is Importance.ESSENTIAL]
    hours = [
        effort_for(skill, standings.get(skill, NOTHING).level, required, taxonomy).hours
        for _, skill, required, _ in essential
    ]
    return LateralMove(
        role=role.id,
        label=role.label,
        score=overall_of(role, level, standings),
        hours=round(sum(hours), 1),
        carries_over=tuple(
            taxonomy.skills[skill].label for _, skill in sorted(shown, key=lambda each: -each[0])[:NAMED]
        ),
        opens=tuple(taxonomy.skills[skill].label for _, skill, _, _ in missing[:NAMED]),
    )
