"""`skillgap analyze`: one résumé, one report."""

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import check_output, format_of, taken_source, tell, write_bytes, write_output
from skillgap.cli.reading import (
    AS_OF,
    COMPANIES,
    DEFAULT_MEMORY,
    DEFAULT_TIMEOUT,
    MEMORY,
    RESUME,
    SCHOOLS,
    TIMEOUT,
    started_reading,
)
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.documents.types import Document
    from skillgap.report.types import Analysis

NARROWEST, WIDEST = 60, 110


class OutputFormat(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MARKDOWN = "md"
    PDF = "pdf"


BY_SUFFIX = {
    ".txt": OutputFormat.TEXT,
    ".html": OutputFormat.HTML,
    ".htm": OutputFormat.HTML,
    ".json": OutputFormat.JSON,
    ".md": OutputFormat.MARKDOWN,
    ".pdf": OutputFormat.PDF,
}


def analyze(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    role: Annotated[
        str, typer.Option(help="The role to compare with; `skillgap roles` lists them.")
    ] = "software-systems-engineer",
    level: Annotated[str, typer.Option(help="junior, mid, senior or staff.")] = "mid",
    track: Annotated[str | None, typer.Option(help="A way of doing the role; `skillgap roles` lists them.")] = None,
    own: OVERLAY = None,
    as_of: AS_OF = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="SCORE", min=0, max=100, help="Exit with 1 if the score is lower."),
    ] = None,
    output_format: Annotated[
        OutputFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
    ] = None,
    blind: Annotated[
        bool,
        typer.Option("--blind", help="Replace what tells who somebody is: name, contact, age, gender, nationality."),
    ] = False,
    schools: SCHOOLS = False,
    companies: COMPANIES = False,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Compare a résumé with a role: score, evidence, gaps, and a plan."""
    output = None if output == Path("-") else output
    check_output(output, source=resume)
    chosen = output_format or format_of(output, BY_SUFFIX, OutputFormat.TEXT)
    pending = started_reading(taken_source(resume), resume, timeout, memory)
    from skillgap.pipeline import Analyzer

    analyzer = Analyzer(role=role, level=level, track=track, as_of=as_of, taxonomy=chosen_taxonomy(own))
    document = pending.result()
    if blind or schools or companies:
        analysis = analyzer.analyze_blind(document, schools=schools, companies=companies)
    else:
        analysis = analyzer.analyze_document(document)
    write_report(analysis, document, chosen, output)
    if output is not None:
        tell(f"wrote {output}")
    if fail_under is not None and analysis.score.overall < fail_under:
        tell(f"skillgap: the score {analysis.score.overall} is under {fail_under:g}")
        raise typer.Exit(1)


def write_report(analysis: "Analysis", document: "Document", chosen: OutputFormat, output: Path | None) -> None:
    from skillgap.report.rendering import Format, render, render_pdf

    is_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    if chosen is OutputFormat.PDF:
        if is_terminal:
            raise UsageError("a PDF is not for a terminal", hint="name a file with -o")
        write_bytes(render_pdf(analysis), output)
        return
    width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns)) if is_terminal else 100
    color = is_terminal and has_colors()
    write_output(render(analysis, Format(chosen.value), width=width, color=color, document=document), output)


def has_colors() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
