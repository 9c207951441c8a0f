"""`skillgap rank`: a folder of candidates, ranked."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import tell
from skillgap.cli.reading import COMPANIES, MEGABYTE, SCHOOLS
from skillgap.cli.wishes import LEVEL, POSTING, ROLE, TRACK, Wishes, analyzer_for, check_posting, started_posting

SOME_FAILED = 4


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
    must_have: Annotated[
        str | None,
        typer.Option("--must-have", metavar="SKILL[:LEVEL],…", help="Select only those who show these skills."),
    ] = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", metavar="X", min=0, max=100, help="Select only from this score on.")
    ] = None,
    top: Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="Select the first N that pass.")] = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Write nothing that tells who somebody is; the key goes beside OUT.")
    ] = False,
    schools: SCHOOLS = False,
    companies: COMPANIES = False,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, max=256, help="Default: one a processor.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, max=86_400, help="How long one file may take.")
    ] = 20.0,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", min=64, max=1_048_576, help="How much memory one file may take.")
    ] = 1024,
    engine: Annotated[
        Engine, typer.Option("--engine", help="ray: over a cluster; INPUT and OUT may be URLs.")
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDRESS", help="Default: RAY_ADDRESS, else a cluster on this machine."),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what OUT knows, and start over.")] = False,
) -> None:
    """Analyse and rank many résumés; run it again to go on where it was, or after files have changed."""
    from skillgap.batch.cluster.inputs import RemoteInputs
    from skillgap.batch.cluster.outputs import prepared_output
    from skillgap.batch.cluster.running import Cluster, run_on_ray
    from skillgap.batch.exporting import export
    from skillgap.batch.gates import Gates, must_haves
    from skillgap.batch.inputs import Inputs
    from skillgap.batch.naming import BlindNaming, Naming
    from skillgap.batch.ranking import Ranking
    from skillgap.batch.running import Settings, run_batch
    from skillgap.batch.targeting import identity_of, target_of
    from skillgap.batch.types import Blind

    wishes = Wishes(role=role, level=level, track=track, posting=posting, taxonomy=own, as_of=as_of)
    check_posting(wishes, "", None)
    analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory)).for_many()
    hidden = Blind(schools=schools, companies=companies) if blind or schools or companies else None
    gates = Gates(must_have=must_haves(must_have or "", analyzer.taxonomy), min_score=min_score, top=top)
    settings = Settings(blind=hidden, workers=workers, seconds=timeout, memory=memory * MEGABYTE)
    identity = identity_of(analyzer, hidden)
    target = target_of(analyzer, hidden)
    patterns = tuple(include or ())
    naming = BlindNaming() if hidden else Naming()
    with prepared_output(output, identity, is_fresh=fresh) as (folder, journal, partitions):
        journal.begin(target)
        if engine is Engine.RAY:
            cluster = Cluster(partitions=partitions, address=ray_address, is_fresh=fresh)
            found = RemoteInputs(inputs, include=patterns, apart_from=output)
            steps = run_on_ray(found, analyzer, identity, settings, journal, naming, cluster)
        else:
            local = Inputs(inputs, include=patterns, apart_from=Path(output))
            steps = run_batch(local, analyzer, identity, settings, journal, naming)
        for step in steps:
            if step.skipped:
                tell(f"skillgap: {step.skipped}")
        ranking = Ranking(journal, gates)
        export(folder, journal, ranking, target)
        journal.state("is_complete", b"yes")
        tell(str(ranking.counts))
    if ranking.counts.skipped:
        raise typer.Exit(SOME_FAILED)
