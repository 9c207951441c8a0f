"""The fit check on its own page: what somebody's answers say about a role, beside what their résumé shows, where there is one."""

from typing import assert_never

from msgspec import Struct

from skillgap.errors import UsageError
from skillgap.gap.types import Fit
from skillgap.printed_json import json_text
from skillgap.report.cleaning import clean_copy
from skillgap.report.rendering import Format, markdown_environment
from skillgap.taxonomy.types import RoleId


class FitPage(Struct, frozen=True, kw_only=True):
    role: RoleId
    label: str
    fit: Fit


def render_fit(page: FitPage, format: Format, *, width: int = 100, color: bool = False) -> str:  # noqa: A002 - the option's name
    """Return the whole page; `width` and `color` matter to text alone. There is no HTML of it."""
    match format:
        case Format.JSON:
            return json_text(page)
        case Format.TEXT:
            from skillgap.report.fit_terminal import fit_text

            return fit_text(clean_copy(page), width=width, color=color)
        case Format.MARKDOWN:
            return str(markdown_environment().get_template("fit.md.j2").render(p=clean_copy(page)))
        case Format.HTML:
            raise UsageError(
                "the fit check is not shown as HTML by itself", hint="`skillgap analyze --fit-answers` has it"
            )
        case _:
            assert_never(format)
