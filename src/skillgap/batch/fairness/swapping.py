"""A résumé with its identity exchanged: the same lines in the same places on the page, saying another name, school or age.

Where a page says who somebody is, the redactor knows (`skillgap.resume.redacting`). Lines, boxes and all else stay as they were.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from skillgap.batch.fairness.swap_values import Stretch, Swap, new_value
from skillgap.batch.fairness.swap_words import SwapWords
from skillgap.batch.fairness.swapped_names import OwnName, own_name, swapped_address
from skillgap.batch.fairness.types import SwapKind
from skillgap.documents.types import Document, Line, Span
from skillgap.resume.parsing import Parsed
from skillgap.resume.redacted_text import RedactedText, Redaction, replaced
from skillgap.resume.redacting import RedactionGrammar, redactor_for
from skillgap.resume.redacting_names import person_words

NAMES = 4
"""Tried on each résumé."""
TITLE = re.compile(r"(?:mrs?|ms|miss|sir|madam)(?!\w)", re.IGNORECASE)


class Identity(Struct, frozen=True):
    """Where a document says who somebody is: in its text, and in each of its running headers and footers."""

    stretches: tuple[Stretch, ...]
    running: tuple[tuple[Stretch, ...], ...]
    own: OwnName | None


def identity_in(document: Document, parsed: Parsed, grammar: RedactionGrammar) -> Identity:
    """Find what the redactor would replace, with the names of schools."""
    redactor = redactor_for(parsed.resume, parsed.contact, grammar, schools=True)
    running = [(each.text, redactor.redacted(each.text).redactions) for each in document.running]
    ends = sorted({end for line in document.lines for end in (line.end, *(span.end for span in line.spans))})
    found = redactor.redacted_document(document, parsed.resume).redactions
    words = person_words(parsed.resume, parsed.contact, grammar.personal.details, grammar.names)
    return Identity(
        tuple(stretches_of(document.text, found, ends)),
        tuple(tuple(stretches_of(text, own, ())) for text, own in running),
        own_name(parsed.contact, words),
    )


def stretches_of(text: str, found: Iterable[Redaction], ends: Sequence[int]) -> Iterator[Stretch]:
    """What goes over the end of a line or of a style is several stretches; a title in front of a name is one of its own."""
    for each in found:
        starts = [each.start, *ends[bisect_right(ends, each.start) : bisect_right(ends, each.end - 1)]]
        for start, end in zip(starts, [*starts[1:], each.end], strict=True):
            title = TITLE.match(text, start, end) if each.replacement == "[name]" else None
            if title:
                yield Stretch(start, title.end(), title[0], "title")
            yield from trimmed(text, title.end() if title else start, end, each.replacement)


def trimmed(text: str, start: int, end: int, placeholder: str) -> Iterator[Stretch]:
    """Without spaces and line breaks at its ends."""
    own = text[start:end].strip()
    if own:
        first = text.index(own, start)
        yield Stretch(first, first + len(own), own, placeholder)


def swaps_for(identity: Identity, words: SwapWords, sha256: str) -> Iterator[Swap]:
    """Every exchange that there is something for: some names, each other kind once, and all together."""
    kinds = {each.kind for each in identity.stretches}
    first, *others = words.persons_for(sha256, NAMES + 1)
    for kind in SwapKind:
        if kind is SwapKind.NAME and kind in kinds:
            yield from (Swap(kind, person) for person in others)
        elif kind in kinds or (kinds and kind is SwapKind.EVERYTHING):
            yield Swap(kind, first)


def swapped(document: Document, identity: Identity, swap: Swap, words: SwapWords) -> Document:
    """The document with this exchanged, every line and span where its text stands now."""

    def exchanged(text: str, stretches: Iterable[Stretch]) -> RedactedText:
        return replaced(
            text,
            [
                Redaction(each.start, each.end, new_value(each, identity.own, swap.person, words, document.sha256))
                for each in stretches
                if swap.takes(each)
            ],
        )

    text = exchanged(document.text, identity.stretches)
    running = (exchanged(each.text, own).text for each, own in zip(document.running, identity.running, strict=True))
    return replace(
        document,
        text=text.text,
        lines=tuple(moved(line, text) for line in document.lines),
        running=tuple(replace(each, text=new) for each, new in zip(document.running, running, strict=True)),
        links=tuple(replace(each, target=swapped_target(each.target, identity.own, swap)) for each in document.links),
    )


def swapped_target(target: str, own: OwnName | None, swap: Swap) -> str:
    is_named = swap.kind in {SwapKind.NAME, SwapKind.EVERYTHING}
    return swapped_address(target, own, swap.person) if is_named and own is not None else target


def moved(line: Line, text: RedactedText) -> Line:
    spans = tuple(moved_span(span, text) for span in line.spans)
    return replace(line, start=text.place(line.start), end=text.place(line.end), spans=spans)


def moved_span(span: Span, text: RedactedText) -> Span:
    return replace(span, start=text.place(span.start), end=text.place(span.end))
