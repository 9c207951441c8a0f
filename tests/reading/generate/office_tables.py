"""Word documents whose layout is a table."""

from docx.table import _Cell
from office_cases import case
from people import Entry, Person, Section
from word import Word, first


def sidebar(person: Person, word: Word, widths: list[float]) -> Word:
    """A table of two cells: the narrow column and the wide one."""
    word.top(person)
    left, right = word.row(word.table(widths))
    word.sections(left, person.at("<"))
    word.sections(right, person.at(""))
    first(left)
    first(right)
    return word


@case("o-sidebar-table")
def sidebar_table(person: Person) -> Word:
    return sidebar(person, Word("Liberation Sans", 9.5, "8A4B08"), [2.0, 4.9])


@case("o-word-sidebar-table", "pdf")
def sidebar_table_pdf(person: Person) -> Word:
    return sidebar(person, Word("Liberation Serif", 10.5, "0B3D5C"), [1.8, 5.1])


@case("o-nested-tables")
def nested_tables(person: Person) -> Word:
    """Section titles in the left cell, a table of the entries in the right one."""
    word = Word("Liberation Sans", 9.5, "1D5B4F")
    word.top(person)
    outer = word.table([1.3, 5.6])
    for section in person.sections:
        left, right = word.row(outer)
        word.heading(left, section.title, 10)
        first(left)
        fill_inner(word, right, section)
    return word


def fill_inner(word: Word, cell: _Cell, section: Section) -> None:
    loose = [point for entry in section.entries if not entry.head for point in entry.points]
    if loose:
        word.points(cell, loose)
        return
    inner = word.table([1.3, 4.2] if section.facts else [4.2, 1.3], ruled=bool(section.facts), holder=cell)
    for entry in section.entries:
        left, right = word.row(inner)
        word.bold(left, entry.title)
        word.text(right, entry.dates)
        below, beside = word.row(inner)
        wide = below.merge(beside)
        word.text(wide, entry.firm)
        word.points(wide, entry.points)
        for made in (left, right, wide):
            first(made)
    for label, text in section.facts:
        left, right = word.row(inner)
        word.text(left, label)
        word.text(right, text)
        first(left)
        first(right)


@case("o-merged-cells")
def merged_cells(person: Person) -> Word:
    """A table with cells over two rows and over two columns."""
    word = Word("Liberation Sans", 9.5, "BC4B51")
    word.top(person)
    table = word.table([1.3, 3.2, 2.4], ruled=True)
    for section in person.sections:
        cells = word.row(table)
        title = cells[0].merge(cells[2])
        word.heading(title, section.title, 11)
        first(title)
        for entry in section.entries:
            merged_entry(word, [word.row(table), word.row(table)], entry)
        for label, text in section.facts:
            cells = word.row(table)
            word.text(cells[0], label)
            wide = cells[1].merge(cells[2])
            word.text(wide, text)
            first(cells[0])
            first(wide)
    return word


def merged_entry(word: Word, rows: list[list[_Cell]], entry: Entry) -> None:
    """Dates over two rows; title and organisation above the points, which run over two columns."""
    upper, lower = rows
    if not entry.head:
        upper[0].merge(lower[2])
        word.points(upper[0], entry.points)
        first(upper[0])
        return
    upper[0].merge(lower[0])
    wide = lower[1].merge(lower[2])
    word.text(upper[0], entry.dates)
    word.bold(upper[1], entry.title)
    word.text(upper[2], entry.firm)
    word.points(wide, entry.points)
    for cell in (upper[0], upper[1], upper[2], wide):
        first(cell)


def railed(person: Person, word: Word, *, ruled: bool) -> Word:
    """Tables of two columns: dates or labels on the left, everything else on the right."""
    word.top(person)
    for section in person.sections:
        word.heading(word.document, section.title)
        loose = [point for entry in section.entries if not entry.head for point in entry.points]
        if loose:
            word.points(word.document, loose)
            continue
        table = word.table([1.4, 5.4], ruled=ruled)
        for entry in section.entries:
            left, right = word.row(table)
            word.text(left, entry.dates)
            word.bold(right, entry.title)
            word.text(right, entry.firm)
            word.points(right, entry.points)
            first(left)
            first(right)
        for label, text in section.facts:
            left, right = word.row(table)
            word.text(left, label)
            word.text(right, text)
            first(left)
            first(right)
    return word


@case("o-word-date-rail", "odt")
def date_rail(person: Person) -> Word:
    return railed(person, Word("Liberation Serif", 11, "7F4F24"), ruled=False)


@case("o-word-table-rtf", "rtf")
def table_rtf(person: Person) -> Word:
    return railed(person, Word("Liberation Sans", 10, "8B0000"), ruled=True)


@case("o-word-table-html", "html")
def table_html(person: Person) -> Word:
    return railed(person, Word("Liberation Sans", 10, "1B4965"), ruled=True)
