"""What a sentence tells of others: "our colleagues, who run Kubernetes", "the platform team runs it", "we use Kafka"."""

import re
from collections.abc import Iterator, Sequence

from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.strengths import Sentence, Span
from skillgap.taxonomy.words import PostingCue

OPENING = r"(?:^|[,;:(–—-]|\b(?:and|so|as|because|while|where|since|und|da|weil))\s*"
"""What stands before the subject of a clause."""
OPENS = re.compile(rf"{OPENING}$", re.IGNORECASE)
DETERMINERS = r"(?:our|the|their|other|another|these|die|unsere|unser|das)"
SUBJECT = re.compile(rf"{OPENING}(?:{DETERMINERS}\s+(?:[\w&/-]+\s+){{0,3}})?$", re.IGNORECASE)
"""The beginning of a clause, and the words that stand there before the noun that is its subject."""
DETERMINED = re.compile(rf"\b{DETERMINERS}\s+(?:[\w&/-]+\s+){{0,3}}$", re.IGNORECASE)
TEAM = re.compile(
    rf"\b{DETERMINERS}\s+(?:[\w&/+#.-]+\s+){{1,3}}?(?:team|squad|group|department|tribe)\b", re.IGNORECASE
)
"""What a team is called after: "join our low latency team"."""
WORDS_BEFORE = 4
ENDS = re.compile(
    r"[;)]|\s[–—-]\s|,\s(?=(?:and|but|so|to|when|where|while|with|you|if|und|aber|wenn)\s)", re.IGNORECASE
)
ASKING = {PostingCue.ASKS, PostingCue.INSISTS}


def told_of_others(sentence: Sentence, spans: Sequence[Span], grammar: PostingGrammar) -> set[int]:
    """The numbers of the skills that only others have to do with."""
    theirs = [*of_other_people(sentence, grammar), *of_the_employer(sentence), *of_somebody_named(sentence, grammar)]
    theirs += [found.span() for found in TEAM.finditer(sentence.text)]
    return {number for number, (start, _) in enumerate(spans) if any(at <= start < end for at, end in theirs)}


def of_other_people(sentence: Sentence, grammar: PostingGrammar) -> Iterator[Span]:
    """Relative clauses behind people that are not looked for, and clauses whose subject is a team or the like."""
    text = sentence.text
    for found in grammar.others.finditer(text):
        before = text[: found.start()]
        is_anybody = grammar.anybody.search(" ".join(before.split()[-WORDS_BEFORE:])) is not None
        is_certain = DETERMINED.search(before) is not None
        is_looked_for = not is_certain and (is_anybody or asks_before(sentence, found.start()))
        if SUBJECT.search(before) if found["subject"] else not is_looked_for:
            yield found.end(), end_of(text, found.end())


def of_the_employer(sentence: Sentence) -> Iterator[Span]:
    """What follows "we use" where that begins a clause that asks for nothing."""
    for cue in sentence.cues:
        if cue.kind is PostingCue.SETTING and OPENS.search(sentence.text[: cue.start]):
            end = end_of(sentence.text, cue.end)
            if ":" not in sentence.text[cue.end : end] and not asks_within(sentence, cue.end, end):
                yield cue.end, end


def of_somebody_named(sentence: Sentence, grammar: PostingGrammar) -> Iterator[Span]:
    """As in "Corvid Example runs clusters for banks": a name that is none of a post, and what it does."""
    found = grammar.employer_works.match(sentence.text)
    if found and not grammar.titles.search(found["name"]):
        yield found.end("name"), end_of(sentence.text, found.end())


def asks_before(sentence: Sentence, at: int) -> bool:
    """As in "Looking for engineers who know C"."""
    return any(cue.kind in ASKING and cue.end <= at for cue in sentence.cues if cue.clause == sentence.clause_of(at))


def asks_within(sentence: Sentence, start: int, end: int) -> bool:
    return any(cue.kind in ASKING and start <= cue.start < end for cue in sentence.cues)


def end_of(text: str, start: int) -> int:
    found = ENDS.search(text, start)
    return found.start() if found else len(text)
