"""What the options ask of an analysis, and the analysis itself: made of a résumé, or taken as it was saved."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from skillgap.cli.knowledge import chosen_taxonomy
from skillgap.cli.outputs import STANDARD_STREAM, check_output, taken_source, tell
from skillgap.cli.reading import started_reading
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.documents.guarded.guarding import PendingDocument
    from skillgap.pipeline import Analyzer
    from skillgap.report.types import Analysis

SOURCE = Annotated[
    str,
    typer.Argument(
        help="A résumé, or an analysis that `skillgap analyze --format json` wrote; - reads standard input.",
        metavar="RESUME|ANALYSIS.json",
    ),
]
ROLE = Annotated[
    str | None,
    typer.Option(
        help="The role to compare with; `skillgap roles` lists them.", show_default="software-systems-engineer"
    ),
]
LEVEL = Annotated[str | None, typer.Option(help="junior, mid, senior or staff.", show_default="mid, or the posting's")]
TRACK = Annotated[str | None, typer.Option(help="A way of doing the role; `skillgap roles` lists them.")]
POSTING = Annotated[
    str | None,
    typer.Option(
        "--posting", metavar="FILE", help="Compare with a job posting instead of a role; - reads standard input."
    ),
]
HOURS_PER_WEEK = Annotated[
    float | None,
    typer.Option("--hours-per-week", metavar="H", min=0.5, max=80, help="How much time there is to learn. Default: 6."),
]
WEEKS = Annotated[
    float | None, typer.Option("--weeks", metavar="W", min=1, max=520, help="How long the plan may be. Default: 26.")
]


class Wishes(NamedTuple):
    """An option by its name; None where it was not given."""

    role: str | None = None
    level: str | None = None
    track: str | None = None
    posting: str | None = None
    taxonomy: Path | None = None
    as_of: str | None = None
    hours_per_week: float | None = None
    weeks: float | None = None
    fit_answers: Path | None = None

    @property
    def options(self) -> list[str]:
        return [f"--{name.replace('_', '-')}" for name, value in self._asdict().items() if value is not None]


def check_posting(wishes: Wishes, source: str, output: Path | None) -> None:
    """Say before anything is read what cannot go together; raises UsageError."""
    if wishes.posting is None:
        return
    if wishes.role is not None or wishes.track is not None:
        raise UsageError("--posting stands in the place of --role and --track", hint="say one or the other")
    if wishes.posting == source == STANDARD_STREAM:
        raise UsageError("the résumé and the posting can't both come from standard input", hint="name a file for one")
    check_output(output, source=wishes.posting, kind="posting")


def started_posting(wishes: Wishes, timeout: float, memory: int) -> "PendingDocument | None":
    if wishes.posting is None:
        return None
    return started_reading(taken_source(wishes.posting), wishes.posting, timeout, memory)


def analyzer_for(wishes: Wishes, posting: "PendingDocument | None") -> "Analyzer":
    from skillgap.gap.answering import read_answers
    from skillgap.pipeline import Analyzer
    from skillgap.plan.planning import HOURS_PER_WEEK as USUAL_HOURS
    from skillgap.plan.planning import WEEKS as USUAL_WEEKS

    taxonomy = chosen_taxonomy(wishes.taxonomy)
    answers = None if wishes.fit_answers is None else read_answers(wishes.fit_answers, taxonomy.fit)
    return Analyzer(
        role=wishes.role,
        level=wishes.level,
        track=wishes.track,
        posting=posting.result() if posting else None,
        as_of=wishes.as_of,
        taxonomy=taxonomy,
        fit_answers=answers,
        hours_per_week=USUAL_HOURS if wishes.hours_per_week is None else wishes.hours_per_week,
        weeks=USUAL_WEEKS if wishes.weeks is None else wishes.weeks,
    )


def analysis_for(source: str, wishes: Wishes, *, timeout: float, memory: int) -> "Analysis":
    """Raises UsageError where something is asked of an analysis that only its résumé can answer."""
    from skillgap.documents.sources import taken_in
    from skillgap.documents.types import Limits
    from skillgap.report.saved import LARGEST, analysis_of, is_analysis

    content, name = taken_in(taken_source(source), "stdin" if source == "-" else None, Limits(size=LARGEST))
    if not is_analysis(content):
        pending = started_reading(content, source, timeout, memory)
        analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory))
        return warned(analyzer.analyze_document(pending.result()))
    if wishes.options:
        raise UsageError(
            f"{name}: is an analysis, made already; {', '.join(wishes.options)} can't change it",
            hint="name the résumé instead",
        )
    return warned(analysis_of(content, name))


def warned(analysis: "Analysis") -> "Analysis":
    """Say beside the result what makes it doubtful: a report has room for it, a plan has not."""
    from skillgap.report.wording import clean_text

    for warning in analysis.document.warnings:
        tell(clean_text(f"skillgap: {analysis.document.name}: {warning.message}"))
    return analysis
