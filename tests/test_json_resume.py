"""JSON Resume out and in: what is written is valid, what is read is kept, and each value becomes the field that it is."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from json_resume_schema import FULL, META, PERSON, PLACE, PROFILE, SECTIONS, VALIDATOR, fields_of

from skillgap import Analyzer, SkillgapError
from skillgap.documents.reading import read_document
from skillgap.documents.types import Document, MediaType
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentError, DocumentUnsupported
from skillgap.printed_json import json_text
from skillgap.resume.contact import Contact
from skillgap.resume.json_resume.exporting import as_yaml, record_of
from skillgap.resume.parsing import Parsed, ResumeGrammar, parse_resume, shipped_grammar, structure_warnings
from skillgap.resume.redacting import redactor_for
from skillgap.resume.redacting_values import redacted_record
from skillgap.resume.types import DateRange, Entry, Resume, SectionKind

DEVELOPED = ROOT / "tests" / "resumes" / "developed"
FILES = sorted(
    path
    for path in (*DEVELOPED.iterdir(), *SAMPLES.glob("*.*"))
    if path.suffix in {".pdf", ".docx", ".html"} or path.name.endswith(".printed.txt")
)
AS_OF = "2026-11"


@cache
def parsed_file(path: Path) -> tuple[Document, Parsed]:
    document = read_document(path)
    return document, parse_resume(document, shipped_grammar())


def parsed_json(record: Any) -> tuple[Document, Parsed]:
    document = read_document(json.dumps(record).encode(), name="resume.json")
    return document, parse_resume(document, shipped_grammar())


def written(document: Document, parsed: Parsed) -> dict[str, Any]:
    """What `skillgap parse` prints."""
    record: dict[str, Any] = json.loads(json_text(record_of(document, parsed, shipped_grammar().dates, AS_OF)))
    return record


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_is_valid(path: Path) -> None:
    errors = [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(written(*parsed_file(path)))]
    assert errors == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_written_is_read_as_the_same_entries(path: Path) -> None:
    """And written again it is equal."""
    record = written(*parsed_file(path))
    document, parsed = parsed_json(record)
    assert (document.media_type, document.reader) == (MediaType.JSON, "json-resume")
    assert written(document, parsed) == record
    before = parsed_file(path)[1]
    assert sorted(map(repr, map_entries(parsed.resume))) == sorted(map(repr, map_entries(before.resume)))
    assert (parsed.contact.name, parsed.contact.email) == (before.contact.name, before.contact.email)


def map_entries(resume: Resume) -> list[tuple[Any, ...]]:
    """What a reader of an entry sees; lists of courses are cut into their courses when they are written."""
    return [
        (
            entry.kind.value,
            (entry.degree or entry.title, entry.study) if entry.kind is SectionKind.EDUCATION else entry.title,
            (entry.organization, entry.location, entry.grade, entry.is_internship),
            entry.dates and (entry.dates.start, entry.dates.end, entry.dates.is_current),
            () if entry.courses else bullets(resume, entry),
        )
        for entry in resume.entries
    ]


def bullets(resume: Resume, entry: Entry) -> tuple[str, ...]:
    return tuple(resume.lines[n].text for n in entry.line_numbers[entry.head_count :])


@pytest.mark.parametrize("path", FILES[::7], ids=lambda path: path.name)
def test_yaml_has_the_same_values_and_is_for_people(path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    record = written(*parsed_file(path))
    text = as_yaml(record)
    assert yaml.safe_load(text) == record
    assert not any(line.lstrip(" -").startswith(("&", "*", "!!")) for line in text.splitlines())
    assert "\\x" not in text
    assert "\\u" not in text


def test_a_heading_is_written_with_all_it_says() -> None:
    """What is no field of its own is the description; the page's other lines are kept apart."""
    record = of_text(
        "Jane Example\njane@example.com\nOpen to work from March 2027\n\nEXPERIENCE\n\n"
        "Staff Engineer, Quillmarsh Ltd (data pipelines, 40 people)   Mar 2019 – Present\n- Ran Kafka.\n"
    )
    (post,) = record["work"]
    assert (post["position"], post["name"], post["startDate"]) == ("Staff Engineer", "Quillmarsh Ltd", "2019-03")
    assert "data pipelines, 40 people" in post["description"]
    assert ["Open to work from March 2027"] in [each["lines"] for each in record["meta"]["skillgap"]["sections"]]


def of_text(text: str) -> dict[str, Any]:
    document = read_document(text.encode(), name="resume.txt")
    return written(document, parse_resume(document, shipped_grammar()))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Certified Kubernetes Administrator, April 2022",
            {"name": "Certified Kubernetes Administrator", "issued": "2022-04"},
        ),
        ("Terraform Associate (2020)", {"name": "Terraform Associate", "issued": "2020"}),
        ("DHA licence – valid until March 2028", {"name": "DHA licence – valid until March 2028"}),
        ("Mediation (accredited Nov 2019)", {"name": "Mediation (accredited Nov 2019)"}),
        ("Advanced driver", {"name": "Advanced driver"}),
    ],
)
def test_certificates_have_the_date_of_their_issue(line: str, expected: dict[str, str]) -> None:
    """The schema's own `date` is one with a day, which a page hardly ever prints."""
    assert of_text(f"Jane Example\njane@example.com\n\nCERTIFICATIONS\n{line}\n")["certificates"] == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Polish (native), English (C1)", [("Polish", "native"), ("English", "C1")]),
        ("English: IELTS 7.5", [("English", "IELTS 7.5")]),
        ("Mother tongue: Italian", [("Italian", "Mother tongue")]),
        ("Spanish, Asturian", [("Spanish", None), ("Asturian", None)]),
        ("English C1; German B1", [("English", "C1"), ("German", "B1")]),
        ("Spanish, Valencian: native", [("Spanish", "native"), ("Valencian", "native")]),
        ("Dutch: native   English: fluent", [("Dutch", "native"), ("English", "fluent")]),
        ("Swedish   Native", [("Swedish", "Native")]),
        (
            "Welsh: mother tongue – Irish: B2 – French: A1",
            [("Welsh", "mother tongue"), ("Irish", "B2"), ("French", "A1")],
        ),
        (
            "Welsh\nSpoken: Advanced\nRead: Novice\nIrish: B1",
            [("Welsh", "spoken Advanced, read Novice"), ("Irish", "B1")],
        ),
        ("Language: Welsh\nReading: fair\nLanguage: Irish", [("Welsh", "reading fair"), ("Irish", None)]),
        ("Welsh ●●●●●\nIrish ●●●○○", [("Welsh", "5/5"), ("Irish", "3/5")]),
        ("Welsh ★★★★☆ | Irish ★☆☆☆☆", [("Welsh", "4/5"), ("Irish", "1/5")]),
    ],
)
def test_languages_are_written_with_their_fluency(line: str, expected: list[tuple[str, str | None]]) -> None:
    languages = of_text(f"Jane Example\njane@example.com\n\nLANGUAGES\n{line}\n")["languages"]
    assert [(each["language"], each.get("fluency")) for each in languages] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CKA (2020, renewed 2023) • Solutions Architect (2021)", ["CKA (2020, renewed 2023)", "Solutions Architect"]),
        ("ISTQB Advanced (2022); ISTQB Foundation (2019)", ["ISTQB Advanced", "ISTQB Foundation"]),
        ("Core Server (2018) | VCP 2021 | Azure Associate", ["Core Server", "VCP", "Azure Associate"]),
        ("Data Engineer (2023), Cloud Engineer (2021)", ["Data Engineer", "Cloud Engineer"]),
        ("RN License, Ohio (active), CCRN (2020), ACLS, PALS", ["RN License, Ohio (active)", "CCRN", "ACLS", "PALS"]),
        ("Certified Scrum Master | Scrum Alliance | 2021", ["Certified Scrum Master | Scrum Alliance"]),
        ("Auditor, ISACA, 2019", ["Auditor, ISACA"]),
    ],
)
def test_certificates_of_one_line_are_several(line: str, expected: list[str]) -> None:
    """A part that is a date alone, or a name behind a comma, belongs to the certificate before it."""
    certificates = of_text(f"Jane Example\njane@example.com\n\nCERTIFICATIONS\n{line}\n")["certificates"]
    assert [each["name"] for each in certificates] == expected


def test_training_that_goes_on_is_no_certificate() -> None:
    lines = ["Currently attending: Rust for embedded (evening course)", "Taking an introductory course in Python"]
    record = of_text("Jane Example\njane@example.com\n\nCERTIFICATIONS\nCKA (2020)\n" + "\n".join(lines))
    assert [each["name"] for each in record["certificates"]] == ["CKA"]
    assert lines in [each["lines"] for each in record["meta"]["skillgap"]["sections"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RTOS         FreeRTOS, Zephyr", [("RTOS", ["FreeRTOS", "Zephyr"])]),
        (
            "Languages: Java, SQL (working) | CI: Jenkins",
            [("Languages", ["Java", "SQL (working)"]), ("CI", ["Jenkins"])],
        ),
        ("Forklifts 1, 3, 5", [(None, ["Forklifts 1, 3, 5"])]),
        ("Excel   ★ ★ ★ ★ ☆", [(None, ["Excel"])]),
    ],
)
def test_a_labelled_row_is_a_set_of_skills(line: str, expected: list[tuple[str | None, list[str]]]) -> None:
    skills = of_text(f"Jane Example\njane@example.com\n\nSKILLS\n{line}\n")["skills"]
    assert [(each.get("name"), each["keywords"]) for each in skills] == expected


def test_languages_of_a_machine_are_skills() -> None:
    """Whatever the label beside them is called; languages that people speak stand apart wherever they stand."""
    rows = "Cloud       AWS, GCP\nLanguages   Go, Python, Bash\nData        Kafka, Redis\n"
    record = of_text(f"Jane Example\njane@example.com\n\nCORE SKILLS\n{rows}")
    assert "languages" not in record
    assert ("Languages", ["Go", "Python", "Bash"]) in [
        (each.get("name"), each["keywords"]) for each in record["skills"]
    ]


def test_a_label_alone_is_no_description() -> None:
    line = "Bachelor of Science in Nursing, Example University, 2012 - 2016, GPA 3.8"
    (study,) = of_text(f"Jane Example\njane@example.com\n\nEDUCATION\n{line}\n")["education"]
    assert study["score"] == "3.8"
    assert "description" not in study


def test_links_are_written_as_uris() -> None:
    record = of_text(
        "José Example\njose@example.com | linkedin.com/in/josé-example | github.com/example-jose\n\nSKILLS\nC\n"
    )
    assert [(each["network"], each["username"], each["url"]) for each in record["basics"]["profiles"]] == [
        ("LinkedIn", "josé-example", "https://linkedin.com/in/jos%C3%A9-example"),
        ("GitHub", "example-jose", "https://github.com/example-jose"),
    ]


def test_the_full_record_has_every_field() -> None:
    assert FULL["basics"].keys() >= fields_of(PERSON).keys()
    assert FULL["basics"]["location"].keys() == fields_of(PLACE).keys()
    assert FULL["basics"]["profiles"][0].keys() == fields_of(PROFILE).keys()
    assert FULL["meta"].keys() > fields_of(META).keys()
    for section, rules in SECTIONS.items():
        assert FULL[section][0].keys() >= fields_of(rules).keys()


def test_a_saved_analysis_is_no_resume() -> None:
    """It has skills, as a JSON Resume has; its own keys and figures would be read as a person's."""
    saved = json.dumps(Analyzer().analyze(SAMPLES / "graduate.txt").to_dict())
    with pytest.raises(DocumentUnsupported, match="an analysis that was saved"):
        read_document(saved.encode(), name="saved.json")


def test_a_json_resume_comes_back_unchanged() -> None:
    document, parsed = parsed_json(FULL)
    assert written(document, parsed) == FULL
    assert list(written(document, parsed)) == list(FULL)


def test_a_json_resume_is_read_by_its_fields() -> None:
    document, parsed = parsed_json(FULL)
    resume, contact = parsed.resume, parsed.contact
    assert contact == Contact(
        name="Ines Quill-Tarrow",
        label="Platform Engineer",
        email="ines@example.com",
        phone="+44 20 7946 0123",
        location="5 Mill Lane, Leeds, LS1 1AA, GB",
        links=("https://ines.example.com", "https://old.example.com", "https://github.com/example-ines"),
    )
    assert [(entry.kind, entry.title, entry.organization, entry.dates) for entry in resume.entries] == [
        (SectionKind.EXPERIENCE, "Platform Engineer", "Quillmarsh Ltd", DateRange("2021-03", None, is_current=True)),
        (SectionKind.EXPERIENCE, "Systems Programmer", "Thornbury Data", DateRange("2017-06", "2021-02")),
        (SectionKind.VOLUNTEERING, "Mentor", "Code Barn", DateRange("2019", "2020")),
        (SectionKind.EDUCATION, "BSc Computer Science", "University of Arouca", DateRange("2013-09", "2017-06")),
        (SectionKind.PROJECTS, "minnow", "Code Barn", DateRange("2018-01", None)),
    ]
    assert "Moved 40 services to Kubernetes" in bullets(resume, resume.entries[0])
    assert resume.entries[3].courses == ("Operating systems", "Compilers")
    identity = {resume.lines[number].text for number in resume.identity}
    assert identity >= {"Ines Quill-Tarrow", "ines@example.com", "+44 20 7946 0123"}
    assert "Platform Engineer" not in identity
    assert "https://example.com/ines.png" not in document.text


def test_a_json_resume_is_analysed(analyzer: Analyzer) -> None:
    analysis = analyzer.analyze_document(parsed_json(FULL)[0])
    found = {claim.name: {each.section.value for each in claim.evidence} for claim in analysis.skills}
    assert "experience" in found["Kubernetes"]
    assert "experience" in found["Go"]
    assert {"skills", "projects"} & found["C"]
    assert "Moved 40 services to Kubernetes" in analysis.resume.work[0].highlights


def test_military_service_and_open_source_keep_their_kind() -> None:
    record = {
        "work": [{"position": "Sergeant", "type": "military"}, {"position": "Engineer"}],
        "projects": [{"name": "minnow", "type": "open_source", "highlights": ["Merged 40 patches"]}],
    }
    resume = parsed_json(record)[1].resume
    kinds = [SectionKind.MILITARY, SectionKind.EXPERIENCE, SectionKind.OPEN_SOURCE]
    assert [entry.kind for entry in resume.entries] == kinds
    assert [resume.sections[entry.section].kind for entry in resume.entries] == kinds
    assert all(resume.lines[n].section == entry.section for entry in resume.entries for n in entry.line_numbers)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (None, (None, True)),
        ("", (None, True)),
        ("Present", (None, True)),
        ("2024", ("2024", False)),
        ("2024-05-31", ("2024-05", False)),
        ("2024-05-31T00:00:00Z", ("2024-05", False)),
        (2024, ("2024", False)),
        ("May 2024", ("2024-05", False)),
        ("05/2024", ("2024-05", False)),
        ("2024-13", (None, False)),
        ("whenever", (None, False)),
        (["2024"], (None, True)),
    ],
)
def test_ends_are_read_as_people_write_them(end: Any, expected: tuple[str | None, bool]) -> None:
    """Without an end it goes on; with one that nobody can read nothing is guessed."""
    (entry,) = parsed_json({"work": [{"position": "Cook", "startDate": "2020-01", "endDate": end}]})[1].resume.entries
    assert entry.dates
    assert (entry.dates.end, entry.dates.is_current) == expected


BASICS = '{"basics": {"name": "Jane Example"}'


@pytest.mark.parametrize(
    ("content", "error", "expected"),
    [
        (BASICS, DocumentCorrupt, "not valid JSON"),
        (BASICS + ",}", DocumentCorrupt, "not valid JSON"),
        (BASICS + ', "work": [NaN]}', DocumentCorrupt, "not valid JSON"),
        (BASICS + ', "work": [1e999]}', DocumentCorrupt, "not valid JSON"),
        (BASICS + ', "work": ' + "[" * 100_000 + "]" * 100_000 + "}", DocumentCorrupt, "nested too deeply"),
        (BASICS + ', "custom": ' + '{"a":' * 300 + "1" + "}" * 301, DocumentCorrupt, "nested more than 100 deep"),
        ('{"name": "skillgap", "version": "1.0.0"}', DocumentUnsupported, "no JSON Resume"),
        ("{}", DocumentUnsupported, "no JSON Resume"),
        ('{"basics": []}', DocumentCorrupt, "'basics' is not an object"),
        ('{"basics": {"name": "Jane"}, "work": {}}', DocumentCorrupt, "'work' is not a list of objects"),
        ('{"basics": {"name": "Jane"}, "skills": ["C"]}', DocumentCorrupt, "'skills' is not a list of objects"),
        ('{"basics": {}}', DocumentEmpty, "no text"),
    ],
)
def test_what_is_no_json_resume_is_refused(content: str, error: type[DocumentError], expected: str) -> None:
    with pytest.raises(error, match=expected) as raised:
        read_document(content.encode(), name="resume.json")
    assert str(raised.value).startswith("resume.json: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "basics",
    [
        {"name": 5, "email": ["jane@example.com"], "phone": {"mobile": "1"}},
        {"name": "Jane", "profiles": "github.com/example"},
        {"name": "Jane", "profiles": 7, "location": [1], "summary": {"text": "Linux"}},
        {"name": "Jane", "profiles": [None, 1, {"url": 5}], "location": "Leeds"},
        {"name": "J" * 3_000_000},
    ],
)
def test_wrong_types_and_lengths_within_are_read_as_far_as_they_go(basics: Any, analyzer: Analyzer) -> None:
    document, parsed = parsed_json({"basics": basics})
    assert written(document, parsed) == {"basics": basics}
    assert analyzer.analyze_document(document).skills is not None


TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "",
            "2019",
            "2019-05",
            "2019-05-03",
            "Jan 2019",
            "Present",
            "jane@example.com",
            "https://example.com/x",
            "- Linux",
        ]
    ),
)
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False, allow_infinity=False), TEXTS
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


def records_of(rules: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with any of the fields and sometimes an unknown one."""
    texts = {name: st.lists(TEXTS, max_size=3) if kind == "texts" else TEXTS for name, kind in fields_of(rules).items()}
    return st.fixed_dictionaries({}, optional=texts | more | {"more": VALUES})


SHAPED = st.fixed_dictionaries(
    {},
    optional={
        "$schema": TEXTS,
        "basics": records_of(PERSON, location=records_of(PLACE), profiles=st.lists(records_of(PROFILE), max_size=2)),
        "meta": records_of(META),
    }
    | {section: st.lists(records_of(rules), max_size=2) for section, rules in SECTIONS.items()},
)
LOOSE = st.dictionaries(st.sampled_from(["$schema", "basics", "meta", *SECTIONS]), VALUES, max_size=6)


def check_kept(record: Any, grammar: ResumeGrammar) -> None:
    """It is refused by an error of ours, or comes back as it is, in JSON and YAML, and its lines point into its text."""
    try:
        document = read_document(json.dumps(record).encode(), name="resume.json")
    except SkillgapError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right, but nothing else
        return
    parsed = parse_resume(document, grammar)
    values = record_of(document, parsed, grammar.dates, AS_OF)
    if document.record:
        assert json.loads(json_text(values)) == record
        as_yaml(values)
    resume = parsed.resume
    assert all(document.text[line.start : line.end].endswith(line.text) for line in resume.lines)
    held = [number for entry in resume.entries for number in entry.line_numbers]
    assert len(held) == len(set(held))
    redacted_record(values, redactor_for(resume, parsed.contact, grammar.redaction, schools=True, companies=True))


@settings(deadline=None)
@given(record=SHAPED)
def test_any_record_of_the_schemas_shape_comes_back(record: dict[str, Any], grammar: ResumeGrammar) -> None:
    check_kept(record, grammar)


@settings(deadline=None)
@given(record=st.one_of(LOOSE, VALUES))
def test_any_json_is_kept_or_refused(record: Any, grammar: ResumeGrammar) -> None:
    check_kept(record, grammar)


@pytest.mark.parametrize("others", [["Ada"], [], ["Docker", "C++"]])
def test_keywords_of_a_project_are_listed_and_nothing_done(others: list[str]) -> None:
    """They stand in one line, as in a list of skills."""
    project = {"name": "tidefs", "description": "A file system in C", "keywords": ["Rust", *others]}
    analysis = Analyzer().analyze(json.dumps({"basics": {"name": "Jo Example"}, "projects": [project]}).encode())
    statuses = {claim.id: {each.status for each in claim.evidence} for claim in analysis.skills}
    assert statuses["rust"] == {"listed"}
    assert "used" in statuses["c"]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({"startDate": "2019-13", "endDate": "2021-01"}, ["work/0/startDate: 2019-13"]),
        ({"startDate": "2019-02", "endDate": "someday"}, ["work/0/endDate: someday"]),
        ({"startDate": "March 2019", "endDate": "present"}, []),
        ({"startDate": "2019", "endDate": None}, []),
    ],
)
def test_dates_that_are_none_are_told_of(dates: dict[str, Any], told: list[str]) -> None:
    record = {"basics": {"name": "Jo Example"}, "work": [{"name": "Acme", "position": "Engineer", **dates}]}
    warnings = structure_warnings(*parsed_json(record), shipped_grammar())
    said = [each.message for each in warnings if "no date that can be read" in each.message]
    assert [each.startswith(start) for each, start in zip(said, told, strict=True)] == [True] * len(told)
