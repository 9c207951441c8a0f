"""Annotated résumés: invented ones with their gold structure marked inline (the format: tests/resumes/README.md)."""

import re
from pathlib import Path

from msgspec import Struct

from skillgap.errors import PersonaError
from skillgap.resume.intervals import months_between
from skillgap.resume.types import DateRange, SectionKind

MARK = re.compile(r"\{([a-z]+): ([^{}]*)\}")
HEADING = re.compile(r"^## ([a-z_]+)( inline)?(?:: (.*))?$")
FLUSH = "   "
"""What stands flush right may be printed in a column of its own."""
CONTACT = "contact"
"""The kind of a section of contact details: no kind of ours, so that either reading of it is right."""
INTERNSHIP = "internship"
PRINTED = (".pdf", ".docx", ".html", ".printed.txt")


class GoldEntry(Struct, frozen=True, kw_only=True):
    """`fields` are as printed or as stated; `start` and `end` are gold dates, `present` for an open end."""

    kind: SectionKind
    is_internship: bool
    fields: dict[str, str]
    start: str | None
    end: str | None
    lines: tuple[str, ...]

    def months(self, as_of: str) -> int:
        end = None if self.end == "present" else self.end
        return months_between([DateRange(self.start, end, is_current=self.end == "present")], as_of)


class GoldSection(Struct, frozen=True, kw_only=True):
    """`kind` is None for the header and for contact details; `lines` are all of it but the heading."""

    kind: SectionKind | None
    lines: tuple[str, ...]


class GoldResume(Struct, frozen=True, kw_only=True):
    """`person` are the marked details, in their order; a link may stand there several times."""

    id: str
    path: Path
    about: dict[str, str]
    person: tuple[tuple[str, str], ...]
    sections: tuple[GoldSection, ...]
    entries: tuple[GoldEntry, ...]

    def detail(self, field: str) -> str | None:
        return next((value for name, value in self.person if name == field), None)


def read_gold_resumes(folder: Path) -> list[tuple[GoldResume, Path]]:
    """Each annotated résumé of a folder with the file printed from it; raises PersonaError where one is missing."""
    sources = sorted(path for path in folder.glob("*.txt") if not path.name.endswith(".printed.txt"))
    if not sources:
        raise PersonaError(f"{folder}: no annotated résumés (*.txt) in it")
    return [(read_gold_resume(source), printed_from(source)) for source in sources]


def other_texts(folder: Path) -> list[Path]:
    """Texts that are no résumés; raises PersonaError where there are none."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise PersonaError(f"{folder}: no texts (*.txt) in it")
    return paths


def printed_from(source: Path) -> Path:
    for suffix in PRINTED:
        path = source.with_suffix(suffix) if suffix != ".printed.txt" else source.with_suffix("").with_suffix(suffix)
        if path.exists():
            return path
    raise PersonaError(f"{source}: nothing is printed from it; run tests/resumes/render.py")


def plain_text(source: Path) -> str:
    """What a source prints, as plain text: headings in capitals, an empty line before each entry."""
    rows: list[str] = []
    inline = ""
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("###") or line == "---":
            rows.append("")
        elif heading := HEADING.match(line):
            inline = f"{heading[3]}: " if heading[2] else ""
            rows += ["", *([heading[3].upper()] if heading[3] and not heading[2] else [])]
        elif line.strip() and not line.startswith(("% ", "= ")):
            rows.append(inline + printed(line))
            inline = ""
    return "\n".join(rows)


def printed(line: str) -> str:
    """A source's line without its marks."""
    return printed_with_spans(line)[0]


def printed_with_spans(line: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A source's line as it is printed, and where its marked fields stand."""
    text, spans, position = "", {}, 0
    for mark in MARK.finditer(line):
        text += line[position : mark.start()].replace(" >> ", FLUSH)
        value = mark[2].partition(" => ")[0]
        spans[mark[1]] = (len(text), len(text) + len(value))
        text, position = text + value, mark.end()
    return text + line[position:].replace(" >> ", FLUSH), spans


def read_gold_resume(path: Path) -> GoldResume:
    """Parse one source; raises PersonaError with file and line where the format is broken."""
    builder = Builder(path)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            builder.take(line.rstrip(), number)
    return builder.resume()


class Builder:
    """Collects a source line by line; what is open closes when the next part begins."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about: dict[str, str] = {}
        self.person: list[tuple[str, str]] = []
        self.sections: list[GoldSection] = []
        self.entries: list[GoldEntry] = []
        self.kind: SectionKind | None = None
        self.lines: list[str] = []
        self.fields: dict[str, str] | None = None
        self.is_internship = False
        self.entry_lines: list[str] = []

    def take(self, line: str, number: int) -> None:
        if line.startswith("% "):
            key, _, value = line[2:].partition(":")
            self.about[key.strip()] = value.strip()
        elif line.startswith("###") or line == "---":
            self.close_entry()
            if line != "---":
                self.fields, self.is_internship = {}, line[3:].strip() == INTERNSHIP
        elif line.startswith("## "):
            self.open_section(line, number)
        elif line.startswith("= "):
            key, _, value = line[2:].partition(":")
            if self.fields is None:
                raise PersonaError(f"{self.path}:{number}: a stated field outside an entry")
            self.fields[key.strip()] = value.strip()
        else:
            self.take_text(line.removeprefix("- "))

    def open_section(self, line: str, number: int) -> None:
        self.close_section()
        heading = HEADING.match(line)
        if heading is None or (heading[1] != CONTACT and heading[1] not in tuple(SectionKind)):
            raise PersonaError(f"{self.path}:{number}: a section is '## kind: Heading'")
        self.kind = None if heading[1] == CONTACT else SectionKind(heading[1])

    def take_text(self, line: str) -> None:
        for mark in MARK.finditer(line):
            if self.fields is not None:
                self.fields[mark[1]] = mark[2]
            else:
                self.person.append((mark[1], mark[2]))
        text = printed(line)
        self.lines.append(text)
        self.entry_lines.append(text)

    def close_entry(self) -> None:
        if self.fields is not None and self.kind is not None:
            dates, _, gold = self.fields.get("dates", "").partition(" => ")
            start, slash, end = gold.strip().rpartition("/")
            self.entries.append(
                GoldEntry(
                    kind=self.kind,
                    is_internship=self.is_internship,
                    fields={**self.fields, **({"dates": dates.strip()} if dates else {})},
                    start=start if slash else None,
                    end=end or None,
                    lines=tuple(self.entry_lines),
                )
            )
        self.fields, self.entry_lines = None, []

    def close_section(self) -> None:
        self.close_entry()
        if self.lines:
            self.sections.append(GoldSection(kind=self.kind, lines=tuple(self.lines)))
        self.lines = []

    def resume(self) -> GoldResume:
        self.close_section()
        if not any(field == "name" for field, _ in self.person):
            raise PersonaError(f"{self.path}: nobody's name is marked in it")
        return GoldResume(
            id=self.about.get("id", self.path.stem),
            path=self.path,
            about=self.about,
            person=tuple(self.person),
            sections=tuple(self.sections),
            entries=tuple(self.entries),
        )
