"""As `skillgap.batch.candidates`, with a Ray cluster in the place of this machine's workers."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from skillgap.batch.candidates import RankingRun, naming_for
from skillgap.batch.cluster.outputs import Output, prepared_output
from skillgap.batch.cluster.running import Cluster, run_on_ray
from skillgap.batch.inputs import Input
from skillgap.batch.keys import Identity
from skillgap.batch.naming import Naming
from skillgap.batch.running import Settings, Step
from skillgap.batch.targeting import identity_of
from skillgap.pipeline import Analyzer


class ClusterRun(RankingRun):
    """One run on a cluster; `ranking_on_cluster` opens it."""

    def __init__(
        self, output: Output, analyzer: Analyzer, settings: Settings, naming: Naming, cluster: Cluster
    ) -> None:
        super().__init__(output.folder, analyzer, settings, output.journal, naming)
        self.cluster = cluster

    def worked(self, inputs: Iterable[Input], identity: Identity) -> Iterator[Step]:
        return run_on_ray(inputs, self.analyzer, identity, self.settings, self.journal, self.naming, self.cluster)


@contextmanager
def ranking_on_cluster(  # noqa: PLR0913 - as ranking_in, and the cluster's address
    output: str,
    analyzer: Analyzer,
    settings: Settings,
    *,
    address: str | None = None,
    is_fresh: bool = False,
    key: Path | None = None,
) -> Iterator[RankingRun]:
    """As `ranking_in`; `output` may be a URL that fsspec knows, `address` is that of a cluster, by default one on this machine.

    Raises UsageError where Ray is not installed, the cluster does not answer or the folder can't be used.
    """
    analyzer = analyzer.for_many()
    with prepared_output(output, identity_of(analyzer, settings.blind), is_fresh=is_fresh) as found:
        cluster = Cluster(partitions=found.partitions, address=address, is_fresh=is_fresh)
        with closing(naming_for(settings, found.folder, key)) as naming:
            yield ClusterRun(found, analyzer, settings, naming, cluster)
