"""The groups of an RTF file: their states, what their end brings about, and where the text in them goes."""

from collections.abc import Callable

from skillgap.documents.flow.sheet import Sheet
from skillgap.documents.rtf.state import State, Target, look_of
from skillgap.documents.rtf.story import Story
from skillgap.documents.rtf.tables import Tables
from skillgap.documents.types import Limits

LONGEST_REMARK = 2_000
"""Field instructions, labels, properties of shapes: longer ones are cut."""


class Groups:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheet = Sheet(limits)
        self.tables = Tables()
        self.stories = [Story(self.sheet)]
        self.state = State()
        self.styles: dict[int, State] = {}
        self.outer: list[State] = []
        self.closings: list[tuple[int, Callable[[], None]]] = []
        self.remarks: dict[Target, str] = {}
        self.bytes = bytearray()
        self.high = 0
        self.to_skip = 0
        self.letters = 0

    @property
    def story(self) -> Story:
        return self.stories[-1]

    def open_group(self) -> None:
        self.outer.append(self.state)
        self.to_skip = 0

    def close_group(self) -> None:
        """What the group opened ends before its state does."""
        depth = len(self.outer)
        while self.closings and self.closings[-1][0] >= depth:
            self.closings.pop()[1]()
        if self.outer:
            self.state = self.outer.pop()
        self.to_skip = 0

    def at_close(self, action: Callable[[], None]) -> None:
        self.closings.append((len(self.outer), action))

    def add_bytes(self, data: bytes) -> None:
        skipped = min(self.to_skip, len(data))
        self.to_skip -= skipped
        if self.state.target is not Target.NOWHERE:
            self.bytes += data[skipped:]

    def end_bytes(self) -> None:
        if self.bytes:
            data = bytes(self.bytes)
            self.bytes.clear()
            self.put(self.tables.decoded(data, self.state.font))

    def put_character(self, character: str) -> None:
        """It may stand in for a Unicode character that was told before."""
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.put(character)

    def put_unit(self, number: int) -> None:
        """A number is a UTF-16 unit, written as signed; what stands for it in older readers is skipped."""
        self.to_skip = self.state.skip
        unit = number + 0x10000 if number < 0 else number
        if 0xD800 <= unit < 0xDC00:  # noqa: PLR2004 - the first half of a pair
            self.high = unit
            return
        if 0xDC00 <= unit < 0xE000:  # noqa: PLR2004 - the second half
            unit = 0x10000 + ((self.high - 0xD800) << 10) + unit - 0xDC00 if self.high else 0xFFFD
        self.high = 0
        if 0 < unit <= 0x10FFFF:  # noqa: PLR2004 - the last character
            self.put(chr(unit))

    def put(self, text: str) -> None:
        """Give text to whatever the group is about."""
        state = self.state
        match state.target:
            case Target.TEXT if not state.is_deleted:
                self.letters += len(text)
                cell_ground = self.story.ground_of_cell(state.level_of_table)
                look = look_of(state, self.tables, cell_ground, self.story.ground)
                self.story.add(text.upper() if state.is_capital else text, look)
            case Target.COLORS:
                self.tables.end_colors(text.count(";"))
            case Target.STYLES:
                self.end_style(text)
            case Target.INSTRUCTION | Target.LABEL | Target.PROPERTY_NAME | Target.PROPERTY_VALUE:
                self.remarks[state.target] = (self.remarks.get(state.target, "") + text)[:LONGEST_REMARK]
            case _:
                pass

    def remark(self, target: Target) -> str:
        """Return what was said there, and forget it."""
        return self.remarks.pop(target, "")

    def end_style(self, text: str) -> None:
        number = self.tables.style
        self.tables.add_to_style(text)
        if ";" in text:
            self.styles.setdefault(number, self.state)
