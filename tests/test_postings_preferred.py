"""What would be nice to have: by headings, lead-ins, marks and the words of a line."""

import json
from functools import partial

import pytest
from read_postings import MENTIONED, PREFERRED, REQUIRED, strength

from skillgap.documents.reading import read_document
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.types import Posting, Strength
from skillgap.taxonomy.types import SkillId


@pytest.mark.parametrize(
    "heading",
    [
        "Desired skills and experience",
        "Preferred Knowledge, Skills and Abilities",
        "Ideally, you'll have",
        "You might know",
        "In an ideal world",
        "What would really set you apart",
        "It would also be a plus if you have",
        "Nice to have (nobody brings all of this, and nobody is expected to)",
        "You don't need these, but they would be a plus:",
        "We do not ask for it, but since our customers do, we would be glad to see one or more of the following:",
        "You earn extra points for...",
        "It helps if you've seen…",
        "== Good to know ==",
        "*** Nice-to-haves ***",
        "Pluspunkte / Bonus points",
        "Not everybody will have these",
        "Things that would make your start easier",
        "We'd be excited about",
        "Don't worry if you lack some of these",
        "Nice",
        "COULD",
    ],
)
def test_a_heading_that_softens_does_so_whatever_else_it_says(heading: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n- Python\n- Git\n\n{heading}\n- Docker\n- Some Ansible\n")
    assert [strength(posting, name) for name in ("python", "git")] == [REQUIRED] * 2
    assert [strength(posting, name) for name in ("docker", "ansible")] == [PREFERRED] * 2


@pytest.mark.parametrize("heading", ["Required skills, ideally from a job", "You must have (preferably for years)"])
def test_a_heading_that_insists_as_well_is_not_softened(heading: str, read: "partial[Posting]") -> None:
    assert strength(read(f"Engineer\n\n{heading}\n- Docker\n- Git\n"), "docker") is REQUIRED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Docker is an advantage, as is Ansible", (PREFERRED, PREFERRED)),
        ("Docker would be welcome, as would Ansible", (PREFERRED, PREFERRED)),
        ("Any of these is a plus: Docker, Ansible", (PREFERRED, PREFERRED)),
        ("It is good if you have seen Docker or Ansible", (PREFERRED, PREFERRED)),
        ("Docker required, Ansible desirable", (REQUIRED, PREFERRED)),
        ("Docker is required, Git and Ansible preferred", (REQUIRED, PREFERRED)),
        ("Docker (nice to have), Ansible", (PREFERRED, REQUIRED)),
        ("Docker (a must), Ansible (bonus)", (REQUIRED, PREFERRED)),
        ("Docker, while Ansible would definitely also be a plus", (REQUIRED, PREFERRED)),
        ("Docker; Ansible will be looked upon favourably", (REQUIRED, PREFERRED)),
        ("Docker; preference will be given to those who know Ansible", (REQUIRED, PREFERRED)),
        ("Docker and Ansible (both nice to have)", (PREFERRED, PREFERRED)),
        ("Docker, Ansible (all of it a plus)", (PREFERRED, PREFERRED)),
        ("Docker or Ansible (both would be a bonus)", (REQUIRED, REQUIRED)),
        ("Docker or Ansible (meritorious)", (PREFERRED, PREFERRED)),
        ("Docker, Ansible (a plus, not a requirement)", (REQUIRED, PREFERRED)),
        ("Docker, three years of Ansible (five would be ideal)", (REQUIRED, REQUIRED)),
        ("Docker, Ansible: ideally you've run either", (PREFERRED, PREFERRED)),
        ("Docker. Ansible? Even better", (REQUIRED, PREFERRED)),
        ("Docker; Ansible can be learned on the job", (REQUIRED, PREFERRED)),
        ("Docker; Ansible or willingness to learn it", (REQUIRED, PREFERRED)),
    ],
)
def test_words_that_soften_reach_what_they_speak_of(
    line: str, expected: tuple[object, object], read: "partial[Posting]"
) -> None:
    posting = read(f"Engineer\n\nRequirements\n- Python\n- {line}\n")
    assert (strength(posting, "docker"), strength(posting, "ansible")) == expected
    assert strength(posting, "python") is REQUIRED


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("(nice) Docker", PREFERRED),
        ("[nice, really] Docker", PREFERRED),
        ("[must] Docker", REQUIRED),
        ("(should) Docker", PREFERRED),
        ("Docker (nice)", PREFERRED),
        ("Docker – optional", PREFERRED),
        ("(remote) Docker", REQUIRED),
    ],
)
def test_a_mark_before_or_behind_an_item_says_how_much_it_is_wanted(
    item: str, expected: object, read: "partial[Posting]"
) -> None:
    posting = read(f"Engineer\n\nRequirements\n> Python\n> {item}\n> Git\n")
    assert [strength(posting, name) for name in ("python", "docker", "git")] == [REQUIRED, expected, REQUIRED]


def test_must_should_and_could_are_headings_where_they_stand_alone(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nMust have:\n- Python\n\nShould have:\n- Docker\n\nCould have:\n- Ansible\n")
    assert [strength(posting, name) for name in ("python", "docker", "ansible")] == [REQUIRED, PREFERRED, PREFERRED]
    posting = read("Engineer\n\nThe candidate should have:\n- Docker\n\nNice people say:\n- We know Ansible\n")
    assert strength(posting, "docker") is REQUIRED
    assert strength(posting, "ansible") is not PREFERRED


def test_a_name_in_capitals_right_below_its_heading_is_an_item(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nRequirements\nPython\n\nDesirable\nIBM MQ\nDocker\nSome Ansible\n")
    wanted = [strength(posting, name) for name in ("enterprise-messaging", "docker", "ansible")]
    assert wanted == [PREFERRED] * 3


def test_signs_of_items_that_are_stars_or_crosses(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nMust-haves\n✔ Python\n\nNice-to-haves\n☆ Docker\n☆ Figma\n\nNo need for:\n✘ Ansible\n")
    assert [strength(posting, name) for name in ("python", "docker", "ansible")] == [REQUIRED, PREFERRED, None]
    assert posting.unknown == ("Figma",)


def test_what_one_can_learn_there_is_not_asked_for(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\n=== Profile ===\n> Python\n> Git\n\n=== What you can learn from us ===\n> Docker\n")
    assert (strength(posting, "python"), strength(posting, "docker")) == (REQUIRED, MENTIONED)


def test_why_one_should_join_asks_for_nothing(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nRequirements\n- Python\n\nWhy join Corvid Example?\nYou can work with Docker here.\n")
    assert (strength(posting, "python"), strength(posting, "docker")) == (REQUIRED, MENTIONED)


def test_a_label_behind_others_on_its_line_holds(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nFull-time · Mid level · Skills: Docker, Ansible\n\nAbout the job\nYou work with us.\n")
    assert [strength(posting, name) for name in ("docker", "ansible")] == [REQUIRED] * 2


def test_an_item_heads_those_further_in(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nRequirements\n- Python\n- Nice to have:\n  - Docker\n  - Ansible\n- Experience with Git\n"
    )
    assert [strength(posting, name) for name in ("docker", "ansible")] == [PREFERRED] * 2
    assert [strength(posting, name) for name in ("python", "git")] == [REQUIRED] * 2


def test_an_item_that_asks_goes_on_with_its_list(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nNice to have\n- Experience with one of:\n- Docker\n- Ansible\n")
    assert [strength(posting, name) for name in ("docker", "ansible")] == [PREFERRED] * 2


@pytest.mark.parametrize(
    ("legend", "rows"),
    [
        ("Essential (E) / Desirable (D)", ["Experience of Python (E)", "Some knowledge of Docker (D)"]),
        ("E = essential, D = desirable", ["Experience of Python  E1", "Some knowledge of Docker  D1"]),
        ("Mandatory / Optional", ["Experience of Python - M", "Some knowledge of Docker - O"]),
    ],
)
def test_marks_at_the_end_of_lines_are_the_initials_of_what_the_legend_says(
    legend: str, rows: list[str], read: "partial[Posting]"
) -> None:
    posting = read("Engineer\n\nPerson specification\n\n" + "".join(f"{line}\n\n" for line in (legend, *rows)))
    assert (strength(posting, "python"), strength(posting, "docker")) == (REQUIRED, PREFERRED)


def test_a_letter_that_is_no_mark_names_a_language(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nRequired / Desired\n\nRequirements\n\n- Programming in C\n- Numerical work in R\n- Docker\n"
    )
    assert [strength(posting, name) for name in ("c", "docker")] == [REQUIRED] * 2


def test_a_question_before_a_colon_says_what_its_sentences_are(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nYou know Python well. You have used Git.\n\n"
        "What would really make us happy: Docker in your past. Ansible, since we are moving to it."
    )
    assert [strength(posting, name) for name in ("python", "git")] == [REQUIRED] * 2
    assert [strength(posting, name) for name in ("docker", "ansible")] == [PREFERRED] * 2


def test_a_name_alone_in_a_list_of_what_is_asked_for_is_meant(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nNice to have\n- Kafka\n- Rust\n")
    assert [strength(posting, name) for name in ("kafka", "rust")] == [PREFERRED] * 2


def test_what_one_need_not_know_is_not_asked_for(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nWho are you\nYou can program in Python. Don't know Docker? That's fine.\n")
    assert (strength(posting, "python"), strength(posting, "docker")) == (REQUIRED, None)


def test_a_title_above_a_long_paragraph_ends_the_list(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nNice to have\n- Docker\n- Git\n\nBenefits for everyone\n"
        "Whoever works with us gets a budget for training, for instance in Ansible, and a card for the tram of the town.\n"
    )
    assert strength(posting, "docker") is PREFERRED
    assert strength(posting, "ansible") is not PREFERRED


def test_it_is_no_employer(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nRequirements\n- Python\n\nIt helps if you have used Docker or worked with Ansible.\n")
    assert [strength(posting, name) for name in ("docker", "ansible")] == [PREFERRED] * 2


def test_a_title_asks_for_nothing_whatever_its_words(read: "partial[Posting]") -> None:
    posting = read("Job title: Experienced Linux Engineer\n\nRequirements\n- Python\n")
    assert strength(posting, "python") is REQUIRED
    assert strength(posting, "linux") not in {REQUIRED, PREFERRED}


def test_a_list_that_trails_off_is_no_heading(read: "partial[Posting]") -> None:
    posting = read("Engineer\n\nRequirements:\nPython, Git, ...\nDocker\n\nBonus...\n\nSome Ansible\n")
    wanted = [strength(posting, name) for name in ("python", "git", "docker", "ansible")]
    assert wanted == [REQUIRED, REQUIRED, REQUIRED, PREFERRED]


def test_a_level_of_json_may_say_how_much_a_skill_is_wanted(collector: EvidenceCollector) -> None:
    skills = [{"name": "Python", "level": "Master"}, {"name": "Docker", "level": "Nice to have"}]
    job = {"title": "Engineer", "description": "Work.", "skills": skills}
    posting = read_posting(read_document(json.dumps(job).encode()), collector)
    assert (strength(posting, "python"), strength(posting, "docker")) == (REQUIRED, PREFERRED)


@pytest.mark.parametrize("label", ["Good to know", "Good to know for everybody", "Nice to have in this team"])
def test_a_label_that_softens_does_so_whatever_else_it_says(label: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n- C\n- Linux\n\n{label}: Rust, Kafka.\n")
    assert {"rust", "kafka"} <= set(posting.skills(PREFERRED))


@pytest.mark.parametrize("question", ["What makes you our colleague?", "Could you imagine that?"])
def test_a_question_over_a_list_begins_a_part_of_its_own(question: str, read: "partial[Posting]") -> None:
    """Not a duty, though it looks like any line of those above it."""
    text = f"Engineer\n\nYour days\n\n- You run our shop\n\n{question}\n- Three years with Rust\n- You know Kafka\n"
    assert {"rust", "kafka"} <= set(read(text).skills(REQUIRED))


@pytest.mark.parametrize("mark", ["(meritorious)", "(advantageous)", "– an asset", "(optional)"])
def test_a_mark_behind_an_item_speaks_of_all_of_it(mark: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n- C\n- Knowledge of brokers such as Kafka and RabbitMQ {mark}\n")
    assert {"kafka", "rabbitmq-amqp"} <= set(posting.skills(PREFERRED))
    assert "c" in posting.skills(REQUIRED)


@pytest.mark.parametrize(
    "line",
    [
        "Three years of Rust; graduates with a good thesis are welcome, too",
        "Rust in production – career changers very welcome",
        "Rust, Kotlin or Scala – which of them doesn't matter",
        "Rust or Scala, and we don't care which",
    ],
)
def test_who_is_welcome_and_which_of_several_it_is_softens_nothing(line: str, read: "partial[Posting]") -> None:
    assert strength(read(f"Engineer\n\nRequirements\n- {line}\n- Git\n"), "rust") is REQUIRED


def test_words_before_a_paragraph_are_its_heading(read: "partial[Posting]") -> None:
    """As where somebody writes without lists."""
    posting = read(
        "Kernel Developer\n\nThe work. You port device drivers for our customers.\n\nYou. C is second nature, and so is Git.\n\n"
        "Nice to have. Rust.\n\nBenefits. A course in Kotlin.\n"
    )
    assert "c" in posting.skills(REQUIRED)
    assert "rust" in posting.skills(PREFERRED)
    assert strength(posting, "kotlin") is MENTIONED
    assert next(ask for ask in posting.asks if ask.skill == "device-drivers").is_duty


def test_numbered_items_that_begin_with_a_figure_are_items(read: "partial[Posting]") -> None:
    posting = read("Developer\n\nMUST HAVES:\n1) 7+ years of Java\n2) 3+ years of Kafka\n3) 2+ years of Linux\n")
    lines = {ask.skill: ask.line for ask in posting.asks}
    assert "Java" not in lines[SkillId("kafka")]
    assert posting.years == 7


def test_what_counts_little_is_not_asked_for(read: "partial[Posting]") -> None:
    posting = read(
        "Engineer\n\nWe'd like\n- Rust\n\nEven better\n- Kafka\n\nLess important than you'd think: Go, Terraform.\n"
    )
    assert strength(posting, "go") is strength(posting, "terraform") is None


@pytest.mark.parametrize(
    "line",
    [
        "Some exposure to Kafka wouldn't go to waste",
        "Experience with Kafka will strengthen your application",
        "Kafka (willing to train)",
        "Priority will be given to candidates with Kafka",
        "Kudos if you know Kafka",
        "Kafka: nice, not needed",
    ],
)
def test_an_advantage_in_other_words(line: str, read: "partial[Posting]") -> None:
    posting = read(f"Engineer\n\nRequirements\n- C\n- {line}\n- Git\n")
    assert strength(posting, "kafka") is PREFERRED
    assert {"c", "git"} <= set(posting.skills(REQUIRED))


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("You also might have", PREFERRED),
        ("Skills we value but don't require", PREFERRED),
        ("We don't expect you to know all of these", PREFERRED),
        ("Differentiators", PREFERRED),
        ("Who we're after", REQUIRED),
        ("Your skill set", REQUIRED),
        ("What you come with", REQUIRED),
        ("Our perks", MENTIONED),
        ("The benefits", MENTIONED),
        ("5 reasons to join us", MENTIONED),
        ("How we interview", MENTIONED),
        ("Growth", MENTIONED),
    ],
)
def test_headings_in_words_of_today(heading: str, colon: str, expected: Strength, read: "partial[Posting]") -> None:
    """What stands under them is neither more of the duties nor of the list of requirements above."""
    for above in ("What you'll do\n\n- Run our shop", "Requirements\n\n- C"):
        posting = read(f"Engineer\n\n{above}\n\n{heading}{colon}\n\n- Rust\n- Experience with Kafka\n")
        assert (strength(posting, "rust"), strength(posting, "kafka")) == (expected, expected)
        assert not any(ask.is_duty for ask in posting.asks if ask.skill in {"rust", "kafka"})


@pytest.mark.parametrize(
    "sentence", ["Strong Rust skills are needed.", "Being good at Rust matters to us.", "We need a Rust person."]
)
def test_prose_that_asks_names_what_it_writes_as_a_name(sentence: str, read: "partial[Posting]") -> None:
    """Though the name has another sense; a common word in such a sentence keeps its own."""
    assert strength(read(f"Engineer\n\nWe are ten.\n\n{sentence}\n"), "rust") is REQUIRED
    assert read(f"Engineer\n\nWe are ten.\n\n{sentence} You want to switch.\n").skills(REQUIRED) == ("rust",)
