"""What every output shows, worked out once: worded, grouped and measured, with no markup in it.

All of it is clean: the résumé's control characters and line breaks are gone before anything is made of its text.
"""

from collections.abc import Collection, Iterable, Iterator

from skillgap.documents.types import Document, ReadingWarning
from skillgap.evidence.types import Claim, Evidence, Via
from skillgap.gap.comparing import strengths_in_part
from skillgap.gap.types import Component, Gap, GapKind, Strength
from skillgap.plan.types import InterviewQuestion
from skillgap.report.cleaning import clean_copy
from skillgap.report.first_step import why_not_the_largest
from skillgap.report.page_view import anchors_on, drawn_lines, is_of, pages_of
from skillgap.report.plan_view import later_of, plan_sentence, steps_of
from skillgap.report.posting_view import posting_sentences
from skillgap.report.quoting import Quoter, quoter_for
from skillgap.report.score_view import MET, score_view, shows_very_little, within
from skillgap.report.trade import trade_of
from skillgap.report.types import Analysis
from skillgap.report.view_types import (
    AreaView,
    EvidenceView,
    GapView,
    MoveView,
    Proof,
    QuestionGroup,
    QuickWinView,
    Rung,
    SkillView,
    View,
)
from skillgap.report.what_if import what_if_of
from skillgap.report.wording import (
    CAREER_LEVELS,
    GAP_KINDS,
    GAP_ORDER,
    LEVELS,
    MEDIA_TYPES,
    PURPOSES,
    QUICK_WIN_KINDS,
    STATUSES,
    TOO_LITTLE_USE,
    WARNINGS,
    Names,
    Word,
    capital,
    count_of,
    humanized,
    month,
    name_of,
)
from skillgap.resume.types import Section, SectionKind
from skillgap.taxonomy.types import Level

TOP_GAPS = 3
MOST_IN_PART = 5
"""Lines where few prove anything in full, those that come nearest among them; all of them stand under the skills."""
FEW_IN_FULL = ("", "The first line proves", "The first two lines prove")
SURE, FAIRLY_SURE = 0.85, 0.6
USUAL_SECTIONS = (SectionKind.EXPERIENCE, SectionKind.SKILLS, SectionKind.EDUCATION)


def view_of(analysis: Analysis, document: Document | None = None) -> View:
    """With the document that was analysed, its pages are part of the view; not beside a blind analysis, which they would undo."""
    clean = clean_copy(analysis)
    pages = pages_of(document, clean) if document and is_of(document, analysis) else ()
    names, target = names_of(clean), clean.target
    quoter = quoter_for(clean, names, anchors_on(pages, clean))
    proofs, in_part = strongest_lines(clean, quoter)
    gaps = tuple(gap_view(number, gap, quoter) for number, gap in enumerate(clean.gaps))
    career = clean.advancement
    return View(
        analysis=clean,
        person=clean.resume.basics.name or clean.document.name,
        role=target.label + (f" ({humanized(target.track).lower()})" if target.track else ""),
        asker=target.asker,
        level=CAREER_LEVELS[target.level],
        as_of=month(clean.as_of),
        instead=None if clean.document.is_resume else plan_sentence(clean),
        warnings=warnings_of(clean.document.warnings),
        trade=trade_of(clean),
        score=score_view(clean),
        owned=tuple(quoter.quote(each.line, each.page, ()) for each in clean.score.ownership.lines),
        areas=areas_of(clean, quoter),
        proofs=proofs,
        in_part=in_part,
        gaps=gaps,
        top_gaps=gaps[:TOP_GAPS],
        more_gaps=grouped_gaps(gaps[TOP_GAPS:]),
        wins=tuple(QuickWinView(each, QUICK_WIN_KINDS[each.kind], quoter.own(each.quote)) for each in clean.quick_wins),
        plan=plan_sentence(clean),
        why_first=why_not_the_largest(clean).strip(),
        weeks=max((step.last_week for step in clean.plan.steps), default=0),
        steps=steps_of(clean, names),
        later=later_of(clean),
        ladder=tuple(
            Rung(
                label=CAREER_LEVELS[each.level],
                years=f"{each.typical_years.replace('-', '–')} years" if each.typical_years else "",
                about=each.about,
                changes=each.changes,
                score=within(each.score),
                is_target=each.level is target.level,
            )
            for each in career.levels
            if not target.posting
        ),
        next_level=CAREER_LEVELS[career.next_level].lower() if career.next_level else None,
        separates=() if target.posting or shows_very_little(clean) else career.separates,
        moves=tuple(MoveView(each, within(each.score)) for each in clean.lateral_moves),
        questions=questions_of(clean, names),
        document=document_of(clean),
        sections=tuple((humanized(each.kind), each.heading, each.page) for each in clean.sections),
        posting=tuple(posting_sentences(clean.posting)) if clean.posting else (),
        unread=tuple(unread_of(clean)),
        what_if=what_if_of(clean),
        pages=pages,
        undrawn=len(document.lines) - len(drawn_lines(document)) if document and pages else 0,
    )


def names_of(analysis: Analysis) -> Names:
    names: dict[str, str] = {step.skill: step.name for step in analysis.plan.steps}
    names.update((component.skill, component.name) for component in analysis.score.components)
    names.update((claim.id, claim.name) for claim in analysis.skills)
    return names


def warnings_of(warnings: Iterable[ReadingWarning]) -> tuple[tuple[str, ReadingWarning], ...]:
    order = list(WARNINGS)
    return tuple((WARNINGS[each.code], each) for each in sorted(warnings, key=lambda each: order.index(each.code)))


def areas_of(analysis: Analysis, quoter: Quoter) -> tuple[AreaView, ...]:
    own = (*(each.area for each in analysis.score.components), *(each.area for each in analysis.skills))
    areas = dict.fromkeys((*analysis.score.areas, *own))
    return tuple(area_view(area, analysis, quoter) for area in areas)


def area_view(area: str, analysis: Analysis, quoter: Quoter) -> AreaView:
    components = tuple(each for each in analysis.score.components if each.area == area)
    asked = {each.skill: each.required for each in components}
    claims = [each for each in analysis.skills if each.area == area]
    skills = [skill_view(claim, asked.get(claim.id, Level.NONE), quoter) for claim in claims]
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


def skill_view(claim: Claim, asked: Level, quoter: Quoter) -> SkillView:
    used = (f"last used {month(claim.last_used)}",) if claim.last_used else ()
    summary = capital("; ".join((*claim.reasons, *used)))
    return SkillView(
        id=claim.id,
        name=claim.name,
        level=claim.level,
        asked=asked,
        summary=f"{summary} ({certainty_of(claim)})",
        evidence=evidence_of(claim, quoter),
    )


def certainty_of(claim: Claim) -> str:
    if claim.confidence >= SURE:
        return "sure"
    return "fairly sure" if claim.confidence >= FAIRLY_SURE else "a careful guess"


def evidence_of(claim: Claim, quoter: Quoter) -> tuple[EvidenceView, ...]:
    """Quote a line once, with all its words for the skill marked."""
    found: dict[tuple[str, int, str], list[str]] = {}
    for each in claim.evidence:
        found.setdefault((each.line, each.page, about_evidence(each, quoter.names)), []).append(each.text)
    return tuple(EvidenceView(quoter.quote(line, page, terms), about) for (line, page, about), terms in found.items())


def about_evidence(evidence: Evidence, names: Names) -> str:
    parts = [humanized(evidence.section), STATUSES[evidence.status]]
    match evidence.via:
        case Via.PARAPHRASE:
            parts.append("said in other words")
        case Via.IMPLIED:
            way = " → ".join(name_of(skill, names) for skill in evidence.chain[:-1])
            parts.append(f"follows from {way or evidence.text}")
    return " · ".join(parts)


def proofs_of(strengths: Iterable[Strength], quoter: Quoter) -> tuple[Proof, ...]:
    """Put strengths that rest on the same line together, in the order of the first."""
    found: dict[tuple[str, int], list[Strength]] = {}
    for each in strengths:
        found.setdefault((each.quote.line, each.quote.page), []).append(each)
    return tuple(
        Proof(quoter.quote_for([each.skill for each in group], line, page), tuple(group))
        for (line, page), group in found.items()
    )


def strongest_lines(analysis: Analysis, quoter: Quoter) -> tuple[tuple[Proof, ...], str]:
    """Those that prove a skill in full, and where they are few those that come nearest, with a word that says so."""
    full = proofs_of(analysis.strengths, quoter)
    if len(full) >= len(FEW_IN_FULL):
        return full, ""
    quoted = {(each.quote.line, each.quote.page) for each in analysis.strengths}
    begun = strengths_in_part(analysis.score, {each.id: each for each in analysis.skills})
    rest = [each for each in begun if (each.quote.line, each.quote.page) not in quoted]
    near = proofs_of(rest, quoter)[: MOST_IN_PART - len(full)]
    if not full:
        return near, nothing_in_full(analysis.target.asker, near)
    said = f"{FEW_IN_FULL[len(full)]} what the {analysis.target.asker} asks for in full; those after come nearest."
    return (*full, *near), said if near else ""


def nothing_in_full(asker: str, begun: Collection[Proof]) -> str:
    return f"No line names a skill of this {asker} and shows it in full yet{'; these come nearest' if begun else ''}."


def gap_view(number: int, gap: Gap, quoter: Quoter) -> GapView:
    shown = Level.NONE if gap.kind is GapKind.TO_SHOW else gap.estimated
    return GapView(number, gap, humanized(gap.area), quoter.nearest(gap), shown, stands(gap))


def stands(gap: Gap) -> str:
    """What a line tells of, but too little for a level, is not said to be shown by none."""
    if gap.kind is GapKind.TO_SHOW:
        return "Most likely known"
    if gap.estimated is Level.NONE and gap.kind in {GapKind.BELOW_LEVEL, GapKind.STALE}:
        return "Hardly shown"
    return LEVELS[gap.estimated].label


def grouped_gaps(gaps: Iterable[GapView]) -> tuple[tuple[Word, tuple[GapView, ...]], ...]:
    found: dict[Word, list[GapView]] = {word: [] for word in GAP_ORDER}
    for each in gaps:
        found[word_for(each.gap)].append(each)
    return tuple((word, tuple(group)) for word, group in found.items() if group)


def word_for(gap: Gap) -> Word:
    """Of what takes time at work alone no study is said to be needed."""
    is_level_reached = gap.kind is GapKind.BELOW_LEVEL and gap.estimated.rank >= gap.required.rank
    return TOO_LITTLE_USE if is_level_reached else GAP_KINDS[gap.kind]


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


def is_found(kind: SectionKind, analysis: Analysis) -> bool:
    """By a heading of its own, by one that names it with others ("Education and certificates"), or by what stands under any."""
    by_heading = any(each.kind is kind or kind in each.heading.casefold() for each in analysis.sections)
    return by_heading or (kind is SectionKind.EDUCATION and bool(analysis.resume.education))


def is_unknown(section: Section) -> bool:
    return section.kind is SectionKind.OTHER and bool(section.heading) and not section.is_known


def unread_of(analysis: Analysis) -> Iterator[str]:
    """Say what was not found or not looked at, so that nobody takes silence for absence."""
    missing = [str(kind) for kind in USUAL_SECTIONS if not is_found(kind, analysis)]
    if missing:
        yield f"No section was recognised as {' or '.join(missing)}; if there is one, a plain heading on a line of its own would help."
    unknown = [f"“{each.heading}”" for each in analysis.sections if is_unknown(each)]
    if unknown:
        yield f"Headings of a kind not known here: {', '.join(unknown)}. What stands under them was read all the same."
    if analysis.document.ocr_pages:
        yield f"Read from a picture, so words may be wrong: page {', '.join(map(str, analysis.document.ocr_pages))}."
    yield "Pictures, colours and layout are never judged. Name, gender, age, address and school never count."
