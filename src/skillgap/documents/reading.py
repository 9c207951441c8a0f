"""The step from bytes to a `Document`: take the content in, see what it is, let its reader read it, give each line its place."""

import os
import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from skillgap.documents.sniffing import OCR_MEANWHILE, is_markdown, media_type_of
from skillgap.documents.types import (
    Document,
    DrawnLine,
    Limits,
    Line,
    MediaType,
    ReaderResult,
    ReadingWarning,
    WarningCode,
)
from skillgap.errors import DocumentEmpty, DocumentMissing, DocumentTooLarge, DocumentUnsupported, NoTextLayer

Reader = Callable[[bytes, str, Limits], ReaderResult]
Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO

BULLET_GLYPHS = re.compile(
    r"^[\s]*[\u2022\u25cf\u25aa\u25e6\u2023\u2043\u2219\u00b7\u25a0\u25b8\u25ba\u27a2\u2756\uf0b7\uf0a7\uf02d\uf076\uf0d8\x80-\x9f\ue000-\uf8ff\ufffd](?=\s|\w)\s*"
)
INVISIBLE = re.compile("[\ufffe\x80-\x9f\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
GARBLED_SHARE = 0.15
LONGEST_GAP = 80
LONG_GAP = re.compile(rf"[ \t]{{{LONGEST_GAP + 1},}}")


def read_document(source: Source, *, name: str | None = None, limits: Limits | None = None) -> Document:
    """Read a path, bytes or a binary file object.

    Raises a DocumentError subclass, whose message starts with the document's name, where there is nothing to be read.
    """
    limits = limits or Limits()
    content, name = taken_in(source, name, limits)
    media_type = media_type_of(content, name)
    result = reader_for(media_type)(content, name, limits)
    return document_of(result, content=content, name=name, media_type=media_type, limits=limits)


def document_of_text(text: str, *, name: str, limits: Limits | None = None) -> Document:
    """Read a string that a caller already has: as Markdown where it has headings of that kind, else as plain text."""
    limits = limits or Limits()
    content = text.encode("utf-8", errors="replace")
    if len(content) > limits.size:
        raise too_large(name, limits)
    if not text.strip():
        raise DocumentEmpty(f"{name}: there is no text in it")
    media_type = MediaType.MARKDOWN if is_markdown(text) else MediaType.TEXT
    result = reader_for(media_type)(content, name, limits)
    return document_of(result, content=content, name=name, media_type=media_type, limits=limits)


def taken_in(source: Source, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """Return the bytes and the name to call them by; never more bytes than the limit are read."""
    if isinstance(source, bytes | bytearray | memoryview):
        content, name = bytes(source), name or "document"
    elif isinstance(source, str | os.PathLike):
        path = Path(source)
        content = bytes_of_file(path, limits, name or str(path))
        name = name or path.name or str(path)
    else:
        given = getattr(source, "name", None)
        name = name or (Path(given).name if isinstance(given, str) else "document")
        content = bytes_of_stream(source, name, limits)
    name = name.encode("utf-8", errors="replace").decode("utf-8")
    if len(content) > limits.size:
        raise too_large(name, limits)
    return content, name


def too_large(name: str, limits: Limits) -> DocumentTooLarge:
    return DocumentTooLarge(
        f"{name}: over {limits.size // 1_000_000} MB, too large for a résumé", hint="export it with smaller images"
    )


def bytes_of_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read to the end or just past the limit; an unbuffered stream gives less at a time than it is asked for."""
    parts = bytearray()
    while len(parts) <= limits.size:
        part = stream.read(limits.size + 1 - len(parts))
        if isinstance(part, str):
            raise DocumentUnsupported(f"{name}: the file object gives text", hint="open it in binary mode")
        if not part:
            break
        parts += part
    return bytes(parts)


def bytes_of_file(path: Path, limits: Limits, name: str) -> bytes:
    try:
        if path.is_dir():
            raise DocumentUnsupported(f"{name}: this is a directory", hint="name one file in it")
        if not path.exists():
            raise DocumentMissing(f"{name}: no such file", hint="check the path")
        if not path.is_file():
            raise DocumentUnsupported(f"{name}: this is not a regular file")
        with path.open("rb") as file:
            return file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentMissing(
            f"{name}: can't be opened: {reason}", hint="check the path and its permissions"
        ) from error


def reader_for(media_type: MediaType) -> Reader:
    """Import the one reader that is needed."""
    match media_type:
        case MediaType.PDF:
            from skillgap.documents.pdf import read_pdf

            return read_pdf
        case MediaType.DOCX:
            from skillgap.documents.docx import read_docx

            return read_docx
        case MediaType.MARKDOWN:
            from skillgap.documents.markup import read_markdown

            return read_markdown
        case MediaType.TEXT:
            from skillgap.documents.plain import read_text

            return read_text


def document_of(result: ReaderResult, *, content: bytes, name: str, media_type: MediaType, limits: Limits) -> Document:
    """Give each drawn line its place in one text."""
    warnings = list(result.warnings)
    parts: list[str] = []
    lines: list[Line] = []
    length = strange = 0
    for drawn in result.lines:
        strange += sum(map(is_strange, drawn.text))
        text = cleaned(drawn.text)
        if not text:
            continue
        separator = "" if not lines else "\n\n" if drawn.follows_gap else "\n"
        start = length + len(separator)
        kept = text[: max(0, limits.characters - start)].rstrip()
        if kept:
            length = start + len(kept)
            parts += (separator, kept)
            lines.append(line_of(drawn, start, length))
        if len(kept) < len(text):
            message = f"only the first {limits.characters:,} characters were read"
            warnings.append(ReadingWarning(WarningCode.TRUNCATED, message, drawn.page))
            break
    text = "".join(parts)
    if not text.strip():
        if media_type is MediaType.PDF:
            raise NoTextLayer(f"{name}: the pages are pictures, there is no text on them", hint=OCR_MEANWHILE)
        raise DocumentEmpty(f"{name}: there is no text in it")
    if garbled := garbled_warning(text, strange):
        warnings.append(garbled)
    return Document(
        name=name,
        sha256=sha256(content).hexdigest(),
        media_type=media_type,
        reader=result.reader,
        pages=result.pages,
        text=text,
        lines=tuple(lines),
        warnings=tuple(warnings),
    )


def line_of(drawn: DrawnLine, start: int, end: int) -> Line:
    return Line(
        start=start,
        end=end,
        page=drawn.page,
        box=drawn.box,
        font_size=drawn.font_size,
        is_bold=drawn.is_bold,
        heading_level=drawn.heading_level,
        is_whole=drawn.is_whole,
        follows_gap=drawn.follows_gap,
    )


def cleaned(text: str) -> str:
    """One form for what looks the same: bullets, spaces, composed letters, no invisible characters."""
    text = BULLET_GLYPHS.sub("• ", text)
    text = SPACES.sub(" ", INVISIBLE.sub("", text))
    text = LONG_GAP.sub(" " * LONGEST_GAP, PRIVATE_USE.sub(" ", text))
    return unicodedata.normalize("NFC", text).strip()


def is_strange(character: str) -> bool:
    """A letter of a font without a Unicode map: a replacement character, a private or unassigned one."""
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cn"}


def garbled_warning(text: str, strange: int) -> ReadingWarning | None:
    if strange < GARBLED_SHARE * len(text):
        return None
    return ReadingWarning(
        WarningCode.GARBLED_ENCODING,
        "much of the text can't be decoded; export the document again with its fonts embedded",
    )
