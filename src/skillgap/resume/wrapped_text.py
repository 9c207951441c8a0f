"""Where plain text was wrapped: what stands set in below an item, and lines that are as long as they could be."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.types import Document, Line

BULLET = re.compile(r"^(?:[•*‣◦▪●○■□–—>»✓✔➢➤→+]|-{1,2}|o(?= [A-Z]))\s+(?=\S)|^(?:\d{1,2}[.)]|[a-z]\))\s+(?=[A-Z])")
ROW = re.compile(r"^[^\W\d_](?:\S| (?! )){0,28}?(?: {2,}|\t\s*)(?=\S)")
"""The label of a row and the gap before its value: "RTOS         FreeRTOS, Zephyr"."""
WIDE = re.compile(r" {3,}|\t")
"""Between the cells of a row; behind a sentence some write two spaces."""
SMALL_WORD = re.compile(r"(?!o )[^\W\d_A-Z]+(?:[,;)]*|(?<=[^\W\d_]{6})\.)(?=\s|$)")
"""No address, no label, no abbreviation, and no "o" that stands for a bullet."""
LIST_GOES_ON = (",", ";")
BINDING = re.compile(r"&$|\s(?:and|of|for|und|für|y|e|et|de|des|del|do|da|di|du)$")
HANGING = re.compile(rf",$|[^\W_)]\s[—–·|•]$|{BINDING.pattern}")
"""What no name ends with, and nothing at all: "Electronics and" above "Software Engineering, 2017"."""
SENTENCE_ENDS = (".", "!", "?", ":", ";")
NARROWEST_WRAP, WIDEST_WRAP = 48, 130
"""Characters: nobody wraps plain text at less, and no screen at more."""
NARROWEST_ITEMS = 24
"""Items whose further lines are set in say themselves that they were wrapped, and are in narrower columns."""
NEAR_WRAP, BEYOND_WRAP = 14, 10
"""How far lines end before the margin, and beyond it: a line that goes on farther was not wrapped there."""
MOST_OUTDENT = 8
"""Columns: what is set in farther above it is flush right or centred."""
UNFINISHED = re.compile(r"(?:^|\s)[^\W\d_A-Z][^\W\d_A-Z'’-]*$")
"""In the middle of a sentence: the last word is in small letters, and no mark stands behind it."""
FIGURES = re.compile(r"\W?\d")
UNWRAPPED = 1e9


class Margin(Struct, frozen=True):
    """Where the column that a line stands in ends, in the line's own measure.

    `below` is the white space between two lines of a paragraph at most; more of it parts paragraphs.
    """

    right: float
    below: float = math.inf


def text_margins(document: Document) -> dict[int, Margin]:
    """Plain text has one margin; rows with a wide gap reach as far as their author liked, and say of it only if the others don't."""
    texts = [line for line in document.lines if not WIDE.search(document.text_of(line))]
    right = margin_of(texts) or margin_of(document.lines)
    if right is not None and not is_wrapped_at(right, document):
        right = None
    margin = Margin(right or margin_of(wrapped_items(document), narrowest=NARROWEST_ITEMS) or UNWRAPPED)
    return {line.start: margin for line in document.lines}


def is_wrapped_at(right: float, document: Document) -> bool:
    """Say whether any line that ends near there goes on in the next, and not all just happen to be as long.

    Dates below a heading are none of it.
    """
    return any(
        abs(right - reach_of(before)) <= NEAR_WRAP
        and (
            document.text_of(before).endswith(LIST_GOES_ON)
            or not (document.text_of(line)[:1].isupper() or FIGURES.match(document.text_of(line)))
        )
        and not BULLET.match(document.text_of(line))
        for before, line in pairwise(document.lines)
    )


def wrapped_items(document: Document) -> list[Line]:
    """The lines of bulleted items that go on in a line set in below their text."""
    found: list[Line] = []
    item: Line | None = None
    for before, line in pairwise(document.lines):
        item = before if BULLET.match(document.text_of(before)) else item
        if item is not None and not line.follows_gap and is_below_item(document, item, line):
            found += [item, line] if before is item else [line]
        else:
            item = None
    return found


def margin_of(lines: Sequence[Line], *, narrowest: int = NARROWEST_WRAP) -> float | None:
    """That of the longest lines, if enough of them come near it to be a wrap."""
    widths = sorted((reach_of(line) for line in lines), reverse=True)
    width = widths[min(len(widths) // 10, len(widths) - 1)] if widths else 0
    near = sum(1 for each in widths if width - NEAR_WRAP <= each <= width + 2)
    is_wrapped = narrowest <= width <= WIDEST_WRAP and near >= max(3, len(widths) // 10)
    return float(width) if is_wrapped else None


def reach_of(line: Line) -> int:
    """The column in which it ends."""
    return line.indent + line.end - line.start


def is_wrapped_text(document: Document, group: Sequence[Line], line: Line, right: float) -> bool:
    """Whether the line goes on with what the group says."""
    before, text, next_text = group[-1], document.text_of(group[-1]), document.text_of(line)
    if before.indent > line.indent + MOST_OUTDENT:
        return False
    is_below = is_below_item(document, group[0], line)
    if is_below_value(document, group[0], line) or (is_below and goes_on_within(text, next_text)):
        return True
    if reach_of(before) >= NARROWEST_WRAP and (
        is_below or text.endswith(LIST_GOES_ON) or goes_on_small(text, next_text)
    ):
        return True
    is_full = -BEYOND_WRAP < right - reach_of(before) < len(next_text.split(maxsplit=1)[0]) + 1
    return is_full and (is_below or right >= NARROWEST_WRAP)


def goes_on_within(text: str, next_text: str) -> bool:
    """Say whether a sentence of an item goes on below, however narrow it is set."""
    return goes_on_small(text, next_text) or HANGING.search(text) is not None or UNFINISHED.search(text) is not None


def goes_on_small(text: str, next_text: str) -> bool:
    """Say whether a sentence that has not ended goes on with a word in small letters."""
    is_small = next_text[:1].islower() and SMALL_WORD.match(next_text) is not None
    return is_small and not (text.endswith(SENTENCE_ENDS) or WIDE.search(next_text))


def is_row(text: str) -> bool:
    """Say whether it is a label and its value, with a gap between them."""
    row = ROW.match(text)
    return row is not None and WIDE.search(row[0]) is not None


def is_below_item(document: Document, first: Line, line: Line) -> bool:
    """Whether it is set in below the text of a bulleted item."""
    bullet = BULLET.match(document.text_of(first))
    return bullet is not None and first.indent < line.indent <= first.indent + bullet.end() + 1


def is_below_value(document: Document, first: Line, line: Line) -> bool:
    """Whether it begins in the column of a row's values; beside a date stand the rows of a heading."""
    row = ROW.match(document.text_of(first)) if is_row(document.text_of(first)) else None
    if row is not None and any(map(str.isdigit, row[0])):
        return False
    return row is not None and abs(first.indent + row.end() - line.indent) <= 1


def looks_like_label(text: str) -> bool:
    return bool(re.match(r"^[A-Z][\w/&+() ]{1,30}:(?:\s|$)", text))
