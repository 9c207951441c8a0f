"""`skillgap roles`: the roles that a résumé can be compared with."""

from skillgap.cli.outputs import write_output


def roles() -> None:
    """List the roles with their career levels."""
    from skillgap.taxonomy.loading import shipped_taxonomy

    lines = []
    for role in shipped_taxonomy().roles.values():
        lines += [role.id, f"  {role.label}: {role.summary}"]
        lines += [f"  {step.level:<7} {step.typical_years:>4} years  {step.about}" for step in role.levels]
    write_output("\n".join(lines) + "\n", None)
