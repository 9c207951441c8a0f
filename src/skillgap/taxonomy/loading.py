"""Where a `Taxonomy` comes from: compiled, with the package; or from YAML, whole or laid over what came with the package."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from skillgap.errors import TaxonomyError
from skillgap.shelves import data_file, shelf
from skillgap.taxonomy import compiled
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import Words

T = TypeVar("T")


@cache
def shipped_taxonomy() -> Taxonomy:
    """Return the taxonomy that came with the package, loaded once a process."""
    return opened(lambda data: compiled.decoded(data, shipped_words()))


@cache
def shipped_words() -> Words:
    """Return what reading a résumé's structure needs of the taxonomy, without its skills; loaded once a process."""
    return opened(compiled.decoded_words)


def opened(decode: Callable[[bytes], T]) -> T:
    """Decode the compiled form; raises TaxonomyError where it is damaged."""
    try:
        return decode(shipped_bytes())
    except (msgspec.DecodeError, KeyError) as error:
        message = "the compiled taxonomy is damaged; install skillgap again, or in a checkout delete the folder .cache"
        raise TaxonomyError([message]) from error


@cache
def shipped_bytes() -> bytes:
    """Return the compiled form: that of a wheel, or one made from a checkout's YAML and kept for the next time."""
    if (path := data_file(compiled.FILE_NAME)) is not None:
        return path.read_bytes()
    folder = shelf("skill_taxonomy")
    path = compiled.cache_file(folder, compiled.folder_digest(folder))
    with suppress(OSError):
        return path.read_bytes()
    from skillgap.taxonomy.authoring.assembling import load_taxonomy

    data = compiled.encoded(load_taxonomy(folder))
    compiled.keep(path, data)
    return data


def layered_taxonomy(folder: Path) -> Taxonomy:
    """Lay somebody's own folder over the taxonomy that came with the package; raises TaxonomyError with every fault."""
    from skillgap.taxonomy.authoring.assembling import laid_over
    from skillgap.taxonomy.authoring.checks import graph_faults
    from skillgap.taxonomy.authoring.findings import located

    taxonomy = laid_over(shipped_taxonomy(), folder)
    if findings := list(graph_faults(taxonomy)):
        raise TaxonomyError(located(findings, folder))
    return taxonomy
