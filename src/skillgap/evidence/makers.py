"""Who made the thing that a name stands for, as the words behind it or before it say: "written by me", "that the vendor wrote"."""

from collections.abc import Collection, Sequence

from skillgap.evidence.cue_grammar import CueGrammar
from skillgap.evidence.cue_reach import (
    BY,
    CLAUSE_MARKS,
    FARTHEST,
    GOES_ON,
    PAST,
    SOON,
    WITH,
    deed_of_others,
    ends_clause,
    is_by_me,
    is_by_tool,
)
from skillgap.evidence.status_sets import NONE, OF_OTHERS, OWN, Statuses

LONGEST_GAP = 4
"""Words between a skill and those who made it: "the Rust *services that the* vendor wrote"."""


def by_maker(words: Sequence[str], start: int, end: int, grammar: CueGrammar) -> Statuses:
    """What the words at `start` to `end` cannot be, as the clause goes on to say who made the thing, or whom they are the name of."""
    if is_done_outright(words, start, end, grammar) or is_done_by_me(words, end, grammar):
        return OF_OTHERS
    return OWN if is_made_by_them(words, start, end, grammar) or names_others(words, start, end, grammar) else NONE


def by_tool(words: Sequence[str], end: int, inside: Collection[int], grammar: CueGrammar) -> Statuses:
    """What the name that ends here cannot be, as a tool follows that did it: "*Kubernetes* clusters managed by Terraform"."""
    soon = range(end + 1, min(len(words), end + 1 + LONGEST_GAP))
    return OF_OTHERS if any(words[at] == BY and is_by_tool(words, at + 1, inside, grammar) for at in soon) else NONE


def names_others(words: Sequence[str], start: int, end: int, grammar: CueGrammar) -> bool:
    """Say whether it is the name of others, "the SRE team", which one has neither led nor been one of."""
    is_band = not grammar.bands.isdisjoint(words[end - 1 : end + 1])
    if not (is_band and start and words[start - 1] in grammar.others_before):
        return False
    before = words[max(0, start - 1 - SOON) : start - 1]
    return (grammar.own_team | grammar.own_deeds | grammar.own_subjects).isdisjoint(before)


def is_done_outright(words: Sequence[str], start: int, end: int, grammar: CueGrammar) -> bool:
    """Say whether the line begins as "Introduced Kafka and they …" or "Automated with Ansible the servers that …" does."""
    is_deed = words[0] in grammar.own_work and words[0].endswith(PAST)
    is_next = start > 0 and WITH.issuperset(words[1:start])
    return is_deed and is_next and (end == len(words) or words[end] in GOES_ON | CLAUSE_MARKS | grammar.determiners)


def is_done_by_me(words: Sequence[str], end: int, grammar: CueGrammar) -> bool:
    """Say whether "written by me" follows in the clause."""
    for at in range(end, min(len(words) - 1, end + FARTHEST)):
        if words[at] == "," or ends_clause(words, at, grammar):
            return False
        if is_by_me(words, at + 1, grammar):
            if words[at - 1] in grammar.own_work:
                return True
        elif words[at] == BY:
            return False
    return False


def is_tool_for(words: Sequence[str], end: int, grammar: CueGrammar) -> bool:
    """Say whether what follows is another thing than the skill: "profiled with perf *the code* they wrote"."""
    return end + 1 < len(words) and words[end] in grammar.determiners and words[end + 1] not in grammar.others


def is_made_by_them(words: Sequence[str], start: int, end: int, grammar: CueGrammar) -> bool:
    """Say whether "the vendor had written" follows soon, as in "tested the Rust services they wrote".

    Not where the line tells first of what one made, mended or kept up oneself: "wrote the Terraform modules that they built on".
    """
    is_own_deed = start == 0 or not grammar.kept_going.isdisjoint(words[:start])
    if is_own_deed or is_tool_for(words, end, grammar):
        return False
    for at in range(end, min(len(words), end + LONGEST_GAP + 1)):
        if words[at] in grammar.others:
            return bool(deed_of_others(words, at, grammar.making, grammar))
        if words[at] == "," or words[at] in grammar.joining or words[at] in grammar.clause_ends:
            return False
    return False
