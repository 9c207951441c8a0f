"""Progress as text, Markdown and JSON."""

from enum import StrEnum
from typing import assert_never

from skillgap.progress.types import Progress
from skillgap.progress.view import progress_view


class ProgressFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


def render_progress(
    progress: Progress,
    format: ProgressFormat,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    match format:
        case ProgressFormat.TEXT:
            from skillgap.progress.terminal import render_text

            return render_text(progress_view(progress), width=width, color=color)
        case ProgressFormat.MARKDOWN:
            from skillgap.report.rendering import markdown_environment

            template = markdown_environment("skillgap.progress").get_template("progress.md.j2")
            return template.render(v=progress_view(progress)).rstrip() + "\n"
        case ProgressFormat.JSON:
            return progress.to_json()
        case _:
            assert_never(format)
