"""Where the name of a degree begins and ends, and which field stands behind it: "BSc (Hons) in Civil Engineering"."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.grades import GradeGrammar, compile_grades
from skillgap.resume.lexicon import Lexicon, Tokens, tokens_of
from skillgap.resume.patterns import alternatives
from skillgap.resume.segments import EDGE
from skillgap.taxonomy.types import Cues

NAMED_BY_SUBJECT = ("bachelor", "master", "doctor", "associate", "licentiate", "magister")
"""Degrees that have a subject in their name: "Bachelor of Science"."""
ALWAYS_IN_NAME = {"science", "sciences", "arts", "commerce", "technology", "applied science", "philosophy"}
"""Subjects that are in the name whatever stands behind them: "Bachelor of Science Physics"."""
OF = re.compile(r"\s+(?:of|en|in)\s+", re.IGNORECASE)
AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r"[\s./‑-]*|\s*(?:&|\+|and|und|y|et)\s+", re.IGNORECASE)
BEHIND_NAME = re.compile(
    r"\s*(?:$|[,;:|()\[\]–—•·/-]|(?:in|with|from|at|by|honours|hons|honors|degree)\b)", re.IGNORECASE
)
NUMERAL = re.compile(r"\s+(?:[IVX]{1,3}|\d)(?![\w.,:/-])")
HONOURS = re.compile(r"\s*\(?\bhon(?:ou?r)?s?\b\.?(?:\s+degree)?\)?", re.IGNORECASE)
BRACKET = re.compile(r"\s*\(([^()]+)\)")
COMPOUND = re.compile(r"(?:-[A-ZÄÖÜ][\w.]*)+")
"""The rest of "Dipl.-Wirtsch.-Inf." and "Diplom-Ingenieurin"."""
COUNT = re.compile(r"^\d{1,2}\s?x?\s+(?=\D)")
"""How many, which is no part of the name: "3 A levels"."""
COURSE_CODE = re.compile(r"\s+\(?[A-Z]{2,6}-?\d{3,}[\w.-]*\)?$")
SUFFIX = re.compile(r"\s+([A-Z]{2,3})(?!\w)")
NUMBER = re.compile(r"^\d{1,2}(?:st|nd|rd|th|x|\.)?$", re.IGNORECASE)
OPEN_BRACKET = re.compile(r"\s*\([^()]*$")
BRACKET_AT_START = re.compile(r"^\s*\([^()]*\)\s+")
BRACKET_AT_END = re.compile(r"\s*\(([^()]*)\)$")
JOINT = re.compile(r"(?:\s+|^)(?:with|and|&|mit|plus|y|et|con|avec)?(?:\s+an?)?\s*$", re.IGNORECASE)


class DegreeGrammar(Struct, frozen=True):
    """What the words of the cues are for.

    `links` stand between a degree and its field, `school_links` between a field and a school; `generic` are words for any studies,
    `subjects` belong to a degree's own name ("Bachelor of Science"), `asides` do so in brackets; with `notes` begins what is none of
    an entry's fields, `levels` are stages of education, `states` words of how or how far somebody studied, `courses` labels of a
    list of courses, `abbreviations` match degrees that are put together of a letter and subjects: "BJourn", "B.Sc.Ed.".
    """

    degrees: Lexicon
    generic: Lexicon
    prefixes: Lexicon
    subjects: Lexicon
    asides: Lexicon
    exchanges: Lexicon
    dittos: Lexicon
    minors: Lexicon
    notes: Lexicon
    levels: Lexicon
    states: Lexicon
    schools: Lexicon
    school_endings: tuple[str, ...]
    faculties: Lexicon
    links: re.Pattern[str]
    school_links: re.Pattern[str]
    grades: GradeGrammar
    courses: re.Pattern[str]
    abbreviations: re.Pattern[str]


class CutDegree(Struct, frozen=True):
    """A degree's name, what stands before and behind it, and whether a word such as "in" links what is behind."""

    name: str
    before: str
    rest: str
    is_linked: bool
    is_generic: bool


def compile_degrees(cues: Cues) -> DegreeGrammar:
    return DegreeGrammar(
        degrees=Lexicon((*cues.degrees, *cues.studies), minds_case=True),
        generic=Lexicon(cues.studies),
        prefixes=Lexicon(cues.degree_prefixes),
        subjects=Lexicon(cues.degree_subjects),
        asides=Lexicon(cues.degree_asides),
        exchanges=Lexicon(cues.exchanges),
        dittos=Lexicon(cues.dittos),
        minors=Lexicon(cues.minors),
        notes=Lexicon((*cues.minors, *cues.education_notes, *cues.works)),
        levels=Lexicon(cues.education_levels),
        states=Lexicon(cues.study_states),
        schools=Lexicon(cues.schools, minds_case=True),
        school_endings=tuple(ending.casefold() for ending in cues.school_endings),
        faculties=Lexicon(cues.faculties),
        links=re.compile(
            rf"^[\s,:;–—-]*(?P<word>(?:{alternatives(cues.field_links)})(?!\w))?[\s,:;–—-]*", re.IGNORECASE
        ),
        school_links=re.compile(
            rf"(?:^|,?\s+)(?:{alternatives(cues.school_links)})\s+(?=(?:the |der |la |le |l')?[^\W\d_a-zß-öø-ÿ])"
        ),
        grades=compile_grades(cues),
        courses=re.compile(rf"^(?:{alternatives(cues.courses)})\s*:", re.IGNORECASE),
        abbreviations=abbreviated_degrees(cues.degree_subject_abbreviations),
    )


def abbreviated_degrees(subjects: Sequence[str]) -> re.Pattern[str]:
    """A letter for the degree and one to three subjects behind it, each with a capital."""
    subject = alternatives(subjects, minds_case=True)
    return re.compile(
        rf"(?<![\w.])(?:(?:[BMD]|PG|Grad|Adv|Nat)\.?|[NS]\.)(?:{subject})(?:\.?(?:{subject}))*\.?(?!\w)|(?<![\w.])Bc\.(?!\w)"
    )


def degrees_in(text: str, grammar: DegreeGrammar) -> list[tuple[int, int]]:
    """Spans of the words for degrees, those that are put together of abbreviations among them."""
    found = list(grammar.degrees.find(text))
    for match in grammar.abbreviations.finditer(text):
        inner = [span for span in found if span[0] < match.end() and match.start() < span[1]]
        if all(match.start() <= start and end <= match.end() for start, end in inner):
            found = sorted({*found}.difference(inner) | {match.span()})
    return found


def is_school(text: str, grammar: DegreeGrammar, tokens: Tokens | None = None) -> bool:
    """Say whether it has a word of schools in it, or a compound for one."""
    tokens = tokens or tokens_of(text)
    return grammar.schools.search(text, tokens) or any(
        word.endswith(grammar.school_endings) and word not in grammar.school_endings for word in tokens.words
    )


def cut_degree(text: str, grammar: DegreeGrammar) -> CutDegree | None:
    """Cut at the first degree that is named, else at a word for any studies."""
    found = degrees_in(text, grammar)
    if not found:
        return None
    named = next((n for n, (start, end) in enumerate(found) if not grammar.generic.fullmatch(text[start:end])), None)
    first = found[named or 0]
    if is_within_school(text, first, grammar):
        return None
    start, end = name_start(text, first[0], grammar), first[1]
    if (count := COUNT.match(text[start:end])) is not None and start + count.end() <= first[0]:
        start += count.end()
    more = found[(named or 0) + 1 :]
    end = name_end(text, start, joined_end(text, end, more), grammar)
    end = joined_end(text, end, more)
    other_name = BRACKET.match(text, end)
    behind = other_name.end() if other_name and grammar.degrees.search(other_name[1]) else end
    link = grammar.links.match(text[behind:])
    before = "" if text[:start].strip().isdigit() else text[:start]
    if named:
        generic = list(grammar.generic.find(before))
        before = before[: generic[-1][0]] if generic and not before[generic[-1][1] :].strip(EDGE) else before
    cut = CutDegree(
        name=text[start:end].strip(EDGE),
        before=before.strip(EDGE + "()"),
        rest=text[behind + link.end() if link else behind :].strip(EDGE),
        is_linked=bool(link and link["word"]),
        is_generic=named is None,
    )
    is_short = is_abbreviation(cut.name) or (cut.name.endswith(".") and cut.name[0].isupper())
    is_torn = cut.before and cut.rest and not cut.is_linked and not is_short
    is_told = cut.is_generic and bool(cut.before) and (not cut.before[0].isupper() or is_state(cut.before, grammar))
    return None if is_torn or is_told else cut


def joined_end(text: str, end: int, more: Sequence[tuple[int, int]]) -> int:
    """Where the last of several degrees ends that stand beside each other: "BA/LLB", "Bachelor of Science - BS"."""
    for after, stop in more:
        if BETWEEN_NAMES.fullmatch(text, end, after):
            end = stop
    return end


def is_within_school(text: str, degree: tuple[int, int], grammar: DegreeGrammar) -> bool:
    """Say whether the word is one of a school's name: "Instituto Técnico Superior", "Preparatoria Federal", "Taunton High School"."""
    start, end = degree
    if is_abbreviation(text[start:end]):
        return False
    if is_school(text[:start], grammar):
        return True
    if not grammar.schools.search(text[start:end]):
        return False
    return grammar.schools.fullmatch(text[start:end].strip(" .")) and bool(
        text[:start].strip(EDGE) or text[end:].strip(EDGE + "().0123456789")
    )


def is_abbreviation(word: str) -> bool:
    return " " not in word and sum(letter.isupper() for letter in word) > 1


def name_start(text: str, start: int, grammar: DegreeGrammar) -> int:
    """Words in front that belong to the name: "Higher National Diploma", "5 GCSEs", "Level 4 Certificate"."""
    while True:
        before = text[:start].rstrip(" -")
        word = re.search(r"\S+$", before)
        if word is None or before.endswith((",", ";", ":")):
            return start
        if not grammar.prefixes.fullmatch(word[0]) and not NUMBER.match(word[0]):
            return start
        start = word.start()


def name_end(text: str, start: int, end: int, grammar: DegreeGrammar) -> int:
    """What belongs to the name behind its word: "of Science", "(Hons)", "III", "FH"."""
    compound = COMPOUND.match(text, end)
    end = subject_end(text, start, compound.end() if compound else end, grammar)
    numeral = NUMERAL.match(text, end)
    end = numeral.end() if numeral else end
    honours = HONOURS.match(text, end)
    end = honours.end() if honours else end
    bracket = BRACKET.match(text, end)
    if bracket is not None and (grammar.asides.fullmatch(bracket[1]) or is_initials(bracket[1], text[start:end])):
        return bracket.end()
    suffix = SUFFIX.match(text, end)
    return suffix.end() if suffix is not None and grammar.asides.fullmatch(suffix[1]) else end


def is_initials(short: str, name: str) -> bool:
    """Say whether the one abbreviates the other: "BBA" for "Bachelor of Business Administration"."""
    letters = "".join(letter for letter in short if letter.isalpha())
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return len(letters) > 1 and letters == initials


def subject_end(text: str, start: int, end: int, grammar: DegreeGrammar) -> int:
    """Where "of Science" ends; "of Science Education" is a field, and so is what stands behind a diploma."""
    of = OF.match(text, end)
    if (
        of is None
        or of[0].strip().casefold() != "of"
        or not any(base in text[start:end].casefold() for base in NAMED_BY_SUBJECT)
    ):
        return end
    subject = grammar.subjects.match(text[of.end() :])
    if subject is None:
        return end
    stop = of.end() + subject[1]
    more = AND.match(text, stop)
    second = grammar.subjects.match(text[more.end() :]) if more else None
    if more and second:
        stop = more.end() + second[1]
    is_whole = BEHIND_NAME.match(text, stop) or text[of.end() : stop].casefold() in ALWAYS_IN_NAME
    return stop if is_whole else end


def field_in(text: str, grammar: DegreeGrammar) -> str | None:
    """The field alone, without a minor, an unfinished bracket, or one that says how it was studied."""
    text = OPEN_BRACKET.sub("", text.strip(EDGE))
    if (inside := BRACKET.fullmatch(text)) is not None:
        text = inside[1]
    text = BRACKET_AT_START.sub("", text)
    while (bracket := BRACKET_AT_END.search(text)) is not None:
        text = text[: bracket.start()]
    for start, _ in grammar.minors.find(text):
        text = JOINT.sub("", text[:start].rstrip(EDGE + "("))
        break
    text = COURSE_CODE.sub("", text.strip(EDGE + "()"))
    if not text or not any(map(str.isalpha, text)) or is_state(text, grammar):
        return None
    return text


def is_state(text: str, grammar: DegreeGrammar, tokens: Tokens | None = None) -> bool:
    """Say whether a part tells how or how far somebody studied, or holds a figure."""
    return any(map(str.isdigit, text)) or grammar.states.search(text, tokens)


def is_nothing(text: str, grammar: DegreeGrammar, tokens: Tokens | None = None) -> bool:
    """Say whether a part is no field of an entry: a minor, a thesis, an adviser, "Secondary", "no degree"."""
    if not any(map(str.isalpha, text)) or text in {"in", "im", "en", "with"}:
        return not grammar.degrees.match(text, tokens)
    tokens = tokens or tokens_of(text)
    if grammar.levels.fullmatch(text, tokens) and not grammar.degrees.fullmatch(text, tokens):
        return True
    return grammar.notes.match(text, tokens) is not None or grammar.states.fullmatch(text, tokens)
