"""A comparison as text, Markdown and JSON."""

from enum import StrEnum
from typing import assert_never

from skillgap.batch.comparing.types import SideBySide
from skillgap.batch.comparing.view import comparison_view


class ComparisonFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


def render_comparison(
    compared: SideBySide,
    format: ComparisonFormat,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    match format:
        case ComparisonFormat.TEXT:
            from skillgap.batch.comparing.terminal import render_text

            return render_text(comparison_view(compared), width=width, color=color)
        case ComparisonFormat.MARKDOWN:
            from skillgap.report.rendering import markdown_environment

            template = markdown_environment("skillgap.batch.comparing").get_template("comparison.md.j2")
            return template.render(v=comparison_view(compared)).rstrip() + "\n"
        case ComparisonFormat.JSON:
            return compared.to_json()
        case _:
            assert_never(format)
