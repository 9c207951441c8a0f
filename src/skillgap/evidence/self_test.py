"""The taxonomy's own tests: every example must be read as its skill, no counterexample may be."""

from collections.abc import Iterator

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status
from skillgap.resume.types import LogicalLine, Piece, Resume, Section, SectionKind
from skillgap.taxonomy.types import Cues


def cue_faults(cues: Cues) -> Iterator[str]:
    """Names in the cues that stand for nothing: the kinds of sections, and the statuses of labels."""
    for field in ("headings", "telling"):
        for kind in getattr(cues, field):
            if kind not in tuple(SectionKind):
                yield f"cues/{cues.language}: {field} has no section kind {kind!r}; known: {', '.join(SectionKind)}"
    for status in cues.labels:
        if status not in tuple(Status):
            yield f"cues/{cues.language}: labels has no status {status!r}; known: {', '.join(Status)}"


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
