"""Postings: what they say of others, of what is not needed and of what is not a skill; choices, tails, titles, and the nearest role."""

from functools import partial

import pytest
from conftest import SAMPLES
from read_postings import DEVELOPED, MENTIONED, PREFERRED, REQUIRED, nearest_in, strength
from test_choices import choices
from test_cli import skillgap

from skillgap import Analyzer
from skillgap.documents.reading import read_document
from skillgap.evaluation.postings import gold_postings
from skillgap.postings.roles import counted, role_of
from skillgap.postings.types import Posting, Strength
from skillgap.report.posting_view import posting_sentences
from skillgap.resume.parsing import ResumeGrammar, looks_like_resume
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import ConditionKind


def required(line: str, heading: str = "Requirements") -> str:
    return f"Engineer\n\n{heading}\n\n- {line}\n- Git\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Explain storage to colleagues, who run Kubernetes", MENTIONED),
        ("Explain storage to our customers who run Kubernetes", MENTIONED),
        ("Good writing; our platform team runs Kubernetes", MENTIONED),
        ("Good writing; the platform team looks after Kubernetes, so you needn't", MENTIONED),
        ("Good writing, as we run Kubernetes for others", MENTIONED),
        ("We are looking for a developer to join our Kubernetes team", MENTIONED),
        ("You will have a colleague in the core Kubernetes group", MENTIONED),
        ("You have led a Kubernetes team", REQUIRED),
        ("Experience with Kubernetes, which our platform team runs", REQUIRED),
        ("You run Kubernetes", REQUIRED),
        ("We look for engineers who run Kubernetes", REQUIRED),
        ("Somebody who has helped a team run Kubernetes", REQUIRED),
    ],
)
def test_what_others_do_is_not_asked_for(line: str, expected: Strength, read: "partial[Posting]") -> None:
    assert strength(read(required(line)), "kubernetes") is expected


def test_what_others_do_is_no_duty_either(read: "partial[Posting]") -> None:
    posting = read(required("Tune PostgreSQL with our platform colleagues, who run Kubernetes", "What you will do"))
    assert {ask.skill for ask in counted(posting)} == {"relational-databases", "git"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You write tools, not only YAML", MENTIONED),
        ("You know more than just YAML", MENTIONED),
        ("You read not only YAML but also Go", REQUIRED),
    ],
)
def test_what_is_not_enough_is_not_asked_for(line: str, expected: Strength, read: "partial[Posting]") -> None:
    assert strength(read(required(line)), "json-yaml-xml") is expected


@pytest.mark.parametrize(
    "heading",
    [
        "What we don't need",
        "What you can leave at home",
        "Not required:",
        "What we don’t expect",
        "Was wir nicht erwarten",
    ],
)
def test_under_a_heading_that_waives_nothing_is_asked_for(heading: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n\n- C\n\n{heading}\n\n- Ten years of Java\n- SystemQZX\n")
    assert [ask.skill for ask in posting.asks] == ["c"]
    assert (posting.years, posting.unknown) == (None, ())


@pytest.mark.parametrize("heading", ["Cool, but not needed", "Not required but cool", "Not essential, but useful:"])
def test_what_is_not_needed_and_welcome_is_an_advantage(heading: str, read: "partial[Posting]") -> None:
    assert strength(read(f"Engineer\n\nRequirements\n\n- C\n\n{heading}\n\n- Rust\n"), "rust") is PREFERRED


@pytest.mark.parametrize(
    "line",
    [
        "You don't have to know anything about OpenStack, Docker or Rust",
        "You are not expected to know Java, Docker or Rust.",
        "We don't need a degree, Docker, or Rust",
    ],
)
def test_a_phrase_that_waives_reaches_over_a_list(line: str, read: "partial[Posting]") -> None:
    assert strength(read(required(line)), "rust") is None


def test_a_sentence_may_ask_and_waive(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nYou're fluent in C, and you don't need a debugger – though you know perf well.\n")
    assert (strength(posting, "c"), strength(posting, "profiling")) == (REQUIRED, REQUIRED)


@pytest.mark.parametrize("topic", ["Tools", "Technologies", "Certifications", "Skills"])
@pytest.mark.parametrize(("heading", "expected"), [("Requirements", REQUIRED), ("Nice to have", PREFERRED)])
def test_a_topic_does_not_say_how_much(topic: str, heading: str, expected: Strength, read: "partial[Posting]") -> None:
    assert strength(read(required(f"{topic}: Docker, Rust", heading)), "rust") is expected


def test_a_list_most_of_which_asks_is_asked_for_by_any_heading(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nThe shape of things:\n\n- You know C\n- Docker\n- Experience with Git\n")
    told = read("Engineer\n\nThe shape of things:\n\n- Docker\n- Rust\n- Experience with Git\n")
    assert (strength(posting, "docker"), strength(told, "docker")) == (REQUIRED, MENTIONED)


@pytest.mark.parametrize(
    "tail", ["doesn't hurt", "won't go amiss", "is a huge plus", "catches our eye", "but not required"]
)
def test_more_ways_to_say_that_it_would_be_nice(tail: str, read: "partial[Posting]") -> None:
    assert strength(read(required(f"Rust {tail}")), "rust") is PREFERRED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Confident with ftrace, perf or eBPF", [{"kernel-tracing", "profiling", "ebpf"}]),
        ("Linux, C or C++", [{"c", "cpp"}]),
        ("NVMe, SCSI or another storage protocol", [{"nvme", "scsi"}]),
        ("gdb, ftrace or whatever works", [{"gdb", "kernel-tracing"}]),
    ],
)
def test_neighbours_are_alternatives(line: str, expected: list[set[str]], read: "partial[Posting]") -> None:
    assert choices(read(required(line))) == expected


@pytest.mark.parametrize(
    "tail",
    [
        "another storage protocol",
        "any other storage protocols",
        "a comparable storage protocol",
        "or similar",
        "or equivalent",
    ],
)
def test_a_tail_of_others_is_nothing_unknown(tail: str, read: "partial[Posting]") -> None:
    assert read(required(f"Experience with NVMe, SCSI or {tail}")).unknown == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A scripting language such as Python", {"python": REQUIRED}),
        (
            "Ansible, Puppet or another configuration management tool",
            {"ansible": REQUIRED, "puppet-chef-salt": REQUIRED},
        ),
        (
            "Infrastructure as code, preferably with Terraform",
            {"infrastructure-as-code": REQUIRED, "terraform": PREFERRED},
        ),
    ],
)
def test_a_general_name_beside_kinds_of_it(line: str, expected: dict[str, Strength], read: "partial[Posting]") -> None:
    assert {ask.skill: ask.strength for ask in read(required(line)).asks if ask.skill != "git"} == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("**Storage Engineer – Data Path**", "Storage Engineer – Data Path"),
        ("**Storage Engineer** (m/f/d)", "Storage Engineer (m/f/d)"),
        ("Storage Engineer - Hamburg, Vienna", "Storage Engineer"),
        ("Storage Engineer – Data Path", "Storage Engineer – Data Path"),
    ],
)
def test_a_title_is_clean(line: str, title: str, read: "partial[Posting]") -> None:
    assert read(f"{line}\n\n**Your profile**\n\n* C\n").title == title


def test_duties_count_and_for_less(read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    posting = read(
        "Engineer\n\nWhat you will do\n\n- own the update mechanism (A/B, signed) of the gateway\n\nRequirements\n\n- C\n"
    )
    assert {line.skill: line.importance.value for line in role_of(posting, taxonomy).skills} == {
        "c": "essential",
        "ota-updates": "useful",
    }


@pytest.mark.parametrize(
    ("line", "kind", "names", "wish"),
    [
        ("Bachelor's degree in Robotics, CS or similar", ConditionKind.DEGREE, (), REQUIRED),
        ("Danish or German", ConditionKind.LANGUAGE, ("Danish", "German"), REQUIRED),
        ("Willing to be on call one week in eight", ConditionKind.ON_CALL, (), REQUIRED),
        ("Readiness to travel", ConditionKind.TRAVEL, (), REQUIRED),
        ("A driving licence is a plus", ConditionKind.LICENCE, (), PREFERRED),
        ("Fließende Deutschkenntnisse", ConditionKind.LANGUAGE, ("Deutschkenntnisse",), REQUIRED),
    ],
)
def test_conditions_are_read_and_are_no_skills(
    line: str, kind: ConditionKind, names: tuple[str, ...], wish: Strength, read: "partial[Posting]"
) -> None:
    posting = read(required(line))
    (condition,) = posting.conditions
    assert (condition.kind, condition.names, condition.line) == (kind, names, line)
    assert condition.strength is wish
    assert ([ask.skill for ask in posting.asks], posting.unknown) == (["git"], ())


@pytest.mark.parametrize(
    "line", ["No degree needed", "You need not speak Swedish", "We have stopped asking for degrees"]
)
def test_what_is_waived_is_no_condition(line: str, read: "partial[Posting]") -> None:
    assert read(required(line)).conditions == ()


@pytest.mark.parametrize(
    ("lines", "wish"),
    [
        ("Requirements\n\n- C\n- You are entitled to work in Ireland", REQUIRED),
        ("Requirements\n\n- C\n\nNice to have\n\n- A residence permit is an advantage", PREFERRED),
        ("Requirements\n\n- C\n\nBenefits\n\nWe are unable to sponsor visas for this post.", REQUIRED),
        (
            "Requirements\n\n- C\n\nNice to have\n- Rust\n\nSalary: 50,000\nRight to work: proof is needed on day one",
            REQUIRED,
        ),
        ("Dein Profil\n\n- C\n- Gültige Arbeitserlaubnis", REQUIRED),
    ],
)
def test_a_permit_is_a_condition_wherever_it_stands(lines: str, wish: Strength, read: "partial[Posting]") -> None:
    permits = [each for each in read(f"Engineer\n\n{lines}\n").conditions if each.kind is ConditionKind.PERMIT]
    assert [each.strength for each in permits] == [wish]


@pytest.mark.parametrize(
    "line",
    [
        "We offer help with your work permit",
        "You are allowed to work from home",
        "No work permit needed",
        "We sponsor visas",
    ],
)
@pytest.mark.parametrize("heading", ["Requirements", "Benefits"])
def test_no_permit_is_asked_for_by_who_sees_to_it(line: str, heading: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n\n- C\n\n{heading}\n\n- {line}\n")
    assert ConditionKind.PERMIT not in {each.kind for each in posting.conditions}


def test_a_label_begins_a_line_of_its_own(read: "partial[Posting]") -> None:
    """Even where the line above it is long and ends in no point."""
    above = "Location: Rotterdam, with three days a week in the office near the old harbour and two at home"
    lines = read(f"Engineer\n\nRequirements\n\n- C\n\n{above}\nSalary: 50,000 to 62,000 a year\n").lines
    assert [above, "Salary: 50,000 to 62,000 a year"] == list(lines[-2:])


def test_skills_beside_a_degree_are_asked_for(read: "partial[Posting]") -> None:
    posting = read(required("Degree in robotics and 3 years of C, or experience with Rust"))
    assert {ask.skill for ask in posting.asks} == {"c", "rust", "git"}


def test_conditions_stand_beside_the_page_and_not_in_the_score() -> None:
    page = "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2016 - 2024\n- Wrote services in C\n"
    extra = "\nEDUCATION\nBSc Physics, University of Somewhere, 2012 - 2015\n\nLANGUAGES\nEnglish, German (fluent)\n"
    asked = "Engineer\n\nRequirements\n\n- C, Git, Docker and Rust\n- BSc\n- German or Danish\n- French\n- A driving licence\n"
    analyzer = Analyzer(posting=asked.encode(), level="mid")
    bare, whole = analyzer.analyze_text(page), analyzer.analyze_text(page + extra)
    assert bare.posting is not None
    assert whole.posting is not None
    assert bare.score.components == whole.score.components
    assert [each.on_page is not None for each in bare.posting.conditions] == [False] * 4
    found = {(each.kind, each.names): each.on_page for each in whole.posting.conditions}
    assert found[ConditionKind.DEGREE, ()] is not None
    assert "German" in (found[ConditionKind.LANGUAGE, ("German", "Danish")] or "")
    assert found[ConditionKind.LANGUAGE, ("French",)] is None
    said = list(posting_sentences(whole.posting))
    assert any(each.startswith("French: ") and each.endswith("not found on your page.") for each in said)
    assert any(each.startswith("A driving licence: ") and each.endswith("be ready to say.") for each in said)
    assert type(whole).from_dict(whole.to_dict()) == whole


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("German (native), English (C1). Driving licence.", True),
        ("German B2", True),
        ("Kiel, Germany", False),
        ("Translated the manual into German", False),
    ],
)
def test_a_line_of_languages_is_one_anywhere_on_the_page(line: str, is_found: bool) -> None:
    page = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2016 - 2024\n- Wrote services in C\n\nOTHER\n{line}\n"
    posting = Analyzer(posting=b"Engineer\n\nRequirements\n\n- C\n- German\n").analyze_text(page).posting
    assert posting is not None
    assert [each.on_page is not None for each in posting.conditions] == [is_found]


ENGLISH = """- Wrote the firmware for the pumps and tested it with the people from the workshop
- Moved the builds into containers, with their caches, and taught the others
"""
GERMAN = """- Entwicklung der Firmware für die Pumpen und Abnahme mit den Kunden bei der Inbetriebnahme
- Einführung von Tests und Betreuung der Werkzeuge für das Team, auch nach der Übergabe
"""


@pytest.mark.parametrize(
    ("asked", "lines", "ending"),
    [
        ("Very good English, spoken and written", ENGLISH, "your page is in it."),
        ("Verhandlungssichere Englischkenntnisse", ENGLISH, "your page is in it."),
        ("Good German", GERMAN, "your page is in it."),
        ("English or German", GERMAN, "your page is in German."),
        ("English and German", ENGLISH, "your page is in English; German not found on it."),
        ("English and Polish", ENGLISH + "\nLANGUAGES\nPolish (native)\n", "on it: “Polish (native)”."),
        ("Good English", GERMAN, "not found on your page."),
        ("Good English", ENGLISH + GERMAN, "not found on your page."),
        ("Good English", "- C, Git, Docker, Ansible\n- Linux, Bash, make\n", "not found on your page."),
        ("On-call one week in six", ENGLISH, "be ready to say."),
        ("Willingness to travel", ENGLISH, "be ready to say."),
        ("Führerschein Klasse B", GERMAN, "be ready to say."),
        ("Security clearance", ENGLISH, "not found on your page."),
    ],
)
def test_a_language_is_shown_by_the_page_and_what_nobody_writes_is_no_lack(asked: str, lines: str, ending: str) -> None:
    page = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2016 - 2024\n{lines}"
    posting = Analyzer(posting=f"Engineer\n\nRequirements\n\n- C\n- {asked}\n".encode()).analyze_text(page).posting
    assert posting is not None
    (said,) = [each for each in posting_sentences(posting) if asked in each]
    assert said.endswith(ending)


BOOTCAMP = "2023 - 2024 Evening School of Code, core course (C, Unix): a shell with pipes and signals"
PHYSICS = "PhD in Physics, University of Somewhere, 2016 - 2020"
ROBOTICS = "BSc in Robotics, University of Elsewhere, 2012 - 2015"
MASTER = "MSc in Robotics, University of Somewhere, 2015 - 2017"


@pytest.mark.parametrize(
    ("asked", "studies", "own"),
    [
        ("Degree in computer science or comparable", (BOOTCAMP, PHYSICS), PHYSICS),
        ("Degree in robotics", (PHYSICS, ROBOTICS), ROBOTICS),
        ("A degree", (ROBOTICS, MASTER), MASTER),
        ("Degree in robotics", (ROBOTICS, MASTER), MASTER),
        ("A degree", (ROBOTICS,), ROBOTICS),
    ],
)
def test_the_degree_that_fits_best_is_quoted_by_its_own_line(asked: str, studies: tuple[str, ...], own: str) -> None:
    listed = "\n".join(studies)
    page = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Wrote C\n\nEDUCATION\n{listed}\n"
    posting = Analyzer(posting=f"Engineer\n\nRequirements\n\n- C\n- {asked}\n".encode()).analyze_text(page).posting
    assert posting is not None
    assert [each.on_page for each in posting.conditions] == [own]


def test_few_skills_are_said_to_be_few() -> None:
    analyzer = Analyzer(posting=b"Engineer\n\nRequirements\n\n- C\n- Git\n")
    assert analyzer.posting is not None
    posting = analyzer.analyze_text("Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2016 - 2024\n- C\n").posting
    assert posting is not None
    assert any("2 skills that this tool knows: too few" in each for each in posting_sentences(posting))


@pytest.mark.parametrize("command", [("analyze", SAMPLES / "mid-systems.pdf", "--posting"), ("roles", "from-posting")])
def test_a_resume_is_no_posting(command: tuple[object, ...]) -> None:
    result = skillgap(*command, SAMPLES / "nurse.docx")
    assert (result.returncode, result.stdout) == (2, b"")
    (line,) = result.stderr.decode().splitlines()
    assert "this is a résumé, not a job posting" in line


def test_no_posting_is_taken_for_a_resume(grammar: ResumeGrammar) -> None:
    taken = [path.name for path, _ in gold_postings(DEVELOPED) if looks_like_resume(read_document(path), grammar)]
    assert taken == []


@pytest.mark.parametrize(
    ("title", "line", "role"),
    [
        (
            "Senior Linux Kernel Engineer, Storage",
            "C, ftrace, perf, lock-free programming, NVMe, RCU",
            "storage-engineer",
        ),
        ("Network Engineer", "Linux, DNS, BGP, firewalls, VLANs, Python", "network-software-engineer"),
        ("HPC Systems Administrator", "Linux administration, Slurm, MPI, Ansible, Python", "systems-administrator"),
        ("Engineer", "Linux, embedded C, microcontrollers, FreeRTOS, I2C", "embedded-software-engineer"),
    ],
)
def test_the_nearest_role_by_what_tells_it_from_others(
    title: str, line: str, role: str, read: "partial[Posting]", taxonomy: Taxonomy
) -> None:
    posting = read(f"{title}\n\nRequirements\n\n- {line}\n")
    assert nearest_in(role_of(posting, taxonomy).source, taxonomy) == role
