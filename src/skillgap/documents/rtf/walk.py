"""The walk through an RTF file's parts: groups and destinations, fields, and the text of its stories."""

from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace

from skillgap.documents.flow.labels import marker_of
from skillgap.documents.rtf.parts import Parts
from skillgap.documents.rtf.shapes import SHAPE_WORDS
from skillgap.documents.rtf.state import Target, changed, level_of, with_style
from skillgap.documents.rtf.tables import (
    CHARACTERS,
    FOOTERS,
    HEADERS,
    KNOWN_AFTER_STAR,
    NOT_READ,
    PAGES,
    SIGNS,
    code_page,
)
from skillgap.documents.rtf.tokens import Kind, Token, tokens
from skillgap.documents.types import Limits, ReadingWarning, WarningCode

HIDDEN_TOO = 3
"""Text that nobody sees is looked at as well, so that what follows it is not lost."""
MOST_PARTS = 1_000_000
LINE_HEIGHT_TWIPS = 7
"""A gap is seven tenths of the letters' size: in twips, seven times their half points."""
FILE_WORDS = {"ansicpg", "deff", "mac", "paperh", "paperw", "pc", "pca", "sbknone", "sectd", "viewbksp"}
TARGETS = {
    "fonttbl": Target.FONTS,
    "colortbl": Target.COLORS,
    "stylesheet": Target.STYLES,
    "listtext": Target.LABEL,
    "pntext": Target.LABEL,
    "sn": Target.PROPERTY_NAME,
    "sv": Target.PROPERTY_VALUE,
    "shpinst": Target.SHAPE,
    "nesttableprops": Target.TEXT,
    "ud": Target.TEXT,
}


class Walk(Parts):
    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.is_starred = self.is_continuous = False
        self.sizes: dict[str, int] = {}
        self.parts = 0
        self.actions: dict[str, Callable[[], None]] = {
            "par": self.end_paragraph,
            "sect": self.end_section,
            "cell": lambda: self.end_cell(1),
            "nestcell": lambda: self.end_cell(self.state.level_of_table),
            "row": lambda: self.end_row(1),
            "nestrow": lambda: self.end_row(len(self.story.tables)),
            "trowd": self.begin_row,
            "chpgn": self.put_page_number,
            "footnote": self.open_note,
            "fldinst": self.open_instruction,
            "fldrslt": self.open_result,
            "shp": self.open_shape,
            "shptxt": self.open_text_box,
            "background": self.open_background,
        }

    def run(self, content: bytes) -> None:
        """Read up to the end of the outermost group, or as much of it as there is; nothing recurses."""
        for token in islice(tokens(content), MOST_PARTS + 1):
            self.parts += 1
            if token.kind not in {Kind.TEXT, Kind.BYTE}:
                self.end_bytes()
            self.take(token)
            if (token.kind is Kind.CLOSE and not self.outer) or self.letters > HIDDEN_TOO * self.limits.characters:
                break
        self.end_bytes()
        while self.outer:
            self.close_group()
        self.story.end()

    def warnings(self) -> tuple[ReadingWarning, ...]:
        if self.parts <= MOST_PARTS:
            return ()
        return (ReadingWarning(WarningCode.TRUNCATED, f"only the first {MOST_PARTS:,} words and marks were read"),)

    def take(self, token: Token) -> None:
        match token.kind:
            case Kind.OPEN:
                self.open_group()
                self.is_starred = False
            case Kind.CLOSE:
                self.close_group()
            case Kind.WORD:
                self.word(token.name, token.number)
                self.is_starred = False
            case Kind.SIGN:
                self.sign(token.name)
            case Kind.TEXT | Kind.BYTE:
                self.add_bytes(token.data)

    def sign(self, sign: str) -> None:
        if sign == "*":
            self.is_starred = True
        elif self.to_skip:
            self.to_skip -= 1
        elif sign in "\r\n":
            self.word("par", None)
        elif sign in SIGNS:
            self.put(SIGNS[sign])

    def word(self, word: str, number: int | None) -> None:
        target = self.state.target
        is_skipped = word in NOT_READ or (self.is_starred and word not in KNOWN_AFTER_STAR)
        if target is Target.NOWHERE and word != "ud":
            return
        if word == "u" and number is not None:
            self.put_unit(number)
        elif is_skipped:
            self.state = replace(self.state, target=Target.NOWHERE)
        elif word in CHARACTERS:
            self.put_character(CHARACTERS[word])
        elif word in TARGETS:
            self.open_target(word)
        elif target in {Target.FONTS, Target.COLORS, Target.STYLES}:
            self.define(word, number)
        elif word in self.actions:
            self.actions[word]()
        elif word in HEADERS or word in FOOTERS:
            self.open_edge(word)
        else:
            self.property(word, number)

    def define(self, word: str, number: int | None) -> None:
        """Fonts, colours and styles are told before the text."""
        if self.state.target is Target.FONTS:
            self.tables.add_to_font(word, number or 0)
        elif self.state.target is Target.COLORS:
            self.tables.add_to_color(word, number or 0)
        elif word == "s":
            self.tables.style = number or 0
        else:
            self.state = changed(self.state, word, number, self.tables)

    def property(self, word: str, number: int | None) -> None:
        """A property of letters, of a paragraph, a cell, a shape or the file."""
        if word in FILE_WORDS:
            self.file_property(word, number)
        elif word == "s" and number is not None:
            self.state = with_style(self.state, number, self.styles.get(number))
        elif word == "clcbpat":
            self.story.cell_ground = self.tables.color_of(number or 0)
        elif word == "cellx":
            self.story.define_cell()
        elif word in SHAPE_WORDS:
            if self.shapes and number is not None:
                self.shapes[-1].edges[word] = number
        else:
            self.state = changed(self.state, word, number, self.tables)

    def file_property(self, word: str, number: int | None) -> None:
        match word:
            case "mac" | "pc" | "pca":
                self.tables.ansi = PAGES[word]
            case "ansicpg" if number is not None:
                self.tables.ansi = code_page(number)
            case "deff" if number is not None:
                self.tables.default_font = number
            case "paperw" | "paperh" if number is not None:
                self.sizes[word] = number
            case "viewbksp":
                self.is_background_shown = number == 1
            case "sectd" | "sbknone":
                self.is_continuous = word == "sbknone"

    def end_paragraph(self) -> None:
        state, story = self.state, self.story
        if state.target is not Target.TEXT:
            return
        story.end_paragraph(
            table_level=state.level_of_table,
            heading_level=level_of(state, self.tables),
            is_spaced=self.is_spaced(),
        )
        story.space_after, story.style = state.space_after, state.style

    def is_spaced(self) -> bool:
        """Whether there is much space before the paragraph; some styles have none between their own paragraphs."""
        state, story = self.state, self.story
        is_closed = state.is_contextual and story.style == state.style
        return not is_closed and state.space_before + story.space_after >= LINE_HEIGHT_TWIPS * state.size

    def end_section(self) -> None:
        self.end_paragraph()
        if not self.is_continuous and len(self.stories) == 1:
            self.sheet.turn_page()

    def end_cell(self, level: int) -> None:
        story = self.story
        story.enter(max(1, level))
        if story.runs or story.floating:
            story.end_paragraph(
                table_level=max(1, level), heading_level=level_of(self.state, self.tables), is_spaced=False
            )
        story.end_cell()

    def begin_row(self) -> None:
        self.story.begin_row()

    def end_row(self, level: int) -> None:
        self.story.enter(max(1, level))
        self.story.end_row()

    def open_target(self, word: str) -> None:
        self.state = replace(self.state, target=TARGETS[word])
        if word in {"listtext", "pntext"}:
            self.at_close(self.end_label)
        elif word == "sv":
            self.at_close(self.end_property)

    def end_label(self) -> None:
        label = self.remark(Target.LABEL)
        if not self.state.is_hidden:
            self.story.marker = marker_of(label)

    def end_property(self) -> None:
        name, value = self.remark(Target.PROPERTY_NAME), self.remark(Target.PROPERTY_VALUE)
        if self.shapes:
            self.shapes[-1].properties[name.strip()] = value.strip()
