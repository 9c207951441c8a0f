"""Interests held against the published figures of a role: the correlation of two profiles of six interests.

Only the shape of a profile matters, not its height: who likes everything a little more is no other person. The correlation is a
sum over the statements, so each has its part in it: (answer - mean answer) × (figure - mean figure).
"""

from collections.abc import Iterable, Mapping
from math import sqrt

from skillgap.gap.fit_types import Answers, InterestFit, InterestPair, Lean, Reply, SharedFigures
from skillgap.taxonomy.questionnaire import Interest, InterestStatement, Questionnaire
from skillgap.taxonomy.types import Interests, Role, RoleId

LIKE, UNLIKE = 0.608, 0.0
"""Of two unrelated profiles of six, one in ten correlates at least so much; under none the shapes go against each other."""
MOST_SHOWN = 4
MIDDLE = 3
Profile = tuple[float, ...]


def interest_fit(answers: Answers, role: Role, roles: Mapping[RoleId, Role], fit: Questionnaire) -> InterestFit:
    person = profile_of(answers, fit)
    if role.interests is None:
        return InterestFit(lean=Lean.UNCLEAR, note="No interest figures are published for this role.")
    published = figures(role.interests)
    pairs = tuple(
        InterestPair(interest=interest, person=round(mine, 2), role=its)
        for interest, mine, its in zip(Interest, person, published, strict=True)
    )
    correlation = correlated(person, published)
    if correlation is None:
        note = "All six interests come out alike, so there is no shape to compare."
        return InterestFit(lean=Lean.UNCLEAR, note=note, pairs=pairs, source=role.interests.source)
    good, bad = told(weighed(answers, published, fit), answers, fit)
    return InterestFit(
        lean=lean_of(correlation),
        note=note_of(role, roles),
        correlation=correlation,
        pairs=pairs,
        speaks_for=good,
        speaks_against=bad,
        compared=compared(person, roles),
        source=role.interests.source,
    )


def profile_of(answers: Answers, fit: Questionnaire) -> Profile:
    """The mean answer for each interest."""
    given = {
        interest: [answers.statements[each.id] for each in fit.interests if each.interest is interest]
        for interest in Interest
    }
    return tuple(sum(each) / len(each) for each in given.values())


def figures(interests: Interests) -> Profile:
    return tuple(getattr(interests, interest) for interest in Interest)


def correlated(one: Profile, other: Profile) -> float | None:
    """Pearson's correlation; None where one of them is flat."""
    a, b = centred(one), centred(other)
    spread = sqrt(sum(x * x for x in a) * sum(y * y for y in b))
    if spread < 1e-9:  # noqa: PLR2004 - what rounding leaves of nothing
        return None
    return round(sum(x * y for x, y in zip(a, b, strict=True)) / spread, 3)


def centred(profile: Profile) -> Profile:
    mean = sum(profile) / len(profile)
    return tuple(each - mean for each in profile)


def lean_of(correlation: float) -> Lean:
    if correlation >= LIKE:
        return Lean.TOWARDS
    return Lean.MIXED if correlation > UNLIKE else Lean.AWAY


def weighed(answers: Answers, published: Profile, fit: Questionnaire) -> list[tuple[float, InterestStatement]]:
    """Each statement with its part in the correlation, largest first."""
    figure = dict(zip(Interest, centred(published), strict=True))
    given = centred(tuple(float(answers.statements[each.id]) for each in fit.interests))
    parts = [(round(mine * figure[each.interest], 6), each) for mine, each in zip(given, fit.interests, strict=True)]
    return sorted(parts, key=lambda part: (-part[0], part[1].id))


def told(
    parts: Iterable[tuple[float, InterestStatement]], answers: Answers, fit: Questionnaire
) -> tuple[tuple[Reply, ...], tuple[Reply, ...]]:
    """What weighs most on either side; an answer in the middle of the scale is no reason to name to anybody."""
    clear = [
        (part, reply_to(each, answers, fit)) for part, each in parts if part and answers.statements[each.id] != MIDDLE
    ]
    good = [reply for part, reply in clear if part > 0]
    bad = [reply for part, reply in reversed(clear) if part < 0]
    return tuple(good[:MOST_SHOWN]), tuple(bad[:MOST_SHOWN])


def reply_to(statement: InterestStatement, answers: Answers, fit: Questionnaire) -> Reply:
    answer = answers.statements[statement.id]
    return Reply(statement.text, answer, fit.scale[answer - 1])


def compared(person: Profile, roles: Mapping[RoleId, Role]) -> tuple[SharedFigures, ...]:
    """All roles, those with the same figures together."""
    groups: dict[Profile, list[Role]] = {}
    for role in roles.values():
        if role.interests is not None:
            groups.setdefault(figures(role.interests), []).append(role)
    found = [
        SharedFigures(
            roles=tuple(role.label for role in group),
            correlation=correlation,
            lean=lean_of(correlation),
            source=group[0].interests.source if group[0].interests else "",
        )
        for published, group in groups.items()
        if (correlation := correlated(person, published)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (-each.correlation, each.roles)))


def note_of(role: Role, roles: Mapping[RoleId, Role]) -> str:
    assert role.interests is not None  # noqa: S101 - asked for by the caller
    own = figures(role.interests)
    same = sum(
        other.id != role.id and other.interests is not None and figures(other.interests) == own
        for other in roles.values()
    )
    if not same:
        return "No other role here has the same figures."
    return f"{same} other role{'s' * (same != 1)} here share{'s' * (same == 1)} these figures, and interests cannot tell them apart."
