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

from skillgap.resume.dates import FoundDates
from skillgap.resume.field_scores import FieldScores, score_field
from skillgap.resume.places import is_town_like
from skillgap.resume.segments import Segment, SegmentGrammar, comma_parts, is_employment, segments_of
from skillgap.resume.types import DateRange, SectionKind

NAMED = {SectionKind.PROJECTS, SectionKind.OPEN_SOURCE}
"""Kinds of sections whose entries have a name rather than a post."""
CLEAR = 1.0
"""How far a fragment's score for one field must be above another's to be a vote."""
ORDER_BONUS, VOTE, MOST_VOTES = 0.9, 0.4, 4
"""What a heading in the order of the section is worth more, and what each vote for that order adds."""
PLACE_IN_LINE = 0.25
"""What each fragment further from the front costs."""
SURE = 3.0
"""How far an employer's name with a department's word in it must be above a description."""
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
FEWEST_UNSPLIT, MOST_UNSPLIT, SPLIT_CLEAR = 4, 12, 2.5
"""Words of a fragment that may hold both, and how clear both halves must be."""
BRACKETS = re.compile(r"\s*\([^()]*\)")
BRACKETS_AT_END = re.compile(r"(?:\s*\([^()]*\))+$")
LONGEST_TOWN_NAME = 3
MOST_CANDIDATES = 6
NAME_END = re.compile(r"[:,]\s|\s+[★⭐☆]")
SHORTEST_WORD = 4
"""Letters of a word that a proper name writes with a capital."""
LONGEST_NAME = 5
"""Words of a project's name in front of its description."""

Rows = Sequence[tuple[str, Sequence[FoundDates]]]


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


class Fragment(Struct, frozen=True):
    segment: Segment
    scores: FieldScores


class Candidates(Struct, frozen=True):
    """A heading's fragments that are neither places nor labelled, as they stand and with their commas separating.

    `known` are those that a label names.
    """

    whole: tuple[Fragment, ...]
    apart: tuple[Fragment, ...]
    known: dict[str, Segment]
    places: tuple[Segment, ...]


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


def candidates_of(rows: Rows, kind: SectionKind, grammar: SegmentGrammar) -> Candidates:
    known: dict[str, Segment] = {}
    places: list[Segment] = []
    others: list[Segment] = []
    for segment in segments_of(rows, grammar, keeps_labels=kind in NAMED, keeps_asides=kind not in NAMED):
        if segment.label == "place":
            places.append(segment)
        elif segment.label is not None:
            known.setdefault(segment.label, segment)
        elif not segment.is_aside:
            others += split_at(segment, grammar)
    if len(others) == 1 and not known and kind not in NAMED:
        others = split_by_words(others[0], grammar)
    parts = [] if kind in NAMED else [part for segment in others for part in taken_apart(segment, grammar)]
    return Candidates(
        whole=scored(others, grammar),
        apart=scored(parts, grammar) if len(parts) > len(others) else (),
        known=known,
        places=tuple(places),
    )


def scored(segments: Sequence[Segment], grammar: SegmentGrammar) -> tuple[Fragment, ...]:
    return tuple(
        Fragment(each, score_field(BRACKETS.sub("", each.text), grammar.fields)) for each in segments[:MOST_CANDIDATES]
    )


def split_at(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Split "Driver at Acme", where what stands before is a title."""
    match = grammar.at.search(segment.text)
    if match is None:
        return [segment]
    if "@" in match[0]:
        return [msgspec.structs.replace(segment, text=text.strip()) for text in segment.text.split("@", 1)]
    before = score_field(segment.text[: match.start()], grammar.fields)
    if before.title - before.organization < CLEAR:
        return [segment]
    rest = segment.text[match.end() :]
    after = score_field(rest, grammar.fields)
    if "," in segment.text[: match.start()] or after.organization < max(after.title, after.other, after.study) - CLEAR:
        return [segment]
    return [
        msgspec.structs.replace(segment, text=segment.text[: match.start()].strip()),
        msgspec.structs.replace(segment, text=rest),
    ]


def split_by_words(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Where nothing separates them, split at the word where both sides are clearest: "Hengtai Lighting Factory Electronic Engineer"."""
    words = segment.text.split()
    if not FEWEST_UNSPLIT <= len(words) <= MOST_UNSPLIT or "," in segment.text.rstrip(".,"):
        return [segment]
    splits = []
    for place in range(1, len(words)):
        if words[place][0].islower() or words[place - 1][0].islower():
            continue
        left, right = " ".join(words[:place]), " ".join(words[place:])
        a, b = score_field(left, grammar.fields), score_field(right, grammar.fields)
        for first, second in (
            (a.title - a.organization, b.organization - b.title),
            (a.organization - a.title, b.title - b.organization),
        ):
            splits.append((min(first, second), left, right))
    clearest = max(splits, default=(0.0, "", ""))
    if clearest[0] < SPLIT_CLEAR:
        return [segment]
    return [msgspec.structs.replace(segment, text=text) for text in clearest[1:]]


def taken_apart(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Where commas separate: "Site Engineer, Obras do Norte, Lda."."""
    parts = comma_parts(segment.text, grammar.fields)
    return [msgspec.structs.replace(segment, text=part, whole=segment.text) for part in parts]


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


def whole_title(title: Segment, organization: Segment | None, grammar: SegmentGrammar) -> str:
    """The title with what follows it behind commas, up to the employer: "Staff Nurse (Band 5), Acute Medical Unit"."""
    parts = comma_parts(title.whole or title.text, grammar.fields)
    start = parts.index(title.text) if title.whole else 0
    stop = len(parts)
    if title.whole and organization is not None and organization.whole == title.whole:
        employer = parts.index(organization.text)
        stop = employer if employer > start else stop
    kept = [part for number, part in enumerate(parts[start:stop]) if not number or not grammar.employments.match(part)]
    return without_employment(", ".join(kept), grammar)


def without_employment(title: str, grammar: SegmentGrammar) -> str:
    """Cut brackets at the end that tell how somebody was employed."""
    brackets = BRACKETS_AT_END.search(title)
    is_employed = brackets is not None and is_employment(brackets[0].strip(" ()"), grammar)
    return title[: brackets.start()] if brackets is not None and is_employed else title


def town_beside(
    organization: Segment | None, title: Segment | None, found: Candidates, grammar: SegmentGrammar
) -> str | None:
    """A town that no list has: what stands behind the employer's comma or beside it in its row, if it looks like one."""
    if organization is None:
        return None
    parts = comma_parts(organization.whole or organization.text, grammar.fields)
    place = parts.index(organization.text) + 1 if organization.whole else 1
    beside = [
        part.segment.text
        for part in found.whole
        if part.segment.row == organization.row and part.segment not in {organization, title}
    ]
    for text in (*parts[place : place + 1], *([] if organization.whole else beside)):
        if (
            is_town_like(text, grammar.places)
            and len(text.split()) <= LONGEST_TOWN_NAME
            and not grammar.employments.match(text)
        ):
            return text
    return None


def is_department(
    title: Segment | None, organization: Segment | None, found: Candidates, grammar: SegmentGrammar
) -> bool:
    """Say whether what was taken for an employer is what follows the title's comma: "Director, Financial Planning"."""
    if (
        title is None
        or organization is None
        or not title.whole
        or title.whole != organization.whole
        or len(found.whole) > 1
    ):
        return False
    parts = comma_parts(title.whole, grammar.fields)
    is_behind = parts.index(organization.text) > parts.index(title.text)
    return is_behind and not is_named_employer(organization.text, grammar)


def is_named_employer(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the words are an employer's rather than a department's or a field's."""
    fields, text = grammar.fields, BRACKETS.sub("", text)
    scores = score_field(text, fields)
    margin = scores.organization - max(scores.other, scores.study)
    return fields.legal_forms.ends(text) or margin > (SURE if fields.departments.search(text) else 0.0)


def employer_name(text: str, grammar: SegmentGrammar) -> str:
    """The name alone: no "through" before it, no brackets, branch, department or unknown town behind it."""
    parts = comma_parts(grammar.leads.sub("", BRACKETS_AT_END.sub("", text)), grammar.fields)
    if (
        len(parts) > 1
        and not grammar.fields.organizations.search(parts[-1])
        and not grammar.fields.legal_forms.ends(parts[-1])
    ):
        return parts[0]
    return ", ".join(parts) if len(parts) < 2 or is_employer(parts[1], grammar) else parts[0]  # noqa: PLR2004


def is_employer(text: str, grammar: SegmentGrammar) -> bool:
    scores = score_field(text, grammar.fields)
    return scores.organization > max(scores.title, scores.other, scores.study)


def project_of(
    fragments: Sequence[Fragment],
    title: Segment | None,
    organization: Segment | None,
    grammar: SegmentGrammar,
) -> tuple[Segment | None, Segment | None]:
    """A project's name comes first, in front of any label; an organisation only where it is written and worded as one."""
    rest = list(fragments)
    if rest and (title is None or rest[0].segment.row < title.row):
        title = named_work(rest.pop(0).segment, grammar)
    if organization is None:
        named = (each.segment for each in rest if is_organization(each.scores) and is_proper_name(each.segment.text))
        organization = next(named, None)
    if organization is not None and (at := grammar.at.match(f" {organization.text}")) is not None:
        organization = msgspec.structs.replace(organization, text=organization.text[at.end() - 1 :])
    return title, organization


def is_proper_name(text: str) -> bool:
    """Say whether most longer words are in capitals: "Acme Labs", but not "savings groups for market women"."""
    longer = [word for word in text.split() if len(word) >= SHORTEST_WORD]
    return 2 * sum(not word[0].islower() for word in longer) > len(longer)


def named_work(segment: Segment, grammar: SegmentGrammar) -> Segment:
    """Cut the description from a name: "pg_snooze, an extension", "lamptest: a script", but not "Thesis: gait analysis"."""
    match = NAME_END.search(segment.text)
    if match is None or len(segment.text[: match.start()].split()) > LONGEST_NAME:
        return segment
    if match[0].startswith(":") and grammar.works.search(segment.text[: match.start()]):
        return segment
    return msgspec.structs.replace(segment, text=segment.text[: match.start()])


def is_organization(scores: FieldScores) -> bool:
    return scores.organization - max(scores.title, scores.other) >= CLEAR


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
