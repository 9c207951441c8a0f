"""Taking a document in: a path, bytes or a stream becomes bytes and a name, and never more bytes than the limit."""

import os
from pathlib import Path
from typing import BinaryIO

from skillgap.documents.types import Limits
from skillgap.errors import DocumentMissing, DocumentTooLarge, DocumentUnsupported

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO

SOURCES = "give a path, bytes or a file object that was opened in binary mode"


def taken_in(source: Source, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """Return the bytes and the name to call them by; never more bytes than the limit are read."""
    if isinstance(source, bytes | bytearray | memoryview):
        content, name = bytes(source), name or "document"
    elif isinstance(source, str | os.PathLike):
        if not os.fspath(source):
            raise DocumentMissing("no file was named", hint="name one")
        path = Path(source)
        content = bytes_of_file(path, limits, printable(name or str(path)))
        name = name or path.name or str(path)
    elif not callable(getattr(source, "read", None)):
        kind = type(source).__name__
        raise DocumentUnsupported(f"{printable(name or kind)}: an object of this type is no document", hint=SOURCES)
    else:
        given = getattr(source, "name", None)
        name = name or (Path(given).name if isinstance(given, str) else "document")
        content = bytes_of_stream(source, name, limits)
    name = printable(name)
    if len(content) > limits.size:
        raise too_large(name, limits)
    return content, name


def printable(name: str) -> str:
    """The name on one line, whatever letters a file system allows."""
    plain = name.encode("utf-8", errors="replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in plain)


def too_large(name: str, limits: Limits) -> DocumentTooLarge:
    return DocumentTooLarge(
        f"{name}: over {limits.size // 1_000_000} MB, too large for a résumé", hint="export it with smaller images"
    )


def bytes_of_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read to the end or just past the limit; an unbuffered stream gives less at a time than it is asked for."""
    parts = bytearray()
    while len(parts) <= limits.size:
        part = stream.read(limits.size + 1 - len(parts))
        if isinstance(part, str):
            raise DocumentUnsupported(f"{name}: the file object gives text", hint="open it in binary mode")
        if not part:
            break
        parts += part
    return bytes(parts)


def bytes_of_open(file: BinaryIO, limits: Limits) -> bytes:
    """Ask for what the file says it has, and for more only where there is more: room for the limit, again and again, tears memory up."""
    expected = min(os.fstat(file.fileno()).st_size, limits.size)
    content = file.read(expected + 1)
    return content if len(content) <= expected else content + file.read(limits.size + 1 - len(content))


def bytes_of_file(path: Path, limits: Limits, name: str) -> bytes:
    try:
        if path.is_dir():
            raise DocumentUnsupported(f"{name}: this is a directory", hint="name one file in it")
        if path.is_symlink() and not path.exists():
            raise DocumentMissing(f"{name}: this link leads nowhere", hint="check where it points")
        if not path.exists():
            raise DocumentMissing(f"{name}: no such file", hint="check the path")
        if not path.is_file():
            raise DocumentUnsupported(f"{name}: this is not a regular file")
        with path.open("rb") as file:
            return bytes_of_open(file, limits)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentMissing(
            f"{name}: can't be opened: {reason}", hint="check the path and its permissions"
        ) from error
