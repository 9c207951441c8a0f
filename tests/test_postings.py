"""Job postings: what a line asks for, and how much; years, level, and what the taxonomy does not know."""

import json
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from skillgap import Analyzer, UsageError
from skillgap.documents.reading import document_of_text, read_document
from skillgap.errors import DocumentUnsupported, PostingWithoutSkills
from skillgap.evaluation.postings import evaluate_postings, gold_postings
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.roles import required_levels, role_of
from skillgap.postings.types import Posting, Strength
from skillgap.taxonomy.types import CareerLevel, Importance, SkillId
from skillgap.taxonomy.whole import Taxonomy

DEVELOPED = Path(__file__).parent / "postings" / "developed"
REQUIRED, PREFERRED, MENTIONED = Strength
POSTING = """Senior Storage Engineer

About us

Corvid Example runs Kubernetes and Kafka for a living.

Your tasks

- Tune our PostgreSQL servers

Requirements

- At least five years of C on Linux
- SystemQZX

Nice to have

- Rust
"""


@pytest.fixture
def read(collector: EvidenceCollector) -> "partial[Posting]":
    return partial(posting_of, collector)


def posting_of(collector: EvidenceCollector, text: str) -> Posting:
    return read_posting(document_of_text(text, name="posting.txt"), collector)


def strength(posting: Posting, skill: str) -> Strength | None:
    return next((ask.strength for ask in posting.asks if ask.skill == SkillId(skill)), None)


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
    ("line", "years"),
    [
        ("5+ years of Linux experience", 5),
        ("3-5 years of Linux experience", 3),
        ("3 to 5 yrs of Linux experience", 3),
        ("at least three years of Linux experience", 3),
        ("Eight-plus years of Linux experience", 8),
        ("A minimum of five (5) years' experience with Linux", 5),
        ("Seven or more years with Linux", 7),
        ("About a decade of making Linux faster", 10),
        ("Several years (at least 5) of Linux", 5),
        ("Several years (min. 4) of Linux", 4),
        ("Several years (preferably in a team) of Linux", 3),
        ("6 years' experience within a bank, with Linux", 6),
        ("Linux certificate within 2 years of joining", None),
        ("6+ years of Linux, at least two of them with C", 6),
        ("Linux experience", None),
        ("A four-year degree; Linux", None),
        ("Up to 3 years of Linux experience", None),
        ("Readiness to travel twice a year; Linux", None),
        ("Linux at a company that is 20 years old", None),
        ("401 years or 5000 years of Linux", None),
    ],
)
def test_the_least_years_of_work(line: str, years: int | None, read: "partial[Posting]") -> None:
    assert read(f"Engineer\n\nRequirements\n\n- {line}\n- Python\n").years == years


@pytest.mark.parametrize("others_first", [True, False])
def test_what_others_run_and_the_reader_runs_too_is_a_duty(read: "partial[Posting]", *, others_first: bool) -> None:
    others, own = "We use Kafka for everything.", "Your tasks\n\n- Keep Kafka running\n- Write Go"
    text = f"About us\n\n{others}\n\n{own}" if others_first else f"{own}\n\nAbout us\n\n{others}"
    (ask,) = [each for each in read(f"Engineer\n\n{text}\n\nRequirements\n\n- C\n").asks if each.skill == "kafka"]
    assert (ask.strength, ask.is_duty, ask.line) == (MENTIONED, True, "Keep Kafka running")


def test_years_that_are_an_advantage_are_not_asked_for(read: "partial[Posting]") -> None:
    assert read("Engineer\n\nRequirements\n\n- 3 years of C\n\nPreferred\n\n- 9 years of C\n").years == 3
    assert read("Engineer\n\nAbout us\n\nFor 20 years we have shipped C.\n\nRequirements\n\n- C\n").years is None


@pytest.mark.parametrize(
    ("title", "line", "level"),
    [
        ("Senior Engineer", "Linux", "senior"),
        ("Junior Engineer", "6 years of Linux", "junior"),
        ("Graduate Software Engineer", "Linux", "junior"),
        ("Engineer II", "Linux", "mid"),
        ("Principal Engineer", "Linux", "staff"),
        ("Senior Staff Engineer", "Linux", "staff"),
        ("Mid/Senior Engineer", "2 years of Linux", "mid"),
        ("Mid/Senior Engineer", "6 years of Linux", "senior"),
        ("Engineer", "1 year of Linux", "junior"),
        ("Engineer", "3 years of Linux", "mid"),
        ("Engineer", "6 years of Linux", "senior"),
        ("Engineer", "12 years of Linux", "staff"),
        ("Engineer", "Mentoring of others in Linux", "senior"),
        ("Engineer", "Linux; this may be your first job", "junior"),
        ("Engineer", "Linux", "mid"),
    ],
)
def test_the_level_by_title_then_years_then_the_work(
    title: str, line: str, level: str, read: "partial[Posting]"
) -> None:
    assert read(f"{title}\n\nRequirements\n\n- {line}\n").level is CareerLevel(level)


@pytest.mark.parametrize(
    ("title", "grade", "level"),
    [
        ("IT Specialist", "Grade: GS 5/7", "junior"),
        ("IT Specialist", "Pay scale & grade: GS 9 - 11", "mid"),
        ("IT Specialist", "GG-2210-12/13, Secret clearance", "mid"),
        ("IT Specialist", "GS-0855-13", "senior"),
        ("IT Specialist GS-14", "Linux", "staff"),
        ("IT Specialist, GS 4", "Linux", "junior"),
        ("Lead IT Specialist", "GS-12", "senior"),
        ("IT Specialist", "Barcodes by GS1 standards", "mid"),
        ("IT Specialist", "Bags 5 to 14, GS 123", "mid"),
    ],
)
def test_a_grade_says_the_level_unless_the_title_does(
    title: str, grade: str, level: str, read: "partial[Posting]"
) -> None:
    """By the least of a range. What only looks like a grade is none, and a year on probation is none of experience."""
    posting = read(f"{title}\n\n{grade}\n\nRequirements\n\n- Linux\n- Readiness for a one year probationary period\n")
    assert (posting.level, posting.years) == (CareerLevel(level), None)


@pytest.mark.parametrize("year", ["One year", "A minimum of 1 year"])
def test_a_year_at_the_grade_below_is_the_last_of_many(year: str, read: "partial[Posting]") -> None:
    posting = read(
        f"IT Specialist\n\nGrade: GS-13\n\nRequirements\n\n- {year} of work with Linux, equivalent to the GS-12 level\n- C\n"
    )
    assert (posting.level, posting.years) == (CareerLevel.SENIOR, None)


def test_years_before_no_grade_are_asked_for(read: "partial[Posting]") -> None:
    """Those of another sentence, or behind the grade, are work as anywhere."""
    assert read("IT Specialist\n\nRequirements\n\n- At GS-13 four years of Linux\n").years == 4
    assert read("IT Specialist GS-13\n\nRequirements\n\n- Six years of Linux\n").years == 6


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


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Storage Engineer at Corvid Example (remote)", "Storage Engineer"),
        ("Founding Engineer (Networking) @ Corvid Example", "Founding Engineer (Networking)"),
        ("Position: Storage Engineer, Data Path", "Storage Engineer, Data Path"),
        ("Storage Engineer – Data Path", "Storage Engineer – Data Path"),
        ("Storage Engineer | Corvid Example | Ghent", "Storage Engineer"),
        ("From: Ada <ada@example.com>\nSubject: CONTRACT - Storage Engineer - Ghent - 520/day", "Storage Engineer"),
    ],
)
def test_the_title_without_the_employer(first: str, title: str, read: "partial[Posting]") -> None:
    assert read(f"{first}\n\nRequirements\n\n- Linux\n").title == title


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


def test_a_page_of_html_with_its_noise(collector: EvidenceCollector) -> None:
    page = """<!doctype html><html><body><nav><a>Jobs</a><a>Kafka</a></nav><main><h1>Platform Engineer at Corvid</h1>
    <div><section><h2>You need</h2><ul><li>Python<ul><li>asyncio; Docker is a plus</li></ul></li></ul></section></div>
    <h2>What you get</h2><p>A course on Rust.</p></main><footer>Imprint</footer></body></html>"""
    posting = read_posting(read_document(page.encode()), collector)
    assert posting.title == "Platform Engineer"
    assert [strength(posting, skill) for skill in ("python", "docker", "rust")] == [REQUIRED, PREFERRED, MENTIONED]


def test_the_json_resume_job_schema(collector: EvidenceCollector) -> None:
    job = {
        "title": "Backend Engineer",
        "company": "Corvid Example",
        "description": "We run on Kubernetes.",
        "location": {"city": "Ghent"},
        "experience": "Mid-level",
        "responsibilities": ["Tune PostgreSQL"],
        "qualifications": ["Three years of Java"],
        "skills": [{"name": "Backend", "keywords": ["Python"]}, {"name": "Nice to have", "keywords": ["Rust"]}],
    }
    posting = read_posting(read_document(json.dumps(job).encode()), collector)
    expected = {
        "kubernetes": MENTIONED,
        "relational-databases": MENTIONED,
        "java": REQUIRED,
        "python": REQUIRED,
        "rust": PREFERRED,
    }
    assert {skill: strength(posting, skill) for skill in expected} == expected
    assert (posting.title, posting.years, posting.level) == ("Backend Engineer", 3, CareerLevel.MID)


@pytest.mark.parametrize(
    "job", [{"title": ["x"], "description": 3, "skills": "C"}, {"qualifications": {"a": [1, {"b": None}]}}]
)
def test_a_job_of_odd_values_is_read_as_far_as_it_goes(job: object) -> None:
    assert read_document(json.dumps(job).encode()).text


def test_other_json_is_neither() -> None:
    with pytest.raises(DocumentUnsupported):
        read_document(b'{"name": "x"}')
    assert read_document(b'{"basics": {"name": "Jane"}, "skills": [{"name": "C"}]}').reader == "json-resume"


def test_the_role_of_a_posting(read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    role = role_of(read(POSTING), taxonomy)
    assert {line.skill: line.importance for line in role.skills} == {
        "c": Importance.ESSENTIAL,
        "linux": Importance.ESSENTIAL,
        "rust": Importance.IMPORTANT,
        "relational-databases": Importance.USEFUL,
    }
    levels = required_levels(taxonomy)
    assert all(line.required(level) is levels[line.importance][level] for line in role.skills for level in CareerLevel)
    assert role.work == taxonomy.roles[nearest_in(role.source, taxonomy)].work


def nearest_in(source: str, taxonomy: Taxonomy) -> str:
    (name,) = [role.id for role in taxonomy.roles.values() if source.endswith(f"as for {role.label}.")]
    return name


def test_a_role_of_ours_is_never_replaced(read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    role = role_of(read("Software Systems Engineer\n\nRequirements\n\n- C\n"), taxonomy)
    assert role.id == "software-systems-engineer-posting"


@pytest.mark.parametrize("text", ["We wish you well.", "Engineer\n\nAbout us\n\nWe use Rust.\n"])
def test_a_posting_that_asks_for_no_skill(text: str, read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    with pytest.raises(PostingWithoutSkills, match="no skill is asked for"):
        role_of(read(text), taxonomy)


def test_an_analysis_against_a_posting(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING)
    analyzer = Analyzer(posting=path)
    analysis = analyzer.analyze_text(
        "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Wrote a service in C\n"
    )
    assert (analysis.target.posting, analysis.target.level) == ("Senior Storage Engineer", "senior")
    assert analysis.posting is not None
    assert (analysis.posting.years, analysis.posting.unknown) == (5, ("SystemQZX",))
    assert {each.skill for each in analysis.score.components} == {ask.skill for ask in analysis.posting.asks}
    assert type(analysis).from_dict(analysis.to_dict()) == analysis
    assert Analyzer(posting=analyzer.posting, level="junior").level is CareerLevel.JUNIOR


@pytest.mark.parametrize("other", [{"role": "backend-engineer"}, {"track": "middleware"}])
def test_a_posting_stands_alone(other: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="in the place of a role"):
        Analyzer(posting=POSTING.encode(), **other)


def test_lines_copied_from_the_posting_are_told_of() -> None:
    lines = [
        f"- Keep the {word} storage cluster alive through power cuts and floods\n"
        for word in ("first", "second", "third")
    ]
    analyzer = Analyzer(posting=(POSTING + "\nYour duties\n\n" + "".join(lines)).encode())

    def warned(own: list[str]) -> bool:
        text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n{''.join(own)}"
        warnings = analyzer.analyze_text(text).document.warnings
        return any(
            each.code == "keyword_stuffing" and "word for word in the posting" in each.message for each in warnings
        )

    assert warned(lines)
    assert not warned(lines[:2])
    assert not warned([lines[0]] * 5)
    assert not warned(["- Wrote C on Linux\n", "- SystemQZX\n", "- Rust\n"])


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


def test_the_same_posting_as_pdf_and_docx(read: "partial[Posting]", collector: EvidenceCollector) -> None:
    text = (DEVELOPED / "d-01.txt").read_text()
    plain = {ask.skill: ask.strength for ask in read(text).asks}
    for content in (as_pdf(text), as_docx(text)):
        posting = read_posting(read_document(content), collector)
        assert {ask.skill: ask.strength for ask in posting.asks} == plain
        assert (posting.title, posting.years) == ("Senior Software Engineer, Storage Data Path", 6)


def as_pdf(text: str) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

    buffer, styles = BytesIO(), getSampleStyleSheet()
    story: list[Flowable] = []
    for line in text.splitlines():
        style = styles["Heading3"] if line.isupper() else styles["BodyText"]
        story.append(Paragraph(line, style) if line else Spacer(1, 8))
    SimpleDocTemplate(buffer, invariant=1).build(story)
    return buffer.getvalue()


def as_docx(text: str) -> bytes:
    import docx

    buffer, document = BytesIO(), docx.Document()
    for line in filter(None, text.splitlines()):
        style = "Heading 2" if line.isupper() else "List Bullet" if line.startswith("• ") else "Normal"
        document.add_paragraph(line.removeprefix("• "), style)
    document.save(buffer)
    return buffer.getvalue()
