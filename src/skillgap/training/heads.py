"""Examples for the model that reads the headings of entries: from annotated résumés (the format: tests/resumes/README.md)."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from skillgap.evaluation.gold_resumes import MARK, printed, printed_with_spans
from skillgap.resume.atom_features import around, atom_features, habit_features, weighed
from skillgap.resume.atoms import Atom, atoms_of
from skillgap.resume.breaks import break_among
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.head_tagger import follow_of, habit_of, link_of, others
from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.tagging import Reading, Span
from skillgap.training.sequences import MarkedUnits, marks_of
from skillgap.training.sources import Block, entries_of

POSTS, PROJECTS = {"experience", "volunteering", "military"}, {"projects", "open_source"}
FIELDS = {"title": "T", "organization": "O", "location": "L"}
LONGEST_BELOW = 16
"""Words of a line under a heading that a parser may take for a part of it."""


class Heading(Struct, frozen=True):
    rows: tuple[tuple[str, Sequence[FoundDates]], ...]
    spans: dict[str, Span]


def head_examples(paths: Sequence[Path], kinds: Container[str], grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    """One for each heading and its atoms' marks: as it stands alone, and among its section. The model never sees a career break."""
    for path in paths:
        for section in entries_of(path, kinds):
            headings = [heading for entry in section if (heading := heading_of(entry, grammar)).rows]
            posts = [each for each in headings if break_among(each.rows, grammar.entries.segments) is None]
            yield from section_examples(path.name, posts, grammar)


def section_examples(origin: str, headings: Sequence[Heading], grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    segments = grammar.entries.segments
    atoms = [weighed(atoms_of(heading.rows, segments), segments) for heading in headings]
    marks = [
        marks_of((field_of(each.atom, heading) for each in own), FIELDS)
        for own, heading in zip(atoms, headings, strict=True)
    ]
    among = others([habit_of(own, read) for own, read in zip(atoms, marks, strict=True)])
    for own, read, heading, habits in zip(atoms, marks, headings, among, strict=True):
        about = around(own, heading.rows)
        bases = [atom_features(own, number, about, segments) for number in range(len(own))]
        for habit in ([], habits):
            units = MarkedUnits(
                origin=origin,
                features=[
                    [*base, *habit_features(habit, each, number)]
                    for number, (base, each) in enumerate(zip(bases, own, strict=True))
                ],
                marks=read,
                start=Reading(),
                link=link_of(own),
                follow=follow_of(own),
            )
            if units.is_readable():
                yield units


def field_of(atom: Atom, heading: Heading) -> str | None:
    return next((name for name in FIELDS if is_in(atom, heading.spans.get(name))), None)


def is_in(atom: Atom, span: Span | None) -> bool:
    """Say whether most of the atom lies in the marked field."""
    if span is None or atom.row != span[0]:
        return False
    return 2 * (min(atom.end, span[2]) - max(atom.start, span[1])) > atom.end - atom.start


def heading_of(entry: Block, grammar: ResumeGrammar) -> Heading:
    """The rows that hold marks and those between them, with the employer's line above and the first line below."""
    marked = [n for n, line in enumerate(entry.lines) if MARK.search(line)]
    if not marked:
        return Heading((), {})
    lines = [line for line in entry.lines[: marked[-1] + 1] if MARK.search(line) or not line.startswith("- ")]
    below = entry.lines[marked[-1] + 1 : marked[-1] + 2]
    lines += [line for line in below if not line.startswith("- ") and len(line.split()) <= LONGEST_BELOW]
    rows, spans = [], {}
    above = printed(entry.above[-1]) if entry.above else ""
    if entry.employer and entry.employer in above:
        start = above.index(entry.employer)
        rows, spans = [above], {"organization": (0, start, start + len(entry.employer))}
    for line in lines:
        text, own = printed_with_spans(line.removeprefix("- "))
        spans.update({name: (len(rows), *span) for name, span in own.items()})
        rows.append(text)
    return Heading(tuple((text, find_dates(text, grammar.dates)) for text in rows), spans)
