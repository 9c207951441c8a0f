"""The fit check compares shapes and quotes profiles, says nothing where there is nothing to say, and never touches the score."""

from math import sqrt
from typing import Any

import msgspec
import pytest
from conftest import SAMPLES
from fit_answers import ENGINEER, FIT, ROLE, TAXONOMY, answers_of, result

from skillgap import Analysis, Analyzer
from skillgap.gap.congruence import LIKE, correlated, figures, profile_of
from skillgap.gap.fit_types import Answers, Lean
from skillgap.gap.questioning import hold_answers_against, joined, lean_by_count
from skillgap.pipeline import check_fit
from skillgap.report.rendering import Format, render
from skillgap.taxonomy.questionnaire import Interest, ValueKind

SAMPLE = SAMPLES / "mid-systems.pdf"
PEOPLE_FIRST = {
    Interest.SOCIAL: 5,
    Interest.ENTERPRISING: 5,
    Interest.ARTISTIC: 4,
    Interest.INVESTIGATIVE: 1,
    Interest.CONVENTIONAL: 1,
}


# -- interests ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1, 2, 3, 4, 5, 6), (2, 4, 6, 8, 10, 12), 1.0),
        ((1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1), -1.0),
        ((1, 0, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0), -0.2),
        ((1, 1, 1, 0, 0, 0), (1, 0, 0, 1, 0, 0), 0.0),
        ((5, 5, 1, 1, 1, 5), (3.93, 5.86, 2.26, 1.88, 1.87, 5.46), 0.931),  # as numpy.corrcoef has it
        ((3, 3, 3, 3, 3, 3), (1, 2, 3, 4, 5, 6), None),
        ((0.1, 0.1, 0.1, 0.1, 0.1, 0.1), (1, 2, 3, 4, 5, 6), None),
    ],
)
def test_congruence_is_pearsons_correlation(one: Any, other: Any, expected: float | None) -> None:
    assert correlated(one, other) == (None if expected is None else pytest.approx(expected, abs=0.001))
    assert correlated(other, one) == correlated(one, other)


def test_towards_begins_where_one_unrelated_profile_in_ten_would_stand() -> None:
    """Student's t for a correlation of six pairs has four degrees of freedom; one-sided, a tenth lies beyond 1.533."""
    assert LIKE * sqrt(4 / (1 - LIKE**2)) == pytest.approx(1.533, abs=0.005)


def test_only_the_shape_of_the_answers_counts_not_their_height() -> None:
    low = answers_of(dict(zip(Interest, (2, 3, 1, 1, 1, 3), strict=True)))
    high = answers_of(dict(zip(Interest, (4, 5, 3, 3, 3, 5), strict=True)))
    assert result(low).interests.correlation == result(high).interests.correlation
    assert profile_of(low, FIT) != profile_of(high, FIT)


def test_the_order_of_the_statements_does_not_matter() -> None:
    answers = answers_of(ENGINEER, {"exactness": 5, "depth": 4})
    turned = msgspec.structs.replace(FIT, interests=FIT.interests[::-1])
    one, other = result(answers), hold_answers_against(ROLE, answers, TAXONOMY.roles, turned)
    assert (one.lean, one.interests.correlation) == (other.lean, other.interests.correlation)
    assert one.interests.speaks_for == other.interests.speaks_for


def test_interests_lean_towards_away_and_nowhere() -> None:
    assert result(answers_of(ENGINEER)).interests.lean is Lean.TOWARDS
    assert result(answers_of(PEOPLE_FIRST)).interests.lean is Lean.AWAY
    flat = result(answers_of({})).interests
    assert (flat.lean, flat.correlation, flat.compared) == (Lean.UNCLEAR, None, ())


def test_each_side_names_the_statements_that_led_there() -> None:
    by_text = {each.text: each.interest for each in FIT.interests}
    towards = result(answers_of(ENGINEER)).interests
    assert {by_text[each.text] for each in towards.speaks_for} <= {Interest.INVESTIGATIVE, Interest.CONVENTIONAL}
    assert len(towards.speaks_for) == 4
    away = result(answers_of(PEOPLE_FIRST)).interests
    assert {by_text[each.text] for each in away.speaks_against} <= {
        Interest.INVESTIGATIVE,
        Interest.CONVENTIONAL,
        Interest.SOCIAL,
        Interest.ENTERPRISING,
    }
    assert all(each.answer != 3 for each in (*towards.speaks_for, *away.speaks_against))


def test_roles_are_told_apart_only_where_their_figures_differ() -> None:
    compared = result(answers_of(ENGINEER)).interests.compared
    named = [label for group in compared for label in group.roles]
    assert sorted(named) == sorted(role.label for role in TAXONOMY.roles.values() if role.interests)
    different = {figures(role.interests) for role in TAXONOMY.roles.values() if role.interests}
    assert len(compared) == len(different)
    correlations = [group.correlation for group in compared]
    assert correlations == sorted(correlations, reverse=True)


def test_a_role_without_published_interests_leaves_it_to_the_values() -> None:
    bare = msgspec.structs.replace(ROLE, interests=None)
    found = result(answers_of(ENGINEER, {"exactness": 5}), bare)
    assert (found.interests.lean, found.interests.pairs) == (Lean.UNCLEAR, ())
    assert found.lean is found.values.lean is Lean.TOWARDS


# -- values and circumstances ---------------------------------------------------------------------


def test_what_matters_and_the_role_offers_speaks_for_it_with_the_roles_own_words() -> None:
    (tie,) = result(answers_of({}, {"exactness": 5})).values.speaks_for
    assert tie.role_says in ROLE.values


def test_what_matters_and_is_hard_to_have_there_speaks_against_it() -> None:
    (tie,) = result(answers_of({}, {"quick-results": 4})).values.speaks_against
    assert tie.role_says in ROLE.finds_it_hard


@pytest.mark.parametrize("statement", FIT.values, ids=lambda each: each.id)
def test_only_what_the_work_asks_of_people_is_missed_where_it_matters_little(statement: Any) -> None:
    values = result(answers_of({}, {statement.id: 1})).values
    assert not values.speaks_for
    offered = statement.id in {"exactness", "relied-upon", "depth"}
    assert bool(values.speaks_against) == (offered and statement.kind is ValueKind.STYLE)


@pytest.mark.parametrize(
    ("good", "bad", "lean"),
    [(0, 0, "unclear"), (1, 0, "towards"), (2, 1, "towards"), (1, 1, "mixed"), (1, 2, "away"), (0, 1, "away")],
)
def test_values_lean_to_the_side_with_two_thirds(good: int, bad: int, lean: str) -> None:
    assert lean_by_count(good, bad) == lean


@pytest.mark.parametrize("answer", [1, 2, 3, 4, 5])
def test_one_answer_to_everything_says_nothing(answer: int) -> None:
    everything = {each.id: answer for each in TAXONOMY.fit.statements}
    circumstances = {each.id: each.options[0].id for each in TAXONOMY.fit.circumstances}
    held = hold_answers_against(ROLE, Answers(everything, circumstances), TAXONOMY.roles, TAXONOMY.fit)
    assert {held.lean, held.interests.lean, held.values.lean} == {"unclear"}


def test_the_whole_is_mixed_where_its_halves_differ() -> None:
    assert joined(Lean.TOWARDS, Lean.AWAY) is joined(Lean.AWAY, Lean.MIXED) is Lean.MIXED
    for lean in Lean:
        assert joined(lean, Lean.UNCLEAR) is joined(Lean.UNCLEAR, lean) is joined(lean, lean) is lean


def test_circumstances_quote_what_varies_and_ask_nothing_of_who_does_not_mind() -> None:
    answers = answers_of({})
    answers.circumstances["on-call"] = "rather-not"
    found = dict(zip((each.id for each in FIT.circumstances), result(answers).circumstances, strict=True))
    assert found["on-call"].ask
    assert set(found["on-call"].role_says) <= {*ROLE.varies, *ROLE.finds_it_hard}
    assert found["on-call"].role_says
    assert not found["pace"].ask


# -- in the analysis ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analyzer(fit_answers=answers_of(PEOPLE_FIRST, {"quick-results": 5})).analyze(SAMPLE)


def test_answers_never_touch_the_score(analysis: Analysis, analyzer: Analyzer) -> None:
    without = analyzer.analyze(SAMPLE)
    assert without.fit.answers is None
    assert analysis.fit.answers is not None
    assert msgspec.structs.replace(analysis, fit=without.fit) == without


def test_answers_are_in_every_report_and_survive_json(analysis: Analysis) -> None:
    assert analysis.fit.answers is not None
    for output_format in Format:
        assert analysis.fit.answers.summary in render(analysis, output_format)
    assert Analysis.from_dict(analysis.to_dict()) == analysis


def test_evidence_of_fit_quotes_the_page(analysis: Analysis) -> None:
    lines = {(each.line, each.page) for claim in analysis.skills for each in claim.evidence}
    evidence = analysis.fit.evidence
    assert [each.kind for each in evidence] == ["areas", "doing", "nearest_role"]
    assert all(each.quotes for each in evidence)
    assert {(quote.line, quote.page) for each in evidence for quote in each.quotes} <= lines


@pytest.mark.parametrize(
    ("line", "doing"),
    [
        ("Chased a stall in the Linux driver for a month", "finding out why"),
        ("Root-cause analysis of field failures in the C firmware", "finding out why"),
        ("Took heap snapshots of the Java service under load", "finding out why"),
        ("Rewrote the nightly import in Rust; it now takes 4 minutes", "faster, smaller or cheaper"),
        ("Start-up of the C++ daemon went from 40 s to 6 s", "faster, smaller or cheaper"),
        ("Moved the cache to C++, reducing latency by 43%", "faster, smaller or cheaper"),
    ],
)
def test_doing_is_seen_in_the_words_that_people_use(line: str, doing: str, analyzer: Analyzer) -> None:
    def told(text: str) -> str:
        page = f"Jo Example\njo@example.com\n\nEXPERIENCE\nEngineer, Some Ltd, 2019 - 2024\n- {text}\n"
        return " ".join(each.message for each in analyzer.analyze_text(page).fit.evidence if each.kind == "doing")

    assert doing in told(line)
    assert doing not in told("Wrote the firmware in C and the tools in Python")


@pytest.mark.parametrize(
    ("line", "says", "says_not"),
    [
        ("Hired 12 engineers and built their career ladder", "leading or teaching people", "building something"),
        ("Mentored four juniors", "leading or teaching people", "building something"),
        ("Built the Linux driver and taught two colleagues C", "building something", "keeping something running"),
        ("Moved the queue of the Linux driver to per-core rings in C", "", "keeping something running"),
    ],
)
def test_work_with_people_is_told_as_that(line: str, says: str, says_not: str, analyzer: Analyzer) -> None:
    """A line that shows nothing but it builds no program, whatever its verb."""
    page = f"Jo Example\njo@example.com\n\nEXPERIENCE\nEngineer, Some Ltd, 2019 - 2024\n- {line}\n"
    told = " ".join(each.message for each in analyzer.analyze_text(page).fit.evidence if each.kind == "doing")
    assert says in told
    assert says_not not in told


def test_skills_of_one_doing_are_skills(analyzer: Analyzer) -> None:
    assert {skill for each in analyzer.taxonomy.fit.doing for skill in each.skills} <= set(analyzer.taxonomy.skills)


def test_the_nearest_role_is_the_best_scored(analysis: Analysis) -> None:
    best = max(analysis.lateral_moves, key=lambda move: move.score)
    assert best.score > analysis.score.overall
    assert f"the page shows most of {best.label} ({best.score:.0f} of 100)" in analysis.fit.evidence[-1].message


def test_a_page_that_shows_nothing_has_no_evidence_of_fit(analyzer: Analyzer) -> None:
    assert (
        analyzer.analyze_text(
            "Jo Example\njo@example.com\n\nExperience\nGardener, Example Park\nPlanted roses."
        ).fit.evidence
        == ()
    )


def test_blind_reports_do_not_quote_the_name(analyzer: Analyzer) -> None:
    text = (
        "Jo Quillfeather\njo@example.com\n\nExperience\nEngineer, Example Ltd, 2020 - 2024\n"
        "- Jo Quillfeather rewrote the scheduler in C on Linux with POSIX threads.\n"
    )
    from skillgap.documents.reading import document_of_text

    blind = analyzer.analyze_blind(document_of_text(text, name="cv.txt"))
    assert blind.fit.evidence
    assert "Quillfeather" not in blind.to_json()


def test_a_resume_beside_the_answers_adds_what_it_shows() -> None:
    from skillgap.documents.reading import read_document

    answers = answers_of(ENGINEER)
    alone = check_fit(ROLE, answers, TAXONOMY)
    beside = check_fit(ROLE, answers, TAXONOMY, document=read_document(SAMPLE))
    assert alone.answers == beside.answers
    assert not alone.evidence
    assert beside.evidence
