"""The fit check for a terminal: on a page of its own, and in a few lines within a report."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.gap.fit_types import CircumstanceFit, FitAnswers, InterestFit, Reply, SharedFigures, Tie, ValueFit
from skillgap.gap.types import Fit, FitEvidence
from skillgap.report.drawing import ACCENT, SOFT, draw, indented, points_list, section
from skillgap.report.fit_page import FitPage
from skillgap.report.quoting import quoted_once
from skillgap.report.wording import LEANS, PROFILE_PARTS, capital, number

SHOWN_TIES = 2


def fit_text(page: FitPage, *, width: int, color: bool) -> str:
    return draw(parts_of(page), width=width, color=color)


def parts_of(page: FitPage) -> Iterable[RenderableType]:
    fit = page.fit
    answers = [Text(fit.answers.summary, style=f"bold {ACCENT}")] if fit.answers else []
    yield Group(Text.assemble(("Would you like the work? ", "bold"), page.label), *answers)
    if fit.answers:
        yield section("Interests", *interests(fit.answers.interests))
        yield section("What matters to you", *values(fit.answers.values))
        yield section("How you want to work", *circumstances(fit.answers.circumstances))
    yield (
        section("What your résumé shows", Text(fit.summary), *shown(fit.evidence))
        if fit.evidence
        else Text(fit.summary)
    )
    for title, sentences in (
        ("What the work is like", fit.work),
        ("Who tends to thrive", fit.thrives),
        ("Who may find it hard", fit.finds_it_hard),
    ):
        if sentences:
            yield section(title, points_list([Text(each) for each in sentences]))
    if fit.answers:
        yield section("What this cannot tell", points_list([Text(each) for each in fit.answers.limits]))


def within_report(fit: Fit, *, pages: int) -> RenderableType:
    """A few lines: what the page shows, and what the answers say."""
    parts: list[RenderableType] = [*shown(fit.evidence, pages=pages)]
    if fit.answers:
        parts.append(Text.assemble((fit.answers.summary, "bold"), " This is no part of the score."))
        parts += [
            *leading("Speaks for it", fit.answers, good=True),
            *leading("Speaks against it", fit.answers, good=False),
        ]
        parts.append(Text("`skillgap fit` tells the whole of it, and its limits.", style=SOFT))
    return section(
        "Would you like the work?",
        *(parts or [Text(fit.summary), Text("`skillgap fit` tells what it is like.", style=SOFT)]),
    )


def leading(title: str, answers: FitAnswers, *, good: bool) -> list[RenderableType]:
    interests_, values_ = answers.interests, answers.values
    replies = [
        *(interests_.speaks_for if good else interests_.speaks_against)[:SHOWN_TIES],
        *(tie.reply for tie in (values_.speaks_for if good else values_.speaks_against)[:SHOWN_TIES]),
    ]
    return replies_under(title, replies)


def interests(fit: InterestFit) -> list[RenderableType]:
    body: list[RenderableType] = [Text(f"{LEANS[fit.lean]} {fit.note}")]
    if fit.pairs:
        grid = Table.grid(padding=(0, 2))
        for pair in fit.pairs:
            grid.add_row(
                Text(capital(pair.interest)),
                Text(f"you {number(pair.person)} of 5", justify="right"),
                Text(f"the occupation {number(pair.role)} of 7", style=SOFT, justify="right"),
            )
        body += [Text(), grid]
    body += replies_under("Speaks for it", fit.speaks_for)
    body += replies_under("Speaks against it", fit.speaks_against)
    if fit.compared:
        body += [
            Text(),
            Text("The roles, the nearest first, as far as their figures differ:"),
            points_list(list(map(shared, fit.compared))),
        ]
    if fit.source:
        body.append(Text(f"Figures: {fit.source}", style=SOFT))
    return body


def replies_under(title: str, replies: Sequence[Reply]) -> list[RenderableType]:
    if not replies:
        return []
    lines = [Text.assemble(each.text, (f" – {each.words}", SOFT)) for each in replies]
    return [Text(), Text(title, "bold"), points_list(lines)]


def shared(group: SharedFigures) -> Text:
    return Text.assemble((f"{capital(group.lean)}: ", "bold"), ", ".join(group.roles))


def values(fit: ValueFit) -> list[RenderableType]:
    body: list[RenderableType] = [Text(LEANS[fit.lean])]
    for title, ties in (("Speaks for it", fit.speaks_for), ("Speaks against it", fit.speaks_against)):
        if ties:
            body += [Text(), Text(title, "bold"), points_list(list(map(tied, ties)))]
    return body


def tied(tie: Tie) -> Text:
    return Text.assemble(
        tie.reply.text, (f" – {tie.reply.words}", SOFT), f"\n{PROFILE_PARTS[tie.part]}: “{tie.role_says}”"
    )


def circumstances(found: Sequence[CircumstanceFit]) -> list[RenderableType]:
    lines = []
    for each in found:
        said = " ".join(each.role_says) or "The role's profile says nothing of it."
        text = Text.assemble((each.question, "bold"), f" {capital(each.answer)}. ", said)
        lines.append(text.append(f" Ask: {each.ask}" if each.ask else ""))
    return [points_list(lines)]


def shown(evidence: Iterable[FitEvidence], *, pages: int = 0) -> Iterable[RenderableType]:
    for message, quotes in quoted_once(evidence):
        yield Text(message)
        for quote in quotes:
            yield indented(Text.assemble(f"“{quote.line}”", ("" if pages == 1 else f" p. {quote.page}", SOFT)))
