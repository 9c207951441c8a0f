"""Technical terms that a posting asks for and the taxonomy does not hold; a sure one is worth more than all of them."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from skillgap.postings.grammar import PostingGrammar, plain

WORD = re.compile(r"[^\W_][\w+#./'’-]*[\w+#]|[A-Z\d](?![\w'’&])")
TELLING = re.compile(r"[A-Z].*[A-Z]|[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|[+#]")
"""Two capitals, a capital within a word, a figure beside a letter."""
NAME_LIKE = re.compile(rf"^[A-ZÀ-ÖØ-Þ]|{TELLING.pattern}")
ASIDE = re.compile(r"\([^()]*\)")
JOINT = re.compile(r"[ -]")
VERSION = re.compile(r"\d+(?:\.\d+)*")
AMOUNT = re.compile(r"\d[\d.,]*(?:[kKmM+%xX]|st|nd|rd|th|[ap]m|[AP]M)?")
MOST_WORDS, MOST_TERMS = 4, 40
Span = tuple[int, int]


class Taken(Struct, frozen=True):
    """Where skills stand, and where their names do in whatever sense."""

    skills: Sequence[Span]
    names: Sequence[Span]

    def has(self, span: Span) -> bool:
        return overlaps(span, self.skills) or any(start <= span[0] and span[1] <= end for start, end in self.names)


def terms_in(
    text: str, taken: Taken, grammar: PostingGrammar, known: Collection[str], *, is_item: bool
) -> Iterator[str]:
    """Names and fields in a sentence that asks, where no skill stands; `known` are words that name none in this posting."""
    asides = [found.span() for found in ASIDE.finditer(text)]
    runs = [span for run in runs_of(text, grammar, known) if (span := term_of(run, text, is_item=is_item))]
    fields = [span for span in fields_of(text, grammar) if not taken.has(span)]
    names = [span for span in runs if not (taken.has(span) or overlaps(span, [*fields, *asides]))]
    yield from (text[start:end] for start, end in sorted([*fields, *names]))


def runs_of(text: str, grammar: PostingGrammar, known: Collection[str]) -> Iterator[list[re.Match[str]]]:
    """Words beside each other that are written as names, each run with a version behind it."""
    run: list[re.Match[str]] = []
    written_so = TELLING if grammar.capital_nouns.search(text) else NAME_LIKE
    for word in WORD.finditer(text):
        is_next = bool(run) and JOINT.fullmatch(text, run[-1].end(), word.start()) is not None
        is_kept = is_name(word, written_so, grammar, known) or (is_next and VERSION.fullmatch(word[0]) is not None)
        if run and not (is_next and is_kept):
            yield run
            run = []
        run += [word] if is_kept else []
    if run:
        yield run


def is_name(word: re.Match[str], written_so: re.Pattern[str], grammar: PostingGrammar, known: Collection[str]) -> bool:
    name = plain(word[0])
    parts = {name, name.removesuffix("'s"), name.removesuffix("s"), name.rstrip("+"), *re.split(r"[/-]", name)}
    is_plain = name in known or name in grammar.cues or not grammar.plain_words.isdisjoint(parts)
    return written_so.search(word[0]) is not None and not is_plain and not AMOUNT.fullmatch(word[0])


def term_of(run: Sequence[re.Match[str]], text: str, *, is_item: bool) -> Span | None:
    """Where a run is a term, without a capital that only begins a sentence; a whole item is one even so: "Figma"."""
    is_whole = is_item and text.strip() == text[run[0].start() : run[-1].end()]
    kept = run[1:] if begins_sentence(run[0], text) and not is_whole else run
    kept = kept[1:] if kept and VERSION.fullmatch(kept[0][0]) else kept
    return (kept[0].start(), kept[-1].end()) if 0 < len(kept) <= MOST_WORDS else None


def begins_sentence(word: re.Match[str], text: str) -> bool:
    before = ASIDE.sub("", text[: word.start()]).rstrip(" \"'“‘(–—•*-")
    return (not before or before.endswith((".", "!", "?", ":"))) and not TELLING.search(word[0])


def fields_of(text: str, grammar: PostingGrammar) -> Iterator[Span]:
    """Terms in small letters that end in the name of a field: "knowledge of survival analysis"."""
    start = 0
    for end in [*(found.span() for found in grammar.term_end.finditer(text)), (len(text), len(text))]:
        leads = [found.end() for found in grammar.term_lead.finditer(text, start, end[0])]
        first = leads[-1] if leads else start
        words = text[first : end[0]].split()
        is_short = 1 < len(words) <= MOST_WORDS and plain(words[0]) not in grammar.vague_words
        if is_short and grammar.field.search(text, first, end[0]):
            yield first, end[0]
        start = end[1]


def overlaps(span: Span, covered: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in covered)
