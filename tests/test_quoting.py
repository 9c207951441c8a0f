"""Which line is quoted first for a skill: one that tells of it, in its own words, before a title or a list."""

import pytest

from skillgap import Analyzer
from skillgap.evidence.types import Claim
from skillgap.gap.quoting import best_proof

OLDER = "\nProgrammer\nOther Ltd, Jan 2012 - Dec 2018\n"


def page(title: str, *lines: str, before: str = "", skills: str = "") -> str:
    bullets = "".join(f"- {line}\n" for line in lines)
    listed = f"\nSKILLS\n{skills}\n" if skills else ""
    return f"Jane Example\n\nEXPERIENCE\n{title}\nSome Ltd, Jan 2019 - Dec 2025\n{bullets}{before}{listed}"


def claims_of(text: str, analyzer: Analyzer) -> dict[str, Claim]:
    return {claim.id: claim for claim in analyzer.analyze_text(text).skills}


def quoted(text: str, skill: str, analyzer: Analyzer) -> str:
    found = best_proof(claims_of(text, analyzer)[skill])
    assert found is not None
    return found.line


@pytest.mark.parametrize(
    ("skill", "title", "best", "others"),
    [
        (
            "ci-cd",
            "Engineer",
            "Built CI/CD pipelines in Jenkins with shared libraries for 60 services.",
            ("Rolled out a vault for secrets and removed all static keys from our pipelines.",),
        ),
        (
            "incident-response",
            "Engineer",
            "Led the incident response to a ransomware attack and had the file services back within six hours.",
            ("On call every third week.",),
        ),
        (
            "computer-networking",
            "Senior Network Engineer",
            "Designed the MPLS backbone of 40 sites with IS-IS and BGP route reflectors.",
            (),
        ),
        (
            "kubernetes",
            "Kubernetes Engineer",
            "Wrote the upgrade of 12 Kubernetes clusters so that no user notices it.",
            (),
        ),
    ],
)
def test_a_line_that_tells_of_it_comes_first(
    skill: str, title: str, best: str, others: tuple[str, ...], analyzer: Analyzer
) -> None:
    assert quoted(page(title, *others, best), skill, analyzer) == best


def test_a_list_is_no_proof_where_a_line_is(analyzer: Analyzer) -> None:
    line = "Wrote the Terraform modules of the payment platform."
    assert quoted(page("Engineer", line, skills="Terraform, Git"), "terraform", analyzer) == line


def test_a_small_part_comes_after_ones_own_work(analyzer: Analyzer) -> None:
    own = "Designed the Kafka topics of the billing service and their retention."
    text = page(
        "Programmer", "Helped the platform team with the Kafka upgrade of last year.", before=f"{OLDER}- {own}\n"
    )
    assert quoted(text, "kafka", analyzer) == own


def test_who_works_with_a_skill_is_not_told_that_it_is_being_learnt(analyzer: Analyzer) -> None:
    work = (
        "Designed the failover of 30 PostgreSQL clusters; it takes 20 seconds instead of an hour.",
        "Tuned PostgreSQL queries for the billing service.",
    )
    text = page("Database Administrator", *work) + "\nLEARNING NOW\nPostgreSQL internals, Rust\n"
    advice = next(each.message for each in analyzer.analyze_text(text).advice if each.code == "learning")
    assert "Rust" in advice
    assert "Relational databases" not in advice
