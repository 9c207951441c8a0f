"""A section's lines cut into entries: which lines each has, and which rows of them its heading is read from."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.atoms import Rows
from skillgap.resume.entry_lines import EntryGrammar, dates_in_head
from skillgap.resume.line_features import seen_lines
from skillgap.resume.line_roles import EMPLOYER, HEADING, START, read_roles
from skillgap.resume.segments import SegmentGrammar, without_dates
from skillgap.resume.tagging import shipped_tagger
from skillgap.resume.types import LogicalLine, SectionKind

MOST_ROWS = 12
"""Rows of a heading that are read."""


class Cut(Struct, frozen=True):
    """Positions in the section: the first `head_count` are the heading's, `rows` what it is read from, `body` the lines behind it."""

    span: range
    rows: Rows
    head_count: int
    body: Rows


def cut_by_roles(
    lines: Sequence[LogicalLine], kind: SectionKind, grammar: EntryGrammar, *, is_day_first: bool
) -> list[Cut]:
    """As a trained model reads the lines; an employer's line above several posts is the first row of the first of them.

    Where it finds no beginning, all is one entry without a heading.
    """
    dates = [dates_in_head(line, grammar.segments.dates, kind, is_day_first=is_day_first) for line in lines]
    roles = read_roles(seen_lines(lines, dates, grammar), kind, shipped_tagger("entries"))
    rows = [(line.text, found) for line, found in zip(lines, dates, strict=True)]
    starts = beginnings(roles)
    bounds = [*starts, len(lines)] if starts else [0, len(lines)] if lines else []
    return [cut_of(range(*span), rows, roles, grammar.segments) for span in pairwise(bounds)]


def beginnings(roles: str) -> list[int]:
    """Where entries begin; the first post below an employer's line is of the entry that this begins."""
    begun = [n for n, role in enumerate(roles) if role in {START, EMPLOYER}]
    return [
        n for before, n in pairwise([None, *begun]) if n is not None and (before is None or roles[before] != EMPLOYER)
    ]


def cut_of(span: range, rows: Rows, roles: str, grammar: SegmentGrammar) -> Cut:
    """An employer's line is without its dates where the post has some of its own."""
    own = [n for n in span if roles[n] in {START, HEADING, EMPLOYER}][:MOST_ROWS]
    is_dated = any(rows[n][1] for n in own if roles[n] != EMPLOYER)
    head = [
        (without_dates(*rows[n], grammar).replace("\n", " | "), ()) if is_dated and roles[n] == EMPLOYER else rows[n]
        for n in own
    ]
    head_count = next((count for count, n in enumerate(own) if n != span.start + count), len(own))
    return Cut(span, head, head_count, rows[span.start + head_count : span.stop])
