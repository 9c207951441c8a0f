"""Which line of a section begins an entry, which belongs to its heading, which to its body: read by a trained model.

The lines are read from the first to the last, the likeliest readings kept side by side (a beam). People set all entries of a
section alike, so it is read again with what the first reading found of the others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from skillgap.linear import Row
from skillgap.resume.line_features import FULL, WORK, SeenLine, line_features, share_of, sight_of
from skillgap.resume.roles import EMPLOYER, HEADING, OUTSIDE, START
from skillgap.resume.tagging import Follow, Link, Tagger, best_reading
from skillgap.resume.types import SectionKind

FARTHEST_DATE = 5
"""Lines of a heading within which its dates stand."""
LONGEST_COUNT = 5
FIELDS = {"title", "organization"}
"""What labels in a form name that a post begins with."""
NAMED = {SectionKind.PROJECTS, SectionKind.OPEN_SOURCE}
"""Kinds of sections whose entries have a name rather than a post."""
SHORTEST_PROSE, FEWEST_ALIKE = 6, 2
"""Words of prose, and lines that begin with a name."""


class Reading(Struct, frozen=True):
    """The last two roles, and of the entry that is open its lines, whether it has dates, its fields, its bullets."""

    last: str = ""
    length: int = 0
    has_dates: bool = False
    fields: str = ""
    items: int = 0


class Habits(Struct, frozen=True):
    """How a section's entries are set by a first reading: look, fields and label of their first lines, and where the dates stand."""

    roles: str
    count: int
    looks: Counter[str]
    forms: Counter[str]
    labels: Counter[str | None]
    dates: Counter[int]


def read_roles(lines: Sequence[SeenLine], kind: SectionKind, tagger: Tagger) -> str:
    """One role for each line of a section."""
    sight = sight_of(lines, kind)
    bases = [tagger.sum(tagger.bias, line_features(lines, position, sight)) for position in range(len(lines))]
    follow, linked = follow_of(lines, kind), cache(tagger.linked(link_of(lines)))
    roles = best_reading(with_habits(lines, bases, None, tagger), Reading(), linked, follow, tagger)
    if len(lines) == 1:
        return roles
    rows = with_habits(lines, bases, habits_of(lines, roles), tagger)
    return best_reading(rows, Reading(), linked, follow, tagger)


def with_habits(lines: Sequence[SeenLine], bases: Sequence[Row], habits: Habits | None, tagger: Tagger) -> list[Row]:
    return [tagger.sum(base, habit_features(lines, position, habits)) for position, base in enumerate(bases)]


def link_of(lines: Sequence[SeenLine]) -> Link[Reading]:
    return lambda position, reading: history_features(reading, lines[position])


def follow_of(lines: Sequence[SeenLine], kind: SectionKind) -> Follow[Reading]:
    """No job begins with a bullet that has no date and no labelled field below, which is what somebody did, or with an employer's address.

    None begins in a form with what tells of a post: "Reason for leaving: …". A project begins where its name stands.
    A title with its dates right above another is no employer's name. A career break with its dates is an entry of its own.
    """
    is_form = kind in WORK and any(line.labelled == "title" for line in lines)
    is_duty = [
        (kind is SectionKind.EXPERIENCE and line.is_item and not line.has_dates and not is_above_field(lines, number))
        or (kind in WORK and line.is_address and number > 0 and not line.has_dates)
        or (is_form and line.labelled == "post" and not line.has_dates)
        for number, line in enumerate(lines)
    ]
    names = named_lines(lines) if kind in NAMED else frozenset()
    fixed = employer_lines(lines) if kind in WORK else {}
    if kind is SectionKind.EXPERIENCE:
        fixed |= {n: START for n, line in enumerate(lines) if line.is_break and line.has_dates and not line.is_item}
    held = posts_in_turn(lines) if kind in WORK else frozenset()

    def follow(position: int, reading: Reading, role: str) -> Reading | None:
        if role != fixed.get(position, role):
            return None
        is_barred = role in {START, EMPLOYER} if is_duty[position] else role != START and position in names
        is_barred = is_barred or (role == EMPLOYER and position in held)
        return None if is_barred or not is_possible(role, reading.last) else read_on(reading, role, lines[position])

    return follow


def employer_lines(lines: Sequence[SeenLine]) -> dict[int, str]:
    """An employer's name, below it how long somebody was there in all, then the first of the posts there, each with its dates.

    Where no other line is set in letters as large as such names are, those that are name employers too, of one post each.
    """
    fixed: dict[int, str] = {}
    for number, line in enumerate(lines[1:-1], start=1):
        above, below = lines[number - 1], lines[number + 1]
        if line.is_total and are_plain(above, below):
            fixed |= {number - 1: EMPLOYER, number: HEADING, number + 1: START}
    sizes = {lines[number].size for number, role in fixed.items() if role == EMPLOYER}
    alike = [number for number, line in enumerate(lines) if line.size in sizes - {None}]
    if len(sizes) == 1 and all(number + 1 < len(lines) and are_plain(*lines[number : number + 2]) for number in alike):
        fixed |= {n + 1: START for n in alike if n not in fixed} | dict.fromkeys(alike, EMPLOYER)
    return fixed


def is_above_field(lines: Sequence[SeenLine], number: int) -> bool:
    """Say whether a field of a post stands behind its label right below, in no bullet: "1) Rope Works" above "Designation: Rigger"."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and below.labelled in FIELDS and not below.is_item


def posts_in_turn(lines: Sequence[SeenLine]) -> frozenset[int]:
    """Titles with their dates, each right above another."""
    are_posts = [line.has_dates and line.fields == "T" for line in lines]
    return frozenset(n for n, each in enumerate(pairwise(are_posts)) if all(each))


def are_plain(*lines: SeenLine) -> bool:
    return not any(line.has_dates or line.is_item for line in lines)


def named_lines(lines: Sequence[SeenLine]) -> frozenset[int]:
    """Lines such as "pgwhy — explains lock queues" where the first is one too, and a few words alone between two of prose."""
    if not lines:
        return frozenset()
    first = lines[0]
    alike = [
        n
        for n, line in enumerate(lines)
        if line.name_end and (line.name_end, line.look) == (first.name_end, first.look)
    ]
    between = [
        n
        for n, (before, line, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), start=1)
        if line.length < SHORTEST_PROSE <= min(before.length, after.length)
        and before.is_stopped
        and not (line.is_stopped or line.label or line.is_item or before.is_item or after.is_item)
    ]
    return frozenset((alike if len(alike) >= FEWEST_ALIKE else []) + between)


def is_possible(role: str, before: str) -> bool:
    """Say whether a role may come next: nothing is outside once an entry has begun, nothing of an entry is before it."""
    is_outside = before[-1:] in {"", OUTSIDE}
    return is_outside if role == OUTSIDE else role in {START, EMPLOYER} or not is_outside


def read_on(reading: Reading, role: str, line: SeenLine) -> Reading:
    begins, is_head = role in {START, EMPLOYER}, role in {START, HEADING}
    fields = "" if begins else reading.fields
    return Reading(
        reading.last[-1:] + role,
        1 if begins else reading.length + 1,
        (line.has_dates and is_head) or (reading.has_dates and not begins),
        "".join(sorted({*fields, *line.fields})) if is_head else fields,
        0 if begins else reading.items + line.is_item,
    )


def history_features(reading: Reading, line: SeenLine) -> tuple[str, ...]:
    """What hangs on how the lines before it were read."""
    before = f"p:{reading.last[-1:] or '^'}"
    form = "dated" if line.has_dates else "item" if line.is_item else "plain"
    new = "".join(field for field in line.fields if field not in reading.fields)
    return (
        before,
        f"p:{reading.last}",
        f"{before} {form}",
        f"{before} {form} {reading.has_dates}",
        f"{before} {line.date} {reading.has_dates}",
        f"{before} {reading.fields}/{line.fields}",
        f"{before} new {new}",
        f"{before} {reading.fields} {reading.has_dates} {form}",
        f"{before} gap {line.follows_gap} {line.is_bold}",
        f"{before} place {line.is_place}",
        f"{before} n {line.length}",
        f"length:{min(reading.length, LONGEST_COUNT)} {form}",
        f"items:{min(reading.items, FULL)} {form}",
    )


def habits_of(lines: Sequence[SeenLine], roles: str) -> Habits:
    starts = [position for position, role in enumerate(roles) if role == START]
    return Habits(
        roles,
        len(starts),
        Counter(lines[position].look for position in starts),
        Counter(form_of(lines[position]) for position in starts),
        Counter(lines[position].label for position in starts),
        Counter(dated_row(lines, position, roles) for position in starts),
    )


def form_of(line: SeenLine) -> str:
    return f"{line.fields} {line.date}"


def dated_row(lines: Sequence[SeenLine], start: int, roles: str | None = None) -> int:
    """Which of the lines from `start` on has dates, if they are of one heading; -1 where none has."""
    for row, position in enumerate(range(start, min(start + FARTHEST_DATE, len(lines)))):
        if roles is not None and row and roles[position] != HEADING:
            break
        if lines[position].has_dates:
            return row
    return -1


def habit_features(lines: Sequence[SeenLine], position: int, habits: Habits | None) -> Iterator[str]:
    """How much the line is like the first lines of the section's other entries."""
    if habits is None:
        yield "no habits"
        return
    is_start = habits.roles[position] == START
    others = habits.count - is_start
    if others <= 0:
        yield "no others"
        return
    line = lines[position]
    look = share_of(habits.looks[line.look] - is_start, others)
    yield f"h look:{look}"
    yield f"h look:{look} {line.has_dates}"
    yield f"h form:{share_of(habits.forms[form_of(line)] - is_start, others)}"
    if line.label:
        yield f"h label:{share_of(habits.labels[line.label] - is_start, others)}"
    row = dated_row(lines, position)
    own = dated_row(lines, position, habits.roles) if is_start else None
    date = share_of(habits.dates[row] - (own == row), others)
    yield f"h row:{date}"
    yield f"h row:{date} {look}"
