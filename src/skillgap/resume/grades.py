"""Grades of all countries: behind their label, or a part of a line by themselves."""

import re
from collections.abc import Iterator

from msgspec import Struct

from skillgap.resume.dates import alternatives
from skillgap.resume.lexicon import Lexicon
from skillgap.taxonomy.types import Cues

NUMBER = r"(?!(?:19|20)\d\d(?![\d.,]|\s*/))\d{1,4}(?:[.,:]\d{1,3})?"
SCALE = r"(?:\s*(?:/|out of|von|sur|de)\s*\d{1,4}(?:[.,]\d{1,2})?)"
FIGURES = rf"{NUMBER}\s?(?:%|{SCALE})?(?![\w.,]*\d)"
LETTER = r"[A-F](?:\s?[+-]|\*{1,2})?(?:\s\((?:plus|minus)\))?(?![\w'’])"
DIVISION = r"(?:\s*\((?:[^()]*\d[^()]*|[^()]{0,9}\b(?:upper|lower|division)\b[^()]{0,12})\))?"
"""What a grade in words may have in brackets behind it: "First Class (68%)"."""
SCHOOL_YEAR = r"(?!(?:grade|class|year|note|standard)\s+\d{1,2}(?![\d.,:/%]))"
""""Grade 12" is a year at school."""
GAP = re.compile(r"[,;|()\[\]–—•·⋅\t\n\"„“”:]|\s{2,}|\s-\s|(?<=[^\W\d_]{3})\.(?:\s|$)|\s(?=(?:with|mit|avec|con)\s)")
"""What parts of a line stand between."""
LEAD = re.compile(r"^\s*(?:(?:with|mit|avec|con|top|score|rank)\s+)?(?:an?\s+)?", re.IGNORECASE)
KEPT_LEAD = re.compile(r"^\s*top\s", re.IGNORECASE)
PLAIN_FIGURES = re.compile(
    rf"\d[.,]\d{{1,2}}|\d:\d|2H[12]|H[12]|\d{{1,4}}(?:[.,]\d{{1,2}})?{SCALE}|\d{{1,3}}(?:[.,]\d{{1,2}})?\s?%", re.IGNORECASE
)
ONE = r"(?:\d{1,2}\s?x?\s?)?[A-E](?:\*{1,3}|[+-])?(?:['’]?s)?"
LETTERS = re.compile(rf"(?<![\w*])(?:{ONE}(?:(?:,\s?|\s?/\s?|\s){ONE})+|\d{{1,2}}\s?[A-E]\*{{0,3}}s?|(?:[A-E]\*?){{3,7}})(?![\w*'’])")
"""Letters of several subjects: "6A*, 2A", "B, B, C", "AAAAB"."""
END_OF_PART = re.compile(r"\s*(?:$|[,;|()\[\]–—•·⋅\t.])")
FEW_WORDS = 3
"""Words that may stand before a label that does not begin its part."""


class GradeGrammar(Struct, frozen=True):
    """`labelled` finds a grade behind its label, `counted` one in front of its unit; `words` are grades by themselves."""

    labelled: re.Pattern[str]
    counted: re.Pattern[str]
    words: Lexicon


class FoundGrade(Struct, frozen=True):
    text: str
    start: int
    end: int


def compile_grades(cues: Cues) -> GradeGrammar:
    labels, words = alternatives(cues.entry_labels.get("grade", ())), alternatives(cues.grade_words)
    value = rf"(?:{FIGURES}|{LETTER}|(?:{words})(?!\w){DIVISION})"
    filler = r"(?-i:\s+\(?[a-z]+\)?){0,2}?"
    return GradeGrammar(
        labelled=re.compile(
            rf"(?<!\w){SCHOOL_YEAR}(?:{labels})\.?{filler}\s*(?:[:=–-]|of|is)?\s*\(?(?P<value>{value})(?:\s*(?:scale|points?))?", re.IGNORECASE
        ),
        counted=re.compile(rf"{FIGURES}\s*(?:{labels}|{alternatives(cues.grade_units)})(?!\w)(?:{SCALE})?", re.IGNORECASE),
        words=Lexicon(cues.grade_words),
    )


def find_grade(text: str, grammar: GradeGrammar, *, is_prose: bool = False) -> FoundGrade | None:
    """The first grade of a line; in prose, one that begins its part."""
    for match in grammar.labelled.finditer(text):
        before = text[: match.start()].rstrip()
        if not is_prose or len(before.split()) <= FEW_WORDS or GAP.fullmatch(before[-1]):
            return FoundGrade(match["value"].strip(), match.start(), match.end())
    letters = LETTERS.search(text)
    if letters is not None and stands_apart(text, letters.start(), letters.end()):
        return FoundGrade(letters[0], letters.start(), letters.end())
    return next((found for start, end in parts_of(text) if (found := grade_of_part(text, start, end, grammar))), None)


def stands_apart(text: str, start: int, end: int) -> bool:
    """Say whether it is a whole part of the line."""
    before = text[:start].rstrip()
    return (not before or GAP.fullmatch(before[-1]) is not None or before[-1] == ".") and END_OF_PART.match(text, end) is not None


def parts_of(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for gap in GAP.finditer(text):
        yield place, gap.start()
        place = gap.end()
    yield place, len(text)


def grade_of_part(text: str, start: int, end: int, grammar: GradeGrammar) -> FoundGrade | None:
    """A part that is a grade and nothing else; the brackets behind a grade in words belong to it."""
    part = text[start:end]
    lead = LEAD.match(part)
    bare = part[lead.end() if lead else 0 :].strip(" .")
    if not bare:
        return None
    figures = PLAIN_FIGURES.fullmatch(bare) or grammar.counted.fullmatch(bare)
    if figures is not None:
        kept = part.strip(" .") if KEPT_LEAD.match(part) else bare
        return FoundGrade(kept, start, end)
    words = re.sub(rf"\s*(?:{FIGURES})$|^(?:{FIGURES})\s+", "", bare)
    whole = part.strip(" .")
    if not grammar.words.fullmatch(words) and not grammar.words.fullmatch(whole):
        return None
    shown = whole if grammar.words.fullmatch(whole) else bare
    if text[:start].endswith((":", ".")) and re.search(r"\d[:.]$", text[:start]):
        return None
    more = re.compile(DIVISION).match(text, start + len(part.rstrip()))
    tail = more[0] if more else ""
    return FoundGrade(f"{shown}{tail}", start, (more.end() if more and tail else end))
