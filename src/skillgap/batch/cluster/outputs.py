"""OUT as a folder here or as a URL: there, what a run leaves is made here and put there when it is finished."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from skillgap.batch.cluster.inputs import is_url, located, unreachable
from skillgap.batch.folder import prepared
from skillgap.batch.journal import Journal
from skillgap.batch.keys import Identity
from skillgap.errors import UsageError

PARTITIONS = "partitions"


class Output(NamedTuple):
    """`partitions` is where the workers write."""

    folder: Path
    journal: Journal
    partitions: str


@contextmanager
def prepared_output(output: str, identity: Identity, *, is_fresh: bool) -> Iterator[Output]:
    """As `prepared`. What is put to a URL is put when all went well; the partitions are there before, for the next run to go on from.

    Raises UsageError for a blind batch that would go to a URL: its key is kept where the results are not.
    """
    if not is_url(output):
        folder = Path(output)
        with prepared(folder, identity, is_fresh=is_fresh) as journal:
            yield Output(folder, journal, str(folder.absolute() / PARTITIONS))
        return
    if identity.is_blind:
        raise UsageError("a blind batch is written to this machine", hint="name a folder, and copy it without its key")
    url = output.rstrip("/")
    located(url)
    with tempfile.TemporaryDirectory(prefix="skillgap-") as name:
        folder = Path(name)
        with prepared(folder, identity, is_fresh=is_fresh) as journal:
            yield Output(folder, journal, f"{url}/{PARTITIONS}")
        put(folder, url)


def put(folder: Path, url: str) -> None:
    """Raises UsageError where the store does not take it."""
    system, path = located(url)
    try:
        system.makedirs(path, exist_ok=True)
        for each in sorted(folder.rglob("*")):
            target = f"{path}/{each.relative_to(folder).as_posix()}"
            if each.is_dir():
                system.makedirs(target, exist_ok=True)
            else:
                system.put_file(str(each), target)
    except Exception as error:
        raise unreachable(url, error) from error
