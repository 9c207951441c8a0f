"""Examples for the model of parts: lines of résumés, each with the letter of what its writer had to do with what it tells."""

from collections.abc import Iterator
from pathlib import Path

from skillgap.evidence.assertion import cued_line
from skillgap.evidence.cue_grammar import compile_cues
from skillgap.evidence.finding import SkillFinder
from skillgap.evidence.parts import part_features
from skillgap.evidence.status_features import LineContext
from skillgap.evidence.types import Part, Status
from skillgap.resume.bare_lines import resume_of_line
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.training.linear import Example

LETTERS = {"L": Part.LED, "D": Part.DID, "H": Part.HELPED, "V": Part.VAGUE, "N": Part.NONE}
WORK = LineContext(SectionKind.EXPERIENCE, Status.USED)


def part_examples(folder: Path) -> Iterator[Example]:
    """A line an example: its letter, a tab, its text (training/README.md)."""
    taxonomy = shipped_taxonomy()
    finder, cues = SkillFinder(taxonomy), compile_cues(taxonomy.cues)
    for path in sorted((folder / "parts").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            letter, _, text = line.partition("\t")
            found, _ = finder.candidates(resume_of_line(text))
            cued = cued_line(text, [(each.start, each.end) for each in found], WORK, cues)
            yield Example(text, part_features(cued), LETTERS[letter])
