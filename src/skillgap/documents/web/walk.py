"""The walk over a page's elements: what each opens and closes in the flow of text."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from skillgap.documents.flow.labels import marker_of
from skillgap.documents.flow.sheet import Sheet
from skillgap.documents.types import Limits, ReadingWarning, WarningCode
from skillgap.documents.web.content import generated, is_icon, item_marker
from skillgap.documents.web.css import Match, Node, StyleSheets
from skillgap.documents.web.css_media import holds_on_screen
from skillgap.documents.web.css_values import color_of, words_of
from skillgap.documents.web.defaults import NOT_TEXT
from skillgap.documents.web.flow import Flow
from skillgap.documents.web.looks import Appearance, Looks
from skillgap.documents.web.sight import FREE, is_panel
from skillgap.errors import DocumentTooLarge

PAGE = Appearance()
INLINE = {"inline", "inline-block", "inline-flex", "inline-grid", "inline-table", "contents", "ruby", "none", ""}
TABLE_ROW, TERM_AND_MEANING = 1, 2
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,5}")
HIDDEN_TOO = 3
"""Text that nobody sees is looked at as well, so that what follows it is not lost."""
MOST_ELEMENTS = 100_000
MOST_COLUMNS = 4
LEAST_ROOM = 3.0
GIVEN_UP = "the page has more style rules than can be followed; its text was read without them"
LONGEST_TARGET = 2_000
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
REPEATED = re.compile(r"repeat\(\s*(\d{1,2})\s*,(.*)\)")


class Frame:
    """An element that is open: how text in it looks, which children are still to come, and what its end must close."""

    def __init__(self, node: Node, appearance: Appearance, matches: tuple[Match, ...]) -> None:
        self.node = node
        self.appearance = appearance
        self.matches = matches
        self.children: Iterator[Node] = iter(node.children())
        self.closings: list[Callable[[], None]] = []
        self.is_row = False
        self.number = number_attribute(node.etree_element, "start", 1) - 1 if node.local_name == "ol" else 0
        self.item_number = 0


class Walk:
    def __init__(self, root: Node, name: str, limits: Limits) -> None:
        self.root, self.name, self.limits = root, name, limits
        self.sheets = StyleSheets(style_texts(root.etree_element), root)
        self.looks = Looks()
        self.sheet = Sheet(limits)
        self.flow = Flow(self.sheet)
        self.elements = 0

    def run(self) -> None:
        """Go through the elements, up to the limit of characters or elements; nothing recurses."""
        open_frames = [self.opened(self.root, None)]
        while (
            open_frames and self.flow.letters <= HIDDEN_TOO * self.limits.characters and self.elements < MOST_ELEMENTS
        ):
            frame = open_frames[-1]
            child = next(frame.children, None)
            if child is None:
                self.close(open_frames.pop())
                if open_frames:
                    self.tail(frame.node, open_frames[-1])
            elif child.local_name.lower() in NOT_TEXT or self.is_replaced(child, frame):
                self.tail(child, frame)
            else:
                open_frames.append(self.opened(child, frame))
            if len(open_frames) > self.limits.xml_depth:
                raise DocumentTooLarge(
                    f"{self.name}: the HTML is nested too deep", hint="print it to PDF from a browser"
                )
        while open_frames:
            self.close(open_frames.pop())
        self.flow.end()
        self.flow.end_floats()

    def warnings(self) -> tuple[ReadingWarning, ...]:
        messages = (GIVEN_UP,) if self.sheets.is_given_up else ()
        if self.elements >= MOST_ELEMENTS:
            messages = (*messages, f"only the first {MOST_ELEMENTS:,} elements were read")
        return tuple(ReadingWarning(WarningCode.TRUNCATED, message) for message in messages)

    def tail(self, node: Node, parent: Frame) -> None:
        if node.etree_element.tail:
            self.flow.text(node.etree_element.tail, parent.appearance)

    def is_replaced(self, node: Node, parent: Frame) -> bool:
        """Word writes list labels and tabs as runs of spaces with a remark."""
        style = node.etree_element.get("style", "").lower() if node.local_name == "span" else ""
        if "mso-list:" in style and "ignore" in style and not parent.appearance.is_gone:
            self.flow.marker = marker_of("".join(node.etree_element.itertext()))
        elif "mso-tab-count" in style:
            self.flow.tab(parent.appearance)
        else:
            return False
        return True

    def opened(self, node: Node, parent: Frame | None) -> Frame:
        self.elements += 1
        matches = self.sheets.matches(node)
        appearance = self.looks.of(node, parent.appearance if parent else PAGE, matches)
        frame = Frame(node, appearance, matches)
        if appearance.is_gone:
            self.flow.add(" ", appearance)
        else:
            self.open_box(frame, parent)
            self.open_element(frame, parent)
        self.put_generated(frame, "before")
        if node.etree_element.text:
            self.flow.text(node.etree_element.text, frame.appearance)
        return frame

    def close(self, frame: Frame) -> None:
        self.put_generated(frame, "after")
        if frame.appearance.is_gone:
            self.flow.add(" ", frame.appearance)
        for closing in reversed(frame.closings):
            closing()

    def open_box(self, frame: Frame, parent: Frame | None) -> None:
        """Open what the element's display makes of it: a float, a cell, a block, and in it perhaps a row."""
        flow, appearance = self.flow, frame.appearance
        display, side = appearance.display, appearance.style.get("float", "none")
        if (parent is not None and parent.is_row) or display == "table-cell":
            flow.open_cell()
            frame.closings.append(flow.close_cell)
        elif side in {"left", "right"} and display != "contents":
            flow.open_float()
            frame.closings.append(lambda: flow.close_float(side))
        elif display not in INLINE or appearance.style.get("position") in FREE:
            if appearance.style.get("clear", "none") != "none":
                flow.end()
                flow.end_floats()
            flow.open_block(appearance)
            frame.closings.append(lambda: flow.close_block(appearance))
        elif display != "contents" and has_room(appearance):
            flow.space(appearance)
            frame.closings.append(lambda: flow.space(appearance))
        columns = TERM_AND_MEANING if is_glossary(frame.node) else columns_of(appearance)
        if columns is not None:
            flow.open_row(columns)
            frame.closings.append(flow.close_row)
            frame.is_row = True

    def open_element(self, frame: Frame, parent: Frame | None) -> None:
        element, appearance = frame.node.etree_element, frame.appearance
        match element.tag:
            case "br":
                self.flow.end_line(appearance)
            case "a" if appearance.box_cause is None and appearance.look.size:
                self.sheet.add_link("".join(element.get("href", "")[:LONGEST_TARGET].split()))
            case "tspan" if "x" in element.attrib:
                self.flow.end()
            case "li":
                self.open_item(frame, parent)
            case _ if parent is not None and len(element) == 0 and not (element.text or "").strip():
                self.note_panel(parent, appearance)

    def open_item(self, frame: Frame, parent: Frame | None) -> None:
        if parent is not None:
            parent.number = number_attribute(frame.node.etree_element, "value", parent.number + 1)
            frame.item_number = parent.number
        if frame.appearance.display == "list-item":
            self.flow.marker = item_marker(frame.appearance, frame.item_number)
            frame.closings.append(self.forget_marker)

    def forget_marker(self) -> None:
        """An item without text has no marker, nor has what comes after it."""
        self.flow.end()
        self.flow.marker = ""

    def note_panel(self, frame: Frame, appearance: Appearance) -> None:
        """What comes after a coloured panel may stand on it."""
        background = color_of(appearance.style.get("background-color") or "transparent")
        if is_panel(appearance.style, appearance.size, background):
            frame.appearance = self.looks.without_ground(frame.appearance)

    def put_generated(self, frame: Frame, pseudo: str) -> None:
        """Put the text that a style sheet has before or after the element; before a list item it is a marker."""
        if not any(match[1] == pseudo for match in frame.matches):
            return
        appearance = self.looks.of(frame.node, frame.appearance, frame.matches, pseudo)
        text = generated(appearance, frame.node, frame.item_number)
        if text is None:
            return
        self.note_panel(frame, appearance)
        is_drawn = appearance.style.get("background-color", "transparent") != "transparent"
        if frame.item_number and pseudo == "before":
            self.flow.marker = marker_of(text) if text.strip() or is_drawn else self.flow.marker
        elif not is_icon(text):
            is_block = appearance.display not in INLINE
            if is_block:
                self.flow.end()
            self.flow.text(text, appearance)
            if is_block:
                self.flow.end()


def style_texts(root: Any) -> Iterator[str]:
    for style in root.iter("style"):
        parent = style.getparent()
        is_live = parent is None or parent.tag not in {"noscript", "template"}
        is_css = style.get("type", "text/css").strip().lower() == "text/css"
        if is_live and is_css and holds_on_screen(style.get("media", "")):
            yield CDATA.sub("", style.text or "")


def number_attribute(element: Any, name: str, default: int) -> int:
    value = element.get(name, "")
    return int(value) if WHOLE_NUMBER.fullmatch(value) else default


def has_room(appearance: Appearance) -> bool:
    """Whether there is room beside the text, as around a label or tag."""
    sides = ("padding-left", "padding-right", "margin-left", "margin-right")
    return any(appearance.length(name) >= LEAST_ROOM for name in sides)


def is_glossary(node: Node) -> bool:
    """Whether it is a list of definitions with one for each term: a table of two columns, as "2012–2016" and what was done then."""
    tags = [child.tag for child in node.etree_element] if node.local_name == "dl" else []
    return bool(tags) and tags == ["dt", "dd"] * (len(tags) // 2)


def columns_of(appearance: Appearance) -> int | None:
    """How many cells stand side by side: 0 for as many as there are, None where what is inside is no row."""
    display = appearance.display
    if display == "table-row":
        return TABLE_ROW
    if display == "flex":
        return None if appearance.style.get("flex-direction", "row").startswith("column") else 0
    if display != "grid":
        return None
    template = appearance.style.get("grid-template-columns", "none")
    repeated = REPEATED.fullmatch(template)
    count = int(repeated[1]) * len(words_of(repeated[2])) if repeated else len(words_of(template))
    return count if 1 < count <= MOST_COLUMNS else None
