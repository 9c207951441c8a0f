"""Reading pictures of pages with the program tesseract, run with a time limit; the picture goes in and the words come out by pipes."""

import os
import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from time import monotonic

from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from skillgap.documents.ocr.lines import Word, drawn_lines
from skillgap.documents.types import DrawnLine, Page

PROGRAM = "tesseract"
OCR_HINT = (
    "to read pictures of text, install the program tesseract (Debian, Ubuntu: apt install tesseract-ocr; "
    "macOS: brew install tesseract)"
)
LANGUAGE = "eng"
ASK_SECONDS = 10.0
VERSION = re.compile(r"tesseract v?(\d[\w.]*)")
ROTATION = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
USUAL_DPI = 150
WORD_LEVEL = "5"
COLUMNS = 12
POOR_CONFIDENCE = 65.0
FEWEST_WORDS = 5
TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Tesseract says how far to turn clockwise, Pillow turns counter-clockwise."""


class OcrFailed(Exception):
    """Tesseract took too long or broke off."""


class RecognizedPage(Struct, frozen=True):
    """The page as a person turns it, so that width and height may have changed places, and its lines in reading order."""

    page: Page
    lines: tuple[DrawnLine, ...]


def ocr_available() -> bool:
    """Whether tesseract with its English data is installed."""
    return LANGUAGE in languages(shutil.which(PROGRAM))


def ocr_version() -> str:
    """Name and version of the program, as "tesseract 5.3.0"."""
    found = VERSION.search(asked(shutil.which(PROGRAM), "--version"))
    return f"tesseract {found[1]}" if found else PROGRAM


def languages(program: str | None) -> frozenset[str]:
    return frozenset(asked(program, "--list-langs").splitlines()[1:])


@cache
def asked(program: str | None, question: str) -> str:
    if program is None:
        return ""
    try:
        answer = subprocess.run(  # noqa: S603 - the program that PATH names, with a fixed argument
            [program, question], capture_output=True, check=True, timeout=ASK_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (answer.stdout or answer.stderr).decode("utf-8", errors="replace")


def recognized_page(  # noqa: PLR0913 - what, where, how long
    image: Image.Image, *, page: int, width: float, height: float, seconds: float, language: str = LANGUAGE
) -> RecognizedPage:
    """Read the picture of a page of `width` to `height` points, turning it where it lies on its side.

    Raises OcrFailed where that takes more than `seconds`.
    """
    from skillgap.documents.ocr.deskew import prepared, tilted

    end = monotonic() + seconds
    ready = prepared(image)
    words = words_of(ready.image, language, end)
    if is_poor(words) and (turn := turn_of(ready.image, end)):
        turned = prepared(image.transpose(turn))
        other = words_of(turned.image, language, end)
        if quality(other) > quality(words):
            words = other
            width, height = (height, width) if turned.image.width != ready.image.width else (width, height)
            ready = turned
    lines = drawn_lines(words, page=page, scale=(width / ready.image.width, height / ready.image.height))
    if ready.angle:
        lines = tuple(
            replace(line, box=tilted(line.box, ready.angle, width, height)) if line.box else line for line in lines
        )
    return RecognizedPage(Page(number=page, width=width, height=height, is_ocr=True), lines)


def is_poor(words: list[Word]) -> bool:
    """Few words, or doubtful ones: the page may lie on its side or on its head."""
    letters = sum(len(word.text) for word in words)
    return len(words) < FEWEST_WORDS or quality(words) < POOR_CONFIDENCE * letters


def quality(words: list[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in words)


def turn_of(image: Image.Image, end: float) -> Image.Transpose | None:
    """How to turn the page; None where it stands right, or tesseract can't tell."""
    found = ROTATION.search(run(image, ["--psm", "0"], end, may_fail=True))
    return TURNS.get(int(found[1])) if found else None


def words_of(image: Image.Image, language: str, end: float) -> list[Word]:
    table = run(image, ["-l", language, "--psm", "3", "tsv"], end)
    return [word for row in table.splitlines()[1:] if (word := word_of(row.split("\t"))) is not None]


def word_of(fields: list[str]) -> Word | None:
    """A row of the table says level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    if len(fields) != COLUMNS or fields[0] != WORD_LEVEL or not fields[11].strip():
        return None
    left, top, width, height = map(int, fields[6:10])
    return Word(
        text=fields[11].strip(),
        confidence=float(fields[10]),
        line=(int(fields[2]), int(fields[3]), int(fields[4])),
        box=(left, top, left + width, top + height),
    )


def run(image: Image.Image, options: list[str], end: float, *, may_fail: bool = False) -> str:
    """Hand the picture to tesseract and return what it prints.

    Raises OcrFailed after the end of the time, or where tesseract fails and may not.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise OcrFailed("tesseract is not installed")
    picture = BytesIO()
    image.save(picture, "PPM")
    try:
        done = subprocess.run(  # noqa: S603 - the program that PATH names; the picture is data on its standard input
            [program, "-", "-", "--dpi", str(USUAL_DPI), *options],
            input=picture.getvalue(),
            capture_output=True,
            check=not may_fail,
            timeout=max(0.0, end - monotonic()),
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrFailed("reading the picture took too long") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise OcrFailed("tesseract could not read the picture") from error
    return done.stdout.decode("utf-8", errors="replace")
