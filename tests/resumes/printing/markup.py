"""The body of a résumé as HTML: for Chromium to print, and for pages that people put on the web."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from .source import Line, Section
from .taste import Design
from .tones import Row, Run, Runs, aside, header_role, heading_of, label_and_value, plain, rows_of_section

TONES = {"b": "strong", "i": "em"}


@dataclass(frozen=True)
class Tags:
    """The elements that a page is made of."""

    header: str = "header"
    name: str = "h1"
    section: str = "section"
    heading: str = "h2"
    entry: str = "article"
    head: str = "h3"
    line: str = "p"
    item: str = "li"
    side: str = "aside"
    main: str = "main"
    dates: str = "time"
    bold: str = "strong"
    italic: str = "em"


SEMANTIC = Tags()
DIVS = Tags(
    *("div", "div", "div", "div", "div", "div", "div"),
    item="div",
    side="div",
    main="div",
    dates="span",
    bold="span",
    italic="span",
)
SIMPLE = Tags("div", "h1", "div", "h2", "div", "p", "p", "li", "div", "div", "span", "b", "i")


@dataclass(frozen=True)
class Markup:
    design: Design
    tags: Tags
    flush: str
    """How the words behind ``>>`` come to the right: ``flex``, ``float`` or ``table``."""
    are_links: bool

    def body(self) -> str:
        builders: dict[str, Callable[[], str]] = {"sidebar": self._sidebar, "sidebar-right": self._sidebar}
        return builders.get(self.design.look, self._single)()

    def _single(self) -> str:
        head = self._header()
        inner = "\n".join(self._section(section) for section in self.design.resume.sections)
        if self.design.look == "columns":
            if self.design.taste.one_in(3, "header in column"):
                return f'<div class="columns">{head}\n{inner}</div>'
            return f'{head}\n<div class="columns">{inner}</div>'
        return f"{head}\n{self._tag(self.tags.main, 'main', inner)}"

    def _sidebar(self) -> str:
        """The header above both columns, in the wide or in the narrow one; either may come first in the file."""
        place = header_place(self.design)
        head = self._header()
        side = "\n".join(self._section(section) for section in self.design.resume.side)
        main = "\n".join(self._section(section) for section in self.design.resume.main)
        side = self._tag(self.tags.side, "side", (head if place == "side" else "") + side)
        main = self._tag(self.tags.main, "main", (head if place == "main" else "") + main)
        is_main_first = self.design.taste.one_in(3, "main first") or self.design.look == "sidebar-right"
        columns = main + "\n" + side if is_main_first else side + "\n" + main
        return f'{head if place == "above" else ""}<div class="two">{columns}</div>'

    def _header(self) -> str:
        lines: list[str] = []
        table: list[str] = []
        for line in self.design.resume.header:
            role = header_role(line)
            if self.design.look == "table" and role in {"contact", "other"} and not line.right and lines:
                label, value = label_and_value(line)
                cells = f"<td>{escape(label)}</td><td>{self._value(line, label, value)}</td>" if label else ""
                whole = f'<td colspan="2">{self._words(_plain_runs(line))}</td>'
                table.append(f"<tr>{cells or whole}</tr>")
            else:
                lines.append(self._header_line(line, role))
        if table:
            lines.append(f'<table class="details">{"".join(table)}</table>')
        return self._tag(self.tags.header, "header", "\n".join(lines))

    def _value(self, line: Line, label: str, value: str) -> str:
        spans = [
            Run(span.text.removeprefix(label).lstrip() if n == 0 else span.text, "", span.field)
            for n, span in enumerate(line.left)
        ]
        return self._words(spans) if plain(spans) == value else escape(value)

    def _header_line(self, line: Line, role: str) -> str:
        row = Row(_plain_runs(line), [Run(span.text, "", span.field) for span in line.right])
        tag = self.tags.name if role == "name" else self.tags.line
        return self._line(row, tag, role)

    def _section(self, section: Section) -> str:
        title = heading_of(section)
        heading = self._tag(self.tags.heading, "heading", f"<span>{escape(title)}</span>") if title else ""
        wrap = {"table": self._table, "dates-left": self._dated}.get(self.design.look, self._flowing)
        content = wrap(section)
        if self.design.look == "rail":
            content = f'<div class="rail">{heading}</div><div class="content">{content}</div>'
            return self._tag(self.tags.section, "section", content)
        return self._tag(self.tags.section, "section" if title else "section untitled", f"{heading}\n{content}")

    def _flowing(self, section: Section) -> str:
        return "\n".join(
            self._part(rows, is_entry=part.is_entry) for part, rows in rows_of_section(section, self.design)
        )

    def _part(self, rows: list[Row], *, is_entry: bool) -> str:
        inner = self._rows(rows)
        return self._tag(self.tags.entry, "entry", inner) if is_entry else f'<div class="loose">{inner}</div>'

    def _dated(self, section: Section) -> str:
        """Each entry with its dates at the left; elsewhere each line with what is behind ``>>``."""
        made = []
        for part, rows in rows_of_section(section, self.design):
            for group in [rows] if part.is_entry else [[row] for row in rows]:
                beside, rest = aside(group) if part.is_entry or group[0].right else ([], group)
                cells = f'<div class="dates">{self._words(beside)}</div><div class="rest">{self._rows(rest)}</div>'
                made.append(f'<div class="dated{" entry" if part.is_entry else ""}">{cells}</div>')
        return "\n".join(made)

    def _table(self, section: Section) -> str:
        rows = []
        for part, lines in rows_of_section(section, self.design):
            if part.is_entry:
                beside, heads, rest = table_cells(lines, self.design)
                left = self._words(beside) + self._rows(heads)
            if part.is_entry and rest:
                rows.append(f'<tr><td class="left">{left}</td><td>{self._rows(rest)}</td></tr>')
            else:
                rows.append(f'<tr><td colspan="2">{self._rows(lines)}</td></tr>')
        return f'<table class="ruled">{"".join(rows)}</table>'

    def _rows(self, rows: list[Row]) -> str:
        made, is_open = [], False
        is_list = self.tags.item == "li"
        for row in rows:
            if is_list and row.is_bullet != is_open:
                made.append("</ul>" if is_open else "<ul>")
                is_open = row.is_bullet
            if row.is_bullet:
                made.append(self._item(row))
            else:
                made.append(self._line(row, *self._place(row)))
        return "\n".join(made) + ("</ul>" if is_open else "")

    def _place(self, row: Row) -> tuple[str, str]:
        """The tag and the class of a line in a section."""
        if row.role:
            return self.tags.name if row.role == "name" else self.tags.line, row.role
        return (self.tags.head, "head") if row.is_head else (self.tags.line, "line")

    def _item(self, row: Row) -> str:
        words = self._words(row.left) + (f'<span class="right"> {self._words(row.right)}</span>' if row.right else "")
        if self.tags.item == "li":
            return f"<li>{words}</li>"
        sign = f'<span class="sign">{self.design.bullet}</span> ' if self.design.bullet else ""
        return f'<div class="item">{sign}{words}</div>'

    def _line(self, row: Row, tag: str, role: str) -> str:
        if not row.right:
            return self._tag(tag, role, self._words(row.left))
        left, right = self._words(row.left), self._words(row.right)
        match self.flush:
            case "float":
                inner = f'<span class="right">{right}</span> {left}'
            case "table":
                inner = f'<table class="split"><tr><td>{left}</td><td class="right">{right}</td></tr></table>'
                return f'<div class="{role}">{inner}</div>'
            case _:
                inner = f'<span>{left}</span> <span class="right">{right}</span>'
        return self._tag(tag, f"{role} split", inner)

    def _words(self, runs: Runs) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        words = escape(run.text).replace("\n", "<br>")
        if target := link_target(run) if self.are_links else "":
            words = f'<a href="{escape(target)}">{words}</a>'
        if run.field == "dates" and self.tags.dates == "time":
            words = f"<time>{words}</time>"
        if run.field == "name":
            words = f'<span class="person">{words}</span>'
        if not run.tone:
            return words
        tag = self.tags.bold if run.tone == "b" else self.tags.italic
        return f'<span class="{run.tone}">{words}</span>' if tag == "span" else f"<{tag}>{words}</{tag}>"

    def _tag(self, tag: str, role: str, inner: str) -> str:
        return f'<{tag} class="{role}">{inner}</{tag}>'


def _plain_runs(line: Line) -> Runs:
    return [Run(span.text, "", span.field) for span in line.left]


def table_cells(lines: list[Row], design: Design) -> tuple[Runs, list[Row], list[Row]]:
    """The left cell of an entry's row, as words (dates) or as lines (the head), and the right one, which may be empty."""
    beside, others = aside(lines)
    heads = [row for row in lines if row.is_head]
    rest = [row for row in lines if not row.is_head]
    if beside and others and (design.dates_in_table or not rest):
        return beside, [], others
    return ([], heads, rest) if rest else ([], heads[:1], heads[1:])


def header_place(design: Design) -> str:
    """Where the name stands when there are two columns."""
    return design.taste.pick("header place", {"above": 45, "main": 35, "side": 20})


def link_target(run: Run) -> str:
    text = run.text.strip()
    match run.field:
        case "email":
            return f"mailto:{text}"
        case "link":
            return text if "://" in text else f"https://{text}"
    return ""
