"""Headings with content in the same line: "EDUCATION   2006 – 2008 Owari Institute" in a rail, "Skills: C, C++"."""

import re

from skillgap.documents.types import Line
from skillgap.resume.content import heading_likelihoods, heading_odds, line_likelihoods
from skillgap.resume.heading_words import Heading, HeadingGrammar, heading_of, normal
from skillgap.resume.rails import RAIL, Rail
from skillgap.resume.types import SectionKind

LEAST_RAIL_WORDS = -4.0
LIKELY = -1.2
"""Natural logarithm of a share at which a model makes a clear statement."""
INLINE = re.compile(r"^([A-Z][\w'’&/ ]{2,40}?)\s*(?::|\s[-–—]\s)\s*(\S.*)$")
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


def rail_heading(label: str, text: str, line: Line, rail: Rail | None, grammar: HeadingGrammar) -> Heading | None:
    """A heading in a rail, with what stands to the right of it in the same line."""
    if not label:
        return None
    phrase = normal(label)
    length = len(text) - len(text[len(label) :].lstrip())
    is_in_rail = rail is not None and (line.box is not None or rail.color is not None) and rail.holds(line)
    if phrase in grammar.phrases and (is_in_rail or RAIL.match(text)):
        kind = grammar.phrases[phrase]
        return None if kind is SectionKind.LANGUAGES and lists_skills(text[length:]) else Heading(kind, label, length)
    if is_in_rail and heading_odds(label) > LEAST_RAIL_WORDS:
        return heading_of(label, phrase, length, grammar)
    return None


def is_own_label(heading: Heading, current: SectionKind, line: Line, rail: Rail | None) -> bool:
    """Say whether what stands apart in front of a line is a label that entries of the section have, and in no rail of headings."""
    return (current, heading.kind) in OWN_LABELS and not (rail is not None and rail.holds(line))


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


def lists_skills(content: str) -> bool:
    """Say whether what stands beside "Languages" is no language that people speak: "Go, Python, Bash"."""
    likely = line_likelihoods(content)
    return likely[SectionKind.SKILLS] > LIKELY and likely[SectionKind.LANGUAGES] < likely[SectionKind.SKILLS]


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
