"""Pairs of people of whom one is the better fit for a role, to see whether the score agrees; the format: tests/pairs/GUIDE.md."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from skillgap.documents.reading import document_of_text
from skillgap.errors import PersonaError
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.gap.scoring import held_against, overall_of
from skillgap.gap.standing import Standings, standings_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.taxonomy.types import CareerLevel, RoleId
from skillgap.taxonomy.whole import Taxonomy

Side = Literal["a", "b"]


class Pair(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    kind: Literal["clear", "subtle"]
    theme: str
    role: RoleId
    level: CareerLevel
    better: Side
    why: str
    a: str
    b: str


class Ordered(Struct, frozen=True):
    """A pair with the scores of the better and of the other."""

    pair: Pair
    better: float
    other: float

    @property
    def is_right(self) -> bool:
        return self.better > self.other


def read_pairs(folder: Path) -> list[Pair]:
    """Every `.yaml` of the folder in the order of the names; raises PersonaError where one is not as the guide says."""
    pairs = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            pairs.append(msgspec.yaml.decode(path.read_bytes(), type=Pair))
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise PersonaError(f"{path}: {error}") from error
    if not pairs:
        raise PersonaError(f"{folder}: there are no pairs (.yaml) in it")
    return pairs


def ordered_pairs(pairs: Sequence[Pair], taxonomy: Taxonomy, grammar: ResumeGrammar) -> list[Ordered]:
    """Score both of each pair against the pair's role and level."""
    collector = EvidenceCollector(taxonomy)

    def standings(text: str) -> Standings:
        parsed = parse_resume(document_of_text(text, name="pair"), grammar)
        profile = collect_evidence(parsed.resume, collector, parsed.reference(taxonomy.release.released))
        return standings_of(profile, taxonomy)

    found = []
    for pair in pairs:
        sides = {
            side: overall_of(held_against(taxonomy.roles[pair.role], pair.level, standings(text)))
            for side, text in (("a", pair.a), ("b", pair.b))
        }
        found.append(Ordered(pair, sides.pop(pair.better), *sides.values()))
    return found
