"""What a machine sees of a document, shown to a person: each page with its lines numbered in reading order, and the text beside it."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

from skillgap.documents.annotated.marking import PageMarks, Step, marks_of, numbered_lines
from skillgap.documents.causes import CAUSES
from skillgap.documents.guarded.guarding import draw_guarded
from skillgap.documents.types import TITLE_LEVEL, Document, Limits, Line, MediaType, Page
from skillgap.errors import DocumentError, DocumentUnsupported, UsageError

if TYPE_CHECKING:
    from jinja2 import Template

MOST_LINES = 10_000
LONGEST_ASIDE = 400
SMALLEST, LARGEST = 0.8, 1.7
FORMATS = {
    MediaType.PDF: "PDF",
    MediaType.DOCX: "Word document",
    MediaType.ODT: "OpenDocument text",
    MediaType.RTF: "RTF",
    MediaType.HTML: "HTML",
    MediaType.MARKDOWN: "Markdown",
    MediaType.TEXT: "plain text",
    MediaType.JSON: "JSON Resume",
    MediaType.PNG: "PNG image",
    MediaType.JPEG: "JPEG image",
    MediaType.TIFF: "TIFF image",
    MediaType.WEBP: "WebP image",
}


class Piece(Struct, frozen=True):
    """`size` is relative to the document's most usual one."""

    text: str
    is_bold: bool
    size: float


class ShownLine(Struct, frozen=True, kw_only=True):
    number: int
    pieces: tuple[Piece, ...]
    label: str
    follows_gap: bool
    is_jumped_to: bool


class Aside(Struct, frozen=True):
    """What was found and is no part of the text; `tag` is its mark on the page."""

    tag: str
    text: str
    why: str = ""


class ShownPage(Struct, frozen=True, kw_only=True):
    page: Page
    marks: PageMarks | None
    picture: str
    lines: tuple[ShownLine, ...]
    hidden: tuple[Aside, ...]
    running: tuple[Aside, ...]
    links: tuple[Aside, ...]


def annotated_html(document: Document, content: bytes, *, limits: Limits | None = None) -> str:
    """One page that needs nothing else: no script, no request. `content` is what `document` was read from."""
    limits = limits or Limits()
    shown = document.pages[: limits.pages]
    pictures = drawn(document, content, [page.number for page in shown], limits)
    usual = median([line.font_size for line in document.lines if line.font_size] or [1.0])
    pages = [shown_page(document, page, pictures.get(page.number, ""), usual) for page in shown]
    text = template().render(
        document=document,
        format=FORMATS[document.media_type],
        pages=pages,
        most_lines=MOST_LINES,
        left_out=max(0, len(document.lines) - MOST_LINES),
        has_boxes=any(page.marks for page in pages),
        kinds=kinds_on([page.marks for page in pages if page.marks]),
    )
    return text.encode("utf-8", errors="replace").decode("utf-8")


def annotated_png(document: Document, content: bytes, page: int, *, limits: Limits | None = None) -> bytes:
    """One page with its lines numbered.

    Raises UsageError where the document has no such page, or pages of no size; DocumentError where it can't be drawn.
    """
    if not any(marks_of(document, each) for each in document.pages if each.number == page):
        count = len(document.pages)
        raise UsageError(
            f"{document.name}: there is no page {page} to be drawn",
            hint=f"it has {count}; only PDF files and images are drawn",
        )
    for picture in draw_guarded(document, content, [page], is_marked=True, limits=limits):
        return picture.content
    raise DocumentUnsupported(f"{document.name}: page {page} was turned to be read, so it can't be drawn as it was")


def drawn(document: Document, content: bytes, pages: Sequence[int], limits: Limits) -> dict[int, str]:
    """Pictures as data URIs by their pages; none where they can't be drawn, since the boxes alone say much."""
    if not any(marks_of(document, page) for page in document.pages):
        return {}
    try:
        pictures = draw_guarded(document, content, pages, is_marked=False, limits=limits)
    except DocumentError:
        return {}
    return {each.page: f"data:{each.media_type};base64,{b64encode(each.content).decode()}" for each in pictures}


def shown_page(document: Document, page: Page, picture: str, usual: float) -> ShownPage:
    marks = marks_of(document, page)
    jumps = {step.number for step in marks.steps if step.is_jump} if marks else set()
    hidden = (
        Aside(f"H{number}", shortened(each.text), CAUSES[each.cause])
        for number, each in enumerate(document.hidden, 1)
        if each.page == page.number
    )
    return ShownPage(
        page=page,
        marks=marks,
        picture=picture,
        lines=tuple(
            shown_line(document, number, line, usual, is_jumped_to=number in jumps)
            for number, line in numbered_lines(document, page.number)
            if number <= MOST_LINES
        ),
        hidden=tuple(hidden),
        running=tuple(Aside("", shortened(each.text)) for each in document.running if each.page == page.number),
        links=tuple(Aside("", shortened(each.target)) for each in document.links if each.page == page.number),
    )


def shown_line(document: Document, number: int, line: Line, usual: float, *, is_jumped_to: bool) -> ShownLine:
    level = line.heading_level
    return ShownLine(
        number=number,
        pieces=tuple(
            Piece(
                document.text_of(part),
                part.is_bold,
                round(min(LARGEST, max(SMALLEST, (part.font_size or usual) / usual)), 1),
            )
            for part in line.spans or (line,)
        ),
        label="title" if level == TITLE_LEVEL else f"heading {level}" if level else "",
        follows_gap=line.follows_gap,
        is_jumped_to=is_jumped_to,
    )


def kinds_on(marks: Sequence[PageMarks]) -> dict[str, bool]:
    """What the legend has to explain."""
    return {
        "heading": any(line.is_heading for page in marks for line in page.lines),
        "jump": any(step.is_jump for page in marks for step in page.steps),
        "hidden": any(page.hidden for page in marks),
        "running": any(page.running for page in marks),
        "link": any(page.links for page in marks),
    }


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_ASIDE else text[:LONGEST_ASIDE] + "…"


def path_of(step: Step) -> str:
    """The step as an SVG path."""
    start, *others = (f"{x:.1f} {y:.1f}" for x, y in step.points)
    return f"M{start}{'C' if step.is_jump else 'L'}{' '.join(others)}"


@cache
def template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("skillgap.documents.annotated"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["path"] = path_of
    return environment.get_template("annotated.html.jinja")
