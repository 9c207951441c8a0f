"""Options of all commands that read a résumé, and the reading itself: in a process of its own, with limits."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from skillgap.cli.outputs import tell
from skillgap.isolation.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.documents.guarded.guarding import PendingDocument
    from skillgap.documents.types import Document, ReadingWarning

DEFAULT_TIMEOUT, DEFAULT_MEMORY = 18.0, 960
RESUME = Annotated[
    str,
    typer.Argument(
        help="A PDF, DOCX, ODT, RTF, HTML, Markdown, text, image or JSON Resume file; - reads standard input.",
        metavar="RESUME",
    ),
]
AS_OF = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM",
        help="What 'present' means. Default: the taxonomy's date, or the latest in the résumé.",
    ),
]
SCHOOLS = Annotated[bool, typer.Option("--schools", help="Replace the names of schools too.")]
STUDY_YEARS = Annotated[
    bool, typer.Option("--study-years", help="Replace the years of studies too, which tell an age.")
]
COMPANIES = Annotated[bool, typer.Option("--companies", help="Replace the names of employers too.")]
TIMEOUT = Annotated[
    float, typer.Option("--timeout", min=0.1, max=86_400, metavar="SECONDS", help="How long reading may take.")
]
MEMORY = Annotated[
    int, typer.Option("--memory", min=128, max=1_048_576, metavar="MB", help="How much memory reading may take.")
]


def started_reading(source: str | bytes | BinaryIO, argument: str, timeout: float, memory: int) -> "PendingDocument":
    """Begin to read; what is slow to import can be imported meanwhile."""
    from skillgap.documents.guarded.guarding import start_reading

    name = "stdin" if argument == "-" else None if isinstance(source, str) else Path(argument).name
    return start_reading(source, name=name, seconds=timeout, memory=memory * MEGABYTE)


def print_warnings(document: "Document", more: "Sequence[ReadingWarning]" = ()) -> None:
    for warning in (*more, *document.warnings):
        tell(f"skillgap: {document.name}: {warning.message}")
