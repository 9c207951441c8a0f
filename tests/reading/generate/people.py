"""The invented persons whose résumés the generators set, from plain text files.

A person begins with ``= FILE-NAME``; then come a line ``Name | Role``, a line of contact details and, after ``>``, a summary. ``# Title``
opens a section (the signs between ``#`` and the title say where a layout puts it: ``#<`` left, ``#>`` right, ``#=`` below), ``---`` a page.
In a section, ``## a | b | dates`` is an entry, ``- `` a point, ``label = text`` a labelled fact. ``~`` allows a word to be broken there,
``^…^`` is raised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LAYOUTS = HERE.parent / "layouts"
HEADING = re.compile(r"#(?P<place>[^#\s]?) (?P<title>.+)")


@dataclass(frozen=True)
class Entry:
    """A position, a degree or (without a head) loose points: head is title, organisation, dates."""

    head: tuple[str, ...]
    points: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.head[0]

    @property
    def firm(self) -> str:
        return ", ".join(self.head[1:-1])

    @property
    def dates(self) -> str:
        return self.head[-1]


@dataclass(frozen=True)
class Section:
    """A titled part of a résumé."""

    title: str
    place: str = ""
    page: int = 1
    entries: list[Entry] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    """A résumé's content, whatever its layout."""

    name: str
    role: str
    contact: tuple[str, ...]
    about: str
    sections: tuple[Section, ...]

    def at(self, place: str, page: int | None = None) -> list[Section]:
        """The sections of a place, in order."""
        return [section for section in self.sections if section.place == place and page in (None, section.page)]

    def section(self, title: str) -> Section:
        return next(section for section in self.sections if section.title == title)


def read_people(name: str) -> dict[str, Person]:
    """The persons of a file beside this one, by the name of the file that each is set in."""
    blocks = (HERE / name).read_text(encoding="utf-8").split("\n= ")
    people = dict(_person(block.removeprefix("= ")) for block in blocks)
    if len(people) != len(blocks):
        raise ValueError(f"{name}: a file name stands there twice")
    return people


def _person(block: str) -> tuple[str, Person]:
    file_name, head, contact, *lines = [line for line in block.splitlines() if line.strip()]
    name, role = head.split(" | ")
    about = next((line[2:] for line in lines if line.startswith("> ")), "")
    body = [line for line in lines if not line.startswith("> ")]
    return file_name, Person(name, role, tuple(contact.split(" | ")), about, tuple(_sections(body)))


def _sections(lines: list[str]) -> Iterator[Section]:
    page = 1
    section: Section | None = None
    for line in lines:
        if line == "---":
            page += 1
        elif heading := HEADING.fullmatch(line):
            if section:
                yield section
            section = Section(heading["title"], heading["place"], page)
        elif section:
            _take(section, line)
    if section:
        yield section


def _take(section: Section, line: str) -> None:
    """Put a line into its section."""
    if line.startswith("## "):
        section.entries.append(Entry(tuple(line[3:].split(" | "))))
    elif line.startswith("- "):
        if not section.entries:
            section.entries.append(Entry(()))
        section.entries[-1].points.append(line[2:])
    else:
        label, text = line.split(" = ", 1)
        section.facts.append((label, text))


def spoken(text: str) -> str:
    """Text as a person reads it out: without the signs that only say how it is set."""
    return " ".join(text.replace("~", "").replace("\u00ad", "").replace("^", "").split())


def write_expected(name: str, lines: list[str]) -> None:
    """Write what a person reads beside the file, a line each."""
    text = "\n".join(line for line in map(spoken, lines) if line)
    (LAYOUTS / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
