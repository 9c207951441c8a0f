"""The whole of `skillgap rank` for programs: open a folder of results, work through inputs, write the results.

with ranking_in(Path("shortlist"), Analyzer(level="senior")) as run:
for step in run.steps(Inputs(["candidates/"])):
...
counts = run.finish(Gates(top=20))
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from skillgap.batch.exporting import export
from skillgap.batch.folder import prepared
from skillgap.batch.gates import Gates
from skillgap.batch.inputs import Input
from skillgap.batch.journal import Journal
from skillgap.batch.keys import Identity
from skillgap.batch.naming import BlindNaming, Naming
from skillgap.batch.ranking import Ranking
from skillgap.batch.running import Settings, Step, run_batch
from skillgap.batch.targeting import identity_of, target_of
from skillgap.batch.types import Counts
from skillgap.pipeline import Analyzer


class RankingRun:
    """One run in one folder; `ranking_in` opens it."""

    def __init__(self, folder: Path, analyzer: Analyzer, settings: Settings, journal: Journal, naming: Naming) -> None:
        self.folder = folder
        self.analyzer = analyzer
        self.settings = settings
        self.journal = journal
        self.naming = naming
        self.target = target_of(analyzer, settings.blind)

    def steps(self, inputs: Iterable[Input]) -> Iterator[Step]:
        """Account for every input, one step each; what the journal knows already is not done again."""
        self.journal.begin(self.target)
        yield from self.worked(inputs, identity_of(self.analyzer, self.settings.blind))

    def worked(self, inputs: Iterable[Input], identity: Identity) -> Iterator[Step]:
        """The steps, by workers of this machine."""
        return run_batch(inputs, self.analyzer, identity, self.settings, self.journal, self.naming)

    def finish(self, gates: Gates, *, all_reports: bool = False) -> Counts:
        """Write the results; raises UsageError where a file can't be written."""
        ranking = Ranking(self.journal, gates)
        export(self.folder, self.journal, ranking, self.target, all_reports=all_reports)
        self.naming.finish()
        self.journal.state("is_complete", b"yes")
        return ranking.counts


@contextmanager
def ranking_in(
    folder: Path,
    analyzer: Analyzer,
    settings: Settings | None = None,
    *,
    is_fresh: bool = False,
    key: Path | None = None,
) -> Iterator[RankingRun]:
    """Open a folder for results; `key` is where a blind batch says which id is whose, by default beside the folder.

    Raises UsageError where the folder can't be used.
    """
    settings = settings or Settings()
    analyzer = analyzer.for_many()
    with (
        prepared(folder, identity_of(analyzer, settings.blind), is_fresh=is_fresh) as journal,
        closing(naming_for(settings, folder, key)) as naming,
    ):
        yield RankingRun(folder, analyzer, settings, journal, naming)


def naming_for(settings: Settings, folder: Path, key: Path | None) -> Naming:
    return Naming() if settings.blind is None else BlindNaming(key or key_beside(folder), folder)


def key_beside(folder: Path) -> Path:
    whole = folder.absolute()
    return whole.with_name(f"{whole.name}-key.csv")
