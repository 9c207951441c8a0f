"""Any text of a hostile file as a cell."""

import csv
import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.tables.cells import cell_of, inert
from skillgap.batch.tables.workbook import LONGEST, fitting

HOSTILE = st.text(
    st.sampled_from("=+-@＝＋－＠;'\" \t\r\n\0\x85\u2028\u202e\ufeff\ufffe\ud800a1,|") | st.characters(codec=None)
)


@given(HOSTILE)
def test_no_cell_begins_a_formula(text: str) -> None:
    """Neither a comma's nor a semicolon's cell begins as a formula does, spaces apart, in whatever width."""
    cell = str(inert(cell_of(text)))
    for part in cell.split(";"):
        assert part.strip()[:1] not in {*"=+-@＝＋－＠﹦﹢﹣﹫"}


@given(HOSTILE)
def test_a_cell_is_one_line_that_can_be_encoded(text: str) -> None:
    """A row stays a line, in UTF-8, and comes back as it was written."""
    cell = str(inert(cell_of(text)))
    assert len(cell.splitlines()) <= 1
    assert not [letter for letter in cell if unicodedata.category(letter) in {"Cc", "Cs"}]
    file = io.StringIO(newline="")
    csv.writer(file).writerow([cell, "end"])
    content = file.getvalue().encode().decode()
    assert list(csv.reader(io.StringIO(content, newline=""), strict=True)) == [[cell, "end"]]


@given(st.integers(LONGEST - 4, LONGEST + 4), st.sampled_from(["a", "😀", "a😀"]))
def test_a_sheets_cell_fits(length: int, letters: str) -> None:
    """Cut only where it must be, never inside a letter."""
    text = (letters * length)[:length]
    cut = fitting(text)
    assert len(cut.encode("utf-16-le")) <= 2 * LONGEST
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))
