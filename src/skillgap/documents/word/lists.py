"""Numbers and bullets of Word's lists, counted as Word does, one counter a list and level."""

import re

from skillgap.documents.flow.archives import Element
from skillgap.documents.flow.sheet import BULLET, numeral
from skillgap.documents.word.names import VAL, W
from skillgap.documents.word.settings import number_of
from skillgap.documents.word.styles import Styles

PLACEHOLDER = re.compile(r"%([1-9])")
MOST_LINKED = 4


class Level:
    """One depth of a list: how it counts, from where, and what stands around the number."""

    def __init__(self, element: Element) -> None:
        self.form = value_of(element, "numFmt", "decimal")
        self.pattern = value_of(element, "lvlText", "")
        self.start = int(number_of(value_of(element, "start", "1")) or 0)


class Lists:
    """The lists that numbering.xml defines, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self.styles = styles
        self.abstracts: dict[str, Element] = {}
        self.numbers: dict[str, Element] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.counters: dict[str, dict[int, int]] = {}
        if root is not None:
            self.abstracts = {item.get(f"{W}abstractNumId", ""): item for item in root.iterchildren(f"{W}abstractNum")}
            self.numbers = {item.get(f"{W}numId", ""): item for item in root.iterchildren(f"{W}num")}

    def marker(self, list_id: str, depth: int) -> str:
        """Return what stands before the item, "" where the list says nothing does; a list unknown to the file has bullets."""
        if list_id in {"", "0"}:
            return ""
        levels = self.levels_of(list_id)
        level = levels.get(depth)
        if level is None or level.form == "bullet":
            return BULLET
        counters = self.counters.setdefault(list_id, {})
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        if level.form == "none":
            return ""
        text = PLACEHOLDER.sub(lambda found: self.number(int(found[1]) - 1, levels, counters), level.pattern).strip()
        return f"{text}. " if text.isalnum() else f"{text} " if text else ""

    def number(self, depth: int, levels: dict[int, Level], counters: dict[int, int]) -> str:
        level = levels.get(depth)
        count = counters.get(depth, level.start if level else 1)
        return numeral(count, level.form if level else "decimal")

    def levels_of(self, list_id: str) -> dict[int, Level]:
        if list_id not in self.levels:
            number = self.numbers.get(list_id)
            found = levels_in(self.abstract_of(list_id))
            for override in () if number is None else number.iterchildren(f"{W}lvlOverride"):
                found |= levels_in(override)
            self.levels[list_id] = found
        return self.levels[list_id]

    def abstract_of(self, list_id: str) -> Element | None:
        """Follow a list that only names a style, whose paragraphs name the list meant."""
        for _ in range(MOST_LINKED):
            number = self.numbers.get(list_id)
            abstract = None if number is None else self.abstracts.get(value_of(number, "abstractNumId", ""))
            link = "" if abstract is None else value_of(abstract, "numStyleLink", "")
            if not link:
                return abstract
            list_id = self.styles.shape(link).list_id or ""
        return None


def levels_in(parent: Element | None) -> dict[int, Level]:
    found = () if parent is None else parent.iterchildren(f"{W}lvl")
    return {int(number_of(item.get(f"{W}ilvl", "")) or 0): Level(item) for item in found}


def value_of(parent: Element, name: str, default: str) -> str:
    child = parent.find(f"{W}{name}")
    return default if child is None else child.get(VAL, default)
