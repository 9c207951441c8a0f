"""Posts as profile pages list them: the title, the employer and how one was employed, then "Jan 2021 - Present · 2 yrs 11 mos".

Several posts at one employer stand below its name and how long somebody was there in all: "Full-time · 5 yrs 2 mos".
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.dates import FoundDates, find_dates, is_total
from skillgap.resume.intervals import month_number
from skillgap.resume.places import is_place
from skillgap.resume.roles import BODY, EMPLOYER, HEADING, OUTSIDE, START
from skillgap.resume.segments import DOT, SegmentGrammar, is_employment, is_total_of
from skillgap.resume.types import LogicalLine

COUNTED = re.compile(r"(\d+)\s*([^\W\d_])")
YEARS = set("yYjJaA")
"""What the words for years begin with: years, Jahre, ans, años; those for months do not."""
FARTHEST_TOTAL = 2
"""Lines from a title to how long somebody was there in all, where a place may stand between."""
LONGEST_PLACE = 9
"""Words."""


class Group(Struct, frozen=True):
    """The posts below one employer's line: the first month there, and whether a post has begun then."""

    since: int
    is_complete: bool = False


def profile_roles(
    lines: Sequence[LogicalLine], dates: Sequence[Sequence[FoundDates]], read: str, grammar: SegmentGrammar
) -> str:
    """The roles of the lines where every range of dates is set so, with a title's line above each; else those that were read.

    Whether a place stands below the dates is as it was read, if nothing else says so.
    """
    texts = [line.text for line in lines]
    dated = [n for n, found in enumerate(dates) if any(each.range.start for each in found)]
    has_total = any(is_total_of(text, grammar) for text in texts)
    if (
        not dated
        or dated[0] == 0
        or not all(tells_span(texts[n], dates[n], grammar, has_total=has_total) for n in dated)
    ):
        return read
    roles = [BODY] * len(lines)
    group: Group | None = None
    above = -1
    for number in dated:
        title = title_of(texts, number, above, grammar)
        is_below = title < number - 1
        total = total_above(texts, title, above, grammar)
        begun = month_number(dates[number][0].range.start or "")
        if total is not None:
            group = Group(last_month(texts[number], dates[number][0]) - months_in(texts[total]) + 1)
            roles[total - 1 : title] = EMPLOYER + HEADING * (title - total)
        elif title == number - 1 and (group is None or group.is_complete or begun < group.since - 1):
            group, title = None, title - names_employer(lines, title, above, grammar)
        if group is not None:
            group = Group(group.since, is_complete=group.is_complete or begun <= group.since + 1)
        roles[title : number + 1] = START + HEADING * (number - title)
        if is_below and is_employment(texts[number - 1], grammar):
            roles[number - 1] = BODY
        above = number
        if number + 1 < len(texts) and (read[number + 1] == HEADING or tells_place(texts[number + 1], grammar)):
            roles[number + 1] = HEADING
    first = min(n for n, role in enumerate(roles) if role != BODY)
    return OUTSIDE * first + "".join(roles[first:])


def tells_span(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar, *, has_total: bool) -> bool:
    """Say whether the line is a range and how long that was: behind a dot, or in brackets where somebody's time in all stands too."""
    if len(found) != 1 or text[: found[0].start].strip():
        return False
    rest = text[found[0].end :].strip()
    return rest.startswith(("·", "(") if has_total else "·") and is_total(rest, grammar.dates)


def is_span(text: str, grammar: SegmentGrammar) -> bool:
    return tells_span(text, find_dates(text, grammar.dates), grammar, has_total=True)


def title_of(texts: Sequence[str], dated: int, above: int, grammar: SegmentGrammar) -> int:
    """The line above the dates, or above the one that says how somebody was employed, alone or behind the employer."""
    employed = DOT.split(texts[dated - 1])[-1]
    is_title = "·" not in texts[dated] or total_above(texts, dated - 1, above, grammar) is not None
    is_beside = dated > above + 2 and is_employment(employed, grammar) and not is_title
    return dated - 1 - is_beside


def names_employer(lines: Sequence[LogicalLine], number: int, above: int, grammar: SegmentGrammar) -> bool:
    """Say whether the line and the one above it are an employer and a title, and that is not what somebody did.

    On pages printed from a profile the employer is first, and how long it was stands in brackets.
    """
    if number - 1 <= above or lines[number - 1].is_item:
        return False
    if "·" not in lines[number + 1].text:
        return True
    titles = grammar.fields.titles
    return titles.search(lines[number - 1].text) or not titles.search(lines[number].text)


def total_above(texts: Sequence[str], title: int, above: int, grammar: SegmentGrammar) -> int | None:
    """The line that says how long somebody was there in all, an employer's line above it."""
    nearest = range(title - 1, max(above + 1, title - 1 - FARTHEST_TOTAL), -1)
    found = next((n for n in nearest if is_total_of(texts[n], grammar)), None)
    is_near = found == title - 1 or (found is not None and tells_place(texts[title - 1], grammar))
    return found if is_near else None


def tells_place(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether it is a place, and from where somebody worked: "Malmö, Sweden · Hybrid", "Remote"."""
    place, *modes = DOT.split(text)
    if len(place.split()) > LONGEST_PLACE:
        return False
    return is_place(place, grammar.places) or (bool(modes) and all(is_place(each, grammar.places) for each in modes))


def last_month(text: str, dates: FoundDates) -> int:
    """The month in which a post ended, or up to which the page counts one that goes on."""
    if dates.range.end is not None:
        return month_number(dates.range.end, is_end=True)
    return month_number(dates.range.start or "") + months_in(text[dates.end :]) - 1


def months_in(text: str) -> int:
    """How many months "5 yrs 2 mos" are."""
    return sum(int(number) * (12 if unit in YEARS else 1) for number, unit in COUNTED.findall(text))
