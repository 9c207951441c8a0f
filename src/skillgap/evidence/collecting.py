"""The step from a `Resume` to a `SkillProfile`: find the names, settle their senses, judge what each line says, estimate levels."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from skillgap.evidence.alias_matching import AliasMatcher
from skillgap.evidence.assertion import JudgedLine, context_of, cued_line, judge_lines, part_of
from skillgap.evidence.cue_grammar import compile_cues, words_of
from skillgap.evidence.implied import with_implied
from skillgap.evidence.lone_words import is_everyday_word, without_lone_words
from skillgap.evidence.owned_lines import Piece, owned_line, pieces_of_late, whole
from skillgap.evidence.paraphrases import LEAST_CONFIDENCE, SURE_LINK, SUREST_LINK, Line, Link, ParaphraseLinker
from skillgap.evidence.posts import PostReader, with_posts
from skillgap.evidence.proficiency import Estimate, Estimator, level_of
from skillgap.evidence.senses import NearWords, names_little, near_words, speaks_against, technical_mentions
from skillgap.evidence.spelled_out import means_something_else, spelled_out
from skillgap.evidence.status_features import CuedLine
from skillgap.evidence.statuses import StatusModel
from skillgap.evidence.types import Claim, Evidence, Mention, OwnedLine, Part, SkillProfile, Status, Via
from skillgap.evidence.use import LONGEST_QUOTE, Career, Judged, is_shown, tells_of_work, use_of
from skillgap.linear import LinearScorer
from skillgap.resume.types import LogicalLine, PageBox, Resume, SectionKind
from skillgap.taxonomy.types import Kind, SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.trained import LinearModel, packed_model, shipped_model

BESIDE = re.compile(r"\s+[|·•‖¦⋅∙]\s+|\t|\s{3,}")
"""What parts a headline from an address or a telephone number on the same line."""
EVERYDAY_WORDS = 2
"""At most; a phrase of three that is one of ours is hardly ever anything else ("user acceptance testing")."""
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


class SkillFinder:
    """The names of a taxonomy, to be found in résumés, in whatever sense. Safe to share between threads."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.matcher = AliasMatcher(taxonomy)
        self._near: dict[SkillId, NearWords] = {}
        self._not_near: dict[SkillId, NearWords] = {}

    def candidates(self, resume: Resume) -> tuple[list[Mention], list[tuple[str, ...]]]:
        """Return every name found, in whatever sense, and each line's words in normal form.

        Ambiguous ones whose line settles that something else is meant are left out, on a page that names little also surer ones
        but of languages, and everywhere acronyms that the page spells out as something else.
        """
        found, words = self.matcher.find([line.text for line in resume.lines])
        named = names_by_line(resume)
        meanings = spelled_out([line.text for line in resume.lines])
        own = [
            each
            for each in found
            if each.line_number not in resume.identity
            and not is_employer(each, resume)
            and not any(start < each.end and each.start < end for start, end in named[each.line_number])
            and not (meanings and self._is_spelled_out_otherwise(each, resume, meanings))
        ]
        little = names_little(own, resume)
        return [
            each
            for each in own
            if not (
                (each.is_ambiguous or (little and not self._is_language(each)))
                and self._means_something_else(each, words)
            )
        ], words

    def _is_spelled_out_otherwise(self, mention: Mention, resume: Resume, meanings: Mapping[str, set[str]]) -> bool:
        name = resume.lines[mention.line_number].text[mention.start : mention.end]
        return means_something_else(name, meanings, self.taxonomy.skills[mention.skill])

    def _is_language(self, mention: Mention) -> bool:
        return self.taxonomy.skills[mention.skill].kind is Kind.LANGUAGE

    def _means_something_else(self, mention: Mention, words: Sequence[tuple[str, ...]]) -> bool:
        if not self.taxonomy.skills[mention.skill].not_near:
            return False
        if mention.skill not in self._not_near:
            self._not_near[mention.skill] = self._near_words(self.taxonomy.skills[mention.skill].not_near)
        return speaks_against(
            words[mention.line_number], mention, self.near_of(mention.skill), self._not_near[mention.skill]
        )

    def near_of(self, skill: SkillId) -> NearWords:
        """Return the words that settle the skill's ambiguous aliases, put into normal form when first asked for."""
        if skill not in self._near:
            self._near[skill] = self._near_words(self.taxonomy.skills[skill].near)
        return self._near[skill]

    def is_plain(self, mention: Mention, resume: Resume) -> bool:
        """Say whether the name may be words of everybody's: one or two, in small letters as the taxonomy has them, if not first."""
        name = resume.lines[mention.line_number].text[mention.start : mention.end]
        if name.count(" ") >= EVERYDAY_WORDS or not name[1:].islower():
            return False
        return name.islower() or (not self._is_language(mention) and self._is_written_small(name, mention.skill))

    def _is_written_small(self, name: str, skill: SkillId) -> bool:
        first = name.split(maxsplit=1)[0].casefold()
        surfaces = (alias.text for alias in self.taxonomy.skills[skill].surfaces if alias.text.islower())
        return not {first, first.removesuffix("s")}.isdisjoint(text.split()[0] for text in surfaces)

    def _near_words(self, phrases: Sequence[str]) -> NearWords:
        return near_words(self.matcher.words(phrase) for phrase in phrases)


def names_by_line(resume: Resume) -> Mapping[int, list[tuple[int, int]]]:
    """Spans that name the person: who is called Ruby Chef uses neither for that."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in resume.names:
        found[number].append((start, end))
    return found


def without_names(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The line with one word, which is none, as long as each name: what a model makes of it must not hang on whose name that is."""
    for start, end in spans:
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text


class EvidenceCollector:
    """A taxonomy and the models made ready for reading evidence: built once, used for many résumés and from many threads."""

    def __init__(self, taxonomy: Taxonomy, levels: LinearModel | None = None) -> None:
        self.taxonomy = taxonomy
        self.finder = SkillFinder(taxonomy)
        self.cues = compile_cues(taxonomy.cues)
        self.senses = LinearScorer(packed_model("senses"))
        self.statuses = StatusModel()
        self.parts = LinearScorer(packed_model("parts"))
        self.linker = ParaphraseLinker()
        self.posts = PostReader(taxonomy.cues)
        self.group_labels = frozenset(taxonomy.cues.group_labels)
        self.levels = levels or shipped_model("levels")

    def mentions(self, resume: Resume) -> list[Mention]:
        """Return the mentions that name a skill in its technical sense, in the order of the text."""
        found, words = self.finder.candidates(resume)
        if self.posts.is_page_of_other_trade(resume):
            found = [
                replace(each, is_doubted=not each.is_ambiguous and self.finder.is_plain(each, resume)) for each in found
            ]
        return technical_mentions(found, words, resume, self.finder.near_of, self.senses)

    def judge(self, resume: Resume) -> list[tuple[Mention, Judged]]:
        """Return every mention with what its line makes of it."""
        by_line: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions(resume):
            by_line[mention.line_number].append(mention)
        named = names_by_line(resume)
        numbers = sorted(by_line)
        lines = [self.cued(number, by_line[number], resume, named[number]) for number in numbers]
        return [
            (mention, judged_mention(mention, resume, status, verdict, is_unsaid=is_unsaid))
            for number, line, verdict in zip(numbers, lines, judge_lines(lines, self.statuses, self.parts), strict=True)
            for mention, status, is_unsaid in zip(by_line[number], verdict.statuses, line.unsaid, strict=True)
        ]

    def cued(
        self, number: int, mentions: Sequence[Mention], resume: Resume, names: Sequence[tuple[int, int]]
    ) -> CuedLine:
        """A line as the models of statuses see it, without anybody's name."""
        return self.cued_piece((number, 0, len(resume.lines[number].text)), mentions, resume, names)

    def cued_piece(
        self, piece: Piece, mentions: Sequence[Mention], resume: Resume, names: Sequence[tuple[int, int]]
    ) -> CuedLine:
        number, start, end = piece
        text = without_names(resume.lines[number].text, names)[start:end]
        spans = [(each.start - start, each.end - start) for each in mentions if start <= each.start and each.end <= end]
        return cued_line(text, spans, context_of(number, resume, self.cues), self.cues)

    def linked(
        self, resume: Resume, judged: Sequence[tuple[Mention, Judged]], others: Collection[int] = ()
    ) -> list[tuple[SkillId, Judged]]:
        """Return the lines of work that prove a skill which they do not name, with how surely; in the jobs `others` none does.

        A page that names little or nothing may be of another trade, or tell of this one in plain prose: there the link must be surer.
        """
        named: dict[int, list[Mention]] = defaultdict(list)
        for mention, _ in judged:
            named[mention.line_number].append(mention)
        is_plain = names_little([mention for mention, _ in judged], resume)
        least = LEAST_CONFIDENCE if not is_plain else SURE_LINK if judged else SUREST_LINK
        lines = [
            Line(number, line.text, words_of(entry.title or "") if (entry := resume.entry_of(line)) else ())
            for number, line in enumerate(resume.lines)
            if tells_of_work(number, resume) and line.entry not in others
        ]
        links = [
            link
            for link in self.linker.links(lines)
            if link.confidence >= least
            and link.skill in self.taxonomy.skills
            and all(link.skill != mention.skill for mention in named[link.line_number])
        ]
        parts = self.parts_of({whole(resume, link.line_number) for link in links}, named, resume)
        return [(link.skill, judged_link(link, resume, parts[whole(resume, link.line_number)])) for link in links]

    def owned(
        self, resume: Resume, judged: Sequence[tuple[Mention, Judged]], others: Collection[int], as_of: str
    ) -> tuple[OwnedLine, ...]:
        """Return the lines that tell what was the person's own to decide; in the jobs `others` none does."""
        named: dict[int, list[Mention]] = defaultdict(list)
        known: dict[Piece, Part] = {}
        for mention, each in judged:
            named[mention.line_number].append(mention)
            if each.evidence.part is not None:
                known[whole(resume, mention.line_number)] = each.evidence.part
        pieces = pieces_of_late(resume, others, as_of)
        parts = known | self.parts_of([each for each in pieces if each not in known], named, resume)
        return tuple(owned_line(each, resume) for each in pieces if parts[each] is Part.LED)

    def parts_of(
        self, pieces: Iterable[Piece], named: Mapping[int, Sequence[Mention]], resume: Resume
    ) -> dict[Piece, Part]:
        names = names_by_line(resume)
        return {
            piece: part_of(self.cued_piece(piece, named.get(piece[0], ()), resume, names[piece[0]]), self.parts)
            for piece in pieces
        }


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


def is_employer(mention: Mention, resume: Resume) -> bool:
    """Say whether the name is part of an employer's or a school's, or an ambiguous one of a town ("Corvid Messaging Inc., Oban")."""
    line = resume.lines[mention.line_number]
    entry = resume.entry_of(line)
    if entry is None or not resume.is_head(mention.line_number):
        return False
    for name in filter(None, (entry.organization, entry.location if mention.is_ambiguous else None)):
        start = line.text.find(name)
        if start >= 0 and start <= mention.start and mention.end <= start + len(name):
            return True
    return False


def collect_evidence(resume: Resume, collector: EvidenceCollector, as_of: str) -> SkillProfile:
    """Gather what the résumé says about every skill it names or implies; `as_of` (YYYY-MM) is what "present" means."""
    grouped: dict[SkillId, list[Judged]] = defaultdict(list)
    named = collector.judge(resume)
    for mention, judged in named:
        if not judged.is_unsaid and not is_group_label(mention, resume, collector.group_labels):
            grouped[mention.skill].append(judged)
    others = collector.posts.of_other_trades(resume, {mention.line_number for mention, _ in named})
    for skill, judged in collector.linked(resume, named, others):
        grouped[skill].append(judged)
    estimator = Estimator(Career(resume, as_of, others), collector.levels)
    taxonomy = collector.taxonomy
    uses = without_lone_words({skill: use_of(judged) for skill, judged in grouped.items()}, grouped, taxonomy)
    claims = {
        skill: claim_of(skill, judged, estimator.estimate(judged, uses[skill]), taxonomy)
        for skill, judged in grouped.items()
    }
    implied = with_implied(claims, uses, estimator, taxonomy)
    whole = with_posts(implied, collector.posts.held(resume), estimator, taxonomy)
    owned = collector.owned(resume, named, others, as_of)
    return SkillProfile(tuple(claim for _, claim in sorted(whole.items())), owned)


def is_group_label(mention: Mention, resume: Resume, labels: Collection[str]) -> bool:
    """Say whether the name only says what is listed behind it: "Cloud: Docker, Terraform" shows no cloud."""
    line = resume.lines[mention.line_number]
    label, colon, listed = line.text.partition(":")
    if not colon or not listed.strip() or resume.kind_of(line) is not SectionKind.SKILLS:
        return False
    return mention.start < len(label) and line.text[mention.start : mention.end].casefold().rstrip(": ") in labels


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
