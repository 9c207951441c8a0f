"""What reading gives: one text, and the lines it was drawn in."""

from enum import StrEnum

from msgspec import Struct

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the page's top left corner."""


class WarningCode(StrEnum):
    """The closed list of what a report may warn of."""

    HIDDEN_TEXT = "hidden_text"
    KEYWORD_STUFFING = "keyword_stuffing"
    INSTRUCTION_TEXT = "instruction_text"
    OVERLAPPING_DATES = "overlapping_dates"
    NO_TEXT_LAYER = "no_text_layer"
    OCR_USED = "ocr_used"
    GARBLED_ENCODING = "garbled_encoding"
    COLUMNS_UNCERTAIN = "columns_uncertain"
    NO_SECTIONS = "no_sections"
    NO_DATES = "no_dates"
    TRUNCATED = "truncated"
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    NEAR_DUPLICATE = "near_duplicate"
    NOT_A_RESUME = "not_a_resume"


class ReadingWarning(Struct, frozen=True):
    code: WarningCode
    message: str
    page: int | None = None


class MediaType(StrEnum):
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"
    JSON = "application/json"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    WEBP = "image/webp"


TITLE_LEVEL = 10
"""The heading level of a document's title, which heads no section."""
SCHEMES = ("http://", "https://", "mailto:", "tel:")
"""Of the links that are kept."""
IMAGES = frozenset({MediaType.PNG, MediaType.JPEG, MediaType.TIFF, MediaType.WEBP})


class HiddenCause(StrEnum):
    """Why no person can see a text."""

    SWITCHED_OFF = "switched_off"
    SAME_COLOR = "same_color"
    TRANSPARENT = "transparent"
    TINY = "tiny"
    OFF_PAGE = "off_page"
    CLIPPED = "clipped"
    COVERED = "covered"
    HIDDEN_LAYER = "hidden_layer"
    SHAPELESS = "shapeless"


class DrawnSpan(Struct, frozen=True, kw_only=True):
    """A run of one style within a line; `color` as "#rrggbb", None where the file doesn't say."""

    text: str
    box: Box | None = None
    font_size: float | None = None
    is_bold: bool = False
    color: str | None = None


class DrawnLine(Struct, frozen=True, kw_only=True):
    """A line as a reader found it, before it has its place in the document's text.

    `spans` are given only where the style changes within the line; then their texts together are `text`.
    `is_whole` says that the file itself marks it as a paragraph, so that no line continues it. `field` is what a file of
    named values calls it, as "work/0/position". `indent` is how many spaces a line of plain text begins with.
    """

    text: str
    page: int = 1
    box: Box | None = None
    font_size: float | None = None
    is_bold: bool = False
    color: str | None = None
    spans: tuple[DrawnSpan, ...] = ()
    heading_level: int = 0
    is_whole: bool = False
    follows_gap: bool = False
    field: str = ""
    indent: int = 0


class HiddenText(Struct, frozen=True, kw_only=True):
    """What the file holds and no person can see; kept apart from the text."""

    text: str
    cause: HiddenCause
    page: int = 1
    box: Box | None = None


class RunningText(Struct, frozen=True, kw_only=True):
    """A running header, footer or page number; kept apart from the text."""

    text: str
    page: int
    box: Box | None = None


class Link(Struct, frozen=True, kw_only=True):
    """Where a link leads, which is never followed; an e-mail address or a profile may stand in it alone, behind an icon."""

    target: str
    page: int = 1
    box: Box | None = None


class Page(Struct, frozen=True, kw_only=True):
    """Width and height in points, as a person turns the page; None where a format has no pages of a size."""

    number: int
    width: float | None = None
    height: float | None = None
    is_ocr: bool = False


class ReaderResult(Struct, frozen=True, kw_only=True):
    lines: tuple[DrawnLine, ...]
    reader: str
    pages: tuple[Page, ...] = (Page(number=1),)
    hidden: tuple[HiddenText, ...] = ()
    running: tuple[RunningText, ...] = ()
    links: tuple[Link, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    record: str = ""


class Span(Struct, frozen=True, kw_only=True):
    """A run of one style; `document.text[start:end]` is what it says."""

    start: int
    end: int
    box: Box | None
    font_size: float | None
    is_bold: bool
    color: str | None


class Line(Struct, frozen=True, kw_only=True):
    """A visual line; `document.text[start:end]` is what it says, its style that of its first letter."""

    start: int
    end: int
    page: int
    box: Box | None
    font_size: float | None
    is_bold: bool
    heading_level: int
    is_whole: bool
    follows_gap: bool
    spans: tuple[Span, ...]
    field: str = ""
    indent: int = 0


class Document(Struct, frozen=True, kw_only=True):
    """One text in reading order, and the lines it stands in; what is hidden, running or behind a link is not part of it.

    `pages` are those of the file; of a file over the limit only the first ones have lines. `record` is the JSON Resume that
    the text was laid out from, empty for any other file.
    """

    name: str
    sha256: str
    media_type: MediaType
    reader: str
    pages: tuple[Page, ...]
    text: str
    lines: tuple[Line, ...]
    hidden: tuple[HiddenText, ...] = ()
    running: tuple[RunningText, ...] = ()
    links: tuple[Link, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    record: str = ""

    def text_of(self, part: Line | Span) -> str:
        return self.text[part.start : part.end]

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages if page.is_ocr)


class Limits(Struct, frozen=True, kw_only=True):
    """What an untrusted file may cost.

    Over a size it is refused; over `pages`, `ocr_pages` (pictures to be recognised) or `characters` it is cut, with a warning.
    Sizes are bytes. A zip may unpack to `unpacked_size`, and any part of it over a megabyte to `unpacked_ratio` times
    its packed size. `xml_depth` is how deep elements may be nested; `pixels` are those of one image.
    `ocr_seconds` is how long recognising all pictures of a document may take; those after it are not read, with a warning.
    """

    size: int = 20_000_000
    unpacked_size: int = 100_000_000
    unpacked_ratio: int = 200
    pages: int = 40
    ocr_pages: int = 5
    characters: int = 300_000
    xml_depth: int = 500
    pixels: int = 60_000_000
    ocr_seconds: float = 14.0
