"""What kind of section lines stand in, by what they say: where there is no heading, or none whose words mean anything.

A linear model (models/sections) says how likely a line is in each kind of section. Where nothing is headed, the likeliest
sequence of sections is found over all lines, as changes between kinds cost something, and less after a gap (Viterbi).
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from skillgap.resume.classifier import shipped_classifier
from skillgap.resume.details import EMAIL
from skillgap.resume.types import LogicalLine, SectionKind

CHANGE, CHANGE_AFTER_GAP, CHANGE_AT_ITEM, BACK_TO_HEADER = 5.0, 1.4, 6.0, 3.0
"""What it costs, in natural logarithms, that a line begins another section."""
FIRST_IS_HEADER, SECOND_IS_HEADER, HAS_ADDRESS = 4.0, 2.0, 5.0
LEAST = -5.0
"""A single line never speaks more strongly than this against a kind."""
WIDE_GAP = 0.6
"""What is left free between two lines where there is a gap, in heights of a line."""
MOST_LINES = 14
"""How many lines under a heading tell what it is."""
ENOUGH_LINES = 3
"""More lines than these don't weigh more together."""
DATED = re.compile(r"(?:19|20)\d\d\s*[–—-]")
MANY_DATED = 3
"""So many lines with spans of years are posts, though the heading says "Career summary"."""
HEADING = 2.0
"""How much more the words of a heading weigh than those of a line."""
NO_HEADING = "none"
"""What the model of headings calls short lines that are none."""
RAREST = 1e-9
NAMES = {"contact": SectionKind.HEADER}
CLOSING = {SectionKind.OTHER, SectionKind.REFERENCES}
CLEAR = -0.7
"""Natural logarithm of a share at which a single line is believed."""
Likelihoods = Mapping[SectionKind, float]


def section_kind(name: str) -> SectionKind:
    return NAMES.get(name) or SectionKind(name)


@cache
def kinds_of(model: str) -> tuple[SectionKind | None, ...]:
    """The kinds that a model tells apart, None for its class of what is no heading."""
    return tuple(None if name == NO_HEADING else section_kind(name) for name in shipped_classifier(model).kinds)


def line_likelihoods(text: str) -> dict[SectionKind, float]:
    """Natural logarithms, none under `LEAST`."""
    shares = shipped_classifier("sections").log_shares(text).values()
    return {kind: max(LEAST, share) for kind, share in zip(kinds_of("sections"), shares, strict=True) if kind}


@lru_cache(maxsize=512)
def heading_shares(text: str) -> dict[str, float]:
    """What the model of headings says; kept for a while, as a heading is asked about its kind too."""
    return shipped_classifier("headings").log_shares(text)


def heading_odds(text: str) -> float:
    """How much likelier than not, in natural logarithms, words are those of a section heading."""
    none = heading_shares(text)[NO_HEADING]
    return math.log(max(RAREST, 1.0 - math.exp(none))) - none


def heading_likelihoods(text: str) -> dict[SectionKind, float]:
    """Of each kind, if the text is a heading; none under `LEAST`."""
    shares = heading_shares(text)
    rest = math.log(max(RAREST, 1.0 - math.exp(shares[NO_HEADING])))
    return {
        kind: max(LEAST, share - rest)
        for kind, share in zip(kinds_of("headings"), shares.values(), strict=True)
        if kind
    }


def kind_of_heading(heading: str, content: Sequence[str], *, prior: Likelihoods) -> SectionKind:
    """Weigh the heading's words and what stands under it together; no line is asked once the rest cannot matter."""
    said = heading_likelihoods(heading)
    totals = {kind: HEADING * said.get(kind, 0.0) + prior.get(kind, 0.0) for kind in SectionKind}
    if sum(1 for text in content if DATED.search(text)) >= MANY_DATED:
        del totals[SectionKind.SUMMARY]
    told = content[:MOST_LINES]
    weight = min(1.0, ENOUGH_LINES / max(1, len(told)))
    for position, text in enumerate(told):
        if lead_of(totals) > -LEAST * weight * (len(told) - position):
            break
        for kind, share in line_likelihoods(text).items():
            if kind in totals:
                totals[kind] += share * weight
    totals[SectionKind.OTHER] = max(totals[SectionKind.OTHER], totals.pop(SectionKind.HEADER))
    return max(totals, key=lambda kind: totals[kind])


def lead_of(totals: Likelihoods) -> float:
    """How far the likeliest kind is above the next; the header and the other sections count as one."""
    worths = sorted(totals.values())
    worths.remove(min(totals[SectionKind.HEADER], totals[SectionKind.OTHER]))
    return worths[-1] - worths[-2]


def kinds_of_lines(lines: Sequence[LogicalLine]) -> list[SectionKind]:
    """The likeliest sequence of kinds; the first line is of the header."""
    if not lines:
        return []
    best = {kind: FIRST_IS_HEADER if kind is SectionKind.HEADER else 0.0 for kind in kinds_of("sections") if kind}
    back: list[dict[SectionKind, SectionKind]] = []
    for number, line in enumerate(lines):
        likely = line_likelihoods(line.text)
        if EMAIL.search(line.text):
            likely[SectionKind.HEADER] += HAS_ADDRESS
        likely[SectionKind.HEADER] += SECOND_IS_HEADER * (number == 1)
        if number:
            best, came_from = step(best, change_cost(lines[number - 1], line))
            back.append(came_from)
        best = {kind: worth + likely[kind] for kind, worth in best.items()}
    kind = max(best, key=lambda each: best[each])
    path = [kind]
    for came_from in reversed(back):
        path.append(came_from[path[-1]])
    return path[::-1]


def closing_lines(texts: Sequence[str], kind: SectionKind) -> list[SectionKind]:
    """The kinds of the last lines that say what closes a résumé: a declaration, place and date, "references on request"."""
    closing: list[SectionKind] = []
    for text in reversed(texts[1:]):
        likely = line_likelihoods(text)
        best = max(likely, key=lambda each: likely[each])
        if best is kind or best not in CLOSING or likely[best] < CLEAR:
            break
        closing.append(best)
    return closing[::-1]


def change_cost(before: LogicalLine, line: LogicalLine) -> float:
    return CHANGE_AT_ITEM if line.is_item else CHANGE_AFTER_GAP if follows_gap(before, line) else CHANGE


def follows_gap(before: LogicalLine, line: LogicalLine) -> bool:
    """Where lines have boxes, by what is left free between them."""
    if line.follows_gap or not line.boxes or not before.boxes:
        return line.follows_gap
    above, below = before.boxes[-1], line.boxes[0]
    height = above.box[3] - above.box[1]
    return above.page == below.page and below.box[1] - above.box[3] > WIDE_GAP * height


def step(
    best: Mapping[SectionKind, float], cost: float
) -> tuple[dict[SectionKind, float], dict[SectionKind, SectionKind]]:
    """Either the section goes on, or the best of the others ends here."""
    leader = max(best, key=lambda each: best[each])
    came_from = {}
    result = {}
    for kind, worth in best.items():
        change = best[leader] - cost - (BACK_TO_HEADER if kind is SectionKind.HEADER else 0.0)
        came_from[kind] = kind if worth >= change else leader
        result[kind] = max(worth, change)
    return result, came_from
