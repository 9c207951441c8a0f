"""Names that share a word or have a slip in them; levels that only rise with evidence, and say why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.documents.reading import document_of_text
from skillgap.evidence.collecting import EvidenceCollector, collect_evidence
from skillgap.evidence.lone_words import WORTH, goes_with, without_lone_words
from skillgap.evidence.self_test import skills_in
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.evidence.use import Judged, use_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Level, SkillId

USES = [
    "Ran Kubernetes clusters for three teams",
    "Designed the Kubernetes platform from scratch",
    "Helped with Kubernetes upgrades",
    "Moved 40 services to Kubernetes, no downtime",
    "Wrote Kubernetes tooling in Go",
]


def kubernetes(lines: list[str], collector: EvidenceCollector, grammar: ResumeGrammar, skills: str = "Linux") -> Claim:
    body = "\n".join(f"- {line}" for line in lines)
    text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2020 - Dec 2024\n{body}\n\nSKILLS\n{skills}\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    return {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}["kubernetes"]


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Wrote unit and integration tests for the gateway.", {"unit-testing", "integration-testing"}),
        ("Wrote unit, integration and regression tests", {"unit-testing", "integration-testing"}),
        ("Stream and batch processing in Scala", {"stream-processing"}),
        ("Deployed on kuberentes with Ansible", {"kubernetes"}),
        ("Terrafrom modules for AWS", {"terraform"}),
        ("Grafanna dashboards on Linux", {"prometheus-grafana"}),
        ("Cluster of kubernets, tools in pyhton, roles of Ansibel", {"kubernetes", "python", "ansible"}),
        ("ProtoBuff over RabbitMQQ", {"protocol-buffers", "rabbitmq-amqp"}),
    ],
)
def test_shared_words_and_slips(line: str, skills: set[str], collector: EvidenceCollector) -> None:
    assert skills <= set(skills_in(line, collector))


@pytest.mark.parametrize(
    "line",
    [
        "Contained costs on Linux",
        "Launched two products on Linux",
        "The Arabian office, Linux",
        "Assistant to a filmmaker, Linux",
        "Walks in the Alpines, Linux",
    ],
)
def test_other_words_are_no_slips(line: str, collector: EvidenceCollector) -> None:
    assert set(skills_in(line, collector)) == {"linux"}


@pytest.mark.parametrize(
    ("line", "meant", "not_meant"),
    [
        ("Jars in Nexus, built by Maven", "artifact-repositories", "network-hardware"),
        ("Fabric of Arista and Nexus, 40 racks, BGP", "network-hardware", "artifact-repositories"),
        ("Promises and futures on an event loop in Rust", "async-programming", "electronic-trading-systems"),
        ("Order routing in C++ for bonds and futures", "cpp", "async-programming"),
        ("Oracle RAC with RMAN and ASM", "backup-and-restore", "assembly"),
        ("Groovy pipelines, an own DSL on top, its parser in ANTLR", "compilers", "optical-access-networks"),
        ("SOC analyst, L2", "siem-detection-engineering", "ethernet-l2"),
    ],
)
def test_words_beside_a_name_settle_which_technical_sense_is_meant(
    line: str, meant: str, not_meant: str, collector: EvidenceCollector
) -> None:
    found = skills_in(line, collector)
    assert meant in found
    assert not_meant not in found


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Agents of Azure DevOps on Azure DevOps Server", {"ci-cd"}),
        ("Builds moved to Azure DevOps", {"ci-cd"}),
        ("Hosted on Azure", {"cloud-platforms"}),
    ],
)
def test_a_preposition_makes_no_name_longer(line: str, skills: set[str], collector: EvidenceCollector) -> None:
    assert set(skills_in(line, collector)) == skills


@pytest.mark.parametrize("count", ["2", "four", "17", "eleven"])
def test_a_name_may_count(count: str, collector: EvidenceCollector) -> None:
    assert skills_in(f"Hired {count} engineers", collector) == ["engineering-management"]
    assert skills_in(f"Mentored {count} interns", collector) == ["mentoring"]
    assert skills_in(f"Hired {count} vans", collector) == []


@pytest.mark.parametrize(
    "line",
    [
        "Single-threaded design, no locks",
        "Ran 700 browser checks in parallel",
        "Associative containers of the STL",
        "Talk on NAPI-style interrupt moderation",
        "Wrote the rules for virtual hosts of a mail server",
    ],
)
def test_the_opposite_and_the_everyday_word_name_nothing(line: str, collector: EvidenceCollector) -> None:
    wrong = {"multithreading", "virtualization", "containers", "kernel-network-stack"}
    assert wrong.isdisjoint(skills_in(line, collector))


@settings(deadline=None, max_examples=40)
@given(lines=st.lists(st.sampled_from(USES), min_size=1, max_size=5, unique=True), more=st.sampled_from(USES))
def test_another_mention_never_lowers_a_level(
    lines: list[str], more: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    before = kubernetes(lines, collector, grammar)
    after = kubernetes([*lines, more], collector, grammar)
    assert 0 <= before.level_score <= after.level_score <= 4


def test_a_wall_of_names_raises_nothing(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    plain = kubernetes(USES[:1], collector, grammar, "Kubernetes")
    wall = kubernetes(USES[:1], collector, grammar, ", ".join(["Kubernetes"] * 20))
    assert wall.level_score == plain.level_score


def test_one_word_many_times_in_a_line_counts_once(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    once = kubernetes(["Ran Kubernetes clusters"], collector, grammar)
    often = kubernetes(["Ran Kubernetes, Kubernetes and Kubernetes clusters"], collector, grammar)
    assert often.level_score == once.level_score


def test_a_small_part_is_worth_less_and_says_so(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    own = kubernetes(["Ran Kubernetes clusters"], collector, grammar)
    helper = kubernetes(["Helped with Kubernetes clusters"], collector, grammar)
    assert helper.level_score < own.level_score
    assert "only a small part in it is told" in helper.reasons


def test_what_is_only_listed_stays_at_awareness(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = "Jane Example\n\nSKILLS\nRust, Kubernetes, Linux, PostgreSQL\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    claims = {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}
    assert {claims[skill].level for skill in ("rust", "kubernetes")} == {Level.AWARENESS}
    assert claims["rust"].reasons == ("listed, but not shown in use",)


def test_only_who_helped_had_a_small_part(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    vague = kubernetes(["Responsible for Kubernetes and Docker"], collector, grammar)
    assert "named in few words" in vague.reasons
    assert "only a small part in it is told" not in vague.reasons


@pytest.mark.parametrize(
    ("jobs", "time"),
    [
        ([["Ran Kubernetes clusters"]], "one line of a job of 5 years"),
        ([["Ran Kubernetes clusters"] * 2 + ["Wrote tests"]], "one line of a job of 5 years"),
        ([["Ran Kubernetes clusters", "Moved Kubernetes to new servers"]], "5 years of use at work"),
        ([["Wrote tests"], ["Ran Kubernetes clusters", "Moved Kubernetes to new servers"]], "in a job of 8 years"),
        ([["Ran Kubernetes clusters"], ["Moved Kubernetes to new servers"]], "in 2 jobs of 13 years together"),
    ],
)
def test_few_lines_are_not_said_to_be_years_of_use(
    jobs: list[list[str]], time: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """A job may be long; what its one line tells may have taken a day."""
    dated = zip(("Jan 2021 - Dec 2025", "Jan 2010 - Dec 2017"), jobs, strict=False)
    entries = (f"Engineer, Ltd {dates}\n" + "".join(f"- {line}\n" for line in lines) for dates, lines in dated)
    text = "Jane Example\n\nEXPERIENCE\n" + "\n".join(entries)
    assert time in claims_of(text, collector, grammar)["kubernetes"].reasons


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Biology Teacher", 3),
        ("Elektriker", 3),
        ("Data Engineer", 9),
        ("Teacher of Computer Science", 9),
    ],
)
def test_a_line_in_the_job_of_another_trade_does_not_speak_for_all_of_it(
    title: str, years: int, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    text = f"Jane Example\n\nEXPERIENCE\n{title}\nSome Place, Jan 2014 - Dec 2022\n- Wrote Python scripts for the plans.\n- Led a group.\n"
    claim = claims_of(text, collector, grammar)["python"]
    assert claim.months == 12 * years
    assert claim.months_practised <= 12 * years


def test_the_first_reason_is_the_one_that_made_the_level(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    work = "Engineer, Some Ltd, Jan 2017 - Dec 2025\n" + "".join(
        f"- {line}\n"
        for line in (
            "Designed the Terraform modules of 40 services; a new region takes a day instead of a month.",
            "Wrote the Ansible roles for 600 hosts and their tests.",
        )
    )
    text = f"Jane Example\n\nEXPERIENCE\n{work}\nSKILLS\nInfrastructure as code, Rust\n"
    claims = claims_of(text, collector, grammar)
    reasons = claims["infrastructure-as-code"].reasons
    assert reasons[0].startswith("follows from")
    assert reasons[1:] == ("by itself listed, but not shown in use",)
    assert claims["rust"].reasons == ("listed, but not shown in use",)


def test_a_certificate_is_called_one(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = (
        "Jane Example\n\nCERTIFICATIONS\nCertified Kubernetes Administrator, 2022\n\n"
        "EDUCATION\nBSc Computer Science, Some University, 2012 - 2015\nModules: compilers, databases\n"
    )
    claims = claims_of(text, collector, grammar)
    assert claims["kubernetes"].reasons == ("from a certificate",)
    assert claims["compilers"].reasons == ("from coursework",)


def test_a_component_for_any_spacy_pipeline() -> None:
    import spacy

    import skillgap.evidence.spacy_component  # noqa: F401 - registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("skillgap_skills")
    doc = nlp("Rewrote the event loop on epoll in C++.\nTruck driver before that.")
    assert {(span.text, span.label_) for span in doc.spans["skills"]} >= {("epoll", "io-multiplexing")}
    assert "device-drivers" not in {span.label_ for span in doc.spans["skills"]}


def test_a_line_copied_within_a_job_is_one_line(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    once = kubernetes(USES[:1], collector, grammar)
    assert kubernetes(USES[:1] * 8, collector, grammar).level_score == once.level_score


@pytest.mark.parametrize("beside", ["Helped with Kubernetes", "Kubernetes"])
def test_an_old_job_takes_nothing_from_what_has_no_dates(
    beside: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    lines = "\n".join(f"- {line}" for line in (*USES, "Kubernetes quotas for students", "Kubernetes on bare metal"))
    page = f"Jane Example\n\nPROJECTS\nCluster at home\n{lines}\n"
    old = f"\nEXPERIENCE\nEngineer, Old Ltd, Jan 2001 - Feb 2001\n- {beside}\n"
    scores = []
    for text in (page, page + old):
        resume = parse_resume(document_of_text(text, name="test"), grammar).resume
        claims = {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}
        scores.append(claims["kubernetes"].level_score)
    assert scores[0] <= scores[1]


def test_what_is_said_is_worth_no_less_beside_a_small_part_long_ago(
    collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    said = "Jane Example\n\nSUMMARY\nOperates Kubernetes platforms.\n"
    small = "\nEXPERIENCE\nEngineer, Old Ltd, Jan 2001 - Feb 2001\n- Helped with Kubernetes\n"
    scores = []
    for text in (said, said + small):
        resume = parse_resume(document_of_text(text, name="test"), grammar).resume
        claims = {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}
        scores.append(claims["kubernetes"].level_score)
    assert 0 < scores[0] <= scores[1]


JOBS = [
    "Engineer, One Ltd, Jan 2019 - Dec 2020\n- Wrote Linux drivers in C\n- Profiled the kernel with perf\n",
    "Developer, Two Ltd, Jan 2021 - Dec 2022\n- Ran Kubernetes clusters with Terraform\n- No Rust yet\n",
    "Programmer, Three Ltd, Jan 2023 - Dec 2024\n- Wrote gRPC services in Go\n- Debugged sockets with Wireshark\n",
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0), (2, 0, 1), (0, 2, 1)])
def test_the_order_of_the_jobs_changes_no_skill(
    order: tuple[int, ...], collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    def skills(jobs: list[str]) -> dict[str, float]:
        text = "Jane Example\n\nEXPERIENCE\n" + "\n".join(jobs)
        resume = parse_resume(document_of_text(text, name="test"), grammar).resume
        return {claim.id: claim.level_score for claim in collect_evidence(resume, collector, "2026-11").claims}

    assert skills([JOBS[number] for number in order]) == skills(JOBS)


@pytest.mark.parametrize(
    ("name", "address", "pronouns"),
    [
        ("Mohammed Al-Farsi", "Muscat, Oman", "he/him"),
        ("Nguyễn Thị Lan", "Hà Nội, Vietnam", "she/her"),
        ("Sam O'Neill", "Cork, Ireland", "they/them"),
    ],
)
def test_who_somebody_is_changes_nothing(
    name: str, address: str, pronouns: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    def skills(head: str) -> list[tuple[str, float, tuple[str, ...]]]:
        text = f"{head}\n\nEXPERIENCE\n" + "\n".join(JOBS) + "\nSKILLS\nC, Go, Linux\n"
        resume = parse_resume(document_of_text(text, name="test"), grammar).resume
        return [
            (claim.id, claim.level_score, claim.reasons)
            for claim in collect_evidence(resume, collector, "2026-11").claims
        ]

    plain = skills("Jane Example\njane@example.com\nLeeds, UK")
    assert skills(f"{name}\nsomebody@example.com\n{address}\n{pronouns}") == plain


def claims_of(text: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> dict[str, Claim]:
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    return {claim.id: claim for claim in collect_evidence(resume, collector, "2026-11").claims}


def test_one_line_vouches_for_a_part_of_a_long_job(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    """Of two lines as of one, in a job of ten years, more is believed than of one; and more of ten years than of two."""

    def level(dates: str, lines: list[str]) -> float:
        body = "\n".join(f"- {line}" for line in lines)
        text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, {dates}\n{body}\n"
        return claims_of(text, collector, grammar)["kubernetes"].level_score

    long, short = "Jan 2015 - Dec 2024", "Jan 2023 - Dec 2024"
    assert level(short, USES[:1]) < level(long, USES[:1]) < level(long, [USES[0], USES[3]])


def test_a_sentence_tells_more_than_a_few_words(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    told = "Ran Kubernetes clusters for the tills of four hundred shops and wrote down what each alert means"
    few, sentence = kubernetes(["Ran Kubernetes clusters"], collector, grammar), kubernetes([told], collector, grammar)
    assert few.level_score < sentence.level_score
    padded = kubernetes(["Ran Kubernetes clusters" + " and clusters" * 12], collector, grammar)
    assert padded.level_score == few.level_score


def test_a_paper_or_a_talk_on_it_adds_to_its_level(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    page = "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, Jan 2020 - Dec 2024\n- Ran Kubernetes clusters\n"
    talk = "\nTALKS\n- Kubernetes without tears, at a meetup, 2023\n"
    plain, spoken = (claims_of(text, collector, grammar)["kubernetes"] for text in (page, page + talk))
    assert plain.level_score < spoken.level_score


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("- Supervised four airmen, trained them on fiber polishing and work orders", "coroutines"),
        ("- Cleared the seat cache every Monday with a pencil", "caching"),
    ],
)
def test_an_everyday_word_alone_is_awareness_at_most(
    line: str, skill: str, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    """However long the job; with anything beside it that goes with the skill, it counts like any name."""
    page = f"Jane Example\n\nEXPERIENCE\nTechnician, Some Ltd, Jan 2010 - Dec 2024\n{line}\n"
    claim = claims_of(page, collector, grammar).get(skill)
    assert claim is None or claim.level in {Level.NONE, Level.AWARENESS}


def test_an_everyday_word_counts_in_full_beside_what_goes_with_it(collector: EvidenceCollector) -> None:
    timers, near, far = SkillId("timers-timeouts"), SkillId("event-driven-programming"), SkillId("html-css")
    word, name = judged("timers", is_everyday_word=True), judged("event loop", is_everyday_word=False)
    assert goes_with(timers, [near], collector.taxonomy)
    for beside, worth in ((near, 1.0), (far, WORTH)):
        grouped = {timers: [word], beside: [name]}
        uses = {skill: use_of(own) for skill, own in grouped.items()}
        use = without_lone_words(uses, grouped, collector.taxonomy)[timers]
        assert use.lines == {number: worth * share for number, share in uses[timers].lines.items()}
        assert use.is_lone_word is (beside is far)


def judged(text: str, *, is_everyday_word: bool) -> Judged:
    evidence = Evidence(
        text=text,
        line=text,
        page=1,
        boxes=(),
        start=0,
        end=len(text),
        section=SectionKind.EXPERIENCE,
        entry=None,
        status=Status.USED,
        via=Via.ALIAS,
    )
    return Judged(evidence=evidence, line_number=1, confidence=0.9, is_everyday_word=is_everyday_word)


JOB = "EXPERIENCE\n{title}, Some Ltd, Jan 2016 - Dec 2024\n- Met the deadlines of the office\n"


@pytest.mark.parametrize(
    ("title", "skills"),
    [
        ("Senior Java Developer", {"debugging", "version-control"}),
        ("Site Reliability Engineer", {"troubleshooting", "monitoring"}),
        ("Softwareentwickler", {"programming"}),
    ],
)
def test_a_post_shows_a_few_broad_skills(
    title: str, skills: set[str], collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    claims = claims_of(f"Jane Example\n\n{JOB.format(title=title)}", collector, grammar)
    assert skills <= claims.keys()
    for skill in skills:
        assert claims[skill].level in {Level.AWARENESS, Level.WORKING}
        assert any(reason.startswith("goes with the post of") for reason in claims[skill].reasons)
        assert all(title in evidence.line for evidence in claims[skill].evidence)


@pytest.mark.parametrize("title", ["Property Developer", "Engineering Manager", "Café Manager", "Train Driver"])
def test_other_posts_show_none(title: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    claims = claims_of(f"Jane Example\n\n{JOB.format(title=title)}", collector, grammar)
    assert not {"programming", "debugging", "troubleshooting"} & claims.keys()


def test_a_post_takes_nothing_from_what_a_line_shows(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    line = "- Wrote unit tests for the tills of the shops\n"
    plain, with_post = (
        claims_of(f"Jane Example\n\n{JOB.format(title=title)}{line}", collector, grammar)["programming"]
        for title in ("Colleague", "Software Engineer")
    )
    assert plain.level_score <= with_post.level_score
    assert plain.months_practised <= with_post.months_practised


def test_a_denied_skill_stays_denied_whatever_the_post(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\n\n{JOB.format(title='Embedded Developer')}- Never wrote C, only assembler\n"
    assert claims_of(text, collector, grammar)["c"].level is Level.NONE


@pytest.mark.parametrize(
    ("place", "months"),
    [
        ("EXPERIENCE\nEngineer, Some Ltd, Jan 2020 - Dec 2021\n- Ran Kubernetes clusters\n", 24),
        ("EXPERIENCE\nEngineer, Some Ltd, Jan 2010 - Dec 2011\n- Ran Kubernetes clusters\n", 0),
        ("EXPERIENCE\nEngineer, Some Ltd, Jan 2010 - Dec 2017\n- Ran Kubernetes clusters\n", 13),
        ("EXPERIENCE\nEngineer, Some Ltd\n- Ran Kubernetes clusters\n", 24),
        ("EXPERIENCE\nEngineer, Some Ltd, Jan 2020 - Dec 2021\n- Helped with Kubernetes clusters\n", 0),
        ("PROJECTS\nCluster at home, Jan 2025 - Jun 2025\n- Built a Kubernetes cluster of four boards\n", 3),
        ("PROJECTS\nCluster at home, Jan 2015 - Dec 2024\n- Built a Kubernetes cluster of four boards\n", 6),
        ("SKILLS\nKubernetes, Linux\n", 0),
    ],
)
def test_practice_is_time_in_which_others_relied_on_it(
    place: str, months: int, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert claims_of(f"Jane Example\n\n{place}", collector, grammar)["kubernetes"].months_practised == months


@settings(deadline=None, max_examples=30)
@given(
    jobs=st.lists(st.sampled_from(range(3)), unique=True, max_size=3),
    start=st.integers(2008, 2022),
    years=st.integers(0, 6),
)
def test_another_place_never_takes_practice_away(
    jobs: list[int], start: int, years: int, collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    places = [
        "PROJECTS\nCluster at home, Jan 2014 - Jun 2015\n- Built a Kubernetes cluster of four boards\n\n",
        "EXPERIENCE\nEngineer, Old Ltd, Jan 2012 - Dec 2014\n- Ran Kubernetes clusters\n\n",
        "OPEN SOURCE\nkubectl plugin, 2019 - 2020\n- Wrote a Kubernetes plugin that draws quotas\n\n",
    ]
    more = f"EXPERIENCE\nEngineer, New Ltd, Jan {start} - Dec {start + years}\n- Ran Kubernetes clusters\n"
    page = "Jane Example\n\n" + "".join(places[number] for number in sorted(jobs))
    before = claims_of(page, collector, grammar).get("kubernetes")
    after = claims_of(page + more, collector, grammar)["kubernetes"]
    assert (before.months_practised if before else 0) <= after.months_practised
