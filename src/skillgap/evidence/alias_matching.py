"""Finding the names of skills in text: every phrase of the taxonomy is looked up by its words.

Tokens are compared in the normal form of `skillgap.taxonomy.names`; names whose case matters are compared as they stand. The
longest phrase at a place wins.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from threading import Lock

from msgspec.structs import replace

from skillgap.evidence.coordination import shared_names
from skillgap.evidence.misspellings import Misspellings
from skillgap.evidence.tokens import Tokenizer, Tokens
from skillgap.evidence.types import Mention
from skillgap.taxonomy.names import RUN, Pattern, Phrase
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

WORDS_KEPT = 200_000
ENDLESS = 150
"""Letters."""
ENDLESS_WORD = re.compile(rf"\S{{{ENDLESS},}}")
"""No name is so long; taking such words apart could cost hours."""
LIST_SIGN = re.compile(r"[,;|]")
LEADS = frozenset({"at", "by", "from", "in", "on", "through", "to", "under", "via", "with"})
HYPHENS = {"-", "‑"}
HARD_NEIGHBOURS = HYPHENS | {"&", "'", "’", "_"}
"""A name of one letter that touches one of these is part of something else: `C-suite`, `R&D`, `USB-C`."""
DASH_IN_WORD = re.compile(r"(?<=[^\W\d_])[‐‑–−](?=[^\W\d_])")
"""What typesetting makes of a hyphen, between letters: `producer–consumer`."""


Match = tuple[int, int, Pattern]
Spelling = tuple[Pattern, tuple[str, ...] | None]
"""What a phrase stands for, and how its words must be printed where their case matters."""


class Branch:
    """What the words so far spell, and the words that phrases go on with."""

    __slots__ = ("following", "spellings")

    def __init__(self) -> None:
        self.following: dict[str, Branch] = {}
        self.spellings: list[Spelling] = []


class AliasMatcher:
    """All aliases of a taxonomy, ready to be found. Safe to share between threads."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._lock = Lock()
        self._form = taxonomy.form
        self._phrases = taxonomy.phrases
        self._after_letter = frozenset(taxonomy.cues.after_letter)
        self._misspellings = Misspellings(taxonomy)
        self._added: set[str] = set()
        self._met: set[str] = set()
        self._names = Branch()
        self._tokenizer = Tokenizer(self._form.of)

    def find(self, lines: Sequence[str]) -> tuple[list[Mention], list[tuple[str, ...]]]:
        """Return the mentions in each line from left to right, and each line's words in normal form.

        No phrase reaches over a line's end: the newline between them is a token of its own.
        """
        text = DASH_IN_WORD.sub("-", without_endless_words("\n".join(lines)))
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        self._add_phrases_for(text)
        tokens = self._tokenizer(text)
        first_tokens = [bisect_left(tokens.starts, start) for start in starts]
        words = [tokens.words[a : b - 1] for a, b in pairwise((*first_tokens[:-1], len(tokens.words) + 1))]
        shouted = {
            token
            for number, line in enumerate(lines)
            if line.isupper()
            for token in range(first_tokens[number], first_tokens[number + 1])
        }
        return list(self._mentions(tokens, starts, first_tokens, shouted)), words

    def words(self, phrase: str) -> tuple[str, ...]:
        """Return a phrase's words in normal form."""
        return self._tokenizer.words(phrase)

    def _add_phrases_for(self, text: str) -> None:
        """Take in the phrases that begin with one of the text's words, once.

        A résumé has a twentieth of all first words: a cold start pays for those alone, and a long run soon has them all.
        """
        runs = set(RUN.findall(text)) - self._met
        words = {self._form.of(run) for run in runs} & self._phrases.keys()
        with self._lock:
            for word in words - self._added:
                for phrase in self._phrases[word]:
                    self._add(phrase)
            self._added |= words
            if len(self._met) < WORDS_KEPT:
                self._met |= runs

    def _add(self, phrase: Phrase) -> None:
        words = self._tokenizer.words(phrase.text)
        printed = self._tokenizer(phrase.text).printed(0, len(words)) if phrase.pattern.is_exact else None
        branch = self._names
        for word in words:
            branch = branch.following.setdefault(word, Branch())
        branch.spellings.append((phrase.pattern, printed))

    def _mentions(
        self, tokens: Tokens, starts: Sequence[int], first_tokens: Sequence[int], shouted: Collection[int]
    ) -> Iterator[Mention]:
        number = 0
        chosen = [
            match
            for match in longest(self._matches(tokens, shouted), tokens.words)
            if not is_part_of_a_word(tokens, *match[:2], self._after_letter)
        ]
        for start, end, pattern in self._with_variants(tokens.words, chosen):
            first, last = tokens.starts[start], tokens.ends[end - 1]
            while number + 2 < len(starts) and first >= starts[number + 1]:
                number += 1
            offset = starts[number]
            yield Mention(
                skill=pattern.skill,
                line_number=number,
                start=first - offset,
                end=last - offset,
                first_word=start - first_tokens[number],
                last_word=end - 1 - first_tokens[number],
                is_ambiguous=pattern.is_ambiguous,
                is_exact=pattern.is_exact,
            )

    def _with_variants(self, words: Sequence[str], chosen: list[Match]) -> list[Match]:
        """Add names that share a word with one of the chosen, and names with a slip in them."""
        found = [*chosen, *shared_names(words, chosen, self._pattern_of)]
        taken = {token for start, end, _ in found for token in range(start, end)}
        for at, word in enumerate(words):
            if at not in taken and word not in self._form.words and (pattern := self._misspellings.find(word)):
                found.append((at, at + 1, pattern))
        return sorted(found, key=lambda match: match[0])

    def _pattern_of(self, words: tuple[str, ...]) -> Pattern | None:
        """What a whole name of several words, in normal form, stands for; none that begins with a sign or has one in its first word."""
        branch: Branch | None = self._names if words[0] in self._phrases else None
        for word in words:
            branch = branch.following.get(word) if branch else None
        known = branch.spellings if branch else ()
        return next((pattern for pattern, _ in known if not (pattern.is_exact or pattern.is_other_sense)), None)

    def _matches(self, tokens: Tokens, shouted: Collection[int]) -> Iterator[Match]:
        """Every name as it is printed; among the words `shouted`, of lines in capitals, case says nothing: it may be another word."""
        words, names = tokens.words, self._names.following
        for start in [at for at, word in enumerate(words) if word in names]:
            branch: Branch | None = names[words[start]]
            end = start + 1
            while branch:
                for pattern, printed in branch.spellings:
                    if printed is None or printed == tokens.printed(start, end):
                        yield start, end, pattern
                    elif start in shouted and tuple(map(str.upper, printed)) == tokens.printed(start, end):
                        yield start, end, replace(pattern, is_ambiguous=True)
                branch = branch.following.get(words[end]) if end < len(words) else None
                end += 1


def without_endless_words(text: str) -> str:
    """Take a list without spaces apart at its signs, and blank what is endless even then; every other letter keeps its place."""
    if max(map(len, text.split()), default=0) < ENDLESS:
        return text
    text = ENDLESS_WORD.sub(lambda word: LIST_SIGN.sub(" ", word[0]), text)
    return ENDLESS_WORD.sub(lambda word: " " * len(word[0]), text)


def longest(matches: Iterable[Match], words: Sequence[str]) -> list[Match]:
    """Keep the longest of those that overlap; of equals the surer, then the first, then by skill id.

    A preposition that a name begins with adds nothing to its length: "on Azure DevOps" names Azure DevOps, not Azure.

    A name inside a longer phrase in another sense falls out first, but only for the skill that the phrase is about: "vitamin
    C" is not C, and "DDS QoS" not traffic shaping, yet still DDS.
    """
    names: list[Match] = []
    other_senses: dict[tuple[SkillId, int], list[Match]] = defaultdict(list)
    for match in matches:
        if match[2].is_other_sense:
            for token in range(match[0], match[1]):
                other_senses[match[2].skill, token].append(match)
        else:
            names.append(match)
    ranked = sorted(
        (
            match
            for match in names
            if not any(hides(other, match) for other in other_senses.get((match[2].skill, match[0]), ()))
        ),
        key=lambda match: (
            match[0] - match[1] + (words[match[0]] in LEADS),
            match[2].is_ambiguous,
            match[0],
            match[2].skill,
        ),
    )
    chosen: list[Match] = []
    taken: set[int] = set()
    for start, end, pattern in ranked:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end, pattern))
    return sorted(chosen, key=lambda match: match[0])


def hides(other_sense: Match, match: Match) -> bool:
    start, end, pattern = match
    is_inside = other_sense[0] <= start and end <= other_sense[1]
    is_longer = other_sense[1] - other_sense[0] > end - start
    return is_inside and (is_longer or pattern.is_ambiguous)


def is_part_of_a_word(tokens: Tokens, start: int, end: int, kept: frozenset[str]) -> bool:
    """A one-letter name that touches a hyphen or the like is not that name: `C-suite`, `USB-C`, `R&D`."""
    starts, ends = tokens.starts, tokens.ends
    if end - start > 1 or ends[start] - starts[start] > 1:
        return False
    touches_before = start > 0 and ends[start - 1] == starts[start]
    touches_after = end < len(starts) and ends[start] == starts[end]
    before = tokens.printed(start - 1, start) if touches_before else ()
    after = tokens.printed(end, end + 1) if touches_after else ()
    if not HYPHENS.isdisjoint(after) and end + 1 < len(starts):
        return tokens.words[end + 1] not in kept
    return not (HARD_NEIGHBOURS.isdisjoint(before) and HARD_NEIGHBOURS.isdisjoint(after))
