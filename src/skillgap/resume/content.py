"""What kind of section lines stand in, by what they say: where there is no heading, or none whose words mean anything.

A linear model (models/sections) says how likely a line is in each kind of section. Where nothing is headed, the likeliest
sequence of sections is found over all lines, as changes between kinds cost something, and less after a gap (Viterbi).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from skillgap.resume.details import EMAIL
from skillgap.resume.features import features_of
from skillgap.resume.types import LogicalLine, SectionKind
from skillgap.trained import LinearModel, shipped_model

CHANGE, CHANGE_AFTER_GAP, CHANGE_AT_ITEM, BACK_TO_HEADER = 5.0, 1.4, 6.0, 3.0
"""What it costs, in natural logarithms, that a line begins another section."""
FIRST_IS_HEADER, HAS_ADDRESS = 4.0, 5.0
LEAST = -5.0
"""A single line never speaks more strongly than this against a kind."""
MOST_LINES = 14
"""How many lines under a heading tell what it is."""
ENOUGH_LINES = 4
"""More lines than these don't weigh more together."""
HEADING = 1.5
"""How much more the words of a heading weigh than those of a line."""
NAMES = {"contact": SectionKind.HEADER}
Likelihoods = Mapping[SectionKind, float]


class ContentModel(Struct, frozen=True):
    lines: LinearModel
    headings: LinearModel


@lru_cache(maxsize=1)
def content_model() -> ContentModel:
    """Load both models when the first résumé needs them: most have plain headings."""
    return ContentModel(shipped_model("sections"), shipped_model("headings"))


def line_likelihoods(text: str) -> dict[SectionKind, float]:
    """Natural logarithms, none under `LEAST`."""
    shares = content_model().lines.log_shares(features_of(text))
    return {kind_of(name): max(LEAST, share) for name, share in shares.items()}


def kind_of(name: str) -> SectionKind:
    return NAMES.get(name) or SectionKind(name)


def kind_of_heading(heading: str, content: Sequence[str], *, prior: Likelihoods) -> SectionKind:
    """Weigh the heading's words and what stands under it together."""
    totals = dict.fromkeys(SectionKind, 0.0)
    for name, share in content_model().headings.log_shares(features_of(heading)).items():
        totals[kind_of(name)] = HEADING * max(LEAST, share)
    told = content[:MOST_LINES]
    for text in told:
        for kind, share in line_likelihoods(text).items():
            totals[kind] += share * min(1.0, ENOUGH_LINES / len(told))
    for kind, extra in prior.items():
        totals[kind] += extra
    totals[SectionKind.OTHER] = max(totals[SectionKind.OTHER], totals.pop(SectionKind.HEADER))
    return max(totals, key=lambda kind: totals[kind])


def kinds_of_lines(lines: Sequence[LogicalLine]) -> list[SectionKind]:
    """The likeliest sequence of kinds; the first line is of the header."""
    if not lines:
        return []
    kinds = [kind_of(name) for name in content_model().lines.kinds]
    best = {kind: FIRST_IS_HEADER if kind is SectionKind.HEADER else 0.0 for kind in kinds}
    back: list[dict[SectionKind, SectionKind]] = []
    for number, line in enumerate(lines):
        likely = line_likelihoods(line.text)
        if EMAIL.search(line.text):
            likely[SectionKind.HEADER] += HAS_ADDRESS
        if number:
            best, came_from = step(best, change_cost(line))
            back.append(came_from)
        best = {kind: best[kind] + likely[kind] for kind in kinds}
    kind = max(best, key=lambda each: best[each])
    path = [kind]
    for came_from in reversed(back):
        path.append(came_from[path[-1]])
    return path[::-1]


def change_cost(line: LogicalLine) -> float:
    return CHANGE_AT_ITEM if line.is_item else CHANGE_AFTER_GAP if line.follows_gap else CHANGE


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
