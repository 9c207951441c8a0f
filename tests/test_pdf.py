"""PDF pages, one rule each, drawn by the test."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from conftest import ROOT

from skillgap.documents.reading import read_document
from skillgap.documents.types import Document, HiddenCause, WarningCode


def drawn(*pages: Callable[[Any], object], **settings: object) -> Document:
    """Read pages that are each drawn by a function on a ReportLab canvas, in Helvetica 10."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, **settings)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read_document(buffer.getvalue())


def text_lines(*lines: str, x: float = 72, top: float = 760, step: float = 14) -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(x, top - step * number, line)

    return draw


def lines_of(document: Document) -> list[str]:
    return [document.text_of(line) for line in document.lines]


def test_spans_are_runs_of_one_style() -> None:
    """A bold title and a grey date on one line are two spans, with their boxes and colours."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(72, 700, "Engineer")
        canvas.setFont("Helvetica", 12)
        canvas.setFillColorRGB(0.4, 0.4, 0.4)
        canvas.drawString(150, 700, "2019")

    document = drawn(draw)
    (line,) = document.lines
    spans = [(document.text_of(span).strip(), span.is_bold, span.color) for span in line.spans]
    assert spans == [("Engineer", True, "#000000"), ("2019", False, "#666666")]
    assert line.spans[0].box[2] < line.spans[1].box[0]
    assert "".join(document.text_of(span) for span in line.spans) == document.text_of(line)
    assert line.font_size == pytest.approx(12, abs=0.6)


def test_running_headers_and_page_numbers_are_kept_apart() -> None:
    """What repeats at the edge of the pages is no text; a line that merely stands there is."""

    def page(number: int) -> Callable[[Any], None]:
        def draw(canvas: Any) -> None:
            canvas.drawString(72, 815, "confidential, not to be copied")
            text_lines(("Wrote drivers", "Ran a lab", "Taught C")[number - 1], top=600)(canvas)
            canvas.drawString(290, 25, f"Page {number} of 3")

        return draw

    document = drawn(*(page(number) for number in (1, 2, 3)))
    assert lines_of(document) == ["Wrote drivers", "Ran a lab", "Taught C"]
    assert len(document.running) == 6


def test_contact_details_in_a_footer_stay_once() -> None:
    def draw(canvas: Any) -> None:
        text_lines("Wrote drivers", top=600)(canvas)
        canvas.drawString(72, 25, "jane@example.com, 555-0101")

    document = drawn(draw, draw)
    assert lines_of(document) == ["Wrote drivers", "jane@example.com, 555-0101", "Wrote drivers"]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("measured concur-", "rency in the kernel", "concurrency"),
        ("drivers in user-", "space and tools", "user-space"),
        ("code for 64-", "bit machines", "64-bit"),
        ("parsers for XML-", "based files", "XML-based"),
        ("did load test-", "ing with wrk", "testing"),
        ("lock-free and lock-", "free again", "lock-free again"),
    ],
)
def test_words_broken_at_a_line_end_are_whole(upper: str, lower: str, expected: str) -> None:
    """What the document writes elsewhere decides, then what is known to be a compound."""
    assert expected in drawn(text_lines(upper, lower)).text.replace("\n", " ")


def test_letters_set_apart_are_words() -> None:
    """By a character spacing, by typed spaces, and only where they are set apart."""

    def draw(canvas: Any) -> None:
        canvas.drawString(72, 760, "WORK EXPERIENCE", charSpace=4)
        canvas.drawString(72, 740, "E D U C A T I O N")
        canvas.drawString(72, 720, "I am a C and R person")

    assert lines_of(drawn(draw)) == ["WORK EXPERIENCE", "EDUCATION", "I am a C and R person"]


def test_text_up_the_margin_is_read_along_its_direction() -> None:
    def draw(canvas: Any) -> None:
        text_lines("Jane Example", x=120)(canvas)
        text_lines("Wrote drivers", "Wrote tests", x=120, top=700)(canvas)
        canvas.translate(60, 660)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Experience")

    assert lines_of(drawn(draw)) == ["Jane Example", "Experience", "Wrote drivers", "Wrote tests"]


def test_a_page_on_its_side_is_turned() -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        text_lines("Jane Example", "Wrote drivers", x=0, top=0)(canvas)

    document = drawn(draw)
    assert lines_of(document) == ["Jane Example", "Wrote drivers"]
    assert all(line.box and line.box[2] - line.box[0] > line.box[3] - line.box[1] for line in document.lines)


def test_links_are_kept_and_others_than_of_the_web_are_not() -> None:
    def draw(canvas: Any) -> None:
        text_lines("Jane Example")(canvas)
        canvas.linkURL("mailto:jane@example.com", (72, 700, 100, 720))
        canvas.linkURL("file:///etc/passwd", (72, 650, 100, 670))

    (link,) = drawn(draw).links
    assert (link.target, link.page) == ("mailto:jane@example.com", 1)
    assert link.box == pytest.approx((72, 842 - 720, 100, 842 - 700), abs=1)


def test_hidden_text_is_named_with_its_page_and_cause() -> None:
    def draw(canvas: Any) -> None:
        text_lines("Wrote drivers")(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 400, "Kubernetes " * 9)

    document = drawn(text_lines("Jane Example"), draw)
    assert {(each.cause, each.page) for each in document.hidden} == {(HiddenCause.SAME_COLOR, 2)}
    (warning,) = document.warnings
    assert (warning.code, warning.page) == (WarningCode.HIDDEN_TEXT, 2)
    assert warning.message.endswith("…")
    assert len(warning.message) < 160


@pytest.mark.parametrize(("alpha", "is_seen"), [(0.01, False), (0.6, True)])
def test_a_faint_group_hides_all_that_is_drawn_in_it(alpha: float, *, is_seen: bool) -> None:
    """As browsers print what has an opacity: the text itself is opaque black."""

    def paint(canvas: Any) -> None:
        canvas.beginForm("group")
        text_lines("Wrote kernel drivers in C for ten years")(canvas)
        canvas.endForm()
        text_lines("Jane Example", "Took calls", top=700)(canvas)
        canvas.setFillAlpha(alpha)
        canvas.doForm("group")

    document = drawn(paint)
    assert ("Wrote kernel drivers in C for ten years" in lines_of(document)) == is_seen
    assert [each.cause for each in document.hidden] == [HiddenCause.TRANSPARENT] * (not is_seen)


def test_hidden_letters_do_not_ride_on_a_visible_word() -> None:
    """Drawn right behind a word, without a space."""

    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "Linux")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72 + canvas.stringWidth("Linux", "Helvetica", 10), 700, ",Kubernetes,Docker")

    document = drawn(draw)
    assert document.text == "Linux"
    assert [each.text for each in document.hidden] == [",Kubernetes,Docker"]


def test_signs_that_nobody_sees_are_no_alarm() -> None:
    def draw(canvas: Any) -> None:
        text_lines("Linux")(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 600, "| - .")

    assert drawn(draw).hidden == ()


def test_a_superscript_stays_behind_its_word() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "C++")
        width = canvas.stringWidth("C++", "Helvetica", 10)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(72 + width, 704, "17")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72 + width + 12, 700, "and C")

    assert drawn(draw).text == "C++17 and C"


def test_a_link_too_long_to_keep_is_left_out() -> None:
    """And never given the target of the one before it."""

    def draw(canvas: Any) -> None:
        text_lines("Jane Example")(canvas)
        canvas.linkURL("https://example.com/first", (72, 700, 100, 720))
        canvas.linkURL("https://example.com/" + "x" * 900, (72, 650, 100, 670))

    assert [link.target for link in drawn(draw).links] == ["https://example.com/first"]


def test_what_a_browser_prints_around_a_page_is_no_text() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(24, 820, "11/21/26, 5:15 PM")
        text_lines("Wrote drivers", top=700)(canvas)
        canvas.drawString(24, 20, "file:///home/jane/cv.html")
        canvas.drawString(560, 20, "1/1")

    assert drawn(draw).text == "Wrote drivers"


def test_columns_whose_lines_do_not_stand_level_are_read_one_after_the_other() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(
            72, 780, "A line that runs over the whole page, from its left margin to the one at its right side"
        )
        text_lines("Skills", "C", "Rust", "Linux", top=740)(canvas)
        text_lines("Languages", "German", "English", x=320, top=747)(canvas)

    assert lines_of(drawn(draw))[1:] == ["Skills", "C", "Rust", "Linux", "Languages", "German", "English"]


def test_a_regular_font_is_not_bold_whatever_its_weight_says() -> None:
    """Some programs write stems twice as strong as they are; pdfium works the weight out from them."""
    document = read_document(ROOT / "tests" / "resumes" / "developed" / "f5-boston-student.pdf")
    bold = [document.text_of(line) for line in document.lines if line.is_bold]
    assert "EDUCATION" in bold
    assert len(bold) < len(document.lines) / 2
