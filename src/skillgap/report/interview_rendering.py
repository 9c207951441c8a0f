"""The interview questions as text and as Markdown."""

from typing import assert_never

from skillgap.report.interview_view import Side, interview_view
from skillgap.report.pages import InterviewFormat, markdown_page
from skillgap.report.types import Analysis


def render_interview(
    analysis: Analysis,
    side: Side,
    format: InterviewFormat,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
) -> str:
    view = interview_view(analysis, side)
    match format:
        case InterviewFormat.TEXT:
            from skillgap.report.interview_terminal import render_text

            return render_text(view, width=width, color=color)
        case InterviewFormat.MARKDOWN:
            return markdown_page("interview.md.j2", view)
        case _:
            assert_never(format)
