"""Statuses: what a line says of the skill that it names, and what rules decide before and after the models."""

import pytest
from read_evidence import claims_in, status_of, statuses_in

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar


@pytest.mark.parametrize(
    ("line", "skill", "status"),
    [
        ("Wrote a scheduler in Rust with Tokio", "rust", Status.USED),
        ("No Rust yet, all of it is C++", "rust", Status.NEGATED),
        ("No production Rust or Zig experience", "rust", Status.NEGATED),
        ("I have never used Kubernetes in anger", "kubernetes", Status.NEGATED),
        ("No kernel modules, but wrote user-space tools with epoll", "io-multiplexing", Status.USED),
        ("No kernel modules, but wrote user-space tools with epoll", "kernel-modules", Status.NEGATED),
        ("No downtime while moving to Kubernetes", "kubernetes", Status.USED),
        ("Currently learning Rust with Tokio, wrote the old service in C++", "rust", Status.LEARNING),
        ("Currently learning Rust with Tokio, wrote the old service in C++", "cpp", Status.USED),
        ("Kubernetes (learning)", "kubernetes", Status.LEARNING),
        ("Learning now: Rust, Kubernetes", "kubernetes", Status.LEARNING),
        ("Relevant coursework: operating systems, Linux, computer networks", "linux", Status.COURSEWORK),
        ("Familiar with Kubernetes and Terraform", "terraform", Status.LISTED),
        ("Basic knowledge of Kubernetes", "kubernetes", Status.LISTED),
        ("The platform team runs it on Kubernetes", "kubernetes", Status.OTHER_PERSON),
        ("Worked with the firmware team, who wrote the USB driver", "usb", Status.OTHER_PERSON),
        ("A contractor did the FPGA; I wrote the PCIe driver", "pcie", Status.USED),
        ("A contractor did the FPGA; I wrote the PCIe driver", "fpga", Status.OTHER_PERSON),
        ("Kubernetes was owned by another group", "kubernetes", Status.OTHER_PERSON),
        ("Led the Kubernetes team through two migrations", "kubernetes", Status.USED),
        ("Worked with the Kubernetes team on quotas", "kubernetes", Status.OTHER_PERSON),
        ("Deployed machine learning models on Kubernetes", "kubernetes", Status.USED),
        ("Self-study: Rust, Kubernetes", "kubernetes", Status.LEARNING),
        ("Kubernetes: not yet", "kubernetes", Status.NEGATED),
        ("Neither Kubernetes nor Terraform was needed", "terraform", Status.NEGATED),
        ("Unfamiliar with Yocto, comfortable in Buildroot", "buildroot", Status.USED),
        ("New to the team, I wrote the PCIe driver", "pcie", Status.USED),
    ],
)
def test_what_the_line_says(
    line: str, skill: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {status}


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("EXPERIENCE", Status.USED),
        ("SKILLS", Status.LISTED),
        ("EDUCATION", Status.COURSEWORK),
        ("CURRENTLY LEARNING", Status.LEARNING),
    ],
)
def test_the_section_speaks_where_the_line_does_not(
    heading: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    claims = claims_in(f"Jane Example\n\n{heading}\n- Linux, PostgreSQL\n", collector, grammar)
    assert {evidence.status for evidence in claims["linux"].evidence if evidence.via is Via.ALIAS} == {status}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("The analytics group used our Hadoop cluster; I maintained the Kafka brokers and the gRPC gateway.", "kafka"),
        ("The analytics group used our Hadoop cluster; I maintained the Kafka brokers and the gRPC gateway.", "grpc"),
        ("The agency built the shop in PHP. I wrote the Terraform modules.", "terraform"),
        ("At present I maintain the Ceph cluster.", "distributed-storage"),
        ("The plug-in came from a reseller; the Jenkins pipelines were written by me.", "jenkins"),
        ("Unit tests by the developers in Jest; I built the Ansible roles.", "ansible"),
        ("Wrote Terraform modules they run every night.", "terraform"),
        ("Wrote the Terraform modules that the teams built on.", "terraform"),
        ("Maintained the Jenkins pipelines he had written.", "jenkins"),
        ("Led the SRE team of six.", "reliability-engineering"),
        ("Engineer in the SRE team, on call every third week.", "reliability-engineering"),
        ("Profiled with perf the code they wrote.", "profiling"),
        ("Automated with Ansible the servers that the vendor built.", "ansible"),
        ("Fuzzed the Rust services they wrote.", "fuzzing"),
        ("Introduced Kafka and they built the gateway on it.", "kafka"),
    ],
)
def test_a_clause_about_oneself_is_ones_own_whoever_the_line_began_with(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("The analytics group used our Hadoop cluster; I maintained the Kafka brokers.", "big-data-platforms"),
        ("I tested the Rust services they wrote.", "rust"),
        ("Reviewed services in Rust that the vendor had written.", "rust"),
        ("Documented the Ansible roles which our contractors built.", "ansible"),
        ("Wrote the exporter in C; the SRE team reads what it says.", "reliability-engineering"),
        ("Handed the databases over to the DBA team.", "database-administration"),
        ("My teams moved 90 services from virtual machines to Kubernetes; I owned the budget.", "kubernetes"),
        ("I wrote the release notes; the Terraform modules were built by the platform team.", "terraform"),
    ],
)
def test_what_others_did_stays_theirs_beside_ones_own(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {Status.OTHER_PERSON}


@pytest.mark.parametrize(
    ("line", "skill", "status"),
    [
        ("Currently moving the reporting databases to PostgreSQL.", "relational-databases", Status.USED),
        ("Currently migrating the billing services from MySQL to PostgreSQL", "relational-databases", Status.USED),
        ("Presently rewriting the importer in Rust.", "rust", Status.USED),
        ("Currently building a gRPC gateway.", "grpc", Status.USED),
        ("Currently learning Rust.", "rust", Status.LEARNING),
        ("Currently studying for the Kubernetes exam.", "kubernetes", Status.LEARNING),
        ("Now rewriting it in Rust to learn the language.", "rust", Status.LEARNING),
    ],
)
def test_work_under_way_is_no_learning(
    line: str, skill: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, skill, collector, grammar) == {status}


@pytest.mark.parametrize(
    ("title", "skill"),
    [
        ("Database Administrator / Junior Developer", "database-administration"),
        ("Intern, Firmware Group", "firmware"),
        ("Linux Engineering Intern", "linux"),
        ("Kubernetes Platform Trainee", "kubernetes"),
    ],
)
def test_the_title_of_a_job_is_ones_own_work(
    title: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\n\nEXPERIENCE\n{title}\nSome Ltd, Jun 2021 - Sep 2024\n- Answered 30 calls a day.\n"
    assert statuses_in(text, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    "line",
    [
        "Windows Server 2008 R2 – 2022 · Group Policy · Exchange 2010–2019 · PowerShell 5.1/7 · vSphere 6–8 · Veeam B&R · IIS",
        "Docker 24, Kubernetes 1.29, Terraform 1.7, Ansible core 2.16, Vault, some bits and pieces of PowerShell",
    ],
)
def test_a_list_of_skills_shows_none_in_use(line: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = (
        f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Answered 30 calls a day.\n\nSKILLS\n{line}\n"
    )
    assert statuses_in(text, "powershell", collector, grammar) == {Status.LISTED}


def test_what_stands_under_a_heading_of_learning_is_being_learnt(
    collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    work = "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Answered calls.\n"
    text = f"{work}\nLEARNING NOW\nKubernetes (online course), Rust\n"
    for skill in ("kubernetes", "rust"):
        assert statuses_in(text, skill, collector, grammar) == {Status.LEARNING}


@pytest.mark.parametrize("label", ["Open to work", "Desired position:", "Job preferences"])
def test_a_post_that_is_only_wished_for_shows_nothing(
    label: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    between = " " if label.endswith(":") else "\n"
    job = "EXPERIENCE\nIT Support, Some Ltd, Jan 2020 - Dec 2024\n- Answered 30 calls a day\n"
    text = f"Jane Example\nIT Support\n\n{label}{between}Kubernetes Administrator, Platform Engineer\n\n{job}"
    assert statuses_in(text, "kubernetes", collector, grammar) <= {Status.LEARNING}


def test_a_row_of_certificates_speaks_for_itself_alone(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    rows = (
        "Certified Kubernetes Administrator   Linux Foundation   2021",
        "Terraform Associate   HashiCorp   2022",
        "CCIE Enterprise (lab booked)   Cisco   in progress",
        "Red Hat Ansible Specialist   Red Hat   2023",
    )
    text = "Jane Example\n\nCERTIFICATIONS\n" + "\n".join(rows) + "\n"
    found = {skill: statuses_in(text, skill, collector, grammar) for skill in ("kubernetes", "terraform", "ansible")}
    assert found == {skill: {Status.COURSEWORK} for skill in found}
    assert statuses_in(text, "computer-networking", collector, grammar) == {Status.LEARNING}


@pytest.mark.parametrize(
    ("headline", "skill", "status"),
    [
        ("Senior Backend Engineer · Java · PostgreSQL · Kafka · AWS", "kafka", Status.LISTED),
        ("DevOps Engineer, Azure, Kubernetes, Terraform", "terraform", Status.LISTED),
        ("Data Engineer – Spark · Quillboard · PostgreSQL · Kafka", "kafka", Status.LISTED),
        ("Network Engineer (BGP, MPLS, Ansible)", "mpls", Status.LISTED),
        ("Senior Kubernetes Engineer", "kubernetes", Status.USED),
        ("Database Administrator – Oracle, PostgreSQL", "relational-databases", Status.USED),
    ],
)
def test_a_list_behind_a_headline_is_a_list(
    headline: str, skill: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\n{headline}\njane@example.com\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Answered calls.\n"
    assert statuses_in(text, skill, collector, grammar) == {status}


@pytest.mark.parametrize(
    ("line", "skill", "status"),
    [
        ("Platform engineer who runs Kubernetes.", "kubernetes", Status.USED),
        ("A careful tester who automates with Selenium and reads Java.", "java", Status.USED),
        ("Coach to engineers who write Rust.", "rust", Status.OTHER_PERSON),
        ("Support engineer who never touched Terraform.", "terraform", Status.NEGATED),
    ],
)
def test_who_one_is_is_ones_own(
    line: str, skill: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """A summary that begins with a trade goes on about its writer."""
    text = f"Jane Example\n\nSUMMARY\n{line}\n\nSKILLS\nGit, Jira\n"
    assert statuses_in(text, skill, collector, grammar) == {status}


@pytest.mark.parametrize(
    ("line", "left", "taken"),
    [
        (
            "Evaluated Terraform and Pulumi for the new region, settled on Terraform.",
            "infrastructure-as-code",
            "terraform",
        ),
        ("Compared gRPC against SOAP; picked gRPC for the ledger.", "soap-web-services", "grpc"),
        ("Opted for Ansible over Puppet on the branch servers.", "puppet-chef-salt", "ansible"),
        ("MongoDB was considered, PostgreSQL used instead.", "nosql", "relational-databases"),
        ("Selected CMake after evaluating Bazel.", "bazel-meson", "cmake"),
        ("Considered moving to Kubernetes, then stayed with Docker on two hosts.", "kubernetes", "docker"),
        ("Chose a plain socket over ZeroMQ and wrote it in C++.", "zeromq-nanomsg", "cpp"),
        ("Looked at Ceph, went with our own store in C++.", "distributed-storage", "cpp"),
    ],
)
def test_what_was_weighed_and_not_chosen_is_no_practice(
    line: str, left: str, taken: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """Nor does the line say that its writer knows nothing of it."""
    text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- {line}\n"
    assert statuses_in(text, left, collector, grammar) == set()
    assert statuses_in(text, taken, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Chose gRPC over HTTP/2 for the internal API.", "http"),
        ("Picked up Kubernetes over two years of Linux work.", "linux"),
        ("Evaluated four Kubernetes distributions and chose the smallest.", "kubernetes"),
        ("Compared Terraform plans of two regions by a Python script.", "terraform"),
        ("Retired the last Solaris hosts.", "unix"),
        ("Moved the build off Buildroot onto Yocto.", "buildroot"),
        ("Phased out Perl scripts in favour of Python.", "perl"),
        ("Built a scraper of job adverts in Python with PostgreSQL behind it.", "python"),
        ("Rolled out release candidates for the Linux kernel.", "linux-kernel"),
    ],
)
def test_what_was_worked_with_stays_used(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """What something else goes over is not turned down, and what was removed or replaced had been worked with."""
    assert status_of(line, skill, collector, grammar) == {Status.USED}


@pytest.mark.parametrize(
    "line",
    [
        "Drafted job descriptions asking for Terraform and Linux.",
        "Posted vacancies that called for Terraform and a driving licence.",
        "Interviewed candidates on Terraform, salary and notice period.",
        "Conducted technical interviews in Terraform and C++.",
        "Recruited engineers skilled in Terraform.",
        "Advertised for a Terraform engineer twice.",
    ],
)
def test_what_is_asked_of_applicants_is_nobodys_own(
    line: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, "terraform", collector, grammar) <= {Status.OTHER_PERSON, Status.NEGATED}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Taught a two-day course on Terraform to forty colleagues.", Status.USED),
        ("Held lectures on Terraform at the spring school.", Status.USED),
        ("Prepared the in-house training on Terraform.", Status.USED),
        ("Attended a course on Terraform.", Status.COURSEWORK),
        ("Took a class on Terraform.", Status.COURSEWORK),
    ],
)
def test_who_teaches_a_skill_uses_it(
    line: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert status_of(line, "terraform", collector, grammar) == {status}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("A position as Terraform engineer in a small team.", Status.LEARNING),
        ("Objective: a role as Terraform engineer.", Status.LEARNING),
        ("Seeking: Terraform engineer position", Status.LEARNING),
        ("Aspiring Terraform engineer, ready to relocate.", Status.LEARNING),
        ("Seeking a role where I can use my six years of Terraform and learn from others.", Status.USED),
    ],
)
def test_what_is_sought_is_not_known_yet(
    line: str, status: Status, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\njane@example.com\n\nOBJECTIVE\n{line}\n\nEXPERIENCE\nClerk, Some Ltd, 2020 - 2024\n- Kept the books.\n"
    found = claims_in(text, collector, grammar)["terraform"].evidence
    assert {evidence.status for evidence in found if evidence.via is Via.ALIAS} == {status}


@pytest.mark.parametrize(("label", "is_own"), [("Roles filled", False), ("Hiring for", False), ("Tools", True)])
def test_a_list_of_those_who_were_hired_is_of_others(
    label: str, is_own: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    work = "EXPERIENCE\nTalent Partner, Some Ltd, 2020 - 2024\n- Met people.\n"
    claims = claims_in(f"Jane Example\n\nSKILLS\n{label}: Java, Kubernetes, PostgreSQL\n\n{work}", collector, grammar)
    assert {claims[skill].level_score > 0 for skill in ("java", "kubernetes")} == {is_own}


@pytest.mark.parametrize(
    ("title", "line", "is_own"),
    [
        ("IT Recruiter", "Filled 40 roles a year, most of them Kubernetes and Linux engineers.", False),
        ("Talent Acquisition Partner", "Mapped the market for Kubernetes talent in Leeds.", False),
        ("Account Executive", "Sold Kubernetes support to banks; 120 % of quota.", False),
        ("Freelance Translator", "Localised the manuals of Kubernetes into Danish.", False),
        ("Conference Interpreter", "Interpreted for engineers of Kubernetes at four fairs.", False),
        ("Reporter", "Covered Kubernetes and what it costs for a business daily.", False),
        ("Librarian", "Catalogued books on Kubernetes for the branch.", False),
        ("Patent Attorney", "Drafted claims on how Kubernetes schedules work.", False),
        ("Freelance Translator", "Run my own site on Kubernetes at home.", True),
        ("Localisation Engineer", "Moved translated strings between services on Kubernetes.", True),
        ("IT Recruiter", "Moved our own site to Kubernetes over a winter.", True),
        ("Sales Engineer", "Built Kubernetes demos for customers.", True),
        ("Technical Account Manager", "Sold nothing, but mended Kubernetes for banks.", True),
        ("Account Manager", "Debugged Kubernetes of three customers at night.", True),
        ("Platform Engineer", "Interviewed candidates and ran Kubernetes on 40 machines.", True),
    ],
)
def test_who_hires_or_sells_tells_of_others(
    title: str, line: str, is_own: bool, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    claims = claims_in(f"Jane Example\n\nEXPERIENCE\n{title}, Some Ltd, 2020 - 2024\n- {line}\n", collector, grammar)
    assert (Status.USED in {evidence.status for evidence in claims["kubernetes"].evidence}) is is_own
