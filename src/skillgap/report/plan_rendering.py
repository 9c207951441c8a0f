"""The learning plan as text, as a Markdown checklist, as a calendar and as JSON."""

from datetime import date
from typing import assert_never

from skillgap.printed_json import json_text
from skillgap.report.pages import PlanFormat, markdown_page
from skillgap.report.plan_outline import plan_outline
from skillgap.report.types import Analysis


def render_plan(
    analysis: Analysis,
    format: PlanFormat,  # noqa: A002 - the option's name
    *,
    start: date | None = None,
    width: int = 100,
    color: bool = False,
) -> bytes:
    """Return the plan as UTF-8; raises UsageError where a calendar would be empty, or lie outside all calendars."""
    match format:
        case PlanFormat.TEXT:
            from skillgap.report.plan_terminal import render_text

            return render_text(plan_outline(analysis, start), width=width, color=color).encode()
        case PlanFormat.MARKDOWN:
            return markdown_page("plan.md.j2", plan_outline(analysis, start)).encode()
        case PlanFormat.CALENDAR:
            from skillgap.report.plan_calendar import render_calendar

            return render_calendar(analysis, start)
        case PlanFormat.JSON:
            return json_text(analysis.plan).encode()
        case _:
            assert_never(format)
