"""The questionnaire, files of answers to it, and the command that asks: any of them is read, or is one line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from conftest import SAMPLES
from fit_answers import ENGINEER, FIT, TAXONOMY, answers_of, result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_cli import skillgap

from skillgap import SkillgapError
from skillgap.errors import TaxonomyError, UsageError
from skillgap.gap.answering import allowed_answers, checked_answers, read_answers, written_answers
from skillgap.gap.fit_types import FitAnswers
from skillgap.shelves import shelf
from skillgap.taxonomy.authoring.assembling import laid_over
from skillgap.taxonomy.authoring.fit_checks import fit_faults, idle_phrases
from skillgap.taxonomy.loading import layered_taxonomy
from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import RoleId
from skillgap.taxonomy.whole import Taxonomy

SAMPLE = SAMPLES / "mid-systems.pdf"


@pytest.fixture
def change(taxonomy: Taxonomy) -> Callable[..., Questionnaire]:
    return lambda **fields: msgspec.structs.replace(taxonomy.fit, **fields)


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
    assert skillgap("fit", "--questions", "-o", path).returncode == 0
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
