"""What a user names becomes the files that are analysed, always in the same order: nothing is lost, and nothing silently skipped.

- Arguments are taken in the order in which they are given, what lies in a folder or an archive by name.
- A file that is named is taken whatever its name is; of folders, patterns and archives everything but what is hidden or put
  there by a system, which is counted. No suffix is asked for: what is no résumé is an input that can't be read.
- A file that is reached twice is one input, by the name that leads to it first; a copy or a hard link is another file.
- What is named `.zip` is opened as an archive, whether `include` takes it or not; where it does, with all that is in it.
- An argument that leads to nothing is an input that can't be read.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path

from skillgap.batch.inputs.folders import Apart, Walk
from skillgap.batch.inputs.listing import names_in, standard_input
from skillgap.batch.inputs.patterns import WHOLE, Include, Pattern, parted
from skillgap.batch.inputs.types import File, Found, Input, Seen, absent, file_input, is_archive, real_path
from skillgap.errors import DocumentMissing, UsageError

__all__ = ["Input", "Inputs"]
STANDARD_INPUT = "-"


class Inputs:
    """Can be gone through again and again, each time from the file system; standard input (`-`) is read once.

    what is in `apart_from` is not taken from folders. `left_out` is how many hidden or system files the last round has passed by;
    a folder of that kind counts as one.
    """

    def __init__(
        self, arguments: Sequence[str], *, include: Sequence[str] = (), apart_from: Sequence[Path] = ()
    ) -> None:
        self.arguments = arguments
        self.include = Include(include)
        self.apart_from = apart_from
        self.left_out = 0
        self._listed: bytes | None = None

    def __iter__(self) -> Iterator[Input]:
        self.left_out = 0
        seen, left_out = Seen(), Seen()
        apart = Apart(self.apart_from)
        for argument in self.arguments:
            for found in self._of_argument(argument, apart):
                if found.input is None:
                    self.left_out += left_out.is_new(found.identity)
                elif seen.is_new(found.identity):
                    yield found.input

    def count(self) -> int:
        """How many there are; raises UsageError where no argument leads to anything."""
        total = present = 0
        absence: DocumentMissing | None = None
        for each in self:
            total += 1
            present += each.absence is None
            absence = absence or each.absence
        if present:
            return total
        if absence is None:
            raise UsageError("there is nothing to analyse", hint="name files, folders, patterns or zip archives")
        others = f"; none of the other {total - 1} either" if total > 1 else ""
        raise UsageError(f"{absence.message}{others}", hint=absence.hint)

    def _of_argument(self, argument: str, apart: Apart) -> Iterator[Found]:
        found: Iterator[Found]
        if argument == STANDARD_INPUT:
            found = (each for name in self._names() for each in self._of_name(name, apart))
            return or_else(found, absent(argument, "standard input names no files", "give it one name a line"))
        if has_magic(argument) and not os.path.lexists(argument):
            folder, pattern = parted(argument)
            found = self._in_folder(folder, pattern, apart) if os.path.isdir(folder) else iter(())  # noqa: PTH112 - as below
            return or_else(found, absent(argument, "no file matches", "check the pattern"))
        return self._of_name(argument, apart)

    def _of_name(self, name: str, apart: Apart) -> Iterator[Found]:
        path = Path(name)
        if not os.path.lexists(name):
            return iter([absent(name, "no such file", "check the path")])
        if not os.path.isdir(name):  # noqa: PTH112 - never raises, as Path's does for a link to where nobody may look
            return self._of_file(File(path, real_path(path), ()))
        if apart.holds(path, real_path(path)):
            return iter(())
        missing = absent(
            str(path), "no files are taken from this folder", "it has none, or hidden ones, or none of --include"
        )
        return or_else(self._in_folder(path, WHOLE, apart), missing)

    def _in_folder(self, path: Path, pattern: Pattern, apart: Apart) -> Iterator[Found]:
        for each in Walk(pattern, apart).through(path):
            if isinstance(each, File):
                yield from self._of_file(each) if each.real not in apart.real else ()
            else:
                yield each

    def _of_file(self, file: File) -> Iterator[Found]:
        if is_archive(file.path.name) and os.path.isfile(file.path):  # noqa: PTH113 - as above
            from skillgap.batch.inputs.archives import in_archive

            found = in_archive(file, lambda inside: self.include.takes((*file.inside, *inside)))
            missing = absent(
                str(file.path), "no files are taken from this archive", "it has hidden ones, or none of --include"
            )
            yield from found if file.inside else or_else(found, missing)
        elif self.include.takes(file.inside):
            yield Found(file.real, file_input(file.path))

    def _names(self) -> Iterator[str]:
        if self._listed is None:
            self._listed = standard_input()
        return names_in(self._listed)


def or_else(found: Iterable[Found], missing: Found) -> Iterator[Found]:
    """Where there is no input among what is found, the one that says so follows."""
    is_any = False
    for each in found:
        is_any = is_any or each.input is not None
        yield each
    if not is_any:
        yield missing
