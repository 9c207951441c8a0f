"""Phrases looked for in a role's own sentences."""

import re
from collections.abc import Iterable


def sentences_with(phrases: Iterable[str], sentences: Iterable[str]) -> tuple[str, ...]:
    """The sentences that hold one of the phrases as whole words, in their order."""
    wanted = "|".join(map(re.escape, phrases))
    pattern = re.compile(rf"(?<!\w)(?:{wanted})(?!\w)", re.IGNORECASE)
    return tuple(each for each in sentences if wanted and pattern.search(each))
