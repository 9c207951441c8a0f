"""Is an ambiguous name the technical skill here? Decided by the words around it; a rule of thumb that a model may replace."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

from skillgap.evidence.types import Mention
from skillgap.resume.types import Resume, SectionKind
from skillgap.taxonomy.types import SkillId

Context = tuple[str, int, int]
SENTENCE_ENDS = {".", "!", "?"}
OFF_DUTY = {SectionKind.INTERESTS, SectionKind.VOLUNTEERING, SectionKind.REFERENCES, SectionKind.AWARDS}
LONG_ENOUGH = 12
TECHNICAL_DOCUMENT = 3
"""A document of so many lines that names fewer unambiguous skills is of another field."""
NEAR = 40
"""Words on either side."""
TECHNICAL_BLOCK = 3
"""Distinct unambiguous skills from which on a job, project or section speaks the language of the field."""


class NearWords(Struct, frozen=True):
    """Words and phrases, in normal form, that settle one skill's ambiguous aliases."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    first_words: frozenset[str]


def near_words(phrases: Iterable[tuple[str, ...]]) -> NearWords:
    own = [phrase for phrase in phrases if phrase]
    return NearWords(
        words=frozenset(phrase[0] for phrase in own if len(phrase) == 1),
        phrases=tuple(phrase for phrase in own if len(phrase) > 1),
        first_words=frozenset(phrase[0] for phrase in own if len(phrase) > 1),
    )


def technical_mentions(
    mentions: Sequence[Mention],
    words: Sequence[tuple[str, ...]],
    resume: Resume,
    near_of: Callable[[SkillId], NearWords],
) -> list[Mention]:
    """Drop the ambiguous mentions whose context does not speak for the skill.

    For it speak a near word in the same line (not in a document of another field, nor among hobbies), and another skill that is
    unambiguous, or written in capitals as this one is ("C, Rust"): in the same sentence or skills section, or in the same line
    where the job it stands in is technical at all.
    """
    sentences = sentence_numbers(words)
    contexts = [Contexts.of(mention, resume, sentences) for mention in mentions]
    sure: dict[Context, set[SkillId]] = defaultdict(set)
    exact: dict[Context, set[SkillId]] = defaultdict(set)
    for mention, around in zip(mentions, contexts, strict=True):
        if not mention.is_ambiguous:
            for context in (around.sentence, around.line, around.block):
                sure[context].add(mention.skill)
        elif mention.is_exact:
            exact[around.sentence].add(mention.skill)
    is_foreign = len(resume.lines) >= LONG_ENOUGH and len(set().union(*sure.values())) < TECHNICAL_DOCUMENT

    def is_skill(mention: Mention, around: Contexts) -> bool:
        if mention.is_exact and exact[around.sentence] - {mention.skill}:
            return True
        if sure[around.sentence] - {mention.skill}:
            return True
        if sure[around.line] - {mention.skill} and len(sure[around.block]) >= TECHNICAL_BLOCK:
            return True
        if is_foreign or resume.kind_of(resume.lines[mention.line_number]) in OFF_DUTY:
            return False
        return has_near(words[mention.line_number], mention, near_of(mention.skill))

    return [
        mention
        for mention, around in zip(mentions, contexts, strict=True)
        if not mention.is_ambiguous or is_skill(mention, around)
    ]


class Contexts(Struct, frozen=True):
    """Names of the sentence, the line, and the job or section that a mention stands in; a skills section is one sentence."""

    sentence: Context
    line: Context
    block: Context

    @classmethod
    def of(cls, mention: Mention, resume: Resume, sentences: Sequence[Sequence[int]]) -> "Contexts":
        number = mention.line_number
        line = resume.lines[number]
        block = ("section", line.section, 0) if line.entry is None else ("entry", line.entry, 0)
        if resume.kind_of(line) is SectionKind.SKILLS:
            return cls(block, ("line", number, 0), block)
        return cls(("sentence", number, sentences[number][mention.first_word]), ("line", number, 0), block)


def sentence_numbers(words: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """For each line the number of the sentence that each of its words belongs to."""
    return [list(accumulate(word in SENTENCE_ENDS for word in line)) for line in words]


def has_near(words: tuple[str, ...], mention: Mention, near: NearWords) -> bool:
    """A near word counts beside the name, not as the name, and not from the far end of a very long line."""
    before = words[max(0, mention.first_word - NEAR) : mention.first_word]
    after = words[mention.last_word + 1 : mention.last_word + 1 + NEAR]
    if not (near.words.isdisjoint(before) and near.words.isdisjoint(after)):
        return True
    window = words[max(0, mention.first_word - NEAR) : mention.last_word + 1 + NEAR]
    return not near.first_words.isdisjoint(window) and any(
        window[at : at + len(phrase)] == phrase
        for phrase in near.phrases
        for at in range(len(window) - len(phrase) + 1)
    )
