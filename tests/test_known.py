"""What one clause says of its own names alone, and what a line says that one knows, whatever is wished for beside it."""

import pytest
from read_evidence import status_of, statuses_in

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status
from skillgap.resume.parsing import ResumeGrammar

CREDITED = {Status.USED, Status.LISTED}


def in_summary(line: str) -> str:
    return f"Jane Example\njane@example.com\n\nSUMMARY\n{line}\n"


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("After nine years of Perl I would like to move into Rust.", "perl"),
        ("Currently leading the move of a mill to Kubernetes.", "kubernetes"),
        ("Currently working as a system administrator with Ansible and PostgreSQL.", "ansible"),
        ("Now running a PostgreSQL cluster for a museum, previously RabbitMQ.", "relational-databases"),
        ("Now running a PostgreSQL cluster for a museum, previously RabbitMQ.", "rabbitmq-amqp"),
        ("In my current post I maintain Terraform modules.", "terraform"),
        ("My Ansible skills would be of use to your team.", "ansible"),
        ("Aspiring architect with hands-on Terraform experience.", "terraform"),
        ("Experienced in PostgreSQL and eager to learn Rust.", "relational-databases"),
        ("Network engineer with Ansible and Linux. Next on my list is Rust.", "ansible"),
    ],
)
def test_what_one_knows_is_no_wish(line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    found = statuses_in(in_summary(line), skill, collector, grammar)
    assert found
    assert found <= CREDITED


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("After nine years of Perl I would like to move into Rust.", "rust"),
        ("Currently building up my skills in Rust.", "rust"),
        ("Currently improving my Ansible skills in the evenings.", "ansible"),
        ("Want to become fluent in Rust.", "rust"),
        ("Experienced in PostgreSQL and eager to learn Rust.", "rust"),
        ("Signed up for a Terraform class in spring.", "terraform"),
        ("Rust is what I want to do next.", "rust"),
        ("Kubernetes is on my list for the winter.", "kubernetes"),
    ],
)
def test_a_wish_stays_a_wish(line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    assert statuses_in(in_summary(line), skill, collector, grammar) == {Status.LEARNING}


@pytest.mark.parametrize(
    ("line", "skill", "status"),
    [
        ("Kafka is operated by the vendor; wrote the consumers in Rust.", "rust", Status.USED),
        ("Kafka is operated by the vendor; wrote the consumers in Rust.", "kafka", Status.OTHER_PERSON),
        ("The Oracle part is managed by a partner, I did the Kafka side.", "kafka", Status.USED),
        ("Kubernetes was not allowed. Deployed with Ansible.", "ansible", Status.USED),
        ("Kubernetes was not allowed. Deployed with Ansible.", "kubernetes", Status.NEGATED),
        ("Kubernetes: not part of my tasks; Terraform daily.", "terraform", Status.USED),
    ],
)
def test_a_clause_speaks_of_its_own_names(
    line: str, skill: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {status}
