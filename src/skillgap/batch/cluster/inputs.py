"""Inputs that lie where `fsspec` reaches: listed here, read by the workers."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from skillgap.batch.inputs import Input, Inputs
from skillgap.documents.sources import bytes_of_stream, printable, too_large
from skillgap.documents.types import Limits
from skillgap.errors import DocumentMissing, UsageError

SCHEME = "://"
MAGIC = frozenset("*[")
WEB = ("http://", "https://")
"""What lies there can't be listed: an address is one file."""


class RemoteInput(Input):
    """One file: `url` is what any worker reads it by."""

    def __init__(self, url: str) -> None:
        name = printable(url)
        super().__init__(name, partial(content_of, url, name=name))
        self.url = url


class RemoteInputs:
    """As `Inputs`; arguments that are URLs may name files, folders and patterns (`s3://bucket/*.pdf`).

    `include` holds for the names of files in folders. What is hidden, and what lies in `apart_from` (a path or a URL), is left out.
    """

    def __init__(
        self, arguments: Sequence[str], *, include: Sequence[str] = (), apart_from: Sequence[str] = ()
    ) -> None:
        self.include = tuple(include)
        self.apart_from = [each for each in apart_from if is_url(each)]
        apart = tuple(Path(each) for each in apart_from if not is_url(each))
        self._groups: list[Inputs | str] = []
        for is_remote, group in groupby(arguments, is_url):
            named = tuple(group)
            self._groups += named if is_remote else (Inputs(named, include=include, apart_from=apart),)

    def __iter__(self) -> Iterator[Input]:
        for group in self._groups:
            yield from group if isinstance(group, Inputs) else self._listed(group)

    def count(self) -> int:
        """As `Inputs.count`."""
        return sum(
            group.count() if isinstance(group, Inputs) else sum(1 for _ in self._listed(group))
            for group in self._groups
        )

    @property
    def left_out(self) -> int:
        """As `Inputs.left_out`, of what lies here."""
        return sum(group.left_out for group in self._groups if isinstance(group, Inputs))

    def _listed(self, argument: str) -> Iterator[RemoteInput]:
        """What a URL names; where that is nothing, the URL: reading it will say why. Of one folder at a time the names are in memory."""
        system, path = located(argument)
        try:
            if argument.startswith(WEB):
                found: Iterable[str] | None = None
            elif MAGIC.intersection(path):
                found = sorted(system.glob(path))
            else:
                found = files_below(system, path) if system.isdir(path) else None
            if found is None:
                yield RemoteInput(argument)
                return
            root = path.rstrip("/") + "/"
            for each in found:
                if self._takes(each.removeprefix(root)) and not self._is_apart(system, each):
                    yield RemoteInput(str(system.unstrip_protocol(each)))
        except OSError as error:
            raise unreachable(argument, error) from error

    def _takes(self, inside: str) -> bool:
        path = PurePosixPath(inside)
        if any(part.startswith(".") for part in path.parts):
            return False
        return not self.include or any(fnmatchcase(path.name, pattern) for pattern in self.include)

    def _is_apart(self, system: Any, path: str) -> bool:
        apart = (located(each) for each in self.apart_from)
        return any(type(other) is type(system) and path.startswith(folder.rstrip("/") + "/") for other, folder in apart)


def files_below(system: Any, folder: str) -> Iterator[str]:
    """By path; links to folders are not followed."""
    for each in sorted(system.ls(folder, detail=True), key=lambda each: str(each["name"])):
        name = str(each["name"]).rstrip("/")
        if each["type"] != "directory":
            yield name
        elif name != folder.rstrip("/") and not each.get("islink"):
            yield from files_below(system, name)


def is_url(argument: str) -> bool:
    return SCHEME in argument


def located(url: str) -> tuple[Any, str]:
    """The file system of a URL or path, and the path in it; raises UsageError where it is of an unknown kind or can't be reached."""
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]
    except ImportError as error:
        raise not_installed() from error
    try:
        system, path = url_to_fs(url, use_listings_cache=False)
    except Exception as error:
        raise unreachable(url, error) from error
    return system, str(path)


def not_installed() -> UsageError:
    return UsageError("--engine ray needs more than is installed", hint='pip install "skillgap[ray]"')


def unreachable(url: str, error: Exception) -> UsageError:
    """An ImportError says which package reads URLs of this kind."""
    return UsageError(f"{printable(url)}: can't be reached: {said(error)}")


def said(error: Exception) -> str:
    """On one line, without the path, which a blind batch must not tell."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return printable(str(error)) if isinstance(error, ImportError) else type(error).__name__


def content_of(url: str, limits: Limits, name: str) -> bytes:
    """Read never more than the limit; raises a DocumentError, whatever error it is that a store has raised."""
    try:
        system, path = located(url)
        with system.open(path, "rb") as file:
            content = bytes_of_stream(file, name, limits)
    except MemoryError:
        raise
    except UsageError as error:
        raise DocumentMissing(f"{name}: can't be reached") from error
    except Exception as error:
        raise DocumentMissing(
            f"{name}: can't be opened: {said(error)}", hint="check the address and its permissions"
        ) from error
    if len(content) > limits.size:
        raise too_large(name, limits)
    return content
