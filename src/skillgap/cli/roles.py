"""`skillgap roles`: the roles that a résumé can be compared with, and a role made of a job posting."""

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import check_output, format_of, taken_source, write_output
from skillgap.cli.reading import DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, TIMEOUT, started_reading
from skillgap.cli.showing import BY_SUFFIX, FORMAT, OUTPUT, named_file, width_and_color
from skillgap.errors import UsageError
from skillgap.report.pages import PageFormat

SUFFIX = ".yaml"

app = typer.Typer(
    help="The roles that a résumé can be compared with; or one made of a job posting.", rich_markup_mode=None
)


@app.callback(invoke_without_command=True)
def options(context: typer.Context, own: OVERLAY = None) -> None:
    """List the roles with their career levels and tracks, show one, or make one of a job posting."""
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
    check_output(output, source="")
    chosen = output_format or format_of(output, BY_SUFFIX, PageFormat.TEXT)
    from skillgap.pipeline import find_role
    from skillgap.report.role_page import role_page
    from skillgap.report.role_rendering import render_role

    taxonomy = chosen_taxonomy(own or context.obj)
    page = role_page(find_role(role, taxonomy), level, taxonomy)
    width, color = width_and_color(output)
    write_output(render_role(page, chosen, width=width, color=color), output)


def print_roles(own: Path | None) -> None:
    lines = []
    for role in chosen_taxonomy(own).roles.values():
        lines += [role.id, f"  {role.label}: {role.summary}"]
        lines += [f"  {step.level:<7} {step.typical_years:>4} years  {step.about}" for step in role.levels]
        lines += [f"  --track {track.id}: {track.about}" for track in role.tracks]
    write_output("\n".join(lines) + "\n", None)


@app.command("from-posting")
def from_posting(  # noqa: PLR0913, PLR0917 - a parameter is an option
    context: typer.Context,
    posting: Annotated[
        str, typer.Argument(help="A job posting: text, HTML, Markdown, PDF, DOCX or JSON; - reads standard input.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The role's file, such as ours/roles/NAME.yaml; NAME is its id.",
            callback=named_file,
        ),
    ] = None,
    own: OVERLAY = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Write a role to edit, with the skills, the level and the lines of a job posting."""
    check_name(output)
    check_output(output, source=posting, kind="posting")
    pending = started_reading(taken_source(posting), posting, timeout, memory)
    from skillgap.evidence.collecting import EvidenceCollector
    from skillgap.pipeline.taking_postings import posting_of
    from skillgap.postings.roles import renamed, role_of
    from skillgap.postings.writing import role_yaml
    from skillgap.resume.parsing import compile_grammar

    taxonomy = chosen_taxonomy(own or context.obj)
    read = posting_of(pending.result(), EvidenceCollector(taxonomy), compile_grammar(taxonomy.cues, taxonomy.places))
    role = role_of(read, taxonomy)
    write_output(role_yaml(renamed(role, output.stem) if output else role, read), output)


def check_name(output: Path | None) -> None:
    """Raises UsageError where the file's name is no id, which is what it is for a role."""
    from skillgap.taxonomy.types import SKILL_ID

    if output is not None and not (output.suffix == SUFFIX and SKILL_ID.fullmatch(output.stem)):
        raise UsageError(
            f"{output}: is no name of a role's file", hint=f"lower-case words and hyphens, such as my-role{SUFFIX}"
        )
