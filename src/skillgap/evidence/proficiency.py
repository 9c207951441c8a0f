"""From the evidence for one skill to a level between 0 and 4, with the reasons in words.

The form, until a fitted model replaces the numbers: what the best mention is worth, plus how long, in how many separate
places, and with how much of one's own doing; minus a little where it was long ago. Every part is monotone: more evidence
never lowers the score. Repeating a skill within one job changes nothing but, at three such lines, the depth.
"""

from collections.abc import Sequence

from msgspec import Struct

from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.resume.intervals import month_number, months_between
from skillgap.resume.types import DateRange, Entry, SectionKind
from skillgap.taxonomy.types import Level

SHOWN = 2.0
SAID = 1.5
NAMED = 1.0
BEING_LEARNT = 0.5
MONTHS_FOR_A_LEVEL = 72
SECOND_PLACE, THIRD_PLACE = 0.25, 0.5
SOME_DEPTH, MUCH_DEPTH = 0.25, 0.5
LINES_FOR_MUCH_DEPTH = 3
LONG_AGO_MONTHS = 60
LONG_AGO = 0.5
HIGHEST = 4.0
EMPLOYMENT = {SectionKind.EXPERIENCE, SectionKind.MILITARY}
OVERVIEW = {SectionKind.HEADER, SectionKind.SUMMARY}
CONFIDENCE = {
    Status.USED: 0.95,
    Status.LISTED: 0.9,
    Status.COURSEWORK: 0.9,
    Status.LEARNING: 0.9,
    Status.NEGATED: 0.9,
    Status.OTHER_PERSON: 0.8,
}
AMBIGUOUS_DISCOUNT = 0.1


class Judged(Struct, frozen=True):
    """One direct evidence with what the estimate needs to know beside it."""

    evidence: Evidence
    is_ambiguous: bool
    has_depth: bool


class Estimate(Struct, frozen=True):
    score: float
    confidence: float
    months: int
    last_used: str | None
    reasons: tuple[str, ...]


def level_of(score: float) -> Level:
    """The nearest level; half a level up counts as reached."""
    return tuple(Level)[min(4, int(score + 0.5))]


def estimate_level(judged: Sequence[Judged], entries: Sequence[Entry], as_of: str) -> Estimate:
    claims = [each for each in judged if each.evidence.status.is_claim]
    if not claims:
        return Estimate(0.0, max(confidence_of(each) for each in judged), 0, None, (why_none(judged),))
    used = [each for each in claims if each.evidence.status is Status.USED]
    places = {each.evidence.entry for each in used if each.evidence.entry is not None}
    jobs = [entries[place] for place in sorted(places) if entries[place].kind in EMPLOYMENT]
    months = months_between([job.dates for job in jobs if job.dates], as_of)
    last_used = latest([entries[place].dates for place in places], as_of)
    score, reasons = base_of(claims)
    if months:
        score += min(1.0, months / MONTHS_FOR_A_LEVEL)
        reasons.append(f"{duration(months)} of use at work")
    if len(places) > 1:
        score += SECOND_PLACE if len(places) == 2 else THIRD_PLACE  # noqa: PLR2004 - the second place
        reasons.append(f"shown in {len(places)} separate places")
    depth_lines = {each.evidence.line for each in used if each.has_depth and each.evidence.section not in OVERVIEW}
    if depth_lines:
        score += MUCH_DEPTH if len(depth_lines) >= LINES_FOR_MUCH_DEPTH else SOME_DEPTH
        reasons.append(
            "designed, built or led it"
            if len(depth_lines) < LINES_FOR_MUCH_DEPTH
            else "designed, built or led it again and again"
        )
    is_dated = all(each.evidence.entry is not None and entries[each.evidence.entry].dates for each in used)
    if last_used and is_dated and month_number(as_of) - month_number(last_used, is_end=True) > LONG_AGO_MONTHS:
        score -= LONG_AGO
        reasons.append(f"last used in {last_used[:4]}")
    return Estimate(
        score=round(min(HIGHEST, score), 2),
        confidence=round(max(confidence_of(each) for each in claims), 2),
        months=months,
        last_used=last_used,
        reasons=tuple(reasons),
    )


def base_of(claims: Sequence[Judged]) -> tuple[float, list[str]]:
    """What the best single mention is worth."""
    statuses = {each.evidence.status for each in claims}
    if any(each.evidence.status is Status.USED and each.evidence.section not in OVERVIEW for each in claims):
        return SHOWN, ["shown in use"]
    if Status.USED in statuses:
        return SAID, ["said in the summary, not shown in a job or project"]
    if Status.LISTED in statuses:
        return NAMED, ["listed, but not shown in use"]
    if Status.COURSEWORK in statuses:
        return NAMED, ["from coursework"]
    return BEING_LEARNT, ["being learnt"]


def why_none(judged: Sequence[Judged]) -> str:
    if any(each.evidence.status is Status.NEGATED for each in judged):
        return "the résumé says that this is not known or was not done"
    return "somebody else's work"


def confidence_of(judged: Judged) -> float:
    discount = AMBIGUOUS_DISCOUNT if judged.is_ambiguous else 0.0
    return CONFIDENCE[judged.evidence.status] - discount


def latest(ranges: Sequence[DateRange | None], as_of: str) -> str | None:
    """The last month of use, as far as the dates say; never later than `as_of`."""
    ends = [end for dates in ranges if dates and (end := as_of if dates.is_current else dates.end)]
    return min(max(ends, key=lambda date: month_number(date, is_end=True)), as_of) if ends else None


def duration(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " and ".join(parts)


def is_only_said(claim: Claim) -> bool:
    """Named as used in the summary alone: no job, project or list bears it out."""
    used = [each for each in claim.evidence if each.status is Status.USED]
    return bool(used) and all(each.section in OVERVIEW and each.via is not Via.IMPLIED for each in used)
