"""What a line tells of one's own deeds, and how far that goes: behind "I built" nothing is somebody else's."""

from collections.abc import Collection, Iterator, Sequence

from skillgap.evidence.cue_grammar import CueGrammar, phrases_at
from skillgap.evidence.cue_reach import (
    BY,
    CLAUSE_MARKS,
    FARTHEST,
    GOES_ON,
    PAST,
    SOON,
    WITH,
    ends_clause,
    is_lesson_given,
)
from skillgap.evidence.status_features import LineContext
from skillgap.evidence.status_sets import NONE, NOT_AT_WORK, NOT_IN_LESSON, NOT_WISHED, OF_OTHERS, PASSED, Statuses
from skillgap.evidence.trades import INTRODUCTIONS, end_of_self
from skillgap.evidence.use import WORK
from skillgap.evidence.whose import end_of_own_thing, is_outside, own_verb
from skillgap.resume.types import SectionKind

OF_ONE, OF_WHOM = "s", ("'s", "s'")
TO, LEARNING = "to", frozenset({"learn", "learning", "learned", "learnt"})
SOON_GROWN = 4
"""Words of "building up my own skills"."""


def what_is_done(
    words: Sequence[str], inside: Collection[int], context: LineContext, grammar: CueGrammar
) -> list[Statuses]:
    """For each word what it cannot be, as it stands behind a deed of one's own in the same clause."""
    in_work = context.section in WORK
    starts = dict(own_deeds(words, grammar)) | dict(under_way(words, context, grammar))
    lessons = [at for at, word in enumerate(words) if word in grammar.lessons]
    given = {at for at in lessons if is_lesson_given(words, at, grammar)}
    found, now = [], NONE
    for at in range(len(words)):
        if at in given:
            now |= NOT_IN_LESSON
        elif at in starts:
            now = starts[at]
        elif at not in inside and (ends_clause(words, at, grammar) or begins_anew(words, at, inside)):
            now = NONE
        found.append(now)
    if (in_work or context.section is SectionKind.SUMMARY) and is_plainly_done(words, inside, grammar):
        first = first_end(words)
        found[:first] = [OF_OTHERS | each for each in found[:first]]
    if in_work:
        first = end_of_own_thing(words, inside, grammar)
        found[:first] = [OF_OTHERS | each for each in found[:first]]
    if context.section in INTRODUCTIONS:
        first = end_of_self(words, grammar)
        found[:first] = [OF_OTHERS | each for each in found[:first]]
        if any(0 in place for place in phrases_at(words, grammar.sought)):
            end = words.index(".") if "." in words else len(words)
            found[:end] = [NOT_WISHED | each for each in found[:end]]
    return [*found, NONE]


def what_is_brought(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> set[int]:
    """The words behind "where I can use my experience in", to a comma or an "and" that no skill follows: no cue makes them learnt."""
    found: set[int] = set()
    for place in phrases_at(words, grammar.applying):
        for at in range(place.stop, len(words)):
            is_over = words[at] in GOES_ON and at + 1 not in inside
            if at not in inside and (is_over or ends_clause(words, at, grammar)):
                break
            found.add(at)
    return found


def begins_anew(words: Sequence[str], at: int, inside: Collection[int]) -> bool:
    """Say whether a comma ends what was said, as no skill follows soon."""
    return words[at] == "," and not any(next_at in inside for next_at in range(at + 1, at + 1 + SOON))


def own_deeds(words: Sequence[str], grammar: CueGrammar) -> Iterator[tuple[int, Statuses]]:
    """Where "I also built" ends, and what it rules out: what is others', and what is only being learnt."""
    for at, word in enumerate(words):
        if word in grammar.own_subjects or (word == TO and at and words[at - 1] in grammar.own_objects):
            verb = own_verb(words, at, grammar.own_work, grammar)
            if verb and not speaks_of_others(words, at, verb, grammar):
                yield verb, NOT_AT_WORK
            elif verb and (tool := tool_of(words, verb, grammar)):
                yield tool, OF_OTHERS


def under_way(words: Sequence[str], context: LineContext, grammar: CueGrammar) -> Iterator[tuple[int, Statuses]]:
    """Where "currently moving" ends in a job, and "currently leading" in a summary: no learning, unless one's skills grow by it.

    In a summary who is "moving to" something is no mover of it.
    """
    in_work = context.section in WORK
    if not in_work and context.section not in INTRODUCTIONS:
        return
    for at in (at for at, word in enumerate(words) if word in grammar.own_present):
        verb = own_verb(words, at, grammar.own_doing, grammar)
        behind = words[verb + 1 : verb + 1 + SOON_GROWN]
        if verb and grammar.own_growth.isdisjoint(behind) and (in_work or behind[:1] != [TO]):
            if not speaks_of_others(words, at, verb, grammar):
                yield verb, NOT_AT_WORK
            elif LEARNING.isdisjoint(words[verb:]):
                yield verb, PASSED


def is_plainly_done(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> bool:
    """Say whether a line begins as "Executed the tests in …" or "Operates …" does, and nobody else is spoken of up to the first comma."""
    if not words or 0 in inside:
        return False
    is_past = words[0] in grammar.own_work and (words[0].endswith(PAST) or words[0] in grammar.clause_starts)
    if not is_past and not (words[0].endswith(OF_ONE) and words[0].removesuffix(OF_ONE) in grammar.own_work):
        return False
    first = words[1 : first_end(words)]
    others = grammar.others_verbs | grammar.own_deeds | grammar.relatives | {BY}
    taught = grammar.determiners if words[0] in grammar.teaching_people else frozenset[str]()
    is_alone = all(word in taught or is_outside(words, at, grammar) for at, word in enumerate(first, start=1))
    return is_alone and others.isdisjoint(first) and not any(word.endswith(OF_WHOM) for word in first)


def first_end(words: Sequence[str]) -> int:
    return next((at for at, word in enumerate(words) if word == "," or word in CLAUSE_MARKS), len(words))


def speaks_of_others(words: Sequence[str], at: int, verb: int, grammar: CueGrammar) -> bool:
    """Say whether the clause is one about others ("the team that I built") or goes on about them ("I tested what they wrote")."""
    if at and words[at - 1] in grammar.relatives:
        return True
    for after in range(verb + 1, min(len(words), verb + 1 + FARTHEST)):
        if words[after] in CLAUSE_MARKS:
            return False
        if not is_outside(words, after, grammar) or words[after].endswith(OF_WHOM):
            return True
    return False


def tool_of(words: Sequence[str], verb: int, grammar: CueGrammar) -> int:
    """Where one's own tool stands behind what is another's, "profile their driver *with* perf"; 0 where none does."""
    for at in range(verb + 1, min(len(words) - 1, verb + FARTHEST)):
        if words[at] in WITH:
            return at if words[at + 1] not in grammar.not_own | grammar.determiners else 0
        if words[at] in CLAUSE_MARKS or words[at] in grammar.relatives or words[at] in grammar.others_verbs:
            return 0
    return 0


def has_own_deed(words: Sequence[str], grammar: CueGrammar) -> bool:
    """As "I maintained …" has, but not "I only tested"."""
    return grammar.only.isdisjoint(words) and any(True for _ in own_deeds(words, grammar))
