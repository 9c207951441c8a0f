"""An audit in words: what was found, in sentences; the same for the page and the terminal."""

from collections.abc import Iterator

from skillgap.batch.fairness.types import (
    Audit,
    Caution,
    Compared,
    CounterfactualAudit,
    GapCount,
    GapPlace,
    Group,
    GroupAudit,
    Grouping,
    SwapKind,
)
from skillgap.report.wording import CAREER_LEVELS, count_of, number

KINDS = {
    SwapKind.NAME: "Name, e-mail address, profile links",
    SwapKind.PRONOUNS: "Pronouns, titles, words of gender",
    SwapKind.PLACE: "Place, address, telephone number",
    SwapKind.SCHOOL: "Names of schools",
    SwapKind.AGE: "Age, year of birth",
    SwapKind.PERSONAL: "Nationality, family, religion, photograph",
    SwapKind.EVERYTHING: "All of these together",
}
CAUTIONS = {
    Caution.FEW: "fewer than 30 people on one side",
    Caution.FEW_EXPECTED: "fewer than 5 expected in a cell",
    Caution.TURNS_ON_ONE: "one different choice would turn it around",
    Caution.LEFT_OUT: "under 2 % of all: not compared",
    Caution.NOT_STATED: "not stated: not compared",
}
GAPS = {
    GapPlace.BETWEEN: "The longest gap between two jobs",
    GapPlace.AFTER: "The time since the last job",
}
NOBODY = "nobody was tested"


def target_in_words(audit: Audit) -> str:
    target = audit.target
    what = target.posting or target.label
    track = f", {target.track}" if target.track else ""
    return f"{what}, {CAREER_LEVELS[target.level].lower()}{track}"


def counterfactual_sentence(audit: CounterfactualAudit) -> str:
    if not audit.tested:
        return f"Whether a score depends on who somebody is was not tested: {NOBODY}."
    tested = (
        f"{count_of(audit.tested, 'résumé')} of {audit.of:,}"
        if audit.tested < audit.of
        else count_of(audit.of, "résumé")
    )
    runs = f"{count_of(audit.runs, 're-run')} of {tested} with somebody else’s identity"
    if not audit.changes:
        return f"In {runs}, no score, no range and no level of any skill changed."
    people = count_of(len({each.id for each in audit.changes}), "candidate")
    return f"In {runs}, the result changed {len(audit.changes):,} times, for {people}: it depends on who somebody is."


def group_sentences(audit: GroupAudit) -> Iterator[str]:
    """One for each grouping by one column, and for those together where something is flagged."""
    is_selected = audit.selected is not None
    measure = "selection" if is_selected else "scoring"
    for grouping in audit.groupings:
        flagged = [each for each in grouping.groups if figures_of(each, is_selected=is_selected).is_under]
        name = " × ".join(grouping.columns)
        if flagged:
            worst = min(flagged, key=lambda each: (figures_of(each, is_selected=is_selected).ratio or 0.0, each.values))
            figures = figures_of(worst, is_selected=is_selected)
            others = f", and {count_of(len(flagged) - 1, 'more group')}" if len(flagged) > 1 else ""
            small = " The numbers are small: see the cautions." if figures.cautions else ""
            yield (
                f"By {name}, the {measure} rate of {group_name(worst)} is {ratio_text(figures)} of the highest, "
                f"under four fifths{others}.{small}"
            )
        elif len(grouping.columns) == 1 and not has_ratios(grouping, is_selected=is_selected):
            yield f"By {name}, nothing can be compared: fewer than two groups are large enough, or nobody was chosen."
        elif len(grouping.columns) == 1:
            yield f"By {name}, no group’s {measure} rate is under four fifths of the highest."


def has_ratios(grouping: Grouping, *, is_selected: bool) -> bool:
    return any(figures_of(each, is_selected=is_selected).interval for each in grouping.groups)


def figures_of(group: Group, *, is_selected: bool) -> Compared:
    return group.selection if is_selected and group.selection else group.scoring


def group_name(group: Group) -> str:
    return " × ".join(group.values) or "not stated"


def basis_sentence(audit: GroupAudit) -> str:
    if audit.selected is None:
        return (
            "No gate was given, so everybody was selected and there is no selection to compare; what is compared is who scores above the "
            f"median of all, {number(audit.median_score)}."
        )
    gates = "; ".join(audit.gates)
    return f"{audit.selected:,} of {count_of(audit.candidates, 'candidate')} were selected ({gates})."


def counted_sentences(audit: GroupAudit) -> Iterator[str]:
    if audit.not_given:
        yield f"{count_of(audit.not_given, 'candidate')} of {audit.candidates:,} have no row in the file of groups."
    if audit.unknown_rows:
        yield f"{count_of(audit.unknown_rows, 'row')} of it name no candidate of the folder."
    if audit.unread_rows:
        yield f"{count_of(audit.unread_rows, 'row')} of it name files that could not be analysed."


def gap_sentence(gap: GapCount) -> str:
    if gap.months is None or gap.quartiles is None:
        return f"{GAPS[gap.place]}: nobody has one of six months or more."
    return (
        f"{GAPS[gap.place]}: {count_of(gap.held, 'résumé')}, {number(gap.months[2])} months in the middle. Closing it moves "
        f"{gap.moved:,} of the scores; by {signed(gap.quartiles[2])} points in the middle, between {signed(gap.quartiles[0])} and "
        f"{signed(gap.quartiles[4])}."
    )


def ratio_text(figures: Compared) -> str:
    return "–" if figures.ratio is None else f"{figures.ratio:.2f}"


def interval_text(figures: Compared) -> str:
    if figures.interval is None:
        return "–"
    low, high = figures.interval
    return f"{low:.2f}–{high:.2f}" if high < 1000 else f"{low:.2f} upwards"  # noqa: PLR2004 - says no more


def chance_text(figures: Compared) -> str:
    if figures.chance is None:
        return "–"
    return "under 0.001" if figures.chance < 0.001 else f"{figures.chance:.3f}"  # noqa: PLR2004 - three decimals


def caution_text(figures: Compared) -> str:
    return "; ".join(CAUTIONS[each] for each in figures.cautions)


def percent(rate: float) -> str:
    return f"{100 * rate:.1f} %"


def signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−") if points else "0"


def levels_text(change: tuple[float | None, float | None]) -> str:
    return " → ".join("none" if each is None else number(each) for each in change)
