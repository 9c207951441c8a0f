"""The pool: items go in, results come out, and of an item that takes a worker down only that is lost."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from typing import Any, NamedTuple

from pebble import ProcessExpired, ProcessPool

from skillgap.errors import SkillgapError
from skillgap.isolation import worker
from skillgap.isolation.processes import clean_context

AHEAD = 3
"""Items a worker that wait for it or are with it: enough that none is idle, and never the whole input in memory."""
TRIES = 2
MOST_BREAKS = 3
PATIENCE = 30.0
"""Seconds over an item's time within which some worker must have answered, for to end one and begin another takes some."""
ITEMS_A_PROCESS = 500
"""After so many a worker is replaced by a new one: what libraries keep or lose of memory is given back."""


class Cause(StrEnum):
    """Why there is no result."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


class Lost(NamedTuple):
    """Two workers in turn were lost over the item."""

    cause: Cause


class Setup(NamedTuple):
    """How each worker gets ready: `prepare(*arguments)` returns the function that does an item.

    `preloaded` are modules that all workers share the import of. `memory` (bytes) is what an item may take besides what is
    loaded, `seconds` are for one try.
    """

    prepare: Callable[..., Callable[[Any], Any]]
    arguments: tuple[Any, ...]
    preloaded: tuple[str, ...]
    workers: int
    seconds: float
    memory: int


class Try(NamedTuple):
    item: Any
    message: Any
    number: int


def run_isolated(jobs: Iterable[tuple[Any, Any]], setup: Setup) -> Iterator[tuple[Any, Any]]:
    """Take pairs (item, message to the worker); yield pairs (item, result or `Lost`) as they are done, in any order.

    Where the message is None there is nothing to do, and the result is None. Jobs are taken from the iterable as they are needed.
    Closing the iterator ends the workers at once. Raises SkillgapError where no worker can be started.
    """
    pool = RestartedPool(setup)
    try:
        for item, message in jobs:
            if message is None:
                yield item, None
                continue
            pool.schedule(Try(item, message, 1))
            while len(pool.tries) >= AHEAD * setup.workers:
                yield from pool.finished()
        while pool.tries:
            yield from pool.finished()
    finally:
        pool.stop()


class RestartedPool:
    """A pool that is made anew when it breaks: when a worker was lost while none was at work, or when none answers."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.tries: dict[Future[Any], Try] = {}
        self.breaks = 0
        self.pool = self._started()

    def _started(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.setup.workers,
            max_tasks=ITEMS_A_PROCESS,
            initializer=worker.start,
            initargs=(self.setup.memory, self.setup.prepare, self.setup.arguments),
            context=clean_context(self.setup.preloaded),
        )

    def schedule(self, each: Try) -> None:
        """Raises SkillgapError where no worker can be started."""
        try:
            future = self.pool.schedule(worker.work_on, args=(each.message,), timeout=self.setup.seconds)
        except RuntimeError:
            self.restart()
            future = self.pool.schedule(worker.work_on, args=(each.message,), timeout=self.setup.seconds)
        self.tries[future] = each

    def finished(self) -> Iterator[tuple[Any, Any]]:
        """Wait until something is done; what was lost for the first time is tried again."""
        done = wait(self.tries, timeout=self.setup.seconds + PATIENCE, return_when=FIRST_COMPLETED).done
        try:
            results = [(future, result_of(future)) for future in done]
        except BrokenProcessPool:
            results = []
        if not results:
            self.restart()
        for future, result in results:
            self.breaks = 0
            own = self.tries.pop(future)
            if isinstance(result, Lost) and own.number < TRIES:
                self.schedule(own._replace(number=own.number + 1))
            else:
                yield own.item, result

    def restart(self) -> None:
        """Begin again with everything that has no result."""
        self.breaks += 1
        if self.breaks > MOST_BREAKS:
            raise SkillgapError("the workers end before they have done anything", hint="allow more memory (--memory)")
        self.stop()
        self.pool = self._started()
        waiting = list(self.tries.values())
        self.tries.clear()
        for each in waiting:
            self.schedule(each)

    def stop(self) -> None:
        self.pool.stop()  # type: ignore[no-untyped-call]
        self.pool.join()


def result_of(future: "Future[Any]") -> Any:
    """Raises BrokenProcessPool where the pool is lost, not the item; and what the work has raised, which is a fault of ours."""
    try:
        return future.result()
    except FutureTimeout:
        return Lost(Cause.TIMEOUT)
    except ProcessExpired as ended:
        return Lost(Cause.MEMORY if ended.exitcode == worker.OUT_OF_MEMORY else Cause.CRASH)


def in_order(results: Iterable[tuple[int, Any]]) -> Iterator[Any]:
    """Put numbered results, which come in any order, into the order of their numbers: 0, 1, 2 and so on."""
    waiting: dict[int, Any] = {}
    following = 0
    for number, result in results:
        waiting[number] = result
        while following in waiting:
            yield waiting.pop(following)
            following += 1
