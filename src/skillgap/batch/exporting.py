"""What a finished run leaves in its folder besides the journal: each file whole or not there, the same bytes for the same inputs."""

import csv
from pathlib import Path

from skillgap.batch.folder import written_whole
from skillgap.batch.journal import Journal
from skillgap.batch.ranking import Ranking
from skillgap.batch.types import BatchTarget


def export(folder: Path, journal: Journal, ranking: Ranking, target: BatchTarget) -> None:
    """Write every file; raises UsageError where one can't be written."""
    del journal, target
    with written_whole(folder / "ranking.csv") as part, part.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["rank", "best", "worst", "id", "file", "score", "duplicate_of", "similar_to", "reason"])
        for each in ranking:
            places = [each.rank, each.best, each.worst, each.row.id, each.name, each.row.score]
            writer.writerow([*places, each.duplicate_of, each.similar_to, each.reason])
