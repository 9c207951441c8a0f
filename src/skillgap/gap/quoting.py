"""Which of somebody's lines to quote for a skill."""

from collections.abc import Mapping

from skillgap.evidence.types import Claim, Evidence, Part, Status, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.types import Quote
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

TELLING = (Part.LED, Part.DID, Part.HELPED, Part.VAGUE, Part.NONE)


def best_direct(claim: Claim) -> Evidence | None:
    """The line of use to quote: one that tells of own work, the longest of the first job, as the fullest account of what is most recent."""
    used = [each for each in claim.evidence if each.status is Status.USED and each.via is not Via.IMPLIED]
    return min(
        used,
        key=lambda each: (
            not is_shown(each),
            each.entry is None,
            TELLING.index(each.part or Part.DID),
            each.entry or 0,
            -len(each.line),
            each.start,
        ),
        default=None,
    )


def quote_of(skill: SkillId, evidence: Evidence) -> Quote:
    return Quote(skill, evidence.line, evidence.page)


def nearest(skill: SkillId, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Quote | None:
    """The best line the person does have: for the skill itself, else for its closest neighbour in the taxonomy."""
    for candidate in (skill, *(near for near, _ in taxonomy.neighbours.get(skill, ()))):
        claim = claims.get(candidate)
        if claim and claim.level_score > 0:
            evidence = best_direct(claim) or next((each for each in claim.evidence if each.status.is_claim), None)
            if evidence:
                return quote_of(candidate, evidence)
    return None
