"""Lines of a job or a project that tell of studies, a certificate or a book: none of it is work, whatever the section says."""

from collections.abc import Collection, Iterator, Sequence

from skillgap.evidence.cue_grammar import CueGrammar, phrases_at
from skillgap.evidence.cue_reach import ends_clause
from skillgap.evidence.status_features import LineContext
from skillgap.evidence.status_sets import Statuses
from skillgap.evidence.types import Status
from skillgap.evidence.use import EMPLOYMENT, WORK

NOT_STUDIED: Statuses = frozenset(Status) - {Status.COURSEWORK}
NOT_CERTIFIED = NOT_STUDIED - {Status.LISTED}
CERTIFIED_BY_ONESELF: Statuses = frozenset({Status.COURSEWORK})
NOT_READ = NOT_CERTIFIED - {Status.LEARNING}
SENTENCE_ENDS, LABEL_END, LABEL_ENDS = frozenset(".;"), ":", frozenset(":,(–—")
BRACKETS = frozenset("()")
QUOTES = frozenset("\"“„«‘'")
LONGEST_LABEL, LONGEST_TOPIC = 6, 5
FARTHEST_VENDOR, LONGEST_CERTIFICATE = 2, 5
WE = "we"


def of_studies(
    words: Sequence[str], inside: Collection[int], context: LineContext, grammar: CueGrammar
) -> dict[int, Statuses]:
    """For the words of which a line of work says that they are none, what they cannot be; a researcher's thesis is work.

    Among projects a label alone decides: "Course project in Go: …" tells what was done.
    """
    if context.section not in WORK or not grammar.researchers.isdisjoint(context.title):
        return {}
    links = grammar.study_links if context.section in EMPLOYMENT else LABEL_ENDS
    return {
        start + at: kinds
        for start, end in sentences(words, inside)
        for places, kinds in not_at_work(words[start:end], links, grammar)
        for at in places
    }


def sentences(words: Sequence[str], inside: Collection[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(words):
        is_within = at in inside or (at + 1 < len(words) and words[at + 1].isdigit())
        if word in SENTENCE_ENDS and not is_within:
            yield start, at
            start = at + 1
    yield start, len(words)


def not_at_work(words: Sequence[str], links: Collection[str], grammar: CueGrammar) -> Iterator[tuple[range, Statuses]]:
    """The words of a sentence that tell of something other than work."""
    everything = range(len(words))
    if begins_with_study(words, links, grammar) or is_course_label(words, grammar) or is_for_course(words, grammar):
        yield everything, NOT_STUDIED
    elif certified := end_of_certificate(words, grammar):
        yield range(certified), NOT_CERTIFIED
    elif words and words[0] in grammar.certified:
        yield everything, CERTIFIED_BY_ONESELF
    elif words and words[0] in grammar.reading and (words[1:2] and words[1] in QUOTES):
        yield everything, NOT_READ


def begins_with_study(words: Sequence[str], links: Collection[str], grammar: CueGrammar) -> bool:
    """As "Uni project: …", "Thesis about …" and "My thesis, …" do, with one of `links` behind it, but not "Thesis supervision"."""
    first = int(bool(words) and words[0] in grammar.own_team | grammar.determiners)
    ends = [place.stop for place in phrases_at(words, grammar.study_works) if place.start in (0, first)]
    return any(end == len(words) or words[end] in links for end in ends)


def is_course_label(words: Sequence[str], grammar: CueGrammar) -> bool:
    """As "MIT 6.824 labs:" is, with the number of a course."""
    if LABEL_END not in words[: LONGEST_LABEL + 1]:
        return False
    label = words[: words.index(LABEL_END)]
    return not grammar.exercises.isdisjoint(label) and any(word[0].isdigit() for word in label)


def is_for_course(words: Sequence[str], grammar: CueGrammar) -> bool:
    """As "For a course I wrote …" and "As an exercise we built …" are, but not "For a course I gave …"."""
    noun = 2 if len(words) > 1 and words[1] in grammar.determiners else 1
    if len(words) <= noun or words[0] not in grammar.study_leads or words[noun] not in grammar.exercises:
        return False
    for at in range(noun + 1, min(noun + 1 + LONGEST_TOPIC, len(words) - 2)):
        if words[at] == WE or words[at] in grammar.own_subjects:
            return words[at + 1] not in grammar.teaching or words[at + 2] in grammar.determiners
    return False


def end_of_certificate(words: Sequence[str], grammar: CueGrammar) -> int:
    """Where a certificate ends that a sentence begins with, "Red Hat Certified Engineer, 2021"; 0 where it begins otherwise."""
    at = next((at for at, word in enumerate(words[: FARTHEST_VENDOR + 1]) if word in grammar.certified), -1)
    if at < 0 or not (grammar.determiners | grammar.own_deeds | grammar.study_leads).isdisjoint(words[:at]):
        return 0
    if grammar.certified_as.isdisjoint(words[at + 1 : at + 1 + LONGEST_CERTIFICATE]):
        return 0
    ends = (n for n in range(at, len(words)) if words[n] not in BRACKETS and ends_clause(words, n, grammar))
    return next(ends, len(words))


def beside_lessons(words: Sequence[str], grammar: CueGrammar) -> range:
    """What stands beside a bracket that says what is being learnt, and is told as done: "Go (learning), *XDP: wrote a filter*"."""
    colon = words.index(LABEL_END) if LABEL_END in words else 0
    closed = next((at for at in reversed(range(colon)) if words[at] == ")"), 0)
    opened = next((at for at in reversed(range(closed)) if words[at] == "("), closed)
    is_learnt = any(
        rule.status is Status.LEARNING and tuple(words[at : at + len(rule.words)]) == rule.words
        for at in range(opened, closed)
        for rule in grammar.rules.get(words[at], ())
    )
    deed = words[colon + 1 : colon + 3]
    is_done = len(deed) > 1 and deed[0] in grammar.making and deed[1] in grammar.determiners
    return range(closed, len(words)) if is_learnt and is_done else range(0)
