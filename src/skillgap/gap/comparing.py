"""The step from a `SkillProfile` to a `GapAnalysis` for a role and a career level."""

from collections.abc import Iterable, Mapping

from skillgap.evidence.types import Claim, Evidence, SkillProfile, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.careers import advancement_of, lateral_moves
from skillgap.gap.finding import gaps_of
from skillgap.gap.fit import fit_of
from skillgap.gap.knowing import known_from
from skillgap.gap.quick_wins import quick_wins
from skillgap.gap.quoting import (
    best_proof,
    is_bare_title,
    line_it_follows_from,
    line_under,
    quote_of,
)
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
    standings = standings_of(profile, taxonomy)
    score = score_against(role, level, profile, taxonomy, standings)
    moves = lateral_moves(role, level, standings, taxonomy)
    known = known_from(claims, taxonomy)
    target = Target(role=role.id, label=role.label, level=level, track=track, posting=posting)
    gaps = gaps_of(score, known, taxonomy, as_of, asker=target.asker)
    return GapAnalysis(
        target=target,
        score=score,
        strengths=strengths_of(score, claims, taxonomy),
        gaps=gaps,
        quick_wins=quick_wins(score, known, {gap.skill for gap in gaps if gap.kind is GapKind.TO_SHOW}, taxonomy),
        fit=fit_of(role, score, claims, () if posting else moves, taxonomy),
        advancement=advancement_of(role, score, level, standings, taxonomy),
        lateral_moves=moves,
    )


def strengths_of(score: Score, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> tuple[Strength, ...]:
    """What is reached and shown in the person's own words: what lines tell before what a title says, the most important first."""
    reached = (component for component in score.components if component.credit >= REACHED)
    return in_order(reached, claims, taxonomy)


def strengths_in_part(score: Score, claims: Mapping[SkillId, Claim]) -> tuple[Strength, ...]:
    """The same of what a line of work shows and more is asked of."""
    begun = (
        component
        for component in score.components
        if 0 < component.credit < REACHED and component.estimated.rank and is_told(component, claims)
    )
    return in_order(begun, claims)


def in_order(
    components: Iterable[Component], claims: Mapping[SkillId, Claim], taxonomy: Taxonomy | None = None
) -> tuple[Strength, ...]:
    """Those that something can be quoted for: never the bare title of a job, or of a project."""
    found = [
        (component, claims[component.skill], proof)
        for component in components
        if (proof := proof_of(component, claims, taxonomy))
    ]
    found.sort(
        key=lambda each: (
            not is_shown(each[2]),
            each[2].via is Via.IMPLIED and not names_itself(each[1]),
            ORDER[each[0].importance],
            -each[1].level.rank,
            -each[0].points,
            each[0].skill,
        )
    )
    return tuple(strength_of(*each) for each in found)


def proof_of(
    component: Component, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy | None = None
) -> Evidence | None:
    """The line to quote for it; of a project whose title alone names it what else is told of the project.

    What is essential may also be shown by a line from which it follows, where the taxonomy is there to say so.
    """
    claim = claims.get(component.skill)
    if claim is None:
        return None
    best = best_proof(claim)
    if best is None:
        is_essential = component.importance is Importance.ESSENTIAL
        return line_it_follows_from(claim, taxonomy) if taxonomy and is_essential else None
    return line_under(best, claims.values()) if is_bare_title(best) else best


def names_itself(claim: Claim) -> bool:
    return any(is_shown(each) and each.via is not Via.IMPLIED for each in claim.evidence)


def is_told(component: Component, claims: Mapping[SkillId, Claim]) -> bool:
    """Whether the line to quote for it is one of work, rather than of the top of the page."""
    proof = proof_of(component, claims)
    return proof is not None and is_shown(proof)


def strength_of(component: Component, claim: Claim, proof: Evidence) -> Strength:
    return Strength(
        skill=claim.id,
        name=claim.name,
        area=claim.area,
        importance=component.importance,
        level=claim.level,
        required=component.required,
        points=component.points,
        quote=quote_of(claim.id, proof),
    )
