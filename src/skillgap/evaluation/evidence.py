"""How much of the marked evidence is found, and how much is found that isn't there; counted line by line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from skillgap.documents.reading import document_of_text
from skillgap.evaluation.personas import GoldLine, Persona, as_text
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.taxonomy.types import SkillId

Named = tuple[str, SkillId]
"""A skill in a line, known by its text."""


class EvidenceResult(Struct, frozen=True, kw_only=True):
    """Counts over all personas; `missed` and `spurious` are (line, skill), most useful to those who mend things."""

    personas: int
    gold: int
    found: int
    right: int
    status_right: int
    paraphrases: int
    missed: tuple[Named, ...]
    spurious: tuple[Named, ...]
    confusions: tuple[tuple[Status, Status, int], ...]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0


def evaluate_evidence(
    personas: Iterable[Persona], collector: EvidenceCollector, grammar: ResumeGrammar
) -> EvidenceResult:
    """Compare the named mentions (paraphrases are counted apart: nothing finds them yet) of each line with the gold."""
    gold_total: Counter[Named] = Counter()
    found_total: Counter[Named] = Counter()
    confusions: Counter[tuple[Status, Status]] = Counter()
    paraphrases = count = 0
    for persona in personas:
        count += 1
        gold = gold_statuses(persona.lines())
        found = found_statuses(persona, collector, grammar)
        gold_total += Counter({named: len(statuses) for named, statuses in gold.items()})
        found_total += Counter({named: len(statuses) for named, statuses in found.items()})
        for named, statuses in gold.items():
            confusions.update(zip(statuses, found.get(named, ()), strict=False))
        paraphrases += sum(mention.via is Via.PARAPHRASE for line in persona.lines() for mention in line.mentions)
    right = gold_total & found_total
    return EvidenceResult(
        personas=count,
        gold=gold_total.total(),
        found=found_total.total(),
        right=right.total(),
        status_right=sum(number for (expected, actual), number in confusions.items() if expected is actual),
        paraphrases=paraphrases,
        missed=tuple(sorted((gold_total - found_total).elements())),
        spurious=tuple(sorted((found_total - gold_total).elements())),
        confusions=tuple(sorted((e, a, n) for (e, a), n in confusions.items() if e is not a)),
    )


def gold_statuses(lines: Sequence[GoldLine]) -> dict[Named, list[Status]]:
    statuses: dict[Named, list[Status]] = defaultdict(list)
    for line in lines:
        for mention in line.mentions:
            if mention.via is Via.ALIAS:
                statuses[key_of(line.text), mention.skill].append(mention.status)
    return statuses


def found_statuses(persona: Persona, collector: EvidenceCollector, grammar: ResumeGrammar) -> dict[Named, list[Status]]:
    """Run the real thing on the text, and give each mention back to the gold line it stands in."""
    resume = parse_resume(document_of_text(as_text(persona), name=persona.id), grammar).resume
    known = sorted((key_of(line.text) for line in persona.lines()), key=len, reverse=True)
    statuses: dict[Named, list[Status]] = defaultdict(list)
    for mention, judged in collector.judge(resume):
        line = key_of(resume.lines[mention.line_number].text)
        surface = key_of(judged.evidence.text)
        owner = next((each for each in known if each == line), None) or next(
            (each for each in known if each in line and surface in each), line
        )
        statuses[owner, mention.skill].append(judged.evidence.status)
    return statuses


def key_of(text: str) -> str:
    return " ".join(text.split()).casefold()
