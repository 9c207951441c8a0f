"""Examples for the model that reads education entries: from annotated résumés (the format: tests/resumes/README.md)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from skillgap.evaluation.gold_resumes import MARK, printed_with_spans
from skillgap.resume.atoms import Rows
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.schooling_features import Heading, word_features
from skillgap.resume.schooling_tagger import NO_HABIT, habit_of, habits_of_others, link_of, parting, seen_heading
from skillgap.resume.schooling_words import Word
from skillgap.resume.tagging import Reading, Span, fields_follow
from skillgap.training.sequences import MarkedUnits, marks_of
from skillgap.training.sources import Block, entries_of

FIELDS = {"degree": "D", "field": "F", "organization": "O", "location": "L", "grade": "G"}
KINDS = {"education"}
ROWS_BELOW = 2
MOST_ROWS = 8


def schooling_examples(paths: Sequence[Path], grammar: ResumeGrammar) -> Iterator[MarkedUnits]:
    """One for each entry as it stands alone, and one among its section."""
    for path in paths:
        for section in entries_of(path, KINDS):
            headings = [marked_heading(entry, grammar) for entry in section]
            for heading, marks, habit in among_others([each for each in headings if each[0].words]):
                units = MarkedUnits(
                    origin=path.name,
                    features=[list(word_features(heading, number)) for number in range(len(marks))],
                    marks=marks,
                    start=Reading(),
                    link=link_of(heading, habit),
                    follow=fields_follow(parting(heading)),
                )
                if units.is_readable():
                    yield units


def among_others(headings: Sequence[tuple[Heading, str]]) -> Iterator[tuple[Heading, str, str]]:
    among = habits_of_others([habit_of(heading, marks) for heading, marks in headings])
    for (heading, marks), usual in zip(headings, among, strict=True):
        for habit in dict.fromkeys((NO_HABIT, usual)):
            yield heading, marks, habit


def marked_heading(entry: Block, grammar: ResumeGrammar) -> tuple[Heading, str]:
    """An entry's first lines, to a little below its last mark."""
    lines = entry.lines
    marked = [number for number, line in enumerate(lines) if MARK.search(line)]
    last = marked[-1] if marked else 0
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    spans: dict[str, Span] = {}
    for line in lines[: last + 1 + ROWS_BELOW][:MOST_ROWS]:
        text, own = printed_with_spans(line.removeprefix("- "))
        spans.update({name: (len(rows), *span) for name, span in own.items()})
        rows.append((text, find_dates(text, grammar.dates)))
    if entry.employer and "organization" not in spans:
        spans.update(organization_above(rows, grammar))
    segments = grammar.entries.segments
    heading = seen_heading(rows, segments, grammar.entries.schooling)
    fields = (next((name for name in FIELDS if is_in(each.word, spans.get(name))), None) for each in heading.words)
    return heading, marks_of(fields, FIELDS)


def organization_above(rows: Rows, grammar: ResumeGrammar) -> dict[str, Span]:
    """Where it says that the school is the one of the entry above."""
    dittos = grammar.entries.schooling.dittos
    return next(({"organization": (n, *span)} for n, (text, _) in enumerate(rows) for span in dittos.find(text)), {})


def is_in(word: Word, span: Span | None) -> bool:
    return span is not None and word.row == span[0] and span[1] <= (word.start + word.end - 1) // 2 < span[2]
