"""`skillgap progress`: what changed between two analyses."""

from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, taken_source, write_output
from skillgap.cli.showing import BY_SUFFIX, FORMAT, OUTPUT, width_and_color
from skillgap.report.pages import PageFormat


def progress(
    old: Annotated[str, typer.Argument(metavar="OLD.json", help="The earlier analysis, as JSON.")],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later one.")],
    output_format: FORMAT = None,
    output: OUTPUT = None,
) -> None:
    """Say what changed between two analyses of one person, made with `skillgap analyze --format json`."""
    for each in (old, new):
        check_output(output, source=each, kind="analysis")
    chosen = output_format or format_of(output, BY_SUFFIX, PageFormat.TEXT)
    from skillgap.progress.comparing import progress_between
    from skillgap.progress.rendering import render_progress
    from skillgap.report.saved import read_analysis

    before, after = (read_analysis(taken_source(each), name="stdin" if each == "-" else None) for each in (old, new))
    width, color = width_and_color(output)
    text = render_progress(progress_between(before, after), chosen, width=width, color=color)
    write_output(text, output)
