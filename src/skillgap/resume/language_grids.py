"""Lines of tables of languages, as Europass sets them: a row each, a level of the European framework for each of its columns."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.loading import shipped_words

LEVEL = re.compile(r"(?<![\w/])(?:[ABC][12]\+?|[–—-](?=\s|$))(?![\w/])")
ROW = re.compile(rf"^\W*(?P<name>[^\W\d_][^\d:|]*?)[\s:|,;–—-]+(?P<levels>(?:{LEVEL.pattern}[\s|,;/]*){{2,}})$")
SPELLED = re.compile(rf"^\W*[^\W\d_][\w -]{{2,20}}\s*:\s*(?:[^\W\d_][^\d:,;]{{2,30}}\s{LEVEL.pattern}[\s|,;/]*){{2,}}$")
"""A row with its columns in it: "German: Listening C1, Reading B2"."""
ALONE = re.compile(rf"^(?:{LEVEL.pattern}[\s|,;/]*)+$")
KEY = re.compile(r"\bA1\b.*\bC2\b")
"""What the levels mean: "A1 and A2: Basic user; B1 and B2: Independent user; C1 and C2: Proficient user"."""
CELL = re.compile(r"\s{3,}|\t|\s*\|\s*")
WORD_BREAK = re.compile(r"[\s:*()]+")
FIRST_WORD = re.compile(r"[^\s:*()|]+")
LABEL_END = " \t:.–—-"
MOST_WORDS = 3
"""Of the name of a language."""
FEWEST_IN_KEY, FEWEST_COLUMNS = 4, 2
FARTHEST_ROW = 3
"""Lines from the name of a single column to the first row below it."""


class GridGrammar(Struct, frozen=True):
    columns: frozenset[str]
    first_words: frozenset[str]
    mother: tuple[str, ...]
    other: tuple[str, ...]
    fluency: re.Pattern[str]


@cache
def shipped_grids() -> GridGrammar:
    cues = shipped_words().cues
    columns = frozenset(word.casefold() for word in cues.language_skills)
    return GridGrammar(
        columns,
        frozenset(column.split()[0] for column in columns),
        tuple(sorted(map(str.casefold, cues.mother_tongues), key=len, reverse=True)),
        tuple(sorted(map(str.casefold, cues.other_languages), key=len, reverse=True)),
        re.compile(rf"(?:{alternatives(cues.fluencies)}|{LEVEL.pattern})", re.IGNORECASE),
    )


def in_grids(texts: Sequence[str]) -> list[bool]:
    """Which lines are of such a table: a language's levels, the columns above them, what stands in front of languages."""
    found = [is_row(text) or is_key(text) or labelled(text)[0] is not None for text in texts]
    for number, text in enumerate(texts):
        is_after = number > 0 and found[number - 1]
        if ALONE.match(text):
            is_below = number > 0 and is_name(texts[number - 1])
            found[number] = is_after or is_below
            found[number - 1] = found[number - 1] or is_below
        elif is_after and is_name(text) and labelled(texts[number - 1]) in {(True, ""), (False, "")}:
            found[number] = True
        elif columns := columns_in(text):
            is_above = any(map(is_row, texts[number + 1 : number + 1 + FARTHEST_ROW]))
            found[number] = len(columns) >= FEWEST_COLUMNS or is_after or is_above
    return found


def is_row(text: str) -> bool:
    return ROW.match(text) is not None or SPELLED.match(text) is not None


def is_key(text: str) -> bool:
    return KEY.search(text) is not None and len(LEVEL.findall(text)) >= FEWEST_IN_KEY


def columns_in(text: str) -> tuple[str, ...]:
    """The columns that a line of nothing else names."""
    grammar = shipped_grids()
    first = FIRST_WORD.search(text)
    if first is None or first[0].casefold() not in grammar.first_words:
        return ()
    found: list[str] = []
    for cell in filter(None, (each.strip(" *()") for each in CELL.split(text))):
        words = [word for word in WORD_BREAK.split(cell.casefold()) if word]
        start = 0
        while start < len(words):
            end = next((e for e in range(len(words), start, -1) if " ".join(words[start:e]) in grammar.columns), start)
            if end == start:
                return ()
            found.append(" ".join(words[start:end]))
            start = end
    return tuple(found)


def labelled(text: str) -> tuple[bool | None, str]:
    """Whether a label of mother tongues stands in front (of other languages: False, of none: None), and what is behind it."""
    grammar, small = shipped_grids(), text.casefold()
    for is_mother, labels in ((True, grammar.mother), (False, grammar.other)):
        for label in labels if small.startswith(labels) else ():
            rest = text[len(label) :]
            if small.startswith(label) and (not rest or (rest[0] in LABEL_END and not grammar.fluency.fullmatch(text))):
                return is_mother, rest.strip(LABEL_END)
    return None, text


def is_name(text: str) -> bool:
    """Say whether it may be the name of a language: a few words of letters."""
    return len(text.split()) <= MOST_WORDS and text.replace(" ", "").replace("-", "").isalpha()
