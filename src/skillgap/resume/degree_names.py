"""The words of education entries: of degrees, schools, grades, and those that stand between and beside them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.grades import GradeGrammar, compile_grades
from skillgap.resume.lexicon import Lexicon, Tokens, tokens_of
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues


class DegreeGrammar(Struct, frozen=True):
    """What the words of the cues are for.

    `links` stand between a degree and its field, `school_links` between a field and a school; `generic` are words for any studies,
    `subjects` belong to a degree's own name ("Bachelor of Science"), `asides` do so in brackets; with `notes` begins what is none of
    an entry's fields, `levels` are stages of education, `states` words of how or how far somebody studied, `dittos` stand for the
    school of the entry above, `courses` are labels of a list of courses, `abbreviations` match degrees that are put together of a
    letter and subjects: "BJourn", "B.Sc.Ed.".
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
    links: Lexicon
    school_links: Lexicon
    grades: GradeGrammar
    courses: re.Pattern[str]
    abbreviations: re.Pattern[str]


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
        links=Lexicon(cues.field_links),
        school_links=Lexicon(cues.school_links),
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
