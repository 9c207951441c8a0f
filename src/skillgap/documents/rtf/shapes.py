"""Drawn shapes of an RTF file: where they lie, what they are filled with, whether text in or on them can be seen."""

from skillgap.documents.flow.colors import UNKNOWN, WHITE, is_same_color
from skillgap.documents.types import HiddenCause

EDGES = ("shpleft", "shptop", "shpright", "shpbottom")
SHAPE_WORDS = {*EDGES, "shpfblwtxt"}
FAR_BEFORE, FAR_BEYOND = -2_880, 43_200
"""In twips: two inches above or left of the page, thirty beyond its other edges."""


class Shape:
    """Collects what is said of a shape: its edges in twips, and its properties by name."""

    def __init__(self) -> None:
        self.edges: dict[str, int] = {}
        self.properties: dict[str, str] = {}
        self.has_text = False

    @property
    def cause(self) -> HiddenCause | None:
        """Why text in the shape can't be seen, if so."""
        if not self.edges.keys() >= set(EDGES):
            return None
        left, top, right, bottom = (self.edges[name] for name in EDGES)
        if left == right or top == bottom:
            return HiddenCause.CLIPPED
        is_far = right <= FAR_BEFORE or bottom <= FAR_BEFORE or left >= FAR_BEYOND or top >= FAR_BEYOND
        return HiddenCause.OFF_PAGE if is_far else None

    @property
    def is_filled(self) -> bool:
        return self.properties.get("fFilled", "1") != "0"

    @property
    def fill(self) -> str:
        """The colour that it is filled with, which is written as blue, green, red; shapes are white where nothing is said."""
        if self.properties.get("fillType", "0") != "0" or "fillBlip" in self.properties or "pib" in self.properties:
            return UNKNOWN
        value = self.properties.get("fillColor", "")
        if not (value.isascii() and value.isdecimal()):
            return WHITE
        number = int(value[:10])
        return "#" + "".join(f"{number >> shift & 255:02x}" for shift in (0, 8, 16))

    def ground(self, page: str) -> str:
        """What text in the shape stands on."""
        return self.fill if self.is_filled else page

    def page_ground(self, page: str) -> str:
        """What text on the page stands on, once this shape lies behind it."""
        is_behind = self.properties.get("fBehindDocument") == "1" or self.edges.get("shpfblwtxt") == 1
        if not is_behind or self.has_text or not self.is_filled or page == UNKNOWN:
            return page
        is_seen = self.fill == UNKNOWN or not is_same_color(self.fill, page)
        return UNKNOWN if is_seen else page
