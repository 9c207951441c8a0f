"""A role's profile for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.report.drawing import ACCENT, BAR, SOFT, bar, draw, meter, points_list, section
from skillgap.report.role_page import INTEREST_TOP, RolePage
from skillgap.report.wording import CAREER_LEVELS, LEVELS, capital, titled
from skillgap.taxonomy.types import CareerStep, Figure


def role_text(page: RolePage, *, width: int, color: bool) -> str:
    return draw(parts_of(page), width=width, color=color)


def parts_of(page: RolePage) -> Iterable[RenderableType]:
    role = page.role
    yield Group(Text.assemble((role.label, "bold"), (f" · {role.id}", SOFT)), Text(role.summary))
    for title, sentences in (
        ("What the work is like", role.work),
        ("Who tends to thrive", role.thrives),
        ("Who may find it hard", role.finds_it_hard),
        ("What varies", role.varies),
        ("What it gives and asks", role.values),
    ):
        if sentences:
            yield section(title, points_list([Text(each) for each in sentences]))
    if role.tracks:
        tracks = [
            Text.assemble((track.label, "bold"), (f" (--track {track.id})", SOFT), f" {track.about}")
            for track in role.tracks
        ]
        yield section("Tracks", points_list(tracks))
    yield section("Levels", points_list([step_text(step) for step in role.levels]))
    yield section(f"Skills asked for, {CAREER_LEVELS[page.level].lower()}", skills(page))
    if page.interests:
        yield section("Interests of the occupation", interests(page))
    if role.occupations:
        lines = [Text.assemble((f"{each.system} {each.code}", SOFT), f" {each.title}") for each in role.occupations]
        yield section("Occupations it belongs to", points_list(lines))
    for title, figures in (("Pay", role.pay), ("Outlook", role.outlook)):
        if figures:
            yield section(title, points_list([figure_text(each) for each in figures]))
    yield section("How this profile was made", Text(role.source))


def step_text(step: CareerStep) -> Text:
    text = Text.assemble((CAREER_LEVELS[step.level], "bold"), (f" {step.typical_years} years", SOFT), f" {step.about}")
    return text.append(f" What changes: {step.changes}" if step.changes else "")


def skills(page: RolePage) -> Table:
    grid = Table.grid(padding=(0, 2))
    for importance, lines in page.groups:
        grid.add_row(Text(capital(importance), f"bold {ACCENT}"))
        for line in lines:
            level = Text.assemble(meter(0, line.required.rank), f" {LEVELS[line.required].label.lower()}")
            grid.add_row(Text(f"  {titled(line.name)}"), level, Text(line.rests_on, SOFT))
    return grid


def interests(page: RolePage) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    for interest, figure in page.interests:
        drawn = bar((100 * (figure - 1) / (INTEREST_TOP - 1),), "━─", (ACCENT, SOFT), cells=BAR // 2)
        grid.add_row(Text(capital(interest)), drawn, Text(f"{figure:g} of {INTEREST_TOP}", justify="right"))
    source = page.role.interests.source if page.role.interests else ""
    return Group(grid, Text(source, SOFT))


def figure_text(figure: Figure) -> Text:
    return Text.assemble(
        (f"{capital(figure.what)}: {figure.value}", "bold"),
        f" ({figure.country}, {figure.vintage}) – {figure.about}. ",
        (f"Source: {figure.source}", SOFT),
    )
