"""Processes that begin from a clean one, where the system can: no locks of this one's threads, and quick to start again."""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import context
from multiprocessing.context import BaseContext
from types import ModuleType
from typing import Any

from skillgap.isolation.threads import with_one_thread


def clean_context(preloaded: Sequence[str]) -> BaseContext:
    """Return a context whose processes have imported `preloaded` already, once for all of them, where the system allows.

    Unlike Python's own, they do not run the main script again: who calls this from a script needs no guard around it.
    """
    with_one_thread()
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return Spawning()
    server = ForkServing()
    server.set_forkserver_preload(list(preloaded))
    return server


@contextmanager
def without_main() -> Iterator[None]:
    """Let the main module look like one without a file, which a new process has nothing to run of."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


if sys.platform != "win32":

    class ForkServed(context.ForkServerProcess):
        @staticmethod
        def _Popen(process_obj: Any) -> Any:  # noqa: N802 - the name that multiprocessing calls
            with without_main():
                return context.ForkServerProcess._Popen(process_obj)  # noqa: SLF001

    class ForkServing(context.ForkServerContext):
        Process = ForkServed


class Spawned(context.SpawnProcess):
    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - as above
        with without_main():
            return context.SpawnProcess._Popen(process_obj)  # noqa: SLF001


class Spawning(context.SpawnContext):
    Process = Spawned
