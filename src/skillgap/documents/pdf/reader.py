"""PDF by pdfium: pages become lines in reading order, without what no person can see; pictures of pages are recognised."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

from msgspec import Struct

from skillgap.documents.pdf import pdfium
from skillgap.documents.pdf.pages import PageResult, read_page
from skillgap.documents.running import without_repeated, without_running
from skillgap.documents.types import (
    DrawnLine,
    HiddenCause,
    HiddenText,
    Limits,
    Link,
    Page,
    ReaderResult,
    ReadingWarning,
    WarningCode,
)
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentEncrypted, NoTextLayer

LAYER_SIGNS = (b"/OCProperties", b"/ObjStm")
"""What a file with layers contains; the second may hold the first, compressed."""
READER = "pdfium"
MOST_NOTES = 500
OCR_SCALE, MOST_PIXELS = 200 / 72, 16_000_000
DAMAGED, EXPORT = "the PDF is damaged", "export it again"


class PageFound(Struct, frozen=True, kw_only=True):
    """What one page gives to the document; `was_read` is false for a damaged page, `is_left_out` true for a picture too many."""

    page: Page
    lines: Sequence[DrawnLine] = ()
    hidden: Sequence[HiddenText] = ()
    links: Sequence[Link] = ()
    warnings: Sequence[ReadingWarning] = ()
    was_read: bool = True
    is_left_out: bool = False
    is_blank: bool = False


class Allowance:
    """How many pictures may still be recognised and for how many seconds; time runs only while that is done."""

    def __init__(self, limits: Limits) -> None:
        self.pictures = limits.ocr_pages
        self.seconds = limits.ocr_seconds

    @contextmanager
    def spent(self) -> Iterator[float]:
        """Give the seconds that are left for the next picture."""
        start = monotonic()
        self.pictures -= 1
        try:
            yield self.seconds
        finally:
            self.seconds = max(0.0, self.seconds - (monotonic() - start))


def read_pdf(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Read at most `limits.pages` pages.

    Raises DocumentEncrypted where a password is needed, DocumentCorrupt where pdfium can't open the file or any of its pages,
    NoTextLayer where all text is in pictures and can't be recognised, DocumentEmpty where the pages are blank.
    """
    pdf = opened(content, name)
    try:
        with pdfium.LOCK:
            count = len(pdf)
        allowance = Allowance(limits)
        is_layered = has_layers(content)
        found = [
            page_found(pdf, number, content, is_layered=is_layered, allowance=allowance)
            for number in range(1, min(count, limits.pages) + 1)
        ]
    finally:
        with pdfium.LOCK:
            pdf.close()
    if not any(page.was_read for page in found):
        raise DocumentCorrupt(f"{name}: {DAMAGED}, none of its pages can be read", hint=EXPORT)
    if not any(page.lines or page.hidden for page in found):
        raise nothing_on(found, name)
    return result_of(found, count, limits)


def has_layers(content: bytes) -> bool:
    """Whether anything in the file may be switched off."""
    return any(sign in content for sign in LAYER_SIGNS)


def opened(content: bytes, name: str) -> Any:
    import pypdfium2

    with pdfium.LOCK:
        try:
            return pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).casefold():
                message = f"{name}: the PDF is protected by a password"
                raise DocumentEncrypted(message, hint="save a copy without it") from error
            raise DocumentCorrupt(f"{name}: {DAMAGED} and can't be opened", hint=EXPORT) from error


def page_found(pdf: Any, number: int, content: bytes, *, is_layered: bool, allowance: Allowance) -> PageFound:
    """Read the page; look at it once more by slower means where there is reason to."""
    import pypdfium2

    with pdfium.LOCK:
        page = None
        try:
            page = flattened(pdf, number)
            result = read_page(page, number, has_layers=is_layered)
            needs_ocr = result.is_picture or result.is_garbled
            image = picture_for_ocr(page) if needs_ocr and allowance.pictures > 0 and can_recognize() else None
        except pypdfium2.PdfiumError:
            warning = ReadingWarning(WarningCode.TRUNCATED, f"page {number} is damaged and was left out", number)
            return PageFound(page=Page(number=number), warnings=(warning,), was_read=False)
        finally:
            if page is not None:
                page.close()
    if image is not None:
        return recognized(image, result, allowance)
    if needs_ocr and allowance.pictures <= 0 and can_recognize():
        return PageFound(
            page=result.page, lines=result.lines, hidden=result.hidden, links=result.links, is_left_out=True
        )
    return PageFound(
        page=result.page,
        lines=result.lines,
        hidden=[*result.hidden, *squeezed(result, content)],
        links=result.links,
        warnings=tuple(reading_warnings(result)),
        is_blank=not result.lines and not result.is_picture,
    )


def flattened(pdf: Any, number: int) -> Any:
    """The page with what is filled into its forms and written on it, which are no part of a page by themselves."""
    from pypdfium2 import raw

    page = pdf[number - 1]
    count = min(MOST_NOTES, raw.FPDFPage_GetAnnotCount(page))
    if (
        any(is_written(page, place) for place in range(count))
        and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    ):
        page.close()
        page = pdf[number - 1]
    return page


def is_written(page: Any, place: int) -> bool:
    from pypdfium2 import raw

    note = raw.FPDFPage_GetAnnot(page, place)
    kind = raw.FPDFAnnot_GetSubtype(note)
    raw.FPDFPage_CloseAnnot(note)
    return kind in {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT}


def can_recognize() -> bool:
    from skillgap.documents.ocr.recognizing import ocr_available

    return ocr_available()


def picture_for_ocr(page: Any) -> Any:
    """The page in grey at 200 dpi, or as large as MOST_PIXELS allow."""
    width, height = page.get_size()
    scale = min(OCR_SCALE, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    return page.render(scale=scale, rev_byteorder=True).to_pil().convert("L")


def recognized(image: Any, result: PageResult, allowance: Allowance) -> PageFound:
    """The page as text recognition reads it; what there was of text in the file is on the picture too."""
    from skillgap.documents.ocr.recognizing import OcrFailed, recognized_page

    page = result.page
    try:
        with allowance.spent() as seconds:
            found = recognized_page(
                image, page=page.number, width=page.width or 0.0, height=page.height or 0.0, seconds=seconds
            )
    except OcrFailed as error:
        message = f"page {page.number} is a picture and was not read: {error}"
        warning = ReadingWarning(WarningCode.NO_TEXT_LAYER, message, page.number)
        return PageFound(page=page, lines=result.lines, hidden=result.hidden, links=result.links, warnings=(warning,))
    what = "has a font that can't be decoded" if result.is_garbled else "is a picture"
    message = f"page {page.number} {what} and was read by text recognition, which makes mistakes"
    warning = ReadingWarning(WarningCode.OCR_USED, message, page.number)
    return PageFound(page=found.page, lines=found.lines, hidden=result.hidden, links=result.links, warnings=(warning,))


def squeezed(result: PageResult, content: bytes) -> Iterator[HiddenText]:
    if result.has_squeezed:
        from skillgap.documents.pdf.second_reader import squeezed_text

        if text := squeezed_text(content, result.page.number):
            yield HiddenText(text=text, cause=HiddenCause.TINY, page=result.page.number)


def reading_warnings(result: PageResult) -> Iterator[ReadingWarning]:
    from skillgap.documents.ocr.recognizing import OCR_HINT

    number = result.page.number
    if result.is_picture:
        message = f"page {number} is a picture without text, so it was not read; {OCR_HINT}"
        yield ReadingWarning(WarningCode.NO_TEXT_LAYER, message, number)
    elif result.is_garbled:
        message = f"the text of page {number} can't be decoded; export it again with its fonts embedded, or {OCR_HINT}"
        yield ReadingWarning(WarningCode.GARBLED_ENCODING, message, number)


def nothing_on(found: Sequence[PageFound], name: str) -> NoTextLayer | DocumentEmpty:
    from skillgap.documents.ocr.recognizing import OCR_HINT

    if all(page.is_blank for page in found):
        return DocumentEmpty(f"{name}: the pages are blank", hint="check that the right file was exported")
    if any(warning.code is WarningCode.OCR_USED for page in found for warning in page.warnings):
        return NoTextLayer(
            f"{name}: no text could be made out in the pictures", hint="scan it again, larger and sharper"
        )
    return NoTextLayer(f"{name}: the pages are pictures, there is no text on them", hint=OCR_HINT)


def result_of(found: Sequence[PageFound], count: int, limits: Limits) -> ReaderResult:
    pages = [*(each.page for each in found), *(Page(number=number) for number in range(len(found) + 1, count + 1))]
    lines, running = without_running([line for page in found for line in page.lines], pages)
    hidden, beyond = without_repeated([text for page in found for text in page.hidden], pages)
    warnings = [warning for page in found for warning in page.warnings]
    if count > limits.pages:
        message = f"only the first {limits.pages} of {count} pages were read"
        warnings.insert(0, ReadingWarning(WarningCode.TRUNCATED, message))
    if left_out := [page.page.number for page in found if page.is_left_out]:
        message = f"only the first {limits.ocr_pages} pictures of pages were read, not those from page {left_out[0]} on"
        warnings.append(ReadingWarning(WarningCode.TRUNCATED, message, left_out[0]))
    return ReaderResult(
        lines=tuple(lines),
        reader=readers(pages),
        pages=tuple(pages),
        hidden=tuple(hidden),
        running=(*running, *beyond),
        links=tuple(link for page in found for link in page.links),
        warnings=tuple(warnings),
    )


def readers(pages: Sequence[Page]) -> str:
    """What read the document; text recognition by its version, as its results hang on it."""
    if not any(page.is_ocr for page in pages):
        return READER
    from skillgap.documents.ocr.recognizing import ocr_version

    return f"{READER}, {ocr_version()}"
