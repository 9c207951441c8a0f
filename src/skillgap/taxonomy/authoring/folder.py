"""From YAML files to what they say: a whole folder, or one to be laid over another."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from skillgap.errors import TaxonomyError
from skillgap.taxonomy.authoring.yaml_files import Faults, meant, read_list, read_yaml
from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import (
    Area,
    Question,
    Release,
    Resource,
    Role,
    RoleId,
    Skill,
    SkillExtension,
    SkillId,
)
from skillgap.taxonomy.words import Cues, Places

FIRST_LANGUAGE = "en"
FOLDERS = ("skills", "roles", "resources", "questions", "cues")
FILES = ("release.yaml", "areas.yaml", "places.yaml", "fit.yaml")
T = TypeVar("T")


class Contents(Struct, kw_only=True):
    """What a folder says, by id; `extensions` add to skills of the folder beneath. `languages` has English first."""

    release: Release | None = None
    areas: dict[str, Area] = {}
    skills: dict[SkillId, Skill] = {}
    extensions: list[SkillExtension] = []
    area_of: dict[SkillId, str] = {}
    group_of: dict[SkillId, str] = {}
    roles: dict[RoleId, Role] = {}
    resources: dict[str, Resource] = {}
    questions: dict[str, Question] = {}
    languages: tuple[Cues, ...] = ()
    places: Places | None = None
    fit: Questionnaire | None = None


def read_folder(folder: Path, faults: Faults) -> Contents:
    """Read every file there is; what is missing or wrong is noted, or stays empty.

    Raises TaxonomyError where there is no such folder.
    """
    if not folder.is_dir():
        raise TaxonomyError([f"{folder}: {'is a file; name the folder' if folder.exists() else 'no such folder'}"])
    contents = Contents(release=optional(folder / "release.yaml", Release, faults))
    contents.places = optional(folder / "places.yaml", Places, faults)
    contents.fit = optional(folder / "fit.yaml", Questionnaire, faults)
    if (folder / "areas.yaml").exists():
        contents.areas = by_id(entries([folder / "areas.yaml"], lambda _: Area, faults), faults)
    paths = sorted(folder.glob("cues/*.yaml"), key=lambda path: (path.stem != FIRST_LANGUAGE, path.stem))
    contents.languages = tuple(each for path in paths if (each := read_yaml(path, Cues, faults)) is not None)
    read_skills(folder, contents, faults)
    for path in sorted(folder.glob("roles/*.yaml")):
        role = read_yaml(path, Role, faults)
        if role is not None and role.id != path.stem:
            faults.add(path, 1, f"holds the role {role.id!r}; rename the file to {role.id}.yaml, or change the id")
        elif role is not None:
            contents.roles[role.id] = role
    contents.resources = by_id(entries(folder.glob("resources/*.yaml"), lambda _: Resource, faults), faults)
    contents.questions = by_id(entries(folder.glob("questions/*/*.yaml"), lambda _: Question, faults), faults)
    for path in misplaced(folder):
        faults.add(path, 1, f"is not read; {place_for(path.relative_to(folder))}")
    return contents


def read_skills(folder: Path, contents: Contents, faults: Faults) -> None:
    def shape_of(item: Any) -> type[Skill] | type[SkillExtension]:
        return SkillExtension if isinstance(item, dict) and "extends" in item else Skill

    for path, line, entry in entries(folder.glob("skills/*/*.yaml"), shape_of, faults):
        if isinstance(entry, SkillExtension):
            contents.extensions.append(entry)
        elif entry.id in contents.skills:
            other = f"{contents.area_of[entry.id]}/{contents.group_of[entry.id]}.yaml"
            faults.add(path, line, f"the skill {entry.id!r} is defined twice, also in skills/{other}")
        else:
            contents.skills[entry.id] = entry
            contents.area_of[entry.id] = path.parent.name
            contents.group_of[entry.id] = path.stem


def entries(paths: Any, shape_of: Callable[[Any], Any], faults: Faults) -> Iterator[tuple[Path, int, Any]]:
    for path in sorted(paths):
        yield from ((path, line, entry) for line, entry in read_list(path, shape_of, faults))


def by_id(found: Iterator[tuple[Path, int, Any]], faults: Faults) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for path, line, entry in found:
        if entry.id in known:
            faults.add(path, line, f"the id {entry.id!r} is used twice")
        known[entry.id] = entry
    return known


def optional(path: Path, shape: type[T], faults: Faults) -> T | None:
    return read_yaml(path, shape, faults) if path.exists() else None


def misplaced(folder: Path) -> Iterator[Path]:
    """YAML files where nobody would look for them, and those of another suffix (`.yml`, `.yaml.txt`)."""
    read = {
        *(folder / name for name in FILES),
        *(path for name in ("skills", "questions") for path in folder.glob(f"{name}/*/*.yaml")),
        *(path for name in ("roles", "resources", "cues") for path in folder.glob(f"{name}/*.yaml")),
    }
    for path in sorted(folder.rglob("*.y*ml*")):
        if path not in read and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def place_for(path: Path) -> str:
    """What to do with a file that is not read."""
    if path.suffix != ".yaml":
        return f"rename it to {path.name.split('.')[0]}.yaml"
    top = path.parts[0]
    if len(path.parts) == 1:
        return f"known files here: {', '.join(FILES)}"
    if top not in FOLDERS:
        return f"known folders: {', '.join(FOLDERS)}{meant(top, FOLDERS)}"
    return f"put it at {top}/{'<area>/<group>' if top in {'skills', 'questions'} else path.stem}.yaml"
