"""`skillgap audit`: whether a ranking treats people alike."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import tell, write_output
from skillgap.cli.wishes import POSTING, Wishes, analyzer_for, check_posting, started_posting
from skillgap.errors import UsageError
from skillgap.isolation.limits import MEGABYTE

if TYPE_CHECKING:
    from skillgap.batch.fairness.types import CounterfactualAudit
    from skillgap.batch.journal import Journal
    from skillgap.batch.running import Settings
    from skillgap.pipeline import Analyzer

CHANGED = 1


def audit(  # noqa: PLR0913, PLR0917 - a parameter is an option
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="A folder that `skillgap rank` has made.")],
    groups: Annotated[
        Path | None,
        typer.Option("--groups", metavar="FILE.csv", help="A row a candidate: file or id, then columns of groups."),
    ] = None,
    resumes: Annotated[
        list[str] | None,
        typer.Option("--resumes", metavar="INPUT", help="The files themselves, where OUT is blind; may be repeated."),
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", metavar="N", min=1, help="Exchange identities in N résumés only.")
    ] = None,
    groups_only: Annotated[
        bool, typer.Option("--groups-only", help="Compare the groups, and exchange no identities.")
    ] = False,
    must_have: Annotated[
        str | None,
        typer.Option("--must-have", metavar="SKILL[:LEVEL],…", help="The gates of the selection that is audited."),
    ] = None,
    min_score: Annotated[float | None, typer.Option("--min-score", metavar="X", min=0, max=100)] = None,
    top: Annotated[int | None, typer.Option("--top", metavar="N", min=1)] = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, max=256, help="Default: one a processor.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, max=86_400, help="For one run of one file.")
    ] = 20.0,
    memory: Annotated[
        int, typer.Option("--memory", metavar="MB", min=64, max=1_048_576, help="How much memory one file may take.")
    ] = 1024,
) -> None:
    """Compare groups in a ranking, and test whether scores depend on who somebody is; writes audit.json and audit.html into OUT.

    Exit code 1 where a score, a range or a level changed with the identity.
    """
    from skillgap.batch.fairness.auditing import check_made_with, write_audit
    from skillgap.batch.fairness.groups import read_groups
    from skillgap.batch.fairness.impact import audit_groups
    from skillgap.batch.fairness.rendering import audit_lines
    from skillgap.batch.fairness.types import Audit
    from skillgap.batch.folder import existing
    from skillgap.batch.gates import Gates, must_haves
    from skillgap.batch.ranking import Ranking
    from skillgap.batch.running import Settings

    if groups_only and groups is None:
        raise UsageError("--groups-only needs the groups", hint="say --groups FILE.csv")
    given = read_groups(groups) if groups else None
    with existing(folder) as journal:
        target = journal.target()
        wishes = Wishes(
            role=None if target.posting else target.role,
            level=target.level,
            track=target.track,
            posting=posting,
            taxonomy=own,
            as_of=target.as_of,
        )
        check_posting(wishes, "", None)
        if target.posting and posting is None:
            raise UsageError(f"{folder}: was made for a job posting", hint="name it with --posting")
        analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory))
        check_made_with(journal, analyzer, folder)
        gates = Gates(must_have=must_haves(must_have or "", analyzer.taxonomy), min_score=min_score, top=top)
        compared = audit_groups(Ranking(journal, gates), given) if given else None
        tested = None
        notes: list[str] = []
        if groups_only:
            notes.append("Identities were not exchanged: --groups-only.")
        elif target.blind and not resumes:
            notes.append("Identities were not exchanged: a blind folder keeps no texts; name the files with --resumes.")
        else:
            settings = Settings(workers=workers, seconds=timeout, memory=memory * MEGABYTE)
            tested = tested_identities(journal, analyzer, settings, sample, resumes)
        if compared is None and tested is None:
            raise UsageError(
                f"{folder}: is blind and keeps no texts", hint="name the files with --resumes, or --groups"
            )
        result = Audit(target=target, groups=compared, counterfactual=tested, notes=tuple(notes))
        write_audit(folder, result)
    write_output("\n".join(audit_lines(result)) + "\n", None)
    tell(f"wrote {folder / 'audit.json'} and {folder / 'audit.html'}")
    if result.has_changes:
        raise typer.Exit(CHANGED)


def tested_identities(
    journal: "Journal", analyzer: "Analyzer", settings: "Settings", sample: int | None, resumes: list[str] | None
) -> "CounterfactualAudit":
    from skillgap.batch.fairness.counterfactual import Findings, candidates_of, retried
    from skillgap.batch.inputs import Inputs

    candidates, total = candidates_of(journal, sample)
    findings = Findings()
    files = Inputs(resumes) if resumes else None
    for each in retried(candidates, analyzer, settings, journal, files):
        findings.add(each)
    return findings.audit(total)
