"""One input, and what is met on the way to it."""

import os
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, NoReturn

from skillgap.documents.sources import bytes_of_file, printable, too_large
from skillgap.documents.types import Limits
from skillgap.errors import DocumentError, DocumentMissing

ARCHIVE = ".zip"
PERMISSIONS = "check the path and its permissions"


class Input:
    """One file: `name` is how the user knows it, on one line; its content is read when it is asked for.

    `path` is where another process can read it, None of what is within an archive; `absence` is why there is no content, of an
    argument that leads to nothing and of an empty archive.
    """

    def __init__(
        self,
        name: str,
        load: Callable[[Limits], bytes],
        *,
        path: Path | None = None,
        absence: DocumentMissing | None = None,
    ) -> None:
        self.name = name
        self.path = path
        self.absence = absence
        self._load = load

    def content(self, limits: Limits) -> bytes:
        """Only for the input that is the current one of its iteration. Raises a DocumentError that begins with the name."""
        content = self._load(limits)
        if len(content) > limits.size:
            raise too_large(self.name, limits)
        return content


class Found(NamedTuple):
    """`identity` is the same whichever way leads there. Without an input it is something that is left out."""

    identity: str
    input: Input | None


class File(NamedTuple):
    """`real` is its path without links; `inside` are the names that lead to it from what was named, none where it was itself."""

    path: Path
    real: str
    inside: tuple[str, ...]


class Seen:
    """What has been met, by digest: sixteen bytes each, however long its name is."""

    def __init__(self) -> None:
        self.digests: set[bytes] = set()

    def is_new(self, identity: str) -> bool:
        """Whether it is met for the first time; from now on it is not."""
        digest = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        is_new = digest not in self.digests
        self.digests.add(digest)
        return is_new


def is_archive(name: str) -> bool:
    return name.casefold().endswith(ARCHIVE)


def file_input(path: Path) -> Input:
    name = printable(str(path))
    return Input(name, partial(bytes_of_file, path, name=name), path=path.absolute())


def unreadable(error: DocumentError, name: str) -> Input:
    return Input(name, partial(refuse, error))


def absent(argument: str, reason: str, hint: str) -> Found:
    """What stands in the place of an argument that leads to nothing."""
    name = printable(argument) or "(no name)"
    error = DocumentMissing(f"{name}: {reason}", hint=hint)
    return Found(f"\0{argument}", Input(name, partial(refuse, error), absence=error))


def unlistable(path: Path, real: str, error: OSError) -> Found:
    name = printable(str(path))
    missing = DocumentMissing(f"{name}: this folder can't be opened: {error.strerror}", hint=PERMISSIONS)
    return Found(real, unreadable(missing, name))


def refuse(error: DocumentError, limits: Limits) -> NoReturn:
    del limits
    raise error


def real_path(path: Path) -> str:
    """Without links; where one leads nowhere, the place of that link."""
    if os.path.exists(path):  # noqa: PTH110 - never raises, as Path's does for a link to where nobody may look
        return os.path.normcase(os.path.realpath(path))
    return below(os.path.normcase(os.path.realpath(path.parent)), path.name)


def below(real: str, name: str) -> str:
    return os.path.join(real, os.path.normcase(name))  # noqa: PTH118 - text is all that is needed of every file
