"""Running headers, footers and page numbers: what repeats at one place of the pages, or counts them, is kept out of the text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from skillgap.documents.contacts import CONTACT
from skillgap.documents.types import DrawnLine, HiddenCause, HiddenText, Page, RunningText

EDGE = 0.12
"""Of the page's height, from the top and from the bottom."""
SAME_HEIGHT = 8.0
DIGITS = re.compile(r"\d+")
PAGE_WORDS = r"page|pagina|página|seite|sivu|sida|side|strona|p\.|pg\.?"
OF_WORDS = r"of|/|von|de|di|sur|af|av|z"
PAGE_NUMBER = re.compile(
    rf"^\W*(?:(?:{PAGE_WORDS}|s\.)\s*)?(\d{{1,3}})(?:\s*(?:{OF_WORDS}|\|)\s*(\d{{1,3}}))?\W*$", re.IGNORECASE
)
SAID_NUMBER = re.compile(
    rf"[\s,–—-]+(?:(?:{PAGE_WORDS}|s\.)\s*(?P<page>\d{{1,3}})(?:\s*(?:{OF_WORDS})\s*\d{{1,3}})?|(?P<first>\d{{1,3}})\s*(?:/|of|von)\s*\d{{1,3}})\W*$",
    re.IGNORECASE,
)
"""At the end of a line: "– page 2/3", ", Seite 2 von 3", "2/3"."""
BROWSER = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}|(?:file|about|https?):\S+\s+\d{1,3}/\d{1,3}$")
SEPARATOR = re.compile(r"[|\u2022\u00b7\u2219]|\s{3,}")
FEWEST_DETAILS = 3
NAME_WORDS = 4
LINES_OF_NAME, FEWEST_OF_NAME, MOST_OTHERS = 4, 2, 2
WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")
TITLE_WORDS = frozenset({"curriculum", "vitae", "résumé", "resume", "lebenslauf", "currículum", "page"})


def without_running(lines: Sequence[DrawnLine], pages: Sequence[Page]) -> tuple[list[DrawnLine], list[RunningText]]:
    """Return the lines that are text, and what was running; contact details that stand nowhere else stay, once."""
    name = name_words(lines)
    running = {n for n, line in enumerate(lines) if is_page_number(line, pages) or is_numbered(line, pages, name)}
    for repeated in repetitions(lines, pages):
        rest = [line.text for number, line in enumerate(lines) if number not in repeated]
        kept = repeated[:1] if is_only_contact(lines[repeated[0]], rest) else []
        running.update(set(repeated) - set(kept))
    if len(running) == len(lines):
        return list(lines), []
    texts = [RunningText(text=lines[n].text, page=lines[n].page, box=lines[n].box) for n in sorted(running)]
    return [line for number, line in enumerate(lines) if number not in running], texts


def is_page_number(line: DrawnLine, pages: Sequence[Page]) -> bool:
    """A number at the edge of the page that is its own, or one counted of all; or what a browser prints there."""
    text = line.text.strip()
    if edge_of(line, pages) is None:
        return False
    match = PAGE_NUMBER.match(text)
    if match is None:
        return BROWSER.match(text) is not None
    return int(match[1]) == line.page and (match[2] is None or int(match[2]) >= line.page)


def name_words(lines: Sequence[DrawnLine]) -> frozenset[str]:
    """Those in capitals of the lines that a document begins with, among which is the person's name."""
    return frozenset(
        word.casefold() for line in lines[:LINES_OF_NAME] for word in WORD.findall(line.text) if word[0].isupper()
    )


def is_numbered(line: DrawnLine, pages: Sequence[Page], name: Collection[str]) -> bool:
    """Whether the line ends in the number of its page and says with it whose document it is: "Jane Eyre · Résumé   2"."""
    before, number = parted_number(line.text)
    if number != line.page or edge_of(line, pages) is None:
        return False
    words = [word.casefold() for word in WORD.findall(before)]
    own = [word for word in words if word not in TITLE_WORDS]
    named = sum(word in name for word in own)
    has_title = len(own) < len(words)
    return named > 0 and named + has_title >= FEWEST_OF_NAME and MOST_OTHERS * named >= len(own)


def parted_number(text: str) -> tuple[str, int | None]:
    """What stands before the number of a page at the line's end, and that number: a cell of its own, or said to be one."""
    cells = [cell for cell in SEPARATOR.split(text) if cell.strip()]
    if len(cells) > 1 and (match := PAGE_NUMBER.match(cells[-1])):
        return " ".join(cells[:-1]), int(match[1])
    said = SAID_NUMBER.search(text)
    return (text[: said.start()], int(said["page"] or said["first"])) if said else ("", None)


def edge_of(line: DrawnLine, pages: Sequence[Page]) -> str | None:
    """Whether the line stands at the top or at the bottom of its page, if it does."""
    height = pages[line.page - 1].height if line.page <= len(pages) else None
    if line.box is None or not height:
        return None
    if line.box[3] < EDGE * height:
        return "top"
    return "bottom" if line.box[1] > (1 - EDGE) * height else None


def repetitions(lines: Sequence[DrawnLine], pages: Sequence[Page]) -> Iterator[list[int]]:
    """Numbers of lines that say the same at the same height of most pages, or of all but the first."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if edge := edge_of(line, pages):
            groups[edge, pattern_of(line.text)].append(number)
    for numbers in groups.values():
        first = lines[numbers[-1]].box
        level = [n for n in numbers if first and (box := lines[n].box) and abs(box[1] - first[1]) < SAME_HEIGHT]
        here = {lines[number].page for number in level}
        if len(here) > 1 and (len(here) >= len(pages) - 1 or len(here) > len(pages) / 2):
            yield level


def without_repeated(hidden: Sequence[HiddenText], pages: Sequence[Page]) -> tuple[list[HiddenText], list[RunningText]]:
    """Return what is hidden, and apart from it the footers that a template puts beyond the edge of every page."""
    groups: dict[str, set[int]] = defaultdict(set)
    for text in hidden:
        if text.cause is HiddenCause.OFF_PAGE and DIGITS.search(text.text):
            groups[pattern_of(text.text)].add(text.page)
    footers = {pattern for pattern, here in groups.items() if 1 < len(here) == len(pages)}
    beyond = [text for text in hidden if text.cause is HiddenCause.OFF_PAGE and pattern_of(text.text) in footers]
    running = [RunningText(text=text.text, page=text.page, box=text.box) for text in beyond]
    return [text for text in hidden if text not in beyond], running


def pattern_of(text: str) -> str:
    return DIGITS.sub("#", " ".join(text.casefold().split()))


def is_only_contact(line: DrawnLine, rest: Collection[str]) -> bool:
    """Whether the line says how to reach the person, or who it is, and nothing else does."""
    elsewhere = " ".join(rest)
    parts = [part for part in SEPARATOR.split(line.text) if part.strip()]
    details = [*CONTACT.findall(line.text), *(parts if len(parts) >= FEWEST_DETAILS else ())]
    if details:
        return any(detail.strip() not in elsewhere for detail in details)
    words = [word for word in line.text.split() if word.isalpha() and word[0].isupper()]
    return line.page == 1 and 1 < len(words) <= NAME_WORDS and not any(word in elsewhere for word in words)
