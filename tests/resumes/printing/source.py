"""Reads of an annotated source what is printed, in the order of printing, and which words have a mark."""

import re
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\{([a-z]+): ([^{}]*)\}")
BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Span:
    """Words of one line; the field is empty where they have no mark."""

    text: str
    field: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Line:
    left: Spans
    right: Spans = ()
    is_bullet: bool = False

    @property
    def text(self) -> str:
        return " ".join(filter(None, (text_of(self.left), text_of(self.right))))

    @property
    def fields(self) -> set[str]:
        return {span.field for span in self.left + self.right if span.field}


@dataclass(frozen=True)
class Part:
    """An entry, or lines of a section that belong to none."""

    lines: tuple[Line, ...]
    is_entry: bool


@dataclass(frozen=True)
class Section:
    kind: str
    heading: str
    is_inline: bool
    parts: tuple[Part, ...]

    @property
    def has_entries(self) -> bool:
        return any(part.is_entry for part in self.parts)


@dataclass(frozen=True)
class Resume:
    about: dict[str, str]
    header: tuple[Line, ...]
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        return next((span.text for line in self.header for span in line.left if span.field == "name"), "")

    @property
    def side(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.heading in self._side_headings)

    @property
    def main(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.heading not in self._side_headings)

    @property
    def text(self) -> str:
        """Every printed word."""
        parts = [part for section in self.sections for part in section.parts]
        lines = [*self.header, *(line for part in parts for line in part.lines)]
        return "\n".join([*(section.heading for section in self.sections), *(line.text for line in lines)])

    @property
    def _side_headings(self) -> set[str]:
        return {heading.strip() for heading in self.about.get("side", "").split(",") if heading.strip()}


def text_of(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def read_source(path: Path) -> Resume:
    about: dict[str, str] = {}
    header: list[Line] = []
    sections: list[Section] = []
    parts: list[tuple[bool, list[Line]]] = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        text = raw.strip()
        if text.startswith("% "):
            key, _, value = text[2:].partition(":")
            about[key.strip()] = value.strip()
        elif text.startswith("###") or text == "---":
            parts.append((text != "---", []))
        elif text.startswith("## "):
            _close(sections, parts)
            parts = [(False, [])]
            sections.append(_opened(text[3:]))
        elif text and not text.startswith("= "):
            (parts[-1][1] if parts else header).append(read_line(text))
    _close(sections, parts)
    about.setdefault("id", path.stem)
    return Resume(about, tuple(header), tuple(sections))


def _opened(text: str) -> Section:
    head, _, heading = text.partition(":")
    return Section(head.split()[0], heading.strip(), head.split()[1:] == ["inline"], ())


def _close(sections: list[Section], parts: list[tuple[bool, list[Line]]]) -> None:
    if sections:
        last = sections[-1]
        filled = tuple(Part(tuple(lines), is_entry) for is_entry, lines in parts if lines)
        sections[-1] = Section(last.kind, last.heading, last.is_inline, filled)


def read_line(text: str) -> Line:
    is_bullet = text.startswith("- ")
    left, _, right = (text[2:] if is_bullet else text).partition(">>")
    return Line(read_spans(left.strip()), read_spans(right.replace(">>", " ").strip()), is_bullet)


def read_spans(text: str) -> Spans:
    """The words with a mark and those between them; of dates only what is printed."""
    spans: list[Span] = []
    end = 0
    for mark in MARK.finditer(text):
        spans.append(Span(text[end : mark.start()]))
        field, words = mark.groups()
        spans.append(Span(words.partition("=>")[0].strip() if field == "dates" else words.strip(), field))
        end = mark.end()
    spans.append(Span(text[end:]))
    return tuple(Span(BLANKS.sub(" ", span.text), span.field) for span in spans if span.text)
