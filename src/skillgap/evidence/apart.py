"""What one sentence or clause of a line says and the next does not: "Kafka is run by the vendor; wrote C"."""

from collections.abc import Collection, Iterator, Sequence

from skillgap.evidence.cue_grammar import CueGrammar
from skillgap.evidence.cue_reach import BY, is_by_me
from skillgap.evidence.denial_words import sentences
from skillgap.evidence.status_sets import NONE, OF_OTHERS, PASSED, Statuses
from skillgap.evidence.types import Status

Place = tuple[int, int]
SAID: Statuses = frozenset({Status.NEGATED, Status.OTHER_PERSON, Status.LEARNING})
MYSELF = frozenset({"i", "my", "me", "mine", "myself", "we", "ourselves"})


def said_elsewhere(
    words: Sequence[str],
    inside: Collection[int],
    mentions: Sequence[tuple[Place, Sequence[Status]]],
    grammar: CueGrammar,
) -> dict[int, Statuses]:
    """For the words of clauses that no cue reaches what another clause says of its own names alone.

    Not where the clause has a word of the kind itself; behind a comma it must speak of oneself. No wish reaches back, nor to what begins
    with "fluent in".
    """
    if all(SAID.isdisjoint(cues) for _, cues in mentions):
        return {}
    spans = list(sentences(words, inside))
    said = [{status for (start, _), cues in mentions if start in span for status in cues} for span in spans]
    everywhere = set().union(*said)
    found: dict[int, Statuses] = {}
    for at, span in enumerate(spans):
        if not said[at]:
            is_before = all(Status.LEARNING not in each for each in said[:at])
            is_no_wish = is_before or not grammar.claims.isdisjoint(words[span.start : span.start + 1])
            kinds = not_of(words[span.start : span.stop], everywhere, grammar)
            found.update(dict.fromkeys(span, kinds | (PASSED & everywhere if is_no_wish else NONE)))
        elif Status.OTHER_PERSON in said[at]:
            reached = [start for (start, _), cues in mentions if cues]
            for clause in parted_by_commas(words, span):
                here = words[clause.start : clause.stop]
                if not (MYSELF.isdisjoint(here) or any(start in clause for start in reached)):
                    found.update(dict.fromkeys(clause, OF_OTHERS & not_of(here, said[at], grammar)))
    return found


def not_of(words: Sequence[str], said: Collection[Status], grammar: CueGrammar) -> Statuses:
    """Of denials and what is others' what is `said` elsewhere and of which the words have none."""
    is_denied = not grammar.denials.negators.isdisjoint(words)
    is_others = not grammar.not_own.isdisjoint(words) or any(
        word == BY and not is_by_me(words, at + 1, grammar) for at, word in enumerate(words)
    )
    kinds = {Status.NEGATED: is_denied, Status.OTHER_PERSON: is_others}
    return frozenset(kind for kind, is_here in kinds.items() if kind in said and not is_here)


def parted_by_commas(words: Sequence[str], span: range) -> Iterator[range]:
    start = span.start
    for at in span:
        if words[at] == ",":
            yield range(start, at)
            start = at + 1
    yield range(start, span.stop)
