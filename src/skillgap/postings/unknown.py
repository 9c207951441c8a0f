"""Technical terms that a posting asks for and the taxonomy does not hold."""

import re
from collections.abc import Collection, Iterator, Sequence

from skillgap.postings.grammar import PostingGrammar, plain

TERM = re.compile(r"[^\W_][\w+#./'’-]*[\w+#]|[A-Z](?![\w'’])")
TELLING = re.compile(r"[A-Z].*[A-Z]|[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|[+#]")
"""Two capitals, a capital within a word, a figure beside a letter."""
JOINT = re.compile(r"[ -]")
VERSION = re.compile(r"\d+(?:\.\d+)*")
MOST_WORDS = 4
MOST_TERMS = 40
Span = tuple[int, int]


def terms_in(text: str, covered: Sequence[Span], grammar: PostingGrammar, known: Collection[str]) -> Iterator[str]:
    """Runs of words that look like names, where no skill stands; `known` are words in small letters that name none here."""
    run: list[re.Match[str]] = []
    for word in TERM.finditer(text):
        is_next = bool(run) and JOINT.fullmatch(text, run[-1].end(), word.start()) is not None
        is_kept = is_name(word, text, grammar, known) and not overlaps(word.span(), covered)
        is_version = is_next and VERSION.fullmatch(word[0]) is not None
        if run and not (is_next and (is_kept or is_version)):
            yield from whole_term(run, text)
            run = []
        if is_kept or (is_version and run):
            run.append(word)
    if run:
        yield from whole_term(run, text)


def whole_term(run: Sequence[re.Match[str]], text: str) -> Iterator[str]:
    """Give a run that is short enough; a single capitalised word is none where a sentence begins."""
    if len(run) <= MOST_WORDS and not (len(run) == 1 and begins_sentence(run[0], text)):
        yield text[run[0].start() : run[-1].end()]


def begins_sentence(word: re.Match[str], text: str) -> bool:
    before = text[: word.start()].rstrip(" \"'“‘(–—•*-")
    return (not before or before.endswith((".", "!", "?", ":"))) and not TELLING.search(word[0])


def is_name(word: re.Match[str], text: str, grammar: PostingGrammar, known: Collection[str]) -> bool:
    name = plain(word[0])
    if not word[0][0].isupper() and not TELLING.search(word[0]):
        return False
    parts = {name, name.removesuffix("'s"), name.rstrip("s"), *re.split(r"[/-]", name)}
    if name in known or grammar.plain_words & parts or name in grammar.cues:
        return False
    is_figure = word[0][0].isdigit() and len(word[0].rstrip("+")) <= len(name) and VERSION.match(name.rstrip("+%kmst"))
    is_money = text[max(0, word.start() - 1) : word.start()] in {"$", "€", "£"}
    return not (is_money or (is_figure and not name[-1].isalpha()))


def overlaps(span: Span, covered: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in covered)
