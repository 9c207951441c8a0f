"""The learning plan for a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from skillgap.report.drawing import SOFT, draw, indented, points_list, section
from skillgap.report.plan_outline import Item, PlannedStep, PlanOutline


def render_text(view: PlanOutline, *, width: int, color: bool) -> str:
    parts = [section(view.title, Text(view.summary)), *map(step_part, view.steps)]
    if view.left_out:
        parts.append(Text(f"\nLeft out, as the time is short: {', '.join(view.left_out)}."))
    return draw(parts, width=width, color=color)


def step_part(each: PlannedStep) -> RenderableType:
    head = Text.assemble((each.name, "bold"), (f"  {each.when}", SOFT))
    return Group(Text(), head, Text(each.about), indented(points_list([item_line(item) for item in each.items])))


def item_line(item: Item) -> Text:
    more = "".join(f" – {part}" for part in (item.about, item.url) if part)
    return Text.assemble((f"{item.label}: ", SOFT), item.text, more)
