"""Whose work a line tells of, and whether it tells of work at all: what rules decide, whatever the models make of the words."""

import pytest
from read_evidence import status_of, statuses_in

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status
from skillgap.resume.parsing import ResumeGrammar

NO_WORK = {Status.COURSEWORK, Status.LISTED, Status.LEARNING}


def under(heading: str, line: str) -> str:
    return f"Jane Example\njane@example.com\n\nEXPERIENCE\nClerk, Some Ltd, 2020 - 2024\n- Kept books.\n\n{heading}\n- {line}\n"


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Answered the questions of our Java developers.", "java"),
        ("Sat with a Linux administrator to size the disks.", "linux-administration"),
        ("Reviewed the design with two security architects.", "security-engineering"),
        ("Wrote the runbook together with a senior network engineer.", "computer-networking"),
        ("Reported faults to firmware developers abroad.", "firmware"),
        ("Our Linux administrator tuned the hosts that I had sized.", "linux-administration"),
        ("Described the outage as well as I could to the network engineers.", "computer-networking"),
    ],
)
def test_a_fellow_workers_trade_is_not_ones_own(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.OTHER_PERSON}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Spent three years as a network engineer at a carrier.", "computer-networking"),
        ("Promoted to lead Java developer after a year.", "java"),
        ("Rose from web developer to kernel developer.", "linux-kernel"),
        ("Became the Linux administrator of the group.", "linux-administration"),
        ("Network engineer for three branch offices.", "computer-networking"),
        ("Wrote a Kubernetes operator that replaced cron jobs.", "kubernetes-operators"),
        ("Led three embedded engineers through the port.", "embedded-software"),
    ],
)
def test_ones_own_trade_stays_ones_own(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Carriers use it every day, but the Terraform modules are mine.", "terraform"),
        ("The board came from the vendor; tracing it with Wireshark was my job.", "packet-capture"),
        ("The Grafana boards fell to me after the split.", "prometheus-grafana"),
        ("The RabbitMQ bridge that I built is run by the operations group.", "rabbitmq-amqp"),
        ("Showed customers how the Ansible roles work, which I wrote.", "ansible"),
        ("The storage group wanted me to trace their daemon with eBPF.", "ebpf"),
        ("Was one of four who built the DPDK firewall.", "dpdk"),
        ("Belonged to the crew that moved the shop to Kubernetes.", "kubernetes"),
        ("A crew of eight under my direction rewrote the billing engine in Rust.", "rust"),
        ("Passed the Jenkins jobs on to the platform group after I had built them.", "jenkins"),
        ("Bash tools that summarised logs from our suppliers over SSH.", "shell-scripting"),
        ("Rust reader that decoded frames from the radar team over UART.", "i2c-spi-uart"),
        ("Introduced fuzzing to the developers with libFuzzer.", "fuzzing"),
    ],
)
def test_ones_own_work_stays_so_where_others_stand_beside_it(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Perl scripts that the vendor wrote.", "perl"),
        ("Watched for a month how she tuned PostgreSQL.", "relational-databases"),
        ("Users wrote the Slurm jobs that filled my disks.", "workload-schedulers"),
        ("Their switches speak MPLS because the metro runs on it, which I wrote about.", "mpls"),
        ("Six engineers under me write SIP stacks in Erlang.", "erlang-elixir"),
    ],
)
def test_what_others_did_is_theirs_though_one_led_or_felt_it(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.OTHER_PERSON}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Term project: a ray tracer in Rust.", "rust"),
        ("College project, a chat server on epoll.", "io-multiplexing"),
        ("My bachelor thesis: a boot loader for RISC-V.", "risc-v"),
        ("Master's thesis about RDMA.", "rdma"),
        ("As homework we built a shell in C.", "c"),
        ("For a course on networks I wrote a TCP stack.", "tcp-ip"),
        ("CS 240 labs: paging in C.", "c"),
        ("edX: Docker and Linux, twelve weeks.", "docker"),
    ],
)
def test_studies_among_the_lines_of_a_job_are_studies(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.COURSEWORK}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Certified Kubernetes Security Specialist, 2022.", "kubernetes"),
        ("HashiCorp Certified Terraform Associate.", "terraform"),
        ('Read "TCP/IP Illustrated" twice.', "tcp-ip"),
    ],
)
def test_a_certificate_or_a_book_is_no_work(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) <= NO_WORK


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Thesis supervision: two students on eBPF tools.", "ebpf"),
        ("For a course I gave I wrote a TCP stack in Rust.", "rust"),
        ("Certified Docker images for production before each release.", "docker"),
        ("Read sensors over I2C.", "i2c-spi-uart"),
        ("School network: replaced the switches and set up VLANs.", "vlan"),
        ("Exercised the failover with Pacemaker every quarter.", "clustering-ha"),
    ],
)
def test_work_with_words_of_studies_is_work(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


def test_a_researchers_thesis_is_work(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    for title, status in (("PhD Researcher", Status.USED), ("Developer", Status.COURSEWORK)):
        text = (
            f"Jane Example\n\nEXPERIENCE\n{title}, Some Ltd, 2020 - 2024\n- Thesis: wrote a lock-free queue in Rust.\n"
        )
        assert statuses_in(text, "rust", collector, grammar) == {status}


@pytest.mark.parametrize("heading", ["INTERESTS", "CURRENTLY LEARNING", "PROJECTS"])
def test_what_was_finished_beside_a_lesson_is_not_being_learnt(
    heading: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = under(heading, "Zig (working through a tutorial), web sockets: built a small chat server in Python.")
    found = {skill: statuses_in(text, skill, collector, grammar) for skill in ("zig", "websocket", "python")}
    assert found == {"zig": {Status.LEARNING}, "websocket": {Status.USED}, "python": {Status.USED}}


@pytest.mark.parametrize(
    ("title", "line", "is_own"),
    [
        ("Solicitor", "Advised a start-up that runs on Kubernetes about its licences.", False),
        ("Patent Attorney", "Litigated over a patent on Kubernetes scheduling.", False),
        ("Procurement Manager", "Negotiated the contracts for Kubernetes hosting.", False),
        ("Bid Manager", "Won three tenders for Kubernetes platforms.", False),
        ("Auditor", "Audited a bank whose clearing runs on Kubernetes.", False),
        ("Paralegal", "Moved our own case files to Kubernetes over a winter.", True),
        ("Platform Engineer", "Advised two teams on Kubernetes and negotiated quotas.", True),
    ],
)
def test_who_practises_law_or_buys_tells_of_others(
    title: str, line: str, is_own: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\n\nEXPERIENCE\n{title}, Some Ltd, 2020 - 2024\n- {line}\n"
    assert (Status.USED in statuses_in(text, "kubernetes", collector, grammar)) is is_own


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Trained nine nurses in Python and checked their homework.", "python"),
        ("Coached three squads on Terraform.", "terraform"),
        ("Taught two colleagues Ansible and Bash.", "ansible"),
        ("I wrote the Helm charts for the payments team.", "helm-kustomize"),
        ("Ported the Rust gateway that a freelancer had built.", "rust"),
        ("Took over the Perl importer from the agency that wrote it.", "perl"),
        ("Linux hosts configured by Puppet, patched by hand.", "linux-administration"),
        ("Kafka brokers deployed by Ansible and watched by Nagios.", "kafka"),
        ("Two of us on the desk: she did the Windows side, I did the Kafka side.", "kafka"),
        ("All the Terraform in the house was written by us.", "terraform"),
    ],
)
def test_whom_one_teaches_whose_work_goes_on_and_what_a_tool_did_leave_it_ones_own(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Our vendor wrote the importer in Perl.", "perl"),
        ("A consultant in Turin built the shop in Perl.", "perl"),
        ("The agency I hired wrote the shop in Perl.", "perl"),
        ("My predecessor ran Ansible; I inherited the paper.", "ansible"),
        ("Coached pupils who wrote games in Python.", "python"),
        ("Kafka is operated by the platform people.", "kafka"),
        ("Our Kafka is run by a provider in Linz.", "kafka"),
        ("The Ansible part was built by a contractor.", "ansible"),
        ("Kafka brokers are looked after by a hoster in Linz.", "kafka"),
        ("PostgreSQL came from a supplier with its own staff.", "relational-databases"),
        ("Ansible is in the hands of the network crew.", "ansible"),
    ],
)
def test_outsiders_are_no_team_of_ones_own(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.OTHER_PERSON}


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("Technical recruiter; I place Kubernetes engineers with banks.", False),
        ("As a patent attorney I wrote filings on Kubernetes scheduling.", False),
        ("Recruitment platform developer; moved it to Kubernetes and doubled revenue.", True),
    ],
)
def test_who_tells_of_others_says_so_at_the_start_of_a_summary(
    line: str, is_own: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\njane@example.com\n\nSUMMARY\n{line}\n"
    assert (Status.USED in statuses_in(text, "kubernetes", collector, grammar)) is is_own
