"""`skillgap roles`: the roles that a résumé can be compared with."""

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import write_output


def roles(own: OVERLAY = None) -> None:
    """List the roles with their career levels and tracks."""
    lines = []
    for role in chosen_taxonomy(own).roles.values():
        lines += [role.id, f"  {role.label}: {role.summary}"]
        lines += [f"  {step.level:<7} {step.typical_years:>4} years  {step.about}" for step in role.levels]
        lines += [f"  --track {track.id}: {track.about}" for track in role.tracks]
    write_output("\n".join(lines) + "\n", None)
