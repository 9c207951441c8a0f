"""YAML as people get it wrong: every fault at once, with file, line, key and what is allowed; nothing half-loaded."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import TaxonomyError
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.self_test import example_faults
from skillgap.taxonomy.authoring.assembling import laid_over, load_taxonomy
from skillgap.taxonomy.authoring.checks import graph_faults
from skillgap.taxonomy.authoring.findings import located
from skillgap.taxonomy.authoring.folder import read_folder
from skillgap.taxonomy.authoring.yaml_files import Faults, read_list, read_yaml
from skillgap.taxonomy.types import Role, Skill
from skillgap.taxonomy.whole import Taxonomy

WRONG_SKILLS = """\
- id: Flux Valves
  label: Flux valves
  kind: gadget
  definition: A valve.
  aliasses: [flux valve]
  examples: [Built a flux valve.]
- id: ions
  label: [Ions]
  kind: tool
  definition: Charged.
  aliases: ion
  implies: {c: 3, cpp: much}
  levels: {awareness: a, working: b, expert: d}
  project: {title: t, brief: b, hours: soon}
  examples: [one, two]
- words
- id: fine
  label: Fine
  kind: tool
  definition: Nothing is wrong with it.
  examples: [one, two]
"""


def test_every_fault_of_a_list_at_once(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG_SKILLS)
    faults = Faults()
    good = list(read_list(path, lambda _: Skill, faults))
    assert [(line, skill.id) for line, skill in good] == [(17, "fine")]
    assert [fault.removeprefix(f"{path}:") for fault in faults] == [
        "1: id: 'Flux Valves' should be lower-case words joined by hyphens",
        "3: kind: 'gadget' is not allowed; allowed: concept, technology, practice, tool, language, standard, protocol",
        "5: unknown key 'aliasses'; did you mean 'aliases'?",
        "6: examples: needs at least 2 entries",
        "8: label: should be one word or sentence; put it in quotes if it has a colon in it",
        "11: aliases: should be a list: [ion]",
        "12: implies, c: '3' should be more than 0 and at most 1",
        "12: implies, cpp: 'much' should be a number",
        "13: levels: the key 'practitioner' is missing",
        "14: project, hours: 'soon' should be a number",
        f"16: should have keys: {', '.join(Skill.__struct_fields__)}",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: x\n", "2"),
        (
            "skills: [{skill: c, importance: vital, junior: none, mid: none, senior: none, staff: none}]\n",
            "essential, important",
        ),
        ("levels: []\n", "levels: needs at least 1 entries"),
        ("levels: [{level: mid, typical_years: some five, about: a}]\n", "years such as 2-5 or 8+"),
        ("[1, 2]\n", "should have keys: id, label"),
        ("a: &a [*a]\n", "is repeated by an alias"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "is repeated by an alias (*); write it out"),
        ("? [x]\n: y\n", "a key must be a word"),
        ("work:\n\t- x\n", "indent with spaces, not tabs"),
        ("work: [one]\nsummary: What: it is\n", "put the sentence in quotes"),
        (
            "levels: [{level: mid, typical_years: 1-2, about: Builds, and runs.}]\n",
            "a comma parts sentences inside braces",
        ),
        ("- " * 60 + "x\n", "nested"),
        ("", "the file is empty"),
    ],
)
def test_no_text_raises(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "role.yaml"
    path.write_text(text)
    faults = Faults()
    assert read_yaml(path, Role, faults) is None
    assert any(message in fault for fault in faults)


@given(st.binary(max_size=60) | st.text(alphabet="-:[]{}&*? \n\tab1'\"#|>", max_size=60).map(str.encode))
def test_any_bytes_are_a_skill_list_or_faults(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_bytes(content)
        faults = Faults()
        found = list(read_list(path, lambda _: Skill, faults))
        assert faults or not found


def skill_yaml(skill: str, **more: str) -> str:
    lines = [
        f"- id: {skill}",
        f"  label: {skill}",
        "  kind: tool",
        "  definition: d",
        "  examples: [Used X., Built X.]",
    ]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in more.items())]) + "\n"


ROLE = """\
id: yours
label: Yours
summary: s
source: s
work: [w]
thrives: [t]
finds_it_hard: [f]
levels: [{level: mid, typical_years: 2-5, about: a}]
skills: []
"""


def folder_of(tmp_path: Path, **files: str) -> Path:
    """A folder with those files; two underscores stand for a slash."""
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_ids_used_twice_are_named_where_they_stand(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, skills__a__one=skill_yaml("x"), skills__a__two=skill_yaml("y") + skill_yaml("x"))
    faults = Faults()
    read_folder(folder, faults)
    assert faults == [f"{folder}/skills/a/two.yaml:6: the skill 'x' is defined twice, also in skills/a/one.yaml"]


def test_files_in_the_wrong_place_are_not_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, skills__loose=skill_yaml("x"), roels__r="id: r\n", roles__deep__r="id: r\n", more="[]")
    (folder / "skills" / "a").mkdir()
    (folder / "skills" / "a" / "other.yml").write_text("[]")
    (folder / "skills" / "a" / "third.yaml.txt").write_text("[]")
    faults = Faults()
    read_folder(folder, faults)
    assert [fault.removeprefix(str(folder)) for fault in faults] == [
        "/more.yaml:1: is not read; known files here: release.yaml, areas.yaml, places.yaml, fit.yaml",
        "/roels/r.yaml:1: is not read; known folders: skills, roles, resources, questions, cues; did you mean 'roles'?",
        "/roles/deep/r.yaml:1: is not read; put it at roles/r.yaml",
        "/skills/a/other.yml:1: is not read; rename it to other.yaml",
        "/skills/a/third.yaml.txt:1: is not read; rename it to third.yaml",
        "/skills/loose.yaml:1: is not read; put it at skills/<area>/<group>.yaml",
    ]


def test_a_whole_folder_needs_all_its_parts(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError) as caught:
        load_taxonomy(tmp_path)
    assert [fault.removeprefix(f"{tmp_path}/") for fault in caught.value.faults] == [
        "release.yaml:1: the file is missing",
        "areas.yaml:1: the file is missing",
        "places.yaml:1: the file is missing",
        "fit.yaml:1: the file is missing",
        "cues:1: there is no language; cues/en.yaml is needed",
    ]


def test_own_skills_are_added_and_take_the_place_of_ours(taxonomy: Taxonomy, tmp_path: Path) -> None:
    new = skill_yaml("flux", aliases="[flux valve]", requires="[c]")
    folder = folder_of(tmp_path, skills__foundations__own=new + skill_yaml("rust"))
    layered = laid_over(taxonomy, folder)
    assert len(layered.skills) == len(taxonomy.skills) + 1
    assert (layered.area_of["flux"], layered.group_of["flux"]) == ("foundations", "own")
    assert layered.skills["rust"].definition == "d"
    assert taxonomy.skills["rust"].definition != "d"
    assert layered.digest != taxonomy.digest
    assert "flux" in layered.phrases
    assert layered.skills["c"] == taxonomy.skills["c"]


def test_an_extension_adds_to_a_skill_of_ours(taxonomy: Taxonomy, tmp_path: Path) -> None:
    text = "- extends: kafka\n  aliases: [Acme Streams]\n  adjacent: {mqtt: 0.3}\n  examples: [Ran Acme Streams.]\n"
    layered = laid_over(taxonomy, folder_of(tmp_path, skills__integration__own=text))
    ours, theirs = taxonomy.skills["kafka"], layered.skills["kafka"]
    assert theirs.aliases == (*ours.aliases, "Acme Streams")
    assert theirs.adjacent == {**ours.adjacent, "mqtt": 0.3}
    assert (theirs.definition, theirs.examples) == (ours.definition, (*ours.examples, "Ran Acme Streams."))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"skills__a__own": "- extends: nothing\n"}, "extends the unknown skill 'nothing'"),
        ({"skills__a__own": "- extends: c\n  label: C\n"}, "unknown key 'label'"),
        ({"roles__mine": "id: yours\n"}, "the key 'label' is missing"),
        ({}, "holds nothing of a taxonomy"),
        (
            {"skills__a__own": "- extends: kafkas\n"},
            r"own.yaml:1: extends the unknown skill 'kafkas'; did you mean 'kafka'",
        ),
        ({"roles__mine": ROLE}, "mine.yaml:1: holds the role 'yours'; rename the file to yours.yaml, or change the id"),
    ],
)
def test_an_own_folder_with_faults_is_refused(
    files: dict[str, str], message: str, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    with pytest.raises(TaxonomyError, match=message):
        laid_over(taxonomy, folder_of(tmp_path, **files))


def test_a_file_or_a_folder_of_ones_own_is_told_from_a_whole_taxonomy(taxonomy: Taxonomy, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, skills__a__own=skill_yaml("x"))
    with pytest.raises(TaxonomyError, match="is no whole taxonomy; for a folder laid over ours say --taxonomy"):
        load_taxonomy(folder)
    with pytest.raises(TaxonomyError, match="is a file; name the folder"):
        laid_over(taxonomy, folder / "skills" / "a" / "own.yaml")


def test_faults_of_meaning_stand_where_their_entry_begins(taxonomy: Taxonomy, tmp_path: Path) -> None:
    text = skill_yaml("fine", requires="[c]") + skill_yaml("fluxomatic", requires="[kubernets]")
    folder = folder_of(
        tmp_path, skills__foundations__own=text, roles__yours=ROLE.replace("[]", "[{skill: fluxomatik, " + LINE)
    )
    faults = located(graph_faults(laid_over(taxonomy, folder)), folder)
    assert faults == [
        f"{folder}/skills/foundations/own.yaml:7: fluxomatic: requires names the unknown skill 'kubernets'; did you mean 'kubernetes'?",
        f"{folder}/roles/yours.yaml:1: yours: skills names the unknown skill 'fluxomatik'; did you mean 'fluxomatic'?",
    ]


LINE = "importance: useful, junior: none, mid: none, senior: none, staff: none, basis: judgement}]"


def test_an_alias_that_spoils_others_is_named_once(taxonomy: Taxonomy, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, skills__foundations__own=skill_yaml("fluxomatic", requires="[c]", aliases="[X, the]"))
    layered = laid_over(taxonomy, folder)
    (finding,) = example_faults(EvidenceCollector(layered), {"fluxomatic"})
    assert finding.id == "fluxomatic"
    assert re.match(r"the alias 'the' makes \d+ lines of other skills be read wrongly, such as ", finding.message)
