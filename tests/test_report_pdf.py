"""The PDF report: whole, the same bytes each time, and nothing that a résumé says is read as markup or stops it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from conftest import SAMPLES

from skillgap import Analysis
from skillgap.report.rendering import render_pdf
from skillgap.report.view import view_of

FIXTURE = Path(__file__).with_name("report_fixture.json")
NASTY = "<b>&amp; </para><a href='javascript:x'>{{7*7}} <img src='/etc/passwd'/>"


@pytest.fixture
def contract() -> dict[str, Any]:
    return json.loads(FIXTURE.read_text(encoding="utf-8"))


def words_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_everything_that_matters_is_there(contract: dict[str, Any]) -> None:
    """Person, score with its range, warnings, quotes, gaps, lines to reword, plan, guidance, and that a person decides."""
    analysis = Analysis.from_dict(contract)
    view, text = view_of(analysis), words_of(render_pdf(analysis))
    wanted = [view.person, f"{view.score.text} of 100, fair range {view.score.band}", view.proofs[0].quote.text]
    wanted += [analysis.gaps[0].reason, analysis.quick_wins[0].suggestion, analysis.plan.steps[0].done_when]
    wanted += [
        view.areas[0].label,
        view.ladder[0].label,
        analysis.fit.work[0],
        "12 words are drawn",
        "A person decides",
    ]
    assert [each for each in wanted if each.replace(" ", "") not in text.replace(" ", "")] == []


def test_the_same_analysis_gives_the_same_bytes(contract: dict[str, Any]) -> None:
    """No date and no random id, in another process as well."""
    code = (
        "import sys, pathlib, skillgap; from skillgap.report.rendering import render_pdf;"
        "a = skillgap.Analysis.from_json(pathlib.Path(sys.argv[1]).read_text('utf-8'));"
        "sys.stdout.buffer.write(render_pdf(a))"
    )
    other = subprocess.run([sys.executable, "-c", code, str(FIXTURE)], check=True, capture_output=True).stdout
    assert render_pdf(Analysis.from_dict(contract)) == other


def test_hostile_text_is_text(contract: dict[str, Any]) -> None:
    """No tag is read: not in a name, a quoted line or a title."""
    contract["resume"]["basics"]["name"] = NASTY
    for each in contract["strengths"]:
        each["quote"]["line"] = NASTY
    contract["plan"]["steps"][0]["resources"][0] |= {"title": NASTY, "url": "javascript:alert(1)"}
    content = render_pdf(Analysis.from_dict(contract))
    assert words_of(content).replace(" ", "").count(NASTY.replace(" ", "")) >= 3
    assert b"javascript:alert" not in content


@pytest.mark.parametrize("name", ["Zażółć Łukasz", "Ελένη Παπαδοπούλου", "Ольга Петрова", "Nguyễn Thị Ánh"])
def test_european_letters_and_vietnamese_are_written(contract: dict[str, Any], name: str) -> None:
    contract["resume"]["basics"]["name"] = name
    text = words_of(render_pdf(Analysis.from_dict(contract)))
    assert name in text
    assert "does not have" not in text


def test_a_letter_without_a_form_is_said(contract: dict[str, Any]) -> None:
    """What the font can't show is a box, and the end of the report says so."""
    contract["resume"]["basics"]["name"] = "王小明 محمد"
    text = words_of(render_pdf(Analysis.from_dict(contract)))
    assert "\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd" in text
    assert "\ufffd stands for a letter that this file's font does not have" in text


def test_nothing_found_and_endless_lines_are_drawn(contract: dict[str, Any]) -> None:
    """An empty analysis and one with words as long as pages."""
    endless = "x" * 20_000
    contract["gaps"][0]["reason"] = contract["score"]["components"][0]["name"] = endless
    contract["plan"]["steps"][0]["name"] = contract["lateral_moves"][0]["label"] = endless
    assert words_of(render_pdf(Analysis.from_dict(contract)))
    for key in ("gaps", "strengths", "quick_wins", "advice", "lateral_moves"):
        contract[key] = []
    contract["score"] |= {"areas": {}, "components": []}
    contract["plan"]["steps"] = contract["advancement"]["levels"] = []
    assert "No gap is left" in words_of(render_pdf(Analysis.from_dict(contract)))


def test_the_command_writes_a_pdf(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    command = [
        sys.executable,
        "-c",
        "from skillgap.cli import main; main()",
        "analyze",
        str(SAMPLES / "nurse.txt"),
        "-o",
        str(target),
    ]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_without_the_extra_one_line_says_what_to_do(tmp_path: Path) -> None:
    """Exit code 2, a hint, and no file."""
    (tmp_path / "reportlab.py").write_text("raise ModuleNotFoundError(name='reportlab')")
    target = tmp_path / "report.pdf"
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from skillgap.cli import main; main()"
    command = [sys.executable, "-c", code, "analyze", str(SAMPLES / "nurse.txt"), "-o", str(target)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [done.stderr.strip()]
    assert 'pip install "skillgap[pdf]"' in done.stderr
    assert not target.exists()
