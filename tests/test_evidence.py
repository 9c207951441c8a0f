"""Evidence: which words name a skill and which don't, what follows from them, and how much it is worth."""

import pytest
from read_evidence import claims_in

from skillgap.documents.reading import document_of_text
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.self_test import example_faults, skills_in
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar, parse_resume


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("C++", "cpp"),
        ("Wrote it in C++.", "cpp"),
        ("Wrote it in C++, mostly", "cpp"),
        ("(C++)", "cpp"),
        ("C++17", "modern-cpp"),
        ("C/C++", "c"),
        ("C/C++", "cpp"),
        ("Linux drivers in C.", "c"),
        ("C-based firmware for Linux", "c"),
        ("C#", "csharp-dotnet"),
        (".NET", "csharp-dotnet"),
        ("ASP.NET and .NET 8", "csharp-dotnet"),
        ("TCP/IP", "tcp-ip"),
        ("over TCP/IP.", "tcp-ip"),
        ("Python-based tooling", "python"),
        ("Python3.11", "python"),
        ("x86-64 servers", "x86-architecture"),
        ("x86_64 servers", "x86-architecture"),
        ("Go, Rust, C++", "go"),
        ("moved the service from Go to C++", "go"),
        ("lockfree queues", "lock-free-programming"),
        ("lock free queues", "lock-free-programming"),
        ("multi-threaded server", "multithreading"),
        ("multithreaded server", "multithreading"),
        ("LINUX KERNEL", "linux-kernel"),
        ("k8s, Terraform", "kubernetes"),
        ("Java Script and CSS", "javascript-typescript"),
        ("Power Shell on forty servers", "powershell"),
        ("React, ReScript, Elm", "haskell-ocaml"),
        ("tuned L2 caches", "memory-hierarchy"),
        ("REST APIS", "rest-apis"),
        ("HTTP2 and TLSv1.3", "tls"),
        ("USB3 and PCIe5", "pcie"),
        ("POSIX, CAN, SPI, Linux", "can-bus"),
        ("wait\N{EN DASH}free queues", "lock-free-programming"),
        ("thread\N{NON-BREAKING HYPHEN}safe logger", "thread-safety"),
        ("thread\N{HYPHEN}safe logger", "thread-safety"),
        ("Kubernetes+Terraform", "kubernetes"),
        ("Kubernetes+Terraform", "terraform"),
        ("C++11+PostgreSQL", "relational-databases"),
        ("CompTIA Linux+", "linux-administration"),
        ("TLA+ models", "formal-concurrency-verification"),
    ],
)
def test_names_are_found_whole(line: str, skill: str, collector: EvidenceCollector) -> None:
    assert skill in skills_in(line, collector)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("C++ only", "c"),
        ("Java Script and CSS", "java"),
        ("Non-relational databases such as MongoDB", "relational-databases"),
        ("Paystack and Linux, which is no slip of a name of two words", "aaa-access-control"),
        ("C# only, with .NET", "c"),
        ("Objective-C and Linux", "c"),
        ("USB-C hub for the Linux laptop", "c"),
        ("Vitamin C supplements, Python the snake", "c"),
        ("Class C licence", "c"),
        ("Ctrl+C stops the Linux daemon", "c"),
        ("Presented Linux results to C-suite executives", "c"),
        ("Led go-to-market for a Kubernetes product", "go"),
        ("Go the extra mile with PostgreSQL", "go"),
        ("Go-getter who knows Linux", "go"),
        ("SVM with an RBF kernel in Python", "linux-kernel"),
        ("Popped corn until every kernel was done", "linux-kernel"),
        ("Truck driver, 9 years", "device-drivers"),
        ("Cost was the key driver of the Java migration", "device-drivers"),
        ("Took the bus to school", "can-bus"),
        ("Can work under pressure, Linux", "can-bus"),
        ("Answered long e-mail threads", "multithreading"),
        ("Router and chisel for wood work", "ip-routing"),
        ("R&D department using Linux", "c"),
        ("Javascript", "java"),
        ("TypeScripted nothing", "javascript-typescript"),
        ("see https://example.com/linux/kernel/c", "linux"),
        ("linux@example.com", "linux"),
    ],
)
def test_words_in_another_sense_are_not(line: str, skill: str, collector: EvidenceCollector) -> None:
    assert skill not in skills_in(line, collector)


@pytest.mark.parametrize(
    "line",
    [
        "Can interface with suppliers and can network with peers.",
        "Drove on most bus routes in the county.",
        "Set up ad accounts and ad groups for a furniture brand.",
        "Worked indoors in winter.",
        "Sorted parcels by post codes and sold post cards.",
        "Rewrote the leaflet so that it supports new parents.",
        "Some nights we do 160 covers.",
        "Replaced error-prone forms.",
        "Planted window boxes.",
        "Led the retrofit of 40 homes.",
        "Ran payroll in parallel for two months.",
        "RUST REMOVAL AND PAINTING OF SHIPS, ALWAYS READY TO GO",
    ],
)
def test_everyday_words_that_spell_a_name_are_none(line: str, collector: EvidenceCollector) -> None:
    """Names of which the letters, taken without their case, are a phrase of any trade."""
    assert skills_in(line, collector) == []


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Wrote a Kubernetes operator in Go.", {"kubernetes-operators", "go"}),
        ("Wrote low-latency C++ for an order gateway.", {"low-latency-systems", "cpp"}),
        ("CUDA C++ kernels for a solver.", {"gpu-programming", "cpp"}),
        ("The client runs on Windows and Linux from one source.", {"linux"}),
        ("Set up PostgreSQL replication to a second site.", {"replication", "relational-databases"}),
        ("Wrote the C++ API of the order gateway.", {"cpp"}),
        ("Built the C API that drivers are written against.", {"c"}),
        ("WROTE DRIVERS IN RUST AND A BACKEND IN GO", {"rust", "go"}),
    ],
)
def test_no_language_or_system_is_lost_in_a_longer_name(
    line: str, skills: set[str], collector: EvidenceCollector
) -> None:
    assert skills <= set(skills_in(line, collector))


def test_the_longest_name_wins(collector: EvidenceCollector) -> None:
    assert skills_in("Linux kernel", collector) == ["linux-kernel"]


@pytest.mark.parametrize(
    ("line", "shared"),
    [
        ("Wrote unit, integration and load tests in C", "unit-testing"),
        ("Wrote unit, integration, and load tests in C", "unit-testing"),
        ("Wrote unit, integration, and load tests in C", "integration-testing"),
    ],
)
def test_names_in_a_row_share_their_last_word(line: str, shared: str, collector: EvidenceCollector) -> None:
    assert shared in skills_in(line, collector)


def test_a_comma_alone_shares_no_word(collector: EvidenceCollector) -> None:
    assert "unit-testing" not in skills_in("Wrote unit, load tests in C", collector)


def test_no_name_reaches_over_a_line(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    claims = claims_in("Jane Example\n\nSKILLS\nPython, device\ndriver licence\n", collector, grammar)
    assert "device-drivers" not in claims


def test_a_name_wrapped_over_two_lines_is_found(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    long = "Worked for four years on a large storage product, mostly in its Linux kernel"
    text = "Jane Example\n\nEXPERIENCE\n" + f"- {long}\n  modules and a bit of testing.\n" * 6
    document = document_of_text(text, name="test")
    claims = {
        claim.id: claim
        for claim in collect_evidence(parse_resume(document, grammar).resume, collector, "2026-11").claims
    }
    evidence = claims["kernel-modules"].evidence[0]
    assert evidence.text == "Linux kernel modules"
    assert document.text[evidence.start : evidence.end].split() == ["Linux", "kernel", "modules"]


def test_implied_skills_name_their_chain_and_source(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    claims = claims_in(
        "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Server on epoll\n", collector, grammar
    )
    sockets = claims["sockets"]
    assert {(evidence.via, evidence.chain, evidence.text) for evidence in sockets.evidence} == {
        (Via.IMPLIED, ("io-multiplexing", "sockets"), "epoll")
    }
    assert sockets.level_score < claims["io-multiplexing"].level_score
    assert all(len(evidence.chain) <= 3 for claim in claims.values() for evidence in claim.evidence)


def test_nothing_follows_from_what_is_denied_or_being_learnt(
    collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    for line in ("Never used epoll", "Currently learning epoll"):
        claims = claims_in(f"Jane Example\n\nEXPERIENCE\n- {line}\n", collector, grammar)
        assert set(claims) == {"io-multiplexing"}


def level_in(body: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> float:
    return claims_in(f"Jane Example\n\n{body}\n", collector, grammar)["kubernetes"].level_score


def test_levels_rank_evidence_as_a_person_would(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    """Learning < listed < said in the summary < shown < shown for longer < shown in two places."""
    job = "EXPERIENCE\nEngineer, Some Ltd, {}\n- Ran Kubernetes clusters\n"
    scores = [
        level_in("SKILLS\nKubernetes (learning)", collector, grammar),
        level_in("SKILLS\nKubernetes, Linux", collector, grammar),
        level_in("SUMMARY\nRuns Kubernetes", collector, grammar),
        level_in(job.format("Jan 2026 - Mar 2026"), collector, grammar),
        level_in(job.format("Jan 2023 - Mar 2026"), collector, grammar),
        level_in(
            job.format("Jan 2023 - Mar 2026")
            + "Engineer, Other Ltd, Jan 2019 - Dec 2022\n- Kubernetes operators\n- Kubernetes upgrades",
            collector,
            grammar,
        ),
    ]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_repeating_a_word_earns_nothing(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    once = level_in("SKILLS\nKubernetes, Linux", collector, grammar)
    assert level_in("SKILLS\n" + "Kubernetes, Linux\n" * 30, collector, grammar) == once


def test_evidence_points_at_the_text(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Server on epoll in C++\n"
    document = document_of_text(text, name="test")
    for claim in collect_evidence(parse_resume(document, grammar).resume, collector, "2026-11").claims:
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.text


def test_every_example_of_the_taxonomy(collector: EvidenceCollector) -> None:
    assert list(example_faults(collector)) == []


README_LINES = [
    ("- Rewrote the event loop on epoll in C", {"io-multiplexing": Status.USED, "c": Status.USED}),
    ("\nSkills: Linux, Rust, Kafka", {"linux": Status.LISTED, "rust": Status.LISTED, "kafka": Status.LISTED}),
    ("- Currently working through a course on eBPF", {"ebpf": Status.LEARNING}),
    (
        "- Coursework: operating systems, compilers",
        {"operating-systems": Status.COURSEWORK, "compilers": Status.COURSEWORK},
    ),
    ("- No production Kubernetes yet", {"kubernetes": Status.NEGATED}),
    ("- The platform team runs it on Kubernetes", {"kubernetes": Status.OTHER_PERSON}),
    ("- truck driver", {}),
    ("- go-to-market", {}),
    ("- kernel of the story", {}),
]


@pytest.mark.parametrize(("line", "expected"), README_LINES)
def test_the_lines_of_the_readme(
    line: str, expected: dict[str, Status], collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """What the README says of a line is what it is worth."""
    text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2024 - Dec 2025\n{line}\n"
    found = {
        claim.id: evidence.status
        for claim in claims_in(text, collector, grammar).values()
        for evidence in claim.evidence
        if evidence.via is Via.ALIAS
    }
    assert {skill: found.get(skill) for skill in expected} == expected
    assert expected or not found


@pytest.mark.parametrize(
    ("product", "skill", "everyday"),
    [
        ("Built 60 packages for Chocolatey on Windows", "package-building", "Baked chocolatey cakes for Linux users"),
        ("Vectors of 2 million documents in Pinecone", "search-engines", "Painted pinecones with the Linux user group"),
        ("Simulated the protocol in OMNeT++ and OMNeT", "network-simulation", "Left Omnet Ltd for a Linux firm"),
        ("Declared the client with Feign in Java", "rest-apis", "Would not feign joy about Java"),
        ("Sensors on a Teensy with C++", "microcontrollers", "A teensy bit of C++"),
    ],
)
def test_a_product_that_is_an_everyday_word_is_written_as_a_name(
    product: str, skill: str, everyday: str, collector: EvidenceCollector
) -> None:
    assert skill in skills_in(product, collector)
    assert skill not in skills_in(everyday, collector)


@pytest.mark.parametrize(
    ("line", "label", "listed"),
    [
        ("Cloud: Docker, Ansible", "cloud-platforms", "docker"),
        ("Networking: trade fairs, LinkedIn, Python", "computer-networking", "python"),
        ("Messaging and databases: PostgreSQL, Linux", "messaging", "relational-databases"),
    ],
)
def test_the_label_of_a_list_is_none_of_it(
    line: str, label: str, listed: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    claims = claims_in(f"Jane Example\n\nSKILLS\n{line}\n", collector, grammar)
    assert label not in claims
    assert listed in claims


def test_a_tool_that_leads_a_list_is_listed_too(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    claims = claims_in(
        "Jane Example\n\nSKILLS\nKubernetes: operators, upgrades\nCloud, Docker, Linux\n", collector, grammar
    )
    assert {"kubernetes", "cloud-platforms"} <= claims.keys()
