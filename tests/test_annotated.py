"""How a file was read, shown to a person: every line numbered and boxed, what was left out named, and nothing that could act."""

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from conftest import SAMPLES
from PIL import Image

from skillgap.documents.annotated.annotating import CAUSES, FORMATS, annotated_html, annotated_png
from skillgap.documents.annotated.marking import marks_of
from skillgap.documents.guarded.guarding import draw_guarded, read_document_guarded
from skillgap.documents.types import (
    Box,
    Document,
    HiddenCause,
    HiddenText,
    Limits,
    Line,
    Link,
    MediaType,
    Page,
    ReadingWarning,
    RunningText,
    WarningCode,
)
from skillgap.errors import DocumentError, UsageError

TWO_COLUMNS = SAMPLES / "two-column.pdf"
VOID = {"meta", "link", "img", "rect", "path", "br"}


class Elements(HTMLParser):
    """Every element with its attributes; at the end all must be closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.found if name in (attributes.get("class") or "").split()]


def document_with(
    *boxes: Box | None, text: str = "Linux", content: bytes = b"", kind: MediaType = MediaType.PDF, **fields: Any
) -> Document:
    """A document of lines that all say the same, in these boxes on one page of 600 by 800 points."""
    step = len(text) + 1
    lines = (
        Line(
            start=number * step,
            end=number * step + len(text),
            page=1,
            box=box,
            font_size=10.0,
            is_bold=False,
            heading_level=0,
            is_whole=False,
            follows_gap=False,
            spans=(),
        )
        for number, box in enumerate(boxes)
    )
    document = {
        "name": "a.pdf",
        "sha256": sha256(content).hexdigest(),
        "media_type": kind,
        "reader": "pdfium",
        "pages": (Page(number=1, width=600.0, height=800.0),),
        "text": "\n".join([text] * len(boxes)),
        "lines": tuple(lines),
    }
    return Document(**(document | fields))


def jumps(*boxes: Box) -> list[bool]:
    document = document_with(*boxes)
    marks = marks_of(document, document.pages[0])
    assert marks
    return [step.is_jump for step in marks.steps]


@pytest.fixture(scope="module")
def two_columns() -> Document:
    return read_document_guarded(TWO_COLUMNS)


@pytest.fixture(scope="module")
def two_columns_page(two_columns: Document) -> str:
    return annotated_html(two_columns, TWO_COLUMNS.read_bytes())


def test_every_line_has_a_box_and_its_text_under_one_number(two_columns: Document, two_columns_page: str) -> None:
    elements = Elements(two_columns_page)
    assert not elements.open
    boxes = [tag for tag in elements.of_class("line") if tag.get("x") and tag.get("rx") is None]
    in_legend = 1
    assert len(boxes) - in_legend == len(two_columns.lines)
    names = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert max(Counter(names).values()) == 1
    for number in range(1, len(two_columns.lines) + 1):
        assert {f"box-{number}", f"line-{number}"} <= set(names)


def test_the_page_holds_its_picture(two_columns_page: str) -> None:
    pictures = [attributes for tag, attributes in Elements(two_columns_page).found if tag == "img"]
    assert len(pictures) == 1
    assert str(pictures[0]["src"]).startswith("data:image/png;base64,")
    assert pictures[0]["alt"]


def test_the_same_document_gives_the_same_page(two_columns: Document, two_columns_page: str) -> None:
    assert annotated_html(two_columns, TWO_COLUMNS.read_bytes()) == two_columns_page


def test_every_box_holds_ink(two_columns: Document) -> None:
    """Boxes and picture have one origin and one scale."""
    (picture,) = draw_guarded(two_columns, TWO_COLUMNS.read_bytes(), [1], is_marked=False)
    image = Image.open(BytesIO(picture.content)).convert("L")
    scale = image.width / (two_columns.pages[0].width or 0)
    for line in two_columns.lines:
        assert line.box
        x0, top, x1, bottom = (value * scale for value in line.box)
        assert min(image.crop((int(x0), int(top), int(x1) + 1, int(bottom) + 1)).tobytes()) < 128


def test_a_jump_leads_up_or_to_text_that_is_not_below() -> None:
    title, below, date, beside = (50, 50, 200, 62), (50, 70, 300, 82), (450, 50, 500, 62), (350, 50, 500, 62)
    assert jumps(title, below) == [False]
    assert jumps(title, date) == [False]
    assert jumps(below, title) == [True]
    assert jumps(below, beside) == [True]
    assert jumps(beside, below) == [True]
    assert jumps(title, below, beside) == [False, True]


def test_what_lies_off_the_page_has_no_mark() -> None:
    """What reaches over its edge is cut there; numbers that are none are nowhere."""
    boxes: list[Box | None] = [(-50, 10, 20, 20), (700, 10, 800, 20), (float("nan"), 0, 1, 1), None, (10, 30, 20, 40)]
    document = document_with(*boxes)
    marks = marks_of(document, document.pages[0])
    assert marks
    assert [(mark.tag, mark.box) for mark in marks.lines] == [("1", (0, 10, 20, 20)), ("5", (10, 30, 20, 40))]


def test_nothing_in_a_document_can_act() -> None:
    """Its name, its lines, what is hidden, running or a warning: text is shown as text, and a link leads nowhere."""
    evil = """"'><script>alert(1)</script></ol></style><img src=http://example.com onerror=alert(1)>{{ 7 * 7 }}"""
    document = document_with(
        (10, 10, 50, 20),
        text=evil,
        name=evil,
        reader=evil,
        hidden=(HiddenText(text=evil, cause=HiddenCause.TINY),),
        running=(RunningText(text=evil, page=1),),
        links=(Link(target="javascript:alert(1)"), Link(target=f"https://example.com/{evil}")),
        warnings=(ReadingWarning(WarningCode.HIDDEN_TEXT, evil, 1),),
    )
    page = annotated_html(document, b"")
    elements = Elements(page)
    assert not elements.open
    assert not {"script", "iframe", "object", "form", "base"} & {tag for tag, _ in elements.found}
    for _, attributes in elements.found:
        assert not any(name.startswith("on") for name in attributes)
        for name in {"src", "href", "xlink:href", "action", "data"} & set(attributes):
            assert re.match(r"#[\w-]+$|data:", attributes[name] or "")
    assert "default-src 'none'" in page
    assert page.count("{{ 7 * 7 }}") >= 7


def test_what_was_left_out_is_named_with_its_cause() -> None:
    document = document_with(
        (10, 10, 50, 20),
        hidden=(
            HiddenText(text="Kubernetes", cause=HiddenCause.SAME_COLOR, box=(10, 30, 50, 40)),
            HiddenText(text="Terraform", cause=HiddenCause.OFF_PAGE, box=(900, 30, 950, 40)),
        ),
        running=(RunningText(text="Page 1 of 1", page=1, box=(10, 780, 50, 790)),),
        links=(Link(target="mailto:jo@example.com", box=(10, 10, 50, 20)),),
    )
    page = annotated_html(document, b"")
    for shown in (
        "Kubernetes",
        "in the colour of what is behind it",
        "off the page",
        "Page 1 of 1",
        "mailto:jo@example.com",
    ):
        assert shown in page
    elements = Elements(page)
    assert [len(elements.of_class(name)) for name in ("hidden", "running")] == [2, 2]  # one of each in the legend


def test_every_cause_and_every_format_has_its_words() -> None:
    assert set(CAUSES) == set(HiddenCause)
    assert set(FORMATS) == set(MediaType)


def test_a_page_that_cannot_be_drawn_still_shows_its_boxes() -> None:
    document = document_with((10, 10, 50, 20))
    page = annotated_html(document, b"%PDF-1.7 broken")
    assert "<img" not in page
    assert "could not be drawn" in page
    assert 'id="box-1"' in page
    with pytest.raises(DocumentError):
        annotated_png(document, b"%PDF-1.7 broken", 1)


@pytest.mark.parametrize("kind", [MediaType.DOCX, MediaType.HTML, MediaType.TEXT])
def test_a_format_without_places_shows_its_text_alone(kind: MediaType) -> None:
    """A Word file tells the size of its page, and yet not what stands where."""
    document = document_with(None, None, kind=kind)
    elements = Elements(annotated_html(document, b""))
    assert not {"figure", "img"} & {tag for tag, _ in elements.found}
    assert len(elements.of_class("number")) == 2
    with pytest.raises(UsageError, match="no page 1 to be drawn"):
        annotated_png(document, b"", 1)


def test_no_more_pages_than_the_limit_are_shown() -> None:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number in range(4):
        canvas.drawString(100, 700, f"Linux {number}")
        canvas.showPage()
    canvas.save()
    limits = Limits(pages=2)
    document = read_document_guarded(buffer.getvalue(), limits=limits)
    elements = Elements(annotated_html(document, buffer.getvalue(), limits=limits))
    assert sum(tag == "img" for tag, _ in elements.found) == 2


def test_the_picture_of_one_page_is_marked(two_columns: Document) -> None:
    content = TWO_COLUMNS.read_bytes()
    marked = Image.open(BytesIO(annotated_png(two_columns, content, 1))).convert("RGB")
    (bare,) = draw_guarded(two_columns, content, [1], is_marked=False)
    assert marked.format is None
    assert (
        marked.size
        == Image.open(BytesIO(bare.content)).size
        == pytest.approx((595.3 * 110 / 72, 841.9 * 110 / 72), abs=1)
    )
    counts = {color: count for count, color in marked.getcolors(1_000_000) or []}
    assert counts[0x24, 0x56, 0xB8] > 1000  # the numbers of the lines
    assert counts[0xB3, 0x47, 0x0B] > 100  # the jump to the second column
    with pytest.raises(UsageError):
        annotated_png(two_columns, content, 2)


def picture(image: Image.Image, kind: str) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def test_a_photograph_stays_one() -> None:
    """Letters are drawn as PNG; what has many colours would be large that way."""
    across, around = Image.linear_gradient("L"), Image.radial_gradient("L")
    colorful = Image.merge("RGB", (across, around, across.transpose(Image.Transpose.ROTATE_90))).resize((600, 800))
    for image, kind in ((colorful, "jpeg"), (Image.new("RGB", (600, 800), "white"), "png")):
        content = picture(image, "PNG")
        document = document_with((10, 10, 50, 20), content=content, kind=MediaType.PNG, name="a.png")
        assert f"data:image/{kind};base64," in annotated_html(document, content)


def test_a_page_that_was_turned_is_not_shown_as_it_lay() -> None:
    """The boxes would stand across the letters."""
    content = picture(Image.new("RGB", (800, 600), "white"), "PNG")
    document = document_with((10, 10, 50, 20), content=content, kind=MediaType.PNG, name="a.png")
    assert "could not be drawn" in annotated_html(document, content)
    with pytest.raises(DocumentError, match="was turned"):
        annotated_png(document, content, 1)


def test_an_image_over_the_limit_is_not_drawn() -> None:
    content = picture(Image.new("L", (600, 800), "white"), "PNG")
    document = document_with((10, 10, 50, 20), content=content, kind=MediaType.PNG, name="a.png")
    assert "could not be drawn" in annotated_html(document, content, limits=Limits(pixels=479_999))


Browse = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def browse(tmp_path: Path, browser_program: str) -> Browse:
    """Load a page in a real browser."""
    quiet = ("gpu", "quic", "background-networking", "component-update", "sync")

    def load(page: str, *options: str) -> subprocess.CompletedProcess[bytes]:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        still = [f"--disable-{feature}" for feature in quiet]
        command = [
            browser_program,
            "--headless",
            "--no-sandbox",
            "--no-first-run",
            *still,
            profile,
            *options,
            path.as_uri(),
        ]
        return subprocess.run(command, check=True, capture_output=True, timeout=120)

    return load


def test_a_browser_shows_the_picture_and_the_marks(two_columns_page: str, browse: Browse, tmp_path: Path) -> None:
    """Its own colours show that the policy lets the picture through, those of the marks that the overlay lies on it."""
    shot = tmp_path / "shot.png"
    browse(two_columns_page, "--window-size=1400,1400", "--hide-scrollbars", f"--screenshot={shot}")
    colors = {color: count for count, color in Image.open(shot).convert("RGB").getcolors(10_000_000) or []}
    brown_headings = sum(count for (red, green, blue), count in colors.items() if red > 90 > green > blue and red < 140)
    assert brown_headings > 100
    assert colors[0x24, 0x56, 0xB8] > 1000


def test_a_browser_runs_nothing_and_asks_for_nothing(browse: Browse) -> None:
    """A server stands ready for whatever a hostile document might fetch."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_port}"
        evil = f"<img src={place}/1><script src={place}/2></script><style>@import '{place}/3';</style><script>document.title='ran'</script>"
        boxes = [(10.0, 20.0 * number, 90.0, 20.0 * number + 12) for number in range(1, 20)]
        document = document_with(*boxes, text=evil, name=evil, links=(Link(target=f"{place}/4"),))
        shown = browse(annotated_html(document, b""), "--dump-dom").stdout.decode()
        server.shutdown()
    assert asked == []
    elements = Elements(shown)
    assert "script" not in {tag for tag, _ in elements.found}
    assert "<title>ran" not in shown
    assert len([tag for tag in elements.of_class("line") if tag.get("x")]) - 1 == len(boxes)
