"""Lists whose lines end in a mark: "Experience of Perl  D" under "Essential / Desirable", and "(E)"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.postings.layout import PostingLine
from skillgap.postings.parts import ASKED
from skillgap.taxonomy.words import PostingPart

MARK = re.compile(r"(?:\s{2,}|\s+[|–—-]\s*|\s*[(\[])(?P<mark>[A-Z])\d{0,2}[)\]]?\s*$")
"""Apart from the words before it: "Programming in C" has none."""
WORD = re.compile(r"[^\W\d_]+")
JOINT = re.compile(r"\s*(?:\(\w\)\s*)?(?:[/,|;&]|\b(?:and|or)\b)\s*(?:\w\s*[=:–—-]\s*)?|\s{2,}", re.IGNORECASE)
"""Between the two words of a legend; "Desirable competencies" is none."""
FEWEST = 2
"""Lines with a mark."""


def with_marks(lines: Sequence[PostingLine], grammar: PostingGrammar) -> list[PostingLine]:
    """The lines, those with a mark as required or preferred and without it; marks are the initials of what a legend names."""
    legends = (marks_of(line, grammar) for line in lines)
    parts = next((found for found in legends if sorted(found.values()) == sorted(ASKED)), {})
    marked = [MARK.search(line.text) if line.part in ASKED else None for line in lines]
    if not parts or sum(found is not None and found["mark"] in parts for found in marked) < FEWEST:
        return list(lines)
    return [
        replace(line, part=parts[found["mark"]], text=line.text[: found.start()])
        if found and found["mark"] in parts
        else line
        for line, found in zip(lines, marked, strict=True)
    ]


def marks_of(line: PostingLine, grammar: PostingGrammar) -> dict[str, PostingPart]:
    """Of a line that ends in "Essential / Desirable" or is "E = essential, D = desirable": the initials, and what they say."""
    words = [(found, grammar.headings.get(plain(found[0]))) for found in WORD.finditer(line.text)]
    asking = [(found, part) for found, part in words if part in ASKED]
    if len(asking) != len(ASKED) or not JOINT.fullmatch(line.text, asking[0][0].end(), asking[1][0].start()):
        return {}
    is_end = all(len(found[0]) == 1 for found in WORD.finditer(line.text, asking[1][0].end()))
    return {found[0][0].upper(): part for found, part in asking if part} if is_end else {}
