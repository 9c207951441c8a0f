"""A ranking by groups: who was chosen, who scores above the median, and how each group's rate stands to the highest."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from skillgap.batch.fairness.groups import GivenGroups
from skillgap.batch.fairness.ratios import (
    Rate,
    fisher_exact,
    impact_ratio,
    is_under_four_fifths,
    ratio_interval,
    turns_on_one,
)
from skillgap.batch.fairness.types import Caution, Compared, Group, GroupAudit, Grouping
from skillgap.batch.gates import Gates
from skillgap.batch.ranking import Ranking
from skillgap.batch.types import Ranked
from skillgap.errors import UsageError

FEW, FEW_EXPECTED = 30, 5
"""People in a group; expected in a cell: with fewer the Federal Contract Compliance Manual (OFCCP) turns to Fisher's exact test."""
LEAST_SHARE = 0.02
"""Of all candidates: a smaller category may be left out of the ratios (6 RCNY § 5-301(d))."""


class Standing(NamedTuple):
    """A candidate as the audit sees one; `groups` are None where no row names them."""

    score: float
    is_selected: bool
    groups: tuple[str, ...] | None


class Tally(Struct):
    number: int = 0
    selected: int = 0
    scoring: int = 0
    score: float = 0.0

    def add(self, each: Standing, middle: float) -> None:
        self.number += 1
        self.selected += each.is_selected
        self.scoring += each.score > middle
        self.score += each.score


def audit_groups(ranking: Ranking, given: GivenGroups) -> GroupAudit:
    """A content counts once, however often it stands in the folder. Raises UsageError where no row names a candidate."""
    standings, unmet = standings_of(ranking, given)
    skipped = {each.name for each in ranking.journal.skipped()}
    unread = len(unmet & skipped)
    middle = median(array("d", (each.score for each in standings))) if standings else 0.0
    has_gates = ranking.gates != Gates()
    return GroupAudit(
        candidates=len(standings),
        selected=sum(each.is_selected for each in standings) if has_gates else None,
        gates=tuple(gates_in_words(ranking.gates)),
        median_score=middle,
        unknown_rows=len(unmet) - unread,
        unread_rows=unread,
        not_given=sum(each.groups is None for each in standings),
        groupings=tuple(
            grouping_of(standings, places, given.columns, middle, has_gates=has_gates)
            for size in range(1, len(given.columns) + 1)
            for places in combinations(range(len(given.columns)), size)
        ),
    )


def standings_of(ranking: Ranking, given: GivenGroups) -> tuple[list[Standing], set[str]]:
    """All candidates, and what the file calls those that are none of them."""
    standings: list[Standing] = []
    unmet = set(given.values)
    for _, own in groupby(ranking, key=lambda each: each.row.sha256):
        inputs: Sequence[Ranked] = list(own)
        callings = [*(each.name for each in inputs), inputs[0].row.id, inputs[0].row.sha256]
        unmet.difference_update(callings)
        standings.append(Standing(inputs[0].row.score, inputs[0].is_selected is not False, given.of(callings)))
    if all(each.groups is None for each in standings):
        raise UsageError(
            f"{given.name}: none of its rows names a candidate of the folder",
            hint="take the names or the ids of ranking.csv",
        )
    return standings, unmet


def gates_in_words(gates: Gates) -> Iterator[str]:
    yield from (f"{each.name} at least at {each.level}" for each in gates.must_have)
    if gates.min_score is not None:
        yield f"a score of at least {gates.min_score:g}"
    if gates.top is not None:
        yield f"among the first {gates.top}"


def grouping_of(
    standings: Sequence[Standing], places: Sequence[int], columns: Sequence[str], middle: float, *, has_gates: bool
) -> Grouping:
    tallies: dict[tuple[str, ...], Tally] = {}
    for each in standings:
        values = tuple(each.groups[place] for place in places) if each.groups else ()
        tallies.setdefault(values if all(values) else (), Tally()).add(each, middle)
    ordered = sorted(tallies.items(), key=lambda each: (not each[0], -each[1].number, each[0]))
    least = LEAST_SHARE * len(standings)
    scoring = compared([(values, Rate(tally.scoring, tally.number)) for values, tally in ordered], least)
    selection = compared([(values, Rate(tally.selected, tally.number)) for values, tally in ordered], least)
    return Grouping(
        columns=tuple(columns[place] for place in places),
        groups=tuple(
            Group(
                values=values,
                number=tally.number,
                mean_score=tally.score / tally.number,
                scoring=scoring[values],
                selection=selection[values] if has_gates else None,
            )
            for values, tally in ordered
        ),
    )


def compared(rates: Sequence[tuple[tuple[str, ...], Rate]], least: float) -> dict[tuple[str, ...], Compared]:
    """Each group's rate, held against the highest among those that are stated and have at least so many people."""
    taking_part = {values: rate for values, rate in rates if values and rate.total >= least}
    best = max(taking_part.values(), key=lambda rate: (rate.share, rate.total)) if len(taking_part) > 1 else None
    result = {}
    for values, rate in rates:
        if not values or rate.total < least:
            caution = Caution.LEFT_OUT if values else Caution.NOT_STATED
            result[values] = Compared(chosen=rate.chosen, rate=rate.share, cautions=(caution,))
        elif best is None or rate is best:
            result[values] = Compared(chosen=rate.chosen, rate=rate.share, ratio=best and impact_ratio(rate, best))
        else:
            result[values] = against(rate, best)
    return result


def against(rate: Rate, best: Rate) -> Compared:
    ratio = impact_ratio(rate, best)
    if ratio is None:
        return Compared(chosen=rate.chosen, rate=rate.share)
    return Compared(
        chosen=rate.chosen,
        rate=rate.share,
        ratio=ratio,
        interval=ratio_interval(rate, best),
        chance=fisher_exact(rate, best),
        is_under=is_under_four_fifths(rate, best),
        cautions=tuple(cautions_for(rate, best)),
    )


def cautions_for(rate: Rate, best: Rate) -> Iterator[Caution]:
    if min(rate.total, best.total) < FEW:
        yield Caution.FEW
    chosen = (rate.chosen + best.chosen) / (rate.total + best.total)
    if min(rate.total, best.total) * min(chosen, 1 - chosen) < FEW_EXPECTED:
        yield Caution.FEW_EXPECTED
    if turns_on_one(rate, best):
        yield Caution.TURNS_ON_ONE
