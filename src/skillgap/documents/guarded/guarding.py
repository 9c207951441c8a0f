"""Reading in a process of its own, with limits: a file that hangs, swells or crashes a C library ends that process alone.

No pickle goes between the two: a hostile file may own the child, so its answer is input like any other.
"""

import signal
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from threading import Lock
from time import monotonic

from msgspec import MsgspecError, msgpack

from skillgap.documents.annotated.pictures import SIGNATURES, Picture
from skillgap.documents.guarded import processes
from skillgap.documents.guarded.child import Answer, Drawing, Failure, Request, answered, over_memory
from skillgap.documents.guarded.processes import Child, child_command
from skillgap.documents.sources import Source, taken_in
from skillgap.documents.types import Document, Limits
from skillgap.errors import DocumentCorrupt, DocumentError, DocumentOutOfMemory, DocumentTimeout, DocumentTooLarge

SECONDS = 18.0
MEMORY = 1_006_632_960
LONGEST_MESSAGE = 1000
ERRORS: dict[str, type[DocumentError]] = {error.code: error for error in DocumentError.__subclasses__()}


def read_document_guarded(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Document:
    """Read a path, bytes or a binary file object in a process that may take so many seconds and bytes of memory.

    Gives and raises what `read_document` does, and besides DocumentTimeout and DocumentOutOfMemory.
    """
    return start_reading(source, name=name, limits=limits, seconds=seconds, memory=memory).result()


def start_reading(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    _command: Sequence[str] | None = None,
) -> "PendingDocument":
    """Take the document in and let a process read it meanwhile; its time runs from now on.

    Raises at once where the source can't be taken in. Where there is no interpreter to be started (a frozen
    program, a browser) the document is read in this process, when its result is asked for.
    """
    limits = limits or Limits()
    content, name = taken_in(source, name, limits)
    request = Request(name=name, content=content, limits=limits, seconds=seconds, memory=memory)
    return PendingDocument(PendingAnswer(request, child_command() if _command is None else _command))


def draw_guarded(
    document: Document, content: bytes, pages: Sequence[int], *, is_marked: bool, limits: Limits | None = None
) -> tuple[Picture, ...]:
    """Draw pages in a process of their own, for pictures are what libraries stumble over; marked with what was read or bare."""
    drawing = Drawing(document=document, pages=tuple(pages), is_marked=is_marked)
    request = Request(
        name=document.name, content=content, limits=limits or Limits(), seconds=SECONDS, memory=MEMORY, drawing=drawing
    )
    pictures = PendingAnswer(request, child_command()).answer().pictures
    if pictures is None or not all(is_picture(each, pages) for each in pictures):
        raise nonsense(request)
    return pictures


class PendingDocument:
    """A document that is being read. Left alone, its process ends when this object does."""

    def __init__(self, pending: "PendingAnswer") -> None:
        self._pending = pending

    def result(self) -> Document:
        """Wait for the document, or for its time to be over; every call gives or raises the same."""
        document = self._pending.answer().document
        if document is None or not is_of(document, self._pending.request):
            raise nonsense(self._pending.request)
        return document


class PendingAnswer:
    """A child at work, or without a command nobody yet."""

    def __init__(self, request: Request, command: Sequence[str]) -> None:
        self.request = request
        self.deadline = monotonic() + request.seconds
        self.child = asked(request, command) if command else None
        self._lock = Lock()
        self._outcome: Answer | DocumentError | None = None

    def answer(self) -> Answer:
        """Give the same to every thread and at every call."""
        with self._lock:
            if self._outcome is None:
                self._outcome = self._waited(self.child) if self.child else self._answered_here()
        if isinstance(self._outcome, DocumentError):
            raise self._outcome
        return self._outcome

    def _waited(self, child: Child) -> Answer | DocumentError:
        """Whatever happens here, an interruption too, no process is left behind."""
        try:
            answer = child.answer(self.deadline - monotonic())
        finally:
            child.end()
        if answer is None:
            return out_of_time(self.request)
        return outcome_of(answer, self.request) if answer else death(child, self.request)

    def _answered_here(self) -> Answer | DocumentError:
        try:
            return answered(self.request)
        except DocumentError as error:
            return error


def asked(request: Request, command: Sequence[str]) -> Child:
    try:
        return Child(command, msgpack.encode(request))
    except OSError as error:
        raise DocumentError(f"{request.name}: no process can be started to read it: {error.strerror}") from error


def outcome_of(answer: bytes, request: Request) -> Answer | DocumentError:
    if len(answer) > processes.LARGEST_ANSWER:
        return DocumentTooLarge(f"{request.name}: there is more in it than in any résumé")
    try:
        decoded = msgpack.decode(answer, type=Answer)
    except (MsgspecError, ValueError, RecursionError, MemoryError):
        return nonsense(request)
    return error_of(decoded.failure) if decoded.failure else decoded


def is_of(document: Document, request: Request) -> bool:
    """Whether name and content are those that were asked for, and the lines stand in the text one after the other."""
    ends = [0, *(end for line in document.lines for end in (line.start, line.end)), len(document.text)]
    return (
        document.name == request.name
        and document.sha256 == sha256(request.content).hexdigest()
        and all(before <= after for before, after in pairwise(ends))
    )


def is_picture(picture: Picture, pages: Sequence[int]) -> bool:
    return picture.page in pages and picture.content.startswith(SIGNATURES[picture.media_type])


def nonsense(request: Request) -> DocumentCorrupt:
    return DocumentCorrupt(f"{request.name}: its reader gave no sensible answer", hint="export it again")


def error_of(failure: Failure) -> DocumentError:
    """One line that can be printed, whatever the child has sent."""
    message, hint = (
        "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_MESSAGE])
        for text in (failure.message, failure.hint)
    )
    return ERRORS.get(failure.code, DocumentError)(message, hint=hint)


def death(child: Child, request: Request) -> DocumentError:
    """Say why a child has ended without an answer, as far as its exit code shows and the most memory it had.

    The system ends a process by SIGKILL when memory is short; pdfium itself crashes when it gets no more.
    """
    code = child.process.returncode
    by_signal = signal.Signals(-code).name if -code in set(signal.Signals) else ""
    if by_signal in {"SIGXCPU", "SIGALRM"}:
        return out_of_time(request)
    if by_signal == "SIGKILL" or (by_signal and child.peak > request.memory / 2):
        message, hint = over_memory(request)
        return DocumentOutOfMemory(message, hint=hint)
    if code < 0 or code > 255:  # noqa: PLR2004 - Windows has no signals, but such codes
        return DocumentCorrupt(f"{request.name}: its reader crashed", hint="export it again")
    return DocumentError(f"{request.name}: the process that should read it ended with exit code {code}")


def out_of_time(request: Request) -> DocumentTimeout:
    return DocumentTimeout(
        f"{request.name}: reading took longer than {request.seconds:g} s",
        hint="allow more time (--timeout), or export it again as a simpler file",
    )
