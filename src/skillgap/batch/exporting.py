"""What a finished run leaves in its folder besides the journal: each file whole or not there, the same bytes for the same inputs."""

from pathlib import Path

from msgspec import Struct

from skillgap.batch.gates import Gates
from skillgap.batch.journal import Journal
from skillgap.batch.ranking import Ranking
from skillgap.batch.reports import write_reports
from skillgap.batch.tables.comma_separated import write_failures, write_ranking
from skillgap.batch.tables.json_lines import write_json_lines
from skillgap.batch.tables.parquet import write_parquet
from skillgap.batch.tables.summary import Summary, conditions_of, write_summary
from skillgap.batch.tables.workbook import about_of, write_workbook
from skillgap.batch.types import BatchTarget

CSV = "ranking.csv"
WORKBOOK = "ranking.xlsx"
PARQUET = "ranking.parquet"
RESULTS = "results.jsonl"
FAILURES = "failures.csv"
SUMMARY = "summary.json"
MOST_UNASKED = 100
"""Reports of a run that has no condition: of ten thousand they would take minutes and gigabytes that nobody asked for."""


class Exported(Struct, frozen=True, kw_only=True):
    """`reports` are the ids of the candidates who have one; `left_out` counts those for whom the workbook had no row."""

    files: tuple[str, ...]
    reports: frozenset[str]
    left_out: int


def export(
    folder: Path, journal: Journal, ranking: Ranking, target: BatchTarget, *, all_reports: bool = False
) -> Exported:
    """Write every file; raises UsageError where one can't be written.

    Who is selected has a report; where everybody is, as no condition was set, the first hundred. `all_reports` for everybody.
    """
    write_ranking(folder / CSV, ranking, target)
    left_out = write_workbook(folder / WORKBOOK, ranking, journal.skipped(), about_of(ranking, target), target)
    write_parquet(folder / PARQUET, ranking, target)
    write_json_lines(folder / RESULTS, journal.contracts())
    write_failures(folder / FAILURES, journal.skipped())
    most = MOST_UNASKED if ranking.gates == Gates() and not all_reports else None
    reports = write_reports(folder, journal, ranking, target, only_selected=not all_reports, most=most)
    # The dashboard's place: write_dashboard of skillgap.batch.dashboard, which links to `reports`; add its file to `files`.
    files = (CSV, WORKBOOK, PARQUET, RESULTS, FAILURES, SUMMARY)
    summary = Summary(
        target=target,
        conditions=conditions_of(ranking.gates),
        counts=ranking.counts,
        files=files,
        reports=len(reports),
        left_out=left_out,
    )
    write_summary(folder / SUMMARY, summary)
    return Exported(files=files, reports=reports, left_out=left_out)
