"""The knowledge folder: strict reading with file and line, checks that find each fault, and enough of everything."""

import shutil
from pathlib import Path

import msgspec
import pytest

from skillgap.errors import TaxonomyError
from skillgap.shelves import shelf
from skillgap.taxonomy.checks import graph_faults
from skillgap.taxonomy.loading import load_taxonomy
from skillgap.taxonomy.types import Alias, Release, Skill, SkillId, Taxonomy
from skillgap.taxonomy.yaml_files import Faults, read_yaml

AREAS = {"operating-systems", "networking", "concurrency", "integration", "foundations"}


def test_there_is_enough_of_everything(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.skills) >= 150
    assert set(taxonomy.area_of.values()) == AREAS == set(taxonomy.areas)
    assert all(len(skill.examples) >= 2 and skill.definition for skill in taxonomy.skills.values())


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
        ("version: a\nreleased: 2026-11\nrelaesed: d\n", 3, "unknown field `relaesed`"),
        ("version: a\nreleased: [c\n", 3, "not valid YAML"),
        ("version: a\nreleased: [c]\n", 2, "Expected `str`, got `array`"),
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
    assert len(caught.value.faults) == 2


def changed(taxonomy: Taxonomy, skill_id: str, **changes: object) -> list[str]:
    """The faults once one skill is changed."""
    skill = msgspec.structs.replace(taxonomy.skills[SkillId(skill_id)], **changes)
    skills: dict[SkillId, Skill] = {**taxonomy.skills, skill.id: skill}
    return list(graph_faults(msgspec.structs.replace(taxonomy, skills=skills)))


@pytest.mark.parametrize(
    ("skill", "changes", "message"),
    [
        ("c", {"requires": ("nonsense",)}, "c: requires names the unknown skill 'nonsense'"),
        ("c", {"broader": ("c",)}, "c: broader names the skill itself"),
        ("programming", {"requires": ("c",)}, "requires goes in a circle"),
        ("rust", {"counterexamples": ()}, "rust: has an ambiguous alias"),
        ("rust", {"aliases": ("Fortran 77", "fortran 77")}, "rust: the alias 'fortran 77' is written twice"),
        ("rust", {"aliases": ("epoll",)}, "the alias 'epoll' belongs to io-multiplexing and rust"),
        ("c", {"project": None}, "the essential skill c has no practice project"),
    ],
)
def test_each_check_finds_its_fault(taxonomy: Taxonomy, skill: str, changes: dict[str, object], message: str) -> None:
    assert any(message in fault for fault in changed(taxonomy, skill, **changes))
