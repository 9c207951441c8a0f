"""Headings with content in the same line: "EDUCATION   2006 – 2008 Owari Institute" in a rail, "Skills: C, C++"."""

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.documents.types import Document, Line
from skillgap.resume.content import heading_likelihoods, heading_odds, line_likelihoods
from skillgap.resume.heading_words import Heading, HeadingGrammar, bare_heading, heading_of, normal
from skillgap.resume.types import SectionKind

SAME_PLACE = 3.0
"""Points within which lines begin at the same place."""
FEWEST_IN_RAIL = 2
FEWEST_LABELS = 3
LINES_BESIDE = 1.0
"""How many lines stand beside each label of a rail at least, on the average."""
NARROWEST_RAIL = 40.0
LEAST_RAIL_WORDS = -4.0
LIKELY = -1.2
"""Natural logarithm of a share at which a model makes a clear statement."""
INLINE = re.compile(r"^([A-Z][\w'’&/ ]{2,40}?)\s*(?::|\s[-–—]\s)\s*(\S.*)$")
RAIL = re.compile(r"^([^\W\d_][^,:;|•\d]{2,40}?)\s{3,}(\S.*)$")
INLINE_KINDS = {
    SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.SUMMARY,
    SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.AWARDS, SectionKind.REFERENCES,
}  # fmt: skip
HAS_LABELS_OF_ITS_OWN = {
    SectionKind.SKILLS,
    SectionKind.EXPERIENCE,
    SectionKind.PROJECTS,
    SectionKind.EDUCATION,
    SectionKind.OPEN_SOURCE,
}
OWN_LABELS = {
    (SectionKind.EXPERIENCE, SectionKind.SKILLS),
    (SectionKind.EXPERIENCE, SectionKind.SUMMARY),
    (SectionKind.EXPERIENCE, SectionKind.EDUCATION),
    (SectionKind.PROJECTS, SectionKind.SKILLS),
    (SectionKind.PROJECTS, SectionKind.SUMMARY),
    (SectionKind.OPEN_SOURCE, SectionKind.SKILLS),
}
"""Labels that the entries of a section have: "Tools: C, C++" under a job."""


def rail_of(document: Document, labels: Sequence[str], grammar: HeadingGrammar) -> float | None:
    """Where headings stand in a rail left of the text; `labels` is what `rail_label` says of each line.

    Several known ones with text to the right in the same line say so, or one if nothing but labels begins as far left as it.
    """
    places, known = Counter[int](), Counter[int]()
    for line, label in zip(document.lines, labels, strict=True):
        if line.box is not None and normal(label or document.text_of(line)) in grammar.phrases:
            places[round(line.box[0])] += bool(label)
            known[round(line.box[0])] += 1
    place, count = max(places.items(), key=lambda each: each[1], default=(0, 0))
    if count >= FEWEST_IN_RAIL:
        return float(place)
    leftmost = min(known, default=0)
    return float(leftmost) if known and holds_labels_alone(document, labels, leftmost, grammar) else None


def holds_labels_alone(document: Document, labels_beside: Sequence[str], place: int, grammar: HeadingGrammar) -> bool:
    """From the first known heading on, labels begin at the place, and everything else well to the right of it."""
    labels = beside = 0
    is_below = False
    for line, beside_text in zip(document.lines, labels_beside, strict=True):
        if line.box is None:
            return False
        text = document.text_of(line)
        is_there = abs(line.box[0] - place) < SAME_PLACE
        label = beside_text or (bare_heading(text) and text)
        is_below = is_below or (is_there and normal(label) in grammar.phrases)
        if not is_below:
            continue
        if (is_there and not label) or (not is_there and line.box[0] < place + NARROWEST_RAIL):
            return False
        labels += is_there
        beside += not is_there
    return labels >= FEWEST_LABELS and beside >= LINES_BESIDE * labels


def stands_in_rail(line: Line, rail: float | None) -> bool:
    """Where there is a rail, headings stand in it."""
    return rail is None or line.box is None or abs(line.box[0] - rail) < SAME_PLACE


def rail_label(document: Document, line: Line) -> str:
    """What stands bold or in capitals left of the rest of its line, as "EDUCATION   2006 – 2008 Owari Institute"."""
    match = RAIL.match(document.text_of(line))
    if match is not None and (match[1].isupper() or line.is_bold):
        return match[1]
    if line.box is None or not line.is_bold or len(line.spans) < 2 or line.spans[1].is_bold:  # noqa: PLR2004
        return ""
    label = document.text_of(line.spans[0])
    return label if bare_heading(label) and not label.endswith(":") else ""


def rail_heading(label: str, text: str, line: Line, rail: float | None, grammar: HeadingGrammar) -> Heading | None:
    """A heading in a rail, with what stands to the right of it in the same line."""
    if not label:
        return None
    phrase = normal(label)
    length = len(text) - len(text[len(label) :].lstrip())
    is_in_rail = rail is not None and stands_in_rail(line, rail) and line.box is not None
    if phrase in grammar.phrases and (is_in_rail or RAIL.match(text)):
        return Heading(grammar.phrases[phrase], label, length)
    if is_in_rail and heading_odds(label) > LEAST_RAIL_WORDS:
        return heading_of(label, phrase, length, grammar)
    return None


def inline_heading(
    text: str, line: Line, current: SectionKind, grammar: HeadingGrammar, *, has_gap: bool
) -> Heading | None:
    """Let "Skills: C, C++" open a section where it isn't a label within one that has labels of its own."""
    match = INLINE.match(text)
    if match is None:
        return None
    phrase = normal(match[1])
    kind = grammar.phrases.get(phrase) or told_kind(match[1], match[2], line)
    if kind not in INLINE_KINDS or kind is current:
        return None
    if (current, kind) == (SectionKind.SKILLS, SectionKind.LANGUAGES):
        return Heading(kind, match[1].strip(), match.start(2)) if has_gap and says(match[2], kind) else None
    if current is SectionKind.OTHER and kind is SectionKind.SKILLS and not has_gap:
        return None  # a heading in somebody's own words may be of jobs, and "Stack: C" a label under one
    if current in HAS_LABELS_OF_ITS_OWN:
        is_plain = has_gap and ("skill" in phrase or kind is not SectionKind.SKILLS)
        is_told = (current, kind) not in OWN_LABELS and told_kind(match[1], match[2], line) is kind
        if not is_plain and not is_told:
            return None
    return Heading(kind, match[1].strip(), match.start(2))


def says(content: str, kind: SectionKind) -> bool:
    return line_likelihoods(content)[kind] > LIKELY


def told_kind(label: str, content: str, line: Line) -> SectionKind | None:
    """The kind that both a label in bold or capitals and what follows it speak for."""
    if not (label.isupper() or (line.spans and line.spans[0].is_bold)) or heading_odds(label) < 0:
        return None
    by_label, by_content = heading_likelihoods(label), line_likelihoods(content)
    kind = max(by_label, key=lambda each: by_label[each] + by_content[each])
    return kind if by_label[kind] > LIKELY and by_content[kind] > LIKELY else None


def names_person(heading: Heading) -> bool:
    """Personal particulars, under which "Languages: Zulu, English" is one label among many."""
    if heading.kind is not SectionKind.OTHER:
        return False
    likely = heading_likelihoods(heading.text)
    return likely[SectionKind.HEADER] > LIKELY
