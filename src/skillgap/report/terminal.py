"""The report for a terminal: complete without colour, which only makes it easier to take in.

The résumé's text is untrusted: it is only ever put in `Text`, never in markup, and the view has no control characters.
"""

from rich import box
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from skillgap.gap.types import Strength
from skillgap.report.drawing import ACCENT, BAR, MARK, SOFT, WARM, bar, draw, indented, meter, points_list, section
from skillgap.report.fit_terminal import within_report
from skillgap.report.view_types import (
    GapView,
    Proof,
    Quotation,
    ScoreView,
    StepView,
    View,
)
from skillgap.report.wording import (
    LEVELS,
    gain,
    number,
    titled,
)

SHOWN_PROOFS = 6
SHOWN_GAPS = 5
SHOWN_WINS = 3


def render_text(view: View, *, width: int, color: bool) -> str:
    return draw(parts_of(view), width=width, color=color)


def parts_of(view: View) -> list[RenderableType]:
    parts = [header(view), score(view.score)]
    if view.warnings:
        parts.insert(0, warnings(view))
    if view.posting:
        parts.append(posting(view))
    if view.instead:
        return [*parts, section("What to do next", Text(view.instead)), unread(view), ending(view)]
    parts += [
        areas(view),
        strengths(view),
        gaps(view),
        *([quick_wins(view)] if view.wins else []),
        plan(view),
        *([readiness(view)] if view.ladder else []),
        within_report(view.analysis.fit, pages=view.analysis.document.pages),
        advice(view),
        unread(view),
        ending(view),
    ]
    return parts


def quoted(quote: Quotation) -> Text:
    text = Text("“")
    for segment in quote.segments:
        text.append(segment.text, MARK if segment.is_marked else "")
    text.append("”")
    return text if quote.is_only_page else text.append(f" p. {quote.page}", SOFT)


def warnings(view: View) -> RenderableType:
    lines = [
        Text.assemble((label, f"bold {WARM}"), f"{f' (page {each.page})' if each.page else ''}: {each.message}")
        for label, each in view.warnings
    ]
    return Group(Text("Please note first", style=f"bold {WARM}"), points_list(lines), Text())


def header(view: View) -> RenderableType:
    name = view.analysis.document.name
    file = Text(f" · {name}", style=SOFT) if name != view.person else Text()
    posting = " · a job posting" if view.analysis.target.posting else ""
    return Group(
        Text.assemble((view.person, "bold"), file),
        Text(f"{view.role}, {view.level.lower()} · as of {view.as_of}{posting}"),
        Text(),
        *([Text(trade(view), style=WARM), Text()] if view.trade.said else []),
    )


def trade(view: View) -> str:
    said, option = view.trade
    return f"{said} To compare with that: {option}" if option else said


def score(score: ScoreView) -> RenderableType:
    line = Text.assemble((f"{score.text} of 100", f"bold {ACCENT}"), f"   fair range {score.band}")
    drawn = bar((score.low, score.value, score.high), "█▓▒░", (ACCENT, ACCENT, WARM, SOFT))
    drawn.append("  ▓▒ the fair range", SOFT)
    facts = points_list([Text.assemble((fact.label, "bold"), f" {fact.meaning}") for fact in score.facts])
    return Group(line, drawn, Text(f"{score.sentence} {score.note}"), facts)


def posting(view: View) -> RenderableType:
    return section("The posting", points_list([Text(sentence) for sentence in view.posting]))


def areas(view: View) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    for area in view.areas:
        if area.score is not None:
            drawn = bar((area.score,), "━─", (ACCENT, SOFT), cells=BAR // 2)
            grid.add_row(
                Text(area.label), drawn, Text(f"{area.score:.0f}", justify="right"), Text(area.counts, style=SOFT)
            )
    return section("Areas", grid)


def strengths(view: View) -> RenderableType:
    said = [Text(view.in_part), Text()] if view.in_part else []
    body: list[RenderableType] = [*said, *(proof(each) for each in view.proofs[:SHOWN_PROOFS])]
    more = len(view.proofs) - SHOWN_PROOFS
    if more > 0:
        body.append(Text(f"… and {more} more in the full report (HTML or Markdown)", style=SOFT))
    return section("What you can already show", *body)


def proof(proof: Proof) -> RenderableType:
    return Group(Text(" · ").join(strength(each) for each in proof.strengths), indented(quoted(proof.quote)), Text())


def strength(each: Strength) -> Text:
    text = Text.assemble((titled(each.name), "bold"), " ")
    return text.append_text(meter(each.level.rank, each.required.rank)).append(f" {LEVELS[each.level].label.lower()}")


def gaps(view: View) -> RenderableType:
    body: list[RenderableType] = [gap(n, each) for n, each in enumerate(view.gaps[:SHOWN_GAPS], 1)]
    if len(view.gaps) > SHOWN_GAPS:
        body.append(Text(f"… and {len(view.gaps) - SHOWN_GAPS} more in the full report (HTML or Markdown)", style=SOFT))
    nothing = Text(f"No gap is left: the page shows every skill of the {view.asker} at the level it asks for.")
    return section("The gaps that matter most", *(body or [nothing]))


def gap(place: int, view: GapView) -> RenderableType:
    each = view.gap
    head = Text.assemble((f"{place}. {titled(each.name)}", "bold"), " ")
    head.append_text(meter(view.shown.rank, each.required.rank))
    head.append(f" {each.importance} · {gain(each.points_at_stake)} points", SOFT)
    lines: list[RenderableType] = [head, indented(Text(each.reason), 3)]
    if view.nearest:
        label = f"Nearest you have ({view.nearest.skill}): " if view.nearest.skill else "Nearest you have: "
        lines.append(indented(Text.assemble((label, SOFT), quoted(view.nearest)), 3))
    return Group(*lines, Text())


def quick_wins(view: View) -> RenderableType:
    body: list[RenderableType] = []
    for each in view.wins[:SHOWN_WINS]:
        head = Text.assemble((titled(each.win.name), "bold"), " ")
        head.append(f"{gain(each.win.points)} points · {each.kind.label.lower()}", SOFT)
        body += [head, indented(quoted(each.quote), 3), indented(Text(each.win.suggestion), 3), Text()]
    more = len(view.wins) - SHOWN_WINS
    if more > 0:
        body.append(Text(f"… and {more} more in the full report (HTML or Markdown)", style=SOFT))
    return section("Lines to add or reword", *body)


def plan(view: View) -> RenderableType:
    if not view.steps:
        return section("What to do next", Text(view.plan))
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False)
    table.add_column("When", no_wrap=True)
    table.add_column("Step")
    for name in ("Hours", "Points", "Score after"):
        table.add_column(name, justify="right")
    for step in view.steps:
        table.add_row(*step_row(step))
    return section("What to do next", Text(view.plan), Text(), table)


def step_row(view: StepView) -> tuple[Text, ...]:
    step = Text.assemble((titled(view.step.name), "bold"))
    if view.leads_to:
        step.append(f" (first for {view.leads_to})", SOFT)
    if view.resources:
        first = view.resources[0]
        step.append(f"\nstart with {first.resource.title}", SOFT)
    return (
        Text(view.when),
        step,
        Text(number(view.step.hours)),
        Text(gain(view.step.points)),
        Text(f"{view.after:.0f}", style=f"bold {ACCENT}"),
    )


def readiness(view: View) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    for rung in view.ladder:
        style = "bold" if rung.is_target else ""
        drawn = bar((rung.score,), "━─", (ACCENT, SOFT), cells=BAR // 2)
        note = "this report" if rung.is_target else ""
        grid.add_row(
            Text(rung.label, style),
            drawn,
            Text(f"{rung.score:.0f}", style, justify="right"),
            Text(rung.years, SOFT),
            Text(note),
        )
    separates = f"What separates this page most from {view.next_level}: {'; '.join(view.separates)}."
    body = [Text(separates)] if view.separates else []
    return section("Readiness by career level", grid, *body)


def advice(view: View) -> RenderableType:
    lines = [Text(each.message) for each in view.analysis.advice]
    return section("The résumé itself", points_list(lines) if lines else Text("Nothing to change stood out."))


def unread(view: View) -> RenderableType:
    return section("What was not found or not looked at", points_list([Text(line) for line in view.unread]))


def ending(view: View) -> RenderableType:
    made = view.analysis.generator
    legend = "● shown on the page, ○ asked for and not shown yet, – beyond that."
    steps = "; ".join(f"{word.label.lower()}: {word.meaning}" for level, word in LEVELS.items() if level.rank)
    return Group(
        Text(),
        Rule(style=SOFT),
        Text(f"{legend} Levels – {steps}.", style=SOFT),
        Text(
            "A person decides: this reads a page, not a person, and must not be used to reject anybody automatically.",
            style=SOFT,
        ),
        Text(f"{made.name} {made.version} · taxonomy {made.taxonomy} · models {made.models}", style=SOFT),
    )
