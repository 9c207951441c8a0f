"""What a line says about the skills it names: used, listed, learning, coursework, denied, somebody else's.

The way of ConText (Harkema et al., 2009, doi:10.1016/j.jbi.2009.05.002): a cue, a direction, a scope that ends at certain words.
The cues are data.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from skillgap.evidence.types import Mention, Status
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.words import Cues, Scope

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
FARTHEST_AFTER = 3
"""Words that may stand between a skill and a cue that follows it."""
HYPHENS = {"-", "‑"}
LONGEST_LABEL = 5
OWN_TEAM_BEFORE = 3
WEIGHT = (Status.NEGATED, Status.OTHER_PERSON, Status.LEARNING, Status.COURSEWORK, Status.LISTED)
"""Where several cues reach a mention, the first of these wins."""
SECTION_STATUS = {
    SectionKind.SKILLS: Status.LISTED,
    SectionKind.LANGUAGES: Status.LISTED,
    SectionKind.INTERESTS: Status.LEARNING,
    SectionKind.EDUCATION: Status.COURSEWORK,
}
SHORTEST_PAST = 4


class Rule(Struct, frozen=True):
    words: tuple[str, ...]
    status: Status
    scope: Scope


class AssertionGrammar(Struct, frozen=True):
    """Cues by their first word, longest first."""

    rules: Mapping[str, tuple[Rule, ...]]
    labels: Mapping[tuple[str, ...], Status]
    no_cues: Mapping[str, tuple[tuple[str, ...], ...]]
    own_team: frozenset[str]
    between: frozenset[str]
    spared: frozenset[str]
    clause_starts: frozenset[str]
    fillers: frozenset[str]
    clause_ends: frozenset[str]
    depth: Mapping[str, tuple[tuple[str, ...], ...]]


class FoundCue(Struct, frozen=True):
    start: int
    end: int
    rule: Rule


def compile_assertion(cues: Cues) -> AssertionGrammar:
    rules: dict[str, list[Rule]] = defaultdict(list)
    for status, group in (
        (Status.NEGATED, cues.negated),
        (Status.OTHER_PERSON, cues.other_person),
        (Status.LEARNING, cues.learning),
        (Status.COURSEWORK, cues.coursework),
        (Status.LISTED, cues.listed),
    ):
        for cue in group:
            words = words_of(cue.text)
            rules[words[0]].append(Rule(words, status, cue.scope))
    for other in cues.others:
        for link in ((), ("who",), ("which",), ("that",), (",", "who")):
            rules[other] += [
                Rule((other, *link, verb), Status.OTHER_PERSON, Scope.CLAUSE) for verb in cues.others_verbs
            ]
    return AssertionGrammar(
        rules={first: tuple(sorted(group, key=lambda rule: -len(rule.words))) for first, group in rules.items()},
        labels={words_of(label): Status(status) for status, labels in cues.labels.items() for label in labels},
        no_cues=by_first_word(cues.no_cues),
        own_team=frozenset(cues.own_team),
        between=frozenset(cues.between),
        spared=frozenset(cues.spared),
        clause_starts=frozenset(cues.clause_starts),
        fillers=frozenset(cues.fillers),
        clause_ends=frozenset(cues.clause_ends),
        depth=by_first_word(cues.depth),
    )


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        grouped[words_of(phrase)[0]].append(words_of(phrase))
    return {first: tuple(group) for first, group in grouped.items()}


def phrases_at(words: Sequence[str], phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> Iterator[range]:
    """Where the phrases stand among the words."""
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield range(at, at + len(phrase))


def words_of(text: str) -> tuple[str, ...]:
    """Words and signs in lower case; a hyphen is a space."""
    return tuple(match[0].casefold().replace("’", "'") for match in WORD.finditer(text) if match[0] not in HYPHENS)


class JudgedLine(Struct, frozen=True):
    """A line's statuses by mention, in the mentions' order, and whether it speaks of depth."""

    statuses: tuple[Status, ...]
    has_depth: bool


def judge_line(text: str, mentions: Sequence[Mention], default: Status, grammar: AssertionGrammar) -> JudgedLine:
    """Judge all mentions of one line; `default` holds where no cue reaches."""
    matches = [match for match in WORD.finditer(text) if not is_hyphen(match, text)]
    words = [match[0].casefold().replace("’", "'") for match in matches]
    places = [mention_words(matches, mention) for mention in mentions]
    inside = {index for place in places for index in range(*place)}
    cues = [cue for cue in find_cues(words, grammar) if not inside.issuperset(range(cue.start, cue.end))]
    default = status_of_label(words, grammar) or default
    reach = Reach(words, inside, cues, grammar)
    statuses = [next((status for status in WEIGHT if reach.covers(status, place)), default) for place in places]
    return JudgedLine(statuses=tuple(statuses), has_depth=has_depth(words, grammar))


def status_of_label(words: Sequence[str], grammar: AssertionGrammar) -> Status | None:
    """A label such as "Learning now:" speaks for the whole line."""
    start = list(words[: LONGEST_LABEL + 1])
    return grammar.labels.get(tuple(start[: start.index(":")])) if ":" in start else None


def is_hyphen(match: re.Match[str], text: str) -> bool:
    """Within a word; between words it is a dash."""
    start, end = match.span()
    return (
        match[0] in HYPHENS and start > 0 and end < len(text) and not (text[start - 1].isspace() or text[end].isspace())
    )


def mention_words(matches: Sequence[re.Match[str]], mention: Mention) -> tuple[int, int]:
    """The half-open range of words that a mention covers."""
    first = bisect_right(matches, mention.start, key=lambda match: match.end())
    end = bisect_left(matches, mention.end, key=lambda match: match.start())
    return first, max(first, end)


def find_cues(words: Sequence[str], grammar: AssertionGrammar) -> list[FoundCue]:
    """All cues that begin at each place; a longer one of the same scope hides the shorter at its place."""
    found = []
    blocked = {index for place in phrases_at(words, grammar.no_cues) for index in place}
    for at, word in enumerate(words):
        if at in blocked:
            continue
        seen: set[tuple[Status, bool]] = set()
        for rule in grammar.rules.get(word, ()):
            key = (rule.status, rule.scope is Scope.BEFORE)
            is_own = rule.status is Status.OTHER_PERSON and is_own_team(words, at, grammar)
            if key not in seen and not is_own and tuple(words[at : at + len(rule.words)]) == rule.words:
                seen.add(key)
                found.append(FoundCue(at, at + len(rule.words), rule))
    return found


class Reach:
    """How far the cues of one line reach, worked out in one pass over its words."""

    def __init__(
        self, words: Sequence[str], inside: set[int], cues: Sequence[FoundCue], grammar: AssertionGrammar
    ) -> None:
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
            and not (status is Status.OTHER_PERSON and is_own_team(self.words, start, self.grammar))
            for cue in nearby
        )


def stops_at(count: int, is_stop: Callable[[int], bool]) -> list[int]:
    """For each place the next stop at or after it, the end of the line if there is none."""
    stops = [count] * (count + 1)
    for n in range(count - 1, -1, -1):
        stops[n] = n if is_stop(n) else stops[n + 1]
    return stops


def is_own_team(words: Sequence[str], start: int, grammar: AssertionGrammar) -> bool:
    """Say whether the few words before the skill make the team one's own ("Led the Kubernetes team")."""
    return not grammar.own_team.isdisjoint(words[max(0, start - OWN_TEAM_BEFORE) : start])


def ends_clause(words: Sequence[str], at: int, grammar: AssertionGrammar) -> bool:
    """A comma ends a clause only where a verb in the past or a subject follows: "learning Rust, wrote drivers in C"."""
    if words[at] in grammar.clause_ends:
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "," and (
        following in grammar.clause_starts or (len(following) > SHORTEST_PAST and following.endswith("ed"))
    )


def has_depth(words: Sequence[str], grammar: AssertionGrammar) -> bool:
    return any(phrases_at(words, grammar.depth))
