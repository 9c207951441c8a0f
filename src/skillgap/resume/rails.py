"""Where headings stand in a rail left of the text that they head, alone or with the text beginning in the same line."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.heading_words import HeadingGrammar, bare_heading, normal

SAME_PLACE = 3.0
"""Points within which lines begin at the same place."""
FEWEST_IN_RAIL = 2
FEWEST_LABELS = 3
LINES_BESIDE = 1.0
"""How many lines stand beside each label of a rail at least, on the average."""
MOST_OTHERS = 4
"""So many labels stand in a rail for each thing that is none, as a page number."""
NARROWEST_RAIL = 40.0
RAIL = re.compile(r"^([^\W\d_][^,:;|•\d]{2,40}?)\s{3,}(\S.*)$")


class Rail(Struct, frozen=True):
    """Where headings stand in a rail left of the text: their left edge, or the text's where the labels end at one place.

    In a file without places it is the labels' colour that tells them.
    """

    left: float
    is_edge: bool = False
    color: str | None = None

    def holds(self, line: Line) -> bool:
        if line.box is None:
            return self.color is None or color_of(line) == self.color
        return line.box[0] < self.left - SAME_PLACE if self.is_edge else abs(line.box[0] - self.left) < SAME_PLACE


def rail_of(document: Document, labels: Sequence[str], grammar: HeadingGrammar) -> Rail | None:
    """`labels` is what `rail_label` says of each line.

    Several different known ones with text to the right in the same line say so, or one if nothing but labels begins as far left as it,
    or labels that all end left of where everything else begins.
    """
    places, known = defaultdict[int, set[str]](set), set[int]()
    for line, label in zip(document.lines, labels, strict=True):
        phrase = normal(label or document.text_of(line)) if line.box is not None else ""
        if line.box is not None and phrase in grammar.phrases:
            places[round(line.box[0])].update([phrase] if label else ())
            known.add(round(line.box[0]))
    if not known:
        return colored_rail(document, labels, grammar)
    place = max(places, key=lambda each: len(places[each]))
    if len(places[place]) >= FEWEST_IN_RAIL:
        return Rail(float(place))
    leftmost = min(known)
    if holds_labels_alone(document, labels, leftmost, grammar):
        return Rail(float(leftmost))
    edge = edge_beside(document, labels)
    return Rail(edge, is_edge=True) if edge is not None and are_labels(document, labels, edge, grammar) else None


def color_of(line: Line) -> str | None:
    return line.spans[0].color if line.spans else None


def colored_rail(document: Document, labels: Sequence[str], grammar: HeadingGrammar) -> Rail | None:
    """Known labels of a colour that most lines don't have."""
    colors = Counter(color_of(line) for line in document.lines)
    known = {
        color_of(line) for line, label in zip(document.lines, labels, strict=True) if normal(label) in grammar.phrases
    }
    color = known.pop() if len(known) == 1 else None
    return Rail(0.0, color=color) if color and colors[color] * 2 < len(document.lines) else None


def edge_beside(document: Document, labels: Sequence[str]) -> float | None:
    """Where most of what stands beside a label or below begins."""
    lefts = Counter(
        round(line.spans[1].box[0] if label and len(line.spans) > 1 and line.spans[1].box else line.box[0])
        for line, label in zip(document.lines, labels, strict=True)
        if line.box is not None
    )
    return float(max(lefts, key=lambda left: lefts[left])) if lefts else None


def are_labels(document: Document, labels: Sequence[str], edge: float, grammar: HeadingGrammar) -> bool:
    """From the first known heading on, what begins left of the edge are labels, bold or in capitals, that end before it."""
    found = beside = others = 0
    sets_bold_apart = 2 * sum(line.is_bold for line in document.lines) < len(document.lines)
    for line, label in zip(document.lines, labels, strict=True):
        if line.box is None:
            return False
        if line.box[0] >= edge - SAME_PLACE:
            beside += found > 0
            continue
        text = label or document.text_of(line)
        end = line.spans[0].box if label and line.spans else line.box
        is_label = (
            end is not None
            and end[2] < edge
            and ((line.is_bold and sets_bold_apart) or text.isupper())
            and bare_heading(text)
        )
        if found or (is_label and normal(text) in grammar.phrases):
            found += bool(is_label)
            others += not is_label
    return found >= FEWEST_LABELS and beside >= found and others * MOST_OTHERS <= found


def holds_labels_alone(document: Document, labels_beside: Sequence[str], place: int, grammar: HeadingGrammar) -> bool:
    """From the first known heading on, labels begin at the place, and everything else well to the right of it."""
    labels = beside = 0
    is_below = False
    for line, beside_text in zip(document.lines, labels_beside, strict=True):
        if line.box is None:
            return False
        text = document.text_of(line)
        is_there = abs(line.box[0] - place) < SAME_PLACE
        label = beside_text or (bare_heading(text) and text)
        is_below = is_below or (is_there and normal(label) in grammar.phrases)
        if not is_below:
            continue
        if (is_there and not label) or (not is_there and line.box[0] < place + NARROWEST_RAIL):
            return False
        labels += is_there
        beside += not is_there
    return labels >= FEWEST_LABELS and beside >= LINES_BESIDE * labels


def rail_label(document: Document, line: Line) -> str:
    """What stands bold or in capitals left of the rest of its line, as "EDUCATION   2006 – 2008 Owari Institute"."""
    match = RAIL.match(document.text_of(line))
    if match is not None and (match[1].isupper() or line.is_bold or is_bold_span(line, len(match[1]))):
        return match[1]
    if line.box is None or not line.is_bold or len(line.spans) < 2 or line.spans[1].is_bold:  # noqa: PLR2004
        return ""
    label = document.text_of(line.spans[0])
    return label if bare_heading(label) and not label.endswith(":") else ""


def is_bold_span(line: Line, length: int) -> bool:
    """Say whether so many letters are bold and the next are not."""
    return len(line.spans) > 1 and line.spans[0].is_bold and line.spans[0].end - line.start == length
