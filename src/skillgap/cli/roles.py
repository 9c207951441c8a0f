"""`skillgap roles`: the roles that a résumé can be compared with."""

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import check_output, format_of, tell, write_output
from skillgap.cli.showing import BY_SUFFIX, FORMAT, OUTPUT, ShownFormat, width_and_color

app = typer.Typer(help="The roles that a résumé can be compared with.", rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def options(context: typer.Context, own: OVERLAY = None) -> None:
    """List the roles with their career levels and tracks, or show one."""
    context.obj = own
    if context.invoked_subcommand is None:
        print_roles(own)


@app.command("list")
def list_roles(context: typer.Context, own: OVERLAY = None) -> None:
    """List the roles with their career levels and tracks."""
    print_roles(own or context.obj)


@app.command("show")
def show(  # noqa: PLR0913, PLR0917 - a parameter is an option
    context: typer.Context,
    role: Annotated[str, typer.Argument(help="A role's id; `skillgap roles` lists them.")],
    level: Annotated[
        str | None, typer.Option(help="The career level whose skills are shown. Default: mid, where the role has it.")
    ] = None,
    output_format: FORMAT = None,
    output: OUTPUT = None,
    own: OVERLAY = None,
) -> None:
    """Show what a role is like: the work, what varies, its levels and skills, pay and outlook, and what all that rests on."""
    output = None if output == Path("-") else output
    check_output(output, source="")
    chosen = output_format or format_of(output, BY_SUFFIX, ShownFormat.TEXT)
    from skillgap.pipeline import find_role
    from skillgap.report.rendering import Format
    from skillgap.report.role_page import render_role, role_page

    taxonomy = chosen_taxonomy(own or context.obj)
    page = role_page(find_role(role, taxonomy), level, taxonomy)
    width, color = width_and_color(output)
    write_output(render_role(page, Format(chosen.value), width=width, color=color), output)
    if output is not None:
        tell(f"wrote {output}")


def print_roles(own: Path | None) -> None:
    lines = []
    for role in chosen_taxonomy(own).roles.values():
        lines += [role.id, f"  {role.label}: {role.summary}"]
        lines += [f"  {step.level:<7} {step.typical_years:>4} years  {step.about}" for step in role.levels]
        lines += [f"  --track {track.id}: {track.about}" for track in role.tracks]
    write_output("\n".join(lines) + "\n", None)
