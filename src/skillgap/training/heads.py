"""Examples for the model that reads the headings of entries: from annotated résumés (the format: tests/resumes/README.md)."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from skillgap.evaluation.gold_resumes import HEADING, MARK
from skillgap.resume.atom_features import Weighed, around, atom_features, habit_features, weighed
from skillgap.resume.atoms import Atom, atoms_of
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.head_tagger import habit_of, link_of, others, parting
from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.tagging import NOTHING, Reading, fields_follow
from skillgap.training.sequences import MarkedUnits

POSTS, PROJECTS = {"experience", "volunteering", "military"}, {"projects", "open_source"}
FIELDS = {"title": "T", "organization": "O", "location": "L"}
LONGEST_BELOW = 16
"""Words of a line under a heading that a parser may take for a part of it."""
Span = tuple[int, int, int]
"""A row, and start and end in it."""


class Heading(Struct, frozen=True):
    rows: tuple[tuple[str, Sequence[FoundDates]], ...]
    spans: dict[str, Span]


class Entry:
    """The lines of an entry, and the line that stood above it outside any."""

    def __init__(self, above: str) -> None:
        self.above = above
        self.lines: list[str] = []
        self.employer = ""


def head_examples(paths: Sequence[Path], kinds: Container[str], grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    """One for each heading and its atoms' marks: as it stands alone, and among its section."""
    for path in paths:
        for section in sections(path, kinds):
            headings = [heading for entry in section if (heading := heading_of(entry, grammar)).rows]
            yield from section_examples(path.name, headings, grammar)


def section_examples(origin: str, headings: Sequence[Heading], grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    segments = grammar.entries.segments
    atoms = [weighed(atoms_of(heading.rows, segments), segments) for heading in headings]
    marks = [marks_of(own, heading) for own, heading in zip(atoms, headings, strict=True)]
    habits = [habit_of(own, read) for own, read in zip(atoms, marks, strict=True)]
    for position, (own, read, heading) in enumerate(zip(atoms, marks, headings, strict=True)):
        about = around(own, heading.rows)
        bases = [atom_features(own, number, about, segments) for number in range(len(own))]
        for habit in ([], others(habits, position)):
            units = MarkedUnits(
                origin=origin,
                features=[
                    [*base, *habit_features(habit, each, number)]
                    for number, (base, each) in enumerate(zip(bases, own, strict=True))
                ],
                marks=read,
                start=Reading(),
                link=link_of(own),
                follow=fields_follow(parting(own)),
            )
            if units.is_readable():
                yield units


def marks_of(atoms: Sequence[Weighed], heading: Heading) -> str:
    marks = ""
    for each in atoms:
        field = next((mark for name, mark in FIELDS.items() if is_in(each.atom, heading.spans.get(name))), NOTHING)
        marks += field.lower() if field != NOTHING and field in marks else field
    return marks


def is_in(atom: Atom, span: Span | None) -> bool:
    """Say whether most of the atom lies in the marked field."""
    if span is None or atom.row != span[0]:
        return False
    return 2 * (min(atom.end, span[2]) - max(atom.start, span[1])) > atom.end - atom.start


def sections(path: Path, kinds: Container[str]) -> list[list[Entry]]:
    """The entries of a source's sections of these kinds."""
    found: list[list[Entry]] = []
    entry: Entry | None = None
    kind, above = "", ""
    for line in path.read_text("utf-8").splitlines():
        if heading := HEADING.match(line):
            kind, entry, above = heading[1], None, ""
            found.append([])
        elif line.startswith("###") or line == "---":
            entry = Entry(above) if line != "---" and kind in kinds else None
            above = ""
            if entry is not None:
                found[-1].append(entry)
        elif line.startswith("= "):
            name, _, value = line[2:].partition(":")
            if entry is not None and name.strip() == "organization":
                entry.employer = value.strip()
        elif entry is not None and line.strip():
            entry.lines.append(line)
        elif entry is None:
            above = line or above
    return [section for section in found if section]


def heading_of(entry: Entry, grammar: ResumeGrammar) -> Heading:
    """The rows that hold marks and those between them, with the employer's line above and the first line below."""
    marked = [n for n, line in enumerate(entry.lines) if MARK.search(line)]
    if not marked:
        return Heading((), {})
    lines = [line for line in entry.lines[: marked[-1] + 1] if MARK.search(line) or not line.startswith("- ")]
    below = entry.lines[marked[-1] + 1 : marked[-1] + 2]
    lines += [line for line in below if not line.startswith("- ") and len(line.split()) <= LONGEST_BELOW]
    rows, spans = [], {}
    above, _ = printed(entry.above)
    if entry.employer and entry.employer in above:
        start = above.index(entry.employer)
        rows, spans = [above], {"organization": (0, start, start + len(entry.employer))}
    for line in lines:
        text, own = printed(line.removeprefix("- "))
        spans.update({name: (len(rows), *span) for name, span in own.items()})
        rows.append(text)
    return Heading(tuple((text, find_dates(text, grammar.dates)) for text in rows), spans)


def printed(line: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A source's line as it is printed, and where its marked fields stand."""
    text, spans, position = "", {}, 0
    for mark in MARK.finditer(line):
        text += line[position : mark.start()].replace(" >> ", "   ")
        value = mark[2].partition(" => ")[0]
        spans[mark[1]] = (len(text), len(text) + len(value))
        text, position = text + value, mark.end()
    return text + line[position:].replace(" >> ", "   "), spans
