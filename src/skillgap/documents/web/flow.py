"""The flow of a page: pieces of text become lines, blocks end them, cells and floats put them side by side."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from skillgap.documents.flow.runs import Runs
from skillgap.documents.flow.sheet import Sheet, drawn_line, joined, row_lines, trimmed
from skillgap.documents.types import DrawnLine
from skillgap.documents.web.looks import Appearance

SPACE = re.compile(r"[ \t\n\r\f]+")
GAP_SHARE = 0.7
POINTS_PER_PIXEL = 0.75
MOST_ITEMS = 12
LONGEST_LINE = 100


class Box:
    """A place that lines are collected in: the page, a cell, or a float. In a row each line is a cell of its own."""

    def __init__(self, *, is_row: bool = False, columns: int = 0) -> None:
        self.is_row = is_row
        self.columns = columns
        self.lines: list[DrawnLine] = []
        self.cells: list[list[DrawnLine]] = []
        self.runs = Runs()
        self.level = 0
        self.is_kept = False
        self.is_open = False
        self.before: list[DrawnLine] = []
        self.after: list[DrawnLine] = []


class Flow:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.boxes = [Box()]
        self.gap = 0.0
        self.marker = ""
        self.letters = 0
        self.has_begun = False

    @property
    def box(self) -> Box:
        return self.boxes[-1]

    def text(self, text: str, appearance: Appearance) -> None:
        """Add text as its white-space property has it: spaces collapsed, or line by line."""
        mode = appearance.style.get("white-space", "normal")
        if appearance.style.get("text-transform") == "uppercase":
            text = text.upper()
        self.letters += len(text)
        if mode in {"normal", "nowrap"}:
            self.collapsed(text, appearance)
            return
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self.end_line(appearance)
            if mode == "pre-line":
                self.collapsed(line, appearance)
            else:
                self.kept(line, appearance)

    def collapsed(self, text: str, appearance: Appearance) -> None:
        text = SPACE.sub(" ", text)
        if appearance.look.cause is None and not self.box.is_open:
            text = text.lstrip(" ")
        if text:
            self.add(text, appearance)
            if appearance.look.cause is None:
                self.box.is_open = not text.endswith(" ")

    def kept(self, text: str, appearance: Appearance) -> None:
        if text:
            self.add(text.expandtabs(4), appearance)
            self.box.is_open, self.box.is_kept = True, True

    def add(self, text: str, appearance: Appearance) -> None:
        box = self.box
        box.runs.add(text, appearance.look)
        box.level = box.level or appearance.heading_level

    def space(self, appearance: Appearance) -> None:
        """Part what stands beside each other with room between."""
        self.collapsed(" ", appearance)

    def tab(self, appearance: Appearance) -> None:
        self.add("\t", appearance)
        self.box.is_open = False

    def end_line(self, appearance: Appearance) -> None:
        """A line break; where nothing is before it, it is white space."""
        if not self.end():
            self.gap += appearance.look.size or 0.0

    def end(self) -> bool:
        """End the line, if there is one."""
        box = self.box
        if not box.runs:
            return False
        row = trimmed(self.sheet.seen(box.runs.taken()))
        level, is_kept = box.level, box.is_kept
        box.level, box.is_kept, box.is_open = 0, False, False
        if not row:
            return False
        line = drawn_line(row, self.marker, level, 1)
        self.marker = ""
        has_gap = self.has_begun and self.gap >= GAP_SHARE * (line.font_size or 0.0)
        self.gap, self.has_begun = 0.0, True
        self.put(replace(line, is_whole=not is_kept, follows_gap=has_gap))
        return True

    def put(self, line: DrawnLine) -> None:
        """Add a line to the box, with the floats that stand beside it."""
        box = self.box
        beside = [*box.before, line, *box.after]
        box.before, box.after = [], []
        if len(line.text) > LONGEST_LINE:
            self.store(*beside)
        else:
            self.store(joined(beside) if len(beside) > 1 else line)

    def store(self, *lines: DrawnLine) -> None:
        box = self.box
        if box.is_row:
            box.cells += ([line] for line in lines)
        else:
            box.lines += lines

    def open_block(self, appearance: Appearance) -> None:
        self.end()
        self.widen(appearance, "top")

    def close_block(self, appearance: Appearance) -> None:
        self.end()
        self.end_floats()
        self.widen(appearance, "bottom")

    def widen(self, appearance: Appearance, side: str) -> None:
        margin = appearance.length(f"margin-{side}") * POINTS_PER_PIXEL
        padding = appearance.length(f"padding-{side}") * POINTS_PER_PIXEL
        self.gap = max(self.gap, margin) + max(0.0, padding)

    def end_floats(self) -> None:
        box = self.box
        if beside := [*box.before, *box.after]:
            box.before, box.after = [], []
            self.store(joined(beside))

    def open_row(self, columns: int = 0) -> None:
        self.end()
        self.boxes.append(Box(is_row=True, columns=columns))

    def close_row(self) -> None:
        row = self.close()
        for cells in in_rows(row.cells, row.columns):
            for line in cells:
                self.put(line)

    def open_cell(self) -> None:
        self.end()
        self.boxes.append(Box())

    def close_cell(self) -> None:
        lines = self.close().lines
        row = self.box
        if row.is_row:
            is_first = len(row.cells) % row.columns == 0 if row.columns > 1 else not row.cells
            row.cells.append(lines if is_first else without_gap(lines))
        else:
            self.store(*lines)

    def open_float(self) -> None:
        """What floats leaves the line around it open."""
        self.boxes.append(Box())

    def close_float(self, side: str) -> None:
        lines = self.close().lines
        if len(lines) == 1 and len(lines[0].text) < LONGEST_LINE:
            (self.box.before if side == "left" else self.box.after).append(lines[0])
        else:
            self.end()
            self.store(*lines)

    def close(self) -> Box:
        self.end()
        self.end_floats()
        return self.boxes.pop()


def without_gap(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """What stands beside something has no gap above it; a heading has its own."""
    return [
        replace(line, follows_gap=line.follows_gap and (number > 0 or line.heading_level > 0))
        for number, line in enumerate(lines)
    ]


def in_rows(cells: Sequence[list[DrawnLine]], columns: int) -> list[list[DrawnLine]]:
    """The lines of a row's cells; of a grid, of each of its rows; many short items of a flexible row stand on one line."""
    filled = [cell for cell in cells if cell]
    if columns > 1 and len(cells) > columns:
        return [row_lines(list(cells[start : start + columns])) for start in range(0, len(cells), columns)]
    is_bar = len(filled) <= MOST_ITEMS and sum(len(line.text) for cell in filled for line in cell) < LONGEST_LINE
    if columns == 0 and filled and is_bar and all(len(cell) == 1 for cell in filled):
        return [[joined([cell[0] for cell in filled])]] if len(filled) > 1 else [list(filled[0])]
    return [row_lines(list(cells))]
