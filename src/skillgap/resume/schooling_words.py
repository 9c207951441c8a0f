"""The rows of an education entry cut into words: between "MSc" and "Computer Science" stands nothing that separates."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from skillgap.resume.atoms import GONE, Rows, blanked, valueless_spans
from skillgap.resume.dates import FoundDates
from skillgap.resume.segments import COUNTED, SegmentGrammar

WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:\s?%|[^\W\d_]+)?[+*]*|[^\W\d_](?:[.'’&*]*[^\W_]|\+[^\W_])*(?:[.+*#]+(?!\w))?|\+\d+|%"
)
"""A number with its scale, or letters with what is within an abbreviation."""
MARKS = re.compile(r"\0|\t|\n|\s{3,}|[^\w\s]")
WIDE = "\t"
WITHIN = frozenset(" &'’\"“”„«».*+%#°hyphenslashpoint")
"""Marks between two words that are no end of a part of the row."""
TIGHT = {" ": " ", "": "", "-": "hyphen", "/": "slash", ".": "point", "&": "and", "'": "", "’": ""}
"""What stands between two words without parting them."""
COMMON = frozenset("\0,;:|/()[]–—-.&'’\"“”„«»*+%#°")
MOST_WORDS = 40
"""Words of a row that are looked at."""


class Word(Struct, frozen=True):
    """`row[start:end]`; `joint` are the marks between it and the word before, `part` the number of its part between marks.

    `label` is the field that a label in front of its part names.
    """

    row: int
    start: int
    end: int
    text: str
    joint: str
    part: int
    is_aside: bool = False
    is_after_date: bool = False
    label: str | None = None


def words_of(rows: Rows, hidden: Sequence[str], grammar: SegmentGrammar) -> list[Word]:
    """All words of a heading in their order; `hidden` are its rows as `masked` gives them."""
    words: list[Word] = []
    for number, ((text, _), bare) in enumerate(zip(rows, hidden, strict=True)):
        part = words[-1].part + 1 if words else 0
        words += labelled(list(words_in(number, text, bare, part)), text, grammar)
    return words


def masked(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar) -> str:
    """The row with dates, addresses and a number in front blanked out, each letter in its place."""
    return blanked(text, valueless_spans(text, found, grammar))


def words_in(number: int, text: str, hidden: str, part: int) -> Iterator[Word]:
    position, depth, is_after_date = 0, 0, False
    for count, match in enumerate(WORD.finditer(hidden)):
        if count == MOST_WORDS:
            return
        start, end = match.span()
        gap = hidden[position:start]
        joint = joint_of(gap)
        ends_sentence = (
            bool(count) and text[position - 1] == "." and position - 1 > 0 and is_sentence_end(text, position)
        )
        part += bool(count) and (ends_sentence or not WITHIN.issuperset(joint))
        depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
        is_after_date = is_after_date or GONE in gap
        yield Word(
            number,
            start,
            end,
            match[0],
            joint if count else "^" + joint,
            part,
            is_aside=depth > 0,
            is_after_date=is_after_date,
        )
        position = end


def is_sentence_end(text: str, end: int) -> bool:
    """Say whether the full stop before `end` is none of an abbreviation: four small letters stand before it, a capital behind."""
    return text[end - 5 : end - 1].islower() and text[end : end + 2].strip()[:1].isupper()


def joint_of(gap: str) -> str:
    """The marks of a gap, each once; a space where there is none."""
    if gap in TIGHT:
        return TIGHT[gap]
    found = (WIDE if mark.isspace() else mark if mark in COMMON else "|" for mark in MARKS.findall(gap))
    return "".join(dict.fromkeys(found))[:4] or gap[:1]


def labelled(words: Sequence[Word], text: str, grammar: SegmentGrammar) -> list[Word]:
    """The words, those behind a label with the field that it names; the label's own with "label"."""
    named: list[Word] = []
    label: str | None = None
    for part in parts_of(words):
        behind = text[part[-1].end :]
        is_label = behind.lstrip(" )%").startswith(":") or behind.startswith(("\t", "   "))
        name = text[part[0].start : part[-1].end]
        field = grammar.labels.get(" ".join(COUNTED.sub("", name).casefold().split())) if is_label else None
        if field is not None:
            label = field
            named += [msgspec.structs.replace(word, label="label") for word in part]
        else:
            named += [msgspec.structs.replace(word, label=label) for word in part] if label else part
            label = label if label and behind[:1] in {"/", "-"} else None
    return named


def parts_of(words: Sequence[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = []
    for word in words:
        if parts and parts[-1][-1].part == word.part:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts
