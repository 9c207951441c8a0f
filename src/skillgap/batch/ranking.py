"""The order: by score, with the places that each could have within what is uncertain, and the gates that a user sets."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from skillgap.batch.gates import Gates
from skillgap.batch.journal import Journal
from skillgap.batch.similar import nearly_the_same
from skillgap.batch.types import Counts, Ranked, Row


class Bands(NamedTuple):
    """Sorted: the negated scores, the lower ends and the upper ends of all candidates' bands."""

    scores: Sequence[float]
    lows: Sequence[float]
    highs: Sequence[float]


class First(NamedTuple):
    """A candidate among the first: the input's name, what is known, and the first and last place that it could have."""

    name: str
    row: Row
    places: tuple[int, int]


class Ranking:
    """Can be gone through again and again; holds numbers of every candidate, but not their rows."""

    def __init__(self, journal: Journal, gates: Gates) -> None:
        self.journal = journal
        self.gates = gates
        self.bands = bands_of(journal)
        self.counts, self.cut = self._counted()
        self.similar = self._similar()

    def __iter__(self) -> Iterator[Ranked]:
        """The best first."""
        first_name: str = ""
        previous = ""
        for name, row in self.journal.rows():
            is_duplicate = row.sha256 == previous
            if not is_duplicate:
                first_name, previous = name, row.sha256
            reason = self.gates.reason_against(row) or self._reason_below(row)
            best, worst = places(row.low, row.high, self.bands)
            yield Ranked(
                name=name,
                row=row,
                rank=1 + bisect_left(self.bands.scores, -row.score),
                best=best,
                worst=worst,
                is_selected=None if self.gates == Gates() else not reason,
                reason=reason,
                duplicate_of=first_name if is_duplicate else "",
                similar_to=self.similar.get(row.sha256, ""),
            )

    def _reason_below(self, row: Row) -> str:
        if self.cut is None or row.score >= self.cut:
            return ""
        return f"not among the first {self.gates.top}"

    def _counted(self) -> tuple[Counts, float | None]:
        """The counts, and the score of the last that is among the first; those of equal score are among them, too."""
        passing = 0
        cut: float | None = None
        selected = analysed = duplicates = later = 0
        as_of = self.journal.target().as_of
        previous = ""
        for _, row in self.journal.rows():
            analysed += 1
            duplicates += row.sha256 == previous
            later += row.latest > as_of
            if not self.gates.reason_against(row) and (cut is None or row.score >= cut):
                selected += 1
                if row.sha256 != previous:
                    passing += 1
                if passing == self.gates.top:
                    cut = row.score
            previous = row.sha256
        skipped = sum(1 for _ in self.journal.skipped())
        counts = Counts(
            inputs=analysed + skipped,
            analysed=analysed,
            skipped=skipped,
            duplicates=duplicates,
            selected=selected,
            later=later,
        )
        return counts, cut

    def _similar(self) -> dict[str, str]:
        """By digest, the name of the best placed candidate of nearly the same text."""
        names: list[tuple[str, str]] = []

        def signatures() -> Iterator[bytes]:
            for name, row in self.journal.rows():
                if not names or names[-1][1] != row.sha256:
                    names.append((name, row.sha256))
                    yield row.signature

        group = nearly_the_same(signatures())
        return {names[number][1]: names[first][0] for number, first in group.items()}


def bands_of(journal: Journal) -> Bands:
    scores, lows, highs = array("d"), array("d"), array("d")
    for score, low, high in journal.bands():
        scores.append(-score)
        lows.append(low)
        highs.append(high)
    return Bands(scores, array("d", sorted(lows)), array("d", sorted(highs)))


def first_of(journal: Journal, gates: Gates, most: int) -> list[First]:
    """The best placed of those who pass the gates, each content once."""
    bands = bands_of(journal)
    found: list[First] = []
    seen = ""
    for name, row in journal.rows():
        if row.sha256 != seen and not gates.reason_against(row):
            found.append(First(name, row, places(row.low, row.high, bands)))
            if len(found) == most:
                break
        seen = row.sha256
    return found


def places(low: float, high: float, bands: Bands) -> tuple[int, int]:
    """The first and the last rank that the candidate could have: after all whose band lies above, before all whose band lies below."""
    above = len(bands.lows) - bisect_right(bands.lows, high)
    below = bisect_left(bands.highs, low)
    return above + 1, len(bands.highs) - below
