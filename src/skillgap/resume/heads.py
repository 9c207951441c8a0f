"""What the heading of an entry says: title, organisation and place of a post, name and client of a project, the dates of both."""

import re
from collections.abc import Sequence

from skillgap.resume.atoms import Atom, Rows
from skillgap.resume.breaks import break_among
from skillgap.resume.field_scores import score_field
from skillgap.resume.head_tagger import LABELLED, ORGANIZATION, PLACE, TITLE, Tagged, tag_heads
from skillgap.resume.line_roles import NAMED
from skillgap.resume.places import is_mode, is_place
from skillgap.resume.posts_in_row import with_one_post
from skillgap.resume.segments import SegmentGrammar
from skillgap.resume.tagging import NOTHING, Span, field_span, shipped_tagger
from skillgap.resume.types import DateRange, Entry, SectionKind

SURE = 3.0
"""How far an employer's name with a department's word in it must be above a description."""
FULL_STOP = re.compile(r"(?<=[^\W\d_]{6})\.$")
"""Behind a word that is too long for an abbreviation."""
DEPARTMENT = re.compile(r"\s?\((?:\d{2,3}|2[AB])\)")
CLOSING = {"(": ")", "[": "]"}


def read_heads(heads: Sequence[Rows], kind: SectionKind, grammar: SegmentGrammar) -> list[Entry]:
    """One entry for each heading of a section, given as its rows with the dates found in them."""
    heads = heads if kind in NAMED else [with_one_post(rows, grammar) for rows in heads]
    breaks = [break_among(rows, grammar) if kind is SectionKind.EXPERIENCE else None for rows in heads]
    posts = [rows for rows, pause in zip(heads, breaks, strict=True) if pause is None]
    tagged = iter(tag_heads(posts, shipped_tagger("projects" if kind in NAMED else "heads"), grammar))
    return [
        entry_of(next(tagged), rows, kind, grammar) if pause is None else break_of(*pause, rows, kind)
        for rows, pause in zip(heads, breaks, strict=True)
    ]


def break_of(row: int, named: str, rows: Rows, kind: SectionKind) -> Entry:
    """A career break has a name and dates, and no employer."""
    return Entry(
        kind=kind,
        section=0,
        title=" ".join(named.split()),
        organization=None,
        location=None,
        dates=begun(dates_of(rows)),
        head_count=0,
        line_numbers=(),
        title_row=row,
        is_break=True,
    )


def entry_of(tagged: Tagged, rows: Rows, kind: SectionKind, grammar: SegmentGrammar) -> Entry:
    atoms = [each.atom for each in tagged.atoms]
    spans = [field_span(atoms, tagged.marks, mark) for mark in (TITLE, ORGANIZATION, PLACE)]
    title, organization, place = (
        span and with_brackets(span, spans, rows, is_kept=mark != ORGANIZATION)
        for span, mark in zip(spans, (TITLE, ORGANIZATION, PLACE), strict=True)
    )
    if title and organization is None and kind not in NAMED:
        organization = employer_behind(title, tagged, grammar)
    if place is None:
        place = place_labelled(atoms, tagged.marks)
    if place is None and title and organization:
        place = place_apart(atoms, tagged.marks, grammar)
    if place is not None:
        place = with_number(place, rows)
    return Entry(
        kind=kind,
        section=0,
        title=field_text(title, rows),
        organization=field_text(organization, rows),
        location=field_text(place, rows),
        dates=begun(dates_of(rows)),
        head_count=0,
        line_numbers=(),
        title_row=title[0] if title else None,
        organization_row=organization[0] if organization else None,
        full_title=full_title(title, organization, rows, grammar),
        has_employers_dates=title is not None
        and organization is not None
        and organization[0] < title[0]
        and [row for row, (_, found) in enumerate(rows) if found] == [organization[0]],
        is_self_employed=any(grammar.self_employed.search(text) for text, _ in rows),
    )


def employer_behind(title: Span, tagged: Tagged, grammar: SegmentGrammar) -> Span | None:
    """What a wide gap or the turn from bold to plain parts from the title, alone in the rest of its row, and no field took.

    So does "at", where the title is in small letters as well: "staff engineer at veerand".
    """
    own = [(each, mark) for each, mark in zip(tagged.atoms, tagged.marks, strict=True) if each.atom.row == title[0]]
    (last, mark), is_alone = own[-1], [each.atom.start for each, _ in own][-2:-1] == [title[1]]
    is_plain = not (last.is_employment or last.is_place or last.atom.label or last.atom.is_aside)
    is_apart = last.atom.joint == "tab" or (
        last.atom.joint == "at" and is_in_small_letters(own[0][0].atom.text, last.atom.text)
    )
    is_free = is_alone and is_plain and mark == NOTHING and is_apart
    return (
        (last.atom.row, last.atom.start, last.atom.end)
        if is_free and not is_mode(last.atom.text, grammar.places)
        else None
    )


def is_in_small_letters(*texts: str) -> bool:
    return all(text == text.lower() for text in texts)


def place_labelled(atoms: Sequence[Atom], marks: str) -> Span | None:
    """What stands behind the label of a place and was taken for no field: "City: Lahore"."""
    return next(
        (
            (atom.row, atom.start, atom.end)
            for atom, mark in zip(atoms, marks, strict=True)
            if mark == NOTHING and LABELLED.get(atom.label or "") == PLACE
        ),
        None,
    )


def place_apart(atoms: Sequence[Atom], marks: str, grammar: SegmentGrammar) -> Span | None:
    """A known place that has a row or brackets for itself, and was taken for no field."""
    for row in dict.fromkeys(atom.row for atom in atoms):
        own = [(atom, mark) for atom, mark in zip(atoms, marks, strict=True) if atom.row == row]
        if all(mark == NOTHING and not atom.label for atom, mark in own):
            start, end = own[0][0].start, own[-1][0].end
            text = ", ".join(atom.text for atom, _ in own)
            if is_place(text, grammar.places):
                return row, start, end
    asides = (each for each, mark in zip(atoms, marks, strict=True) if each.joint == "open" and mark == NOTHING)
    return next(((each.row, each.start, each.end) for each in asides if is_town_or_land(each.text, grammar)), None)


def with_number(span: Span, rows: Rows) -> Span:
    """The place with its French department: "Lyon (69)"."""
    row, start, end = span
    number = DEPARTMENT.match(rows[row][0], end)
    return (row, start, number.end()) if number else span


def is_town_or_land(text: str, grammar: SegmentGrammar) -> bool:
    return is_place(text, grammar.places) and not is_mode(text, grammar.places)


def with_brackets(span: Span, others: Sequence[Span | None], rows: Rows, *, is_kept: bool) -> Span:
    """The field with all that a bracket torn at its end holds, or without it where another field or a date stands in it.

    What is in brackets behind an employer is a remark, and is not kept.
    """
    row, start, end = span
    text, found = rows[row]
    opening, closing = text.rfind("(", start, end), text.find(")", end)
    if opening <= start or ")" in text[opening:end] or closing <= end:
        return span
    places = [other[1] for other in others if other is not None and other[0] == row] + [each.start for each in found]
    is_all_own = is_kept and not any(end <= place < closing for place in places) and "(" not in text[end:closing]
    return (row, start, closing + 1) if is_all_own else (row, start, len(text[:opening].rstrip()))


def field_text(span: Span | None, rows: Rows) -> str | None:
    """As printed, a bracket that it opens closed, without the full stop of a sentence; that of an abbreviation stays."""
    if span is None:
        return None
    row, start, end = span
    printed = rows[row][0]
    text = printed[start:end]
    is_open = any(text.count(opening) > text.count(closing) for opening, closing in CLOSING.items())
    closed = text + printed[end : end + 1] if is_open and printed[end : end + 1] in CLOSING.values() else text
    return FULL_STOP.sub("", " ".join(closed.split()))


def full_title(title: Span | None, organization: Span | None, rows: Rows, grammar: SegmentGrammar) -> str | None:
    """The title with what follows its comma, if that could be a department: "Director, Financial Planning"."""
    if title is None or organization is None or title[0] != organization[0] or organization[1] < title[2]:
        return None
    between = rows[title[0]][0][title[2] : organization[1]].strip()
    name = field_text(organization, rows) or ""
    return (
        field_text((title[0], title[1], organization[2]), rows)
        if between == "," and not is_named_employer(name, grammar)
        else None
    )


def is_named_employer(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the words are an employer's rather than a department's or a field's."""
    fields = grammar.fields
    scores = score_field(text, fields)
    margin = scores.organization - max(scores.other, scores.study)
    return fields.legal_forms.ends(text) or margin > (SURE if fields.departments.search(text) else 0.0)


def begun(dates: DateRange | None) -> DateRange | None:
    """A post with a single date was begun and ended then."""
    is_single = dates is not None and dates.start is None and not dates.is_expected
    return DateRange(dates.end, dates.end) if dates is not None and is_single else dates


def dates_of(rows: Rows) -> DateRange | None:
    """The first row's range, the last of several in it, those in brackets behind another left out; else the first date."""
    for text, found in rows:
        spans = [each for each in found if each.range.start]
        open_ones = [each for each in spans if not is_in_brackets(text, each.start)]
        ranges = [each.range for each in open_ones or spans]
        if ranges:
            return next((dates for dates in reversed(ranges) if dates.end), ranges[0])
    return next((each.range for _, found in rows for each in found), None)


def is_in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)
