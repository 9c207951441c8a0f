"""The step from a `SkillProfile` to a `GapAnalysis` for a role and a career level."""

from collections.abc import Iterable, Mapping

from skillgap.evidence.types import Claim, SkillProfile, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.careers import advancement_of, lateral_moves
from skillgap.gap.finding import gaps_of
from skillgap.gap.fit import fit_of
from skillgap.gap.knowing import known_from
from skillgap.gap.quick_wins import quick_wins
from skillgap.gap.quoting import best_direct, best_proof, is_job_title, quote_of
from skillgap.gap.scoring import REACHED, score_against
from skillgap.gap.standing import standings_of
from skillgap.gap.types import Component, GapAnalysis, GapKind, Score, Strength, Target
from skillgap.taxonomy.types import CareerLevel, Importance, Role, SkillId
from skillgap.taxonomy.whole import Taxonomy

ORDER = {Importance.ESSENTIAL: 0, Importance.IMPORTANT: 1, Importance.USEFUL: 2}


def compare_with_role(  # noqa: PLR0913 - all that a comparison hangs on
    profile: SkillProfile,
    role: Role,
    level: CareerLevel,
    taxonomy: Taxonomy,
    as_of: str,
    *,
    track: str | None = None,
    posting: str | None = None,
) -> GapAnalysis:
    """Hold the claims against what the role asks for at that level.

    `track` names the one that the role already is on, `posting` the job posting that the role was made of.
    """
    claims = {claim.id: claim for claim in profile.claims}
    standings = standings_of(profile.claims, taxonomy)
    score = score_against(role, level, claims, taxonomy, standings)
    moves = lateral_moves(role, level, standings, taxonomy)
    known = known_from(claims, taxonomy)
    target = Target(role=role.id, label=role.label, level=level, track=track, posting=posting)
    gaps = gaps_of(score, known, taxonomy, as_of, asker=target.asker)
    return GapAnalysis(
        target=target,
        score=score,
        strengths=strengths_of(score, claims),
        gaps=gaps,
        quick_wins=quick_wins(score, known, {gap.skill for gap in gaps if gap.kind is GapKind.TO_SHOW}, taxonomy),
        fit=fit_of(role, score, claims, () if posting else moves, taxonomy),
        advancement=advancement_of(role, score, level, standings, taxonomy),
        lateral_moves=moves,
    )


def strengths_of(score: Score, claims: Mapping[SkillId, Claim]) -> tuple[Strength, ...]:
    """What is reached and shown in the person's own words: what lines tell before what a title says, the most important first."""
    reached = (component for component in score.components if component.credit >= REACHED)
    return in_order(reached, claims)


def strengths_in_part(score: Score, claims: Mapping[SkillId, Claim]) -> tuple[Strength, ...]:
    """The same of what a line of work shows and more is asked of."""
    begun = (
        component
        for component in score.components
        if 0 < component.credit < REACHED and component.estimated.rank and is_told(claims.get(component.skill))
    )
    return in_order(begun, claims)


def in_order(components: Iterable[Component], claims: Mapping[SkillId, Claim]) -> tuple[Strength, ...]:
    found = [
        strength_of(component, claims[component.skill])
        for component in components
        if component.skill in claims and best_direct(claims[component.skill])
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                not is_told(claims[each.skill]),
                not any(
                    is_shown(evidence) for evidence in claims[each.skill].evidence if evidence.via is not Via.IMPLIED
                ),
                ORDER[each.importance],
                -each.level.rank,
                -each.points,
                each.skill,
            ),
        )
    )


def is_told(claim: Claim | None) -> bool:
    """Whether the line to quote for it is more than the title of a job."""
    proof = best_proof(claim) if claim else None
    return proof is not None and is_shown(proof) and not is_job_title(proof)


def strength_of(component: Component, claim: Claim) -> Strength:
    evidence = best_proof(claim) or claim.evidence[0]
    return Strength(
        skill=claim.id,
        name=claim.name,
        area=claim.area,
        importance=component.importance,
        level=claim.level,
        required=component.required,
        points=component.points,
        quote=quote_of(claim.id, evidence),
    )
