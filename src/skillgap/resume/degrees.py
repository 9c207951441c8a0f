"""What an education entry says: degree, field of study, institution, place, grade."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from skillgap.resume.atoms import Rows
from skillgap.resume.degree_names import DegreeGrammar
from skillgap.resume.grades import find_grade
from skillgap.resume.heads import dates_of, field_text
from skillgap.resume.schooling_tagger import (
    DEGREE,
    GRADE,
    PLACE,
    SCHOOL,
    STUDY,
    TaggedSchooling,
    tag_schooling,
)
from skillgap.resume.segments import EDGE, SegmentGrammar
from skillgap.resume.tagging import Span, field_span, shipped_tagger
from skillgap.resume.types import Entry, SectionKind

ROWS_BELOW, LONGEST_BELOW = 3, 30
"""How many lines below the heading may state what it lacks, and how many words they may have."""
ROWS_WITH_GRADE = 4
"""How many lines of an entry's body are looked through for its grade."""
BEHIND_BRACKET = re.compile(r"[\s,;:–—-]+(?=\w)")
LONGEST_LINK = 12
"""Letters between a degree and its field: "in", "in the field of"."""


def read_degrees(
    heads: Sequence[Rows], bodies: Sequence[Rows], segments: SegmentGrammar, degrees: DegreeGrammar
) -> list[Entry]:
    """One entry for each heading; what a heading lacks is looked for in its body."""
    rows = [with_rows_below(head, body, degrees) for head, body in zip(heads, bodies, strict=True)]
    tagged = tag_schooling(rows, shipped_tagger("degrees"), segments, degrees)
    entries = [
        degree_entry(said, own, head, body, degrees)
        for said, own, head, body in zip(tagged, rows, heads, bodies, strict=True)
    ]
    return with_schools_above(entries, degrees)


def with_rows_below(head: Rows, body: Rows, degrees: DegreeGrammar) -> Rows:
    known = {text for text, _ in head}
    below = [
        (text, found)
        for text, found in body[:ROWS_BELOW]
        if text not in known and len(text.split()) <= LONGEST_BELOW and not degrees.courses.match(text)
    ]
    return [*head, *below]


def degree_entry(said: TaggedSchooling, rows: Rows, head: Rows, body: Rows, degrees: DegreeGrammar) -> Entry:
    words = [each.word for each in said.heading.words]
    spans = {mark: field_span(words, said.marks, mark) for mark in (DEGREE, STUDY, SCHOOL, PLACE, GRADE)}
    spans[DEGREE], spans[STUDY] = with_bracket_between(spans[DEGREE], spans[STUDY], rows)
    degree, study, school, place, grade = (field_text(span, rows) for span in spans.values())
    named = [rows[span[0]] for span in spans.values() if span is not None]
    return Entry(
        kind=SectionKind.EDUCATION,
        section=0,
        title=whole_title(spans[DEGREE], spans[STUDY], rows) or exchange_in(head, degrees),
        organization=school,
        location=place,
        dates=dates_of(head) or dates_of(named),
        head_count=0,
        line_numbers=(),
        degree=degree,
        study=study,
        grade=grade or grade_below(body, degrees),
        courses=tuple(text for text, _ in body if degrees.courses.match(text)),
    )


def with_bracket_between(degree: Span | None, study: Span | None, rows: Rows) -> tuple[Span | None, Span | None]:
    """What closes behind the beginning of a field of study belongs to the degree's name: "B.Ed. (Arts), Geography"."""
    if degree is None or study is None or degree[0] != study[0] or study[1] < degree[2]:
        return degree, study
    text = rows[study[0]][0]
    closing = text.find(")", study[1], study[2])
    rest = BEHIND_BRACKET.match(text, closing + 1, study[2]) if closing >= 0 else None
    if rest is None or "(" in text[study[1] : closing] or "(" not in text[degree[2] : study[1]]:
        return degree, study
    return (degree[0], degree[1], closing + 1), (study[0], rest.end(), study[2])


def whole_title(degree: Span | None, study: Span | None, rows: Rows) -> str | None:
    """The degree with the field that follows it: "BSc (Hons) in Civil Engineering"."""
    if degree is not None and study is not None and degree[0] == study[0] and 0 <= study[1] - degree[2] <= LONGEST_LINK:
        return field_text((degree[0], degree[1], study[2]), rows)
    return field_text(degree, rows)


def exchange_in(head: Rows, degrees: DegreeGrammar) -> str | None:
    """What a time at another school is called: "Exchange semester"; its dates may stand in front."""
    rows = (row[dates[0].end :].lstrip(EDGE) if dates and dates[0].start == 0 else row for row, dates in head)
    found = ((row, degrees.exchanges.match(row)) for row in rows)
    return next((row[span[0] : span[1]] for row, span in found if span is not None), None)


def grade_below(body: Rows, degrees: DegreeGrammar) -> str | None:
    found = (find_grade(text, degrees.grades, is_prose=True) for text, _ in body[:ROWS_WITH_GRADE])
    return next((grade.text for grade in found if grade is not None), None)


def with_schools_above(entries: Sequence[Entry], degrees: DegreeGrammar) -> list[Entry]:
    """The entries, "same place" as the school replaced by that of the entry above."""
    read = list(entries)
    for number, (above, entry) in enumerate(pairwise(entries), start=1):
        if entry.organization is not None and degrees.dittos.fullmatch(entry.organization):
            read[number] = msgspec.structs.replace(
                entry, organization=read[number - 1].organization, location=entry.location or above.location
            )
    return read
