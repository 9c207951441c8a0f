"""What single lines of a section's entries say: the dates in them, and whether they tell what somebody did."""

import re

from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.forms import FormGrammar, compile_forms
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.segments import SegmentGrammar
from skillgap.resume.types import LogicalLine, SectionKind
from skillgap.taxonomy.words import Cues

TOLD = re.compile(r"\b(?:in|since|during|until|by|of|the|after|before|between)$", re.IGNORECASE)
AS_OF = re.compile(r"\b(?:as of|as at|updated|last update|stand|état au)[\s:]*$", re.IGNORECASE)
LONGEST_HEAD_LETTERS = 500
SHORTEST_PAST = 4
LONGEST_TITLE = 5
"""Words within which a job's title has its noun: "Embedded Software Engineer"."""
STOPPED = re.compile(r"[a-zà-ÿ]{4,}[)\"”]?[.!]$|\d[a-zA-Z%]{0,2}[.!]$")
SUBJECTS = {"i", "we", "my"}


class EntryGrammar(Struct, frozen=True):
    segments: SegmentGrammar
    schooling: DegreeGrammar
    internships: Lexicon
    generic_labels: Lexicon
    verbs: frozenset[str]
    forms: FormGrammar


def compile_entries(cues: Cues, segments: SegmentGrammar, schooling: DegreeGrammar) -> EntryGrammar:
    return EntryGrammar(
        segments=segments,
        schooling=schooling,
        internships=Lexicon(cues.internships),
        generic_labels=Lexicon(cues.generic_labels),
        verbs=frozenset(cues.clause_starts) - SUBJECTS,
        forms=compile_forms(cues),
    )


def dates_in_head(
    line: LogicalLine, grammar: DateGrammar, kind: SectionKind, *, is_day_first: bool
) -> list[FoundDates]:
    """A paragraph too long to be one of prose that begins with a post is not looked through."""
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


def is_stopped(text: str) -> bool:
    """Say whether it ends as a sentence does, not with an abbreviation: "Saison." but not "Acme Ltd."."""
    last = STOPPED.search(text) if text.endswith((".", "!")) else None
    return last is not None and len(text.split()) > 2  # noqa: PLR2004 - "Foo Bros."


def begins_with_verb(text: str, grammar: EntryGrammar) -> bool:
    """A duty that nobody put a bullet before: "Wrote allocators in C++", but not "Registered Nurse"."""
    words = text.split()
    first = words[0].casefold() if words else ""
    if first in grammar.verbs:
        return True
    is_past = len(first) > SHORTEST_PAST and first.endswith("ed") and len(words) > 1
    fields = grammar.segments.fields
    return is_past and not fields.ranks.match(text) and not fields.titles.search(" ".join(words[:LONGEST_TITLE]))
