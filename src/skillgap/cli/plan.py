"""`skillgap plan`: the learning plan alone."""

from datetime import date, datetime
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import check_output, format_of, write_bytes
from skillgap.cli.reading import AS_OF, DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, TIMEOUT
from skillgap.cli.showing import OUTPUT, width_and_color
from skillgap.cli.wishes import (
    HOURS_PER_WEEK,
    LEVEL,
    POSTING,
    ROLE,
    SOURCE,
    TRACK,
    WEEKS,
    Wishes,
    analysis_for,
    check_posting,
)
from skillgap.errors import UsageError
from skillgap.report.pages import PlanFormat

BY_SUFFIX = {
    ".txt": PlanFormat.TEXT,
    ".md": PlanFormat.MARKDOWN,
    ".ics": PlanFormat.CALENDAR,
    ".json": PlanFormat.JSON,
}


def plan(  # noqa: PLR0913, PLR0917 - a parameter is an option
    source: SOURCE,
    role: ROLE = None,
    level: LEVEL = None,
    track: TRACK = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    as_of: AS_OF = None,
    hours_per_week: HOURS_PER_WEEK = None,
    weeks: WEEKS = None,
    start: Annotated[
        datetime | None,
        typer.Option(
            "--start",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The first day of week 1. A calendar begins otherwise on the first Monday after the month of --as-of.",
        ),
    ] = None,
    output_format: Annotated[
        PlanFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
    ] = None,
    output: OUTPUT = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Plan what to learn next: as text, a Markdown checklist, a calendar (ics) or JSON."""
    check_output(output, source=source)
    chosen = output_format or format_of(output, BY_SUFFIX, PlanFormat.TEXT)
    first_day = started_on(start, chosen)
    wishes = Wishes(
        role=role,
        level=level,
        track=track,
        posting=posting,
        taxonomy=own,
        as_of=as_of,
        hours_per_week=hours_per_week,
        weeks=weeks,
    )
    check_posting(wishes, source, output)
    analysis = analysis_for(source, wishes, timeout=timeout, memory=memory)
    from skillgap.report.plan_rendering import render_plan

    width, color = width_and_color(output)
    content = render_plan(analysis, chosen, start=first_day, width=width, color=color)
    write_bytes(content, output)


def started_on(start: datetime | None, chosen: PlanFormat) -> date | None:
    if start is not None and chosen is PlanFormat.JSON:
        raise UsageError("--start has no place in JSON, whose weeks are numbers", hint="leave it out")
    return start.date() if start else None
