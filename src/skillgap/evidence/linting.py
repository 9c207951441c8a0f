"""The whole lint of a taxonomy: shape, graph, names, and its own examples through the real matcher."""

from collections.abc import Collection, Iterator
from pathlib import Path

from skillgap.errors import TaxonomyError
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.self_test import cue_faults, example_faults, paraphrases_found
from skillgap.shelves import shelf
from skillgap.taxonomy.authoring.assembling import laid_over, load_taxonomy
from skillgap.taxonomy.authoring.checks import graph_faults
from skillgap.taxonomy.authoring.completeness import counts, gaps
from skillgap.taxonomy.authoring.findings import entry_places, located
from skillgap.taxonomy.authoring.folder import read_folder
from skillgap.taxonomy.authoring.yaml_files import Faults
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.types import Alias, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy


def linted(folder: Path | None, own: Path | None) -> list[str]:
    """Say what there is in a whole folder (None for the shipped one), or in the shipped one with `own` laid over it.

    Raises TaxonomyError with every fault, each with file and line where its entry stands.
    """
    whole = folder or shelf("skill_taxonomy")
    taxonomy = laid_over(shipped_taxonomy(), own) if own else load_taxonomy(whole)
    collector = EvidenceCollector(taxonomy)
    mine = {entry for part, entry in dict(entry_places(own)) if part == "skills"} if own else set()
    findings = [*graph_faults(taxonomy), *cue_faults(taxonomy.cues), *example_faults(collector, mine)]
    findings = [
        each for each in findings if not mine or each.part != "skills" or each.id in mine or each.about not in mine
    ]
    if findings:
        raise TaxonomyError(located(findings, *filter(None, (whole, own))))
    found, written = paraphrases_found(collector)
    rows = [f"{name:<16} {count:>6}" for name, count in counts(taxonomy).items()]
    rows.append(f"{'paraphrases':<16} {written:>6}, {found} of them read as their skill")
    rows += [f"could be better: {each}" for each in gaps(taxonomy)]
    base = shipped_taxonomy().skills
    for skill in map(SkillId, sorted(mine)):
        known = base[skill].surfaces if skill in base else ()
        rows += [f"could be better: {each}" for each in everyday_names(taxonomy.skills[skill], known)]
    return rows + (changes_of(own, shipped_taxonomy()) if own else [])


def everyday_names(skill: Skill, known: Collection[Alias]) -> Iterator[str]:
    """New names of one small-written word, which may be an everyday word too: no lint can know all other trades."""
    for alias in skill.surfaces:
        if alias not in known and not alias.ambiguous and alias.text.isalpha() and alias.text.islower():
            yield f"{skill.id}: {alias.text!r} counts wherever it stands; if people of other trades write it, make it ambiguous"


def changes_of(own: Path, base: Taxonomy) -> list[str]:
    """What somebody's own folder adds and what of ours it replaces or adds to, by part and id."""
    extended = {each.extends for each in read_folder(own, Faults()).extensions}
    rows = []
    for part, entry in dict(entry_places(own)):
        known = entry in getattr(base, part, ())
        word = "adds to" if part == "skills" and entry in extended else "replaces" if known else "adds"
        rows.append(f"your folder {word} {part}/{entry}")
    return rows
