"""How many threads libraries take: one, as there is a process for each processor."""

import os


def with_one_thread() -> None:
    """Let numpy, where it is imported from now on and in processes begun from now on, use one thread: its others wait busily."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
