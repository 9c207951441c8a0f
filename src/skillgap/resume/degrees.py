"""What an education entry says: degree, field of study, institution, grade."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.degree_fields import field_behind, study_among, study_of_generic, with_aside
from skillgap.resume.degree_names import (
    CutDegree,
    DegreeGrammar,
    cut_degree,
    degrees_in,
    field_in,
    is_initials,
    is_nothing,
    is_school,
    is_state,
)
from skillgap.resume.degree_parts import Part, parts_of
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.grades import FoundGrade, find_grade, grade_at
from skillgap.resume.head_parts import Rows
from skillgap.resume.heads import dates_of
from skillgap.resume.labelled_blocks import label_of
from skillgap.resume.segments import SegmentGrammar, segments_of
from skillgap.resume.types import Entry, SectionKind

ROWS_WITH_GRADE = 4
"""How many lines of an entry's body are looked through for its grade."""
ROWS_WITH_DEGREE, LONGEST_DEGREE_ROW, LONGEST_SCHOOL_ROW = 3, 30, 12
"""How many lines of the body may state what the heading lacks, and how many words they may have."""
SLASH = re.compile(r"(?<=\D) / (?=\S)|(?<=\S) / (?=\D)")
FEWEST_SLASHES = 2
"""From how many on slashes separate the parts of a row; fewer do so beside a school."""
EXPORTED_NAME = re.compile(
    r"((?:Bachelor|Master|Doctor|Associate)[^,|·;–—]{1,50}?) - (?=[A-Z][\w.]{1,9}(?:[,(]|\s*$|\s+·))"
)
""""Master of Business Administration - MBA": a degree as a network's profile writes it."""
PLUS_TWO = re.compile(r"^\s*\+2(?!\w)|(?<=[\s,(])\+2(?![\w/])")
"""The last two years of school, which is no number."""
SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)]{4})(?<!govt|univ|dept|dipl)\.\s+(?=[A-ZÀ-Þ0-9])")
LED_IN = re.compile(r"(?:with|and|left|mit|und|avec|con|y|et)\s", re.IGNORECASE)
"""What is in front of a degree and no part of its name: "with a few CSEs"."""
LONGEST_PREFIX = 3
"""Words of what stands before a degree's word in its name."""


class Schooling(Struct, frozen=True):
    """What the rows say; the school is sure where its words or a label say so."""

    title: str | None = None
    degree: str | None = None
    study: str | None = None
    school: str | None = None
    place: str | None = None
    grade: str | None = None
    is_school_sure: bool = False


def read_degrees(
    rows: Sequence[Rows], bodies: Sequence[Sequence[str]], segments: SegmentGrammar, degrees: DegreeGrammar
) -> list[Entry]:
    """One entry for each heading; what a heading lacks is looked for in its body."""
    return [degree_entry(head, body, segments, degrees) for head, body in zip(rows, bodies, strict=True)]


def degree_entry(head: Rows, body: Sequence[str], grammar: SegmentGrammar, degrees: DegreeGrammar) -> Entry:
    head = [(with_separators(row, degrees), found) for row, found in head]
    said = schooling_of(head, grammar, degrees)
    more = rows_below(said, body, grammar, degrees)
    if more:
        head = [*head, *more]
        said = schooling_of(head, grammar, degrees)
    grade = said.grade or next((found for text in body[:ROWS_WITH_GRADE] if (found := grade_in(text, degrees))), None)
    return Entry(
        kind=SectionKind.EDUCATION,
        section=0,
        title=said.title,
        organization=said.school,
        location=said.place,
        dates=dates_of(head),
        head_count=0,
        line_numbers=(),
        degree=said.degree or ("+2" if any(PLUS_TWO.search(row) for row, _ in head) else None),
        study=said.study,
        grade=grade,
        courses=tuple(text for text in body if degrees.courses.match(text)),
    )


def rows_below(said: Schooling, body: Sequence[str], grammar: SegmentGrammar, degrees: DegreeGrammar) -> Rows:
    """Lines of the body that begin with the degree, or are the school, that the heading lacks."""
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    lacks_degree, lacks_school = said.degree is None, not said.is_school_sure
    for text in body[:ROWS_WITH_DEGREE]:
        length = len(text.split())
        if length > LONGEST_DEGREE_ROW or is_nothing(text, degrees) or degrees.courses.match(text):
            continue
        cut = cut_degree(text, degrees) if lacks_degree else None
        is_degree = cut is not None and not cut.before and not cut.is_generic
        is_place_of_study = (
            lacks_school and length <= LONGEST_SCHOOL_ROW and text[0].isupper() and is_school(text, degrees)
        )
        if is_degree or is_place_of_study:
            rows.append((text, find_dates(text, grammar.dates)))
            lacks_degree, lacks_school = lacks_degree and not is_degree, False
    return rows


def schooling_of(head: Rows, grammar: SegmentGrammar, degrees: DegreeGrammar) -> Schooling:
    grade, rows = without_grade(head, grammar, degrees)
    known: dict[str, str] = {}
    parts: list[Part] = []
    for number, segment in enumerate(segments_of(rows, grammar)):
        if segment.label:
            known.setdefault(segment.label, segment.text)
        else:
            parts += parts_of(segment, number, len(parts), grammar, degrees)
    chosen, cut = chosen_degree(parts, known, degrees)
    title, degree, study, spare = named_degree(chosen, cut, grammar.fields, degrees)
    rest = [part for part in parts if part is not chosen and not part.is_idle]
    study = known.get("field") or study or study_of_generic(rest, degrees)
    printed = "\n".join(row for row, _ in rows)
    degree = with_initials(degree, parts, printed)
    school = (
        known.get("organization")
        or school_among(rest, degrees)
        or (spare if spare and is_school(spare, degrees) else None)
    )
    if study is None:
        study = study_among(rest, chosen, degrees, has_degree=degree is not None, has_school=school is not None)
    elif chosen is not None and cut is not None and "field" not in known:
        wider = with_aside(study, rest, printed)
        degree, study = (degree, wider) if wider != study else field_behind(degree, study, chosen, cut, rest)
    rest = [part for part in rest if study is None or part.text not in study]
    return Schooling(
        title=title or next((part.text for part in parts if degrees.exchanges.match(part.text)), None),
        degree=degree,
        study=study,
        school=school or likeliest_school(rest, degrees),
        place=known.get("place"),
        grade=grade,
        is_school_sure=school is not None,
    )


def with_separators(row: str, degrees: DegreeGrammar) -> str:
    """The row, as long as before, with bars for slashes that separate, and a hyphen for a dash within a degree's name."""
    if " - " in row:
        row = EXPORTED_NAME.sub(r"\1 ‑ ", row)
    slashes = len(SLASH.findall(row)) if " / " in row else 0
    if slashes >= FEWEST_SLASHES or (slashes and any(is_school(part, degrees) for part in row.split(" / "))):
        return SLASH.sub(" | ", row)
    return row


def without_grade(head: Rows, grammar: SegmentGrammar, degrees: DegreeGrammar) -> tuple[str | None, Rows]:
    """The first grade in the heading, and the heading with a break in its place and behind each sentence."""
    rows: list[tuple[str, Sequence[FoundDates]]] = []
    grade = None
    for row, found in head:
        text = row
        plain = blanked(row, found) if grade is None else ""
        match = (find_grade(plain, degrees.grades) or grade_behind_degree(plain, degrees)) if plain else None
        if match is not None:
            grade = match.text
            text = row[: match.start] + "\n" + " " * (match.end - match.start - 1) + row[match.end :]
        is_said_of = ":" in text and is_nothing(text, degrees) and label_of(text, grammar) is None
        rows.append((" " * len(text) if is_said_of else SENTENCE_END.sub(lambda end: "\n" * len(end[0]), text), found))
    return grade, rows


def grade_behind_degree(text: str, degrees: DegreeGrammar) -> FoundGrade | None:
    """A grade that nothing separates from an examination: "KCSE D+", "A-levels A*AA"."""
    ends = (end for _, end in degrees_in(text, degrees))
    return next((grade for end in ends if (grade := grade_at(text, end))), None)


def blanked(text: str, found: Sequence[FoundDates]) -> str:
    """The text with its dates blanked out, so that no year is read as a grade."""
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def grade_in(text: str, degrees: DegreeGrammar) -> str | None:
    found = find_grade(text, degrees.grades, is_prose=True)
    return found.text if found else None


def chosen_degree(
    parts: Sequence[Part], known: dict[str, str], degrees: DegreeGrammar
) -> tuple[Part | None, CutDegree | None]:
    """The degree behind its label; else the first that is named; else the first word for any studies."""
    if "degree" in known:
        cut = cut_degree(known["degree"], degrees)
        return None, cut or CutDegree(known["degree"], "", "", is_linked=False, is_generic=False)
    cuts = [
        (part, cut)
        for part in parts
        if not is_nothing(part.text, degrees)
        and not degrees.exchanges.match(part.text)
        and (cut := cut_degree(part.text, degrees))
    ]
    return min(cuts, key=lambda each: (each[1].is_generic, each[0].is_aside), default=(None, None))


def named_degree(
    part: Part | None, cut: CutDegree | None, fields: FieldGrammar, degrees: DegreeGrammar
) -> tuple[str | None, str | None, str | None, str | None]:
    """The title, the degree, its field where that stands beside it, and what beside it may be a school."""
    if cut is None:
        return None, None, None, None
    title = part.text if part and not LED_IN.match(part.text) else f"{cut.name} {cut.rest}".strip()
    name, before = cut.name, cut.before
    is_rest_school = not cut.is_linked and is_school(cut.rest, degrees)
    study = None if is_rest_school else field_in(cut.rest, degrees)
    spare = cut.rest if is_rest_school else before
    if before and not is_school(before, degrees) and not is_state(before, degrees):
        shares = fields.model.log_shares(before)
        if study is None and shares["study"] > max(shares["degree"], shares["other"]):
            study = before
        elif len(before.split()) <= LONGEST_PREFIX and not LED_IN.match(before):
            name = f"{before} {name}"
    return title, name, study, spare


def with_initials(degree: str | None, parts: Sequence[Part], printed: str) -> str | None:
    """The degree with its own abbreviation in brackets behind it: "Bachelor of Business Administration (BBA)"."""
    asides = (part.text for part in parts if part.is_aside)
    whole = (f"{degree} ({aside})" for aside in asides if degree and is_initials(aside, degree))
    return next((name for name in whole if name in printed), degree)


def school_among(rest: Sequence[Part], degrees: DegreeGrammar) -> str | None:
    """The first part with a school's word, rather a university than its faculty."""
    schools = [part for part in rest if part.is_school and not part.is_aside]
    whole = [part for part in schools if not degrees.faculties.match(part.text)]
    return next((part.text for part in (*whole, *schools)), None)


def likeliest_school(rest: Sequence[Part], degrees: DegreeGrammar) -> str | None:
    """The part that is most like an institution, where none has a school's word."""
    likely = [part for part in rest if not part.is_aside and part.shares["organization"] >= part.shares["other"]]
    plain = [part for part in likely if degrees.degrees.match(part.text) is None]
    return max(plain, key=lambda part: part.shares["organization"]).text if plain else None
