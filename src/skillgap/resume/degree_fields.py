"""Which of a heading's parts are the field of study: beside the degree, behind commas, in brackets, by itself beside a school."""

import re
from collections.abc import Sequence

from skillgap.resume.degree_names import CutDegree, DegreeGrammar, cut_degree, field_in
from skillgap.resume.degree_parts import Part

WORDS = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}[^()\d]*")
"""What in brackets goes on with a field."""
LIKELY = -0.7
"""The logarithm of what is more likely than all else together."""
DESCRIPTION = -0.3
"""The logarithm of what is a description rather than a field, beside its degree."""


def with_aside(study: str, rest: Sequence[Part], printed: str) -> str:
    """The field with what goes on with it in brackets: "Foreign Languages (English and French)", not "(24 units)"."""
    aside = next((part for part in rest if part.is_aside and f"{study} ({part.text})" in printed), None)
    is_more = aside is not None and aside.is_likely("study") and WORDS.fullmatch(aside.text)
    return f"{study} ({aside.text})" if aside is not None and is_more else study


def field_behind(
    degree: str | None, study: str, chosen: Part, cut: CutDegree, rest: Sequence[Part]
) -> tuple[str | None, str]:
    """The field goes on behind commas; behind a degree in full words the last of two is the field.

    "BA Art, Music", but "Bachelor of Information Technology, Networks and Security".
    """
    behind = next((part for part in rest if part.number == chosen.number + 1), None)
    is_in_full = cut.is_linked and not cut.is_generic and (" of " in cut.name or cut.name.istitle())
    if behind is not None and is_in_full and chosen.text.endswith(study) and is_rather_study(behind, rest):
        return chosen.text, with_more(behind.text, behind, rest)
    return degree, with_more(study, chosen, rest)


def is_rather_study(part: Part, rest: Sequence[Part]) -> bool:
    """Say whether it is a field, or no school where another part is one."""
    if part.is_school or part.is_aside:
        return False
    has_school = any(each.is_school for each in rest)
    return part.is_likely("study") or (has_school and part.shares["study"] > part.shares["organization"])


def study_of_generic(rest: Sequence[Part], degrees: DegreeGrammar) -> str | None:
    """The field behind a word for any studies, beside a degree that is named: "Studium Elektrotechnik, Abschluss Diplom"."""
    for part in rest:
        cut = cut_degree(part.text, degrees)
        if cut is not None and cut.is_generic and not part.is_school and (study := field_in(cut.rest, degrees)):
            return study
    return None


def study_among(
    rest: Sequence[Part], chosen: Part | None, degrees: DegreeGrammar, *, has_degree: bool, has_school: bool
) -> str | None:
    """The field that stands beside its degree, or by itself beside a school."""
    places = [part for part in rest if not part.is_school and not is_degree(part.text, degrees)]
    beside = [part for part in places if chosen is None or part.row == chosen.row]
    plain = [part for part in beside if not part.is_aside and not degrees.faculties.match(part.text)]
    school = next((part.number for part in rest if part.is_school), None)
    for part in plain:
        if chosen is not None and school is not None and chosen.number < school == part.number - 1:
            continue  # a town behind its school
        is_sure = part.is_likely("study") and (has_school or len(plain) > 1 or part.shares["study"] > LIKELY)
        is_next = chosen is not None and part.number == chosen.number + 1
        if is_sure or (has_school and is_next and part.shares["other"] < DESCRIPTION):
            return with_more(part.text, part, rest)
    asides = [part for part in beside if part.is_aside and has_degree]
    first = next((part for part in asides if part.shares["other"] < DESCRIPTION or part.text.isupper()), None)
    return with_more(first.text, first, rest) if first else None


def is_degree(text: str, degrees: DegreeGrammar) -> bool:
    cut = cut_degree(text, degrees)
    return cut is not None and not cut.is_generic


def with_more(study: str, last: Part, rest: Sequence[Part]) -> str:
    """Several fields in a row: "Art, English Language, Maths", "Audiovisuel, option son"."""
    for part in rest:
        if part.number <= last.number:
            continue
        is_next = part.number == last.number + 1 and part.is_aside == last.is_aside and not part.is_school
        if not is_next or not (part.is_likely("study") or part.text.startswith("option ")):
            break
        study, last = f"{study}, {part.text}", part
    return study
