"""Jobs, projects and degrees within a section: where each begins, where its heading ends."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.degrees import blanked, read_degrees
from skillgap.resume.employers import with_employers
from skillgap.resume.entry_starts import LONGEST_UNDATED, WORK, SectionLines, entry_starts, fields_in
from skillgap.resume.field_scores import score_field
from skillgap.resume.head_parts import NAMED, Rows
from skillgap.resume.heads import Head, read_heads
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.places import is_place
from skillgap.resume.segments import EDGE, SegmentGrammar, begins_with_label, entry_label_of
from skillgap.resume.types import DateRange, Entry, LogicalLine, SectionKind
from skillgap.taxonomy.types import Cues

WITH_ENTRIES = {
    SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.EDUCATION,
    SectionKind.VOLUNTEERING, SectionKind.MILITARY,
}  # fmt: skip
NAMED_LINE = re.compile(r"^(?:\S+ ){0,4}\S+?(?:[:,(]\s?|\s[–—-]\s)\S")
"""A name of a few words with something behind it."""
LABEL_END = re.compile(r"\s*[:–—]|\s-\s")
FIELDS = ("title", "organization")
TOLD = re.compile(r"\b(?:in|since|during|until|by|of|the|after|before|between)$", re.IGNORECASE)
AS_OF = re.compile(r"\b(?:as of|as at|updated|last update|stand|état au)[\s:]*$", re.IGNORECASE)
FEWEST_OF_SENTENCE = 5
"""Words before a date in prose."""
LABELS_BELOW = 3
"""Lines below a heading that may state what it lacks."""
LONGEST_HEAD = 16
"""Words; a longer line is prose."""
LONGEST_DATED_HEAD = 34
LONGEST_SINGLE = 14
LONGEST_HEAD_LETTERS = 300
NEAR_EDGE = 9
"""Words that may stand before or behind the dates of a heading."""
MOST_COMMAS = 4
LABELLED = re.compile(r"^[^\W\d_a-z][\w &/+'’-]{1,34}:(?:\s|$)")
SHORTEST_PAST = 4
LONGEST_TITLE = 5
"""Words within which a job's title has its noun: "Embedded Software Engineer"."""
STOPPED = re.compile(r"[a-zà-ÿ]{4,}[)\"”]?[.!]$|\d[.!]$")
FIRST_SENTENCE = re.compile(r"^.{3,}?(?:(?<=[^\W\d_]{3})\.(?=\s)|$)")
SUBJECTS = {"i", "we", "my"}


class EntryGrammar(Struct, frozen=True):
    dates: DateGrammar
    segments: SegmentGrammar
    schooling: DegreeGrammar
    titles: Lexicon
    degrees: Lexicon
    internships: Lexicon
    generic_labels: Lexicon
    verbs: frozenset[str]


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
    section: int,
    grammar: EntryGrammar,
    *,
    is_day_first: bool = True,
) -> list[Entry]:
    """Cut a section's lines (given by their numbers) into entries: each begins with head lines, and body lines follow."""
    own = section_lines(lines, numbers, kind, grammar, is_day_first=is_day_first)
    starts = entry_starts(own, grammar.segments)
    bounds = [*starts, len(numbers)]
    spans = [range(start, end) for start, end in zip(bounds, bounds[1:], strict=False)]
    rows = [head_rows(own, span, grammar) for span in spans]
    told = [
        with_labels_below(own, span, with_first_sentence(own, span, head), grammar)
        for span, head in zip(spans, rows, strict=True)
    ]
    if kind is SectionKind.EDUCATION:
        bodies = [[own.line(p).text for p in span[len(head) :]] for span, head in zip(spans, rows, strict=True)]
        entries = read_degrees(told, bodies, grammar.segments, grammar.schooling)
    else:
        entries = [entry_of(head, kind) for head in read_heads(told, kind, grammar.segments)]
    placed = [
        msgspec.structs.replace(
            entry,
            section=section,
            head_count=len(head),
            line_numbers=tuple(numbers[p] for p in span),
            is_internship=kind in WORK and bool(entry.title and grammar.internships.search(entry.title)),
        )
        for entry, span, head in zip(entries, spans, rows, strict=True)
    ]
    return with_employers(placed, rows, grammar.segments) if kind in WORK else placed


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


def section_lines(
    lines: Sequence[LogicalLine],
    numbers: Sequence[int],
    kind: SectionKind,
    grammar: EntryGrammar,
    *,
    is_day_first: bool,
) -> SectionLines:
    """Bullets may be headings only in a section none of whose other lines carries dates."""
    dates = [dates_in_head(lines[n], grammar.dates, is_day_first=is_day_first) for n in numbers]
    if kind in NAMED and is_flat([lines[n] for n in numbers], grammar):
        return SectionLines(lines, numbers, dates, [True] * len(numbers), kind, is_flat=True)
    is_listed = not any(found and not lines[n].is_item for n, found in zip(numbers, dates, strict=True))
    is_head = [
        is_head_line(lines[n], found, grammar, kind, may_be_item=is_listed)
        for n, found in zip(numbers, dates, strict=True)
    ]
    kept = [found if head else [] for found, head in zip(dates, is_head, strict=True)]
    return SectionLines(lines, numbers, kept, is_head, kind)


def is_flat(lines: Sequence[LogicalLine], grammar: EntryGrammar) -> bool:
    """Projects of one line each: all bullets, or all names with a description behind a comma, a colon or a dash."""
    if not lines or len({line.is_item for line in lines}) > 1 or not all(NAMED_LINE.match(line.text) for line in lines):
        return False
    if any(is_told_of_project(line.text, grammar) for line in lines):
        return False
    return lines[0].is_item or not any(line.is_bold for line in lines[1:2] if not lines[0].is_bold)


def is_told_of_project(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a line tells of a project instead of naming one: "Tools: C++", "Client: Acme", "Built an engine, …"."""
    if grammar.generic_labels.fullmatch(LABEL_END.split(text, maxsplit=1)[0]) or begins_with_verb(text, grammar):
        return True
    return begins_with_label(text, grammar.segments) and entry_label_of(text, grammar.segments) != "title"


def dates_in_head(line: LogicalLine, grammar: DateGrammar, *, is_day_first: bool) -> list[FoundDates]:
    """A line too long for a heading is not looked through."""
    if len(line.text) > LONGEST_HEAD_LETTERS:
        return []
    found = find_dates(line.text, grammar, is_day_first=is_day_first)
    return [each for each in found if not is_told(line.text, each)]


def is_told(text: str, dates: FoundDates) -> bool:
    """Say whether the date is one that a clause speaks of: "acquired by a competitor in 2017", "As of 2026.11.01"."""
    before = text[: dates.start].rstrip()
    is_behind_word = TOLD.search(before) is not None
    return AS_OF.search(before) is not None or (
        dates.range.start is None and is_behind_word and len(before.split()) > 1
    )


def is_head_line(
    line: LogicalLine,
    dates: Sequence[FoundDates],
    grammar: EntryGrammar,
    kind: SectionKind,
    *,
    may_be_item: bool = False,
) -> bool:
    """A short line that is neither a bullet, nor prose, nor a labelled list."""
    text = line.text
    if len(text) > LONGEST_HEAD_LETTERS or not text.strip():
        return False
    words = len(text.split())
    if line.is_item and not (may_be_item and dates):
        return False
    if dates and has_dates_at_edge(text, dates[0]):
        longest = LONGEST_DATED_HEAD if dates[0].range.start else LONGEST_SINGLE
        if words <= longest and not is_sentence(text, dates[0], grammar):
            return True
    if entry_label_of(text, grammar.segments) is not None:
        return words <= LONGEST_HEAD
    if kind is SectionKind.EDUCATION and is_labelled_degree(text, grammar):
        return True
    if begins_with_label(text, grammar.segments):
        return words <= LONGEST_HEAD
    if begins_with_verb(text, grammar) or LABELLED.match(text) or words > LONGEST_HEAD or text.endswith(":"):
        return False
    if text[0].islower() and words > 3 and not grammar.titles.search(text):  # noqa: PLR2004 - "iPhone repairs" may be a name
        return False
    return not is_stopped(text) and text.count(",") < MOST_COMMAS


def is_stopped(text: str) -> bool:
    """Say whether it ends as a sentence does, not with an abbreviation: "Saison." but not "Acme Ltd."."""
    last = STOPPED.search(text)
    return last is not None and len(text.split()) > 2  # noqa: PLR2004 - "Foo Bros."


def is_labelled_degree(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a line such as "Tertiary: Bachelor of Science" or "National Diploma: Human Resources" heads an entry."""
    if not LABELLED.match(text) or len(text.split()) > LONGEST_UNDATED or grammar.schooling.courses.match(text):
        return False
    return grammar.degrees.search(text)


def has_dates_at_edge(text: str, dates: FoundDates) -> bool:
    return len(text[: dates.start].split()) <= NEAR_EDGE * 2 and len(text[dates.end :].split()) <= NEAR_EDGE * 3


def is_sentence(text: str, dates: FoundDates, grammar: EntryGrammar) -> bool:
    """Prose that tells of a year: it begins as a sentence does, or runs on in small letters around the date."""
    if begins_with_verb(text, grammar) or text.split(maxsplit=1)[0].casefold() in SUBJECTS:
        return True
    before = text[: dates.start].rstrip()
    is_told_of = TOLD.search(before) is not None and len(before.split()) > FEWEST_OF_SENTENCE
    return is_told_of or (is_stopped(text) and len(before.split()) > FEWEST_OF_SENTENCE)


def begins_with_verb(text: str, grammar: EntryGrammar) -> bool:
    """A duty that nobody put a bullet before: "Wrote allocators in C++", but not "Registered Nurse"."""
    words = text.split()
    first = words[0].casefold() if words else ""
    if first in grammar.verbs:
        return True
    is_past = len(first) > SHORTEST_PAST and first.endswith("ed") and len(words) > 1
    fields = grammar.segments.fields
    return is_past and not fields.ranks.match(text) and not fields.titles.search(" ".join(words[:LONGEST_TITLE]))


def head_rows(own: SectionLines, span: range, grammar: EntryGrammar) -> Rows:
    """The rows of the heading that an entry begins with: behind the dates only what it lacks yet, or where it was."""
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    is_dated = False
    for position in span:
        text, dates = own.line(position).text, own.dates[position]
        if is_dated and not dates:
            if not is_field_below(own, span.start, position, grammar):
                break
        elif not own.is_head[position]:
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
    below = [own.line(position).text for position in span[len(head) : len(head) + LABELS_BELOW]]
    stated = [text for text in below if entry_label_of(text, grammar.segments) in FIELDS]
    return [*head, *((text, []) for text in stated if len(text.split()) <= LONGEST_HEAD)]


def is_description(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a short line is rather what was done than a field of the heading."""
    if entry_label_of(text, grammar.segments) is not None or is_place(text, grammar.segments.places):
        return False
    scores = score_field(text, grammar.segments.fields)
    return scores.other > max(scores.title, scores.organization, scores.degree, scores.study)
