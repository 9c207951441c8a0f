"""`skillgap show`: one candidate of a batch, in full."""

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.outputs import check_output, format_of, tell
from skillgap.cli.reporting import BY_SUFFIX, REPORT_FORMAT, ReportFormat, write_report
from skillgap.cli.showing import OUTPUT

OUT = Annotated[Path, typer.Argument(metavar="OUT", help="The folder that `skillgap rank` has written.")]


def show(
    out: OUT,
    candidate: Annotated[
        str, typer.Argument(metavar="ID", help="An id or its first four letters and more, a file's name, or a rank.")
    ],
    output_format: REPORT_FORMAT = None,
    output: OUTPUT = None,
) -> None:
    """Report on one candidate of a ranking as `skillgap analyze` does, without reading the file again."""
    from skillgap.batch.finding import find, kept_document
    from skillgap.batch.folder import existing
    from skillgap.batch.journal import FILE

    check_output(output, source=str(out / FILE), kind="journal")
    chosen = output_format or format_of(output, BY_SUFFIX, ReportFormat.TEXT)
    with existing(out) as journal:
        found = find(journal, candidate)
        document = kept_document(journal, found) if chosen is ReportFormat.HTML else None
    place = f"{found.called}: {found.place.sentence}"
    if chosen is not ReportFormat.TEXT:
        tell(place)
    write_report(found.analysis, document, chosen, output, before=f"{place}\n\n")
