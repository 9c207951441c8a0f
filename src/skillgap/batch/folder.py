"""The folder of results: ours or nobody's, and for one target."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from skillgap.batch import journal as journals
from skillgap.batch.journal import Journal
from skillgap.batch.keys import Identity
from skillgap.errors import UsageError
from skillgap.whole_files import PART, check_writable

BESIDE = ("", "-wal", "-shm")


@contextmanager
def prepared(folder: Path, identity: Identity, *, is_fresh: bool) -> Iterator[Journal]:
    """Open the journal of a folder that is empty, new, or was made for the same target; `is_fresh` forgets what is in it.

    Raises UsageError where the folder can't be written, holds other things, or was made for another target.
    """
    make(folder)
    path = folder / journals.FILE
    if not path.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder}: holds other files", hint="name a new or an empty folder")
    if is_fresh:
        forget(path)
    with journals.opened(path) as journal:
        known = journal.fact("identity")
        if known is None:
            journal.state("identity", msgspec.json.encode(identity))
        elif (other := msgspec.json.decode(known, type=Identity)) != identity:
            raise UsageError(
                f"{folder}: was made for {said(other)}, not for {said(identity)}",
                hint="choose another folder, or say --fresh to start over in this one",
            )
        for left in folder.glob(f"{PART}*"):
            left.unlink(missing_ok=True)
        yield journal


@contextmanager
def existing(folder: Path) -> Iterator[Journal]:
    """Open the journal of a folder that a run has finished; raises UsageError where there is none."""
    path = folder / journals.FILE
    if not path.is_file():
        raise UsageError(f"{folder}: is no folder of results", hint="make one with: skillgap rank INPUT… -o FOLDER")
    with journals.readable(path) as journal:
        if journal.fact("is_complete") != b"yes":
            raise UsageError(f"{folder}: its run was interrupted", hint="give the same skillgap rank command again")
        yield journal


def make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_writable(folder)
    except FileExistsError as error:
        raise UsageError(f"{folder}: is a file, not a folder", hint="name a folder for the results") from error
    except OSError as error:
        raise UsageError(f"{folder}: can't be written: {error.strerror}") from error


def forget(path: Path) -> None:
    for ending in BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def said(identity: Identity) -> str:
    """An identity in words."""
    target = "another posting" if identity.posting else f"the role {identity.role}"
    track = f", track {identity.track}" if identity.track else ""
    hidden = [
        word
        for word, on in (
            ("schools", identity.schools),
            ("companies", identity.companies),
            ("years of studies", identity.study_years),
        )
        if on
    ]
    blind = f", blind{' with ' + ' and '.join(hidden) if hidden else ''}" if identity.is_blind else ""
    return f"{target} at {identity.level}{track}{blind}"
