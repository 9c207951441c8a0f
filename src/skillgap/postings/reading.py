"""The step from a `Document` to a `Posting`: lay it out by its headings, find the skills, judge each line's own words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.types import Document
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Mention
from skillgap.postings.asking_lists import with_asking_lists
from skillgap.postings.choices import Choice, Likeness, choices_in
from skillgap.postings.conditions import beside_skills, conditions_in, each_once
from skillgap.postings.examples import Named, examples_in
from skillgap.postings.grammar import PostingGrammar, compile_postings
from skillgap.postings.layout import PostingLine, laid_out
from skillgap.postings.marked import with_marks
from skillgap.postings.names import Names, Wanted, names_in, without_umbrellas
from skillgap.postings.others import told_of_others
from skillgap.postings.seniority import level_of, years_in
from skillgap.postings.several_levels import with_lowest_level
from skillgap.postings.strengths import OF_PART, SOFTENS, Sentence, Span, sentences_of
from skillgap.postings.titles import title_of
from skillgap.postings.types import Ask, Condition, Posting, Strength
from skillgap.postings.unknown import MOST_TERMS, Taken, overlaps, terms_in
from skillgap.resume.heading_words import normal
from skillgap.taxonomy.types import Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import PostingCue, PostingPart

UNASKED = {PostingPart.ABOUT, PostingPart.WAIVED}
LONGEST_LINE, LONGEST = 600, 100_000
"""Letters of a line that is quoted, and of a posting: what is longer is read so far."""


class Said(Struct, frozen=True):
    """One sentence of a posting: what it is about, the skills it names and how much each is wanted."""

    line: PostingLine
    text: str
    part: PostingPart
    default: Strength
    asked: tuple[tuple[Mention, Strength | None], ...]
    others: frozenset[SkillId]
    choices: tuple[Sequence[SkillId], ...]
    years: tuple[int, ...]
    unknown: tuple[str, ...]
    conditions: tuple[Condition, ...]

    @property
    def is_duty(self) -> bool:
        return self.part is PostingPart.DUTIES

    def is_duty_of(self, skill: SkillId) -> bool:
        return self.is_duty and skill not in self.others

    def alternatives_to(self, skill: SkillId) -> tuple[SkillId, ...]:
        others = (other for choice in self.choices if skill in choice for other in choice if other != skill)
        return tuple(dict.fromkeys(others))


def read_posting(document: Document, collector: EvidenceCollector) -> Posting:
    """Read a posting; one that asks for nothing that is known has no asks."""
    grammar = compile_postings(collector.taxonomy)
    logical, headed = laid_out(beginning_of(document), grammar)
    lines, lowest = with_lowest_level(with_asking_lists(with_marks(headed, grammar), grammar), grammar)
    names = names_in(logical, lines, collector, grammar)
    elsewhere = words_elsewhere(lines)
    title = title_of(lines, grammar)
    lines = [asking_for_nothing(line) if is_line_of(title, line) else line for line in lines]
    taxonomy = collector.taxonomy
    said = [
        each for line, own in zip(lines, names, strict=True) for each in judged(line, own, grammar, elsewhere, taxonomy)
    ]
    years = max((each for sentence in said for each in sentence.years), default=None)
    of_level = grammar.from_years[lowest] if lowest else years
    duties = [each.text for each in said if each.is_duty and not each.line.is_heading]
    return Posting(
        name=document.name,
        title=title,
        level=level_of(title, [line.text for line in lines], of_level, [each.text for each in said], grammar),
        years=years,
        asks=asks_of(said, taxonomy.skills),
        responsibilities=tuple(duties),
        unknown=tuple(dict.fromkeys(term for each in said for term in each.unknown))[:MOST_TERMS],
        lines=tuple(line.text for line in lines),
        conditions=each_once(condition for each in said for condition in each.conditions),
    )


def is_line_of(title: str, line: PostingLine) -> bool:
    """Say whether it is most of the line; "we are looking for a Linux Developer" says more."""
    return title in line.text and len(title) * 2 >= len(line.text)


def asking_for_nothing(line: PostingLine) -> PostingLine:
    """The title's line, whatever its words: "Experienced Linux Developer"."""
    return replace(line, part=PostingPart.SETTING) if line.part is PostingPart.OPEN else line


def beginning_of(document: Document) -> Document:
    return replace(document, lines=tuple(line for line in document.lines if line.end <= LONGEST))


def judged(
    line: PostingLine,
    names: Names,
    grammar: PostingGrammar,
    elsewhere: frozenset[str],
    taxonomy: Taxonomy,
) -> Iterator[Said]:
    """The line's sentences. Under no known heading, one that asks makes those after it ask, until one tells of something else."""
    asks, is_heading_alone = False, normal(line.text) in grammar.headings
    for start, end in sentences_of(line.text, line.start, grammar):
        sentence = Sentence(line.text[start:end], grammar)
        meant = () if is_heading_alone else names.meant_within(start, end)
        part = line.part
        if part is PostingPart.OPEN:
            part, asks = part_by_words(sentence, asks=asks)
        default = OF_PART.get(part, Strength.MENTIONED)
        if default is Strength.REQUIRED and is_answered(sentence.text, line.text, end, grammar):
            default = Strength.PREFERRED
        spans = [(mention.start - start, min(mention.end, end) - start) for mention in meant]
        theirs = told_of_others(sentence, spans, grammar)
        wanted = [
            (mention, span, Strength.MENTIONED if number in theirs else strength)
            for number, (mention, span, strength) in enumerate(
                zip(meant, spans, strengths_of(part, sentence, spans, default), strict=True)
            )
        ]
        aside = beside_skills(sentence, grammar) if part in OF_PART else []
        wanted = [each for each in wanted if not overlaps(each[1], aside)]
        groups = list(examples_of(wanted, sentence.text, taxonomy.skills, grammar))
        kept = [group[0].span for group in groups]
        own = without_umbrellas(wanted, sentence.text, taxonomy.skills, grammar, kept)
        choices = list(choices_in(sentence.text, named_of(own), Likeness(taxonomy), grammar))
        own = evened(own, choices)
        is_asked = (part in OF_PART or sentence.has(*SOFTENS)) and not line.is_heading and part not in UNASKED
        yield Said(
            line=line,
            text=sentence.text.strip(),
            part=part,
            default=default,
            asked=tuple((mention, strength) for mention, _, strength in own),
            others=frozenset(meant[number].skill for number in theirs),
            choices=tuple(skills_of(choices, groups, named_of(own))),
            years=tuple(years_in(sentence.text, grammar)) if is_condition(part, sentence) else (),
            unknown=tuple(
                terms_in(
                    sentence.text,
                    Taken([*spans, *aside], names.covered_within(start, end)),
                    grammar,
                    elsewhere,
                    is_item=line.is_item,
                )
            )
            if is_asked
            else (),
            conditions=() if line.is_heading else tuple(conditions_in(sentence, part, grammar)),
        )


def is_answered(sentence: str, text: str, end: int, grammar: PostingGrammar) -> bool:
    """Say whether the sentence asks, and what follows from `end` of the line on is glad of a yes: "Rust? Even better"."""
    return sentence.rstrip().endswith("?") and grammar.answer.match(text, end) is not None


def named_of(wanted: Sequence[Wanted]) -> list[Named]:
    return [Named(span, mention.skill) for mention, span, _ in wanted]


def evened(wanted: Sequence[Wanted], choices: Sequence[Choice]) -> list[Wanted]:
    """Of what one is enough, all is wanted as much as that which is wanted most: "Go (preferred) or Rust"."""
    found = list(wanted)
    for choice in choices:
        spans = {each.span for each in choice}
        told = [strength for _, span, strength in found if span in spans and strength is not None]
        most = max(told, key=lambda each: each.rank, default=None)
        found = [
            (mention, span, most if span in spans and strength is not None else strength)
            for mention, span, strength in found
        ]
    return found


def skills_of(
    choices: Sequence[Choice], examples: Sequence[Choice], named: Sequence[Named]
) -> Iterator[Sequence[SkillId]]:
    """Those of each choice; of examples without what the sentence names beside them, too, which is asked for by itself."""
    chosen = {each.span for each in chain(*choices, *examples)}
    alone = {each.skill for each in named if each.span not in chosen}
    for choice in choices:
        yield tuple(dict.fromkeys(each.skill for each in choice))
    for group in examples:
        skills = tuple(dict.fromkeys(each.skill for each in group if each.skill not in alone))
        if len(skills) > 1:
            yield skills


def examples_of(
    wanted: Sequence[Wanted], text: str, skills: Mapping[SkillId, Skill], grammar: PostingGrammar
) -> Iterator[list[Named]]:
    """Each broad name with those of its examples that are wanted as much as it is itself."""
    strength_at = {span: strength for _, span, strength in wanted}
    for broad, *examples in examples_in(text, named_of(wanted), skills, grammar):
        if same := [each for each in examples if strength_at[each.span] is strength_at[broad.span]]:
            yield [broad, *same]


def strengths_of(
    part: PostingPart, sentence: Sentence, spans: Sequence[Span], default: Strength
) -> Sequence[Strength | None]:
    match part:
        case PostingPart.ABOUT:
            return [Strength.MENTIONED] * len(spans)
        case PostingPart.WAIVED:
            return [None] * len(spans)
    return sentence.strengths(spans, default)


def part_by_words(sentence: Sentence, *, asks: bool) -> tuple[PostingPart, bool]:
    """What a sentence under no known heading is, and whether it asks."""
    telling = sentence.telling
    if telling is None and sentence.only_waives:
        return PostingPart.OPEN, asks
    match telling:
        case PostingCue.ASKS | PostingCue.INSISTS:
            return PostingPart.REQUIRED, True
        case PostingCue.DUTY:
            return PostingPart.DUTIES, False
        case PostingCue.SETTING:
            return PostingPart.SETTING, False
    return (PostingPart.REQUIRED if asks else PostingPart.OPEN), asks


def is_condition(part: PostingPart, sentence: Sentence) -> bool:
    return part is PostingPart.REQUIRED or (part is PostingPart.DUTIES and sentence.has(PostingCue.INSISTS))


def words_elsewhere(lines: Sequence[PostingLine]) -> frozenset[str]:
    """Words of what is said of the employer: its name, its products, its places."""
    told = (line.text for line in lines if line.part in {PostingPart.ABOUT, PostingPart.OPEN})
    return frozenset(word.strip(".,;:()!?\"'“”").casefold() for text in told for word in text.split())


def asks_of(said: Sequence[Said], skills: Mapping[SkillId, Skill]) -> tuple[Ask, ...]:
    """Each skill once, where it is wanted most, in the order of the posting."""
    best: dict[SkillId, Ask] = {}
    for each in said:
        for mention, strength in each.asked:
            if strength is None:
                continue
            ask = Ask(
                skill=mention.skill,
                name=skills[mention.skill].label,
                strength=strength,
                line=each.text[:LONGEST_LINE],
                page=each.line.page,
                is_duty=each.is_duty_of(mention.skill),
                alternatives=each.alternatives_to(mention.skill),
            )
            known = best.get(mention.skill)
            if known is None or wanted(ask) > wanted(known):
                best[mention.skill] = ask
    return tuple(best.values())


def wanted(ask: Ask) -> tuple[int, bool, bool]:
    """How much a sentence wants a skill: by its words, else as it is the reader's own work, else as it leaves no choice."""
    is_own_work = ask.strength is Strength.MENTIONED and ask.is_duty
    return ask.strength.rank, is_own_work, not ask.alternatives
