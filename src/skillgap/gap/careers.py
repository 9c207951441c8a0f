"""Where the same evidence would lead: the other career levels of the role, and other roles."""

from collections.abc import Sequence

from skillgap.gap.scoring import REACHED, Credits, Held, held_against, held_in, lines_of, overall_of
from skillgap.gap.standing import NOTHING, Standings
from skillgap.gap.types import Advancement, LateralMove, Readiness, Score
from skillgap.taxonomy.effort import effort_for
from skillgap.taxonomy.types import CareerLevel, Importance, Role
from skillgap.taxonomy.whole import Taxonomy

SEPARATING = 5
NAMED = 4


def advancement_of(
    role: Role, score: Score, level: CareerLevel, standings: Standings, taxonomy: Taxonomy
) -> Advancement:
    order = [step.level for step in role.levels]
    following = order[order.index(level) + 1 :] if level in order else []
    held = {each: held_against(role, each, standings) for each in order if each is not level}
    return Advancement(
        levels=tuple(
            Readiness(
                level=step.level,
                about=step.about,
                typical_years=step.typical_years,
                score=score.overall if step.level is level else overall_of(held[step.level]),
                changes=step.changes,
            )
            for step in role.levels
        ),
        next_level=following[0] if following else None,
        separates=separating(held[following[0]], taxonomy) if following else (),
    )


def separating(held: Sequence[Held], taxonomy: Taxonomy) -> tuple[str, ...]:
    """What is most open, as `name: level asked for`."""
    return tuple(f"{taxonomy.skills[each.line.skill].label}: {each.required}" for each in still_open(held)[:SEPARATING])


def still_open(held: Sequence[Held]) -> list[Held]:
    """What is asked for and not shown in full, by the points that are open."""
    return sorted((each for each in held if each.credit < REACHED), key=lambda each: -each.worth * (1 - each.credit))


def lateral_moves(role: Role, level: CareerLevel, standings: Standings, taxonomy: Taxonomy) -> tuple[LateralMove, ...]:
    """The other roles at the same level, best first; of equals the one that takes fewer hours."""
    credits_ = Credits(standings, level)
    moves = [move_to(other, credits_, taxonomy) for other in taxonomy.roles.values() if other.id != role.id]
    return tuple(sorted(moves, key=lambda move: (-move.score, move.hours, move.role)))


def move_to(role: Role, credits_: Credits, taxonomy: Taxonomy) -> LateralMove:
    standings = credits_.standings
    held = held_in(lines_of(role.id, credits_.level, taxonomy), credits_)
    missing = still_open(held)
    shown = sorted(
        (each for each in held if each.credit >= REACHED and standings[each.line.skill].is_shown),
        key=lambda each: -each.worth,
    )
    hours = [
        effort_for(each.line.skill, standings.get(each.line.skill, NOTHING).level, each.required, taxonomy).hours
        for each in missing
        if each.line.importance is Importance.ESSENTIAL
    ]
    return LateralMove(
        role=role.id,
        label=role.label,
        score=overall_of(held),
        hours=round(sum(hours), 1),
        carries_over=tuple(taxonomy.skills[each.line.skill].label for each in shown[:NAMED]),
        opens=tuple(taxonomy.skills[each.line.skill].label for each in missing[:NAMED]),
    )
