"""Names held against patterns: `*`, `?` and `[…]` within a name, `**` for any number of folders."""

import os
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

from skillgap.batch.inputs.types import is_archive

Reached = frozenset[int]
"""How many parts of a pattern the names so far may have used up: a path is read as an automaton reads, name by name."""
ANY_FOLDERS = "**"


class Pattern:
    """The parts of a pattern; a folder that matches all of them is meant with everything in it.

    `fold` makes those names equal that count as the same.
    """

    def __init__(self, parts: Sequence[str], fold: Callable[[str], str] = os.path.normcase) -> None:
        self.parts = tuple(map(fold, parts))
        self.fold = fold
        self.start = self._past_folders({0})

    def after(self, reached: Reached, name: str) -> Reached:
        """Go one name further; nothing is reached where the name does not match."""
        if self.is_whole(reached):
            return reached
        name = self.fold(name)
        following = {at if self.parts[at] == ANY_FOLDERS else at + 1 for at in reached if self._matches(at, name)}
        return self._past_folders(following)

    def is_whole(self, reached: Reached) -> bool:
        return len(self.parts) in reached

    def spells(self, reached: Reached, name: str) -> bool:
        """Whether the pattern itself says that name, or begins with its dot: `*` alone does not mean what is hidden."""
        if self.is_whole(reached):
            return False
        said = [at for at in reached if not has_magic(self.parts[at]) or self.parts[at].startswith(".")]
        return any(self._matches(at, self.fold(name)) for at in said)

    def takes(self, names: Sequence[str]) -> bool:
        """Whether these names, or a folder on their way, match."""
        reached = self.start
        for name in names:
            reached = self.after(reached, name)
        return self.is_whole(reached)

    def _matches(self, at: int, name: str) -> bool:
        return self.parts[at] == ANY_FOLDERS or fnmatchcase(name, self.parts[at])

    def _past_folders(self, reached: set[int]) -> Reached:
        """`**` may also stand for no folder."""
        for at in sorted(reached):
            beyond = at
            while beyond < len(self.parts) and self.parts[beyond] == ANY_FOLDERS:
                beyond += 1
                reached.add(beyond)
        return frozenset(reached)


WHOLE = Pattern(())
"""A folder with everything in it."""


class Include:
    """What is taken of folders, patterns and archives, upper and lower case being the same; everything where no glob is given."""

    def __init__(self, globs: Sequence[str]) -> None:
        folded = [each.replace("\\", "/").casefold() for each in globs]
        self.names = [each for each in folded if "/" not in each]
        self.paths = [Pattern(each.strip("/").split("/"), str.casefold) for each in folded if "/" in each]
        self.is_all = not folded

    def takes(self, inside: Sequence[str]) -> bool:
        """Hold each glob against the names that lead to a file from what was given; what was named itself is taken.

        A glob without a slash is held against the name of the file and of the archive that it is in.
        """
        if self.is_all or not inside:
            return True
        names = [each.casefold() for each in inside if each is inside[-1] or is_archive(each)]
        return any(fnmatchcase(name, each) for each in self.names for name in names) or any(
            each.takes(inside) for each in self.paths
        )


def parted(argument: str) -> tuple[Path, Pattern]:
    """The folder that a pattern begins in, and what is looked for in it."""
    parts = Path(argument).parts
    plain = next(number for number, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:plain]), Pattern(parts[plain:])
