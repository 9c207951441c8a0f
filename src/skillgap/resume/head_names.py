"""How far a title goes, where an employer's name ends, and what beside them is a town or a department."""

import re

from skillgap.resume.field_scores import score_field
from skillgap.resume.head_parts import BRACKETS, Candidates
from skillgap.resume.places import is_town_like
from skillgap.resume.segments import Segment, SegmentGrammar, comma_parts, is_employment

SURE = 3.0
"""How far an employer's name with a department's word in it must be above a description."""
BRACKETS_AT_END = re.compile(r"(?:\s*\([^()]*\))+$")
LONGEST_TOWN_NAME = 3


def whole_title(title: Segment, organization: Segment | None, grammar: SegmentGrammar) -> str:
    """The title with what follows it behind commas, up to the employer: "Staff Nurse (Band 5), Acute Medical Unit"."""
    parts = comma_parts(title.whole or title.text, grammar.fields)
    start = parts.index(title.text) if title.whole else 0
    stop = len(parts)
    if title.whole and organization is not None and organization.whole == title.whole:
        employer = parts.index(organization.text)
        stop = employer if employer > start else stop
    kept = [part for number, part in enumerate(parts[start:stop]) if not number or not grammar.employments.match(part)]
    return without_employment(", ".join(kept), grammar)


def without_employment(title: str, grammar: SegmentGrammar) -> str:
    """Cut brackets at the end that tell how somebody was employed."""
    brackets = BRACKETS_AT_END.search(title)
    is_employed = brackets is not None and is_employment(brackets[0].strip(" ()"), grammar)
    return title[: brackets.start()] if brackets is not None and is_employed else title


def town_beside(
    organization: Segment | None, title: Segment | None, found: Candidates, grammar: SegmentGrammar
) -> str | None:
    """A town that no list has: what stands behind the employer's comma or beside it in its row, if it looks like one."""
    if organization is None:
        return None
    parts = comma_parts(organization.whole or organization.text, grammar.fields)
    place = parts.index(organization.text) + 1 if organization.whole else 1
    beside = [
        part.segment.text
        for part in found.whole
        if part.segment.row == organization.row and part.segment not in {organization, title}
    ]
    for text in (*parts[place : place + 1], *([] if organization.whole else beside)):
        if (
            is_town_like(text, grammar.places)
            and len(text.split()) <= LONGEST_TOWN_NAME
            and not grammar.employments.match(text)
        ):
            return text
    return None


def is_department(
    title: Segment | None, organization: Segment | None, found: Candidates, grammar: SegmentGrammar
) -> bool:
    """Say whether what was taken for an employer is what follows the title's comma: "Director, Financial Planning"."""
    if (
        title is None
        or organization is None
        or not title.whole
        or title.whole != organization.whole
        or len(found.whole) > 1
    ):
        return False
    parts = comma_parts(title.whole, grammar.fields)
    is_behind = parts.index(organization.text) > parts.index(title.text)
    return is_behind and not is_named_employer(organization.text, grammar)


def is_named_employer(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the words are an employer's rather than a department's or a field's."""
    fields, text = grammar.fields, BRACKETS.sub("", text)
    scores = score_field(text, fields)
    margin = scores.organization - max(scores.other, scores.study)
    return fields.legal_forms.ends(text) or margin > (SURE if fields.departments.search(text) else 0.0)


def employer_name(text: str, grammar: SegmentGrammar) -> str:
    """The name alone: no "through" before it, no brackets, branch, department or unknown town behind it."""
    parts = comma_parts(grammar.leads.sub("", BRACKETS_AT_END.sub("", text)), grammar.fields)
    if (
        len(parts) > 1
        and not grammar.fields.organizations.search(parts[-1])
        and not grammar.fields.legal_forms.ends(parts[-1])
    ):
        return parts[0]
    return ", ".join(parts) if len(parts) < 2 or is_employer(parts[1], grammar) else parts[0]  # noqa: PLR2004


def is_employer(text: str, grammar: SegmentGrammar) -> bool:
    scores = score_field(text, grammar.fields)
    return scores.organization > max(scores.title, scores.other, scores.study)
