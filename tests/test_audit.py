"""The audit of a ranking: impact ratios of given groups, the command, and its page."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from audited_people import STRONG, WEAK, job_of, page
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from playwright.sync_api import Browser
from scipy.stats import fisher_exact as scipy_fisher
from scipy.stats.contingency import relative_risk

from skillgap import Analysis, Analyzer
from skillgap.batch.fairness import counterfactual
from skillgap.batch.fairness.groups import read_groups
from skillgap.batch.fairness.impact import audit_groups
from skillgap.batch.fairness.ratios import (
    Rate,
    fisher_exact,
    impact_ratio,
    is_under_four_fifths,
    ratio_interval,
    turns_on_one,
)
from skillgap.batch.fairness.rendering import audit_page
from skillgap.batch.fairness.rerunning import Reruns, prepare_audit
from skillgap.batch.fairness.types import Audit, Caution, GroupAudit
from skillgap.batch.folder import existing
from skillgap.batch.gates import Gates
from skillgap.batch.ranking import Ranking
from skillgap.cli import run
from skillgap.documents.types import Document
from skillgap.errors import UsageError
from skillgap.isolation.pool import Setup
from skillgap.resume.parsing import Parsed

MEN, WOMEN = ("Tom", "Adam", "Paul", "Mark", "Karl", "Luke"), ("Ana", "Eva", "Mary", "Lena", "Ruth", "Olga")
SURNAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir")


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve people: five of six men are strong for the role, one of six women is; a folder of files beside the results."""
    folder = tmp_path_factory.mktemp("audit")
    files = folder / "files"
    files.mkdir()
    for number, surname in enumerate(SURNAMES):
        (files / f"m{number}.txt").write_text(page(STRONG if number else WEAK, MEN[number], surname))
        (files / f"w{number}.txt").write_text(page(WEAK if number else STRONG, WOMEN[number], surname))
    assert run(["rank", str(files), "-o", str(folder / "out"), "--workers", "1"]) == 0
    return folder


@pytest.fixture
def out(ranked: Path, tmp_path: Path) -> Path:
    """A copy to write into."""
    shutil.copytree(ranked / "out", tmp_path / "out")
    return tmp_path / "out"


def rows_of(ranked: Path) -> list[tuple[str, str]]:
    return [(str(path), "woman" if path.name[0] == "w" else "man") for path in sorted((ranked / "files").iterdir())]


def written(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = ("file", "gender")) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def audited(ranked: Path, groups: Path, gates: Gates) -> GroupAudit:
    with existing(ranked / "out") as journal:
        return audit_groups(Ranking(journal, gates), read_groups(groups))


TABLES = [
    (Rate(a, a + b), Rate(c, c + d))
    for a in (1, 2, 7, 30, 400)
    for b in (1, 3, 20, 650)
    for c in (1, 5, 48, 512)
    for d in (1, 4, 32, 900)
]


@pytest.mark.parametrize(("group", "best"), TABLES)
def test_the_figures_are_those_of_scipy(group: Rate, best: Rate) -> None:
    """Ratio and Katz interval as relative_risk gives them, the exact test as fisher_exact does."""
    expected = relative_risk(group.chosen, group.total, best.chosen, best.total)
    interval = expected.confidence_interval(0.95)
    table = [[group.chosen, group.total - group.chosen], [best.chosen, best.total - best.chosen]]
    assert impact_ratio(group, best) == pytest.approx(expected.relative_risk)
    assert ratio_interval(group, best) == pytest.approx((interval.low, interval.high))
    assert fisher_exact(group, best) == pytest.approx(scipy_fisher(table).pvalue, rel=1e-6, abs=1e-12)


def test_zeros_are_corrected_by_half_a_person() -> None:
    """Where a cell is zero each gets a half, in the interval alone: 0.5 of 11 to 5.5 of 11 is a tenth and a wide interval."""
    none, half = Rate(0, 10), Rate(5, 10)
    low, high = ratio_interval(none, half)
    assert impact_ratio(none, half) == 0.0
    assert low * high == pytest.approx((0.5 / 5.5) ** 2)
    assert low < 0.01
    assert high > 1
    assert fisher_exact(none, half) == pytest.approx(scipy_fisher([[0, 10], [5, 5]]).pvalue)
    assert impact_ratio(none, none) is None
    low, high = ratio_interval(Rate(9, 9), Rate(4, 4))
    assert low < 1 < high


def test_four_fifths_to_the_letter_are_not_under_four_fifths() -> None:
    assert not is_under_four_fifths(Rate(48, 100), Rate(60, 100))
    assert is_under_four_fifths(Rate(479, 1000), Rate(60, 100))


def test_a_difference_that_one_choice_would_turn_around_is_said_to_be() -> None:
    """The example of the guidelines' question 21 in small: 1 of 5 beside 2 of 6; not 8 of 20 beside 48 of 80."""
    assert turns_on_one(Rate(1, 5), Rate(2, 6))
    assert not turns_on_one(Rate(8, 20), Rate(48, 80))
    assert not turns_on_one(Rate(2, 5), Rate(2, 6))


def test_an_unfair_ranking_is_flagged(ranked: Path, tmp_path: Path) -> None:
    """One of six women selected and five of six men: a ratio of a fifth, under four fifths, with the cautions of small numbers."""
    found = audited(ranked, written(tmp_path / "g.csv", rows_of(ranked)), Gates(top=6))
    assert found.selected == 6
    men, women = sorted(found.groupings[0].groups, key=lambda each: each.values)
    assert men.selection
    assert women.selection
    assert (men.selection.chosen, women.selection.chosen) == (5, 1)
    assert men.selection.ratio == 1.0
    assert women.selection.ratio == pytest.approx(0.2)
    assert women.selection.is_under
    assert not men.selection.is_under
    assert women.selection.interval == pytest.approx(ratio_interval(Rate(1, 6), Rate(5, 6)))
    assert women.selection.chance == pytest.approx(scipy_fisher([[1, 5], [5, 1]]).pvalue)
    assert set(women.selection.cautions) == {Caution.FEW, Caution.FEW_EXPECTED}
    assert women.mean_score < men.mean_score


def test_without_a_gate_scores_above_the_median_are_compared(ranked: Path, tmp_path: Path) -> None:
    """Everybody is selected then; the scoring rate of the rules for Local Law 144 takes the place of a selection rate."""
    found = audited(ranked, written(tmp_path / "g.csv", rows_of(ranked)), Gates())
    assert found.selected is None
    women = next(each for each in found.groupings[0].groups if each.values == ("woman",))
    assert women.selection is None
    assert women.scoring.ratio == pytest.approx(0.2)
    assert women.scoring.is_under


def test_every_column_and_every_intersection_is_compared(ranked: Path, tmp_path: Path) -> None:
    """Blank values are of no group; a group of those stated is compared even if others are not."""
    rows = [
        (*row, "" if number == 0 else "40+" if number % 2 else "under 40") for number, row in enumerate(rows_of(ranked))
    ]
    path = written(tmp_path / "g.csv", rows, ("file", "gender", "age_band"))
    found = audited(ranked, path, Gates(top=6))
    assert [each.columns for each in found.groupings] == [("gender",), ("age_band",), ("gender", "age_band")]
    for grouping in found.groupings:
        assert sum(each.number for each in grouping.groups) == found.candidates == 12
    last = found.groupings[1].groups[-1]
    assert last.values == ()
    assert last.number == 1
    assert last.selection
    assert last.selection.cautions == (Caution.NOT_STATED,)
    assert len(found.groupings[2].groups) == 5


def test_a_group_of_under_two_percent_is_left_out_of_the_ratios() -> None:
    from skillgap.batch.fairness.impact import compared

    rates = [(("a",), Rate(40, 99)), (("b",), Rate(1, 1)), (("c",), Rate(20, 100)), ((), Rate(5, 10))]
    found = compared(rates, 0.02 * 210)
    assert found["b",].cautions == (Caution.LEFT_OUT,)
    assert found["b",].ratio is None
    assert found["a",].ratio == 1.0
    assert found["c",].is_under
    assert found[()].ratio is None


def test_rows_of_nobody_and_candidates_without_a_row_are_counted(ranked: Path, tmp_path: Path) -> None:
    rows = [*rows_of(ranked)[:-2], ("nobody.pdf", "woman")]
    found = audited(ranked, written(tmp_path / "g.csv", rows), Gates())
    assert (found.unknown_rows, found.not_given, found.unread_rows) == (1, 2, 0)


def test_groups_may_be_given_by_id_in_any_encoding_with_any_separator(ranked: Path, tmp_path: Path) -> None:
    with existing(ranked / "out") as journal:
        ids = {name: row.id for name, row in journal.rows()}
    lines = [
        "ID;Geschlecht",
        *(f"{ids[name].upper()};{'Männer' if group == 'man' else 'Frauen'}" for name, group in rows_of(ranked)),
    ]
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("\r\n".join(lines).encode(encoding))
        found = audited(ranked, path, Gates())
        assert {each.values for each in found.groupings[0].groups} == {("Männer",), ("Frauen",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no column file or id"),
        ("name,gender\na,b\n", "names no column file or id"),
        ("file\na\n", "no column of groups"),
        ("file,gender,Gender\na,b,c\n", "same name"),
        ("file,gender\n", "no rows"),
        ("file,gender\n,man\n", "row 2 has no file"),
        ("file,gender\na,man\na,woman\n", "rows 2 and 3 disagree"),
        ("file,a,b,c,d,e\nx,1,2,3,4,5\n", "5 columns"),
        ("file,gender\n" + "".join(f"f{n},g{n}\n" for n in range(100)), "100 different values"),
        ("file,gender\nx,y\n", "none of its rows names a candidate"),
        ('file,gender\nx,"' + "y" * 200_000 + '"\n', "is no CSV"),
    ],
)
def test_every_fault_of_a_groups_file_is_one_line(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    path = tmp_path / "g.csv"
    path.write_text(text)
    code = run(["audit", str(out), "--groups", str(path), "--groups-only"])
    error = capsys.readouterr().err
    assert code in {2, 3}
    assert error.count("\n") == 1
    assert said in error or "empty" in error
    assert not (out / "audit.json").exists()


def test_two_rows_of_one_candidate_that_disagree_are_refused(tmp_path: Path) -> None:
    """A content that stands in the folder twice is one candidate."""
    groups = read_groups(written(tmp_path / "g.csv", [("a", "man"), ("b", "woman")]))
    assert groups.of(["a", "c"]) == ("man",)
    with pytest.raises(UsageError, match="rows 2 and 3 are of one candidate"):
        groups.of(["a", "b"])


def in_process(jobs: Iterator[tuple[Any, Any]], setup: Setup) -> Iterator[tuple[Any, Any]]:
    """What the pool does, without processes."""
    work: Callable[[Any], Any] = setup.prepare(*setup.arguments)
    for item, message in jobs:
        yield item, None if message is None else work(message)


def test_a_change_ends_the_command_with_one(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = Analyzer.analyze_document

    def partial(self: Analyzer, document: Document, parsed: Parsed | None = None) -> Analysis:
        result = plain(self, document, parsed)
        is_new = parsed is None
        return replace(result, score=replace(result.score, overall=result.score.overall + is_new))

    monkeypatch.setattr(counterfactual, "run_isolated", in_process)
    monkeypatch.setattr(Analyzer, "analyze_document", partial)
    assert run(["audit", str(out), "--sample", "2"]) == 1
    said = capsys.readouterr()
    found = json.loads((out / "audit.json").read_text())["counterfactual"]
    assert "it depends on who somebody is" in said.out
    assert (found["of"], found["tested"]) == (12, 2)
    assert len(found["changes"]) == found["runs"]
    assert all(each["score"][1] == pytest.approx(each["score"][0] + 1) for each in found["changes"])
    assert "What changed" in (out / "audit.html").read_text()


def test_the_command_writes_the_same_audit_every_time(
    ranked: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In real workers: no change, exit code 0, the same bytes again; a sample is the same sample."""
    groups = written(tmp_path / "g.csv", rows_of(ranked))
    command = ["audit", str(out), "--groups", str(groups), "--top", "6", "--sample", "3"]
    assert run([*command, "--workers", "2"]) == 0
    first = [(out / name).read_bytes() for name in ("audit.json", "audit.html")]
    assert run([*command, "--workers", "1"]) == 0
    assert [(out / name).read_bytes() for name in ("audit.json", "audit.html")] == first
    said = capsys.readouterr().out
    assert "no score, no range and no level of any skill changed" in said
    assert "By gender, the selection rate of woman is 0.20 of the highest, under four fifths" in said


def test_a_blind_folder_needs_the_files(ranked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It keeps no texts; with the files named their contents are found again, others are passed over."""
    files, blind = tmp_path / "files", tmp_path / "blind"
    files.mkdir()
    for name in ("m0.txt", "w0.txt"):
        shutil.copy(ranked / "files" / name, files / name)
    assert run(["rank", str(files), "-o", str(blind), "--blind", "--workers", "1"]) == 0
    capsys.readouterr()
    assert run(["audit", str(blind)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert run(["audit", str(blind), "--resumes", str(ranked / "files"), "--workers", "1"]) == 0
    found = json.loads((blind / "audit.json").read_text())["counterfactual"]
    assert (found["tested"], found["unaudited"]) == (2, [])
    text = (blind / "audit.html").read_text()
    assert "Alder" not in text
    (files / "m0.txt").unlink()
    assert run(["audit", str(blind), "--resumes", str(files), "--workers", "1"]) == 0
    found = json.loads((blind / "audit.json").read_text())["counterfactual"]
    assert [each["reason"] for each in found["unaudited"]] == ["none of the files named is its"]


def test_a_score_that_is_not_the_rankings_is_not_audited(analyzer: Analyzer) -> None:
    """Results of another code would be audited for it."""
    content = page(WEAK, "Ana", "Alder").encode()
    job = job_of(content, "x.txt")
    result = prepare_audit(analyzer.for_many())(job)
    assert isinstance(result, Reruns)
    setup = Setup(prepare_audit, (), (), 1, 1.0, 1)
    same = counterfactual.Candidate("x", job.sha256, result.base.score)
    assert counterfactual.checked(same, result, setup) is result
    assert "rank again" in str(counterfactual.checked(same._replace(score=99.0), result, setup))


# --- the page -------------------------------------------------------------------------------------------------------


@pytest.fixture
def hostile(ranked: Path, out: Path, tmp_path: Path) -> str:
    """A page of an audit whose groups and columns are of a hostile file."""
    rows = [
        (name, "=cmd|' /C calc'!A0" if group == "man" else "<script>alert(1)</script>")
        for name, group in rows_of(ranked)
    ]
    groups = written(tmp_path / "g.csv", rows, ("file", "<img src=x onerror=alert(1)>"))
    assert run(["audit", str(out), "--groups", str(groups), "--sample", "2", "--top", "6", "--workers", "1"]) == 0
    return (out / "audit.html").read_text()


def test_the_page_can_be_read_by_everybody_and_runs_nothing(hostile: str, browser: Browser) -> None:
    """No serious fault for axe in either theme, no script, no element of the groups' making, nothing loaded."""
    asked: list[str] = []
    for theme in ("light", "dark"):
        opened = browser.new_page(color_scheme=theme)
        opened.on("request", lambda request: asked.append(request.url))
        opened.set_content(hostile)
        faults = Axe().run(opened).response["violations"]
        assert [
            (each["id"], each["nodes"][0]["html"]) for each in faults if each["impact"] in {"serious", "critical"}
        ] == []
        assert opened.locator("script, img").count() == 0
        assert opened.get_by_text("<script>alert(1)</script>").count() > 0
    assert [url for url in asked if not url.startswith("data:")] == []


def test_a_page_without_groups_or_without_exchange_says_so(out: Path) -> None:
    with existing(out) as journal:
        target = journal.target()
    text = audit_page(Audit(target=target, groups=None, counterfactual=None, notes=("Nothing was done.",)))
    assert "Nothing was done." in text
    assert "None is guessed from a name" in text
