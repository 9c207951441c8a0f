"""What an education entry says: degree, field of study, institution, grade."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from skillgap.resume.dates import FoundDates, alternatives
from skillgap.resume.field_scores import score_field
from skillgap.resume.heads import Rows, dates_of
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.segments import EDGE, Segment, SegmentGrammar, comma_parts, segments_of
from skillgap.resume.types import Entry, SectionKind
from skillgap.taxonomy.types import Cues

FIGURES = r"\d{1,3}(?:[.,:]\d{1,3})?\s*%?(?:\s*(?:/|out of|von|sur|de)\s*\d{1,3}(?:[.,]\d{1,2})?)?"
LETTERS = r"[A-F][+-]?(?!\w)"
ROWS_WITH_GRADE = 4
"""How many lines of an entry's body are looked through for its grade."""
OF = re.compile(r"\s+(?:of|in)\s+", re.IGNORECASE)
AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
HONOURS = re.compile(r"\s*\(?(?:hons?\.?|honours|honors)(?!\w)\)?", re.IGNORECASE)
BEFORE_DEGREE = 3
"""Words that may stand before the degree within its name ("Higher National Diploma")."""


class DegreeGrammar(Struct, frozen=True):
    """`links` are what stands between a degree and its field, `grades` a grade behind its label or by itself, `courses` the label of
    a list of courses, `subjects` what belongs to a degree's own name ("Bachelor of Science").
    """

    degrees: Lexicon
    subjects: Lexicon
    links: re.Pattern[str]
    grades: re.Pattern[str]
    courses: re.Pattern[str]


def compile_degrees(cues: Cues) -> DegreeGrammar:
    words = alternatives(cues.grade_words)
    labels = alternatives(cues.entry_labels.get("grade", ()))
    return DegreeGrammar(
        degrees=Lexicon(cues.degrees),
        subjects=Lexicon(cues.degree_subjects),
        links=re.compile(rf"^[\s,:;–—-]*(?:(?:{alternatives(cues.field_links)})(?!\w))?[\s,:;–—-]*", re.IGNORECASE),
        grades=re.compile(
            rf"(?<!\w)(?:{labels})\.?\s*(?:[:=–-]|of|is)?\s*(?P<labelled>(?:{FIGURES}|{LETTERS}|(?:{words})(?:\s+with\s+\w+)?(?!\w)))(?:\s*(?:scale|points?))?"
            rf"|(?<!\w)(?P<bare>(?:with\s+)?(?:{words})(?!\w)|\d[.,]\d{{1,2}}\s*/\s*\d{{1,2}}(?:[.,]\d{{1,2}})?|\d{{2}}(?:[.,]\d{{1,2}})?\s?%)",
            re.IGNORECASE,
        ),
        courses=re.compile(rf"^(?:{alternatives(cues.courses)})\s*:", re.IGNORECASE),
    )


def read_degrees(
    rows: Sequence[Rows], bodies: Sequence[Sequence[str]], segments: SegmentGrammar, degrees: DegreeGrammar
) -> list[Entry]:
    """One entry for each heading; a grade is looked for in its body too."""
    return [degree_entry(head, body, segments, degrees) for head, body in zip(rows, bodies, strict=True)]


def degree_entry(head: Rows, body: Sequence[str], grammar: SegmentGrammar, degrees: DegreeGrammar) -> Entry:
    grade, rows = without_grade(head, degrees)
    if grade is None:
        grade = next((found for text in body[:ROWS_WITH_GRADE] if (found := grade_in(text, degrees))), None)
    segments = segments_of(rows, grammar)
    known: dict[str, Segment] = {}
    for segment in segments:
        if segment.label:
            known.setdefault(segment.label, segment)
    plain = [part for segment in segments if segment.label is None for part in parts_of(segment, grammar)]
    degree, study, used = named_degree(plain, known, grammar, degrees)
    rest = [part for part in plain if part is not used]
    school = known.get("organization") or find_school(rest, grammar)
    rest = [part for part in rest if part is not school]
    if study is None and degree is not None:
        study = next((part.text for part in rest if is_study(part, used, grammar)), None)
    place = known.get("place")
    return Entry(
        kind=SectionKind.EDUCATION,
        section=0,
        title=used.text if used else degree,
        organization=school.text if school else None,
        location=place.text if place else None,
        dates=dates_of(head),
        head_count=0,
        line_numbers=(),
        degree=degree,
        study=study,
        grade=grade,
        courses=tuple(text for text in body if degrees.courses.match(text)),
    )


def without_grade(head: Rows, degrees: DegreeGrammar) -> tuple[str | None, Rows]:
    """The first grade in the heading, and the heading with a break in its place."""
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    grade = None
    for text, found in head:
        match = degrees.grades.search(blanked(text, found)) if grade is None else None
        if match is None:
            rows.append((text, found))
            continue
        grade = (match["labelled"] or match["bare"]).strip()
        gap = "\n" + " " * (match.end() - match.start() - 1)
        rows.append((text[: match.start()] + gap + text[match.end() :], found))
    return grade, rows


def blanked(text: str, found: Sequence[FoundDates]) -> str:
    """The text with its dates blanked out, so that no year is read as a grade."""
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def grade_in(text: str, degrees: DegreeGrammar) -> str | None:
    match = degrees.grades.search(text)
    return (match["labelled"] or match["bare"]).strip() if match else None


def parts_of(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    return [msgspec.structs.replace(segment, text=part) for part in comma_parts(segment.text, grammar.fields)]


def named_degree(
    plain: Sequence[Segment], known: dict[str, Segment], grammar: SegmentGrammar, degrees: DegreeGrammar
) -> tuple[str | None, str | None, Segment | None]:
    """The degree, its field where that is in the same fragment, and the fragment."""
    stated = known.get("field")
    study = stated.text if stated else None
    if "degree" in known:
        degree, rest = cut_degree(known["degree"].text, degrees)
        return degree or known["degree"].text, study or rest, known["degree"]
    for part in plain:
        scores = score_field(part.text, grammar.fields)
        if scores.organization <= max(scores.degree, scores.study) and degrees.degrees.search(part.text):
            degree, rest = cut_degree(part.text, degrees)
            if degree is not None:
                return degree, study or rest, part
    return None, study, None


def cut_degree(text: str, degrees: DegreeGrammar) -> tuple[str | None, str | None]:
    """Cut "MSc in Civil Engineering" into the degree and its field."""
    span = degree_span(text, degrees)
    if span is None:
        return None, None
    start, end = span
    before = text[:start].strip(EDGE)
    if len(before.split()) > BEFORE_DEGREE:
        return text[start:end].strip(EDGE), before
    rest = degrees.links.sub("", text[end:], count=1).strip(EDGE + "()")
    return text[:end].strip(EDGE), rest or None


def degree_span(text: str, degrees: DegreeGrammar) -> tuple[int, int] | None:
    """The degree with what belongs to its name: further degree words, "of Science", "(Hons)"."""
    found = list(degrees.degrees.find(text))
    if not found:
        return None
    start, end = found[0]
    for after, stop in found[1:]:
        if not text[end:after].strip(" -"):
            end = stop
    of = OF.match(text, end)
    if of is not None:
        subject = degrees.subjects.match(text[of.end() :])
        if subject is not None:
            end = of.end() + subject[1]
            more = AND.match(text, end)
            second = degrees.subjects.match(text[more.end() :]) if more else None
            end = more.end() + second[1] if more and second else end
    honours = HONOURS.match(text, end)
    return start, honours.end() if honours else end


def find_school(rest: Sequence[Segment], grammar: SegmentGrammar) -> Segment | None:
    """The fragment most like an institution; where none is, the first that is no aside."""
    scored = [(score_field(part.text, grammar.fields).organization, part) for part in rest if not part.is_aside]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    return next(part for score, part in scored if score == best)


def is_study(part: Segment, used: Segment | None, grammar: SegmentGrammar) -> bool:
    """The field stands beside its degree, in the same row."""
    if used is None or part.row != used.row:
        return False
    scores = score_field(part.text, grammar.fields)
    return scores.study > max(scores.organization, scores.other)
