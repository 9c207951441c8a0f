"""Many résumés: each in a worker, its outcome a value."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

import msgspec
from msgspec import Struct

from skillgap.documents.sources import Source, taken_in
from skillgap.documents.types import Limits
from skillgap.errors import DocumentError, UsageError
from skillgap.isolation.limits import MEGABYTE
from skillgap.isolation.pool import Cause, Lost, Setup, in_order, run_isolated
from skillgap.pipeline.analyzing import Analyzer
from skillgap.report.types import Analysis

T = TypeVar("T")
ManySource = Source | tuple[str, Source]
"""A path, bytes or a binary file object; or the name to call it by, and that."""
NAMED = 2
PRELOADED = ("skillgap.pipeline.warm",)
BROKEN = "failed"
"""The code of what failed by a fault of ours."""
REASONS = {
    Cause.TIMEOUT: (
        "it took longer than {seconds:g} s, twice",
        "allow more time, or export it again as a simpler file",
    ),
    Cause.MEMORY: ("it took more memory than {megabytes} MB, twice", "allow more memory, or export it again"),
    Cause.CRASH: ("it ended the process that read it, twice", "export it again"),
}


class Analyzed(Struct, frozen=True):
    source: str
    analysis: Analysis


class Skipped(Struct, frozen=True):
    """What could not be analysed: the `code` of the error, the reason without the name, what to do."""

    source: str
    code: str
    reason: str
    hint: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}" + (f" ({self.hint})" if self.hint else "")


class Numbered(Struct, frozen=True):
    """A source that was taken in: its content, or why it could not be read."""

    number: int
    name: str
    content: bytes = b""
    skipped: Skipped | None = None


def analyzed_many(  # noqa: PLR0913 - as Analyzer.analyze_many
    analyzer: Analyzer,
    sources: Iterable[ManySource],
    *,
    workers: int | None,
    seconds: float,
    memory: int,
    is_ordered: bool,
) -> Iterator[Analyzed | Skipped]:
    if isinstance(sources, str | bytes | os.PathLike) or not isinstance(sources, Iterable):
        raise UsageError("analyze_many takes several sources", hint="put a single one in a list")
    setup = analyzing_setup(prepare_analyzing, (analyzer.for_many(),), workers=workers, seconds=seconds, memory=memory)
    taken = (take(number, source, analyzer.limits) for number, source in enumerate(sources))
    jobs = ((each, None if each.skipped else (each.name, each.content)) for each in taken)
    numbered = ((each.number, outcome_of(each, result, setup)) for each, result in run_isolated(jobs, setup))
    return in_order(numbered) if is_ordered else (outcome for _, outcome in numbered)


def analyzing_setup(
    prepare: Callable[..., Callable[[Any], Any]],
    arguments: tuple[Any, ...],
    *,
    workers: int | None,
    seconds: float,
    memory: int,
) -> Setup:
    """Workers that have all of skillgap loaded; by default as many as there are processors."""
    return Setup(prepare, arguments, PRELOADED, workers or usable_processors(), seconds, memory)


def take(number: int, source: ManySource, limits: Limits) -> Numbered:
    """Read a source; one that can't be read is skipped like one that can't be analysed."""
    name, given = source if isinstance(source, tuple) and len(source) == NAMED else (None, cast("Source", source))
    try:
        content, name = taken_in(given, name, limits)
    except DocumentError as error:
        name = name or str(given)
        return Numbered(number, name, skipped=skipped_for(error, name))
    return Numbered(number, name, content)


def outcome_of(each: Numbered, result: bytes | Skipped | Lost | None, setup: Setup) -> Analyzed | Skipped:
    match result:
        case bytes():
            return Analyzed(each.name, msgspec.msgpack.decode(result, type=Analysis))
        case Lost():
            return skipped_lost(result, each.name, setup)
        case Skipped():
            return result
    assert each.skipped  # noqa: S101 - nothing else goes without a result
    return each.skipped


def skipped_lost(lost: Lost, name: str, setup: Setup) -> Skipped:
    reason, hint = REASONS[lost.cause]
    megabytes = setup.memory // MEGABYTE
    return Skipped(name, lost.cause, reason.format(seconds=setup.seconds, megabytes=megabytes), hint)


def skipped_for(error: DocumentError, name: str) -> Skipped:
    """Readers put the name first, which is said once only."""
    return Skipped(name, error.code, error.message.removeprefix(f"{name}: "), error.hint)


def prepare_analyzing(analyzer: Analyzer) -> Callable[[tuple[str, bytes]], bytes | Skipped]:
    """What a worker does: a name and content become an analysis in MessagePack."""

    def analyzed(job: tuple[str, bytes]) -> bytes | Skipped:
        name, content = job
        return attempted(lambda: msgspec.msgpack.encode(analyzer.analyze(content, name=name)), name)

    return analyzed


def attempted(work: Callable[[], T], name: str) -> T | Skipped:
    """Whatever goes wrong with one file is that file's outcome; only for want of memory must the process end."""
    try:
        return work()
    except DocumentError as error:
        return skipped_for(error, name)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the other files
        reason = f"analysing it failed ({type(error).__name__})"
        return Skipped(name, BROKEN, reason, "this is a fault of skillgap: please report it")


def usable_processors() -> int:
    """Those that this process may run on, where the system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
