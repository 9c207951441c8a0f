"""Headers and footers of office files: contact details that stand nowhere else are text, what repeats is kept apart."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from skillgap.documents.contacts import CONTACT
from skillgap.documents.flow.sheet import COUNT_CLOSES, COUNT_OPENS
from skillgap.documents.running import OF_WORDS, PAGE_WORDS
from skillgap.documents.types import DrawnLine, RunningText

MARKED = rf"{COUNT_OPENS}[^{COUNT_CLOSES}]{{0,80}}{COUNT_CLOSES}"
COUNT = rf"(?:{MARKED}|\d{{1,3}})"
PAGE_COUNT = re.compile(
    rf"\(?(?:\b(?:{PAGE_WORDS})\s*{COUNT}|{MARKED})(?:\s*(?:{OF_WORDS})\s*{COUNT})?\)?",
    re.IGNORECASE,
)
BARE_COUNT = re.compile(r"\W*\d{1,3}(?:\s*(?:of|von|/)\s*\d{1,3})?\W*")
PARTS = re.compile(r"(\t+|\s{3,})")
LOOSE_ENDS = " \t|·•–—-/,"
WORD = re.compile(r"\w+")
LINES_OF_A_PAGE = 50
LETTERS_OF_A_PAGE = 3_000


class Edge(Struct, frozen=True, kw_only=True):
    """The lines of one header or footer; `is_once` where it stands on one page alone."""

    lines: tuple[DrawnLine, ...]
    is_header: bool
    is_once: bool = False


class Standing:
    """What the text says already, to tell what is repeated."""

    def __init__(self, lines: Iterable[DrawnLine]) -> None:
        self.letters = ""
        self.digits = ""
        self.words: set[str] = set()
        self.add(lines)

    def add(self, lines: Iterable[DrawnLine]) -> None:
        text = "\n".join(line.text for line in lines).casefold()
        self.letters += "\n" + text
        self.digits += "\n" + re.sub(r"[^\d\n]", "", text)
        self.words.update(WORD.findall(text))

    def has_contact(self, contact: str) -> bool:
        digits = re.sub(r"\D", "", contact)
        is_phone = re.search(r"[^\W\d]", contact) is None
        return digits in self.digits if is_phone else contact.casefold() in self.letters

    def has_words(self, text: str) -> bool:
        return self.words.issuperset(WORD.findall(text.casefold()))


def with_edges(
    edges: Iterable[Edge], body: tuple[DrawnLine, ...]
) -> tuple[tuple[DrawnLine, ...], tuple[RunningText, ...]]:
    """Put what stays of the headers before the body and of the footers after it; the rest is running text, each once.

    What is short enough to fit one page has its header and footer on one page alone, so they are ordinary text.
    """
    edges = [edge for edge in edges if edge.lines]
    if not edges:
        return body, ()
    standing = Standing(body)
    is_single = fits_one_page(body)
    above: list[DrawnLine] = []
    below: list[DrawnLine] = []
    running: dict[str, None] = {}
    said: set[str] = set()
    for edge in edges:
        stays: list[DrawnLine] = []
        for line in edge.lines:
            if line.text in said:
                continue
            said.add(line.text)
            kept, apart = parted(line, edge, standing, is_single=is_single)
            running.update(dict.fromkeys(apart))
            stays += [kept] if kept else []
        standing.add(stays)
        (above if edge.is_header else below).extend(stays)
    return (*above, *body, *below), tuple(RunningText(text=text, page=1) for text in running)


def fits_one_page(body: tuple[DrawnLine, ...]) -> bool:
    is_turned = any(line.page > 1 for line in body[-1:])
    return not is_turned and len(body) <= LINES_OF_A_PAGE and sum(len(line.text) for line in body) <= LETTERS_OF_A_PAGE


def parted(line: DrawnLine, edge: Edge, standing: Standing, *, is_single: bool) -> tuple[DrawnLine | None, list[str]]:
    """Judge what tabs hold apart, left, middle and right, each on its own; what is as long as a page is no header."""
    if len(line.text) > LETTERS_OF_A_PAGE:
        return replace(line, text=unmarked(line.text), spans=()), []
    if BARE_COUNT.fullmatch(line.text):
        return None, [line.text]
    kept: list[str] = []
    apart: list[str] = []
    for text, gap in split(line.text):
        apart += (unmarked(count.group()) for count in PAGE_COUNT.finditer(text))
        rest = PAGE_COUNT.sub("", text)
        rest = text if rest == text else rest.strip(LOOSE_ENDS)
        if not rest.strip():
            continue
        if is_text(rest, edge, standing, is_single=is_single):
            kept += (unmarked(rest), gap)
        else:
            apart.append(unmarked(rest))
    text = "".join(kept).strip()
    if text == line.text:
        return line, apart
    return (replace(line, text=text, spans=()) if text else None), [part for part in apart if part]


def split(text: str) -> Iterator[tuple[str, str]]:
    parts = PARTS.split(text)
    return zip(parts[::2], [*parts[1::2], ""], strict=True)


def is_text(text: str, edge: Edge, standing: Standing, *, is_single: bool) -> bool:
    if edge.is_once or is_single:
        return True
    contacts = CONTACT.findall(text)
    if contacts:
        return not all(standing.has_contact(contact) for contact in contacts)
    return edge.is_header and not standing.has_words(text)


def unmarked(text: str) -> str:
    return text.replace(COUNT_OPENS, "").replace(COUNT_CLOSES, "").strip()
