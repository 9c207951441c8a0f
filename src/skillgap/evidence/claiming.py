"""Mentions and links as evidence, quoted with their place on the page, and the claims that they add up to."""

import re
from collections.abc import Sequence

from skillgap.evidence.assertion import JudgedLine
from skillgap.evidence.lone_words import is_everyday_word
from skillgap.evidence.paraphrases import Link
from skillgap.evidence.proficiency import Estimate, level_of
from skillgap.evidence.types import Claim, Evidence, Mention, Part, Status, Via
from skillgap.evidence.use import LONGEST_QUOTE, Judged, is_shown
from skillgap.resume.types import LogicalLine, PageBox, Resume, SectionKind
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

BESIDE = re.compile(r"\s+[|·•‖¦⋅∙]\s+|\t|\s{3,}")
"""What parts a headline from an address or a telephone number on the same line."""
CONFIDENCE = {
    Status.USED: 0.95,
    Status.LISTED: 0.9,
    Status.COURSEWORK: 0.9,
    Status.LEARNING: 0.9,
    Status.NEGATED: 0.9,
    Status.OTHER_PERSON: 0.8,
}
AMBIGUOUS_DISCOUNT = 0.1
MOST_EVIDENCE = 50
"""A skill named more often is no better proven; places of use are kept before others."""


def judged_link(link: Link, resume: Resume, part: Part) -> Judged:
    line = resume.lines[link.line_number]
    start, end = line.span(link.start, link.end)
    text = line.text[link.start : link.end]
    evidence = Evidence(
        text=text,
        line=line.text if len(line.text) <= LONGEST_QUOTE else text,
        page=line.page,
        boxes=boxes_between(line, link.start, link.end),
        start=start,
        end=end,
        section=resume.kind_of(line),
        entry=line.entry,
        status=Status.USED,
        via=Via.PARAPHRASE,
        part=part,
    )
    return Judged(evidence=evidence, line_number=link.line_number, confidence=link.confidence)


def judged_mention(mention: Mention, resume: Resume, status: Status, verdict: JudgedLine, *, is_unsaid: bool) -> Judged:
    line = resume.lines[mention.line_number]
    return Judged(
        evidence=evidence_of(mention, line, resume, status, verdict.part if status is Status.USED else None),
        line_number=mention.line_number,
        confidence=CONFIDENCE[status] - (AMBIGUOUS_DISCOUNT if mention.is_ambiguous else 0.0),
        is_everyday_word=is_everyday_word(mention, line),
        is_unsaid=is_unsaid and status is not Status.USED,
    )


def claim_of(skill: SkillId, judged: Sequence[Judged], estimate: Estimate, taxonomy: Taxonomy) -> Claim:
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
        months_practised=estimate.months_practised,
    )


def kept_evidence(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    telling = sorted(evidence, key=lambda each: (not is_shown(each), each.status is not Status.USED))[:MOST_EVIDENCE]
    return tuple(sorted(telling, key=lambda each: each.start))


def evidence_of(mention: Mention, line: LogicalLine, resume: Resume, status: Status, part: Part | None) -> Evidence:
    start, end = line.span(mention.start, mention.end)
    quote, boxes = quoted(mention, line, resume)
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
        part=part,
        in_heading=resume.is_head(mention.line_number),
    )


def quoted(mention: Mention, line: LogicalLine, resume: Resume) -> tuple[str, tuple[PageBox, ...]]:
    """The line, or what stands near the mention of one that is long; of a headline its own part, not the address beside it."""
    if resume.kind_of(line) is SectionKind.HEADER:
        first = max((found.end() for found in BESIDE.finditer(line.text, 0, mention.start)), default=0)
        after = BESIDE.search(line.text, mention.end)
        return line.text[first : after.start() if after else None].strip(), line.boxes
    if len(line.text) <= LONGEST_QUOTE:
        return line.text, line.boxes
    first, last = max(0, mention.start - LONGEST_QUOTE // 2), min(len(line.text), mention.end + LONGEST_QUOTE // 2)
    return f"…{line.text[first:last].strip()}…", boxes_between(line, first, last)


def boxes_between(line: LogicalLine, start: int, end: int) -> tuple[PageBox, ...]:
    """Those of the visual lines that any of it stands on."""
    near = [
        n
        for n, piece in enumerate(line.pieces)
        if piece.offset < end and piece.offset + piece.end - piece.start > start
    ]
    return tuple(box for n, box in enumerate(line.boxes) if near and near[0] <= n <= near[-1])
