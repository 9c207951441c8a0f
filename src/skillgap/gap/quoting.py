"""Which of somebody's lines to quote for a skill."""

from collections.abc import Iterable, Mapping

from skillgap.evidence.types import Claim, Evidence, Part, Status, Via
from skillgap.evidence.use import EMPLOYMENT, WORK, is_shown, tells
from skillgap.gap.types import Quote
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

NEAR = 0.5
"""How much two skills must share for a line about the one to be the nearest to the other."""
FEWEST_WORDS = 6
"""Of a line that tells what was done: "On call every third week" is true, and no proof to begin with."""
VERSION = "0123456789 ./-"
TELLING = (Part.LED, Part.DID, Part.HELPED, Part.VAGUE, Part.NONE)


def best_direct(claim: Claim) -> Evidence | None:
    """The line of use to quote: one that tells of work and names the skill, before a title, a paraphrase or an everyday word.

    Of those one that tells of own work; then the longest of the first job, as the fullest account of what is most recent.
    """
    used = (each for each in claim.evidence if each.status is Status.USED and names(each, claim))
    return min(used, key=quoting_order, default=None)


def names(evidence: Evidence, claim: Claim) -> bool:
    """Say whether it names the very skill, be it with a version that is a skill of its own: C++ in "C++17"."""
    text, name = evidence.text.casefold(), claim.name.casefold()
    return evidence.via is not Via.IMPLIED or (text.startswith(name) and not text.removeprefix(name).strip(VERSION))


def quoting_order(evidence: Evidence) -> tuple[bool | int, ...]:
    """The less, the better a line to quote."""
    return (
        not is_shown(evidence),
        evidence.in_heading,
        evidence.entry is None,
        evidence.via is Via.PARAPHRASE,
        len(evidence.line.split()) < FEWEST_WORDS,
        is_everyday(evidence.text),
        TELLING.index(evidence.part or Part.DID),
        evidence.entry or 0,
        -len(evidence.line),
        evidence.start,
    )


def best_proof(claim: Claim) -> Evidence | None:
    """The same, but rather a line of work that shows the skill by another one than a bare title, or a talk, that names it."""
    direct = best_direct(claim)
    if direct is None or tells_of_work(direct):
        return direct
    return min((each for each in claim.evidence if tells_of_work(each)), key=quoting_order, default=direct)


def tells_of_work(evidence: Evidence) -> bool:
    return is_shown(evidence) and evidence.section in WORK and not evidence.in_heading


def is_job_title(evidence: Evidence) -> bool:
    """A project's title says what was built, and a job's what somebody was called."""
    return evidence.in_heading and evidence.section in EMPLOYMENT


def is_bare_title(evidence: Evidence) -> bool:
    """That of a job, or one of few words as of a project with its tools; "Tile server in Go that keeps its index …" tells of work."""
    return evidence.in_heading and (is_job_title(evidence) or not tells(evidence.line))


def line_under(title: Evidence, claims: Iterable[Claim]) -> Evidence | None:
    """What is told under the title of a project that names a skill: the line of its entry that tells most, whatever it names."""
    if is_job_title(title) or title.entry is None:
        return None
    told = (each for claim in claims for each in claim.evidence if each.entry == title.entry and tells_of_work(each))
    return min(told, key=quoting_order, default=None)


def line_it_follows_from(claim: Claim, taxonomy: Taxonomy) -> Evidence | None:
    """The best of those that show what goes along with it more often than not."""
    told = (each for each in claim.evidence if tells_of_work(each) and is_one_step(each, taxonomy))
    return min(told, key=quoting_order, default=None)


def is_everyday(text: str) -> bool:
    """One plain word in small letters: "pipelines", but not "CI/CD pipelines" or "Jenkins"."""
    return text.isalpha() and text.islower()


def quote_of(skill: SkillId, evidence: Evidence) -> Quote:
    return Quote(skill, evidence.line, evidence.page)


def nearest(skill: SkillId, claims: Mapping[SkillId, Claim], taxonomy: Taxonomy) -> Quote | None:
    """The best line the person does have: for the skill itself, else one that shows its closest neighbour in use.

    None where none is near: a wider name ("programming") says nothing of a narrower, nor does a list of others.
    """
    own = claims.get(skill)
    if own and own.level_score > 0 and (evidence := follows_closely(own, taxonomy)):
        return quote_of(skill, evidence)
    for beside, share in taxonomy.neighbours.get(skill, ()):
        claim = claims.get(beside) if share >= NEAR else None
        if not claim or claim.level_score <= 0 or beside in taxonomy.skills[skill].broader:
            continue
        if (evidence := best_proof(claim)) and is_shown(evidence):
            return quote_of(beside, evidence)
    return None


def follows_closely(claim: Claim, taxonomy: Taxonomy) -> Evidence | None:
    """A line that names it anyhow, else one that shows in use what goes along with it more often than not."""
    return named_in(claim) or next(
        (each for each in claim.evidence if is_shown(each) and is_one_step(each, taxonomy)), None
    )


def is_one_step(evidence: Evidence, taxonomy: Taxonomy) -> bool:
    """Say whether it follows at once from what the line names, as more than every second does."""
    if len(evidence.chain) != len(("source", "skill")):
        return False
    source, skill = taxonomy.skills[evidence.chain[0]], evidence.chain[1]
    return skill in source.broader or source.implies.get(skill, 0.0) >= NEAR


def named_in(claim: Claim) -> Evidence | None:
    return best_proof(claim) or next(
        (each for each in claim.evidence if each.status.is_claim and each.via is not Via.IMPLIED), None
    )
