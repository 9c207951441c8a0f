"""The lines of a posting, each with what its heading makes of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.types import Document, Line
from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.postings.parts import ASKED, ELLIPSES, LABEL, MOST_WORDS, SENTENCE, SIGN, labelled, part_of
from skillgap.resume.heading_words import normal
from skillgap.resume.logical_lines import logical_lines
from skillgap.resume.types import LogicalLine
from skillgap.resume.wrapped_text import BULLET
from skillgap.taxonomy.words import PostingCue, PostingPart

FRAMED = re.compile(r"([*_=~#–—-]{2,4})\s*(?=\w).{2,80}\1")
"""Between the same signs: bold by the marks of Markdown in what is otherwise plain text, "*** Profile ***", "== Profile =="."""
ASIDE = re.compile(r"\([^()]*\)\W*$")
MOST_WORDS_OF_PHRASE, MOST_WORDS_OF_LEAD_IN = 7, 30
CAPITALS, BOLD, PLAIN, COLON = 11, 12, 13, 14
"""Ranks of headings that have no level of their own, below all that have."""
ASKING = {PostingCue.ASKS, PostingCue.INSISTS}
NUMBERED = re.compile(r"\d{1,2}\)\s+\S")
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
    """The heading under which the lines stand that are read just now.

    An item that heads those below it has its `indent`, and the list that it stands in as the `outer` one once they are further in.
    """

    part: PostingPart = PostingPart.OPEN
    rank: int = 0
    has_items: bool = False
    is_begun: bool = False
    indent: int = 0
    outer: "Standing | None" = None


def laid_out(document: Document, grammar: PostingGrammar) -> tuple[list[LogicalLine], list[PostingLine]]:
    """The posting's logical lines, and beside each what it is."""
    levels = {line.start: line.heading_level for line in document.lines if line.heading_level}
    starts = [line.start for line in document.lines]

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
    indents = [document.lines[bisect_right(starts, line.start) - 1].indent for line in logical]
    looks = [(levels.get(line.start, 0), indent) for line, indent in zip(logical, indents, strict=True)]
    return logical, list(headed(logical, looks, grammar))


def cut_where_one_begins(line: LogicalLine, grammar: PostingGrammar) -> Iterator[LogicalLine]:
    """Lines of a list that lost its signs, which only look as if they went on: each that asks or is labelled is one of its own."""
    cuts = [
        piece.offset
        for piece in line.pieces[1:]
        if NUMBERED.match(line.text, piece.offset)
        or begins_to_ask(line.text, piece.offset, grammar)
        or is_labelled(line.text[piece.offset :], grammar)
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


def headed(
    lines: Sequence[LogicalLine], looks: Sequence[tuple[int, int]], grammar: PostingGrammar
) -> Iterator[PostingLine]:
    """`looks` are each line's level as a heading, 0 for none, and its indent."""
    standing = Standing()
    items = [line.is_item or SIGN.match(line.text) is not None for line in lines]
    opens = [*map(begins_text, lines[1:], items[1:]), False][: len(lines)]
    for number, (line, (level, indent), is_item, is_before_list) in enumerate(
        zip(lines, looks, items, opens, strict=True)
    ):
        if standing.outer and indent <= standing.indent:
            standing = standing.outer
        is_entry = is_item and not level and not heads_rest(line.text, grammar)
        rank = 0 if is_entry else heading_rank(line, level, grammar, opens=is_before_list)
        if rank == CAPITALS and is_first_of_list(line, standing, grammar):
            rank = 0
        if rank:
            is_topic = standing.part in ASKED and rank > standing.rank and normal(line.text) in grammar.topics
            is_outer = is_item and any(inner > indent for _, inner in looks[number + 1 : number + 2])
            outer = standing if is_outer else None
            standing = under(None if is_topic else part_of(line.text, grammar), rank, standing)
            standing.indent, standing.outer = indent, outer
        elif has_left_list(line, standing, grammar, is_item=is_item):
            standing = Standing()
        standing.has_items |= is_item or is_below(line, rank, standing)
        standing.is_begun = not rank
        part, start = (None, 0) if rank else labelled(line.text, standing.part, grammar)
        yield PostingLine(
            text=line.text,
            page=line.page,
            part=part or standing.part,
            start=start,
            is_item=is_item,
            is_heading=bool(rank),
        )


def is_first_of_list(line: LogicalLine, standing: Standing, grammar: PostingGrammar) -> bool:
    """Words in capitals right below a heading that asks, which say nothing themselves: "IBM MQ"."""
    is_right_below = standing.part in ASKED and not standing.is_begun and not line.follows_gap
    return is_right_below and part_of(line.text, grammar) is None


def begins_text(line: LogicalLine, is_item: bool) -> bool:  # noqa: FBT001
    """Say whether what stands before it may be its heading: a list, a paragraph after a gap, or a long one without."""
    return is_item or line.follows_gap or len(line.text.split()) > BODY


def heads_rest(text: str, grammar: PostingGrammar) -> bool:
    """Say whether an item of a list only says how much those below it are wanted: "- Nice to have:"."""
    is_short = text.rstrip().endswith(":") and len(text.split()) <= MOST_WORDS_OF_LEAD_IN
    return is_short and part_of(SIGN.sub("", text), grammar) is PostingPart.PREFERRED


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
    text, count = line.text.strip(), len(ASIDE.sub("", line.text).split())
    if not level and opens and is_lead_in(text, grammar):
        return COLON
    if level or count > MOST_WORDS or text.endswith((".", ";", ",")):
        return level
    if is_capital(text) or (text.isupper() and not is_list_item(text) and part_of(text, grammar) is not None):
        return CAPITALS
    if text.endswith(":"):
        return COLON
    return rank_by_words(line, grammar, is_short=count <= MOST_WORDS_OF_PHRASE, opens=opens)


def is_lead_in(text: str, grammar: PostingGrammar) -> bool:
    """One long sentence before a list: "It's not required, but we'd be glad to see one or more of these:"; a short one may trail off."""
    most = MOST_WORDS_OF_LEAD_IN if text.endswith(":") else MOST_WORDS_OF_PHRASE if text.endswith(ELLIPSES) else 0
    is_one = not SENTENCE.search(text) and len(text.split()) <= most
    return is_one and part_of(text, grammar) is not None


def rank_by_words(line: LogicalLine, grammar: PostingGrammar, *, is_short: bool, opens: bool) -> int:
    words = normal(line.text)
    if words in grammar.headings or (opens and words in grammar.alone):
        return PLAIN
    if LABEL.match(line.text):
        return 0
    if opens and is_short and words and line.text.rstrip().endswith("?"):
        return PLAIN
    if line.is_bold and is_short:
        return BOLD
    if FRAMED.fullmatch(line.text.strip()):
        return BOLD
    is_known = part_of(line.text, grammar) not in {None, PostingPart.WAIVED}
    return PLAIN if line.follows_gap and opens and is_known else 0


def is_capital(text: str) -> bool:
    is_short = 1 < len(text.split()) <= MOST_WORDS_OF_PHRASE
    return text.isupper() and is_short and ", " not in text and not is_list_item(text)


def is_list_item(text: str) -> bool:
    return (BULLET.match(text) or SIGN.match(text)) is not None
