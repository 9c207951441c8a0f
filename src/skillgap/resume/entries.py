"""Jobs, projects and degrees within a section: where each begins, where its heading ends."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from skillgap.resume.dates import FoundDates
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.degrees import blanked, read_degrees
from skillgap.resume.employers import with_employers
from skillgap.resume.entry_cuts import Cut, cut_by_roles
from skillgap.resume.entry_starts import WORK, SectionLines, entry_starts, fields_in
from skillgap.resume.field_scores import score_field
from skillgap.resume.head_lines import LONGEST_HEAD, SUBJECTS, EntryGrammar, begins_with_verb, is_stopped, section_lines
from skillgap.resume.head_parts import NAMED, Rows
from skillgap.resume.heads import Head, read_heads
from skillgap.resume.labelled_blocks import label_of
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.places import is_place
from skillgap.resume.segments import EDGE, SegmentGrammar, entry_label_of
from skillgap.resume.types import DateRange, Entry, LogicalLine, SectionKind
from skillgap.taxonomy.types import Cues

WITH_ENTRIES = {
    SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.EDUCATION,
    SectionKind.VOLUNTEERING, SectionKind.MILITARY,
}  # fmt: skip
SERVING = {SectionKind.EXPERIENCE, SectionKind.MILITARY}
"""Kinds of sections where one employer's name may stand above several posts."""
FIELDS = ("title", "organization")
LABELS_BELOW, LABELS_OF_BLOCK = 3, 8
"""Lines below a heading that may state what it lacks, and below one that is itself a labelled line."""
FIRST_SENTENCE = re.compile(r"^.{3,}?(?:(?<=[^\W\d_]{3})\.(?=\s)|$)")


def compile_entries(cues: Cues, segments: SegmentGrammar, schooling: DegreeGrammar) -> EntryGrammar:
    return EntryGrammar(
        dates=segments.dates,
        segments=segments,
        schooling=schooling,
        titles=segments.fields.titles,
        degrees=segments.fields.degrees,
        internships=Lexicon(cues.internships),
        generic_labels=Lexicon(cues.generic_labels),
        verbs=frozenset(cues.clause_starts) - SUBJECTS,
    )


def find_entries(
    lines: Sequence[LogicalLine],
    numbers: Sequence[int],
    kind: SectionKind,
    grammar: EntryGrammar,
    *,
    is_day_first: bool = True,
) -> list[Entry]:
    """Cut a section's lines (given by their numbers) into entries: each begins with head lines, and body lines follow."""
    cuts = cut_by_rules if kind in NAMED else cut_by_roles
    found = cuts([lines[n] for n in numbers], kind, grammar, is_day_first=is_day_first)
    heads = [cut.rows for cut in found]
    if kind is SectionKind.EDUCATION:
        bodies = [[lines[numbers[p]].text for p in cut.span[cut.head_count :]] for cut in found]
        entries = read_degrees(heads, bodies, grammar.segments, grammar.schooling)
    else:
        entries = [entry_of(head, kind) for head in read_heads(heads, kind, grammar.segments)]
    placed = [
        msgspec.structs.replace(
            entry,
            head_count=cut.head_count,
            line_numbers=tuple(numbers[p] for p in cut.span),
            is_internship=kind in WORK and bool(entry.title and grammar.internships.search(entry.title)),
        )
        for entry, cut in zip(entries, found, strict=True)
    ]
    return with_employers(placed, grammar.segments) if kind in SERVING else placed


def entry_of(head: Head, kind: SectionKind) -> Entry:
    """What a heading says as an entry; a job with a single date was begun and ended then."""
    dates = head.dates
    if dates is not None and dates.start is None and kind is not SectionKind.EDUCATION and not dates.is_expected:
        dates = DateRange(dates.end, dates.end)
    return Entry(
        kind=kind,
        section=0,
        title=head.title,
        organization=head.organization,
        location=head.location,
        dates=dates,
        head_count=0,
        line_numbers=(),
        title_row=head.title_row,
        organization_row=head.organization_row,
        full_title=head.full_title,
    )


def cut_by_rules(
    lines: Sequence[LogicalLine], kind: SectionKind, grammar: EntryGrammar, *, is_day_first: bool
) -> list[Cut]:
    own = section_lines(lines, range(len(lines)), kind, grammar, is_day_first=is_day_first)
    starts = entry_starts(own, grammar.segments)
    cuts = []
    for span in (range(start, end) for start, end in pairwise([*starts, len(lines)])):
        head = head_rows(own, span, grammar)
        told = with_labels_below(own, span, with_first_sentence(own, span, head), grammar)
        cuts.append(Cut(span.start, span.stop, told, len(head)))
    return cuts


def head_rows(own: SectionLines, span: range, grammar: EntryGrammar) -> Rows:
    """The rows of the heading that an entry begins with: behind the dates only what it lacks yet, or where it was."""
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    is_dated = False
    for position in span:
        text, dates = own.line(position).text, own.dates[position]
        if is_dated and not dates:
            if not is_field_below(own, span.start, position, grammar):
                break
        elif not own.is_head[position] and (position > span.start or label_of(text, grammar.segments) is None):
            break
        rows.append((text, dates))
        is_dated = is_dated or bool(dates)
    return rows


def is_field_below(own: SectionLines, start: int, position: int, grammar: EntryGrammar) -> bool:
    """Say whether a line below the dates still belongs to the heading that begins at `start`."""
    line = own.line(position)
    if own.kind is SectionKind.EDUCATION:
        return own.is_head[position] and not is_description(line.text, grammar)
    if line.is_item or len(line.text.split()) > LONGEST_HEAD or begins_with_verb(line.text, grammar):
        return False
    if entry_label_of(line.text, grammar.segments) is not None or is_place(line.text, grammar.segments.places):
        return own.is_head[position]
    known = frozenset().union(*(fields_in(own, before, grammar.segments) for before in range(start, position)))
    if fields_in(own, position, grammar.segments) - known:
        return own.is_head[position] or not is_stopped(line.text)
    is_next = bool(own.dates[position - 1]) or len(known) < len(FIELDS)
    return own.is_head[position] and is_next and not is_description(line.text, grammar)


def with_first_sentence(own: SectionLines, span: range, head: Rows) -> Rows:
    """Where the heading is nothing but dates, the line below begins with what it lacks: "Refinery Manager, Port Neches. Rebuilt …"."""
    if not head or len(head) >= len(span) or any(blanked(text, found).strip(EDGE) for text, found in head):
        return head
    line = own.line(span[len(head)])
    sentence = FIRST_SENTENCE.match(line.text)
    if line.is_item or sentence is None or len(sentence[0].split()) > LONGEST_HEAD:
        return head
    return [*head, (sentence[0].rstrip("."), [])]


def with_labels_below(own: SectionLines, span: range, head: Rows, grammar: EntryGrammar) -> Rows:
    """A title or an employer that a label states just below the heading: "Position: Accounting Coordinator"."""
    is_block = bool(head) and label_of(head[0][0], grammar.segments) is not None
    below = span[len(head) : len(head) + (LABELS_OF_BLOCK if is_block else LABELS_BELOW)]
    stated: list[tuple[str, Sequence[FoundDates]]] = []
    for position in below:
        text = own.line(position).text
        label = entry_label_of(text, grammar.segments)
        if (label in FIELDS or (is_block and label)) and len(text.split()) <= LONGEST_HEAD:
            stated.append((text, own.dates[position] if is_block else []))
    return [*head, *stated]


def is_description(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a short line is rather what was done than a field of the heading."""
    if entry_label_of(text, grammar.segments) is not None or is_place(text, grammar.segments.places):
        return False
    scores = score_field(text, grammar.segments.fields)
    return scores.other > max(scores.title, scores.organization, scores.degree, scores.study)
