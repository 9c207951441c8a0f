"""The score adds up and only rises with evidence; the plan respects what must come first."""

from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

from skillgap import Analysis, Analyzer
from skillgap.gap.scoring import credit_for, score_against
from skillgap.gap.types import GapKind
from skillgap.taxonomy.types import CareerLevel, Level
from skillgap.taxonomy.whole import Taxonomy

PDFS = sorted(SAMPLES.glob("*.pdf"))


@pytest.fixture(scope="module", params=PDFS, ids=lambda path: path.stem)
def analysis(request: pytest.FixtureRequest, analyzer: Analyzer) -> Analysis:
    path: Path = request.param
    return analyzer.analyze(path)


def test_the_score_is_the_sum_of_its_parts(analysis: Analysis) -> None:
    score = analysis.score
    assert sum(part.weight for part in score.components) == pytest.approx(100, abs=0.01)
    assert sum(part.points for part in score.components) == pytest.approx(score.overall, abs=0.06)
    assert all(part.points == pytest.approx(part.weight * part.credit, abs=0.001) for part in score.components)
    assert 0 <= score.band[0] <= score.overall <= score.band[1] <= 100


def test_other_roles_are_scored_as_if_they_were_the_target(analysis: Analysis, taxonomy: Taxonomy) -> None:
    claims = {claim.id: claim for claim in analysis.skills}
    level = analysis.target.level
    full = {role.id: score_against(role, level, claims, taxonomy).overall for role in taxonomy.roles.values()}
    assert {move.role: move.score for move in analysis.lateral_moves} == {
        role: score for role, score in full.items() if role != analysis.target.role
    }
    scores = [move.score for move in analysis.lateral_moves]
    assert scores == sorted(scores, reverse=True)


def test_gaps_are_what_is_missing_to_a_hundred(analysis: Analysis) -> None:
    at_stake = sum(gap.points_at_stake for gap in analysis.gaps)
    assert at_stake == pytest.approx(100 - analysis.score.overall, abs=1.0)
    stakes = [gap.points_at_stake for gap in analysis.gaps]
    assert stakes == sorted(stakes, reverse=True)


def test_every_strength_is_quoted(analysis: Analysis) -> None:
    lines = {evidence.line for claim in analysis.skills for evidence in claim.evidence}
    assert all(strength.quote.line in lines for strength in analysis.strengths)


def test_the_plan_puts_nothing_before_what_it_requires(analysis: Analysis, taxonomy: Taxonomy) -> None:
    done: set[str] = set()
    planned = {step.skill for step in analysis.plan.steps}
    for step in analysis.plan.steps:
        assert set(taxonomy.skills[step.skill].requires) & planned <= done
        done.add(step.skill)


def test_the_plan_says_what_it_brings(analysis: Analysis) -> None:
    score = analysis.score.overall
    for step in analysis.plan.steps:
        assert step.score_after == pytest.approx(min(100, score + step.points), abs=0.11)
        assert step.hours > 0
        score = step.score_after
    assert analysis.plan.score_after == score


def test_people_are_told_apart(analyzer: Analyzer) -> None:
    """Those who do the work of the role score above those of its neighbours, and those above the unrelated."""
    score = {path.stem: analyzer.analyze(path).score.overall for path in PDFS}
    assert min(score["senior-systems"], score["mid-systems"], score["kernel-staff"]) > max(
        score["sre"], score["career-changer"]
    )
    assert min(score["sre"], score["graduate"]) > score["career-changer"] > score["marketing"]
    assert score["nurse"] < 5
    assert score["marketing"] < 10


def test_a_higher_level_asks_for_more() -> None:
    scores = [Analyzer(level=level).analyze(SAMPLES / "mid-systems.pdf").score.overall for level in CareerLevel]
    assert scores == sorted(scores, reverse=True)


def test_credit_is_the_share_of_the_required_level() -> None:
    assert credit_for(1.0, Level.WORKING) == 0.5
    assert credit_for(4.0, Level.WORKING) == 1.0
    assert credit_for(-0.5, Level.WORKING) == 0.0


def test_kinds_of_gap(analyzer: Analyzer) -> None:
    skills = "SKILLS\nLinux, gdb, Kubernetes\n"
    job = "EXPERIENCE\nEngineer, Some Ltd, 2001 - 2005\n- TCP/IP stack for a router in C\n- No device drivers\n"
    text = f"Jane Example\n\n{skills}\n{job}"
    kinds = {gap.skill: gap.kind for gap in analyzer.analyze_text(text).gaps}
    assert kinds["device-drivers"] is GapKind.MISSING
    assert kinds["linux"] is GapKind.LISTED_ONLY
    assert kinds["c"] is GapKind.STALE
    assert kinds["rust"] is GapKind.MISSING


def test_the_worked_example_of_the_readme(analyzer: Analyzer) -> None:
    job = "EXPERIENCE\nEngineer, Some Ltd, Jan 2024 - Dec 2025\n- Designed a message store in C\n- Linux\n"
    analysis = analyzer.analyze_text(f"Jane Example\n\n{job}")
    component = next(each for each in analysis.score.components if each.skill == "c")
    assert (component.weight, component.credit, component.points) == (2.1948, 0.8, 1.7558)
    text = (ROOT / "README.md").read_text()
    assert all(f"{figure}" in text for figure in (component.weight, component.credit, component.points))
