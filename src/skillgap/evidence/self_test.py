"""The taxonomy's own tests: every example must be read as its skill, no counterexample may be."""

from collections.abc import Iterator

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.resume.types import LogicalLine, Piece, Resume, Section, SectionKind


def example_faults(collector: EvidenceCollector) -> Iterator[str]:
    """Run each line alone, as a bullet of a job, through the real matcher."""
    for skill in collector.taxonomy.skills.values():
        for line in skill.examples:
            if skill.id not in (found := skills_in(line, collector)):
                yield f"{skill.id}: the example {line!r} is read as {', '.join(found) or 'nothing'}"
        for line in skill.counterexamples:
            if skill.id in skills_in(line, collector):
                yield f"{skill.id}: the counterexample {line!r} is read as this skill"


def skills_in(line: str, collector: EvidenceCollector) -> list[str]:
    return list(dict.fromkeys(mention.skill for mention in collector.mentions(resume_of_line(line))))


def resume_of_line(text: str) -> Resume:
    line = LogicalLine(
        text=text, pieces=(Piece(0, 0, len(text)),), page=1, boxes=(), is_item=True, is_bold=False, follows_gap=False
    )
    return Resume(lines=(line,), sections=(Section(SectionKind.EXPERIENCE, "", 1, 0, len(text)),), entries=())
