"""Which lines of a section may belong to the heading of an entry: short ones that are neither duties, nor prose, nor lists."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.entry_starts import LONGEST_UNDATED, SectionLines
from skillgap.resume.head_parts import NAMED
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.segments import (
    COMMA,
    EDGE,
    STRONG,
    SegmentGrammar,
    begins_with_label,
    entry_label_of,
    without_dates,
)
from skillgap.resume.types import LogicalLine, SectionKind

NAMED_LINE = re.compile(r"^(?:\S+ ){0,4}\S+?(?:[:,(]\s?|\s[–—-]\s)\S")
"""A name of a few words with something behind it."""
NAME_END = re.compile(r"^(?:\S+ ){0,3}\S+?(?: \((?:[^()]*\d{4}[^()]*)\))?(?P<end>\s?:|\s[–—-])\s\S")
"""A project's name, its dates and what separates it from its description."""
FEWEST_NAMED = 2
LABEL_END = re.compile(r"\s*[:–—]|\s-\s")
TOLD = re.compile(r"\b(?:in|since|during|until|by|of|the|after|before|between)$", re.IGNORECASE)
AS_OF = re.compile(r"\b(?:as of|as at|updated|last update|stand|état au)[\s:]*$", re.IGNORECASE)
FEWEST_OF_SENTENCE = 5
"""Words before a date in prose."""
LONGEST_HEAD = 16
"""Words; a longer line is prose."""
LONGEST_DATED_HEAD = 34
LONGEST_SINGLE = 14
LONGEST_HEAD_LETTERS = 300
NEAR_EDGE = 9
"""Words that may stand before or behind the dates of a heading."""
MOST_COMMAS = 4
LONGEST_SMALL = 3
"""Words of a line in small letters that may be a name: "iPhone repairs"."""
LABELLED = re.compile(r"^[^\W\d_a-z][\w &/+'’-]{1,34}:(?:\s|$)")
SHORTEST_PAST = 4
LONGEST_TITLE = 5
"""Words within which a job's title has its noun: "Embedded Software Engineer"."""
SENTENCES = re.compile(r"[a-zà-ÿ]{4}\.\s+[A-ZÀ-Þ]")
STOPPED = re.compile(r"[a-zà-ÿ]{4,}[)\"”]?[.!]$|\d[a-zA-Z%]{0,2}[.!]$")
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


def section_lines(
    lines: Sequence[LogicalLine],
    numbers: Sequence[int],
    kind: SectionKind,
    grammar: EntryGrammar,
    *,
    is_day_first: bool,
) -> SectionLines:
    """Bullets may be headings only in a section none of whose other lines carries dates."""
    dates = [dates_in_head(lines[n], grammar.dates, kind, is_day_first=is_day_first) for n in numbers]
    if kind in NAMED and is_flat([lines[n] for n in numbers], grammar):
        return SectionLines(lines, numbers, dates, [True] * len(numbers), kind, is_flat=True)
    is_listed = not any(found and not lines[n].is_item for n, found in zip(numbers, dates, strict=True))
    is_head = [
        is_head_line(lines[n], found, grammar, kind, may_be_item=is_listed)
        for n, found in zip(numbers, dates, strict=True)
    ]
    if (
        kind is SectionKind.VOLUNTEERING
        and all(is_head)
        and is_list_of_posts([lines[n].text for n in numbers], dates, grammar)
    ):
        return SectionLines(lines, numbers, dates, is_head, kind, is_flat=True)
    named = named_lines([lines[n] for n in numbers], grammar) if kind in NAMED else frozenset()
    is_head = [head or position in named for position, head in enumerate(is_head)]
    kept = [found if head else [] for found, head in zip(dates, is_head, strict=True)]
    return SectionLines(lines, numbers, kept, is_head, kind, named=named)


def is_flat(lines: Sequence[LogicalLine], grammar: EntryGrammar) -> bool:
    """Projects of one line each: all bullets, or all names with a description behind a comma, a colon or a dash."""
    if not lines or len({line.is_item for line in lines}) > 1 or not all(NAMED_LINE.match(line.text) for line in lines):
        return False
    if any(is_told_of_project(line.text, grammar) for line in lines):
        return False
    return lines[0].is_item or not any(line.is_bold for line in lines[1:2] if not lines[0].is_bold)


def is_list_of_posts(texts: Sequence[str], dates: Sequence[Sequence[FoundDates]], grammar: EntryGrammar) -> bool:
    """Posts of one line each, "Treasurer, Boat Trust, 2011 – 2014", some perhaps without dates."""
    if len(texts) < FEWEST_NAMED or not dates[0]:
        return False
    parts = (
        [part for each in STRONG.split(without_dates(text, found, grammar.segments)) for part in COMMA.split(each)]
        for text, found in zip(texts, dates, strict=True)
    )
    if not all(sum(bool(part.strip(EDGE)) for part in each) > 1 for each in parts):
        return False
    undated = [text for text, found in zip(texts, dates, strict=True) if not found]
    return all(grammar.titles.search(text) and not is_stopped(text) for text in undated)


def named_lines(lines: Sequence[LogicalLine], grammar: EntryGrammar) -> frozenset[int]:
    """Lines such as "pgwhy — explains lock queues", where the section begins with one and more are set as it is."""
    ends = [NAME_END.match(line.text) for line in lines]
    first = ends[0] if ends else None
    if first is None:
        return frozenset()
    found = frozenset(
        position
        for position, (line, end) in enumerate(zip(lines, ends, strict=True))
        if end is not None
        and end["end"].strip() == first["end"].strip()
        and line.is_item == lines[0].is_item
        and line.is_bold == lines[0].is_bold
        and not is_told_of_project(line.text, grammar)
    )
    return found if len(found) >= FEWEST_NAMED and 0 in found else frozenset()


def is_told_of_project(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a line tells of a project instead of naming one: "Tools: C++", "Client: Acme", "Built an engine, …"."""
    if grammar.generic_labels.fullmatch(LABEL_END.split(text, maxsplit=1)[0]) or begins_with_verb(text, grammar):
        return True
    return begins_with_label(text, grammar.segments) and entry_label_of(text, grammar.segments) != "title"


def dates_in_head(
    line: LogicalLine, grammar: DateGrammar, kind: SectionKind, *, is_day_first: bool
) -> list[FoundDates]:
    """A line too long for a heading is not looked through."""
    if len(line.text) > LONGEST_HEAD_LETTERS:
        return []
    found = find_dates(line.text, grammar, is_day_first=is_day_first)
    return [each for each in found if not is_told(line.text, each, kind)]


def is_told(text: str, dates: FoundDates, kind: SectionKind) -> bool:
    """Say whether the date is one that a clause speaks of: "acquired by a competitor in 2017", but not "B.Sc. in 2017"."""
    before = text[: dates.start].rstrip()
    is_behind_word = kind is not SectionKind.EDUCATION and TOLD.search(before) is not None
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
    is_out = len(text) > LONGEST_HEAD_LETTERS or not text.strip() or (line.is_item and not (may_be_item and dates))
    if is_out:
        return False
    is_degree = kind is SectionKind.EDUCATION and bool(dates) and grammar.degrees.search(text)
    return (bool(dates) and is_dated_head(text, dates[0], grammar, is_degree=is_degree)) or is_undated_head(
        text, kind, grammar
    )


def is_dated_head(text: str, dates: FoundDates, grammar: EntryGrammar, *, is_degree: bool) -> bool:
    longest = LONGEST_DATED_HEAD if dates.range.start else LONGEST_SINGLE
    is_short = len(text.split()) <= longest and has_dates_at_edge(text, dates)
    return is_short and not is_sentence(text, dates, grammar, is_degree=is_degree)


def is_undated_head(text: str, kind: SectionKind, grammar: EntryGrammar) -> bool:
    words = len(text.split())
    if begins_with_label(text, grammar.segments):
        return words <= LONGEST_HEAD
    if kind is SectionKind.EDUCATION and is_labelled_degree(text, grammar):
        return True
    is_prose = begins_with_verb(text, grammar) or words > LONGEST_HEAD or is_stopped(text)
    is_list = LABELLED.match(text) is not None or text.endswith(":") or text.count(",") >= MOST_COMMAS
    is_rest = text[0].islower() and words > LONGEST_SMALL and not grammar.titles.search(text)
    return not (is_prose or is_list or is_rest)


def is_stopped(text: str) -> bool:
    """Say whether it ends as a sentence does, not with an abbreviation: "Saison." but not "Acme Ltd."."""
    last = STOPPED.search(text) if text.endswith((".", "!")) else None
    return last is not None and len(text.split()) > 2  # noqa: PLR2004 - "Foo Bros."


def is_labelled_degree(text: str, grammar: EntryGrammar) -> bool:
    """Say whether a line such as "Tertiary: Bachelor of Science" or "National Diploma: Human Resources" heads an entry."""
    if not LABELLED.match(text) or len(text.split()) > LONGEST_UNDATED or grammar.schooling.courses.match(text):
        return False
    return grammar.degrees.search(text)


def has_dates_at_edge(text: str, dates: FoundDates) -> bool:
    return len(text[: dates.start].split()) <= NEAR_EDGE * 2 and len(text[dates.end :].split()) <= NEAR_EDGE * 3


def is_sentence(text: str, dates: FoundDates, grammar: EntryGrammar, *, is_degree: bool) -> bool:
    """Prose that tells of a year: it begins as a sentence does, or runs on around the date, but for a degree's."""
    if begins_with_verb(text, grammar) or text.split(maxsplit=1)[0].casefold() in SUBJECTS:
        return True
    before = text[: dates.start].rstrip()
    is_told_of = TOLD.search(before) is not None and len(before.split()) > FEWEST_OF_SENTENCE
    return (is_told_of and not is_degree) or (
        is_stopped(text) and (len(before.split()) > FEWEST_OF_SENTENCE or SENTENCES.search(before) is not None)
    )


def begins_with_verb(text: str, grammar: EntryGrammar) -> bool:
    """A duty that nobody put a bullet before: "Wrote allocators in C++", but not "Registered Nurse"."""
    words = text.split()
    first = words[0].casefold() if words else ""
    if first in grammar.verbs:
        return True
    is_past = len(first) > SHORTEST_PAST and first.endswith("ed") and len(words) > 1
    fields = grammar.segments.fields
    return is_past and not fields.ranks.match(text) and not fields.titles.search(" ".join(words[:LONGEST_TITLE]))
