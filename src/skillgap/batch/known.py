"""What the journal knows of a content, under the name that the user knows."""

from msgspec.structs import replace

from skillgap.batch.journal import Journal
from skillgap.batch.naming import file_name
from skillgap.batch.packing import unpacked_analysis, unpacked_structure
from skillgap.documents.types import Document
from skillgap.report.types import Analysis


def known_analysis(journal: Journal, sha256: str, name: str) -> Analysis:
    """`name` is the input's; the analysis goes by the file's name without its folders."""
    analysis = unpacked_analysis(journal.contract(sha256) or b"")
    return replace(analysis, document=replace(analysis.document, name=file_name(name)))


def known_document(journal: Journal, sha256: str, name: str) -> Document | None:
    """What was read of the file; None in a blind folder, which keeps none."""
    structure = journal.last_structure(sha256)
    return replace(unpacked_structure(structure).document, name=file_name(name)) if structure else None
