"""The process that reads one document and then ends: `python -m skillgap.documents.guarded.child`, started by `guarding`.

A request comes in over standard input and an answer goes out over standard output, both as msgpack. The process limits
itself before it looks at the document, for a hostile file may make a C library do anything.
"""

import os
import signal
import sys
from math import ceil

from msgspec import Struct, msgpack

from skillgap.documents.annotated.pictures import Picture
from skillgap.documents.reading import read_content
from skillgap.documents.types import Document, Limits
from skillgap.errors import DocumentCorrupt, DocumentError, DocumentOutOfMemory
from skillgap.isolation.limits import limit_memory, set_limits

GRACE = 2
"""Seconds over the time allowed: by then the parent has ended this process, unless the parent itself is gone."""


class Request(Struct, frozen=True, kw_only=True):
    name: str
    content: bytes
    limits: Limits
    seconds: float
    memory: int
    drawing: "Drawing | None" = None


class Drawing(Struct, frozen=True, kw_only=True):
    """What to draw instead of reading: pages of a document that was read, marked with its lines or bare."""

    document: Document
    pages: tuple[int, ...]
    is_marked: bool


class Failure(Struct, frozen=True, forbid_unknown_fields=True):
    """A DocumentError by its code."""

    code: str
    message: str
    hint: str


class Answer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the three."""

    document: Document | None = None
    pictures: tuple[Picture, ...] | None = None
    failure: Failure | None = None


def main() -> None:
    """Answer one request; leave without tidying up, which can only take time or crash."""
    channel = answer_channel()
    request = msgpack.decode(sys.stdin.buffer.read(), type=Request)
    limit_this_process(request.seconds, request.memory)
    rest = memoryview(answer_to(request))
    while rest:
        rest = rest[os.write(channel, rest) :]
    os._exit(0)


def answer_channel() -> int:
    """Keep standard output for the answer; whatever else a library prints there goes nowhere."""
    channel = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return channel


def limit_this_process(seconds: float, memory: int) -> None:
    """Where the system knows limits (not on Windows; macOS knows none for memory), they hold for OCR's processes too."""
    try:
        import resource
    except ImportError:
        return
    last_second = min(ceil(seconds) + GRACE, 2**31 - 1)
    limit_memory(memory)
    set_limits({resource.RLIMIT_CPU: (last_second, last_second + GRACE)})
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(last_second)


def answer_to(request: Request) -> bytes:
    """Whatever goes wrong is an answer as well."""
    try:
        return msgpack.encode(answered(request))
    except DocumentError as error:
        failure = Failure(error.code, error.message, error.hint)
    except MemoryError:
        failure = Failure(DocumentOutOfMemory.code, *over_memory(request))
    except Exception as error:  # noqa: BLE001 - a fault of a reader must not look like a crash
        message = f"{request.name}: its reader failed: {type(error).__name__}: {error}"
        failure = Failure(DocumentCorrupt.code, message, "export it again")
    return msgpack.encode(Answer(failure=failure))


def answered(request: Request) -> Answer:
    """Raises a DocumentError where there is nothing to be read or drawn."""
    if request.drawing is None:
        return Answer(document=read_content(request.content, request.name, request.limits))
    from skillgap.documents.annotated.pictures import pictures_of

    drawing = request.drawing
    return Answer(
        pictures=pictures_of(
            drawing.document, request.content, drawing.pages, is_marked=drawing.is_marked, limits=request.limits
        )
    )


def over_memory(request: Request) -> tuple[str, str]:
    """Message and hint."""
    return (
        f"{request.name}: reading it takes more than {request.memory // 1_048_576} MB of memory",
        "export it again with smaller images",
    )


if __name__ == "__main__":
    main()
