"""What is seen of each line of a résumé when its section is asked for: the line's words and look, its place, its heading."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise, takewhile

import msgspec
from msgspec import Struct

from skillgap.resume.heading_words import CERTAIN, WHOLE_PHRASE, Heading
from skillgap.resume.types import LogicalLine, SectionKind

KINDS = tuple(SectionKind)
Shares = Sequence[float]
"""Natural logarithms, one for each of `KINDS`."""
UNASKED: Shares = (-3.0,) * len(KINDS)
"""What is said of a line that isn't there."""
WIDE_GAP = 0.6
"""What is left free between two lines where there is a gap, in heights of a line."""
MOSTLY = 0.7
MANY_COMMAS = 3
LENGTHS = (2, 5, 9, 14, 25)
FULL_WEIGHT, LEAST_WEIGHT = 4, 0.2
"""So many lines under a heading say what it is as loudly as they can; those far below it, where they agree, hardly matter."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
RANGE = re.compile(
    r"(?:(?:19|20)\d\d|['’]\d\d|\d)\s*(?:[–—-]|to|bis|au|à|a|until)\s*"
    r"(?:\d|[^\W\d_]{3,9}\.?,?\s*\d|present|now|current|today|date|heute|actual|ongoing)",
    re.IGNORECASE,
)
OPEN_WORDS = (
    "present",
    "current",
    "now",
    "till date",
    "to date",
    "heute",
    "actualidad",
    "presente",
    "today",
    "since",
    "seit",
    "depuis",
    "desde",
    "ongoing",
)
OPEN = re.compile(rf"\b(?:{'|'.join(OPEN_WORDS)})\b", re.IGNORECASE)
DATED = re.compile(r"(?:19|20)\d\d\s*[–—-]")
MANY_DATED = 3
QUOTE = re.compile(r"[\"“”«»„]")
ADDRESS = re.compile(r"https?://|github|gitlab|www\.|\.(?:com|org|io|net)\b", re.IGNORECASE)
IN_ADDRESS = ("http", "git", "www.", ".com", ".org", ".io", ".net")
NUMBER = re.compile(r"[\d() +-]{9,}")
LABEL = re.compile(r"^[^\W\d_][\w /&'’.-]{1,28}?\s*:")


class Place(StrEnum):
    """Under a heading, above the first, or in a résumé without any."""

    BARE = "bare"
    TOP = "top"
    HEADED = "headed"


class Step(Struct, frozen=True, kw_only=True):
    """A line with its text behind a heading in the same line; `heading` is what it stands first under.

    `is_column` says that it begins a column of contact details or the name. `depth` is how many lines stand above it
    under its heading.
    """

    line: LogicalLine
    text: str
    heading: Heading | None
    place: Place
    is_column: bool
    has_gap: bool
    depth: int


class Seen(Struct, frozen=True, kw_only=True):
    """`marks` are names of what the line looks like; `around` the shares of the line, the one before, the next, its paragraph.

    `heading` are the shares of the heading's words, `named` the kind that they name and how surely, `elsewhere` the kinds that
    other headings name for certain. `edge` is how the line stands to the one before.
    """

    marks: Sequence[str]
    around: tuple[Shares, Shares, Shares, Shares]
    heading: Shares | None
    named: tuple[str, int] | None
    elsewhere: frozenset[int]
    edge: str
    weight: float


def steps_of(lines: Sequence[LogicalLine], columns: Sequence[int], headings: Mapping[int, Heading]) -> list[Step]:
    """The lines but headings that stand alone; `columns` are where columns without a heading begin."""
    steps: list[Step] = []
    heading, place, depth = None, Place.TOP if headings else Place.BARE, 0
    waiting = sorted(columns)
    before: LogicalLine | None = None
    for line in lines:
        is_column = False
        while waiting and waiting[0] <= line.start:
            is_column = bool(steps) or bool(heading)
            waiting.pop(0)
        if is_column:
            place, depth = (Place.TOP if headings else Place.BARE), 0
        text = line.text
        own = headings.get(line.start)
        if own is not None:
            heading, place, depth = (heading or own) if own.continues else own, Place.HEADED, 0
            text = text[own.length :].strip()
            if not text:
                continue
        steps.append(
            Step(
                line=line,
                text=text,
                heading=heading,
                place=place,
                is_column=is_column,
                has_gap=heading is not None or (before is not None and follows_gap(before, line)),
                depth=depth,
            )
        )
        before, heading, depth = line, None, depth + 1
    return steps if headings or any(step.has_gap for step in steps) else [apart(step) for step in steps]


def apart(step: Step) -> Step:
    """Where nothing sets the sections of a résumé apart, each of them may begin with any line."""
    return step if step.line.is_item else msgspec.structs.replace(step, has_gap=True)


def follows_gap(before: LogicalLine, line: LogicalLine) -> bool:
    """Where lines have boxes, by what is left free between them."""
    if line.follows_gap or not line.boxes or not before.boxes:
        return line.follows_gap
    above, below = before.boxes[-1], line.boxes[0]
    height = above.box[3] - above.box[1]
    return above.page == below.page and below.box[1] - above.box[3] > WIDE_GAP * height


def seen(steps: Sequence[Step], of_line: Callable[[str], Shares], of_heading: Callable[[str], Shares]) -> list[Seen]:
    """`of_line` and `of_heading` say how likely a text is in each kind of section."""
    shares = [of_line(step.text) for step in steps]
    paragraphs = paragraph_shares(steps, shares)
    certain = frozenset(KINDS.index(each.heading.kind) for each in steps if each.heading and is_certain(each.heading))
    length = sum(len(step.text) for step in steps)
    is_bold = sum(len(step.text) for step in steps if step.line.is_bold) > MOSTLY * length
    found = []
    for number, step in enumerate(steps):
        following = steps[number + 1] if number + 1 < len(steps) else None
        before = UNASKED if number == 0 or step.heading else shares[number - 1]
        after = UNASKED if following is None or following.heading else shares[number + 1]
        heading = step.heading
        is_misnamed = heading is not None and heads_posts(heading, steps[number:])
        found.append(
            Seen(
                marks=[*marks_of(step, sets_bold_apart=not is_bold), *marks_of_place(step, number, len(steps))],
                around=(shares[number], before, after, paragraphs[number]),
                heading=of_heading(heading.text) if heading and not is_misnamed else None,
                named=naming(heading) if heading and not is_misnamed else None,
                elsewhere=certain if heading and not is_certain(heading) else frozenset(),
                edge=edge_of(step),
                weight=weight_of(step),
            )
        )
    return found


def heads_posts(heading: Heading, steps: Sequence[Step]) -> bool:
    """Several lines with spans of years are posts, though the heading says "Career summary"."""
    if heading.kind is not SectionKind.SUMMARY:
        return False
    own = takewhile(lambda step: step is steps[0] or step.heading is None, steps)
    return sum(DATED.search(step.text) is not None for step in own) >= MANY_DATED


def is_certain(heading: Heading) -> bool:
    return heading.prior >= CERTAIN


def naming(heading: Heading) -> tuple[str, int] | None:
    if heading.prior <= 0:
        return None
    name = "certain" if is_certain(heading) else "phrase" if heading.prior >= WHOLE_PHRASE else "word"
    return name, KINDS.index(heading.kind)


def weight_of(step: Step) -> float:
    return max(LEAST_WEIGHT, min(1.0, FULL_WEIGHT / (step.depth + 1))) if step.place is Place.HEADED else 1.0


def edge_of(step: Step) -> str:
    if step.heading:
        return "heading"
    if step.is_column:
        return "column"
    return f"{step.place}{' item' if step.line.is_item else ''}{' gap' if step.has_gap else ''}"


def paragraph_shares(steps: Sequence[Step], shares: Sequence[Shares]) -> list[Shares]:
    """For each line the mean of those between the gaps around it."""
    starts = [number for number, step in enumerate(steps) if number == 0 or step.has_gap]
    result: list[Shares] = []
    for start, end in pairwise([*starts, len(steps)]):
        mean = [sum(column) / (end - start) for column in zip(*shares[start:end], strict=True)]
        result += [mean] * (end - start)
    return result


def marks_of(step: Step, *, sets_bold_apart: bool) -> list[str]:
    text, line = step.text, step.line
    small = text.casefold()
    has_figures = any(map(str.isdigit, text))
    is_range = has_figures and RANGE.search(text) is not None
    has_mail = "@" in text
    asked = (
        ("item", line.is_item),
        ("bold", line.is_bold and sets_bold_apart),
        ("gap", step.has_gap),
        ("year", has_figures and YEAR.search(text)),
        ("range", is_range),
        ("open", has_any(OPEN_WORDS, small) and OPEN.search(text)),
        ("quote", QUOTE.search(text)),
        ("address", has_any(IN_ADDRESS, small) and ADDRESS.search(text)),
        ("reach", has_mail or (has_figures and not is_range and NUMBER.search(text))),
        ("mail", has_mail),
        ("label", ":" in text and LABEL.match(text)),
        ("stop", text.endswith(".")),
        ("list", text.count(",") >= MANY_COMMAS),
    )
    words = text.count(" ") + 1
    return [*(name for name, answer in asked if answer), f"words {sum(words > each for each in LENGTHS)}"]


def has_any(parts: Sequence[str], text: str) -> bool:
    """Tells much faster than a pattern that none of its words is there."""
    return any(part in text for part in parts)


def marks_of_place(step: Step, number: int, count: int) -> list[str]:
    """Where in the résumé the line stands; right under a heading that says less than the heading."""
    if step.place is Place.HEADED:
        return ["line", *(["last"] if number == count - 1 and step.depth else [])]
    marks = ["line", f"third {3 * number // count}"]
    if number < 2:  # noqa: PLR2004 - the name and what stands under it
        marks.append(("first", "second")[number])
    if number == count - 1:
        marks.append("last")
    return marks
