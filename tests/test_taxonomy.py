"""The knowledge folder: strict reading with file and line, checks that find each fault, and enough of everything."""

import shutil
from pathlib import Path

import msgspec
import pytest

from skillgap.errors import TaxonomyError
from skillgap.shelves import shelf
from skillgap.taxonomy.authoring.assembling import load_taxonomy
from skillgap.taxonomy.authoring.checks import FIELD, graph_faults
from skillgap.taxonomy.authoring.completeness import free_resource, gaps, ways_of_learning
from skillgap.taxonomy.authoring.yaml_files import Faults, read_yaml
from skillgap.taxonomy.types import Alias, Importance, Release, Role, RoleId, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

AREAS = {"operating-systems", "networking", "concurrency", "integration", "foundations"}


def test_there_is_enough_of_everything(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.skills) >= 450
    assert len(taxonomy.roles) >= 13
    assert len(taxonomy.resources) >= 220
    assert len(taxonomy.questions) >= 300
    assert set(taxonomy.area_of.values()) == set(taxonomy.areas) > set(FIELD)
    assert list(gaps(taxonomy)) == []


def test_every_skill_of_the_field_can_be_asked_about(taxonomy: Taxonomy) -> None:
    """Questions stand with the skill or with one above it."""
    for skill, area in taxonomy.area_of.items():
        if area in FIELD:
            assert {skill, *above(skill, taxonomy)} & taxonomy.asking.keys(), skill


def test_every_essential_skill_of_every_role_has_a_way_of_learning(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        lines = list(ways_of_learning(role, taxonomy))
        essential = sum(line.importance is Importance.ESSENTIAL for line in role.skills)
        assert essential
        assert sum(line.startswith("  learn") for line in lines) == essential
        assert sum(line.startswith("  build") for line in lines) == essential


def test_a_skill_is_learnt_from_its_own_resource_or_a_broader_ones(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.skills:
        resource = free_resource(skill, taxonomy)
        assert resource is None or resource.free
        if resource is not None and skill not in resource.skills:
            assert set(resource.skills) & above(skill, taxonomy)


def above(skill: SkillId, taxonomy: Taxonomy) -> set[SkillId]:
    return {other for each in taxonomy.skills[skill].broader for other in {each, *above(each, taxonomy)}}


def test_the_graph_has_no_faults(taxonomy: Taxonomy) -> None:
    assert list(graph_faults(taxonomy)) == []


def test_values_stay_what_was_written(tmp_path: Path) -> None:
    """YAML would make False, True and 1.1 of these."""
    path = tmp_path / "release.yaml"
    path.write_text("- {text: 'NO'}\n- on\n- 1.10\n- NO\n")
    assert read_yaml(path, tuple[str | Alias, ...], Faults()) == (Alias("NO"), "on", "1.10", "NO")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("version: a\nversion: b\nreleased: 2026-11\n", 2, "written twice"),
        ("version: a\nreleased: 2026-11\nrelaesed: d\n", 3, "unknown key 'relaesed'; did you mean 'released'?"),
        ("version: a\nreleased: [c\n", 3, "not valid YAML"),
        ("version: a\nreleased: [c]\n", 2, "released: should be one word or sentence"),
        ("", 1, "empty"),
    ],
)
def test_a_fault_names_file_and_line(text: str, line: int, message: str, tmp_path: Path) -> None:
    path = tmp_path / "release.yaml"
    path.write_text(text)
    faults = Faults()
    assert read_yaml(path, Release, faults) is None
    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:{line}: ")
    assert message in faults[0]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "taxonomy"
    shutil.copytree(shelf("skill_taxonomy"), folder)
    (folder / "release.yaml").write_text("version: a\n")
    (folder / "areas.yaml").write_text("- {id: x}\n")
    with pytest.raises(TaxonomyError) as caught:
        load_taxonomy(folder)
    assert [fault.partition(folder.name)[2] for fault in caught.value.faults] == [
        "/release.yaml:1: the key 'released' is missing",
        "/areas.yaml:1: the key 'label' is missing",
        "/areas.yaml:1: the key 'about' is missing",
    ]


def changed(taxonomy: Taxonomy, skill_id: str, **changes: object) -> list[str]:
    """The faults once one skill is changed."""
    skill = msgspec.structs.replace(taxonomy.skills[SkillId(skill_id)], **changes)
    skills: dict[SkillId, Skill] = {**taxonomy.skills, skill.id: skill}
    taxonomy = msgspec.structs.replace(taxonomy, area_of={skill.id: "foundations", **taxonomy.area_of})
    return list(map(str, graph_faults(msgspec.structs.replace(taxonomy, skills=skills))))


@pytest.mark.parametrize(
    ("skill", "changes", "message"),
    [
        ("c", {"requires": ("nonsense",)}, "c: requires names the unknown skill 'nonsense'"),
        ("c", {"broader": ("c",)}, "c: broader names the skill itself"),
        ("programming", {"requires": ("c",)}, "requires goes in a circle"),
        ("rust", {"counterexamples": ()}, "rust: has an ambiguous alias"),
        ("rust", {"aliases": ("Fortran 77", "fortran 77")}, "rust: the alias 'fortran 77' is written twice"),
        ("rust", {"aliases": ("epoll",)}, "rust: the alias 'epoll' belongs to io-multiplexing too; leave"),
        (
            "multithreading",
            {"other_senses": ("threads", "needles")},
            "the other sense 'threads' hides the alias 'threads'",
        ),
        ("c", {"project": None}, "the essential skill c has no practice project"),
        ("kafka", {"broader": (), "requires": (), "implies": {}, "id": "alone"}, "alone: nothing leads to it"),
    ],
)
def test_each_check_finds_its_fault(taxonomy: Taxonomy, skill: str, changes: dict[str, object], message: str) -> None:
    assert any(message in fault for fault in changed(taxonomy, skill, **changes))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "junior: expert, mid: none, basis: judgement",
            "asks c for less at a higher level: expert of junior, none of mid",
        ),
        ("junior: none, mid: none", "c does not say what its importance rests on"),
        ("junior: none, mid: none, postings: 3", "c does not say what"),
        ("junior: none, mid: none, postings: 3, of: 2", "c is named by more postings than were read"),
        ("junior: none, mid: none, basis: judgement, postings: 1, of: 2", "c does not say what"),
    ],
)
def test_each_fault_of_a_role_is_found(line: str, message: str, taxonomy: Taxonomy, tmp_path: Path) -> None:
    path = tmp_path / "role.yaml"
    path.write_text(
        "id: r\nlabel: R\nsummary: s\nsource: s\nwork: [w]\nthrives: [t]\nfinds_it_hard: [f]\n"
        "levels: [{level: mid, typical_years: 2-5, about: a}]\n"
        f"skills: [{{skill: c, importance: useful, {line}, senior: working, staff: working}}]\n"
    )
    role = read_yaml(path, Role, Faults())
    assert role is not None
    faults = list(map(str, graph_faults(msgspec.structs.replace(taxonomy, roles={role.id: role}))))
    assert len(faults) == 1
    assert message in faults[0]


def test_a_track_changes_its_role(taxonomy: Taxonomy) -> None:
    role = taxonomy.roles[RoleId("software-systems-engineer")]
    for track in role.tracks:
        on_it = role.on(track)
        ids = [line.skill for line in on_it.skills]
        assert len(ids) == len(set(ids))
        assert not set(track.drops) & set(ids)
        assert set(track.skills) <= set(on_it.skills)
        assert len({*track.drops, *(line.skill for line in track.skills)}) < len(role.skills) / 3
