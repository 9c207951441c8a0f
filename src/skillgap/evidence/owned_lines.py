"""What of a page may tell what the person decided, designed, led or found out, whether it names a skill or not.

Each line of work does, and of a paragraph each sentence, so that those who write in bullets are not ahead.
"""

import textwrap
from collections.abc import Collection
from itertools import pairwise

from skillgap.evidence.types import OwnedLine
from skillgap.evidence.use import LONGEST_QUOTE, NOT_LONG_AGO, latest, months_from, tells_of_work
from skillgap.resume.patterns import SENTENCE_END
from skillgap.resume.types import Entry, Resume

Piece = tuple[int, int, int]
"""A line's number, and where in its text the piece begins and ends."""
FEWEST_SENTENCES = 3
"""Those of a paragraph."""


def pieces_of_late(resume: Resume, others: Collection[int], as_of: str) -> list[Piece]:
    """Those of jobs and projects of the last ten years or without dates, but not of the entries `others`, jobs of other trades."""
    left_out = {*others, *(place for place, entry in enumerate(resume.entries) if is_long_ago(entry, as_of))}
    return [
        piece
        for number, line in enumerate(resume.lines)
        if line.entry not in left_out and tells_of_work(number, resume)
        for piece in pieces_of(number, resume)
    ]


def is_long_ago(entry: Entry, as_of: str) -> bool:
    last = latest([entry.told_dates], as_of)
    return last is not None and months_from(last, as_of) > NOT_LONG_AGO


def pieces_of(number: int, resume: Resume) -> list[Piece]:
    text = resume.lines[number].text
    bounds = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    if len(bounds) <= FEWEST_SENTENCES:
        return [whole(resume, number)]
    return [(number, start, end) for start, end in pairwise(bounds)]


def whole(resume: Resume, number: int) -> Piece:
    return number, 0, len(resume.lines[number].text)


def owned_line(piece: Piece, resume: Resume) -> OwnedLine:
    number, start, end = piece
    line = resume.lines[number]
    return OwnedLine(textwrap.shorten(line.text[start:end], LONGEST_QUOTE, placeholder=" …"), line.page)
