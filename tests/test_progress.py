"""What changed between two analyses: only what the page shows, no more certain than misreading allows, and doubts said first."""

import json
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from markdown_it import MarkdownIt
from msgspec.structs import replace
from test_cli import skillgap
from test_report import HOSTILE, SHOWN

from skillgap import Analysis, Analyzer, UsageError, progress_between
from skillgap.cli import run
from skillgap.evidence.types import Claim, Status
from skillgap.gap.types import Gap
from skillgap.progress.rendering import render_progress
from skillgap.progress.types import CautionCode, GapChangeKind, Progress, SkillChangeKind, StepState
from skillgap.report.pages import PageFormat
from skillgap.taxonomy.types import CareerLevel, Level

DRAWN = (PageFormat.TEXT, PageFormat.MARKDOWN)
JOB = (
    "Jane Example\n\nSKILLS\nepoll, gdb\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Wrote a message store in C\n"
)


@pytest.fixture(scope="module")
def old(analyzer: Analyzer) -> Analysis:
    return analyzer.analyze_text(JOB, name="old.txt")


@pytest.fixture(scope="module")
def new(analyzer: Analyzer) -> Analysis:
    """The same person with two lines more."""
    more = "- Rewrote its event loop on epoll; p99 fell from 9 ms to 2 ms\n- Ran it on Kubernetes\n"
    return analyzer.analyze_text(JOB + more, name="new.txt")


def first_claim(analysis: Analysis, **changes: Any) -> Analysis:
    first, *others = analysis.skills
    return replace(analysis, skills=(replace(first, **changes), *others))


def with_score(analysis: Analysis, overall: float, low: float, high: float) -> Analysis:
    return replace(analysis, score=replace(analysis.score, overall=overall, band=(low, high)))


def with_points(analysis: Analysis, points: tuple[float, ...]) -> Analysis:
    """The first skills that are asked for have so many points, the others none."""
    padded = chain(points, repeat(0.0))
    components = [replace(each, points=own) for each, own in zip(analysis.score.components, padded, strict=False)]
    return replace(analysis, score=replace(analysis.score, overall=sum(points), components=tuple(components)))


def changes_of(progress: Progress) -> dict[str, SkillChangeKind]:
    return {each.skill: each.kind for each in progress.skills}


def test_the_same_analysis_twice_is_no_change(new: Analysis) -> None:
    progress = progress_between(new, new)
    assert progress.is_empty
    assert progress.cautions == ()
    for output_format in DRAWN:
        assert "Nothing changed" in render_progress(progress, output_format)


def test_skills_gained_and_shown(old: Analysis, new: Analysis) -> None:
    """Kubernetes is new; epoll's skill was listed and is shown; C is as it was. Each quotes the new line."""
    progress = progress_between(old, new)
    assert changes_of(progress)["kubernetes"] is SkillChangeKind.GAINED
    assert changes_of(progress)["io-multiplexing"] is SkillChangeKind.SHOWN
    assert "c" not in changes_of(progress)
    quoted = {each.skill: each.quote.line for each in progress.skills if each.quote}
    assert quoted["kubernetes"] == "Ran it on Kubernetes"
    assert "epoll" in quoted["io-multiplexing"]


def test_skills_lost_are_quoted_from_before(old: Analysis, new: Analysis) -> None:
    progress = progress_between(new, old)
    assert changes_of(progress)["kubernetes"] is SkillChangeKind.LOST
    assert changes_of(progress)["io-multiplexing"] is SkillChangeKind.LISTED
    lost = next(each for each in progress.skills if each.skill == "kubernetes")
    assert (lost.after, lost.quote and lost.quote.line) == (Level.NONE, "Ran it on Kubernetes")


def test_levels_up_and_down(old: Analysis) -> None:
    used = next(each for each in old.skills if any(one.status is Status.USED for one in each.evidence))
    before = replace(old, skills=(replace(used, level=Level.WORKING),))
    after = replace(old, skills=(replace(used, level=Level.EXPERT),))
    assert changes_of(progress_between(before, after)) == {used.id: SkillChangeKind.UP}
    assert changes_of(progress_between(after, before)) == {used.id: SkillChangeKind.DOWN}


def test_a_denied_skill_is_not_gained(old: Analysis) -> None:
    """It is among the skills with its evidence, at no level."""
    claim: Claim = old.skills[0]
    before = replace(old, skills=())
    assert progress_between(before, replace(old, skills=(replace(claim, level=Level.NONE),))).skills == ()
    assert len(progress_between(before, replace(old, skills=(claim,))).skills) == 1


@pytest.mark.parametrize(
    ("before", "after", "is_certain"),
    [
        ((0.0, 4.0), (3.0, 4.0), True),
        ((0.0, 0.0, 0.0), (2.0, 2.0, 2.0), True),
        ((3.0,), (4.0,), False),
        ((5.0, 0.0), (0.0, 6.0), False),
        ((5.0, 1.0), (0.0, 1.0), True),
    ],
)
def test_a_change_is_certain_where_misreading_what_changed_would_not_explain_it(
    old: Analysis, before: tuple[float, ...], after: tuple[float, ...], is_certain: bool
) -> None:
    """A skill gained or lost is; a level of one skill, or one gained for another lost, may be none."""
    progress = progress_between(with_points(old, before), with_points(old, after))
    assert progress.score is not None
    assert progress.score.is_certain is is_certain
    for output_format in DRAWN:
        text = " ".join(render_progress(progress, output_format).split())
        assert ("within the uncertainty" in text) is not is_certain
        assert ("more than the uncertainty" in text) is is_certain


def test_gaps_closed_new_and_open(old: Analysis) -> None:
    """With the points that were or are at stake."""
    one, two, three, *_ = old.gaps
    before, after = replace(old, gaps=(one, two)), replace(old, gaps=(replace(two, points_at_stake=0.5), three))
    changes = {each.skill: (each.kind, each.before, each.after) for each in progress_between(before, after).gaps}
    assert changes == {
        one.skill: (GapChangeKind.CLOSED, one.points_at_stake, 0.0),
        two.skill: (GapChangeKind.OPEN, two.points_at_stake, 0.5),
        three.skill: (GapChangeKind.NEW, 0.0, three.points_at_stake),
    }


def test_a_skill_that_the_role_no_longer_asks_for_is_no_closed_gap(old: Analysis) -> None:
    dropped: Gap = old.gaps[0]
    components = tuple(each for each in old.score.components if each.skill != dropped.skill)
    after = replace(old, gaps=old.gaps[1:], score=replace(old.score, components=components))
    assert dropped.skill not in {each.skill for each in progress_between(old, after).gaps}


@pytest.mark.parametrize(
    ("added", "is_closed", "state"),
    [
        (0.0, False, StepState.OPEN),
        (-0.3, False, StepState.OPEN),
        (0.4, False, StepState.BEGUN),
        (0.4, True, StepState.DONE),
        (1.0, False, StepState.DONE),
    ],
)
def test_a_step_is_done_once_its_gap_is_closed_or_its_points_are_earned(
    old: Analysis, added: float, is_closed: bool, state: StepState
) -> None:
    step = replace(old.plan.steps[0], points=1.0)
    base = tuple(replace(each, points=0.5) for each in old.score.components if each.skill == step.skill)
    before = replace(old, plan=replace(old.plan, steps=(step,)), score=replace(old.score, components=base))
    after = replace(
        before,
        score=replace(old.score, components=(replace(base[0], points=0.5 + added),)),
        gaps=() if is_closed else old.gaps,
    )
    (progress,) = progress_between(before, after).steps
    assert (progress.state, progress.promised, progress.added) == (state, 1.0, pytest.approx(max(0.0, added)))


@pytest.mark.parametrize(
    "change",
    [{"role": "backend-engineer"}, {"level": CareerLevel.SENIOR}, {"track": "middleware"}, {"posting": "x.txt"}],
)
def test_other_targets_leave_skills_alone_to_compare(old: Analysis, new: Analysis, change: dict[str, Any]) -> None:
    """And that is said before anything else."""
    progress = progress_between(old, replace(new, target=replace(new.target, **change)))
    assert progress.cautions == (CautionCode.OTHER_TARGET,)
    assert (progress.score, progress.areas, progress.gaps, progress.steps) == (None, (), (), ())
    assert progress.skills == progress_between(old, new).skills
    text = " ".join(render_progress(progress, PageFormat.TEXT).split())
    assert text.index("only skills are compared") < text.index("Skills gained")


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("taxonomy", CautionCode.OTHER_TAXONOMY),
        ("models", CautionCode.OTHER_MODELS),
        ("version", CautionCode.OTHER_VERSION),
    ],
)
def test_what_was_made_otherwise_is_said_first(old: Analysis, field: str, code: CautionCode) -> None:
    """And where both read the same file, that all of the difference comes from there."""
    made = replace(with_score(old, 99.0, 98.0, 100.0), generator=replace(old.generator, **{field: "another one"}))
    progress = progress_between(old, made)
    assert progress.cautions == (code,)
    for output_format in DRAWN:
        text = " ".join(render_progress(progress, output_format).split())
        assert text.index("figures may differ") < text.index("of the same file") < text.index("The score went")


def person(analysis: Analysis, name: str | None, email: str | None = None) -> Analysis:
    basics = replace(analysis.resume.basics, name=name, email=email)
    document = replace(analysis.document, sha256=sha256(f"{name}{email}".encode()).hexdigest())
    return replace(analysis, document=document, resume=replace(analysis.resume, basics=basics))


@pytest.mark.parametrize(
    ("name", "email", "is_other"),
    [
        ("Jane Example", None, False),
        ("EXAMPLE, Jane", None, False),
        (None, None, False),
        ("Jane Married", "jane@example.com", False),
        ("John Example", None, True),
        ("John Example", "john@example.com", True),
    ],
)
def test_another_name_is_a_caution_unless_the_address_is_the_same(
    old: Analysis, name: str | None, email: str | None, is_other: bool
) -> None:
    progress = progress_between(person(old, "Jane Example", "Jane@example.com"), person(old, name, email))
    assert (CautionCode.OTHER_PERSON in progress.cautions) is is_other
    for output_format in PageFormat:
        text = render_progress(progress, output_format)
        assert "Jane" not in text
        assert "John" not in text


def test_the_wrong_way_round_is_a_caution(old: Analysis) -> None:
    later = replace(old, as_of="2031-01")
    assert progress_between(old, later).cautions == ()
    assert progress_between(later, old).cautions == (CautionCode.OTHER_ORDER,)


def test_hostile_text_is_text(old: Analysis) -> None:
    """Names and lines of a saved analysis are anybody's."""
    claim = old.skills[0]
    evidence = tuple(replace(each, line=HOSTILE) for each in claim.evidence)
    hostile = first_claim(old, name=HOSTILE, evidence=evidence)
    progress = progress_between(replace(old, skills=()), hostile)
    text = render_progress(progress, PageFormat.TEXT, width=400)
    assert text.count(SHOWN) == 2
    assert all(character == "\n" or character.isprintable() for character in text)
    tokens = MarkdownIt("commonmark").parse(render_progress(progress, PageFormat.MARKDOWN))
    inline = [each.type for token in tokens for each in token.children or []]
    assert not {"html_inline", "link_open", "image", "em_open", "code_inline"} & set(inline)


def test_long_lists_are_cut_and_say_so(old: Analysis) -> None:
    claims = tuple(replace(old.skills[0], id=f"skill-{n:02}", name=f"Skill {n:02}") for n in range(13))
    progress = progress_between(replace(old, skills=()), replace(old, skills=claims))
    text = render_progress(progress, PageFormat.TEXT)
    assert ("Skill 09" in text, "Skill 10" in text, "and 3 more" in text) == (True, False, True)
    assert len(json.loads(progress.to_json())["skills"]) == 13


def saved(folder: Path, name: str, analysis: Analysis) -> Path:
    path = folder / name
    path.write_text(analysis.to_json(), "utf-8")
    return path


def test_the_command_prints_what_the_library_says(old: Analysis, new: Analysis, tmp_path: Path) -> None:
    paths = saved(tmp_path, "old.json", old), saved(tmp_path, "new.json", new)
    printed = skillgap("progress", *paths, "--format", "json")
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert printed.stdout.decode() == progress_between(old, new).to_json()
    assert skillgap("progress", *paths, "-o", tmp_path / "progress.md").returncode == 0
    assert (tmp_path / "progress.md").read_text("utf-8").startswith("# Progress: ")
    same = skillgap("progress", paths[0], paths[0])
    assert (same.returncode, "Nothing changed" in same.stdout.decode()) == (0, True)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is empty"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe{\x00", "not valid JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "a JSON object is expected"),
        (b'{"basics": {"name": "Jane Example"}}', "schema_version"),
        (b'{"schema_version": "2.0"}', "schema_version '2.0' can't be read"),
        (b'{"schema_version": "1.0"}', "missing required field"),
        (b"%PDF-1.4", "not valid JSON"),
        (None, "no such file"),
    ],
)
def test_what_is_no_analysis_is_one_line_and_exit_3(
    content: bytes | None, expected: str, old: Analysis, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good, bad, output = saved(tmp_path, "good.json", old), tmp_path / "bad.json", tmp_path / "out.md"
    if content is not None:
        bad.write_bytes(content)
    for pair in ((good, bad), (bad, good)):
        check_refused(3, ("progress", *pair, "-o", output), capfd, "bad.json", expected)
    assert not output.exists()


def check_refused(code: int, command: Sequence[object], capfd: pytest.CaptureFixture[str], *expected: str) -> None:
    """Nothing on standard output, one line on standard error."""
    assert run([str(each) for each in command]) == code
    printed = capfd.readouterr()
    (line,) = printed.err.splitlines()
    assert printed.out == ""
    assert [part for part in expected if part not in line] == []


def test_an_analysis_with_a_month_that_is_none_is_refused(
    old: Analysis, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, "odd.json", replace(old, as_of="2026-13"))
    check_refused(3, ("plan", path, "-f", "ics"), capfd, "odd.json", "'2026-13' is no month")


def test_an_analysis_is_never_written_over(
    old: Analysis, new: Analysis, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = saved(tmp_path, "old.json", old), saved(tmp_path, "new.json", new)
    for path in paths:
        before = path.read_bytes()
        check_refused(2, ("progress", *paths, "-o", path), capfd, "the analysis itself")
        assert path.read_bytes() == before


def test_plan_and_interview_take_a_resume_or_its_analysis(tmp_path: Path) -> None:
    """From a file or from standard input, with the same bytes as result."""
    resume = SAMPLES / "graduate.txt"
    contract = skillgap("analyze", resume, "--format", "json", "--level", "junior").stdout
    path = tmp_path / "graduate.json"
    path.write_bytes(b"\xef\xbb\xbf" + contract)
    for command in (("plan", "-f", "md"), ("plan", "-f", "ics"), ("interview", "--for", "interviewer", "-f", "md")):
        name, *options = command
        direct = skillgap(name, resume, *options, "--level", "junior")
        assert (direct.returncode, direct.stderr) == (0, b"")
        assert direct.stdout == skillgap(name, path, *options).stdout
        assert direct.stdout == skillgap(name, "-", *options, stdin=contract).stdout
    assert json.loads(skillgap("plan", path, "-f", "json").stdout) == json.loads(contract)["plan"]


def test_what_makes_a_resume_doubtful_is_said_beside_its_plan(tmp_path: Path) -> None:
    """For a résumé and for its analysis: white text, for one."""
    attack = SAMPLES.parent / "tests" / "reading" / "visibility" / "hide-white-plain.pdf"
    path = tmp_path / "saved.json"
    path.write_bytes(skillgap("analyze", attack, "--format", "json").stdout)
    for source in (attack, path):
        for command in ("plan", "interview"):
            result = skillgap(command, source)
            assert result.returncode == 0
            assert b"hide-white-plain.pdf: text that nobody can see" in result.stderr


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--weeks", "4"), "--weeks"),
        (("--hours-per-week", "3"), "--hours-per-week"),
        (("--role", "backend-engineer", "--level", "mid"), "--role, --level"),
        (("--start", "2026-12-07", "-f", "json"), "--start"),
        (("--start", "9999-12-31", "-f", "ics"), "in no calendar"),
    ],
)
def test_what_an_analysis_cannot_answer_is_exit_2(
    options: tuple[str, ...], expected: str, old: Analysis, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "plan.md"
    check_refused(2, ("plan", saved(tmp_path, "old.json", old), *options, "-o", output), capfd, expected)
    assert not output.exists()


@pytest.mark.parametrize(("name", "value"), [("hours_per_week", 0), ("hours_per_week", float("nan")), ("weeks", 1e9)])
def test_an_impossible_time_to_learn_in_is_refused(name: str, value: float) -> None:
    with pytest.raises(UsageError, match="a week" if name == "hours_per_week" else "a plan of"):
        Analyzer(**{name: value})
    assert skillgap("plan", SAMPLES / "nurse.txt", f"--{name.replace('_', '-')}", value).returncode == 2


def test_analyze_takes_the_time_and_writes_the_calendar_besides(tmp_path: Path) -> None:
    report, calendar = tmp_path / "report.json", tmp_path / "plan.ics"
    result = skillgap(
        "analyze", SAMPLES / "graduate.txt", "-o", report, "--ics", calendar, "--hours-per-week", "3", "--weeks", "10"
    )
    assert result.returncode == 0
    plan = json.loads(report.read_text("utf-8"))["plan"]
    assert (plan["hours_per_week"], plan["weeks_at_most"]) == (3.0, 10.0)
    assert calendar.read_bytes() == skillgap("plan", report, "-f", "ics").stdout


@pytest.mark.parametrize("target", ["-", "report.html", "."])
def test_the_calendar_needs_a_file_of_its_own(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    check_refused(2, ("analyze", SAMPLES / "nurse.txt", "-o", "report.html", "--ics", target), capfd)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["plan", "interview"])
def test_plan_and_interview_go_by_a_posting(command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    posting = tmp_path / "job.txt"
    posting.write_text("Storage engineer\n\nRequirements\n- Rust and NVMe\n- Raft\n")
    resume = SAMPLES / "graduate.txt"
    assert b"Storage engineer" in skillgap(command, resume, "--posting", posting).stdout
    check_refused(2, (command, resume, "--posting", posting, "--role", "storage-engineer"), capfd, "--posting")
    check_refused(2, (command, resume, "--posting", posting, "-o", posting), capfd, "the posting itself")
    check_refused(2, (command, "-", "--posting", "-"), capfd, "standard input")


def test_a_change_is_quoted_by_what_made_it(analyzer: Analyzer) -> None:
    """The new line, however much longer one is that was there before."""
    line = "- Tuned the Linux servers of the whole plant for years, and wrote down for everybody what had been changed on them\n"
    more = "- Designed the Linux image alone\n- Led the move to Linux 6\n- Wrote Linux packages\n"
    page = "Jane Example\n\nEXPERIENCE\nClerk, Some Ltd, 2023 - 2024\n"
    before, after = (analyzer.analyze_text(page + lines, name="cv.txt") for lines in (line, line + more))
    (change,) = [each for each in progress_between(before, after).skills if each.skill == "linux"]
    assert change.kind is SkillChangeKind.UP
    assert change.quote is not None
    assert change.quote.line in more
