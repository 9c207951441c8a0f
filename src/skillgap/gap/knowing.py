"""Who surely knows what no line of theirs shows: a gap that a line on the page closes, and study does not."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.evidence.use import is_shown
from skillgap.taxonomy.types import Level, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

PRACTISED, PRACTISED_MONTHS = 6, 24
"""Skills that lines of one's own show for so long at work; who has so many is taken at their word in what they name."""
CLOSE = 0.5
"""How much must carry over between two skills for one to speak for the other where that is named as well."""
NAMES = 0.5
"""How much a skill must imply of another for whoever names the one to have named the other."""
SURELY = 0.8
SEVERAL = 2
MOST_NAMED = 2
DOUBTED = {Status.LEARNING, Status.NEGATED}


class Known(Struct, frozen=True):
    """What a page shows well: skills shown in use at practitioner or more, and by the skill that they require those that do.

    `told_by_kind` are skills of which the page names a kind: who writes Git need not write "version control".
    """

    claims: Mapping[SkillId, Claim]
    well: Mapping[SkillId, Claim]
    built_on: Mapping[SkillId, tuple[Claim, ...]]
    is_practised: bool
    told_by_kind: frozenset[SkillId]


def known_from(claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Known:
    well = {
        each.id: each
        for each in claims.values()
        if each.level.rank >= Level.PRACTITIONER.rank and any(is_shown(evidence) for evidence in each.evidence)
    }
    built_on: dict[SkillId, tuple[Claim, ...]] = {}
    for claim in well.values():
        for skill in taxonomy.skills[claim.id].requires:
            built_on[skill] = (*built_on.get(skill, ()), claim)
    kinds = (claim.id for claim in claims.values() if any(is_own_name(each) for each in claim.evidence))
    told = frozenset(wide for kind in kinds for wide in told_by(taxonomy.skills[kind]))
    practised = sum(shows_itself(each) and each.months_practised >= PRACTISED_MONTHS for each in claims.values())
    return Known(claims, well, built_on, practised >= PRACTISED, told)


def told_by(skill: Skill) -> Iterator[SkillId]:
    """What need not be written beside it: of what it is a kind or a part, and what it surely shows, as C++17 does C++."""
    yield from skill.broader
    yield from (each for each, share in skill.implies.items() if share >= SURELY)


def is_own_name(evidence: Evidence) -> bool:
    return evidence.via is Via.ALIAS and evidence.status in {Status.USED, Status.LISTED}


def shows_itself(claim: Claim) -> bool:
    """By a line that names it or tells of it, rather than through another skill."""
    return any(is_shown(each) and each.via is not Via.IMPLIED for each in claim.evidence)


def is_surely_known(skill: SkillId, required: Level, known: Known, taxonomy: Taxonomy) -> bool:
    """No line of its own shows it, nothing speaks against it, and what is on the page speaks for it.

    What a list names comes to the level asked for, and no line shows it through other skills; or it is named by somebody who is
    practised, or who shows well what is close to it; or, where nothing names it, several skills that require it are shown at the
    level asked for, or one of them by an expert.
    """
    claim = known.claims.get(skill)
    if claim is None:
        builders = [each for each in known.built_on.get(skill, ()) if each.level.rank >= required.rank]
        return len(builders) >= SEVERAL or any(each.level is Level.EXPERT for each in builders)
    if shows_itself(claim) or is_doubted(claim):
        return False
    if claim.level.rank >= required.rank:
        return not any(is_shown(each) for each in claim.evidence)
    return any(is_named(each, taxonomy) for each in claim.evidence) and (
        known.is_practised or is_close_to_what_is_shown(skill, known, taxonomy)
    )


def is_named(evidence: Evidence, taxonomy: Taxonomy) -> bool:
    """In a list or at the top, by itself, by a kind of it, or by what implies it."""
    if is_shown(evidence) or evidence.status not in {Status.LISTED, Status.USED}:
        return False
    if evidence.via is not Via.IMPLIED:
        return True
    source, *_, skill = evidence.chain
    entry = taxonomy.skills[source]
    return skill in entry.broader or entry.implies.get(skill, 0.0) >= NAMES


def is_doubted(claim: Claim) -> bool:
    """Whether the page denies it, calls it being learnt, or names it only as the work of others."""
    own = [each.status for each in claim.evidence if each.via is not Via.IMPLIED]
    return any(each in DOUBTED for each in own) or (bool(own) and not any(each.is_claim for each in own))


def is_close_to_what_is_shown(skill: SkillId, known: Known, taxonomy: Taxonomy) -> bool:
    near = (each for each, share in taxonomy.neighbours.get(skill, ()) if share >= CLOSE)
    return skill in known.built_on or any(each in known.well for each in near)


def is_shown_beside(skill: SkillId, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> bool:
    """Whether a line shows what is close to it: who has replicated logs need not write "distributed storage" below."""
    near = (claims[each] for each, share in taxonomy.neighbours.get(skill, ()) if share >= CLOSE and each in claims)
    return any(is_shown(evidence) for claim in near for evidence in claim.evidence)


def why_known(skill: SkillId, known: Known) -> str:
    claim = known.claims.get(skill)
    if claim is not None:
        return "; ".join(claim.reasons)
    builders = known.built_on.get(skill, ())[:MOST_NAMED]
    return f"needed for {' and '.join(each.name for each in builders)}"


def speaker_for(skill: SkillId, known: Known) -> Claim | None:
    """The claim whose line says most for it: its own, else the best of those that require it."""
    own = known.claims.get(skill)
    builders = known.built_on.get(skill, ())
    return own or max(builders, key=lambda each: (each.level_score, each.id), default=None)
