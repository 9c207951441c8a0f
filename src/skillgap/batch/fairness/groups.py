"""Groups as the user gives them: a CSV file with a row a candidate. Nothing is guessed from a name."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from sys import intern

from msgspec import Struct

from skillgap.documents.encodings import decoded
from skillgap.documents.sources import bytes_of_file
from skillgap.documents.types import Limits
from skillgap.errors import UsageError
from skillgap.report.wording import clean_text

KEYS = ("file", "id")
MOST_COLUMNS, MOST_VALUES, LONGEST_VALUE = 4, 60, 60
DELIMITERS = ",;\t|"
BLANK = {"-", "–", "—", "?", "n/a", "na", "nan", "null", "none", "unknown", "undisclosed", "not stated", "not given"}
"""Values that say that nothing is said."""


class GivenGroups(Struct, frozen=True):
    """`values` are a candidate's, one a column, by what the file calls the candidate; `rows` say where they stand."""

    name: str
    columns: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    rows: dict[str, int]

    def of(self, callings: Iterable[str]) -> tuple[str, ...] | None:
        """The values of a candidate who goes by any of these; raises UsageError where two rows of one disagree."""
        found = [each for each in dict.fromkeys(callings) if each in self.values]
        if len({self.values[each] for each in found}) > 1:
            rows = " and ".join(str(row) for row in sorted(self.rows[each] for each in found))
            raise UsageError(f"{self.name}: rows {rows} are of one candidate and disagree", hint="leave one of them")
        return self.values[found[0]] if found else None


def read_groups(path: Path) -> GivenGroups:
    """Read a CSV file with a header: `file` or `id`, and a column for each kind of group.

    Raises UsageError for what it lacks or says twice, a DocumentError where it can't be read.
    """
    name = str(path)
    text = decoded(bytes_of_file(path, Limits(), name), name)
    rows = numbered_rows(text, name)
    header = [clean_text(cell) for cell in next(rows, (1, []))[1]]
    key, columns = columns_of(header, name)
    values: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for line, cells in rows:
        cells = [*cells, *[""] * len(header)]  # noqa: PLW2901 - a short row says nothing of the rest
        calling = calling_of(cells[header.index(key)], key)
        own = tuple(intern(value_of(cells[position])) for position in columns.values())
        if not calling and not any(own):
            continue
        if not calling:
            raise UsageError(f"{name}: row {line} has no {key}", hint="say whose groups they are")
        if values.setdefault(calling, own) != own:
            raise UsageError(
                f"{name}: rows {lines[calling]} and {line} disagree on {calling}", hint="leave one of them"
            )
        lines.setdefault(calling, line)
    check_values(tuple(columns), values, name)
    return GivenGroups(name, tuple(columns), values, lines)


def numbered_rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, each with its line; the sign between cells is the one that the header has most of."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    reader = csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=max(DELIMITERS, key=first.count))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise UsageError(f"{name}: line {reader.line_num} is no CSV: {error}") from error


def columns_of(header: list[str], name: str) -> tuple[str, dict[str, int]]:
    """The column that names the candidate, and those of groups with their places."""
    by_name = {cell.casefold(): cell for cell in header if cell}
    if len(by_name) < sum(map(bool, header)):
        raise UsageError(f"{name}: two columns have the same name", hint="call them differently")
    key = next((by_name[each] for each in KEYS if each in by_name), None)
    if key is None:
        raise UsageError(
            f"{name}: its first row names no column file or id", hint="file as in ranking.csv's name, or its id"
        )
    columns = {cell: place for place, cell in enumerate(header) if cell and cell.casefold() not in KEYS}
    if not columns:
        raise UsageError(f"{name}: has no column of groups beside {key}", hint="add one, as gender or age_band")
    if len(columns) > MOST_COLUMNS:
        raise UsageError(
            f"{name}: has {len(columns)} columns of groups, {MOST_COLUMNS} is the most", hint="leave some out"
        )
    return key, columns


def check_values(columns: tuple[str, ...], values: dict[str, tuple[str, ...]], name: str) -> None:
    for place, column in enumerate(columns):
        number = len({own[place] for own in values.values()} - {""})
        if number > MOST_VALUES:
            raise UsageError(
                f"{name}: {column} has {number} different values, {MOST_VALUES} groups is the most",
                hint="band them, or leave the column out",
            )
    if not values:
        raise UsageError(f"{name}: has no rows", hint="add one for each candidate")


def calling_of(cell: str, key: str) -> str:
    return cell.strip().casefold() if key.casefold() == "id" else cell.strip()


def value_of(cell: str) -> str:
    """A group's name on one line; empty where nothing is said."""
    value = clean_text(cell)[:LONGEST_VALUE]
    return "" if value.casefold() in BLANK else value
