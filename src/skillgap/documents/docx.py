"""Word documents: python-docx opens them, our own walk over its lxml tree sees tables, text boxes and headers too."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from skillgap.documents.types import DrawnLine, Limits, ReaderResult, ReadingWarning, WarningCode
from skillgap.errors import DocumentCorrupt, DocumentTooLarge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NOT_READ = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}instrText", f"{W}delText"}
TITLE_LEVEL = 10
WHITE = "FFFFFF"
SMALLEST_HALF_POINTS = 4
GROUNDS = ("rPr", "pPr", "tcPr", "tblPr")
HIDDEN_SHOWN = 80
OFF = {"0", "false", "none"}


def read_docx(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """One line a paragraph (or per line break in it), in the order of the file: headers, body with its tables and text boxes, footers.

    Raises DocumentTooLarge where the archive unpacks to more than the limit, DocumentCorrupt where it can't be opened.
    """
    import docx

    refuse_bomb(content, name, limits)
    hidden: list[str] = []
    try:
        document = docx.Document(BytesIO(content))
        styles = heading_styles(document)
        parts = [*edge_parts(document, "header"), document.element.body, *edge_parts(document, "footer")]
        lines = tuple(line for part in parts for line in part_lines(part, styles, hidden))
    except Exception as error:
        # python-docx lets KeyError, ValueError, lxml's and zipfile's errors out, depending on what is broken
        raise DocumentCorrupt(
            f"{name}: the Word file is damaged", hint="open it in Word or LibreOffice and save it again"
        ) from error
    return ReaderResult(lines=lines, pages=1, reader="python-docx", warnings=hidden_warning("".join(hidden)))


def hidden_warning(text: str) -> tuple[ReadingWarning, ...]:
    """Say what no person can see on the page; it is no evidence."""
    shown = " ".join(text.split())
    if not shown:
        return ()
    beginning = shown[:HIDDEN_SHOWN] + ("…" if len(shown) > HIDDEN_SHOWN else "")
    return (ReadingWarning(WarningCode.HIDDEN_TEXT, f"text that nobody can see was left out: {beginning}"),)


def refuse_bomb(content: bytes, name: str, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentCorrupt(f"{name}: the Word file is damaged", hint="export it again") from error
    if unpacked > limits.unpacked_size:
        raise DocumentTooLarge(
            f"{name}: unpacks to over {limits.unpacked_size // 1_000_000} MB", hint="remove its images"
        )


def edge_parts(document: Any, which: str) -> list[Any]:
    """The first section's headers or footers that have text of their own: the usual one, and that of a first page."""
    if not document.sections:
        return []
    section = document.sections[0]
    parts = [getattr(section, which)]
    if section.different_first_page_header_footer:
        parts.insert(0, getattr(section, f"first_page_{which}"))
    return [part._element for part in parts if not part.is_linked_to_previous]  # noqa: SLF001


def heading_styles(document: Any) -> dict[str, int]:
    """Style id to heading level; a document's title is no heading of a section."""
    levels = {}
    for style in document.styles:
        title = (style.name or "").casefold()
        if title == "title":
            levels[style.style_id] = TITLE_LEVEL
        elif title.startswith("heading ") and title[8:].isdecimal():
            levels[style.style_id] = int(title[8:])
    return levels


def part_lines(part: Any, styles: dict[str, int], hidden: list[str]) -> Iterator[DrawnLine]:
    """Walk the paragraphs; those inside a text box come when the box does, not twice."""
    is_gap = False
    for paragraph in part.iter(f"{W}p"):
        if any(parent.tag in NOT_READ for parent in paragraph.iterancestors()):
            continue
        pieces = [(text, bold) for text, bold in runs_of(paragraph, hidden) if text]
        texts = [text.strip() for text in "".join(text for text, _ in pieces).split("\n")]
        texts = [text for text in texts if text]
        if not texts:
            is_gap = True
            continue
        level, is_item = shape_of(paragraph, styles)
        is_bold = all(bold for text, bold in pieces if text.strip())
        size = size_of(paragraph)
        for position, text in enumerate(texts):
            yield DrawnLine(
                text=f"• {text}" if is_item and position == 0 else text,
                font_size=size,
                is_bold=is_bold,
                heading_level=level,
                is_whole=True,
                follows_gap=is_gap and position == 0,
            )
        is_gap = False


def runs_of(paragraph: Any, hidden: list[str]) -> Iterator[tuple[str, bool]]:
    """Text of the paragraph's own runs with its weight: tabs and breaks kept, deleted text left out, hidden text put aside."""
    for run in paragraph.iter(f"{W}r"):
        owner = next(run.iterancestors(f"{W}p"))
        if owner is not paragraph or any(parent.tag in NOT_READ for parent in run.iterancestors()):
            continue
        properties = run.find(f"{W}rPr")
        if is_hidden(run, properties):
            hidden.append("".join(run.itertext(f"{W}t")) + " ")
            continue
        is_bold = is_on(properties, "b")
        for child in run:
            if child.tag == f"{W}t":
                yield child.text or "", is_bold
            elif child.tag == f"{W}tab":
                yield "\t", is_bold
            elif child.tag in {f"{W}br", f"{W}cr"}:
                yield "\n", is_bold
            elif child.tag == f"{W}noBreakHyphen":
                yield "-", is_bold


def is_hidden(run: Any, properties: Any) -> bool:
    """Switched off, too small to see, or white on a ground that nothing has coloured."""
    if properties is None:
        return False
    color, size = properties.find(f"{W}color"), properties.find(f"{W}sz")
    is_white = color is not None and color.get(f"{W}val", "").upper() == WHITE
    height = size.get(f"{W}val", "") if size is not None else ""
    is_tiny = height.isdecimal() and int(height) < SMALLEST_HALF_POINTS
    return is_on(properties, "vanish") or is_tiny or (is_white and not has_ground(run))


def has_ground(run: Any) -> bool:
    """Whether the run, its paragraph, cell or table is shaded in a colour of its own; within a drawing the shape may be."""
    for parent in (run, *run.iterancestors()):
        if parent.tag == f"{W}txbxContent":
            return True
        properties = next(
            (parent.find(f"{W}{name}") for name in GROUNDS if parent.find(f"{W}{name}") is not None), None
        )
        shade = properties.find(f"{W}shd") if properties is not None else None
        if shade is not None and shade.get(f"{W}fill", "auto").upper() not in {"AUTO", WHITE}:
            return True
    return False


def is_on(properties: Any, name: str) -> bool:
    toggle = properties.find(f"{W}{name}") if properties is not None else None
    return toggle is not None and toggle.get(f"{W}val", "1") not in OFF


def shape_of(paragraph: Any, styles: dict[str, int]) -> tuple[int, bool]:
    """The heading level, 0 for none, and whether it is a list item."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return 0, False
    style = properties.find(f"{W}pStyle")
    style_id = style.get(f"{W}val", "") if style is not None else ""
    is_item = properties.find(f"{W}numPr") is not None or style_id.casefold().startswith("list")
    return styles.get(style_id, 0), is_item


def size_of(paragraph: Any) -> float | None:
    """The first run's own size in points; Word counts in half points."""
    size = paragraph.find(f"{W}r/{W}rPr/{W}sz")
    value = size.get(f"{W}val", "") if size is not None else ""
    return int(value) / 2 if value.isdecimal() else None
