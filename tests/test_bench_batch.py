"""Invented candidates and the bookkeeping of the batch benchmark; the benchmark itself is `make bench-batch`."""

import csv
from pathlib import Path

import pytest

from skillgap.batch.similar import nearly_the_same, signature_of
from skillgap.documents.reading import read_document
from skillgap.errors import DocumentError
from skillgap.evaluation.batch_files.broken import BROKEN, HARMFUL, READABLE
from skillgap.evaluation.batch_files.candidates import candidate, dice
from skillgap.evaluation.batch_files.generating import Written, generate, manifest_beside, plan
from skillgap.evaluation.batch_files.layouts import as_docx, as_pdf, as_text
from skillgap.evaluation.batch_runs import differences, digested
from skillgap.evaluation.bench_batch import Outcomes, accounted
from skillgap.isolation.pool import Cause
from skillgap.taxonomy.whole import Taxonomy

COUNT = 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Written]]:
    folder = tmp_path_factory.mktemp("batch") / "files"
    return folder, generate(folder, COUNT, seed=5)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_bytes(made: tuple[Path, list[Written]], tmp_path: Path) -> None:
    """Whoever generates a folder again gets the same one; with another seed, another."""
    folder, _ = made
    generate(tmp_path / "again", COUNT, seed=5)
    generate(tmp_path / "other", COUNT, seed=6)
    assert content_of(tmp_path / "again") == content_of(folder)
    assert content_of(tmp_path / "other") != content_of(folder)


def test_the_manifest_names_every_file_and_lies_beside(made: tuple[Path, list[Written]]) -> None:
    """The folder holds candidates alone; the list of what they are says as much as `generate` returns."""
    folder, written = made
    with manifest_beside(folder).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Written(**row) for row in rows] == written
    assert {path.name for path in folder.iterdir()} == {each.file for each in written}
    assert len(written) == COUNT


def test_healthy_files_can_be_read_and_differ(made: tuple[Path, list[Written]]) -> None:
    """A healthy file is read in full, and is nearly the same as none that it is no copy of."""
    folder, written = made
    texts = [read_document(folder / each.file).text for each in written if each.kind == "healthy" and not each.copy_of]
    assert min(len(text.split()) for text in texts) > 50
    assert not nearly_the_same(signature_of(text) for text in texts)


def test_a_copy_has_the_content_of_its_original(made: tuple[Path, list[Written]]) -> None:
    """What the manifest calls a copy is one, byte for byte."""
    folder, written = made
    copies = [each for each in written if each.copy_of]
    assert copies
    assert all((folder / each.file).read_bytes() == (folder / each.copy_of).read_bytes() for each in copies)


def test_every_layout_says_the_same(taxonomy: Taxonomy) -> None:
    """The candidate's name, posts and sentences stand in the PDF, the Word file and the plain text alike."""
    rng = dice(1, "layouts")
    person = candidate(rng, taxonomy)
    said = [person.name, *(line for section in person.sections for post in section.posts for line in post.lines)]
    for name, content in {"a.pdf": as_pdf(person, rng), "a.docx": as_docx(person), "a.txt": as_text(person)}.items():
        read = "".join(read_document(content, name=name).text.split())
        assert all("".join(each.split()) in read for each in said), name


@pytest.mark.parametrize("way", BROKEN)
def test_nothing_can_be_read_from_a_broken_file(way: str) -> None:
    """A broken file is refused with a reason of its own, whatever the dice; an error page is read as the page that it is."""
    for turn in range(5):
        content = BROKEN[way].make(dice(turn, way))
        if way in READABLE:
            assert "Not Found" in read_document(content, name="cv.pdf").text
        else:
            with pytest.raises(DocumentError):
                read_document(content, name=f"cv{BROKEN[way].suffix}")


def test_broken_and_harmful_files_are_as_many_as_said() -> None:
    """One in a hundred is broken, one in five hundred harmful, in all ways in turn; a small folder has one of each at least."""
    large, small = plan(10_000, 1), plan(12, 1)
    assert sum(way in BROKEN for way in large) == 100
    assert sum("/" in way for way in large) == 20
    assert set(large) >= {*BROKEN, "hanging/0", "memory/0", "memory/1"}
    assert sum(way in BROKEN for way in small) == 1
    assert {way.partition("/")[0] for way in small if "/" in way} == set(HARMFUL)


WRITTEN = [
    Written(file="a.pdf", kind="healthy"),
    Written(file="b.pdf", kind="no resume"),
    Written(file="c.pdf", kind="broken"),
    Written(file="d.pdf", kind="hanging"),
]
SKIPPED = {"c.pdf": "corrupt", "d.pdf": Cause.TIMEOUT}


def test_what_is_accounted_for_rightly_passes() -> None:
    """Every file once, analysed or skipped, for the reason that was made for it."""
    right = Outcomes(inputs=("a.pdf", "b.pdf", "c.pdf", "d.pdf"), analysed=("a.pdf", "b.pdf"), skipped=SKIPPED)
    assert accounted(WRITTEN, right).is_right


@pytest.mark.parametrize(
    ("analysed", "skipped"),
    [
        pytest.param(("a.pdf",), SKIPPED, id="lost"),
        pytest.param(("a.pdf", "b.pdf", "b.pdf"), SKIPPED, id="twice"),
        pytest.param(("b.pdf",), {**SKIPPED, "a.pdf": "corrupt"}, id="healthy one skipped"),
        pytest.param(("a.pdf", "b.pdf", "c.pdf"), {"d.pdf": Cause.TIMEOUT}, id="broken one analysed"),
        pytest.param(("a.pdf", "b.pdf"), {**SKIPPED, "c.pdf": Cause.CRASH}, id="broken one took the worker down"),
        pytest.param(("a.pdf", "b.pdf"), {**SKIPPED, "d.pdf": "failed"}, id="harmful one called a fault"),
    ],
)
def test_what_is_not_accounted_for_is_told(analysed: tuple[str, ...], skipped: dict[str, str]) -> None:
    """A file that is lost, counted twice or wrongly judged fails the benchmark."""
    outcome = Outcomes(inputs=("a.pdf", "b.pdf", "c.pdf", "d.pdf"), analysed=analysed, skipped=skipped)
    assert accounted(WRITTEN, outcome).is_right is False


def test_differences_are_named(tmp_path: Path) -> None:
    """Two folders of results are compared file by file and table by table, the journal's own bytes apart."""
    import sqlite3
    from contextlib import closing

    for name, text, row in (("one", "same", 1), ("two", "same", 2)):
        out = tmp_path / name
        (out / "reports").mkdir(parents=True)
        (out / "reports" / "a.html").write_text(text)
        (out / "ranking.csv").write_text(name)
        with closing(sqlite3.connect(out / "journal.sqlite")) as connection, connection:
            connection.execute("create table results (number)")
            connection.execute("insert into results values (?)", (row,))
    assert differences(tmp_path / "one", tmp_path / "one") == []
    assert differences(tmp_path / "one", tmp_path / "two") == ["ranking.csv", "table results"]
    assert digested(iter([(1,), (2,)])) != digested(iter([(2,), (1,)]))
