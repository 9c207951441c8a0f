"""How much of what annotators marked is found, and how much is found that isn't there; counted line by line."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from skillgap.documents.reading import document_of_text
from skillgap.errors import PersonaError
from skillgap.evaluation.marked_blocks import Block, read_blocks, resume_of_block
from skillgap.evaluation.marks import GoldLine
from skillgap.evaluation.personas import Persona, as_text, read_persona
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.types import Claim, Mention, Status, Via
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import LogicalLine, Resume
from skillgap.taxonomy.types import Level, SkillId
from skillgap.taxonomy.whole import Taxonomy

Named = tuple[str, SkillId]
"""A skill in a line, known by its text."""
Finder = Callable[[Resume], Sequence[tuple[int, SkillId]]]
"""Another way of finding skills: the number of a line and the skill, a pair a mention."""
CORE = frozenset({"operating-systems", "networking", "concurrency", "integration"})
AS_OF = "2026-11"


class Case(Struct, frozen=True):
    """Annotated text as the analyzer sees it. `persona` is there where the text is a whole résumé."""

    id: str
    resume: Resume
    gold: tuple[GoldLine, ...]
    persona: Persona | None = None


class Tally(Struct):
    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class EvidenceResult(Struct):
    """Counts over all cases; `missed`, `spurious` and `wrong` name the lines, most useful to those who mend things.

    `senses` holds, for each ambiguous name, how often it was [meant and taken, meant, not meant and left, not meant]. `links` are
    those from a line to a skill that it does not name, `proving` the lines that prove one; apart for résumés and blocks of lines.
    """

    resumes: int = 0
    blocks: int = 0
    lines: int = 0
    mentions: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    baselines: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    statuses: Counter[tuple[Status, Status]] = field(default_factory=Counter)
    senses: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))
    links: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    proving: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    near_misses: Tally = field(default_factory=Tally)
    levels: Counter[tuple[Level, Level]] = field(default_factory=Counter)
    unrelated: int = 0
    false_skills: int = 0
    missed: list[Named] = field(default_factory=list)
    spurious: list[Named] = field(default_factory=list)
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)

    def status_tally(self, status: Status) -> Tally:
        pairs = self.statuses.items()
        return Tally(
            right=self.statuses[status, status],
            found=sum(count for (_, actual), count in pairs if actual is status),
            gold=sum(count for (expected, _), count in pairs if expected is status),
        )

    @property
    def statuses_right(self) -> tuple[int, int]:
        return sum(count for (a, b), count in self.statuses.items() if a is b), self.statuses.total()

    @property
    def wrongly_credited(self) -> tuple[int, int]:
        """Mentions of denied or others' skills that count as the person's own, out of all such mentions."""
        own = [(actual, count) for (expected, actual), count in self.statuses.items() if not expected.is_claim]
        return sum(count for actual, count in own if actual.is_claim), sum(count for _, count in own)

    @property
    def sense_accuracy(self) -> tuple[float, float]:
        """The share of meant names that are taken, and of names in other senses that are left."""
        taken, meant, left, other = (sum(each[n] for each in self.senses.values()) for n in range(4))
        return taken / meant if meant else 1.0, left / other if other else 1.0


def read_cases(folder: Path, grammar: ResumeGrammar) -> Iterator[Case]:
    """Read every `*.txt` of a folder, whole résumés and files of lines; raises PersonaError where there is none."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise PersonaError(f"{folder}: no annotated text (*.txt) in it")
    for path in paths:
        if path.read_text("utf-8", errors="replace").lstrip().startswith("@"):
            yield from (case_of_block(block, f"{path.stem}-{number}") for number, block in enumerate(read_blocks(path)))
        else:
            yield case_of_persona(read_persona(path), grammar)


def case_of_persona(persona: Persona, grammar: ResumeGrammar) -> Case:
    resume = parse_resume(document_of_text(as_text(persona), name=persona.id), grammar).resume
    return Case(persona.id, resume, tuple(persona.lines()), persona)


def case_of_block(block: Block, name: str) -> Case:
    return Case(name, resume_of_block(block), block.lines)


def evaluate_evidence(
    cases: Iterable[Case], collector: EvidenceCollector, baselines: Mapping[str, Finder] | None = None
) -> EvidenceResult:
    """Compare what is found in each line with what is marked in it."""
    result = EvidenceResult()
    for case in cases:
        result.resumes += case.persona is not None
        result.blocks += case.persona is None
        result.lines += len(case.gold)
        judge_mentions(case, collector, result, baselines or {})
        judge_senses(case, collector, result)
        claims = {claim.id: claim for claim in collect_evidence(case.resume, collector, AS_OF).claims}
        judge_links(case, claims, result)
        if case.persona is not None:
            judge_levels(case.persona, claims, result)
        if case.persona is not None and case.persona.is_of_other_trade:
            judge_unrelated(case.persona, claims, collector.taxonomy, result)
    return result


def judge_mentions(
    case: Case, collector: EvidenceCollector, result: EvidenceResult, baselines: Mapping[str, Finder]
) -> None:
    area_of = collector.taxonomy.area_of
    owner_of = line_owners(case)
    gold = gold_statuses(case.gold)
    found: dict[Named, list[Status]] = defaultdict(list)
    for mention, judged in collector.judge(case.resume):
        owner = owner_of(case.resume.lines[mention.line_number], judged.evidence.text)
        if owner:
            found[owner, mention.skill].append(judged.evidence.status)
    for named in gold.keys() | found.keys():
        expected, actual = gold.get(named, []), found.get(named, [])
        tally = result.mentions[area_of.get(named[1], "unknown")]
        tally.gold += len(expected)
        tally.found += len(actual)
        tally.right += min(len(expected), len(actual))
        result.missed += [named] * (len(expected) - len(actual))
        result.spurious += [named] * (len(actual) - len(expected))
        statuses = list(zip(expected, actual, strict=False))
        result.statuses.update(statuses)
        result.wrong += [(named[1], a, b, named[0]) for a, b in statuses if a is not b]
    for name, finder in baselines.items():
        pairs = ((owner_of(case.resume.lines[number], ""), skill) for number, skill in finder(case.resume))
        own = Counter(named for named in pairs if named[0])
        tally = result.baselines[name]
        tally.gold += sum(map(len, gold.values()))
        tally.found += own.total()
        tally.right += sum(min(count, len(gold.get(named, ()))) for named, count in own.items())


def gold_statuses(lines: Sequence[GoldLine]) -> dict[Named, list[Status]]:
    statuses: dict[Named, list[Status]] = defaultdict(list)
    for line in lines:
        for mention in line.mentions:
            if mention.via is Via.ALIAS:
                statuses[key_of(line.text), mention.skill].append(mention.status)
    return statuses


def line_owners(case: Case) -> Callable[[LogicalLine, str], str]:
    """Give a line of the résumé, or a surface in it, back to the gold line that it was printed from; "" for a block's title."""
    known = sorted({key_of(line.text) for line in case.gold}, key=lambda text: (-len(text), text))
    exact = set(known)

    def owner(line: LogicalLine, surface: str) -> str:
        text, part = key_of(line.text), key_of(surface)
        if text in exact:
            return text
        other = "" if case.persona is None else text
        return next((each for each in known if each in text and part in each), other)

    return owner


def judge_senses(case: Case, collector: EvidenceCollector, result: EvidenceResult) -> None:
    """Count only names that are ambiguous: whether each is taken where an annotator marked it, and left where not."""
    owner_of = line_owners(case)
    marked = gold_statuses(case.gold)
    taken = Counter(place_of(mention) for mention in collector.mentions(case.resume))
    budget = {named: len(statuses) for named, statuses in marked.items()}
    for mention in collector.finder.candidates(case.resume)[0]:
        if not mention.is_ambiguous:
            continue
        line = case.resume.lines[mention.line_number]
        surface = line.text[mention.start : mention.end]
        named = owner_of(line, surface), mention.skill
        is_meant = budget.get(named, 0) > 0
        counts = result.senses[surface.casefold()]
        is_taken = taken[place_of(mention)] > 0
        if is_meant:
            budget[named] -= is_taken
            counts[0] += is_taken
            counts[1] += 1
        else:
            counts[2] += not is_taken
            counts[3] += 1


def place_of(mention: Mention) -> tuple[int, int, SkillId]:
    return mention.line_number, mention.start, mention.skill


def judge_links(case: Case, claims: Mapping[SkillId, Claim], result: EvidenceResult) -> None:
    """A link is right if it is to a skill that the line proves; a line is found if one of its skills is linked."""
    owner_of = line_owners(case)
    linked: dict[str, set[SkillId]] = defaultdict(set)
    for claim in claims.values():
        for evidence in claim.evidence:
            if evidence.via is Via.PARAPHRASE:
                line = next(line for line in case.resume.lines if line.start <= evidence.start <= line.end)
                linked[owner_of(line, "")].add(claim.id)
    group = "lines" if case.persona is None else "résumés"
    links, proving = result.links[group], result.proving[group]
    for gold in case.gold:
        proved = {*gold.proves, *(mention.skill for mention in gold.mentions if mention.via is Via.PARAPHRASE)}
        own = linked.pop(key_of(gold.text), set())
        links.right += len(own & proved)
        links.found += len(own)
        proving.gold += bool(proved)
        proving.right += bool(own & proved)
        result.wrong += [(skill, "no link", "linked", gold.text) for skill in sorted(own - proved)]
        if gold.sounds_like:
            result.near_misses.gold += 1
            result.near_misses.found += bool(own & set(gold.sounds_like))


def judge_levels(persona: Persona, claims: Mapping[SkillId, Claim], result: EvidenceResult) -> None:
    for skill, expected in (persona.levels or {}).items():
        actual = claims[skill].level if skill in claims else Level.NONE
        result.levels[expected, actual] += 1
        if abs(expected.rank - actual.rank) > 0:
            result.wrong.append((skill, expected, actual, f"level of {persona.id}"))


def judge_unrelated(
    persona: Persona, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy, result: EvidenceResult
) -> None:
    marked = {mention.skill for line in persona.lines() for mention in line.mentions}
    result.unrelated += 1
    result.false_skills += sum(
        taxonomy.area_of[skill] in CORE and skill not in marked and claim.level_score > 0
        for skill, claim in claims.items()
    )


def key_of(text: str) -> str:
    return " ".join(text.split()).casefold()
