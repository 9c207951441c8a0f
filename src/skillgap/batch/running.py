"""The run: every input analysed, or known already, or skipped with its reason, and all of it in the journal."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath

from msgspec import Struct

from skillgap.batch.inputs import Input
from skillgap.batch.journal import Journal, JournalInput, Result
from skillgap.batch.keys import Identity, key_of, result_key, structure_key
from skillgap.batch.naming import Naming
from skillgap.batch.types import Blind
from skillgap.batch.working import Job, Worked, prepare_batch
from skillgap.errors import DocumentError
from skillgap.isolation.pool import Lost, Setup, run_isolated
from skillgap.pipeline import Analyzer
from skillgap.pipeline.analyzing import MEMORY, NAME_LENGTH, SECONDS
from skillgap.pipeline.many import PRELOADED, Skipped, skipped_for, skipped_lost, usable_processors


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


class Keys(Struct, frozen=True):
    structure: str
    result: str


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
    keys = Keys(structure_key(analyzer), result_key(analyzer, identity))
    setup = Setup(
        prepare=prepare_batch,
        arguments=(analyzer, settings.blind),
        preloaded=PRELOADED,
        workers=settings.workers or usable_processors(),
        seconds=settings.seconds,
        memory=settings.memory,
    )
    jobs = jobs_of(inputs, analyzer, keys, journal, naming)
    for item, result in run_isolated(jobs, setup):
        yield item if isinstance(item, Step) else noted(item, result, keys, setup, journal)


class Pending(Struct, frozen=True):
    """A content that is with a worker, and the input that brought it."""

    name: str
    job: Job
    key: str


def jobs_of(
    inputs: Iterable[Input], analyzer: Analyzer, keys: Keys, journal: Journal, naming: Naming
) -> Iterator[tuple[Step | Pending, Job | None]]:
    """What is to be done for each input; where nothing is, the step it comes to."""
    for position, each in enumerate(inputs):
        try:
            content = each.content(analyzer.limits)
        except DocumentError as error:
            name = naming.unread(each.name, position)
            known = skipped_for(error, each.name)
            skipped = Skipped(name, known.code, known.reason.replace(each.name, name), known.hint)
            journal.note(JournalInput(position, name, None, skipped.code, skipped.reason, skipped.hint))
            yield Step(name, skipped=skipped), None
            continue
        digest = sha256(content).hexdigest()
        copies = journal.copies(digest)
        name = naming.read(each.name, digest, copies)
        if copies and (first := journal.first_of(digest)):
            journal.note(JournalInput(position, name, digest, first.code, first.reason, first.hint))
            yield Step(name, is_known=True), None
            continue
        journal.note(JournalInput(position, name, digest))
        suffix = PurePath(each.name).suffix.casefold()
        key = key_of(keys.result, suffix)
        if journal.has_result(digest, key):
            yield Step(name, is_known=True), None
            continue
        structure = journal.structure(digest, key_of(keys.structure, suffix))
        job = Job(digest[:NAME_LENGTH] + suffix, digest, None if structure else content, structure)
        yield Pending(name, job, key), job


def noted(pending: Pending, result: Worked | Skipped | Lost, keys: Keys, setup: Setup, journal: Journal) -> Step:
    """Write down what a worker has given."""
    if isinstance(result, Lost):
        result = skipped_lost(result, pending.job.name, setup)
    sha = pending.job.sha256
    with journal.transaction():
        if isinstance(result, Skipped):
            journal.skip(sha, result.code, result.reason, result.hint)
            return Step(pending.name, skipped=Skipped(pending.name, result.code, result.reason, result.hint))
        if result.structure is not None:
            suffix = PurePath(pending.job.name).suffix
            journal.keep_structure(sha, key_of(keys.structure, suffix), result.structure)
        journal.keep(
            pending.key,
            Result(
                sha256=sha,
                score=result.score,
                low=result.low,
                high=result.high,
                row=result.row,
                contract=result.contract,
            ),
        )
    return Step(pending.name)
