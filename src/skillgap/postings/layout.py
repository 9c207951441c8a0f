"""The lines of a posting, each with what its heading makes of it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.postings.grammar import PostingGrammar
from skillgap.resume.heading_words import normal
from skillgap.resume.logical_lines import logical_lines
from skillgap.resume.types import LogicalLine
from skillgap.taxonomy.words import PostingPart

SIGN = re.compile(r"^\s*(?:[>·#~☐✅☑–—-]+|[A-Z]?\d{1,2}[.):]?(?=\s{2}|[.):]?\s+[A-Z]))\s+(?=\S)")
LABEL = re.compile(r"^([^:]{2,48}):\s+(?=\S)")
MOST_WORDS, MOST_WORDS_OF_PHRASE = 12, 7
CAPITALS, BOLD, PLAIN, COLON = 11, 12, 13, 14
"""Ranks of headings that have no level of their own, below all that have."""
BODY = 12
"""Words: a paragraph of more, after a list, is about something else."""


class PostingLine(Struct, frozen=True, kw_only=True):
    """`part` holds from `start`, behind a label such as "Stack:"; `is_item` is one of a list."""

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
    for line, level in zip(lines, levels, strict=True):
        is_item = line.is_item or SIGN.match(line.text) is not None
        rank = heading_rank(line, level, grammar, is_item=is_item)
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
            start=label.end() if label and labelled else 0,
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


def heading_rank(line: LogicalLine, level: int, grammar: PostingGrammar, *, is_item: bool) -> int:
    """0 for what is no heading; the smaller the heading, the higher."""
    text, count = line.text.strip(), len(line.text.split())
    if level:
        return level
    if is_item or count > MOST_WORDS or text.endswith((".", ";", ",")):
        return 0
    if is_capital(text):
        return CAPITALS
    if text.endswith(":"):
        return COLON
    phrase = normal(text)
    if LABEL.match(text) or (phrase not in grammar.headings and count > MOST_WORDS_OF_PHRASE):
        return 0
    if line.is_bold:
        return BOLD
    is_known = phrase in grammar.headings or (line.follows_gap and part_of(text, grammar, least=2) is not None)
    return PLAIN if is_known else 0


def is_capital(text: str) -> bool:
    return text.isupper() and 1 < len(text.split()) <= MOST_WORDS_OF_PHRASE and ", " not in text


def part_of(text: str, grammar: PostingGrammar, *, least: int = 1) -> PostingPart | None:
    """What a heading's words name: all of them, else the longest phrase among them; one word alone only at the beginning."""
    phrase = normal(text)
    if phrase in grammar.headings:
        return grammar.headings[phrase]
    words = phrase.replace(",", "").replace(":", "").split()[:MOST_WORDS]
    for length in range(len(words), least - 1, -1):
        for start in range(len(words) - length + 1 if length > 1 else 1):
            part = grammar.headings.get(" ".join(words[start : start + length]))
            if part is not None:
                return part
    return None
