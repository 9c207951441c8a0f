"""The line in which somebody says what post they look for: "Target role: Embedded Engineer" is none that they had."""

import re
from collections.abc import Sequence
from functools import cache

from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.loading import shipped_words

NEAR_TOP, LONGEST = 15, 16
"""Lines from the top, and words of one."""


@cache
def shipped_labels() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:{alternatives(shipped_words().cues.sought_labels)})\s*(?::|\t|\s{{3,}}|\s[–—-]\s)\s*\S", re.IGNORECASE
    )


def sought_posts(texts: Sequence[str]) -> list[bool]:
    """Which lines near the top say so."""
    labels = shipped_labels()
    return [
        number < NEAR_TOP and len(text.split()) <= LONGEST and labels.match(text) is not None
        for number, text in enumerate(texts)
    ]
