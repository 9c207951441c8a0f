"""The files that a run leaves: complete, inert, typed, the same bytes each time."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT, SAMPLES
from msgspec.structs import replace

from skillgap import Analyzer, cli
from skillgap.batch.exporting import MOST_UNASKED, Exported, export
from skillgap.batch.folder import existing
from skillgap.batch.gates import Gates
from skillgap.batch.journal import Journal
from skillgap.batch.ranking import Ranking
from skillgap.batch.reports import write_reports
from skillgap.batch.tables.columns import FAILURES, Column, Kind, columns_of, nested_of
from skillgap.batch.tables.comma_separated import write, write_failures, write_ranking
from skillgap.batch.tables.json_lines import write_json_lines
from skillgap.batch.tables.parquet import write_parquet
from skillgap.batch.tables.workbook import LONGEST, write_workbook
from skillgap.batch.types import BatchTarget, Ranked, Row, SkippedInput
from skillgap.documents.sources import printable
from skillgap.errors import UsageError
from skillgap.report.types import Analysis

DOC = ROOT / "docs" / "batch-results.md"
FILES = {
    "index.html",
    "ranking.csv",
    "ranking.xlsx",
    "ranking.parquet",
    "results.jsonl",
    "failures.csv",
    "summary.json",
}
PEOPLE = ("graduate", "nurse", "sre")
HOSTILE = {"=1+1;=2.txt": "nurse", "line\nbreak.txt": "nurse"}
STARTERS = "=+-@＝＋－＠﹦﹢﹣﹫"


@pytest.fixture(scope="module")
def candidates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three candidates, one of them twice more under names that attack, and a file without text."""
    folder = tmp_path_factory.mktemp("candidates")
    for name in PEOPLE:
        (folder / f"{name}.txt").write_bytes((SAMPLES / f"{name}.txt").read_bytes())
    for name, person in HOSTILE.items():
        (folder / name).write_bytes((SAMPLES / f"{person}.txt").read_bytes())
    (folder / "@empty.txt").write_bytes(b"")
    return folder


def ranked_into(out: Path, candidates: Path, *options: str) -> Path:
    assert cli.run(["rank", str(candidates), "-o", str(out), *options]) == 4
    return out


@pytest.fixture(scope="module")
def out(candidates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ranked_into(tmp_path_factory.mktemp("results") / "out", candidates, "--workers", "2")


@pytest.fixture(scope="module")
def blind(candidates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ranked_into(tmp_path_factory.mktemp("results") / "blind", candidates, "--blind", "--workers", "1")


@pytest.fixture
def journal(out: Path) -> Iterator[Journal]:
    with existing(out) as journal:
        yield journal


@pytest.fixture
def ranking(journal: Journal) -> Ranking:
    return Ranking(journal, Gates())


@pytest.fixture
def target(journal: Journal) -> BatchTarget:
    return journal.target()


def made_up(target: BatchTarget, **changes: Any) -> Ranked:
    row = Row(
        id="0123456789ab",
        sha256="0123456789ab" + "c" * 52,
        media_type="text/plain",
        pages=1,
        person=changes.pop("person", "Ana Example"),
        score=50.0,
        low=40.0,
        high=60.0,
        areas={},
        levels={},
        credits=(0.0,) * len(target.skills),
        strengths=(),
        gaps=(),
        warnings=(),
        signature=bytes(256),
        latest="2026-11",
    )
    places = {"name": "cv.txt", "rank": 1, "best": 1, "worst": 1, "is_selected": True}
    return Ranked(**places | {"row": row, "reason": "", "duplicate_of": "", "similar_to": ""} | changes)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_file_is_there_and_nothing_half_written(out: Path) -> None:
    """A run leaves what `summary.json` names, the reports and the journal."""
    assert {path.name for path in out.iterdir()} == FILES | {"reports", "journal.sqlite"}
    assert set(json.loads((out / "summary.json").read_bytes())["files"]) == FILES


def test_same_bytes_whatever_the_workers_and_the_time(candidates: Path, out: Path, tmp_path: Path) -> None:
    """A fresh run with another number of workers, later, gives the same files byte by byte."""
    again = ranked_into(tmp_path / "again", candidates, "--workers", "1")
    files = {path.relative_to(out) for path in out.rglob("*") if path.is_file() and "journal" not in path.name}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()} - {Path("journal.sqlite")}
    for path in files:
        assert (again / path).read_bytes() == (out / path).read_bytes(), path


def test_csv_has_a_row_an_analysed_input_in_rank_order(out: Path, ranking: Ranking, target: BatchTarget) -> None:
    """One schema, the inputs of one content each on a row of its own, flags in words, nothing as an empty cell."""
    rows = rows_of(out / "ranking.csv")
    assert list(rows[0]) == [column.name for column in columns_of(target)]
    assert [(row["sha256"], float(row["score"])) for row in rows] == [(r.row.sha256, r.row.score) for r in ranking]
    assert len(rows) == ranking.counts.analysed == 5
    assert [row["duplicate_of"] != "" for row in rows].count(True) == 2
    assert {row["selected"] for row in rows} == {""}, "no condition was set"
    assert {row["reason"] for row in rows} == {""}


def test_csv_is_one_line_a_row_and_marked_as_utf8(out: Path) -> None:
    """A byte order mark, CRLF, and no line break inside a cell, even of a file whose name has one."""
    content = (out / "ranking.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrank,")
    assert content.count(b"\r\n") == content.count(b"\n") == 6
    assert "line?break.txt" in content.decode()


@pytest.mark.parametrize("start", [*STARTERS, "\t=", "\r=", "\n=", "  =", "\x00=", "\u202e="])
def test_csv_text_is_no_formula(start: str, target: BatchTarget, tmp_path: Path) -> None:
    """Whatever a file's or person's name begins with: a spreadsheet takes it for a text, behind a semicolon too."""
    attack = start + '1+1,"x"'
    write_ranking(tmp_path / "r.csv", [made_up(target, name=attack, person=attack, reason=f"a; {attack}")], target)
    (row,) = rows_of(tmp_path / "r.csv")
    for cell in (row["file"], row["candidate"], *row["reason"].split(";")[1:]):
        assert cell.startswith("'")
        assert cell.lstrip("' ").startswith(start.strip("\t\r\n \x00\u202e"))


def test_csv_numbers_stay_numbers(tmp_path: Path) -> None:
    """A negative number is no attack, the same as a text is."""
    columns = (
        Column[float](name="n", kind=Kind.NUMBER, meaning="", value=lambda each: each),
        Column[float](name="t", kind=Kind.TEXT, meaning="", value=str),
    )
    write(tmp_path / "n.csv", [-1.5], columns)
    assert rows_of(tmp_path / "n.csv") == [{"n": "-1.5", "t": "'-1.5"}]


def test_names_that_are_no_text_stop_no_writer(
    journal: Journal, ranking: Ranking, target: BatchTarget, tmp_path: Path
) -> None:
    """Bytes of a file's name that are no UTF-8 become U+FFFD in every format."""
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    odd = made_up(target, name=name, person=name)
    write_ranking(tmp_path / "r.csv", [odd], target)
    write_failures(tmp_path / "f.csv", [SkippedInput(name=name, code="empty", reason=name, hint="")])
    write_workbook(
        tmp_path / "r.xlsx", [odd], [SkippedInput(name=name, code="empty", reason=name, hint="")], [], target
    )
    write_parquet(tmp_path / "r.parquet", [odd], target)
    write_json_lines(tmp_path / "r.jsonl", [(name, next(journal.contracts())[1])])
    assert rows_of(tmp_path / "r.csv")[0]["file"] == "caf\ufffd.txt"
    assert rows_of(tmp_path / "f.csv")[0]["file"] == "caf\ufffd.txt"
    assert openpyxl.load_workbook(tmp_path / "r.xlsx")["Ranking"]["E2"].value == "caf\ufffd.txt"
    assert pq.read_table(tmp_path / "r.parquet")["file"].to_pylist() == ["caf\ufffd.txt"]
    assert Analysis.from_json((tmp_path / "r.jsonl").read_bytes()).document.name == "caf\ufffd.txt"
    odd = replace(next(iter(ranking)), name=name)
    assert write_reports(tmp_path, journal, [odd], target, only_selected=True) == {odd.row.id}


def test_workbook_has_no_formula_and_no_link(out: Path, target: BatchTarget, tmp_path: Path) -> None:
    """Texts are written as they are, as texts, and stay texts when a cell is edited; nothing is clickable."""
    attacks = ["=1+1", '=HYPERLINK("http://example.com")', "http://example.com", "+1", "-1", "@SUM(A1)", "{=1}", "1e5"]
    rows = [made_up(target, name=attack, person=attack) for attack in attacks]
    skipped = [SkippedInput(name=attack, code=attack, reason=attack, hint=attack) for attack in attacks]
    write_workbook(tmp_path / "r.xlsx", rows, skipped, [(attack, attack) for attack in attacks], target)
    for path in (tmp_path / "r.xlsx", out / "ranking.xlsx"):
        book = openpyxl.load_workbook(path)
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)
        assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and not cell.font.b)
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["Ranking"]
    assert [sheet.cell(row, 5).value for row in range(2, 10)] == attacks


def test_workbook_has_the_rows_of_the_csv(out: Path) -> None:
    """The same columns and rows, numbers as numbers."""
    lines = list(openpyxl.load_workbook(out / "ranking.xlsx")["Ranking"].iter_rows(values_only=True))
    rows = rows_of(out / "ranking.csv")
    assert list(lines[0]) == list(rows[0])
    for line, row in zip(lines[1:], rows, strict=True):
        shown = ["" if cell is None else cell for cell in line]
        for cell, text in zip(shown, row.values(), strict=True):
            assert cell == (float(text) if isinstance(cell, int | float) else text.replace("'=", "="))


def test_workbook_can_be_worked_with(out: Path, target: BatchTarget) -> None:
    """The header and who it is about stay in sight, every column can be filtered, scores are coloured."""
    sheet = openpyxl.load_workbook(out / "ranking.xlsx")["Ranking"]
    assert sheet.freeze_panes == "G2"
    assert sheet["F1"].value == "candidate"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(6, len(columns_of(target))).coordinate}"
    coloured = {str(each.sqref).partition("2")[0] for each in sheet.conditional_formatting}
    assert len(coloured) == 1 + len(target.areas)
    assert {sheet[f"{letter}1"].value for letter in coloured} == {
        "score",
        *(f"area_{area}" for area, _ in target.areas),
    }
    assert sheet["G2"].number_format == "0.0"


def test_workbook_says_what_it_is_about(out: Path, target: BatchTarget) -> None:
    """The target, versions and counts, every column explained; and on a third sheet what was skipped."""
    book = openpyxl.load_workbook(out / "ranking.xlsx")
    about = dict(book["About"].iter_rows(values_only=True))
    assert target.label in about["Role"]
    assert about["Taxonomy"] == target.generator.taxonomy
    assert about["Analysed"] == "5, of which 2 have the content of another"
    assert {column.name for column in columns_of(target)} <= set(about)
    skipped = list(book["Skipped"].iter_rows(values_only=True))
    assert skipped[0] == tuple(column.name for column in FAILURES)
    assert skipped[1][0].endswith("@empty.txt")
    assert book.properties.created.year == 1980


def test_workbook_over_its_limits_says_so(ranking: Ranking, target: BatchTarget, tmp_path: Path) -> None:
    """Rows that a sheet can't hold are left out, the last ones, and counted; a text that a cell can't hold is cut."""
    assert write_workbook(tmp_path / "r.xlsx", ranking, [], [], target, most_rows=2) == 3
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert [line[0] for line in book["Ranking"].iter_rows(min_row=2, values_only=True)] == [1, 2]
    assert dict(book["About"].iter_rows(values_only=True))["Left out"].startswith("the last 3 candidates")
    write_workbook(tmp_path / "r.xlsx", [made_up(target, reason="😀" * LONGEST)], [], [], target)
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["Ranking"]
    reason = next(line for line in sheet.iter_rows(min_row=2, values_only=True))[9 + len(target.areas) + 1]
    assert len(reason.encode("utf-16-le")) <= 2 * LONGEST
    assert reason.endswith("😀…")


def test_parquet_has_types_and_meanings(out: Path, target: BatchTarget) -> None:
    """Numbers, flags, lists and maps as such; each column says what it means, the file what it was made for."""
    schema = pq.read_schema(out / "ranking.parquet")
    columns = (*columns_of(target), *nested_of(target))
    assert schema.names == [column.name for column in columns]
    assert schema.field("rank").type == pa.int64()
    assert schema.field("score").type == pa.float64()
    assert schema.field("selected").type == pa.bool_()
    assert schema.field("gaps").type == pa.list_(pa.string())
    assert schema.field("levels").type == pa.map_(pa.string(), pa.float64())
    assert [field.metadata[b"description"].decode() for field in schema] == [column.meaning for column in columns]
    assert json.loads(schema.metadata[b"skillgap"])["role"] == target.role
    assert pq.ParquetFile(out / "ranking.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def test_parquet_has_every_level_and_credit(out: Path, ranking: Ranking, target: BatchTarget) -> None:
    """Levels by skill for all that is claimed, credits for all that is asked; texts as they are, nothing as null."""
    rows = pq.read_table(out / "ranking.parquet").to_pylist(maps_as_pydicts="strict")
    for row, each in zip(rows, ranking, strict=True):
        assert row["levels"] == each.row.levels
        assert list(row["credits"]) == [skill.skill for skill in target.skills]
        assert tuple(row["credits"].values()) == each.row.credits
        assert row["file"] == each.name
        assert tuple(row["strengths"]) == each.row.strengths
        assert row["reason"] is None


def test_parquet_streams_in_groups(
    ranking: Ranking, target: BatchTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are written group by group, and none is lost between them."""
    monkeypatch.setattr("skillgap.batch.tables.parquet.AT_ONCE", 2)
    write_parquet(tmp_path / "r.parquet", ranking, target)
    written = pq.ParquetFile(tmp_path / "r.parquet")
    assert written.num_row_groups == 3
    assert written.read()["rank"].to_pylist() == [each.rank for each in ranking]


def test_each_line_of_results_is_the_contract(out: Path, candidates: Path, ranking: Ranking) -> None:
    """A line an analysed input, in rank order: what analysing that file alone with the same date gives."""
    lines = (out / "results.jsonl").read_bytes().splitlines()
    analyses = [Analysis.from_json(line) for line in lines]
    assert [a.document.sha256 for a in analyses] == [each.row.sha256 for each in ranking]
    assert {a.document.name for a in analyses} == {*map(printable, HOSTILE), *(f"{name}.txt" for name in PEOPLE)}
    alone = Analyzer().for_many().analyze(candidates / "sre.txt")
    assert alone in analyses
    assert json.loads(next(line for line in lines if b"sre.txt" in line)) == alone.to_dict()


def test_failures_are_told_also_where_there_are_none(out: Path, tmp_path: Path) -> None:
    """A row a skipped input with code, reason and hint; a header alone where all went well."""
    (row,) = rows_of(out / "failures.csv")
    assert row["file"].endswith("@empty.txt")
    assert row["code"] == "empty"
    write_failures(tmp_path / "f.csv", [])
    assert (tmp_path / "f.csv").read_text("utf-8-sig").splitlines() == ["file,code,reason,hint"]


def exported(journal: Journal, folder: Path, *, all_reports: bool = False, **gates: Any) -> Exported:
    return export(folder, journal, Ranking(journal, Gates(**gates)), journal.target(), all_reports=all_reports)


def test_summary_says_what_the_run_came_to(journal: Journal, tmp_path: Path) -> None:
    """Counts, versions, and the conditions in words."""
    done = exported(journal, tmp_path, top=1, min_score=1.5)
    summary = json.loads((tmp_path / "summary.json").read_bytes())
    assert summary["counts"] == {"inputs": 6, "analysed": 5, "skipped": 1, "duplicates": 2, "selected": 1, "later": 0}
    assert summary["conditions"][0] == "has a score of 1.5 or more"
    assert summary["target"]["generator"]["version"]
    assert summary["reports"] == len(done.reports) == 1
    assert summary["left_out"] == done.left_out == 0


def test_selected_candidates_have_a_report_with_their_pages(journal: Journal, ranking: Ranking, tmp_path: Path) -> None:
    """A report a content, under the name that the user knows; those of an earlier selection go, what is not ours stays."""
    before = exported(journal, tmp_path, min_score=0)
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {f"{each}.html" for each in before.reports}
    assert len(before.reports) == 3
    for own in ("notes.html", "notes.txt"):
        (tmp_path / "reports" / own).write_text("mine")
    first = next(iter(ranking))
    assert exported(journal, tmp_path, top=1).reports == {first.row.id}
    assert {path.name for path in (tmp_path / "reports").iterdir()} == {
        f"{first.row.id}.html",
        "notes.html",
        "notes.txt",
    }
    page = (tmp_path / "reports" / f"{first.row.id}.html").read_text("utf-8")
    assert Path(first.name).name in page
    assert 'id="pages"' in page
    assert exported(journal, tmp_path, min_score=100).reports == frozenset()


def test_no_report_means_no_folder(journal: Journal, tmp_path: Path) -> None:
    """Where nobody is selected there is no empty folder."""
    assert exported(journal, tmp_path, min_score=100).reports == frozenset()
    assert not (tmp_path / "reports").exists()


def test_reports_of_a_run_without_conditions_are_few(
    journal: Journal, ranking: Ranking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody asked for a selection the best placed have a report, so that ten thousand files do not."""
    assert MOST_UNASKED == 100
    monkeypatch.setattr("skillgap.batch.exporting.MOST_UNASKED", 1)
    assert exported(journal, tmp_path).reports == {next(iter(ranking)).row.id}
    assert len(exported(journal, tmp_path, all_reports=True).reports) == 3


def test_blind_files_tell_of_nobody(out: Path, blind: Path) -> None:
    """No name of a person or a file in any table, result or report; the same columns, and no page of the résumé."""
    people = {row["candidate"] for row in rows_of(out / "ranking.csv")}
    assert len(people) == 3
    words = {word for person in people for word in person.split()} | {"sre.txt", "nurse.txt", "@empty"}
    for path in blind.rglob("*"):
        if path.is_file() and path.suffix not in {".xlsx", ".parquet", ".sqlite"}:
            assert not [word for word in words if word in path.read_text("utf-8")], path
    with zipfile.ZipFile(blind / "ranking.xlsx") as book:
        text = "".join(book.read(name).decode() for name in book.namelist())
    text += str(pq.read_table(blind / "ranking.parquet").to_pylist())
    assert not [word for word in words if word in text]
    assert list(rows_of(blind / "ranking.csv")[0]) == list(rows_of(out / "ranking.csv")[0])
    page = next((blind / "reports").iterdir()).read_text("utf-8")
    assert 'id="pages"' not in page


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_cannot_be_written_is_a_usage_error(name: str, journal: Journal, tmp_path: Path) -> None:
    """One line that names the file, and nothing half written beside it."""
    (tmp_path / name).mkdir()
    with pytest.raises(UsageError, match=re.escape(name)):
        exported(journal, tmp_path)
    assert not list(tmp_path.glob(".skillgap-*"))


def test_a_full_disk_is_a_usage_error(target: BatchTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a library says it in its own words, and after rows were written."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(UsageError, match="No space left"):
        write_workbook(tmp_path / "r.xlsx", [made_up(target)], [], [], target)
    assert not list(tmp_path.iterdir())


def test_documentation_has_the_columns(target: BatchTarget, request: pytest.FixtureRequest) -> None:
    """The tables in the documentation are made of the columns: --update-golden writes them."""
    any_target = replace(target, areas=(("ID", "NAME"),))
    tables = {
        "ranking": columns_of(any_target),
        "nested": nested_of(any_target),
        "failures": FAILURES,
    }
    text = DOC.read_text("utf-8")
    for name, columns in tables.items():
        start, rest = text.split(f"<!-- {name} -->\n")
        text = f"{start}<!-- {name} -->\n{markdown(columns)}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    if request.config.getoption("--update-golden"):
        DOC.write_text(text, "utf-8")
    assert text == DOC.read_text("utf-8")


def markdown(columns: tuple[Column[Any], ...]) -> str:
    rows = [f"| `{each.name}` | {each.kind} | {each.unit} | {each.meaning} |" for each in columns]
    return "\n".join(["| column | type | unit | meaning |", "|---|---|---|---|", *rows])
