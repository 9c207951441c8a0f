"""From the knowledge folder to a `Taxonomy`: everything is read, all faults are collected, then one error is raised."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from skillgap.errors import TaxonomyError
from skillgap.shelves import shelf
from skillgap.taxonomy.languages import merged_cues
from skillgap.taxonomy.lookup import neighbours_of, teaching_of
from skillgap.taxonomy.types import (
    Area,
    Cues,
    Places,
    Question,
    Release,
    Resource,
    Role,
    Skill,
    SkillId,
    Taxonomy,
    Words,
)
from skillgap.taxonomy.yaml_files import Faults, read_yaml

FIRST_LANGUAGE = "en"


@cache
def shipped_taxonomy() -> Taxonomy:
    """Return the taxonomy that came with the package, read once a process."""
    return load_taxonomy(shelf("skill_taxonomy"))


@cache
def shipped_words() -> Words:
    """Return what reading a résumé's structure needs of the taxonomy, without its skills; read once a process."""
    faults = Faults()
    words = read_words(shelf("skill_taxonomy"), faults)
    if faults or words is None:
        raise TaxonomyError(faults)
    return words


def read_words(folder: Path, faults: Faults) -> Words | None:
    """English first: where languages differ, it decides."""
    release = read_yaml(folder / "release.yaml", Release, faults)
    places = read_yaml(folder / "places.yaml", Places, faults)
    paths = sorted(folder.glob("cues/*.yaml"), key=lambda path: (path.stem != FIRST_LANGUAGE, path.stem))
    cues = [each for path in paths if (each := read_yaml(path, Cues, faults)) is not None]
    if release is None or places is None or not cues:
        return None
    return Words(release, merged_cues(cues), places)


def load_taxonomy(folder: Path) -> Taxonomy:
    """Read the whole folder.

    Raises TaxonomyError with every fault of shape found in any file; faults of meaning are found by `checks`.
    """
    faults = Faults()
    words = read_words(folder, faults)
    areas = read_yaml(folder / "areas.yaml", tuple[Area, ...], faults)
    roles = [read_yaml(path, Role, faults) for path in sorted(folder.glob("roles/*.yaml"))]
    for path, role in zip(sorted(folder.glob("roles/*.yaml")), roles, strict=True):
        if role is not None and role.id != path.stem:
            faults.add(path, 1, f"the role {role.id!r} belongs in a file of that name")
    skills: dict[SkillId, Skill] = {}
    area_of: dict[SkillId, str] = {}
    for path in sorted(folder.glob("skills/*/*.yaml")):
        for skill in read_yaml(path, tuple[Skill, ...], faults) or ():
            if skill.id in skills:
                faults.add(path, 1, f"skill {skill.id!r} is defined twice")
            skills[skill.id] = skill
            area_of[skill.id] = path.parent.name
    resources = [
        resource
        for path in sorted(folder.glob("resources/*.yaml"))
        for resource in read_yaml(path, tuple[Resource, ...], faults) or ()
    ]
    questions = [
        question
        for path in sorted(folder.glob("questions/*.yaml"))
        for question in read_yaml(path, tuple[Question, ...], faults) or ()
    ]
    if faults or words is None or areas is None:
        raise TaxonomyError(faults)
    return Taxonomy(
        release=words.release,
        areas={area.id: area for area in areas},
        skills=skills,
        area_of=area_of,
        roles={role.id: role for role in roles if role is not None},
        resources=tuple(resources),
        questions=tuple(questions),
        cues=words.cues,
        places=words.places,
        digest=folder_digest(folder),
        neighbours=neighbours_of(skills),
        teaching=teaching_of(resources),
    )


def folder_digest(folder: Path) -> str:
    """Name the content of the folder, so that a report says which knowledge it was made with."""
    digest = sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
