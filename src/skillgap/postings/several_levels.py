"""A posting for several career levels, each with a heading of its own: it asks for the lowest; what the others add is an advantage."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from skillgap.postings.examples import BRACKETS
from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.layout import PostingLine
from skillgap.postings.seniority import LADDER, years_in
from skillgap.taxonomy.types import CareerLevel
from skillgap.taxonomy.words import PostingPart

FEWEST = 2
"""Headings of different levels; the heading of one alone says what the posting is."""
MOST_WORDS = 5
"""Of a line that heads a list and does not look like a heading."""
Place = tuple[str, int]
"""A scale, that of our levels or the employer's own numbers, and where on it."""
OURS, THEIRS = "level", "number"


def with_lowest_level(
    lines: Sequence[PostingLine], grammar: PostingGrammar
) -> tuple[list[PostingLine], CareerLevel | None]:
    """The lines, with what only higher levels must have as preferred, and the lowest level where a heading names it."""
    places = list(places_of(lines, grammar))
    asked = {
        place for place, line in zip(places, lines, strict=True) if place and is_asked(line) and not line.is_heading
    }
    scales = {scale for scale, _ in asked}
    if len(asked) < FEWEST or len(scales) > 1:
        return list(lines), None
    lowest = min(asked)
    softened = [
        replace(line, part=PostingPart.PREFERRED) if place and place > lowest and is_asked(line) else line
        for place, line in zip(places, lines, strict=True)
    ]
    return softened, LADDER[lowest[1]] if OURS in scales else None


def is_asked(line: PostingLine) -> bool:
    return line.part is PostingPart.REQUIRED


def places_of(lines: Sequence[PostingLine], grammar: PostingGrammar) -> Iterator[Place | None]:
    """For each line the level whose heading it stands under; one right below such a heading goes on with it."""
    place, is_begun = None, False
    for line, after in zip_longest(lines, lines[1:]):
        heads = line.is_heading or heads_list(line, after)
        if heads:
            own = place_of(line.text, grammar)
            place = own or (None if is_begun and line.is_heading else place)
        is_begun = not heads
        yield place


def heads_list(line: PostingLine, after: PostingLine | None) -> bool:
    """A few words right over a list: "Senior Engineer (5+ years)"."""
    is_over = after is not None and after.is_item and not line.is_item
    return (
        is_over and len(BRACKETS.sub("", line.text).split()) <= MOST_WORDS and not line.text.endswith((".", ",", ";"))
    )


def place_of(heading: str, grammar: PostingGrammar) -> Place | None:
    """By the words for one of our levels, else by the employer's number, else by years in brackets: "Engineer (0-2 years)"."""
    named = {level for level, words in grammar.level_headings if words.search(heading)}
    if named:
        return (OURS, LADDER.index(named.pop())) if len(named) == 1 else None
    if number := grammar.level_number.search(heading):
        return THEIRS, int(number["number"])
    years = [each for aside in BRACKETS.findall(heading) for each in years_in(aside, grammar)]
    return (OURS, LADDER.index(CareerLevel.JUNIOR)) if years == [0] else None
