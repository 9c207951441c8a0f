"""Skills of which one is enough: read from a posting, or written in a role; the one that somebody knows best counts."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from skillgap.documents.reading import document_of_text
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.gap.ownership import ASKED_LINES
from skillgap.gap.scoring import held_against, overall_of
from skillgap.gap.standing import Standing, Standings
from skillgap.pipeline import Analyzer
from skillgap.postings.reading import read_posting
from skillgap.postings.roles import role_of
from skillgap.postings.types import Posting
from skillgap.report.types import Analysis
from skillgap.taxonomy.authoring.role_checks import role_faults
from skillgap.taxonomy.types import Basis, CareerLevel, Importance, Level, RoleSkill, SkillId
from skillgap.taxonomy.whole import Taxonomy

POSTING = """\
Systems Engineer

Requirements

- C, C++ or Rust
- Linux
"""
JOB = "\n\nEXPERIENCE\nEngineer, Some Ltd, 2016 - 2024\n"


def posting_of(line: str, collector: EvidenceCollector, *more: str) -> Posting:
    lines = "\n".join(f"- {each}" for each in (line, *more))
    return read_posting(document_of_text(f"Engineer\n\nRequirements\n\n{lines}\n", name="p.txt"), collector)


def choices(posting: Posting) -> list[set[str]]:
    found = [{ask.skill, *ask.alternatives} for ask in posting.asks if ask.alternatives]
    return [each for number, each in enumerate(found) if each not in found[:number]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Java, Go or Python", [{"java", "go", "python"}]),
        ("Experience in Java or in Python", [{"java", "python"}]),
        ("You know Java and/or Python", [{"java", "python"}]),
        ("At least one of the following languages: Java, Python", [{"java", "python"}]),
        ("Ansible, Terraform or similar", [{"ansible", "terraform"}]),
        ("A message broker (Kafka or RabbitMQ), Java", [{"kafka", "rabbitmq-amqp"}]),
        ("C/C++ or Rust", [{"c", "cpp", "rust"}]),
        ("Erfahrung mit Java oder Python", [{"java", "python"}]),
        ("Expérience en Java ou Python", [{"java", "python"}]),
        ("Experiencia en Java o Python", [{"java", "python"}]),
        ("Docker, Java or Python, and sockets", [{"java", "python"}]),
        ("Java or Python, Kafka or RabbitMQ", [{"java", "python"}, {"kafka", "rabbitmq-amqp"}]),
        ("Java, Python and Go", []),
        ("Java and Python, or a will to learn", []),
        ("Java. Or Python, if you must, and Go", []),
        ("Java or a degree", []),
    ],
)
def test_what_one_line_leaves_to_choose(line: str, expected: list[set[str]], collector: EvidenceCollector) -> None:
    assert choices(posting_of(line, collector)) == expected


def test_what_is_asked_for_by_itself_is_no_choice(collector: EvidenceCollector, taxonomy: Taxonomy) -> None:
    """And as it must be known anyway, the choice that it stands in is settled."""
    posting = posting_of("Java or Python", collector, "Five years of Python")
    assert {ask.skill: ask.alternatives for ask in posting.asks} == {"java": ("python",), "python": ()}
    assert [line.choice for line in role_of(posting, taxonomy).skills] == [("python",)]


def analysis_of(line: str, tmp_path: Path) -> Analysis:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING)
    return Analyzer(posting=path, level="mid").analyze_text(f"Jane Example{JOB}- {line}\n")


@pytest.mark.parametrize("skill", ["C++", "Rust", "C"])
def test_any_one_of_a_choice_counts_in_full(skill: str, tmp_path: Path) -> None:
    """And is a strength by its own name; the others are no gaps."""
    analysis = analysis_of(f"Designed and wrote the storage engine in {skill}", tmp_path)
    first, linux = analysis.score.components
    assert (first.name, first.credit, first.weight) == (skill, 1, linux.weight)
    assert len(first.alternatives) == 2
    assert [gap.skill for gap in analysis.gaps] == ["linux"]
    assert skill in {each.name for each in analysis.strengths}


def test_a_choice_of_which_nothing_is_known_is_one_gap_that_says_so(tmp_path: Path) -> None:
    analysis = analysis_of("Administered Linux servers", tmp_path)
    gap = next(gap for gap in analysis.gaps if gap.skill != "linux")
    assert (gap.name, "C++ or Rust will do as well" in gap.reason) == ("C", True)


def test_more_of_a_choice_is_no_better_and_no_worse(tmp_path: Path) -> None:
    one = analysis_of("Designed and wrote the storage engine in Rust", tmp_path)
    three = analysis_of("Designed and wrote the storage engine in Rust, C++ and C", tmp_path)
    assert one.score.overall == three.score.overall


def test_a_role_names_a_skill_once_in_all_its_choices(taxonomy: Taxonomy, collector: EvidenceCollector) -> None:
    role = role_of(posting_of("Java or Python", collector), taxonomy)
    assert not list(role_faults(role))
    doubled = replace(role, skills=role.skills * 2)
    assert {each.message for each in role_faults(doubled)} == {"lists 'java' twice", "lists 'python' twice"}


def test_a_choice_is_left_open_in_every_role_and_level(taxonomy: Taxonomy) -> None:
    """Also where a role is only compared with, and where the level in question asks for nothing."""
    line = RoleSkill(
        skill=SkillId("c"),
        alternatives=(SkillId("rust"),),
        importance=Importance.ESSENTIAL,
        junior=Level.NONE,
        mid=Level.WORKING,
        senior=Level.WORKING,
        staff=Level.WORKING,
        basis=Basis.JUDGEMENT,
    )
    role = replace(next(iter(taxonomy.roles.values())), skills=(line,))
    standings = Standings(
        {SkillId("rust"): Standing(3.0, Level.PRACTITIONER, is_shown=True, months=120)},
        owned_lines=max(ASKED_LINES.values()),
    )
    scores = [overall_of(held_against(role, level, standings)) for level in CareerLevel]
    assert scores == [0, 100, 100, 100]
