"""Roles, tracks and levels by the names that people give; raises UsageError, with what they may have meant, for what there is not."""

from skillgap.errors import UsageError, has_word, unknown
from skillgap.taxonomy.types import CareerLevel, Role, RoleId, Track
from skillgap.taxonomy.whole import Taxonomy


def find_role(role: str, taxonomy: Taxonomy) -> Role:
    found = taxonomy.roles.get(RoleId(str(role)))
    if found is None:
        error = unknown("role", role, taxonomy.roles)
        raise error if error.hint else UsageError(error.message, hint=track_like(role, taxonomy))
    return found


def track_like(role: str, taxonomy: Taxonomy) -> str:
    """What to say where a role's name is more like that of a track."""
    for each in taxonomy.roles.values():
        for track in each.tracks:
            if has_word(str(role).casefold(), track.id):
                return f"did you mean --role {each.id} --track {track.id}?"
    return "`skillgap roles` lists them"


def find_track(track: str, role: Role) -> Track:
    found = next((each for each in role.tracks if each.id == track), None)
    if found is None:
        raise unknown(f"track of {role.id}", track, (each.id for each in role.tracks))
    return found


def find_level(level: str) -> CareerLevel:
    if level not in tuple(CareerLevel):
        raise unknown("level", level, CareerLevel)
    return CareerLevel(level)
