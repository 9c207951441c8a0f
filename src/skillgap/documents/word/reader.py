"""Word documents: the parts of the zip that hold text are walked once, styles and colours resolved on the way."""

from collections.abc import Iterator
from functools import cached_property

from skillgap.documents.flow.archives import SAVE_AGAIN, Archive, Element, Relations
from skillgap.documents.flow.colors import AUTO, WHITE, ground_for
from skillgap.documents.flow.edges import Edge, with_edges
from skillgap.documents.flow.sheet import Sheet, pages_of, within_pages
from skillgap.documents.types import Limits, ReaderResult
from skillgap.documents.word.colors import Colors
from skillgap.documents.word.lists import Lists
from skillgap.documents.word.names import OFF, VAL, R, W
from skillgap.documents.word.settings import number_of
from skillgap.documents.word.shapes import backdrops
from skillgap.documents.word.styles import Place, Styles
from skillgap.documents.word.walk import Package, Walk
from skillgap.errors import DocumentCorrupt

USUAL_MAIN = "word/document.xml"
MOST_EDGES = 60
EDGE_KINDS = ("headerReference", "footerReference")
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def read_docx(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """One line a paragraph (or per line break in it), as a person reads them; macros, comments and linked files are never read.

    Raises DocumentTooLarge where the archive unpacks to more than the limits, DocumentCorrupt where it can't be opened,
    DocumentEncrypted where it needs a password.
    """
    return Reading(Archive(content, name, limits), limits).result()


class Reading:
    """The main part of one file, and what is needed to read it."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self.archive = archive
        self.sheet = Sheet(limits)
        self.limits = limits
        self.path = Relations(archive, "").of_kind("officeDocument") or USUAL_MAIN
        root = archive.xml(self.path)
        body = None if root is None else root.find(f"{W}body")
        if root is None or body is None:
            raise DocumentCorrupt(f"{archive.name}: the Word file is damaged, it has no text part", hint=SAVE_AGAIN)
        self.root, self.body = root, body
        self.relations = Relations(archive, self.path)
        colors = Colors(lambda: self.part("theme"))
        styles = Styles(self.part("styles"), colors)
        has_lists = next(self.root.iter(f"{W}numPr"), None) is not None or styles.has_lists
        self.package = Package(styles, Lists(self.part("numbering") if has_lists else None, styles), colors)

    def part(self, kind: str) -> Element | None:
        path = self.relations.of_kind(kind)
        return None if path is None else self.archive.xml(path)

    @cached_property
    def settings(self) -> Element | None:
        return self.part("settings")

    def result(self) -> ReaderResult:
        edges = list(self.edges())
        self.set_grounds([self.root, *(root for root, _, _ in edges)])
        place = Place(self.package.paper)
        Walk(self.package, self.sheet, self.relations.links).content(self.body, place)
        self.read_notes(place)
        body, self.sheet.lines, last = tuple(self.sheet.lines), [], self.sheet.page
        read = [self.edge(root, path, kind, place) for root, path, kind in edges]
        lines, running = with_edges(read, body)
        lines, warnings = within_pages(lines, self.limits)
        return ReaderResult(
            lines=lines,
            reader="docx",
            pages=pages_of(last, *self.page_size()),
            hidden=tuple(self.sheet.hidden),
            running=running,
            links=tuple(self.sheet.links),
            warnings=warnings,
        )

    def set_grounds(self, roots: list[Element]) -> None:
        colors = self.package.colors
        drops = [drop for root in roots for drop in backdrops(root, colors)]
        paper = self.paper()
        self.package.paper = ground_for(paper, [drop for drop in drops if drop.is_behind])
        self.package.floating = ground_for(paper, drops)

    def paper(self) -> str:
        """The page's colour, which Word shows only if the settings say so."""
        background = self.root.find(f"{W}background")
        color = AUTO if background is None else self.package.colors.of(background, "color")
        return color if color != AUTO and self.is_set("displayBackgroundShape") else WHITE

    def is_set(self, name: str) -> bool:
        found = None if self.settings is None else self.settings.find(f"{W}{name}")
        return found is not None and found.get(VAL, "1") not in OFF

    def edges(self) -> Iterator[tuple[Element, str, str]]:
        """The headers and footers of all sections that are shown, each part once: its root, its path, and which it is."""
        met: set[str] = set()
        for section in self.body.iter(f"{W}sectPr"):
            for reference in section.iterchildren(*(f"{W}{kind}" for kind in EDGE_KINDS)):
                _, path = self.relations.parts.get(reference.get(f"{R}id", ""), ("", ""))
                if not path or path in met or len(met) >= MOST_EDGES or not self.is_shown(reference, section):
                    continue
                met.add(path)
                root = self.archive.xml(path)
                if root is not None:
                    which = "first " if reference.get(f"{W}type") == "first" else ""
                    yield root, path, which + reference.tag[len(W) :]

    def is_shown(self, reference: Element, section: Element) -> bool:
        match reference.get(f"{W}type", "default"):
            case "first":
                switch = section.find(f"{W}titlePg")
                return switch is not None and switch.get(VAL, "1") not in OFF
            case "even":
                return self.is_set("evenAndOddHeaders")
            case _:
                return True

    def edge(self, root: Element, path: str, kind: str, place: Place) -> Edge:
        self.sheet.page, self.sheet.is_gap, self.sheet.lines = 1, False, []
        Walk(self.package, self.sheet, Relations(self.archive, path).links, is_edge=True).content(root, place)
        return Edge(lines=tuple(self.sheet.lines), is_header="header" in kind, is_once=kind.startswith("first"))

    def read_notes(self, place: Place) -> None:
        """Read the footnotes and endnotes that the text refers to, in its order."""
        for kind in ("footnotes", "endnotes"):
            wanted = [key for found, key in self.package.notes if found == kind]
            path = self.relations.of_kind(kind) if wanted else None
            root = None if path is None else self.archive.xml(path)
            if root is None or path is None:
                continue
            notes = {note.get(f"{W}id", ""): note for note in root if note.get(f"{W}type") not in SEPARATORS}
            walk = Walk(self.package, self.sheet, Relations(self.archive, path).links)
            self.sheet.is_gap = True
            for note in [notes[key] for key in wanted if key in notes]:
                walk.content(note, place)

    def page_size(self) -> tuple[float | None, float | None]:
        size = next(self.body.iter(f"{W}pgSz"), None)
        measures = [None if size is None else number_of(size.get(f"{W}{name}", "")) for name in ("w", "h")]
        width, height = (None if measure is None else measure / 20 for measure in measures)
        return width, height
