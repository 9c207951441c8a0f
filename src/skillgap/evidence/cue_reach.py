"""Where cues stand in a line and how far they reach.

The way of ConText (Harkema et al., 2009, doi:10.1016/j.jbi.2009.05.002): a cue, a direction, a scope that ends at certain words.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from msgspec import Struct

from skillgap.evidence.cue_grammar import CueGrammar, Rule, phrases_at
from skillgap.evidence.types import Status
from skillgap.taxonomy.words import Scope

FARTHEST_AFTER = 3
"""Words that may stand between a skill and a cue that follows it."""
OWN_TEAM_BEFORE = 3
SHORTEST_PAST = 4
FARTHEST_LESSON = 5
WHERE, FARTHEST_PLACE = frozenset({"in", "at", "from", "of"}), 3
"""Words of "in the Turin office"."""
MAKERS = frozenset({"by", "from"})
"""Who made a thing stands behind these."""
BY, HAND, BEHIND_TOOL = "by", "hand", frozenset(",;.()|•/&–—") | {"and", "or"}
CLAUSE_MARKS = frozenset(".;()–—|•")
PAST = "ed"
FARTHEST = 12
"""Words between a skill and who did it."""
GOES_ON = {"and", ","}
WITH = {"with", "using"}
"""Between a deed and its tool."""
SOON = 2
"""Words after a comma among which a skill must stand if what was done goes on behind it."""
NOT_OBJECT = frozenset({"as", "at", "by", "during", "for", "from", "of", "to", "with"})


OF_OTHERS = Rule((), Status.OTHER_PERSON, Scope.CLAUSE)


class FoundCue(Struct, frozen=True):
    start: int
    end: int
    rule: Rule


def find_cues(words: Sequence[str], grammar: CueGrammar) -> list[FoundCue]:
    """All cues that begin at each place; a longer one of the same scope hides the shorter at its place."""
    found = []
    words = tuple(words)
    starts = [at for at, word in enumerate(words) if word in grammar.rules or word in grammar.others]
    blocked = {index for place in phrases_at(words, grammar.no_cues) for index in place} if starts else set()
    for at in starts:
        if at in blocked:
            continue
        word = words[at]
        seen: set[tuple[Status, bool]] = set()
        for rule in grammar.rules.get(word, ()):
            if words[at : at + len(rule.words)] != rule.words:
                continue
            key = (rule.status, rule.scope is Scope.BEFORE)
            is_own = rule.status is Status.OTHER_PERSON and (
                is_own_band(rule, words, at, grammar) or is_by_me(words, at + len(rule.words), grammar)
            )
            is_given = rule.status is Status.COURSEWORK and is_lesson_given(words, at, grammar)
            if key not in seen and not (is_own or is_given):
                seen.add(key)
                found.append(FoundCue(at, at + len(rule.words), rule))
        if word in grammar.others and (end := deed_of_others(words, at, grammar.others_verbs, grammar)):
            found.append(FoundCue(at, end, OF_OTHERS))
    return found


def deed_of_others(words: Sequence[str], at: int, verbs: Collection[str], grammar: CueGrammar) -> int:
    """Where "the vendor, who wrote" ends, 0 where the words at `at` tell no deed of others out of `verbs`."""
    verb = behind_others(words, at, verbs, grammar)
    is_deed = verb < len(words) and words[verb] in verbs
    is_own = words[at] not in grammar.outsiders and is_own_team(words, at, grammar)
    return verb + 1 if is_deed and not is_own else 0


def behind_others(words: Sequence[str], at: int, verbs: Collection[str], grammar: CueGrammar) -> int:
    """The first word behind the others at `at` that says nothing more of them, as "who", "in Turin" and "I hired" do."""
    verb = at + 1
    if words[verb : verb + 1] and words[verb] in WHERE:
        parting = grammar.clause_ends | grammar.joining | grammar.own_subjects | grammar.relatives | {","}
        soon = list(takewhile(lambda n: words[n] not in parting, range(verb + 1, len(words))))[: FARTHEST_PLACE + 1]
        verb = next((n for n in soon[1:] if words[n] in verbs), verb)
    elif words[verb : verb + 1] and words[verb] in grammar.own_subjects:
        verb += 2
    while verb < len(words) and words[verb] in grammar.others_links:
        verb += 1
    return verb


def is_lesson_given(words: Sequence[str], at: int, grammar: CueGrammar) -> bool:
    """Say whether the word at `at` is a lesson that somebody gave: "taught a two-day *course*", but not "a shell for the *course*"."""
    for before in reversed(words[max(0, at - FARTHEST_LESSON) : at]):
        if before in grammar.teaching:
            return words[at] in grammar.lessons
        if before in NOT_OBJECT or before in grammar.clause_ends:
            return False
    return False


class Reach:
    """How far the cues of one line reach, worked out in one pass over its words."""

    def __init__(self, words: Sequence[str], inside: set[int], cues: Sequence[FoundCue], grammar: CueGrammar) -> None:
        self.words, self.inside, self.grammar = words, inside, grammar
        self.after = [cue for cue in cues if cue.rule.scope is Scope.BEFORE]
        self.starts = [cue.start for cue in self.after]
        stops = {
            Scope.CLAUSE: stops_at(len(words), lambda n: n not in inside and ends_clause(words, n, grammar)),
            Scope.NEXT: stops_at(len(words), lambda n: n not in inside and words[n] not in grammar.fillers),
        }
        self.ends: dict[tuple[Status, Scope], list[int]] = defaultdict(list)
        self.farthest: dict[tuple[Status, Scope], list[int]] = defaultdict(list)
        for cue in sorted((cue for cue in cues if cue.rule.scope is not Scope.BEFORE), key=lambda cue: cue.end):
            key = cue.rule.status, cue.rule.scope
            before = self.farthest[key][-1] if self.farthest[key] else 0
            self.ends[key].append(cue.end)
            self.farthest[key].append(max(before, stops[cue.rule.scope][cue.end]))

    def covers(self, status: Status, place: tuple[int, int]) -> bool:
        start, end = place
        return (
            self._reached(status, Scope.CLAUSE, start)
            or (self._reached(status, Scope.NEXT, start) and not self._is_spared(end))
            or self._followed(status, start, end)
        )

    def _reached(self, status: Status, scope: Scope, start: int) -> bool:
        """Say whether a cue that ended before `start` reaches as far."""
        at = bisect_right(self.ends[status, scope], start) - 1
        return at >= 0 and self.farthest[status, scope][at] >= start

    def _is_spared(self, end: int) -> bool:
        """Spare RCU in "no locks, RCU only", and Kubernetes in "no Kubernetes outage"."""
        return end < len(self.words) and self.words[end] in self.grammar.spared

    def _followed(self, status: Status, start: int, end: int) -> bool:
        nearby = self.after[bisect_left(self.starts, end) : bisect_right(self.starts, end + FARTHEST_AFTER)]
        return any(
            cue.rule.status is status
            and all(self.words[n] in self.grammar.between or n in self.inside for n in range(end, cue.start))
            and not (status is Status.OTHER_PERSON and is_own_band(cue.rule, self.words, start, self.grammar))
            for cue in nearby
        )


def stops_at(count: int, is_stop: Callable[[int], bool]) -> list[int]:
    """For each place the next stop at or after it, the end of the line if there is none."""
    stops = [count] * (count + 1)
    for n in range(count - 1, -1, -1):
        stops[n] = n if is_stop(n) else stops[n + 1]
    return stops


def is_own_team(words: Sequence[str], start: int, grammar: CueGrammar) -> bool:
    """Say whether the few words before the skill make the team one's own ("Led the Kubernetes team")."""
    return not grammar.own_team.isdisjoint(words[max(0, start - OWN_TEAM_BEFORE) : start])


def is_own_band(rule: Rule, words: Sequence[str], start: int, grammar: CueGrammar) -> bool:
    """Say whether those whom the cue speaks of are one's own team; "our Kafka is *run by*" others all the same."""
    return rule.words[-1] not in MAKERS and is_own_team(words, start, grammar)


def is_by_me(words: Sequence[str], end: int, grammar: CueGrammar) -> bool:
    """Say whether "written by", which ends here, goes on with oneself."""
    return tuple(words[end - 1 : end + 1]) in grammar.by_me


def is_by_tool(words: Sequence[str], end: int, inside: Collection[int], grammar: CueGrammar) -> bool:
    """Say whether "provisioned by", which ends here, goes on with a tool or a hand: "by Ansible", but not "by the Ansible people"."""
    if words[end - 1] != BY or grammar.tool_deeds.isdisjoint(words[max(0, end - 2) : end - 1]):
        return False
    after = next((at for at in range(end, len(words)) if at not in inside), len(words))
    is_name = after > end and (grammar.trades | grammar.others).isdisjoint(words[end:after])
    is_tool = is_name and (after == len(words) or words[after] in BEHIND_TOOL)
    return is_tool or words[end : end + 1] == [HAND]


def ends_clause(words: Sequence[str], at: int, grammar: CueGrammar) -> bool:
    """A comma ends a clause only where a verb in the past or a subject follows: "learning Rust, wrote drivers in C"."""
    if words[at] in grammar.clause_ends:
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "," and (
        following in grammar.clause_starts or (len(following) > SHORTEST_PAST and following.endswith("ed"))
    )
