"""What an education entry says: degree, field of study, institution, grade."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from skillgap.resume.dates import FoundDates, alternatives
from skillgap.resume.field_scores import score_field
from skillgap.resume.heads import Fragment, Rows, dates_of
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
COLON = re.compile(r":\s+")
NUMERAL = re.compile(r"\s+(?:[IVX]{1,3}|\d)(?!\w)")
HONOURS = re.compile(r"\s*\(?(?:hons?\.?|honours|honors)(?!\w)\)?", re.IGNORECASE)
SCHOOL_CLEAR = 0.5
"""How much more like a school than like a degree a fragment with a degree's word must be to be no degree."""
BEFORE_DEGREE = 3
"""Words that may stand before the degree within its name ("Higher National Diploma")."""


class DegreeGrammar(Struct, frozen=True):
    """`links` are what stands between a degree and its field, `grades` a grade behind its label or by itself, `courses` the label of
    a list of courses, `subjects` what belongs to a degree's own name ("Bachelor of Science").
    """

    degrees: Lexicon
    schools: Lexicon
    subjects: Lexicon
    links: re.Pattern[str]
    grades: re.Pattern[str]
    courses: re.Pattern[str]


def compile_degrees(cues: Cues) -> DegreeGrammar:
    words = alternatives(cues.grade_words)
    labels = alternatives(cues.entry_labels.get("grade", ()))
    return DegreeGrammar(
        degrees=Lexicon(cues.degrees),
        schools=Lexicon(cues.organizations),
        subjects=Lexicon(cues.degree_subjects),
        links=re.compile(rf"^[\s,:;–—-]*(?:(?:{alternatives(cues.field_links)})(?!\w))?[\s,:;–—-]*", re.IGNORECASE),
        grades=re.compile(
            rf"(?<!\w)(?:{labels})\.?\s*(?:[:=–-]|of|is)?\s*(?P<labelled>(?:{FIGURES}|{LETTERS}|(?:{words})(?:\s+with\s+\w+)?(?!\w)))(?:\s*(?:scale|points?))?"
            rf"|(?<!\w)(?P<bare>(?:with\s+)?(?:{words})(?!\w)|{FIGURES}\s*(?:{labels}|marks|points|distinctions)(?!\w)|\d[.,]\d{{1,2}}\s*/\s*\d{{1,2}}(?:[.,]\d{{1,2}})?|\d{{2}}(?:[.,]\d{{1,2}})?\s?%)",
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
    known: dict[str, Segment] = {}
    parts: list[Fragment] = []
    for segment in segments_of(rows, grammar):
        if segment.label:
            known.setdefault(segment.label, segment)
        else:
            parts += parts_of(segment, grammar)
    named = named_degree(parts, known, degrees)
    rest = [part for part in parts if part.segment is not named.segment]
    study = named.study or beside_degree(rest, named.segment)
    rest = [part for part in rest if part.segment.text != study]
    school = known.get("organization") or find_school(rest)
    place = known.get("place")
    return Entry(
        kind=SectionKind.EDUCATION,
        section=0,
        title=named.segment.text if named.segment else named.degree,
        organization=school.text if school else None,
        location=place.text if place else None,
        dates=dates_of(head),
        head_count=0,
        line_numbers=(),
        degree=named.degree,
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


def parts_of(segment: Segment, grammar: SegmentGrammar) -> list[Fragment]:
    """Parts between commas and behind colons, each scored."""
    texts = [part for text in COLON.split(segment.text) for part in comma_parts(text, grammar.fields)]
    return [Fragment(msgspec.structs.replace(segment, text=text), score_field(text, grammar.fields)) for text in texts]


class NamedDegree(Struct, frozen=True):
    """The degree, its field where that is in the same fragment, and the fragment."""

    degree: str | None = None
    study: str | None = None
    segment: Segment | None = None


def named_degree(parts: Sequence[Fragment], known: dict[str, Segment], degrees: DegreeGrammar) -> NamedDegree:
    """By its label, else by a degree's word, else the fragment that is least like a school."""
    stated = known["field"].text if "field" in known else None
    if "degree" in known:
        degree, rest = cut_degree(known["degree"].text, degrees)
        return NamedDegree(degree or known["degree"].text, stated or rest, known["degree"])
    for part in parts:
        scores, text = part.scores, part.segment.text
        is_like = scores.organization <= max(scores.degree, scores.study) + SCHOOL_CLEAR and degrees.degrees.search(text)
        if is_like or (degrees.degrees.match(text) is not None and not degrees.schools.search(text)):
            degree, rest = cut_degree(part.segment.text, degrees)
            return NamedDegree(degree, stated or rest, part.segment)
    likely = [part for part in parts if not part.segment.is_aside and degree_margin(part) > 0]
    if not likely or len(parts) < 2:  # noqa: PLR2004 - a school alone
        return NamedDegree(study=stated)
    best = max(likely, key=degree_margin).segment
    name, of, rest = best.text.partition(" of ") if " of " in best.text else best.text.partition(" in ")
    return NamedDegree(name, stated or (rest if of else None), best)


def degree_margin(part: Fragment) -> float:
    scores = part.scores
    return max(scores.degree, scores.title) - max(scores.organization, scores.other, scores.study)


def beside_degree(rest: Sequence[Fragment], used: Segment | None) -> str | None:
    """The field that stands beside its degree, in the same row or in brackets."""
    for part in rest:
        scores = part.scores
        if used is None or part.segment.row != used.row:
            continue
        if part.segment.is_aside or scores.study > max(scores.organization, scores.other, scores.degree):
            return part.segment.text
    return None


def find_school(rest: Sequence[Fragment]) -> Segment | None:
    """The fragment most like an institution; where none is, the first that is no aside."""
    plain = [part for part in rest if not part.segment.is_aside]
    return max(plain, key=lambda part: part.scores.organization).segment if plain else None


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
    numeral = NUMERAL.match(text, end)
    end = numeral.end() if numeral else end
    honours = HONOURS.match(text, end)
    return start, honours.end() if honours else end
