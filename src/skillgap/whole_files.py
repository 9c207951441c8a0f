"""Files that are whole or not there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skillgap.errors import UsageError

PART = ".skillgap-"
"""How the name of a file that is not whole yet begins."""


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a path beside the target to write to; when all went well the file takes the target's name, and the rights it had.

    Raises UsageError where that can't be.
    """
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=PART)
        os.close(handle)
        part = Path(name)
        yield part
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~umask())
        part.replace(target)
    except BaseException as error:
        if part is not None:
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UsageError(f"{target}: can't be written: {error.strerror or error}") from error
        raise


def check_writable(folder: Path) -> None:
    """Raises OSError where no file can be made."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=PART):
        pass


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
