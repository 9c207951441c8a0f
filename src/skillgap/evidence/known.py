"""What a line says that one knows, whatever is wished for beside it: "six years of Java", "fluent in C", "my Kafka experience"."""

from collections.abc import Collection, Iterator, Sequence

from skillgap.evidence.cue_grammar import CueGrammar

CLAIMED = frozenset({"in", "with", "at"})
MY = "my"
NEAR = 4
"""Words before a claim among which a denial or a wish changes it."""
LONGEST_STRETCH = 8
"""Words of what was done for years: "six years of Java, Spring and SQL"."""


def what_is_known(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> set[int]:
    """The words of names that are said to be known: no wish makes them learnt."""
    if grammar.known_before.isdisjoint(words):
        return set()
    starts = (
        at + 1 for at, word in enumerate(words[:-1]) if word in grammar.known_before and is_known(words, at, grammar)
    )
    behind = {at for start in starts for at in names_from(words, inside, start, grammar)}
    return behind | set(owned(words, inside, grammar))


def is_known(words: Sequence[str], at: int, grammar: CueGrammar) -> bool:
    """Say whether the word at `at` says that what follows is known: "fluent in", "my experience with"; not "become fluent in"."""
    if words[at] not in grammar.claims | grammar.known_behind:
        return words[at + 1] != ","
    is_own = words[at] in grammar.claims or words[max(0, at - 1)] == MY
    return is_own and words[at + 1] in CLAIMED and not is_turned(words[max(0, at - NEAR) : at], grammar)


def is_turned(before: Sequence[str], grammar: CueGrammar) -> bool:
    return not (grammar.denials.negators | grammar.growing).isdisjoint(before)


def names_from(words: Sequence[str], inside: Collection[int], start: int, grammar: CueGrammar) -> Iterator[int]:
    """The words of the names from `start` on, to the next word that is no name and joins none."""
    for at in range(start, min(len(words), start + LONGEST_STRETCH)):
        if at in inside:
            yield at
        elif words[at] not in grammar.fillers or (words[at] == "," and (at == start or at + 1 not in inside)):
            return


def owned(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> Iterator[int]:
    """The words of the names in "my *Kafka* experience" and "with hands-on *Docker* skills"; not in "improving my Python skills"."""
    for noun in (at for at, word in enumerate(words) if word in grammar.known_behind):
        at = noun - 1
        while at >= 0 and (at in inside or (words[at] in grammar.fillers and words[at] not in CLAIMED)):
            at -= 1
        if at >= 0 and words[at] in grammar.owning and not is_turned(words[max(0, at - NEAR) : noun], grammar):
            yield from (each for each in range(at, noun) if each in inside)
