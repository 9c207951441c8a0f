"""Posts stacked under one employer, with lines below the last of them that tell of them all."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from skillgap.resume.employers import last_month
from skillgap.resume.intervals import month_number
from skillgap.resume.types import DateRange, Entry, LogicalLine

LONGEST_BREAK = 12
"""Months between two posts that were one career there."""


def with_shared_lines(entries: Sequence[Entry], lines: Sequence[LogicalLine]) -> list[Entry]:
    """Give what stands below a stack to its latest post, which then tells of all the time there."""
    groups = [list(own) for _, own in groupby(entries, key=lambda entry: (entry.organization or "").casefold())]
    return [entry for own in groups for entry in (shared(own) if is_stack(own, lines) else own)]


def is_stack(posts: Sequence[Entry], lines: Sequence[LogicalLine]) -> bool:
    """Say whether all posts at an employer stand right below each other, in a line each, and only the last has lines below it.

    Behind a gap, or where another post has lines as well, what stands below one is of it alone.
    """
    *above, last = posts
    dates = [post.dates for post in posts if post.title and post.dates and post.dates.start]
    if (
        not above
        or last.organization is None
        or len(dates) < len(posts)
        or not is_told(last)
        or any(map(is_told, above))
    ):
        return False
    are_close = all(
        below.head_count == 1
        and below.line_numbers[0] == post.line_numbers[-1] + 1
        and not lines[below.line_numbers[0]].follows_gap
        for post, below in pairwise(posts)
    )
    return are_close and are_one_time(dates)


def is_told(post: Entry) -> bool:
    return len(post.line_numbers) > post.head_count


def are_one_time(dates: Sequence[DateRange]) -> bool:
    in_order = sorted(dates, key=lambda each: each.start or "")
    return all(
        month_number(after.start or "") - last_month(before) <= LONGEST_BREAK for before, after in pairwise(in_order)
    )


def shared(posts: Sequence[Entry]) -> list[Entry]:
    last, dates = posts[-1], [post.dates for post in posts if post.dates]
    told = last.line_numbers[last.head_count :]
    latest = max(range(len(posts)), key=lambda number: last_month(dates[number]))
    since = min(each.start for each in dates if each.start)
    result = [msgspec.structs.replace(post, line_numbers=post.line_numbers[: post.head_count]) for post in posts]
    newest = result[latest]
    result[latest] = msgspec.structs.replace(newest, line_numbers=newest.line_numbers + told, told_since=since)
    return result
