"""A list of names on standard input."""

import os
import re
import sys
from collections.abc import Iterator

from skillgap.errors import UsageError

MARK = b"\xef\xbb\xbf"
"""What some programs begin UTF-8 with."""


def standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed", hint="name files or folders")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"standard input can't be read: {error.strerror}") from error


def names_in(listed: bytes) -> Iterator[str]:
    """One a line or, as `find -print0` gives them, each with a NUL behind it; in the encoding of the file system."""
    one = rb"[^\0]+" if b"\0" in listed else rb"[^\r\n]+"
    for name in re.finditer(one, listed.removeprefix(MARK)):
        if name[0].strip():
            yield os.fsdecode(name[0])
