"""How well postings are read, against what somebody marked in them (tests/postings/GUIDE.md)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from skillgap.documents.reading import read_document
from skillgap.errors import PersonaError
from skillgap.evaluation.evidence import Tally
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.types import Posting, Strength
from skillgap.taxonomy.types import CareerLevel, SkillId

GOLD = ".gold.yaml"


class GoldPosting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    level: CareerLevel
    years: int | None
    required: tuple[SkillId, ...] = ()
    preferred: tuple[SkillId, ...] = ()
    mentioned: tuple[SkillId, ...] = ()
    unknown: tuple[str, ...] = ()
    responsibilities: int = 0


class Fault(Struct, frozen=True):
    """What is read otherwise than it is marked."""

    posting: str
    field: str
    gold: str
    read: str


class PostingsResult(Struct):
    """A skill in the wrong list counts as missed in one and as found wrongly in the other."""

    postings: int
    lists: dict[Strength, Tally]
    unknown: Tally
    shares: dict[str, int]
    faults: list[Fault]


def gold_postings(folder: Path) -> Iterator[tuple[Path, GoldPosting]]:
    """Each posting with its gold; raises PersonaError where one is missing or can't be read."""
    for path in sorted(folder.glob(f"*{GOLD}")):
        name = path.name.removesuffix(GOLD)
        sources = [each for each in sorted(folder.glob(f"{name}.*")) if each != path]
        if len(sources) != 1:
            raise PersonaError(f"{path}: needs one posting beside it, not {len(sources)}")
        try:
            yield sources[0], msgspec.yaml.decode(path.read_bytes(), type=GoldPosting)
        except msgspec.MsgspecError as error:
            raise PersonaError(f"{path}: {error}") from error


def evaluate_postings(folder: Path, collector: EvidenceCollector) -> PostingsResult:
    lists = {strength: Tally() for strength in Strength}
    result = PostingsResult(0, lists, Tally(), {"title": 0, "years": 0, "level": 0}, [])
    for path, gold in gold_postings(folder):
        count(path.stem, gold, read_posting(read_document(path), collector), result)
    if not result.postings:
        raise PersonaError(f"{folder}: no postings with their gold (*{GOLD}) in it")
    return result


def count(name: str, gold: GoldPosting, read: Posting, result: PostingsResult) -> None:
    result.postings += 1
    list_of = {skill: strength for strength in Strength for skill in getattr(gold, strength)}
    for strength in Strength:
        marked, found = set(getattr(gold, strength)), set(read.skills(strength))
        add(result.lists[strength], marked, found)
        if strength is not Strength.MENTIONED:
            result.faults += [Fault(name, strength, skill, "missed") for skill in sorted(marked - found)]
            result.faults += [
                Fault(name, strength, list_of.get(skill, "nothing"), skill) for skill in sorted(found - marked)
            ]
    terms = [{each.casefold() for each in side} for side in (gold.unknown, read.unknown)]
    add(result.unknown, *terms)
    result.faults += [Fault(name, "unknown", term, "missed") for term in sorted(terms[0] - terms[1])]
    result.faults += [Fault(name, "unknown", "nothing", term) for term in sorted(terms[1] - terms[0])]
    for field in result.shares:
        marked, found = getattr(gold, field), getattr(read, field)
        result.shares[field] += marked == found
        if marked != found:
            result.faults.append(Fault(name, field, str(marked), str(found)))


def add(tally: Tally, marked: Iterable[str], found: Iterable[str]) -> None:
    marked, found = set(marked), set(found)
    tally.gold += len(marked)
    tally.found += len(found)
    tally.right += len(marked & found)
