"""The title of the post, as printed and without the employer."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from string import whitespace

from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.layout import PostingLine
from skillgap.taxonomy.words import PostingPart

LONGEST, MOST_WORDS = 120, 14
NEAR_TOP = 14
"""Lines among which a title stands that nothing marks as one."""
BAR, DASH = re.compile(r"\s+[|·•]\s+|\s{3,}|\s*\t\s*"), re.compile(r"\s+[–—-]\s+")
MARKS, HASHES = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`"), re.compile(r"^#{1,6}\s+")
PICTURES = "".join(map(chr, (*range(0x1F000, 0x1FB00), *range(0x2600, 0x27C0), 0xFE0F, 0x200D)))
PLACE_JOINT = re.compile(r"\s*[,/|;]\s*|\s+(?:or|and|oder|und)\s+")
TOWN = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}")
TOWN_AND_CODE = ("Duluth", "MN")
"""Whether or not the town is known."""
FEW = 2
"""Parts between dashes that are one title: "Engineer – Storage"."""
NO_TITLE = re.compile(r"\S@\S|://")
WORDS_BEFORE = re.compile(r"(?:[A-Z][\w+#/.&-]*(?:,? (?:of |and |& )?)){0,6}$")
UNTITLED = "Posting"


def title_of(lines: Sequence[PostingLine], grammar: PostingGrammar) -> str:
    """What a label or a heading says, else a line near the top, else the first words that name a post."""
    return next((title for title in titles(lines, grammar) if title), UNTITLED)


def titles(lines: Sequence[PostingLine], grammar: PostingGrammar) -> Iterator[str]:
    top = lines[:NEAR_TOP]
    headings = [line for line in lines if line.is_heading and line.part is PostingPart.OPEN]
    for line in top:
        if label := grammar.title_label.match(line.text):
            yield titled(line.text[label.end() :], grammar)
    for line in [*headings, *top]:
        if not line.is_item and not NO_TITLE.search(line.text):
            yield titled(line.text, grammar)
    for line in lines:
        nouns = list(grammar.titles.find(line.text))
        yield from (named_within(line.text, *noun) for noun in last_of_runs(nouns) if line.text[noun[0]].isupper())
    yield from (line.text[:LONGEST] for line in headings)


def titled(line: str, grammar: PostingGrammar) -> str:
    """The title in a line that is one, else nothing."""
    title = without_places(without_employer(without_marks(line), grammar), grammar)
    is_short = len(title) <= LONGEST and len(title.split()) <= MOST_WORDS
    is_one = is_short and not line.endswith((".", "!", "?")) and grammar.titles.search(title)
    return title if is_one else ""


def without_marks(text: str) -> str:
    """Without the stars and hashes of Markdown, and without little pictures at either end."""
    return MARKS.sub("", HASHES.sub("", text)).strip(f"{PICTURES}{whitespace}")


def without_places(title: str, grammar: PostingGrammar) -> str:
    """Without places behind the last dash or in brackets at the end: "Engineer - Hamburg, Vienna"."""
    *_, last = DASH.split(title) if DASH.search(title) else ("",)
    parts = [part.strip() for part in PLACE_JOINT.split(last) if part.strip()]
    is_in_state = len(parts) == len(TOWN_AND_CODE) and bool(TOWN.fullmatch(parts[0])) and parts[1] in grammar.codes
    if is_in_state or (parts and all(map(grammar.place.fullmatch, parts))):
        return title[: title.rindex(last)].rstrip(" –—-,")
    return title


def without_employer(text: str, grammar: PostingGrammar) -> str:
    """The part that names a post, of two between bars or three between dashes; up to "at Somewhere"."""
    parts = BAR.split(text)
    if len(parts) == 1 and len(DASH.split(text)) > FEW:
        parts = DASH.split(text)
    part = next((each for each in parts if grammar.titles.search(each)), text)
    employer = next(
        (found for found in grammar.employer.finditer(part) if grammar.titles.search(part[: found.start()])), None
    )
    return (part[: employer.start()] if employer else part).strip(" ,:;")


def last_of_runs(nouns: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of nouns with a space between them the last: "Driver Engineer"."""
    for noun, after in zip_longest(nouns, nouns[1:]):
        if after is None or after[0] != noun[1] + 1:
            yield noun


def named_within(text: str, start: int, end: int) -> str:
    """The words with capitals that end in the noun, in running text ("they're after a Firmware Engineer")."""
    before = WORDS_BEFORE.search(text[:start])
    return text[before.start() if before else start : end].strip(" .,")
