"""The looks that Word documents have: what stands in one column, in two, in a rail, in tables."""

from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from .markup import header_place, table_cells
from .source import Line, Section
from .taste import Design
from .tones import Row, Run, aside, header_role, rows_of_section
from .word import Place, Word
from .word_parts import drop_first, set_columns, set_padding, set_widths, shade

PAGE = 90
"""So many lines fit into two columns."""


def write_docx(design: Design) -> bytes:
    word = Word(design)
    word.running_line()
    builders = {
        "sidebar": _sidebar, "sidebar-right": _sidebar, "rail": _rail, "dates-left": _dated, "table": _table, "columns": _columns
    }  # fmt: skip
    builders.get(design.look, _single)(word)
    return word.save()


def _single(word: Word) -> None:
    word.header(word.body, word.page_header())
    word.sections(word.body, word.design.resume.sections)


def _columns(word: Word) -> None:
    word.header(word.body, word.page_header())
    section = word.document.add_section(WD_SECTION.CONTINUOUS)
    set_columns(section._sectPr, 2, 20)  # noqa: SLF001
    place = Place(word.document, (word.body.room - 20) / 2)
    first, second = _halves(word.design.resume.sections)
    word.sections(place, first)
    if second:
        word.document.add_paragraph().add_run().add_break(WD_BREAK.COLUMN)
    word.sections(place, second)


def _halves(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """What people put into the first column and into the second; what runs over a page goes on by itself."""
    lengths = [
        2 + sum(1 + len(line.text) // 45 for part in section.parts for line in part.lines) for section in sections
    ]
    if sum(lengths) > PAGE:
        return sections, ()
    half = min(range(len(sections) + 1), key=lambda place: abs(sum(lengths[:place]) - sum(lengths[place:])))
    return sections[:half], sections[half:]


def _sidebar(word: Word) -> None:
    """A table of two cells; the header above it, or in one of them."""
    design, room = word.design, word.body.room
    place = header_place(design)
    if place == "above":
        word.header(word.body, word.page_header())
    narrow = room * 0.32
    is_right = design.look == "sidebar-right"
    table = word.document.add_table(1, 2)
    set_widths(table, (room - narrow, narrow) if is_right else (narrow, room - narrow))
    set_padding(table, 7, 7)
    cells = table.rows[0].cells
    side_cell, main_cell = (cells[1], cells[0]) if is_right else (cells[0], cells[1])
    is_dark = word.pick("word tint", {"": 2, "light": 5, "dark": 2})
    if is_dark:
        shade(side_cell, "2F3E4E" if is_dark == "dark" else "EAEFF3")
    side = Place(side_cell, narrow - 14, "FFFFFF" if is_dark == "dark" else "")
    main = Place(main_cell, room - narrow - 14)
    if place != "above":
        word.header(main if place == "main" else side)
    word.sections(side, design.resume.side)
    word.sections(main, design.resume.main)
    drop_first(side_cell)
    drop_first(main_cell)


def _rail(word: Word) -> None:
    """A table of two columns: the heading at the left of what belongs to it."""
    word.header(word.body, word.page_header())
    sections, room = word.design.resume.sections, word.body.room
    narrow = room * word.design.rail
    table = word.document.add_table(len(sections), 2)
    set_widths(table, (narrow, room - narrow))
    set_padding(table, 0, 8)
    for section, row in zip(sections, table.rows, strict=True):
        left, right = row.cells
        word.heading(Place(left, narrow), section, gap=False)
        word.content(Place(right, room - narrow), section)
        drop_first(left)
        drop_first(right)
        right.paragraphs[-1].paragraph_format.space_after = Pt(9)


def _dated(word: Word) -> None:
    """Each section with a table of two columns, the dates at the left."""
    word.header(word.body, word.page_header())
    for section in word.design.resume.sections:
        word.heading(word.body, section)
        groups = [
            group
            for part, rows in rows_of_section(section, word.design)
            for group in ([rows] if part.is_entry else [[row] for row in rows])
        ]
        if not any(row.right for group in groups for row in group) and not section.has_entries:
            word.content(word.body, section)
            continue
        if not section.heading:
            word.document.add_paragraph()
        _dated_table(word, groups)


def _dated_table(word: Word, groups: list[list[Row]]) -> None:
    room = word.body.room
    narrow = room * word.pick("dates width", {0.19: 2, 0.22: 3, 0.25: 2})
    table = word.document.add_table(len(groups), 2)
    set_widths(table, (narrow, room - narrow))
    set_padding(table, 0, 6)
    for group, row in zip(groups, table.rows, strict=True):
        left, right = row.cells
        beside, rest = aside(group) if len(group) > 1 or group[0].right else ([], group)
        for run in beside:
            if run.text == "\n":
                left.paragraphs[0].add_run().add_break()
            else:
                word.runs(left.paragraphs[0], [run])
        for each in rest:
            word.line(Place(right, room - narrow), each)
        drop_first(right)
        right.paragraphs[-1].paragraph_format.space_after = Pt(5)


def _table(word: Word) -> None:
    """Everything in ruled tables; the contact details too."""
    lines = word.design.resume.header
    above = tuple(
        line for n, line in enumerate(lines) if n == 0 or header_role(line) in {"name", "headline"} or line.right
    )
    word.header(word.body, above)
    _details(word, [line for line in lines if line not in above])
    for section in word.design.resume.sections:
        word.heading(word.body, section)
        if not section.heading:
            word.document.add_paragraph()
        _ruled(word, section)


def _details(word: Word, lines: list[Line]) -> None:
    if not lines:
        return
    table = word.document.add_table(len(lines), 2)
    table.style = word.document.styles["Table Grid"]
    set_widths(table, (110, word.body.room - 110))
    for line, row in zip(lines, table.rows, strict=True):
        runs = [Run(span.text, "", span.field) for span in line.left]
        label, colon, rest = runs[0].text.partition(": ")
        if colon and not runs[0].field:
            word.runs(row.cells[0].paragraphs[0], [Run(label + ":")])
            word.runs(row.cells[1].paragraphs[0], [Run(rest), *runs[1:]])
        else:
            word.runs(row.cells[0].merge(row.cells[1]).paragraphs[0], runs)


def _ruled(word: Word, section: Section) -> None:
    parts, room = rows_of_section(section, word.design), word.body.room
    if not parts:
        return
    table = word.document.add_table(len(parts), 2)
    table.style = word.document.styles["Table Grid"]
    narrow = room * 0.27
    set_widths(table, (narrow, room - narrow))
    for (part, rows), row in zip(parts, table.rows, strict=True):
        if part.is_entry and len(rows) > 1:
            _ruled_entry(word, rows, row.cells, narrow)
            continue
        cell = row.cells[0].merge(row.cells[1])
        for each in rows:
            word.line(Place(cell, room - 12), each)
        drop_first(cell)


def _ruled_entry(word: Word, rows: list[Row], cells: Any, narrow: float) -> None:
    beside, heads, rest = table_cells(rows, word.design)
    left, right = Place(cells[0], narrow - 12), Place(cells[1], word.body.room - narrow - 12)
    if beside:
        word.runs(cells[0].paragraphs[0], [Run(" " if run.text == "\n" else run.text, run.tone) for run in beside])
    for each in heads:
        word.line(left, each)
    for each in rest:
        word.line(right, each)
    for cell in cells:
        drop_first(cell)
