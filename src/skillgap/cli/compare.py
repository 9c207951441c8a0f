"""`skillgap compare`: why one candidate stands above another."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, write_output
from skillgap.cli.showing import BY_SUFFIX, FORMAT, OUTPUT, width_and_color
from skillgap.errors import UsageError
from skillgap.report.pages import PageFormat

if TYPE_CHECKING:
    from skillgap.batch.comparing.types import SideBySide

FEWEST, MOST = 2, 4


def compare(
    out: Annotated[
        str,
        typer.Argument(
            metavar="OUT", help="The folder that `skillgap rank` has written, or the first of several saved analyses."
        ),
    ],
    candidates: Annotated[
        list[str],
        typer.Argument(metavar="A B…", help="Two to four candidates, each as for `skillgap show`, or saved analyses."),
    ],
    output_format: FORMAT = None,
    output: OUTPUT = None,
) -> None:
    """Say what the difference between two scores comes from, with the lines; with three or four, against the first."""
    from skillgap.batch.comparing.rendering import render_comparison

    chosen = output_format or format_of(output, BY_SUFFIX, PageFormat.TEXT)
    compared = saved([out, *candidates], output) if Path(out).is_file() else ranked(Path(out), candidates, output)
    width, color = width_and_color(output)
    write_output(render_comparison(compared, chosen, width=width, color=color), output)


def ranked(out: Path, candidates: Sequence[str], output: Path | None) -> "SideBySide":
    from skillgap.batch.comparing import side_by_side
    from skillgap.batch.finding import find
    from skillgap.batch.folder import existing
    from skillgap.batch.journal import FILE

    check_count(candidates)
    check_output(output, source=str(out / FILE), kind="journal")
    with existing(out) as journal:
        found = [find(journal, each) for each in candidates]
    first: dict[str, str] = {}
    for wanted, each in zip(candidates, found, strict=True):
        other = first.setdefault(each.analysis.document.sha256, wanted)
        if other != wanted or candidates.count(wanted) > 1:
            raise UsageError(f"{other!r} and {wanted!r} are the same candidate: {each.called}")
    return side_by_side([each.analysis for each in found], [each.place for each in found])


def saved(files: Sequence[str], output: Path | None) -> "SideBySide":
    from skillgap.batch.comparing import side_by_side
    from skillgap.report.saved import read_analysis

    check_count(files)
    for each in files:
        check_output(output, source=each, kind="analysis")
    return side_by_side([read_analysis(each) for each in files])


def check_count(candidates: Sequence[str]) -> None:
    if not FEWEST <= len(candidates) <= MOST:
        raise UsageError(f"{len(candidates)} to compare; it takes {FEWEST} to {MOST}")
