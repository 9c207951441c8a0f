"""The learning plan alone: nothing of it is lost in any format, and its calendar is one that any calendar reads."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from msgspec.structs import replace
from test_report import HOSTILE, SHOWN, text_fields

from skillgap import Analysis, UsageError
from skillgap.plan.types import LearningStep
from skillgap.report.pages import PlanFormat
from skillgap.report.plan_calendar import first_monday, render_calendar
from skillgap.report.plan_rendering import render_plan

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"
MONDAY = date(2026, 12, 7)
WEEK = timedelta(weeks=1)


@pytest.fixture
def contract() -> dict[str, Any]:
    """A plan of two steps, of which the second begins in the week in which the first ends."""
    contract = json.loads((TESTS / "report_fixture.json").read_text("utf-8"))
    first, second = contract["plan"]["steps"]
    first |= {"first_week": 1, "last_week": 4, "earns": "Rolled out … with …, so that …"}
    second |= {"first_week": 4, "last_week": 9}
    contract["plan"]["left_out"] = ["device drivers", "virtual memory"]
    return contract


@pytest.fixture
def analysis(contract: dict[str, Any]) -> Analysis:
    return Analysis.from_dict(contract)


@pytest.fixture
def hostile(contract: dict[str, Any]) -> Analysis:
    for holder, key in list(text_fields(contract["plan"])):
        if key not in {"importance", "from_level", "to_level"}:
            holder[key] = HOSTILE
    return Analysis.from_dict(contract)


def events(analysis: Analysis, start: date | None = None) -> list[Any]:
    return Calendar.from_ical(render_calendar(analysis, start)).walk("VEVENT")


def with_steps(analysis: Analysis, *steps: LearningStep) -> Analysis:
    return replace(analysis, plan=replace(analysis.plan, steps=steps))


@pytest.mark.parametrize("output_format", list(PlanFormat))
def test_plan_is_as_agreed(analysis: Analysis, output_format: PlanFormat, request: pytest.FixtureRequest) -> None:
    """Text, checklist, calendar and JSON, byte by byte."""
    actual = render_plan(analysis, output_format)
    golden = GOLDEN / f"plan.{'txt' if output_format is PlanFormat.TEXT else output_format}"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(actual)
    assert actual == golden.read_bytes()


@pytest.mark.parametrize("output_format", [PlanFormat.TEXT, PlanFormat.MARKDOWN, PlanFormat.CALENDAR])
def test_every_part_of_a_step_is_in_every_format(analysis: Analysis, output_format: PlanFormat) -> None:
    """Resources with their addresses, the project, when it is done and the line that it earns."""
    content = render_plan(analysis, output_format, width=1000).decode()
    if output_format is PlanFormat.CALENDAR:
        content = "".join(str(event["summary"]) + str(event["description"]) for event in events(analysis))
    plain = content.replace("\\", "")
    for step in analysis.plan.steps:
        parts = [step.done_when, step.earns, *(each.title for each in step.resources)]
        parts += [each.url for each in step.resources]
        parts += [step.project.title, step.project.brief] if step.project else []
        assert [part for part in parts if part not in plain] == []


def test_the_json_is_the_plan_of_the_contract(analysis: Analysis) -> None:
    assert json.loads(render_plan(analysis, PlanFormat.JSON)) == analysis.to_dict()["plan"]


def test_the_checklist_has_a_box_for_each_thing_to_do(analysis: Analysis) -> None:
    """A box for each resource, each project, each end and each line that is earned, and no other."""
    boxes = sum(len(step.resources) + bool(step.project) + 1 + bool(step.earns) for step in analysis.plan.steps)
    lines = render_plan(analysis, PlanFormat.MARKDOWN).decode().splitlines()
    assert len([line for line in lines if line.startswith("- [ ] ")]) == boxes == 8


def test_what_did_not_fit_in_is_named(analysis: Analysis) -> None:
    for output_format in (PlanFormat.TEXT, PlanFormat.MARKDOWN):
        assert b"device drivers, virtual memory" in render_plan(analysis, output_format)


def test_dates_stand_beside_the_weeks_once_there_is_a_start(analysis: Analysis) -> None:
    text = render_plan(analysis, PlanFormat.TEXT, start=date(2027, 1, 4)).decode()
    assert "Weeks 1–4, 2027-01-04 to 2027-01-31" in text
    assert "2027" not in render_plan(analysis, PlanFormat.TEXT).decode()


def test_an_event_spans_the_weeks_of_its_step(analysis: Analysis) -> None:
    """All-day events; the end is the day after the last, as RFC 5545 has it."""
    spans = [(event["dtstart"].dt, event["dtend"].dt) for event in events(analysis, MONDAY)]
    assert spans == [(MONDAY, MONDAY + 4 * WEEK), (MONDAY + 3 * WEEK, MONDAY + 9 * WEEK)]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2026-11", date(2026, 12, 7)), ("2026-12", date(2027, 1, 4)), ("2026-05", date(2026, 6, 1))],
)
def test_without_a_start_the_calendar_begins_after_the_month_of_the_analysis(
    analysis: Analysis, as_of: str, expected: date
) -> None:
    """On the first Monday, also where that is the first of the month or of a year; the clock is never asked."""
    dated = replace(analysis, as_of=as_of)
    assert first_monday(dated) == expected == events(dated)[0]["dtstart"].dt
    assert expected.weekday() == 0


def test_the_calendar_is_well_formed(analysis: Analysis) -> None:
    """CRLF alone ends lines, none is longer than 75 octets, and what every event must have is there."""
    content = render_calendar(analysis)
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    (calendar,) = Calendar.from_ical(content).walk("VCALENDAR")
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//skillgap//0.1.0//EN")
    assert all(event["dtstamp"].dt == datetime(2026, 11, 1, tzinfo=UTC) for event in events(analysis))


def test_text_of_the_calendar_is_escaped(hostile: Analysis) -> None:
    """Commas, semicolons, backslashes and line ends of any field come back as text, and make no property of their own."""
    breakout = replace(hostile.plan.steps[0], name="Aa, b; c\\d\r\nATTENDEE:mailto:x@example.com", done_when="e\nf, g")
    (event,) = events(with_steps(hostile, breakout))
    assert str(event["summary"]) == "Learn: Aa, b; c\\d ATTENDEE:mailto:x@example.com"
    assert "Done when: e f, g\n" in f"{event['description']}\n"
    assert "attendee" not in event
    assert SHOWN in str(event["description"])
    assert b"\x1b" not in render_calendar(hostile)


def test_uids_are_stable_and_tell_steps_documents_and_targets_apart(analysis: Analysis) -> None:
    """A plan with other hours or another start replaces its events; one for another document or level adds to them."""
    uids = [str(event["uid"]) for event in events(analysis)]
    assert len(set(uids)) == 2
    longer = replace(analysis, plan=replace(analysis.plan, hours_per_week=1.0))
    assert [str(event["uid"]) for event in events(longer, date(2030, 1, 7))] == uids
    others = (
        replace(analysis, document=replace(analysis.document, sha256="0" * 64)),
        replace(analysis, target=replace(analysis.target, track="middleware")),
    )
    for other in others:
        assert not {str(event["uid"]) for event in events(other)} & set(uids)


def test_the_calendar_does_not_say_whose_it_is(analysis: Analysis) -> None:
    """Neither name nor file name nor any line of the résumé."""
    content = Calendar.from_ical(render_calendar(analysis)).to_ical().decode().replace("\r\n ", "").casefold()
    assert analysis.resume.basics.name
    for part in (*analysis.resume.basics.name.casefold().split(), "tobias.pdf", "tobias"):
        assert part not in content
    assert not [each for claim in analysis.skills for each in claim.evidence if each.line.casefold() in content]


def test_hostile_text_is_text(hostile: Analysis) -> None:
    """No field of a plan brings markup, HTML or a terminal escape of its own."""
    tokens = MarkdownIt("commonmark").parse(render_plan(hostile, PlanFormat.MARKDOWN).decode())
    inline = [each.type for token in tokens for each in token.children or []]
    assert not {"html_inline", "link_open", "image", "em_open", "code_inline"} & set(inline)
    text = render_plan(hostile, PlanFormat.TEXT, width=400).decode()
    assert SHOWN in text
    assert all(character == "\n" or character.isprintable() for character in text)


@pytest.mark.parametrize(
    ("left_out", "said"), [((), "There is nothing to plan"), (("Git",), "No step fits into so few")]
)
def test_an_empty_plan_is_said_and_makes_no_calendar(left_out: tuple[str, ...], said: str, analysis: Analysis) -> None:
    """A calendar without an event is none (RFC 5545, 3.6)."""
    empty = replace(analysis, plan=replace(analysis.plan, steps=(), left_out=left_out))
    assert said.encode() in render_plan(empty, PlanFormat.TEXT)
    assert said.encode() in render_plan(empty, PlanFormat.MARKDOWN)
    with pytest.raises(UsageError, match=said):
        render_calendar(empty)


@pytest.mark.parametrize(("start", "last_week"), [(date(9999, 12, 25), 9), (date(9999, 12, 31), 1), (MONDAY, 10**18)])
def test_a_plan_beyond_all_calendars_is_one_line(analysis: Analysis, start: date, last_week: int) -> None:
    late = with_steps(analysis, replace(analysis.plan.steps[0], last_week=last_week))
    with pytest.raises(UsageError, match="in no calendar"):
        render_calendar(late, start)
