"""Who was what, where: title, organisation and place told apart in the headings of one section's entries.

People set all entries of a section alike. So the clear headings vote on whether the title or the organisation comes first,
and the others follow them.
"""

import math
import re
from collections.abc import Sequence
from itertools import permutations

import msgspec
from msgspec import Struct

from skillgap.resume.head_names import employer_name, is_department, is_named_employer, town_beside, whole_title
from skillgap.resume.head_parts import CLEAR, NAMED, Candidates, Fragment, Rows, candidates_of
from skillgap.resume.project_heads import LONGEST_NAME, project_of
from skillgap.resume.segments import Segment, SegmentGrammar
from skillgap.resume.types import DateRange, SectionKind

ORDER_BONUS, VOTE, MOST_VOTES = 0.9, 0.4, 4
"""What a heading in the order of the section is worth more, and what each vote for that order adds."""
PLACE_IN_LINE = 0.25
"""What each fragment further from the front costs."""
ROWS = 0.6
"""What it is worth that they stand in different rows."""
TORN = 2.5
"""What it costs that both are parts of one fragment where there are others."""
APART = 0.6
"""What it costs to take commas for separators."""
ALONE = 2.5
"""What it costs to find only one of the two."""
ONLY_TITLE = 1.5
"""How much a heading of one fragment is rather a title: "Travelling"."""


class Head(Struct, frozen=True, kw_only=True):
    """What a heading says; `title_row` and `organization_row` are the rows that say so.

    `full_title` is the title if what was taken for the employer is a department that follows it.
    """

    title: str | None = None
    organization: str | None = None
    location: str | None = None
    dates: DateRange | None = None
    title_row: int | None = None
    organization_row: int | None = None
    full_title: str | None = None


class Habits(Struct, frozen=True):
    """How headings are set in one section: what it is worth that the title comes first, what taking commas for separators costs."""

    order: float
    apart: float


class Pair(Struct, frozen=True):
    """A title and an organisation, and how well they fit."""

    title: Segment | None
    organization: Segment | None
    worth: float


def read_heads(heads: Sequence[Rows], kind: SectionKind, grammar: SegmentGrammar) -> list[Head]:
    """One `Head` for each entry of a section, given as the rows of its heading with the dates found in them."""
    found = [candidates_of(rows, kind, grammar) for rows in heads]
    habits = Habits(order_of(found), apart_of(found, grammar))
    result = []
    for each, rows in zip(found, heads, strict=True):
        head = head_of(each, kind, grammar, habits=habits)
        title = head.title if kind in NAMED else with_dash(head, each, rows)
        result.append(msgspec.structs.replace(head, title=title, dates=dates_of(rows)))
    return result


def with_dash(head: Head, found: Candidates, rows: Rows) -> str | None:
    """The title with what a dash joins to it, if that is neither employer nor place: "Chef de Partie – Pasta"."""
    if head.title is None or head.title_row is None or head.organization is None:
        return head.title
    text = rows[head.title_row][0]
    for part in found.whole:
        rest = part.segment.text
        if part.segment.row == head.title_row and rest != head.organization and rest not in head.title:
            match = re.search(rf"{re.escape(head.title)}\s*[–—-]\s+{re.escape(rest)}", text)
            if match is not None and len(rest.split()) <= LONGEST_NAME and head.organization not in rest:
                return match[0]
    return head.title


def dates_of(rows: Rows) -> DateRange | None:
    """The first row's range, the last of several in it; else the first date."""
    for _, found in rows:
        ranges = [each.range for each in found if each.range.start]
        if ranges:
            return next((dates for dates in reversed(ranges) if dates.end), ranges[0])
    return next((each.range for _, found in rows for each in found), None)


def order_of(found: Sequence[Candidates]) -> float:
    """The vote of the clear headings: what it is worth that the title comes first, negative where it comes second."""
    votes = 0
    for each in found:
        for fragments in (each.whole, each.apart):
            margins = [part.scores.title - part.scores.organization for part in fragments]
            clear = [margin for margin in margins if abs(margin) >= CLEAR]
            if len(clear) > 1 and clear[0] * clear[1] < 0:
                votes += 1 if clear[0] > 0 else -1
                break
    return math.copysign(ORDER_BONUS + VOTE * min(abs(votes), MOST_VOTES), votes) if votes else ORDER_BONUS / 2


def apart_of(found: Sequence[Candidates], grammar: SegmentGrammar) -> float:
    """What it costs in this section to take commas for separators: nothing where they clearly separate in another heading."""
    clear = 0
    for each in found:
        if len(each.whole) == 1 and len(each.apart) > 1:
            title, organization = each.apart[0].scores, each.apart[1].scores
            is_title = title.title - title.organization >= CLEAR
            clear += (
                is_title
                and organization.organization - organization.title >= CLEAR
                and is_named_employer(each.apart[1].segment.text, grammar)
            )
    return APART - VOTE * min(clear, MOST_VOTES)


def head_of(found: Candidates, kind: SectionKind, grammar: SegmentGrammar, *, habits: Habits) -> Head:
    title, organization = found.known.get("title"), found.known.get("organization")
    full_title = None
    if kind in NAMED:
        title, organization = project_of(found.whole, title, organization, grammar)
    elif title is None and organization is None:
        whole = best_pair(found.whole, habits=habits)
        apart = best_pair(found.apart, habits=habits)
        best = apart if apart.worth - habits.apart > whole.worth else whole
        title, organization = best.title, best.organization
        if title is not None and is_department(title, organization, found, grammar):
            full_title = whole_title(title, None, grammar)
    elif title is None:
        title = best_of(found.whole, "title")
    elif organization is None:
        organization = best_of(found.whole, "organization")
    location = found.places[0].text if found.places else town_beside(organization, title, found, grammar)
    name = title.text if title else None
    return Head(
        title=whole_title(title, organization, grammar) if title and kind not in NAMED else name,
        organization=employer_name(organization.text, grammar) if organization else None,
        location=location,
        title_row=title.row if title else None,
        organization_row=organization.row if organization else None,
        full_title=full_title,
    )


def best_of(fragments: Sequence[Fragment], field: str) -> Segment | None:
    """The fragment that is most like the one field and least like the other."""
    other = "organization" if field == "title" else "title"

    def worth(number: int) -> float:
        scores = fragments[number].scores
        return float(getattr(scores, field) - getattr(scores, other) - PLACE_IN_LINE * number)

    return fragments[max(range(len(fragments)), key=worth)].segment if fragments else None


def best_pair(fragments: Sequence[Fragment], *, habits: Habits) -> Pair:
    """The two fragments that together are most like a title and an organisation, in the order of the section."""
    if not fragments:
        return Pair(None, None, -math.inf)
    if len(fragments) == 1:
        scores, segment = fragments[0].scores, fragments[0].segment
        margin = scores.title - scores.organization + ONLY_TITLE
        return Pair(segment, None, margin - ALONE) if margin > 0 else Pair(None, segment, -margin - ALONE)

    wholes = {part.segment.whole for part in fragments}

    def worth(pair: tuple[int, int]) -> float:
        title, organization = pair
        a, b = fragments[title].scores, fragments[organization].scores
        fit = a.title - max(a.organization, a.other) + b.organization - max(b.title, b.other, b.study)
        is_torn = fragments[title].segment.whole == fragments[organization].segment.whole and len(wholes) > 1
        is_apart = fragments[title].segment.row != fragments[organization].segment.row
        is_in_order = (title < organization) == (habits.order > 0)
        return (
            fit
            + (abs(habits.order) if is_in_order else 0.0)
            - TORN * is_torn
            + ROWS * is_apart
            - PLACE_IN_LINE * (title + (0 if is_torn else organization))
        )

    worths = {pair: worth(pair) for pair in permutations(range(len(fragments)), 2)}
    title, organization = max(worths, key=lambda pair: (worths[pair], -pair[0]))
    return Pair(fragments[title].segment, fragments[organization].segment, worths[title, organization])
