"""Statuses that a line cannot mean, whatever the models make of its words: of the others the likeliest is taken.

A title is what somebody was. What stands behind "I built" is one's own, and who is currently moving the databases learns nothing by
that. Who hires or sells tells of others. A list of skills shows none in use. A cue that reaches a mention stays possible, unless the
line says that the thing is one's own.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from skillgap.evidence.apart import said_elsewhere
from skillgap.evidence.choices import Choices
from skillgap.evidence.cue_grammar import CueGrammar, phrases_at
from skillgap.evidence.cue_reach import BY, deed_of_others, ends_clause, is_by_me, is_by_tool, is_lesson_given
from skillgap.evidence.denials import Denials
from skillgap.evidence.known import what_is_known
from skillgap.evidence.status_features import LineContext
from skillgap.evidence.studies import beside_lessons, of_studies
from skillgap.evidence.types import Status
from skillgap.evidence.use import WORK
from skillgap.evidence.whose import end_of_own_thing, is_outside, is_trade_of_others, own_places, own_verb
from skillgap.resume.types import SectionKind

Place = tuple[int, int]
Reached = tuple[Place, Sequence[Status]]
"""The words of a mention, half-open, and the statuses whose cues reach it."""
Statuses = frozenset[Status]
NONE: Statuses = frozenset()
OF_OTHERS: Statuses = frozenset({Status.OTHER_PERSON})
OWN: Statuses = frozenset({Status.USED, Status.LISTED, Status.COURSEWORK, Status.LEARNING})
DENIED: Statuses = frozenset({Status.NEGATED})
NOT_TAKEN: Statuses = frozenset(Status) - {Status.NEGATED, Status.LISTED}
NOT_AT_WORK = OF_OTHERS | {Status.LEARNING}
NOT_OWN = OF_OTHERS | {Status.NEGATED}
NOT_IN_HEADING = NOT_OWN | {Status.COURSEWORK}
NOT_IN_POST = NOT_IN_HEADING | {Status.LEARNING}
NOT_IN_TITLE = NOT_IN_POST | {Status.LISTED}
USED: Statuses = frozenset({Status.USED})
NOT_USED: Statuses = frozenset(Status) - USED
NOT_IN_LIST = USED | OF_OTHERS
NOT_TO_COME: Statuses = frozenset({Status.COURSEWORK, Status.LISTED})
"""Not even a cue makes them so: a course that stands under "Learning now" runs."""
PASSED: Statuses = frozenset({Status.LEARNING})
NOT_IN_LESSON: Statuses = frozenset({Status.COURSEWORK, Status.LEARNING})
MINE = NOT_OWN | NOT_IN_LESSON
"""What is plainly one's own cannot be somebody else's, whatever cue reaches it."""
NOT_WISHED = NOT_IN_LIST | NOT_TO_COME
CLAUSE_MARKS = frozenset(".;()–—|•")
PAST, OF_ONE, OF_WHOM = "ed", "s", ("'s", "s'")
YEAR = re.compile("(?:19|20)\\d\\d")
LISTS = {SectionKind.SKILLS, SectionKind.LANGUAGES}
ITEMS_END = frozenset(",;|/·•")
FEWEST_ITEMS, LONGEST_ITEM, SHARE_OF_SHORT = 4, 4, 0.75
INTRODUCTIONS = {SectionKind.SUMMARY, SectionKind.HEADER}
WHO, LONGEST_TRADE = "who", 6
NOT_IN_TRADE = CLAUSE_MARKS | {",", "with", "for", "to", "by", "from", "under", "beside", "alongside"}
FARTHEST = 12
"""Words between a skill and who did it."""
TO, LEARNING = "to", frozenset({"learn", "learning", "learned", "learnt"})
GOES_ON = {"and", ","}
WITH = {"with", "using"}
"""Between a deed and its tool."""
SOON = 2
"""Words after a comma among which a skill must stand if what was done goes on behind it."""
SOON_GROWN = 4
"""Words of "building up my own skills"."""
LONGEST_GAP = 4
"""Words between a skill and those who made it: "the Rust *services that the* vendor wrote"."""


class TurnedLine(Struct, frozen=True):
    """A line's words, those of them `inside` names, and what its choices and denials come to."""

    words: Sequence[str]
    inside: Collection[int]
    choices: Choices
    denials: Denials


def ruled_out(
    line: TurnedLine, mentions: Sequence[Reached], context: LineContext, grammar: CueGrammar
) -> Iterator[Statuses]:
    """For each mention what it cannot be: where it stands and what cues reach it."""
    words = line.words
    introduces_dealer = context.section in INTRODUCTIONS and is_said_dealer(words, grammar)
    of_others = grammar.dealings if introduces_dealer else context.of_others
    if of_others and (context.is_head or not of_others.isdisjoint(words)):
        yield from (OWN | DENIED.difference(cues) for _, cues in mentions)
    elif context.is_head:
        yield from in_heading(words, mentions, context)
    elif context.is_to_come:
        done = beside_lessons(words, grammar)
        yield from (NOT_USED if start in done else NOT_TO_COME for (start, _), _ in mentions)
    elif context.section is SectionKind.CERTIFICATIONS and ends_with_year(words, grammar):
        yield from (PASSED.difference(cues) for _, cues in mentions)
    elif context.section in LISTS and is_enumeration(words):
        kinds = USED if ":" in words else NOT_IN_LIST
        yield from (kinds.difference(cues) for _, cues in mentions)
    else:
        yield from in_clauses(line, mentions, context, grammar)


def is_said_dealer(words: Sequence[str], grammar: CueGrammar) -> bool:
    """Say whether a summary begins with a trade of those who tell of others: "Technical recruiter …", "As a patent attorney I …"."""
    start = words[:LONGEST_TRADE]
    places = [place for place in phrases_at(start, grammar.dealers) if NOT_IN_TRADE.isdisjoint(start[: place.start])]
    return bool(places) and not any(phrases_at(start, grammar.dealers_not))


def in_clauses(
    line: TurnedLine, mentions: Sequence[Reached], context: LineContext, grammar: CueGrammar
) -> Iterator[Statuses]:
    words, choices, denials = line.words, line.choices, line.denials
    behind = what_is_done(words, line.inside, context, grammar)
    known = what_is_known(words, line.inside, grammar)
    brought = what_is_brought(words, line.inside, grammar) | known
    studied = of_studies(words, line.inside, context, grammar)
    done = beside_lessons(words, grammar)
    own = own_places(words, [place for place, _ in mentions], grammar)
    affirmed = NOT_OWN | PASSED if grammar.not_own.isdisjoint(words) else DENIED
    apart = said_elsewhere(words, line.inside, mentions, grammar)
    for (start, end), cues in mentions:
        if (start, end) in choices.asked or start in denials.denied:
            yield OWN
        elif context.section in WORK and is_trade_of_others(words, start, end, grammar):
            yield OWN | DENIED.difference(cues)
        elif start in studied:
            yield studied[start].difference(cues)
        elif start in denials.in_use:
            yield NOT_USED
        else:
            is_chosen = (start, end) in choices.chosen
            weighed = NOT_TAKEN if (start, end) in choices.turned_down else DENIED if is_chosen else NONE
            turned = affirmed if start in denials.affirmed else NONE
            passed = NOT_USED if start in done else DENIED if start in known else NONE
            others = weighed | turned | passed | behind[start] | by_maker(words, start, end, grammar)
            others |= apart.get(start, NONE) | by_tool(words, end, line.inside, grammar)
            kinds = others.difference(cues) | (PASSED if start in brought else NONE)
            yield (kinds - OWN) | MINE.difference(set(cues) - OF_OTHERS) if start in own else kinds


def in_heading(words: Sequence[str], mentions: Sequence[Reached], context: LineContext) -> Iterator[Statuses]:
    """Not even a cue makes a title somebody else's: "Intern, Firmware Group"."""
    is_post = context.section is SectionKind.EXPERIENCE
    first, after = (span_of(context.title, words) if is_post else None) or (0, 0)
    others = NOT_IN_POST if is_post else NOT_IN_HEADING if context.section in WORK else NOT_OWN
    for (start, end), cues in mentions:
        kinds = NOT_IN_TITLE if first <= start and end <= after else others
        yield kinds.difference(cues) | NOT_OWN


def span_of(title: Sequence[str], words: Sequence[str]) -> Place | None:
    """Where the title stands among the words."""
    starts = range(len(words) - len(title) + 1) if title else ()
    return next(((at, at + len(title)) for at in starts if tuple(words[at : at + len(title)]) == tuple(title)), None)


def ends_with_year(words: Sequence[str], grammar: CueGrammar) -> bool:
    """As the line of a certificate that one has does; "planned for 2027" does not."""
    return len(words) > 1 and bool(YEAR.fullmatch(words[-1])) and words[-2] not in grammar.before_dates


def is_enumeration(words: Sequence[str]) -> bool:
    """Several items, most of them of a few words."""
    lengths = [0]
    for word in words:
        if word in ITEMS_END:
            lengths.append(0)
        else:
            lengths[-1] += 1
    return len(lengths) >= FEWEST_ITEMS and sum(each <= LONGEST_ITEM for each in lengths) >= SHARE_OF_SHORT * len(
        lengths
    )


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


def end_of_self(words: Sequence[str], grammar: CueGrammar) -> int:
    """Where the sentence ends that says who one is, "Systems engineer who builds in Rust"; 0 where it begins otherwise."""
    who = words.index(WHO) if WHO in words[: LONGEST_TRADE + 1] else 0
    trade = words[:who]
    if not trade or not grammar.not_own.isdisjoint(trade) or not NOT_IN_TRADE.isdisjoint(trade):
        return 0
    if trade[0] in grammar.own_work or trade[0].endswith(PAST):
        return 0
    return next((at for at, word in enumerate(words) if word in CLAUSE_MARKS), len(words))


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
