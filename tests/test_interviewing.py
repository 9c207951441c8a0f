"""Interview questions verify what the score rests on and probe what is open; each side of the table gets what it needs."""

from pathlib import Path

import pytest
from conftest import SAMPLES
from markdown_it import MarkdownIt
from msgspec.structs import replace
from test_report import HOSTILE, SHOWN

from skillgap import Analysis, Analyzer
from skillgap.evidence.types import SkillProfile, Status, Via
from skillgap.gap.types import Quote
from skillgap.plan.interviewing import Chooser, Topic, topics_to_verify
from skillgap.report.interview_rendering import render_interview
from skillgap.report.interview_view import Side
from skillgap.report.pages import InterviewFormat
from skillgap.taxonomy.types import CareerLevel, Importance, RoleId
from skillgap.taxonomy.whole import Taxonomy

ESSENTIAL, IMPORTANT = Importance.ESSENTIAL, Importance.IMPORTANT


@pytest.fixture(scope="module", params=["senior-systems", "career-changer", "embedded", "nurse"])
def analysis(request: pytest.FixtureRequest, analyzer: Analyzer) -> Analysis:
    path: Path = SAMPLES / f"{request.param}.pdf"
    return analyzer.analyze(path)


@pytest.fixture
def asked(analyzer: Analyzer) -> Analysis:
    """An analysis with a question of either purpose, the second with the nearest line of another skill."""
    analysis = analyzer.analyze(SAMPLES / "embedded.pdf")
    verify = next(each for each in analysis.interview if each.purpose == "verify")
    probe = next(
        each for each in analysis.interview if each.purpose == "probe" and each.quote and each.quote.skill != each.skill
    )
    return replace(analysis, interview=(verify, probe))


def test_no_group_of_skills_is_asked_about_twice(analysis: Analysis, taxonomy: Taxonomy) -> None:
    groups = [taxonomy.group_of[each.skill] for each in analysis.interview]
    assert len(groups) == len(set(groups)) > 0


def test_what_is_verified_is_quoted_in_the_persons_own_words(analysis: Analysis) -> None:
    """From a line that names the skill and shows it in use."""
    lines = {
        (claim.id, each.line)
        for claim in analysis.skills
        for each in claim.evidence
        if each.status is Status.USED and each.via is not Via.IMPLIED
    }
    verified = [each for each in analysis.interview if each.purpose == "verify"]
    assert all(each.quote and (each.skill, each.quote.line) in lines for each in verified)


def test_what_is_probed_is_a_gap_with_its_nearest_line(analysis: Analysis) -> None:
    gaps = {gap.skill: gap for gap in analysis.gaps}
    probed = [each for each in analysis.interview if each.purpose == "probe"]
    assert len(probed) == 4
    assert all(each.quote == gaps[each.skill].nearest for each in probed)


@pytest.mark.parametrize("level", list(CareerLevel))
def test_nothing_is_asked_above_the_target_level(level: CareerLevel) -> None:
    order = list(CareerLevel)
    for name in ("graduate", "embedded", "sre"):
        asked = Analyzer(level=level).analyze(SAMPLES / f"{name}.pdf").interview
        assert asked
        assert all(order.index(each.level) <= order.index(level) for each in asked)


def test_the_nearest_above_is_asked_where_no_topic_has_a_question_below(taxonomy: Taxonomy) -> None:
    levels = {skill: {taxonomy.questions[each].level for each in own} for skill, own in taxonomy.asking.items()}
    high = [skill for skill, own in levels.items() if own.isdisjoint({CareerLevel.JUNIOR, CareerLevel.MID})][:3]
    topics = [Topic(skill, ESSENTIAL, 1.0, None) for skill in high]
    assert Chooser(taxonomy, CareerLevel.JUNIOR).choose(topics, "probe", 4)
    low = next(skill for skill, own in levels.items() if CareerLevel.JUNIOR in own)
    asked = Chooser(taxonomy, CareerLevel.JUNIOR).choose([*topics, Topic(low, IMPORTANT, 0.1, None)], "probe", 4)
    assert [each.skill for each in asked] == [low]


def test_questions_are_the_nearest_to_the_target_level(taxonomy: Taxonomy) -> None:
    """For every skill that has several, and every level: of those at it or below, where there are any."""
    order = list(CareerLevel)
    several = [skill for skill, own in taxonomy.asking.items() if len(own) > 1]
    assert several
    for level in CareerLevel:
        chooser = Chooser(taxonomy, level)
        for skill in several:
            places = [order.index(taxonomy.questions[each].level) for each in taxonomy.asking[skill]]
            below = [place for place in places if place <= order.index(level)]
            chosen = chooser.nearest(skill)
            assert order.index(chosen.level) == (max(below) if below else min(places))


def test_nothing_is_asked_far_below_the_target_level_while_there_is_something_nearer(taxonomy: Taxonomy) -> None:
    """Be it on a skill that matters less; a question one level below is near enough."""

    def levels(skill: str) -> set[CareerLevel]:
        return {taxonomy.questions[each].level for each in taxonomy.asking[skill]}

    easy = next(each for each in sorted(taxonomy.asking) if levels(each) == {CareerLevel.JUNIOR})
    fitting = next(each for each in sorted(taxonomy.asking) if levels(each) == {CareerLevel.STAFF})
    below = next(each for each in sorted(taxonomy.asking) if levels(each) == {CareerLevel.SENIOR})
    topics = [
        Topic(easy, ESSENTIAL, 9.0, None),
        Topic(fitting, IMPORTANT, 0.1, None),
        Topic(below, ESSENTIAL, 0.1, None),
    ]
    asked = Chooser(taxonomy, CareerLevel.STAFF).choose(topics, "probe", 9)
    assert [each.skill for each in asked] == [below, fitting, easy]
    assert Chooser(taxonomy, CareerLevel.MID).choose(topics, "probe", 1)[0].skill == easy


REPLICATED = """Jane Example
jane@example.com

EXPERIENCE
Staff Engineer, Some Ltd, Jan 2014 - Jun 2026
- Designed the replication of the order store over five regions and led its roll-out
- Built asynchronous replication between the sites and its failover
- Led the move from primary-replica replication to quorum writes
- Wrote the daily job for the accounts in Python
"""


def test_what_the_page_shows_best_is_verified_whatever_the_role_asks_for() -> None:
    analysis = Analyzer(role="firmware-engineer", level=CareerLevel.STAFF).analyze_text(REPLICATED)
    assert "replication" not in {each.skill for each in analysis.score.components}
    first = next(each for each in analysis.interview if each.purpose == "verify")
    assert (first.skill, first.level) == ("replication", CareerLevel.STAFF)
    assert first.quote is not None
    assert first.quote.line in REPLICATED


def chosen_skills(taxonomy: Taxonomy, *topics: Topic, most: int = 9) -> list[str]:
    return [each.skill for each in Chooser(taxonomy, CareerLevel.MID).choose(topics, "probe", most)]


def test_essential_skills_come_first_then_what_is_at_stake_less_in_an_area_asked_about(taxonomy: Taxonomy) -> None:
    """Two of the three essential ones are of one area: once that has been asked about, what is at stake there counts half."""
    topics = (
        Topic("sockets", IMPORTANT, 9.0, None),
        Topic("debugging", ESSENTIAL, 1.0, None),
        Topic("c", ESSENTIAL, 2.0, None),
        Topic("linux", ESSENTIAL, 0.6, None),
    )
    assert [taxonomy.area_of[each.skill] for each in topics] == [
        "networking",
        "foundations",
        "foundations",
        "operating-systems",
    ]
    assert chosen_skills(taxonomy, *topics) == ["c", "linux", "debugging", "sockets"]
    assert chosen_skills(taxonomy, *reversed(topics), most=2) == ["c", "linux"]


def test_of_one_group_the_most_at_stake_is_asked(taxonomy: Taxonomy) -> None:
    assert taxonomy.group_of["python"] == taxonomy.group_of["c"]
    assert chosen_skills(taxonomy, Topic("python", ESSENTIAL, 1.0, None), Topic("c", ESSENTIAL, 2.0, None)) == ["c"]


def test_a_skill_without_a_question_is_passed_over(taxonomy: Taxonomy) -> None:
    silent = next(skill for skill in taxonomy.skills if skill not in taxonomy.asking)
    assert chosen_skills(taxonomy, Topic(silent, ESSENTIAL, 9.0, None), Topic("c", IMPORTANT, 0.1, None)) == ["c"]


def test_the_less_certain_a_claim_the_more_is_at_stake(asked: Analysis) -> None:
    """Of two claims that earn the same, the doubtful one is verified first; without points there is nothing to verify."""
    skill = asked.interview[0].skill

    def stake(confidence: float) -> float:
        claims = tuple(replace(each, confidence=confidence) for each in asked.skills if each.id == skill)
        (topic,) = topics_to_verify(SkillProfile(claims), asked)
        return topic.stake

    points = next(each.points for each in asked.score.components if each.skill == skill)
    assert (stake(1.0), stake(0.5)) == (points, 1.5 * points)


@pytest.mark.parametrize("output_format", InterviewFormat)
@pytest.mark.parametrize("side", Side)
def test_either_side_gets_the_question_the_line_and_what_follows(
    asked: Analysis, side: Side, output_format: InterviewFormat
) -> None:
    text = render_interview(asked, side, output_format, width=2000).replace("\\", "")
    for each in asked.interview:
        assert each.quote
        parts = (each.question, each.strong_answer, each.follow_up, f"“{each.quote.line}” (page {each.quote.page}")
        assert [part for part in parts if part not in text] == []


def test_the_candidate_is_told_what_to_bring_and_the_interviewer_has_room_for_notes(asked: Analysis) -> None:
    candidate = render_interview(asked, Side.CANDIDATE, InterviewFormat.MARKDOWN)
    interviewer = render_interview(asked, Side.INTERVIEWER, InterviewFormat.MARKDOWN)
    assert ("Bring a story" in candidate, "Notes:" in candidate) == (True, False)
    assert ("Bring a story" in interviewer, interviewer.count("Notes:")) == (False, 2)
    rules = [token for token in MarkdownIt("commonmark").parse(interviewer) if token.type == "hr"]
    assert len(rules) == 6
    assert "Your line, the nearest:" in candidate
    assert "Their line, the nearest:" in interviewer


def test_the_candidate_is_pointed_at_the_project_of_the_plan(asked: Analysis) -> None:
    step = next(each for each in asked.plan.steps if each.project)
    about = replace(asked, interview=(replace(asked.interview[0], skill=step.skill),))
    assert step.project.title in render_interview(about, Side.CANDIDATE, InterviewFormat.TEXT, width=2000)
    assert step.project.title not in render_interview(about, Side.INTERVIEWER, InterviewFormat.TEXT, width=2000)


def test_a_question_without_a_line_and_no_question_at_all(asked: Analysis) -> None:
    """Analyses that were saved before questions had lines still print."""
    bare = replace(asked, interview=(replace(asked.interview[0], quote=None),))
    assert "Their line" not in render_interview(bare, Side.INTERVIEWER, InterviewFormat.TEXT)
    empty = replace(asked, interview=())
    assert "There are no questions" in render_interview(empty, Side.CANDIDATE, InterviewFormat.MARKDOWN)


@pytest.mark.parametrize("side", Side)
def test_hostile_text_is_text(asked: Analysis, side: Side) -> None:
    quote = Quote(asked.interview[0].skill, HOSTILE, 1)
    hostile = replace(asked, interview=(replace(asked.interview[0], quote=quote, question=HOSTILE),))
    text = render_interview(hostile, side, InterviewFormat.TEXT, width=400)
    assert text.count(SHOWN) == 2
    assert all(character == "\n" or character.isprintable() for character in text)
    tokens = MarkdownIt("commonmark").parse(render_interview(hostile, side, InterviewFormat.MARKDOWN))
    inline = [each.type for token in tokens for each in token.children or []]
    assert not {"html_inline", "link_open", "image", "em_open", "code_inline"} & set(inline)


def test_of_a_project_whose_title_names_the_skill_the_title_is_asked_about() -> None:
    """Also where a line under it is quoted as what was done: that line shows something else."""
    told = "Small shell in C (2025)\n- Pipes and job control with fork, execve and waitpid, 1,200 lines\n"
    page = f"Jane Example\njane@example.com\n\nEDUCATION\nBSc Physics, Some University, 2024\n\nPROJECTS\n{told}"
    analysis = Analyzer(level="junior").analyze_text(page)
    asked = [each.quote for each in analysis.interview if each.purpose == "verify" and each.skill == "c"]
    assert [quote.line for quote in asked if quote] == ["Small shell in C (2025)"]


@pytest.mark.parametrize("role", ["software-systems-engineer", "embedded-software-engineer", "backend-engineer"])
def test_a_junior_is_asked_about_what_juniors_work_with(role: str, taxonomy: Taxonomy) -> None:
    """The languages and everyday skills that a role calls essential have a question that a junior can answer."""
    everyday = {"c", "cpp", "python", "go", "git", "debugging", "software-testing", "concurrency", "tcp-ip", "ci-cd"}
    asked = {
        skill
        for skill, ids in taxonomy.asking.items()
        for each in ids
        if taxonomy.questions[each].level is CareerLevel.JUNIOR
    }
    needed = {line.skill for line in taxonomy.roles[RoleId(role)].skills if line.importance is ESSENTIAL} & everyday
    assert needed <= asked
