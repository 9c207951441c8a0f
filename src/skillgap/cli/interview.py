"""`skillgap interview`: questions to prepare with, or to ask."""

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import check_output, format_of, write_output
from skillgap.cli.reading import AS_OF, DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, TIMEOUT
from skillgap.cli.showing import OUTPUT, width_and_color
from skillgap.cli.wishes import LEVEL, POSTING, ROLE, SOURCE, TRACK, Wishes, analysis_for, check_posting
from skillgap.report.pages import InterviewFormat


class Reader(StrEnum):
    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"


BY_SUFFIX = {".txt": InterviewFormat.TEXT, ".md": InterviewFormat.MARKDOWN}


def interview(  # noqa: PLR0913, PLR0917 - a parameter is an option
    source: SOURCE,
    reader: Annotated[
        Reader, typer.Option("--for", help="Who it is for: to prepare with, or to ask.")
    ] = Reader.CANDIDATE,
    role: ROLE = None,
    level: LEVEL = None,
    track: TRACK = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    as_of: AS_OF = None,
    output_format: Annotated[
        InterviewFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
    ] = None,
    output: OUTPUT = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Questions that confirm what a résumé shows and find out what it leaves open."""
    check_output(output, source=source)
    chosen = output_format or format_of(output, BY_SUFFIX, InterviewFormat.TEXT)
    wishes = Wishes(role=role, level=level, track=track, posting=posting, taxonomy=own, as_of=as_of)
    check_posting(wishes, source, output)
    analysis = analysis_for(source, wishes, timeout=timeout, memory=memory)
    from skillgap.report.interview_rendering import render_interview
    from skillgap.report.interview_view import Side

    width, color = width_and_color(output)
    text = render_interview(analysis, Side(reader.value), chosen, width=width, color=color)
    write_output(text, output)
