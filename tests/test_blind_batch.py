"""A blind batch: nothing that it writes or says tells who somebody is."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from skillgap.batch.journal import opened
from skillgap.batch.packing import unpacked_contract
from skillgap.cli import run
from skillgap.evaluation.gold_resumes import GoldResume, read_gold_resumes
from skillgap.evaluation.secrets import secrets_of

DEVELOPED = ROOT / "tests" / "resumes" / "developed"
EACH = 28
"""So many résumés lie between two that are taken."""
SOME_FAILED = 4


@pytest.fixture(scope="module")
def golds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[GoldResume]]:
    """Annotated résumés in files that are called by their owners' names, one that is broken, and one twice."""
    folder = tmp_path_factory.mktemp("candidates")
    taken = read_gold_resumes(DEVELOPED)[::EACH]
    for gold, path in taken:
        person = re.sub(r"\W+", " ", dict(gold.person).get("name", gold.id))
        shutil.copy(path, folder / f"CV {person}{path.suffix}")
    first = min(path for path in folder.iterdir())
    shutil.copy(first, folder / f"Copy of {first.name}")
    (folder / "Zacharias Verwechselbar.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder, [gold for gold, _ in taken]


@pytest.fixture(scope="module")
def out(golds: tuple[Path, list[GoldResume]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    result = tmp_path_factory.mktemp("results") / "out"
    assert run(["rank", str(golds[0]), "-o", str(result), "--blind", "--progress", "json"]) == SOME_FAILED
    return result


def texts_in(out: Path) -> Iterator[tuple[str, str]]:
    """Everything that can be read in the folder, unpacked."""
    for path in sorted(out.rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    yield f"{path.name}/{name}", book.read(name).decode("utf-8", "replace")
        elif path.suffix == ".parquet":
            import pyarrow.parquet as pq

            yield path.name, str(pq.read_table(path).to_pylist())
        elif path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                yield path.name, "\n".join(strings_in(json.loads(line)))
        elif path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "replace")
    with opened(out / "journal.sqlite") as journal:
        for _, contract in journal.contracts():
            yield "contract", "\n".join(strings_in(json.loads(unpacked_contract(contract))))
        yield from (("row", f"{name} {row}") for name, row in journal.rows())
        yield from (("input", str(each)) for each in journal.inputs())


def strings_in(value: Any) -> Iterator[str]:
    """All names and texts of a JSON value; its numbers are places and sizes, which may be anybody's year of birth."""
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield key
                yield from strings_in(each)
        case list():
            for each in value:
                yield from strings_in(each)


def test_no_detail_of_a_person_is_written(golds: tuple[Path, list[GoldResume]], out: Path) -> None:
    """Neither as text nor packed, nor in what was read of the files, which a blind journal does not keep."""
    secrets = [secret for gold in golds[1] for secret in secrets_of(gold)]
    assert len(secrets) > 50
    left = [(place, secret.text) for place, text in texts_in(out) for secret in secrets if secret.pattern.search(text)]
    assert left == []
    with opened(out / "journal.sqlite") as journal:
        assert journal.connection.execute("select count(*) from structures").fetchone() == (0,)


def test_no_file_name_is_written_or_said(
    golds: tuple[Path, list[GoldResume]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files are called by their owners' names more often than not."""
    result = tmp_path / "out"
    run(["rank", str(golds[0]), "-o", str(result), "--blind", "--progress", "json"])
    said = capsys.readouterr()
    names = [path.stem for path in golds[0].iterdir()]
    written = "\n".join(text for _, text in texts_in(result)) + said.out + said.err
    assert [name for name in names if name in written] == []


def test_the_key_says_which_id_is_whose(golds: tuple[Path, list[GoldResume]], out: Path) -> None:
    """Apart from the results, one line an input; copies are told apart."""
    import csv

    with out.with_name("out-key.csv").open(newline="", encoding="utf-8") as file:
        key = {row["name"]: row["file"] for row in csv.DictReader(file)}
    assert sorted(key.values()) == sorted(str(path) for path in golds[0].iterdir())
    with opened(out / "journal.sqlite") as journal:
        assert sorted(each.name for each in journal.inputs()) == sorted(key)


def test_blind_scores_are_those_of_the_open_batch(
    golds: tuple[Path, list[GoldResume]], out: Path, tmp_path: Path
) -> None:
    """Who somebody is has no part in them."""
    opened_out = tmp_path / "open"
    run(["rank", str(golds[0]), "-o", str(opened_out)])
    with opened(out / "journal.sqlite") as blind, opened(opened_out / "journal.sqlite") as plain:
        assert [(row.id, row.score, row.levels) for _, row in blind.rows()] == [
            (row.id, row.score, row.levels) for _, row in plain.rows()
        ]
        assert all(not row.person for _, row in blind.rows())
        assert any(row.person for _, row in plain.rows())


def test_the_key_must_not_lie_among_the_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who is handed the folder must not be handed the key."""
    out = tmp_path / "out"
    assert (
        run(["rank", str(DEVELOPED / "f-cork-student.txt"), "-o", str(out), "--blind", "--key", str(out / "key.csv")])
        == 2
    )
    assert "must not lie among" in capsys.readouterr().err


def test_the_key_is_no_candidate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though it lies in the folder that is ranked, it is not read when the command is given again."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(
        "Jane Doe\n\nExperience\n\nEngineer, Example, 2019 - 2023\n- Wrote a driver in C.\n"
    )
    for _ in range(2):
        assert run(["rank", ".", "-o", "out", "--blind"]) == 0
    assert (tmp_path / "out-key.csv").read_text().splitlines()[1:] == [
        f"{sha256((tmp_path / 'cv.txt').read_bytes()).hexdigest()[:12]},cv.txt"
    ]
