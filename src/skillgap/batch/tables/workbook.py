"""`ranking.xlsx`: the ranking, what it is about, and what was skipped. A text is a text, whatever it begins with."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from skillgap.batch.ranking import Ranking
from skillgap.batch.tables.cells import cell_of
from skillgap.batch.tables.columns import FAILURES, Column, Kind, columns_of
from skillgap.batch.tables.summary import conditions_of, target_in_words
from skillgap.batch.types import BatchTarget, Counts, Ranked, SkippedInput
from skillgap.whole_files import written_whole

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

R = TypeVar("R")
MOST_ROWS = 1_048_575
"""Of a sheet, besides its header; Excel's own limit, as are the letters (UTF-16 units) of a cell."""
LONGEST = 32_767
MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""The same for every workbook, so that the same run gives the same bytes."""
FROZEN = 6
"""The columns that stay in sight: from the rank to the candidate."""
SCALE = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 0,
    "mid_value": 50,
    "max_value": 100,
    "min_color": "#F4A582",
    "mid_color": "#F7F7F7",
    "max_color": "#92C5DE",
}
"""Over all points, not only those that occur, so that a colour means the same in every workbook; told apart by the colour-blind."""
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Styles(Struct, frozen=True):
    """`text` stays text when somebody edits the cell, too."""

    header: "Format"
    text: "Format"
    whole: "Format"
    number: "Format"


def write_workbook(  # noqa: PLR0913 - what stands on its three sheets
    path: Path,
    ranking: Iterable[Ranked],
    skipped: Iterable[SkippedInput],
    about: Sequence[tuple[str, str]],
    target: BatchTarget,
    *,
    most_rows: int = MOST_ROWS,
) -> int:
    """Return how many candidates found no row any more; raises UsageError where it can't be written."""
    columns = columns_of(target)
    with begun(path) as book:
        styles = styles_of(book)
        main, second, third = (book.add_worksheet(name) for name in ("Ranking", "About", "Skipped"))
        rows, left_out = write_table(main, ranking, columns, styles, most_rows)
        main.freeze_panes(1, FROZEN)
        colour(main, columns, rows)
        _, also_left_out = write_table(third, skipped, FAILURES, styles, most_rows)
        third.freeze_panes(1, 1)
        write_about(second, [*about, *left_out_in_words(left_out, also_left_out)], styles)
    return left_out


@contextmanager
def begun(path: Path) -> Iterator["Workbook"]:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with written_whole(path) as part, TemporaryDirectory() as beside:
        try:
            with Workbook(part, OPTIONS | {"tmpdir": beside}) as book:
                book.use_zip64()
                book.set_properties({"title": "Ranking", "created": MADE})
                yield book
        except FileCreateError as error:
            close_sheets(book)
            raise error.args[0] from error


def close_sheets(book: "Workbook") -> None:
    """Close the files in which rows wait for the workbook: where it can't be written the library leaves them open."""
    for sheet in book.worksheets():
        sheet.row_data_fh.close()


def styles_of(book: "Workbook") -> Styles:
    return Styles(
        header=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        text=book.add_format({"quote_prefix": True}),
        whole=book.add_format({"num_format": "0"}),
        number=book.add_format({"num_format": "0.0"}),
    )


def write_table(
    sheet: "Worksheet", rows: Iterable[R], columns: Sequence[Column[R]], styles: Styles, most_rows: int
) -> tuple[int, int]:
    """Return how many rows are written, and how many are left out."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, styles.header)
    written = left_out = 0
    for row in rows:
        if written == most_rows:
            left_out += 1
            continue
        written += 1
        for place, column in enumerate(columns):
            write_cell(sheet, written, place, cell_of(column.value(row)), style_of(column, styles))
    sheet.autofilter(0, 0, written, len(columns) - 1)
    return written, left_out


def style_of(column: Column[Any], styles: Styles) -> "Format":
    return {Kind.WHOLE: styles.whole, Kind.NUMBER: styles.number}.get(column.kind, styles.text)


def write_cell(sheet: "Worksheet", row: int, place: int, cell: str | float, style: "Format") -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, place, fitting(cell), style)
    else:
        sheet.write_number(row, place, cell, style)


def fitting(text: str) -> str:
    """Cut what is too long for a cell."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def colour(sheet: "Worksheet", columns: Sequence[Column[Any]], rows: int) -> None:
    """Colour the score and those of the areas."""
    for place, column in enumerate(columns):
        if rows and (column.name == "score" or column.name.startswith("area_")):
            sheet.conditional_format(1, place, rows, place, SCALE)


def write_about(sheet: "Worksheet", lines: Iterable[tuple[str, str]], styles: Styles) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 120)
    for row, (name, value) in enumerate(lines):
        write_cell(sheet, row, 0, cell_of(name), styles.header)
        write_cell(sheet, row, 1, cell_of(value), styles.text)


def about_of(ranking: Ranking, target: BatchTarget) -> tuple[tuple[str, str], ...]:
    """What the second sheet says: name and value."""
    conditions, selected = conditions_of(ranking.gates), str(ranking.counts.selected)
    return (
        *target_in_words(target),
        *counts_in_words(ranking.counts),
        ("Selected", selected if conditions else "no condition was set"),
        *([("Selected is who", "; ".join(conditions))] if conditions else []),
        ("", ""),
        *((column.name, said(column)) for column in columns_of(target)),
    )


def counts_in_words(counts: Counts) -> tuple[tuple[str, str], ...]:
    return (
        ("Inputs", str(counts.inputs)),
        ("Analysed", f"{counts.analysed}, of which {counts.duplicates} have the content of another"),
        ("Skipped", str(counts.skipped)),
    )


def said(column: Column[Any]) -> str:
    return f"{column.meaning} [{column.unit}]" if column.unit else column.meaning


def left_out_in_words(candidates: int, failures: int) -> Iterator[tuple[str, str]]:
    if candidates:
        yield "Left out", f"the last {candidates} candidates: a sheet holds no more rows; ranking.csv has them all"
    if failures:
        yield (
            "Left out of Skipped",
            f"the last {failures} inputs: a sheet holds no more rows; failures.csv has them all",
        )
