"""A whole report in the format that is asked for: `analyze` and `show` write the same."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.outputs import write_bytes, write_output
from skillgap.cli.showing import width_and_color
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.documents.types import Document
    from skillgap.report.types import Analysis


class ReportFormat(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MARKDOWN = "md"
    PDF = "pdf"


BY_SUFFIX = {
    ".txt": ReportFormat.TEXT,
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".json": ReportFormat.JSON,
    ".md": ReportFormat.MARKDOWN,
    ".pdf": ReportFormat.PDF,
}
REPORT_FORMAT = Annotated[
    ReportFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
]


def write_report(
    analysis: "Analysis", document: "Document | None", chosen: ReportFormat, output: Path | None, *, before: str = ""
) -> None:
    """`before` stands before a report as text; no other format has a place for it."""
    from skillgap.report.rendering import Format, render, render_pdf

    if chosen is ReportFormat.PDF:
        if output is None and sys.stdout is not None and sys.stdout.isatty():
            raise UsageError("a PDF is not for a terminal", hint="name a file with -o")
        write_bytes(render_pdf(analysis), output)
        return
    width, color = width_and_color(output)
    text = render(analysis, Format(chosen.value), width=width, color=color, document=document)
    write_output(before + text if chosen is ReportFormat.TEXT else text, output)
