"""A comparison as text, Markdown and JSON."""

from typing import assert_never

from skillgap.batch.comparing.types import SideBySide
from skillgap.batch.comparing.view import comparison_view
from skillgap.report.pages import PageFormat, markdown_page


def render_comparison(
    compared: SideBySide,
    format: PageFormat,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    match format:
        case PageFormat.TEXT:
            from skillgap.batch.comparing.terminal import render_text

            return render_text(comparison_view(compared), width=width, color=color)
        case PageFormat.MARKDOWN:
            return markdown_page("comparison.md.j2", comparison_view(compared), "skillgap.batch.comparing")
        case PageFormat.JSON:
            return compared.to_json()
        case _:
            assert_never(format)
