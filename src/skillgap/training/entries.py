"""Examples for the model that finds entries: annotated résumés, each line of whose sections is given the role that its author marked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from skillgap.documents.types import Document
from skillgap.evaluation.gold_resumes import FLUSH, MARK, printed
from skillgap.evaluation.printed_places import Placed, key_of, placed
from skillgap.resume.dates import find_dates
from skillgap.resume.entries import WITH_ENTRIES
from skillgap.resume.entry_lines import dates_in_head
from skillgap.resume.line_features import SeenLine, line_features, seen_lines, sight_of
from skillgap.resume.line_roles import (
    Reading,
    follow_of,
    habit_features,
    habits_of,
    link_of,
)
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.roles import BODY, EMPLOYER, OUTSIDE, START
from skillgap.resume.roles import HEADING as HEADING_LINE
from skillgap.resume.types import LogicalLine, SectionKind
from skillgap.training.sequences import MarkedUnits
from skillgap.training.sources import blocks_of

FIELDS = {"title", "organization", "location", "dates", "degree", "field"}
"""Marks that make a line one of the heading."""


def role_examples(document: Document, source: Path, grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    """One for each section, its lines with their roles: as it is read first, and with its habits."""
    resume = parse_resume(document, grammar).resume
    roles = gold_roles(source, document, resume.lines, grammar)
    for number, section in enumerate(resume.sections):
        if section.kind not in WITH_ENTRIES:
            continue
        positions = [n for n, line in enumerate(resume.lines) if line.section == number]
        own = [resume.lines[n] for n in positions]
        dates = [dates_in_head(line, grammar.dates, section.kind, is_day_first=True) for line in own]
        read = completed("".join(roles.get(n, OUTSIDE) for n in positions))
        yield from section_examples(source.name, seen_lines(own, dates, grammar.entries), read, section.kind)


def section_examples(origin: str, lines: Sequence[SeenLine], roles: str, kind: SectionKind) -> Iterator[MarkedUnits]:
    sight = sight_of(lines, kind)
    for habits in (None, habits_of(lines, roles)):
        units = MarkedUnits(
            origin=origin,
            features=[
                [*line_features(lines, position, sight), *habit_features(lines, position, habits)]
                for position in range(len(lines))
            ],
            marks=roles,
            start=Reading(),
            link=link_of(lines),
            follow=follow_of(lines, kind),
        )
        if units.is_readable():
            yield units


def completed(roles: str) -> str:
    """What is marked as nothing behind an entry's beginning is of that entry; what continues one begun elsewhere begins it here."""
    found = ""
    for role in roles:
        is_begun = bool(found) and found[-1] != OUTSIDE
        if role == OUTSIDE:
            found += BODY if is_begun else OUTSIDE
        else:
            found += START if role in {HEADING_LINE, BODY} and not is_begun else role
    return found


def gold_roles(
    source: Path, document: Document, lines: Sequence[LogicalLine], grammar: ResumeGrammar
) -> dict[int, str]:
    """The roles of the lines that a source's entries have, by their numbers."""
    finder = LineFinder(document, lines)
    roles: dict[int, str] = {}
    outside: dict[str, int] = {}
    for block in blocks_of(source):
        texts = [printed(line.removeprefix("- ")) for line in block.lines]
        found = [finder.numbers(text) for text in texts]
        if not block.is_entry:
            outside.update((text, own[0]) for text, own in zip(texts, found, strict=True) if own)
            continue
        own = {
            n: HEADING_LINE
            for line, numbers in zip(block.lines, found, strict=True)
            if is_marked(line)
            for n in numbers
        }
        own |= {numbers[0]: BODY for numbers in found if numbers and numbers[0] not in own}
        if not own:
            continue
        first = min(own)
        roles |= {n: role for n, role in own.items() if roles.get(n) not in {START, HEADING_LINE}} | {first: START}
        employer = printed(block.above[0].removeprefix("- ")) if block.above else ""
        above = outside.get(employer, first)
        if above < first and block.employer and block.employer in employer:
            is_dated = bool(find_dates(employer, grammar.dates))
            roles.setdefault(above, EMPLOYER if is_dated else START)
            roles[first] = HEADING_LINE if roles[above] == START else START
    return roles


def is_marked(line: str) -> bool:
    return any(mark[1] in FIELDS for mark in MARK.finditer(line))


class LineFinder:
    """Finds printed lines among logical ones, each occurrence once, those at the beginning of a line first."""

    def __init__(self, document: Document, lines: Sequence[LogicalLine]) -> None:
        self.text: Placed = placed(document)
        self.beginnings = {line.start for line in lines}
        self.pieces = sorted((piece.start, piece.end, n) for n, line in enumerate(lines) for piece in line.pieces)
        self.starts = [start for start, _, _ in self.pieces]
        self.used: set[int] = set()

    def numbers(self, text: str) -> list[int]:
        """Numbers of the logical lines that a printed line stands in."""
        places = self.places(text) or [place for part in text.split(FLUSH) for place in self.places(part)]
        return list(dict.fromkeys(n for place in places if (n := self.number_at(place)) is not None))

    def places(self, text: str) -> list[int]:
        key, letters = key_of(text), self.text.letters
        free = [n for n in occurrences(key, letters) if n not in self.used] if key else []
        start = next((n for n in free if self.text.places[n] in self.beginnings), free[0] if free else None)
        if start is None:
            return []
        self.used.add(start)
        return list(self.text.places[start : start + len(key)])

    def number_at(self, place: int) -> int | None:
        position = bisect_right(self.starts, place) - 1
        if position < 0:
            return None
        _, end, number = self.pieces[position]
        return number if place < end else None


def occurrences(key: str, letters: str) -> Iterator[int]:
    start = letters.find(key)
    while start >= 0:
        yield start
        start = letters.find(key, start + 1)
