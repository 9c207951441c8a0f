"""Jobs, projects and degrees within a section: where each begins, and what its heading says."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.dates import DateGrammar, FoundDates, find_dates, whole_words
from skillgap.resume.types import DateRange, Entry, LogicalLine, SectionKind
from skillgap.taxonomy.types import Cues

WITH_ENTRIES = {
    SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.EDUCATION,
    SectionKind.VOLUNTEERING, SectionKind.MILITARY,
}  # fmt: skip
LONGEST_HEAD = 16
"""Words; a longer line is prose."""
LONGEST_HEAD_LETTERS = 300
LABELLED = re.compile(r"^[A-Z][\w &/+-]{1,28}:\s*\S")
BREAK = r"\s+[–—|·•@]\s+|\s+-\s+|\t+|\s{2,}|\s*[|•·]\s*|\s+at\s+(?=[A-Z])|\n"
BETWEEN_FIELDS = re.compile(BREAK)
BETWEEN_FIELDS_OF_ONE_LINE = re.compile(rf"{BREAK}|(?<=\S),\s+|\s*[()]\s*")
PLACE_AT_END = re.compile(r"(?:,\s*|\s+[–—|·-]\s+)((?:[A-Z][\w.'-]+ ?){1,3}, (?:[A-Z]{2,3}|[A-Z][a-z]+))$")
LONGEST_PLACE = 3
SHORTEST_PAST = 4
SUBJECTS = {"i", "we", "my"}
PLACE = re.compile(
    r"^(?:remote|hybrid|on-?site|[A-Z]{2,3}|UK|USA)$|^(?:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}), ?[A-Z][\w.]+(?: [A-Z]\w+)?$",
    re.IGNORECASE,
)
REGION = re.compile(r"^(?:[A-Z]{2,3}|UK|USA)$")
EDGE = " \t\n,;:|–—-·•"


class EntryGrammar(Struct, frozen=True):
    dates: DateGrammar
    titles: re.Pattern[str]
    organizations: re.Pattern[str]
    degrees: re.Pattern[str]
    verbs: frozenset[str]


class Head(Struct, frozen=True):
    title: str | None
    organization: str | None
    location: str | None
    dates: DateRange | None


def compile_entries(cues: Cues, dates: DateGrammar) -> EntryGrammar:
    return EntryGrammar(
        dates=dates,
        titles=whole_words(cues.titles),
        organizations=whole_words(cues.organizations),
        degrees=whole_words(cues.degrees),
        verbs=frozenset(cues.clause_starts) - SUBJECTS,
    )


def find_entries(
    lines: Sequence[LogicalLine], numbers: Sequence[int], kind: SectionKind, section: int, grammar: EntryGrammar
) -> list[Entry]:
    """Cut a section's lines (given by their numbers) into entries: each begins with head lines, and body lines follow."""
    found = {number: dates_in_head(lines[number], grammar.dates) for number in numbers}
    starts = entry_starts(lines, numbers, found, kind, grammar)
    entries = []
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else len(numbers)
        own = tuple(numbers[start:end])
        head_count = 0
        while head_count < len(own) and is_head(lines[own[head_count]], found[own[head_count]], grammar):
            head_count += 1
        head = read_head([(lines[n].text, found[n]) for n in own[:head_count]], kind, grammar)
        entries.append(
            Entry(
                kind=kind,
                section=section,
                title=head.title,
                organization=head.organization,
                location=head.location,
                dates=head.dates,
                head_count=head_count,
                line_numbers=own,
            )
        )
    return entries


def dates_in_head(line: LogicalLine, grammar: DateGrammar) -> list[FoundDates]:
    """A line too long for a heading is not looked through."""
    return find_dates(line.text, grammar) if len(line.text) <= LONGEST_HEAD_LETTERS else []


def is_head(line: LogicalLine, dates: Sequence[FoundDates], grammar: EntryGrammar) -> bool:
    """A short line that is neither a bullet, nor prose, nor a labelled list."""
    if len(line.text) > LONGEST_HEAD_LETTERS:
        return False
    if line.is_item:
        return bool(dates and dates[0].range.start) and len(line.text.split()) <= LONGEST_HEAD
    words = len(line.text.split())
    if any(each.range.start for each in dates):
        return words <= LONGEST_HEAD * 2
    if (
        begins_with_verb(line.text, grammar)
        or LABELLED.match(line.text)
        or words > LONGEST_HEAD
        or line.text.endswith(":")
    ):
        return False
    return not (line.text.endswith(".") and words > 6) and line.text.count(",") < 4  # noqa: PLR2004 - a sentence; a list


def begins_with_verb(text: str, grammar: EntryGrammar) -> bool:
    """A duty that nobody put a bullet before: "Wrote allocators in C++"."""
    first = text.split(maxsplit=1)[0].casefold() if text.strip() else ""
    return first in grammar.verbs or (len(first) > SHORTEST_PAST and first.endswith("ed") and " " in text)


def entry_starts(
    lines: Sequence[LogicalLine],
    numbers: Sequence[int],
    found: dict[int, list[FoundDates]],
    kind: SectionKind,
    grammar: EntryGrammar,
) -> list[int]:
    """Positions in `numbers` at which entries begin.

    A run of head lines begins one; a run that holds several dates begins several, split at its dated lines: before an
    undated line that leads up to a date where the run begins with an undated one, else at the dates themselves.
    """
    starts: list[int] = []
    position = 0
    while position < len(numbers):
        run_end = position
        while run_end < len(numbers) and is_head(lines[numbers[run_end]], found[numbers[run_end]], grammar):
            run_end += 1
        if run_end == position:
            if not starts:
                starts.append(position)
            position += 1
            continue
        run = range(position, run_end)
        dated = [p for p in run if found[numbers[p]]]
        if dated or not starts or may_begin_undated(lines, numbers, position, kind):
            starts += split_run(run, dated)
        position = run_end
    return starts


def may_begin_undated(lines: Sequence[LogicalLine], numbers: Sequence[int], position: int, kind: SectionKind) -> bool:
    """A project often has no date; a job nearly always has, so there an undated line must be set apart to begin one."""
    line = lines[numbers[position]]
    if kind is SectionKind.EXPERIENCE:
        return line.is_bold and line.follows_gap
    return line.follows_gap or line.is_bold or lines[numbers[position - 1]].is_item


def split_run(run: range, dated: Sequence[int]) -> list[int]:
    if len(dated) < 2:  # noqa: PLR2004 - one date, one entry
        return [run.start]
    if run.start == dated[0]:
        return list(dated)
    starts = [run.start]
    for before, date in pairwise(dated):
        starts.append(min(date, before + 1))
    return starts


def read_head(head: Sequence[tuple[str, Sequence[FoundDates]]], kind: SectionKind, grammar: EntryGrammar) -> Head:
    """Tell title, organisation and location apart by their words; what is left over goes by order."""
    dates: DateRange | None = None
    kept: list[str] = []
    for text, found in head:
        row = text
        for each in reversed(found):
            row = row[: each.start] + "\n" + row[each.end :]
            if dates is None or (each.range.start and not dates.start):
                dates = each.range
        row = row.replace("()", "\n").replace("(\n)", "\n")
        if row.strip(EDGE):
            kept.append(row)
    fields = fields_of(kept)
    names_title = grammar.degrees if kind is SectionKind.EDUCATION else grammar.titles
    title = next((field for field in fields if names_title.search(field)), None)
    rest = [field for field in fields if field != title]
    location = next((field for field in rest if PLACE.match(field) and not grammar.organizations.search(field)), None)
    rest = [field for field in rest if field != location]
    organization = next((field for field in rest if grammar.organizations.search(field)), rest[0] if rest else None)
    rest = [field for field in rest if field != organization]
    if title is None and kind is SectionKind.PROJECTS:
        title, organization = organization, None
    elif title is None and kind is SectionKind.EXPERIENCE and rest:
        title, organization = (
            (organization, rest.pop(0)) if fields.index(organization or "") == 0 else (rest.pop(0), organization)
        )
    if location is None and rest and rest[-1][:1].isupper() and len(rest[-1].split()) <= LONGEST_PLACE:
        location = rest[-1]
    return Head(title, organization, location, dates)


def fields_of(rows: Sequence[str]) -> list[str]:
    """Split the heading's lines; a comma separates fields only where everything stands on one line, and before a place."""
    if len(rows) == 1:
        return places_joined(split(BETWEEN_FIELDS_OF_ONE_LINE, rows[0]))
    fields: list[str] = []
    for row in rows:
        for field in split(BETWEEN_FIELDS, row):
            place = PLACE_AT_END.search(field)
            name, comma, town = field.rpartition(", ")
            if place:
                fields += [field[: place.start()].strip(EDGE), place[1]]
            elif (
                comma
                and row is not rows[0]
                and len(town.split()) <= LONGEST_PLACE
                and (town[:1].isupper() or PLACE.match(town))
            ):
                fields += [name, town]
            else:
                fields.append(field)
    return fields


def split(pattern: re.Pattern[str], text: str) -> list[str]:
    fields = (field.strip(EDGE) for field in pattern.split(text) if field)
    return [field[1:-1] if field.startswith("(") and field.endswith(")") else field for field in fields if field]


def places_joined(fields: list[str]) -> list[str]:
    """Put "Leeds", "UK" together again: the comma within a place is no separator."""
    joined: list[str] = []
    for field in fields:
        if joined and REGION.match(field):
            joined[-1] += f", {field}"
        else:
            joined.append(field)
    return joined
