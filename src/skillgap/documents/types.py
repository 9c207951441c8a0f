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
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"


class DrawnLine(Struct, frozen=True, kw_only=True):
    """A line as a reader found it, before it has its place in the document's text.

    `is_whole` says that the file itself marks it as a paragraph, so that no line continues it.
    """

    text: str
    page: int = 1
    box: Box | None = None
    font_size: float | None = None
    is_bold: bool = False
    heading_level: int = 0
    is_whole: bool = False
    follows_gap: bool = False


class ReaderResult(Struct, frozen=True, kw_only=True):
    lines: tuple[DrawnLine, ...]
    pages: int
    reader: str
    warnings: tuple[ReadingWarning, ...] = ()


class Line(Struct, frozen=True, kw_only=True):
    """A visual line; `document.text[start:end]` is what it says."""

    start: int
    end: int
    page: int
    box: Box | None
    font_size: float | None
    is_bold: bool
    heading_level: int
    is_whole: bool
    follows_gap: bool


class Document(Struct, frozen=True, kw_only=True):
    name: str
    sha256: str
    media_type: MediaType
    reader: str
    pages: int
    text: str
    lines: tuple[Line, ...]
    warnings: tuple[ReadingWarning, ...] = ()

    def text_of(self, line: Line) -> str:
        return self.text[line.start : line.end]


class Limits(Struct, frozen=True, kw_only=True):
    """What an untrusted file may cost. Over the size it is refused; over the others it is cut, with a warning."""

    size: int = 20_000_000
    unpacked_size: int = 100_000_000
    pages: int = 40
    characters: int = 2_000_000
