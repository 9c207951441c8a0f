"""Text that a page draws without holding it: list markers, and what style sheets put before or after an element."""

from collections.abc import Iterator

import tinycss2

from skillgap.documents.flow.sheet import BULLET
from skillgap.documents.web.css import Node
from skillgap.documents.web.css_values import shortened
from skillgap.documents.web.looks import Appearance

LONGEST_CONTENT = 200
NONE = {"none", "normal", ""}
NOT_AFTER_A_MARKER = {"none", ""}


def item_marker(appearance: Appearance, number: int) -> str:
    """What stands before a list item."""
    kind = appearance.style.get("list-style-type", "disc")
    if kind in NOT_AFTER_A_MARKER:
        return ""
    return f"{number}. " if kind.startswith("decimal") else BULLET


def generated(appearance: Appearance, node: Node, number: int) -> str | None:
    """Return the text that `content` says, None where it makes no box."""
    content = appearance.style.get("content", "none")
    if content in NONE or appearance.is_gone:
        return None
    return "".join(parts_of(content, node, number))[:LONGEST_CONTENT]


def parts_of(content: str, node: Node, number: int) -> Iterator[str]:
    for token in tinycss2.parse_component_value_list(shortened(content), skip_comments=True):
        if token.type == "string":
            yield token.value
        elif token.type == "function" and token.lower_name == "attr":
            yield node.etree_element.get(tinycss2.serialize(token.arguments).strip(), "")
        elif token.type == "function" and token.lower_name in {"counter", "counters"}:
            yield str(number) if number else ""
        elif token.type == "literal" and token.value == "/":
            return


def is_icon(text: str) -> bool:
    """Only glyphs of an icon font."""
    return all(letter.isspace() or "\ue000" <= letter <= "\uf8ff" for letter in text)
