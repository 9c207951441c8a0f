"""Personas: invented résumés with their gold standard marked inline (the format: samples/personas/README.md).

The renderer of the samples and the evaluation read the same source, so that what is measured is what is printed.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from skillgap.errors import PersonaError
from skillgap.evaluation.marks import GoldLine, marked
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Level, SkillId

FIELD = re.compile(r"^(headline|email|phone|location|link|title|organization|dates):\s*(.*)$")
CONTACT = {"headline", "email", "phone", "location", "link"}
OTHER_TRADE = "other"


class GoldEntry(Struct, frozen=True):
    """`fields` are printed in their order; `start` and `end` are the gold dates, `present` for an open end."""

    fields: tuple[tuple[str, GoldLine], ...]
    start: str | None
    end: str | None
    lines: tuple[GoldLine, ...]

    def field(self, name: str) -> GoldLine | None:
        return next((line for key, line in self.fields if key == name), None)


class GoldSection(Struct, frozen=True):
    kind: SectionKind
    heading: str
    entries: tuple[GoldEntry, ...]
    lines: tuple[GoldLine, ...]


class Persona(Struct, frozen=True, kw_only=True):
    """`levels` are what the whole page makes one believe, None where nobody judged; `is_of_other_trade` says that no area is theirs."""

    id: str
    style: str
    about: str
    name: str
    contact: tuple[tuple[str, GoldLine], ...]
    sections: tuple[GoldSection, ...]
    levels: Mapping[SkillId, Level] | None = None
    is_of_other_trade: bool = False

    def lines(self) -> list[GoldLine]:
        """Every line that can hold a mention, in printed order."""
        found = [line for _, line in self.contact]
        for section in self.sections:
            found += section.lines
            for entry in section.entries:
                found += [line for _, line in entry.fields]
                found += entry.lines
        return found


def read_personas(folder: Path) -> list[Persona]:
    """Read every `*.txt` of a folder; raises PersonaError where there is none."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise PersonaError(f"{folder}: no personas (*.txt) in it")
    return [read_persona(path) for path in paths]


def read_persona(path: Path) -> Persona:
    """Parse one persona; raises PersonaError with file and line where the format is broken."""
    builder = Builder(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise PersonaError(f"{path}: not UTF-8") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            builder.take(line.rstrip(), number)
    return builder.persona()


class Builder:
    """Collects a persona line by line; what is open closes when the next part begins."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about: dict[str, str] = {}
        self.name = ""
        self.contact: list[tuple[str, GoldLine]] = []
        self.sections: list[GoldSection] = []
        self.kind: SectionKind | None = None
        self.heading = ""
        self.entries: list[GoldEntry] = []
        self.section_lines: list[GoldLine] = []
        self.is_in_entry = False
        self.fields: list[tuple[str, GoldLine]] = []
        self.dates: tuple[str | None, str | None] = (None, None)
        self.entry_lines: list[GoldLine] = []

    def take(self, line: str, number: int) -> None:
        if line.startswith("% "):
            key, _, value = line[2:].partition(":")
            self.about[key.strip()] = value.strip()
        elif line.startswith("### ") or line == "###":
            self.close_entry()
            self.is_in_entry = True
        elif line.startswith("## "):
            self.close_section()
            kind, _, self.heading = line[3:].partition(": ")
            if kind not in tuple(SectionKind):
                raise PersonaError(f"{self.path}:{number}: no section kind {kind!r}")
            self.kind = SectionKind(kind)
        elif line.startswith("# "):
            self.name = line[2:]
        elif (field := FIELD.match(line)) and (self.is_in_entry or (self.kind is None and field[1] in CONTACT)):
            self.take_field(field[1], field[2], number)
        else:
            text = line.removeprefix("- ")
            gold = self.gold(text, number, is_item=line.startswith("- "))
            (self.entry_lines if self.is_in_entry else self.section_lines).append(gold)

    def take_field(self, key: str, value: str, number: int) -> None:
        if key == "dates":
            value, _, gold = (part.strip() for part in value.partition("=>"))
            start, _, end = gold.partition("/")
            self.dates = (start or None, end or None) if end else (None, start or None)
        line = self.gold(value, number)
        (self.fields if self.is_in_entry else self.contact).append((key, line))

    def gold(self, text: str, number: int, *, is_item: bool = False) -> GoldLine:
        return marked(text, self.kind, f"{self.path}:{number}", is_item=is_item)

    def close_entry(self) -> None:
        if self.is_in_entry:
            self.entries.append(GoldEntry(tuple(self.fields), *self.dates, tuple(self.entry_lines)))
        self.fields, self.entry_lines, self.dates = [], [], (None, None)
        self.is_in_entry = False

    def close_section(self) -> None:
        self.close_entry()
        if self.kind is not None:
            self.sections.append(GoldSection(self.kind, self.heading, tuple(self.entries), tuple(self.section_lines)))
        self.entries, self.section_lines = [], []

    def persona(self) -> Persona:
        self.close_section()
        if not self.name or not self.sections:
            raise PersonaError(f"{self.path}: a persona needs a name (# …) and sections (## …)")
        return Persona(
            id=self.about.get("id", self.path.stem),
            style=self.about.get("style", "classic"),
            about=self.about.get("about", ""),
            name=self.name,
            contact=tuple(self.contact),
            sections=tuple(self.sections),
            levels=self.levels(),
            is_of_other_trade=self.about.get("trade") == OTHER_TRADE,
        )

    def levels(self) -> Mapping[SkillId, Level] | None:
        """The line `% levels: c=working, rust=none`."""
        if "levels" not in self.about:
            return None
        pairs = [pair.partition("=") for pair in self.about["levels"].split(",") if pair.strip()]
        unknown = [level for _, _, level in pairs if level.strip() not in tuple(Level)]
        if unknown:
            raise PersonaError(f"{self.path}: no level {unknown[0].strip()!r}; known: {', '.join(Level)}")
        return {SkillId(skill.strip()): Level(level.strip()) for skill, _, level in pairs}


def as_text(persona: Persona) -> str:
    """The persona as a plain-text résumé, as one would paste it into a form."""
    rows = [persona.name, *(line.text for _, line in persona.contact)]
    for section in persona.sections:
        rows += ["", section.heading.upper(), *(bulleted(line) for line in section.lines)]
        for entry in section.entries:
            rows += ["", entry_head(entry), *(bulleted(line) for line in entry.lines)]
    return "\n".join(rows).strip() + "\n"


def entry_head(entry: GoldEntry) -> str:
    """Title and dates on one line, organisation and place on the next."""
    title, dates = entry.field("title"), entry.field("dates")
    first = "   ".join(line.text for line in (title, dates) if line)
    second = ", ".join(line.text for line in (entry.field("organization"), entry.field("location")) if line)
    return "\n".join(row for row in (first, second) if row)


def bulleted(line: GoldLine) -> str:
    return f"- {line.text}" if line.is_item else line.text
