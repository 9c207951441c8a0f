"""What a user names becomes the files that are analysed, always in the same order."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from skillgap.documents.sources import bytes_of_file
from skillgap.documents.types import Limits


class Input:
    """One file: `name` is how the user knows it; its content is read when it is asked for."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path

    def content(self, limits: Limits) -> bytes:
        """Raises a DocumentError."""
        return bytes_of_file(self.path, limits, self.name)


class Inputs:
    """Can be gone through again and again, each time from the file system."""

    def __init__(
        self, arguments: Sequence[str], *, include: Sequence[str] = (), apart_from: Path | None = None
    ) -> None:
        self.arguments = arguments
        self.include = include
        self.apart_from = apart_from

    def __iter__(self) -> Iterator[Input]:
        for argument in self.arguments:
            path = Path(argument)
            if path.is_dir():
                for each in sorted(path.rglob("*")):
                    if each.is_file() and not (self.apart_from and each.is_relative_to(self.apart_from)):
                        yield Input(str(each), each)
            else:
                yield Input(argument, path)
