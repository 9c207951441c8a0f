"""Times between posts that people print as if they were one: a career break, parental leave, a sabbatical."""

import re
from collections.abc import Sequence

from skillgap.resume.dates import FoundDates
from skillgap.resume.segments import EDGE, STRONG, SegmentGrammar, without_dates

PIECE = re.compile(rf"{STRONG.pattern}|[,:(]")
SLASH = re.compile(r"\s*/\s*")


def break_among(rows: Sequence[tuple[str, Sequence[FoundDates]]], grammar: SegmentGrammar) -> tuple[int, str] | None:
    """The row of a heading that has its first words, and the break that it names."""
    for number, (text, found) in enumerate(rows):
        bare = without_dates(text, found, grammar).strip(EDGE + "\n")
        if bare:
            named = break_in(bare, grammar)
            return (number, named) if named else None
    return None


def break_in(text: str, grammar: SegmentGrammar) -> str | None:
    """What a heading without its dates names, if that is a break and no employer stands behind it."""
    if not grammar.breaks.search(text):
        return None
    pieces = [piece.strip(EDGE + "()") for piece in PIECE.split(text)]
    kept = [piece for piece in pieces if piece and piece.casefold() not in grammar.labels]
    first, *others = kept or [""]
    is_break = any(names_break(part, grammar) for part in SLASH.split(first))
    return first if is_break and not any(names_employer(piece, grammar) for piece in others) else None


def names_break(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether it is a break with what it was for, and no post: "Maternity leave cover" is one."""
    found = grammar.breaks.match(text)
    return found is not None and (
        not text[found[1] :].strip(" .") or grammar.break_links.match(text, found[1]) is not None
    )


def names_employer(text: str, grammar: SegmentGrammar) -> bool:
    return grammar.fields.organizations.search(text) or grammar.fields.legal_forms.ends(text)
