"""`skillgap parse`, `skillgap redact` and `analyze --blind` as a user meets them."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, SAMPLES
from json_resume_schema import VALIDATOR
from test_cli import skillgap

from skillgap import Analyzer
from skillgap.documents.reading import read_document
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.redacting import redactor_for

SAMPLE = SAMPLES / "mid-systems.pdf"
DEVELOPED = ROOT / "tests" / "resumes" / "developed"
PERSONS = [
    SAMPLE,
    SAMPLES / "senior-systems.pdf",
    DEVELOPED / "f-seattle-staff-ml-engineer.pdf",
    DEVELOPED / "g-singapore-backend-engineer.pdf",
    DEVELOPED / "h-novisad-frontend.docx",
    DEVELOPED / "x-austin-sre.pdf",
    DEVELOPED / "x-lagos-frontend.html",
    DEVELOPED / "i-kernel-hacker-txt.printed.txt",
]
RECORD: dict[str, Any] = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Zélie Quill-Tarrow",
        "email": "zelie@example.com",
        "label": "Engineer",
        "summary": "Zélie builds small programs. 日本語 🙂",
        "profiles": [{"network": "GitHub", "url": "https://github.com/example-zelie"}],
    },
    "work": [
        {
            "name": "Quillmarsh Ltd",
            "position": "Engineer",
            "startDate": "2019-03-01",
            "endDate": "2024",
            "highlights": ["Ran Kafka at Quillmarsh Ltd", "yes", "0123", "null"],
        }
    ],
    "education": [{"institution": "University of Arouca", "studyType": "BSc", "endDate": "2018"}],
    "references": [{"name": "Tom Ashgrove", "reference": "A joy."}],
}


@pytest.fixture(scope="module")
def printed() -> bytes:
    """What `parse` prints of the sample."""
    return skillgap("parse", SAMPLE).stdout


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RECORD), "utf-8")
    return path


def test_parse_prints_a_json_resume() -> None:
    result = skillgap("parse", SAMPLE)
    assert (result.returncode, result.stderr) == (0, b"")
    record = json.loads(result.stdout)
    VALIDATOR.validate(record)
    assert record["basics"]["name"]
    assert record["work"][0]["startDate"] > record["work"][-1]["startDate"]
    assert record["meta"]["skillgap"]["asOf"]


def test_parse_writes_json_or_yaml_as_the_name_says(tmp_path: Path, printed: bytes) -> None:
    for name in ("a.json", "a.yaml", "a.yml"):
        result = skillgap("parse", SAMPLE, "-o", tmp_path / name)
        assert (result.returncode, result.stdout) == (0, b"")
        assert result.stderr.decode() == f"wrote {tmp_path / name}\n"
    assert (tmp_path / "a.json").read_bytes() == printed
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "a.yml").read_bytes()
    assert yaml.safe_load((tmp_path / "a.yaml").read_text("utf-8")) == json.loads(printed)
    assert skillgap("parse", SAMPLE, "-f", "yaml").stdout == (tmp_path / "a.yaml").read_bytes()


def test_parse_reads_standard_input_and_what_it_wrote(tmp_path: Path, printed: bytes) -> None:
    assert skillgap("parse", "-", stdin=SAMPLE.read_bytes()).stdout == printed
    assert skillgap("parse", "-", stdin=printed).stdout == printed
    (tmp_path / "resume.json").write_bytes(printed)
    again = skillgap("parse", tmp_path / "resume.json")
    assert (again.stdout, again.stderr) == (printed, b"")


def test_parse_gives_a_json_resume_back_as_it_came(record_file: Path) -> None:
    assert json.loads(skillgap("parse", record_file).stdout) == RECORD
    text = skillgap("parse", record_file, "-f", "yaml").stdout.decode()
    assert yaml.safe_load(text) == RECORD
    assert "startDate: '2019-03-01'" in text
    assert "Zélie builds small programs. 日本語 🙂" in text
    assert not re.search(r"^\s*(?:- )?(?:[&*]|!!)", text, re.MULTILINE)


def test_what_present_means_is_chosen() -> None:
    record = json.loads(skillgap("parse", SAMPLE, "--as-of", "2031-05").stdout)
    assert record["meta"]["skillgap"]["asOf"] == "2031-05"
    assert skillgap("parse", SAMPLE, "--as-of", "soon").returncode == 2


@pytest.mark.parametrize("command", ["parse", "redact"])
@pytest.mark.parametrize("name", ["out.pdf", "out", "folder/out.json"])
def test_what_cannot_be_written_is_said_in_one_line(command: str, name: str, tmp_path: Path) -> None:
    result = skillgap(command, SAMPLE, "-o", tmp_path / name)
    assert (result.returncode, result.stdout) == (2, b"")
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["parse", "redact", "analyze"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"basics": {"name": "Jane"', "not valid JSON"),
        ('{"basics": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
        ('{"version": 1}', "no JSON Resume"),
        ('{"basics": {"name": "Jane"}, "work": {"name": "Ashgrove"}}', "'work' is not a list"),
    ],
)
def test_a_bad_json_resume_is_one_line_and_exit_3(command: str, content: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "resume.json"
    path.write_text(content)
    result = skillgap(command, path)
    assert (result.returncode, result.stdout) == (3, b"")
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith("skillgap: resume.json: ")
    assert expected in line


def test_redact_prints_the_text_without_the_person(printed: bytes) -> None:
    record = json.loads(printed)
    result = skillgap("redact", SAMPLE)
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert {"[name]", "[e-mail]"} <= set(re.findall(r"\[[a-z-]+\]", text))
    assert [secret for secret in secrets_of(record) if secret in text] == []
    assert record["work"][0]["highlights"][0][:30] in text
    assert skillgap("redact", "-", stdin=SAMPLE.read_bytes()).stdout == result.stdout


def secrets_of(record: dict[str, Any]) -> list[str]:
    """Name, address, number and links as they are written down."""
    basics = record["basics"]
    links = [basics.get("url"), *(each["url"] for each in basics.get("profiles", ()))]
    bare = [link.removeprefix("https://") for link in links if link]
    words = [word for word in basics["name"].split() if len(word) > 2]
    return [*words, *filter(None, (basics["name"], basics.get("email"), basics.get("phone"))), *bare]


@pytest.mark.parametrize("output_format", ["json", "yaml"])
def test_redact_gives_a_valid_json_resume_without_the_person(output_format: str, record_file: Path) -> None:
    text = skillgap("redact", record_file, "-f", output_format).stdout.decode()
    record = yaml.safe_load(text) if output_format == "yaml" else json.loads(text)
    VALIDATOR.validate(record)
    assert record["$schema"] == RECORD["$schema"]
    assert record["basics"] == {"label": "Engineer", "summary": "[name] builds small programs. 日本語 🙂"}
    assert record["work"] == RECORD["work"]
    assert record["references"] == []


def test_schools_and_employers_are_replaced_where_that_is_asked_for(record_file: Path) -> None:
    def redacted(*options: str) -> Any:
        return json.loads(skillgap("redact", record_file, "-f", "json", *options).stdout)

    both = redacted("--schools", "--companies")
    assert both["education"][0]["institution"] == "[school 1]"
    assert both["work"][0]["name"] == "[employer 1]"
    assert both["work"][0]["highlights"][0] == "Ran Kafka at [employer 1]"
    assert redacted("--schools")["work"] == RECORD["work"]
    assert redacted("--companies")["education"] == RECORD["education"]


def test_redact_writes_as_the_name_says(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", "a.yaml"):
        assert skillgap("redact", SAMPLE, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "a.txt").read_bytes() == skillgap("redact", SAMPLE).stdout
    record = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert yaml.safe_load((tmp_path / "a.yaml").read_text("utf-8")) == record


@pytest.mark.parametrize("output_format", ["text", "html", "json", "md"])
def test_a_blind_report_says_nowhere_who_it_is_of(output_format: str, tmp_path: Path, printed: bytes) -> None:
    """The file's name, which is often the person's, among it."""
    record = json.loads(printed)
    path = tmp_path / f"{record['basics']['name']} CV.pdf"
    path.write_bytes(SAMPLE.read_bytes())
    result = skillgap("analyze", path, "--blind", "-f", output_format)
    assert (result.returncode, result.stderr) == (0, b"")
    report = html.unescape(" ".join(result.stdout.decode().split()))
    assert [secret for secret in secrets_of(record) if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", report)] == []


@pytest.mark.parametrize("path", PERSONS, ids=lambda path: path.name)
def test_a_blind_analysis_is_the_same_but_for_the_person(
    path: Path, analyzer: Analyzer, grammar: ResumeGrammar
) -> None:
    """The same score, and each span at the same words in the text that `redact` prints."""
    document = read_document(path)
    parsed = parse_resume(document, grammar)
    text = (
        redactor_for(parsed.resume, parsed.contact, grammar.redaction).redacted_document(document, parsed.resume).text
    )
    seen, blind = analyzer.analyze_document(document), analyzer.analyze_blind(document)
    assert blind.score == seen.score
    assert [claim.name for claim in blind.skills] == [claim.name for claim in seen.skills]
    for open_claim, claim in zip(seen.skills, blind.skills, strict=True):
        for before, after in zip(open_claim.evidence, claim.evidence, strict=True):
            assert " ".join(text[after.start : after.end].split()) == after.text == before.text
    contract = json.dumps(blind.to_dict(), ensure_ascii=False)
    contact = parsed.contact
    secrets = [contact.name, contact.email, contact.phone, *contact.links, document.name]
    assert [secret for secret in secrets if secret and secret in contract] == []


def test_analyze_reads_a_json_resume(record_file: Path) -> None:
    result = skillgap("analyze", record_file, "-f", "json")
    assert result.returncode == 0
    contract = json.loads(result.stdout)
    assert contract["document"]["media_type"] == "application/json"
    assert contract["resume"]["work"][0]["position"] == "Engineer"
