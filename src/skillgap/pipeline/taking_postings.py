"""A document as a posting; a résumé in its place is refused."""

from skillgap.documents.types import Document
from skillgap.errors import NotAPosting
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.types import Posting
from skillgap.resume.parsing import ResumeGrammar, looks_like_resume


def posting_of(document: Document, collector: EvidenceCollector, grammar: ResumeGrammar) -> Posting:
    """Raises NotAPosting where the document is a résumé."""
    if looks_like_resume(document, grammar):
        raise NotAPosting(
            f"{document.name}: this is a résumé, not a job posting", hint="a posting is the text of a job advertisement"
        )
    return read_posting(document, collector)
