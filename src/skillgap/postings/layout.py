"""The lines of a posting, each with what its heading makes of it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.resume.heading_words import normal
from skillgap.resume.logical_lines import logical_lines
from skillgap.resume.types import LogicalLine
from skillgap.resume.wrapped_text import BULLET
from skillgap.taxonomy.words import PostingCue, PostingPart

SIGN = re.compile(r"^\s*(?:[>·#~☐✅☑–—-]+|[A-Z]?\d{1,2}[.):]?(?=\s{2}|[.):]?\s+[A-Z]))\s+(?=\S)")
NO_HEADING = re.compile(r"[@|•·$€£]|://|\s[–—-]\s.*\d")
SENTENCE = re.compile(r"[.!?]\s+")
LABEL = re.compile(r"^([^:]{2,48}):\s+(?=\S)")
MOST_WORDS, MOST_WORDS_OF_PHRASE = 12, 7
CAPITALS, BOLD, PLAIN, COLON = 11, 12, 13, 14
"""Ranks of headings that have no level of their own, below all that have."""
BY_CUE = {
    PostingCue.SOFTENS_AHEAD: PostingPart.PREFERRED,
    PostingCue.SOFTENS_BEHIND: PostingPart.PREFERRED,
    PostingCue.INSISTS: PostingPart.REQUIRED,
    PostingCue.ASKS: PostingPart.REQUIRED,
    PostingCue.DUTY: PostingPart.DUTIES,
    PostingCue.SETTING: PostingPart.SETTING,
}
BODY = 12
"""Words: a paragraph of more, after a list, is about something else."""


class PostingLine(Struct, frozen=True, kw_only=True):
    """`start` is behind a label ("Stack:") or the sign of an item; `is_item` is one of a list."""

    text: str
    page: int
    part: PostingPart
    start: int = 0
    is_item: bool = False
    is_heading: bool = False


class Standing(Struct):
    """The heading under which the lines stand that are read just now."""

    part: PostingPart = PostingPart.OPEN
    rank: int = 0
    has_items: bool = False


def laid_out(document: Document, grammar: PostingGrammar) -> tuple[list[LogicalLine], list[PostingLine]]:
    """The posting's logical lines, and beside each what it is."""
    levels = {line.start: line.heading_level for line in document.lines if line.heading_level}

    def is_heading(line: Line) -> bool:
        text = document.text_of(line)
        return line.start in levels or normal(text) in grammar.headings or is_capital(text)

    logical = logical_lines(
        document, is_heading=is_heading, ends_in_dates=lambda _: False, begins_with_label=lambda _: False
    )
    return logical, list(headed(logical, [levels.get(line.start, 0) for line in logical], grammar))


def headed(lines: Sequence[LogicalLine], levels: Sequence[int], grammar: PostingGrammar) -> Iterator[PostingLine]:
    standing = Standing()
    items = [line.is_item or SIGN.match(line.text) is not None for line in lines]
    opens = [*(is_item or line.follows_gap for line, is_item in zip(lines[1:], items[1:], strict=True)), False][
        : len(lines)
    ]
    for line, level, is_item, is_before_list in zip(lines, levels, items, opens, strict=True):
        rank = 0 if is_item and not level else heading_rank(line, level, grammar, opens=is_before_list)
        if rank:
            standing = under(part_of(line.text, grammar), rank, standing)
        elif has_left_list(line, standing, is_item=is_item):
            standing = Standing()
        standing.has_items |= is_item
        label = LABEL.match(line.text)
        labelled = grammar.headings.get(normal(label[1])) if label and not rank else None
        yield PostingLine(
            text=line.text,
            page=line.page,
            part=labelled or standing.part,
            start=label.end() if label and labelled else sign.end() if (sign := SIGN.match(line.text)) else 0,
            is_item=is_item,
            is_heading=bool(rank),
        )


def under(part: PostingPart | None, rank: int, standing: Standing) -> Standing:
    """A heading of no known kind goes on with the one above it where it is smaller."""
    if part is None and rank > standing.rank > 0:
        return Standing(standing.part, standing.rank)
    return Standing(part or PostingPart.OPEN, rank)


def has_left_list(line: LogicalLine, standing: Standing, *, is_item: bool) -> bool:
    is_paragraph = not is_item and line.follows_gap and len(line.text.split()) > BODY
    return standing.has_items and is_paragraph and standing.part is not PostingPart.ABOUT


def heading_rank(line: LogicalLine, level: int, grammar: PostingGrammar, *, opens: bool) -> int:
    """0 for what is no heading; the smaller the heading, the higher. `opens`: a list or a paragraph begins under it."""
    text, count = line.text.strip(), len(line.text.split())
    if level or count > MOST_WORDS or text.endswith((".", ";", ",")):
        return level
    if is_capital(text):
        return CAPITALS
    if text.endswith(":"):
        return COLON
    return rank_by_words(line, grammar, is_short=count <= MOST_WORDS_OF_PHRASE, opens=opens)


def rank_by_words(line: LogicalLine, grammar: PostingGrammar, *, is_short: bool, opens: bool) -> int:
    if normal(line.text) in grammar.headings:
        return PLAIN
    if LABEL.match(line.text):
        return 0
    if line.is_bold and is_short:
        return BOLD
    return PLAIN if line.follows_gap and opens and part_of(line.text, grammar) is not None else 0


def is_capital(text: str) -> bool:
    is_short = 1 < len(text.split()) <= MOST_WORDS_OF_PHRASE
    return text.isupper() and is_short and ", " not in text and not (BULLET.match(text) or SIGN.match(text))


def part_of(text: str, grammar: PostingGrammar) -> PostingPart | None:
    """What a heading's words name: the longest known heading among them, one word alone only at the beginning; else its cues."""
    if NO_HEADING.search(text):
        return None
    words = normal(SENTENCE.split(text)[-1]).replace(",", "").replace(":", "").split()[:MOST_WORDS]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1 if length > 1 else 1):
            part = grammar.headings.get(" ".join(words[start : start + length]))
            if part is not None:
                return part
    kinds = [grammar.cues[plain(found[0])] for found in grammar.cue.finditer(text.replace("’", "'"))]
    return next((BY_CUE[kind] for kind in kinds if kind in BY_CUE), None)
