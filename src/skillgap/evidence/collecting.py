"""The step from a `Resume` to a `SkillProfile`: find the names, settle their senses, judge what each line says, estimate levels."""

from collections import defaultdict
from collections.abc import Sequence

from skillgap.evidence.alias_matching import AliasMatcher
from skillgap.evidence.assertion import SECTION_STATUS, AssertionGrammar, compile_assertion, judge_line
from skillgap.evidence.implied import with_implied
from skillgap.evidence.proficiency import Judged, estimate_level, level_of
from skillgap.evidence.senses import NearWords, near_words, technical_mentions
from skillgap.evidence.types import Claim, Evidence, Mention, SkillProfile, Status, Via
from skillgap.resume.types import LogicalLine, Resume, SectionKind
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

LONGEST_QUOTE = 600
"""Letters; of a longer line the part around the name is quoted."""
MOST_EVIDENCE = 50
"""A skill named more often is no better proven; places of use are kept before others."""


class EvidenceCollector:
    """A taxonomy made ready for reading evidence: built once, used for many résumés, safe to share between threads."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.matcher = AliasMatcher(taxonomy)
        self.assertion: AssertionGrammar = compile_assertion(taxonomy.cues)
        self._near: dict[SkillId, NearWords] = {}

    def mentions(self, resume: Resume) -> list[Mention]:
        """Return the mentions that name a skill in its technical sense, in the order of the text."""
        found, words = self.matcher.find([line.text for line in resume.lines])
        found = [
            mention
            for mention in found
            if mention.line_number not in resume.identity and not is_employer(mention, resume)
        ]
        return technical_mentions(found, words, resume, self.near_of)

    def near_of(self, skill: SkillId) -> NearWords:
        """Return the words that settle the skill's ambiguous aliases, put into normal form when first asked for."""
        if skill not in self._near:
            self._near[skill] = near_words(self.matcher.words(phrase) for phrase in self.taxonomy.skills[skill].near)
        return self._near[skill]

    def judge(self, resume: Resume) -> list[tuple[Mention, Judged]]:
        """Return every mention with what its line makes of it."""
        by_line: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions(resume):
            by_line[mention.line_number].append(mention)
        judged = []
        for number, mentions in sorted(by_line.items()):
            line = resume.lines[number]
            verdict = judge_line(line.text, mentions, self._default_status(resume, line), self.assertion)
            judged += [
                (mention, Judged(evidence_of(mention, line, resume, status), mention.is_ambiguous, verdict.has_depth))
                for mention, status in zip(mentions, verdict.statuses, strict=True)
            ]
        return judged

    def _default_status(self, resume: Resume, line: LogicalLine) -> Status:
        """A section has its own: skills are listed, education is coursework; a heading may say so ("Currently learning")."""
        section = resume.sections[line.section]
        status = SECTION_STATUS.get(section.kind, Status.USED)
        if section.kind is not SectionKind.OTHER or not section.heading:
            return status
        heading = f"{section.heading} "
        mention = Mention(
            skill=SkillId(""),
            line_number=0,
            start=len(heading),
            end=len(heading) + 1,
            first_word=0,
            last_word=0,
            is_ambiguous=False,
        )
        return judge_line(f"{heading}x", [mention], status, self.assertion).statuses[0]


def is_employer(mention: Mention, resume: Resume) -> bool:
    """Say whether the name stands within that of an employer or a school ("Corvid Messaging Inc.")."""
    line = resume.lines[mention.line_number]
    entry = resume.entries[line.entry] if line.entry is not None else None
    if entry is None or not entry.organization or mention.line_number not in entry.line_numbers[: entry.head_count]:
        return False
    start = line.text.find(entry.organization)
    return start >= 0 and start <= mention.start and mention.end <= start + len(entry.organization)


def collect_evidence(resume: Resume, collector: EvidenceCollector, as_of: str) -> SkillProfile:
    """Gather what the résumé says about every skill it names or implies; `as_of` (YYYY-MM) is what "present" means."""
    grouped: dict[SkillId, list[Judged]] = defaultdict(list)
    for mention, judged in collector.judge(resume):
        grouped[mention.skill].append(judged)
    taxonomy = collector.taxonomy
    claims = {skill: claim_of(skill, judged, resume, taxonomy, as_of) for skill, judged in grouped.items()}
    return SkillProfile(tuple(claim for _, claim in sorted(with_implied(claims, taxonomy).items())))


def claim_of(skill: SkillId, judged: Sequence[Judged], resume: Resume, taxonomy: Taxonomy, as_of: str) -> Claim:
    estimate = estimate_level(judged, resume.entries, as_of)
    return Claim(
        id=skill,
        name=taxonomy.skills[skill].label,
        area=taxonomy.area_of[skill],
        level=level_of(estimate.score),
        level_score=estimate.score,
        confidence=estimate.confidence,
        months=estimate.months,
        last_used=estimate.last_used,
        reasons=estimate.reasons,
        evidence=kept_evidence([each.evidence for each in judged]),
    )


def kept_evidence(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    telling = sorted(evidence, key=lambda each: each.status is not Status.USED)[:MOST_EVIDENCE]
    return tuple(sorted(telling, key=lambda each: each.start))


def evidence_of(mention: Mention, line: LogicalLine, resume: Resume, status: Status) -> Evidence:
    start, end = line.span(mention.start, mention.end)
    quote, boxes = line.text, line.boxes
    if len(quote) > LONGEST_QUOTE:
        first, last = max(0, mention.start - LONGEST_QUOTE // 2), min(len(quote), mention.end + LONGEST_QUOTE // 2)
        near = [
            n
            for n, piece in enumerate(line.pieces)
            if piece.offset <= last and piece.offset + piece.end - piece.start >= first
        ]
        quote = f"…{quote[first:last].strip()}…"
        boxes = tuple(box for n, box in enumerate(boxes) if near and near[0] <= n <= near[-1])
    return Evidence(
        text=line.text[mention.start : mention.end],
        line=quote,
        page=line.page,
        boxes=boxes,
        start=start,
        end=end,
        section=resume.kind_of(line),
        entry=line.entry,
        status=status,
        via=Via.ALIAS,
    )
