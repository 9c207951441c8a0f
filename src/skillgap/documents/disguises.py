"""Letters that look like others: alphabets of mathematics, of another script, and text that is turned around or has no shape at all."""

import re
import unicodedata
from collections.abc import Iterator

PLAIN_FORMS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x1D400, 0x1D800), *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    if unicodedata.category(chr(code)) != "Cn"
}
"""Bold, italic and wide letters and figures of Unicode, as people set headlines with."""
LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеіјѕорсухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaeijsopcyxdhqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
LIKE_OTHERS = frozenset(LOOKALIKES.values())
OTHER = "\u0370-\u03ff\u0400-\u052f"
MIXED = re.compile(rf"[A-Za-z]+[{OTHER}][A-Za-z{OTHER}]*|[{OTHER}]+[A-Za-z][A-Za-z{OTHER}]*")
TURNED = re.compile("\u202e([^\u202c\u202e\n]*)\u202c?")
"""What is shown from its end to its beginning."""
PILED = re.compile("[\u0300-\u036f]{4,}")
"""More accents than any letter has."""
TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007e]{2,}")
"""Letters without a shape; behind a black flag they say whose it is."""
TAG_BASE = 0xE0000


def undisguised(text: str) -> str:
    """The text as a person sees it."""
    if "\u202e" in text:
        text = TURNED.sub(shown, text)
    text = PILED.sub("", text.translate(PLAIN_FORMS))
    return MIXED.sub(in_one_script, text)


def shown(match: re.Match[str]) -> str:
    """What the override shows; words of scripts that run from right to left are as they should be."""
    text = match[1]
    return text if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text) else text[::-1]


def in_one_script(match: re.Match[str]) -> str:
    """A Latin word without the letters of another script that look like Latin ones; "Δt" and "IT-отдел" stay."""
    word = match[0]
    is_latin = any(letter.isascii() and letter not in LIKE_OTHERS for letter in word)
    is_disguised = is_latin and all(letter.isascii() or letter in LOOKALIKES for letter in word)
    return "".join(LOOKALIKES.get(letter, letter) for letter in word) if is_disguised else word


def shapeless(text: str) -> Iterator[str]:
    """What stands in the text in letters that no font draws."""
    for match in TAGS.finditer(text):
        yield "".join(chr(ord(letter) - TAG_BASE) for letter in match[0])
