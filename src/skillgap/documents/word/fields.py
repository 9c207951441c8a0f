"""Fields of Word files: what they show is text, how they find it is not."""

import re

from skillgap.documents.flow.sheet import COUNT_CLOSES, COUNT_OPENS, Look, Piece, Sheet

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{1,4000})"', re.IGNORECASE)
COUNTS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
LONGEST_INSTRUCTION = 5_000
MOST_NESTED = 50


class Field:
    def __init__(self) -> None:
        self.instruction = ""
        self.is_shown = False
        self.is_count = False


class Fields:
    """The fields open at a place in the walk; in a header or footer page numbers are put between marks."""

    def __init__(self, sheet: Sheet, *, marks_counts: bool) -> None:
        self.sheet = sheet
        self.marks_counts = marks_counts
        self.stack: list[Field] = []
        self.is_instruction = False

    def open(self, instruction: str, pieces: list[Piece], look: Look) -> None:
        """Begin a field whose instruction is known."""
        self.begin()
        self.instruct(instruction)
        self.show(pieces, look)

    def begin(self) -> None:
        """Fields nested deeper than anybody writes are no longer told apart."""
        if len(self.stack) < MOST_NESTED:
            self.stack.append(Field())
        self.look_up()

    def turn(self, kind: str, pieces: list[Piece], look: Look) -> None:
        if kind == "begin":
            self.begin()
        elif kind == "separate" and self.stack:
            self.show(pieces, look)
        elif kind == "end" and self.stack:
            self.close(pieces, look)

    def instruct(self, text: str) -> None:
        if self.stack and len(self.stack[-1].instruction) < LONGEST_INSTRUCTION:
            self.stack[-1].instruction += text[:LONGEST_INSTRUCTION]

    def show(self, pieces: list[Piece], look: Look) -> None:
        """From here on comes what the field shows."""
        field = self.stack[-1]
        if field.is_shown:
            return
        field.is_shown = True
        self.look_up()
        if found := HYPERLINK.match(field.instruction):
            self.sheet.add_link(found[1])
        if self.marks_counts and not self.is_instruction and COUNTS.match(field.instruction):
            field.is_count = True
            pieces.append((COUNT_OPENS, look))

    def close(self, pieces: list[Piece], look: Look) -> None:
        self.show(pieces, look)
        if self.stack.pop().is_count:
            pieces.append((COUNT_CLOSES, look))
        self.look_up()

    def end_paragraph(self) -> None:
        """A field whose instruction runs on past its paragraph is broken; it must not swallow the rest of the file."""
        if self.is_instruction:
            self.stack = [field for field in self.stack if field.is_shown]
            self.look_up()

    def look_up(self) -> None:
        self.is_instruction = any(not field.is_shown for field in self.stack)
