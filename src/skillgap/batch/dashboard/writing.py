"""The page: its own script and style, known to its policy by their digests, and the rows between, written as they come."""

from base64 import b64encode
from collections.abc import Collection, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.batch.types import BatchTarget, Counts, Ranked, SkippedInput
from skillgap.whole_files import written_whole

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "skillgap.batch.dashboard"
WITHOUT_SCRIPT = 100
SCRIPTS = ("rows.js", "filtering.js", "table.js", "charts.js", "comparing.js", "page.js")


def write_dashboard(  # noqa: PLR0913 - a page has many parts
    path: Path,
    ranking: Iterable[Ranked],
    target: BatchTarget,
    *,
    skipped: Iterable[SkippedInput],
    counts: Counts,
    reports: Collection[str] = (),
) -> None:
    """Write one self-contained HTML file. `ranking` is gone through twice; `reports` are ids that have a `reports/<id>.html` beside it.

    Raises UsageError where the file can't be written.
    """
    from skillgap.batch.dashboard.embedding import rows_json, target_json

    parts = page_environment().get_template("dashboard.html.j2")
    with written_whole(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(
            parts.generate(
                target=target,
                counts=counts,
                first=list(islice(ranking, WITHOUT_SCRIPT)),
                skipped=skipped,
                reports=frozenset(reports),
                target_json=target_json(target),
                rows=rows_json(ranking, target, frozenset(reports)),
            )
        )


@cache
def page_environment() -> "Environment":
    """The look is the report's, with what the page has of its own after it."""
    from markupsafe import Markup

    from skillgap.report.rendering import environment, html_environment
    from skillgap.report.wording import clean_text, humanized, month

    result = environment(PACKAGE, autoescape=True)
    style = html_environment().get_template("parts/style.css").render() + own("style.css")
    script = "".join(map(own, SCRIPTS))
    result.filters.update(clean=clean_text, humanized=humanized, month=month, place=place_of)
    result.globals.update(
        SCRIPT=Markup(script),  # noqa: S704 - our own file
        STYLE=Markup(style),  # noqa: S704 - our own file
        SCRIPT_DIGEST=digest_of(script),
        STYLE_DIGEST=digest_of(style),
    )
    return result


def own(name: str) -> str:
    return files(PACKAGE).joinpath("templates", name).read_text("utf-8")


def digest_of(text: str) -> str:
    """As a content security policy names it."""
    return b64encode(sha256(text.encode()).digest()).decode()


def place_of(each: Ranked) -> str:
    """The first and the last rank that a candidate could have; one number where they are one."""
    return f"{each.best:,}" if each.best == each.worst else f"{each.best:,}–{each.worst:,}"
