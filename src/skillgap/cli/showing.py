"""How a result is shown: its format, and the width and colour of the terminal."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.outputs import STANDARD_STREAM
from skillgap.report.pages import PageFormat

NARROWEST, WIDEST, USUAL = 60, 110, 100


BY_SUFFIX = {".txt": PageFormat.TEXT, ".md": PageFormat.MARKDOWN, ".json": PageFormat.JSON}
FORMAT = Annotated[
    PageFormat | None, typer.Option("--format", "-f", help="Default: text, or what the name after -o says.")
]


def named_file(output: Path | None) -> Path | None:
    """None where `-` stands for standard output."""
    return None if output == Path(STANDARD_STREAM) else output


OUTPUT = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file instead of standard output.", callback=named_file
    ),
]


def width_and_color(output: Path | None) -> tuple[int, bool]:
    """Of the terminal that the result goes to; a file or a pipe has the usual width and no colour."""
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return USUAL, False
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size((USUAL, 24)).columns)), has_colors()


def has_colors() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
