"""What part somebody had in what a line tells: it moves the level, whatever skill the line names."""

import pytest

from skillgap import Analyzer
from skillgap.evidence.types import Part

LINES = [
    (Part.LED, "Designed the retry protocol of the C++ gateway; duplicates fell from 40 a day to none."),
    (Part.LED, "Found that two daemons raced for one D-Bus name after a restart; six lines of C fixed it."),
    (Part.DID, "Wrote unit tests for the C++ parser."),
    (Part.DID, "Ported the Linux device drivers from kernel 5.4 to 6.1."),
    (Part.HELPED, "Assisted the lead engineer with the port of the Linux drivers."),
    (Part.HELPED, "Took part in reviews of the C++ code as a member of the middleware group."),
    (Part.VAGUE, "Leveraged Kubernetes, Terraform, Jenkins, Docker and Python to deliver superior quality."),
    (Part.VAGUE, "Responsible for C++ and Linux."),
]


def page(*lines: str) -> str:
    bullets = "\n".join(f"- {line}" for line in lines)
    return f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2022 - Dec 2025\n{bullets}\n"


@pytest.mark.parametrize(("part", "line"), LINES)
def test_a_line_tells_of_a_part(part: Part, line: str, analyzer: Analyzer) -> None:
    parts = {
        evidence.part
        for claim in analyzer.analyze_text(page(line)).skills
        for evidence in claim.evidence
        if evidence.chain == () and evidence.part is not None
    }
    assert parts == {part}


@pytest.mark.parametrize("skill", ["Kubernetes", "Rust", "Kafka", "PostgreSQL"])
def test_what_the_skill_is_says_nothing(skill: str, analyzer: Analyzer) -> None:
    line = "Assisted the lead engineer with the move to {}; kept the list of open points."
    found = [
        evidence.part
        for name in ("Kubernetes", skill)
        for claim in analyzer.analyze_text(page(line.format(name))).skills
        for evidence in claim.evidence
        if evidence.text == name and not evidence.chain
    ]
    assert found == [Part.HELPED] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Administered 240 Debian servers, Apache, Nginx, MySQL and Postfix.",
        "Maintained the Jenkins agents",
        "Mentor two colleagues in Rust and C++.",
        "Troubleshoot VPN tunnels of customers, captures with Wireshark",
        "Executed the regression tests in Selenium",
        "Supported 24x7 production PostgreSQL 13/15 clusters on Red Hat Linux.",
        "Reduced the AWS bill by 31% within a year.",
        "Set up Jenkins for the whole department.",
        "Wrote the Ansible roles that all teams use.",
        "Introduced Prometheus and Grafana for our group.",
        "Introduced Go to the developers against some doubts.",
        "Rolled out Puppet to all hosts.",
        "Debian hosts for DNS – patched, monitored and rebuilt with Ansible.",
        "Python tools that summarised logs for the support desk.",
        "The research group's Python simulator fed our queue; I maintained the C++ publisher.",
    ],
)
def test_the_work_itself_is_no_small_part(line: str, analyzer: Analyzer) -> None:
    parts = {
        evidence.part
        for claim in analyzer.analyze_text(page(line)).skills
        for evidence in claim.evidence
        if evidence.chain == () and evidence.part is not None
    }
    assert parts
    assert parts <= {Part.LED, Part.DID}


@pytest.mark.parametrize(
    "line",
    [
        "Supported the developers with PostgreSQL upgrades.",
        "Tested what I was told to test in Selenium, on the bench of the group.",
        "Worked in a team that ran Kubernetes.",
        "Performed small fixes in C++ under supervision.",
        "Wrote some Python for the lab.",
    ],
)
def test_a_small_part_is_one_where_a_word_says_so(line: str, analyzer: Analyzer) -> None:
    parts = {
        evidence.part
        for claim in analyzer.analyze_text(page(line)).skills
        for evidence in claim.evidence
        if evidence.chain == () and evidence.part is not None
    }
    assert parts <= {Part.HELPED}


def test_who_led_stands_above_who_did_and_who_did_above_who_helped(analyzer: Analyzer) -> None:
    lines = [
        "Designed the retry protocol over gRPC; lost orders fell from 40 a day to none.",
        "Wrote gRPC services.",
        "Helped with the move to gRPC.",
    ]
    scores = [
        next(claim.level_score for claim in analyzer.analyze_text(page(line)).skills if claim.id == "rpc")
        for line in lines
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_only_what_was_done_has_a_part(analyzer: Analyzer) -> None:
    text = page("Wrote drivers in C.") + "\nSKILLS\nRust, Go\n"
    listed = [
        evidence.part
        for claim in analyzer.analyze_text(text).skills
        for evidence in claim.evidence
        if evidence.status == "listed"
    ]
    assert listed
    assert set(listed) == {None}
