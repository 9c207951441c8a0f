"""A comparison for a terminal. What comes from a résumé is only ever put in `Text`, never in markup."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.batch.comparing.pair_view import LineView, PairView, PartView, SideView
from skillgap.batch.comparing.view import ComparisonView
from skillgap.report.drawing import ACCENT, SOFT, WARM, draw, indented, points_list, section


def render_text(view: ComparisonView, *, width: int, color: bool) -> str:
    parts: list[RenderableType] = [Text(view.title, style="bold"), Text(), table_of(view), Text()]
    if view.notes:
        notes = points_list([Text(each) for each in view.notes])
        parts += [Text("Please note first", style=f"bold {WARM}"), notes, Text()]
    for pair in view.pairs:
        parts += pair_parts(pair, is_only=len(view.pairs) == 1)
    return draw([*parts, *(Text(each, style=SOFT) for each in view.ending)], width=width, color=color)


def table_of(view: ComparisonView) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_row(Text(), *(Text(label, style="bold") for label in view.labels))
    for fact, cells in view.table:
        grid.add_row(Text(fact, style=SOFT), *(Text(each) for each in cells))
    return grid


def pair_parts(pair: PairView, *, is_only: bool) -> list[RenderableType]:
    parts: list[RenderableType] = [] if is_only else [section(pair.title)]
    parts += [*(Text(each) for each in pair.summary), *map(part_of, pair.parts)]
    if pair.alike:
        parts += [Text(), Text(pair.alike)]
    return [*parts, Text()]


def part_of(part: PartView) -> RenderableType:
    lines = [line_of(each) for each in part.lines] + ([Text(part.more, style=SOFT)] if part.more else [])
    apart = [row for line in lines for row in (Text(), line)]
    return section(part.title, *apart[1:])


def line_of(line: LineView) -> RenderableType:
    head = Text.assemble((line.head, "bold"), f"  {line.about}")
    return Group(head, *(indented(side_of(each), 3) for each in line.sides))


def side_of(side: SideView) -> RenderableType:
    said = Text.assemble((side.label, ACCENT), f": {side.about}")
    if side.quote is None:
        return said
    return Group(said, indented(Text(f"“{side.quote.line}” p. {side.quote.page}", style=SOFT)))
