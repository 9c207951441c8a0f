"""Stems of English words, so that "led", "leads" and "leading" count as one."""

from functools import lru_cache
from threading import Lock
from typing import Any

STEMMING = Lock()


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    with STEMMING:
        return str(stemmer().stemWord(word))


@lru_cache(maxsize=1)
def stemmer() -> Any:
    """Snowball's English stemmer, which keeps the word at hand in itself: one thread at a time."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")
