"""A Word file that is damaged, locked or made to do harm is refused in one line."""

import zipfile
from io import BytesIO

import pytest
from word_files import STYLES, p, packed, read, table, texts, word

from skillgap.documents.types import Limits
from skillgap.documents.word.reader import read_docx
from skillgap.errors import (
    DocumentCorrupt,
    DocumentEncrypted,
    DocumentError,
    DocumentTooLarge,
    DocumentUnsupported,
)


def encrypted(content: bytes) -> bytes:
    """Set the flag of an encrypted entry in every header."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(mark)
        content = mark.join([parts[0], *(part[: offset - 4] + b"\x01\x00" + part[offset - 2 :] for part in parts[1:])])
    return content


def doubled() -> bytes:
    buffer = BytesIO(word(p("x")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", "<x/>")
    return buffer.getvalue()


def repacked(method: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(word(p("x")))) as source, zipfile.ZipFile(buffer, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return buffer.getvalue()


def understated() -> bytes:
    """A directory that claims the text to be ten bytes long."""
    content = bytearray(word(p("x" * 90_000)))
    at = content.rindex(b"word/document.xml", 0, content.rindex(b"word/_rels")) - 46
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


LAUGH = '<!DOCTYPE x [<!ENTITY a "ha">]><w:document/>'
REFUSED = {
    "cut off": (word(p("x"))[:300], Limits(), DocumentCorrupt),
    "no text": (packed({"a.txt": "x"}), Limits(), DocumentCorrupt),
    "broken xml": (packed({"word/document.xml": "<not closed"}), Limits(), DocumentCorrupt),
    "entities": (packed({"word/document.xml": LAUGH}), Limits(), DocumentCorrupt),
    "entities in UTF-16": (packed({"word/document.xml": LAUGH.encode("utf-16")}), Limits(), DocumentCorrupt),
    "one name twice": (doubled(), Limits(), DocumentCorrupt),
    "a password": (encrypted(word(p("x"))), Limits(), DocumentEncrypted),
    "an unusual packing": (repacked(zipfile.ZIP_BZIP2), Limits(), DocumentUnsupported),
    "a false length": (understated(), Limits(), DocumentCorrupt),
    "unpacks to much": (word(p("x" * 10_000)), Limits(unpacked_size=5_000), DocumentTooLarge),
    "unpacks to many times its size": (word(p("x" * 2_000_000)), Limits(unpacked_ratio=50), DocumentTooLarge),
    "nested without end": (word("<w:sdt><w:sdtContent>" * 3_000), Limits(), DocumentTooLarge),
    "nested deeper than allowed": (word(table([table([p("x")])])), Limits(xml_depth=8), DocumentTooLarge),
}


@pytest.mark.parametrize(("content", "limits", "error"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why_in_one_line(content: bytes, limits: Limits, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read_docx(content, "cv.docx", limits)
    assert caught.value.message.startswith("cv.docx: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_wrong_checksum_is_damage() -> None:
    content = bytearray(repacked(zipfile.ZIP_STORED))
    at = content.index(b'preserve">x<') + len(b'preserve">')
    content[at] = ord("y")
    with pytest.raises(DocumentCorrupt):
        read_docx(bytes(content), "cv.docx", Limits())


def test_the_deepest_nesting_that_parses_is_read_without_recursion_errors() -> None:
    depth = 120
    body = "<w:sdt><w:sdtContent>" * depth + p("deep") + "</w:sdtContent></w:sdt>" * depth
    assert texts(read(body)) == ["deep"]


def test_any_truncation_gives_lines_or_our_error() -> None:
    content = word(p("one") + table([p("two")]), styles=STYLES)
    for length in range(0, len(content), 37):
        try:
            read_docx(content[:length], "cv.docx", Limits())
        except DocumentError as error:
            assert error.message.startswith("cv.docx: ")  # noqa: PT017 - either outcome is right, but nothing else
