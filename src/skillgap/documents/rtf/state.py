"""The state of a group in an RTF file: how its letters look, and what its paragraph and cell are."""

from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.flow.colors import UNKNOWN, is_same_color
from skillgap.documents.flow.sheet import SMALLEST_SIZE, Look
from skillgap.documents.rtf.tables import Tables
from skillgap.documents.types import HiddenCause

USUAL_SIZE = 24
NARROWEST_SCALE = 5
FAR_BEFORE, FAR_BEYOND = -15_000, 60_000
DEEPEST_OUTLINE = 5
MOST_SKIPPED = 10
DEEPEST_TABLE = 20


class Target(Enum):
    """Where what stands in a group goes."""

    TEXT = auto()
    NOWHERE = auto()
    FONTS = auto()
    COLORS = auto()
    STYLES = auto()
    INSTRUCTION = auto()
    LABEL = auto()
    SHAPE = auto()
    PROPERTY_NAME = auto()
    PROPERTY_VALUE = auto()


class State(Struct, frozen=True):
    """Sizes are in half points, spaces in twips; colours are numbers in the table, 0 for none."""

    target: Target = Target.TEXT
    skip: int = 1
    font: int = 0
    size: int = USUAL_SIZE
    is_bold: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_capital: bool = False
    scale: int = 100
    color: int = 0
    ground: int = 0
    style: int = 0
    outline: int | None = None
    is_in_table: bool = False
    table_level: int = 0
    paragraph_ground: int = 0
    space_before: int = 0
    space_after: int = 0
    is_far: bool = False
    is_contextual: bool = False

    @property
    def level_of_table(self) -> int:
        return min(DEEPEST_TABLE, self.table_level or 1) if self.is_in_table else 0


TOGGLES = {
    "b": "is_bold",
    "v": "is_hidden",
    "deleted": "is_deleted",
    "caps": "is_capital",
    "scaps": "is_capital",
    "intbl": "is_in_table",
    "contextualspace": "is_contextual",
}
NUMBERS = {
    "f": "font",
    "fs": "size",
    "cf": "color",
    "cb": "ground",
    "chcbpat": "ground",
    "highlight": "ground",
    "charscalex": "scale",
    "outlinelevel": "outline",
    "itap": "table_level",
    "cbpat": "paragraph_ground",
    "sb": "space_before",
    "sa": "space_after",
}
STYLED = ("size", "is_bold", "is_hidden", "is_capital", "scale", "color", "ground", "outline", "paragraph_ground")
PLACES = {"posx", "posnegx", "posy", "posnegy"}
USUAL_NUMBERS = {"size": USUAL_SIZE, "scale": 100}


def changed(state: State, word: str, number: int | None, tables: Tables) -> State:
    """What a control word that sets a property makes of the state."""
    if word in TOGGLES:
        return replace(state, **{TOGGLES[word]: number != 0})
    if word in NUMBERS:
        name = NUMBERS[word]
        return replace(state, **{name: USUAL_NUMBERS.get(name, 0) if number is None else number})
    if word in PLACES and number is not None:
        return replace(state, is_far=state.is_far or not FAR_BEFORE < number < FAR_BEYOND)
    if word == "uc":
        return replace(state, skip=min(MOST_SKIPPED, max(0, 1 if number is None else number)))
    if word in {"plain", "pard"}:
        return plain_text(state, tables) if word == "plain" else plain_paragraph(state)
    return state


def plain_text(state: State, tables: Tables) -> State:
    fresh = State()
    names = ("size", "is_bold", "is_hidden", "is_deleted", "is_capital", "scale", "color", "ground")
    return replace(state, font=tables.default_font, **{name: getattr(fresh, name) for name in names})


def plain_paragraph(state: State) -> State:
    fresh = State()
    names = (
        "style",
        "outline",
        "is_in_table",
        "table_level",
        "paragraph_ground",
        "space_before",
        "space_after",
        "is_far",
        "is_contextual",
    )
    return replace(state, **{name: getattr(fresh, name) for name in names})


def with_style(state: State, number: int, style: State | None) -> State:
    """A paragraph style gives its letters what it says; most writers say it all again."""
    state = replace(state, style=number)
    if style is None:
        return state
    fresh = State()
    said = {name: getattr(style, name) for name in STYLED if getattr(style, name) != getattr(fresh, name)}
    return replace(state, **said) if said else state


def look_of(state: State, tables: Tables, cell_ground: str | None, page_ground: str) -> Look:
    """How letters look in this state: the nearest ground that has a colour is what they stand on."""
    color = tables.color_of(state.color)
    shades = (tables.color_of(state.ground), tables.color_of(state.paragraph_ground), cell_ground)
    ground = next((shade for shade in shades if shade is not None), page_ground)
    return Look(state.size / 2, state.is_bold, color, cause_of(state, color, ground))


def cause_of(state: State, color: str | None, ground: str) -> HiddenCause | None:
    if state.is_hidden:
        return HiddenCause.SWITCHED_OFF
    if state.size / 2 < SMALLEST_SIZE or state.scale < NARROWEST_SCALE:
        return HiddenCause.TINY
    if state.is_far:
        return HiddenCause.OFF_PAGE
    is_lost = color is not None and ground != UNKNOWN and is_same_color(color, ground)
    return HiddenCause.SAME_COLOR if is_lost else None


def level_of(state: State, tables: Tables) -> int:
    """The paragraph's heading level: what its outline says, else its style."""
    if state.outline is not None and 0 <= state.outline <= DEEPEST_OUTLINE:
        return tables.levels.get(state.style) or state.outline + 1
    return tables.levels.get(state.style, 0)
