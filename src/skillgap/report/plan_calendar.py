"""The learning plan as iCalendar (RFC 5545): an all-day event for each step. Nothing in it says whose plan it is."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from skillgap.errors import UsageError
from skillgap.report.plan_outline import DAY, Item, PlannedStep, plan_outline
from skillgap.report.plan_view import plan_sentence
from skillgap.report.types import Analysis
from skillgap.report.wording import clean_text
from skillgap.resume.parsing import checked_as_of

if TYPE_CHECKING:
    from icalendar import Event

DECEMBER = 12


def render_calendar(analysis: Analysis, start: date | None = None) -> bytes:
    """Begin on that day, or on the first Monday after the month of `as_of`; raises UsageError where there are no steps."""
    from icalendar import Calendar

    view = plan_outline(analysis, start or first_monday(analysis))
    if not view.steps:
        raise UsageError(plan_sentence(analysis), hint="so there is no calendar to write")
    calendar = Calendar()
    calendar.add("prodid", f"-//skillgap//{clean_text(analysis.generator.version)}//EN")
    calendar.add("version", "2.0")
    calendar.add("name", view.title)
    for each in view.steps:
        calendar.add_component(event_of(each, analysis))
    content: bytes = calendar.to_ical()
    return content


def event_of(planned: PlannedStep, analysis: Analysis) -> "Event":
    """`dtend` is the day after the last, as the format has it; the time stamp is that of the analysis, never the clock."""
    from icalendar import Event

    assert planned.first_day is not None  # noqa: S101 - the plan was laid out from a start
    assert planned.last_day is not None  # noqa: S101
    event = Event()
    event.add("uid", f"{uid_of(planned, analysis)}@skillgap")
    event.add("dtstamp", datetime.combine(month_of(analysis), datetime.min.time(), UTC))
    event.add("dtstart", planned.first_day)
    event.add("dtend", planned.last_day + DAY)
    event.add("summary", f"Learn: {planned.name}")
    event.add("description", description_of(planned))
    event.add("transp", "TRANSPARENT")
    return event


def description_of(planned: PlannedStep) -> str:
    return "\n".join((planned.about, *map(item_line, planned.items)))


def item_line(item: Item) -> str:
    return " – ".join(part for part in (f"{item.label}: {item.text}", item.about, item.url) if part)


def uid_of(planned: PlannedStep, analysis: Analysis) -> str:
    """The same for the same step of a plan for the same document and target, so that a new plan replaces the old one."""
    target = analysis.target
    parts = (target.role, target.level, target.track, target.posting, planned.step.skill)
    return str(uuid5(NAMESPACE_URL, "/".join((analysis.document.sha256, *(str(part or "") for part in parts)))))


def month_of(analysis: Analysis) -> date:
    year, month = (checked_as_of(analysis.as_of) or "").split("-")
    return date(int(year), int(month), 1)


def first_monday(analysis: Analysis) -> date:
    """The first Monday after the month that the analysis takes for the present."""
    first = month_of(analysis)
    after = date(first.year + first.month // DECEMBER, first.month % DECEMBER + 1, 1)
    return after + timedelta(days=-after.weekday() % 7)
