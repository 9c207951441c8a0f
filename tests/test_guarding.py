"""Reading in a child process: the same document, or one clear error in bounded time, and nothing left running."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

import pytest
from conftest import SAMPLES

from skillgap.documents.guarded import processes
from skillgap.documents.guarded.guarding import MEMORY, PendingDocument, read_document_guarded, start_reading
from skillgap.documents.guarded.processes import child_environment
from skillgap.documents.reading import read_document
from skillgap.documents.types import Limits
from skillgap.errors import (
    DocumentCorrupt,
    DocumentError,
    DocumentMissing,
    DocumentOutOfMemory,
    DocumentTimeout,
    DocumentTooLarge,
)

LONG = 30
CHILD = """
import ctypes, os, signal, subprocess, sys, time
from skillgap.documents.guarded import child
from skillgap.documents.reading import read_content
from skillgap.errors import DocumentError

def reader(content, name, limits):
    {body}
    return read_content(content, name, limits)

child.read_content, answer_to = reader, child.answer_to
child.answer_to = lambda request: {answer}
child.main()
"""
needs_posix = pytest.mark.skipif(os.name == "nt", reason="no signals, no limits there")

StartWith = Callable[..., PendingDocument]


@pytest.fixture
def start_with(tmp_path: Path) -> StartWith:
    """Start a child whose reader does something first, or that gives another answer; no document could ask for that."""

    def start(
        body: str = "pass", *, answer: str = "answer_to(request)", seconds: float = LONG, memory: int = MEMORY
    ) -> PendingDocument:
        script = tmp_path / "child.py"
        script.write_text(CHILD.format(body=body, answer=answer), encoding="utf-8")
        return start_reading(
            b"Linux", name="a.txt", seconds=seconds, memory=memory, _command=(sys.executable, str(script))
        )

    return start


def is_running(process: int) -> bool:
    """A zombie counts."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def within(seconds: float, is_so: Callable[[], bool]) -> bool:
    until = monotonic() + seconds
    while not is_so() and monotonic() < until:
        sleep(0.02)
    return is_so()


def number_of(pending: PendingDocument) -> int:
    child = pending._pending.child  # noqa: SLF001 - whether it is gone is the point
    assert child
    return child.process.pid


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("two-column.*")), ids=lambda path: path.suffix)
def test_a_guarded_document_is_that_of_the_same_process(path: Path) -> None:
    assert read_document_guarded(path) == read_document(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x7fELF\0", b"%PDF-1.7 broken", b"a\nb" * 100])
def test_a_guarded_error_is_that_of_the_same_process(content: bytes) -> None:
    """Class, message and hint; the last one is too large for its limit and never gets to a child."""
    errors = []
    for read in (read_document, read_document_guarded):
        with pytest.raises(DocumentError) as caught:
            read(content, name="Zoë.pdf", limits=Limits(size=200))
        errors.append((type(caught.value), caught.value.message, caught.value.hint))
    assert errors[0] == errors[1]


def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissing):
        start_reading(tmp_path / "none.pdf")


def test_limits_reach_the_child() -> None:
    document = read_document_guarded(b"Linux kernel", limits=Limits(characters=5))
    assert document.text == "Linux"


@pytest.mark.parametrize("body", ["time.sleep(1000)", "while True: pass"])
def test_a_reader_that_hangs_is_ended(start_with: StartWith, body: str) -> None:
    """At a time that nobody takes for long, though not to the second; and no zombie is left."""
    began = monotonic()
    pending = start_with(body, seconds=1.5)
    with pytest.raises(DocumentTimeout, match=r"^a\.txt: reading took longer than 1\.5 s"):
        pending.result()
    assert monotonic() - began < LONG
    assert not is_running(number_of(pending))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no other way to see a process that is not ours")
def test_what_the_reader_has_started_ends_with_it(start_with: StartWith, tmp_path: Path) -> None:
    """OCR is a process of its own; a dead one that its adopter has not reaped yet is a zombie (Z)."""
    noted = tmp_path / "started"
    started = "started = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1000)'])"
    pending = start_with(f"{started}; open({str(noted)!r}, 'w').write(f'{{started.pid}}.'); time.sleep(1000)")
    assert within(LONG, lambda: noted.exists() and noted.read_text().endswith("."))
    grandchild = Path("/proc", noted.read_text().rstrip("."), "stat")
    assert grandchild.exists()
    del pending
    gc.collect()
    assert within(LONG, lambda: not grandchild.exists() or grandchild.read_text().split()[2] == "Z")


@needs_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no limit of memory")
@pytest.mark.parametrize("body", ["bytes(10**12)", "[bytes(10**7) for _ in range(1000)]"])
def test_a_reader_that_eats_memory_is_stopped(start_with: StartWith, body: str) -> None:
    with pytest.raises(DocumentOutOfMemory, match=r"^a\.txt: reading it takes more than 256 MB of memory"):
        start_with(body, memory=268_435_456).result()


@needs_posix
@pytest.mark.parametrize(
    ("end", "error"),
    [
        ("ctypes.string_at(0)", DocumentCorrupt),
        ("os.abort()", DocumentCorrupt),
        ("os.kill(os.getpid(), signal.SIGKILL)", DocumentOutOfMemory),
        ("os.kill(os.getpid(), signal.SIGXCPU)", DocumentTimeout),
        ("os._exit(7)", DocumentError),
        ("int('x')", DocumentCorrupt),
        ("f = lambda: f(); f()", DocumentCorrupt),
    ],
)
def test_a_reader_that_dies_gives_an_error(start_with: StartWith, end: str, error: type[DocumentError]) -> None:
    pending = start_with(end)
    with pytest.raises(DocumentError, match=r"^a\.txt: ") as caught:
        pending.result()
    assert type(caught.value) is error
    assert not is_running(number_of(pending))


@needs_posix
@pytest.mark.parametrize(
    ("peak", "error"), [(MEMORY * 3 // 4, DocumentOutOfMemory), (MEMORY // 4, DocumentCorrupt), (0, DocumentCorrupt)]
)
def test_a_crash_near_the_limit_is_one_of_memory(
    start_with: StartWith, peak: int, error: type[DocumentError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """C libraries crash when they get no more; with a small or unknown peak a crash is a crash."""
    monkeypatch.setattr(processes, "peak_of", lambda _: peak)
    with pytest.raises(error):
        start_with("os.abort()").result()


@needs_posix
def test_what_a_child_begins_with_is_not_its_own() -> None:
    """The system counts the peak of the process that started it as the child's; no more than that says nothing."""
    import resource

    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert processes.peak_of(own) == 0
    assert processes.peak_of(own * 2) > 0


@pytest.mark.parametrize(
    "answer",
    [
        "b'\\xc1'",
        "b''.join([b'\\x81\\xa8document\\xdd', b'\\xff' * 4])",
        "b'\\x80'",
        "b'\\x91' * 100_000",
        "child.msgpack.encode({'document': {'text': 'x'}})",
        "child.msgpack.encode({'failure': None, 'more': 1})",
        "child.msgpack.encode(child.Answer(document=read_content(b'other', request.name, request.limits)))",
        "child.msgpack.encode(child.Answer(document=read_content(request.content, 'other', request.limits)))",
        "child.msgpack.encode(child.Answer(document=child.read_content(request.content, request.name, request.limits)))[:-5]",
    ],
)
def test_a_child_that_a_file_has_taken_over_is_not_believed(start_with: StartWith, answer: str) -> None:
    """Only a whole document of this name and this content is one."""
    with pytest.raises(DocumentCorrupt, match="no sensible answer"):
        start_with(answer=answer).result()


def test_an_answer_without_end_is_cut(start_with: StartWith, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "LARGEST_ANSWER", 1_000_000)
    with pytest.raises(DocumentTooLarge):
        start_with(answer="b'a' * 10_000_000").result()


def test_an_error_s_message_can_be_printed(start_with: StartWith) -> None:
    """No escape sequence of a terminal, no second line."""
    with pytest.raises(DocumentError) as caught:
        start_with(r"raise DocumentError('a.txt: \x1b[2J\nx', hint='\r')").result()
    assert str(caught.value) == "a.txt:  [2J x ( )"


def test_stray_prints_stay_out_of_the_answer(start_with: StartWith) -> None:
    """By Python, by a C library, and by a process that it starts."""
    noise = "print('x', flush=True); os.write(1, b'x'); os.write(2, b'x'); subprocess.run([sys.executable, '-c', 'print(1)'])"
    assert start_with(noise).result() == read_document(b"Linux", name="a.txt")


@needs_posix
def test_an_interruption_ends_the_child(start_with: StartWith) -> None:
    """Whatever whoever started the tests does with interruptions: a job in the background has them ignored."""
    pending = start_with("time.sleep(1000)")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            pending.result()
    finally:
        signal.signal(signal.SIGINT, before)
    assert not is_running(number_of(pending))


def test_a_child_ends_when_nobody_waits_for_it(start_with: StartWith) -> None:
    pending = start_with("time.sleep(1000)")
    number = number_of(pending)
    del pending
    gc.collect()
    assert not is_running(number)


def test_a_result_can_be_asked_for_again() -> None:
    pending = start_reading(b"Linux")
    assert pending.result() is pending.result()
    broken = start_reading(b"\x7fELF\0")
    for _ in range(2):
        with pytest.raises(DocumentError):
            broken.result()


def test_many_threads_may_read(start_with: StartWith) -> None:
    """Also the same document."""
    pending = start_with("time.sleep(0.2)")
    with ThreadPoolExecutor(4) as pool:
        same = list(pool.map(lambda _: pending.result(), range(4)))
        others = list(pool.map(read_document_guarded, [b"Linux", b"kernel", b"scheduler"]))
    assert all(document is same[0] for document in same)
    assert [document.text for document in others] == ["Linux", "kernel", "scheduler"]


def test_the_child_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SERVICE_TOKEN", "x")
    assert "A_SERVICE_TOKEN" not in child_environment()


def test_the_working_folder_is_no_place_of_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beside the résumés must not become part of the reader."""
    for module in ("msgspec", "skillgap", "zipfile"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_document_guarded(b"Linux").text == "Linux"


def test_the_child_finds_what_the_parent_finds(tmp_path: Path) -> None:
    """Also where the parent's path was made at run time, as tools do that carry their packages with them."""
    code = "import sys; sys.path[:] = {!r}; from skillgap.documents.guarded.guarding import *; print(read_document_guarded(b'Linux').text)"
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.format(sys.path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "Linux\n"


def test_without_an_interpreter_the_document_is_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert read_document_guarded(b"Linux") == read_document(b"Linux")
    with pytest.raises(DocumentError):
        read_document_guarded(b"")


def test_an_interpreter_that_cannot_start_is_an_error_of_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(DocumentError, match=r"^a\.txt: no process can be started to read it: No such file"):
        read_document_guarded(b"Linux", name="a.txt")
