"""`skillgap analyze`: one résumé, one report."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import (
    check_output,
    format_of,
    taken_source,
    tell,
    write_bytes,
)
from skillgap.cli.reading import (
    AS_OF,
    COMPANIES,
    DEFAULT_MEMORY,
    DEFAULT_TIMEOUT,
    MEMORY,
    RESUME,
    SCHOOLS,
    STUDY_YEARS,
    TIMEOUT,
    started_reading,
)
from skillgap.cli.reporting import BY_SUFFIX, REPORT_FORMAT, ReportFormat, write_report
from skillgap.cli.showing import OUTPUT
from skillgap.cli.wishes import (
    HOURS_PER_WEEK,
    LEVEL,
    POSTING,
    ROLE,
    TRACK,
    WEEKS,
    Wishes,
    analyzer_for,
    check_posting,
    started_posting,
)
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.report.types import Analysis


def analyze(  # noqa: PLR0913, PLR0917 - a parameter is an option
    resume: RESUME,
    role: ROLE = None,
    level: LEVEL = None,
    track: TRACK = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    as_of: AS_OF = None,
    hours_per_week: HOURS_PER_WEEK = None,
    weeks: WEEKS = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write the learning plan as a calendar, besides.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", metavar="SCORE", min=0, max=100, help="Exit with 1 if the score is lower."),
    ] = None,
    output_format: REPORT_FORMAT = None,
    output: OUTPUT = None,
    fit_answers: Annotated[
        Path | None,
        typer.Option("--fit-answers", metavar="FILE", help="Your answers to `skillgap fit`; no part of the score."),
    ] = None,
    blind: Annotated[
        bool,
        typer.Option("--blind", help="Replace what tells who somebody is: name, contact, age, gender, nationality."),
    ] = False,
    schools: SCHOOLS = False,
    companies: COMPANIES = False,
    study_years: STUDY_YEARS = False,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Compare a résumé with a role, or with a job posting: score, evidence, gaps, and a plan."""
    check_output(output, source=resume)
    check_output(ics, source=resume)
    if ics is not None and (ics == Path("-") or (output is not None and ics.resolve() == output.resolve())):
        raise UsageError(f"--ics {ics}: the calendar needs a file of its own")
    wishes = Wishes(
        role=role,
        level=level,
        track=track,
        posting=posting,
        taxonomy=own,
        as_of=as_of,
        hours_per_week=hours_per_week,
        weeks=weeks,
        fit_answers=fit_answers,
    )
    check_posting(wishes, resume, output)
    chosen = output_format or format_of(output, BY_SUFFIX, ReportFormat.TEXT)
    pending = started_reading(taken_source(resume), resume, timeout, memory)
    analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory))
    document = pending.result()
    if blind or schools or companies or study_years:
        analysis = analyzer.analyze_blind(document, schools=schools, companies=companies, study_years=study_years)
    else:
        analysis = analyzer.analyze_document(document)
    calendar = calendar_of(analysis) if ics is not None else None
    write_report(analysis, document, chosen, output)
    if calendar is not None:
        write_bytes(calendar, ics)
    if fail_under is not None and analysis.score.overall < fail_under:
        tell(f"skillgap: the score {analysis.score.overall} is under {fail_under:g}")
        raise typer.Exit(1)


def calendar_of(analysis: "Analysis") -> bytes | None:
    """None, which is said, where the plan has no steps."""
    from skillgap.report.plan_calendar import render_calendar

    if not analysis.plan.steps:
        tell("skillgap: no gap is left that learning would close, so no calendar was written")
        return None
    return render_calendar(analysis)
