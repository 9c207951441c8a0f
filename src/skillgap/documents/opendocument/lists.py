"""Bullets and numbers of OpenDocument lists."""

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.sheet import BULLET, numeral
from skillgap.documents.opendocument.styles import STYLE, TEXT, Styles

FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
LONGEST_NUMBER = 6


class Lists:
    """The lists open at a place in the walk, and what each has counted."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.names: list[str] = []
        self.counters: dict[tuple[str, int], int] = {}
        self.is_due = False

    def open(self, element: Element) -> None:
        """A list inside another has that one's style unless it names its own; a new one counts from the start."""
        inherited = self.names[-1] if self.names else ""
        self.names.append(element.get(f"{TEXT}style-name") or inherited)
        is_continued = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not is_continued:
            self.counters.pop((self.names[-1], len(self.names)), None)

    def begin(self, item: Element) -> None:
        self.is_due = item.tag == f"{TEXT}list-item"
        start = item.get(f"{TEXT}start-value", "")
        if start.isdecimal() and len(start) < LONGEST_NUMBER:
            self.counters[self.names[-1], len(self.names)] = int(start) - 1

    def close(self) -> None:
        self.names.pop()
        self.is_due = False

    def marker(self, style_of_paragraph: str) -> str:
        """Return what stands before the first paragraph of an item, "" before all others."""
        if not self.is_due:
            return ""
        self.is_due = False
        depth, name = len(self.names), self.names[-1]
        level = self.styles.lists.get(name or style_of_paragraph, {}).get(depth)
        if level is None or not level.tag.endswith("-number"):
            return BULLET
        form = level.get(f"{STYLE}num-format", "")
        start = level.get(f"{TEXT}start-value", "1")
        first = int(start) if start.isdecimal() and len(start) < LONGEST_NUMBER else 1
        count = self.counters[name, depth] = self.counters.get((name, depth), first - 1) + 1
        if form not in FORMS:
            return ""
        suffix = level.get(f"{STYLE}num-suffix") or "."
        return f"{level.get(f'{STYLE}num-prefix', '')}{numeral(count, FORMS[form])}{suffix.strip()} "
