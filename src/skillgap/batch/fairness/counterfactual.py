"""The counterfactual test of a folder: every candidate's résumé with somebody else's identity; its score must stay the same."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import nsmallest
from itertools import groupby
from statistics import quantiles
from typing import NamedTuple

from skillgap.batch.fairness.rerunning import MOST_RUNS, ClosedGap, Reruns, changed_levels, prepare_audit
from skillgap.batch.fairness.types import (
    Change,
    CounterfactualAudit,
    GapCount,
    GapPlace,
    SwapCount,
    SwapKind,
    Unaudited,
)
from skillgap.batch.inputs import Input
from skillgap.batch.journal import Journal
from skillgap.batch.keys import key_for, structure_key
from skillgap.batch.running import Settings
from skillgap.batch.working import Job, job_name_of
from skillgap.errors import DocumentError
from skillgap.isolation.pool import Lost, Setup, run_isolated
from skillgap.pipeline import Analyzer
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.pipeline.many import Skipped, analyzing_setup, skipped_lost

NO_STRUCTURE = "the folder keeps no text of it that this version could use: name its file with --resumes"
NO_FILE = "none of the files named is its"
OTHERWISE = "it scores {now:g} now and {then:g} in the ranking: rank again before auditing"


class Candidate(NamedTuple):
    """A content of the ranking, by the name of its first input."""

    name: str
    sha256: str
    score: float


class Retried(NamedTuple):
    candidate: Candidate
    result: Reruns | str
    """What the re-runs gave, or why there were none."""


def candidates_of(journal: Journal, sample: int | None) -> tuple[list[Candidate], int]:
    """Those to be tested and how many there are in all; of a sample those with the smallest digests, which are as good as drawn."""

    def every() -> Iterator[Candidate]:
        for digest, own in groupby(journal.rows(), key=lambda each: each[1].sha256):
            name, row = next(own)
            yield Candidate(name, digest, row.score)

    if sample is None:
        found = list(every())
        return found, len(found)
    total = sum(1 for _ in every())
    return nsmallest(sample, every(), key=lambda each: each.sha256), total


def retried(
    candidates: Iterable[Candidate],
    analyzer: Analyzer,
    settings: Settings,
    journal: Journal,
    files: Iterable[Input] | None = None,
) -> Iterator[Retried]:
    """Test every candidate, in any order; from `files` where given, else from what the journal keeps of them.

    `analyzer` is the one that the folder was made with.
    """
    setup = analyzing_setup(
        prepare_audit,
        (analyzer,),
        workers=settings.workers,
        seconds=settings.seconds * MOST_RUNS,
        memory=settings.memory,
    )
    jobs = kept_jobs(candidates, analyzer, journal) if files is None else file_jobs(candidates, analyzer, files)
    for item, result in run_isolated(jobs, setup):
        yield item if isinstance(item, Retried) else Retried(item, checked(item, result, setup))


def checked(candidate: Candidate, result: Reruns | Skipped | Lost, setup: Setup) -> Reruns | str:
    """A result whose score is not that of the ranking audits something else."""
    if isinstance(result, Lost):
        return skipped_lost(result, candidate.name, setup).reason
    if isinstance(result, Skipped):
        return result.reason
    if result.base.score != candidate.score:
        return OTHERWISE.format(now=result.base.score, then=candidate.score)
    return result


def kept_jobs(
    candidates: Iterable[Candidate], analyzer: Analyzer, journal: Journal
) -> Iterator[tuple[Candidate | Retried, Job | None]]:
    key = structure_key(analyzer)
    for each in candidates:
        structure = journal.structure(each.sha256, key_for(each.name, key))
        if structure is None:
            yield Retried(each, NO_STRUCTURE), None
        else:
            yield each, Job(each.sha256[:NAME_LENGTH], each.sha256, structure=structure)


def file_jobs(
    candidates: Iterable[Candidate], analyzer: Analyzer, files: Iterable[Input]
) -> Iterator[tuple[Candidate | Retried, Job | None]]:
    """A file is its candidate's by its content; files of nobody are passed over."""
    waiting = {each.sha256: each for each in candidates}
    for file in files:
        try:
            content = file.content(analyzer.limits)
        except DocumentError:
            continue
        digest = sha256(content).hexdigest()
        candidate = waiting.pop(digest, None)
        if candidate is not None:
            yield candidate, Job(job_name_of(file.name, digest), digest, content=file.path or content)
    for each in waiting.values():
        yield Retried(each, NO_FILE), None


class Findings:
    """Adds up what the re-runs give, as it comes."""

    def __init__(self) -> None:
        self.tested = 0
        self.held: Counter[SwapKind] = Counter()
        self.runs: Counter[SwapKind] = Counter()
        self.changed: Counter[SwapKind] = Counter()
        self.changes: list[Change] = []
        self.unaudited: list[Unaudited] = []
        self.gaps: list[ClosedGap] = []

    def add(self, each: Retried) -> None:
        if isinstance(each.result, str):
            self.unaudited.append(Unaudited(name=each.candidate.name, reason=each.result))
            return
        self.tested += 1
        self.gaps += each.result.gaps
        self.held.update({swap.kind for swap in each.result.swaps})
        self.runs.update(swap.kind for swap in each.result.swaps)
        for change in changes_of(each.candidate, each.result):
            self.changed[change.kind] += 1
            self.changes.append(change)

    def audit(self, total: int) -> CounterfactualAudit:
        """In an order that does not hang on who was done first; `total` is how many candidates there are."""
        order = list(SwapKind)
        return CounterfactualAudit(
            of=total,
            tested=self.tested,
            runs=self.runs.total(),
            counts=tuple(
                SwapCount(kind=kind, held=self.held[kind], runs=self.runs[kind], changed=self.changed[kind])
                for kind in order
            ),
            changes=tuple(sorted(self.changes, key=lambda each: (each.id, order.index(each.kind), each.swap))),
            unaudited=tuple(sorted(self.unaudited, key=lambda each: (each.name, each.reason))),
            gaps=tuple(gap_count(place, [each for each in self.gaps if each.place is place]) for place in GapPlace),
        )


def changes_of(candidate: Candidate, result: Reruns) -> Iterator[Change]:
    for swap in result.swaps:
        if swap.outcome is not None:
            yield Change(
                name=candidate.name,
                id=candidate.sha256[:NAME_LENGTH],
                kind=swap.kind,
                swap=swap.swap,
                score=(result.base.score, swap.outcome.score),
                band_before=result.base.band,
                band_after=swap.outcome.band,
                levels=changed_levels(result.base, swap.outcome),
            )


def gap_count(place: GapPlace, gaps: list[ClosedGap]) -> GapCount:
    return GapCount(
        place=place,
        held=len(gaps),
        moved=sum(each.points != 0 for each in gaps),
        months=five_numbers([each.months for each in gaps]),
        quartiles=five_numbers([each.points for each in gaps]),
    )


def five_numbers(values: list[float] | list[int]) -> tuple[float, float, float, float, float] | None:
    """Least, quartiles and most; of quartiles between two values the point in proportion (Hyndman and Fan, 1996, type 7)."""
    if not values:
        return None
    ordered = sorted(map(float, values))
    low, middle, high = quantiles(ordered, n=4, method="inclusive") if len(ordered) > 1 else ordered * 3
    return ordered[0], round(low, 2), round(middle, 2), round(high, 2), ordered[-1]
