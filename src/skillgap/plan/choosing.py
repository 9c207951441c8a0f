"""Which gaps to close in the hours there are: as many points as possible, nothing without what it requires.

A knapsack with prerequisites and with gains that overlap, as one skill lifts others. Options are taken by points an hour, each
together with what it still requires; then branch and bound looks for something better, for a bounded number of steps: all there is
on small cases (tests/test_choosing.py); how near it comes on whole résumés stands in docs/plan.md.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from skillgap.gap.types import Component, Lift
from skillgap.taxonomy.types import SkillId

MOST_NODES = 2000
GOOD_ENOUGH = 1.002
"""A branch that could gain no more than this times the best is left."""


class Option(Struct, frozen=True):
    """A gap that can be closed as far as `credit` (0 to 1) in so many hours, with what that lifts.

    `requires` are those of the other options that must be taken before it, at any depth, in their order.
    """

    skill: SkillId
    credit: float
    hours: float
    lifts: tuple[Lift, ...]
    requires: tuple[SkillId, ...]


Gained = dict[SkillId, float]
"""The points gained so far, by the skill that they are for: of several ways to the same points the best counts."""


class Chooser:
    """Chooses among options for one set of components. Deterministic: of equals the first."""

    def __init__(self, options: Sequence[Option], components: Iterable[Component]) -> None:
        of = {each.skill: each for each in components}
        self.options = {each.skill: each for each in options}
        self._ways = {
            option.skill: [
                (skill, of[skill].worth * (credit - of[skill].credit))
                for skill, credit in (
                    (option.skill, option.credit),
                    *((each.skill, each.credit) for each in option.lifts),
                )
                if skill in of and credit > of[skill].credit
            ]
            for option in options
        }
        at_most = {each.skill: sum(points for _, points in self._ways[each.skill]) for each in options}
        self._by_density = sorted(
            ((skill, at_most[skill], self.options[skill].hours) for skill in self.options),
            key=lambda each: -each[1] / each[2],
        )

    def choose(self, hours: float) -> list[SkillId]:
        """The skills to learn within the hours, each after what it requires, the most points an hour first."""
        best = self.improved(self.filled(self.options, hours), hours)
        return self.filled(best, hours)

    def gain_of(self, skills: Iterable[SkillId]) -> float:
        gained: Gained = {}
        return sum(self.take(each, gained) for each in skills)

    def take(self, skill: SkillId, gained: Gained) -> float:
        """Add what the skill brings to what is gained; returns the points that this adds."""
        added = 0.0
        for each, points in self._ways[skill]:
            before = gained.get(each, 0.0)
            if points > before:
                gained[each] = points
                added += points - before
        return added

    def bundle(self, skill: SkillId, taken: Collection[SkillId]) -> list[SkillId]:
        return [*(each for each in self.options[skill].requires if each not in taken), skill]

    def hours_of(self, skills: Iterable[SkillId]) -> float:
        return sum(self.options[each].hours for each in skills)

    def filled(self, candidates: Iterable[SkillId], hours: float) -> list[SkillId]:
        """Choose what brings most points an hour with all that it still requires, as long as something fits."""
        taken: list[SkillId] = []
        gained: Gained = {}
        open_ = list(candidates)
        while bundle := self.densest(open_, taken, gained, hours):
            for each in bundle:
                taken.append(each)
                self.take(each, gained)
            hours -= self.hours_of(bundle)
            open_ = [each for each in open_ if each not in bundle]
        return taken

    def densest(
        self, candidates: Iterable[SkillId], taken: Collection[SkillId], gained: Gained, hours: float
    ) -> list[SkillId]:
        best: list[SkillId] = []
        highest = 0.0
        for skill in candidates:
            bundle = self.bundle(skill, taken)
            cost = self.hours_of(bundle)
            if cost > hours:
                continue
            trial = dict(gained)
            density = sum([self.take(each, trial) for each in bundle]) / cost
            if density > highest:
                best, highest = bundle, density
        return best

    def improved(self, chosen: list[SkillId], hours: float) -> list[SkillId]:
        """Look for a better choice by branch and bound: take the densest option left with what it requires, or leave it."""
        best, most = chosen, self.gain_of(chosen)
        stack: list[tuple[int, tuple[SkillId, ...], frozenset[SkillId], Gained, float, float]]
        stack = [(0, (), frozenset(), {}, 0.0, hours)]
        for _ in range(MOST_NODES):
            if not stack:
                break
            place, taken, refused, gained, points, left = stack.pop()
            if points > most:
                best, most = list(taken), points
            while place < len(self._by_density) and self._by_density[place][0] in taken:
                place += 1
            if place == len(self._by_density) or points + self.bound(place, taken, left) <= most * GOOD_ENOUGH:
                continue
            skill = self._by_density[place][0]
            stack.append((place + 1, taken, refused | {skill}, gained, points, left))
            bundle = self.bundle(skill, taken)
            cost = self.hours_of(bundle)
            if cost <= left and refused.isdisjoint(bundle):
                more = dict(gained)
                added = sum([self.take(each, more) for each in bundle])
                stack.append((place + 1, (*taken, *bundle), refused, more, points + added, left - cost))
        return best

    def bound(self, place: int, taken: Collection[SkillId], left: float) -> float:
        """No choice from here on brings more: the densest options, the last in part, as if they required nothing."""
        points = 0.0
        for skill, most, hours in self._by_density[place:]:
            if skill in taken:
                continue
            if hours >= left:
                return points + most * left / hours
            points += most
            left -= hours
        return points
