"""Grades of all countries: behind their label, or a part of a line by themselves."""

import re
from collections.abc import Iterator

from msgspec import Struct

from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

NUMBER = r"(?!(?:19|20)\d\d(?![\d.,]|\s*/\s*\d{3}))\d{1,4}(?:[.,:]\d{1,3})?"
SCALE = r"(?:\s*(?:/|out of|of|von|sur|de|su|av)\s*\d{1,4}(?:[.,]\d{1,2})?)"
FIGURES = rf"{NUMBER}\s?(?:%|{SCALE})?(?![\w.,]*\d)"
SIGN = r"(?:\s\((?:plus|minus)\))?(?![\w'’])"
LETTER = rf"(?<!\w)(?-i:[A-F])(?:\s?[+-]|\*{{1,2}})?{SIGN}"
DIVISION = r"(?:\s*\((?:[^()]*\d[^()]*|[^()]{0,9}\b(?:upper|lower|division)\b[^()]{0,12})\))?"
"""What a grade in words may have in brackets behind it: "First Class (68%)"."""
SCHOOL_YEAR = re.compile(r"(?:grade|class|year|note|standard)\s+\d{1,2}(?!\d|[.,:/]\d|%)", re.IGNORECASE)
""""Grade 12" is a year at school."""
BREAK = r"[,;|()\[\]–—•·⋅\t\n\"„“”]"
LEAD = r"(?:with|mit|avec|con|rank|ranked|rang|score)"
BEFORE = re.compile(
    rf"(?:^|{BREAK}|\s{{2,}}|:\s|\s-\s|(?<=[^\W\d_])\.\s)\s*(?P<lead>(?:{LEAD}\s+)?(?:an?\s+)?)(?P<top>top\s+)?$"
    rf"|\s(?P<inner>{LEAD}\s+)$",
    re.IGNORECASE,
)
LEADS = re.compile(rf"{LEAD}\s", re.IGNORECASE)
BEHIND = re.compile(
    rf"\s*\.?(?:\s(?:in|im|en))?(?:\s*$|{BREAK}|\s{{2,}}|\.\s|\s-\s|\s(?:in|im|en)\s{{2,}})", re.IGNORECASE
)
"""What stands before and behind a grade that is a part of its line."""
SUBJECT = r"(?:\d{1,2}\s?x?\s?)?[A-E](?:\*{1,3}|[+-])?(?:['’]?s)?"
PLAIN = re.compile(
    r"(?<![\w.,:/])(?:"
    r"\d[.,:]\d{1,2}(?![\d.,:/]|\s*(?:%|/|out of))"
    rf"|2H[12]|H[12]|(?!\d{{4}}/\d\d(?!\d)){NUMBER}{SCALE}"
    r"|\d{1,3}(?:[.,]\d{1,2})?\s?%"
    rf"|[A-E][+-]{SIGN}|{SUBJECT}(?:(?:,\s?|\s?/\s?|\s){SUBJECT})+|\d{{1,2}}\s?[A-E]\*{{0,3}}s?"
    r"|(?=[A-D*]{3,8}(?![\w*]))(?=[A-D*]*(?:AA|BB|CC|DD|A\*))(?:A\*?)*B*C*D*"
    r")(?![\w*'’])"
)
"""Figures and letters that are a grade where nothing else is in their part: "2:1", "1009/1100", "81%", "6A*, 2A", "AAB"."""
OF_SUBJECT = r"[^\W\d_][^\W\d_]*(?:[ &/-]+[^\W\d_]+){0,3}\s*:?\s(?:[A-GU]\*{0,3}[+-]?|[1-9])"
OF_SUBJECTS = re.compile(rf"{OF_SUBJECT}(?:\s*[,;]\s*{OF_SUBJECT})+(?=\s*\.?\s*$)")
"""Subjects with a grade each: "Maths D, English Language C"."""
WITH = re.compile(r"\s+(?:with|mit|avec|con|and|und|et|y)\s+", re.IGNORECASE)
ASIDE = re.compile(r"\s*\(([^()]*)\)")
FIGURES_BEHIND = re.compile(rf"\s+{FIGURES}|{DIVISION}", re.IGNORECASE)
SHARE_AT_END = re.compile(r"(?<=\s)\d{2}(?:[.,]\d{1,2})?\s?%$")
BEHIND_LABEL = re.compile(r"\.?\s*(?:[:=–-]|of(?!\w)|is(?!\w))?\s*\(?", re.IGNORECASE)
VALUE = re.compile(
    rf"(?:(?!top)(?-i:[a-z]+)(?!\w)\)?\s+){{0,2}}?(?:[:=–-]\s*|of\s)?\(?(?P<value>{FIGURES}|{LETTER})(?:\s*(?:scale|points?)(?!\w))?",
    re.IGNORECASE,
)
"""The value behind a label, with a word or two between: "Average so far 9.7"."""
FEW_WORDS = 3
"""Words that may stand before a label that does not begin its part."""


class GradeGrammar(Struct, frozen=True):
    """A grade stands behind one of the `labels`, or in front of its unit (`counted`); `words` are grades by themselves."""

    labels: Lexicon
    counted: re.Pattern[str]
    words: Lexicon


class FoundGrade(Struct, frozen=True):
    text: str
    start: int
    end: int


def compile_grades(cues: Cues) -> GradeGrammar:
    labels = cues.entry_labels.get("grade", ())
    units = alternatives((*cues.grade_units, *labels))
    return GradeGrammar(
        labels=Lexicon(labels),
        counted=re.compile(rf"(?<![\w.,]){NUMBER}{SCALE}?\s*(?:{units})(?!\w){SCALE}?", re.IGNORECASE),
        words=Lexicon(cues.grade_words),
    )


def find_grade(text: str, grammar: GradeGrammar, *, is_prose: bool = False) -> FoundGrade | None:
    """The first grade behind a label, else the first of all; in prose, one that begins its part."""
    last = None if is_prose else SHARE_AT_END.search(text)
    plain = sorted(plain_grades(text, grammar), key=lambda grade: (grade.start, -grade.end))
    for found in labelled_grades(text, grammar, is_prose=is_prose):
        return next((grade for grade in plain if grade.start < found.start < grade.end), found)
    if plain:
        return plain[0]
    return FoundGrade(last[0], last.start(), last.end()) if last else None


def labelled_grades(text: str, grammar: GradeGrammar, *, is_prose: bool) -> Iterator[FoundGrade]:
    for start, end in grammar.labels.find(text):
        gap = BEHIND_LABEL.match(text, end)
        if gap is None or SCHOOL_YEAR.match(text, start):
            continue
        if is_prose and len(text[:start].split()) > FEW_WORDS and not BEFORE.search(text[:start]):
            continue
        subjects = OF_SUBJECTS.match(text, gap.end())
        if subjects is not None:
            yield FoundGrade(subjects[0], start, subjects.end())
            continue
        words = grammar.words.match(text[gap.end() :])
        figures = VALUE.match(text, gap.end()) if words is None else None
        if words is not None:
            first = gap.end()
            stop = with_behind(text, first + words[1], grammar)
            yield FoundGrade(text[first:stop].strip(), start, stop)
        elif figures is not None:
            aside = ASIDE.match(text, figures.end())
            stop = aside.end() if aside and grammar.words.fullmatch(aside[1]) else figures.end()
            yield FoundGrade(text[figures.start("value") : stop].strip(), start, stop)


def plain_grades(text: str, grammar: GradeGrammar) -> Iterator[FoundGrade]:
    """Grades that nothing labels."""
    for pattern in (PLAIN, grammar.counted):
        for match in pattern.finditer(text):
            if match[0] and (found := alone(text, match.start(), match.end())):
                yield found
    for start, end in grammar.words.find(text):
        if found := in_words(text, start, end, grammar):
            yield found


def alone(text: str, start: int, end: int) -> FoundGrade | None:
    """A grade that is all of its part of the line but for "with" and "top", or begins with "with" itself."""
    if not BEHIND.match(text, end):
        return None
    if LEADS.match(text, start):
        return FoundGrade(text[start:end].strip(" ."), start, end)
    before = BEFORE.search(text[:start])
    if before is None:
        return None
    first = before.start("top") if before["top"] else start
    lead = before.start("inner") if before["inner"] else before.start("lead")
    return FoundGrade(text[first:end].strip(" ."), lead, end)


def with_second(text: str, end: int, grammar: GradeGrammar) -> int:
    """Where "Very Good with Honours" ends."""
    joint = WITH.match(text, end)
    for start in (end, joint.end() if joint else end):
        second = grammar.words.match(text[start:])
        if joint and second:
            return start + second[1]
    return end


def in_words(text: str, start: int, end: int, grammar: GradeGrammar) -> FoundGrade | None:
    """A grade in words with what belongs to it: "excellent 5.62", "First Class (68%)", "Very Good with Honours"."""
    return alone(text, start, with_behind(text, end, grammar))


def with_behind(text: str, end: int, grammar: GradeGrammar) -> int:
    """Where a grade in words ends with the figures and brackets behind it."""
    end = with_second(text, end, grammar)
    more = FIGURES_BEHIND.match(text, end)
    return more.end() if more else end
