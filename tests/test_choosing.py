"""What to learn within the hours: nothing without what it requires, nothing over the hours, near the best there is."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.gap.types import Component, Lift
from skillgap.plan.choosing import Chooser, Option
from skillgap.taxonomy.types import Importance, Level, SkillId

NEAR_THE_BEST = 0.98


def component(number: int, weight: float, credit: float) -> Component:
    return Component(
        skill=SkillId(f"s{number}"),
        name=f"S{number}",
        area="foundations",
        importance=Importance.IMPORTANT,
        required=Level.WORKING,
        estimated=Level.NONE,
        weight=weight,
        credit=credit,
        points=weight * credit,
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Option], list[Component], float]:
    """Up to nine gaps with the weights, hours, chains of requirements and lifts that roles have."""
    count = draw(st.integers(1, 9))
    components = [
        component(n, draw(st.sampled_from([2.2, 0.55, 0.14])), draw(st.sampled_from([0.0, 0.2, 0.4, 0.7])))
        for n in range(count)
    ]
    before: list[tuple[SkillId, ...]] = []
    options = []
    for n, each in enumerate(components):
        direct = draw(st.lists(st.integers(0, n - 1), max_size=2, unique=True)) if n else []
        closed = {SkillId(f"s{d}") for d in direct} | {s for d in direct for s in before[d]}
        before.append(tuple(other.skill for other in components if other.skill in closed))
        lifted = draw(st.lists(st.sampled_from(components), max_size=2, unique_by=lambda other: other.skill))
        lifts = tuple(Lift(other.skill, 0.3) for other in lifted if other.skill != each.skill)
        options.append(Option(each.skill, 1.0, draw(st.sampled_from([8.0, 14.0, 22.0, 37.0, 50.0])), lifts, before[-1]))
    return options, components, draw(st.sampled_from([20.0, 60.0, 120.0, 200.0]))


def best_gain(options: list[Option], chooser: Chooser, hours: float) -> float:
    """Try everything."""
    sets = (chosen for size in range(len(options) + 1) for chosen in combinations(options, size))
    return max(
        chooser.gain_of([each.skill for each in chosen])
        for chosen in sets
        if sum(each.hours for each in chosen) <= hours
        and all(set(each.requires) <= {other.skill for other in chosen} for each in chosen)
    )


@settings(max_examples=300, deadline=None)
@given(cases())
def test_a_choice_is_possible_and_near_the_best(case: tuple[list[Option], list[Component], float]) -> None:
    options, components, hours = case
    chooser = Chooser(options, components)
    chosen = chooser.choose(hours)
    done: set[SkillId] = set()
    for skill in chosen:
        assert set(chooser.options[skill].requires) <= done
        done.add(skill)
    assert len(done) == len(chosen)
    assert sum(chooser.options[skill].hours for skill in chosen) <= hours
    assert chooser.gain_of(chosen) >= NEAR_THE_BEST * best_gain(options, chooser, hours) - 1e-9
