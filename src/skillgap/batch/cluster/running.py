"""The run on a cluster: as `skillgap.batch.running.run_batch`, with blocks in the place of files."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby, islice
from typing import Any

from msgspec import Struct

from skillgap.batch.cluster.inputs import RemoteInput
from skillgap.batch.cluster.partitions import Partitions, Wanted, forget
from skillgap.batch.cluster.session import Session, session
from skillgap.batch.cluster.tasks import Order, Task, analyse_block, find_digests, prepare_tasks
from skillgap.batch.inputs import Input
from skillgap.batch.journal import Journal
from skillgap.batch.keys import Identity, Keys, key_of, keys_of
from skillgap.batch.naming import Naming
from skillgap.batch.running import Pending, Planner, Settings, Step, keep, noted
from skillgap.batch.working import Worked
from skillgap.errors import DocumentError
from skillgap.isolation.pool import Lost, Setup
from skillgap.pipeline import Analyzer
from skillgap.pipeline.many import Skipped, skipped_for, skipped_lost

BLOCK = 16
"""Files a task: what is lost with a node is done again, and a task costs Ray some milliseconds."""
ADDRESSES = 64
"""Files of which a task finds the digests, which is quick."""
AHEAD = 2
"""Tasks a processor that wait for it or are with it."""


class Cluster(Struct, frozen=True, kw_only=True):
    """`partitions` is a path or a URL that every worker can write to; `is_fresh` forgets what lies there."""

    partitions: str
    address: str | None = None
    is_fresh: bool = False


class Block(Struct, frozen=True):
    pending: tuple[Pending, ...]
    tasks: tuple[Task, ...]

    @property
    def name(self) -> str:
        """By what is to be done."""
        return key_of([task.wanted for task in self.tasks])

    def single(self) -> Iterator["Block"]:
        for pending, task in zip(self.pending, self.tasks, strict=True):
            yield Block((pending,), (task,))


def run_on_ray(  # noqa: PLR0913, PLR0917 - as run_batch, and the cluster
    inputs: Iterable[Input],
    analyzer: Analyzer,
    identity: Identity,
    settings: Settings,
    journal: Journal,
    naming: Naming,
    cluster: Cluster,
) -> Iterator[Step]:
    """Do what neither the journal nor a partition knows yet, and yield a step for every input; the journal has begun its run.

    `analyzer` is one that takes "present" to mean the same in every résumé. Closing the iterator cancels the tasks.
    """
    keys = keys_of(analyzer, identity)
    if cluster.is_fresh:
        forget(cluster.partitions)
    folder = f"{cluster.partitions}/{keys.result}"
    take_known(Partitions(folder), journal)
    order = Order(
        version=keys.result,
        analyzer=analyzer.__reduce__()[1],
        blind=settings.blind,
        seconds=settings.seconds,
        memory=settings.memory,
        partitions=folder,
    )
    with session(cluster.address, settings.workers) as connected:
        run = Run(connected, order, keys, journal)
        try:
            yield from run.steps(planned(inputs, analyzer, run, Planner(keys, journal, naming)))
        finally:
            connected.cancel(list(run.running))


def take_known(partitions: Partitions, journal: Journal) -> None:
    """Put into the journal what workers have finished and a run that was interrupted has not taken in; failures are tried again."""
    for name in partitions.names():
        if not all(journal.has_result(*each) for each in partitions.contents(name)):
            for wanted, worked in partitions.done(name):
                keep(wanted.sha256, wanted.key, wanted.structure_key, worked, journal)


def planned(
    inputs: Iterable[Input], analyzer: Analyzer, run: "Run", planner: Planner
) -> Iterator[tuple[Step | Pending, Task | None]]:
    """What is to be done for each input. What can be read from here only goes to a worker as it is; else its digest comes from one."""
    for position, (each, found, content) in enumerate(read(inputs, analyzer, run)):
        if isinstance(found, Skipped):
            yield planner.unread(position, found), None
            continue
        item, job = planner.read(position, each.name, found, content)
        if isinstance(item, Step) or job is None:
            yield item, None
            continue
        url = each.url if isinstance(each, RemoteInput) and job.structure is None else ""
        yield item, Task(Wanted(job.sha256, item.key, planner.keys.structure_of(job.name)), job, url)


def read(
    inputs: Iterable[Input], analyzer: Analyzer, run: "Run"
) -> Iterator[tuple[Input, str | Skipped, bytes | None]]:
    """Each input with its digest, or why it has none, and its content where that is here."""
    for is_remote, group in groupby(inputs, lambda each: isinstance(each, RemoteInput)):
        if is_remote:
            yield from run.found(each for each in group if isinstance(each, RemoteInput))
        else:
            yield from ((each, *taken_in(each, analyzer)) for each in group)


def taken_in(each: Input, analyzer: Analyzer) -> tuple[str | Skipped, bytes | None]:
    try:
        content = each.content(analyzer.limits)
    except DocumentError as error:
        return skipped_for(error, each.name), None
    return sha256(content).hexdigest(), content


class Run:
    """The tasks that are with Ray: as many as keep its processors busy, so that neither files nor results fill the memory."""

    def __init__(self, connected: Session, order: Order, keys: Keys, journal: Journal) -> None:
        self.session = connected
        self.order = order
        self.shared = connected.ray.put(order)
        self.setup = Setup(prepare_tasks, (), (), 1, order.seconds, order.memory)
        self.keys = keys
        self.journal = journal
        self.partitions = Partitions(order.partitions)
        self.running: dict[Any, Block] = {}

    def steps(self, planned: Iterable[tuple[Step | Pending, Task | None]]) -> Iterator[Step]:
        waiting: list[tuple[Pending, Task]] = []
        for item, task in planned:
            if isinstance(item, Step):
                yield item
            elif task is not None:
                waiting.append((item, task))
            if len(waiting) == BLOCK:
                self.submit(block_of(waiting))
                waiting.clear()
            while len(self.running) >= AHEAD * self.session.processors():
                yield from self.finished()
        if waiting:
            self.submit(block_of(waiting))
        while self.running:
            yield from self.finished()

    def submit(self, block: Block) -> None:
        self.running[self.session.submit(analyse_block, self.shared, block.name, block.tasks)] = block

    def finished(self) -> Iterator[Step]:
        """Wait for a task. Of one that Ray gave up on, each file is a task of its own; one that is lost alone is skipped."""
        reference = self.session.first_done(list(self.running))
        block = self.running.pop(reference)
        result = self.session.result(reference)
        if not isinstance(result, Lost):
            yield from self.taken(block)
        elif len(block.tasks) == 1:
            yield noted(block.pending[0], result, self.keys, self.setup, self.journal)
        else:
            for single in block.single():
                self.submit(single)

    def taken(self, block: Block) -> Iterator[Step]:
        """Put a partition into the journal."""
        done: dict[str, Worked | Skipped] = {
            wanted.sha256: worked for wanted, worked in self.partitions.done(block.name)
        }
        done.update(self.partitions.failed(block.name))
        for pending in block.pending:
            yield noted(pending, done[pending.job.sha256], self.keys, self.setup, self.journal)

    def found(self, remote: Iterable[RemoteInput]) -> Iterator[tuple[RemoteInput, str | Skipped, None]]:
        """Each with its digest, in their order."""
        asked: deque[tuple[Sequence[RemoteInput], Any]] = deque()
        rest = iter(remote)
        while group := tuple(islice(rest, ADDRESSES)):
            asked.append((group, self.asked(group)))
            if len(asked) >= AHEAD * self.session.processors():
                yield from self.answered(*asked.popleft())
        while asked:
            yield from self.answered(*asked.popleft())

    def asked(self, group: Sequence[RemoteInput]) -> Any:
        return self.session.submit(find_digests, self.shared, tuple(each.url for each in group))

    def answered(
        self, group: Sequence[RemoteInput], reference: Any
    ) -> Iterator[tuple[RemoteInput, str | Skipped, None]]:
        result = self.session.result(reference)
        if not isinstance(result, Lost):
            yield from ((each, answer, None) for each, answer in zip(group, result, strict=True))
        elif len(group) == 1:
            yield group[0], skipped_lost(result, group[0].name, self.setup), None
        else:
            for each in group:
                yield from self.answered((each,), self.asked((each,)))


def block_of(waiting: Sequence[tuple[Pending, Task]]) -> Block:
    return Block(tuple(pending for pending, _ in waiting), tuple(task for _, task in waiting))
