"""Pictures of text: what tesseract reads of them, whatever their format, light, angle and layout.

Where SKILLGAP_REQUIRE_OCR is set, a missing tesseract is a failure; else the tests that need it are skipped.
"""

import os
import re
import subprocess
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageOps
from reportlab.pdfgen.canvas import Canvas

from skillgap.documents.ocr import images
from skillgap.documents.ocr import recognizing as ocr
from skillgap.documents.ocr.deskew import prepared, skew_of
from skillgap.documents.ocr.images import read_image
from skillgap.documents.ocr.lines import Word, drawn_lines
from skillgap.documents.ocr.order import Segment, in_reading_order
from skillgap.documents.types import Limits, ReaderResult, WarningCode
from skillgap.errors import DocumentCorrupt, DocumentTooLarge, NoTextLayer

SAMPLE = Path(__file__).parent.parent / "samples" / "nurse.pdf"
A4 = (595, 842)


@pytest.fixture
def tesseract() -> None:
    """Skip without tesseract, unless the environment says that it has to be there."""
    if not ocr.ocr_available():
        if os.environ.get("SKILLGAP_REQUIRE_OCR"):
            pytest.fail("SKILLGAP_REQUIRE_OCR is set, but tesseract with its English data is not installed")
        pytest.skip("tesseract is not installed")


needs_tesseract = pytest.mark.usefixtures("tesseract")


@cache
def sample_page(*, dpi: int = 150, share: float = 0.35) -> tuple[Image.Image, str]:
    """The first page of a sample as a picture, white below a share of its height, and its text above that."""
    pdf = pypdfium2.PdfDocument(SAMPLE)
    page = pdf[0]
    picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
    picture.paste("white", (0, round(picture.height * share), picture.width, picture.height))
    text = page.get_textpage().get_text_bounded(bottom=page.get_height() * (1 - share))
    pdf.close()
    return picture, text


def drawn_page(*texts: tuple[float, float, str], size: float = 10, dpi: int = 150) -> Image.Image:
    """A page with texts at x and y, in points from the top left."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", size)
    for x, y, text in texts:
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    pdf = pypdfium2.PdfDocument(buffer.getvalue())
    picture = pdf[0].render(scale=dpi / 72).to_pil().convert("RGB")
    pdf.close()
    return picture


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def read(content: bytes, **limits: int) -> ReaderResult:
    return read_image(content, "cv.img", Limits(**limits))


def text_of(result: ReaderResult) -> str:
    return "\n".join(line.text for line in result.lines)


def words_of(text: str) -> Counter[str]:
    return Counter(word for part in text.split() if (word := re.sub(r"^\W+|\W+$", "", part).casefold()))


def recall(result: ReaderResult, text: str) -> float:
    wanted = words_of(text)
    return (words_of(text_of(result)) & wanted).total() / wanted.total()


@needs_tesseract
def test_a_clean_page_is_read_with_places_sizes_and_a_warning() -> None:
    """At 150 dpi 95 of 100 words are right; boxes are in points of an A4 page, and the reader says that it recognized text."""
    picture, text = sample_page(share=1.0)
    result = read(encoded(picture))
    assert recall(result, text) >= 0.95
    assert re.fullmatch(r"tesseract \d+\.\d+.*", result.reader)
    assert [warning.code for warning in result.warnings] == [WarningCode.OCR_USED]
    (page,) = result.pages
    assert page.is_ocr
    assert (page.width, page.height) == pytest.approx(A4, abs=1)
    assert all(0 <= x0 < x1 <= 596 and 0 <= y0 < y1 <= 843 for x0, y0, x1, y1 in (line.box for line in result.lines))
    assert 7 <= np.median([line.font_size for line in result.lines]) <= 12


def rotated(picture: Image.Image) -> Image.Image:
    return picture.rotate(3, Image.Resampling.BICUBIC, fillcolor="white")


def shadowed(picture: Image.Image) -> Image.Image:
    """Light that falls off to a fifth in one corner, and the noise of a camera."""
    grey = np.asarray(picture.convert("L")).astype(float)
    height, width = grey.shape
    light = np.linspace(1, 0.35, width)[None, :] * np.linspace(1, 0.6, height)[:, None]
    noise = np.random.default_rng(7).normal(0, 8, grey.shape)
    return Image.fromarray(np.clip(grey * light + noise, 0, 255).astype(np.uint8))


@needs_tesseract
@pytest.mark.parametrize(
    ("change", "least"),
    [
        pytest.param(rotated, 0.9, id="rotated by 3 degrees"),
        pytest.param(ImageOps.invert, 0.95, id="dark mode"),
        pytest.param(shadowed, 0.9, id="in the shadow"),
        pytest.param(lambda picture: picture.rotate(90, expand=True), 0.9, id="turned on its side"),
        pytest.param(lambda picture: picture.rotate(180), 0.9, id="on its head"),
    ],
)
def test_light_and_angle_do_not_matter(change: object, least: float) -> None:
    """A page on paper or screen is read although it is askew, turned, dark or unevenly lit; as a page it stands upright."""
    picture, text = sample_page()
    assert callable(change)
    result = read(encoded(change(picture), "JPEG", quality=40))
    assert recall(result, text) >= least
    assert (result.pages[0].width, result.pages[0].height) == pytest.approx(A4, abs=1)


@needs_tesseract
def test_a_small_screenshot_is_scaled_up() -> None:
    """Of a picture 600 pixels wide, nine words of ten are right."""
    picture, text = sample_page(dpi=73)
    assert picture.width < 610
    assert recall(read(encoded(picture)), text) >= 0.9


LEFT = [
    "Experience",
    "Systems Engineer",
    "Replaced the scheduler of a",
    "storage cluster in Rust",
    "Halved the start-up time",
]
RIGHT = ["Skills", "Python and Rust", "Linux kernel", "Networking", "Databases"]


@needs_tesseract
@pytest.mark.parametrize(("left", "right"), [(60, 400), (60, 300)])
def test_columns_are_read_one_after_the_other(left: float, right: float) -> None:
    """The name over both first, then the left column to its end, then the right one."""
    picture = drawn_page(
        (60, 60, "Jane Example, who writes software for machines that nobody sees, and likes it"),
        *((left, 100 + 15 * row, text) for row, text in enumerate(LEFT)),
        *((right, 104 + 18 * row, text) for row, text in enumerate(RIGHT)),
    )
    texts = [line.text for line in read(encoded(picture)).lines]
    assert texts[0].startswith("Jane Example")
    assert texts[1:] == [*LEFT, *RIGHT]


@needs_tesseract
def test_the_pronoun_is_no_rule_and_a_rule_is_no_pronoun() -> None:
    """Both are upright strokes; a rule is taller than a capital."""
    sentences = ["I count cycles and I write what I find", "Berlin | +49 30 555 0101 | jane@example.com"]
    picture = drawn_page(*((60, 60 + 30 * row, text) for row, text in enumerate(sentences)))
    assert [line.text for line in read(encoded(picture)).lines] == sentences


@needs_tesseract
def test_a_date_on_the_right_stays_on_its_line_and_bullets_are_bullets() -> None:
    picture = drawn_page(
        (60, 60, "Systems Engineer"),
        (450, 60, "2019 - 2022"),
        (60, 76, "Larkspur Works, Reading"),
        (66, 94, "•"),
        (76, 94, "Replaced the scheduler of a storage cluster in Rust and measured it"),
        (66, 110, "•"),
        (76, 110, "Halved the start-up time of the agent on forty thousand machines"),
    )
    assert [line.text for line in read(encoded(picture)).lines] == [
        "Systems Engineer   2019 - 2022",
        "Larkspur Works, Reading",
        "• Replaced the scheduler of a storage cluster in Rust and measured it",
        "• Halved the start-up time of the agent on forty thousand machines",
    ]


def on_alpha(picture: Image.Image) -> bytes:
    """Black letters that are opaque on a black ground that is not."""
    grey = picture.convert("L")
    return encoded(Image.merge("LA", [Image.new("L", grey.size, 0), ImageOps.invert(grey)]))


def turned_by_exif(picture: Image.Image) -> bytes:
    exif = Image.Exif()
    exif[274] = 6
    return encoded(picture.rotate(90, expand=True), "JPEG", exif=exif)


def sixteen_bits(picture: Image.Image) -> bytes:
    return encoded(Image.fromarray(np.asarray(picture.convert("L")).astype(np.uint16) * 200))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(on_alpha, id="transparent"),
        pytest.param(turned_by_exif, id="EXIF orientation"),
        pytest.param(sixteen_bits, id="16 bits"),
        pytest.param(lambda picture: encoded(picture.convert("CMYK"), "JPEG"), id="CMYK"),
        pytest.param(lambda picture: encoded(picture.quantize(16)), id="palette"),
        pytest.param(lambda picture: encoded(picture.convert("1"), "TIFF", compression="group4"), id="1 bit"),
        pytest.param(
            lambda picture: encoded(
                picture, "WEBP", save_all=True, append_images=[Image.new("RGB", picture.size)], lossless=True
            ),
            id="first frame of an animation",
        ),
    ],
)
def test_every_kind_of_pixel_becomes_black_on_white(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed to recognition looks like the page, whatever the file holds."""
    picture = drawn_page((60, 60, "Jane Example"), dpi=72).crop((40, 40, 200, 80))
    seen: list[Image.Image] = []

    def caught(image: Image.Image, **_: object) -> ocr.RecognizedPage:
        seen.append(image.copy())
        raise ocr.OcrFailed("enough seen")

    monkeypatch.setattr(images, "ocr_available", lambda: True)
    monkeypatch.setattr(images, "recognized_page", caught)
    assert callable(make)
    with pytest.raises(NoTextLayer):
        read(make(picture))
    difference = np.asarray(seen[0]).astype(int) - np.asarray(picture.convert("L"))
    assert len(seen) == 1
    assert np.abs(difference).mean() < 12


@needs_tesseract
def test_pages_of_a_tiff_are_read_up_to_the_limit() -> None:
    """Each page has its number; those over the limit are pages without lines, and a warning says so."""
    first, second = drawn_page((60, 60, "First page of three")), drawn_page((60, 60, "Second page of three"))
    content = encoded(first, "TIFF", save_all=True, append_images=[second, first])
    result = read(content, ocr_pages=2)
    assert [(line.page, line.text) for line in result.lines] == [
        (1, "First page of three"),
        (2, "Second page of three"),
    ]
    assert [page.is_ocr for page in result.pages] == [True, True, False]
    assert [warning.code for warning in result.warnings] == [WarningCode.TRUNCATED, *[WarningCode.OCR_USED] * 2]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_a_truncated_picture_is_corrupt(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "ocr_available", lambda: True)
    content = encoded(sample_page()[0], kind)
    with pytest.raises(DocumentCorrupt, match=r"^cv\.img: "):
        read(content[: len(content) // 3])


def test_too_many_pixels_are_refused_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes that would unpack to gigabytes cost nothing."""
    monkeypatch.setattr(images, "ocr_available", lambda: True)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded"))
    for side in (9_000, 20_000):
        header = encoded_header(side)
        with pytest.raises(DocumentTooLarge, match=r"^cv\.img: .*60 million"):
            read(header)


def encoded_header(side: int) -> bytes:
    """A PNG of one pixel whose header claims more."""
    import struct
    import zlib

    content = bytearray(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    content += struct.pack(">I", zlib.crc32(bytes(content[12:])))
    data = zlib.compress(b"\0\0")
    content += struct.pack(">I", len(data)) + b"IDAT" + data + struct.pack(">I", zlib.crc32(b"IDAT" + data))
    return bytes(content)


def test_without_tesseract_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert not ocr.ocr_available()
    with pytest.raises(NoTextLayer, match=r"^cv\.img: .*picture") as caught:
        read(encoded(Image.new("L", (100, 100), 255)))
    assert "install the program tesseract" in caught.value.hint
    assert "tesseract" in caught.value.hint


@needs_tesseract
def test_an_empty_page_has_no_text() -> None:
    with pytest.raises(NoTextLayer, match="no text"):
        read(encoded(Image.new("L", (800, 1100), 255)))


@needs_tesseract
def test_recognition_is_stopped_when_its_time_is_over() -> None:
    with pytest.raises(ocr.OcrFailed, match="too long"):
        ocr.recognized_page(sample_page()[0], page=1, width=595, height=842, seconds=0.05)


def test_tesseract_is_run_on_one_thread_with_pipes_and_a_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is written, and no thread started that would take the other cores."""
    calls = []

    def caught(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        calls.append((command, options))
        return subprocess.CompletedProcess(command, 0, stdout=b"", stderr=b"")

    monkeypatch.setattr("shutil.which", lambda _: "tesseract")
    monkeypatch.setattr(subprocess, "run", caught)
    ocr.recognized_page(Image.new("L", (100, 100), 255), page=1, width=100, height=100, seconds=9)
    assert calls
    for command, options in calls:
        assert command[:3] == ["tesseract", "-", "-"]
        assert isinstance(options["env"], dict)
        assert options["env"]["OMP_THREAD_LIMIT"] == "1"
        assert 0 < options["timeout"] <= 9


@pytest.mark.parametrize("angle", [-9.0, -3.0, -0.5, 0.0, 1.0, 7.0])
def test_skew_is_found_within_ten_degrees(angle: float) -> None:
    picture = sample_page()[0].convert("L").rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew_of(picture) == pytest.approx(-angle, abs=0.15)


def test_a_banner_and_a_shadow_become_white_paper() -> None:
    """White letters on a dark ground and black ones in the shade both come out dark on white."""
    page = np.full((1754, 1240), 110, np.uint8)
    page[:400] = 30
    page[200:210, 300:360] = 250
    page[800:810, 300:360] = 20
    ready = np.asarray(prepared(Image.fromarray(page)).image)
    assert ready[205, 330] < 128
    assert ready[805, 330] < 128
    assert (ready[100, 600], ready[1200, 600]) == (255, 255)


def word(text: str, x: int, y: int, line: int, confidence: float = 90) -> Word:
    return Word(text=text, confidence=confidence, line=(1, 1, line), box=(x, y, x + 10 * len(text), y + 16))


def test_what_is_hardly_recognized_is_noise_but_a_doubtful_bullet_is_a_bullet() -> None:
    """A logo read as letters goes, a word in doubt within a good line stays."""
    lines = drawn_lines(
        [
            word("~S", 10, 10, 1, 8),
            word("Ey", 60, 10, 1, 20),
            word("¢", 10, 50, 2, 5),
            word("Wrote", 40, 50, 2),
            word("firmwre", 110, 50, 2, 40),
            word("e", 10, 80, 3, 10),
            word("Measured", 40, 80, 3),
        ],
        page=1,
        scale=(0.48, 0.48),
    )
    assert [line.text for line in lines] == ["• Wrote firmwre", "• Measured"]


def piece(text: str, x: int, y: int) -> Segment:
    return Segment(text=text, box=(x, y, x + 8 * len(text), y + 15), size=15)


def ordered(*pieces: Segment) -> list[str]:
    return [segment.text for segment in in_reading_order(pieces)]


def test_what_stands_under_the_columns_is_read_after_both() -> None:
    """A line over the full width ends the columns above it."""
    columns = [piece(f"{side}{row}", x, 20 * row) for side, x in (("left", 0), ("right", 300)) for row in range(4)]
    below = piece("Education of somebody who went to several schools for years", 0, 120)
    assert ordered(*columns, below) == [*(p.text for p in columns), below.text]


def test_labels_are_read_with_what_stands_beside_them() -> None:
    pairs = [
        ("Languages", "C, Rust and Python, enough Go"),
        ("Systems", "Linux, FreeBSD, bare metal"),
        ("Tools", "perf, gdb, Valgrind"),
    ]
    pieces = [p for row, (a, b) in enumerate(pairs) for p in (piece(a, 0, 20 * row), piece(b, 200, 20 * row))]
    assert ordered(*pieces) == [f"{label}   {value}" for label, value in pairs]


def test_dates_in_a_rail_are_read_with_their_titles() -> None:
    """A rail is sparse: each of its dates is level with a title, below which other lines follow."""
    entries = [
        p
        for entry in range(3)
        for p in (
            piece(f"20{10 + entry} - 20{11 + entry}", 0, 80 * entry),
            piece("Systems Engineer", 200, 80 * entry),
            piece("Wrote the scheduler of a storage cluster", 200, 80 * entry + 20),
            piece("and measured how fast it was, in Rust", 200, 80 * entry + 40),
        )
    ]
    assert [text for text in ordered(*entries) if "20" in text] == [
        f"20{10 + entry} - 20{11 + entry}   Systems Engineer" for entry in range(3)
    ]


@needs_tesseract
def test_boxes_on_a_tilted_page_stand_where_the_words_do() -> None:
    """The page is levelled to be read; its boxes are those of the picture as it came."""
    page = drawn_page((100, 200, "Wrote drivers for Linux"), (300, 600, "Ran clusters of routers"))
    tilted_page = page.rotate(-4, Image.Resampling.BICUBIC, fillcolor="white")
    result = read(encoded(tilted_page, "PNG"))
    ink = np.asarray(ImageOps.invert(tilted_page.convert("L"))) > 128
    scale = tilted_page.width / (result.pages[0].width or 1.0)
    assert len(result.lines) == 2
    for line in result.lines:
        assert line.box is not None
        x0, top, x1, bottom = (round(edge * scale) for edge in line.box)
        middle = (bottom + top) // 2
        assert ink[top:bottom, x0:x1].sum() > 0.4 * ink.sum()
        assert ink[:middle].sum() > 0.1 * ink.sum()
