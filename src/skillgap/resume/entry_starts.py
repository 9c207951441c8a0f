"""Where the entries of a section begin: at gaps, at dates, and where the lines about a date belong by what they say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.dates import FoundDates
from skillgap.resume.field_scores import score_field
from skillgap.resume.labelled_blocks import block_starts
from skillgap.resume.places import is_place
from skillgap.resume.segments import STRONG, SegmentGrammar, comma_parts, without_dates
from skillgap.resume.types import LogicalLine, SectionKind

WORK = {SectionKind.EXPERIENCE, SectionKind.MILITARY, SectionKind.VOLUNTEERING}
LONGEST_NAME = 5
"""Words of a project's name that stands in a line by itself."""
LONGEST_UNDATED = 9
"""Words of a line that may begin an entry without a date."""
MOST_PARTS = 5
CLEAR = 0.8
"""How much more like a field than like a description a part must be."""
Look = tuple[bool, float | None, bool]
"""Bold, size, capitals."""
Fields = frozenset[str]
"""Of "title" and "organization" what a line names."""


class SectionLines(Struct, frozen=True):
    """The lines of one section: their numbers in the résumé, their dates, and which of them may belong to a heading.

    `is_flat` says that each line is an entry, `named` which lines begin one with a project's name in front of its description.
    `fields` are what lines were found to name.
    """

    lines: Sequence[LogicalLine]
    numbers: Sequence[int]
    dates: Sequence[Sequence[FoundDates]]
    is_head: Sequence[bool]
    kind: SectionKind
    is_flat: bool = False
    named: frozenset[int] = frozenset()
    fields: dict[int, Fields] = {}

    def line(self, position: int) -> LogicalLine:
        return self.lines[self.numbers[position]]


class RunHabits(Struct, frozen=True):
    """How a section's entries are set: how many lines stand before the date in most, whether the employer does above the title."""

    lead: int
    has_employers_above: bool


def entry_starts(own: SectionLines, grammar: SegmentGrammar) -> list[int]:
    """Positions at which entries begin: a run of head lines begins one, a run that holds several dates begins several."""
    if own.is_flat:
        return list(range(len(own.numbers)))
    blocks = block_starts([own.line(p).text for p in range(len(own.numbers))], grammar)
    if blocks and (own.kind is not SectionKind.EXPERIENCE or is_one_post_each(own, blocks)):
        return blocks
    runs = list(head_runs(own))
    looks = first_looks(own, runs)
    above = any(is_led_by_employer(own, run, grammar) for run in runs)
    habits = RunHabits(typical_lead(own, runs), above)
    starts: list[int] = []
    for run in runs:
        dated = [p for p in run if own.dates[p]]
        if not starts and run.start > 0:
            starts.append(0)
        if dated:
            first = run.start if not starts else first_of_heading(own, run, dated[0], grammar)
            rest = range(first, run.stop)
            starts += split_run(own, rest, dated, grammar, habits)
        elif not starts or may_begin_undated(own, run.start, looks, grammar):
            starts += split_undated(own, run)
    return sorted({*starts, *own.named}) or ([0] if own.numbers else [])


def is_one_post_each(own: SectionLines, blocks: Sequence[int]) -> bool:
    """Say whether no block of labelled lines holds several dated posts."""
    spans = pairwise([*blocks, len(own.numbers)])
    return all(sum(bool(own.dates[p]) for p in range(*span)) <= 1 for span in spans)


def head_runs(own: SectionLines) -> Iterator[range]:
    """Runs of head lines, each as a range of positions."""
    position = 0
    while position < len(own.numbers):
        end = position
        while end < len(own.numbers) and own.is_head[end]:
            end += 1
        if end > position:
            yield range(position, end)
        position = end + 1


def first_looks(own: SectionLines, runs: Sequence[range]) -> Counter[Look]:
    """How the first lines of dated runs are set."""
    return Counter(look_of(own.line(run.start)) for run in runs if any(own.dates[p] for p in run))


def look_of(line: LogicalLine) -> Look:
    return line.is_bold, line.font_size, line.text.isupper()


def typical_lead(own: SectionLines, runs: Sequence[range]) -> int:
    """How many lines stand before the date in most runs."""
    leads = Counter(next(p for p in run if own.dates[p]) - run.start for run in runs if any(own.dates[p] for p in run))
    return max(leads, key=lambda lead: (leads[lead], -lead)) if leads else 0


def is_led_by_employer(own: SectionLines, run: range, grammar: SegmentGrammar) -> bool:
    """Say whether an employer's line stands above the title's, and the date beneath both."""
    date = next((p for p in run if own.dates[p]), run.start)
    return date - run.start > 1 and "organization" in fields_in(own, run.start, grammar)


def fields_in(own: SectionLines, position: int, grammar: SegmentGrammar) -> Fields:
    """Which fields a line names; several questions ask it of one line."""
    if position not in own.fields:
        own.fields[position] = named_fields(own, position, grammar)
    return own.fields[position]


def named_fields(own: SectionLines, position: int, grammar: SegmentGrammar) -> Fields:
    """Look at each of the line's parts alone."""
    text = without_dates(own.line(position).text, own.dates[position], grammar)
    parts = [part for each in STRONG.split(text) for part in comma_parts(each, grammar.fields)][:MOST_PARTS]
    found = set()
    for part in parts:
        if is_place(part, grammar.places):
            continue
        scores = score_field(part, grammar.fields)
        best = max(scores.title, scores.organization)
        if best > scores.other + CLEAR:
            found.add("title" if scores.title >= scores.organization else "organization")
    return frozenset(found)


def may_begin_undated(own: SectionLines, position: int, looks: Mapping[Look, int], grammar: SegmentGrammar) -> bool:
    """An undated run begins an entry where it is set like the dated ones, or nothing is dated and it stands apart."""
    line = own.line(position)
    is_set_apart = line.follows_gap or line.is_bold or (position > 0 and own.line(position - 1).is_item)
    if own.kind not in WORK or not looks:
        return is_set_apart or (own.kind not in WORK and is_name_behind_prose(own, position))
    if own.kind is SectionKind.EXPERIENCE and not grammar.fields.titles.search(line.text) and not line.is_bold:
        return False
    return line.follows_gap and look_of(line) in looks and len(line.text.split()) <= LONGEST_UNDATED


def is_name_behind_prose(own: SectionLines, position: int) -> bool:
    """Say whether a few words stand between two lines of prose: the next project's name without any mark of it."""
    if own.kind is SectionKind.EDUCATION or not 0 < position < len(own.numbers) - 1:
        return False
    before, name, after = (own.line(place).text for place in (position - 1, position, position + 1))
    is_short = len(name.split()) <= LONGEST_NAME and not name.endswith((".", ":"))
    return is_short and before.endswith(".") and all(len(text.split()) > LONGEST_NAME for text in (before, after))


def split_undated(own: SectionLines, run: range) -> list[int]:
    """Undated entries one beneath the other: each begins after a gap, or where the first one's look returns."""
    first = look_of(own.line(run.start))
    bold = [p for p in run[1:] if look_of(own.line(p)) == first and own.line(p - 1).is_bold < first[0]]
    if bold and own.kind not in WORK:
        return [run.start, *bold]
    return [
        run.start,
        *(p for p in run[1:] if own.line(p).follows_gap and (look_of(own.line(p)) == first or not first[0])),
    ]


def is_employer_line(own: SectionLines, position: int, first: int, grammar: SegmentGrammar) -> bool:
    """By its words, or because it is set as the section's first employer is."""
    line, known = own.line(position), own.line(first)
    return (line.is_bold and look_of(line) == look_of(known)) or "organization" in fields_in(own, position, grammar)


def first_of_heading(own: SectionLines, run: range, date: int, grammar: SegmentGrammar) -> int:
    """Leave out what in front of the first date is rather the end of the entry before: a last duty without a bullet."""
    for position in range(run.start, date):
        if own.line(position).follows_gap or own.line(position).is_bold or fields_in(own, position, grammar):
            return position
    return date


def split_run(
    own: SectionLines,
    run: range,
    dated: Sequence[int],
    grammar: SegmentGrammar,
    habits: RunHabits,
) -> list[int]:
    """One start for each date: at the gap before it, else by the fields that the lines between two dates name.

    Where entries have the employer above the title, a line like one belongs to what follows.
    """
    starts = [run.start]
    own_lead = dated[0] - run.start
    for before, date in pairwise(dated):
        gaps = [p for p in range(before + 1, date + 1) if own.line(p).follows_gap]
        if gaps:
            starts.append(gaps[-1])
        elif habits.lead == 0:
            starts.append(date)
        elif own_lead == 0:
            starts.append(max(before + 1, date - habits.lead))
        else:
            start = max(before + 1, date - min(own_lead, 1 if habits.has_employers_above else own_lead))
            is_employer = start - 1 > before and is_employer_line(own, start - 1, run.start, grammar)
            starts.append(start - 1 if habits.has_employers_above and is_employer else start)
    return starts
