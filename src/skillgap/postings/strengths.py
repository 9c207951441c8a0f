"""How much one sentence wants the skills that it names: its own words first, then its heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.types import Strength
from skillgap.resume.patterns import SENTENCE_END
from skillgap.taxonomy.words import PostingCue, PostingPart

Span = tuple[int, int]
BREAK = re.compile(r"[;()]|\s[–—-]\s|,?\s(?=but\s)|,\s(?=while\s|whereas\s|though\s|although\s)")
COMMA = re.compile(r",\s")
LINK = re.compile(r"\b(?:or|and)\b|[&/]", re.IGNORECASE)
LINKED = re.compile(r"\s*(?:\b(?:or|and)\b|[&/])\s*", re.IGNORECASE)
FIRST_WORD = re.compile(r"\W*(\w+)")
CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
TOGETHER = {"both", "all"}
"""More than was asked for, where one was enough: "Go or Rust (both would be a bonus)"."""
ALL = TOGETHER | {"each", "either"}
REFERS = re.compile(
    r"\b(?:you(?:['’](?:ve|d|ll))?\s(?:\S+\s){0,6}(?:it|them|either|both|any|one|some|that|these|those)|to see|to have|to find)\W*$",
    re.IGNORECASE,
)
"""What ends words that speak of what stands before: "Kafka, NATS: ideally you've run either"."""
GOES_ON = re.compile(r",\s(?=(?:and|as well as|plus|with|you)\s)")
INTRODUCES = re.compile(r"\s*:|\s+(?:if|when)\b", re.IGNORECASE)
"""Behind words that speak of what stands before them, where nothing does: "it is nice if", "any of these is a plus:"."""
AS_MUCH = re.compile(r",?\s+(?:as|so|and so)\s+(?:is|are|do|does|would|will|were)\b", re.IGNORECASE)
"""What follows is wanted as much: "Go is a plus, as is Rust"."""
SINGULAR = re.compile(r"^(?:is|would|a|an|will|helps?)\b")
LONGEST, LONGEST_ABBREVIATION = 1000, 12
"""Letters of a sentence, and of the end of one that may be an abbreviation."""
NEAR = 5
"""Words that may stand between a bare "no" and the skill."""
FAR = 3
"""Words of a phrase that waives a whole list: "you don't need Kubernetes, Kafka or a degree"."""
TURN = re.compile(r",?\s(?:but|and (?:you|we)|though|although|because|since)\s")
OF_PART = {
    PostingPart.REQUIRED: Strength.REQUIRED,
    PostingPart.PREFERRED: Strength.PREFERRED,
}
SOFTENS = {PostingCue.SOFTENS_AHEAD, PostingCue.SOFTENS_BEHIND}
WAIVES = {PostingCue.WAIVES_AHEAD, PostingCue.WAIVES_BEHIND}
BEHIND = {PostingCue.SOFTENS_BEHIND, PostingCue.WAIVES_BEHIND}
TELLING = {PostingCue.ASKS, PostingCue.INSISTS, PostingCue.DUTY, PostingCue.SETTING}


class FoundCue(Struct, frozen=True):
    kind: PostingCue
    start: int
    end: int
    clause: int


class Clause(Struct):
    """`before` is the clause that it stands behind, or for one in brackets the one around it."""

    before: int
    is_aside: bool


class Sentence:
    """A sentence with its cues and clauses."""

    def __init__(self, text: str, grammar: PostingGrammar) -> None:
        self.text = text
        self._numbers = grammar.numbers
        self._applicants = grammar.applicants
        self.clauses, self._clause_at = clauses_of(text)
        self.cues = [
            FoundCue(kind, start, end, self._clause_at[start])
            for kind, start, end in grammar.cues_in(text)
            if kind is not PostingCue.IDLE
        ]

    def clause_of(self, at: int) -> int:
        return self._clause_at[at]

    def has(self, *kinds: PostingCue) -> bool:
        return any(cue.kind in kinds for cue in self.cues)

    @property
    def telling(self) -> PostingCue | None:
        """What the sentence speaks of: the first of its words that say so, and are not taken back."""
        return next((cue.kind for cue in self.cues if cue.kind in TELLING and not self._is_waived(cue)), None)

    @property
    def only_waives(self) -> bool:
        """As in "Kubernetes experience is not needed"."""
        asks = [cue for cue in self.cues if cue.kind is PostingCue.ASKS]
        return bool(asks) and all(self._is_waived(cue) for cue in asks)

    def _is_waived(self, asks: FoundCue) -> bool:
        own = [cue for cue in self.cues if cue.clause == asks.clause and asks.kind is PostingCue.ASKS]
        return any(
            (cue.kind is PostingCue.WAIVES_AHEAD and cue.start < asks.start)
            or (cue.kind is PostingCue.WAIVES_BEHIND and "," not in self.text[asks.end : cue.start])
            for cue in own
        )

    def strengths(self, spans: Sequence[Span], default: Strength) -> list[Strength | None]:
        """For each skill's span how much it is wanted; None where it is waived."""
        reached: list[set[PostingCue]] = [set() for _ in spans]
        for cue in self.cues:
            for number in self._reach(cue, spans):
                reached[number].add(cue.kind)
        return [strength_of(kinds, default) for kinds in reached]

    def _reach(self, cue: FoundCue, spans: Sequence[Span]) -> list[int]:
        own = self._within(cue.clause, spans)
        if cue.kind in {PostingCue.INSISTS, PostingCue.ASKS, PostingCue.DUTY, PostingCue.SETTING}:
            return (own or self._before(cue.clause, spans)) if cue.kind is PostingCue.INSISTS else []
        ahead = [number for number in own if spans[number][0] >= cue.end]
        behind = [number for number in own if self._insisted_until(cue) <= spans[number][0] < cue.start]
        if cue.kind is PostingCue.WAIVES_AHEAD:
            return self._waived(cue, ahead, spans)
        if cue.kind is PostingCue.BELITTLES:
            is_more = TURN.search(self.text, cue.end) is not None
            return [] if is_more else [number for number in ahead if self._is_near(cue.end, spans[number][0])]
        if cue.kind in BEHIND:
            likewise = ahead if AS_MUCH.match(self.text, cue.end) or self._introduces(cue, behind) else []
            return [
                *(self._behind(cue, behind, spans) or self._turned(cue, ahead)),
                *likewise,
            ] or ([] if self._is_of_people(cue) else self._before(cue.clause, spans))
        return (
            self._ahead(cue, ahead, spans)
            or self._turned(cue, behind or self._around(cue, spans))
            or self._after(cue.clause, spans)
            or (behind if self._refers_back(cue) else [])
        )

    def _is_of_people(self, cue: FoundCue) -> bool:
        """Whether the clause begins with those who are welcome: "; graduates with such a thesis are welcome, too"."""
        start = self._clause_at.index(cue.clause)
        own = self.text[start : cue.start].lstrip(" ;,(–—-")
        return self._applicants.match(own) is not None

    def _insisted_until(self, cue: FoundCue) -> int:
        """Where the words end that insist on what stands before: the Rust of "Rust required, Go preferred"."""
        insisting = [each for each in self.cues if each.kind is PostingCue.INSISTS and each.clause == cue.clause]
        last = max((each.end for each in insisting if each.end <= cue.start), default=None)
        comma = None if last is None else COMMA.search(self.text, last, cue.start)
        return comma.end() if comma else 0

    def _introduces(self, cue: FoundCue, behind: Sequence[int]) -> bool:
        return not behind and INTRODUCES.match(self.text, cue.end) is not None

    def _around(self, cue: FoundCue, spans: Sequence[Span]) -> list[int]:
        """What brackets stand behind, for a cue within them: "Rust (bonus)"."""
        return self._before(cue.clause, spans) if self.clauses[cue.clause].is_aside else []

    def _waived(self, cue: FoundCue, ahead: Sequence[int], spans: Sequence[Span]) -> list[int]:
        """What stands near; of a whole phrase all that follows, until the sentence turns."""
        is_phrase = len(self.text[cue.start : cue.end].split()) >= FAR
        turn = TURN.search(self.text, cue.end)
        end = turn.start() if turn else len(self.text)
        return [n for n in ahead if (spans[n][0] < end if is_phrase else self._is_near(cue.end, spans[n][0]))]

    def _turned(self, cue: FoundCue, others: Sequence[int]) -> list[int]:
        """The skills on the other side of a cue that has no words on its own: "Rust, ideally"."""
        side = range(cue.start) if cue.kind in BEHIND else range(cue.end, len(self.text))
        has_words = any(self._clause_at[at] == cue.clause and self.text[at].isalnum() for at in side)
        return [] if has_words else list(others)

    def _refers_back(self, cue: FoundCue) -> bool:
        """As "ideally you've run either" does; not "it's fine if you have never touched it", behind what is waived."""
        rest = "".join(self.text[at] for at in range(cue.end, len(self.text)) if self._clause_at[at] == cue.clause)
        return REFERS.search(rest) is not None and not self.has(*WAIVES)

    def _within(self, clause: int, spans: Sequence[Span]) -> list[int]:
        """The spans of a clause and of what stands in brackets within it."""
        inside = {clause, *(n for n, each in enumerate(self.clauses) if each.is_aside and each.before == clause)}
        return [number for number, span in enumerate(spans) if self._clause_at[span[0]] in inside]

    def _before(self, clause: int, spans: Sequence[Span]) -> list[int]:
        """What a clause without a skill of its own is about: the clause before; brackets, the skill before them."""
        if not clause:
            return []
        behind = self._within(self.clauses[clause].before, spans)
        if not self.clauses[clause].is_aside:
            return behind
        start = self._clause_at.index(clause)
        return self._spoken_of(start + 1, [number for number in behind if spans[number][0] < start], spans)

    def _spoken_of(self, start: int, before: Sequence[int], spans: Sequence[Span]) -> list[int]:
        """What brackets speak of that begin there: the skill before them, what is linked with it, or all: "A, B (both a plus)"."""
        first = FIRST_WORD.match(self.text, start)
        word = first[1].casefold() if first else ""
        if word.isdigit() or word in self._numbers:
            return []
        joints = [self.text[spans[one][1] : spans[other][0]] for one, other in pairwise(before)]
        if word in ALL:
            return [] if word in TOGETHER and any(CHOICE.search(joint) for joint in joints) else list(before)
        loose = [at for at, joint in enumerate(joints) if not LINKED.fullmatch(joint)]
        return list(before[loose[-1] + 1 if loose else 0 :])

    def _after(self, clause: int, spans: Sequence[Span]) -> list[int]:
        return self._within(clause + 1, spans) if clause + 1 < len(self.clauses) else []

    def _is_near(self, start: int, end: int) -> bool:
        between = self.text[start:end]
        return "," not in between and len(between.split()) <= NEAR

    def _behind(self, cue: FoundCue, behind: Sequence[int], spans: Sequence[Span]) -> list[int]:
        """Back to the last comma, or over it where a list goes over it: "Kafka, NATS or Redis is a plus"."""
        commas = [found.end() for found in COMMA.finditer(self.text, 0, cue.start)]
        commas = [at for at in commas if self._clause_at[at] == cue.clause]
        last = [number for number in behind if commas and spans[number][0] >= commas[-1]]
        if not last:
            return list(behind)
        segment = self.text[commas[-1] : cue.start].strip()
        is_one = len(last) == 1 and SINGULAR.match(self.text[cue.start : cue.end]) is not None
        is_list = LINK.search(segment) is not None and not (is_one and segment[:4].casefold() == "and ")
        return list(behind) if is_list else last

    def _ahead(self, cue: FoundCue, ahead: Sequence[int], spans: Sequence[Span]) -> list[int]:
        """To the end of the clause; of what is put between commas to the second: ", ideally on Linux, and a sense of …"."""
        is_between = self.text[: cue.start].rstrip().endswith(",")
        end = GOES_ON.search(self.text, cue.end) if is_between else None
        return [number for number in ahead if end is None or spans[number][0] < end.start()]


def strength_of(kinds: set[PostingCue], default: Strength) -> Strength | None:
    if not kinds.isdisjoint(SOFTENS):
        return Strength.PREFERRED
    if not kinds.isdisjoint(WAIVES):
        return None
    if PostingCue.BELITTLES in kinds:
        return Strength.MENTIONED
    return Strength.REQUIRED if PostingCue.INSISTS in kinds else default


def clauses_of(text: str) -> tuple[list[Clause], list[int]]:
    """The clauses, and for each letter the number of its own."""
    clauses, at = [Clause(0, is_aside=False)], []
    open_clauses = [0]
    breaks = {found.start(): found[0] for found in BREAK.finditer(text)}
    for position in range(len(text)):
        sign = breaks.get(position, "")
        if sign == "(":
            clauses.append(Clause(open_clauses[-1], is_aside=True))
            open_clauses.append(len(clauses) - 1)
        elif sign == ")":
            open_clauses = open_clauses[:-1] or [0]
        elif sign:
            clauses.append(Clause(open_clauses[-1], is_aside=False))
            open_clauses[-1] = len(clauses) - 1
        at.append(open_clauses[-1])
    return clauses, at


def sentences_of(text: str, start: int, grammar: PostingGrammar) -> Iterator[Span]:
    """Half-open spans that cover the text from `start` on; none is endless, for its cues and its skills are held against each other."""
    for end in (*(found.span() for found in SENTENCE_END.finditer(text, start)), (len(text), len(text))):
        if end[1] == len(text) or not grammar.abbreviation.search(text[start : end[0] + 1][-LONGEST_ABBREVIATION:]):
            yield from ((at, min(at + LONGEST, end[1])) for at in range(start, end[1], LONGEST))
            start = end[1]
