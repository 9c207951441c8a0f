"""A profile copied from a web page and pasted: without what the page said of itself, and each line once.

Browsers copy the text for screen readers along with what is drawn, so that each line comes twice, below itself or right behind.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

import msgspec
from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

FEWEST_NOTES = 2
"""Different lines of the page's own that make it such a page; buttons do not: "1st" may be a prize."""
FEWEST_DOUBLED, MOSTLY = 5, 0.25
"""Lines that come twice, and their share, that make it one."""
LONGEST_NOTE = 200
"""Letters of a line of the page's own, and of one with dates."""
SHORTEST_HALF = 3
"""Letters: "NN" is a word of its own."""
FARTHEST_NAME = 4
"""Lines from a picture to the name of whose it is."""
RANGE = re.compile(r"\s*(?:[-–—]|\bto\b|\bbis\b|\bà\b)\s*")
"""Screen readers are told "to" where a dash is drawn."""


class PageGrammar(Struct, frozen=True):
    """`notes` are whole lines of the page's own, `pictures` say of whom one is; `cuts` stand behind a text that is folded away."""

    notes: re.Pattern[str]
    buttons: re.Pattern[str]
    pictures: re.Pattern[str]
    cuts: re.Pattern[str]


def compile_pages(cues: Cues) -> PageGrammar:
    return PageGrammar(
        notes=lines_like(cues.page_notes),
        buttons=lines_like(cues.page_buttons),
        pictures=lines_like(cues.page_pictures),
        cuts=re.compile(rf"(?:…|\.\.\.|·)\s*(?:{alternatives(cues.page_cuts)})$", re.IGNORECASE),
    )


def lines_like(notes: Sequence[str]) -> re.Pattern[str]:
    """Whole lines; in the cues "#" is a number and "…" any words."""
    parts = {"#": r"\d[\d.,]*\+?", "…": r"(\S.{0,90}?)", " ": r"\s+"}
    patterns = ("".join(parts.get(part, re.escape(part)) for part in re.split(r"([#… ])", note)) for note in notes)
    return re.compile(rf"[\W_]*(?:{'|'.join(patterns) or r'(?!)'})[\W_]*", re.IGNORECASE)


def without_page(document: Document, grammar: PageGrammar) -> Document:
    """The document without the lines of the page's own; its text stays, so that every place in it does."""
    texts = [document.text_of(line) for line in document.lines]
    halves = [first_half(text) for text in texts]
    again = [are_same(*both) for both in pairwise(["", *texts])]
    is_doubled = sum(map(bool, halves)) + sum(again) >= max(FEWEST_DOUBLED, MOSTLY * len(texts))
    once = [half or text for half, text in zip(halves, texts, strict=True)] if is_doubled else texts
    notes = [is_note(once, number, grammar) for number in range(len(once))]
    if not is_doubled and len(set(compress(once, notes))) < FEWEST_NOTES:
        return document
    kept = [
        shortened(line, text, grammar)
        for line, text, is_own, is_again in zip(document.lines, once, notes, again, strict=True)
        if not is_own and not (is_doubled and is_again) and not grammar.buttons.fullmatch(text)
    ]
    return msgspec.structs.replace(document, lines=tuple(line for line in kept if line.end > line.start))


def is_note(texts: Sequence[str], number: int, grammar: PageGrammar) -> bool:
    text = texts[number]
    if len(text) > LONGEST_NOTE:
        return False
    picture = grammar.pictures.fullmatch(text)
    if picture is None:
        return grammar.notes.fullmatch(text) is not None
    name = next(filter(None, picture.groups()))
    return any(each.startswith(name) for each in texts[number + 1 : number + 1 + FARTHEST_NAME])


def are_same(before: str, text: str) -> bool:
    is_short = len(text) <= LONGEST_NOTE
    return before == text or (is_short and before[:1] == text[:1] and RANGE.sub("-", before) == RANGE.sub("-", text))


def first_half(text: str) -> str:
    """The half of what says the same twice, "ExperienceExperience"; else nothing."""
    middle = len(text) // 2
    return text[:middle] if middle >= SHORTEST_HALF and are_same(text[:middle], text[middle:]) else ""


def halves_of(document: Document) -> Iterator[tuple[int, int]]:
    """Spans of both halves of each line that says the same twice."""
    for line in document.lines:
        half = len(first_half(document.text_of(line)))
        if half:
            yield from ((line.start, line.start + half), (line.start + half, line.end))


def shortened(line: Line, text: str, grammar: PageGrammar) -> Line:
    """The line up to the end of the text, without its "…see more"."""
    end = line.start + len(grammar.cuts.sub("", text).rstrip())
    return line if end == line.end else msgspec.structs.replace(line, end=end, spans=())
