"""The compiled taxonomy says what the YAML says, loads without it, and is never left half-written."""

import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.errors import TaxonomyError
from skillgap.shelves import shelf
from skillgap.taxonomy import compiled, loading
from skillgap.taxonomy.authoring.assembling import load_taxonomy
from skillgap.taxonomy.whole import Taxonomy


@pytest.fixture(scope="module")
def from_yaml() -> Taxonomy:
    return load_taxonomy(shelf("skill_taxonomy"))


def test_nothing_is_lost_or_changed(from_yaml: Taxonomy, taxonomy: Taxonomy) -> None:
    for name in Taxonomy.__struct_fields__:
        ours, theirs = getattr(from_yaml, name), getattr(taxonomy, name)
        if hasattr(ours, "keys"):
            ours, theirs = list(ours.items()), list(theirs.items())
        assert ours == theirs, name


def test_compiling_again_gives_the_same_bytes(from_yaml: Taxonomy) -> None:
    data = compiled.encoded(from_yaml)
    assert compiled.encoded(compiled.decoded(data)) == data


def test_the_words_alone_are_those_of_the_whole(from_yaml: Taxonomy) -> None:
    words = compiled.decoded_words(compiled.encoded(from_yaml))
    assert (words.release, words.cues, words.places) == (from_yaml.release, from_yaml.cues, from_yaml.places)


def test_an_analysis_parses_no_yaml(taxonomy: Taxonomy) -> None:
    """Once the compiled form is there, an analysis does not even load a YAML parser, nor what only editors of the data need."""
    assert taxonomy.skills
    code = (
        "import skillgap, sys; skillgap.Analyzer().analyze_text('Wrote a kernel driver in C.');"
        "print(*sorted({'yaml', 'rdflib', 'skillgap.taxonomy.authoring.folder'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.split() == []


def test_the_kept_file_replaces_older_ones_whole(tmp_path: Path) -> None:
    old = tmp_path / ".cache" / "taxonomy-old.msgpack"
    old.parent.mkdir()
    old.write_bytes(b"old")
    path = tmp_path / ".cache" / "taxonomy-new.msgpack"
    compiled.keep(path, b"new")
    assert [each.name for each in old.parent.iterdir()] == [path.name]
    assert path.read_bytes() == b"new"


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file is in the way")
    compiled.keep(tmp_path / ".cache" / "taxonomy-new.msgpack", b"new")
    assert (tmp_path / ".cache").read_text() == "a file is in the way"


def test_other_content_has_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a")
    first = compiled.folder_digest(tmp_path)
    (tmp_path / "a.yaml").write_text("b")
    assert compiled.cache_file(tmp_path, first) != compiled.cache_file(tmp_path, compiled.folder_digest(tmp_path))


@pytest.mark.parametrize("data", [b"", b"\x80", b"no msgpack", b"\x81\xa6skills\x01"])
def test_a_damaged_file_is_told_in_a_line(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "shipped_bytes", lambda: data)
    for load in (loading.shipped_taxonomy, loading.shipped_words):
        with pytest.raises(TaxonomyError, match="the compiled taxonomy is damaged; install skillgap again"):
            load.__wrapped__()
