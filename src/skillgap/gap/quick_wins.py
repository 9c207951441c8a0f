"""Quick wins: evidence that is on the page already, but not in the way in which it counts in full."""

from collections.abc import Collection

from skillgap.evidence.proficiency import SLIGHTLY
from skillgap.evidence.types import Claim, Evidence, Part, Status, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.knowing import Known, speaker_for, why_known
from skillgap.gap.quoting import best_proof, quote_of
from skillgap.gap.scoring import REACHED
from skillgap.gap.standing import reached
from skillgap.gap.types import Component, QuickWin, QuickWinKind, Score
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Kind, SkillId
from skillgap.taxonomy.whole import Taxonomy

SHOWN_ONCE = 1.9
"""The level score of a skill that one plain line of a recent job shows in use."""
MOST = 6
UNWRITTEN = {Kind.CONCEPT, Kind.PRACTICE}
NAMES_ITSELF = {Kind.LANGUAGE, Kind.TOOL}
LEAST_POINTS = 0.1
SUGGESTIONS = {
    QuickWinKind.LISTED: (
        "{said} stands in a list. If you have used it, say in a job or project what you did with it and what came of it; "
        "if not yet, a small project of your own gives you such a line."
    ),
    QuickWinKind.SAID: "The top speaks of {name}, and no line below shows it. If it was part of a job, name it there.",
    QuickWinKind.UNNAMED: "This line shows {name} without its name. If that is what you did, name it, so that nobody has to guess.",
    QuickWinKind.HEDGED: "This line makes your part in {name} a small one. If you did more, say what was yours.",
    QuickWinKind.FOLLOWS: "You most likely know {name} ({why}). Name it in the job or project where you used it, with what came of it.",
}


def quick_wins(score: Score, known: Known, to_show: Collection[SkillId], taxonomy: Taxonomy) -> tuple[QuickWin, ...]:
    """Those that would add most first; `to_show` are skills that are most likely known and that no line shows."""
    found = [
        win
        for component in score.components
        if component.credit < REACHED
        for win in wins_of(component, known, to_show, taxonomy)
        if win.points >= LEAST_POINTS
    ]
    return tuple(sorted(found, key=lambda each: -each.points)[:MOST])


def wins_of(component: Component, known: Known, to_show: Collection[SkillId], taxonomy: Taxonomy) -> list[QuickWin]:
    claim = known.claims.get(component.skill)
    found = reason_to_reword(claim) if claim is not None else None
    if found and found[0] is QuickWinKind.LISTED and is_said_by_a_kind(component.skill, known, taxonomy):
        return []
    if found is None and component.skill in to_show and is_worth_naming(component.skill, known, taxonomy):
        found = what_speaks_for(component.skill, known)
    if found is None:
        return []
    kind, evidence = found
    gained = max(0.0, reached(SHOWN_ONCE, component.required) - component.credit)
    return [
        QuickWin(
            skill=component.skill,
            name=component.name,
            kind=kind,
            suggestion=SUGGESTIONS[kind].format(
                name=component.name, said=said_as(component.name, evidence), why=why_known(component.skill, known)
            ),
            quote=quote_of(component.skill, evidence),
            points=round(component.worth * gained, 2),
        )
    ]


def is_worth_naming(skill: SkillId, known: Known, taxonomy: Taxonomy) -> bool:
    """A name that people write (SQL, not "concurrency"), and none that what stands on the page is a kind of: C++ beside C++17."""
    return taxonomy.skills[skill].kind not in UNWRITTEN and skill not in known.told_by_kind


def is_said_by_a_kind(skill: SkillId, known: Known, taxonomy: Taxonomy) -> bool:
    """As "Databases: PostgreSQL", which needs no line about databases; a language or a tool is wanted itself."""
    return taxonomy.skills[skill].kind not in NAMES_ITSELF and skill in known.told_by_kind


def said_as(name: str, evidence: Evidence) -> str:
    """As the page has it: who wrote Confluence need not know that it stands for technical documentation."""
    return name if evidence.text.casefold() == name.casefold() else f"“{evidence.text}” ({name})"


def what_speaks_for(skill: SkillId, known: Known) -> tuple[QuickWinKind, Evidence] | None:
    """The line of work from which a skill follows that nothing names."""
    claim = speaker_for(skill, known)
    if claim is None:
        return None
    best = next((each for each in (best_proof(claim), *claim.evidence) if each and is_shown(each)), None)
    return (QuickWinKind.FOLLOWS, best) if best else None


def reason_to_reword(claim: Claim) -> tuple[QuickWinKind, Evidence] | None:
    direct = [each for each in claim.evidence if each.via is not Via.IMPLIED]
    shown = [each for each in direct if is_shown(each)]
    if shown and all(each.via is Via.PARAPHRASE for each in shown):
        return QuickWinKind.UNNAMED, shown[0]
    if shown:
        return (
            (QuickWinKind.HEDGED, next((each for each in shown if each.part is Part.HELPED), shown[0]))
            if SLIGHTLY in claim.reasons
            else None
        )
    for status, kind in ((Status.USED, QuickWinKind.SAID), (Status.LISTED, QuickWinKind.LISTED)):
        for each in direct:
            if each.status is status and each.section is not SectionKind.HEADER:
                return kind, each
    return None
