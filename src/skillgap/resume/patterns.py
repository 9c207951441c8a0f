"""Patterns made of the words of the cues."""

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Match any of the words, the longest first; what matches nothing where there is none."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found) or r"(?!)"
