"""What entries are read from: lines without the heading in front, and with a gap where only the letters' weight parts two fields."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from skillgap.documents.types import Document
from skillgap.resume.heading_words import Heading
from skillgap.resume.types import LogicalLine

GAP = "   "
ONE_SPACE = re.compile(r"(?<=[\w)]) (?=[^\W\d_a-zß-öø-ÿ])")
OPEN = re.compile(r"[(\[“„«『「《][^)\]”“»』」》]*$")
"""A bracket or a quotation that goes on."""
LONGEST = 120
"""Letters of a line that may name two things and nothing else."""


def entry_texts(document: Document, lines: list[LogicalLine], headings: Mapping[int, Heading]) -> list[LogicalLine]:
    turns = list(turns_of(document))
    return [without_heading(set_apart(line, turns), headings) for line in lines]


def without_heading(line: LogicalLine, headings: Mapping[int, Heading]) -> LogicalLine:
    """What stands behind a heading in its line: "EDUCATION   Owari Institute, 2008"."""
    length = headings[line.start].length if line.start in headings else 0
    return msgspec.structs.replace(line, text=line.text[length:]) if 0 < length < len(line.text) else line


def turns_of(document: Document) -> Iterator[int]:
    """The first letters that are bold behind ones that are not, or the other way round."""
    for line in document.lines:
        for before, span in pairwise(line.spans):
            if before.is_bold != span.is_bold:
                text = document.text_of(span)
                yield span.start + len(text) - len(text.lstrip())


def set_apart(line: LogicalLine, turns: Sequence[int]) -> LogicalLine:
    """With a gap where a line turns once from bold to plain or back: "**Waiter** Hotel Sava"; `turns` are in order."""
    own = [
        piece.offset + turn - piece.start
        for piece in (line.pieces if is_short(line) else ())
        for turn in turns[bisect_left(turns, piece.start) : bisect_left(turns, piece.end)]
    ]
    if len(own) != 1 or not ONE_SPACE.match(line.text, own[0] - 1) or OPEN.search(line.text[: own[0]]):
        return line
    return msgspec.structs.replace(line, text=f"{line.text[: own[0] - 1]}{GAP}{line.text[own[0] :]}")


def is_short(line: LogicalLine) -> bool:
    return not line.is_item and len(line.text) <= LONGEST
