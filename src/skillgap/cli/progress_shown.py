"""How far a long run is: a bar on a terminal, lines of JSON for a program, nothing in a pipe. What went wrong is said in any case."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import monotonic

from skillgap.cli.outputs import tell

EVERY = 1.0
"""Seconds between two lines of JSON."""


class Style(StrEnum):
    AUTO = "auto"
    BAR = "bar"
    JSON = "json"
    NONE = "none"


Advance = Callable[[str], None]
"""Called for every file with what went wrong, or nothing."""


@contextmanager
def progress_shown(style: Style, total: int) -> Iterator[Advance]:
    if style is Style.AUTO:
        style = Style.BAR if sys.stderr is not None and sys.stderr.isatty() else Style.NONE
    match style:
        case Style.BAR:
            with bar(total) as advance:
                yield advance
        case Style.JSON:
            yield Lines(total).advance
        case _:
            yield lambda failure: tell(f"skillgap: {failure}") if failure else None


@contextmanager
def bar(total: int) -> Iterator[Advance]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} failed"),
    )
    began = monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total, rate="", failed=0)
        failed = 0

        def advance(failure: str) -> None:
            nonlocal failed
            if failure:
                failed += 1
                shown.console.print(escape(f"skillgap: {failure}"), highlight=False, soft_wrap=True)
            done = shown.tasks[0].completed + 1
            shown.update(task, advance=1, failed=failed, rate=f"{rate_of(done, monotonic() - began):.1f} files/s")

        yield advance


class Lines:
    """One line of JSON a second at most, and one at the end."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.failed = 0
        self.began = self.said = monotonic()

    def advance(self, failure: str) -> None:
        self.done += 1
        self.failed += bool(failure)
        now = monotonic()
        if failure:
            tell(json.dumps({"failure": failure}))
        if now - self.said >= EVERY or self.done == self.total:
            self.said = now
            rate = rate_of(self.done, now - self.began)
            remaining = round((self.total - self.done) / rate, 1) if rate else None
            shown = {"done": self.done, "total": self.total, "failed": self.failed}
            tell(json.dumps(shown | {"files_per_second": round(rate, 2), "seconds_left": remaining}))


def rate_of(done: float, seconds: float) -> float:
    return done / seconds if seconds > 0 else 0.0
