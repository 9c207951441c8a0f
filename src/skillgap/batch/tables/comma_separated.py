"""CSV by RFC 4180, for people as well: with a byte order mark, without which Excel takes UTF-8 for something else."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from skillgap.batch.tables.cells import cell_of, inert
from skillgap.batch.tables.columns import FAILURES, Column, columns_of
from skillgap.batch.types import BatchTarget, Ranked, SkippedInput
from skillgap.whole_files import written_whole

R = TypeVar("R")


def write_ranking(path: Path, ranking: Iterable[Ranked], target: BatchTarget) -> None:
    """Raises UsageError where it can't be written."""
    write(path, ranking, columns_of(target))


def write_failures(path: Path, skipped: Iterable[SkippedInput]) -> None:
    """Raises UsageError where it can't be written."""
    write(path, skipped, FAILURES)


def write(path: Path, rows: Iterable[R], columns: Sequence[Column[R]]) -> None:
    with written_whole(path) as part, part.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([inert(cell_of(column.value(row))) for column in columns])
