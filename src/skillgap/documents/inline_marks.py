"""Markdown within a line of text that is not a Markdown file: `code` and [links](https://example.com) without their marks."""

import re

CODE = re.compile(r"(?<![\w`])`([^`\n]{1,120})`(?![\w`])")
LINK = re.compile(
    r"\[([^\[\]\n]{1,200})\]\(<?((?:https?://|mailto:|www\.)[^\s()<>]{1,400})>?(?: \"[^\"\n]{0,200}\")?\)"
)
MARKS = ("`", "](")


def without_marks(text: str) -> str:
    """What a reader of the page that it was written for would see."""
    if not any(mark in text for mark in MARKS):
        return text
    for mark in (LINK, CODE):
        text = mark.sub(r"\1", text)
    return text


def linked_from(text: str) -> list[str]:
    """Where its links lead to."""
    return [match[2] for match in LINK.finditer(text)] if "](" in text else []
