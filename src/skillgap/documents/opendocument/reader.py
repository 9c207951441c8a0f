"""OpenDocument texts, in a zip or flat: the text is walked once, headers and footers of its pages besides."""

from collections.abc import Iterator

from skillgap.documents.flow.archives import SAVE_AGAIN, Archive, Element, parsed_xml
from skillgap.documents.flow.colors import AUTO, WHITE, ground_for, points
from skillgap.documents.flow.edges import Edge, with_edges
from skillgap.documents.flow.sheet import Sheet, pages_of, within_pages
from skillgap.documents.opendocument.frames import backdrops
from skillgap.documents.opendocument.styles import FO, OFFICE, STYLE, Styles, fill_of
from skillgap.documents.opendocument.walk import Place, Walk
from skillgap.documents.types import Limits, ReaderResult
from skillgap.errors import DocumentCorrupt, DocumentEncrypted

ZIP = b"PK"
MOST_PAGE_STYLES = 30
EDGES = {
    f"{STYLE}{which}{variant}": (which == "header", variant == "-first")
    for which in ("header", "footer")
    for variant in ("-first", "", "-left")
}


def read_odt(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """One line a paragraph (or per line break in it), as a person reads them; comments, scripts and linked files are never read.

    Raises DocumentTooLarge where the archive unpacks to more than the limits, DocumentCorrupt where it can't be opened,
    DocumentEncrypted where it needs a password.
    """
    if not content.startswith(ZIP):
        return read_flat_odt(content, name, limits)
    archive = Archive(content, name, limits)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise DocumentEncrypted(f"{name}: the file is protected by a password", hint="save a copy without it")
    root = archive.xml("content.xml")
    if root is None:
        raise damaged(name)
    return Reading(root, archive.xml("styles.xml"), name, limits).result("odt")


def read_flat_odt(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Read the form that is one XML file without a zip, by the same rules."""
    root = parsed_xml(content, name, limits)
    return Reading(root, root, name, limits).result("fodt")


def damaged(name: str) -> DocumentCorrupt:
    return DocumentCorrupt(f"{name}: the OpenDocument file is damaged, it has no text part", hint=SAVE_AGAIN)


class Reading:
    """The text and the styles of one file, and what is needed to read them."""

    def __init__(self, root: Element, looks: Element | None, name: str, limits: Limits) -> None:
        body = root.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise damaged(name)
        self.body = body
        self.limits = limits
        self.sheet = Sheet(limits)
        common, automatic, masters = (
            None if looks is None else looks.find(f"{OFFICE}{part}")
            for part in ("styles", "automatic-styles", "master-styles")
        )
        self.styles = Styles(common, root.find(f"{OFFICE}automatic-styles"))
        self.edge_styles = Styles(common, automatic)
        self.layouts = {} if automatic is None else by_name(automatic, f"{STYLE}page-layout")
        self.masters = {} if masters is None else by_name(masters, f"{STYLE}master-page")

    def result(self, reader: str) -> ReaderResult:
        pages = self.used_masters()
        layout = self.layout_of(pages[0]) if pages else None
        paper = (None if layout is None else fill_of(layout)) or WHITE
        paper = WHITE if paper == AUTO else paper
        drops = [*backdrops(self.body, self.styles)]
        drops += [drop for page in pages for drop in backdrops(page, self.edge_styles)]
        place = Place(ground_for(paper, [drop for drop in drops if drop.is_behind]))
        floating = ground_for(paper, drops)
        walk = Walk(self.styles, self.sheet, floating)
        walk.blocks(self.body, place)
        self.sheet.is_gap = True
        for note in walk.notes:
            walk.blocks(note, place)
        body, last = tuple(self.sheet.lines), self.sheet.page
        lines, running = with_edges(self.edges(pages, place, floating), body)
        lines, warnings = within_pages(lines, self.limits)
        return ReaderResult(
            lines=lines,
            reader=reader,
            pages=pages_of(last, *size_of(layout)),
            hidden=tuple(self.sheet.hidden),
            running=running,
            links=tuple(self.sheet.links),
            warnings=warnings,
        )

    def used_masters(self) -> list[Element]:
        """The page styles that the text names, the first paragraph's first, and those that follow them."""
        named = [style.get(f"{STYLE}master-page-name", "") for style in self.styles.elements.values()]
        first = next((name for name in named if name in self.masters), "Standard")
        waiting = [first if first in self.masters else next(iter(self.masters), ""), *named]
        met: list[Element] = []
        for start in waiting:
            page = self.masters.get(start)
            while page is not None and page not in met and len(met) < MOST_PAGE_STYLES:
                met.append(page)
                page = self.masters.get(page.get(f"{STYLE}next-style-name", ""))
        return met

    def layout_of(self, page: Element) -> Element | None:
        layout = self.layouts.get(page.get(f"{STYLE}page-layout-name", ""))
        return None if layout is None else layout.find(f"{STYLE}page-layout-properties")

    def edges(self, pages: list[Element], place: Place, floating: str) -> Iterator[Edge]:
        """The headers and footers of the pages used; one whose page style gives way to another stands once."""
        for page in pages:
            following = page.get(f"{STYLE}next-style-name", "")
            gives_way = following in self.masters and following != page.get(f"{STYLE}name")
            for element in page:
                if element.tag not in EDGES or element.get(f"{STYLE}display") == "false":
                    continue
                is_header, is_first = EDGES[element.tag]
                self.sheet.lines, self.sheet.page, self.sheet.is_gap = [], 1, False
                Walk(self.edge_styles, self.sheet, floating, is_edge=True).blocks(element, place)
                yield Edge(lines=tuple(self.sheet.lines), is_header=is_header, is_once=is_first or gives_way)


def by_name(parent: Element, tag: str) -> dict[str, Element]:
    return {child.get(f"{STYLE}name", ""): child for child in parent.iterchildren(tag)}


def size_of(layout: Element | None) -> tuple[float | None, float | None]:
    if layout is None:
        return None, None
    return points(layout.get(f"{FO}page-width")), points(layout.get(f"{FO}page-height"))
