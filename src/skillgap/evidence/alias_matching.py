"""Finding the names of skills in text, by spaCy's tokenizer and phrase matchers.

Tokens are compared in the normal form of `skillgap.taxonomy.names`; names whose case matters are compared as they stand. The
longest phrase at a place wins.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate, pairwise
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct

from skillgap.evidence.coordination import shared_names
from skillgap.evidence.misspellings import Misspellings
from skillgap.evidence.types import Mention
from skillgap.taxonomy.names import RUN, Pattern
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

PREFIX = re.compile(r"""^(?:[\[({<"'“‘«•*–—~/\\|,;:!?…#&=+_-]|\.(?![a-zA-Z]))""")
SUFFIX = re.compile(
    r"""(?:(?<![A-Za-z+])[+]|[\])}>"'”’»,;:!?…®™/\\|*–—~&=_-]|\.|['’](?:s|d|ed)|(?<=[a-z])#(?<!\bc#))$""", re.IGNORECASE
)
INFIX = re.compile(
    r"""[/|,;:()\[\]{}<>–—…•·&=~"“”\\_*]|(?<=\w)[-‑](?=\w)|(?<=[+#])[-‑](?=\w)|(?<=\w\w)\+(?=[^\W\d_]{2})|(?<=[a-z])\.(?=[A-Z][a-z])"""
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:[\w-]+\.)+(?:com|org|net|io|dev|de|edu|gov|me|info|uk|eu)(?:/\S*)?",
    re.IGNORECASE,
)
WORDS_KEPT = 200_000
ENDLESS_WORD = re.compile(r"\S{150,}")
"""No name is so long; taking such words apart could cost hours."""
LIST_SIGN = re.compile(r"[,;|]")
LEADS = frozenset({"at", "by", "from", "in", "on", "through", "to", "under", "via", "with"})
HYPHENS = {"-", "‑"}
HARD_NEIGHBOURS = HYPHENS | {"&", "'", "’", "_"}
"""A name of one letter that touches one of these is part of something else: `C-suite`, `R&D`, `USB-C`."""
DASH_IN_WORD = re.compile(r"(?<=[^\W\d_])[‐‑–−](?=[^\W\d_])")
"""What typesetting makes of a hyphen, between letters: `producer–consumer`."""


Match = tuple[int, int, Pattern]


class Tokens(Struct, frozen=True):
    """A text's tokens: in normal form, where each starts, and how long it is."""

    words: Sequence[str]
    starts: Sequence[int]
    lengths: Sequence[int]


class AliasMatcher:
    """All aliases of a taxonomy, ready to be found. Safe to share between threads."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._lock = Lock()
        self._form = taxonomy.form
        self._phrases = taxonomy.phrases
        self._after_letter = frozenset(taxonomy.cues.after_letter)
        self._misspellings = Misspellings(taxonomy)
        self._whole: dict[tuple[str, ...], Pattern | None] = {}
        self._added: set[str] = set()
        self._met: set[str] = set()
        self._patterns: dict[int, Pattern] = {}
        self._tokenizer = plain_tokenizer(self._form.of)
        self._vocab = self._tokenizer.vocab
        from spacy.matcher import PhraseMatcher

        self._any_case = PhraseMatcher(self._vocab, attr="NORM")
        self._exact = PhraseMatcher(self._vocab, attr="ORTH")

    def find(self, lines: Sequence[str]) -> tuple[list[Mention], list[tuple[str, ...]]]:
        """Return the mentions in each line from left to right, and each line's words in normal form.

        No phrase reaches over a line's end: the newline between them is a token of its own.
        """
        text = DASH_IN_WORD.sub("-", without_endless_words("\n".join(lines)))
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        with self._lock:
            self._add_phrases_for(text)
            with self._words_kept():
                doc = self._tokenizer(text)
                tokens = self._tokens_of(doc)
                first_tokens = [bisect_left(tokens.starts, start) for start in starts]
                words = [
                    tuple(tokens.words[a : b - 1]) for a, b in pairwise((*first_tokens[:-1], len(tokens.words) + 1))
                ]
                return list(self._mentions(doc, tokens, starts, first_tokens)), words

    def words(self, phrase: str) -> tuple[str, ...]:
        """Return a phrase's words in normal form."""
        with self._lock, self._words_kept():
            return tuple(token.norm_ for token in self._tokenizer(phrase))

    def _words_kept(self) -> AbstractContextManager[object]:
        """Words met early stay cached; once there are many, new ones are forgotten after their document: memory stays flat."""
        return nullcontext() if len(self._vocab) < WORDS_KEPT else self._vocab.memory_zone()

    def _add_phrases_for(self, text: str) -> None:
        """Hand the matchers the phrases that begin with one of the text's words, once.

        A résumé has a twentieth of all first words: a cold start pays for those alone, and a long run soon has them all.
        """
        runs = set(RUN.findall(text)) - self._met
        words = {self._form.of(run) for run in runs} & self._phrases.keys()
        for word in words - self._added:
            for phrase in self._phrases[word]:
                key = f"{len(self._patterns)}"
                self._patterns[self._vocab.strings.add(key)] = phrase.pattern
                matcher = self._exact if phrase.pattern.is_exact else self._any_case
                matcher.add(key, [self._tokenizer(phrase.text)])
        self._added |= words
        if len(self._met) < WORDS_KEPT:
            self._met |= runs

    def _tokens_of(self, doc: "Doc") -> "Tokens":
        from spacy.attrs import LENGTH, NORM, SPACY

        norms, lengths, spaces = doc.to_array([NORM, LENGTH, SPACY]).T.tolist() if len(doc) else ([], [], [])
        strings = self._vocab.strings
        ends = list(accumulate(length + space for length, space in zip(lengths, spaces, strict=True)))
        return Tokens([strings[norm] for norm in norms], [0, *ends][: len(norms)], lengths)

    def _mentions(
        self, doc: "Doc", tokens: "Tokens", starts: Sequence[int], first_tokens: Sequence[int]
    ) -> Iterator[Mention]:
        number = 0
        chosen = [
            match
            for match in longest(self._matches(doc), tokens.words)
            if not is_part_of_a_word(doc, *match[:2], self._after_letter)
        ]
        for start, end, pattern in self._with_variants(tokens.words, chosen):
            first, last = tokens.starts[start], tokens.starts[end - 1] + tokens.lengths[end - 1]
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
        """What a whole name of several words, in normal form, stands for."""
        if words not in self._whole:
            if len(self._whole) >= WORDS_KEPT:
                self._whole.clear()
            self._whole[words] = next(
                (
                    phrase.pattern
                    for phrase in self._phrases.get(words[0], ())
                    if not (phrase.pattern.is_exact or phrase.pattern.is_other_sense)
                    and tuple(token.norm_ for token in self._tokenizer(phrase.text)) == words
                ),
                None,
            )
        return self._whole[words]

    def _matches(self, doc: "Doc") -> Iterator[Match]:
        for matcher in (self._any_case, self._exact):
            for key, start, end in matcher(doc):
                yield start, end, self._patterns[key]


def plain_tokenizer(normal: Callable[[str], str]) -> "Tokenizer":
    """SpaCy's tokenizer with plain affix rules, over a bare vocabulary.

    The English one has special cases; after the first of them in a document nothing more is cached (spaCy issue 13950), which
    makes up nine tenths of the cost of matching. Without them `C.` at a sentence's end is `C` and `.`, too. A bare vocabulary
    rather than `spacy.blank("en")` spares a sixth of a cold start.
    """
    from spacy.attrs import NORM
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    return Tokenizer(
        Vocab(lex_attr_getters={NORM: normal}),
        rules={},
        prefix_search=PREFIX.search,
        suffix_search=SUFFIX.search,
        infix_finditer=INFIX.finditer,
        token_match=None,
        url_match=ADDRESS.fullmatch,
        max_cache_size=WORDS_KEPT,
    )


def without_endless_words(text: str) -> str:
    """Take a list without spaces apart at its signs, and blank what is endless even then; every other letter keeps its place."""
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


def is_part_of_a_word(doc: "Doc", start: int, end: int, kept: frozenset[str]) -> bool:
    """A one-letter name that touches a hyphen or the like is not that name: `C-suite`, `USB-C`, `R&D`."""
    if end - start > 1 or len(doc[start]) > 1:
        return False
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    touches_before = before is not None and not before.whitespace_ and before.text in HARD_NEIGHBOURS
    touches_after = after is not None and not doc[start].whitespace_ and after.text in HARD_NEIGHBOURS
    if touches_after and after is not None and after.text in HYPHENS and end + 1 < len(doc):
        return doc[end + 1].norm_ not in kept
    return touches_before or touches_after
