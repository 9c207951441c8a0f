"""Which words of a résumé are bold or italic, and what of an entry stands beside it; the same for every engine."""

from collections.abc import Iterator
from dataclasses import dataclass

from .source import Line, Part, Section, Span, Spans, text_of
from .taste import Design

LONG = 110
LABEL = 34
CONTACT = {"email", "phone", "location", "link", "born", "nationality", "marital", "gender"}
NAMED = {"title", "degree"}


@dataclass(frozen=True)
class Run:
    """Words in one tone: ``b`` bold, ``i`` italic."""

    text: str
    tone: str = ""
    field: str = ""


Runs = list[Run]


@dataclass(frozen=True)
class Row:
    """A printed line with its tones, and whether it belongs to the head of an entry."""

    left: Runs
    right: Runs
    is_bullet: bool = False
    is_head: bool = False

    @property
    def role(self) -> str:
        """``name`` or ``headline`` where it is one, which may be in a section too."""
        return next((run.field for run in self.left if run.field in {"name", "headline"}), "")


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def rows_of(part: Part, section: Section, design: Design, *, is_followed: bool = False) -> list[Row]:
    """The lines of an entry, or of what belongs to none; a loose line that an entry follows is most likely an employer."""
    if part.is_entry:
        return list(_entry(part, design))
    if is_followed and section.has_entries:
        return [_above(line, design) for line in part.lines]
    labelled = design.has_bold_labels and section.kind in {"skills", "languages", "interests", "contact"}
    return [_row(line, label=labelled) for line in part.lines]


def _entry(part: Part, design: Design) -> Iterator[Row]:
    heads = _head_count(part)
    for number, line in enumerate(part.lines):
        if number >= heads:
            yield _row(line)
            continue
        is_bold = design.head == "first" and number == 0 and len(line.text) < LONG
        left = [Run(span.text, "b" if is_bold else _tone(span, design), span.field) for span in line.left]
        right = [Run(span.text, design.right_tone, span.field) for span in line.right]
        yield Row(left, right, line.is_bullet, is_head=True)


def _head_count(part: Part) -> int:
    """How many lines stand before the first bullet, up to the last with a mark."""
    count = 0
    for number, line in enumerate(part.lines):
        if line.is_bullet:
            break
        if line.fields or line.right:
            count = number + 1
    return count


def _tone(span: Span, design: Design) -> str:
    if design.head == "fields":
        return {"organization": "b", "title": "i", "degree": "i"}.get(span.field, "")
    if design.head == "title" and span.field in NAMED:
        return "b"
    return "i" if design.head == "first" and span.field == "location" and design.taste.one_in(3, "place") else ""


def _above(line: Line, design: Design) -> Row:
    is_short = len(line.text) < LONG and not line.is_bullet
    tone = "b" if is_short and design.head != "plain" else ""
    return Row(_runs(line.left, tone), _runs(line.right, design.right_tone), line.is_bullet, is_head=is_short)


def _row(line: Line, *, label: bool = False) -> Row:
    left = _runs(line.left)
    start, colon, rest = left[0].text.partition(":") if left else ("", "", "")
    if label and colon and 1 < len(start) < LABEL and rest[:1] in {"", " "} and not left[0].field:
        left = [Run(start + colon, "b"), Run(rest), *left[1:]]
    return Row(left, _runs(line.right), line.is_bullet)


def _runs(spans: Spans, tone: str = "") -> Runs:
    return [Run(span.text, tone, span.field) for span in spans]


def rows_of_section(section: Section, design: Design) -> list[tuple[Part, list[Row]]]:
    """The parts of a section with their lines; an inline heading stands in front of the first one."""
    made = []
    for number, part in enumerate(section.parts):
        following = section.parts[number + 1 : number + 2]
        is_followed = any(each.is_entry for each in following)
        made.append((part, rows_of(part, section, design, is_followed=is_followed)))
    if section.is_inline and section.heading:
        heading = Run(inline_heading(section.heading), "b")
        if made and not made[0][1][0].is_bullet:
            first = made[0][1][0]
            made[0][1][0] = Row([heading, Run(" "), *first.left], first.right, is_bullet=False, is_head=first.is_head)
        else:
            made.insert(0, (Part((), is_entry=False), [Row([heading], [])]))
    return made


def inline_heading(heading: str) -> str:
    return heading if heading.endswith((":", "–", "—", "-", ".", "：")) else f"{heading}:"


def heading_of(section: Section) -> str:
    """The heading that stands on a line of its own, if there is one."""
    return "" if section.is_inline else section.heading


def aside(rows: list[Row]) -> tuple[Runs, list[Row]]:
    """What stands in the dates' column, and the rest: what is behind ``>>``, or else a line that is nothing but dates."""
    flush = [row.right for row in rows if row.right]
    if flush:
        found: Runs = []
        for runs in flush:
            found += [Run("\n"), *runs] if found else runs
        return found, [Row(row.left, [], row.is_bullet, row.is_head) for row in rows if row.left]
    for number, row in enumerate(rows):
        if not row.is_bullet and row.left and all(run.field == "dates" or not run.text.strip() for run in row.left):
            return row.left, rows[:number] + rows[number + 1 :]
    return [], rows


def header_role(line: Line) -> str:
    """``name``, ``headline``, ``contact`` or ``other``: what a line before the first section is."""
    if "name" in line.fields:
        return "name"
    if line.fields & CONTACT:
        return "contact"
    return "headline" if "headline" in line.fields else "other"


def label_and_value(line: Line) -> tuple[str, str]:
    """Of "Phone: 555 0100" both parts; the label is empty where there is none."""
    label, colon, value = text_of(line.left).partition(": ")
    return (label + ":", value) if colon and len(label) < LABEL and value else ("", text_of(line.left))
