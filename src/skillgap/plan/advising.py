"""Advice on the résumé itself: what is there but doesn't count yet."""

from collections.abc import Iterator, Sequence

from skillgap.documents.types import ReadingWarning, WarningCode
from skillgap.evidence.proficiency import is_only_said
from skillgap.evidence.types import Claim, SkillProfile, Status, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.knowing import is_shown_beside
from skillgap.gap.types import GapAnalysis, GapKind
from skillgap.plan.types import Advice
from skillgap.resume.facts import Fact, FactCode
from skillgap.taxonomy.types import Level
from skillgap.taxonomy.whole import Taxonomy

NAMED_AT_MOST = 6
NAMED = {GapKind.LISTED_ONLY, GapKind.TO_SHOW}
SAID = {
    FactCode.NO_NAME: "No name was found; put it alone on the first line.",
    FactCode.NO_EMAIL: "No e-mail address was found in the text; put one in plain text near your name.",
    FactCode.NO_PHONE: "No telephone number was found; if you want to be called, put it beside your e-mail address.",
    FactCode.NO_LOCATION: "No place was found beside your name; a town and a country are enough.",
    FactCode.EMAIL_NOT_IN_TEXT: (
        "The e-mail address stands only in a page header, a footer or behind a link, where many tools don't look; "
        "print it in the text."
    ),
    FactCode.UNREADABLE_DATES: "Dates that could not be read: {about}. Write them as “Mar 2019 – Present”.",
    FactCode.UNDATED_ENTRY: "No dates: {about}. Without them no years of use can be counted.",
    FactCode.EMPTY_ENTRY: (
        "Nothing is said of what you did: {about}. Where it matters for the role, a line or two would let it count."
    ),
    FactCode.UNNAMED_SECTION: (
        "Headings that don't say to a machine what stands under them: {about}. "
        "A plain one (Experience, Projects, Education) is read by every tool."
    ),
    FactCode.TWO_COLUMNS: "The page has two columns; weaker tools read across them. One column is safe everywhere.",
}
"""What each fact means for whoever wrote the résumé; `about` is what it concerns."""


def give_advice(
    profile: SkillProfile,
    analysis: GapAnalysis,
    warnings: Sequence[ReadingWarning],
    facts: Sequence[Fact],
    taxonomy: Taxonomy,
) -> tuple[Advice, ...]:
    """Say what would make the same experience count for more."""
    advice = []
    in_lists = {claim.id: words_in_lists(claim) for claim in profile.claims if is_only_listed(claim)}
    unshown = [gap.skill for gap in analysis.gaps if gap.kind in NAMED and gap.skill in in_lists]
    listed = list(dict.fromkeys(in_lists[skill] for skill in unshown))
    if listed:
        advice.append(
            Advice(
                "show_listed",
                f"Listed but shown nowhere: {enumeration(listed)}. A line that says what you did with it would count for more.",
            )
        )
    claims = {claim.id: claim for claim in profile.claims}
    summary_only = [
        claim.name
        for claim in profile.claims
        if is_only_said(claim) and claim.id not in unshown and not is_shown_beside(claim.id, claims, taxonomy)
    ]
    if summary_only:
        advice.append(Advice("show_summary", f"Said in the summary, shown in no job: {enumeration(summary_only)}."))
    learning = [claim.name for claim in profile.claims if is_being_learnt(claim)]
    if learning:
        advice.append(
            Advice(
                "learning",
                f"Named as what you are learning or want to do: {enumeration(learning)}. "
                "A line of work with it, or a small finished project, turns that into evidence.",
            )
        )
    advice += structure_advice(facts)
    codes = {warning.code for warning in warnings}
    if WarningCode.NO_DATES in codes:
        advice.append(
            Advice(
                "no_dates", "No dates were recognised; write them as “Mar 2019 – Present”, so that years of use count."
            )
        )
    if WarningCode.NO_SECTIONS in codes:
        advice.append(
            Advice(
                "no_sections",
                "No section headings were recognised; plain ones (Experience, Skills, Education) are read by every tool.",
            )
        )
    return tuple(advice)


def words_in_lists(claim: Claim) -> str:
    """How the page names it: who wrote Confluence is told of Confluence."""
    return next(each.text for each in claim.evidence if each.status is Status.LISTED and each.via is not Via.IMPLIED)


def is_only_listed(claim: Claim) -> bool:
    """Named in a list itself, and neither shown by any line nor following from what is."""
    listed = any(each.status is Status.LISTED and each.via is not Via.IMPLIED for each in claim.evidence)
    return listed and not any(is_shown(each) for each in claim.evidence)


def is_being_learnt(claim: Claim) -> bool:
    """Who works with it is not told to begin."""
    begun = claim.level.rank >= Level.WORKING.rank
    return not begun and any(each.status is Status.LEARNING for each in claim.evidence)


def structure_advice(facts: Sequence[Fact]) -> Iterator[Advice]:
    """One piece of advice for each kind of fact, naming what it is about."""
    for code in dict.fromkeys(fact.code for fact in facts):
        about = [f"“{fact.about}”" for fact in facts if fact.code is code and fact.about]
        yield Advice(code, SAID[code].format(about=enumeration(about)))


def enumeration(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED_AT_MOST])
    more = len(names) - NAMED_AT_MOST
    return f"{shown} and {more} more" if more > 0 else shown
