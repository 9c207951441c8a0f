"""The fit check as text, Markdown and JSON."""

from typing import assert_never

from skillgap.printed_json import json_text
from skillgap.report.cleaning import clean_copy
from skillgap.report.fit_page import FitPage
from skillgap.report.pages import PageFormat


def render_fit(page: FitPage, format: PageFormat, *, width: int = 100, color: bool = False) -> str:  # noqa: A002 - the option's name
    """Return the whole page; `width` and `color` matter to text alone."""
    match format:
        case PageFormat.JSON:
            return json_text(page)
        case PageFormat.TEXT:
            from skillgap.report.fit_terminal import fit_text

            return fit_text(clean_copy(page), width=width, color=color)
        case PageFormat.MARKDOWN:
            from skillgap.report.rendering import markdown_environment

            return str(markdown_environment().get_template("fit.md.j2").render(p=clean_copy(page)))
        case _:
            assert_never(format)
