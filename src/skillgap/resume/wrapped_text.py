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
NEAR_WRAP, BEYOND_WRAP = 14, 10
"""How far lines end before the margin, and beyond it: a line that goes on farther was not wrapped there."""
MOST_OUTDENT = 8
"""Columns: what is set in farther above it is flush right or centred."""
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
    margin = Margin(right if right and is_wrapped_at(right, document) else UNWRAPPED)
    return {line.start: margin for line in document.lines}


def is_wrapped_at(right: float, document: Document) -> bool:
    """Say whether any line that ends near there goes on in the next, and not all just happen to be as long."""
    return any(
        abs(right - reach_of(before)) <= NEAR_WRAP
        and (document.text_of(before).endswith(LIST_GOES_ON) or not document.text_of(line)[:1].isupper())
        and not BULLET.match(document.text_of(line))
        for before, line in pairwise(document.lines)
    )


def margin_of(lines: Sequence[Line]) -> float | None:
    """That of the longest lines, if enough of them come near it to be a wrap."""
    widths = sorted((reach_of(line) for line in lines), reverse=True)
    width = widths[min(len(widths) // 10, len(widths) - 1)] if widths else 0
    near = sum(1 for each in widths if width - NEAR_WRAP <= each <= width + 2)
    is_wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP and near >= max(3, len(widths) // 10)
    return float(width) if is_wrapped else None


def reach_of(line: Line) -> int:
    """The column in which it ends."""
    return line.indent + line.end - line.start


def is_wrapped_text(document: Document, group: Sequence[Line], line: Line, right: float) -> bool:
    """Whether the line goes on with what the group says."""
    before, text, next_text = group[-1], document.text_of(group[-1]), document.text_of(line)
    if before.indent > line.indent + MOST_OUTDENT:
        return False
    if is_below_value(document, group[0], line):
        return True
    if reach_of(before) >= NARROWEST_WRAP and (
        is_below_item(document, group[0], line) or text.endswith(LIST_GOES_ON) or goes_on_small(text, next_text)
    ):
        return True
    return -BEYOND_WRAP < right - reach_of(before) < len(next_text.split(maxsplit=1)[0]) + 1


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
    """Whether it begins in the column of a row's values."""
    row = ROW.match(document.text_of(first)) if is_row(document.text_of(first)) else None
    return row is not None and abs(first.indent + row.end() - line.indent) <= 1


def looks_like_label(text: str) -> bool:
    return bool(re.match(r"^[A-Z][\w/&+() ]{1,30}:(?:\s|$)", text))
