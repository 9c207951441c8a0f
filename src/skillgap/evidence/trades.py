"""The trade that a title or the beginning of a summary names: whether its lines tell of others, and how far "engineer who …" goes."""

from collections.abc import Sequence

from skillgap.evidence.cue_grammar import CueGrammar, phrases_at
from skillgap.evidence.cue_reach import CLAUSE_MARKS, PAST
from skillgap.resume.types import SectionKind

INTRODUCTIONS = {SectionKind.SUMMARY, SectionKind.HEADER}
WHO, LONGEST_TRADE = "who", 6
NOT_IN_TRADE = CLAUSE_MARKS | {",", "with", "for", "to", "by", "from", "under", "beside", "alongside"}
NOBODYS: frozenset[str] = frozenset()


def tellings_of(title: Sequence[str], grammar: CueGrammar) -> frozenset[str]:
    """The words by which a job's lines tell of what others know: of who hires or sells, and of who translates or reports."""
    if any(phrases_at(title, grammar.dealers_not)):
        return NOBODYS
    if any(phrases_at(title, grammar.dealers)):
        return grammar.dealings
    return grammar.retellings if any(phrases_at(title, grammar.retellers)) else NOBODYS


def tellings_said(words: Sequence[str], grammar: CueGrammar) -> frozenset[str]:
    """The same of a summary that begins with the trade: "Technical recruiter …", "As a patent attorney I …"."""
    start = words[:LONGEST_TRADE]
    end = next((at for at, word in enumerate(start) if word in NOT_IN_TRADE), len(start))
    return tellings_of(start[:end], grammar)


def end_of_self(words: Sequence[str], grammar: CueGrammar) -> int:
    """Where the sentence ends that says who one is, "Systems engineer who builds in Rust"; 0 where it begins otherwise."""
    who = words.index(WHO) if WHO in words[: LONGEST_TRADE + 1] else 0
    trade = words[:who]
    if not trade or not grammar.not_own.isdisjoint(trade) or not NOT_IN_TRADE.isdisjoint(trade):
        return 0
    if trade[0] in grammar.own_work or trade[0].endswith(PAST):
        return 0
    return next((at for at, word in enumerate(words) if word in CLAUSE_MARKS), len(words))
