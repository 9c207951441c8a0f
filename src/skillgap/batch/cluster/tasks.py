"""What runs on the cluster: a task is a block of files, done one after the other by a worker of its own that may be lost.

The process that Ray runs a task in only supervises that worker, which outlives the task: the next block finds it warm.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from skillgap.batch.cluster.inputs import content_of
from skillgap.batch.cluster.partitions import Partitions, Wanted
from skillgap.batch.types import Blind
from skillgap.batch.working import Job, Worked, prepare_batch, unchanged
from skillgap.isolation.pool import Lost, RestartedPool, Setup, Try
from skillgap.pipeline.analyzing import rebuilt
from skillgap.pipeline.many import Skipped, analyzing_setup, attempted, skipped_lost


class Order(Struct, frozen=True, kw_only=True):
    """What all blocks of a run share. `analyzer` are the arguments of `rebuilt`; `version` names what results hang on."""

    version: str
    analyzer: tuple[dict[str, Any], bytes | None]
    blind: Blind | None
    seconds: float
    memory: int
    partitions: str


class Task(Struct, frozen=True):
    """Something to be analysed: with its content, with what was read of it before, or with the address where a worker reads it."""

    wanted: Wanted
    job: Job
    url: str


def analyse_block(order: Order, name: str, tasks: Sequence[Task]) -> None:
    """Analyse, and write the partition of that name."""
    done: list[tuple[Wanted, Worked]] = []
    failed: list[tuple[Wanted, Skipped]] = []
    for task, result in zip(tasks, supervised(order, [(task.job.name, task) for task in tasks]), strict=True):
        if isinstance(result, Skipped):
            failed.append((task.wanted, result))
        else:
            done.append((task.wanted, result))
    Partitions(order.partitions).write(name, done, failed)


def find_digests(order: Order, urls: Sequence[str]) -> list[str | Skipped]:
    """The SHA-256 of what lies at each address, or why it can't be read."""
    return supervised(order, [(url, url) for url in urls])


def supervised(order: Order, messages: Sequence[tuple[str, Task | str]]) -> list[Any]:
    """Do all messages, each with the name that its failure has; results are in their order."""
    pool = pool_of(order)
    results: dict[int, Any] = {}
    try:
        for number, (_, message) in enumerate(messages):
            pool.schedule(Try(number, message, 1))
        while pool.tries:
            results.update(pool.finished())
    except BaseException:
        POOLS.clear()
        pool.stop()
        raise
    return [outcome(results[number], name, pool.setup) for number, (name, _) in enumerate(messages)]


def outcome(result: Any, name: str, setup: Setup) -> Any:
    return skipped_lost(result, name, setup) if isinstance(result, Lost) else result


POOLS: dict[tuple[Any, ...], RestartedPool] = {}
"""The one that this process has, by what it was made for."""


def pool_of(order: Order) -> RestartedPool:
    made_for = (order.version, order.seconds, order.memory)
    if made_for not in POOLS:
        for other in POOLS.values():
            other.stop()
        POOLS.clear()
        arguments = (order.analyzer, order.blind)
        POOLS[made_for] = RestartedPool(
            analyzing_setup(prepare_tasks, arguments, workers=1, seconds=order.seconds, memory=order.memory)
        )
    return POOLS[made_for]


def prepare_tasks(
    analyzer: tuple[dict[str, Any], bytes | None], blind: Blind | None
) -> Callable[[Task | str], Worked | Skipped | str]:
    """What the worker does. It reads by itself, too: a store that never answers is a file that takes too long."""
    made = rebuilt(*analyzer)
    analyse = prepare_batch(made, blind)

    def work(message: Task | str) -> Worked | Skipped | str:
        if isinstance(message, str):
            return attempted(lambda: sha256(content_of(message, made.limits, message)).hexdigest(), message)
        job = message.job
        if message.url:
            content = attempted(lambda: unchanged(content_of(message.url, made.limits, job.name), job), job.name)
            if isinstance(content, Skipped):
                return content
            job = replace(job, content=content)
        return analyse(job)

    return work
