"""What speaks for the technical sense of an ambiguous name."""

import pytest

from skillgap.evidence.finding import SkillFinder
from skillgap.evidence.senses import MEANT, SHORT, SURELY, technical_mentions
from skillgap.linear import LinearScorer
from skillgap.resume.bare_lines import resume_of_lines
from skillgap.taxonomy.whole import Taxonomy
from skillgap.trained import SCALE, LinearModel

PLAIN = "Met the suppliers and wrote down what they asked for."
TECHNICAL = "Wrote services in Python and PostgreSQL with gRPC."
NAMED = "Cared for the containers of three depots."


@pytest.mark.parametrize(
    ("page", "log_odds", "is_taken"),
    [
        ([PLAIN] * SHORT, SURELY - 0.5, False),
        ([PLAIN] * SHORT, SURELY + 0.5, True),
        ([TECHNICAL] * SHORT, SURELY - 0.5, True),
        ([PLAIN], SURELY - 0.5, True),
    ],
    ids=["page of another trade", "sure all the same", "page of this trade", "too few lines to tell"],
)
def test_a_page_that_names_little_asks_for_more(
    taxonomy: Taxonomy, page: list[str], log_odds: float, is_taken: bool
) -> None:
    finder = SkillFinder(taxonomy)
    model = LinearScorer(LinearModel((MEANT, "other"), (round(log_odds * SCALE), 0), {}))
    resume = resume_of_lines([*page, NAMED])
    found, words = finder.candidates(resume)
    mentions = technical_mentions(found, words, resume, finder.near_of, model)
    assert any(mention.line_number == len(page) for mention in mentions) is is_taken


@pytest.mark.parametrize(
    ("page", "is_taken"), [(["Wrote daemons in Python."], True), (["Wrote to the suppliers."], False)]
)
def test_what_the_page_names_elsewhere_speaks_for_a_name(taxonomy: Taxonomy, page: list[str], is_taken: bool) -> None:
    """Here a model that knows of nothing else: "pandas" is Python's on a page that names Python."""
    finder = SkillFinder(taxonomy)
    model = LinearScorer(LinearModel((MEANT, "other"), (0, 0), {"named elsewhere:False True": (0, -SCALE, 1, SCALE)}))
    resume = resume_of_lines([*page, "Read the numbers with pandas."])
    found, words = finder.candidates(resume)
    mentions = technical_mentions(found, words, resume, finder.near_of, model)
    assert any(mention.line_number == 1 for mention in mentions) is is_taken


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Images by Docker/Podman.", {"docker", "containers"}),
        ("Guests on QEMU/KVM.", {"qemu", "kvm"}),
        ("Tools: Jira/Confluence.", {"issue-tracking", "technical-documentation"}),
        ("Sites in PHP/MySQL.", {"php", "relational-databases"}),
        ("Benches for HIL/SIL.", {"hil-testing", "simulation-testing"}),
        ("Pipelines in Tekton/ArgoCD.", {"ci-cd", "gitops"}),
    ],
)
def test_names_of_two_skills_that_a_slash_joins_are_both_found(taxonomy: Taxonomy, line: str, skills: set[str]) -> None:
    found, _ = SkillFinder(taxonomy).candidates(resume_of_lines([line]))
    assert {mention.skill for mention in found} == skills


@pytest.mark.parametrize(
    ("line", "is_named"),
    [
        ("Rewrote the tariff engine from Perl to Go.", True),
        ("Sold Coffee To Go at the main station.", False),
        ("Always Ready to Go for guests.", False),
    ],
)
def test_what_was_rewritten_to_go_names_the_language(taxonomy: Taxonomy, line: str, is_named: bool) -> None:
    found, _ = SkillFinder(taxonomy).candidates(resume_of_lines([line]))
    assert any(mention.skill == "go" for mention in found) is is_named
