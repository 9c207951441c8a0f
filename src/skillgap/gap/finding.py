"""The gaps: what the role asks for and the page does not show in full, with the reason and what is at stake."""

from collections.abc import Mapping

from skillgap.evidence.proficiency import duration
from skillgap.evidence.types import Claim, Part, Status, Via
from skillgap.evidence.use import RECENT, SERVED, SLIGHT, is_shown, months_from
from skillgap.gap.knowing import Known, is_surely_known, why_known
from skillgap.gap.quoting import nearest
from skillgap.gap.scoring import REACHED, lifts_of
from skillgap.gap.types import Component, Gap, GapKind, Score
from skillgap.taxonomy.types import Level, SkillId
from skillgap.taxonomy.whole import Taxonomy


def gaps_of(score: Score, known: Known, taxonomy: Taxonomy, as_of: str, *, asker: str) -> tuple[Gap, ...]:
    """By what is at stake; among equals first what would bring others along, then in the role's order.

    `asker` is what asks for the skills, in a word.
    """
    of = {component.skill: component for component in score.components}
    gaps = [
        gap_of(component, of, known, taxonomy, as_of, asker=asker)
        for component in score.components
        if component.credit < REACHED
    ]

    def lifted(gap: Gap) -> float:
        return sum(of[lift.skill].worth * (lift.credit - of[lift.skill].credit) for lift in gap.lifts)

    return tuple(sorted(gaps, key=lambda each: (-each.points_at_stake, -lifted(each))))


def gap_of(  # noqa: PLR0913 - all that a gap hangs on
    component: Component,
    of: Mapping[SkillId, Component],
    known: Known,
    taxonomy: Taxonomy,
    as_of: str,
    *,
    asker: str,
) -> Gap:
    claim = known.claims.get(component.skill)
    is_known = is_surely_known(component.skill, component.required, known, taxonomy)
    kind = GapKind.TO_SHOW if is_known else kind_of(claim, as_of)
    return Gap(
        skill=component.skill,
        name=component.name,
        area=component.area,
        importance=component.importance,
        kind=kind,
        required=component.required,
        estimated=component.estimated,
        points_at_stake=round(component.worth - component.points, 2),
        reason=f"{reason_of(kind, component, known)}; {wanted_of(component, claim, taxonomy, asker)}.",
        nearest=nearest(component.skill, known.claims, taxonomy),
        proof=proof_of(component, taxonomy),
        lifts=lifts_of(component.skill, component.required.rank, of, taxonomy),
    )


def kind_of(claim: Claim | None, as_of: str) -> GapKind:
    if claim is None or claim.level_score == 0:
        return GapKind.MISSING
    if not any(each.status is Status.USED for each in claim.evidence):
        return (
            GapKind.LISTED_ONLY if any(each.via is not Via.IMPLIED for each in claim.evidence) else GapKind.BELOW_LEVEL
        )
    if claim.last_used and months_from(claim.last_used, as_of) > RECENT:
        return GapKind.STALE
    return GapKind.BELOW_LEVEL


def wanted_of(component: Component, claim: Claim | None, taxonomy: Taxonomy, asker: str) -> str:
    wanted = f"the {asker} asks for {component.required} level"
    if component.alternatives:
        wanted += f"; {' or '.join(taxonomy.skills[each].label for each in component.alternatives)} will do as well"
    if component.carried_from:
        wanted += f"; {taxonomy.skills[component.carried_from].label}, which is close to it, counts for a part"
    if component.practice < 1 and claim is not None and any(is_shown(each) for each in claim.evidence):
        wanted += f"; {unpractised(claim)}, it counts for {100 * component.practice:.0f} % of its worth"
    return wanted


def unpractised(claim: Claim) -> str:
    """Why use at work does not count in full: no line tells of it, or the last ten years have too few months of it."""
    shown = [each for each in claim.evidence if is_shown(each)]
    if shown and all(each.part in SLIGHT for each in shown):
        is_helped = any(each.part is Part.HELPED for each in shown)
        return f"as its lines {'tell of a small part alone' if is_helped else 'name it in few words'}"
    told = [each for each in shown if each.section in SERVED and each.part not in SLIGHT]
    if claim.months_practised and (told or claim.months):
        when = "of the last ten years" if claim.months > claim.months_practised else "in all"
        return f"as others have relied on it for {duration(claim.months_practised)} {when}"
    if told:
        return "as its use at work was more than ten years ago"
    return f"as no line of a job {'says what was done with it' if claim.months else 'shows it'}"


def reason_of(kind: GapKind, component: Component, known: Known) -> str:
    """Why there is a gap, as the first half of a sentence."""
    claim = known.claims.get(component.skill)
    if kind is GapKind.TO_SHOW:
        is_built_on = claim is None or any(is_shown(each) for each in claim.evidence)
        lacks = "names it" if is_built_on else "shows it"
        return f"You most likely know it ({why_known(component.skill, known)}), but no line of a job or project {lacks}"
    return reason_in(claim, kind, component) if claim is not None else "Nothing in the résumé names it"


def reason_in(claim: Claim, kind: GapKind, component: Component) -> str:
    why = "; ".join(claim.reasons)
    is_denied = any(each.status is Status.NEGATED for each in claim.evidence)
    reasons = {
        GapKind.MISSING: "The page itself says that you do not know it or have not done it"
        if is_denied
        else "The page names it, but as the work of others",
        GapKind.LISTED_ONLY: f"Named, but no line shows it in use ({why})",
        GapKind.STALE: f"Shown, but a while ago ({why})",
        GapKind.BELOW_LEVEL: f"{shown_at(component.estimated)} ({why})"
        if any(is_shown(each) for each in claim.evidence)
        else f"No job or project shows it ({why}), so it counts for little",
    }
    return reasons[kind]


def shown_at(level: Level) -> str:
    return f"Shown at {level}" if level.rank else "Hardly shown, for less than awareness"


def proof_of(component: Component, taxonomy: Taxonomy) -> str:
    """What a line that closes the gap would look like."""
    project = taxonomy.skills[component.skill].project
    if component.required is Level.AWARENESS:
        return f"A line that says where {component.name} came up, in work, studies or at home, and what you did with it there."
    if project is not None:
        return f"A line about something like this: {project.brief}"
    return f"A line that says what you did with {component.name}, where, and what came of it."
