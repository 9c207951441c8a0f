"""`skillgap progress`: what changed between two analyses."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, taken_source, tell, write_output
from skillgap.cli.showing import OUTPUT, width_and_color


class OutputFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


BY_SUFFIX = {".txt": OutputFormat.TEXT, ".md": OutputFormat.MARKDOWN, ".json": OutputFormat.JSON}


def progress(
    old: Annotated[str, typer.Argument(metavar="OLD.json", help="The earlier analysis, as JSON.")],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later one.")],
    output_format: Annotated[
        OutputFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
    ] = None,
    output: OUTPUT = None,
) -> None:
    """Say what changed between two analyses of one person, made with `skillgap analyze --format json`."""
    output = None if output == Path("-") else output
    for each in (old, new):
        check_output(output, source=each, kind="analysis")
    chosen = output_format or format_of(output, BY_SUFFIX, OutputFormat.TEXT)
    from skillgap.progress.comparing import progress_between
    from skillgap.progress.rendering import ProgressFormat, render_progress
    from skillgap.report.saved import read_analysis

    before, after = (read_analysis(taken_source(each), name="stdin" if each == "-" else None) for each in (old, new))
    width, color = width_and_color(output)
    text = render_progress(progress_between(before, after), ProgressFormat(chosen.value), width=width, color=color)
    write_output(text, output)
    if output is not None:
        tell(f"wrote {output}")
