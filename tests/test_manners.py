"""Manners in which templates and forms set a résumé, and what is read of each: tables of languages, handles, several posts, labels."""

import json
from typing import Any

import pytest

from skillgap.documents.pdf.pills import Pills
from skillgap.documents.pdf.rails import may_go_on
from skillgap.documents.pdf.segments import Segment
from skillgap.documents.pdf.sides import are_levels
from skillgap.documents.pdf.words import Word
from skillgap.documents.reading import document_of_text
from skillgap.documents.running import without_running
from skillgap.documents.types import DrawnLine, Page
from skillgap.printed_json import json_text
from skillgap.resume.handles import find_handles
from skillgap.resume.json_resume.exporting import record_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.redacting import redactor_for


def record_of_text(text: str, grammar: ResumeGrammar) -> dict[str, Any]:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    record: dict[str, Any] = json.loads(json_text(record_of(document, parsed, grammar.dates, "2026-11")))
    return record


def redacted(text: str, grammar: ResumeGrammar) -> str:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    return (
        redactor_for(parsed.resume, parsed.contact, grammar.redaction).redacted_document(document, parsed.resume).text
    )


GRID = """Mirela Example
mirela@example.com

EXPERIENCE
Laboratory Technician, Biotest SRL, Cluj, March 2021 - Present
- Ran assays for 30 clients

LANGUAGE SKILLS
{rows}

INTERESTS
Chess, reading
"""


@pytest.mark.parametrize(
    ("rows", "spoken"),
    [
        (
            (
                "Mother tongue(s): ROMANIAN\nOther language(s):\nUNDERSTANDING   SPEAKING   WRITING\n"
                "Listening   Reading   Spoken production   Spoken interaction\nENGLISH   C1   C2   B2   C1   B2\n"
                "HUNGARIAN   B2   B2   B2   B2   B2\n"
                "Levels: A1 and A2: Basic user; B1 and B2: Independent user; C1 and C2: Proficient user"
            ),
            {
                "ROMANIAN": "Mother tongue(s)",
                "ENGLISH": "listening C1, reading C2, spoken production B2, spoken interaction C1, writing B2",
                "HUNGARIAN": "B2",
            },
        ),
        (
            "Lingua madre   Sardo, Italiano\nAltre lingue\nComprensione | Parlato | Produzione scritta\nFrancese | B1 | A2 | A1",
            {
                "Sardo": "Lingua madre",
                "Italiano": "Lingua madre",
                "Francese": "comprensione B1, parlato A2, produzione scritta A1",
            },
        ),
        (
            "Muttersprache\nDeutsch\nHören   Lesen   Sprechen   Schreiben\nDänisch\nB2   C1   B1   B1",
            {"Deutsch": "Muttersprache", "Dänisch": "hören B2, lesen C1, sprechen B1, schreiben B1"},
        ),
        ("English: C1, German: A2", {"English": "C1", "German": "A2"}),
    ],
)
def test_a_table_of_languages_is_one_language_a_row(rows: str, spoken: dict[str, str], grammar: ResumeGrammar) -> None:
    record = record_of_text(GRID.format(rows=rows), grammar)
    assert {each["language"]: each.get("fluency") for each in record["languages"]} == spoken
    assert [each["name"] for each in record["interests"]] == ["Chess", "reading"]
    assert len(record["work"]) == 1


@pytest.mark.parametrize(
    ("line", "profiles"),
    [
        ("GitHub: ajoku", [("GitHub", "ajoku", "https://github.com/ajoku")]),
        ("linkedin: in/amina-joku", [("LinkedIn", "amina-joku", "https://linkedin.com/in/amina-joku")]),
        ("Skype: live:amina.joku", [("Skype", "live:amina.joku", None)]),
        ("Telegram @amina_j", [("Telegram", "amina_j", "https://t.me/amina_j")]),
        ("@aminacodes", [(None, "aminacodes", None)]),
        ("GitHub: ajoku @aminacodes", [("GitHub", "ajoku", "https://github.com/ajoku"), (None, "aminacodes", None)]),
        ("ORCID: 0000-0002-5555-0142", [("ORCID", "0000-0002-5555-0142", "https://orcid.org/0000-0002-5555-0142")]),
        ("Mastodon: @amina@example.social", [("Mastodon", "amina", "https://example.social/@amina")]),
        ("ajoku42 (GitLab)", [("GitLab", "ajoku42", "https://gitlab.com/ajoku42")]),
        ("Discord   amina#1234", [("Discord", "amina#1234", None)]),
    ],
)
def test_a_handle_without_an_address_is_a_profile_and_is_redacted(
    line: str, profiles: list[tuple[str | None, str, str | None]], grammar: ResumeGrammar
) -> None:
    text = f"Amina Joku\nBackend Developer\namina@example.com | 020 7946 0155 | {line}\n\nSKILLS\nRust, Kafka\n"
    basics = record_of_text(text, grammar)["basics"]
    assert [(each.get("network"), each["username"], each.get("url")) for each in basics["profiles"]] == profiles
    assert "url" not in basics
    without = redacted(text, grammar)
    assert not any(name in without for _, name, _ in profiles)
    assert "Rust, Kafka" in without


@pytest.mark.parametrize(
    "text",
    ["GitHub Actions", "Line: cook", "Medium: large datasets", "Engineer @acme", "LinkedIn: Jane Doe", "jane@example.com",
     "GitHub: https://github.com/example-jane", "LinkedIn: available", "Signal processing", "Portfolio on GitHub"],
)  # fmt: skip
def test_ordinary_words_are_no_handles(text: str) -> None:
    assert list(find_handles(text)) == []


def test_a_handle_that_is_a_skill_is_redacted_beside_its_network_alone(grammar: ResumeGrammar) -> None:
    text = "Amina Joku\namina@example.com | GitHub: kafka\n\nSKILLS\nRust, Kafka\n"
    assert redacted(text, grammar) == "[name]\n[e-mail] | GitHub: [link]\n\nSKILLS\nRust, Kafka"


PROFILE_PAGE = """Tomasz Example
tomasz@example.com

Experience
Brightwater Energy
5 years 2 months
Staff Reliability Engineer
September 2023 - Present (2 years 3 months)
Manchester, England, United Kingdom
- Own the platform that meters homes.
Senior Reliability Engineer
October 2020 - August 2023 (2 years 11 months)
Leeds, England, United Kingdom
- Moved 140 services to Kubernetes.
Orchard Retail Group
3 ans 6 mois
Systems Engineer
January 2019 - September 2020 (1 year 9 months)
Linux Administrator
April 2017 - December 2018 (1 year 9 months)

Education
Gdansk University of Technology
Bachelor of Engineering, Computer Science, 2011 - 2015
"""


def work_of(text: str, grammar: ResumeGrammar) -> list[tuple[str | None, ...]]:
    return [
        (each.get("position"), each.get("name"), each.get("startDate"), each.get("endDate"))
        for each in record_of_text(text, grammar)["work"]
    ]


def test_how_long_somebody_was_with_an_employer_stands_below_its_name(grammar: ResumeGrammar) -> None:
    assert work_of(PROFILE_PAGE, grammar) == [
        ("Staff Reliability Engineer", "Brightwater Energy", "2023-09", None),
        ("Senior Reliability Engineer", "Brightwater Energy", "2020-10", "2023-08"),
        ("Systems Engineer", "Orchard Retail Group", "2019-01", "2020-09"),
        ("Linux Administrator", "Orchard Retail Group", "2017-04", "2018-12"),
    ]
    done = [line for each in record_of_text(PROFILE_PAGE, grammar)["work"] for line in each.get("highlights", ())]
    assert done == [
        "Own the platform that meters homes.",
        "Moved 140 services to Kubernetes.",
    ]


FORM = """Gethin Example
gethin@example.com

Employment history
Employer name{sep}Usk Valley Health Board
Employer address{sep}Brook Road, Newport, NP20 0ZZ
Job title{sep}Radiographer
Grade/band{sep}Band 6
Start date{sep}04/2020
End date{sep}Present
Hours per week{sep}37.5
Reason for leaving{sep}Seeking a post closer to home
Description of duties{sep}CT and plain film imaging for the emergency department.
Employer name{sep}Pill Stores Ltd
Job title{sep}Sales Assistant
Start date{sep}06/2014
End date{sep}08/2017
Reason for leaving{sep}To work in health care
Description of duties{sep}Served customers and closed the tills.
"""


@pytest.mark.parametrize("sep", [": ", "   ", "\t"])
def test_each_line_of_a_form_is_a_label_and_its_value(sep: str, grammar: ResumeGrammar) -> None:
    text = FORM.format(sep=sep)
    assert work_of(text, grammar) == [
        ("Radiographer", "Usk Valley Health Board", "2020-04", None),
        ("Sales Assistant", "Pill Stores Ltd", "2014-06", "2017-08"),
    ]
    first, second = record_of_text(text, grammar)["work"]
    assert "Hours per week: 37.5" in first["description"]
    assert second["description"] == "Reason for leaving: To work in health care"
    assert len(first["highlights"]) == len(second["highlights"]) == 1
    assert second["highlights"][0].endswith("Served customers and closed the tills.")


FEDERAL = """Darnell Example
2218 Example Pike, Knoxville, TN 37901
d.example@example.com

Work Experience:

Tennessee Rivers Authority
77 Turbine Lane
Knoxville, TN 37902 United States

03/2019 - Present
Salary: $88,200.00 USD Per Year
Hours per week: 40
Series: 2210 Pay Plan: GS Grade: 12
IT Specialist (Network Services)
Duties, Accomplishments and Related Skills:
Run the field network of 29 dams.
Supervisor: Irene Castellano (865-555-0177)
Okay to contact this Supervisor: Yes

Smoky Valley School District
400 Orchard Ave
Maryville, TN 37801 United States

08/2014 - 02/2019
Salary: $52,000.00 USD Per Year
Hours per week: 45
Network Technician
Duties, Accomplishments and Related Skills:
Kept switches and wireless running in 11 schools.
Supervisor: Paul Gentry (865-555-0102)
Okay to contact this Supervisor: Contact me first
"""


def test_how_somebody_was_employed_and_the_employers_address_are_nothing_that_was_done(grammar: ResumeGrammar) -> None:
    assert work_of(FEDERAL, grammar) == [
        ("IT Specialist (Network Services)", "Tennessee Rivers Authority", "2019-03", None),
        ("Network Technician", "Smoky Valley School District", "2014-08", "2019-02"),
    ]
    first, second = record_of_text(FEDERAL, grammar)["work"]
    assert first["highlights"] == ["Run the field network of 29 dams."]
    assert second["highlights"] == ["Kept switches and wireless running in 11 schools."]
    assert "77 Turbine Lane" in first["description"]
    assert "Hours per week: 40" in first["description"]


def test_words_of_a_list_under_its_heading_are_all_of_it(grammar: ResumeGrammar) -> None:
    text = "Jane Example\njane@example.com\n\nSKILLS\nMentoring\nPublic Speaking\nFacilitation\nChess engines\n"
    record = record_of_text(text, grammar)
    assert [word for each in record["skills"] for word in each["keywords"]] == [
        "Mentoring", "Public Speaking", "Facilitation", "Chess engines",
    ]  # fmt: skip
    assert not {"languages", "interests"} & record.keys()


ACADEMIC = """Adaeze Example
adaeze@example.edu

ACADEMIC APPOINTMENTS
Associate Professor of Geography, Cascadia State University, 2021 - present
Assistant Professor of Geography, Cascadia State University, 2015 - 2021

EDUCATION
Ph.D. Geography, University of Tidewater, 2013

GRANTS AND FELLOWSHIPS
2022–2025 National Soil Foundation, “Sediment and Settlement” (PI), $412,000
2019–2020 Cascadia Research Council, Seed Grant (co-PI), $18,500

STUDENTS SUPERVISED
Lena Okafor, doctoral thesis on dunes, now at Tidewater College
Marcus Bell, “Mapping marsh loss”

INVITED LECTURES
“What mud remembers”, University of Rekavik, October 2023
"""


def test_grants_students_and_lectures_of_an_academic_are_no_jobs(grammar: ResumeGrammar) -> None:
    assert len(work_of(ACADEMIC, grammar)) == 2
    record = record_of_text(ACADEMIC, grammar)
    assert len(record["awards"]) == 2
    assert len(record["education"]) == 1
    assert record["basics"].get("label") is None
    assert {each["kind"] for each in record["meta"]["skillgap"]["sections"]} == {"other", "talks"}


def word(text: str, x0: float, x1: float, start: int) -> Word:
    return Word(text, x0, 100.0, x1, 112.0, source=1, font=1, start=start)


@pytest.mark.parametrize(
    ("boxes", "starts", "is_full"),
    [
        ([(10, 97, 50, 115), (54, 97, 100, 115)], [3], True),
        ([(10, 97, 50, 115)], [], False),
        ([(10, 97, 100, 115)], [], True),
        ([(10, 80, 50, 130), (54, 80, 100, 130)], [], False),
        ([], [], False),
    ],
    ids=["a box each", "code within a sentence", "one box around both", "boxes of several lines", "no boxes"],
)
def test_words_in_boxes_of_their_own_are_apart(
    boxes: list[tuple[float, float, float, float]], starts: list[int], is_full: bool
) -> None:
    pills, row = Pills(boxes), Segment.of((word("Go", 15, 45, 0), word("Linux", 59, 95, 3)))
    assert list(pills.starts(row)) == starts
    assert pills.fill(row) is is_full


@pytest.mark.parametrize(
    ("text", "below", "goes_on"),
    [("2019", "2022", True), ("2024", "2022", False), ("Aug 2015", "Jan 2020", True), ("2019 – 2020", "2022", False)],
)
def test_a_range_does_not_go_back_in_time(text: str, below: str, goes_on: bool) -> None:
    assert may_go_on(text, below) is goes_on


@pytest.mark.parametrize(
    ("right", "are"), [(["B2 C1", "A1 A2"], True), (["Berlin", "Leeds"], False), (["SPEAKING", "B2", "C1"], True)]
)
def test_levels_belong_to_the_languages_beside_them(right: list[str], are: bool) -> None:
    rows = [(Segment.of((word(text, 60, 90, 0),)),) for text in right]
    assert are_levels(rows) is are


PAGES = [Page(number=number, width=595.0, height=842.0) for number in (1, 2)]


def footer(text: str, page: int = 2, top: float = 815.0) -> DrawnLine:
    return DrawnLine(text=text, page=page, box=(50.0, top, 300.0, top + 10))


@pytest.mark.parametrize(
    ("text", "is_running"),
    [
        ("Katarzyna Brandt – CV – page 2/2", True),
        ("Lebenslauf Katarzyna Brandt, Seite 2 von 2", True),
        ("Katarzyna Brandt   2/2", True),
        ("Brandt, Katarzyna – Page 2", True),
        ("Katarzyna Brandt – CV – page 1/2", False),
        ("Wrote the manual of the pump, page 2", False),
        ("Fluent in German, 2 of 2 parts passed", False),
    ],
)
def test_a_footer_says_whose_page_it_is_and_which(text: str, is_running: bool) -> None:
    lines = [
        DrawnLine(text="Katarzyna Brandt", page=1, box=(50.0, 40.0, 200.0, 60.0)),
        DrawnLine(text="Process Engineer", page=1, box=(50.0, 200.0, 200.0, 212.0)),
        DrawnLine(text="Measured dust at the batteries", page=2, box=(50.0, 300.0, 200.0, 312.0)),
        footer(text),
    ]
    kept, running = without_running(lines, PAGES)
    assert (text in [each.text for each in running]) is is_running
    assert len(kept) == len(lines) - is_running
