"""Markdown, by markdown-it-py: its blocks become lines, its marks are dropped."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from skillgap.documents.encodings import decoded
from skillgap.documents.types import DrawnLine, Limits, ReaderResult

STYLED = re.compile(r"<[a-z][^<>]*\s(?:style|hidden|class)\b|<style\b", re.IGNORECASE)
"""HTML that may hide what it holds."""
FRONT_MATTER = re.compile(r"\A---\s*\n(?:.*\n){0,200}?---\s*\n")
"""Properties of the file, which are no text of its page."""
TAG = re.compile(r"<[^<>]*>")
NOT_TEXT = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """One line a heading, paragraph line, list item or table row; with styled HTML in it, what a browser shows of it all."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    text = FRONT_MATTER.sub("", decoded(content, name))
    if STYLED.search(text):
        from skillgap.documents.web.reader import read_html

        page = f"<!doctype html><meta charset=utf-8><body>{parser.render(text)}"
        return msgspec.structs.replace(read_html(page.encode(), name, limits), reader="markdown")
    walk = Walk()
    lines = tuple(line for token in parser.parse(text) for line in walk.lines_of(token))
    return ReaderResult(lines=lines, reader="markdown")


class Walk:
    """Where in the document a token stands, as far as its lines need to know."""

    def __init__(self) -> None:
        self.heading_level = 0
        self.item_depth = 0
        self.begins_item = False
        self.cells: list[str] | None = None
        self.has_lines = False

    def lines_of(self, token: Token) -> Iterator[DrawnLine]:
        match token.type:
            case "heading_open":
                self.heading_level = int(token.tag[1])
            case "heading_close":
                self.heading_level = 0
            case "list_item_open":
                self.item_depth, self.begins_item = self.item_depth + 1, True
            case "list_item_close":
                self.item_depth -= 1
            case "tr_open":
                self.cells = []
            case "tr_close":
                yield DrawnLine(text="  ".join(filter(None, self.cells or ())), is_whole=True)
                self.cells = None
            case "inline" if self.cells is not None:
                self.cells.append(" ".join(inline_text(token).split()))
            case "inline":
                yield from self.paragraph(token)
            case "fence" | "code_block" | "html_block":
                content = text_of_html(token.content) if token.type == "html_block" else token.content
                yield from (DrawnLine(text=text) for text in content.splitlines() if text.strip())
            case _:
                pass

    def paragraph(self, token: Token) -> Iterator[DrawnLine]:
        texts = [part for part in inline_text(token).split("\n") if part.strip()]
        is_bold = is_all_strong(token)
        for text in texts:
            yield DrawnLine(
                text=f"• {text}" if self.begins_item else text,
                heading_level=self.heading_level,
                is_bold=is_bold,
                is_whole=len(texts) == 1,
                follows_gap=self.has_lines and not self.item_depth,
            )
            self.begins_item, self.has_lines = False, True


def text_of_html(html: str) -> str:
    """What a browser would show of it, a line for each tag's content."""
    return unescape(TAG.sub("\n", " ".join(shown_parts(html))))


def shown_parts(html: str) -> Iterator[str]:
    """What stands outside of comments, scripts and style sheets; one that is never closed goes on to the end."""
    start = 0
    while opening := NOT_TEXT.search(html, start):
        yield html[start : opening.start()]
        closing = re.compile(rf"</{opening[1]}\s*>" if opening[1] else "-->", re.IGNORECASE)
        closed = closing.search(html, opening.end())
        if closed is None:
            return
        start = closed.end()
    yield html[start:]


def inline_text(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or BREAK.match(child.content):
            parts.append("\n")
        elif child.type == "html_inline":
            parts.append(" ")
    return "".join(parts)


def is_all_strong(token: Token) -> bool:
    children = [child for child in token.children or () if child.content or child.type != "text"]
    return len(children) > 1 and children[0].type == "strong_open" and children[-1].type == "strong_close"
