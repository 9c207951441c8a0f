"""The step from bytes to a `Document`: take the content in, see what it is, let its reader read it, give each line its place."""

from collections.abc import Callable

from skillgap.documents.assembling import document_of
from skillgap.documents.sniffing import is_markdown, media_type_of
from skillgap.documents.sources import Source, taken_in, too_large
from skillgap.documents.types import IMAGES, Document, Limits, MediaType, ReaderResult
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentError, NoTextLayer

BROKEN = "the file is damaged in a way that its reader does not know"
Reader = Callable[[bytes, str, Limits], ReaderResult]


def read_document(source: Source, *, name: str | None = None, limits: Limits | None = None) -> Document:
    """Read a path, bytes or a binary file object, in this process.

    Raises a DocumentError subclass, whose message starts with the document's name, where there is nothing to be read.
    """
    limits = limits or Limits()
    content, name = taken_in(source, name, limits)
    return read_content(content, name, limits)


def read_content(content: bytes, name: str, limits: Limits) -> Document:
    return read_as(media_type_of(content, name), content, name, limits)


def document_of_text(text: str, *, name: str, limits: Limits | None = None) -> Document:
    """Read a string that a caller already has: as Markdown where it has headings of that kind, else as plain text."""
    limits = limits or Limits()
    content = text.encode("utf-8", errors="replace")
    if len(content) > limits.size:
        raise too_large(name, limits)
    if not text.strip():
        raise DocumentEmpty(f"{name}: there is no text in it")
    return read_as(MediaType.MARKDOWN if is_markdown(text) else MediaType.TEXT, content, name, limits)


def read_as(media_type: MediaType, content: bytes, name: str, limits: Limits) -> Document:
    try:
        result = reader_for(media_type)(content, name, limits)
        document = document_of(result, content=content, name=name, media_type=media_type, limits=limits)
    except (DocumentError, ImportError, AssertionError, MemoryError):
        raise
    except Exception as error:
        # what no one foresaw in a broken file, in a reader or in a library beneath it
        raise DocumentCorrupt(f"{name}: {BROKEN} ({type(error).__name__})", hint="export it again") from error
    if not document.text:
        raise nothing_in(document)
    return document


def nothing_in(document: Document) -> DocumentEmpty | NoTextLayer:
    if document.hidden:
        return DocumentEmpty(
            f"{document.name}: all text in it is hidden from the reader's eye", hint="write it so that people see it"
        )
    return DocumentEmpty(f"{document.name}: there is no text in it")


def reader_for(media_type: MediaType) -> Reader:
    """Import the one reader that is needed."""
    match media_type:
        case MediaType.PDF:
            from skillgap.documents.pdf.reader import read_pdf as reader
        case MediaType.DOCX:
            from skillgap.documents.word.reader import read_docx as reader
        case MediaType.ODT:
            from skillgap.documents.opendocument.reader import read_odt as reader
        case MediaType.RTF:
            from skillgap.documents.rtf.reader import read_rtf as reader
        case MediaType.HTML:
            from skillgap.documents.web.reader import read_html as reader
        case MediaType.MARKDOWN:
            from skillgap.documents.markup import read_markdown as reader
        case MediaType.JSON:
            from skillgap.documents.records import read_record as reader
        case MediaType.TEXT:
            from skillgap.documents.plain import read_text as reader
        case _:
            assert media_type in IMAGES  # noqa: S101 - the only kinds left
            from skillgap.documents.ocr.images import read_image as reader
    return reader
