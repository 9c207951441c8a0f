"""Is an ambiguous name the technical skill here? Decided by the words around it; a rule of thumb that a model may replace."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from skillgap.evidence.types import Mention
from skillgap.resume.types import Resume, SectionKind
from skillgap.taxonomy.types import SkillId

SENTENCE_ENDS = {".", ";", "!", "?"}
OFF_DUTY = {SectionKind.INTERESTS, SectionKind.VOLUNTEERING, SectionKind.REFERENCES, SectionKind.AWARDS}
LONG_ENOUGH = 12
TECHNICAL_DOCUMENT = 3
"""A document of so many lines that names fewer unambiguous skills is of another field."""
TECHNICAL_BLOCK = 3
"""Distinct unambiguous skills from which on a job, project or section speaks the language of the field."""


class NearWords(Struct, frozen=True):
    """Words and phrases, in normal form, that settle one skill's ambiguous aliases."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


def near_words(phrases: Iterable[tuple[str, ...]]) -> NearWords:
    own = [phrase for phrase in phrases if phrase]
    return NearWords(
        words=frozenset(phrase[0] for phrase in own if len(phrase) == 1),
        phrases=tuple(phrase for phrase in own if len(phrase) > 1),
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
    sure: dict[tuple[str, int, int], set[SkillId]] = defaultdict(set)
    exact: dict[tuple[str, int, int], set[SkillId]] = defaultdict(set)
    for mention in mentions:
        if not mention.is_ambiguous:
            for context in contexts_of(mention, words, resume):
                sure[context].add(mention.skill)
        elif mention.is_exact:
            exact[contexts_of(mention, words, resume)[0]].add(mention.skill)

    is_foreign = len(resume.lines) >= LONG_ENOUGH and len(set().union(*sure.values())) < TECHNICAL_DOCUMENT

    def is_skill(mention: Mention) -> bool:
        sentence, line, block = contexts_of(mention, words, resume)
        if mention.is_exact and exact[sentence] - {mention.skill}:
            return True
        if sure[sentence] - {mention.skill}:
            return True
        if sure[line] - {mention.skill} and len(sure[block]) >= TECHNICAL_BLOCK:
            return True
        if is_foreign or resume.kind_of(resume.lines[mention.line_number]) in OFF_DUTY:
            return False
        return has_near(words[mention.line_number], mention, near_of(mention.skill))

    return [mention for mention in mentions if not mention.is_ambiguous or is_skill(mention)]


def contexts_of(mention: Mention, words: Sequence[tuple[str, ...]], resume: Resume) -> tuple[tuple[str, int, int], ...]:
    """Name the sentence, the line, and the job or section that a mention stands in; a skills section is one sentence."""
    number = mention.line_number
    line = resume.lines[number]
    block = ("section", line.section, 0) if line.entry is None else ("entry", line.entry, 0)
    if resume.kind_of(line) is SectionKind.SKILLS:
        return block, ("line", number, 0), block
    sentence = sum(word in SENTENCE_ENDS for word in words[number][: mention.first_word])
    return ("sentence", number, sentence), ("line", number, 0), block


def has_near(words: tuple[str, ...], mention: Mention, near: NearWords) -> bool:
    """A near word counts beside the name, not as the name."""
    around = words[: mention.first_word] + words[mention.last_word + 1 :]
    if not near.words.isdisjoint(around):
        return True
    return any(
        words[at : at + len(phrase)] == phrase for phrase in near.phrases for at in range(len(words) - len(phrase) + 1)
    )
