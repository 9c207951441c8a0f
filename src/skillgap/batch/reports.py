"""A report a candidate: `reports/ID.html` in the folder of results."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from skillgap.batch.folder import make
from skillgap.batch.journal import Journal
from skillgap.batch.known import known_analysis, known_document
from skillgap.batch.types import BatchTarget, Ranked
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.report.rendering import Format, render
from skillgap.whole_files import PART, written_whole

FOLDER = "reports"
OURS = re.compile(rf"[0-9a-f]{{{NAME_LENGTH}}}\.html|{re.escape(PART)}.*")


def write_reports(  # noqa: PLR0913 - as the other exports, and two options
    folder: Path,
    journal: Journal,
    ranking: Iterable[Ranked],
    target: BatchTarget,
    *,
    only_selected: bool,
    most: int | None = None,
) -> frozenset[str]:
    """Write one for each content, of all or `only_selected`, of the first `most`; those of earlier runs go.

    Return the ids that have one; raises UsageError where it can't be written. Takes some hundredths of a second and
    some hundred kilobytes each.
    """
    place = folder / FOLDER
    make(place)
    written = set()
    for each in islice(first_of_each(ranking, only_selected=only_selected), most):
        with written_whole(place / f"{each.row.id}.html") as part:
            part.write_text(report_of(each, journal, target), "utf-8")
        written.add(each.row.id)
    remove_others(place, written)
    return frozenset(written)


def first_of_each(ranking: Iterable[Ranked], *, only_selected: bool) -> Iterator[Ranked]:
    for each in ranking:
        if not each.duplicate_of and (each.is_selected is not False or not only_selected):
            yield each


def report_of(each: Ranked, journal: Journal, target: BatchTarget) -> str:
    """The page, with the résumé's own pages where they may be seen."""
    sha256 = each.row.sha256
    document = known_document(journal, sha256, each.name) if target.blind is None else None
    return render(known_analysis(journal, sha256, each.name), Format.HTML, document=document)


def remove_others(place: Path, written: set[str]) -> None:
    """Whatever is not one of ours stays."""
    for path in place.iterdir():
        if OURS.fullmatch(path.name) and path.stem not in written:
            path.unlink(missing_ok=True)
    with suppress(OSError):
        place.rmdir()
