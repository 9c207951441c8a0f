"""Where results go: to stdout, or to a file that is whole or not there."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, TypeVar

from skillgap.errors import UsageError
from skillgap.whole_files import check_writable, written_whole

STANDARD_STREAM = "-"
F = TypeVar("F")


def tell(message: str) -> None:
    """Say something beside the result; where nobody listens it is lost, rather than mixed with the result."""
    if sys.stderr is not None:
        print(message, file=sys.stderr)


def check_output(target: Path | None, *, source: str, kind: str = "résumé") -> None:
    """Say before the work starts that a file can't be written; raises UsageError."""
    if target is None:
        return
    try:
        refuse_target(target, source, kind)
        check_writable(target.parent)
    except OSError as error:
        raise UsageError(f"{target}: can't be written: {error.strerror}") from error


def format_of(target: Path | None, by_suffix: Mapping[str, F], default: F) -> F:
    """The format that the file's name asks for; raises UsageError where it asks for none that there is."""
    if target is None:
        return default
    if target.suffix.casefold() not in by_suffix:
        raise UsageError(
            f"{target}: nothing is written with that suffix; known: {', '.join(by_suffix)}", hint="or say --format"
        )
    return by_suffix[target.suffix.casefold()]


def refuse_target(target: Path, source: str, kind: str) -> None:
    if any(path.parts[1:2] in {("dev",), ("proc",)} for path in (target.absolute(), target.resolve())):
        raise UsageError(f"{target}: is a device", hint="without -o the result goes to standard output")
    if target.is_dir():
        raise UsageError(f"{target}: is a directory", hint="name a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.parent}", hint="make it first")
    if target.exists() and not target.is_file():
        raise UsageError(f"{target}: is not a regular file")
    if source != STANDARD_STREAM and target.exists() and Path(source).exists() and target.samefile(source):
        raise UsageError(f"{target}: is the {kind} itself", hint="choose another name")


def write_output(text: str, target: Path | None) -> None:
    """Write the text as UTF-8."""
    write_bytes(text.encode("utf-8", errors="replace"), target)


def write_bytes(content: bytes, target: Path | None) -> None:
    """Write to stdout, or to a file that is whole or not there, and say so; raises UsageError where that can't be."""
    if target is None:
        write_stdout(content)
        return
    with written_whole(target.resolve()) as part:
        part.write_bytes(content)
    tell(f"wrote {target}")


def write_stdout(content: bytes) -> None:
    """Write all of it; a reader that has seen enough is no error, a full disk or a closed stream is one."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", hint="name a file with -o")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        lose_output()
    except OSError as error:
        lose_output()
        raise UsageError(f"standard output can't be written: {error.strerror}") from error


def lose_output() -> None:
    """Let go of what could not be written, or Python tries and complains again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def taken_source(argument: str) -> str | BinaryIO:
    """A path, or stdin where it is `-`."""
    if argument != STANDARD_STREAM:
        return argument
    if sys.stdin is None:
        raise UsageError("standard input is closed", hint="name a file")
    return sys.stdin.buffer
