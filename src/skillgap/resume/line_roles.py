"""Which line begins an entry, which belongs to its heading, which to its body: read by a trained model, line after line.

People set all entries of a section alike: a section is read again with what the first reading found of the others.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.resume.head_tagger import Row, Tagger
from skillgap.resume.line_features import SeenLine, Sight, bucket, line_features, sight_of
from skillgap.resume.types import SectionKind
from skillgap.trained import SCALE

START, HEADING, BODY, EMPLOYER, OUTSIDE = "S", "H", "B", "A", "-"
BEAM = 4
UNLIKELY = 7.0


class RoleReading(Struct, frozen=True):
    worth: float
    roles: str
    length: int = 0
    has_dates: bool = False
    fields: str = ""
    items: int = 0


def read_roles(lines: Sequence[SeenLine], kind: SectionKind, tagger: Tagger) -> str:
    """One role for each line of a section."""
    sight = sight_of(lines)
    bases = [tagger.sum(tagger.bias, line_features(lines, n, sight, kind)) for n in range(len(lines))]
    roles = best_roles(lines, bases, None, tagger)
    return best_roles(lines, bases, Habits.of(lines, roles), tagger)


class Habits(Struct, frozen=True):
    """How the entries of a section are set: the looks of their first lines, and at which of their lines the dates stand."""

    looks: Counter[str]
    dates: Counter[int]
    forms: Counter[str]
    labels: Counter[str]
    count: int
    roles: str

    @classmethod
    def of(cls, lines: Sequence[SeenLine], roles: str) -> "Habits":
        starts = [n for n, role in enumerate(roles) if role == START]
        return cls(
            Counter(lines[n].look for n in starts),
            Counter(dated_row(lines, roles, n) for n in starts),
            Counter(form_of(lines[n]) for n in starts),
            Counter(lines[n].label for n in starts if lines[n].label),
            len(starts),
            roles,
        )


def form_of(line: SeenLine) -> str:
    return f"{line.fields} {line.date}"


def dated_row(lines: Sequence[SeenLine], roles: str, start: int) -> int:
    """The dates' line, counted from the entry's first; -1 where its heading has none."""
    for row, position in enumerate(range(start, min(start + 5, len(lines)))):
        if row and roles[position] != HEADING:
            break
        if lines[position].has_dates:
            return row
    return -1


def habit_features(line: SeenLine, position: int, lines: Sequence[SeenLine], habits: Habits | None) -> Iterator[str]:
    if habits is None:
        yield "no habits"
        return
    was = habits.roles[position]
    is_start = was == START
    others = habits.count - is_start
    if others <= 0:
        yield "no others"
        return
    share = (habits.looks[line.look] - is_start) / others
    yield f"h look:{round(share * 4)}"
    yield f"h look:{round(share * 4)} {line.has_dates}"
    form = (habits.forms[form_of(line)] - is_start) / others
    yield f"h form:{round(form * 4)}"
    if line.label:
        yield f"h label:{round(4 * (habits.labels[line.label] - is_start) / others)}"
    row = next((n for n in range(5) if position + n < len(lines) and lines[position + n].has_dates), -1)
    own = dated_row(lines, habits.roles, position) if is_start else None
    matching = habits.dates[row] - (own == row)
    yield f"h row:{round(4 * matching / others)}"
    yield f"h row:{round(4 * matching / others)} {round(share * 4)}"


def best_roles(lines: Sequence[SeenLine], bases: Sequence[Row], habits: Habits | None, tagger: Tagger) -> str:
    readings = [RoleReading(0.0, "")]
    for position, (line, base) in enumerate(zip(lines, bases, strict=True)):
        known = tagger.sum(base, habit_features(line, position, lines, habits))
        found = [
            following(reading, role, worth, line)
            for reading in readings
            for role, worth in choices(reading, known, line, tagger)
            if is_possible(role, reading.roles)
        ]
        found.sort(key=lambda reading: -reading.worth)
        readings = [each for each in found[:BEAM] if each.worth > found[0].worth - UNLIKELY]
    return readings[0].roles


def is_possible(role: str, roles: str) -> bool:
    before = roles[-1:] or OUTSIDE
    if role == OUTSIDE:
        return before == OUTSIDE
    return role in {START, EMPLOYER} or before != OUTSIDE


def following(reading: RoleReading, role: str, worth: float, line: SeenLine) -> RoleReading:
    begins = role in {START, EMPLOYER}
    in_head = role in {START, HEADING}
    return RoleReading(
        reading.worth + worth,
        reading.roles + role,
        1 if begins else reading.length + 1,
        (line.has_dates and in_head) or (reading.has_dates and not begins),
        "".join(sorted({*line.fields, *("" if begins else reading.fields)})) if in_head else "" if begins else reading.fields,
        0 if begins else reading.items + line.is_item,
    )


def choices(reading: RoleReading, known: Row, line: SeenLine, tagger: Tagger) -> list[tuple[str, float]]:
    scores = tagger.sum(known, history_features(reading, line))
    top = max(scores)
    total = math.log(sum([math.exp((score - top) / SCALE) for score in scores]))
    return [(role, (score - top) / SCALE - total) for role, score in zip(tagger.marks, scores, strict=True)]


def history_features(reading: RoleReading, line: SeenLine) -> tuple[str, ...]:
    before = reading.roles[-1:] or "^"
    form = "dated" if line.has_dates else "item" if line.is_item else "plain"
    new = "".join(field for field in line.fields if field not in reading.fields)
    return (
        f"p:{before}",
        f"p:{reading.roles[-2:]}",
        f"p:{before} {form}",
        f"p:{before} {form} {reading.has_dates}",
        f"p:{before} {line.date} {reading.has_dates}",
        f"p:{before} {reading.fields}/{line.fields}",
        f"p:{before} new {new}",
        f"p:{before} {reading.fields} {reading.has_dates} {form}",
        f"p:{before} {'gap' in line.said} {'bold' in line.said}",
        f"p:{before} place {line.is_place}",
        f"p:{before} n {bucket(line.words)}",
        f"length:{min(reading.length, 5)} {form}",
        f"items:{min(reading.items, 2)} {form}",
    )
