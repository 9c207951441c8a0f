"""The score adds up and only rises with evidence; the plan respects what must come first."""

import math
from pathlib import Path
from typing import cast

import pytest
from conftest import ROOT, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Analysis, Analyzer
from skillgap.evidence.types import Claim, Evidence, SkillProfile, Status, Via
from skillgap.gap.fair_range import MISREAD
from skillgap.gap.knowing import is_doubted, is_surely_known, known_from
from skillgap.gap.quick_wins import SHOWN_ONCE
from skillgap.gap.scoring import score_against, score_with
from skillgap.gap.standing import ASKED_MONTHS, LISTED_AT_MOST, UNPRACTISED, Standing, standings_of
from skillgap.gap.types import Component, Gap, GapKind, QuickWinKind
from skillgap.plan.choosing import Option
from skillgap.plan.planning import PROJECT_SHOWS, WORTH_A_STEP, Draft, worthwhile
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.effort import SUITS, Effort, distance, languages_in, suited
from skillgap.taxonomy.types import CareerLevel, Importance, Level, SkillId
from skillgap.taxonomy.whole import Taxonomy

PDFS = sorted(SAMPLES.glob("*.pdf"))


ENOUGH = max(ASKED_MONTHS.values())
"""Months of practice, for whatever level."""


@pytest.fixture(scope="module", params=PDFS, ids=lambda path: path.stem)
def analysis(request: pytest.FixtureRequest, analyzer: Analyzer) -> Analysis:
    path: Path = request.param
    return analyzer.analyze(path)


def test_the_score_is_the_sum_of_its_parts(analysis: Analysis) -> None:
    score = analysis.score
    assert sum(part.weight for part in score.components) == pytest.approx(100, abs=0.01)
    assert sum(part.points for part in score.components) == pytest.approx(score.overall, abs=0.06)
    share = score.ownership.share
    assert all(part.points == pytest.approx(part.weight * part.credit * share, abs=0.001) for part in score.components)
    assert 0 <= score.band[0] <= score.overall <= score.band[1] <= 100


def test_no_range_is_narrower_than_a_misread_skill(analysis: Analysis) -> None:
    """One skill in ten is read wrongly; so each is in doubt, and together as a sum of such parts is."""
    score = analysis.score
    low, high = score.band
    doubt = math.sqrt(MISREAD * (1 - MISREAD))
    earned = math.hypot(*(part.points for part in score.components))
    least = doubt * max(earned, *(part.weight for part in score.components))
    assert low <= max(0.0, score.overall - least) + 0.05
    assert high >= min(100.0, score.overall + least) - 0.05
    assert low < high


def test_other_roles_are_scored_as_if_they_were_the_target(analysis: Analysis, taxonomy: Taxonomy) -> None:
    profile = SkillProfile(analysis.skills, analysis.score.ownership.lines)
    level = analysis.target.level
    full = {role.id: score_against(role, level, profile, taxonomy).overall for role in taxonomy.roles.values()}
    assert {move.role: move.score for move in analysis.lateral_moves} == {
        role: score for role, score in full.items() if role != analysis.target.role
    }
    scores = [move.score for move in analysis.lateral_moves]
    assert scores == sorted(scores, reverse=True)


def test_gaps_are_what_is_missing_to_a_hundred_times_the_ownership(analysis: Analysis) -> None:
    at_stake = sum(gap.points_at_stake for gap in analysis.gaps)
    assert at_stake == pytest.approx(100 * analysis.score.ownership.share - analysis.score.overall, abs=1.0)
    stakes = [gap.points_at_stake for gap in analysis.gaps]
    assert stakes == sorted(stakes, reverse=True)


def test_every_strength_is_quoted(analysis: Analysis) -> None:
    lines = {evidence.line for claim in analysis.skills for evidence in claim.evidence}
    assert all(strength.quote.line in lines for strength in analysis.strengths)


def test_a_talk_that_names_a_skill_is_quoted_only_for_want_of_work_that_shows_it(analyzer: Analyzer) -> None:
    job = "EXPERIENCE\nEngineer, Some Ltd, Jan 2019 - Dec 2025\n"
    work = "- Wrote the order gateway of four exchanges in C++20, alone and from scratch\n"
    talk = "TALKS\n- What a virtual call costs in C++, a meetup in Ghent, 2022\n"

    def quoted(text: str) -> str:
        return next(each.quote.line for each in analyzer.analyze_text(text).strengths if each.skill == "cpp")

    assert "order gateway" in quoted(f"Jane Example\n\n{job}{work}\n{talk}")
    assert "order gateway" in quoted(f"Jane Example\n\n{talk}\n{job}{work}")


def test_the_plan_puts_nothing_before_what_it_requires(analysis: Analysis, taxonomy: Taxonomy) -> None:
    done: set[str] = set()
    planned = {step.skill for step in analysis.plan.steps}
    for step in analysis.plan.steps:
        assert set(taxonomy.skills[step.skill].requires) & planned <= done
        done.add(step.skill)


def test_a_step_raises_a_level_and_is_worth_its_hours(analysis: Analysis) -> None:
    """Half a point, or it leads to a later step; all of them are smaller only where nothing larger is left."""
    steps = analysis.plan.steps
    kinds = {gap.skill: gap.kind for gap in analysis.gaps}
    assert all(step.from_level.rank < step.to_level.rank for step in steps)
    assert all(kinds[step.skill] is not GapKind.TO_SHOW for step in steps)
    assert all(step.points >= WORTH_A_STEP - 0.1 or step.for_skill for step in steps)


@pytest.mark.parametrize(("weight", "planned"), [(0.6, 2), (0.4, 3)])
def test_small_steps_are_for_where_nothing_larger_is_left(weight: float, planned: int, taxonomy: Taxonomy) -> None:
    """Two skills of that weight, and one of 0.3."""
    skills = [SkillId(each) for each in ("python", "docker", "perl")]
    drafts = {
        skill: Draft(
            gap=cast(Gap, None),
            effort=cast(Effort, None),
            option=Option(skill=skill, credit=1.0, hours=10.0, lifts=(), requires=()),
        )
        for skill in skills
    }
    components = [
        Component(
            skill=skill, name=skill, area="foundations", importance=Importance.USEFUL, required=Level.WORKING,
            estimated=Level.NONE, weight=each, credit=0.0, points=0.0,
        )
        for skill, each in zip(skills, (weight, weight, 0.3), strict=True)
    ]  # fmt: skip
    worth_it, chosen = worthwhile(drafts, components, 100.0, taxonomy)
    assert len(chosen) == planned
    assert set(chosen) <= set(worth_it)


EXPERT = "".join(
    f"- Designed and built {name} for the product, twice as fast as before\n- Maintain the {name} code, 40 changes\n"
    for name in ("Kubernetes", "Terraform", "Kafka", "PostgreSQL", "Python", "Prometheus", "Ansible")
)
WORKED = """- Moved the build to CMake
- Wrote unit tests of the scheduler in Python
- Cut the start by profiling it with perf
- Rewrote the importer on epoll
- Keep the data in PostgreSQL
- Found a leak with AddressSanitizer
"""
STUDIED = f"\nPROJECTS\nA daemon, 2025\n{WORKED}"
PERSON = (
    "Jane Example\njane@example.com\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2017 - present\n{job}\nSKILLS\n{skills}\n"
)


@pytest.mark.parametrize(
    ("job", "skills", "kind"),
    [
        (EXPERT, "Git, Jira", GapKind.TO_SHOW),
        ("- Answered the telephone\n", "Git, Jira", GapKind.LISTED_ONLY),
        (EXPERT, "Currently learning Git", GapKind.LISTED_ONLY),
        (EXPERT, "No experience with Git", GapKind.MISSING),
        (EXPERT, "Jira", GapKind.MISSING),
        (WORKED, "Git, Jira", GapKind.TO_SHOW),
        (STUDIED, "Git, Jira", GapKind.LISTED_ONLY),
    ],
)
def test_who_is_practised_is_taken_at_their_word(job: str, skills: str, kind: GapKind, analyzer: Analyzer) -> None:
    analysis = analyzer.analyze_text(PERSON.format(job=job, skills=skills))
    gap = next(each for each in analysis.gaps if each.skill == "git")
    assert gap.kind is kind
    if kind is GapKind.TO_SHOW:
        assert gap.name not in {*analysis.plan.left_out, *(step.name for step in analysis.plan.steps)}
        assert any(win.skill == "git" for win in analysis.quick_wins)


def test_what_is_at_the_level_asked_for_needs_a_line_or_use_at_work_and_no_study(analysis: Analysis) -> None:
    planned = {step.skill for step in analysis.plan.steps}
    wants_work = {each.skill for each in analysis.score.components if each.practice < 1}
    for gap in analysis.gaps:
        if gap.estimated.rank >= gap.required.rank:
            assert gap.skill not in planned
            claim = next(each for each in analysis.skills if each.id == gap.skill)
            assert is_doubted(claim) or gap.kind is GapKind.TO_SHOW or gap.skill in wants_work


def test_what_two_shown_skills_require_is_known_though_nothing_names_it(taxonomy: Taxonomy) -> None:
    skill = SkillId("tcp-ip")
    builders = [each.id for each in taxonomy.skills.values() if skill in each.requires][:2]
    for count, known in ((1, False), (2, True)):
        claims = {each: claim(each, 3.0, Status.USED) for each in builders[:count]}
        assert is_surely_known(skill, Level.WORKING, known_from(claims, taxonomy), taxonomy) is known
    assert not is_surely_known(
        skill,
        Level.WORKING,
        known_from({each: claim(each, 3.0, Status.LISTED) for each in builders}, taxonomy),
        taxonomy,
    )


def test_what_is_taught_in_a_language_of_ones_own_comes_first(taxonomy: Taxonomy) -> None:
    """Of every skill: what is taught in a strange language alone only after all others, unless the language goes with the skill."""
    own = frozenset({SkillId("c")})
    for skill, entry in taxonomy.skills.items():
        near = own | {skill, *entry.broader, *entry.requires, *entry.implies}
        taught = [languages_in(each.skills, taxonomy) for each in suited(skill, Level.NONE, taxonomy, own)]
        strange = [bool(each) and each.isdisjoint(near) for each in taught]
        assert strange == sorted(strange), skill
    tests = {
        suited(SkillId("unit-testing"), Level.NONE, taxonomy, frozenset({SkillId(each)}))[0].id
        for each in ("cpp", "python")
    }
    assert len(tests) == 2
    safety = SkillId("memory-safety")
    first = [suited(safety, Level.NONE, taxonomy, each)[0].id for each in (own, frozenset({SkillId("rust")}))]
    assert first[0] != first[1]


@pytest.mark.parametrize("start", [Level.NONE, Level.WORKING])
def test_what_is_about_a_skill_comes_before_what_touches_it(start: Level, taxonomy: Taxonomy) -> None:
    """Unless it is written for people more than a career level further off."""
    for skill, ids in taxonomy.teaching.items():
        first = suited(skill, start, taxonomy)[0]
        own = [taxonomy.resources[each] for each in ids if taxonomy.resources[each].skills[0] == skill]
        off = min((distance(each.level, SUITS[start]) for each in own if each.free), default=None)
        if off is not None and first not in own:
            assert distance(first.level, SUITS[start]) + 1 < off, skill


@pytest.mark.parametrize("text", ["hello", "Invoice no. 12\nAmount due: 300 EUR\nDue date: 2026-01-05\n"])
def test_what_is_no_resume_has_no_gaps_and_no_plan(text: str, analyzer: Analyzer) -> None:
    analysis = analyzer.analyze_text(text)
    assert not analysis.document.is_resume
    assert (analysis.gaps, analysis.plan.steps, analysis.quick_wins, analysis.interview) == ((), (), (), ())
    assert Analysis.from_dict(analysis.to_dict()) == analysis


def test_the_plan_says_what_it_brings(analysis: Analysis) -> None:
    score = analysis.score.overall
    for step in analysis.plan.steps:
        assert step.score_after == pytest.approx(min(100, score + step.points), abs=0.11)
        assert step.hours > 0
        score = step.score_after
    assert analysis.plan.score_after == score


def test_people_are_told_apart(analyzer: Analyzer) -> None:
    """Those who do the work of the role score above those of its neighbours, and those above the unrelated."""
    score = {path.stem: analyzer.analyze(path).score.overall for path in PDFS}
    assert min(score["senior-systems"], score["mid-systems"], score["kernel-staff"]) > max(
        score["sre"], score["career-changer"]
    )
    assert score["sre"] > score["career-changer"]
    assert min(score["career-changer"], score["graduate"]) > score["marketing"]
    assert score["nurse"] < 5
    assert score["marketing"] < 10


def test_for_a_first_post_study_of_the_field_comes_before_years_in_another() -> None:
    """At mid level the two are near to one another: there practice at work is asked for, which the graduate lacks."""
    junior = Analyzer(level="junior")
    graduate, career_changer = (
        junior.analyze(SAMPLES / f"{name}.pdf").score.overall for name in ("graduate", "career-changer")
    )
    assert graduate > career_changer


def test_a_higher_level_asks_for_more() -> None:
    scores = [Analyzer(level=level).analyze(SAMPLES / "mid-systems.pdf").score.overall for level in CareerLevel]
    assert scores == sorted(scores, reverse=True)


def test_credit_is_the_share_of_the_required_level() -> None:
    """Half a level below the required one counts as reached, as it does for the level itself."""
    for score, share in ((1.5, 1.0), (0.75, 0.5), (4.0, 1.0)):
        standing = Standing(score, is_shown=True, months=ENOUGH)
        assert standing.credit(Level.WORKING, CareerLevel.JUNIOR) == (share, None)


@pytest.mark.parametrize(
    ("career", "months", "share"),
    [
        (CareerLevel.JUNIOR, 0, UNPRACTISED),
        (CareerLevel.JUNIOR, 3, 1.0),
        (CareerLevel.MID, 0, UNPRACTISED),
        (CareerLevel.MID, 12, 0.75),
        (CareerLevel.MID, 24, 1.0),
        (CareerLevel.SENIOR, 24, 0.75),
        (CareerLevel.STAFF, 500, 1.0),
    ],
)
def test_credit_counts_practice(career: CareerLevel, months: int, share: float) -> None:
    for score, required in ((1.5, Level.WORKING), (1.25, Level.PRACTITIONER)):
        full, _ = Standing(score, is_shown=True, months=ENOUGH).credit(required, career)
        assert Standing(score, is_shown=True, months=months).credit(required, career) == (share * full, None)


def test_the_same_lines_are_worth_more_from_a_job_than_from_a_course(analyzer: Analyzer) -> None:
    """At the level of somebody who has worked for years, and no more than what is said of it: the level itself is the same."""
    lines = "- Wrote a TCP server in C on epoll\n- Found a race condition in it with GDB\n"
    job = f"EXPERIENCE\nEngineer, Some Ltd, Jan 2023 - Dec 2025\n{lines}"
    project = f"PROJECTS\nServer at home\n{lines}"
    school = "\nEDUCATION\nBSc Physics, University of Arouca, 2019\n"
    at_work, at_home = (analyzer.analyze_text(f"Jane Example\n\n{each}{school}") for each in (job, project))
    assert at_home.score.overall <= 0.6 * at_work.score.overall
    gap = next(each for each in at_home.gaps if each.skill == "c")
    assert "as no line of a job shows it" in gap.reason


def test_what_no_line_shows_in_use_earns_little() -> None:
    assert Standing(1.0, is_shown=False).credit(Level.AWARENESS, CareerLevel.JUNIOR) == (LISTED_AT_MOST, None)


def test_a_neighbour_carries_a_part_over() -> None:
    beside = ((0.6, 3.0, ENOUGH, SkillId("tcp-ip")), (0.2, 4.0, ENOUGH, SkillId("dns")))
    assert Standing(beside=beside).credit(Level.WORKING, CareerLevel.JUNIOR) == (0.3, "tcp-ip")
    own = Standing(3.0, is_shown=True, months=ENOUGH, beside=beside)
    assert own.credit(Level.WORKING, CareerLevel.JUNIOR) == (1.0, None)


def claim(skill: str, level_score: float, status: Status, confidence: float = 0.9) -> Claim:
    evidence = Evidence(
        text=skill, line=skill, page=1, boxes=(), start=0, end=1, section=SectionKind.EXPERIENCE, entry=0,
        status=status, via=Via.ALIAS,
    )  # fmt: skip
    level = tuple(Level)[min(4, int(level_score + 0.5))]
    return Claim(
        id=SkillId(skill), name=skill, area="foundations", level=level, level_score=level_score, confidence=confidence,
        months=0, last_used=None, reasons=("shown in use",), evidence=(evidence,),
    )  # fmt: skip


SKILLS = ("c", "cpp", "rust", "linux", "linux-kernel", "device-drivers", "tcp-ip", "sockets", "docker", "git")
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(SKILLS),
        st.floats(0, 4).map(lambda score: round(score, 2)),
        st.sampled_from([Status.USED, Status.LISTED]),
        st.floats(0.5, 1).map(lambda sure: round(sure, 2)),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)


@settings(max_examples=60, deadline=None)
@given(claims=CLAIMS, more=CLAIMS, level=st.sampled_from(CareerLevel))
def test_the_score_only_rises_with_evidence(
    claims: list[Claim], more: list[Claim], level: CareerLevel, taxonomy: Taxonomy
) -> None:
    role = taxonomy.roles["software-systems-engineer"]
    few = {each.id: each for each in claims}
    many = few | {
        each.id: each
        for each in more
        if each.id not in few
        or (each.level_score >= few[each.id].level_score and each.evidence[0].status is Status.USED)
    }
    low, high = (score_against(role, level, SkillProfile(tuple(each.values())), taxonomy) for each in (few, many))
    assert low.overall <= high.overall
    for score in (low, high):
        assert 0 <= score.band[0] <= score.overall <= score.band[1] <= 100
        assert sum(part.points for part in score.components) == pytest.approx(score.overall, abs=0.06)


@given(claims=CLAIMS, seed=st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_claims_changes_nothing(claims: list[Claim], seed: object, taxonomy: Taxonomy) -> None:
    shuffled = list(claims)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    role = taxonomy.roles["software-systems-engineer"]
    scores = [
        score_against(role, CareerLevel.MID, SkillProfile(tuple(order)), taxonomy) for order in (claims, shuffled)
    ]
    assert scores[0] == scores[1]


def test_two_neighbours_that_carry_the_same_are_told_apart_by_their_names(taxonomy: Taxonomy) -> None:
    two = [claim("c", 3.0, Status.USED), claim("cpp", 3.0, Status.USED)]
    found = [
        standings_of(SkillProfile(tuple(order)), taxonomy)[SkillId("rust")].credit(Level.WORKING, CareerLevel.JUNIOR)
        for order in (two, two[::-1])
    ]
    assert found[0] == found[1]


def test_a_gap_says_what_closing_it_would_bring(analysis: Analysis) -> None:
    components = analysis.score.components
    for gap in analysis.gaps:
        after = score_with(components, {gap.skill: (1.0, gap.lifts)})
        assert after >= analysis.score.overall + gap.points_at_stake - 0.06


def estimated(job: str, analyzer: Analyzer) -> float:
    text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2026 - Jun 2026\n{job}\n"
    return next(claim.level_score for claim in analyzer.analyze_text(text).skills if claim.id == "kubernetes")


def test_the_projections_keep_to_the_level_formula(analyzer: Analyzer) -> None:
    """What a quick win or a finished project is said to be worth is no more than what such lines are worth once they are there."""
    assert estimated("- Ran the builds on Kubernetes\n- Wrote tests", analyzer) >= SHOWN_ONCE
    project = "- Designed and built a Kubernetes cluster from scratch\n- Kubernetes failover measured: 40 s became 3 s"
    assert estimated(project, analyzer) >= PROJECT_SHOWS


@pytest.mark.parametrize(("hours_per_week", "weeks"), [(6.0, 26.0), (10.0, 8.0), (2.5, 1.0)])
def test_the_plan_keeps_to_the_hours(hours_per_week: float, weeks: float) -> None:
    analysis = Analyzer(hours_per_week=hours_per_week, weeks=weeks).analyze(SAMPLES / "graduate.pdf")
    plan = analysis.plan
    assert plan.hours <= hours_per_week * weeks
    assert all(1 <= step.first_week <= step.last_week <= weeks for step in plan.steps)
    names = [gap.name for gap in analysis.gaps]
    assert {*(step.name for step in plan.steps), *plan.left_out} <= set(names)
    assert {step.name for step in plan.steps}.isdisjoint(plan.left_out)


def test_quick_wins_quote_what_does_not_count_in_full(analyzer: Analyzer) -> None:
    text = (
        "Jane Example\n\nSUMMARY\nSystems engineer who builds in Rust.\n\n"
        "EXPERIENCE\nEngineer, Some Ltd, Jan 2022 - Dec 2025\n- Wrote TCP servers in C\n- Helped with GDB sessions\n\n"
        "SKILLS\nC, Wireshark, Linux\n"
    )
    analysis = analyzer.analyze_text(text)
    wins = {win.skill: win for win in analysis.quick_wins}
    assert wins["linux"].kind is QuickWinKind.LISTED
    assert wins["linux"].quote.line == "C, Wireshark, Linux"
    assert wins["rust"].kind is QuickWinKind.SAID
    assert "c" not in wins
    assert [win.points for win in analysis.quick_wins] == sorted((w.points for w in analysis.quick_wins), reverse=True)


def test_kinds_of_gap(analyzer: Analyzer) -> None:
    skills = "SKILLS\nLinux, gdb, Kubernetes\n"
    job = "EXPERIENCE\nEngineer, Some Ltd, 2001 - 2005\n- TCP/IP stack for a router in C\n- No device drivers\n"
    text = f"Jane Example\n\n{skills}\n{job}"
    kinds = {gap.skill: gap.kind for gap in analyzer.analyze_text(text).gaps}
    assert kinds["device-drivers"] is GapKind.MISSING
    assert kinds["linux"] is GapKind.LISTED_ONLY
    assert kinds["c"] is GapKind.STALE
    assert kinds["rust"] is GapKind.MISSING


def test_the_worked_example_of_the_readme(analyzer: Analyzer) -> None:
    job = "EXPERIENCE\nEngineer, Some Ltd, Jan 2024 - Dec 2025\n- Designed a message store in C\n- Linux\n"
    analysis = analyzer.analyze_text(f"Jane Example\n\n{job}")
    component = next(each for each in analysis.score.components if each.skill == "c")
    assert (component.weight, component.credit, component.points) == (2.1948, 0.888, 1.4617)
    text = (ROOT / "README.md").read_text()
    assert all(f"{figure}" in text for figure in (component.weight, component.credit, component.points))


def test_who_used_what_implies_a_skill_used_that_skill(analyzer: Analyzer) -> None:
    old = "Administrator, Old Ltd, Jan 2008 - Dec 2010\n- Ran Linux servers\n- Wrote Linux packages\n"
    new = "\nEngineer, New Ltd, Jan 2022 - Dec 2025\n- Wrote the node agent as a systemd service\n"
    used = []
    for jobs in (old, new + "\n" + old):
        text = f"Jane Example\n\nEXPERIENCE\n{jobs}"
        used.append(next(claim.last_used for claim in analyzer.analyze_text(text).skills if claim.id == "linux"))
    assert used == ["2010-12", "2025-12"]


def test_what_was_done_for_a_course_is_no_list(analyzer: Analyzer) -> None:
    text = "Jane Example\n\nEDUCATION\nBSc Computing, Some University, 2020\nCourses: Git\n\nSKILLS\nLinux\n"
    advice = next(each.message for each in analyzer.analyze_text(text).advice if each.code == "show_listed")
    assert "Linux" in advice
    assert "Git" not in advice


def test_nobody_is_asked_to_name_what_a_narrower_name_on_the_page_says(analyzer: Analyzer) -> None:
    page = (
        "Ada Field\n\nSKILLS\nGit, CMake, Docker, Modern C++\n\nEXPERIENCE\nSoftware Engineer, Some Ltd, Jan 2016 - Dec 2025\n"
        + "".join(
            f"- {line}\n"
            for line in (
                "Wrote the storage engine in C++17 with lock-free queues and epoll.",
                "Wrote Linux device drivers in C for two network cards.",
                "Debugged kernel crashes with crash and ftrace, tuned TCP.",
                "Built CI/CD pipelines in Jenkins with unit tests for each merge.",
            )
        )
    )
    wins = {win.skill: win.kind for win in analyzer.analyze_text(page).quick_wins}
    broader = {"version-control", "containers", "build-systems", "cpp"}
    assert not [skill for skill, kind in wins.items() if skill in broader and kind is QuickWinKind.FOLLOWS]
