"""Cutting text into words and signs: at spaces, then at what stands around a word, then at what stands within.

The order of spaCy's tokenizer, without its special cases, so that "C." at a sentence's end is "C" and ".", too.
"""

import re
from collections.abc import Callable, Iterator

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
CHUNK = re.compile(r"(\S+) ?|\s+")
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


Piece = tuple[str, int]
"""A token in normal form, and its length."""


class Tokenizer:
    """Tokens in the normal form that `normal` gives a word. Safe to share between threads."""

    def __init__(self, normal: Callable[[str], str]) -> None:
        self._normal = normal
        self._met: dict[str, list[Piece]] = {}

    def __call__(self, text: str) -> Tokens:
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        met = self._met
        for match in CHUNK.finditer(text):
            start = match.start()
            chunk = match[1] or match[0]
            for word, length in met[chunk] if chunk in met else self._pieces(chunk):
                words.append(word)
                starts.append(start)
                start += length
                ends.append(start)
        return Tokens(text, tuple(words), tuple(starts), tuple(ends))

    def words(self, text: str) -> tuple[str, ...]:
        """The tokens in normal form alone, in half the time."""
        met = self._met
        chunks = [match[1] or match[0] for match in CHUNK.finditer(text)]
        return tuple([word for each in chunks for word, _ in (met[each] if each in met else self._pieces(each))])

    def _pieces(self, chunk: str) -> list[Piece]:
        pieces = [(self._normal(piece), len(piece)) for piece in ([chunk] if chunk.isalnum() else pieces_of(chunk))]
        if len(self._met) >= CHUNKS_KEPT:
            self._met = {}
        self._met[chunk] = pieces
        return pieces


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
