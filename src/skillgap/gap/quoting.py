"""Which of somebody's lines to quote for a skill."""

from collections.abc import Mapping

from skillgap.evidence.types import Claim, Evidence, Part, Status, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.types import Quote
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

FEWEST_WORDS = 6
"""Of a line that tells what was done: "On call every third week" is true, and no proof to begin with."""
TELLING = (Part.LED, Part.DID, Part.HELPED, Part.VAGUE, Part.NONE)


def best_direct(claim: Claim) -> Evidence | None:
    """The line of use to quote: one that tells of work and names the skill, before a title, a paraphrase or an everyday word.

    Of those one that tells of own work; then the longest of the first job, as the fullest account of what is most recent.
    """
    used = [each for each in claim.evidence if each.status is Status.USED and each.via is not Via.IMPLIED]
    return min(
        used,
        key=lambda each: (
            not is_shown(each),
            each.in_heading,
            each.entry is None,
            each.via is Via.PARAPHRASE,
            len(each.line.split()) < FEWEST_WORDS,
            is_everyday(each.text),
            TELLING.index(each.part or Part.DID),
            each.entry or 0,
            -len(each.line),
            each.start,
        ),
        default=None,
    )


def best_proof(claim: Claim) -> Evidence | None:
    """The same, but rather a line that shows the skill by another one than a bare title that names it."""
    direct = best_direct(claim)
    if direct is None or not direct.in_heading:
        return direct
    return next((each for each in claim.evidence if is_shown(each) and not each.in_heading), direct)


def is_everyday(text: str) -> bool:
    """One plain word in small letters: "pipelines", but not "CI/CD pipelines" or "Jenkins"."""
    return text.isalpha() and text.islower()


def quote_of(skill: SkillId, evidence: Evidence) -> Quote:
    return Quote(skill, evidence.line, evidence.page)


def nearest(skill: SkillId, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Quote | None:
    """The best line the person does have: for the skill itself, else for its closest neighbour in the taxonomy."""
    for candidate in (skill, *(near for near, _ in taxonomy.neighbours.get(skill, ()))):
        claim = claims.get(candidate)
        if claim and claim.level_score > 0:
            evidence = best_proof(claim) or next((each for each in claim.evidence if each.status.is_claim), None)
            if evidence:
                return quote_of(candidate, evidence)
    return None
