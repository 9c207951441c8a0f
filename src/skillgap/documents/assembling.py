"""From what a reader found to a `Document`: each line gets its place in one text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from skillgap.documents.causes import CAUSES
from skillgap.documents.disguises import shapeless
from skillgap.documents.glyphs import plain, with_plain_bullet
from skillgap.documents.hyphenation import with_whole_words
from skillgap.documents.types import (
    Document,
    DrawnLine,
    DrawnSpan,
    HiddenCause,
    HiddenText,
    Limits,
    Line,
    MediaType,
    ReaderResult,
    ReadingWarning,
    Span,
    WarningCode,
)

HIDDEN_SHOWN = 80
SAYS_SOMETHING = re.compile(r"[^\W_\ue000-\uf8ff]{2}")
"""A sign or a single letter that nobody sees says nothing."""


def document_of(result: ReaderResult, *, content: bytes, name: str, media_type: MediaType, limits: Limits) -> Document:
    """Put the lines together, up to the limit of characters; the text may be empty."""
    found = (*result.hidden, *shapeless_texts(result.lines))
    hidden = tuple(each for each in found if SAYS_SOMETHING.search(each.text))
    lines, text, cut_at = placed(with_whole_words(result.lines), limits.characters)
    warnings = [*result.warnings, *hidden_warnings(hidden)]
    if cut_at is not None:
        message = f"only the first {limits.characters:,} characters were read"
        warnings.append(ReadingWarning(WarningCode.TRUNCATED, message, cut_at))
    return Document(
        name=name,
        sha256=sha256(content).hexdigest(),
        media_type=media_type,
        reader=result.reader,
        pages=result.pages,
        text=text,
        lines=tuple(lines),
        hidden=hidden,
        running=result.running,
        links=result.links,
        warnings=tuple(warnings),
        record=result.record,
    )


def shapeless_texts(lines: Sequence[DrawnLine]) -> Iterator[HiddenText]:
    for line in lines:
        for text in shapeless(line.text) if not line.text.isascii() else ():
            yield HiddenText(text=text, cause=HiddenCause.SHAPELESS, page=line.page, box=line.box)


def placed(drawn_lines: Sequence[DrawnLine], most: int) -> tuple[list[Line], str, int | None]:
    """Return the lines, the text, and the page at which the limit cut it, if it did."""
    parts: list[str] = []
    lines: list[Line] = []
    length = 0
    for drawn in drawn_lines:
        pieces = cleaned(drawn)
        text = "".join(piece for piece, _ in pieces)
        if not text:
            continue
        separator = "" if not lines else "\n\n" if drawn.follows_gap else "\n"
        start = length + len(separator)
        kept = text[: max(0, most - start)].rstrip()
        if kept:
            length = start + len(kept)
            parts += (separator, kept)
            lines.append(line_of(drawn, pieces, start, length))
        if len(kept) < len(text):
            return lines, "".join(parts), drawn.page
    return lines, "".join(parts), None


def cleaned(drawn: DrawnLine) -> list[tuple[str, DrawnSpan | None]]:
    """The line's text in pieces of one style, without spaces at its ends; one piece without a span where the style is one."""
    if not drawn.spans:
        return [(plain(with_plain_bullet(drawn.text)).strip(), None)]
    pieces: list[tuple[str, DrawnSpan | None]] = []
    for number, span in enumerate(drawn.spans):
        text = plain(span.text if number else with_plain_bullet(span.text))
        if text := text if pieces else text.lstrip():
            pieces.append((text, span))
    while pieces and not (text := pieces[-1][0].rstrip()):
        pieces.pop()
    return [*pieces[:-1], (text, pieces[-1][1])] if pieces else []


def line_of(drawn: DrawnLine, pieces: Sequence[tuple[str, DrawnSpan | None]], start: int, end: int) -> Line:
    return Line(
        start=start,
        end=end,
        page=drawn.page,
        box=drawn.box,
        font_size=drawn.font_size,
        is_bold=drawn.is_bold,
        heading_level=drawn.heading_level,
        is_whole=drawn.is_whole,
        follows_gap=drawn.follows_gap,
        spans=tuple(spans_of(drawn, pieces, start, end)),
        field=drawn.field,
        indent=drawn.indent,
    )


def spans_of(drawn: DrawnLine, pieces: Sequence[tuple[str, DrawnSpan | None]], start: int, end: int) -> Iterator[Span]:
    for text, span in pieces:
        style = span or drawn
        yield Span(
            start=start,
            end=min(end, start + len(text)),
            box=style.box,
            font_size=style.font_size,
            is_bold=style.is_bold,
            color=style.color,
        )
        start += len(text)
        if start >= end:
            return


def hidden_warnings(hidden: Sequence[HiddenText]) -> Iterator[ReadingWarning]:
    """One a page: how it begins and why nobody can see it."""
    for page in sorted({each.page for each in hidden}):
        here = [each for each in hidden if each.page == page]
        shown = " ".join(" ".join(plain(each.text).split()) for each in here).strip()
        if shown:
            beginning = shown[:HIDDEN_SHOWN] + ("…" if len(shown) > HIDDEN_SHOWN else "")
            causes = "; ".join(CAUSES[cause] for cause, _ in Counter(each.cause for each in here).most_common())
            message = f"text that nobody can see ({causes}) was left out: {beginning}"
            yield ReadingWarning(WarningCode.HIDDEN_TEXT, message, page)
