"""RTF files: no library that is kept up reads styles and hidden text, so the few parts that a text has are read here."""

from skillgap.documents.flow.edges import with_edges
from skillgap.documents.flow.sheet import pages_of, within_pages
from skillgap.documents.rtf.walk import Walk
from skillgap.documents.types import Limits, ReaderResult

TWIPS_A_POINT = 20


def read_rtf(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """One line a paragraph, a line break or a row of short cells; of a file that breaks off, what it has."""
    del name  # there is nothing in an RTF file that must be refused
    walk = Walk(limits)
    walk.run(content)
    lines, cut = within_pages((*walk.sheet.lines, *walk.notes), limits)
    lines, running = with_edges(walk.edges, lines)
    sheet = walk.sheet
    width, height = (walk.sizes.get(side, 0) / TWIPS_A_POINT or None for side in ("paperw", "paperh"))
    return ReaderResult(
        lines=lines,
        reader="rtf",
        pages=pages_of(sheet.page, width, height),
        hidden=tuple(sheet.hidden),
        running=running,
        links=tuple(sheet.links),
        warnings=(*cut, *walk.warnings()),
    )
