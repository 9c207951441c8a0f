"""Options of all commands that read a résumé, and the reading itself: in a process of its own, with limits."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from skillgap.cli.outputs import tell

if TYPE_CHECKING:
    from skillgap.documents.guarded.guarding import PendingDocument
    from skillgap.documents.types import Document

MEGABYTE = 1_048_576
DEFAULT_TIMEOUT, DEFAULT_MEMORY = 18.0, 960
RESUME = Annotated[
    str,
    typer.Argument(
        help="A PDF, DOCX, ODT, RTF, HTML, Markdown, text or image file; - reads standard input.", metavar="RESUME"
    ),
]
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


def print_warnings(document: "Document") -> None:
    for warning in document.warnings:
        tell(f"skillgap: {document.name}: {warning.message}")
