"""Examples for the model that reads education entries: from annotated résumés (the format: tests/resumes/README.md)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct

from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.schooling_features import Heading, link_features, word_features
from skillgap.resume.schooling_tagger import NO_HABIT, habit_of, habit_of_others, seen_heading
from skillgap.resume.schooling_words import Word
from skillgap.resume.tagging import NOTHING, with_seen
from skillgap.training.heads import MARK, Entry, Span, printed, sections
from skillgap.resume.dates import find_dates
from skillgap.training.linear import Example

FIELDS = {"degree": "D", "field": "F", "organization": "O", "location": "L", "grade": "G"}
SHARE_OF_OTHERS = 0.7
COPIES = 0
ROWS_BELOW = 2
MOST_ROWS = 8


def schooling_examples(paths: Sequence[Path], grammar: ResumeGrammar) -> Iterator[Example]:
    """One for each word and its mark; once as its entry stands alone, once among its section."""
    stock = stock_of(Path("training"))
    for path in paths:
        for section in sections(path, {"education"}):
            headings = [marked_heading(entry.lines, grammar) for entry in section]
            for features, mark in section_examples([each for each in headings if each[0].words]):
                yield Example(path.name, features, mark)
            chance = Random(path.name)
            for _ in range(COPIES):
                headings = [marked_heading(lines, grammar) for lines in varied(section, stock, chance)]
                for features, mark in section_examples([each for each in headings if each[0].words]):
                    yield Example(path.name, features, mark)


class Stock(Struct, frozen=True):
    """Fields by themselves, to put in the place of others."""

    fields: dict[str, tuple[str, ...]]


def stock_of(folder: Path) -> Stock:
    names = {"degree": "degrees", "field": "studies", "organization": "schools"}
    return Stock({field: tuple((folder / "fields" / f"{name}.txt").read_text("utf-8").splitlines()) for field, name in names.items()})


def varied(section: Sequence[Entry], stock: Stock, chance: Random) -> list[list[str]]:
    """The lines of a section's entries with other degrees, fields and schools in the places of theirs, some in another case."""
    case = chance.choices((str, str.lower, str.upper), (8, 2, 1))[0]

    def other(match: re.Match[str]) -> str:
        name, text = match[1], match[2]
        is_bound = name == "degree" and match.string[match.end() : match.end() + 4] in {" of ", " de "}
        if name in stock.fields and not is_bound and chance.random() < SHARE_OF_OTHERS:
            text = chance.choice(stock.fields[name])
        if name == "field" or case is str.upper:
            text = case(text) if name != "dates" else text
        return f"{{{name}: {text}}}"

    return [[MARK.sub(other, line) for line in entry.lines] for entry in section]


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
