"""Manners in which templates and forms set a résumé, and what is read of each: tables of languages, handles, several posts, labels."""

import json
from typing import Any

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.handles import find_handles
from skillgap.resume.json_resume.exporting import as_json, record_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.redacting import redactor_for


def record_of_text(text: str, grammar: ResumeGrammar) -> dict[str, Any]:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    record: dict[str, Any] = json.loads(as_json(record_of(document, parsed, grammar.dates, "2026-11")))
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
            "Mother tongue(s): ROMANIAN\nOther language(s):\nUNDERSTANDING   SPEAKING   WRITING\n"
            "Listening   Reading   Spoken production   Spoken interaction\nENGLISH   C1   C2   B2   C1   B2\n"
            "HUNGARIAN   B2   B2   B2   B2   B2\n"
            "Levels: A1 and A2: Basic user; B1 and B2: Independent user; C1 and C2: Proficient user",
            {
                "ROMANIAN": "mother tongue",
                "ENGLISH": "listening C1, reading C2, spoken production B2, spoken interaction C1, writing B2",
                "HUNGARIAN": "B2",
            },
        ),
        (
            "Lingua madre   Sardo, Italiano\nAltre lingue\nComprensione | Parlato | Produzione scritta\nFrancese | B1 | A2 | A1",
            {
                "Sardo": "mother tongue",
                "Italiano": "mother tongue",
                "Francese": "comprensione B1, parlato A2, produzione scritta A1",
            },
        ),
        (
            "Muttersprache\nDeutsch\nHören   Lesen   Sprechen   Schreiben\nDänisch\nB2   C1   B1   B1",
            {"Deutsch": "mother tongue", "Dänisch": "hören B2, lesen C1, sprechen B1, schreiben B1"},
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
