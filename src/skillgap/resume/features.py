"""What the trained models see of a text: its words, their beginnings and ends, and its shape. No names, no place in a list."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[^\w\s]")
YEAR = re.compile(r"^(?:19|20)\d\d$")
LONG = 4
"""Words of more letters give their ends too."""
MOST_WORDS = 40
LENGTHS = (1, 2, 3, 5, 8, 12, 20)
FEWEST_COMMAS = 3


def features_of(text: str) -> list[str]:
    """Features of one fragment, heading or line, in a fixed order; what two of its words share stands twice."""
    tokens = distinct_tokens(text)
    return [*(feature for token in tokens for feature in token_features(token)), *context_features(text, tokens)]


def distinct_tokens(text: str) -> list[str]:
    """Words in small letters, numbers and marks, each once."""
    return list(dict.fromkeys(WORD.findall(text.casefold())[:MOST_WORDS]))


def token_features(token: str) -> Iterator[str]:
    """What a token says wherever it stands."""
    if token[0].isdigit():
        yield "#year" if YEAR.match(token) else f"#{min(len(token), LONG)}"
        return
    if not token[0].isalpha():
        yield f"p:{token}"
        return
    yield f"w:{token}"
    if len(token) > LONG:
        yield f"e:{token[-3:]}"
        yield f"e:{token[-4:]}"
        yield f"b:{token[:4]}"


def context_features(text: str, tokens: Sequence[str]) -> Iterator[str]:
    """Which words stand beside each other and at the ends, and the text's shape."""
    words = [token for token in tokens if token[0].isalpha()]
    for before, after in pairwise(words):
        yield f"2:{before} {after}"
    if words:
        yield f"f:{words[0]}"
        yield f"l:{words[-1]}"
    yield f"n:{bisect_right(LENGTHS, len(words))}"
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


def rounded(value: float, most: int) -> int:
    """A score as a whole number, `most` at the most to either side of none."""
    return max(-most, min(most, round(value)))
