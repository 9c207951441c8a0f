"""Files as their engines wrote them, against what a person reads in them."""

from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

from skillgap.documents.reading import read_document
from skillgap.evaluation.reading import Case, Outcome, outcome_of, reading_cases, words_of
from skillgap.evaluation.tables import reading_table

CORPUS = ROOT / "tests" / "reading"
LAYOUTS = list(reading_cases(CORPUS / "layouts"))
VISIBILITY = list(reading_cases(CORPUS / "visibility"))
HELD_OUT_DIGEST = "e81a05ab6a93f9ea1a1166e7bf33db9914e4d567a36d40bca18ba09f5cbec60d"


def named(case: Case) -> str:
    return case.path.name


def test_the_held_out_files_are_as_they_were_written() -> None:
    """Their author saw neither the code nor the other cases, and nobody tunes on them."""
    digest = sha256()
    for path in sorted((CORPUS / "heldout").iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == HELD_OUT_DIGEST


def test_there_is_a_case_for_every_engine_and_format() -> None:
    assert len(LAYOUTS) >= 60
    assert {case.path.suffix for case in LAYOUTS} == {".pdf", ".docx", ".odt", ".rtf", ".html"}
    assert {case.path.name.partition("-")[0] for case in LAYOUTS} == set("rowclth")


@pytest.mark.parametrize("case", LAYOUTS, ids=named)
def test_layouts_are_read_in_the_order_of_the_eye(case: Case) -> None:
    """Nearly word for word; nothing on them is hidden."""
    outcome = outcome_of(case, read_document)
    assert (outcome.error, outcome.false_alarms) == ("", 0)
    assert outcome.similarity >= 0.97


@pytest.mark.parametrize("case", VISIBILITY, ids=named)
def test_what_nobody_sees_is_reported_and_nothing_else(case: Case) -> None:
    """An attack leaves no word in the text, its look-alike loses none."""
    outcome = outcome_of(case, read_document)
    found = (outcome.found, outcome.leaked, outcome.false_alarms)
    assert (outcome.error, *found) == ("", len(case.phrases), 0, 0)
    assert outcome.similarity >= 0.97


def test_every_attack_has_phrases_and_no_look_alike_has() -> None:
    assert all(bool(case.phrases) == case.path.name.startswith("hide-") for case in VISIBILITY)


def test_words_are_compared_without_what_does_not_count() -> None:
    assert words_of("1. Ｃ++17, “naïve” — e.g. C#\n• TCP/IP (2019–2021)") == (
        "c++17", "naïve", "e.g", "c#", "tcp/ip", "2019–2021",
    )  # fmt: skip


def test_order_counts(tmp_path: Path) -> None:
    """The same words in another order are less alike; a hidden phrase in the text is a leak."""
    (tmp_path / "cv.txt").write_text("one two three four five six")
    (tmp_path / "cv.hidden.txt").write_text("seven eight nine")
    (tmp_path / "cv.md").write_text("four five six one two three\n\nseven eight nine")
    (case,) = reading_cases(tmp_path)
    outcome = outcome_of(case, read_document)
    assert outcome.similarity == pytest.approx(2 * 3 / 15)
    assert (outcome.found, outcome.leaked) == (0, 1)


def test_the_table_counts_what_it_says() -> None:
    case = Case(Path("cv.pdf"), ("one",), (("two",),))
    table = reading_table([Outcome(case, 0.5, found=0, leaked=1)], details=False)
    assert "0.5000" in table
    assert "0 of 1 phrases, 1 read as text" in table
    assert "cv.pdf" in table
