"""The library as a platform uses it: one analyzer for many threads, a contract that survives a round trip."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import SAMPLES

import skillgap
from skillgap import Analysis, Analyzer, UsageError

SOURCES = sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx"), *SAMPLES.glob("*.txt")])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_json_is_valid_and_comes_back_whole(path: Path, analyzer: Analyzer) -> None:
    analysis = analyzer.analyze(path)
    contract = analysis.to_dict()
    jsonschema.Draft202012Validator(skillgap.json_schema()).validate(contract)
    assert Analysis.from_dict(contract) == analysis
    assert json.loads(analysis.to_json()) == contract
    assert Analysis.from_json(analysis.to_json()).to_json() == analysis.to_json()


def test_the_contract_has_every_field_of_the_design(analyzer: Analyzer) -> None:
    contract = analyzer.analyze(SAMPLES / "senior-systems.pdf").to_dict()
    assert list(contract) == [
        "schema_version", "generator", "document", "as_of", "resume", "sections", "skills", "target", "score", "strengths",
        "gaps", "fit", "advancement", "lateral_moves", "plan", "interview", "advice", "quick_wins", "posting",
    ]  # fmt: skip
    assert set(contract["document"]) == {
        "name",
        "sha256",
        "media_type",
        "pages",
        "characters",
        "reader",
        "ocr_pages",
        "warnings",
    }
    assert set(contract["skills"][0]) >= {
        "id",
        "name",
        "area",
        "level",
        "level_score",
        "confidence",
        "months",
        "last_used",
        "evidence",
    }
    assert set(contract["skills"][0]["evidence"][0]) >= {
        "text", "line", "page", "boxes", "start", "end", "section", "entry", "status", "via",
    }  # fmt: skip
    assert contract["target"] == {
        "role": "software-systems-engineer",
        "label": "Software Systems Engineer",
        "level": "mid",
        "track": None,
        "posting": None,
    }


def test_unknown_fields_of_a_later_minor_version_are_skipped(analyzer: Analyzer) -> None:
    contract = analyzer.analyze(SAMPLES / "nurse.txt").to_dict()
    assert (
        Analysis.from_dict({**contract, "schema_version": "1.7", "news": 1}).score
        == analyzer.analyze(SAMPLES / "nurse.txt").score
    )
    with pytest.raises(UsageError, match=r"2\.0"):
        Analysis.from_dict({**contract, "schema_version": "2.0"})
    with pytest.raises(UsageError, match="not an analysis"):
        Analysis.from_dict({"schema_version": "1.0"})


def test_eight_threads_share_one_analyzer() -> None:
    """The same results as one after the other, from a fresh analyzer whose tables still grow."""
    alone = Analyzer()
    expected = [alone.analyze(path).to_json() for path in SOURCES]
    shared = Analyzer()
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda path: shared.analyze(path).to_json(), SOURCES * 2))
    assert results == expected * 2


def test_all_kinds_of_source_give_the_same(analyzer: Analyzer) -> None:
    path = SAMPLES / "graduate.pdf"
    content = path.read_bytes()
    expected = analyzer.analyze(path).to_dict()
    for source in (str(path), content, BytesIO(content)):
        assert analyzer.analyze(source, name="graduate.pdf").to_dict() == expected
    with path.open("rb") as file:
        assert analyzer.analyze(file).to_dict() == expected
    assert skillgap.analyze(path).to_dict() == expected


def test_text_is_analysed_like_a_text_file(analyzer: Analyzer) -> None:
    path = SAMPLES / "graduate.txt"
    assert analyzer.analyze_text(path.read_text(), name=path.name).score == analyzer.analyze(path).score


def test_unknown_role_level_and_month_say_what_is_known() -> None:
    with pytest.raises(UsageError, match="did you mean 'software-systems-engineer'"):
        Analyzer(role="software-system-engineer")
    with pytest.raises(UsageError, match="known: junior, mid, senior, staff"):
        Analyzer(level="boss")
    with pytest.raises(UsageError, match="YYYY-MM"):
        Analyzer(as_of="2026-13")


def test_a_track_is_part_of_the_target() -> None:
    analysis = Analyzer(track="embedded-linux").analyze_text("Wrote a Linux driver in C.")
    assert analysis.target.track == "embedded-linux"
    with pytest.raises(UsageError, match="no track of software-systems-engineer 'x'; known: kernel-and-drivers, "):
        Analyzer(track="x")


def test_as_of_is_what_present_means() -> None:
    text = "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2026 - Present\n- Kubernetes\n"
    months = [
        next(c.months for c in Analyzer(as_of=month).analyze_text(text).skills if c.id == "kubernetes")
        for month in ("2026-03", "2026-12")
    ]
    assert months == [3, 12]


def test_types_ship() -> None:
    assert (files("skillgap") / "py.typed").is_file()


def imported_by(code: str) -> set[str]:
    probe = f"import sys\n{code}\nprint(*sorted(name.partition('.')[0] for name in sys.modules))"
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = {"spacy", "sklearn", "pdfplumber", "pypdfium2", "docx", "jinja2", "rich", "numpy", "msgspec", "yaml"}
    assert not imported_by("import skillgap") & heavy


def test_help_imports_nothing_heavy() -> None:
    heavy = {"spacy", "sklearn", "pdfplumber", "pypdfium2", "docx", "jinja2", "numpy", "msgspec", "yaml"}
    assert not imported_by("from skillgap.cli import run\nrun(['--help'])") & heavy


def test_a_cold_analysis_imports_only_what_it_needs() -> None:
    loaded = imported_by(f"import skillgap\nskillgap.analyze({str(SAMPLES / 'graduate.pdf')!r})")
    assert "pypdfium2" in loaded
    assert not loaded & {"spacy", "sklearn", "scipy", "pdfplumber", "docx"}


def test_output_stays_in_proportion_to_the_input(analyzer: Analyzer) -> None:
    """Each mention quotes its line; of a very long one only the part around the name, and a skill keeps fifty places."""
    analysis = analyzer.analyze_text("SKILLS\n" + "C, Linux, epoll, Kubernetes, " * 2_000)
    assert max(len(claim.evidence) for claim in analysis.skills) == 50
    assert len(analysis.to_json()) < 3_000_000


HOSTILE = {
    "a line without an end": "Linux kernel, no Rust but C++ " * 3_000,
    "a word without an end": "a" * 90_000,
    "an address without an end": "a@" * 45_000,
    "dots": "a." * 45_000,
    "rules": "-" * 90_000 + "x",
    "spaces": "a" + " " * 90_000 + "b, c",
    "dates": "2019 - " * 13_000,
    "cues": "no not never Linux team who wrote " * 2_700,
    "headings": "EXPERIENCE\nEngineer, Some Ltd, 2019 - 2021\n- Linux\n" * 1_800,
    "one-letter names": "C/" * 45_000,
    "one name again and again": "C " * 45_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(text: str, analyzer: Analyzer) -> None:
    """Each of these made a pattern or a loop of quadratic cost run for minutes; the score is worth nothing, but it comes."""
    assert 0 <= analyzer.analyze_text(text).score.overall < 30


@pytest.mark.parametrize("source", [None, 123, 4.5, [], {"name": "Jo"}, object()])
def test_what_is_no_source_is_said_to_be_none(source: Any, analyzer: Analyzer) -> None:
    with pytest.raises(skillgap.SkillgapError) as told:
        analyzer.analyze(source)
    assert "binary mode" in told.value.hint
    with pytest.raises(skillgap.SkillgapError):
        skillgap.read_document_guarded(source)


@pytest.mark.parametrize("document", ["Jo Example", None, b"Jo Example", 7])
def test_what_is_no_document_is_said_to_be_none(document: Any, analyzer: Analyzer) -> None:
    for analyze in (analyzer.analyze_document, analyzer.analyze_blind):
        with pytest.raises(UsageError, match="no document"):
            analyze(document)


@pytest.mark.parametrize(
    "wrong", [{"role": 3}, {"level": 3}, {"track": 3}, {"role": ["x"]}, {"posting": 3}, {"as_of": 2026}]
)
def test_arguments_of_another_type_are_usage_errors(wrong: dict[str, Any]) -> None:
    with pytest.raises(skillgap.SkillgapError):
        Analyzer(**wrong)
