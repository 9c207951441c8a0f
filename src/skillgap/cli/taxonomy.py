"""`skillgap taxonomy`: looking after the knowledge."""

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.outputs import write_output
from skillgap.errors import TaxonomyError

app = typer.Typer(help="Look after the taxonomy.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def options() -> None:
    """Look after the taxonomy."""


@app.command("lint")
def lint(
    folder: Annotated[
        Path | None, typer.Argument(help="A taxonomy folder. Default: the one that came with skillgap.")
    ] = None,
) -> None:
    """Check shape, graph and names, and run every example and counterexample through the real matcher."""
    from skillgap.evidence.collecting import EvidenceCollector
    from skillgap.evidence.self_test import cue_faults, example_faults
    from skillgap.shelves import shelf
    from skillgap.taxonomy.checks import counts, graph_faults
    from skillgap.taxonomy.loading import load_taxonomy

    if folder is not None and not folder.is_dir():
        raise TaxonomyError([f"{folder}: no such folder"])
    taxonomy = load_taxonomy(folder or shelf("skill_taxonomy"))
    faults = [*graph_faults(taxonomy), *cue_faults(taxonomy.cues)]
    faults += example_faults(EvidenceCollector(taxonomy)) if not faults else []
    if faults:
        raise TaxonomyError(faults)
    rows = [f"{name:<16} {count:>6}" for name, count in counts(taxonomy).items()]
    write_output("\n".join([*rows, "no faults"]) + "\n", None)
