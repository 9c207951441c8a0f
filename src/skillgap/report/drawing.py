"""What all pages in a terminal are drawn with; complete without colour.

What comes from outside is untrusted: it is only ever put in `Text`, never in markup.
"""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from skillgap.report.score_view import within

NARROWEST = 40
BAR = 40
STEPS = "●○–"
ACCENT, WARM, SOFT, MARK = "cyan", "yellow", "dim", "bold underline"


def draw(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """Draw at a fixed size, whatever the environment says of the terminal."""
    file = StringIO()
    console = Console(
        file=file,
        width=max(NARROWEST, width),
        height=100,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def section(title: str, *body: RenderableType) -> RenderableType:
    rule = Rule(Text(title, style=f"bold {ACCENT}"), align="left", style=SOFT)
    return Group(Text(), rule, Text(), *body)


def indented(body: RenderableType, by: int = 2) -> Padding:
    return Padding(body, (0, 0, 0, by))


def points_list(lines: list[Text]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for line in lines:
        grid.add_row(Text("•", style=ACCENT), line)
    return grid


def bar(shares: tuple[float, ...], glyphs: str, styles: tuple[str, ...], *, cells: int = BAR) -> Text:
    """Draw 0 to 100; each glyph runs up to its share, the last one to the end."""
    ends = [round(within(share) / 100 * cells) for share in shares]
    text, start = Text(), 0
    for end, glyph, style in zip((*ends, cells), glyphs, styles, strict=True):
        text.append(glyph * (end - start), style)
        start = max(start, end)
    return text


def meter(shown: int, asked: int) -> Text:
    """● shown, ○ asked for and not shown, – beyond."""
    return Text("".join(STEPS[0 if n < shown else 1 if n < asked else 2] for n in range(4)), style=ACCENT)
