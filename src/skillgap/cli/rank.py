"""`skillgap rank`: a folder of candidates, ranked."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import tell, write_output
from skillgap.cli.progress_shown import Style, progress_shown
from skillgap.cli.reading import COMPANIES, SCHOOLS, STUDY_YEARS
from skillgap.cli.selecting import DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, MIN_SCORE, MUST_HAVE, TIMEOUT, TOP, WORKERS
from skillgap.cli.wishes import LEVEL, POSTING, ROLE, TRACK, Wishes, analyzer_for, check_posting, started_posting
from skillgap.errors import UsageError
from skillgap.isolation.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.batch.candidates import RankingRun
    from skillgap.batch.cluster.inputs import RemoteInputs
    from skillgap.batch.inputs import Inputs
    from skillgap.batch.ranking import First
    from skillgap.batch.types import Counts

SOME_FAILED = 4
FIRST = 5
"""Candidates who are named on standard output."""


class Engine(StrEnum):
    LOCAL = "local"
    RAY = "ray"


def rank(  # noqa: PLR0913, PLR0917 - a parameter is an option
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…", help="Files, folders, patterns, zip archives; - reads names from standard input."
        ),
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUT", help="The folder for the results.")],
    role: ROLE = None,
    level: LEVEL = None,
    track: TRACK = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="YYYY-MM", help="What 'present' means in all of them. Default: the taxonomy's date."
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option("--include", metavar="GLOB", help="Only files of such a name, as *.pdf; may be repeated."),
    ] = None,
    must_have: MUST_HAVE = None,
    min_score: MIN_SCORE = None,
    top: TOP = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Write nothing that tells who somebody is; the key goes beside OUT.")
    ] = False,
    schools: SCHOOLS = False,
    companies: COMPANIES = False,
    study_years: STUDY_YEARS = False,
    workers: WORKERS = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
    engine: Annotated[
        Engine, typer.Option("--engine", help="ray: over a cluster; INPUT and OUT may be URLs.")
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDRESS", help="Default: RAY_ADDRESS, else a cluster on this machine."),
    ] = None,
    reports: Annotated[
        bool,
        typer.Option("--reports", help="A report for everybody, not only for the selected or the first hundred."),
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what OUT knows, and start over.")] = False,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="Where a blind batch says which id is whose. Default: OUT-key.csv."),
    ] = None,
    progress: Annotated[
        Style, typer.Option("--progress", help="On standard error. Default: a bar where that is a terminal.")
    ] = Style.AUTO,
) -> None:
    """Analyse and rank many résumés; run it again to go on where it was, or after files have changed."""
    from skillgap.batch.candidates import key_beside, ranking_in
    from skillgap.batch.cluster.candidates import ranking_on_cluster
    from skillgap.batch.cluster.inputs import RemoteInputs
    from skillgap.batch.gates import Gates, must_haves
    from skillgap.batch.inputs import Inputs
    from skillgap.batch.ranking import first_of
    from skillgap.batch.running import Settings
    from skillgap.batch.types import Blind

    wishes = Wishes(role=role, level=level, track=track, posting=posting, taxonomy=own, as_of=as_of)
    check_posting(wishes, "-" if "-" in inputs else "", None)
    hidden = Blind(schools=schools, companies=companies, study_years=study_years)
    hides = blind or hidden != Blind()
    if key is not None and not hides:
        raise UsageError("--key is for a blind batch", hint="say --blind, too")
    analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory))
    gates = Gates(must_have=must_haves(must_have or "", analyzer.taxonomy), min_score=min_score, top=top)
    settings = Settings(blind=hidden if hides else None, workers=workers, seconds=timeout, memory=memory * MEGABYTE)
    names = tuple(include or ())
    folder = Path(output)
    own_files = (folder, key or key_beside(folder))
    found: Inputs | RemoteInputs
    if engine is Engine.RAY:
        found = RemoteInputs(inputs, include=names, apart_from=(output, *map(str, own_files)))
        opened = ranking_on_cluster(output, analyzer, settings, address=ray_address, is_fresh=fresh, key=key)
    else:
        found = Inputs(inputs, include=names, apart_from=own_files)
        opened = ranking_in(folder, analyzer, settings, is_fresh=fresh, key=key)
    total = found.count()
    with opened as run:
        work_through(run, found, total, progress)
        counts = run.finish(gates, all_reports=reports)
        first = first_of(run.journal, gates, min(FIRST, top or FIRST))
    write_output("".join(f"{line}\n" for line in first_lines(first, is_blind=hides)), None)
    for line in summary(counts, run.target.as_of, found.left_out, output.rstrip("/")):
        tell(line)
    if counts.skipped:
        raise typer.Exit(SOME_FAILED)


def first_lines(first: "Sequence[First]", *, is_blind: bool) -> "Iterator[str]":
    """A line for each: places, score, fair range, name, and what speaks against believing it; places that overlap are no order."""
    from skillgap.documents.types import WarningCode
    from skillgap.report.wording import clean_text

    loud = {
        WarningCode.NOT_A_RESUME,
        WarningCode.HIDDEN_TEXT,
        WarningCode.INSTRUCTION_TEXT,
        WarningCode.KEYWORD_STUFFING,
    }

    for each in first:
        best, worst = each.places
        place = f"{best}" if best == worst else f"{best}–{worst}"
        band = f"{each.row.low:.0f}–{each.row.high:.0f}"
        who = each.row.id if is_blind else clean_text(f"{each.row.person or each.row.id} · {each.name}")
        tried = ", ".join(code.replace("_", " ") for code in each.row.warnings if code in loud)
        yield f"{place:>7}  {each.row.score:5.1f}  ({band})  {who}{f'  ! {tried}' if tried else ''}"


def work_through(run: "RankingRun", found: "Inputs | RemoteInputs", total: int, progress: Style) -> None:
    done = 0
    try:
        with progress_shown(progress, total) as advance:
            for step in run.steps(found):
                advance(str(step.skipped or ""))
                done += 1
    except SystemExit:
        tell(f"skillgap: {done} of {total} files are done; the same command goes on from there")
        raise


def summary(counts: "Counts", as_of: str, left_out: int, output: str) -> "Iterator[str]":
    from skillgap.report.wording import count_of

    if counts.later:
        told = f"{count_of(counts.later, 'file')} tell{'s' * (counts.later == 1)} of months after {as_of}"
        yield f"skillgap: {told}, which is taken for the present: say --as-of"
    if left_out:
        yield f"skillgap: {count_of(left_out, 'hidden or system file')} passed by; name one to have it read"
    parts = [f"{count_of(counts.inputs, 'file')}: {counts.analysed:,} analysed, {counts.skipped:,} skipped"]
    if counts.duplicates:
        parts.append(f"{counts.duplicates:,} of them duplicates")
    if counts.selected < counts.analysed:
        parts.append(f"{counts.selected:,} selected")
    failures = f"; what was skipped is in {output}/failures.csv" if counts.skipped else ""
    yield f"{', '.join(parts)}; wrote {output}{failures}"
