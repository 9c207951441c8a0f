"""The step from two analyses to what their scores differ in.

The score is a sum over the skills of one target, so that the difference of two scores is the sum of the differences by skill: nothing
has to be estimated to explain it.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from skillgap.batch.comparing.types import Alike, Candidate, Comparison, Difference, Doubt, Shown, SideBySide
from skillgap.batch.finding import Place
from skillgap.errors import UsageError
from skillgap.evidence.types import Claim
from skillgap.evidence.use import is_shown
from skillgap.gap.quoting import best_proof, quote_of
from skillgap.gap.standing import LISTED_AT_MOST, reached
from skillgap.gap.types import Component, Quote
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.progress.view import target_words
from skillgap.report.types import Analysis
from skillgap.report.wording import clean_text
from skillgap.taxonomy.types import SkillId

HALF_A_TENTH = 0.05 + 1e-6
Claims = Mapping[SkillId, Claim]


def side_by_side(analyses: Sequence[Analysis], places: Sequence[Place] = ()) -> SideBySide:
    """Compare the first with each of the others; raises UsageError as `compare_analyses` does."""
    (first, place), *others = zip_longest(analyses, places)
    return SideBySide(
        comparisons=tuple(compare_analyses(first, other, places=(place, its_place)) for other, its_place in others)
    )


def compare_analyses(
    a: Analysis, b: Analysis, *, places: tuple[Place | None, Place | None] = (None, None)
) -> Comparison:
    """Compare two candidates for one target; `compare_analyses(b, a)` is its mirror.

    Raises UsageError where the two were held against different targets, or a score is not the sum of its parts.
    """
    check_comparable(a, b)
    differences = differences_of(a, b)
    points = round(a.score.overall - b.score.overall, 1) + 0.0
    return Comparison(
        target=a.target,
        first=candidate_of(a, places[0]),
        second=candidate_of(b, places[1]),
        points=points,
        rounding=round(points - sum(each.points for each in differences), 4) + 0.0,
        is_told_apart=a.score.band[0] > b.score.band[1] or b.score.band[0] > a.score.band[1],
        differences=tuple(
            sorted((each for each in differences if each.points), key=lambda each: (-abs(each.points), each.skill))
        ),
        alike=tuple(
            Alike(skill=each.skill, name=each.name, points=each.first.points)
            for each in sorted(differences, key=lambda each: (-each.first.points, each.skill))
            if not each.points
        ),
    )


def check_comparable(a: Analysis, b: Analysis) -> None:
    both = f"{clean_text(a.document.name)} and {clean_text(b.document.name)}"
    if a.target != b.target:
        raise UsageError(
            f"{both} were compared with different targets",
            hint=clean_text(f"{target_words(a.target)}; {target_words(b.target)}"),
        )
    if asked_of(a) != asked_of(b):
        raise UsageError(
            f"{both} were not asked for the same skills",
            hint="analyse both with the same taxonomy, and the same posting",
        )
    for each in (a, b):
        if abs(each.score.overall - sum(part.points for part in each.score.components)) > HALF_A_TENTH:
            raise UsageError(f"{clean_text(each.document.name)}: its score is not the sum of its parts")


def asked_of(analysis: Analysis) -> list[tuple[str, ...]]:
    return sorted(
        (*choice_of(each), each.importance, each.required, str(each.weight)) for each in analysis.score.components
    )


def choice_of(component: Component) -> tuple[SkillId, ...]:
    """What is asked for: of a choice ("C or C++") all, whichever of it counts for somebody."""
    return tuple(sorted((component.skill, *component.alternatives)))


def candidate_of(analysis: Analysis, place: Place | None) -> Candidate:
    return Candidate(
        id=analysis.document.sha256[:NAME_LENGTH],
        file=analysis.document.name,
        person=analysis.resume.basics.name or "",
        score=analysis.score.overall,
        band=analysis.score.band,
        areas=analysis.score.areas,
        as_of=analysis.as_of,
        generator=analysis.generator,
        warnings=analysis.document.warnings,
        doubts=doubts_of(analysis),
        ownership=analysis.score.ownership,
        place=place,
    )


def claims_of(analysis: Analysis) -> dict[SkillId, Claim]:
    return {claim.id: claim for claim in analysis.skills}


def differences_of(a: Analysis, b: Analysis) -> list[Difference]:
    own, others = claims_of(a), claims_of(b)
    answering = {choice_of(component): component for component in b.score.components}
    return [
        difference_in(component, other, shown(component, own), shown(other, others))
        for component in a.score.components
        for other in (answering[choice_of(component)],)
    ]


def shown(component: Component, claims: Claims) -> Shown:
    own = claims.get(component.skill)
    neighbour = claims.get(component.carried_from) if component.carried_from else None
    return Shown(
        level=component.estimated,
        is_shown=own is not None and any(is_shown(each) for each in own.evidence),
        credit=component.credit,
        points=component.points,
        reasons=own.reasons if own else (),
        carried_from=neighbour.name if neighbour else component.carried_from,
        quote=best_quote(own or neighbour),
    )


def best_quote(claim: Claim | None) -> Quote | None:
    """A line that shows it, else one that claims it, else one that denies it."""
    if claim is None:
        return None
    evidence = best_proof(claim) or min(claim.evidence, key=lambda each: not each.status.is_claim, default=None)
    return quote_of(claim.id, evidence) if evidence else None


def difference_in(component: Component, other: Component, first: Shown, second: Shown) -> Difference:
    """Where the two meet a choice by different skills, the difference has the names of both, and each side its own."""
    is_same = component.skill == other.skill
    least = min(component, other, key=lambda each: each.skill)
    return Difference(
        skill=least.skill,
        name=" or ".join(sorted({component.name, other.name})),
        area=least.area,
        importance=component.importance,
        required=component.required,
        weight=component.weight,
        points=round(first.points - second.points, 4) + 0.0,
        first=first if is_same else replace(first, by=component.name),
        second=second if is_same else replace(second, by=other.name),
    )


def doubts_of(analysis: Analysis) -> tuple[Doubt, ...]:
    claims = claims_of(analysis)
    found = [doubt_in(component, claims) for component in analysis.score.components]
    return tuple(sorted((each for each in found if each and each.points), key=lambda each: (-each.points, each.skill)))


def doubt_in(component: Component, claims: Claims) -> Doubt | None:
    """How far a component moves while the level score that it rests on moves by its claim's uncertainty, as the band has it."""
    claim = claims.get(component.carried_from or component.skill)
    if claim is None or claim.level_score <= 0 or component.credit <= 0:
        return None
    unsure = 1.0 - claim.confidence
    low, now, high = (reached(claim.level_score + side * unsure, component.required) for side in (-1.0, 0.0, 1.0))
    if component.carried_from or any(is_shown(each) for each in claim.evidence):
        moved = component.credit * (high - low) / now
    else:
        moved = min(LISTED_AT_MOST, high) - min(LISTED_AT_MOST, low)
    return Doubt(
        skill=component.skill,
        name=component.name,
        points=round(component.worth * moved, 2) + 0.0,
        confidence=claim.confidence,
        quote=best_quote(claim),
    )
