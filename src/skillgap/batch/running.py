"""The run: every input analysed, or known already, or skipped with its reason, and all of it in the journal."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from skillgap.batch.inputs import Input
from skillgap.batch.journal import Journal, JournalInput, Result
from skillgap.batch.keys import Identity, Keys, keys_of
from skillgap.batch.naming import Naming
from skillgap.batch.types import Blind
from skillgap.batch.working import Job, Worked, job_name_of, prepare_batch
from skillgap.errors import DocumentError
from skillgap.isolation.pool import Lost, Setup, run_isolated
from skillgap.pipeline import Analyzer
from skillgap.pipeline.analyzing import MEMORY, SECONDS
from skillgap.pipeline.many import Skipped, analyzing_setup, skipped_for, skipped_lost


class Settings(Struct, frozen=True, kw_only=True):
    """`workers`: None for as many as there are processors; `seconds` and `memory` (bytes) are for one try of one file."""

    blind: Blind | None = None
    workers: int | None = None
    seconds: float = SECONDS
    memory: int = MEMORY


class Step(Struct, frozen=True):
    """One input more is accounted for: `is_known` where nothing had to be done for it, `skipped` where nothing came of it."""

    name: str
    is_known: bool = False
    skipped: Skipped | None = None


def run_batch(  # noqa: PLR0913, PLR0917 - what is done, how, and where it is written down
    inputs: Iterable[Input],
    analyzer: Analyzer,
    identity: Identity,
    settings: Settings,
    journal: Journal,
    naming: Naming,
) -> Iterator[Step]:
    """Do what the journal does not know yet, and yield a step for every input; the journal has begun its run.

    `analyzer` is one that takes "present" to mean the same in every résumé. Closing the iterator ends the workers at once, and leaves
    the journal in order.
    """
    keys = keys_of(analyzer, identity)
    setup = analyzing_setup(
        prepare_batch,
        (analyzer, settings.blind),
        workers=settings.workers,
        seconds=settings.seconds,
        memory=settings.memory,
    )
    jobs = jobs_of(inputs, analyzer, Planner(keys, journal, naming))
    for item, result in run_isolated(jobs, setup):
        yield item if isinstance(item, Step) else noted(item, result, keys, setup, journal)


class Pending(Struct, frozen=True):
    """A content that is with a worker, and the input that brought it."""

    name: str
    job: Job
    key: str


def jobs_of(
    inputs: Iterable[Input], analyzer: Analyzer, planner: "Planner"
) -> Iterator[tuple[Step | Pending, Job | None]]:
    """What is to be done for each input; where nothing is, the step it comes to.

    A worker reads a file by itself, again: contents on their way to workers would be most of this process's memory.
    """
    for position, each in enumerate(inputs):
        try:
            content = each.content(analyzer.limits)
        except DocumentError as error:
            yield planner.unread(position, skipped_for(error, each.name)), None
        else:
            yield planner.read(position, each.name, sha256(content).hexdigest(), each.path or content)


class Planner:
    """Notes inputs in the journal, in their order, and says what is to be done for them."""

    def __init__(self, keys: Keys, journal: Journal, naming: Naming) -> None:
        self.keys = keys
        self.journal = journal
        self.naming = naming

    def unread(self, position: int, skipped: Skipped) -> Step:
        """One whose content could not be read."""
        name = self.naming.unread(skipped.source, position)
        known = Skipped(name, skipped.code, skipped.reason.replace(skipped.source, name), skipped.hint)
        self.journal.note(JournalInput(position, name, None, known.code, known.reason, known.hint))
        return Step(name, skipped=known)

    def read(
        self, position: int, name: str, digest: str, content: bytes | Path | None
    ) -> tuple[Step | Pending, Job | None]:
        """One that has this content, or has it at that path, or elsewhere; where nothing is to be done, the step it comes to."""
        job_name = job_name_of(name, digest)
        copies = self.journal.copies(digest)
        name = self.naming.read(name, digest, copies)
        if copies and (first := self.journal.first_of(digest)):
            self.journal.note(JournalInput(position, name, digest, first.code, first.reason, first.hint))
            return Step(name, is_known=True), None
        self.journal.note(JournalInput(position, name, digest))
        key = self.keys.result_of(job_name)
        if self.journal.has_result(digest, key):
            return Step(name, is_known=True), None
        structure = self.journal.structure(digest, self.keys.structure_of(job_name))
        job = Job(job_name, digest, None if structure else content, structure)
        return Pending(name, job, key), job


def noted(pending: Pending, result: Worked | Skipped | Lost, keys: Keys, setup: Setup, journal: Journal) -> Step:
    """Write down what a worker has given."""
    if isinstance(result, Lost):
        result = skipped_lost(result, pending.job.name, setup)
    sha = pending.job.sha256
    if isinstance(result, Skipped):
        with journal.transaction():
            journal.skip(sha, result.code, result.reason, result.hint)
        return Step(pending.name, skipped=Skipped(pending.name, result.code, result.reason, result.hint))
    keep(sha, pending.key, keys.structure_of(pending.job.name), result, journal)
    return Step(pending.name)


def keep(sha: str, key: str, structure_key: str, worked: Worked, journal: Journal) -> None:
    with journal.transaction():
        if worked.structure is not None:
            journal.keep_structure(sha, structure_key, worked.structure)
        journal.keep(
            key,
            Result(
                sha256=sha,
                score=worked.score,
                low=worked.low,
                high=worked.high,
                row=worked.row,
                contract=worked.contract,
            ),
        )
