"""From YAML to a `Taxonomy`: a whole folder, or one laid over what came with the package. No résumé's analysis comes here."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from skillgap.errors import TaxonomyError
from skillgap.taxonomy.authoring.findings import entry_places
from skillgap.taxonomy.authoring.folder import FILES, FOLDERS, Contents, read_folder
from skillgap.taxonomy.authoring.languages import merged_cues
from skillgap.taxonomy.authoring.lookup import asking_of, neighbours_of, teaching_of
from skillgap.taxonomy.authoring.yaml_files import Faults, meant
from skillgap.taxonomy.compiled import folder_digest
from skillgap.taxonomy.names import normal_form, phrases_by_first_word
from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import Release, Skill, SkillExtension
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import Places


def load_taxonomy(folder: Path) -> Taxonomy:
    """Read a whole folder.

    Raises TaxonomyError with every fault of shape found in any file; faults of meaning are found by `checks`.
    """
    faults = Faults()
    contents = read_folder(folder, faults)
    missing = [name for name in FILES if not (folder / name).exists()]
    if missing == list(FILES) and any((folder / name).exists() for name in FOLDERS):
        raise TaxonomyError([f"{folder}: is no whole taxonomy; for a folder laid over ours say --taxonomy {folder}"])
    for name in missing:
        faults.add(folder / name, 1, "the file is missing")
    if not contents.languages:
        faults.add(folder / "cues", 1, "there is no language; cues/en.yaml is needed")
    faults.extend(
        f"{folder}: {each.extends!r} is extended, but only a folder laid over another may"
        for each in contents.extensions
    )
    if faults or contents.release is None or contents.places is None or contents.fit is None:
        raise TaxonomyError(faults)
    return assembled(contents, contents.release, contents.places, contents.fit, folder_digest(folder))


def laid_over(base: Taxonomy, folder: Path) -> Taxonomy:
    """Return `base` with what the folder says.

    An entry of a new id is added, one of a known id takes the place of that in `base`, one with `extends` adds to it. Raises
    TaxonomyError with every fault of shape; faults of meaning are found by `checks`.
    """
    faults = Faults()
    own = read_folder(folder, faults)
    if not any((folder / name).exists() for name in (*FILES, *FOLDERS)):
        faults.add(folder, 1, f"holds nothing of a taxonomy; known: {', '.join((*FOLDERS, *FILES))}")
    skills = {**base.skills, **own.skills}
    for each in own.extensions:
        if each.extends in skills:
            skills[each.extends] = extended(skills[each.extends], each)
        else:
            place = dict(entry_places(folder)).get(("skills", each.extends), folder)
            faults.append(f"{place}: extends the unknown skill {each.extends!r}{meant(each.extends, skills)}")
    if faults:
        raise TaxonomyError(faults)
    contents = Contents(
        areas={**base.areas, **own.areas},
        skills=skills,
        area_of={**base.area_of, **own.area_of},
        group_of={**base.group_of, **own.group_of},
        roles={**base.roles, **own.roles},
        resources={**base.resources, **own.resources},
        questions={**base.questions, **own.questions},
        languages=(base.cues, *own.languages),
    )
    return assembled(
        contents,
        own.release or base.release,
        own.places or base.places,
        own.fit or base.fit,
        sha256(f"{base.digest} {folder_digest(folder)}".encode()).hexdigest(),
    )


def extended(skill: Skill, more: SkillExtension) -> Skill:
    """Add to every list and mapping that the extension names."""
    changes: dict[str, object] = {}
    for name in SkillExtension.__struct_fields__:
        match getattr(more, name), getattr(skill, name, None):
            case Mapping() as new, Mapping() as known:
                changes[name] = {**known, **new}
            case tuple() as new, tuple() as known:
                changes[name] = (*known, *new)
    return replace(skill, **changes)


def assembled(contents: Contents, release: Release, places: Places, fit: Questionnaire, digest: str) -> Taxonomy:
    """Work out what is asked again and again."""
    skills, resources = contents.skills, contents.resources
    form = normal_form(skills.values())
    return Taxonomy(
        release=release,
        areas=contents.areas,
        skills=skills,
        area_of=contents.area_of,
        group_of=contents.group_of,
        roles=contents.roles,
        resources=resources,
        questions=contents.questions,
        cues=merged_cues(contents.languages),
        places=places,
        fit=fit,
        digest=digest,
        neighbours=neighbours_of(skills),
        teaching=teaching_of(resources.values()),
        asking=asking_of(contents.questions.values()),
        form=form,
        phrases=phrases_by_first_word(skills.values(), form),
    )
