"""Lists under a heading in words of its own that ask all the same: "The shape of you" over "You know C", "Experience with Git"."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.layout import PostingLine
from skillgap.postings.strengths import Sentence
from skillgap.taxonomy.words import PostingCue, PostingPart

ASKING = {PostingCue.ASKS, PostingCue.INSISTS}
FEWEST = 2
"""Items that ask; and they are at least half of the list."""


def with_asking_lists(lines: Sequence[PostingLine], grammar: PostingGrammar) -> list[PostingLine]:
    """The lines, and those of a list under no known heading as required where the list asks."""
    heads = 0
    numbered = []
    for line in lines:
        heads += line.is_heading
        numbered.append((heads, line))
    found: list[PostingLine] = []
    for (head, is_open), group in groupby(numbered, key=lambda each: (each[0], is_open_item(each[1]))):
        own = [line for _, line in group]
        asking = sum(asks(line, grammar) for line in own) if head and is_open else 0
        is_asked = asking >= FEWEST and asking * 2 >= len(own)
        found += [replace(line, part=PostingPart.REQUIRED) for line in own] if is_asked else own
    return found


def is_open_item(line: PostingLine) -> bool:
    return line.is_item and line.part is PostingPart.OPEN and not line.is_heading


def asks(line: PostingLine, grammar: PostingGrammar) -> bool:
    sentence = Sentence(line.text[line.start :], grammar)
    return sentence.telling in ASKING or grammar.years.search(line.text) is not None
