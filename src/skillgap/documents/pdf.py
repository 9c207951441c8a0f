"""PDF by pdfium: its text in drawing order, and for each line the box, size and weight of its letters.

Looking at every character costs about three times the bare text, so a line is measured at its ends alone.
"""

import ctypes
import re
from functools import cache
from threading import Lock
from typing import Any

from skillgap.documents.layout import WIDE_GAP, Gap, in_columns, with_rail
from skillgap.documents.types import DrawnLine, Limits, ReaderResult, ReadingWarning, WarningCode
from skillgap.errors import DocumentCorrupt, DocumentEncrypted

PDFIUM = Lock()
"""pdfium keeps global state: one thread at a time."""

BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|CMBX|SFBX", re.IGNORECASE)
BOLD_WEIGHT = 600
LINE_END = re.compile(r"\r\n|\n|\r")
SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
LINE_END_HYPHEN = re.compile("[\x02\ufffe]$")
HEIGHT_TO_SIZE = 1.17
"""The height of a letter's box over the font size; the size that the file names may be scaled by any matrix."""


def read_pdf(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Read at most `limits.pages` pages.

    Raises DocumentEncrypted where a password is needed, DocumentCorrupt where pdfium can't open the file or any of its pages.
    """
    import pypdfium2

    with PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).casefold():
                raise DocumentEncrypted(
                    f"{name}: the PDF is protected by a password", hint="save a copy without it"
                ) from error
            raise DocumentCorrupt(f"{name}: the PDF is damaged and can't be opened", hint="export it again") from error
        try:
            return pages_of(pdf, name, limits)
        finally:
            pdf.close()


def pages_of(pdf: Any, name: str, limits: Limits) -> ReaderResult:
    import pypdfium2

    count = len(pdf)
    lines: list[DrawnLine] = []
    warnings: list[ReadingWarning] = []
    if count > limits.pages:
        warnings.append(
            ReadingWarning(WarningCode.TRUNCATED, f"only the first {limits.pages} of {count} pages were read")
        )
    broken = 0
    for number in range(1, min(count, limits.pages) + 1):
        try:
            page = pdf[number - 1]
            found = page_lines(page, number)
            if not found and has_content(page):
                message = f"page {number} is a picture without text, so it was not read"
                warnings.append(ReadingWarning(WarningCode.NO_TEXT_LAYER, message, number))
            lines += found
        except pypdfium2.PdfiumError:
            broken += 1
            warnings.append(ReadingWarning(WarningCode.TRUNCATED, f"page {number} is damaged and was left out", number))
    if broken == min(count, limits.pages):
        raise DocumentCorrupt(f"{name}: the PDF is damaged, none of its pages can be read", hint="export it again")
    return ReaderResult(lines=tuple(lines), pages=count, reader="pdfium", warnings=tuple(warnings))


def has_content(page: Any) -> bool:
    return next(iter(page.get_objects(max_depth=1)), None) is not None


def page_lines(page: Any, number: int) -> list[DrawnLine]:
    height = page.get_height()
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    bounds = [0, *(end for match in LINE_END.finditer(text) for end in match.span()), len(text)]
    starts = [
        (start, text[start:end])
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
        if text[start:end].strip()
    ]
    lines = [measured_line(textpage, line, start, number, height) for start, line in starts]

    def part(line: int, start: int, end: int) -> DrawnLine:
        return measured_line(textpage, starts[line][1][start:end], starts[line][0] + start, number, height)

    columns = in_columns(lines, lambda line: wide_gaps(textpage, *starts[line], lines[line].font_size or 0.0), part)
    return with_rail(columns)


def wide_gaps(textpage: Any, start: int, text: str, size: float) -> list[Gap]:
    """The spaces of a line that are far wider than between words."""
    to_char = pdfium_functions().FPDFText_GetCharIndexFromTextIndex
    gaps = []
    for space in SPACE.finditer(text):
        left = textpage.get_charbox(to_char(textpage, start + space.start() - 1), loose=True)[2]
        right = textpage.get_charbox(to_char(textpage, start + space.end()), loose=True)[0]
        if right - left > WIDE_GAP * size:
            gaps.append(Gap(space.start(), space.end(), left, right))
    return gaps


def measured_line(textpage: Any, text: str, start: int, number: int, page_height: float) -> DrawnLine:
    """Measure the first and the last letter; those of bullets and spaces say nothing about the line."""
    first = start + next((i for i, letter in enumerate(text) if letter.isalnum()), 0)
    left = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip()) - 1
    to_char = pdfium_functions().FPDFText_GetCharIndexFromTextIndex
    first_char = to_char(textpage, first)
    left_box = textpage.get_charbox(to_char(textpage, left), loose=True)
    right_box = textpage.get_charbox(to_char(textpage, last), loose=True)
    letter_box = textpage.get_charbox(first_char, loose=True)
    return DrawnLine(
        text=LINE_END_HYPHEN.sub("-", text),
        page=number,
        box=(
            round(min(left_box[0], letter_box[0]), 1),
            round(page_height - letter_box[3], 1),
            round(right_box[2], 1),
            round(page_height - letter_box[1], 1),
        ),
        font_size=round((letter_box[3] - letter_box[1]) / HEIGHT_TO_SIZE, 1),
        is_bold=is_bold(textpage, first_char),
    )


def is_bold(textpage: Any, char: int) -> bool:
    raw = pdfium_functions()
    if raw.FPDFText_GetFontWeight(textpage, char) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, char, name, len(name), ctypes.c_int())
    return BOLD_NAME.search(name.value.decode("latin-1")) is not None


@cache
def pdfium_functions() -> Any:
    import pypdfium2.raw

    return pypdfium2.raw
