"""The letters of names: their scripts, and what addresses make of them."""

import re
import unicodedata
from collections.abc import Sequence

FOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"})

BETWEEN_WORDS = re.compile(r"[\W\d_]+")
MARKS = (
    "".join(chr(code) for code in range(0x300, 0x2000) if unicodedata.category(chr(code))[0] == "M") + "\u200c\u200d"
)
"""What stands over, under or behind a letter and is none: vowels of Indian and Thai letters, points of Hebrew and Arabic ones."""

HYPHENS = "\\-\u2010\u2011\u05be"
"""Of double names, for classes of patterns: the common one, that of typesetters, one that never breaks and the Hebrew one."""
SHORTEST_BEGINNING = 4
"""Letters of a surname that an address cuts short."""
GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}


def is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter.isascii() or "LATIN" in unicodedata.name(letter, ""))


def is_other_script(letter: str) -> bool:
    return not letter.isascii() and letter.isalpha() and "LATIN" not in unicodedata.name(letter, "LATIN")


def agreement(words: Sequence[str], mails: Sequence[str]) -> float:
    """The best share of the name's longer words that an address or a profile's link holds, 0–1; "jdoe" is all of Jane Doe."""
    if not mails:
        return 0.0
    plain = [letters for word in words if (letters := latin_letters(word)) not in GENERATIONS]
    longer = [word for word in plain if len(word) > 2]  # noqa: PLR2004 - no initials
    if not longer:
        return 0.0
    keys = [latin_letters(mail) for mail in mails]
    if len(plain) > 1 and len(plain[-1]) > 2 and any(is_called(plain[0][:1] + plain[-1], mail) for mail in mails):  # noqa: PLR2004
        return 1.0
    best = max((sum(word in key for word in longer) / len(longer) for key in keys), default=0.0)
    return best if best or len(longer) > 1 else float(is_cut_short(plain, longer[0], mails))


def is_cut_short(words: Sequence[str], surname: str, mails: Sequence[str]) -> bool:
    """Say whether an address has the beginning of a surname behind the initials: "svraghu" of S. V. Raghunathan."""
    initials = "".join(word[0] for word in words if word and word != surname)
    parts = (latin_letters(part) for mail in mails for part in BETWEEN_WORDS.split(mail.partition("@")[0]))
    return bool(initials) and any(
        part.startswith(initials)
        and len(part) >= len(initials) + SHORTEST_BEGINNING
        and surname.startswith(part[len(initials) :])
        for part in parts
    )


def is_called(name: str, mail: str) -> bool:
    return any(latin_letters(part).startswith(name) for part in BETWEEN_WORDS.split(mail))


def latin_letters(text: str) -> str:
    """Small letters without accents: "José" as an address has it."""
    folded = text.casefold()
    if folded.isascii():
        return "".join(filter(str.isalpha, folded))
    decomposed = unicodedata.normalize("NFKD", folded.translate(FOLDED))
    return "".join(letter for letter in decomposed if letter.isalpha() and not unicodedata.combining(letter))
