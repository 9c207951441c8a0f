"""What the page itself shows of liking a role's kind of work: facts with quotes, no verdict, no part of the score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from skillgap.evidence.types import Claim, Status, Via
from skillgap.gap.quoting import is_job_title
from skillgap.gap.scoring import WEIGHT
from skillgap.gap.types import Fit, FitEvidence, FitEvidenceKind, LateralMove, Quote, Score
from skillgap.taxonomy.phrases import any_of
from skillgap.taxonomy.questionnaire import Doing
from skillgap.taxonomy.types import Role, SkillId
from skillgap.taxonomy.whole import Taxonomy

NO_RESUME = "No résumé was read; this rests on your answers alone."
AREAS_TOLD = 3
LEAST_TOLD = 1
"""The smallest share worth a word, in percent."""
Claims = Mapping[SkillId, Claim]


class ShownLine(Struct, frozen=True, kw_only=True):
    """A line that shows skills in use."""

    text: str
    page: int
    skills: tuple[SkillId, ...]
    is_of_an_entry: bool


def described(role: Role) -> Fit:
    """What the work is like, where no résumé was read."""
    return Fit(summary=NO_RESUME, work=role.work, thrives=role.thrives, finds_it_hard=role.finds_it_hard)


def fit_of(role: Role, score: Score, claims: Claims, moves: Sequence[LateralMove], taxonomy: Taxonomy) -> Fit:
    strongest = max(score.areas, key=lambda area: (score.areas[area], area), default=None)
    if not score.overall or strongest is None:
        summary = (
            "The résumé shows no work of this kind yet; read what it is like before you decide to move towards it."
        )
    else:
        summary = (
            f"Of the areas of this work the résumé shows most of {strongest.replace('-', ' ')} "
            f"({score.areas[strongest]:.0f} of 100)."
        )
    if told_as := told_as_for(role, taxonomy):
        summary += f" The posting says little of what the days are like; what is said here is said as for a {told_as}."
    lines = lines_in_use(claims.values())
    found = (
        areas_shown(score, lines, taxonomy),
        doing_shown(lines, taxonomy.fit.doing),
        nearest_role(role, score, moves, lines, taxonomy),
    )
    return replace(described(role), summary=summary, evidence=tuple(each for each in found if each is not None))


def told_as_for(role: Role, taxonomy: Taxonomy) -> str | None:
    """The role of ours whose work is told in place of that of one that was read from a posting."""
    others = (each for each in taxonomy.roles.values() if each.id != role.id and each.work and each.work == role.work)
    return next((each.label for each in others), None)


def lines_in_use(claims: Iterable[Claim]) -> tuple[ShownLine, ...]:
    """Those that tell of jobs and projects first, each in the order of the page."""
    skills: dict[tuple[int, str], set[SkillId]] = defaultdict(set)
    places: dict[tuple[int, str], tuple[bool, int]] = {}
    for claim in claims:
        for each in claim.evidence:
            if each.status is Status.USED and each.via is not Via.IMPLIED:
                key, place = (each.page, each.line), (each.entry is None or is_job_title(each), each.start)
                skills[key].add(claim.id)
                places[key] = min(place, places.get(key, place))
    return tuple(
        ShownLine(text=key[1], page=key[0], skills=tuple(sorted(skills[key])), is_of_an_entry=not places[key][0])
        for key in sorted(skills, key=lambda key: (places[key], key))
    )


def areas_shown(score: Score, lines: Sequence[ShownLine], taxonomy: Taxonomy) -> FitEvidence | None:
    """Where the points come from, by area, with the line that carries most of the first."""
    points: dict[str, float] = defaultdict(float)
    for part in score.components:
        points[part.area] += part.points
    total = sum(points.values())
    if total <= 0:
        return None
    ranked = sorted(points, key=lambda area: (-round(points[area], 4), area))
    shares = [(taxonomy.areas[area].label, round(100 * points[area] / total)) for area in ranked[:AREAS_TOLD]]
    told = in_a_row([f"{label} ({share} %)" for label, share in shares if share >= LEAST_TOLD])
    own = {part.skill: part.points for part in score.components if part.area == ranked[0]}
    return FitEvidence(
        kind=FitEvidenceKind.AREAS,
        message=f"Most of the points come from {told}.",
        quotes=heaviest(own, lines),
    )


def doing_shown(lines: Sequence[ShownLine], kinds: Sequence[Doing]) -> FitEvidence | None:
    """How many lines tell of each kind of doing, with the first of each; one line may tell of several."""
    of_one = {skill: each.id for each in kinds for skill in each.skills}
    found = {each.id: [line for line in lines if tells_of(each, line, of_one)] for each in kinds}
    told = [each for each in kinds if found[each.id]]
    if not told:
        return None
    counts = in_a_row([f"{each.label} ({lines_of(len(found[each.id]))})" for each in told])
    firsts = dict.fromkeys(found[each.id][0] for each in told)
    return FitEvidence(
        kind=FitEvidenceKind.DOING,
        message=f"Your lines tell of {counts}.",
        quotes=tuple(Quote(line.skills[0], line.text, line.page) for line in firsts),
    )


def tells_of(doing: Doing, line: ShownLine, of_one: Mapping[SkillId, str]) -> bool:
    """By its words, or as nothing but what is of one doing is shown: "built a career ladder" tells of people."""
    only = {of_one.get(skill) for skill in line.skills}
    if len(only) == 1 and None not in only:
        return doing.id in only
    return any_of(doing.words).search(line.text) is not None


def nearest_role(
    role: Role, score: Score, moves: Sequence[LateralMove], lines: Sequence[ShownLine], taxonomy: Taxonomy
) -> FitEvidence | None:
    """Which role the page shows most of at this level, and where the one asked for stands."""
    scores = {role.id: score.overall} | {move.role: move.score for move in moves}
    best = min(scores, key=lambda each: (-scores[each], each != role.id, each))
    if not scores[best] or len(scores) == 1:
        return None
    nearest = role if best == role.id else taxonomy.roles[best]
    own = {line.skill: WEIGHT[line.importance] for line in nearest.skills}
    place = 1 + sum(each > score.overall for each in scores.values())
    if best == role.id:
        message = f"Of {len(scores)} roles, the page shows most of this one ({score.overall:.0f} of 100)."
    else:
        message = (
            f"Of {len(scores)} roles, the page shows most of {nearest.label} ({scores[best]:.0f} of 100); "
            f"this one is number {place} ({score.overall:.0f})."
        )
    return FitEvidence(kind=FitEvidenceKind.NEAREST_ROLE, message=message, quotes=heaviest(own, lines))


def lines_of(count: int) -> str:
    return f"{count} line{'' if count == 1 else 's'}"


def in_a_row(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def heaviest(worth: Mapping[SkillId, float], lines: Sequence[ShownLine]) -> tuple[Quote, ...]:
    """The line whose skills are worth most together, of a job or project where there is one; the first of equals."""

    def value(line: ShownLine) -> tuple[bool, float]:
        own = round(sum(worth.get(skill, 0.0) for skill in line.skills), 4)
        return (own > 0 and line.is_of_an_entry, own)

    best = max(lines, key=value, default=None)
    if best is None or not value(best)[1]:
        return ()
    return (Quote(min(best.skills, key=lambda skill: (-worth.get(skill, 0.0), skill)), best.text, best.page),)
