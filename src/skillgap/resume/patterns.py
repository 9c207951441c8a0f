"""Patterns made of the words of the cues, their small letters, and where a sentence ends."""

import re
from collections.abc import Iterable
from itertools import groupby

SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*\s+(?=[\"'“‘(]?[^\Wa-z_])")


def small_letters(text: str) -> str:
    """Small letters for comparing; the Turkish ones with a dot and without are one, as "İ" and "I" are capitals of either."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


def alternatives(words: Iterable[str], *, minds_case: bool = False) -> str:
    """Match any of the words, the longest first; what matches nothing where there is none.

    Without `minds_case`, for patterns that ignore it: words are put in small letters.

    Common beginnings are tried once: a flat list of some hundred words costs several times as much at every place.
    """
    words = words if minds_case else (word.lower() for word in words)
    found = sorted({tuple(r"\s+" if letter == " " else re.escape(letter) for letter in word) for word in words})
    return branches(found) if found else r"(?!)"


def branches(words: list[tuple[str, ...]]) -> str:
    """What follows a common beginning; `words` are sorted, the empty one, which ends here, first."""
    ends_here = not words[0]
    longer = [
        letter + branches([word[1:] for word in group])
        for letter, group in groupby((word for word in words if word), key=lambda word: word[0])
    ]
    if not longer:
        return ""
    inner = longer[0] if len(longer) == 1 and not ends_here else f"(?:{'|'.join(longer)})"
    return f"{inner}?" if ends_here else inner
