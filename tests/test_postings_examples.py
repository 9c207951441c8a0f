"""Postings: examples of a broad name are no musts of their own; what goes with a language or a tool takes nothing from it."""

from functools import partial

import pytest
from read_postings import MENTIONED, REQUIRED, strength
from test_choices import choices
from test_postings_others import required

from skillgap.postings.roles import role_of
from skillgap.postings.types import Posting
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy


def asked(posting: Posting) -> set[SkillId]:
    return {ask.skill for ask in posting.asks if ask.strength is REQUIRED and ask.skill != "git"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Networking basics (ARP, DHCP, VLANs)", "computer-networking"),
        ("Message brokers (Kafka, RabbitMQ)", "messaging"),
        ("Observability tools such as Prometheus, Loki and Jaeger", "observability"),
        ("Profiling tools (perf, eBPF, flame graphs)", "profiling"),
        ("Performance analysis, for example with ftrace and flame graphs", "performance-analysis"),
    ],
)
def test_examples_are_no_musts_of_their_own(
    line: str, expected: str, read: "partial[Posting]", taxonomy: Taxonomy
) -> None:
    posting = read(required(line))
    assert choices(posting) == [asked(posting)]
    assert expected in asked(posting)
    assert [each.skill for each in role_of(posting, taxonomy).skills if each.skill != "git"] == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Python (Django)", {"python", "python-web-frameworks"}),
        ("Python with Django", {"python", "python-web-frameworks"}),
        ("Python, Django, Redis", {"python", "python-web-frameworks", "nosql"}),
        ("Kubernetes (Helm)", {"kubernetes", "helm-kustomize"}),
        ("Linux, eBPF and Rust", {"linux", "ebpf", "rust"}),
        ("Programming (Rust, Go)", {"rust", "go"}),
    ],
)
def test_what_goes_with_a_name_takes_nothing_from_it(line: str, expected: set[str], read: "partial[Posting]") -> None:
    posting = read(required(line))
    assert asked(posting) == expected
    assert choices(posting) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Services in Python (Django) or Go", [{"python", "go"}]),
        ("Services in Python (Django or Flask), Java (Spring Boot) or Go", [{"python", "java", "go"}]),
        ("Brokers (Kafka or RabbitMQ), in Go (gRPC) or Java", [{"kafka", "rabbitmq-amqp"}, {"go", "java"}]),
    ],
)
def test_brackets_do_not_break_a_choice(line: str, expected: list[set[str]], read: "partial[Posting]") -> None:
    found = choices(read(required(line)))
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Three years of embedded C on small controllers", "c"),
        ("Embedded C/C++ for motor drives", "c"),
        ("Embedded C/C++ for motor drives", "cpp"),
    ],
)
def test_a_language_at_the_end_of_a_longer_name_is_asked_for(
    line: str, language: str, read: "partial[Posting]"
) -> None:
    assert strength(read(required(line)), language) is REQUIRED
    assert strength(read(required(line)), "embedded-software") is REQUIRED


@pytest.mark.parametrize(
    ("sentence", "is_duty"),
    [
        ("Larch & Finch operates Kubernetes clusters for hospitals.", False),
        ("Bluefin builds on Kubernetes, and likes it.", False),
        ("You run Kubernetes clusters for hospitals.", True),
        ("Platform Engineer supports Kubernetes clusters for hospitals.", True),
    ],
)
def test_what_the_employer_does_is_no_duty(sentence: str, is_duty: bool, read: "partial[Posting]") -> None:
    posting = read(
        f"Engineer\n\nAbout the role\n\n{sentence} The team is small and writes things down.\n\nRequirements\n\n- Git\n"
    )
    assert [(ask.strength, ask.is_duty) for ask in posting.asks if ask.skill == "kubernetes"] == [(MENTIONED, is_duty)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rust (preferred) or C++", {"rust", "cpp"}),
        ("Go (or Java/Kotlin and the will to learn Go)", {"go", "java", "kotlin"}),
        ("The Linux kernel or another kernel (FreeBSD)", {"linux-kernel", "bsd"}),
    ],
)
def test_of_a_choice_all_is_wanted_alike(line: str, expected: set[str], read: "partial[Posting]") -> None:
    """However one of them is preferred; one is enough."""
    posting = read(required(line))
    assert choices(posting) == [expected]
    assert expected <= set(posting.skills(REQUIRED))


def test_parts_of_a_platform_are_asked_for_beside_it(read: "partial[Posting]") -> None:
    """Who knows databases does not know AWS by that."""
    posting = read(required("AWS (EC2, EKS, RDS) and Azure (AKS)"))
    assert {"cloud-platforms", "kubernetes", "relational-databases"} <= set(posting.skills(REQUIRED))
    assert choices(posting) == []


def test_an_example_that_is_named_beside_its_brackets_is_no_choice(read: "partial[Posting]") -> None:
    posting = read(required("Networking (DNS, TLS), and DNS above all"))
    (dns,) = [ask for ask in posting.asks if ask.skill == "dns"]
    assert dns.alternatives == ()


@pytest.mark.parametrize(
    "training", ["Completed vocational training as a technician for embedded systems", "A BSEE in embedded systems"]
)
def test_what_a_training_was_in_is_no_skill(training: str, read: "partial[Posting]") -> None:
    posting = read(required(training))
    assert strength(posting, "embedded-systems") is None
    assert [each.kind for each in posting.conditions] == ["degree"]
