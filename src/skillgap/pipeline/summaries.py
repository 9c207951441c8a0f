"""What an analysis says of its document, and what of a comparison it passes on."""

from msgspec.structs import replace

from skillgap.documents.types import Document, ReadingWarning
from skillgap.gap.fit_types import Answers
from skillgap.gap.questioning import hold_answers_against
from skillgap.gap.types import Fit, GapAnalysis
from skillgap.report.types import DocumentSummary
from skillgap.taxonomy.types import Role
from skillgap.taxonomy.whole import Taxonomy


def document_summary(document: Document, warnings: tuple[ReadingWarning, ...]) -> DocumentSummary:
    return DocumentSummary(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        pages=len(document.pages),
        characters=len(document.text),
        reader=document.reader,
        ocr_pages=document.ocr_pages,
        warnings=warnings,
    )


def held_back(gap: GapAnalysis) -> GapAnalysis:
    """What is no résumé has no gaps, and nothing to add to: nobody should plan by it."""
    return replace(gap, gaps=(), quick_wins=(), advancement=replace(gap.advancement, separates=()))


def answered(fit: Fit, role: Role, answers: Answers | None, taxonomy: Taxonomy) -> Fit:
    """`fit` with what the answers say, where there are any."""
    if answers is None:
        return fit
    return replace(fit, answers=hold_answers_against(role, answers, taxonomy.roles, taxonomy.fit))
