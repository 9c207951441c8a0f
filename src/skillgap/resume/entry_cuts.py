"""A section's lines cut into entries: which lines each has, and which rows of them its heading is read from."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.dates import FoundDates
from skillgap.resume.head_lines import EntryGrammar, dates_in_head
from skillgap.resume.head_parts import Rows
from skillgap.resume.line_features import seen_lines
from skillgap.resume.line_roles import EMPLOYER, HEADING, START, read_roles
from skillgap.resume.segments import SegmentGrammar, without_dates
from skillgap.resume.tagging import shipped_tagger
from skillgap.resume.types import LogicalLine, SectionKind


class Cut(Struct, frozen=True):
    """Positions in the section from `start` to `end`; the first `head_count` are the heading, whose text is `rows`."""

    start: int
    end: int
    rows: Rows
    head_count: int

    @property
    def span(self) -> range:
        return range(self.start, self.end)


def cut_by_roles(
    lines: Sequence[LogicalLine], kind: SectionKind, grammar: EntryGrammar, *, is_day_first: bool
) -> list[Cut]:
    """As a trained model reads the lines; an employer's line above several posts is the first row of the first of them."""
    dates = [dates_in_head(line, grammar.dates, kind, is_day_first=is_day_first) for line in lines]
    roles = read_roles(seen_lines(lines, dates, grammar), kind, shipped_tagger("entries"))
    starts = [n for n, role in enumerate(roles) if role in {START, EMPLOYER} and not is_below_employer(roles, n)]
    return [cut_of(lines, dates, roles, start, end, grammar.segments) for start, end in pairwise([*starts, len(lines)])]


def is_below_employer(roles: str, position: int) -> bool:
    """Say whether the last entry begun before is an employer's line, whose first post this is."""
    begun = [role for role in roles[:position] if role in {START, EMPLOYER}]
    return bool(begun) and begun[-1] == EMPLOYER


def cut_of(
    lines: Sequence[LogicalLine],
    dates: Sequence[Sequence[FoundDates]],
    roles: str,
    start: int,
    end: int,
    grammar: SegmentGrammar,
) -> Cut:
    own = [n for n in range(start, end) if roles[n] in {START, HEADING, EMPLOYER}]
    is_dated = any(dates[n] for n in own if roles[n] != EMPLOYER)
    rows = [
        (without_dates(lines[n].text, dates[n], grammar).replace("\n", " | "), ())
        if roles[n] == EMPLOYER and is_dated
        else (lines[n].text, dates[n])
        for n in own
    ]
    head_count = next((n - start for n in range(start, end) if n not in own), end - start)
    return Cut(start, end, rows, head_count)
