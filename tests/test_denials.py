"""What a denial comes to: two in a row praise, an exception turns one round, what was missing until oneself built it is one's own."""

import pytest
from read_evidence import claims_in, status_of

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar

CREDITED = {Status.USED, Status.LISTED}
NOT_OWN = {Status.NEGATED, Status.OTHER_PERSON}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Nothing went to production without integration tests in my time.", "integration-testing"),
        ("Rarely a week passes without Ansible.", "ansible"),
        ("Cannot imagine working without tmux and strace.", "strace"),
        ("We never released without a Terraform plan.", "terraform"),
        ("No VLAN without a name and an owner.", "vlan"),
        ("There isn't a Kafka broker that I haven't restarted at night.", "kafka"),
        ("Without PostgreSQL nothing here would run.", "relational-databases"),
        ("Nobody in the house knows OpenSSL as well as I do.", "tls"),
        ("No one but me understood the Makefiles.", "make"),
        ("Not confined to Java; I ship Go as well.", "java"),
        ("Not unfamiliar with VHDL.", "verilog-vhdl"),
        ("No novice in Terraform and Ansible.", "ansible"),
        ("C++ holds no secrets from me.", "cpp"),
        ("The Perl scripts were not new to me.", "perl"),
        ("I don't just know Ansible from books.", "ansible"),
        ("Knows PostgreSQL, does not know MongoDB.", "relational-databases"),
    ],
)
def test_two_denials_praise(line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    assert status_of(line, skill, collector, grammar) <= CREDITED


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("No Kafka, no Kubernetes, without regrets.", "kubernetes"),
        ("Worked without Docker and never missed it.", "docker"),
        ("I do not know Rust, worked without Terraform.", "terraform"),
        ("Without Kubernetes I am fine.", "kubernetes"),
        ("The vendor never shipped without unit tests.", "unit-testing"),
        ("Hardly a day passes without somebody thinking that I do machine learning; I do not.", "machine-learning"),
        ("New to Terraform.", "terraform"),
        ("Terraform was new to me.", "terraform"),
        ("Knows PostgreSQL, does not know MongoDB.", "nosql"),
    ],
)
def test_one_denial_denies(line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    assert status_of(line, skill, collector, grammar).isdisjoint(CREDITED)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("There were no integration tests when I joined; I added them.", "integration-testing"),
        ("We had no regression tests, so I wrote some.", "software-testing"),
        ("No CI/CD existed until I set it up.", "ci-cd"),
        ("The absence of code reviews bothered me; I introduced them.", "code-review"),
        ("Missing unit tests: I wrote them.", "unit-testing"),
        ("Nobody on the team knew Ansible, so I learned it.", "ansible"),
        ("The shop had no experience with Terraform; I introduced it.", "terraform"),
        ("Our branch had never used Ansible, so I brought it.", "ansible"),
        ("No one in the plant had run Kafka until I set it up.", "kafka"),
        ("No one else could read the Terraform, so I did.", "terraform"),
    ],
)
def test_what_was_missing_until_oneself_built_it_is_used(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("I had no Kubernetes experience, so I set up a cluster at home.", "kubernetes"),
        ("I had no Rust; a colleague wrote it.", "rust"),
        ("The shop had no experience with Terraform, and neither had I.", "terraform"),
        ("My colleagues had never used Ansible, so we kept our shell scripts.", "ansible"),
        ("Nobody on the team knew Ansible, so we stayed with shell scripts.", "ansible"),
    ],
)
def test_what_was_missing_and_stayed_so_earns_nothing(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar).isdisjoint(CREDITED)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("No scripting other than PowerShell.", "powershell"),
        ("No experience with databases besides MySQL.", "relational-databases"),
        ("I program nothing except Python.", "python"),
        ("Except for Python I have no programming experience.", "python"),
        ("Aside from Puppet I maintain Ansible roles.", "puppet-chef-salt"),
        ("Apart from Java, I write Kotlin.", "java"),
        ("Besides Lua I keep all our Kafka clusters healthy.", "lua"),
    ],
)
def test_an_exception_from_a_denial_adds(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) & CREDITED


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("All services except the Java one were mine.", "java"),
        ("Ran everything but the Oracle databases.", "relational-databases"),
        ("Looked after every system other than the mainframe.", "mainframe-zos"),
        ("Everything apart from the billing code (Java) was my work.", "java"),
        ("Apart from Kafka, everything was mine.", "kafka"),
        ("Wrote everything except the device drivers in Rust.", "rust"),
        ("Apart from Kafka I looked after every queue of the house.", "kafka"),
        ("Everything except the desktop client (Java) was mine.", "java"),
    ],
)
def test_an_exception_from_all_takes_out(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) <= NOT_OWN


@pytest.mark.parametrize(
    ("line", "skill", "is_own"),
    [
        ("Our neighbours run Ceph, which I have never touched.", "distributed-storage", False),
        ("The next desk runs Terraform and Ansible, and I have no experience with either.", "terraform", False),
        ("My queue feeds RabbitMQ, of which I have no knowledge.", "rabbitmq-amqp", False),
        ("Left the Oracle databases to the DBA team and wrote the C++.", "relational-databases", False),
        ("Left the Oracle databases to the DBA team and wrote the C++.", "cpp", True),
        ("Worked with MongoDB, which I had never used before.", "nosql", True),
        ("Moved us to Kafka, which I never regretted.", "kafka", True),
        ("Set up the Kafka brokers, and I never touched them again.", "kafka", True),
    ],
)
def test_what_follows_a_skill_may_deny_it(
    line: str, skill: str, is_own: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert bool(status_of(line, skill, collector, grammar) & CREDITED) is is_own


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("There was no budget for Splunk.", Status.NEGATED),
        ("Gave up on Splunk before it went live.", Status.NEGATED),
        ("Dropped the plan of a move to Splunk.", Status.NEGATED),
        ("Abandoned the plan to move to Splunk.", Status.NEGATED),
        ("Gave up on moving to Splunk.", Status.NEGATED),
        ("My weak point is Splunk.", Status.NEGATED),
        ("My weak side is Splunk.", Status.NEGATED),
        ("Splunk is my weak spot.", Status.NEGATED),
        ("A little rusty in Splunk.", Status.LISTED),
        ("My Splunk is rusty.", Status.LISTED),
    ],
)
def test_ways_to_deny(line: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    assert status_of(line, "logging", collector, grammar) == {status}


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Opted for Ansible over Puppet on the branch servers.", "puppet-chef-salt"),
        ("Preferred Go over Java for the gateway.", "java"),
        ("Moved the queue to NATS rather than Kafka.", "kafka"),
        ("Wrote it in Go instead of Java.", "java"),
        ("Decided against Kubernetes for two hosts.", "kubernetes"),
        ("There was no Kubernetes in that company.", "kubernetes"),
        ("There was no Kafka, so I introduced RabbitMQ.", "kafka"),
        ("There was no Kubernetes; the vendor brought it later.", "kubernetes"),
    ],
)
def test_what_was_passed_over_says_nothing_of_the_writer(
    line: str, left: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """It earns nothing, and no report says that its writer does not know it; what stands elsewhere counts as if this did not."""
    job = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- {line}\n"
    assert left not in claims_in(job, collector, grammar)
    listed = claims_in(f"{job}\nSKILLS\nGit, Puppet, Java, Kafka, Kubernetes\n", collector, grammar)[left]
    assert {each.status for each in listed.evidence if each.via is Via.ALIAS} == {Status.LISTED}
