"""Examples for the model that reads education entries: from annotated résumés (the format: tests/resumes/README.md)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from skillgap.resume.dates import find_dates
from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.schooling_features import Heading, link_features, word_features
from skillgap.resume.schooling_tagger import NO_HABIT, habit_of, habit_of_others, seen_heading
from skillgap.resume.schooling_words import Word
from skillgap.resume.tagging import NOTHING, with_seen
from skillgap.training.heads import MARK, Span, printed, sections
from skillgap.training.linear import Example

FIELDS = {"degree": "D", "field": "F", "organization": "O", "location": "L", "grade": "G"}
ROWS_BELOW = 2
MOST_ROWS = 8


def schooling_examples(paths: Sequence[Path], grammar: ResumeGrammar) -> Iterator[Example]:
    """One for each word and its mark; once as its entry stands alone, once among its section."""
    for path in paths:
        for section in sections(path, {"education"}):
            headings = [marked_heading(entry.lines, grammar) for entry in section]
            for features, mark in section_examples([each for each in headings if each[0].words]):
                yield Example(path.name, features, mark)


def section_examples(headings: Sequence[tuple[Heading, str]]) -> Iterator[tuple[list[str], str]]:
    habits = [habit_of(heading, marks) for heading, marks in headings]
    for position, (heading, marks) in enumerate(headings):
        own = [list(word_features(heading, number)) for number in range(len(marks))]
        for habit in (NO_HABIT, habit_of_others(habits, position)):
            seen = ""
            for number, mark in enumerate(marks):
                yield [*own[number], *link_features(heading, number, marks[:number], seen, habit)], mark
                seen = with_seen(seen, mark)


def marked_heading(lines: Sequence[str], grammar: ResumeGrammar) -> tuple[Heading, str]:
    """An entry's first lines, to a little below its last mark."""
    marked = [number for number, line in enumerate(lines) if MARK.search(line)]
    last = marked[-1] if marked else 0
    rows, spans = [], {}
    for line in lines[: last + 1 + ROWS_BELOW][:MOST_ROWS]:
        text, own = printed(line.removeprefix("- "))
        spans.update({name: (len(rows), *span) for name, span in own.items()})
        rows.append((text, find_dates(text, grammar.dates)))
    segments = grammar.entries.segments
    heading = seen_heading(rows, segments, grammar.entries.schooling)
    marks = ""
    for each in heading.words:
        mark = next((mark for name, mark in FIELDS.items() if is_in(each.word, spans.get(name))), NOTHING)
        marks += mark.lower() if mark != NOTHING and mark in marks else mark
    return heading, marks


def is_in(word: Word, span: Span | None) -> bool:
    return span is not None and word.row == span[0] and span[1] <= (word.start + word.end - 1) // 2 < span[2]
