"""What the trained models see of a text: its words, their beginnings and ends, and its shape. No names, no place in a list."""

import re
from collections.abc import Iterator
from itertools import pairwise

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[^\w\s]")
YEAR = re.compile(r"^(?:19|20)\d\d$")
LONG = 4
"""Words of more letters give their ends too."""
MOST_WORDS = 40
LENGTHS = (1, 2, 3, 5, 8, 12, 20)
FEWEST_COMMAS = 3


def features_of(text: str) -> list[str]:
    """Features of one fragment, heading or line, without repeats, in a fixed order."""
    return list(dict.fromkeys(every_feature(text)))


def every_feature(text: str) -> Iterator[str]:
    tokens = WORD.findall(text)[:MOST_WORDS]
    words = [token.casefold() for token in tokens if token[0].isalpha()]
    yield from (feature for token in tokens for feature in token_features(token))
    for before, after in pairwise(words):
        yield f"2:{before} {after}"
    if words:
        yield f"f:{words[0]}"
        yield f"l:{words[-1]}"
    yield from shape(text, words)


def token_features(token: str) -> Iterator[str]:
    if token[0].isdigit():
        yield "#year" if YEAR.match(token) else f"#{min(len(token), LONG)}"
        return
    if not token[0].isalpha():
        yield f"p:{token}"
        return
    word = token.casefold()
    yield f"w:{word}"
    if len(word) > LONG:
        yield f"e:{word[-3:]}"
        yield f"e:{word[-4:]}"
        yield f"b:{word[:4]}"


def shape(text: str, words: list[str]) -> Iterator[str]:
    yield f"n:{sum(len(words) >= length for length in LENGTHS)}"
    if text.isupper():
        yield "caps"
    if text[:1].islower():
        yield "small"
    if text.endswith("."):
        yield "stop"
    if text.count(",") >= FEWEST_COMMAS:
        yield "list"
    if text.istitle():
        yield "titled"
