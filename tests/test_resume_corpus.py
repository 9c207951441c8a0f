"""The annotated résumés: the held-out part is untouched, and what was reached on the part to develop on is not lost."""

from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

from skillgap.documents.reading import read_document
from skillgap.evaluation.gold_resumes import other_texts, read_gold_resumes
from skillgap.evaluation.structure import NOT_FLAGGED, REDACTED, StructureResult, evaluate_structure
from skillgap.resume.parsing import ResumeGrammar

RESUMES = ROOT / "tests" / "resumes"
HELD_OUT_DIGEST = "23f204e58d821c6a93b84d2a26cda1451f251d5284bd6992b613017851eb8af4"
OTHERS_DIGEST = "4265ba44a894e1f72b34ee36715f834d121cab19987b346391d649edbbd2b091"


def digest_of(folder: Path) -> str:
    digest = sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def test_the_held_out_part_is_as_it_was_written() -> None:
    """It was annotated without sight of parser and cues, and is never read while tuning."""
    assert digest_of(RESUMES / "heldout") == HELD_OUT_DIGEST
    assert digest_of(RESUMES / "others" / "heldout") == OTHERS_DIGEST


def test_both_parts_are_as_large_as_they_must_be() -> None:
    assert len(read_gold_resumes(RESUMES / "heldout")) >= 100
    assert len(other_texts(RESUMES / "others" / "heldout")) >= 30
    formats = {path.suffix for _, path in read_gold_resumes(RESUMES / "heldout")}
    assert {".pdf", ".docx", ".html", ".txt"} <= formats


@pytest.fixture(scope="module")
def result(grammar: ResumeGrammar) -> StructureResult:
    resumes = ((gold, read_document(path)) for gold, path in read_gold_resumes(RESUMES / "developed"))
    others = (read_document(path) for path in other_texts(RESUMES / "others" / "developed"))
    return evaluate_structure(resumes, others, grammar)


def test_no_contact_detail_is_left_by_a_redaction(result: StructureResult) -> None:
    assert [fault for fault in result.faults if fault.field == REDACTED] == []


def test_no_resume_is_taken_for_something_else(result: StructureResult) -> None:
    assert [fault.resume for fault in result.faults if fault.field == NOT_FLAGGED] == []


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("lines in a section of the right kind", 0.97),
        ("jobs: found", 0.97),
        ("jobs: title", 0.92),
        ("jobs: organization", 0.92),
        ("jobs: start", 0.95),
        ("jobs: end", 0.95),
        ("name", 0.96),
        ("email", 0.99),
        ("phone", 0.99),
    ],
)
def test_what_was_reached_is_kept(field: str, least: float, result: StructureResult) -> None:
    """Floors on what was developed on and trained on; how good it is, the held-out part says."""
    tally = result.tallies[field]
    assert tally.right / tally.total >= least
