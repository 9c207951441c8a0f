"""An archive is read like the folder that it was; what it claims is not believed, and a damaged member costs no other."""

import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES
from named_inputs import make, names, outcome, outcomes, pack

from skillgap.batch.inputs import Inputs, archives
from skillgap.documents.types import Limits
from skillgap.errors import (
    DocumentCorrupt,
    DocumentEncrypted,
    DocumentMissing,
    DocumentTooLarge,
    DocumentUnsupported,
)

CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"
UTF8_FLAG = 0x800
pytestmark = pytest.mark.usefixtures("here")


def change(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def set_flags(path: Path, flags: int) -> None:
    """Write general purpose flags into the directory and in front of every member."""
    content = bytearray(path.read_bytes())
    for signature, offset in ((CENTRAL, 8), (LOCAL, 6)):
        start = content.find(signature)
        while start >= 0:
            struct.pack_into("<H", content, start + offset, flags)
            start = content.find(signature, start + 4)
    path.write_bytes(content)


def test_an_archive_is_read_like_the_folder_that_it_was() -> None:
    members = ("b.pdf", "sub/", "sub/z.pdf", "sub/a.pdf", ".hidden", "__MACOSX/._b.pdf", "sub/Thumbs.db", "é.pdf")
    pack("x.ZIP", *((each, each.encode()) for each in members))
    inputs = Inputs(["x.ZIP"])
    assert {each.name: outcome(each) for each in inputs} == {
        "x.ZIP/b.pdf": b"b.pdf", "x.ZIP/sub/a.pdf": b"sub/a.pdf", "x.ZIP/sub/z.pdf": b"sub/z.pdf",
        "x.ZIP/é.pdf": "é.pdf".encode(),
    }  # fmt: skip
    assert inputs.left_out == 3


def test_an_archive_reached_twice_gives_its_members_once() -> None:
    Path("in").mkdir()
    pack("in/x.zip", ("a.pdf", b"a"))
    assert names("in", "in/x.zip") == ["in/x.zip/a.pdf"]


@pytest.mark.parametrize(
    ("member", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\x\\cv.pdf", "x/cv.pdf"),
        ("C:\\Users\\cv.pdf", "Users/cv.pdf"),
        ("a/./..//cv.pdf", "a/cv.pdf"),
        ("cv\n\x1b[2J\u202e.pdf", "cv??[2J?.pdf"),
        ("..", "(no name)"),
    ],
)
def test_names_that_lead_out_of_an_archive_are_only_shown_and_lead_nowhere(here: Path, member: str, shown: str) -> None:
    pack("x.zip", (member, b"x"))
    assert outcomes("x.zip") == {f"x.zip/{shown}": b"x"}
    assert [each.name for each in here.rglob("*")] == ["x.zip"]


def test_names_in_an_archive_are_utf_8_or_else_code_page_437() -> None:
    archive = pack("x.zip", ("Jos##.pdf", b"1"), ("Ren#.pdf", b"2"))
    change(archive, b"Jos##", "José".encode())
    change(archive, b"Ren#", b"Ren\x82")
    assert outcomes("x.zip") == {"x.zip/José.pdf": b"1", "x.zip/René.pdf": b"2"}


def test_a_name_that_is_not_the_utf_8_it_claims_costs_that_member_only() -> None:
    archive = pack("x.zip", ("a#.pdf", b"1"), ("b.pdf", b"2"))
    change(archive, b"a#", b"a\xff")
    set_flags(archive, UTF8_FLAG)
    assert list(outcomes("x.zip").values()) == [DocumentCorrupt, b"2"]


def test_of_members_of_one_name_the_last_is_read() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        pack("x.zip", ("a.pdf", b"old"), ("a.pdf", b"new"))
    assert [(each.name, outcome(each)) for each in Inputs(["x.zip"])] == [
        ("x.zip/a.pdf", DocumentUnsupported), ("x.zip/a.pdf", b"new"),
    ]  # fmt: skip


def special(name: str, kind: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = (kind | 0o777) << 16
    return member


def test_links_devices_and_archives_in_an_archive_are_not_followed() -> None:
    pack(
        "x.zip",
        (special("a.pdf", stat.S_IFLNK), b"/etc/passwd"),
        (special("b.pdf", stat.S_IFIFO), b""),
        (special("c.pdf", stat.S_IFREG), b"c"),
        (special("d", stat.S_IFDIR), b""),
        ("e.zip", b"PK"),
    )
    assert outcomes("x.zip") == {
        "x.zip/a.pdf": DocumentUnsupported, "x.zip/b.pdf": DocumentUnsupported, "x.zip/c.pdf": b"c",
        "x.zip/e.zip": DocumentUnsupported,
    }  # fmt: skip
    assert names("x.zip", include=("*.pdf",)) == ["x.zip/a.pdf", "x.zip/b.pdf", "x.zip/c.pdf", "x.zip/e.zip"]


def test_encrypted_members_and_unusual_packing_are_refused() -> None:
    set_flags(pack("a.zip", ("a.pdf", b"a")), 1)
    pack("b.zip", ("b.pdf", b"b"), method=zipfile.ZIP_LZMA)
    assert outcomes("a.zip", "b.zip") == {"a.zip/a.pdf": DocumentEncrypted, "b.zip/b.pdf": DocumentUnsupported}


def test_a_damaged_member_costs_no_other() -> None:
    change(pack("x.zip", ("a.pdf", b"first"), ("b.pdf", b"second"), method=zipfile.ZIP_STORED), b"first", b"worst")
    assert outcomes("x.zip") == {"x.zip/a.pdf": DocumentCorrupt, "x.zip/b.pdf": b"second"}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 40])
def test_a_damaged_archive_is_one_input(content: bytes) -> None:
    Path("x.zip").write_bytes(content)
    assert outcomes("x.zip") == {"x.zip": DocumentCorrupt}


def test_an_archive_cut_short_is_one_input() -> None:
    archive = pack("x.zip", ("a.pdf", b"x" * 100))
    archive.write_bytes(archive.read_bytes()[:-30])
    assert outcomes("x.zip") == {"x.zip": DocumentCorrupt}


def test_an_archive_without_files_is_an_input_that_can_not_be_read() -> None:
    Path("in").mkdir()
    pack("in/x.zip", ("sub/", b""))
    assert outcomes("in") == outcomes("in/x.zip") == {"in/x.zip": DocumentMissing}


def test_an_office_document_that_was_named_zip_is_that_document() -> None:
    content = (SAMPLES / "nurse.docx").read_bytes()
    make("in/a.pdf")
    Path("in/cv.zip").write_bytes(content)
    assert outcomes("in/cv.zip") == {"in/cv.zip": content}
    assert names("in", include=("*.pdf",)) == ["in/a.pdf"]


def test_a_member_that_unpacks_to_more_than_its_size_allows_is_refused() -> None:
    pack("x.zip", ("a.pdf", bytes(3_000_000)), ("b.pdf", b"b"), ("c.pdf", bytes(900_000)))
    assert outcomes("x.zip") == {"x.zip/a.pdf": DocumentTooLarge, "x.zip/b.pdf": b"b", "x.zip/c.pdf": bytes(900_000)}


def test_a_member_over_the_limit_of_a_file_is_refused() -> None:
    pack("x.zip", ("a.pdf", b"123456789"), ("b.pdf", b"12345678"))
    assert outcomes("x.zip", limits=Limits(size=8)) == {"x.zip/a.pdf": DocumentTooLarge, "x.zip/b.pdf": b"12345678"}


def test_all_members_together_may_not_unpack_to_more_than_the_archive_allows() -> None:
    pack("x.zip", *((f"{number}.pdf", bytes(600_000)) for number in range(4)))
    found = outcomes("x.zip", limits=Limits(unpacked_size=1_000_000, unpacked_ratio=1))
    assert [len(each) if isinstance(each, bytes) else each for each in found.values()] == [600_000] + [
        DocumentTooLarge
    ] * 3


def test_damaged_members_are_counted_among_what_was_unpacked() -> None:
    archive = pack("x.zip", *((f"{number}.pdf", bytes(600_000)) for number in range(3)))
    content = bytearray(archive.read_bytes())
    struct.pack_into("<L", content, content.find(CENTRAL) + 16, 1)
    archive.write_bytes(content)
    found = outcomes("x.zip", limits=Limits(unpacked_size=1_000_000, unpacked_ratio=1))
    assert list(found.values()) == [DocumentCorrupt, DocumentTooLarge, DocumentTooLarge]


@pytest.mark.parametrize("claimed", [0, 10, 2**32 - 2])
def test_sizes_that_an_archive_claims_are_not_believed(claimed: int) -> None:
    archive = pack("x.zip", ("a.pdf", b"%" * 5000), ("b.pdf", b"b"))
    content = bytearray(archive.read_bytes())
    struct.pack_into("<L", content, content.find(CENTRAL) + 24, claimed)
    archive.write_bytes(content)
    found = outcomes("x.zip")
    assert found["x.zip/a.pdf"] in {DocumentCorrupt, b"%" * 5000}
    assert found["x.zip/b.pdf"] == b"b"


def test_an_archive_of_too_many_members_is_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    pack("x.zip", *((f"{number}.pdf", b"x") for number in range(5)))
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    assert len(names("x.zip")) == 5
    monkeypatch.setattr(archives, "MOST_MEMBERS", 4)
    assert outcomes("x.zip") == {"x.zip": DocumentTooLarge}


def test_an_archive_whose_directory_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pack("x.zip", ("n" * 300, b"x"))
    monkeypatch.setattr(archives, "LARGEST_DIRECTORY", 100)
    assert outcomes("x.zip") == {"x.zip": DocumentTooLarge}


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.usefixtures("traced")
def test_a_large_archive_is_not_read_whole() -> None:
    with Path("x.zip").open("wb") as file:
        file.truncate(1_000_000_000)
    with zipfile.ZipFile("x.zip", "a") as archive:
        archive.writestr("a.pdf", b"a")
    assert outcomes("x.zip") == {"x.zip/a.pdf": b"a"}
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
