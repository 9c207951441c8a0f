"""Skills as a component of anybody's spaCy pipeline: `nlp.add_pipe("skillgap_skills")`, once this module is imported.

For the extra `skillgap[spacy]`; nothing else here needs spaCy.
"""

from typing import TYPE_CHECKING

from spacy.language import Language

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.resume.bare_lines import resume_of_lines
from skillgap.taxonomy.loading import shipped_taxonomy

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPANS = "skills"


@Language.factory("skillgap_skills")
class SkillSpans:
    """Writes every mention of a skill in its technical sense to `doc.spans["skills"]`, labelled with the skill's id.

    Spans cover the tokens of the pipeline's own tokenizer that the name touches.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.nlp, self.name = nlp, name
        self._collector = EvidenceCollector(shipped_taxonomy())

    def __call__(self, doc: "Doc") -> "Doc":
        resume = resume_of_lines(doc.text.split("\n"))
        starts = [line.start for line in resume.lines]
        found = [
            doc.char_span(
                starts[mention.line_number] + mention.start,
                starts[mention.line_number] + mention.end,
                label=mention.skill,
                alignment_mode="expand",
            )
            for mention in self._collector.mentions(resume)
        ]
        doc.spans[SPANS] = [span for span in found if span is not None]
        return doc
