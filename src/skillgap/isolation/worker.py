"""The process that does the work, item by item."""

import os
import signal
from collections.abc import Callable
from multiprocessing import parent_process
from threading import Thread
from typing import Any

from skillgap.isolation.garbage import look_for_garbage_seldom
from skillgap.isolation.limits import limit_memory, loaded

OUT_OF_MEMORY, ORPHANED = 77, 78
"""Exit codes."""

Work = Callable[[Any], Any]
_work: list[Work] = []


def start(memory: int, prepare: Callable[..., Work], arguments: tuple[Any, ...]) -> None:
    """Get ready: load what `prepare` loads; `memory` is what an item may take besides.

    Ctrl-C is for the process that waits for the results; when told to end, a worker ends at once.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=leave_with_parent, daemon=True).start()
    _work[:] = [prepare(*arguments)]
    look_for_garbage_seldom()
    limit_memory(loaded() + memory)


def leave_with_parent() -> None:
    """However the parent ended, nobody waits for results any more."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(ORPHANED)


def work_on(item: Any) -> Any:
    """Do one item. After it ran out of memory a process is in no state to go on."""
    try:
        return _work[0](item)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
