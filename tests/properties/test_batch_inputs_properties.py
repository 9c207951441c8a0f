"""Whatever lies in a folder or an archive: one order, nothing lost, and never more than one line of error."""

import io
import os
import random
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, chdir, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skillgap.batch.inputs import Inputs
from skillgap.batch.inputs.folders import is_left_out
from skillgap.batch.inputs.patterns import Pattern
from skillgap.documents.types import Limits
from skillgap.errors import DocumentError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names of any letters")
NAME = st.one_of(
    st.sampled_from(
        ["a", "b", "B", "a.pdf", "ab", ".git", "Thumbs.db", "~$a.docx", "é", "e\u0301", "x.pdf", "-", "[a]"]
    ),
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=6).filter(
        lambda name: name not in {".", ".."} and not name.casefold().endswith(".zip")
    ),
)
slow = settings(deadline=None, max_examples=60)
PATHS = st.lists(st.lists(NAME, min_size=1, max_size=4).map(tuple), max_size=12)


def tree_of(paths: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those that can be files beside each other: none is the folder of another."""
    folders = {path[:depth] for path in paths for depth in range(1, len(path))}
    return sorted({path for path in paths if path not in folders})


@contextmanager
def laid_out(paths: Sequence[tuple[str, ...]]) -> Iterator[None]:
    """A working folder in which these files lie below `in`."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path("in").mkdir()
        for path in paths:
            place = Path("in", *path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(os.fsencode("/".join(path)))
        yield


def listed_in_any_order(seed: int) -> AbstractContextManager[object]:
    scandir = os.scandir

    def shuffled(path: Path) -> AbstractContextManager[list[os.DirEntry[str]]]:
        with scandir(path) as entries:
            found = list(entries)
        random.Random(seed).shuffle(found)  # noqa: S311 - any order will do
        return nullcontext(found)

    return patch("os.scandir", shuffled)


def contents(argument: str) -> list[bytes]:
    return [each.content(Limits()) for each in Inputs([argument]) if each.absence is None]


@slow
@given(PATHS.map(tree_of), st.randoms(use_true_random=False), st.integers())
def test_the_order_is_not_that_of_making_or_of_listing(
    paths: list[tuple[str, ...]], shuffled: random.Random, seed: int
) -> None:
    with laid_out(paths):
        expected = contents("in")
    shuffled.shuffle(paths)
    with laid_out(paths), listed_in_any_order(seed):
        assert contents("in") == expected


@slow
@given(PATHS.map(tree_of))
def test_every_file_is_an_input_or_lies_in_what_is_counted_as_left_out(paths: list[tuple[str, ...]]) -> None:
    left_out = {next((path[: at + 1] for at, name in enumerate(path) if is_left_out(name)), None) for path in paths}
    visible = [path for path in paths if not any(map(is_left_out, path))]
    with laid_out(paths):
        inputs = Inputs(["in"])
        found = [each for each in inputs if each.absence is None]
        assert [each.content(Limits()) for each in found] == [os.fsencode("/".join(path)) for path in visible]
        assert inputs.left_out == len(left_out - {None})
        assert all(each.name.isprintable() for each in found)


@slow
@given(PATHS.map(tree_of))
def test_going_through_again_gives_the_same(paths: list[tuple[str, ...]]) -> None:
    with laid_out(paths):
        inputs = Inputs(["in", "in/**", "in/*"])
        first, left_out = [each.name for each in inputs], inputs.left_out
        assert [each.name for each in inputs] == first
        assert inputs.left_out == left_out


@slow
@given(PATHS.map(tree_of))
def test_a_packed_folder_gives_what_the_folder_gives(paths: list[tuple[str, ...]]) -> None:
    tame = [path for path in paths if not any("\\" in name or name[1:] == ":" for name in path)]
    with laid_out(tame):
        with zipfile.ZipFile("in.zip", "w") as archive:
            for path in reversed(tame):
                archive.write(Path("in", *path), "/".join(path))
        folder, packed = ([each for each in Inputs([name]) if each.absence is None] for name in ("in", "in.zip"))
        assert [each.name.removeprefix("in") for each in folder] == [
            each.name.removeprefix("in.zip") for each in packed
        ]
        assert contents("in") == contents("in.zip")


PART = st.sampled_from(["**", "*", "a", "a*", "?", "b"])


def means(parts: Sequence[str], names: Sequence[str]) -> bool:
    """What a pattern means, said once more: by every way to share out the names among its parts."""
    if not parts:
        return True
    if parts[0] == "**":
        return means(parts[1:], names) or (bool(names) and means(parts, names[1:]))
    return bool(names) and Pattern([parts[0]]).takes(names[:1]) and means(parts[1:], names[1:])


@given(st.lists(PART, max_size=5), st.lists(st.sampled_from(["a", "b", "ab"]), max_size=5))
def test_a_pattern_takes_names_wherever_its_parts_can_be_laid_on_them(parts: list[str], names: list[str]) -> None:
    assert Pattern(parts).takes(names) == means(parts, names)


def archived() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sub/a.pdf", b"a" * 60)
        archive.writestr("é.pdf", b"b")
        with archive.open("c.pdf", "w", force_zip64=True) as member:
            member.write(b"c")
    return written.getvalue()


ARCHIVED = archived()


@slow
@given(
    st.lists(st.tuples(st.integers(0, len(ARCHIVED) - 1), st.binary(min_size=1, max_size=9)), max_size=6),
    st.integers(0, len(ARCHIVED)),
)
@example([], 0)
def test_whatever_is_done_to_an_archive_there_are_contents_or_lines(changes: list[tuple[int, bytes]], cut: int) -> None:
    content = bytearray(ARCHIVED)
    for place, new in changes:
        content[place : place + len(new)] = new
    with laid_out([]):
        Path("x.zip").write_bytes(content if cut % 4 else content[:cut])
        found = list(outcomes(Inputs(["x.zip"])))
    assert found


def outcomes(inputs: Inputs) -> Iterator[bytes | str]:
    for each in inputs:
        try:
            yield each.content(Limits())
        except DocumentError as error:
            yield str(error)
