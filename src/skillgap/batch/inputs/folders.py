"""What lies in a folder, at any depth, always in the same order: by name, code point by code point, folders among files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from skillgap.batch.inputs.patterns import Pattern, Reached
from skillgap.batch.inputs.types import File, Found, Seen, below, real_path, unlistable

SYSTEM = frozenset(
    {"__macosx", "icon\r", "desktop.ini", "ehthumbs.db", "thumbs.db", "$recycle.bin", "system volume information"}
)
"""What operating systems put beside people's files."""


def is_left_out(name: str) -> bool:
    """Hidden, put there by a system, or the mark of an office program that has a file open."""
    return name.startswith((".", "~$")) or name.casefold() in SYSTEM


class Entry(NamedTuple):
    name: str
    is_folder: bool
    is_link: bool


class Folder(NamedTuple):
    """As `File`; `reached` is how far its names go in the pattern."""

    path: Path
    real: str
    inside: tuple[str, ...]
    reached: Reached


class Walk:
    """Goes through folders that are not `apart`, for what a pattern means.

    A link to a folder is followed. Each folder is gone through once, whatever links lead to it, so that there is an end.
    """

    def __init__(self, pattern: Pattern, apart: "Apart") -> None:
        self.pattern = pattern
        self.apart = apart
        self.entered = Seen()

    def through(self, path: Path) -> Iterator[File | Found]:
        """Yield files, and what is left out or can't be listed; deep folders cost a place on a list, not on the stack."""
        root = Folder(path, real_path(path), (), self.pattern.start)
        on_the_way: list[Iterator[File | Folder | Found]] = [iter([root])]
        while on_the_way:
            each = next(on_the_way[-1], None)
            if each is None:
                on_the_way.pop()
            elif not isinstance(each, Folder):
                yield each
            elif self._is_to_enter(each):
                on_the_way.append(self._in(each))

    def _is_to_enter(self, folder: Folder) -> bool:
        is_new = self.entered.is_new(f"{folder.real}\0{sorted(folder.reached)}")
        return is_new and not self.apart.holds(folder.path, folder.real)

    def _in(self, folder: Folder) -> Iterator[File | Folder | Found]:
        try:
            entries = listed(folder.path)
        except OSError as error:
            yield unlistable(folder.path, folder.real, error)
            return
        for entry in entries:
            reached = self.pattern.after(folder.reached, entry.name)
            if not (reached if entry.is_folder else self.pattern.is_whole(reached)):
                continue
            place = below(folder.real, entry.name)
            if is_left_out(entry.name) and not self.pattern.spells(folder.reached, entry.name):
                yield Found(place, None)
                continue
            path = folder.path / entry.name
            real = real_path(path) if entry.is_link else place
            if entry.is_folder:
                yield Folder(path, real, (*folder.inside, entry.name), reached)
            else:
                yield File(path, real, (*folder.inside, entry.name))


def listed(path: Path) -> list[Entry]:
    """Raises OSError."""
    with os.scandir(path) as entries:
        return sorted(Entry(each.name, is_folder(each), each.is_symlink()) for each in entries)


def is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # a link in a circle, or to where nobody may look: reading it will say so
        return False


class Apart:
    """Files and folders that are never taken; where a folder's name is spelled in another way, the system's number of it tells."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.real = {real_path(path) for path in paths}
        self.numbers = {number for path in paths if (number := number_of(path)) is not None}

    def holds(self, path: Path, real: str) -> bool:
        """Whether the path is that of such a folder or lies in it."""
        inside = (f"{real}{os.sep}".startswith(f"{own}{os.sep}") for own in self.real)
        return any(inside) or (bool(self.numbers) and number_of(path) in self.numbers)


def number_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
