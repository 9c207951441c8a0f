"""Résumés as plain text, as people type them."""

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .source import Line, Section, text_of
from .taste import Design
from .tones import Row, header_role, heading_of, inline_heading, plain, rows_of_section

WIDTH = 78


@dataclass(frozen=True)
class Habits:
    """How someone types: the headings, the bullets, how far a line goes (0 for never broken)."""

    heading: str
    bullet: str
    width: int
    flush: str
    gap_below_head: bool
    gap_between: bool
    gap_around_paragraphs: bool


def habits_of(design: Design, *, for_paper: bool) -> Habits:
    """What is set in monospace on paper is broken at the width of the page."""
    pick = design.taste.pick
    return Habits(
        pick("typed heading", {"capitals": 40, "dashes": 25, "equals": 10, "colon": 25}),
        pick("typed bullet", {"-": 50, "*": 25, "•": 25}),
        WIDTH if for_paper or design.taste.one_in(2, "typed width") else 0,
        "spaces" if for_paper else pick("typed flush", {"spaces": 60, "tab": 40}),
        design.taste.one_in(4, "typed gap below head"),
        not design.taste.one_in(12, "typed gap between"),
        design.resume.about.get("gaps") == "paragraphs",
    )


def typed(design: Design, *, for_paper: bool = False) -> str:
    habits = habits_of(design, for_paper=for_paper)
    lines = [*_header(design, habits)]
    for section in design.resume.sections:
        lines += ["", *_section(section, design, habits)]
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _header(design: Design, habits: Habits) -> Iterator[str]:
    is_centered = design.look == "centered" and habits.width
    for line in design.resume.header:
        text = _flushed(text_of(line.left), _right(line), habits)
        wrapped = [text] if "\t" in text or line.right else _wrapped(text, habits, "", "")
        yield from (_centered(each) if is_centered else each for each in wrapped)
        if header_role(line) == "name" and design.taste.one_in(5, "typed name rule"):
            yield "=" * _width(text)


def _right(line: Line) -> str:
    return text_of(line.right)


def _centered(text: str) -> str:
    return " " * max(0, (WIDTH - _width(text)) // 2) + text


def _section(section: Section, design: Design, habits: Habits) -> Iterator[str]:
    heading = heading_of(section)
    if heading:
        yield from _heading(heading, habits)
    was_entry = False
    for number, (part, rows) in enumerate(rows_of_section(section, design)):
        if number and (habits.gap_between or not (part.is_entry and was_entry)):
            yield ""
        was_entry = part.is_entry
        yield from _rows(rows, habits)


def _heading(heading: str, habits: Habits) -> Iterator[str]:
    if not heading[0].isalnum() and not heading[-1].isalnum():
        yield heading
        return
    match habits.heading:
        case "capitals":
            yield heading.upper()
            yield ""
        case "colon":
            yield inline_heading(heading)
        case kind:
            yield heading
            yield ("-" if kind == "dashes" else "=") * _width(heading)


def _rows(rows: list[Row], habits: Habits) -> Iterator[str]:
    for number, row in enumerate(rows):
        is_below_head = habits.gap_below_head and row.is_bullet and not rows[number - 1].is_bullet
        is_between = habits.gap_around_paragraphs and not (row.is_bullet and rows[number - 1].is_bullet)
        if number and (is_below_head or is_between):
            yield ""
        text = plain(row.left)
        if row.right:
            yield _flushed(text, plain(row.right), habits)
        elif row.is_bullet:
            yield from _wrapped(text, habits, f"{habits.bullet} ", "  ")
        else:
            yield from _wrapped(text, habits, "", "")


def _flushed(left: str, right: str, habits: Habits) -> str:
    if not right:
        return left
    if habits.flush == "tab":
        return f"{left}\t{right}"
    room = WIDTH - _width(left) - _width(right)
    if room < 2 and habits.width:
        return f"{left}\n{' ' * max(0, WIDTH - _width(right))}{right}"
    return left + " " * max(2, room) + right


def _wrapped(text: str, habits: Habits, first: str, later: str) -> list[str]:
    if not habits.width:
        return [first + text]
    wide = _width(text) / max(1, len(text))
    return textwrap.wrap(
        text,
        max(20, int(habits.width / wide)) if wide > 1 else habits.width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=wide > 1.3,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _width(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text if not unicodedata.combining(sign)
    )
