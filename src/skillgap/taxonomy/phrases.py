"""Phrases looked for in a role's own sentences, and in lines that tell of work."""

import re
from collections.abc import Iterable
from functools import lru_cache


def sentences_with(phrases: Iterable[str], sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences that hold one of the phrases as whole words, in their order."""
    search = any_of(tuple(phrases)).search
    return tuple(each for each in sentences if search(each))


@lru_cache(maxsize=512)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words; of no phrases nothing."""
    wanted = "|".join(map(re.escape, phrases)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{wanted})(?!\w)", re.IGNORECASE)
