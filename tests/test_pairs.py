"""Is the score right? Pairs of people of whom one is the better fit, held out, and people of other trades."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

from skillgap import Analyzer
from skillgap.cli import run
from skillgap.errors import PersonaError
from skillgap.evaluation.gold_resumes import read_gold_resumes
from skillgap.evaluation.pairs import Ordered, ordered_pairs, read_pairs
from skillgap.resume.parsing import shipped_grammar
from skillgap.taxonomy.whole import Taxonomy

PAIRS, POSTINGS = ROOT / "tests" / "pairs", ROOT / "tests" / "postings"
UNRELATED_AT_MOST = 10.0
COMPUTING = re.compile(
    r"engineer|develop|desarroll|devops|software|comput|data|system|network|programm|java|machine learning|\b(?:IT|QA)\b",
    re.IGNORECASE,
)


def digest_of(folder: Path) -> str:
    """Of the names and contents of all files of a folder."""
    whole = sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


@pytest.mark.parametrize(
    ("folder", "digest"),
    [
        (PAIRS / "heldout", "52405f6a3030049fcb7233625f73150b23105baf3670640883d9fad9f238f771"),
        (POSTINGS / "heldout", "2ecdb2261bf35501a98d70e6752ada5f6d0aea8da630c0c8a1869ace14c6353c"),
    ],
)
def test_what_is_held_out_stays_as_it_was_written(folder: Path, digest: str) -> None:
    assert digest_of(folder) == digest


@pytest.fixture(scope="module")
def held_out(taxonomy: Taxonomy) -> list[Ordered]:
    return ordered_pairs(read_pairs(PAIRS / "heldout"), taxonomy, shipped_grammar())


def test_the_clearly_better_fit_has_the_higher_score(held_out: list[Ordered]) -> None:
    clear = [each for each in held_out if each.pair.kind == "clear"]
    assert len(held_out) >= 60
    assert sum(each.is_right for each in clear) / len(clear) >= 0.95


def test_an_unrelated_profession_scores_next_to_nothing(analyzer: Analyzer) -> None:
    """Of the held-out résumés of all professions, printed in all layouts, those whose profession has nothing to do with computers."""
    scores = {
        path.name: analyzer.analyze(path).score.overall
        for gold, path in read_gold_resumes(ROOT / "tests" / "resumes" / "heldout")
        if not COMPUTING.search(gold.about["profession"])
    }
    assert len(scores) >= 50
    assert {name: score for name, score in scores.items() if score >= UNRELATED_AT_MOST} == {}


def test_pairs_break_their_format_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PersonaError, match="no pairs"):
        read_pairs(tmp_path)
    (tmp_path / "x.yaml").write_text("id: x\nkind: obvious\n")
    assert run(["evaluate", "pairs", str(tmp_path)]) == 3
    assert capsys.readouterr().err.count("\n") == 1
