"""What every output shows, worked out once: worded, grouped and measured, with no markup in it.

All of it is clean: the résumé's control characters and line breaks are gone before anything is made of its text.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from skillgap.documents.types import ReadingWarning
from skillgap.evidence.types import Claim, Evidence, Via
from skillgap.gap.types import Component, Gap, Quote, Strength
from skillgap.plan.types import InterviewQuestion, LearningStep, ResourceUse
from skillgap.report.posting_view import posting_sentences
from skillgap.report.score_view import MET, score_view, within
from skillgap.report.types import Analysis
from skillgap.report.view_types import (
    AreaView,
    EvidenceView,
    GapView,
    Proof,
    QuestionGroup,
    Quotation,
    ResourceView,
    Rung,
    Segment,
    SkillView,
    StepView,
    View,
)
from skillgap.report.wording import (
    CAREER_LEVELS,
    GAP_KINDS,
    LEVELS,
    MEDIA_TYPES,
    PURPOSES,
    STATUSES,
    WARNINGS,
    Word,
    capital,
    cleaned,
    count_of,
    humanized,
    month,
    number,
)
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Level

TOP_GAPS = 3
SURE, FAIRLY_SURE = 0.85, 0.6
WEB = ("http", "https")
USUAL_SECTIONS = (SectionKind.EXPERIENCE, SectionKind.SKILLS, SectionKind.EDUCATION)
Names = Mapping[str, str]
Terms = Mapping[tuple[str, str], tuple[str, ...]]
"""For a skill and a line, the words of the line that name the skill."""


def view_of(analysis: Analysis) -> View:
    clean = msgspec.convert(cleaned(msgspec.to_builtins(analysis)), Analysis)
    names, terms, target = names_of(clean), terms_of(clean), clean.target
    gaps = tuple(gap_view(gap, names, terms) for gap in clean.gaps)
    career = clean.advancement
    return View(
        analysis=clean,
        person=clean.resume.basics.name or clean.document.name,
        role=target.label + (f" ({humanized(target.track).lower()})" if target.track else ""),
        level=CAREER_LEVELS[target.level],
        as_of=month(clean.as_of),
        warnings=warnings_of(clean.document.warnings),
        score=score_view(clean),
        areas=areas_of(clean, names),
        proofs=proofs_of(clean.strengths, terms),
        gaps=gaps,
        top_gaps=gaps[:TOP_GAPS],
        more_gaps=grouped_gaps(gaps[TOP_GAPS:]),
        plan=plan_sentence(clean),
        steps=steps_of(clean, names),
        ladder=tuple(
            Rung(
                label=CAREER_LEVELS[each.level],
                years=f"{each.typical_years.replace('-', '–')} years" if each.typical_years else "",
                about=each.about,
                score=within(each.score),
                is_target=each.level is target.level,
            )
            for each in career.levels
        ),
        next_level=CAREER_LEVELS[career.next_level].lower() if career.next_level else None,
        questions=questions_of(clean, names),
        document=document_of(clean),
        sections=tuple((humanized(each.kind), each.heading, each.page) for each in clean.sections),
        posting=tuple(posting_sentences(clean.posting)) if clean.posting else (),
        unread=tuple(unread_of(clean)),
    )


def names_of(analysis: Analysis) -> Names:
    names: dict[str, str] = {step.skill: step.name for step in analysis.plan.steps}
    names.update((component.skill, component.name) for component in analysis.score.components)
    names.update((claim.id, claim.name) for claim in analysis.skills)
    return names


def name_of(skill: str, names: Names) -> str:
    return names.get(skill) or humanized(skill)


def terms_of(analysis: Analysis) -> Terms:
    terms: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in analysis.skills:
        for each in claim.evidence:
            key = claim.id, each.line
            terms[key] = (*terms.get(key, ()), each.text)
    return terms


def quotation(line: str, page: int, terms: Iterable[str], *, skill: str | None = None) -> Quotation:
    """Mark the terms where they stand as whole words; the longest wins."""
    wanted = "|".join(re.escape(term) for term in sorted(set(terms), key=lambda term: (-len(term), term)) if term)
    parts = re.split(rf"(?<!\w)({wanted})(?!\w)", line) if wanted else [line]
    return Quotation(tuple(Segment(part, bool(n % 2)) for n, part in enumerate(parts) if part), page, skill)


def warnings_of(warnings: Iterable[ReadingWarning]) -> tuple[tuple[str, ReadingWarning], ...]:
    order = list(WARNINGS)
    return tuple((WARNINGS[each.code], each) for each in sorted(warnings, key=lambda each: order.index(each.code)))


def areas_of(analysis: Analysis, names: Names) -> tuple[AreaView, ...]:
    own = (*(each.area for each in analysis.score.components), *(each.area for each in analysis.skills))
    areas = dict.fromkeys((*analysis.score.areas, *own))
    return tuple(area_view(area, analysis, names) for area in areas)


def area_view(area: str, analysis: Analysis, names: Names) -> AreaView:
    components = tuple(each for each in analysis.score.components if each.area == area)
    asked = {each.skill: each.required for each in components}
    claims = [each for each in analysis.skills if each.area == area]
    skills = [skill_view(claim, asked.get(claim.id, Level.NONE), names) for claim in claims]
    levels = [(level, tuple(each for each in skills if each.level is level)) for level in reversed(Level)]
    return AreaView(
        label=humanized(area),
        score=within(analysis.score.areas[area]) if area in analysis.score.areas else None,
        counts=counts_of(components),
        components=components,
        weight=sum(each.weight for each in components),
        points=sum(each.points for each in components),
        levels=tuple((LEVELS[level], found) for level, found in levels if found),
        skill_count=len(skills),
    )


def counts_of(components: Iterable[Component]) -> str:
    credits_ = [each.credit for each in components]
    met, none = sum(each >= MET for each in credits_), sum(each <= 0 for each in credits_)
    return f"{met} met · {len(credits_) - met - none} in part · {none} not shown"


def skill_view(claim: Claim, asked: Level, names: Names) -> SkillView:
    used = (f"last used {month(claim.last_used)}",) if claim.last_used else ()
    summary = capital("; ".join((*claim.reasons, *used)))
    return SkillView(
        name=claim.name,
        level=claim.level,
        asked=asked,
        summary=f"{summary} ({certainty_of(claim)})",
        evidence=evidence_of(claim, names),
    )


def certainty_of(claim: Claim) -> str:
    if claim.confidence >= SURE:
        return "sure"
    return "fairly sure" if claim.confidence >= FAIRLY_SURE else "a careful guess"


def evidence_of(claim: Claim, names: Names) -> tuple[EvidenceView, ...]:
    """Quote a line once, with all its words for the skill marked."""
    found: dict[tuple[str, int, str], list[str]] = {}
    for each in claim.evidence:
        found.setdefault((each.line, each.page, about_evidence(each, names)), []).append(each.text)
    return tuple(EvidenceView(quotation(line, page, terms), about) for (line, page, about), terms in found.items())


def about_evidence(evidence: Evidence, names: Names) -> str:
    parts = [humanized(evidence.section), STATUSES[evidence.status]]
    match evidence.via:
        case Via.PARAPHRASE:
            parts.append("said in other words")
        case Via.IMPLIED:
            way = " → ".join(name_of(skill, names) for skill in evidence.chain[:-1])
            parts.append(f"follows from {way or evidence.text}")
    return " · ".join(parts)


def proofs_of(strengths: Iterable[Strength], terms: Terms) -> tuple[Proof, ...]:
    """Put strengths that rest on the same line together, in the order of the first."""
    found: dict[tuple[str, int], list[Strength]] = {}
    for each in strengths:
        found.setdefault((each.quote.line, each.quote.page), []).append(each)
    return tuple(proof_of(line, page, group, terms) for (line, page), group in found.items())


def proof_of(line: str, page: int, strengths: Sequence[Strength], terms: Terms) -> Proof:
    wanted = (term for each in strengths for term in terms.get((each.skill, line), ()))
    return Proof(quotation(line, page, wanted), tuple(strengths))


def gap_view(gap: Gap, names: Names, terms: Terms) -> GapView:
    is_in_part = gap.estimated.rank >= gap.required.rank
    return GapView(gap, humanized(gap.area), nearest_of(gap.nearest, gap, names, terms), is_in_part)


def nearest_of(nearest: Quote | None, gap: Gap, names: Names, terms: Terms) -> Quotation | None:
    if nearest is None:
        return None
    other = name_of(nearest.skill, names) if nearest.skill != gap.skill else None
    return quotation(nearest.line, nearest.page, terms.get((nearest.skill, nearest.line), ()), skill=other)


def grouped_gaps(gaps: Iterable[GapView]) -> tuple[tuple[Word, tuple[GapView, ...]], ...]:
    groups = [(word, tuple(each for each in gaps if each.gap.kind is kind)) for kind, word in GAP_KINDS.items()]
    return tuple((word, found) for word, found in groups if found)


def plan_sentence(analysis: Analysis) -> str:
    plan, score = analysis.plan, analysis.score.overall
    weeks = count_of(math.ceil(plan.weeks), "week")
    return (
        f"About {plan.hours:,.0f} hours in all: {weeks} at {number(plan.hours_per_week)} hours a week. "
        "With each step done and shown on the page, the score would rise "
        f"from {score:.0f} to about {plan.score_after:.0f}."
    )


def steps_of(analysis: Analysis, names: Names) -> tuple[StepView, ...]:
    views, elapsed, before = [], 0.0, analysis.score.overall
    for step in analysis.plan.steps:
        views.append(step_view(step, elapsed, before, names))
        elapsed, before = elapsed + step.weeks, step.score_after
    return tuple(views)


def step_view(step: LearningStep, elapsed: float, before: float, names: Names) -> StepView:
    first = math.floor(round(elapsed, 1)) + 1
    last = max(first, math.ceil(round(elapsed + step.weeks, 1)))
    why = [f"{step.importance.capitalize()} for the role."] if step.importance else []
    if step.for_skill:
        why.append(f"A stepping stone to {name_of(step.for_skill, names)}.")
    if step.after:
        why.append(f"Builds on {', '.join(name_of(skill, names) for skill in step.after)}.")
    return StepView(
        step=step,
        when=f"Week {first}" if first == last else f"Weeks {first}–{last}",
        why=" ".join(why),
        before=within(before),
        after=within(step.score_after),
        resources=tuple(resource_view(each) for each in step.resources),
    )


def resource_view(resource: ResourceUse) -> ResourceView:
    price = "free" if resource.free else "to buy or borrow"
    about = " · ".join(part for part in (resource.authors, f"{number(resource.hours)} h", price) if part)
    return ResourceView(resource, web_address(resource.url), about)


def web_address(url: str) -> str | None:
    """Return the address if a browser may be sent there: http or https, with a host and nothing odd in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_web = parts.scheme in WEB and bool(parts.hostname) and not re.search(r"[\s<>\"\\^`{|}]", url)
    return url if is_web else None


def questions_of(analysis: Analysis, names: Names) -> tuple[QuestionGroup, ...]:
    found: dict[str, list[tuple[str, InterviewQuestion]]] = {purpose: [] for purpose in PURPOSES}
    for each in analysis.interview:
        found.setdefault(each.purpose, []).append((name_of(each.skill, names), each))
    return tuple((PURPOSES.get(key) or Word(capital(key), ""), tuple(group)) for key, group in found.items() if group)


def document_of(analysis: Analysis) -> tuple[Word, ...]:
    document = analysis.document
    return (
        Word("File", document.name),
        Word("Kind", MEDIA_TYPES[document.media_type]),
        Word("Length", f"{count_of(document.pages, 'page')}, {count_of(document.characters, 'character')}"),
        Word("Read with", document.reader),
        Word("Fingerprint", f"SHA-256 {document.sha256}"),
    )


def unread_of(analysis: Analysis) -> Iterator[str]:
    """Say what was not found or not looked at, so that nobody takes silence for absence."""
    found = {section.kind for section in analysis.sections}
    missing = [str(kind) for kind in USUAL_SECTIONS if kind not in found]
    if missing:
        yield f"No section was recognised as {' or '.join(missing)}; a plain heading on a line of its own would help."
    unknown = [f"“{each.heading}”" for each in analysis.sections if each.kind is SectionKind.OTHER and each.heading]
    if unknown:
        yield f"Read, but of no kind that is known here: {', '.join(unknown)}."
    if analysis.document.ocr_pages:
        yield f"Read from a picture, so words may be wrong: page {', '.join(map(str, analysis.document.ocr_pages))}."
    yield "Pictures, colours and layout are never judged. Name, gender, age, address and school never count."
