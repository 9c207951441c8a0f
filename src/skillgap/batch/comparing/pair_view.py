"""Two candidates in words: who is above whom and how surely, what makes the difference, and what it leaves open."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from skillgap.batch.comparing.types import Alike, Comparison, Difference, Doubt, Shown
from skillgap.gap.types import Ownership, Quote
from skillgap.report.wording import LEVELS, OWN_DEEDS, count_of, titled
from skillgap.taxonomy.types import Level

MOST_NAMES = 8
MOST_DOUBTS = 4
MOST_REASONS = 2


class SideView(Struct, frozen=True):
    """What one candidate shows of a skill."""

    label: str
    about: str
    quote: Quote | None


class LineView(Struct, frozen=True):
    head: str
    about: str
    sides: tuple[SideView, ...]


class PartView(Struct, frozen=True):
    """`more` sums up what was left out."""

    title: str
    lines: tuple[LineView, ...]
    more: str = ""


class PairView(Struct, frozen=True):
    title: str
    summary: tuple[str, ...]
    parts: tuple[PartView, ...]
    alike: str


class Names(Struct, frozen=True):
    """What the two of a pair are called."""

    first: str
    second: str

    @property
    def mirrored(self) -> "Names":
        return Names(self.second, self.first)


def pair_view(pair: Comparison, names: Names, shown: int) -> PairView:
    ahead = [each for each in pair.differences if each.points > 0]
    behind = [each for each in pair.differences if each.points < 0]
    sides = [part_of(ahead, names.first, names, shown), part_of(behind, names.second, names, shown)]
    if pair.points < 0:
        sides.reverse()
    if not pair.is_told_apart:
        sides.append(doubts_part(pair, names))
    return PairView(
        title=f"{names.first} and {names.second}",
        summary=tuple(summary_of(pair, names, ahead, behind)),
        parts=tuple(part for part in sides if part.lines),
        alike=alike_sentence(pair.alike),
    )


def summary_of(
    pair: Comparison, names: Names, ahead: Sequence[Difference], behind: Sequence[Difference]
) -> Iterator[str]:
    owned = pair.first.ownership, pair.second.ownership
    if pair.points < 0:
        names, ahead, behind, owned = names.mirrored, behind, ahead, owned[::-1]
    if pair.points:
        yield f"{names.first} is {points_of(abs(pair.points))} above {names.second}{balance(pair.points, names, ahead, behind)}."
    else:
        yield f"{names.first} and {names.second} have the same score{balance(pair.points, names, ahead, behind)}."
    if pair.points and ahead:
        yield largest_sentence(ahead[0], names)
    if owned[0].share != owned[1].share:
        yield ownership_sentence(*owned, names)
    yield certainty_sentence(pair)


def balance(points: float, names: Names, ahead: Sequence[Difference], behind: Sequence[Difference]) -> str:
    """What the difference is made of."""
    if not ahead and not behind:
        return ", skill by skill"
    if points and not behind:
        return f", all of them from {count_of(len(ahead), 'skill')}"
    return (
        f": {total(ahead)} speak for {names.first} in {count_of(len(ahead), 'skill')}, "
        f"{total(behind)} for {names.second} in {count_of(len(behind), 'skill')}"
    )


def total(differences: Iterable[Difference]) -> str:
    return points_of(abs(sum(each.points for each in differences)))


def points_of(points: float) -> str:
    return f"{points:.1f} points"


def ownership_sentence(first: Ownership, second: Ownership, names: Names) -> str:
    """What is part of every difference, as it counts for all skills alike."""
    fewer, name = min((first, names.first), (second, names.second), key=lambda each: each[0].share)
    return (
        f"{names.first} has {count_of(len(first.lines), 'line')} on what was {OWN_DEEDS}, {names.second} {len(second.lines) or 'none'};"
        f" {fewer.asked} are asked for, so what {name} shows counts for {100 * fewer.share:.0f} %."
    )


def largest_sentence(largest: Difference, names: Names) -> str:
    more, less = largest.first, largest.second
    if more.points < less.points:
        more, less = less, more
    by_more, by_less = standing_words(more), standing_words(less)
    told = f"and by {names.second} with less behind it" if by_more == by_less else f"{by_less} by {names.second}"
    return f"The largest part is {titled(largest.name)}, {points_of(abs(largest.points))}: {by_more} by {names.first}, {told}."


def standing_words(shown: Shown) -> str:
    if shown.level is Level.NONE:
        return "not shown"
    return f"shown at {level_words(shown.level)}" if shown.is_shown else "only named"


def level_words(level: Level) -> str:
    return f"{LEVELS[level].label.lower()} level" if level.rank else "not shown"


def certainty_sentence(pair: Comparison) -> str:
    ranges = " and ".join(ends(*each.band) for each in (pair.first, pair.second))
    if pair.is_told_apart:
        return f"The fair ranges do not overlap ({ranges}): the two pages differ by more than the uncertainty."
    return f"The fair ranges overlap ({ranges}): this tool does not tell the two apart, whichever stands first."


def part_of(differences: Sequence[Difference], label: str, names: Names, shown: int) -> PartView:
    rest = differences[shown:]
    return PartView(
        f"What speaks for {label}: {total(differences)}",
        tuple(line_of(each, names) for each in differences[:shown]),
        f"… and {count_of(len(rest), 'smaller difference')}, {total(rest)} in all (each is in --format json)"
        if rest
        else "",
    )


def line_of(difference: Difference, names: Names) -> LineView:
    return LineView(
        f"{titled(difference.name)} {abs(difference.points):+.1f}",
        f"{difference.importance}, asked for at {level_words(difference.required)}",
        (
            side_of(difference.first, names.first, difference.weight),
            side_of(difference.second, names.second, difference.weight),
        ),
    )


def side_of(shown: Shown, label: str, weight: float) -> SideView:
    carried = f", carried over from {shown.carried_from}" if shown.carried_from else ""
    reasons = f" – {'; '.join(shown.reasons[:MOST_REASONS])}" if shown.reasons else ""
    by = f"{shown.by}: " if shown.by else ""
    about = f"{by}{level_words(shown.level)}, {shown.points:.1f} of {weight:.1f} points{carried}{reasons}"
    return SideView(label, about, shown.quote)


def doubts_part(pair: Comparison, names: Names) -> PartView:
    """The skills whose lines move the two scores most when they are read otherwise."""
    found: dict[str, list[tuple[str, Doubt]]] = {}
    for label, candidate in ((names.first, pair.first), (names.second, pair.second)):
        for each in candidate.doubts:
            found.setdefault(each.skill, []).append((label, each))
    groups = sorted(found.values(), key=lambda group: -sum(doubt.points for _, doubt in group))
    return PartView(
        "What a person would have to look at",
        tuple(
            LineView(
                titled(group[0][1].name),
                f"{points_of(sum(doubt.points for _, doubt in group))} hang on how this is read",
                tuple(SideView(label, points_of(doubt.points), doubt.quote) for label, doubt in group),
            )
            for group in groups[:MOST_DOUBTS]
        ),
    )


def alike_sentence(alike: Sequence[Alike]) -> str:
    earning = [each for each in alike if each.points]
    missing = [each for each in alike if not each.points]
    parts = []
    if earning:
        earned = points_of(sum(each.points for each in earning))
        parts.append(f"{count_of(len(earning), 'skill')} worth {earned} to each ({listed(earning)})")
    if missing:
        parts.append(f"{count_of(len(missing), 'skill')} that neither page shows ({listed(missing)})")
    return f"The same for both: {'; '.join(parts)}." if parts else ""


def listed(alike: Sequence[Alike]) -> str:
    more = len(alike) - MOST_NAMES
    return ", ".join(each.name for each in alike[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def ends(low: float, high: float) -> str:
    return f"{low:,} to {high:,}" if low < high else f"{low:,}"
