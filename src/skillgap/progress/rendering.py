"""Progress as text, Markdown and JSON."""

from typing import assert_never

from skillgap.progress.types import Progress
from skillgap.progress.view import progress_view
from skillgap.report.pages import PageFormat, markdown_page


def render_progress(
    progress: Progress,
    format: PageFormat,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    match format:
        case PageFormat.TEXT:
            from skillgap.progress.terminal import render_text

            return render_text(progress_view(progress), width=width, color=color)
        case PageFormat.MARKDOWN:
            return markdown_page("progress.md.j2", progress_view(progress), "skillgap.progress")
        case PageFormat.JSON:
            return progress.to_json()
        case _:
            assert_never(format)
