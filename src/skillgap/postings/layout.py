"""The lines of a posting, each with what its heading makes of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.types import Document, Line
from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.resume.heading_words import normal
from skillgap.resume.logical_lines import logical_lines
from skillgap.resume.types import LogicalLine
from skillgap.resume.wrapped_text import BULLET
from skillgap.taxonomy.words import PostingCue, PostingPart

SIGN = re.compile(r"^\s*(?:[>·#~☐✅☑–—-]+|[A-Z]?\d{1,2}[.):]?(?=\s{2}|[.):]?\s+[A-Z]))\s+(?=\S)")
NO_HEADING = re.compile(r"[@|•·$€£]|://|\s[–—-]\s.*\d")
STARRED = re.compile(r"(\*\*|__)(?![\s*_]).{2,80}\1")
"""Bold by the marks of Markdown, in what is otherwise plain text."""
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
    PostingCue.WAIVES_AHEAD: PostingPart.WAIVED,
    PostingCue.WAIVES_BEHIND: PostingPart.WAIVED,
}
ASKED = {PostingPart.REQUIRED, PostingPart.PREFERRED}
ASKING = {PostingCue.ASKS, PostingCue.INSISTS}
OPENS_ITEM = re.compile(r"[A-ZÀ-ÖØ-Þ\d]")
BODY = 12
"""Words: a paragraph of more, after a list, is about something else."""


class PostingLine(Struct, frozen=True, kw_only=True):
    """`start` is behind a label ("Stack:"; not "Salary:", which asks for nothing) or the sign of an item; `is_item` is one of a list."""

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
    is_begun: bool = False


def laid_out(document: Document, grammar: PostingGrammar) -> tuple[list[LogicalLine], list[PostingLine]]:
    """The posting's logical lines, and beside each what it is."""
    levels = {line.start: line.heading_level for line in document.lines if line.heading_level}

    def is_heading(line: Line) -> bool:
        text = document.text_of(line)
        return line.start in levels or normal(text) in grammar.headings or is_capital(text)

    wrapped = logical_lines(
        document,
        heading_length=lambda line: (line.end - line.start) * is_heading(line),
        ends_in_dates=lambda _: False,
        begins_with_label=lambda _: False,
    )
    logical = [part for line in wrapped for part in cut_where_one_begins(line, grammar)]
    return logical, list(headed(logical, [levels.get(line.start, 0) for line in logical], grammar))


def cut_where_one_begins(line: LogicalLine, grammar: PostingGrammar) -> Iterator[LogicalLine]:
    """Lines of a list that lost its signs, which only look as if they went on: each that asks or is labelled is one of its own."""
    cuts = [
        piece.offset
        for piece in line.pieces[1:]
        if begins_to_ask(line.text, piece.offset, grammar) or is_labelled(line.text[piece.offset :], grammar)
    ]
    for start, end in pairwise([0, *cuts, len(line.text)]):
        yield replace(
            line,
            text=line.text[start:end].rstrip(),
            pieces=tuple(
                replace(each, offset=each.offset - start) for each in line.pieces if start <= each.offset < end
            ),
            follows_gap=line.follows_gap and not start,
        )


def is_labelled(text: str, grammar: PostingGrammar) -> bool:
    """As "Salary: …" is, with a capital and words that stand over lists elsewhere."""
    label = LABEL.match(text)
    return label is not None and OPENS_ITEM.match(text) is not None and normal(label[1]) in grammar.headings


def begins_to_ask(text: str, at: int, grammar: PostingGrammar) -> bool:
    """As "Experience with …" and "3+ years of …" do, with a capital or a figure; not behind a comma or a dash."""
    if not OPENS_ITEM.match(text, at) or text[:at].rstrip().endswith((",", "-", "–", "/", "&", "(")):
        return False
    cue = grammar.cue.match(text, at)
    is_cue = cue is not None and grammar.cues[plain(cue[0])] in ASKING
    return is_cue or grammar.years.match(text, at) is not None


def headed(lines: Sequence[LogicalLine], levels: Sequence[int], grammar: PostingGrammar) -> Iterator[PostingLine]:
    standing = Standing()
    items = [line.is_item or SIGN.match(line.text) is not None for line in lines]
    opens = [*(is_item or line.follows_gap for line, is_item in zip(lines[1:], items[1:], strict=True)), False][
        : len(lines)
    ]
    for line, level, is_item, is_before_list in zip(lines, levels, items, opens, strict=True):
        rank = 0 if is_item and not level else heading_rank(line, level, grammar, opens=is_before_list)
        if rank:
            is_topic = standing.part in ASKED and rank > standing.rank and normal(line.text) in grammar.topics
            standing = under(None if is_topic else part_of(line.text, grammar), rank, standing)
        elif has_left_list(line, standing, grammar, is_item=is_item):
            standing = Standing()
        standing.has_items |= is_item or is_below(line, rank, standing)
        standing.is_begun = not rank
        label = LABEL.match(line.text)
        labelled = labelled_part(label[1], standing.part, grammar) if label and not rank else None
        is_cut_off = label and labelled and labelled is not PostingPart.ABOUT
        yield PostingLine(
            text=line.text,
            page=line.page,
            part=labelled or standing.part,
            start=label.end() if label and is_cut_off else sign.end() if (sign := SIGN.match(line.text)) else 0,
            is_item=is_item,
            is_heading=bool(rank),
        )


def labelled_part(label: str, part: PostingPart, grammar: PostingGrammar) -> PostingPart | None:
    """What a label makes of its line; among what is asked for, "Tools:" goes on with it."""
    words = normal(label)
    return part if part in ASKED and words in grammar.topics else grammar.headings.get(words)


def under(part: PostingPart | None, rank: int, standing: Standing) -> Standing:
    """A heading of no known kind goes on with the one above it where it is smaller."""
    if part is None and rank > standing.rank > 0:
        return Standing(standing.part, standing.rank)
    return Standing(part or PostingPart.OPEN, rank)


def is_below(line: LogicalLine, rank: int, standing: Standing) -> bool:
    """One line right below another, under the same heading: a list without signs."""
    return standing.is_begun and not rank and not line.follows_gap


def has_left_list(line: LogicalLine, standing: Standing, grammar: PostingGrammar, *, is_item: bool) -> bool:
    """A paragraph after a list that is long, or speaks of pay, of equal opportunity and the like, is no more of it."""
    if is_item or not line.follows_gap or not standing.has_items or standing.part is PostingPart.ABOUT:
        return False
    words = normal(line.text).replace(",", "").split()
    return len(words) > BODY or any(
        grammar.headings.get(" ".join(pair)) is PostingPart.ABOUT for pair in pairwise(words)
    )


def heading_rank(line: LogicalLine, level: int, grammar: PostingGrammar, *, opens: bool) -> int:
    """0 for what is no heading; the smaller the heading, the higher. `opens`: a list or a paragraph begins under it."""
    text, count = line.text.strip(), len(line.text.split())
    if level or count > MOST_WORDS or text.endswith((".", ";", ",")):
        return level
    if is_capital(text) or (text.isupper() and not is_list_item(text) and part_of(text, grammar) is not None):
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
    if STARRED.fullmatch(line.text.strip()):
        return BOLD
    is_known = part_of(line.text, grammar) not in {None, PostingPart.WAIVED}
    return PLAIN if line.follows_gap and opens and is_known else 0


def is_capital(text: str) -> bool:
    is_short = 1 < len(text.split()) <= MOST_WORDS_OF_PHRASE
    return text.isupper() and is_short and ", " not in text and not is_list_item(text)


def is_list_item(text: str) -> bool:
    return (BULLET.match(text) or SIGN.match(text)) is not None


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
