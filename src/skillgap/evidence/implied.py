"""Skills that others imply: who has written a kernel driver has used C.

At most two steps, and never from a skill that is denied or still being learnt.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct

from skillgap.evidence.proficiency import FOLLOWS, LAST_USED, Estimator, level_of, with_source
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.evidence.use import NO_USE, Use, is_shown, joined, later_of
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

BROADER_STRENGTH = 0.8
"""How surely a skill shows the one it is a kind of, where the taxonomy says nothing more exact."""
STEPS = 2
WEAKEST = 0.5
HIGHEST_IMPLIED = 3.0
FEWEST_OWN = 3
"""Lines that must name a skill before what others imply can make an expert of anybody."""
QUOTES = 3
SOURCES = {Status.USED, Status.LISTED, Status.COURSEWORK}


class Way(Struct, frozen=True):
    """From one skill to another that it shows, as surely as `strength` says."""

    skill: SkillId
    strength: float
    chain: tuple[SkillId, ...]


class Implication(Struct, frozen=True):
    way: Way
    source: Claim
    score: float


def with_implied(
    claims: Mapping[SkillId, Claim], uses: Mapping[SkillId, Use], estimator: Estimator, taxonomy: Taxonomy
) -> dict[SkillId, Claim]:
    """Add what the claims imply; a claim of its own that is worth as much stays as it is. A denied skill stays denied."""
    found: dict[SkillId, list[Implication]] = {}
    for claim in claims.values():
        if any(evidence.status in SOURCES for evidence in claim.evidence):
            for way in ways_from(claim.id, taxonomy):
                score = round(min(HIGHEST_IMPLIED, claim.level_score * way.strength), 2)
                found.setdefault(way.skill, []).append(Implication(way, claim, score))
    result = dict(claims)
    for skill, implied in found.items():
        own = claims.get(skill)
        if own is not None and any(evidence.status is Status.NEGATED for evidence in own.evidence):
            continue
        ranked = sorted(implied, key=lambda each: (-each.score, len(each.way.chain), each.source.id))
        score = max(ranked[0].score, score_together(uses.get(skill, NO_USE), ranked, uses, estimator))
        is_enough = own is not None and own.level_score >= score
        whole = borne_out(own, ranked) if own and is_enough else implied_claim(own, score, ranked[:QUOTES], taxonomy)
        result[skill] = used_with(whole, [each.source for each in ranked if uses[each.source.id].lines])
    return result


def borne_out(own: Claim, ranked: Sequence[Implication]) -> Claim:
    """With the lines of work that show through others what a title, a list or the summary alone names."""
    shown = [each for each in own.evidence if is_shown(each)]
    if any(not each.in_heading for each in shown):
        return own
    quotes = [(each, line) for each in ranked if is_shown(line := quote(each)) and not line.in_heading][:QUOTES]
    if not quotes:
        return own
    own = msgspec.structs.replace(own, evidence=(*own.evidence, *(line for _, line in quotes)))
    if shown:
        return own
    return msgspec.structs.replace(
        own,
        reasons=with_source(own, follows_from([each for each, _ in quotes])),
        months=max(each.source.months for each, _ in quotes),
        last_used=quotes[0][0].source.last_used,
    )


def follows_from(implied: Iterable[Implication]) -> str:
    return f"{FOLLOWS} {', '.join(dict.fromkeys(each.source.name for each in implied))}"


def used_with(own: Claim, others: Sequence[Claim]) -> Claim:
    """Who used systemd last month, and for years, has used Linux. What has no date may be of today, and stays so."""
    practised = max(each.months_practised for each in (own, *others))
    own = msgspec.structs.replace(own, months_practised=practised)
    last = later_of(own.last_used, *(each.last_used for each in others))
    if own.last_used is None or last == own.last_used:
        return own
    reasons = tuple(reason for reason in own.reasons if not reason.startswith(LAST_USED))
    return msgspec.structs.replace(own, last_used=last, reasons=reasons)


def score_together(
    own: Use, implied: Sequence[Implication], uses: Mapping[SkillId, Use], estimator: Estimator
) -> float:
    """What the lines of all those skills and one's own come to; with few of one's own no more than `HIGHEST_IMPLIED`."""
    shown = [(each.way.strength, uses[each.source.id]) for each in implied if uses[each.source.id].lines]
    if not shown or (len(shown) == 1 and not own.lines):
        return 0.0
    score = estimator.score_of(joined(own, shown))
    return score if len(own.lines) >= FEWEST_OWN else min(HIGHEST_IMPLIED, score)


@lru_cache(maxsize=8192)
def ways_from(start: SkillId, taxonomy: Taxonomy) -> tuple[Way, ...]:
    """Walk outward from a skill, multiplying strengths; the strongest way to each other is kept."""
    reached: dict[SkillId, Way] = {}
    frontier = [Way(start, 1.0, (start,))]
    for _ in range(STEPS):
        following = []
        for here in frontier:
            for skill, strength in links(here.skill, taxonomy):
                total = here.strength * strength
                if skill == start or total < WEAKEST or (skill in reached and reached[skill].strength >= total):
                    continue
                reached[skill] = Way(skill, total, (*here.chain, skill))
                following.append(reached[skill])
        frontier = following
    return tuple(reached.values())


def links(skill: SkillId, taxonomy: Taxonomy) -> list[tuple[SkillId, float]]:
    entry = taxonomy.skills[skill]
    strengths = {**dict.fromkeys(entry.broader, BROADER_STRENGTH), **entry.implies}
    return sorted(strengths.items())


def implied_claim(own: Claim | None, score: float, ranked: Sequence[Implication], taxonomy: Taxonomy) -> Claim:
    first = ranked[0]
    evidence = tuple(quote(each) for each in ranked)
    return Claim(
        id=first.way.skill,
        name=taxonomy.skills[first.way.skill].label,
        area=taxonomy.area_of[first.way.skill],
        level=level_of(score),
        level_score=score,
        confidence=round(max(first.source.confidence * first.way.strength, own.confidence if own else 0.0), 2),
        months=max(first.source.months, own.months if own else 0),
        last_used=later_of(first.source.last_used, own.last_used if own else None),
        reasons=with_source(own, follows_from(ranked)),
        evidence=(*own.evidence, *evidence) if own else evidence,
        months_practised=own.months_practised if own else 0,
    )


def quote(implication: Implication) -> Evidence:
    """The source's most telling line: one of a job or project that shows it in use, if there is one."""
    evidence = min(
        (each for each in implication.source.evidence if each.status in SOURCES and each.via is not Via.IMPLIED),
        key=lambda each: (not is_shown(each), each.in_heading, each.status is not Status.USED, each.start),
    )
    return msgspec.structs.replace(evidence, via=Via.IMPLIED, chain=implication.way.chain)
