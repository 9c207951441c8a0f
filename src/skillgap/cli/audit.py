"""`skillgap audit`: whether a ranking treats people alike."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.knowledge import OVERLAY
from skillgap.cli.outputs import tell, write_output
from skillgap.cli.selecting import DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, MIN_SCORE, MUST_HAVE, TIMEOUT, TOP, WORKERS
from skillgap.cli.wishes import POSTING, Wishes, analyzer_for, check_posting, started_posting
from skillgap.errors import UsageError
from skillgap.isolation.limits import MEGABYTE

if TYPE_CHECKING:
    from skillgap.batch.fairness.types import CounterfactualAudit
    from skillgap.batch.journal import Journal
    from skillgap.batch.running import Settings
    from skillgap.batch.types import BatchTarget
    from skillgap.pipeline import Analyzer

CHANGED = 1
GROUPS_ONLY = "Identities were not exchanged: --groups-only."
NO_TEXTS = "Identities were not exchanged: a blind folder keeps no texts; name the files with --resumes."


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
    must_have: MUST_HAVE = None,
    min_score: MIN_SCORE = None,
    top: TOP = None,
    posting: POSTING = None,
    own: OVERLAY = None,
    workers: WORKERS = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
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
        if target.posting and posting is None:
            raise UsageError(f"{folder}: was made for a job posting", hint="name it with --posting")
        wishes = wishes_behind(target, posting, own)
        check_posting(wishes, "", None)
        analyzer = analyzer_for(wishes, started_posting(wishes, timeout, memory))
        check_made_with(journal, analyzer, folder)
        gates = Gates(must_have=must_haves(must_have or "", analyzer.taxonomy), min_score=min_score, top=top)
        compared = audit_groups(Ranking(journal, gates), given) if given else None
        untested = GROUPS_ONLY if groups_only else NO_TEXTS if target.blind and not resumes else None
        if compared is None and untested:
            raise UsageError(
                f"{folder}: is blind and keeps no texts", hint="name the files with --resumes, or --groups"
            )
        settings = Settings(workers=workers, seconds=timeout, memory=memory * MEGABYTE)
        tested = None if untested else tested_identities(journal, analyzer, settings, sample, resumes)
        notes = (untested,) if untested else ()
        result = Audit(target=target, groups=compared, counterfactual=tested, notes=notes)
        write_audit(folder, result)
    write_output("\n".join(audit_lines(result)) + "\n", None)
    tell(f"wrote {folder / 'audit.json'} and {folder / 'audit.html'}")
    if result.has_changes:
        raise typer.Exit(CHANGED)


def wishes_behind(target: "BatchTarget", posting: str | None, own: Path | None) -> Wishes:
    """What the ranking was asked to compare with; a posting stands in the place of its role."""
    return Wishes(
        role=None if target.posting else target.role,
        level=target.level,
        track=target.track,
        posting=posting,
        taxonomy=own,
        as_of=target.as_of,
    )


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
