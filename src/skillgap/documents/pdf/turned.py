"""Text that runs up or down the page: read along its own direction, and put where it begins."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import msgspec

from skillgap.documents.pdf.segments import Segment, merged, rows_of, segments_of
from skillgap.documents.pdf.words import Word

LETTER_GAP = 0.15
"""In font sizes: letters nearer to each other are one word."""
MOSTLY_TURNED, MOST_LABELS = 0.6, 60


def usual_angle(lines: Sequence[Sequence[Word]]) -> int:
    """How far a person would have to turn the page back to read it: nearly always not at all."""
    letters = dict.fromkeys((0, 90, 180, 270), 0)
    for line in lines:
        for word in line:
            letters[word.angle] += len(word.text)
    angle = max(letters, key=lambda each: letters[each])
    return angle if letters[angle] > MOSTLY_TURNED * sum(letters.values()) else 0


def turned_lines(segments: Sequence[Segment]) -> list[Segment]:
    """The lines that turned words make, each with its box as it stands on the page."""
    lines = []
    for angle in (90, 180, 270):
        laid = [laid_down(word, angle) for segment in segments for word in segment.words if word.angle == angle]
        for row in rows_of([Segment.of([word]) for word in laid]):
            laid_lines = segments_of(list(closed_up(merged(row).words)))
            lines += [Segment.of([stood_up(word, angle) for word in line.words]) for line in laid_lines]
    return lines


def laid_down(word: Word, angle: int) -> Word:
    """Where the word would stand if it were turned back."""
    x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
    match angle:
        case 90:
            box = (top, -x1, bottom, -x0)
        case 180:
            box = (-x1, -bottom, -x0, -top)
        case _:
            box = (-bottom, x0, -top, x1)
    return msgspec.structs.replace(word, x0=box[0], top=box[1], x1=box[2], bottom=box[3])


def stood_up(word: Word, angle: int) -> Word:
    return laid_down(word, 360 - angle)


def closed_up(words: Sequence[Word]) -> Iterator[Word]:
    """Letters that pdfium took for lines of their own become words."""
    start = 0
    for number, (word, following) in enumerate(pairwise(words), 1):
        if following.x0 - word.x1 > LETTER_GAP * (word.bottom - word.top):
            yield together(words[start:number])
            start = number
    yield together(words[start:])


def together(words: Sequence[Word]) -> Word:
    box = Segment.of(words)
    text = "".join(word.text for word in words)
    return msgspec.structs.replace(words[0], text=text, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def placed(lines: Sequence[Segment], turned: Sequence[Segment]) -> list[Segment]:
    """Each turned line before what stands beside it: where the most white space is between its middle and that of the one above.

    What stands at the right of everything comes last.
    """
    result = list(lines)
    above = -math.inf
    margin = max((line.x1 for line in lines), default=0.0)
    if len(turned) > MOST_LABELS:
        return [*result, *turned]
    labels = [line for line in turned if line.x0 < margin]
    for label in sorted(labels, key=lambda each: each.middle):
        beside = [
            number
            for number, line in enumerate(result)
            if above < line.middle <= label.middle and (line.x0 >= label.x1 or line.x1 <= label.x0)
        ]
        below = (number for number, line in enumerate(result) if line.middle > label.middle)
        place = max(beside, key=partial(space_above, result, label)) if beside else next(below, len(result))
        result.insert(place, label)
        above = label.middle
    return [*result, *(line for line in turned if line.x0 >= margin)]


def space_above(lines: Sequence[Segment], label: Segment, number: int) -> float:
    """White space above the line; above the first of a page there is none that counts, unless the label begins there."""
    if number:
        return lines[number].top - lines[number - 1].bottom
    return math.inf if lines[0].middle > label.top else 0.0
