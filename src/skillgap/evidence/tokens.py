"""Cutting text into words and signs: at spaces, then at what stands around a word, then at what stands within.

The order of spaCy's tokenizer, without its special cases, so that "C." at a sentence's end is "C" and ".", too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from operator import add
from sys import intern

from msgspec import Struct

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
CHUNK = re.compile(r"\S+ ?|\s+")
"""One space behind a word belongs to it; further ones, and a line's end, are a token of their own."""
CHUNKS_KEPT = 50_000


class Tokens(Struct, frozen=True):
    """A text's tokens: in normal form, and where each starts and ends."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def printed(self, start: int, end: int) -> tuple[str, ...]:
        """The tokens from `start` to `end` as they stand in the text."""
        return tuple([self.text[a:b] for a, b in zip(self.starts[start:end], self.ends[start:end], strict=True)])


class Chunk(Struct, frozen=True):
    """The tokens of a chunk: in normal form, how long each is, and how far behind it the next one starts."""

    words: tuple[str, ...]
    lengths: tuple[int, ...]
    steps: tuple[int, ...]


class Tokenizer:
    """Tokens in the normal form that `normal` gives a word. Safe to share between threads."""

    def __init__(self, normal: Callable[[str], str]) -> None:
        self._normal = normal
        self._met: dict[str, Chunk] = {}

    def __call__(self, text: str) -> Tokens:
        chunks = self._chunks(text)
        starts = tuple(accumulate([step for chunk in chunks for step in chunk.steps], initial=0))[:-1]
        ends = tuple(map(add, starts, [length for chunk in chunks for length in chunk.lengths]))
        return Tokens(text, words_in(chunks), starts, ends)

    def words(self, text: str) -> tuple[str, ...]:
        """The tokens in normal form alone, in half the time."""
        return words_in(self._chunks(text))

    def _chunks(self, text: str) -> list[Chunk]:
        met = self._met
        return [met[each] if each in met else self._chunk(each) for each in CHUNK.findall(text)]

    def _chunk(self, text: str) -> Chunk:
        own = text if text.isspace() else text.removesuffix(" ")
        pieces = [own] if own.isalnum() else list(pieces_of(own))
        lengths = tuple(map(len, pieces))
        made = Chunk(
            tuple([intern(self._normal(piece)) for piece in pieces]),
            lengths,
            (*lengths[:-1], lengths[-1] + len(text) - len(own)),
        )
        if len(self._met) >= CHUNKS_KEPT:
            self._met = {}
        self._met[text] = made
        return made


def words_in(chunks: Sequence[Chunk]) -> tuple[str, ...]:
    return tuple([word for chunk in chunks for word in chunk.words])


def pieces_of(chunk: str) -> Iterator[str]:
    """What stands around a word one by one from outside, then the word, in one piece if it is an address."""
    behind: list[str] = []
    while chunk:
        before = PREFIX.search(chunk)
        rest = chunk[before.end() :] if before else chunk
        after = SUFFIX.search(rest)
        if before:
            yield before[0]
        if after:
            behind.append(after[0])
            rest = rest[: after.start()]
        if rest == chunk:
            break
        chunk = rest
    if chunk:
        yield from [chunk] if ADDRESS.fullmatch(chunk) else parted(chunk)
    yield from reversed(behind)


def parted(word: str) -> Iterator[str]:
    """A word and the signs within it; one that it begins with is no sign within."""
    start = 0
    for sign in INFIX.finditer(word):
        if sign.start():
            if sign.start() > start:
                yield word[start : sign.start()]
            yield sign[0]
            start = sign.end()
    if start < len(word):
        yield word[start:]
