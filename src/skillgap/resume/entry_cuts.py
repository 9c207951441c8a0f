"""A section's lines cut into entries: which lines each has, and which rows of them its heading is read from."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.atoms import Rows
from skillgap.resume.entry_lines import EntryGrammar, dates_in_head
from skillgap.resume.forms import (
    FormGrammar,
    column_names,
    form_roles,
    is_address_line,
    is_bound,
    is_town_line,
    project_roles,
    tells_post,
    with_labelled_dates,
)
from skillgap.resume.line_features import WORK, seen_lines
from skillgap.resume.line_roles import read_roles
from skillgap.resume.profile_posts import profile_roles
from skillgap.resume.roles import EMPLOYER, HEADING, OUTSIDE, START
from skillgap.resume.segments import is_employment, without_dates
from skillgap.resume.tagging import shipped_tagger
from skillgap.resume.torn_rows import with_torn_rows_joined
from skillgap.resume.types import LogicalLine, SectionKind

MOST_ROWS = 12
"""Rows of a heading that are read."""


class Cut(Struct, frozen=True):
    """Positions in the section, the first `head_count` of them the heading's wherever they stand.

    `rows` is what the heading is read from, `body` the lines that are not of it.
    """

    order: tuple[int, ...]
    rows: Rows
    head_count: int
    body: Rows


def cut_by_roles(
    lines: Sequence[LogicalLine], kind: SectionKind, grammar: EntryGrammar, *, is_day_first: bool
) -> list[Cut]:
    """As a trained model reads the lines; an employer's line above several posts is the first row of the first of them.

    Where it finds no beginning, all is one entry without a heading. The names of a table's columns are of none.
    """
    dates = [dates_in_head(line, grammar.segments.dates, kind, is_day_first=is_day_first) for line in lines]
    top = column_names([line.text for line in lines], grammar.forms)
    roles = roles_in_form(lines, kind, grammar.forms)
    roles = roles or OUTSIDE * top + read_roles(
        seen_lines(lines[top:], dates[top:], grammar), kind, shipped_tagger("entries")
    )
    if kind in WORK:
        roles = profile_roles(lines, dates, roles, grammar.segments)
    rows = [(line.text, found) for line, found in zip(lines, dates, strict=True)]
    starts = beginnings(roles)
    bounds = [*starts, len(lines)] if starts else [top, len(lines)] if len(lines) > top else []
    return [cut_of(range(*span), rows, roles, kind, grammar) for span in pairwise(bounds)]


def roles_in_form(lines: Sequence[LogicalLine], kind: SectionKind, grammar: FormGrammar) -> str | None:
    if kind in WORK:
        return form_roles(lines, grammar)
    return project_roles(lines, grammar) if kind is SectionKind.PROJECTS else None


def beginnings(roles: str) -> list[int]:
    """Where entries begin; the first post below an employer's line is of the entry that this begins."""
    begun = [n for n, role in enumerate(roles) if role in {START, EMPLOYER}]
    return [
        n for before, n in pairwise([None, *begun]) if n is not None and (before is None or roles[before] != EMPLOYER)
    ]


def cut_of(span: range, rows: Rows, roles: str, kind: SectionKind, grammar: EntryGrammar) -> Cut:
    """An employer's line is without its dates where the post has some of its own.

    What a form says of a post besides, as its hours and the employer's address, is of the heading but no field of it.
    """
    own = [n for n in span if roles[n] in {START, HEADING, EMPLOYER} or is_bound(rows[n][0], grammar.forms)][:MOST_ROWS]
    is_dated = any(rows[n][1] for n in own if roles[n] != EMPLOYER)
    beside = beside_heading(span, own, rows, grammar) if kind in WORK else set[int]()
    head = [
        (without_dates(*rows[n], grammar.segments).replace("\n", " | "), ())
        if is_dated and roles[n] == EMPLOYER
        else rows[n]
        for n in own
        if n not in beside
    ]
    head += [rows[n] for n in sorted(beside) if is_town_line(rows[n][0])][:1]
    head = list(with_labelled_dates(head, grammar.forms, grammar.segments))
    head = list(with_torn_rows_joined(head, grammar.segments.places))
    if kind in WORK:
        heads = {*own, *beside} if own else set[int]()
    else:
        heads = set(own[: next((count for count, n in enumerate(own) if n != span.start + count), len(own))])
    order = (*(n for n in span if n in heads), *(n for n in span if n not in heads))
    return Cut(order, head, len(heads), [rows[n] for n in order[len(heads) :]])


def beside_heading(span: range, own: Sequence[int], rows: Rows, grammar: EntryGrammar) -> set[int]:
    """Lines of how somebody was employed, and those of the employer's address above the last row of the heading."""
    last = own[-1] if own else span.start
    return {
        n
        for n in span
        if n > span.start
        and not rows[n][1]
        and (n not in own or not is_town_line(rows[n][0]))
        and (
            (n not in own and (tells_post(rows[n][0], grammar.forms) or is_employment_above(n, last, rows, grammar)))
            or (n < last and is_address_line(rows[n][0], grammar.forms))
        )
    }


def is_employment_above(number: int, last: int, rows: Rows, grammar: EntryGrammar) -> bool:
    """Say whether the line says how somebody was employed, with a row of the heading below it."""
    return number < last and is_employment(rows[number][0], grammar.segments)
