"""How much a line looks like a section heading: its words, how it is set, and how the headings known by their words are set."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.content import heading_odds

LARGER = 1.06
MOSTLY = 0.7
"""A share of bold letters at which bold sets nothing apart."""
SHORTEST_CAPITALS = 4
"""Shorter ones are acronyms."""
DEEPEST_HEADING = 6
STRONGEST_WORDS = 5.0
MANY_GAPS = 5
"""Gaps from which on a line without one is hardly a heading."""
WIDE = 1.6
"""From one line's top to the next one's, in heights of a line, where there is a gap between them."""
RISE = -20.0
"""Points that a line stands above the one before it at the top of another column."""

BASE = -2.0
WORDS = 0.65
IS_LARGER, IS_BOLD, IS_CAPITALS, HAS_LEVEL, IS_KNOWN = 1.6, 0.2, 0.6, 0.7, 0.3
FOLLOWS_GAP, STANDS_CLEAR, IS_TOP = 2.4, 1.5, 1.0
LIKE_KNOWN, UNLIKE_KNOWN, EACH_RIVAL = 1.8, -0.9, -0.5
IS_ENCLOSED, IS_NUMBERED = 4.0, 1.0
LIKE_NEXT, HAS_COMMA, HAS_TITLE, WITHOUT_GAP = -2.1, -0.5, -0.5, -1.0
"""Natural logarithms, from a logistic regression over annotated résumés, rounded."""

ENCLOSED = re.compile(r"^(?P<open>[\[<{=*~#_:|—–-]+)\s*[^\W_].*\w[)!?]?\s*[\]>}=*~#_:|—–-]+$")
"""Marks on both sides, as in "[ Skills ]" or "=== Skills ===" in plain text."""

Look = tuple[bool, bool, float | None, int, str | None]
"""Capitals, bold, size, heading level, colour."""


class Body(Struct, frozen=True):
    """The size that most of the text is set in, None where the file says no sizes, and whether most of it is bold."""

    size: float | None
    is_bold: bool


class Candidate(Struct, frozen=True, kw_only=True):
    """A line that may be a heading; `words` is its text without decoration, `space` what `space_above` says."""

    line: Line
    text: str
    words: str
    space: float
    is_known: bool
    is_like_next: bool
    has_title: bool


class Surroundings(Struct, frozen=True):
    """What all lines of a document look like: `known` are headings by their words, `rivals` lines as short as headings."""

    body: Body
    known: Mapping[Look, int]
    rivals: Mapping[Look, int]
    has_gaps: bool


def body_style(lines: Sequence[Line]) -> Body:
    sizes = Counter[float]()
    bold = total = 0
    for line in lines:
        length = line.end - line.start
        total += length
        bold += length * line.is_bold
        if line.font_size is not None:
            sizes[line.font_size] += length
    size = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else None
    return Body(size, bold > MOSTLY * total)


def look_of(text: str, line: Line) -> Look:
    """Capitals look alike in a narrow column set smaller than the wide one; an acronym is not set in capitals."""
    capitals = is_capitals(text)
    color = line.spans[0].color if line.spans else None
    return capitals, line.is_bold, None if capitals else line.font_size, line.heading_level, color


def surroundings(document: Document, short: Sequence[Line], known: Sequence[Line]) -> Surroundings:
    """`short` are the lines that may be headings, `known` among them those that are by their words."""
    starts = {line.start for line in known}
    looks = Counter(look_of(document.text_of(line), line) for line in known)
    rivals = Counter(look_of(document.text_of(line), line) for line in short if line.start not in starts)
    gaps = sum(line.follows_gap for line in document.lines)
    return Surroundings(body_style(document.lines), looks, rivals, gaps > MANY_GAPS)


def space_above(before: Line, line: Line) -> float:
    """How much what is left free above a line speaks for a heading."""
    if line.follows_gap:
        return FOLLOWS_GAP
    if line.box is None or before.box is None:
        return 0.0
    if line.page != before.page or line.box[1] < before.box[1] + RISE:
        return IS_TOP
    return STANDS_CLEAR * (line.box[1] - before.box[1] > WIDE * (before.box[3] - before.box[1]))


def is_set_larger(line: Line, body: Body) -> bool:
    return body.size is not None and line.font_size is not None and line.font_size > body.size * LARGER


def is_capitals(text: str) -> bool:
    return len(text) >= SHORTEST_CAPITALS and text.isupper()


def is_set_apart(line: Line, body: Body) -> bool:
    """Larger than the body or bold, or a heading as the file says."""
    return 0 < line.heading_level <= DEEPEST_HEADING or is_set_larger(line, body) or (line.is_bold and not body.is_bold)


def is_marked(text: str, line: Line, body: Body) -> bool:
    return is_set_apart(line, body) or is_capitals(text)


def heading_score(candidate: Candidate, around: Surroundings) -> float:
    """Above zero a line is rather a heading than not."""
    line, text = candidate.line, candidate.text
    look = look_of(text, line)
    alike = around.known.get(look, 0) - candidate.is_known
    others = sum(around.known.values()) - candidate.is_known
    score = BASE + WORDS * max(-STRONGEST_WORDS, min(STRONGEST_WORDS, heading_odds(candidate.words)))
    score += IS_LARGER * is_set_larger(line, around.body)
    score += IS_BOLD * (line.is_bold and not around.body.is_bold)
    score += IS_CAPITALS * is_capitals(text)
    score += HAS_LEVEL * (0 < line.heading_level <= DEEPEST_HEADING)
    score += IS_ENCLOSED * (not text[0].isalnum() and ENCLOSED.match(text) is not None)
    score += candidate.space + IS_KNOWN * candidate.is_known
    score += LIKE_KNOWN * (alike > 0) + UNLIKE_KNOWN * (alike == 0 and others > 1)
    stands_out = is_set_larger(line, around.body) and candidate.space > 0
    score += (0.0 if stands_out else EACH_RIVAL) * math.log((1 + around.rivals.get(look, 0)) / (1 + alike))
    score += IS_NUMBERED * (text[0].isdigit() and alike > 1)
    score += LIKE_NEXT * candidate.is_like_next + HAS_COMMA * ("," in text) + HAS_TITLE * candidate.has_title
    return score + WITHOUT_GAP * (around.has_gaps and not line.follows_gap)
