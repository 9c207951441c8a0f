"""What a posting asks for besides skills: a degree, languages, on-call, travel, a licence, a clearance, a permit. Shown, never scored."""

import re
from collections.abc import Iterable, Iterator

from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.strengths import OF_PART, WAIVES, Sentence, Span
from skillgap.postings.types import Condition, Strength
from skillgap.taxonomy.words import ConditionKind, PostingCue, PostingPart

OF_THE_WORK = {ConditionKind.ON_CALL, ConditionKind.TRAVEL}
"""What duties say as well."""
CLAUSE_END = re.compile(r"[;)]|$")
OR = re.compile(r"\b(?:or|oder|ou|o|of)\b", re.IGNORECASE)
LONGEST_LINE = 200


def conditions_in(sentence: Sentence, part: PostingPart, grammar: PostingGrammar) -> Iterator[Condition]:
    """What the sentence asks for; one that waives asks for none."""
    if sentence.has(*WAIVES):
        return
    for kind, words in grammar.conditions.items():
        found = list(words.finditer(sentence.text))
        if not found or not is_asked(kind, part, sentence):
            continue
        spans = [each.span() for each in found]
        names = {each[0].capitalize() for each in found} if kind is ConditionKind.LANGUAGE else set()
        default = OF_PART.get(part, Strength.REQUIRED)
        for strength in Strength:
            at = [n for n, own in enumerate(sentence.strengths(spans, default)) if own is strength]
            own_names = tuple(dict.fromkeys(found[n][0].capitalize() for n in at)) if names else ()
            if at:
                yield Condition(
                    kind=kind,
                    strength=strength,
                    line=sentence.text.strip()[:LONGEST_LINE],
                    names=own_names,
                    is_choice=len(at) > 1 and OR.search(sentence.text, spans[at[0]][1], spans[at[-1]][0]) is not None,
                )


def is_asked(kind: ConditionKind, part: PostingPart, sentence: Sentence) -> bool:
    """A permit is asked for with the place and the pay as well, where the employer does not offer to see to it."""
    if kind is ConditionKind.PERMIT:
        return part is not PostingPart.WAIVED and sentence.telling is not PostingCue.SETTING
    return part in OF_PART or (part is PostingPart.DUTIES and kind in OF_THE_WORK)


def each_once(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Of each kind, and of each set of languages, the one that is wanted most."""
    best: dict[tuple[ConditionKind, tuple[str, ...]], Condition] = {}
    for each in conditions:
        key = (each.kind, each.names)
        if key not in best or each.strength.rank > best[key].strength.rank:
            best[key] = each
    return tuple(best.values())


def beside_skills(sentence: Sentence, grammar: PostingGrammar) -> list[Span]:
    """Where no skill is named: the subjects of a degree, languages, and words such as "on call"."""
    spans = [
        found.span()
        for kind, words in grammar.conditions.items()
        if kind is not ConditionKind.DEGREE
        for found in words.finditer(sentence.text)
    ]
    degrees = grammar.conditions.get(ConditionKind.DEGREE)
    first = degrees.search(sentence.text) if degrees else None
    return [*spans, (first.start(), end_of_degree(sentence, first.end(), grammar))] if first else spans


def end_of_degree(sentence: Sentence, start: int, grammar: PostingGrammar) -> int:
    """Up to the end of the clause, or to what is asked for beside it: "BSc in CS and 3 years of C"."""
    clause = CLAUSE_END.search(sentence.text, start)
    ends = [clause.start() if clause else len(sentence.text)]
    ends += [cue.start for cue in sentence.cues if cue.kind is PostingCue.ASKS and cue.start >= start]
    years = grammar.years.search(sentence.text, start)
    return min([*ends, years.start()] if years else ends)
