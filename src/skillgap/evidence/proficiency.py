"""From the evidence for one skill to a level between 0 and 4, with the reasons in words.

    level score = sureness × (base + Σ weight × feature)        (features: `skillgap.evidence.use`; each between 0 and 1)

The base and the weights were fitted on résumés whose levels annotators had judged (models/levels.md); none is negative, so that
more evidence never lowers a level. What is nowhere shown in use has a fixed worth.
"""

from collections.abc import Sequence

from msgspec import Struct

from skillgap.evidence.types import Claim, Status, Via
from skillgap.evidence.use import RECENT, Career, Judged, Use, is_shown
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Level
from skillgap.trained import SCALE, LinearModel

SAID = 1.5
NAMED = 1.0
BEING_LEARNT = 0.5
HIGHEST = 4.0
LEVELS = tuple(Level)
MUCH_DEPTH = 2
LAST_USED, FOLLOWS, ALONE = "last used in", "follows from", "by itself"
LONE_WORD = "one word alone, which has other meanings too"
NEVER = "the résumé says that this is not known or was not done"
SLIGHTLY, VAGUELY = "only a small part in it is told", "named in few words"


class Estimate(Struct, frozen=True):
    score: float
    confidence: float
    months: int
    last_used: str | None
    reasons: tuple[str, ...]
    months_practised: int = 0


def level_of(score: float) -> Level:
    """The nearest level; half a level up counts as reached."""
    return LEVELS[min(4, int(score + 0.5))]


class Estimator:
    """Estimates levels from how the skills are used in one résumé. `model` holds a weight for each feature."""

    def __init__(self, career: Career, model: LinearModel) -> None:
        self.career = career
        self._base = model.bias[0]
        self._weights = {name: pairs[1] for name, pairs in model.weights.items()}

    def score_of(self, use: Use) -> float:
        """The level score of what is shown in use; less where no line names the skill."""
        found = self.career.features(use)
        total = self._base + sum([weight * found[name] for name, weight in self._weights.items()])
        return round(min(HIGHEST, max(use.lines.values()) * total / SCALE), 2)

    def estimate(self, judged: Sequence[Judged], use: Use) -> Estimate:
        claims = [each for each in judged if each.evidence.status.is_claim]
        if not claims:
            return Estimate(0.0, max(each.confidence for each in judged), 0, None, (why_none(judged),))
        return Estimate(
            score=max(self.score_of(use) if use.lines else 0.0, worth_unshown(claims)),
            confidence=round(max(each.confidence for each in claims), 2),
            months=self.career.months_of(use),
            last_used=self.career.last_used(use),
            reasons=reasons_for(claims, use, self.career),
            months_practised=self.career.months_practised(use),
        )


def worth_unshown(claims: Sequence[Judged]) -> float:
    """What the claims are worth if nothing shows them in use; what a line of work shows beside them never takes that away."""
    statuses = {each.evidence.status for each in claims if not is_shown(each.evidence)}
    if not statuses:
        return 0.0
    if Status.USED in statuses:
        return SAID
    return NAMED if statuses & {Status.LISTED, Status.COURSEWORK} else BEING_LEARNT


def reasons_for(claims: Sequence[Judged], use: Use, career: Career) -> tuple[str, ...]:
    if not use.lines:
        return (why_little(claims),)
    places = career.places(use)
    reasons = ["shown in use" if len(use.lines) == 1 else f"shown in use in {len(use.lines)} lines"]
    if months := career.months_of(use):
        reasons.append(time_at_work(months, use, career))
    if len(places) > 1:
        reasons.append(f"shown in {len(places)} separate places")
    if use.depth:
        again = " again and again" if len(use.depth) >= MUCH_DEPTH else ""
        reasons.append(f"designed, built or led it{again}")
    if len(use.slight) == len(use.lines):
        reasons.append(SLIGHTLY if use.helped else VAGUELY)
    if use.is_lone_word:
        reasons.append(LONE_WORD)
    if career.months_since(use) > RECENT and (last := career.last_used(use)):
        reasons.append(f"{LAST_USED} {last[:4]}")
    return tuple(reasons)


def time_at_work(months: int, use: Use, career: Career) -> str:
    """One line is not years of use, nor are few lines all of long jobs: then it says how long the jobs were."""
    if len(use.lines) == 1:
        return f"one line of a job of {duration(months)}"
    if career.vouched(use, months) >= months:
        return f"{duration(months)} of use at work"
    jobs = career.jobs(use)
    return f"in {f'{jobs} jobs' if jobs > 1 else 'a job'} of {duration(months)}{' together' * (jobs > 1)}"


def why_little(claims: Sequence[Judged]) -> str:
    statuses = {each.evidence.status for each in claims}
    if Status.USED in statuses:
        return "said in the summary, not shown in a job or project"
    if Status.LISTED in statuses:
        return "listed, but not shown in use"
    if Status.COURSEWORK not in statuses:
        return "being learnt"
    taught = [each.evidence.section for each in claims if each.evidence.status is Status.COURSEWORK]
    return "from a certificate" if set(taught) == {SectionKind.CERTIFICATIONS} else "from coursework"


def with_source(claim: Claim | None, source: str) -> tuple[str, ...]:
    """The reasons of what another thing shows: that comes first where no line of its own does."""
    if claim is None:
        return (source,)
    if any(is_shown(each) and each.via is not Via.IMPLIED for each in claim.evidence):
        return (*claim.reasons, source)
    return (source, *(each if each.startswith((FOLLOWS, ALONE)) else f"{ALONE} {each}" for each in claim.reasons))


def why_none(judged: Sequence[Judged]) -> str:
    return NEVER if any(each.evidence.status is Status.NEGATED for each in judged) else "somebody else's work"


def duration(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " and ".join(parts)


def is_only_said(claim: Claim) -> bool:
    """Named as used in the summary alone: no job, project or list bears it out. A title at the top of the page claims nothing."""
    used = [each for each in claim.evidence if each.status is Status.USED]
    return bool(used) and all(each.section is SectionKind.SUMMARY and each.via is not Via.IMPLIED for each in used)
