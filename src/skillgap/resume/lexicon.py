"""Words and phrases of the cues, found in a text by looking its words up; a pattern of thousands of alternatives is too slow."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from skillgap.resume.patterns import small_letters

TOKEN = re.compile(r"[^\s,;:()\[\]|–—•·„“”\"!?]+")
INNER = re.compile(r"[/-]")
MOST_WORDS = 20_000
"""Words whose normal form is kept."""
PLURALS = ("s", "es")
SHORTEST_PLURAL = 4
LONGEST_ABBREVIATION = 4
"""Letters of a word that may be an abbreviation, and another word in small letters: "CAS", "BE", "DAS"."""


class Tokens(Struct, frozen=True):
    """A text's words in their normal form.

    `compounds` are the numbers of those with a slash or a hyphen in them; `parts` are such words' parts in their normal form.
    """

    text: str
    words: tuple[str, ...]
    compounds: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()


class Lexicon:
    """A set of phrases, found whole, in any case, with a plural ending or a full stop behind them.

    With `minds_case`, abbreviations that are written in capitals are found in capitals alone. Where several are asked about
    one text, it is cut into tokens once.
    """

    def __init__(self, phrases: Iterable[str], *, minds_case: bool = False) -> None:
        self._words: set[str] = set()
        self._capitals: dict[str, int] = {}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(normal_word(match[0]) for match in TOKEN.finditer(phrase))
            if len(words) == 1:
                self._words |= forms_of(words[0])
                if minds_case and len(words[0]) <= LONGEST_ABBREVIATION and capitals_of(phrase):
                    self._capitals[words[0]] = min(capitals_of(phrase), 2)
            elif words:
                self._phrases.setdefault(words[0], []).append(words)
                self._phrases.setdefault(f"{words[0]}s", self._phrases[words[0]])
        for longer in self._phrases.values():
            longer.sort(key=len, reverse=True)
        self._beginnings = self._words | self._phrases.keys()

    def search(self, text: str, tokens: Tokens | None = None) -> bool:
        """Say whether any of the phrases stands in the text."""
        tokens = tokens or tokens_of(text)
        return self._may_be_in(tokens) and next(self.find(text, tokens), None) is not None

    def match(self, text: str, tokens: Tokens | None = None) -> tuple[int, int] | None:
        """The span of a phrase that the text begins with."""
        tokens = tokens or tokens_of(text)
        if not self._may_begin(tokens):
            return None
        first = next(self.find(text, tokens), None)
        return first if first is not None and not text[: first[0]].strip() else None

    def fullmatch(self, text: str, tokens: Tokens | None = None) -> bool:
        """Say whether the text is one of the phrases and nothing else."""
        tokens = tokens or tokens_of(text)
        if not self._may_begin(tokens):
            return False
        first = next(self.find(text, tokens), None)
        return first is not None and not text[: first[0]].strip() and not text[first[1] :].strip(" .,")

    def ends(self, text: str, tokens: Tokens | None = None) -> bool:
        """Say whether one of the phrases is the end of the text, and not all of it."""
        tokens = tokens or tokens_of(text)
        return self._may_be_in(tokens) and any(
            start > 0 and not text[end:].strip(" .,)") for start, end in self.find(text, tokens)
        )

    def find(self, text: str, tokens: Tokens | None = None) -> Iterator[tuple[int, int]]:
        """Spans of the phrases from left to right, the longest at each place."""
        tokens = tokens or tokens_of(text)
        if not self._may_be_in(tokens):
            return
        free = 0
        spans = spans_of(tokens.text)
        for position in self._places(tokens):
            if position < free:
                continue
            start, end = spans[position]
            length = self._longest(tokens.words, position)
            if length > 1 or (length and self._is_printed_so(tokens.words[position], text[start:end])):
                yield start, spans[position + length - 1][1]
                free = position + length
            elif position in tokens.compounds:
                yield from self._inner(text[start:end], start)

    def _places(self, tokens: Tokens) -> list[int]:
        """Where a phrase may begin."""
        beginnings = self._beginnings
        places = [position for position, word in enumerate(tokens.words) if word in beginnings]
        return sorted({*places, *tokens.compounds}) if tokens.compounds else places

    def _may_be_in(self, tokens: Tokens) -> bool:
        beginnings = self._beginnings
        return not (beginnings.isdisjoint(tokens.words) and beginnings.isdisjoint(tokens.parts))

    def _may_begin(self, tokens: Tokens) -> bool:
        return bool(tokens.compounds) or (bool(tokens.words) and tokens.words[0] in self._beginnings)

    def _longest(self, words: Sequence[str], position: int) -> int:
        word = words[position]
        for phrase in self._phrases.get(word, ()):
            following = words[position : position + len(phrase)]
            if len(following) == len(phrase) and all(map(is_form_of, following, phrase)):
                return len(phrase)
        return int(word in self._words)

    def _is_printed_so(self, word: str, printed: str) -> bool:
        return not self._capitals or capitals_of(printed) >= self._capitals.get(word, 0)

    def _inner(self, word: str, start: int) -> Iterator[tuple[int, int]]:
        """Parts of "engineer/manager" and "player-coach"."""
        for part in INNER.split(word):
            normal = normal_word(part)
            if normal in self._words and self._is_printed_so(normal, part):
                yield start, start + len(part)
            start += len(part) + 1


@lru_cache(maxsize=512)
def tokens_of(text: str) -> Tokens:
    """Cut a text into words; kept for a while, as many lexica ask about one text."""
    printed = TOKEN.findall(text)
    words = tuple(map(normal_word, printed))
    if "-" not in text and "/" not in text:
        return Tokens(text, words)
    compounds = tuple([position for position, word in enumerate(printed) if "-" in word or "/" in word])
    parts = tuple([normal_word(part) for position in compounds for part in INNER.split(printed[position])])
    return Tokens(text, words, compounds, parts)


@lru_cache(maxsize=512)
def spans_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where each word stands; most texts have none of a lexicon's words, and are never asked."""
    return tuple([match.span() for match in TOKEN.finditer(text)])


def forms_of(word: str) -> set[str]:
    """The word, and its plurals where it is long enough to have some."""
    return {word, *(word + ending for ending in PLURALS if len(word + ending) >= SHORTEST_PLURAL)}


@lru_cache(maxsize=MOST_WORDS)
def normal_word(word: str) -> str:
    """Small letters, one kind of apostrophe, no possessive, no full stops: "B.Sc." is "bsc"."""
    word = small_letters(word)
    if word.isalpha():
        return word
    word = word.replace("’", "'").strip("'").rstrip(".'").removesuffix("'s")
    return word.replace(".", "") if "." in word and not any(map(str.isdigit, word)) else word


def capitals_of(word: str) -> int:
    return sum(letter.isupper() for letter in word)


def is_form_of(word: str, known: str) -> bool:
    return word == known or (word.startswith(known) and word[len(known) :] in PLURALS)
