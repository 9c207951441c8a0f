"""Analyzer.analyze_many: one outcome for each source, whatever the source is."""

import io
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from skillgap import Analyzed, Analyzer, Skipped, UsageError
from skillgap.taxonomy.loading import layered_taxonomy

PDF = SAMPLES / "senior-systems.pdf"
TEXT = b"Jane Doe\n\nExperience\n\nEngineer, Example Ltd, 2019 - 2023\n- Wrote a Linux device driver in C.\n"
OWN_SKILL = """\
- id: frobnication
  label: Frobnication
  kind: technology
  definition: Making widgets frob.
  broader: [linux]
  aliases: [frobnication]
  examples: ["Frobnication of widgets in production", "Took care of frobnication in C"]
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def test_outcomes_come_in_the_order_of_the_sources(analyzer: Analyzer, tmp_path: Path) -> None:
    """A path, bytes, a file object, a named source; what can't be read has its place among them."""
    sources = [
        PDF,
        TEXT,
        tmp_path / "missing.pdf",
        io.BytesIO(TEXT),
        ("jane.md", TEXT),
        ("broken.pdf", b"%PDF-1.7 and no more"),
        str(SAMPLES / "nurse.txt"),
    ]
    outcomes = list(analyzer.analyze_many(sources, workers=2))
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [Analyzed, Analyzed, Skipped, Analyzed, Analyzed, Skipped, Analyzed]
    assert [outcome.source for outcome in outcomes][4:6] == ["jane.md", "broken.pdf"]
    missing, broken = outcomes[2], outcomes[5]
    assert isinstance(missing, Skipped)
    assert isinstance(broken, Skipped)
    assert (missing.code, missing.reason) == ("missing", "no such file")
    assert broken.code == "corrupt"
    assert str(broken).startswith("broken.pdf: ")


def test_an_outcome_is_what_analyze_gives(analyzer: Analyzer) -> None:
    """Many are analysed as one is; the number of workers changes nothing."""
    names = [SAMPLES / f"{name}.pdf" for name in ("senior-systems", "graduate", "nurse")]
    alone = [analyzer.for_many().analyze(name).to_json() for name in names]
    for workers in (1, 2):
        outcomes = analyzer.analyze_many(names, workers=workers)
        assert [each.analysis.to_json() for each in outcomes if isinstance(each, Analyzed)] == alone


def test_no_sources_no_outcomes(analyzer: Analyzer) -> None:
    """And no error."""
    assert list(analyzer.analyze_many([])) == []


def test_what_is_no_source_is_skipped_like_what_cannot_be_read(analyzer: Analyzer) -> None:
    """It costs the others nothing."""
    sources: list[Any] = [TEXT, None, 7, ("a", "b", "c"), TEXT]
    kinds = [type(each) for each in analyzer.analyze_many(sources, workers=1)]
    assert kinds == [Analyzed, Skipped, Skipped, Skipped, Analyzed]


@pytest.mark.parametrize("one", ["jane.txt", b"Jane", Path("jane.txt"), None, 3])
def test_one_source_is_not_many(one: Any, analyzer: Analyzer) -> None:
    """A path is not taken for its letters."""
    with pytest.raises(UsageError, match="several"):
        analyzer.analyze_many(one)


def test_present_means_the_same_in_all_of_them(analyzer: Analyzer) -> None:
    """A résumé with a date after the taxonomy's does not move its own end of time."""
    later = b"Jane Doe\n\nExperience\n\nEngineer, Example Ltd, 2019 - 2031\n- Wrote a Linux device driver in C.\n"
    first, second = analyzer.analyze_many([TEXT, later], workers=1)
    assert isinstance(first, Analyzed)
    assert isinstance(second, Analyzed)
    assert first.analysis.as_of == second.analysis.as_of == analyzer.taxonomy.release.released


def test_posting_track_and_own_taxonomy_reach_the_workers(tmp_path: Path) -> None:
    """An analyzer travels as what it was made of."""
    folder = tmp_path / "own"
    (folder / "skills" / "networking").mkdir(parents=True)
    (folder / "skills" / "networking" / "widgets.yaml").write_text(OWN_SKILL)
    own = layered_taxonomy(folder)
    assert "frobnication" in own.skills
    posting = b"Systems Engineer\n\nRequirements\n- Linux\n- Frobnication\n- C\n"
    analyzer = Analyzer(taxonomy=own, posting=posting)
    resume = b"Jane Doe\n\nExperience\n\nEngineer, Example Ltd, 2019 - 2023\n- Did the frobnication of widgets in C.\n"
    (outcome,) = analyzer.analyze_many([resume], workers=1)
    assert isinstance(outcome, Analyzed)
    assert "frobnication" in {claim.id for claim in outcome.analysis.skills}
    assert outcome.analysis.to_json() == analyzer.for_many().analyze(resume).to_json()


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """Where the workers would run the main script again, this one would never end."""
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(f"""
            from skillgap import Analyzer
            print("once")
            for outcome in Analyzer().analyze_many([{str(PDF)!r}], workers=1):
                print(outcome.analysis.score.overall)
        """)
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, check=True)
    once, score = done.stdout.split()
    assert once == "once"
    assert float(score) > 0
    assert not done.stderr
