"""What the pages beside the report come in, and what they share."""

from enum import StrEnum


class PageFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


class PlanFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    CALENDAR = "ics"
    JSON = "json"


class InterviewFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"


def markdown_page(template: str, view: object, package: str = "skillgap.report") -> str:
    """Fill in the template of that package; one newline ends the page."""
    from skillgap.report.rendering import markdown_environment

    return markdown_environment(package).get_template(template).render(v=view).rstrip() + "\n"
