"""Words and phrases of the cues, found in a text by looking its words up; a pattern of thousands of alternatives is too slow."""

import re
from collections.abc import Iterable, Iterator

TOKEN = re.compile(r"[^\s,;:()\[\]|–—•·„“”\"!?]+")
INNER = re.compile(r"[/-]")
PLURALS = ("s", "es")
SHORTEST_PLURAL = 4
LONGEST_ABBREVIATION = 4
"""Letters of a word that may be an abbreviation, and another word in small letters: "CAS", "BE", "DAS"."""


class Lexicon:
    """A set of phrases, found whole, in any case, with a plural ending or a full stop behind them.

    With `minds_case`, abbreviations that are written in capitals are found in capitals alone.
    """

    def __init__(self, phrases: Iterable[str], *, minds_case: bool = False) -> None:
        self._words: set[str] = set()
        self._capitals: dict[str, int] = {}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(normal_word(match[0]) for match in TOKEN.finditer(phrase))
            if len(words) == 1:
                self._words.add(words[0])
                if minds_case and len(words[0]) <= LONGEST_ABBREVIATION and capitals_of(phrase):
                    self._capitals[words[0]] = min(capitals_of(phrase), 2)
            elif words:
                self._phrases.setdefault(words[0], []).append(words)
        for longer in self._phrases.values():
            longer.sort(key=len, reverse=True)

    def search(self, text: str) -> bool:
        """Say whether any of the phrases stands in the text."""
        return next(self.find(text), None) is not None

    def match(self, text: str) -> tuple[int, int] | None:
        """The span of a phrase that the text begins with."""
        first = next(self.find(text), None)
        return first if first is not None and not text[: first[0]].strip() else None

    def fullmatch(self, text: str) -> bool:
        """Say whether the text is one of the phrases and nothing else."""
        first = next(self.find(text), None)
        return first is not None and not text[: first[0]].strip() and not text[first[1] :].strip(" .,")

    def ends(self, text: str) -> bool:
        """Say whether one of the phrases is the end of the text, and not all of it."""
        return any(start > 0 and not text[end:].strip(" .,)") for start, end in self.find(text))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of the phrases from left to right, the longest at each place."""
        tokens = list(tokens_of(text))
        position = 0
        while position < len(tokens):
            word, start, end = tokens[position]
            length = self._longest(tokens, position)
            if length > 1 or (length and self._is_printed_so(word, text[start:end])):
                yield start, tokens[position + length - 1][2]
                position += length
                continue
            yield from self._inner(text, word, start, end)
            position += 1

    def _longest(self, tokens: list[tuple[str, int, int]], position: int) -> int:
        word = tokens[position][0]
        for phrase in self._phrases.get(word, ()):
            if len(phrase) <= len(tokens) - position and all(
                is_form_of(tokens[position + n][0], each) for n, each in enumerate(phrase)
            ):
                return len(phrase)
        return int(self._knows(word))

    def _knows(self, word: str) -> bool:
        return word in self._words or any(
            word.endswith(ending) and len(word) >= SHORTEST_PLURAL and word[: -len(ending)] in self._words
            for ending in PLURALS
        )

    def _is_printed_so(self, word: str, printed: str) -> bool:
        return not self._capitals or capitals_of(printed) >= self._capitals.get(word, 0)

    def _inner(self, text: str, word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Parts of "engineer/manager" and "player-coach"."""
        if not INNER.search(word):
            return
        place = start
        for part in INNER.split(text[start:end]):
            if self._knows(normal_word(part)) and self._is_printed_so(normal_word(part), part):
                yield place, place + len(part)
            place += len(part) + 1


def tokens_of(text: str) -> Iterator[tuple[str, int, int]]:
    for match in TOKEN.finditer(text):
        yield normal_word(match[0]), match.start(), match.end()


def normal_word(word: str) -> str:
    """Small letters, one kind of apostrophe, no possessive, no full stops: "B.Sc." is "bsc"."""
    word = word.casefold().replace("’", "'").strip("'").rstrip(".'").removesuffix("'s")
    return word.replace(".", "") if "." in word and not any(map(str.isdigit, word)) else word


def capitals_of(word: str) -> int:
    return sum(letter.isupper() for letter in word)


def is_form_of(word: str, known: str) -> bool:
    return word == known or any(word == known + ending for ending in PLURALS)
