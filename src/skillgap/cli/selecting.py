"""Options of the commands that work through a folder of candidates: who is selected, and what one file may take."""

from typing import Annotated

import typer

DEFAULT_TIMEOUT, DEFAULT_MEMORY = 20.0, 1024
MUST_HAVE = Annotated[
    str | None,
    typer.Option("--must-have", metavar="SKILL[:LEVEL],…", help="Select only those who show these skills."),
]
MIN_SCORE = Annotated[
    float | None, typer.Option("--min-score", metavar="X", min=0, max=100, help="Select only from this score on.")
]
TOP = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="Select the first N that pass.")]
WORKERS = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, max=256, help="Default: one a processor.")
]
TIMEOUT = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.1, max=86_400, help="How long one file may take.")
]
MEMORY = Annotated[
    int, typer.Option("--memory", metavar="MB", min=64, max=1_048_576, help="How much memory one file may take.")
]
