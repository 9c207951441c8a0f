"""Runs of `skillgap rank` as processes: what each took, what it left, and what is left of it when it is killed. Needs Linux.

The process that measures takes in the orphans of those that it started: so what workers took is counted however they ended, and one that
survives is seen.
"""

import ctypes
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic, perf_counter, sleep

from msgspec import Struct

from skillgap.batch import journal as journals
from skillgap.batch.folder import BESIDE
from skillgap.errors import SkillgapError

PR_SET_CHILD_SUBREAPER = 36
PATIENCE = 10.0
"""Seconds in which workers must be gone after their parent."""
TICK = 0.01
SOME_FAILED = 4
TIMEOUT = 8
LIMITS = ("--timeout", str(TIMEOUT), "--memory", "384")
"""For one try of one file, in seconds and megabytes."""
DONE = re.compile(r'^{"done": (\d+)', re.MULTILINE)
RANK = """
import atexit, sys
from pathlib import Path
from skillgap.cli import main
def note_peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    Path(sys.argv[1]).write_text(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
atexit.register(note_peak)
main(sys.argv[2:])
"""


class Finding(Struct, frozen=True, kw_only=True):
    """A row of the table. `is_right`: None for one that says no more than a time or a ratio."""

    name: str
    text: str
    is_right: bool | None = None

    def __str__(self) -> str:
        mark = {True: "holds", False: "FAILS", None: ""}[self.is_right]
        return f"{self.name:<22} {mark:<6} {self.text}"


class Run(Struct, frozen=True, kw_only=True):
    """`seconds` on the clock, `processor` seconds of all its processes, `peak` kilobytes of the one that waits for the others."""

    seconds: float
    processor: float
    peak: int
    said: str


def adopt_orphans() -> None:
    if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise SkillgapError("this system does not hand orphans over", hint="run it on Linux")


def rank(folder: Path, out: Path, *, workers: int, options: Sequence[str] = ()) -> Run:
    """Raises SkillgapError where the command did not do its work."""
    with tempfile.TemporaryDirectory() as beside:
        peak, said = Path(beside, "peak"), Path(beside, "said")
        before, start = processor_seconds(), perf_counter()
        process = started(folder, out, workers, said, peak, options)
        code = process.wait()
        seconds = perf_counter() - start
        end_orphans()
        if code not in {0, SOME_FAILED}:
            raise SkillgapError(f"skillgap rank ended with {code}: {said.read_text()}")
        return Run(
            seconds=seconds,
            processor=processor_seconds() - before,
            peak=int(peak.read_text()),
            said=said.read_text(),
        )


def started(  # noqa: PLR0913, PLR0917 - what is run, and where it is noted
    folder: Path, out: Path, workers: int, said: Path, peak: Path, options: Sequence[str] = ()
) -> "subprocess.Popen[bytes]":
    """In a group of its own, so that it can be killed as one."""
    command = [sys.executable, "-c", RANK, str(peak), "rank", str(folder), "-o", str(out), "--workers", str(workers)]
    with said.open("wb") as file:
        return subprocess.Popen(  # noqa: S603 - this interpreter, with the code above
            [*command, *LIMITS, "--progress", "json", *options], stdout=file, stderr=file, start_new_session=True
        )


def processor_seconds() -> float:
    """Of all children that have ended, and theirs."""
    spent = os.times()
    return spent.children_user + spent.children_system


def end_orphans() -> int:
    """Wait until every child has ended; end those that have not by then, and return how many they were."""
    limit = monotonic() + PATIENCE
    while has_children():
        if monotonic() > limit:
            left = children()
            for pid in left:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return len(left)
        sleep(TICK)
    return 0


def has_children() -> bool:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def children() -> list[int]:
    found = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(pid) for pid in found.split()]


class Killed(Struct, frozen=True, kw_only=True):
    """`known`: how many contents the journal had a result for; `survivors` were still there ten seconds later."""

    was_running: bool
    known: int
    survivors: int


def killed(
    folder: Path, out: Path, *, is_time: Callable[[int], bool], delay: float = 0.0, is_group: bool = True
) -> Killed:
    """Start two workers, and kill `delay` seconds after it is time (asked with the files done): all processes, or the parent alone."""
    with tempfile.TemporaryDirectory() as beside:
        said = Path(beside, "said")
        process = started(folder, out, 2, said, Path(beside, "peak"))
        while process.poll() is None and not is_time(files_done(said)):
            sleep(TICK)
        sleep(delay)
        was_running = process.poll() is None
        if was_running:
            if is_group:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
        return Killed(was_running=was_running, survivors=end_orphans(), known=known_results(out))


def files_done(said: Path) -> int:
    """As the run says, about once a second."""
    return max(map(int, DONE.findall(said.read_text())), default=0)


def known_results(out: Path) -> int:
    """Counted in a copy: the next run is to find the journal as it was left."""
    with tempfile.TemporaryDirectory() as beside:
        for ending in BESIDE:
            left = out / f"{journals.FILE}{ending}"
            if left.exists():
                shutil.copy(left, beside)
        with closing(sqlite3.connect(Path(beside, journals.FILE))) as connection:
            try:
                return int(connection.execute("select count(*) from results").fetchone()[0])
            except sqlite3.OperationalError:
                return 0


def exports_of(out: Path) -> dict[str, str]:
    """The digest of every file of results by its name, those of the journal apart."""
    files = [path for path in out.rglob("*") if path.is_file() and not path.name.startswith(journals.FILE)]
    return {str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in sorted(files)}


def journal_of(out: Path) -> dict[str, tuple[int, str]]:
    """By table, how many rows there are and the digest of them in their order."""
    with closing(sqlite3.connect(out / journals.FILE)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table' order by name").fetchall()
        return {name: digested(connection.execute(f"select * from {name} order by 1")) for (name,) in names}  # noqa: S608


def digested(rows: Iterator[Sequence[object]]) -> tuple[int, str]:
    digest, count = sha256(), 0
    for row in rows:
        digest.update(repr(row).encode())
        count += 1
    return count, digest.hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """The names of the files and tables in which two folders of results are not the same."""
    both = [
        {**exports_of(out), **{f"table {name}": each for name, each in journal_of(out).items()}} for out in (one, other)
    ]
    return sorted(name for name in both[0] | both[1] if both[0].get(name) != both[1].get(name))
