"""What is named on the command line becomes inputs: each file once, in one order, and what can't be read says why on one line."""

import io
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from named_inputs import make, names, outcome, outcomes, pack

from skillgap.batch.inputs import Inputs, archives
from skillgap.cli import run
from skillgap.documents.types import Limits
from skillgap.errors import (
    DocumentError,
    DocumentMissing,
    DocumentTooLarge,
    DocumentUnsupported,
    UsageError,
)

posix = pytest.mark.skipif(os.name == "nt", reason="no such files there")
pytestmark = pytest.mark.usefixtures("here")


# folders and files


def test_arguments_keep_their_order_and_a_folder_is_sorted_by_code_points_at_every_depth() -> None:
    make("z.pdf", "in/b.pdf", "in/B.pdf", "in/é.pdf", "in/a/z.pdf", "in/a/1.pdf", "in/a.pdf")
    assert names("z.pdf", "in") == [
        "z.pdf", "in/B.pdf", "in/a/1.pdf", "in/a/z.pdf", "in/a.pdf", "in/b.pdf", "in/é.pdf",
    ]  # fmt: skip


def test_inputs_can_be_gone_through_again_and_see_what_has_changed() -> None:
    make("in/a.pdf", "in/.hidden")
    inputs = Inputs(["in"])
    assert [each.name for each in inputs] == [each.name for each in inputs] == ["in/a.pdf"]
    make("in/b.pdf")
    assert inputs.count() == 2
    assert inputs.left_out == 1


def test_inputs_are_found_as_they_are_asked_for() -> None:
    make("a/1.pdf")
    inputs = iter(Inputs(["a", "b"]))
    assert next(inputs).name == "a/1.pdf"
    make("b/2.pdf")
    assert next(inputs).name == "b/2.pdf"


def test_no_suffix_is_skipped() -> None:
    make("in/a.pages", "in/b", "in/c.exe")
    assert names("in") == ["in/a.pages", "in/b", "in/c.exe"]


def test_hidden_and_system_files_are_left_out_of_folders_and_counted_a_folder_once() -> None:
    make("in/.DS_Store", "in/.git/a", "in/.git/b", "in/__MACOSX/a.pdf", "in/~$cv.docx", "in/sub/Thumbs.db", "in/a.pdf")
    inputs = Inputs(["in", "in/sub", "in"])
    assert [each.name for each in inputs] == ["in/a.pdf", "in/sub"]
    assert inputs.left_out == 5


def test_what_is_named_is_taken_whatever_its_name() -> None:
    make("in/.cv.pdf", "in/~$cv.docx", ".git/a.pdf")
    assert names("in", "in/.cv.pdf", "in/~$cv.docx", ".git", include=("*.pdf",)) == [
        "in", "in/.cv.pdf", "in/~$cv.docx", ".git/a.pdf",
    ]  # fmt: skip


def test_a_file_reached_twice_is_one_input_by_the_first_name() -> None:
    make("in/a.pdf", "in/sub/b.pdf")
    assert names("in/sub", "./in/sub/../a.pdf", "in", "in/a.pdf") == ["in/sub/b.pdf", "in/sub/../a.pdf"]


@posix
def test_links_to_files_are_read_and_a_file_with_its_links_is_one_input() -> None:
    make("in/b.pdf", "out/c.pdf")
    Path("in/a.pdf").symlink_to("b.pdf")
    Path("in/c.pdf").symlink_to(Path("out/c.pdf").absolute())
    assert outcomes("in") == {"in/a.pdf": b"in/b.pdf", "in/c.pdf": b"out/c.pdf"}


@posix
def test_hard_links_and_copies_are_inputs_of_their_own() -> None:
    make("in/a.pdf")
    Path("in/b.pdf").hardlink_to("in/a.pdf")
    assert names("in") == ["in/a.pdf", "in/b.pdf"]


@posix
def test_links_to_folders_are_followed_once_and_loops_end(here: Path) -> None:
    make("in/x/a.pdf", "elsewhere/b.pdf")
    Path("in/x/up").symlink_to(here / "in")
    Path("in/x/self").symlink_to(here / "in" / "x")
    Path("in/link").symlink_to(here / "elsewhere")
    Path("in/more").symlink_to(here / "elsewhere")
    assert names("in") == ["in/link/b.pdf", "in/x/a.pdf"]
    assert names("in/**/*.pdf") == ["in/link/b.pdf", "in/x/a.pdf"]


@posix
def test_folders_that_multiply_by_links_are_gone_through_in_no_more_time_than_they_are(here: Path) -> None:
    make("d40/a.pdf")
    for number in range(40):
        Path(f"d{number}").mkdir()
        for name in ("a", "b"):
            Path(f"d{number}", name).symlink_to(here / f"d{number + 1}")
    assert len(names("d0")) == 1
    assert len(names("d0/**/*.pdf")) == 1


@posix
def test_links_that_lead_nowhere_are_inputs_each() -> None:
    make("in/a.pdf")
    Path("in/b").symlink_to("nowhere")
    Path("in/c").symlink_to("nowhere")
    Path("in/d").symlink_to("d")
    assert outcomes("in", "in/b") == {
        "in/a.pdf": b"in/a.pdf", "in/b": DocumentMissing, "in/c": DocumentMissing, "in/d": DocumentMissing,
    }  # fmt: skip


@posix
def test_what_is_no_file_can_not_be_read_and_nothing_waits_for_it() -> None:
    Path("in").mkdir()
    os.mkfifo("in/a.pdf")
    os.mkfifo("in/b.zip")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("in/c.pdf")
    found = outcomes("in", "in/b.zip", "/dev/zero")
    assert list(found) == ["in/a.pdf", "in/b.zip", "in/c.pdf", "/dev/zero"]
    assert set(found.values()) == {DocumentUnsupported}


def test_a_file_may_vanish_between_listing_and_reading() -> None:
    make("in/a.pdf", "in/b.pdf")
    found = {}
    for each in Inputs(["in"]):
        Path("in/a.pdf").unlink(missing_ok=True)
        found[each.name] = outcome(each)
    assert found == {"in/a.pdf": DocumentMissing, "in/b.pdf": b"in/b.pdf"}


def test_what_may_not_be_opened_is_an_input_that_can_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    scandir = os.scandir
    make("in/a.pdf", "in/locked/b.pdf")
    pack("in/c.zip", ("a.pdf", b"x"))
    monkeypatch.setattr(os, "scandir", lambda path: refused(path) if path.name == "locked" else scandir(path))
    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(archives.io, "FileIO", refused)
    assert outcomes("in") == {"in/a.pdf": DocumentMissing, "in/c.zip": DocumentMissing, "in/locked": DocumentMissing}


@posix
def test_names_may_hold_any_byte_and_are_shown_on_one_line() -> None:
    Path("in").mkdir()
    for name in (b"a\nb.pdf", b"\x1b[31m.pdf", b"\xff.pdf", "\u202efdp.exe".encode()):
        Path(os.fsdecode(b"in/" + name)).write_bytes(name)
    assert names("in") == ["in/?[31m.pdf", "in/a?b.pdf", "in/?fdp.exe", "in/?.pdf"]
    assert all(isinstance(each, bytes) for each in outcomes("in").values())


def test_a_file_over_the_limit_is_not_read_further() -> None:
    make("in/a.pdf")
    assert outcomes("in", limits=Limits(size=8)) == {"in/a.pdf": b"in/a.pdf"}
    assert outcomes("in", limits=Limits(size=7)) == {"in/a.pdf": DocumentTooLarge}


@posix
@pytest.mark.parametrize(
    ("folder", "depth", "expected"),
    [("d", 1100, b"x"), ("d" * 200, 25, DocumentMissing)],
    ids=["deeper than the stack", "deeper than the system's longest path"],
)
def test_folders_may_be_of_any_depth(
    here: Path, folder: str, depth: int, expected: bytes | type[DocumentError]
) -> None:
    for _ in range(depth):
        Path(folder).mkdir()
        os.chdir(folder)
    Path("a.pdf").write_bytes(b"x")
    os.chdir(here)
    found = outcomes(folder, "z") | outcomes(folder, apart_from=(Path("out"),))
    for _ in range(depth):
        os.chdir(folder)
    Path("a.pdf").unlink()
    for _ in range(depth):
        os.chdir("..")
        Path(folder).rmdir()
    assert list(found.values()) == [expected, DocumentMissing]


def test_the_folder_for_the_results_is_not_walked_through() -> None:
    make("in/a.pdf", "in/out/ranking.csv", "in/out/pages/1.html")
    assert names("in", "in/out", "in/out/pages", apart_from=(Path("in/../in/out"),)) == ["in/a.pdf"]
    assert names("in", apart_from=(Path("in/new"),)) == names("in")


@posix
def test_no_link_leads_into_the_folder_for_the_results(here: Path) -> None:
    make("in/a.pdf", "out/pages/1.html")
    Path("in/x").symlink_to(here / "out")
    Path("in/y").symlink_to(here / "out" / "pages")
    Path("same").symlink_to(here / "out")
    assert names("in", apart_from=(Path("same"),)) == ["in/a.pdf"]


# patterns


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.pdf", ["in/a.pdf"]),
        ("in/?.[dp]*", ["in/a.pdf", "in/b.docx"]),
        ("in/*/c.pdf", ["in/sub/c.pdf"]),
        ("in/**/*.pdf", ["in/a.pdf", "in/sub/c.pdf", "in/sub/deep/d.pdf"]),
        ("**/d.*", ["in/sub/deep/d.pdf"]),
        ("in/s*", ["in/sub/c.pdf", "in/sub/deep/d.pdf"]),
        ("in/**", ["in/a.pdf", "in/b.docx", "in/sub/c.pdf", "in/sub/deep/d.pdf"]),
        ("in/.*", ["in/.e.pdf"]),
        ("*/.e.pdf", ["in/.e.pdf"]),
        ("*/../in/a.pdf", ["*/../in/a.pdf"]),
    ],
)
def test_patterns_are_expanded_as_in_a_shell_hidden_files_only_by_their_dot(pattern: str, expected: list[str]) -> None:
    make("in/a.pdf", "in/b.docx", "in/sub/c.pdf", "in/sub/deep/d.pdf", "in/.e.pdf")
    assert names(pattern) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file() -> None:
    make("cv[1].pdf", "cv1.pdf")
    assert names("cv[1].pdf") == ["cv[1].pdf"]


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        (("*.pdf",), ["in/A.PDF", "in/sub/c.pdf", "in/x.zip/sub/d.pdf"]),
        (("*.docx", "?.md"), ["in/b.docx", "in/x.zip/e.md"]),
        (("SUB/*",), ["in/sub/c.pdf"]),
        (("**/sub/*.pdf",), ["in/sub/c.pdf", "in/x.zip/sub/d.pdf"]),
        (("*.zip",), ["in/x.zip/e.md", "in/x.zip/sub/d.pdf"]),
        (("sub",), ["in"]),
    ],
)
def test_include_narrows_what_is_taken_by_name_or_by_path_from_the_folder(
    include: tuple[str, ...], expected: list[str]
) -> None:
    make("in/A.PDF", "in/b.docx", "in/sub/c.pdf")
    pack("in/x.zip", ("sub/d.pdf", b"d"), ("e.md", b"e"))
    assert names("in", include=include) == expected


def test_include_narrows_patterns_and_archives_but_not_files_that_are_named() -> None:
    make("a.pdf", "b.docx", "c.txt")
    pack("x.zip", ("sub/d.pdf", b"d"), ("e.md", b"e"))
    assert names("c.txt", "*.[dp]*", "x.zip", include=("*.pdf",)) == ["c.txt", "a.pdf", "x.zip/sub/d.pdf"]
    assert names("x.zip", include=("sub/*",)) == ["x.zip/sub/d.pdf"]


# names on standard input


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return give


@pytest.mark.parametrize("listed", [b"\n b.pdf\n\nin\r\n", b" b.pdf\0in\0", b"\xef\xbb\xbf b.pdf\nin"])
def test_names_on_standard_input_end_with_a_line_or_a_nul_and_are_read_once(
    given: Callable[[bytes], None], listed: bytes
) -> None:
    make(" b.pdf", "in/c.pdf")
    given(listed)
    inputs = Inputs(["-"])
    assert [each.name for each in inputs] == [each.name for each in inputs] == [" b.pdf", "in/c.pdf"]


@posix
def test_names_on_standard_input_may_hold_any_byte_and_are_no_patterns(given: Callable[[bytes], None]) -> None:
    make("a.pdf")
    Path(os.fsdecode(b"\xff\n.pdf")).write_bytes(b"x")
    given(b"\xff\n.pdf\0*.pdf\0-\0")
    assert outcomes("-") == {"??.pdf": b"x", "*.pdf": DocumentMissing, "-": DocumentMissing}


def test_closed_or_unreadable_standard_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="standard input is closed"):
        names("-")


# what leads to nothing


def test_an_argument_that_leads_to_nothing_is_an_input_that_can_not_be_read(given: Callable[[bytes], None]) -> None:
    given(b"\n")
    Path("empty").mkdir()
    pack("hidden.zip", (".a", b"x"))
    make("a.pdf")
    arguments = ("no.pdf", "no/*.pdf", "*.odt", "empty", "hidden.zip", "-", "", "a\0b")
    assert set(outcomes(*arguments).values()) == {DocumentMissing}
    assert names(*arguments) == ["no.pdf", "no/*.pdf", "*.odt", "empty", "hidden.zip", "-", "(no name)", "a?b"]
    assert Inputs([*arguments, "a.pdf", "empty"]).count() == len(arguments) + 1


@pytest.mark.parametrize(
    "arguments", [["no.pdf"], ["no.pdf", "*.odt"], ["empty"], ["out"], ["empty", "--include", "x"]]
)
def test_where_nothing_is_there_rank_says_so_on_one_line_and_begins_nothing(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    Path("empty").mkdir()
    Path("out").mkdir()
    assert run(["rank", *arguments, "-o", "out"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("skillgap: ")
    assert printed.err.count("\n") == 1
    assert not list(Path("out").iterdir())
