"""Reading: what a file is by its bytes, its text in order, and one clear error where it can't be read."""

import json
import os
import re
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from conftest import ROOT, SAMPLES

from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.sources import bytes_of_file
from skillgap.documents.types import Limits, MediaType, WarningCode
from skillgap.errors import (
    DocumentCorrupt,
    DocumentEmpty,
    DocumentEncrypted,
    DocumentError,
    DocumentMissing,
    DocumentTooLarge,
    DocumentUnsupported,
    NoTextLayer,
)

PDFS = sorted(SAMPLES.glob("*.pdf"))


def words(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


def zipped(**entries: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_both_pdf_readers_give_the_same_words(path: Path) -> None:
    """Pdfplumber is the cross-check of pdfium on every sample; it prints a bullet that it can't name as (cid:127)."""
    with pdfplumber.open(path) as pdf:
        expected = "\n".join(page.extract_text(x_tolerance=1) for page in pdf.pages)
    assert words(read_document(path).text) == words(re.sub(r"\(cid:\d+\)", "", expected))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[pdt]*[fx]*")), ids=lambda path: path.name)
def test_lines_are_spans_of_the_text_in_order(path: Path) -> None:
    """Offsets rise, and nothing but line breaks stands between two lines."""
    document = read_document(path)
    position = 0
    for line in document.lines:
        assert document.text[position : line.start].strip("\n") == ""
        assert document.text_of(line) == document.text_of(line).strip() != ""
        position = line.end
    assert position == len(document.text)


def test_pdf_lines_have_boxes_within_the_page() -> None:
    document = read_document(SAMPLES / "two-column.pdf")
    assert all(
        line.box and 0 <= line.box[0] < line.box[2] <= 596 and 0 <= line.box[1] < line.box[3] <= 842
        for line in document.lines
    )
    assert {line.page for line in document.lines} == {1}


def test_two_columns_are_read_one_after_the_other() -> None:
    """The lines of the sidebar never stand between those of the main column."""
    document = read_document(SAMPLES / "two-column.pdf")
    is_beside = [bool(line.box and line.box[0] > 350) for line in document.lines]
    changes = sum(a != b for a, b in pairwise(is_beside))
    assert changes == 1


def test_bold_headings_and_sizes_are_seen() -> None:
    document = read_document(SAMPLES / "senior-systems.pdf")
    styles = {document.text_of(line): line for line in document.lines}
    assert styles["Profile"].is_bold
    assert (styles["Profile"].font_size or 0) > 10


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Résumé — “ten” years".encode(), "Résumé — “ten” years"),
        ("Résumé — “ten” years".encode("utf-8-sig"), "Résumé — “ten” years"),
        ("Résumé — “ten” years".encode("utf-16"), "Résumé — “ten” years"),
        ("Résumé — “ten” years".encode("cp1252"), "Résumé — “ten” years"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\u00a0b\u200bc \uf0b7 d".encode(), "a bc   d"),
        ("\uf0b7 item".encode(), "• item"),
        ("e\u0301".encode(), "é"),
    ],
)
def test_text_is_decoded_and_cleaned(content: bytes, expected: str) -> None:
    assert read_document(content).text == expected


def test_text_underlined_with_dashes_is_a_heading() -> None:
    document = read_document(b"Experience\n----------\nA job")
    assert [(document.text_of(line), line.heading_level) for line in document.lines] == [
        ("Experience", 2),
        ("A job", 0),
    ]


def test_markdown_is_read_without_its_marks() -> None:
    document = read_document(
        b"# Jane\n\n## Skills\n\n- **C**, `epoll`\n- [x](http://example.com)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert document.media_type is MediaType.MARKDOWN
    assert document.text.split() == ["Jane", "Skills", "•", "C,", "epoll", "•", "x", "a", "b", "1", "2"]
    assert [line.heading_level for line in document.lines[:2]] == [1, 2]


BAD = [
    (b"", DocumentEmpty),
    (b" \n\t ", DocumentEmpty),
    (b"%PDF-1.7\nnothing more", DocumentCorrupt),
    (b"PK\x03\x04 cut off", DocumentCorrupt),
    (zipped(**{"word/document.xml": "<not closed"}), DocumentCorrupt),
    (zipped(**{"xl/workbook.xml": ""}), DocumentUnsupported),
    (zipped(**{"content.xml": ""}), DocumentCorrupt),
    (zipped(**{"Index/Document.iwa": ""}), DocumentUnsupported),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, DocumentUnsupported),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), DocumentEncrypted),
    (b"GIF89a", DocumentUnsupported),
    (b"{\\rtf1 }", DocumentEmpty),
    (b"<!DOCTYPE html><p>", DocumentEmpty),
    (b"\x00\x01\x02\x03", DocumentUnsupported),
]


@pytest.mark.parametrize(("content", "error"), BAD, ids=[f"{error.code}-{n}" for n, (_, error) in enumerate(BAD)])
def test_what_cannot_be_read_is_one_clear_line(content: bytes, error: type[DocumentError]) -> None:
    """The name leads nobody astray: every one of these is called résumé.pdf."""
    with pytest.raises(error) as caught:
        read_document(content, name="résumé.pdf")
    assert str(caught.value).startswith("résumé.pdf: ")
    assert "\n" not in str(caught.value)


def test_truncated_pdfs_give_text_or_our_error() -> None:
    content = PDFS[0].read_bytes()
    for length in range(1, len(content), len(content) // 40):
        try:
            assert read_document(content[:length], name="cut.pdf").text
        except DocumentError as error:
            assert str(error).startswith("cut.pdf: ")  # noqa: PT017 - either outcome is right, but nothing else


def test_encrypted_pdf(encrypted_pdf: bytes) -> None:
    with pytest.raises(DocumentEncrypted, match="password"):
        read_document(encrypted_pdf)


def test_missing_and_directory(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissing, match="no such file"):
        read_document(tmp_path / "nobody.pdf")
    with pytest.raises(DocumentUnsupported, match="directory"):
        read_document(tmp_path)


def test_size_is_limited_before_anything_is_parsed() -> None:
    with pytest.raises(DocumentTooLarge):
        read_document(BytesIO(b"%PDF-" + b"x" * 100), limits=Limits(size=50))


def test_zip_bomb_is_refused_by_its_directory() -> None:
    with pytest.raises(DocumentTooLarge):
        read_document(zipped(**{"word/document.xml": "x" * 10_000}), limits=Limits(unpacked_size=5_000))


def test_pages_and_characters_are_cut_with_a_warning() -> None:
    cut = read_document(SAMPLES / "kernel-staff.pdf", limits=Limits(pages=1))
    assert [warning.code for warning in cut.warnings] == [WarningCode.TRUNCATED]
    short = read_document(b"one\ntwo\nthree", limits=Limits(characters=7))
    assert short.text == "one\ntwo"
    assert [warning.code for warning in short.warnings] == [WarningCode.TRUNCATED]


def test_one_endless_line_is_cut_rather_than_lost() -> None:
    assert read_document(b"x" * 100, limits=Limits(characters=10)).text == "x" * 10


def test_streams_that_give_little_at_a_time_are_read_to_the_end() -> None:
    class Trickle(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(3, size or 3))

    assert read_document(Trickle(b"one two three")).text == "one two three"


@pytest.mark.parametrize(
    "text", ["BM Sharma, Engineer", "MZ Khan, Engineer", "perfor\x02mance" + " of a Linux machine" * 20]
)
def test_text_that_begins_like_another_kind_of_file_is_text(text: str) -> None:
    assert read_document(text.encode()).media_type is MediaType.TEXT


def test_markdown_keeps_what_a_browser_shows_of_html() -> None:
    read = read_document(b"# Jane\n\n<p align=center>jane@example.com</p>\n\nC<br>Linux<!-- no -->\n")
    assert read.text.split() == ["Jane", "jane@example.com", "C", "Linux"]


def test_text_file_objects_are_refused() -> None:
    with pytest.raises(DocumentUnsupported, match="binary"), (SAMPLES / "graduate.txt").open() as file:
        read_document(file)  # type: ignore[arg-type]


def test_soft_hyphens_within_a_line_are_closed() -> None:
    assert read_document("per\ufffeformance, perfor\u00admance".encode()).text == "performance, performance"


def picture_pdf(*pages: str) -> bytes:
    """Pages with a text each, or with a picture where the text is empty."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for text in pages:
        if text:
            canvas.drawString(72, 700, text)
        else:
            canvas.drawImage(ImageReader(Image.new("L", (60, 60), 90)), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgap.documents.ocr.recognizing.ocr_available", lambda: False)


@pytest.mark.usefixtures("without_ocr")
def test_a_picture_among_pages_is_named() -> None:
    read = read_document(picture_pdf("Linux", ""))
    assert [(warning.code, warning.page) for warning in read.warnings] == [(WarningCode.NO_TEXT_LAYER, 2)]
    assert "install the program tesseract" in read.warnings[0].message


@pytest.mark.usefixtures("without_ocr")
def test_pictures_alone_are_an_error_that_says_what_to_install() -> None:
    with pytest.raises(NoTextLayer, match=r"pictures.*install the program tesseract"):
        read_document(picture_pdf("", ""))


def test_blank_pages_are_not_taken_for_pictures() -> None:
    with pytest.raises(DocumentEmpty, match="blank"):
        read_document(picture_pdf(" "))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Opis: zażółć gęślą jaźń, programista systemów wbudowanych w Łodzi. " * 3, "cp1250"),
        ("Инженер по системному программированию, драйверы и ядро. " * 3, "cp1251"),
        ("Tournée générale, où ça? Ingénieur système à Orléans", "cp1252"),
        ("Jane Example, C and Linux", "utf-16-le"),
        ("Jane Example, C and Linux", "utf-16-be"),
    ],
)
def test_encodings_without_a_mark_are_found(text: str, encoding: str) -> None:
    assert read_document(text.encode(encoding)).text == text.strip()


def test_stray_bytes_of_another_encoding_cost_themselves_alone() -> None:
    content = "Zoë Müller — ingénieure à Zürich".encode() + b" caf\xe9"
    assert read_document(content).text == "Zoë Müller — ingénieure à Zürich café"


def test_properties_at_the_head_of_markdown_are_no_text() -> None:
    read = read_document(b"---\ntitle: CV\nkeywords: [rust, kubernetes]\n---\n\n# Jane\n\nWrote C.\n")
    assert read.text.split() == ["Jane", "Wrote", "C."]


def test_markdown_with_a_script_that_never_ends_is_read_up_to_it() -> None:
    read = read_document(b"# Jane\n\n<div>C</div> <!-- no --> Linux\n\n<script>Kubernetes" + b"<script>" * 500)
    assert read.text.split() == ["Jane", "C", "Linux"]


@pytest.mark.parametrize(
    "start", ["From: <Saved by Blink>\nMIME-Version: 1.0\n", "Return-Path: <jane@example.com>\nSubject: CV\n"]
)
def test_mail_and_web_archives_are_refused_with_a_hint(start: str) -> None:
    with pytest.raises(DocumentUnsupported, match=r"e-mail or a saved web archive.*save the page"):
        read_document(f"{start}Content-Type: multipart/related; boundary=x\n\nZo=C3=AB".encode())


def test_form_feeds_make_no_more_pages_than_the_limit() -> None:
    read = read_document(b"one\ftwo\fthree\ffour", limits=Limits(pages=2))
    assert len(read.pages) == 2
    assert read.text.split() == ["one", "two", "three", "four"]


def test_pictures_over_the_limit_are_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgap.documents.ocr.recognizing.ocr_available", lambda: True)
    read = read_document(picture_pdf("Linux", "", ""), limits=Limits(ocr_pages=0))
    assert [(warning.code, warning.page) for warning in read.warnings] == [(WarningCode.TRUNCATED, 2)]


def test_letters_beyond_the_first_plane_shift_nothing() -> None:
    """Pdfium counts them twice; the boxes of what follows must not move."""
    path = ROOT / "tests" / "reading" / "letters-beyond.pdf"
    document = read_document(path)
    assert document.text.split("\n") == ["555-0101 Py Python", "Engineer   2019"]
    first, second = document.lines
    assert first.box and second.box and first.box[3] < second.box[3]  # noqa: PT018 - for the type checker


def test_what_nobody_foresaw_is_a_document_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OverflowError("a number of a library")

    monkeypatch.setattr("skillgap.documents.reading.reader_for", lambda _: broken)
    with pytest.raises(DocumentCorrupt, match="OverflowError"):
        read_document(b"text")


def test_markdown_that_hides_html_is_read_as_a_browser_shows_it() -> None:
    read = read_document(b"# Jane\n\n- Wrote C <span style='display:none'>Kubernetes expert</span>\n\nLinux\n")
    assert read.text.split() == ["Jane", "\u2022", "Wrote", "C", "Linux"]
    assert [each.text for each in read.hidden] == ["Kubernetes expert"]
    assert (read.media_type, read.lines[0].heading_level) == (MediaType.MARKDOWN, 1)


@pytest.mark.parametrize("said", [0, 3, 10])
def test_a_file_is_read_whole_whatever_size_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: int) -> None:
    """It may have grown since, and some systems' files say none; never more than the limit and a byte is read."""
    path = tmp_path / "cv.txt"
    path.write_bytes(b"0123456789")
    real = os.fstat

    def fstat(number: int) -> os.stat_result:
        found = list(real(number))
        found[6] = said
        return os.stat_result(found)

    monkeypatch.setattr("skillgap.documents.sources.os.fstat", fstat)
    assert bytes_of_file(path, Limits(size=100), "cv.txt") == b"0123456789"
    assert bytes_of_file(path, Limits(size=4), "cv.txt") == b"01234"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Traced stalls with `strace` and `perf`", "Traced stalls with strace and perf"),
        ("Boot code in `C`, and `x`, but not ` alone", "Boot code in C, and x, but not ` alone"),
        ("Found it with [Valgrind](https://example.com/v)", "Found it with Valgrind"),
        ("Multiplied a ** b and c ** d, used ``quotes'' and f[x](y)", None),
        ("An array[3] (see https://example.com)", None),
    ],
)
def test_marks_of_markdown_within_plain_text_and_json_are_not_read(written: str, seen: str | None) -> None:
    """People copy lines out of their Markdown; a word between two marks is still that word."""
    seen = seen or written
    assert document_of_text(written, name="test").text == seen
    record = {"basics": {"name": "Jo Example"}, "work": [{"name": "Acme", "highlights": [written]}]}
    assert seen in read_document(json.dumps(record).encode(), name="resume.json").text


def test_links_of_markdown_in_plain_text_are_kept() -> None:
    links = document_of_text("[My work](https://example.com/work)", name="test").links
    assert [link.target for link in links] == ["https://example.com/work"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[1, 2]", "no JSON Resume"),
        (b'  [{"a": 1}]', "no JSON Resume"),
        (b"<?php phpinfo();", "program"),
        (b"#!/bin/sh\nexit 0\n", "program"),
        (b"\x89PNG\r\n", "stub"),
    ],
)
def test_files_that_no_applicant_sends_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        read_document(content, name="stub")


def test_a_line_in_brackets_is_text() -> None:
    assert read_document(b"[Jo Example]\nEngineer\n", name="cv").media_type is MediaType.TEXT
