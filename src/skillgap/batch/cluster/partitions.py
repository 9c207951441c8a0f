"""What the workers write and the driver takes in: Parquet files, one a block, and beside it one of what failed in it.

A row says nothing of how the input is called or where it lies. Files are written under another name and renamed: what is there is whole.
"""

import os
import platform
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct

from skillgap.batch.cluster.inputs import located, said, unreachable
from skillgap.batch.working import Worked
from skillgap.errors import UsageError
from skillgap.pipeline.many import Skipped

DONE, FAILED, UNFINISHED, SUFFIX = "done-", "failed-", ".part-", ".parquet"


class Wanted(Struct, frozen=True):
    """A content that is to be analysed, and the keys under which the journal keeps what comes of it."""

    sha256: str
    key: str
    structure_key: str


class Partitions:
    """Those of one version: `folder` is a path or a URL that every worker can write to."""

    def __init__(self, folder: str) -> None:
        self.system, self.folder = located(folder)

    def write(self, name: str, done: Sequence[tuple[Wanted, Worked]], failed: Sequence[tuple[Wanted, Skipped]]) -> None:
        """Write a block; its failures first, for a block is done when its results are there."""
        self.system.makedirs(self.folder, exist_ok=True)
        if failed:
            self._put(FAILED + name, tuple(failed_row(*each) for each in failed), failed_schema())
        self._put(DONE + name, tuple(done_row(*each) for each in done), done_schema())

    def names(self) -> Iterator[str]:
        """Of the blocks that are there, always in the same order."""
        try:
            found = self.system.ls(self.folder, detail=False)
        except FileNotFoundError:
            return
        except Exception as error:
            raise unreachable(self.folder, error) from error
        for each in sorted(str(path).rsplit("/", 1)[-1] for path in found):
            if each.startswith(DONE):
                yield each.removeprefix(DONE).removesuffix(SUFFIX)
            elif each.startswith(UNFINISHED):
                self.system.rm_file(f"{self.folder}/{each}")

    def contents(self, name: str) -> tuple[tuple[str, str], ...]:
        """Digest and key of each result of a block."""
        table = self._table(DONE + name, ["sha256", "key"])
        return tuple((each["sha256"], each["key"]) for each in table)

    def done(self, name: str) -> Iterator[tuple[Wanted, Worked]]:
        for each in self._table(DONE + name):
            wanted = Wanted(each["sha256"], each["key"], each["structure_key"])
            kept = {field: each[field] for field in ("score", "low", "high", "row", "contract", "structure")}
            yield wanted, Worked(**kept)

    def failed(self, name: str) -> Iterator[tuple[str, Skipped]]:
        """By digest."""
        if self.system.exists(self._path(FAILED + name)):
            for each in self._table(FAILED + name):
                yield each["sha256"], Skipped("", each["code"], each["reason"], each["hint"])

    def _path(self, name: str) -> str:
        return f"{self.folder}/{name}{SUFFIX}"

    def _put(self, name: str, rows: Sequence[dict[str, object]], schema: Any) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        buffer = BytesIO()
        parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), buffer)
        # the same block may be with two workers at once, when one was thought lost
        part = f"{self.folder}/{UNFINISHED}{name}-{platform.node()}-{os.getpid()}"
        self.system.pipe_file(part, buffer.getvalue())
        self.system.mv(part, self._path(name))

    def _table(self, name: str, columns: list[str] | None = None) -> list[dict[str, Any]]:
        """Raises UsageError where it is no partition of ours."""
        import pyarrow as pa
        from pyarrow import parquet

        path = self._path(name)
        try:
            with self.system.open(path, "rb") as file:
                rows: list[dict[str, Any]] = parquet.read_table(file, columns=columns).to_pylist()
        except (OSError, pa.ArrowException) as error:
            raise UsageError(f"{path}: can't be read: {said(error)}", hint="say --fresh to start over") from error
        return rows


def forget(folder: str) -> None:
    """Remove the partitions of all versions."""
    system, path = located(folder)
    if system.exists(path):
        system.rm(path, recursive=True)


def done_row(wanted: Wanted, worked: Worked) -> dict[str, object]:
    return {
        "sha256": wanted.sha256,
        "key": wanted.key,
        "structure_key": wanted.structure_key,
        "score": worked.score,
        "low": worked.low,
        "high": worked.high,
        "row": worked.row,
        "contract": worked.contract,
        "structure": worked.structure,
    }


def failed_row(wanted: Wanted, skipped: Skipped) -> dict[str, object]:
    return {"sha256": wanted.sha256, "code": skipped.code, "reason": skipped.reason, "hint": skipped.hint}


def done_schema() -> Any:
    import pyarrow as pa

    texts = [pa.field(name, pa.string(), nullable=False) for name in ("sha256", "key", "structure_key")]
    numbers = [pa.field(name, pa.float64(), nullable=False) for name in ("score", "low", "high")]
    contents = [pa.field(name, pa.binary(), nullable=False) for name in ("row", "contract")]
    return pa.schema([*texts, *numbers, *contents, pa.field("structure", pa.binary())])


def failed_schema() -> Any:
    import pyarrow as pa

    return pa.schema([pa.field(name, pa.string(), nullable=False) for name in ("sha256", "code", "reason", "hint")])
