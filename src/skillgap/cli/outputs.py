"""Where results go: to stdout, or to a file that is whole or not there."""

import os
import sys
import tempfile
from pathlib import Path

from skillgap.errors import UsageError

STANDARD_STREAM = "-"


def check_output(target: Path | None, *, source: str) -> None:
    """Say before the work starts that a file can't be written; raises UsageError."""
    if target is None:
        return
    if target.is_dir():
        raise UsageError(f"{target}: is a directory", hint="name a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.parent}", hint="make it first")
    if target.exists() and not target.is_file():
        raise UsageError(f"{target}: is not a regular file")
    if source != STANDARD_STREAM and target.exists() and Path(source).exists() and target.samefile(source):
        raise UsageError(f"{target}: is the résumé itself", hint="choose another name")
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".skillgap-"):
            pass
    except OSError as error:
        raise UsageError(f"{target}: can't be written: {error.strerror}") from error


def write_output(text: str, target: Path | None) -> None:
    """Write UTF-8: to stdout, or to a temporary file that then takes the target's name."""
    if target is None:
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.flush()
        return
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".skillgap-", delete=False) as file:
            temporary = Path(file.name)
            file.write(text.encode("utf-8", errors="replace"))
        temporary.chmod(0o666 & ~current_umask())
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise UsageError(f"{target}: can't be written: {error.strerror}") from error


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def taken_source(argument: str) -> str | bytes:
    """A path, or what stands on stdin where it is `-`."""
    return sys.stdin.buffer.read() if argument == STANDARD_STREAM else argument
