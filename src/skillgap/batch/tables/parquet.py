"""Parquet: the same columns with their types, and what is nested besides; what a column means stands in its metadata."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from skillgap.batch.tables.cells import encodable
from skillgap.batch.tables.columns import Column, Kind, Places, Value, columns_of, nested_of
from skillgap.batch.types import BatchTarget, Ranked
from skillgap.whole_files import written_whole

if TYPE_CHECKING:
    import pyarrow as pa

AT_ONCE = 500
"""Rows of a row group; so many are in memory."""


def write_parquet(path: Path, ranking: Iterable[Ranked], target: BatchTarget) -> None:
    """Raises UsageError where it can't be written."""
    from pyarrow.parquet import ParquetWriter

    columns = (*columns_of(target), *nested_of(target))
    schema = schema_of(columns, target)
    with (
        written_whole(path) as part,
        part.open("wb") as file,
        ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        for rows in in_groups(ranking):
            writer.write_batch(batch_of(rows, columns, schema))


def schema_of(columns: Sequence[Places], target: BatchTarget) -> "pa.Schema":
    import pyarrow as pa

    return pa.schema(
        [pa.field(each.name, arrow_type(each.kind), metadata=described(each)) for each in columns],
        metadata={"skillgap": msgspec.json.encode(target)},
    )


def described(column: Column[Any]) -> dict[str, str]:
    return {"description": column.meaning} | ({"unit": column.unit} if column.unit else {})


def arrow_type(kind: Kind) -> "pa.DataType":
    import pyarrow as pa

    return {
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.TEXT: pa.string(),
        Kind.FLAG: pa.bool_(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.NUMBERS: pa.map_(pa.string(), pa.float64()),
    }[kind]


def in_groups(ranking: Iterable[Ranked]) -> Iterator[list[Ranked]]:
    rest = iter(ranking)
    while rows := list(islice(rest, AT_ONCE)):
        yield rows


def batch_of(rows: Sequence[Ranked], columns: Sequence[Places], schema: "pa.Schema") -> "pa.RecordBatch":
    import pyarrow as pa

    arrays = [
        pa.array([arrow_value(column.value(row)) for row in rows], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def arrow_value(value: Value) -> object:
    """Arrow takes no lone surrogates, and a map as its pairs."""
    match value:
        case str():
            return encodable(value)
        case tuple():
            return [encodable(each) for each in value]
        case dict():
            return list(value.items())
        case _:
            return value
