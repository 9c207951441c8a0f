"""What inputs are called in everything that is written: as the user knows them or, in a blind batch, by digest, with the key apart."""

import csv
import shutil
import tempfile
from pathlib import Path, PurePath

from skillgap.batch.tables.cells import encodable
from skillgap.errors import UsageError
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.whole_files import check_writable, written_whole


def file_name(name: str) -> str:
    """An input's name without the folders, as `skillgap analyze` calls it."""
    return encodable(PurePath(name).name or name)


class Naming:
    """As the user knows them."""

    def read(self, name: str, sha256: str, copies: int) -> str:
        """The name of an input whose content could be read, as in so many inputs before it."""
        del sha256, copies
        return name

    def unread(self, name: str, position: int) -> str:
        """The name of one that could not; positions count from 0."""
        del position
        return name

    def finish(self) -> None:
        """All inputs are named."""

    def close(self) -> None:
        """Let go of what was opened."""


class BlindNaming(Naming):
    """By digest; of one that can't be read, by its place. The key, a file outside the results, says which name is whose.

    Raises UsageError where the key could not be written.
    """

    def __init__(self, key: Path, folder: Path) -> None:
        check_key(key, folder)
        self.key = key
        self._lines = tempfile.TemporaryFile("w+", newline="", encoding="utf-8")  # noqa: SIM115 - as long as the run
        self._writer = csv.writer(self._lines)
        self._writer.writerow(["name", "file"])

    def read(self, name: str, sha256: str, copies: int) -> str:
        return self._noted(sha256[:NAME_LENGTH] + (f"-{copies + 1}" if copies else ""), name)

    def unread(self, name: str, position: int) -> str:
        return self._noted(f"input-{position + 1:06}", name)

    def _noted(self, hidden: str, name: str) -> str:
        self._writer.writerow([hidden, name])
        return hidden

    def finish(self) -> None:
        with written_whole(self.key) as part, part.open("w", newline="", encoding="utf-8") as file:
            self._lines.seek(0)
            shutil.copyfileobj(self._lines, file)

    def close(self) -> None:
        self._lines.close()


def check_key(key: Path, folder: Path) -> None:
    if key.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{key}: the key must not lie among the blind results", hint="name a file elsewhere")
    if key.is_dir():
        raise UsageError(f"{key}: is a folder", hint="name a file for the key")
    try:
        check_writable(key.parent)
    except OSError as error:
        raise UsageError(f"{key}: can't be written: {error.strerror}") from error
