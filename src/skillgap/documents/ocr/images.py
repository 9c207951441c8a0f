"""Pictures of a résumé: opened by Pillow within limits, made plain, read by tesseract."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from time import monotonic

from PIL import Image, ImageOps

from skillgap.documents.ocr.recognizing import (
    OCR_HINT,
    OcrFailed,
    RecognizedPage,
    ocr_available,
    ocr_version,
    recognized_page,
)
from skillgap.documents.types import Limits, Page, ReaderResult, ReadingWarning, WarningCode
from skillgap.errors import DocumentCorrupt, DocumentTooLarge, NoTextLayer

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP")
LONGEST_SIDE = 30_000
"""Pixels: nobody scans a page so large, and what stretches a picture so far costs memory elsewhere."""
A4_SHORT_SIDE = 595.0
"""In points; a picture says little about how large the page was."""
DEEP_MODES = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})
WHITE = 255


def read_image(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Read the pages of a TIFF, up to `limits.ocr_pages`, or the one picture of any other file.

    Raises DocumentTooLarge over `limits.pixels`, DocumentCorrupt where Pillow can't decode it, NoTextLayer without tesseract.
    """
    if not ocr_available():
        raise NoTextLayer(f"{name}: this is a picture, and there is no program here to read it", hint=OCR_HINT)
    with decoding(name, limits):
        image = Image.open(BytesIO(content), formats=FORMATS)
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    read = min(count, limits.ocr_pages)
    warnings: list[ReadingWarning] = []
    if count > read:
        message = f"only the first {read} of {count} pages were read"
        warnings.append(ReadingWarning(WarningCode.TRUNCATED, message))
    end = monotonic() + limits.ocr_seconds
    found: list[RecognizedPage] = []
    for number in range(1, read + 1):
        page, warning = page_of(frame_of(image, number, name, limits), number, max(0.0, end - monotonic()))
        found.append(page)
        warnings.append(warning)
    lines = tuple(line for page in found for line in page.lines)
    if not lines:
        raise NoTextLayer(f"{name}: no text could be made out in the picture", hint="scan it again, larger and sharper")
    pages = (*(page.page for page in found), *(Page(number=number) for number in range(read + 1, count + 1)))
    return ReaderResult(lines=lines, reader=ocr_version(), pages=pages, warnings=tuple(warnings))


@contextmanager
def decoding(name: str, limits: Limits) -> Iterator[None]:
    """Around Pillow's decoders, which let many kinds of error out, depending on what is broken."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large(name, limits) from error
    except (OSError, ArithmeticError, EOFError, LookupError, SyntaxError, TypeError, ValueError, struct.error) as error:
        raise DocumentCorrupt(f"{name}: the picture is damaged", hint="export or scan it again") from error


def frame_of(image: Image.Image, number: int, name: str, limits: Limits) -> Image.Image:
    """A page by its number, its size checked before it is decoded."""
    with decoding(name, limits):
        image.seek(number - 1)
        if image.width * image.height > limits.pixels or max(image.size) > LONGEST_SIDE:
            raise too_large(name, limits)
        return plain(image)


def page_of(frame: Image.Image, number: int, seconds: float) -> tuple[RecognizedPage, ReadingWarning]:
    try:
        page = recognized(frame, number, seconds)
    except OcrFailed as error:
        message = f"page {number} was not read: {error}"
        page = RecognizedPage(Page(number=number, is_ocr=True), ())
        return page, ReadingWarning(WarningCode.NO_TEXT_LAYER, message, number)
    message = f"page {number} is a picture and was read by text recognition, which makes mistakes"
    return page, ReadingWarning(WarningCode.OCR_USED, message, number)


def recognized(image: Image.Image, number: int, seconds: float) -> RecognizedPage:
    """Read the picture as a page as wide as A4, or as high where it lies on its side."""
    points = A4_SHORT_SIDE / min(image.size)
    width, height = round(image.width * points, 1), round(image.height * points, 1)
    return recognized_page(image, page=number, width=width, height=height, seconds=seconds)


def too_large(name: str, limits: Limits) -> DocumentTooLarge:
    return DocumentTooLarge(
        f"{name}: the picture has over {limits.pixels // 1_000_000} million pixels", hint="scan it at 200 dpi"
    )


def plain(image: Image.Image) -> Image.Image:
    """The right way up as its camera said, grey, eight bits deep, and on white where it is transparent."""
    image = ImageOps.exif_transpose(image)
    if image.mode in DEEP_MODES:
        return eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image)
    return image.convert("L")


def eight_bits(image: Image.Image) -> Image.Image:
    """From darkest to lightest; Pillow would cut deeper pixels off at 255 instead."""
    import numpy as np

    deep = np.nan_to_num(np.asarray(image).astype(np.float64), posinf=0.0, neginf=0.0)
    lowest, highest = float(deep.min()), float(deep.max())
    return Image.fromarray(((deep - lowest) * (WHITE / max(highest - lowest, 1e-9))).astype(np.uint8))
