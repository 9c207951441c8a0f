"""The step from a `SkillProfile` to a `GapAnalysis` for a role and a career level."""

from collections.abc import Mapping

from skillgap.evidence.types import Claim, Evidence, SkillProfile, Status, Via
from skillgap.gap.fit import fit_of
from skillgap.gap.scoring import overall_against, score_against
from skillgap.gap.types import (
    Advancement,
    Component,
    Gap,
    GapAnalysis,
    GapKind,
    LateralMove,
    Quote,
    Readiness,
    Score,
    Strength,
    Target,
)
from skillgap.resume.intervals import month_number
from skillgap.taxonomy.types import CareerLevel, Importance, Role, SkillId
from skillgap.taxonomy.whole import Taxonomy

REACHED = 0.999
STALE_MONTHS = 60
SEPARATING = 5
ORDER = {Importance.ESSENTIAL: 0, Importance.IMPORTANT: 1, Importance.USEFUL: 2}


def compare_with_role(  # noqa: PLR0913 - all that a comparison hangs on
    profile: SkillProfile, role: Role, level: CareerLevel, taxonomy: Taxonomy, as_of: str, *, track: str | None = None
) -> GapAnalysis:
    """Hold the claims against what the role asks for at that level; `track` names the one that the role already is on."""
    claims = {claim.id: claim for claim in profile.claims}
    score = score_against(role, level, claims, taxonomy)
    strengths = [
        strength_of(component, claims[component.skill])
        for component in score.components
        if is_strength(component, claims)
    ]
    gaps = [gap_of(component, claims, taxonomy, as_of) for component in score.components if component.credit < REACHED]
    moves = lateral_moves(role, level, claims, taxonomy)
    return GapAnalysis(
        target=Target(role=role.id, label=role.label, level=level, track=track),
        score=score,
        strengths=tuple(
            sorted(strengths, key=lambda each: (ORDER[each.importance], -each.level.rank, -each.points, each.skill))
        ),
        gaps=tuple(sorted(gaps, key=lambda each: -each.points_at_stake)),  # equal ones stay in the role's order
        quick_wins=(),
        fit=fit_of(role, score, claims, moves, taxonomy),
        advancement=advancement_of(role, score, level, claims, taxonomy),
        lateral_moves=moves,
    )


def is_strength(component: Component, claims: Mapping[SkillId, Claim]) -> bool:
    """Reached, and shown in the person's own words rather than implied or merely listed."""
    claim = claims.get(component.skill)
    return component.credit >= REACHED and claim is not None and best_direct(claim) is not None


def best_direct(claim: Claim) -> Evidence | None:
    """The line of use to quote: the longest of the first job on the page, as the fullest account of what is most recent."""
    used = [each for each in claim.evidence if each.status is Status.USED and each.via is not Via.IMPLIED]
    return min(used, key=lambda each: (each.entry is None, each.entry or 0, -len(each.line), each.start), default=None)


def quote_of(skill: SkillId, evidence: Evidence) -> Quote:
    return Quote(skill, evidence.line, evidence.page)


def strength_of(component: Component, claim: Claim) -> Strength:
    evidence = best_direct(claim) or claim.evidence[0]
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


def gap_of(component: Component, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy, as_of: str) -> Gap:
    claim = claims.get(component.skill)
    kind = kind_of(claim, as_of)
    return Gap(
        skill=component.skill,
        name=component.name,
        area=component.area,
        importance=component.importance,
        kind=kind,
        required=component.required,
        estimated=component.estimated,
        points_at_stake=round(component.weight - component.points, 2),
        reason=reason_of(kind, component, claim),
        nearest=nearest(component.skill, claims, taxonomy),
        proof=proof_of(component, taxonomy),
    )


def kind_of(claim: Claim | None, as_of: str) -> GapKind:
    if claim is None or claim.level_score == 0:
        return GapKind.MISSING
    if not any(each.status is Status.USED for each in claim.evidence):
        return (
            GapKind.LISTED_ONLY if any(each.via is not Via.IMPLIED for each in claim.evidence) else GapKind.BELOW_LEVEL
        )
    if claim.last_used and month_number(as_of) - month_number(claim.last_used, is_end=True) > STALE_MONTHS:
        return GapKind.STALE
    return GapKind.BELOW_LEVEL


def reason_of(kind: GapKind, component: Component, claim: Claim | None) -> str:
    wanted = f"the role asks for {component.required}"
    if claim is None:
        return f"Nothing in the résumé names it; {wanted}."
    why = "; ".join(claim.reasons)
    match kind:
        case GapKind.MISSING:
            return f"Not claimed: {why}; {wanted}."
        case GapKind.LISTED_ONLY:
            return f"Named, but no line shows it in use ({why}); {wanted}."
        case GapKind.STALE:
            return f"Shown, but a while ago ({why}); {wanted}."
        case GapKind.BELOW_LEVEL:
            return f"Shown at {component.estimated} ({why}); {wanted}."


def nearest(skill: SkillId, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Quote | None:
    """The best line the person does have: for the skill itself, else for its closest neighbour in the taxonomy."""
    for candidate in (skill, *(near for near, _ in taxonomy.neighbours.get(skill, ()))):
        claim = claims.get(candidate)
        if claim and claim.level_score > 0:
            evidence = best_direct(claim) or next((each for each in claim.evidence if each.status.is_claim), None)
            if evidence:
                return quote_of(candidate, evidence)
    return None


def proof_of(component: Component, taxonomy: Taxonomy) -> str:
    """What a line that closes the gap would look like."""
    project = taxonomy.skills[component.skill].project
    if project is not None:
        return f"A line about something like this: {project.brief}"
    return f"A line that says what you did with {component.name}, where, and what came of it."


def advancement_of(
    role: Role, score: Score, level: CareerLevel, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy
) -> Advancement:
    scores = {
        step.level: score if step.level is level else score_against(role, step.level, claims, taxonomy)
        for step in role.levels
    }
    order = [step.level for step in role.levels]
    following = order[order.index(level) + 1 :] if level in order else []
    separates: tuple[str, ...] = ()
    if following:
        short = [component for component in scores[following[0]].components if component.credit < REACHED]
        short.sort(key=lambda component: (component.points - component.weight, component.skill))
        separates = tuple(f"{each.name}: {each.required}" for each in short[:SEPARATING])
    return Advancement(
        levels=tuple(
            Readiness(
                level=step.level, about=step.about, typical_years=step.typical_years, score=scores[step.level].overall
            )
            for step in role.levels
        ),
        next_level=following[0] if following else None,
        separates=separates,
    )


def lateral_moves(
    role: Role, level: CareerLevel, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy
) -> tuple[LateralMove, ...]:
    """The other roles at the same level, best first."""
    others = [other for other in taxonomy.roles.values() if other.id != role.id]
    moves = [
        LateralMove(role=other.id, label=other.label, score=overall_against(other, level, claims)) for other in others
    ]
    return tuple(sorted(moves, key=lambda move: (-move.score, move.role)))
