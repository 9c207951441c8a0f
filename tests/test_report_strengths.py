"""What somebody can already show: lines that tell of it before titles and wishes, and for a beginner those that come nearest."""

import pytest
from conftest import SAMPLES
from msgspec.structs import replace

from skillgap import Analysis, Analyzer
from skillgap.gap.quoting import is_job_title
from skillgap.plan.interviewing import shows_in
from skillgap.report.rendering import Format, render
from skillgap.report.score_view import facts_of
from skillgap.report.view import FEW_IN_FULL, MOST_IN_PART, view_of
from skillgap.report.wording import TOO_LITTLE_USE
from skillgap.taxonomy.types import Importance

PROJECT = "Tile server in Go that keeps its index in SQLite, for a sailing club"
BEGINNER = f"Jane Example\n\nPROJECTS\n- {PROJECT}\n\nSKILLS\nGo, Git, Linux\n\nEDUCATION\nBSc Physics, Some University, 2025\n"
TITLE = "Software Engineering Trainee, Some Ltd, Jan 2021 - Dec 2025"
TELLING = "Wrote the packet filter of a gateway in C, used by 40 branch offices"
TITLED = f"Jane Example\n\nEXPERIENCE\n{TITLE}\n- {TELLING}\n- Mended the CMake build scripts of three products\n"
WISHING = (
    "Jane Example\n\nSUMMARY\nJava developer on the way to systems work: profiling, device drivers and embedded systems.\n\n"
    "EXPERIENCE\nDeveloper, Some Ltd, Jan 2021 - Dec 2025\n- Wrote the booking service in Java and PostgreSQL\n"
)


@pytest.fixture(scope="module")
def titled() -> Analysis:
    return Analyzer(level="junior").analyze_text(TITLED)


@pytest.fixture(scope="module")
def beginner(analyzer: Analyzer) -> Analysis:
    return analyzer.analyze_text(BEGINNER)


@pytest.mark.parametrize("format_", [Format.TEXT, Format.MARKDOWN, Format.HTML])
def test_who_shows_nothing_in_full_is_shown_what_comes_nearest(beginner: Analysis, format_: Format) -> None:
    assert beginner.strengths == ()
    text = render(beginner, format_)
    assert "No line names a skill of this role and shows it in full yet; these come nearest." in text
    shown = view_of(beginner).proofs
    assert [proof.quote.text for proof in shown] == [PROJECT]


ONE_IN_FULL = (
    "Jane Example\n\nEXPERIENCE\nDeveloper, Some Ltd, Jan 2015 - Dec 2025\n- Wrote the billing service in Python, 40,000 lines\n\n"
    "Developer, Other Ltd, Jan 2014 - Mar 2014\n- Wrote the scheduler of a kiln in C++, which still runs\n"
    "- Wrote the alarm of a greenhouse in Java\n"
)


def test_a_page_that_proves_much_says_nothing_of_what_comes_near(analyzer: Analyzer) -> None:
    analysis = analyzer.analyze(SAMPLES / "senior-systems.pdf")
    lines = {each.quote.line for each in analysis.strengths}
    view = view_of(analysis)
    assert (view.in_part, len(view.proofs)) == ("", len(lines))


def test_where_few_lines_prove_anything_in_full_those_that_come_nearest_stand_behind_them(analyzer: Analyzer) -> None:
    """What somebody proves in full first, and a word that says where it ends."""
    analysis = analyzer.analyze_text(ONE_IN_FULL)
    view, lines = view_of(analysis), {each.quote.line for each in analysis.strengths}
    assert 0 < len(lines) < len(view.proofs) <= MOST_IN_PART
    assert [proof.quote.text in lines for proof in view.proofs].index(False) == len(lines)
    assert view.in_part.startswith(FEW_IN_FULL[len(lines)])
    assert view.in_part in render(analysis, Format.MARKDOWN)


def test_how_many_are_proven_is_said_in_whole_sentences(titled: Analysis) -> None:
    """One shows "it", several "them"; what is met and shown by no line of its own follows from others."""
    one = replace(titled, strengths=titled.strengths[:1])
    meanings = [facts_of(replace(titled, strengths=some))[1] for some in (titled.strengths, one.strengths, ())]
    assert [each.label for each in meanings] == [str(len(titled.strengths)), "1", "0"]
    assert "them" in meanings[0].meaning
    assert "it in use" in meanings[1].meaning
    assert "follow" in meanings[2].meaning


def test_what_lacks_only_use_at_work_is_not_said_to_be_below_the_level(beginner: Analysis) -> None:
    for word, gaps in view_of(beginner).more_gaps:
        reached = [each.gap.estimated.rank >= each.gap.required.rank for each in gaps]
        if word is TOO_LITTLE_USE:
            assert all(reached)
        elif word.label == "Shown, below the level asked for":
            assert not any(reached)
    assert TOO_LITTLE_USE in [word for word, _ in view_of(beginner).more_gaps]


def test_the_title_of_a_job_is_no_strength(titled: Analysis) -> None:
    assert titled.strengths
    assert not any(TITLE in each.quote.line for each in titled.strengths)
    assert all(TITLE not in quote.line for each in titled.fit.evidence for quote in each.quotes)


def test_the_title_of_a_project_tells_what_was_built(beginner: Analysis) -> None:
    evidence = [each for claim in beginner.skills for each in claim.evidence if each.line == PROJECT]
    assert evidence
    assert not any(is_job_title(each) for each in evidence)


TOOLS = "Harbour kernel | C, QEMU, gdb   Spring 2025"
UNDER_TOOLS = "Implemented demand paging with a clock eviction policy and a file system with inodes, in a team of two"
STACKED = f"Jane Example\n\nPROJECTS\n{TOOLS}\n- {UNDER_TOOLS}\n\nEDUCATION\nBSc Physics, Some University, 2025\n"


def test_of_a_project_whose_title_names_the_tools_a_line_is_quoted() -> None:
    """In full or in part: a list of names proves nothing to whoever reads it."""
    found = view_of(Analyzer(level="junior").analyze_text(STACKED))
    quotes = {name.skill: proof.quote.text for proof in found.proofs for name in proof.strengths}
    assert quotes["c"] == UNDER_TOOLS
    assert TOOLS not in quotes.values()


def test_what_is_essential_is_shown_by_the_line_that_it_follows_from(titled: Analysis) -> None:
    """After what lines name; and by a line of work, at one step."""
    named = [
        shows_in(claim, each.quote.line)
        for each in titled.strengths
        for claim in titled.skills
        if claim.id == each.skill
    ]
    assert True in named
    assert False in named
    assert named == sorted(named, reverse=True)
    followed = [each for each, is_named in zip(titled.strengths, named, strict=True) if not is_named]
    assert all(each.importance is Importance.ESSENTIAL for each in followed)


def test_nobody_is_asked_to_confirm_what_only_the_top_of_the_page_says(analyzer: Analyzer) -> None:
    asked = [each for each in analyzer.analyze_text(WISHING).interview if each.purpose == "verify"]
    assert asked
    assert all(each.quote is None or "on the way" not in each.quote.line for each in asked)


def test_what_is_said_at_the_top_is_not_taken_for_done(analyzer: Analyzer) -> None:
    """It may be a wish."""
    wins = [each for each in analyzer.analyze_text(WISHING).quick_wins if "on the way" in each.quote.line]
    assert wins
    assert all("If it was part of a job" in each.suggestion for each in wins)
