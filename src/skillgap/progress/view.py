"""Progress in words: what makes the figures doubtful first, then the score, the skills, the gaps and the plan."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from skillgap.gap.types import Quote, Target
from skillgap.progress.types import (
    CautionCode,
    Compared,
    GapChange,
    GapChangeKind,
    Progress,
    ScoreChange,
    SkillChange,
    SkillChangeKind,
    StepProgress,
    StepState,
)
from skillgap.report.cleaning import clean_copy
from skillgap.report.wording import CAREER_LEVELS, LEVELS, OWN_DEEDS, count_of, humanized, month, titled

LONGEST_LIST = 10
NOTHING = "Nothing changed: the same skills at the same levels, and the same score."
SAME_SKILLS = "The same skills at the same levels."
SKILLS: Mapping[SkillChangeKind, str] = {
    SkillChangeKind.GAINED: "Skills gained",
    SkillChangeKind.SHOWN: "Shown in use now, only listed before",
    SkillChangeKind.UP: "At a higher level",
    SkillChangeKind.DOWN: "At a lower level",
    SkillChangeKind.LISTED: "Only listed now, shown in use before",
    SkillChangeKind.LOST: "No longer on the page",
}
GAPS: Mapping[GapChangeKind, str] = {
    GapChangeKind.CLOSED: "Gaps closed",
    GapChangeKind.NEW: "New gaps",
    GapChangeKind.OPEN: "Gaps still open",
}
STEPS: Mapping[StepState, str] = {
    StepState.DONE: "done",
    StepState.BEGUN: "begun",
    StepState.OPEN: "not begun, or not yet on the page",
}


class Line(Struct, frozen=True):
    name: str
    about: str
    quote: Quote | None = None


class Part(Struct, frozen=True):
    """`more` says how many lines were left out."""

    title: str
    lines: tuple[Line, ...]
    more: str = ""


class ProgressView(Struct, frozen=True):
    title: str
    cautions: tuple[str, ...]
    summary: str
    parts: tuple[Part, ...]


def progress_view(changed: Progress) -> ProgressView:
    progress = clean_copy(changed)
    old, new = progress.old, progress.new
    span = month(new.as_of) if old.as_of == new.as_of else f"{month(old.as_of)} to {month(new.as_of)}"
    return ProgressView(
        title=f"Progress: {target_words(new.target)} · {span}",
        cautions=tuple(caution_sentences(progress)),
        summary=summary_of(progress),
        parts=() if progress.is_empty else tuple(part for part in parts_of(progress) if part.lines),
    )


def target_words(target: Target) -> str:
    track = f" ({humanized(target.track).lower()})" if target.track else ""
    posting = f", posting {target.posting}" if target.posting else ""
    return f"{target.label}{track}, {CAREER_LEVELS[target.level].lower()}{posting}"


def caution_sentences(progress: Progress) -> Iterator[str]:
    for code in progress.cautions:
        yield caution_sentence(code, progress.old, progress.new)
    made_otherwise = {CautionCode.OTHER_TAXONOMY, CautionCode.OTHER_MODELS, CautionCode.OTHER_VERSION}
    if progress.old.sha256 == progress.new.sha256 and made_otherwise & set(progress.cautions):
        yield "Both are of the same file, so every difference comes from there."


def caution_sentence(code: CautionCode, old: Compared, new: Compared) -> str:
    reason = "figures may differ for that reason alone."
    match code:
        case CautionCode.OTHER_PERSON:
            return "The two name different people, so this compares two pages and is nobody's progress."
        case CautionCode.OTHER_TARGET:
            return f"The targets differ ({target_words(old.target)}; {target_words(new.target)}): only skills are compared."
        case CautionCode.OTHER_ORDER:
            return f"The first is of {month(old.as_of)}, the second of {month(new.as_of)}: they may be the wrong way round."
        case CautionCode.OTHER_TAXONOMY:
            return (
                f"Made with different skill taxonomies ({old.generator.taxonomy}; {new.generator.taxonomy}): {reason}"
            )
        case CautionCode.OTHER_MODELS:
            return f"Made with different models ({old.generator.models}; {new.generator.models}): {reason}"
        case CautionCode.OTHER_VERSION:
            return (
                f"Made with different versions of skillgap ({old.generator.version}; {new.generator.version}): {reason}"
            )


def summary_of(progress: Progress) -> str:
    if progress.is_empty:
        return NOTHING if progress.score else SAME_SKILLS
    if progress.score is None:
        return f"{count_of(len(progress.skills), 'skill')} changed."
    return score_sentence(progress.score) + owned_sentence(progress.score)


def owned_sentence(score: ScoreChange) -> str:
    if score.owned_before == score.owned_after:
        return ""
    return f" Lines on what was {OWN_DEEDS}: {score.owned_before} before, {score.owned_after} now."


def score_sentence(score: ScoreChange) -> str:
    before, after = (f"{low:.0f}–{high:.0f}" for low, high in (score.band_before, score.band_after))
    if not score.change:
        return f"The score is {score.after:.1f} of 100, as before (fair range {before} then, {after} now)."
    moved = f"The score went from {score.before:.1f} (fair range {before}) to {score.after:.1f} ({after}): {score.change:+.1f}"
    if score.is_certain:
        return f"{moved}. That is more than the uncertainty: misreading the skills that changed would not explain it."
    return f"{moved}. That is within the uncertainty: misreading the skills that changed would explain it, and it may be no change at all."


def parts_of(progress: Progress) -> Iterator[Part]:
    moved = [each for each in progress.areas if each.change]
    yield Part(
        "Areas",
        tuple(
            Line(humanized(each.area), f"{each.before:.0f} → {each.after:.0f} ({each.change:+.1f})") for each in moved
        ),
    )
    for kind, title in SKILLS.items():
        found = [each for each in progress.skills if each.kind is kind]
        found.sort(key=lambda each: (-max(each.before.rank, each.after.rank), each.skill))
        yield shortened(title, [skill_line(each) for each in found])
    for gap_kind, title in GAPS.items():
        gaps = [each for each in progress.gaps if each.kind is gap_kind]
        gaps.sort(key=lambda each: (-(each.after or each.before), each.skill))
        yield shortened(title, [gap_line(each) for each in gaps])
    yield Part("The earlier plan", tuple(step_line(each) for each in progress.steps))


def shortened(title: str, lines: list[Line]) -> Part:
    more = len(lines) - LONGEST_LIST
    return Part(
        title,
        tuple(quoted_once(lines[:LONGEST_LIST])),
        f"… and {more} more (all are in --format json)" if more > 0 else "",
    )


def quoted_once(lines: list[Line]) -> list[Line]:
    """Put together what the same line shows, and quote it under the last of them."""
    together: dict[tuple[str, int] | None, list[Line]] = {}
    for each in lines:
        quoted = (each.quote.line, each.quote.page) if each.quote else None
        together.setdefault(quoted, []).append(each)
    return [
        replace(line, quote=line.quote if line is group[-1] else None) for group in together.values() for line in group
    ]


def skill_line(change: SkillChange) -> Line:
    before, after = LEVELS[change.before].label.lower(), LEVELS[change.after].label.lower()
    return Line(titled(change.name), before if before == after else f"{before} → {after}", change.quote)


def gap_line(change: GapChange) -> Line:
    match change.kind:
        case GapChangeKind.CLOSED:
            about = f"{change.before:.1f} points gained"
        case GapChangeKind.NEW:
            about = f"{change.after:.1f} points at stake"
        case GapChangeKind.OPEN:
            moved = change.before != change.after
            about = f"{change.after:.1f} points at stake" + (f", {change.before:.1f} before" if moved else "")
    return Line(titled(change.name), about)


def step_line(step: StepProgress) -> Line:
    added = f", {step.added:.1f} of {step.promised:.1f} points" if step.added else ""
    return Line(titled(step.name), f"{STEPS[step.state]}{added}")
