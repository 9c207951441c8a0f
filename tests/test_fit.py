"""The fit check compares shapes and quotes profiles, says nothing where there is nothing to say, and never touches the score."""

import json
import re
from collections.abc import Callable
from math import sqrt
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_cli import skillgap

from skillgap import Analysis, Analyzer, SkillgapError
from skillgap.errors import TaxonomyError, UsageError
from skillgap.gap.answering import allowed_answers, checked_answers, read_answers, written_answers
from skillgap.gap.congruence import LIKE, correlated, figures, profile_of
from skillgap.gap.fit_types import Answers, FitAnswers, Lean
from skillgap.gap.questioning import hold_answers_against, joined, lean_by_count
from skillgap.pipeline import check_fit
from skillgap.report.rendering import Format, render
from skillgap.shelves import shelf
from skillgap.taxonomy.authoring.assembling import laid_over
from skillgap.taxonomy.authoring.fit_checks import fit_faults, idle_phrases
from skillgap.taxonomy.loading import layered_taxonomy, shipped_taxonomy
from skillgap.taxonomy.questionnaire import Interest, Questionnaire, ValueKind
from skillgap.taxonomy.types import Role, RoleId
from skillgap.taxonomy.whole import Taxonomy

SAMPLE = SAMPLES / "mid-systems.pdf"
TAXONOMY = shipped_taxonomy()
FIT = TAXONOMY.fit
ROLE = TAXONOMY.roles[RoleId("software-systems-engineer")]


def answers_of(interests: dict[Interest, int], values: dict[str, int] | None = None) -> Answers:
    """The same answer to all statements of an interest; 3 and the last option for what is not said."""
    given_values = values or {}
    return Answers(
        {each.id: interests.get(each.interest, 3) for each in FIT.interests}
        | {each.id: given_values.get(each.id, 3) for each in FIT.values},
        {each.id: each.options[-1].id for each in FIT.circumstances},
    )


def result(answers: Answers, role: Role = ROLE) -> FitAnswers:
    return hold_answers_against(role, answers, TAXONOMY.roles, FIT)


ENGINEER = {Interest.REALISTIC: 4, Interest.INVESTIGATIVE: 5, Interest.CONVENTIONAL: 5}
PEOPLE_FIRST = {
    Interest.SOCIAL: 5,
    Interest.ENTERPRISING: 5,
    Interest.ARTISTIC: 4,
    Interest.INVESTIGATIVE: 1,
    Interest.CONVENTIONAL: 1,
}


@pytest.fixture
def change(taxonomy: Taxonomy) -> Callable[..., Questionnaire]:
    return lambda **fields: msgspec.structs.replace(taxonomy.fit, **fields)


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


# -- any answers ----------------------------------------------------------------------------------

ANY = st.fixed_dictionaries({key: st.sampled_from(allowed) for key, allowed in allowed_answers(FIT).items()})


@given(given_answers=ANY, role=st.sampled_from(sorted(TAXONOMY.roles)))
@settings(max_examples=150, deadline=None)
def test_any_answers_give_a_result_and_survive_their_file(given_answers: dict[str, str], role: RoleId) -> None:
    answers = checked_answers(given_answers, FIT)
    found = result(answers, TAXONOMY.roles[role])
    assert msgspec.json.decode(msgspec.json.encode(found), type=FitAnswers) == found
    assert checked_answers(yaml.safe_load(written_answers(FIT, answers)), FIT) == answers
    shown = {each.text for each in (*found.interests.speaks_for, *found.interests.speaks_against)}
    assert len(shown) == len(found.interests.speaks_for) + len(found.interests.speaks_against)


WRONG = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(list(allowed_answers(FIT))), inner),
)


@given(content=WRONG)
@settings(max_examples=200, deadline=None)
def test_nothing_but_our_errors_comes_of_other_answers(content: Any) -> None:
    with pytest.raises(UsageError) as caught:
        checked_answers(content, FIT)
    assert len(str(caught.value).splitlines()) == 1


@given(
    content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    suffix=st.sampled_from([".yaml", ".json", ""]),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_answers_or_one_of_our_errors(content: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"answers{suffix}"
    path.write_bytes(content)
    with pytest.raises(SkillgapError):
        read_answers(path, FIT)


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("a.yaml", ("exactness:", "exactnes:"), "there is no question 'exactnes' (did you mean 'exactness'?)"),
        ("a.yaml", ("exactness: 3", "exactness: 6"), "exactness: '6' is no answer; allowed: 1, 2, 3, 4, 5"),
        ("a.yaml", ("exactness: 3", "exactness: [3]"), "exactness: ['3'] is no answer"),
        ("a.yaml", ("exactness: 3", "exactness:"), "there is no answer to 'exactness'"),
        ("a.yaml", ("on-call: either", "on-call: 'no'"), "'no' is no answer; allowed: gladly"),
        ("a.yaml", ("depth: 3", "exactness: 3"), "the key 'exactness' is written twice"),
        ("a.yaml", ("exactness: 3", "exactness: &x 3\n\tdepth: *x"), "not valid YAML"),
        ("a.json", ("", ""), "is not JSON"),
    ],
)
def test_a_wrong_file_is_one_line_and_exit_2(name: str, change: tuple[str, str], expected: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(written_answers(FIT, answers_of({})).replace(*change, 1))
    for command in (("fit", "--answers"), ("analyze", SAMPLE, "--fit-answers")):
        done = skillgap(*command, tmp_path / name)
        assert (done.returncode, done.stdout) == (2, b"")
        (line,) = done.stderr.decode().splitlines()
        assert expected in line


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("deep.yaml", "[" * 60_000, "not valid YAML"),
        ("deep.json", "[" * 60_000, "is not JSON"),
        ("long.yaml", "#" * 70_000, "is too long"),
        ("laugh.yaml", "a: &a [1, 1]\nb: &b [*a, *a]\nc: [*b, *b]", "repeated by an alias"),
        ("empty.yaml", "", "is empty"),
        ("list.yaml", "- exactness: 3", "should have a line"),
        ("huge.json", '{"exactness": ' + "9" * 5000 + "}", "is not JSON"),
    ],
)
def test_a_hostile_file_is_one_line(name: str, content: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(UsageError, match=expected) as caught:
        read_answers(tmp_path / name, FIT)
    assert len(str(caught.value).splitlines()) == 1


def test_json_and_yaml_answers_are_the_same(tmp_path: Path) -> None:
    answers = answers_of(ENGINEER)
    (tmp_path / "a.yaml").write_text("\ufeff" + written_answers(FIT, answers))
    (tmp_path / "a.json").write_text(json.dumps({**answers.statements, **answers.circumstances}))
    assert read_answers(tmp_path / "a.yaml", FIT) == read_answers(tmp_path / "a.json", FIT) == answers


# -- the command ----------------------------------------------------------------------------------


def test_asked_and_answered_from_a_file_it_says_the_same(tmp_path: Path) -> None:
    saved = tmp_path / "mine.yaml"
    asked = skillgap("fit", "--save", saved, "-f", "json", stdin=b"5\nx\nb\n5\n" + b"2\n" * 28)
    assert asked.returncode == 0
    assert json.loads(asked.stdout)["fit"]["answers"]["summary"]
    assert asked.stdout.startswith(b"{")
    assert skillgap("fit", "--answers", saved, "-f", "json").stdout == asked.stdout


def test_answers_that_end_too_soon_are_one_line_and_no_file(tmp_path: Path) -> None:
    saved, output = tmp_path / "mine.yaml", tmp_path / "fit.md"
    done = skillgap("fit", "--save", saved, "-o", output, stdin=b"3\n3\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[-1].startswith("skillgap: the answers end before question 3")
    assert not saved.exists()
    assert not output.exists()


def test_the_printed_questions_are_a_file_that_lacks_only_answers(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    assert skillgap("fit", "--questions", "-o", tmp_path / "questions.txt").returncode == 0
    path.write_bytes((tmp_path / "questions.txt").read_bytes())
    assert list(yaml.safe_load(path.read_text())) == list(allowed_answers(FIT))
    with pytest.raises(UsageError, match="there is no answer to 'takes-apart' and to 28 more"):
        read_answers(path, FIT)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--questions", "--answers", "a"),
        ("--questions", "--resume", "a"),
        ("--answers", "a", "--save", "b"),
        ("--resume", "-"),
    ],
)
def test_contradictory_options_are_one_line_and_exit_2(arguments: tuple[str, ...]) -> None:
    done = skillgap("fit", *arguments)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)


def test_unknown_roles_and_levels_are_said_before_anything_is_asked() -> None:
    for arguments in (("--role", "sytems-architect"), ("--level", "principal")):
        done = skillgap("fit", *arguments, stdin=b"")
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


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


# -- the questionnaire itself ---------------------------------------------------------------------


def test_ours_is_short_balanced_and_says_nothing_idle(taxonomy: Taxonomy) -> None:
    assert 18 <= len(FIT.statements) <= 24
    assert list(fit_faults(FIT)) == []
    assert list(idle_phrases(FIT, tuple(taxonomy.roles.values()))) == []


def test_faults_of_a_questionnaire_are_found(change: Callable[..., Questionnaire], taxonomy: Taxonomy) -> None:
    lopsided = change(interests=FIT.interests[1:])
    assert "as many statements for each interest" in str(next(fit_faults(lopsided)))
    twice = change(values=(*FIT.values, FIT.values[0]))
    assert "uses the id 'exactness' twice" in str(next(fit_faults(twice)))
    first = FIT.circumstances[0]
    same = msgspec.structs.replace(first, options=(first.options[0], first.options[0]))
    assert "has the option 'gladly' of on-call twice" in str(next(fit_faults(change(circumstances=(same,)))))
    idle = msgspec.structs.replace(FIT.values[0], offered_by=("no role has these words",))
    found = list(idle_phrases(change(values=(idle,)), tuple(taxonomy.roles.values())))
    assert found == ["fit.yaml, exactness: no role says 'no role has these words'"]


def test_a_folder_laid_over_ours_may_leave_the_questionnaire_alone_or_bring_its_own(
    taxonomy: Taxonomy, tmp_path: Path
) -> None:
    (tmp_path / "roles").mkdir()
    assert laid_over(taxonomy, tmp_path).fit == taxonomy.fit
    ours = (shelf("skill_taxonomy") / "fit.yaml").read_text()
    (tmp_path / "fit.yaml").write_text(ours.replace("id: exactness", "id: own-exactness"))
    assert "own-exactness" in {each.id for each in layered_taxonomy(tmp_path).fit.values}
    (tmp_path / "fit.yaml").write_text(ours.replace("id: exactness", "id: depth"))
    with pytest.raises(TaxonomyError, match=r"fit\.yaml: uses the id 'depth' twice"):
        layered_taxonomy(tmp_path)
    (tmp_path / "fit.yaml").write_text(ours.replace("kind: style", "kind: stile", 1))
    with pytest.raises(TaxonomyError, match=r"fit\.yaml:\d+: .*'stile' is not allowed; allowed: style, value"):
        layered_taxonomy(tmp_path)


# -- role profiles --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", sorted(TAXONOMY.roles))
def test_a_role_is_shown_whole(role: RoleId) -> None:
    from skillgap.report.role_page import render_role, role_page

    profile = TAXONOMY.roles[role]
    page = role_page(profile, "senior", TAXONOMY)
    text = " ".join(re.sub(r"[•\s]+", " ", render_role(page, Format.TEXT, width=2000)).split())
    for said in (
        profile.summary,
        *profile.work,
        *profile.thrives,
        *profile.finds_it_hard,
        *profile.varies,
        profile.source,
    ):
        assert " ".join(said.split()) in text
    for figure in (*profile.pay, *profile.outlook):
        assert all(part in text for part in (figure.value, figure.vintage, figure.source))
    assert json.loads(render_role(page, Format.JSON))["role"]["id"] == role
    assert render_role(page, Format.MARKDOWN).startswith(f"# {profile.label}\n")


def test_skills_of_a_role_stand_by_importance_and_share() -> None:
    from skillgap.report.role_page import role_page

    page = role_page(ROLE, "junior", TAXONOMY)
    order = ["essential", "important", "useful"]
    keys = [(order.index(each.importance), -(each.share or 0)) for each in page.asked]
    assert keys == sorted(keys)
    assert {each.skill for each in page.asked} == {line.skill for line in ROLE.skills if line.junior != "none"}


def test_roles_and_roles_list_print_the_same() -> None:
    assert skillgap("roles").stdout == skillgap("roles", "list").stdout != b""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("sytems-architect",), "did you mean 'systems-architect'?"),
        (("systems-architect", "--level", "principal"), "no level 'principal'; known: junior, mid, senior, staff"),
    ],
)
def test_roles_show_says_what_is_unknown(arguments: tuple[str, ...], expected: str) -> None:
    done = skillgap("roles", "show", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert expected in line


def test_a_level_that_a_role_lacks_is_said() -> None:
    from skillgap.report.role_page import role_page

    short = msgspec.structs.replace(ROLE, levels=ROLE.levels[2:])
    with pytest.raises(UsageError, match="has no level 'junior'; it has senior, staff"):
        role_page(short, "junior", TAXONOMY)
    assert role_page(short, None, TAXONOMY).level == "senior"
