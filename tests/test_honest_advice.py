"""Advice that is true: nothing is called listed, unnamed or near that is not, and a page of another trade is said to be one first."""

import re
from pathlib import Path

import pytest
from conftest import SAMPLES
from msgspec.structs import replace

from skillgap import Analysis, Analyzer
from skillgap.documents.reading import document_of_text
from skillgap.evidence.types import Status, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.finding import reason_in
from skillgap.gap.knowing import known_from
from skillgap.gap.standing import LISTED_AT_MOST
from skillgap.gap.types import Gap, GapKind, QuickWinKind
from skillgap.plan.planning import Reader, earns, is_no_beginner
from skillgap.report.first_step import why_not_the_largest
from skillgap.report.plan_view import HARDLY_ANYTHING, plan_sentence, why_of
from skillgap.report.rendering import Format, render
from skillgap.report.trade import CLEARLY, DOES_IT, FITS, Trade, trade_of
from skillgap.report.view import unread_of, word_for
from skillgap.report.wording import TOO_LITTLE_USE
from skillgap.taxonomy.effort import FIRST_TRY, STUDY
from skillgap.taxonomy.types import CareerLevel, Importance, Kind, Level

HEAD = "Odile Brandvold\nodile@example.com\n\n"
JOBS = "EXPERIENCE\n\nSoftware Engineer, Tarnholt Ltd, 2015 - 2024\n"


def read(analyzer: Analyzer, text: str) -> Analysis:
    return analyzer.analyze_document(document_of_text(HEAD + text, name="page.txt"))


@pytest.fixture(scope="module", params=["senior-systems", "career-changer", "embedded", "devops", "graduate"])
def analysis(request: pytest.FixtureRequest, analyzer: Analyzer) -> Analysis:
    path: Path = SAMPLES / f"{request.param}.pdf"
    return analyzer.analyze(path)


def advice(analysis: Analysis, code: str) -> str:
    return next((each.message for each in analysis.advice if each.code == code), "")


def test_who_is_told_to_name_a_skill_can_write_its_name(analysis: Analysis, analyzer: Analyzer) -> None:
    """Nobody writes "concurrency" or "version control" where Go and Git stand already."""
    skills = analyzer.taxonomy.skills
    named = {
        claim.id
        for claim in analysis.skills
        if any(each.status.is_claim and each.via is not Via.IMPLIED for each in claim.evidence)
    }
    for win in analysis.quick_wins:
        if win.kind is QuickWinKind.FOLLOWS:
            assert skills[win.skill].kind not in {Kind.CONCEPT, Kind.PRACTICE}
            assert not any(win.skill in skills[each].broader for each in named)


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [
        ("Moved 30 services from virtual machines to Docker and Kubernetes", {"containers", "container-orchestration"}),
        ("Wrote the parser in modern C++20 with concepts and ranges", {"cpp", "programming"}),
        ("Kept the history of 20 repositories in Git and taught others to rebase", {"version-control"}),
    ],
)
def test_a_broader_name_of_what_stands_there_is_no_quick_win(line: str, unsaid: set[str], analyzer: Analyzer) -> None:
    found = read(analyzer, f"{JOBS}- {line}.\n")
    assert unsaid.isdisjoint(win.skill for win in found.quick_wins)


def test_what_is_only_being_learnt_is_not_to_be_named_at_work(analyzer: Analyzer) -> None:
    found = read(analyzer, f"{JOBS}- Wrote the intranet in PHP.\n\nLEARNING NOW\n\nGo and Kubernetes, evenings\n")
    assert not [win.name for win in found.quick_wins if win.kind is QuickWinKind.FOLLOWS]


def test_only_what_is_listed_is_called_listed(analysis: Analysis) -> None:
    """In the page's own words, and nothing that a line shows or that follows from what one shows."""
    told = advice(analysis, "show_listed")
    names = re.sub(r" and \d+ more$", "", told.partition(": ")[2].partition(". ")[0])
    words = {
        each.text
        for claim in analysis.skills
        if not any(is_shown(other) for other in claim.evidence)
        for each in claim.evidence
        if each.status is Status.LISTED and each.via is not Via.IMPLIED
    }
    assert {each for each in names.split(", ") if each} <= words


def test_a_listed_name_is_given_as_the_page_has_it(analyzer: Analyzer) -> None:
    found = read(analyzer, f"{JOBS}- Wrote the scheduler in C.\n\nSKILLS\n\nConfluence, Jira, Python\n")
    (win,) = [each for each in found.quick_wins if each.skill == "technical-documentation"]
    assert win.suggestion.startswith("“Confluence” (Technical documentation) stands in a list.")
    assert "Confluence" in advice(found, "show_listed")


def test_nobody_who_works_with_it_is_told_to_begin(analysis: Analysis) -> None:
    told = advice(analysis, "learning")
    begun = {claim.name for claim in analysis.skills if claim.level.rank >= Level.WORKING.rank}
    assert begun.isdisjoint(re.split(r": |, |\. ", told))


def test_the_nearest_line_is_near(analysis: Analysis, analyzer: Analyzer) -> None:
    """It names a skill beside, and none that is only a wider word, or it is about the very skill."""
    skills = analyzer.taxonomy.skills
    claims = {claim.id: claim for claim in analysis.skills}
    for gap in analysis.gaps:
        if gap.nearest and gap.nearest.skill != gap.skill:
            assert gap.nearest.skill not in skills[gap.skill].broader
            lines = {each.line for each in claims[gap.nearest.skill].evidence if is_shown(each)}
            assert gap.nearest.line in lines


def test_a_list_that_names_a_neighbour_is_not_near(analyzer: Analyzer) -> None:
    found = read(analyzer, f"SKILLS\n\nLinux kernel, profiling, Docker\n\n{JOBS}- Answered the telephone.\n")
    assert not [gap.name for gap in found.gaps if gap.nearest and gap.nearest.skill != gap.skill]


@pytest.mark.parametrize(
    ("heading", "is_told"),
    [("EDUCATION & CERTIFICATES", False), ("CERTIFICATES AND EDUCATION", False), ("CERTIFICATES", True)],
)
def test_a_heading_that_names_education_with_others_is_one(heading: str, is_told: bool, analyzer: Analyzer) -> None:
    found = read(analyzer, f"SKILLS\n\nC, Python\n\n{JOBS}- Wrote the scheduler in C.\n\n{heading}\n\nISTQB, 2019\n")
    assert any("recognised as education" in each for each in unread_of(found)) is is_told


@pytest.mark.parametrize("heading", ["CONTACT", "Contact details", "Links"])
def test_a_heading_of_contact_details_is_known(heading: str, analyzer: Analyzer) -> None:
    found = read(analyzer, f"{heading}\n\nGhent, +32 2 000 00 00\n\nSKILLS\n\nC\n\n{JOBS}- Wrote the scheduler in C.\n")
    assert not any("Headings of a kind not known" in each for each in unread_of(found))


def scored(analysis: Analysis, own: float, best: float, months: int) -> Analysis:
    moves = tuple(
        replace(each, score=best if not number else 0.0) for number, each in enumerate(analysis.lateral_moves)
    )
    return replace(
        analysis,
        score=replace(analysis.score, overall=own),
        lateral_moves=moves,
        skills=tuple(replace(each, months_practised=months) for each in analysis.skills),
    )


@pytest.mark.parametrize(
    ("own", "best", "months", "expected"),
    [
        (20.0, FITS - 1, 60, "little of any of the 16 roles"),
        (FITS - 1, 20.0, 60, "little of any of the 16 roles"),
        (FITS - 1, 20.0, 24, ""),
        (FITS, 20.0, 60, ""),
        (20.0, FITS + CLEARLY, 60, "much more of another role"),
        (40.0, 40.0 + CLEARLY, 12, "much more of another role"),
        (45.0, 44.0 + CLEARLY, 60, ""),
    ],
)
def test_a_page_of_another_trade_is_said_to_be_one(
    own: float, best: float, months: int, expected: str, analyzer: Analyzer
) -> None:
    said = trade_of(scored(analyzer.analyze(SAMPLES / "mid-systems.txt"), own, best, months)).said
    assert expected in said
    assert bool(said) is bool(expected)


@pytest.mark.parametrize(
    ("target", "own", "months", "expected"),
    [
        ("mid", 60.0, 48, ""),
        ("mid", 60.0, 60, "senior ({senior} of 100) would be nearer"),
        ("mid", 60.0, 120, "senior ({senior} of 100) would be nearer"),
        ("senior", 57.0, 200, ""),
        ("mid", DOES_IT - 1, 120, ""),
        ("mid", 40.0, 23, "junior ({junior} of 100)"),
        ("mid", 60.0, 6, "less than a year of work"),
        ("senior", 60.0, 36, "--level mid."),
        ("senior", 60.0, 6, "--level junior."),
        ("junior", 40.0, 12, ""),
        ("staff", 60.0, 200, ""),
    ],
)
def test_a_level_that_fits_better_is_said(
    target: CareerLevel, own: float, months: int, expected: str, analyzer: Analyzer
) -> None:
    """By the years with what is essential; none higher to whom the page shows too little of the one asked for."""
    found = scored(analyzer.analyze(SAMPLES / "senior-systems.txt"), own, own, months)
    levels = tuple(
        replace(each, score=DOES_IT - 1) if each.level is CareerLevel.STAFF else each
        for each in found.advancement.levels
    )
    found = replace(found, advancement=replace(found.advancement, levels=levels))
    trade = trade_of(replace(found, target=replace(found.target, level=CareerLevel(target))))
    scores = {str(each.level): f"{each.score:.0f}" for each in found.advancement.levels}
    assert expected.format(**scores) in f"{trade.said} {trade.option}."
    assert bool(trade.said) is bool(trade.option) is bool(expected)


def test_no_level_is_nearer_to_a_page_that_shows_none_of_the_role(analyzer: Analyzer) -> None:
    assert trade_of(analyzer.analyze(SAMPLES / "nurse.txt")) == Trade()


def test_years_of_what_the_role_hardly_asks_for_do_not_tell_its_level(analyzer: Analyzer) -> None:
    found = scored(analyzer.analyze(SAMPLES / "senior-systems.txt"), 60.0, 60.0, 120)
    essential = {each.skill for each in found.score.components if each.importance is Importance.ESSENTIAL}
    others = tuple(replace(each, months_practised=30) if each.id in essential else each for each in found.skills)
    assert trade_of(replace(found, skills=others)) == Trade()


@pytest.mark.parametrize("output_format", [Format.TEXT, Format.MARKDOWN, Format.HTML])
def test_another_trade_is_said_before_the_score(output_format: Format, analyzer: Analyzer) -> None:
    found = scored(analyzer.analyze(SAMPLES / "mid-systems.txt"), 20.0, 30.0, 60)
    page = " ".join(render(found, output_format).split())
    assert page.index(trade_of(found).said[:40]) < page.index("fair range")


@pytest.mark.parametrize(
    ("output_format", "has_options"), [(Format.TEXT, True), (Format.MARKDOWN, False), (Format.HTML, False)]
)
def test_only_a_terminal_speaks_of_options(output_format: Format, has_options: bool, analyzer: Analyzer) -> None:
    """Who has the page alone can't give any."""
    option = re.compile(r"\s--(?:role|level|track)\s")
    of_another_role = scored(analyzer.analyze(SAMPLES / "mid-systems.txt"), 20.0, 50.0, 60)
    of_a_beginner = scored(analyzer.analyze(SAMPLES / "mid-systems.txt"), 40.0, 40.0, 6)
    for found in (of_another_role, of_a_beginner):
        assert (option.search(render(found, output_format)) is not None) is has_options
    assert not option.search(render(analyzer.analyze(SAMPLES / "nurse.txt"), output_format))


@pytest.mark.parametrize(("pages", "is_told"), [(1, False), (2, True)])
def test_the_number_of_the_only_page_is_not_told_in_a_terminal(pages: int, is_told: bool, analyzer: Analyzer) -> None:
    found = analyzer.analyze(SAMPLES / "mid-systems.txt")
    text = render(replace(found, document=replace(found.document, pages=pages)), Format.TEXT)
    assert (re.search(r"” p\.\s1\b", text) is not None) is is_told


def test_a_posting_is_not_called_another_trade(analyzer: Analyzer) -> None:
    found = scored(analyzer.analyze(SAMPLES / "mid-systems.txt"), 10.0, 90.0, 60)
    assert trade_of(replace(found, target=replace(found.target, posting="Engineer"))) == Trade()


def test_a_plan_that_brings_hardly_anything_is_said_not_to_be_worth_it(analyzer: Analyzer) -> None:
    found = analyzer.analyze(SAMPLES / "mid-systems.txt")
    for gained, is_told in ((HARDLY_ANYTHING - 0.5, True), (HARDLY_ANYTHING, False)):
        plan = replace(found.plan, score_after=found.score.overall + gained)
        assert ("not worth the hours" in plan_sentence(replace(found, plan=plan))) is is_told


def test_a_question_is_not_put_in_a_language_that_the_page_does_not_name(analyzer: Analyzer) -> None:
    found = read(analyzer, f"{JOBS}- Tuned the page cache and memory management of the Linux kernel, in C.\n")
    assert not any(re.search(r"\bJava\b", each.question) for each in found.interview)


def test_nobody_new_to_the_work_is_planned_for_as_if_they_had_done_it(analyzer: Analyzer) -> None:
    found = analyzer.analyze(SAMPLES / "nurse.txt")
    for level, is_told in (("mid", True), ("senior", True), ("junior", False)):
        target = replace(found.target, level=CareerLevel(level))
        assert ("a beginner plans for junior" in plan_sentence(replace(found, target=target))) is is_told
    assert "beginner" not in plan_sentence(analyzer.analyze(SAMPLES / "career-changer.txt"))


def with_first(found: Analysis, gap: Gap, *, left_out: tuple[str, ...] = ()) -> Analysis:
    """The analysis with that gap as the largest, and with what was left out of its plan."""
    gaps = (gap, *(each for each in found.gaps if each.skill != gap.skill))
    return replace(found, gaps=gaps, plan=replace(found.plan, left_out=left_out))


def test_a_plan_that_does_not_begin_with_the_largest_gap_says_why(analyzer: Analyzer) -> None:
    """In every output; and nothing where it does begin with it."""
    found = analyzer.analyze(SAMPLES / "mid-systems.txt")
    steps = [next(gap for gap in found.gaps if gap.skill == step.skill) for step in found.plan.steps]
    assert why_not_the_largest(with_first(found, steps[0])) == ""
    for number, gap in enumerate(steps[1:], start=2):
        assert f"{gap.name}, is step {number}: " in why_not_the_largest(with_first(found, gap))
    planned = {each.skill for each in found.plan.steps}
    other = next(each for each in found.gaps if each.skill not in planned and each.estimated is Level.NONE)
    missing = replace(other, kind=GapKind.MISSING)
    for gap, left_out, why in (
        (replace(other, kind=GapKind.TO_SHOW), (), "a line and no study"),
        (replace(missing, estimated=other.required), (), "use at work"),
        (missing, (other.name,), "left for later"),
        (missing, (), "next to nothing"),
    ):
        held = with_first(found, gap, left_out=left_out)
        assert why in why_not_the_largest(held)
        for output_format in (Format.TEXT, Format.MARKDOWN, Format.HTML):
            assert why in " ".join(render(held, output_format).split())


def test_a_step_that_the_largest_gap_builds_on_says_so(analyzer: Analyzer) -> None:
    found = analyzer.analyze(SAMPLES / "mid-systems.txt")
    first, second, *others = found.plan.steps
    largest = next(gap for gap in found.gaps if gap.skill == second.skill)
    held = with_first(found, largest)
    for for_skill, points, why in (
        (second.skill, 0.1, "builds on it"),
        (None, 9.0, "more points for each hour"),
        (None, 0.1, "with all that it builds on"),
    ):
        steps = (replace(first, for_skill=for_skill, points=points), replace(second, points=5.0), *others)
        assert why in why_not_the_largest(replace(held, plan=replace(found.plan, steps=steps)))


@pytest.mark.parametrize(
    ("dates", "line", "why"),
    [
        ("2001 - 2013", "Wrote the billing service in Python", "its use at work was more than ten years ago"),
        ("2001 - 2018", "Wrote the billing service in Python", "for 1 year and 7 months of the last ten years"),
        ("Jan 2026 - Jun 2026", "Wrote the billing service in Python", "for 6 months in all"),
        ("2001 - 2025", "Helped with the Python scripts of billing", "its lines tell of a small part alone"),
        ("2001 - 2025", "Responsible for Python and Docker", "its lines name it in few words"),
    ],
)
def test_why_use_at_work_does_not_count_in_full_is_true(dates: str, line: str, why: str) -> None:
    """Years are never called too short a time: what is long ago, small or said in few words is called so."""
    page = f"EXPERIENCE\n\nSoftware Engineer, Tarnholt Ltd, {dates}\n- {line}.\n"
    gap = next(each for each in read(Analyzer(level="staff"), page).gaps if each.skill == "python")
    assert why in gap.reason


def test_what_only_a_project_shows_is_not_said_to_be_relied_on(analyzer: Analyzer) -> None:
    project = "PROJECTS\n\nLog store, Jan 2025 - Dec 2025\n- Wrote the segment files of a log store in C.\n"
    page = f"{JOBS}- Answered the telephone.\n\n{project}"
    gap = next(each for each in read(analyzer, page).gaps if each.skill == "c")
    assert "as no line of a job shows it" in gap.reason


def test_what_a_line_shows_through_another_skill_is_not_said_to_be_shown_by_none(analyzer: Analyzer) -> None:
    """At the level asked for it lacks use at work alone, and stands with what does so; a line would not close it."""
    project = (
        "PROJECTS\n\nChat, 2025\n- Wrote a chat server in Go that keeps its rooms in PostgreSQL, with gRPC and Git.\n"
    )
    page = f"{JOBS}- Answered the telephone.\n\n{project}"
    found = read(analyzer, page)
    claims = {claim.id: claim for claim in found.skills}
    shown = {each.id for each in claims.values() if any(is_shown(other) for other in each.evidence)}
    reached = [each for each in found.gaps if each.skill in shown and each.estimated.rank >= each.required.rank]
    followed = [each for each in reached if all(other.via is Via.IMPLIED for other in claims[each.skill].evidence)]
    assert followed
    assert all(word_for(each) is TOO_LITTLE_USE for each in reached)
    for gap in found.gaps:
        if gap.skill in shown:
            assert "project shows it" not in gap.reason


def test_what_a_line_hardly_shows_is_not_said_to_be_shown_by_none(analyzer: Analyzer) -> None:
    """Nor to be shown "at none": every output says the same of it."""
    found = analyzer.analyze(SAMPLES / "mid-systems.txt")
    gap = next(each for each in found.gaps if each.kind is GapKind.BELOW_LEVEL)
    held = with_first(found, replace(gap, estimated=Level.NONE))
    for output_format in (Format.MARKDOWN, Format.HTML):
        assert "hardly shown" in render(held, output_format).casefold()
        assert "hardly shown" not in render(with_first(found, gap), output_format).casefold()
    (component,) = [each for each in found.score.components if each.skill == gap.skill]
    (claim,) = [each for each in found.skills if each.id == gap.skill]
    for level, said in ((Level.NONE, "Hardly shown"), (Level.WORKING, "Shown at working")):
        assert reason_in(claim, GapKind.BELOW_LEVEL, replace(component, estimated=level)).startswith(said)


def test_a_step_builds_on_what_the_report_names(analyzer: Analyzer) -> None:
    """What stands nowhere else in it has no name there, and an identifier is none."""
    step = replace(
        analyzer.analyze(SAMPLES / "mid-systems.txt").plan.steps[0], for_skill=None, after=("file-io", "linux")
    )
    assert why_of(step, {step.skill: step.name, "linux": "Linux"}, "role").endswith("Builds on Linux.")
    assert "Builds on" not in why_of(step, {step.skill: step.name}, "role")


TOP = "SUMMARY\n\n{}\n\n" + JOBS + "- {}.\n"


@pytest.mark.parametrize(
    ("top", "line", "is_told"),
    [
        ("Engineer who lives in distributed storage.", "Wrote the billing pages in PHP", True),
        ("Engineer who lives in distributed storage.", "Wrote the storage engine of the order store in Go", False),
        ("Accountant retraining as a systems programmer.", "Kept the books", False),
        ("Looking for my first job where Rust is written.", "Kept the books", False),
    ],
)
def test_what_lines_show_beside_it_and_what_is_wished_for_is_not_called_said_alone(
    top: str, line: str, is_told: bool, analyzer: Analyzer
) -> None:
    assert bool(advice(read(analyzer, TOP.format(top, line)), "show_summary")) is is_told


def test_the_title_under_the_name_claims_nothing_to_be_shown(analyzer: Analyzer) -> None:
    page = f"Odile Brandvold\nRust Developer\nodile@example.com\n\n{JOBS}- Kept the books.\n"
    found = analyzer.analyze_document(document_of_text(page, name="page.txt"))
    assert not advice(found, "show_summary")
    assert "rust" not in {each.skill for each in found.quick_wins}


def test_to_name_at_the_top_what_lines_show_through_others_takes_nothing_away(analyzer: Analyzer) -> None:
    """It would be worth a tenth if it stood there alone."""
    line = "Wrote the storage engine of an order store in Go"
    named = read(analyzer, TOP.format("Engineer for concurrency.", line))
    plain = read(analyzer, TOP.format("Engineer.", line))
    credit = [
        next(each.credit for each in page.score.components if each.skill == "concurrency") for page in (plain, named)
    ]
    assert credit[0] > LISTED_AT_MOST
    assert credit[1] >= credit[0]


def test_who_need_only_know_what_it_is_is_planned_no_practitioners_project() -> None:
    """Neither a proof nor a step asks for more than the level does."""
    skills = Analyzer().taxonomy.skills
    found = Analyzer(level="junior").analyze(SAMPLES / "career-changer.pdf")
    aware = [each for each in found.gaps if each.required is Level.AWARENESS]
    assert aware
    assert not any(skills[each.skill].project.brief in each.proof for each in aware if skills[each.skill].project)
    steps = [each for each in found.plan.steps if each.to_level is Level.AWARENESS]
    assert steps
    assert all(each.project is None and each.hours <= STUDY[Level.AWARENESS] + FIRST_TRY for each in steps)
    assert any(each.project for each in found.plan.steps if each.to_level is not Level.AWARENESS)


YEARS = (
    "EXPERIENCE\n\nSoftware Engineer, Tarnholt Ltd, 2012 - 2026\n"
    "- Designed the lock-free queues of a trading gateway in C++17.\n- Wrote its TCP stack bypass on DPDK, in C.\n"
    "- Wrote Python tests that replay captured packets.\n- Moved the build to CMake and Jenkins.\n"
    "- Traced its latency with perf and eBPF on Linux.\n- Reviewed the code of eight engineers, in Git.\n"
)


def test_a_plan_knows_who_reads_it(analyzer: Analyzer) -> None:
    """Nobody with years of such work is given a beginner's book where there is another, or a stepping stone that adds nothing."""
    resources = analyzer.taxonomy.resources
    plan = read(Analyzer(level="staff"), YEARS).plan
    assert plan.steps
    for step in plan.steps:
        taught = [resources[each].level for each in analyzer.taxonomy.teaching.get(step.skill, ())]
        if any("mid" in each or "senior" in each for each in taught):
            assert resources[step.resources[0].id].level != "junior"
        assert step.points >= 0.5 or step.for_skill is None


def test_a_wide_name_makes_nobody_at_home_in_what_is_under_it(analyzer: Analyzer) -> None:
    """Programming in Python is no beginning of C++."""
    known = known_from(
        {each.id: each for each in read(analyzer, f"{JOBS}- Wrote the billing service in Python.\n").skills},
        analyzer.taxonomy,
    )
    assert "programming" in known.claims
    reader = Reader(known, CareerLevel.MID, frozenset())
    assert not is_no_beginner("cpp", reader, analyzer.taxonomy)
    of_c = known_from({each.id: each for each in read(analyzer, YEARS).skills}, analyzer.taxonomy)
    assert is_no_beginner("rust", Reader(of_c, CareerLevel.MID, frozenset()), analyzer.taxonomy)


def test_what_is_wished_for_is_not_said_to_be_being_learnt(analyzer: Analyzer) -> None:
    """Courses and wishes are one status; the advice is true of both."""
    said = advice(
        read(analyzer, "SUMMARY\n\nI would like to learn Rust.\n\n" + JOBS + "- Wrote a parser in Go\n"), "learning"
    )
    assert "Rust" in said
    assert "learning or want to do" in said


def test_of_what_is_no_tool_nobody_writes_that_they_used_it(analyzer: Analyzer) -> None:
    """A first try is told as one: "Used interrupts to …" is said by nobody."""
    skills = analyzer.taxonomy.skills
    tried = [skill for skill in skills.values() if skill.kind in {Kind.CONCEPT, Kind.PRACTICE}]
    used = [skill for skill in skills.values() if skill not in tried]
    assert all(earns(skill, None).startswith(f"Tried out {skill.label}:") for skill in tried)
    assert all(earns(skill, None).startswith(f"Used {skill.label} to") for skill in used)
