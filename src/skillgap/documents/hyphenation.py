"""Words broken at a line end are put together again: "concur-" and "rency" is one word, "user-" and "space" a compound."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from skillgap.documents.types import DrawnLine

HYPHENS = "-\u2010\u00ad\ufffe\x02"
SOFT = "\u00ad"
LONGEST_PART, LONGEST_ADDRESS, LONGEST_LINE = 40, 120, 1000
LARGER = 1.2
BROKEN = re.compile(rf"[^\W_][{HYPHENS}]$")
WORD = re.compile(r"[^\W_]+")
CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?![a-z])")
ENDINGS = re.compile(r"(?:ing|ed|er|est|ly|ware|base|ness|able|ment|ful|less|ity|i[sz]ed?|ism|ist|al|y)s?\b")
"""What begins so is no word of its own: "test-" and "ing"."""


ADDRESS = re.compile(r"(?:://|www\.|[^\W_]\.[a-z]{2,16}/)\S*$|@\S*$")
"""Nobody divides one: it is wrapped behind a hyphen of its own."""


@cache
def first_parts() -> frozenset[str]:
    """First parts of words whose hyphen stays wherever the line ends: "multi-" and "threaded" are "multi-threaded".

    Where other words begin so too ("in-" and "terface"), the whole compound stands there: "in-house".
    """
    return frozenset(Path(__file__).with_name("compounds.txt").read_text(encoding="utf-8").split())


def with_whole_words(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Move the rest of a broken word up to its beginning; a line that held nothing else is gone."""
    joined: list[DrawnLine] = []
    vocabulary: frozenset[str] | None = None
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or not is_broken(before, line):
            joined.append(line)
            continue
        if vocabulary is None:
            vocabulary = words_in(lines)
        joined[-1], rest = moved_up(before, line, vocabulary)
        if rest.text.strip():
            joined.append(rest)
    return joined


def words_in(lines: Sequence[DrawnLine]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", line.text.casefold()))


def is_broken(before: DrawnLine, line: DrawnLine) -> bool:
    """Whether the first line ends in a hyphen and the second goes on with a letter.

    A grade ("A-") and a heading in capitals are no parts of a word.
    """
    if (
        before.text.rstrip()[-1:] not in HYPHENS
        or before.is_whole
        or line.is_whole
        or line.follows_gap
        or len(before.text) > LONGEST_LINE
        or is_larger(before, line)
    ):
        return False
    text, first = line.text.lstrip(), before.text.rstrip()
    if BROKEN.search(first[-2:]) is None or not text[:1].isalpha():
        return False
    if not text[0].isupper():
        return True
    is_lone = not first[-3:-2].isalnum()
    is_capitals = CAPITALS.match(text) is not None and not first[-3:-1].isupper()
    return not (is_lone or is_capitals)


def is_larger(before: DrawnLine, line: DrawnLine) -> bool:
    """A name set large is no part of the address above it."""
    return before.font_size is not None and line.font_size is not None and line.font_size > LARGER * before.font_size


def moved_up(before: DrawnLine, line: DrawnLine, vocabulary: frozenset[str]) -> tuple[DrawnLine, DrawnLine]:
    text, following = before.text.rstrip(), line.text.lstrip()
    rest = following.split(maxsplit=1)[0]
    first = text[:-1] if is_one_word(text, rest, vocabulary) else text[:-1] + "-"
    return with_end(before, first, rest), without_start(line, len(line.text) - len(following) + len(rest))


def is_one_word(text: str, rest: str, vocabulary: frozenset[str]) -> bool:
    """What the document writes elsewhere decides; then first parts that are known, figures and abbreviations."""
    if text.endswith(SOFT) or rest[:1].isupper():
        return text.endswith(SOFT)
    if ADDRESS.search(text[-LONGEST_ADDRESS:]):
        return False
    first = re.split(r"[^\w]", text[-LONGEST_PART:-1])[-1]
    word = WORD.match(rest)
    second = word[0].casefold() if word else ""
    whole = f"{first.casefold()}-{second}"
    if whole in vocabulary or whole in first_parts() or whole.removesuffix("s") in first_parts():
        return False
    if first.casefold() + second in vocabulary:
        return True
    is_abbreviation = first.isupper() or any(letter.isdigit() for letter in first)
    return not (is_abbreviation or (first.casefold() in first_parts() and not ENDINGS.match(second)))


def with_end(line: DrawnLine, first: str, rest: str) -> DrawnLine:
    spans = line.spans
    if spans:
        cut = len(line.text.rstrip()) - len(first)
        last = spans[-1].text.rstrip()
        spans = (*spans[:-1], msgspec.structs.replace(spans[-1], text=last[: len(last) - cut] + rest))
        if "".join(span.text for span in spans) != first + rest:
            spans = ()
    return msgspec.structs.replace(line, text=first + rest, spans=spans)


def without_start(line: DrawnLine, count: int) -> DrawnLine:
    spans, left = [], count
    for span in line.spans:
        if len(span.text) > left:
            spans.append(msgspec.structs.replace(span, text=span.text[left:]))
        left = max(0, left - len(span.text))
    return msgspec.structs.replace(line, text=line.text[count:], spans=tuple(spans))
