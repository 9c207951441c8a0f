"""Batches measured in one run on one machine: `python -m skillgap.evaluation.bench_batch [--files N] [--folder DIR]`.

Ten thousand invented candidates, one in a hundred of them broken, one in five hundred made to do harm. What must hold whatever the
machine ends the command with 1 where it does not; ratios of times are stated beside what is wanted of them. Runs take turns, and of
each kind the least counts. Needs Linux.
"""

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter, process_time

from msgspec import Struct

from skillgap.batch.exporting import DASHBOARD
from skillgap.batch.folder import existing
from skillgap.evaluation.batch_checks import cluster_runs, identity_runs, page_opened
from skillgap.evaluation.batch_files.candidates import dice
from skillgap.evaluation.batch_files.generating import HEALTHY, NO_RESUME, Written, generate
from skillgap.evaluation.batch_runs import TIMEOUT, Finding, adopt_orphans, differences, exports_of, killed, rank
from skillgap.isolation.pool import TRIES, Cause
from skillgap.pipeline import Analyzer

FILES, TIMED, INTERRUPTED = 10_000, 600, 400
FEW = 4
ROUNDS = 3
KILLS = 3
MEGABYTE_IN_KB = 1024
SPEED_WANTED, COST_WANTED = 1.7, 1.25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=FILES, help="how many candidates (at least 20)")
    parser.add_argument(
        "--folder", type=Path, help="an empty one to work in, where all of it stays; default: nothing does"
    )
    options = parser.parse_args()
    if options.folder and options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    adopt_orphans()
    with tempfile.TemporaryDirectory() as temporary:
        found = []
        for finding in findings(options.folder or Path(temporary), max(20, options.files)):
            print(finding, flush=True)  # noqa: T201 - a command of its own
            found.append(finding)
    sys.exit(any(each.is_right is False for each in found))


def findings(work: Path, count: int) -> Iterator[Finding]:
    yield from identity_runs(work)
    yield from cluster_runs(work)
    yield from whole_runs(work, count)
    yield from page_opened(work / f"out-{count}" / DASHBOARD)
    yield from interrupted_runs(work, min(count, INTERRUPTED))
    yield from timed_runs(work, min(count, TIMED))


def whole_runs(work: Path, count: int) -> Iterator[Finding]:
    """Everything is accounted for, in a tenth of the files and in all of them, and the parent holds as little of one as of the other."""
    runs = []
    for size in (count // 10, count):
        folder, out = work / f"files-{size}", work / f"out-{size}"
        start = perf_counter()
        written = generate(folder, size)
        made = perf_counter() - start
        run = rank(folder, out, workers=2)
        runs.append(run)
        outcome = outcomes(out)
        yield accounted(written, outcome)
        hung = TRIES * TIMEOUT * list(outcome.skipped.values()).count(Cause.TIMEOUT)
        text = f"{run.seconds:.0f} s with two workers, {hung} s of a worker's time on files that hang"
        yield Finding(name="", text=f"{text}; {size / made:.0f} files a second made")
    small, large = (run.peak / MEGABYTE_IN_KB for run in runs)
    yield Finding(
        name="memory of the parent",
        text=f"{large / small:.2f} ({large:.0f} MB with {count} files ÷ {small:.0f} MB with {count // 10})",
    )


class Outcomes(Struct, frozen=True, kw_only=True):
    """The names of files: `inputs` as they were taken in, `analysed`, and the code of each that was `skipped`."""

    inputs: tuple[str, ...]
    analysed: tuple[str, ...]
    skipped: dict[str, str]


def outcomes(out: Path) -> Outcomes:
    with existing(out) as journal:
        return Outcomes(
            inputs=tuple(Path(each.name).name for each in journal.inputs()),
            analysed=tuple(Path(name).name for name, _ in journal.rows()),
            skipped={Path(each.name).name: each.code or "" for each in journal.skipped()},
        )


def accounted(written: Sequence[Written], outcome: Outcomes) -> Finding:
    """Every file is analysed or skipped, once, and rightly so."""
    analysed, skipped = set(outcome.analysed), outcome.skipped
    wrong = [each.file for each in written if not is_right(each, analysed, skipped)]
    total = len(analysed) + len(skipped)
    sums = total == len(written) == len(outcome.inputs) == len(outcome.analysed) + len(skipped)
    kinds = {each.file: each.kind for each in written}
    harmful = [f"{kinds.get(name)} {code}" for name, code in skipped.items() if code in set(Cause)]
    said = ", ".join(f"{harmful.count(each)} {each}" for each in sorted(set(harmful)))
    text = f"{len(outcome.inputs)} inputs = {len(outcome.analysed)} analysed + {len(skipped)} skipped ({said})"
    others = f"; otherwise than they should: {', '.join(wrong[:5])} of {len(wrong)}" if wrong else ""
    return Finding(name="accounted for", text=text + others, is_right=sums and not wrong)


def is_right(each: Written, analysed: set[str], skipped: dict[str, str]) -> bool:
    """A healthy file is analysed; a broken one skipped for what its reader said, a harmful one for what it took."""
    code = skipped.get(each.file)
    if each.kind in {HEALTHY, NO_RESUME}:
        return code is None and each.file in analysed
    return code is not None and each.file not in analysed and (code in set(Cause)) == (each.kind != "broken")


def interrupted_runs(work: Path, count: int) -> Iterator[Finding]:
    """What is killed and run again leaves the same bytes as what is not; so do one worker and two."""
    folder = work / f"killed-{count}"
    generate(folder, count, seed=2)
    calm, alone, torn = (work / f"out-{name}" for name in ("calm", "alone", "torn"))
    rank(folder, calm, workers=2)
    rng = dice(2, "moments")
    marks = sorted(rng.uniform(0.02, 0.8) * count for _ in range(KILLS + 1))
    found = [
        killed(folder, torn, is_time=mark.__le__, delay=rng.random(), is_group=mark != marks[-1]) for mark in marks
    ]
    found.append(killed(folder, torn, is_time=lambda _: bool(exports_of(torn))))
    rank(folder, torn, workers=2)
    other = differences(calm, torn)
    known = ", ".join(str(each.known) for each in found if each.was_running)
    survivors = sum(each.survivors for each in found)
    yield Finding(
        name="killed and run again",
        text=f"{said_same(other, calm)}; {sum(each.was_running for each in found)} kills, at {known} results of {count} files",
        is_right=not other and all(each.was_running for each in found[: KILLS + 1]),
    )
    yield Finding(
        name="parent killed alone", text=f"{survivors} processes left after ten seconds", is_right=not survivors
    )
    rank(folder, alone, workers=1)
    other = differences(calm, alone)
    yield Finding(name="one worker, two", text=said_same(other, calm), is_right=not other)


def said_same(other: Sequence[str], out: Path) -> str:
    if other:
        return f"not the same: {', '.join(other)}"
    return f"the same bytes in {len(exports_of(out))} files, the same rows in the journal"


class Timed(Struct, frozen=True, kw_only=True):
    """Seconds on the clock, and of processors."""

    seconds: float
    processor: float

    def __sub__(self, other: "Timed") -> "Timed":
        return Timed(seconds=self.seconds - other.seconds, processor=self.processor - other.processor)


def timed_runs(work: Path, count: int) -> Iterator[Finding]:
    """What two workers give over one, and what a run costs over the library's call, on files that can be read."""
    source = work / f"timed-{count}"
    written = generate(source, count, seed=3)
    names = [each.file for each in written if each.kind == HEALTHY and not each.copy_of]
    folders = {
        "few": linked(work / "few", source, names[:FEW]),
        "all": linked(work / f"healthy-{count}", source, names),
    }
    times: dict[tuple[str, str], list[Timed]] = defaultdict(list)
    for turn in range(ROUNDS):
        for which, folder in folders.items():
            out = work / f"out-{which}-{turn}"
            for kind, workers, target in (("one", 1, out / "1"), ("two", 2, out / "2"), ("again", 2, out / "2")):
                run = rank(folder, target, workers=workers)
                times[kind, which].append(Timed(seconds=run.seconds, processor=run.processor))
        times["library", "all"].append(library(folders["few"], [folders["all"] / name for name in names[FEW:]]))
    yield from ratios({key: least(each) for key, each in times.items()}, len(names) - FEW)


def linked(folder: Path, source: Path, names: Sequence[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        if not (folder / name).exists():
            os.link(source / name, folder / name)
    return folder


def library(few: Path, files: Sequence[Path]) -> Timed:
    """The library's call alone, in this process, warm."""
    analyzer = Analyzer().for_many()
    for path in sorted(few.iterdir()):
        analyzer.analyze(path)
    start, spent = perf_counter(), process_time()
    for path in files:
        analyzer.analyze(path)
    return Timed(seconds=perf_counter() - start, processor=process_time() - spent)


def least(times: Sequence[Timed]) -> Timed:
    return Timed(seconds=min(each.seconds for each in times), processor=min(each.processor for each in times))


def ratios(times: Mapping[tuple[str, str], Timed], count: int) -> Iterator[Finding]:
    """Of a run's work: without its start (what a few files take) and its end (what a run takes that has nothing left to do)."""
    library = times["library", "all"]
    start = {kind: times[kind, "few"] - times["again", "few"] for kind in ("one", "two")}
    work = {kind: times[kind, "all"] - times["again", "all"] - start[kind] for kind in ("one", "two")}
    one, two = work["one"], work["two"]
    again = times["again", "all"]
    yield Finding(
        name="two workers ÷ one", text=f"{one.seconds / two.seconds:.2f} of throughput (wanted: {SPEED_WANTED} or more)"
    )
    yield Finding(
        name="run ÷ library",
        text=f"{two.processor / library.processor:.2f} of processor seconds, {2 * two.seconds / library.seconds:.2f} of two workers' time,"
        f" {one.seconds / library.seconds:.2f} of one's (wanted: {COST_WANTED} or less)",
    )
    yield Finding(
        name="",
        text=f"{count} healthy files, least of {ROUNDS} rounds in turns: {one.seconds:.1f} s one worker, {two.seconds:.1f} s two,"
        f" {library.seconds:.1f} s library; besides {start['two'].seconds:.1f} s to start workers,"
        f" {again.seconds:.1f} s (of processors {again.processor:.1f}) to start and to write all results",
    )


if __name__ == "__main__":
    main()
