"""The pool of workers: an item that takes its worker down is lost alone."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import work_for_workers

from skillgap.errors import SkillgapError
from skillgap.isolation.pool import Cause, Lost, Setup, in_order, run_isolated

MEMORY = 256 * 1_048_576


def setup(folder: Path, **changed: object) -> Setup:
    usual = Setup(
        prepare=work_for_workers.prepare,
        arguments=(str(folder),),
        preloaded=(),
        workers=2,
        seconds=20.0,
        memory=MEMORY,
    )
    return usual._replace(**changed)


def jobs(*items: str) -> Iterator[tuple[str, str]]:
    return ((item, item) for item in items)


def tries(folder: Path, name: str) -> int:
    return len((folder / name).read_text().splitlines())


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("deed", "cause", "changed"),
    [
        ("die", Cause.CRASH, {}),
        ("exit", Cause.CRASH, {}),
        ("eat", Cause.MEMORY, {}),
        ("hang", Cause.TIMEOUT, {"seconds": 0.5}),
    ],
)
def test_only_the_item_that_takes_workers_down_is_lost(
    tmp_path: Path, deed: str, cause: Cause, changed: dict[str, object]
) -> None:
    """It is tried twice; all others have their results."""
    others = [f"do {number}" for number in range(12)]
    items = [*others[:5], f"{deed} bad", *others[5:]]
    results = dict(run_isolated(jobs(*items), setup(tmp_path, **changed)))
    assert results.pop(f"{deed} bad") == Lost(cause)
    assert results == {item: item.upper() for item in others}
    assert tries(tmp_path, "bad") == 2


def test_an_item_lost_once_is_tried_again(tmp_path: Path) -> None:
    """What killed the first worker may have been the system, short of memory."""
    results = dict(run_isolated(jobs("die-once it", "do 1"), setup(tmp_path)))
    assert results["die-once it"] == "DIE-ONCE IT"
    assert tries(tmp_path, "it") == 2


def test_everything_is_accounted_for_when_every_item_is_bad(tmp_path: Path) -> None:
    """However many workers are lost one after the other."""
    items = [f"{deed} {number}" for number in range(4) for deed in ("die", "exit", "eat")]
    results = dict(run_isolated(jobs(*items), setup(tmp_path)))
    assert set(results) == set(items)
    assert all(isinstance(result, Lost) for result in results.values())


def test_an_item_without_a_message_costs_no_work(tmp_path: Path) -> None:
    """Its result is None."""
    mixed = [("known", None), ("new", "do new"), ("known too", None)]
    assert dict(run_isolated(mixed, setup(tmp_path))) == {"known": None, "new": "DO NEW", "known too": None}


def test_items_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    """An endless input is no problem, and memory holds a few items a worker."""
    taken = 0

    def endless() -> Iterator[tuple[str, str]]:
        nonlocal taken
        for taken in itertools.count(1):
            yield f"do {taken}", f"do {taken}"

    results = run_isolated(endless(), setup(tmp_path))
    for _ in range(20):
        next(results)
    results.close()
    assert taken < 40


def test_closing_the_results_ends_the_workers(tmp_path: Path) -> None:
    """Even one that would never come back."""
    results = run_isolated(jobs("do 1", "hang here", *(f"do {n}" for n in range(2, 30))), setup(tmp_path))
    next(item for item, _ in results if (tmp_path / "here").exists())
    process = int((tmp_path / "here").read_text())
    assert is_alive(process)
    results.close()
    assert not is_alive(process)


def test_workers_that_can_not_begin_are_an_error(tmp_path: Path) -> None:
    """One line, not an endless series of new workers."""
    with pytest.raises(SkillgapError, match="workers"):
        list(run_isolated(jobs("do 1"), setup(tmp_path, prepare=work_for_workers.prepare_badly)))


def test_workers_leave_when_their_parent_was_killed(tmp_path: Path) -> None:
    """`kill -9` of the program leaves nothing behind."""
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        import work_for_workers
        from skillgap.isolation.pool import Setup, run_isolated

        setup = Setup(work_for_workers.prepare, (sys.argv[1],), (), 1, 600.0, 268435456)
        for item, _ in run_isolated([("hang here", "hang here")], setup):
            pass
    """)
    (tmp_path / "script.py").write_text(script)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    program = subprocess.Popen([sys.executable, str(tmp_path / "script.py"), str(tmp_path)], env=environment)
    here = tmp_path / "here"
    while not here.exists() or not here.read_text().endswith("\n"):
        assert program.poll() is None
    program.send_signal(signal.SIGKILL)
    program.wait()
    process = int(here.read_text())
    while is_alive(process):  # a worker that stays hangs this test, which the runner ends
        os.sched_yield()


def test_results_are_put_in_order() -> None:
    """Each is given as soon as all before it are there."""
    came = iter([(2, "c"), (0, "a"), (1, "b"), (3, "d")])
    ordered = in_order(came)
    assert next(ordered) == "a"
    assert next(came) == (1, "b"), "the next was not asked for yet"
    assert list(in_order(iter([(1, "b"), (0, "a"), (2, "c")]))) == ["a", "b", "c"]
