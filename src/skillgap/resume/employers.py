"""Several posts at one employer: its name is printed once, above them or below."""

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from skillgap.resume.intervals import month_number
from skillgap.resume.segments import SegmentGrammar
from skillgap.resume.types import DateRange, Entry

ALWAYS = 10**6


def with_employers(entries: Sequence[Entry], grammar: SegmentGrammar) -> list[Entry]:
    """Merge an employer's own dated line into its first post, and give each post without an employer the one it stands under."""
    return with_rest(inherited(merged(with_dates_below(entries), grammar)))


def with_dates_below(entries: Sequence[Entry]) -> list[Entry]:
    """What has nothing but dates is no entry of its own, right behind a heading that has none."""
    result: list[Entry] = []
    for entry in entries:
        above = result[-1] if result else None
        is_nameless = entry.title is None and entry.organization is None and entry.dates is not None
        if above and is_nameless and above.dates is None and len(above.line_numbers) == above.head_count:
            result[-1] = msgspec.structs.replace(
                above,
                dates=entry.dates,
                location=above.location or entry.location,
                head_count=above.head_count + entry.head_count,
                line_numbers=above.line_numbers + entry.line_numbers,
            )
        else:
            result.append(entry)
    return result


def merged(entries: Sequence[Entry], grammar: SegmentGrammar) -> list[Entry]:
    """An entry that is nothing but an employer with its span belongs to the posts that follow within it, or to one without dates."""
    result: list[Entry] = []
    heading: Entry | None = None
    for entry in entries:
        is_bare = len(entry.line_numbers) == entry.head_count
        if heading is not None:
            is_undated = entry.dates is None and entry.title is not None and entry.organization is None
            if is_undated or (
                is_within(entry.dates, heading.dates)
                and (entry.organization in {None, heading.organization} or is_torn(entry))
            ):
                entry = msgspec.structs.replace(  # noqa: PLW2901 - the same post, its employer known
                    entry,
                    organization=heading.organization,
                    dates=entry.dates or heading.dates,
                    has_employers_dates=entry.dates is None,
                    title=entry.full_title or entry.title,
                    location=entry.location or heading.location,
                    head_count=entry.head_count + heading.head_count,
                    line_numbers=heading.line_numbers + entry.line_numbers,
                    organization_row=-1,
                )
            else:
                result.append(heading)
            heading = None
        is_post = entry.title is not None and grammar.fields.titles.search(entry.title)
        if is_bare and not is_post and entry.organization is not None and entry.dates is not None:
            heading = entry
        else:
            result.append(entry)
    return [*result, heading] if heading is not None else result


def inherited(entries: Sequence[Entry]) -> list[Entry]:
    """A post without an employer stands under the one named above the posts before it; a list of posts may name it at its end."""
    result: list[Entry] = []
    for position, entry in enumerate(entries):
        before = next((each for each in reversed(result) if not each.is_break), None)
        after = entries[position + 1] if position + 1 < len(entries) else None
        has_own = entry.organization is not None and entry.full_title is None
        if has_own or entry.title is None or entry.is_self_employed or entry.is_break:
            result.append(entry)
        elif before is not None and is_named_above(before):
            result.append(under(entry, before))
        elif after is not None and len(entry.line_numbers) == entry.head_count and is_named_below(after):
            result.append(under(entry, after))
        else:
            result.append(entry)
    return result


def with_rest(entries: Sequence[Entry]) -> list[Entry]:
    """A post that has its employer's dates, with those alone that the other posts there leave of them, if that is one time."""
    result = list(entries)
    for position, entry in enumerate(entries):
        if entry.has_employers_dates and entry.dates is not None:
            below = takewhile(lambda other: other.organization_row == -1, entries[position + 1 :])
            dates = rest_of(entry.dates, [other.dates for other in below])
            result[position] = msgspec.structs.replace(entry, dates=dates)
    return result


def rest_of(span: DateRange, others: Sequence[DateRange | None]) -> DateRange | None:
    dated = [each for each in others if each is not None and is_within(each, span)]
    if not dated:
        return span
    latest = max(dated, key=last_month)
    first = min(each.start for each in dated if each.start is not None)
    if len(dated) < len(others):
        return None
    if last_month(latest) < last_month(span):
        return msgspec.structs.replace(span, start=latest.end)
    return DateRange(span.start, first) if span.start is not None and span.start < first else None


def under(entry: Entry, other: Entry) -> Entry:
    return msgspec.structs.replace(
        entry,
        organization=other.organization,
        title=entry.full_title or entry.title,
        full_title=None,
        location=entry.location or other.location,
        organization_row=-1 if is_named_above(other) else None,
    )


def is_torn(entry: Entry) -> bool:
    """Say whether title and organisation were read from one row: below an employer's line the second is a department."""
    return (
        entry.organization_row is not None and entry.organization_row == entry.title_row and entry.organization_row >= 0
    )


def is_named_above(entry: Entry) -> bool:
    return (
        entry.organization is not None
        and entry.organization_row is not None
        and (entry.title_row is None or entry.organization_row < entry.title_row)
    )


def is_named_below(entry: Entry) -> bool:
    return (
        entry.organization is not None
        and entry.organization_row is not None
        and entry.title_row is not None
        and entry.organization_row > entry.title_row
    )


def is_within(inner: DateRange | None, outer: DateRange | None) -> bool:
    """Say whether the one range lies in the other, as far as partial dates say."""
    if inner is None or outer is None or inner.start is None or outer.start is None:
        return False
    starts = month_number(inner.start, is_end=True) >= month_number(outer.start)
    return starts and last_month(inner) <= last_month(outer, is_late=True)


def last_month(dates: DateRange, *, is_late: bool = False) -> int:
    return ALWAYS if dates.end is None else month_number(dates.end, is_end=is_late)
