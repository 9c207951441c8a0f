"""Whose work a line tells of where others stand in it: fellow workers by their trade, and what is one's own all the same."""

from collections.abc import Collection, Iterator, Sequence

from skillgap.evidence.cue_grammar import CueGrammar, phrases_at
from skillgap.evidence.cue_reach import deed_of_others, ends_clause

MARKS = frozenset(".;:,()–—|•")
OF_WHICH, PAST, SEVERAL = frozenset({"that", "which"}), "ed", "s"
SOON, FARTHEST = 4, 12
"""Words between a skill and "I wrote", and between it and "are mine"."""
LONGEST_BAND, LONGEST_THING = 6, 8
"""Words of "one of three engineers who", and of "Python scripts that"."""
FARTHEST_RISE = 3
NOT_MINE = frozenset({"none", "not", "no", "never", "nothing", "little"})
MADE_BEFORE = frozenset({"it", "them"})
NOBODY = frozenset({"learn", "learning"})
NOT_IN_THING = frozenset({"at", "by", "for", "from", "to", "under", "who", "with"})
FARTHEST_RECIPIENT = 3
"""Words between "for" and those whom something is for: "for *the whole* team"."""


def is_trade_of_others(words: Sequence[str], start: int, end: int, grammar: CueGrammar) -> bool:
    """Say whether it is what a fellow worker is: "paired with a *kernel developer*", but not "as a kernel developer".

    Without an article only several are others, as "from tester to developer" is said of oneself.
    """
    last = next((at for at in (end - 1, end) if at < len(words) and words[at] in grammar.trades), None)
    if last is None or not grammar.certified.isdisjoint(words[max(0, start - 1) : last]):
        return False
    after = words[last + 1] if last + 1 < len(words) else "."
    is_several = words[last].endswith(SEVERAL)
    does = after.endswith(PAST) or after in grammar.others_verbs
    if after in grammar.lessons or not (is_several or does or after in MARKS | grammar.trade_links):
        return False
    at = behind_what(words, start, grammar.trade_ranks)
    has_article = at >= 0 and words[at] in grammar.determiners | grammar.others_before
    at = behind_what(words, at, grammar.own_links - grammar.own_posts) if has_article else at
    before = words[at] if at >= 0 else "."
    rise = words[max(0, at - FARTHEST_RISE) : at]
    if before in grammar.own_posts | grammar.own_team or not grammar.own_rises.isdisjoint(rise):
        return False
    if before in MARKS:
        return has_article and does
    return has_article or (is_several and before in grammar.trade_preps)


def behind_what(words: Sequence[str], start: int, between: Collection[str]) -> int:
    """The word before `start`, with figures and words in between left out; -1 where there is none."""
    at = start - 1
    while at >= 0 and (words[at] in between or words[at].isdigit()):
        at -= 1
    return at


def own_places(words: Sequence[str], places: Sequence[tuple[int, int]], grammar: CueGrammar) -> set[int]:
    """The words that are one's own whoever else stands in the line."""
    mine = {place.start for place in phrases_at(words, grammar.mine)}
    is_said = mine or not grammar.own_subjects.isdisjoint(words)
    found = {start for start, end in places if is_said and is_mine(words, end, mine, grammar)}
    for place in phrases_at(words, grammar.under_me):
        start = next((at + 1 for at in reversed(range(place.start)) if words[at] in MARKS), 0)
        found.update(range(start, end_of_clause(words, place.stop, grammar)))
    for start in own_bands(words, grammar):
        found.update(range(start, end_of_clause(words, start + 1, grammar)))
    return found | {at for start, end in made_before(words, grammar) for at in range(start, end)}


def end_of_clause(words: Sequence[str], start: int, grammar: CueGrammar) -> int:
    ends = (at for at in range(start, len(words)) if words[at] in MARKS or ends_clause(words, at, grammar))
    return next(ends, len(words))


def is_mine(words: Sequence[str], end: int, mine: Collection[int], grammar: CueGrammar) -> bool:
    """Say whether the clause goes on to one of the phrases at `mine`, "the Helm charts *are mine*", or to "*that I wrote*"."""
    for at in range(end, min(len(words), end + FARTHEST)):
        word, following = words[at], words[at + 1 : at + 2]
        if at in mine:
            return True
        if word in grammar.own_subjects:
            is_near = at - end <= SOON or words[at - 2] == ","
            is_joined = not grammar.joining.isdisjoint(words[end:at])
            return is_near and not is_joined and is_own_making(words, at, grammar)
        is_relative = word in OF_WHICH or (word == "," and OF_WHICH.issuperset(following))
        is_others = word in NOT_MINE or word in grammar.not_own
        if not is_relative and (word == "," or is_others or ends_clause(words, at, grammar)):
            return False
    return False


def is_own_making(words: Sequence[str], subject: int, grammar: CueGrammar) -> bool:
    """Say whether "I (had) built" ends what was said of a thing; not "I built a …", which says it of another, nor "I was taught"."""
    verb = own_verb(words, subject, grammar.own_work, grammar)
    is_passive = not grammar.own_posts.isdisjoint(words[subject + 1 : verb])
    return verb > 0 and not is_passive and grammar.determiners.isdisjoint(words[verb + 1 : verb + 2])


def own_verb(words: Sequence[str], subject: int, verbs: Collection[str], grammar: CueGrammar) -> int:
    """Where the verb stands behind "I also", if it is one of `verbs`; else 0."""
    verb = subject + 1
    while verb < len(words) and words[verb] in grammar.own_links:
        verb += 1
    return verb if verb < len(words) and words[verb] in verbs else 0


def own_bands(words: Sequence[str], grammar: CueGrammar) -> Iterator[int]:
    """Where "(was) one of three *who*" and "part of the group *that*" go on to what oneself did with others."""
    for place in phrases_at(words, grammar.own_bands):
        before = words[place.start - 1] if place.start else "."
        if before in MARKS or before in grammar.own_posts | grammar.own_subjects | grammar.determiners:
            band = range(place.stop, min(len(words), place.stop + LONGEST_BAND))
            yield from [at for at in band if words[at] == "who" or words[at] in OF_WHICH][:1]


def made_before(words: Sequence[str], grammar: CueGrammar) -> Iterator[tuple[int, int]]:
    """The words of the clause that goes on "…, after I had written it"."""
    for at in range(1, len(words)):
        is_subject = words[at] in grammar.own_subjects and words[at - 1] in grammar.joining | grammar.clause_ends
        verb = own_verb(words, at, grammar.making, grammar) if is_subject and words[at - 1] not in MARKS else 0
        if verb and MADE_BEFORE.issuperset(words[verb + 1 : verb + 2] or ("",)):
            yield next((n + 1 for n in reversed(range(at)) if words[n] in MARKS), 0), at


def end_of_own_thing(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> int:
    """Where the clause ends that begins with a thing and tells what it did, "Python scripts that collected …"; 0 where it begins otherwise.

    Nobody says whose the thing is, so it is the writer's. "A company that built robots" is no thing, as no skill is named in it.
    """
    relative = next((at for at, word in enumerate(words[:LONGEST_THING]) if word in OF_WHICH), 0)
    thing, does = words[:relative], words[relative + 1 : relative + 2]
    if not thing or not does or not any(at in inside for at in range(relative)):
        return 0
    no_thing = NOT_IN_THING.union(MARKS, grammar.not_own, grammar.bands, grammar.others_verbs, grammar.determiners)
    if thing[0].endswith(PAST) or thing[0] in grammar.own_deeds or not no_thing.isdisjoint(thing):
        return 0
    clause = words[: next((at for at in range(relative, len(words)) if words[at] in MARKS), len(words))]
    is_told = does[0].endswith(PAST)
    return len(clause) if is_told and all(is_outside(clause, at, grammar) for at in range(relative, len(clause))) else 0


def is_dependent(words: Sequence[str], grammar: CueGrammar) -> bool:
    """Say whether a word tells of others whose work it was beside one's own, or who asked for it; not whom it is for."""
    people = grammar.others | grammar.bands | grammar.determiners
    return any(
        word in grammar.dependent and (people.isdisjoint(words[at : at + 2]) or not is_recipient(words, at, grammar))
        for at, word in enumerate(words)
    )


def is_outside(words: Sequence[str], at: int, grammar: CueGrammar) -> bool:
    """Say whether the word is none of somebody who might have done it."""
    return words[at] not in grammar.not_own or is_recipient(words, at, grammar)


def is_recipient(words: Sequence[str], at: int, grammar: CueGrammar) -> bool:
    """Say whether the others at `at` are whom one taught or a thing is for or came from: "for the whole *team*", "that all *teams* use"."""
    before = words[max(0, at - FARTHEST_RECIPIENT) : at]
    if words[at] in NOBODY:
        return False
    if deed_of_others(words, at, grammar.others_verbs, grammar):
        return not OF_WHICH.isdisjoint(before) and words[at + 1] in grammar.using
    return not (grammar.recipient_preps | grammar.teaching_people).isdisjoint(before)
