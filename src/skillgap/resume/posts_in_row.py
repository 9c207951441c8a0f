"""Several posts in one row of a heading: "Lead Engineer (2019 - present), Engineer (2016 - 2019)"."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from skillgap.resume.atoms import Rows
from skillgap.resume.dates import FoundDates
from skillgap.resume.employers import last_month
from skillgap.resume.intervals import month_number
from skillgap.resume.segments import EDGE, STRONG, SegmentGrammar
from skillgap.resume.types import DateRange

PART = re.compile(rf"{STRONG.pattern}|,\s+")
BRACKET = re.compile(r"\s*[)\]]")


def with_one_post(rows: Rows, grammar: SegmentGrammar) -> Rows:
    """Each row with the latest of its posts alone, held for all the time of them."""
    return [latest_alone(text, found, grammar) for text, found in rows]


def latest_alone(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar) -> tuple[str, Sequence[FoundDates]]:
    ends = [end_of(text, each) for each in found]
    if len(found) < 2 or not are_in_turn([each.range for each in found]):  # noqa: PLR2004 - one behind the other
        return text, found
    begin = title_start(text[: found[0].start], grammar)
    starts = [begin, *ends[:-1]]
    titles = [text[start : each.start].strip(EDGE + "([") for start, each in zip(starts, found, strict=True)]
    if begin is None or not all(grammar.fields.titles.search(title) for title in titles):
        return text, found
    latest = max(range(len(found)), key=lambda number: last_month(found[number].range))
    printed = text[found[latest].start : found[latest].end]
    whole = msgspec.structs.replace(found[latest].range, start=min(each.range.start or "" for each in found))
    before = f"{text[:begin]}{titles[latest]} ("
    row = f"{before}{printed}){text[ends[-1] :]}"
    return row, [FoundDates(len(before), len(before) + len(printed), whole)]


def end_of(text: str, dates: FoundDates) -> int:
    bracket = BRACKET.match(text, dates.end)
    return bracket.end() if bracket else dates.end


def are_in_turn(ranges: Sequence[DateRange]) -> bool:
    """Say whether each begins when the one before it ends, or later, from the left to the right or the other way round."""
    in_order = sorted(ranges, key=lambda each: each.start or "")
    return all(each.start for each in ranges) and all(
        before.end is not None and month_number(before.end) <= month_number(after.start or "", is_end=True)
        for before, after in pairwise(in_order)
    )


def title_start(text: str, grammar: SegmentGrammar) -> int | None:
    """Where the last part begins that has a title in it, up to the end of the text."""
    starts = [0, *(part.end() for part in PART.finditer(text.rstrip(EDGE + "([")))]
    return next((start for start in reversed(starts) if grammar.fields.titles.search(text[start:])), None)
