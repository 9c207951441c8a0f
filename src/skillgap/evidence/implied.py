"""Skills that others imply: who has written a kernel driver has used C.

At most two steps, and never from a skill that is denied or still being learnt.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from skillgap.evidence.proficiency import level_of
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

BROADER_STRENGTH = 0.8
"""How surely a skill shows the one it is a kind of, where the taxonomy says nothing more exact."""
STEPS = 2
WEAKEST = 0.5
HIGHEST_IMPLIED = 3.0
QUOTES = 3
SOURCES = {Status.USED, Status.LISTED, Status.COURSEWORK}


class Implication(Struct, frozen=True):
    skill: SkillId
    strength: float
    chain: tuple[SkillId, ...]
    source: Claim

    @property
    def score(self) -> float:
        return round(min(HIGHEST_IMPLIED, self.source.level_score * self.strength), 2)


def with_implied(claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> dict[SkillId, Claim]:
    """Add what the claims imply; a claim of its own that is worth as much stays as it is. A denied skill stays denied."""
    best: dict[SkillId, list[Implication]] = {}
    for claim in claims.values():
        if any(evidence.status in SOURCES for evidence in claim.evidence):
            for implication in implications(claim, taxonomy):
                best.setdefault(implication.skill, []).append(implication)
    result = dict(claims)
    for skill, found in best.items():
        own = claims.get(skill)
        if own is not None and any(evidence.status is Status.NEGATED for evidence in own.evidence):
            continue
        ranked = sorted(found, key=lambda each: (-each.score, len(each.chain), each.source.id))
        if own is None or own.level_score < ranked[0].score:
            result[skill] = implied_claim(own, skill, ranked[:QUOTES], taxonomy)
    return result


def implications(claim: Claim, taxonomy: Taxonomy) -> Iterator[Implication]:
    """Walk outward from a claim, multiplying strengths; the strongest way to each skill is kept."""
    reached: dict[SkillId, Implication] = {}
    frontier = [Implication(claim.id, 1.0, (claim.id,), claim)]
    for _ in range(STEPS):
        following = []
        for here in frontier:
            for skill, strength in links(here.skill, taxonomy):
                total = here.strength * strength
                if skill == claim.id or total < WEAKEST or (skill in reached and reached[skill].strength >= total):
                    continue
                reached[skill] = Implication(skill, total, (*here.chain, skill), claim)
                following.append(reached[skill])
        frontier = following
    yield from reached.values()


def links(skill: SkillId, taxonomy: Taxonomy) -> list[tuple[SkillId, float]]:
    entry = taxonomy.skills[skill]
    strengths = {**dict.fromkeys(entry.broader, BROADER_STRENGTH), **entry.implies}
    return sorted(strengths.items())


def implied_claim(own: Claim | None, skill: SkillId, ranked: Sequence[Implication], taxonomy: Taxonomy) -> Claim:
    first = ranked[0]
    evidence = tuple(quote(each) for each in ranked)
    sources = ", ".join(dict.fromkeys(each.source.name for each in ranked))
    return Claim(
        id=skill,
        name=taxonomy.skills[skill].label,
        area=taxonomy.area_of[skill],
        level=level_of(first.score),
        level_score=first.score,
        confidence=round(max(first.source.confidence * first.strength, own.confidence if own else 0.0), 2),
        months=max(first.source.months, own.months if own else 0),
        last_used=max(filter(None, (first.source.last_used, own.last_used if own else None)), default=None),
        reasons=((*own.reasons,) if own else ()) + (f"follows from {sources}",),
        evidence=(*own.evidence, *evidence) if own else evidence,
    )


def quote(implication: Implication) -> Evidence:
    """The source's most telling line: one of use if there is one."""
    evidence = min(
        (each for each in implication.source.evidence if each.status in SOURCES and each.via is not Via.IMPLIED),
        key=lambda each: (each.status is not Status.USED, each.start),
    )
    return msgspec.structs.replace(evidence, via=Via.IMPLIED, chain=implication.chain)
