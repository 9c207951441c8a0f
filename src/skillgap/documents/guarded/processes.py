"""A child process that takes one request and gives one answer, and that never outlives who asked."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from weakref import finalize

LARGEST_ANSWER = 134_217_728
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "PYTHONHOME", "TESSDATA_PREFIX")
KEPT_BEGINNINGS = ("LC_", "LD_LIBRARY_", "DYLD_", "SKILLGAP_", "PYTHONDONTWRITE", "PYTHONPYCACHE")


class Child:
    """Started at once, fed and listened to by a thread. Its process ends with `end`, else with this object or the program.

    Raises OSError where no process can be started.
    """

    def __init__(self, command: Sequence[str], request: bytes) -> None:
        self.peak = 0
        self.process = started(command)
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._end = finalize(self, end, self.process)
        Thread(target=exchange, args=(self.process, request, self._answers), daemon=True).start()

    def answer(self, seconds: float) -> bytes | None:
        """Wait for the answer: empty if the child died without one, a byte over the largest if it goes on, None if time is up."""
        try:
            return self._answers.get(timeout=max(0.0, seconds))
        except Empty:
            return None

    def end(self) -> None:
        """End the process, and learn the most memory that it had."""
        self.peak = self._end() or self.peak


def child_command() -> tuple[str, ...]:
    """Nothing where no interpreter can be started. `-P` and `-s`: what can be imported is said by `child_environment` alone."""
    if not sys.executable or getattr(sys, "frozen", False) or sys.platform in {"emscripten", "wasi"}:
        return ()
    return (sys.executable, "-P", "-s", "-W", "ignore", "-m", "skillgap.documents.guarded.child")


def child_environment() -> dict[str, str]:
    """The child finds the modules that this process finds, and sees no secrets that stand in variables.

    One thread each for the libraries that would start many: each thread takes a share of the memory that is allowed.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in KEPT_VARIABLES or name.upper().startswith(KEPT_BEGINNINGS)
    }
    places = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    return kept | {"PYTHONPATH": places, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}


def started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the child in a session of its own, out of reach of the terminal and its keys."""
    return subprocess.Popen(  # noqa: S603 - this interpreter, with a module of this package
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def exchange(process: subprocess.Popen[bytes], request: bytes, answers: "SimpleQueue[bytes]") -> None:
    """Give the request, then take the answer; either may wait."""
    assert process.stdin  # noqa: S101 - for the type checker: all are pipes
    assert process.stdout  # noqa: S101 - as above
    answer = bytearray()
    with suppress(OSError), process.stdin:
        process.stdin.write(request)
    with suppress(OSError), process.stdout:
        while len(answer) <= LARGEST_ANSWER and (part := os.read(process.stdout.fileno(), 65536)):
            answer += part
    answers.put(bytes(answer[: LARGEST_ANSWER + 1]))


def end(process: subprocess.Popen[bytes]) -> int:
    """End the child and what it has started, OCR for one; return the most memory it had, 0 where that is unknown.

    The group goes first: once the child is reaped, its number may be another's.
    """
    if not hasattr(os, "killpg"):
        process.kill()
        process.wait()
        return 0
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except ChildProcessError:  # the program that uses this library reaps every child itself
        process.returncode = 0
        return 0
    process.returncode = os.waitstatus_to_exitcode(status)
    return peak_of(usage.ru_maxrss)


def peak_of(child: int) -> int:
    """The most bytes a child had, from what the system counts: it begins with the peak of this process, which started it.

    So a child that took no more than this process had is one of which nothing is known: 0.
    """
    import resource

    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return child * (1 if sys.platform == "darwin" else 1024) if child > own else 0
