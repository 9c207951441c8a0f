"""The step from a `Resume` to a `SkillProfile`: find the names, settle their senses, judge what each line says, estimate levels."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from skillgap.evidence.assertion import context_of, cued_line, judge_lines, part_of
from skillgap.evidence.claiming import claim_of, judged_link, judged_mention
from skillgap.evidence.cue_grammar import compile_cues, words_of
from skillgap.evidence.finding import SkillFinder, names_by_line
from skillgap.evidence.implied import with_implied
from skillgap.evidence.lone_words import without_lone_words
from skillgap.evidence.owned_lines import Piece, owned_line, pieces_of_late, whole
from skillgap.evidence.paraphrases import LEAST_CONFIDENCE, SURE_LINK, SUREST_LINK, Line, ParaphraseLinker
from skillgap.evidence.posts import PostReader, with_posts
from skillgap.evidence.proficiency import Estimator
from skillgap.evidence.senses import names_little, technical_mentions
from skillgap.evidence.status_features import CuedLine
from skillgap.evidence.statuses import StatusModel
from skillgap.evidence.types import Mention, OwnedLine, Part, SkillProfile
from skillgap.evidence.use import Career, Judged, tells_of_work, use_of
from skillgap.linear import LinearScorer
from skillgap.resume.types import Resume, SectionKind
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.trained import LinearModel, packed_model, shipped_model


def without_names(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The line with one word, which is none, as long as each name: what a model makes of it must not hang on whose name that is."""
    for start, end in spans:
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text


def mentions_by_line(mentions: Iterable[Mention]) -> defaultdict[int, list[Mention]]:
    """Those of each line; of one that names no skill none."""
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.line_number].append(mention)
    return found


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
        if self.posts.is_page_of_other_trade(resume, self.cues):
            found = [
                replace(each, is_doubted=not each.is_ambiguous and self.finder.is_plain(each, resume)) for each in found
            ]
        return technical_mentions(found, words, resume, self.finder.near_of, self.senses)

    def judge(self, resume: Resume) -> list[tuple[Mention, Judged]]:
        """Return every mention with what its line makes of it."""
        by_line = mentions_by_line(self.mentions(resume))
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
        named = mentions_by_line(mention for mention, _ in judged)
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
        self, resume: Resume, mentions: Iterable[Mention], judged: Iterable[Judged], others: Collection[int], as_of: str
    ) -> tuple[OwnedLine, ...]:
        """Return the lines that tell what was the person's own to decide; in the jobs `others` none does.

        Of lines that are `judged` the part is known.
        """
        named = mentions_by_line(mentions)
        known = {whole(resume, each.line_number): part for each in judged if (part := each.evidence.part) is not None}
        pieces = pieces_of_late(resume, others, as_of)
        parts = known | self.parts_of([each for each in pieces if each not in known], named, resume)
        return tuple(owned_line(each, resume) for each in pieces if parts[each] is Part.LED)

    def parts_of(
        self, pieces: Iterable[Piece], named: Mapping[int, Sequence[Mention]], resume: Resume
    ) -> dict[Piece, Part]:
        names = names_by_line(resume)
        return {
            piece: part_of(self.cued_piece(piece, named[piece[0]], resume, names[piece[0]]), self.parts)
            for piece in pieces
        }


def collect_evidence(resume: Resume, collector: EvidenceCollector, as_of: str) -> SkillProfile:
    """Gather what the résumé says about every skill it names or implies; `as_of` (YYYY-MM) is what "present" means."""
    grouped: dict[SkillId, list[Judged]] = defaultdict(list)
    named = collector.judge(resume)
    for mention, judged in named:
        if not judged.is_unsaid and not is_group_label(mention, resume, collector.group_labels):
            grouped[mention.skill].append(judged)
    others = collector.posts.of_other_trades(resume, {mention.line_number for mention, _ in named})
    linked = collector.linked(resume, named, others)
    for skill, judged in linked:
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
    judged_lines = (judged for _, judged in (*named, *linked))
    owned = collector.owned(resume, (mention for mention, _ in named), judged_lines, others, as_of)
    return SkillProfile(tuple(claim for _, claim in sorted(whole.items())), owned)


def is_group_label(mention: Mention, resume: Resume, labels: Collection[str]) -> bool:
    """Say whether the name only says what is listed behind it: "Cloud: Docker, Terraform" shows no cloud."""
    line = resume.lines[mention.line_number]
    label, colon, listed = line.text.partition(":")
    if not colon or not listed.strip() or resume.kind_of(line) is not SectionKind.SKILLS:
        return False
    return mention.start < len(label) and line.text[mention.start : mention.end].casefold().rstrip(": ") in labels
