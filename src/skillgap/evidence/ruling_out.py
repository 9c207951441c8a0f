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
from skillgap.evidence.cue_grammar import CueGrammar
from skillgap.evidence.denials import Denials
from skillgap.evidence.known import what_is_known
from skillgap.evidence.makers import by_maker, by_tool
from skillgap.evidence.own_deeds import what_is_brought, what_is_done
from skillgap.evidence.status_features import LineContext
from skillgap.evidence.status_sets import (
    DENIED,
    MINE,
    NONE,
    NOT_IN_HEADING,
    NOT_IN_LIST,
    NOT_IN_POST,
    NOT_IN_TITLE,
    NOT_LISTED,
    NOT_OWN,
    NOT_TAKEN,
    NOT_TO_COME,
    NOT_USED,
    OF_OTHERS,
    OWN,
    PASSED,
    USED,
    Statuses,
)
from skillgap.evidence.studies import beside_lessons, of_studies
from skillgap.evidence.trades import INTRODUCTIONS, NOBODYS, tellings_said
from skillgap.evidence.types import Status
from skillgap.evidence.use import WORK
from skillgap.evidence.whose import is_trade_of_others, own_places
from skillgap.resume.types import SectionKind

Place = tuple[int, int]
Reached = tuple[Place, Sequence[Status]]
"""The words of a mention, half-open, and the statuses whose cues reach it."""
LISTS = {SectionKind.SKILLS, SectionKind.LANGUAGES}
YEAR = re.compile("(?:19|20)\\d\\d")
ITEMS_END = frozenset(",;|/·•")
FEWEST_ITEMS, LONGEST_ITEM, SHARE_OF_SHORT = 4, 4, 0.75


class TurnedLine(Struct, frozen=True):
    """A line's words, those of them `inside` names, what its `label` says of all, and what its choices and denials come to."""

    words: Sequence[str]
    inside: Collection[int]
    label: Status | None
    choices: Choices
    denials: Denials


def ruled_out(
    line: TurnedLine, mentions: Sequence[Reached], context: LineContext, grammar: CueGrammar
) -> Iterator[Statuses]:
    """For each mention what it cannot be: where it stands and what cues reach it."""
    words = line.words
    introduced = tellings_said(words, grammar) if context.section in INTRODUCTIONS else NOBODYS
    of_others = introduced or context.of_others
    if of_others and (context.is_head or not of_others.isdisjoint(words)):
        yield from (OWN | DENIED.difference(cues) for _, cues in mentions)
    elif context.is_head:
        yield from in_heading(words, mentions, context)
    elif context.is_to_come:
        done = beside_lessons(words, grammar)
        yield from (NOT_USED if start in done else NOT_TO_COME for (start, _), _ in mentions)
    elif context.section is SectionKind.CERTIFICATIONS and ends_with_year(words, grammar):
        yield from (PASSED.difference(cues) for _, cues in mentions)
    elif line.label is Status.LISTED:
        yield from (NOT_LISTED.difference(cues) for _, cues in mentions)
    elif context.section in LISTS and is_enumeration(words):
        kinds = USED if ":" in words else NOT_IN_LIST
        yield from (kinds.difference(cues) for _, cues in mentions)
    else:
        yield from in_clauses(line, mentions, context, grammar)


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
