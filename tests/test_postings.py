"""What a job posting asks for, and how much: by its headings, its own words and its lists."""

from functools import partial

import pytest
from read_postings import DEVELOPED, MENTIONED, PREFERRED, REQUIRED, strength

from skillgap.evaluation.postings import evaluate_postings, gold_postings
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.types import Posting, Strength
from skillgap.taxonomy.whole import Taxonomy


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Requirements", REQUIRED),
        ("MINIMUM QUALIFICATIONS", REQUIRED),
        ("Essential criteria", REQUIRED),
        ("What they've told me they must see:", REQUIRED),
        ("You have", REQUIRED),
        ("Preferred Qualifications", PREFERRED),
        ("Bonus points", PREFERRED),
        ("Desirable, though we will happily teach it", PREFERRED),
        ("We'd be glad, but not disappointed otherwise, to see", PREFERRED),
        ("Will be appreciated:", PREFERRED),
        ("What you'll do", MENTIONED),
        ("Main duties", MENTIONED),
        ("Our stack", MENTIONED),
        ("About Corvid Example", MENTIONED),
        ("What we offer", MENTIONED),
        ("Anforderungen", REQUIRED),
        ("Von Vorteil", PREFERRED),
        ("Ihre Aufgaben", MENTIONED),
        ("Profil recherché", REQUIRED),
        ("Vos missions", MENTIONED),
        ("Requisitos", REQUIRED),
        ("Se valorará", PREFERRED),
    ],
)
def test_a_heading_says_how_much_its_lines_are_wanted(
    heading: str, expected: Strength, read: "partial[Posting]"
) -> None:
    posting = read(f"Storage Engineer\n\nCorvid Example\n\n{heading}\n\n- Python\n- Docker\n")
    assert {ask.strength for ask in posting.asks if ask.skill in {"python", "docker"}} == {expected}


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        ("Requirements", "Rust is a plus", PREFERRED),
        ("Requirements", "Ideally Rust", PREFERRED),
        ("Requirements", "Rust, ideally", PREFERRED),
        ("Requirements", "Rust is a plus, not a must", PREFERRED),
        ("Requirements", "Experience with Rust is helpful but not required", PREFERRED),
        ("Requirements", "Some Go, Kafka or Rust would be nice to have", PREFERRED),
        ("Requirements", "Solid C, Rust a plus", PREFERRED),
        ("Requirements", "Fluency in C (Rust is a strong plus)", PREFERRED),
        ("Requirements", "No Rust needed", None),
        ("Requirements", "Experience with Rust is not needed for this post", None),
        ("Requirements", "Nice to have: Rust", PREFERRED),
        ("Nice to have", "Rust is a must", REQUIRED),
        ("Nice to have", "Rust (required)", REQUIRED),
        ("Your tasks", "You must know Rust", REQUIRED),
        ("About us", "You must know Rust", MENTIONED),
    ],
)
def test_own_words_beat_the_heading(
    heading: str, line: str, expected: Strength | None, read: "partial[Posting]"
) -> None:
    assert strength(read(f"Storage Engineer\n\n{heading}\n\n- {line}\n- Git\n"), "rust") is expected


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("Fluency in C (Rust is a strong plus)", "c"),
        ("Solid C, Rust a plus", "c"),
        ("Solid C; Rust would be nice", "c"),
        ("Solid C, and Rust is a plus", "c"),
        ("Solid C, but Rust is a plus", "c"),
        ("Solid C, ideally with Rust, and good Linux", "linux"),
        ("Solid C – ideally with Rust", "c"),
    ],
)
def test_a_softening_word_reaches_its_clause_alone(line: str, others: str, read: "partial[Posting]") -> None:
    posting = read(f"Storage Engineer\n\nRequirements\n\n- {line}\n")
    assert (strength(posting, "rust"), strength(posting, others)) == (PREFERRED, REQUIRED)


def test_prose_without_a_heading(read: "partial[Posting]") -> None:
    posting = read(
        "Corvid Example is looking for a Linux Driver Engineer. Our services run on Kubernetes. You know C and have shipped "
        "device drivers. Rust would be a plus. You will tune PostgreSQL. No Kafka experience needed."
    )
    assert {ask.skill: ask.strength for ask in posting.asks} == {
        "kubernetes": MENTIONED,
        "c": REQUIRED,
        "device-drivers": REQUIRED,
        "rust": PREFERRED,
        "relational-databases": MENTIONED,
    }
    assert posting.title == "Linux Driver Engineer"
    assert posting.responsibilities == ("You will tune PostgreSQL.",)


def test_a_line_before_a_list_is_what_its_last_sentence_says(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nWe're looking for a colleague. In this role, you'll:\n\n- Write Rust\n\nRequirements\n\n- C\n"
    )
    assert (strength(posting, "rust"), strength(posting, "c")) == (MENTIONED, REQUIRED)


def test_of_an_endless_posting_the_beginning_is_read(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nRequirements\n\n- C\n" + "- You know C. You know it.\n" * 40_000 + "- Rust\n")
    assert [ask.skill for ask in posting.asks] == ["c"]
    assert read("You know C. " * 40_000).asks == ()


def test_a_heading_is_no_skill(read: "partial[Posting]") -> None:
    assert [ask.skill for ask in read("Engineer\n\nQualifications:\n\n- C\n").asks] == ["c"]


def test_a_skill_stands_once_where_it_is_wanted_most(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nWhat you'll do\n\n- Write Rust\n\nNice to have\n\n- Rust\n\nRequirements\n\n- Rust services\n"
    )
    assert [(ask.skill, ask.strength, ask.line) for ask in posting.asks] == [("rust", REQUIRED, "Rust services")]


def test_a_concept_beside_a_kind_of_it_is_not_asked_for(read: "partial[Posting]") -> None:
    both = read("Engineer\n\nRequirements\n\n- Terraform, or another infrastructure-as-code tool\n")
    alone = read("Engineer\n\nRequirements\n\n- Any infrastructure-as-code tool\n")
    root = read("Engineer\n\nRequirements\n\n- Professional software development in C\n")
    assert [ask.skill for ask in both.asks] == ["terraform"]
    assert [ask.skill for ask in root.asks] == ["c"]
    assert [ask.skill for ask in alone.asks] == ["infrastructure-as-code"]


def test_a_list_that_lost_its_signs_is_still_a_list(read: "partial[Posting]") -> None:
    """Lines of like length look wrapped; each that begins by asking is one of its own, and softens itself alone."""
    posting = read(
        "Storage Engineer\n\nRequirements\n"
        "Solid grasp of Linux, of file systems and of asynchronous I/O in C\n"
        "Experience with formal verification of protocols is a big plus here\n"
        "4 years or more with PostgreSQL, its vacuum and its replication slots\n"
        "Familiarity with Ansible, of whichever version, is a plus for us as well\n"
    )
    assert (strength(posting, "linux"), strength(posting, "async-io")) == (REQUIRED, REQUIRED)
    assert strength(posting, "ansible") is PREFERRED
    assert posting.years == 4


@pytest.mark.parametrize("next_line", ["Kubernetes at work", "experience with it", "Experience Manager by name"])
def test_a_line_that_goes_on_is_not_cut(next_line: str, read: "partial[Posting]") -> None:
    """A name may stand first in it, and behind a comma even a word that asks."""
    line = "- Working with Linux and with the tools around it, and if at all possible,"
    assert f"{line[2:]} {next_line}" in read(f"Engineer\n\nRequirements\n\n{line}\n  {next_line}\n- Python\n").lines


@pytest.mark.parametrize(
    "paragraph",
    [
        "The salary range is that of grade QZX42.",
        "Corvid Example is an equal opportunity employer: Kafka and QZX42.",
        "Benefits: dental insurance, QZX42.",
        "What comes with it: 401(k), Medical insurance, QZX42",
    ],
)
@pytest.mark.parametrize("sign", ["- ", ""])
def test_pay_and_equal_opportunity_after_a_list_are_not_asked_for(
    paragraph: str, sign: str, read: "partial[Posting]"
) -> None:
    posting = read(f"Engineer\n\nNice to have\n\n{sign}Rust\n{sign}Python\n{sign}Linux\n\n{paragraph}\n")
    assert (posting.unknown, strength(posting, "rust")) == ((), PREFERRED)
    assert strength(posting, "kafka") in {None, MENTIONED}


@pytest.mark.parametrize(
    "line",
    ["Completed studies in physics or a comparable qualification", "Further requirements: Python", "Qualifications"],
)
def test_words_of_the_genre_are_no_skills(line: str, read: "partial[Posting]") -> None:
    skills = {ask.skill for ask in read(f"Engineer\n\nRequirements\n\n- {line}\n- Python\n").asks}
    assert skills == {"python"}


def test_what_follows_a_list_is_no_more_of_it(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nRequirements\n\n- Python\n- Git\n\nSo what is the work like, you ask, and who are the people there? "
        "The team builds it all with Kubernetes.\n"
    )
    assert (strength(posting, "python"), strength(posting, "kubernetes")) == (REQUIRED, MENTIONED)


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("Knowledge of SystemQZX and Linux", ("SystemQZX",)),
        ("Foobar 2 on Linux, and QZX42", ("QZX42",)),
        ("Practice with Foobar 2 on Linux", ("Foobar 2",)),
        ("Frobnicator", ("Frobnicator",)),
        ("Sound knowledge of survival analysis and vehicle dynamics", ("survival analysis", "vehicle dynamics")),
        ("Good English (B2) and German, BSc or PhD from a University", ()),
        ("Excellent communication; Linux", ()),
        ("Kindness", ()),
        ("Kenntnisse in Linux, QZX42 und Regelungstechnik", ("QZX42",)),
        ("Linux on board the Pebblecorvid", ()),
        ("A budget of €38k and 24/7 support of 3 TB on Linux", ("TB",)),
        ("Driving licence class B; R and Linux", ("R",)),
        ("Accept our T&Cs; Linux", ()),
        ("Citizens or Nationals at grade GS-9; Linux", ()),
    ],
)
def test_what_the_taxonomy_does_not_know_is_listed(line: str, terms: tuple[str, ...], read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nAbout us\n\nWe make the Pebblecorvid.\n\nRequirements\n\n- {line}\n- Python\n")
    assert posting.unknown == terms


def test_what_is_not_asked_for_is_not_unknown(read: "partial[Posting]") -> None:
    assert read("Engineer\n\nOur stack\n\n- QZX42\n\nRequirements\n\n- Python\n").unknown == ()


def test_the_developed_postings_are_read_well_enough(collector: EvidenceCollector) -> None:
    """Not what is claimed of the tool: a floor under what it was developed on."""
    result = evaluate_postings(DEVELOPED, collector)
    assert result.lists[REQUIRED].f1 >= 0.88
    assert result.lists[PREFERRED].f1 >= 0.88
    assert result.unknown.precision >= 0.6
    assert min(result.shares["years"], result.shares["level"]) >= 0.9 * result.postings


def test_every_gold_names_known_skills_once(taxonomy: Taxonomy) -> None:
    for path, gold in gold_postings(DEVELOPED):
        skills = [*gold.required, *gold.preferred, *gold.mentioned]
        assert len(set(skills)) == len(skills), path
        assert set(skills) <= set(taxonomy.skills), path


@pytest.mark.parametrize("others_first", [True, False])
def test_what_others_run_and_the_reader_runs_too_is_a_duty(read: "partial[Posting]", *, others_first: bool) -> None:
    others, own = "We use Kafka for everything.", "Your tasks\n\n- Keep Kafka running\n- Write Go"
    text = f"About us\n\n{others}\n\n{own}" if others_first else f"{own}\n\nAbout us\n\n{others}"
    (ask,) = [each for each in read(f"Engineer\n\n{text}\n\nRequirements\n\n- C\n").asks if each.skill == "kafka"]
    assert (ask.strength, ask.is_duty, ask.line) == (MENTIONED, True, "Keep Kafka running")


@pytest.mark.parametrize(
    "heading",
    ["IT WOULD BE GREAT IF YOU ALSO HAD", "AND WE WOULD BE VERY HAPPY TO SEE AS A BONUS", "EXTRA CREDIT FOR:"],
)
def test_a_line_in_capitals_that_says_how_much_is_a_heading_however_long(
    heading: str, read: "partial[Posting]"
) -> None:
    """Copied from a page, its list has lost its signs."""
    posting = read(f"Engineer\n\nREQUIREMENTS\nSolid C\nLinux\n\n{heading}\nRust\nSome Kafka\n")
    assert [strength(posting, each) for each in ("c", "linux", "rust", "kafka")] == [
        *[REQUIRED] * 2,
        *[PREFERRED] * 2,
    ]


@pytest.mark.parametrize("line", ["We don't use Java.", "We do not use Java or C++.", "Unlike others we avoid Java."])
def test_what_the_employer_does_not_use_is_not_asked_for(line: str, read: "partial[Posting]") -> None:
    assert [each.skill for each in read(f"Engineer\n\nRequirements\n\n- Go\n- {line}\n").asks] == ["go"]
