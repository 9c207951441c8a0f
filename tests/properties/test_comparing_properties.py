"""Whatever two analyses say: their difference is the sum of what it is split into, and the other way round it is its mirror."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skillgap import Analysis
from skillgap.batch.comparing import Comparison, compare_analyses, side_by_side
from skillgap.batch.comparing.rendering import render_comparison
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.gap.types import Component
from skillgap.report.pages import PageFormat
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Importance, Level, SkillId

FIXTURE = Path(__file__).parent.parent / "report_fixture.json"
BASE = Analysis.from_json(FIXTURE.read_text("utf-8"))
SKILLS = {SkillId("c"): 40.1234, SkillId("linux"): 33.3333, SkillId("rust"): 20.0, SkillId("epoll"): 6.5433}
SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


@st.composite
def claims(draw: st.DrawFn, skill: SkillId) -> Claim:
    statuses = draw(st.lists(st.sampled_from(Status), min_size=1, max_size=3))
    evidence = tuple(
        Evidence(
            text="x", line=f"{skill} {number} {status}", page=1, boxes=(), start=number, end=number + 1,
            section=draw(st.sampled_from([SectionKind.EXPERIENCE, SectionKind.SUMMARY])), entry=None, status=status,
            via=draw(st.sampled_from(Via)),
        )
        for number, status in enumerate(statuses)
    )  # fmt: skip
    return Claim(
        id=skill, name=skill, area="foundations", level=draw(st.sampled_from(Level)), level_score=4 * draw(SHARES),
        confidence=draw(SHARES), months=0, last_used=None, reasons=("a reason",), evidence=evidence,
    )  # fmt: skip


@st.composite
def components(draw: st.DrawFn, skill: SkillId) -> Component:
    credit = draw(SHARES)
    return Component(
        skill=skill, name=skill, area="foundations", importance=Importance.ESSENTIAL, required=Level.WORKING,
        estimated=draw(st.sampled_from(Level)), weight=SKILLS[skill], credit=credit,
        points=round(SKILLS[skill] * credit, 4), carried_from=draw(st.sampled_from([None, *SKILLS])),
    )  # fmt: skip


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any claims and credits for a few skills, with the score that these make."""
    parts = tuple(draw(components(skill)) for skill in SKILLS)
    overall = round(sum(each.points for each in parts), 1)
    band = (round(overall - 10 * draw(SHARES), 1), round(overall + 10 * draw(SHARES), 1))
    claimed = tuple(draw(claims(skill)) for skill in draw(st.lists(st.sampled_from(list(SKILLS)), unique=True)))
    score = replace(BASE.score, overall=overall, band=band, areas={"foundations": overall}, components=parts)
    return replace(BASE, skills=claimed, score=score)


def mirrored(compared: Comparison) -> Comparison:
    return replace(
        compared,
        first=compared.second,
        second=compared.first,
        points=-compared.points + 0.0,
        rounding=-compared.rounding + 0.0,
        differences=tuple(
            replace(each, points=-each.points, first=each.second, second=each.first) for each in compared.differences
        ),
    )


@given(analyses(), analyses())
def test_the_differences_add_up_to_the_difference_of_the_scores(one: Analysis, other: Analysis) -> None:
    """But for the rounding of the scores, which is said; each skill is among the differences or alike, once."""
    compared = compare_analyses(one, other)
    assert compared.points == pytest.approx(one.score.overall - other.score.overall, abs=1e-9)
    total = sum(each.points for each in compared.differences)
    assert total + compared.rounding == pytest.approx(compared.points, abs=1e-4)
    assert abs(compared.rounding) <= 0.1001
    assert sorted(each.skill for each in (*compared.differences, *compared.alike)) == sorted(SKILLS)
    sizes = [abs(each.points) for each in compared.differences]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 not in sizes


@given(analyses(), analyses())
def test_the_other_way_round_it_is_the_mirror(one: Analysis, other: Analysis) -> None:
    assert compare_analyses(other, one) == mirrored(compare_analyses(one, other))


@given(analyses())
def test_nobody_differs_from_themselves(analysis: Analysis) -> None:
    compared = compare_analyses(analysis, analysis)
    assert (compared.points, compared.rounding, compared.differences) == (0.0, 0.0, ())
    assert not compared.is_told_apart


@given(analyses(), analyses())
def test_two_are_told_apart_where_no_score_is_in_both_bands(one: Analysis, other: Analysis) -> None:
    compared = compare_analyses(one, other)
    common = max(one.score.band[0], other.score.band[0]) <= min(one.score.band[1], other.score.band[1])
    assert compared.is_told_apart is not common


@settings(max_examples=20, deadline=None)
@given(st.lists(analyses(), min_size=2, max_size=4))
def test_what_is_drawn_names_every_candidate_and_says_of_each_pair_how_sure_it_is(several: list[Analysis]) -> None:
    """Of candidates of one name and one file, too."""
    compared = side_by_side(several)
    for output_format in (PageFormat.TEXT, PageFormat.MARKDOWN):
        text = render_comparison(compared, output_format, width=10_000).replace("\\", "")
        name = BASE.resume.basics.name
        assert [number for number in range(1, len(several) + 1) if f"{name} ({number})" not in text] == []
        assert text.count("The fair ranges ") == len(several) - 1
