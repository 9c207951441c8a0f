"""A story of an RTF file, which is its body, a header, a note or a text box: paragraphs, and the rows of tables."""

from msgspec import Struct

from skillgap.documents.flow.colors import UNKNOWN, WHITE
from skillgap.documents.flow.runs import Runs
from skillgap.documents.flow.sheet import Look, Sheet
from skillgap.documents.types import DrawnLine, HiddenCause

MOST_CELLS = 200


class Table(Struct):
    """An open table: the cells of its current row that are complete."""

    cells: list[list[DrawnLine]]


class Story:
    def __init__(
        self, sheet: Sheet, ground: str = WHITE, cause: HiddenCause | None = None, *, is_edge: bool = False
    ) -> None:
        self.sheet = sheet
        self.ground = ground
        self.cause = cause
        self.is_edge = is_edge
        self.runs = Runs()
        self.marker = ""
        self.tables: list[Table] = []
        self.cell_grounds: list[str | None] = []
        self.cell_ground: str | None = None
        self.floating: list[DrawnLine] = []
        self.space_after = 0
        self.style = -1

    def add(self, text: str, look: Look) -> None:
        cause = look.cause or self.cause
        self.runs.add(text, look if cause is look.cause else look._replace(cause=cause))

    def ground_of_cell(self, table_level: int) -> str | None:
        """The shade of the cell that is being filled; inner tables name theirs only afterwards."""
        if table_level == 0 or not self.cell_grounds:
            return None
        if table_level > 1:
            return UNKNOWN
        number = len(self.tables[0].cells) if self.tables else 0
        return self.cell_grounds[number] if number < len(self.cell_grounds) else None

    def begin_row(self) -> None:
        self.cell_grounds = []
        self.cell_ground = None

    def define_cell(self) -> None:
        """A cell's edge ends what is said of it."""
        if len(self.cell_grounds) < MOST_CELLS:
            self.cell_grounds.append(self.cell_ground)
        self.cell_ground = None

    def end_paragraph(self, *, table_level: int, heading_level: int, is_spaced: bool) -> None:
        self.enter(table_level)
        if self.runs or not self.floating:
            self.sheet.write(self.runs.taken(), level=heading_level, marker=self.marker, is_spaced=is_spaced)
        self.sheet.lines += self.floating
        self.marker, self.floating = "", []

    def enter(self, table_level: int) -> None:
        """Open or close tables until as many are open; one whose last row has no end is closed as if it had."""
        while len(self.tables) > table_level:
            self.end_row()
        while len(self.tables) < table_level:
            self.tables.append(Table([]))
            self.sheet.open_cell()

    def end_cell(self) -> None:
        self.tables[-1].cells.append(self.sheet.close_cell())
        self.sheet.open_cell()

    def end_row(self) -> None:
        if self.tables:
            table = self.tables.pop()
            self.sheet.write_row([*table.cells, self.sheet.close_cell()])

    def end(self) -> None:
        """The end of the story ends what is still open."""
        if self.runs or self.floating:
            self.end_paragraph(table_level=len(self.tables), heading_level=0, is_spaced=False)
        self.enter(0)
