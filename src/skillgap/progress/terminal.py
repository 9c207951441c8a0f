"""Progress for a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from skillgap.progress.view import Line, Part, ProgressView
from skillgap.report.drawing import SOFT, WARM, draw, indented, points_list, section


def render_text(view: ProgressView, *, width: int, color: bool) -> str:
    parts: list[RenderableType] = [Text(), Text(view.title, style="bold"), Text()]
    if view.cautions:
        parts += [points_list([Text(each, style=WARM) for each in view.cautions]), Text()]
    parts += [Text(view.summary), *map(part_of, view.parts)]
    return draw(parts, width=width, color=color)


def part_of(part: Part) -> RenderableType:
    return section(part.title, *map(line_of, part.lines), *([Text(part.more, style=SOFT)] if part.more else []))


def line_of(line: Line) -> RenderableType:
    head = Text.assemble((line.name, "bold"), f"  {line.about}")
    quote = line.quote
    return Group(head, indented(Text(f"“{quote.line}” (page {quote.page})", style=SOFT))) if quote else head
