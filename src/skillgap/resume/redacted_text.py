"""A text with stretches of it replaced, in which any place of the original can still be found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

PLACEHOLDER = re.compile(
    r"\[(?:name|e-mail|phone|place|link|age|nationality|marital status|gender|personal|photo|year|school \d+|employer \d+)\]"
)


class Redaction(Struct, frozen=True):
    """A stretch of the text as it was, and what stands there instead."""

    start: int
    end: int
    replacement: str

    @property
    def growth(self) -> int:
        return len(self.replacement) - (self.end - self.start)


class RedactedText(Struct, frozen=True):
    """`redactions` are in their order and do not overlap; `place` says where anything of the original stands now."""

    text: str
    redactions: tuple[Redaction, ...]

    def place(self, offset: int) -> int:
        """Where the original's letter stands; one that was replaced, where its replacement begins."""
        before = bisect_right(self.redactions, offset, key=lambda each: each.start)
        if before == 0:
            return offset
        last = self.redactions[before - 1]
        shift = sum(each.growth for each in self.redactions[: before - 1])
        return last.start + shift if offset < last.end else offset + shift + last.growth

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of what stands for a half-open span of the original; of what is replaced in part, all of it."""
        first = self.place(start)
        if end <= start:
            return first, first
        number = bisect_right(self.redactions, end - 1, key=lambda each: each.start) - 1
        last = self.redactions[number] if number >= 0 else None
        if last is not None and end - 1 < last.end:
            return first, self.place(last.start) + len(last.replacement)
        return first, self.place(end - 1) + 1

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original's span for a span of what stands now; a replacement touched is taken whole."""
        shift = 0
        first = last = None
        for each in self.redactions:
            here = each.start + shift
            behind = here + len(each.replacement)
            if first is None and start < behind:
                first = each.start if start >= here else start - shift
            if last is None and end <= behind:
                last = each.end if end > here else end - shift
            shift += each.growth
        return start - shift if first is None else first, end - shift if last is None else last


def replaced(text: str, found: Iterable[Redaction]) -> RedactedText:
    """Without overlaps, from left to right; of two at one place the longer. What overlaps at its end is replaced with the first."""
    kept: list[Redaction] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end, each.replacement)):
        if each.end <= each.start:
            continue
        if kept and each.start < kept[-1].end:
            if each.end > kept[-1].end:
                kept[-1] = Redaction(kept[-1].start, each.end, kept[-1].replacement)
            continue
        kept.append(each)
    parts: list[str] = []
    position = 0
    for each in kept:
        parts += (text[position : each.start], each.replacement)
        position = each.end
    return RedactedText("".join((*parts, text[position:])), tuple(kept))


def replaced_further(text: str, before: RedactedText, found: Iterable[Redaction]) -> RedactedText:
    """What was found in a redacted text, replaced in the original along with what was before."""
    further = [Redaction(*before.origin(each.start, each.end), each.replacement) for each in found]
    covered = [
        each
        for each in before.redactions
        if not any(more.start <= each.start and each.end <= more.end for more in further)
    ]
    return replaced(text, [*covered, *further])


def apart_from_placeholders(text: str, found: Sequence[Redaction]) -> list[Redaction]:
    """What touches no placeholder that stands there already, and would change something."""
    taken = [match.span() for match in PLACEHOLDER.finditer(text)]
    return [
        each
        for each in found
        if text[each.start : each.end] != each.replacement
        and not any(start < each.end and each.start < end for start, end in taken)
    ]
