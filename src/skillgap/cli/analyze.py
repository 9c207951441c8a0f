"""`skillgap analyze`: one résumé, one report."""

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import STANDARD_STREAM, check_output, format_of, taken_source, tell, write_output
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

NARROWEST, WIDEST = 60, 110


class OutputFormat(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MARKDOWN = "md"


BY_SUFFIX = {
    ".txt": OutputFormat.TEXT,
    ".html": OutputFormat.HTML,
    ".htm": OutputFormat.HTML,
    ".json": OutputFormat.JSON,
    ".md": OutputFormat.MARKDOWN,
}


def analyze(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    role: Annotated[
        str | None,
        typer.Option(
            help="The role to compare with; `skillgap roles` lists them.", show_default="software-systems-engineer"
        ),
    ] = None,
    level: Annotated[
        str | None, typer.Option(help="junior, mid, senior or staff.", show_default="mid, or the posting's")
    ] = None,
    track: Annotated[str | None, typer.Option(help="A way of doing the role; `skillgap roles` lists them.")] = None,
    posting: Annotated[
        str | None,
        typer.Option(
            "--posting", metavar="FILE", help="Compare with a job posting instead of a role; - reads standard input."
        ),
    ] = None,
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
    """Compare a résumé with a role, or with a job posting: score, evidence, gaps, and a plan."""
    output = None if output == Path("-") else output
    check_output(output, source=resume)
    check_posting(posting, resume, role, track, output)
    chosen = output_format or format_of(output, BY_SUFFIX, OutputFormat.TEXT)
    pending = started_reading(taken_source(resume), resume, timeout, memory)
    pending_posting = started_reading(taken_source(posting), posting, timeout, memory) if posting else None
    from skillgap.pipeline import Analyzer
    from skillgap.report.rendering import Format, render

    analyzer = Analyzer(
        role=role,
        level=level,
        track=track,
        posting=pending_posting.result() if pending_posting else None,
        as_of=as_of,
        taxonomy=chosen_taxonomy(own),
    )
    document = pending.result()
    if blind or schools or companies:
        analysis = analyzer.analyze_blind(document, schools=schools, companies=companies)
    else:
        analysis = analyzer.analyze_document(document)
    is_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns)) if is_terminal else 100
    write_output(
        render(analysis, Format(chosen.value), width=width, color=is_terminal and has_colors()),
        output,
    )
    if output is not None:
        tell(f"wrote {output}")
    if fail_under is not None and analysis.score.overall < fail_under:
        tell(f"skillgap: the score {analysis.score.overall} is under {fail_under:g}")
        raise typer.Exit(1)


def check_posting(posting: str | None, resume: str, role: str | None, track: str | None, output: Path | None) -> None:
    """Say before anything is read what cannot go together; raises UsageError."""
    if posting is None:
        return
    if role is not None or track is not None:
        raise UsageError("--posting stands in the place of --role and --track", hint="say one or the other")
    if posting == resume == STANDARD_STREAM:
        raise UsageError("the résumé and the posting can't both come from standard input", hint="name a file for one")
    check_output(output, source=posting, kind="posting")


def has_colors() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
