"""The option that lays somebody's own folder over the taxonomy."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from skillgap.taxonomy.whole import Taxonomy

OVERLAY = Annotated[
    Path | None,
    typer.Option(
        "--taxonomy",
        metavar="DIR",
        help="Your own skills, roles and resources, laid over those that came with skillgap.",
    ),
]


def chosen_taxonomy(folder: Path | None) -> "Taxonomy":
    """Raises TaxonomyError for a folder with any fault."""
    from skillgap.taxonomy.loading import layered_taxonomy, shipped_taxonomy

    return shipped_taxonomy() if folder is None else layered_taxonomy(folder)
