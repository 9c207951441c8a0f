"""Headers as people of many countries set them: the name in its script and order, the letters behind it, telephones in national forms."""

import re

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.contact import Contact
from skillgap.resume.parsing import ResumeGrammar, parse_resume

BODY = """
EXPERIENCE
Systems Engineer, Harrow Logistics Ltd    Jan 2019 - Present
- Ran Linux servers with Ansible

EDUCATION
BSc Computer Science, University of Leeds, 2015
"""


def contact_of(header: str, grammar: ResumeGrammar) -> Contact:
    return parse_resume(document_of_text(f"{header}\n{BODY}", name="test"), grammar).contact


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("राहुल वर्मा", "राहुल वर्मा"),
        ("கவிதா முருகன்", "கவிதா முருகன்"),
        ("ณัฐวุฒิ ศรีสุข", "ณัฐวุฒิ ศรีสุข"),
        ("নাসরিন সুলতানা", "নাসরিন সুলতানা"),
        ("سَارَة الخَطيب", "سَارَة الخَطيب"),
        ("WEST, Robin Avery", "Robin Avery WEST"),
        ("VAN DEN BOS, Eva", "Eva VAN DEN BOS"),
        ("HOLT, ROBIN A.", "ROBIN A. HOLT"),
        ("Robin A. Holt, CCIE #20441", "Robin A. Holt"),
        ("Robin Holt, PE (OH 204417)", "Robin Holt"),
        ("Robin Holt, RN, CCRN (#204417)", "Robin Holt"),
        ("ROBIN A. HOLT, AWS-DVA, CKAD", "ROBIN A. HOLT"),
        ("ROBIN Q. HOLT, MSc, PMP, CISSP", "ROBIN Q. HOLT"),
        ("Robin Holt [they/them]", "Robin Holt"),
        ("Robin Holt (she/her)", "Robin Holt"),
        ("ROBIN HOLT—NETWORK ENGINEER", "ROBIN HOLT"),
        ("ROBIN HOLT Network Engineer", "ROBIN HOLT"),
        ("ROBIN HOLT – Network Engineer", "ROBIN HOLT"),
        ("Robin Holt | DevOps", "Robin Holt"),
    ],
)
def test_the_name_as_it_is_written(line: str, name: str, grammar: ResumeGrammar) -> None:
    assert contact_of(f"{line}\nrh@example.com", grammar).name == name


def test_a_page_without_a_name_has_none(grammar: ResumeGrammar) -> None:
    """As where it is drawn in a picture."""
    assert contact_of("rh@example.com\n206-555-0113", grammar).name is None


def test_a_name_far_from_the_top_that_the_links_spell(grammar: ResumeGrammar) -> None:
    text = "Contact\nwww.linkedin.com/in/robin-holt\nCertifications\nCCNA\nRobin Holt\nNetwork Engineer\nSummary\nI lay cables.\n"
    assert parse_resume(document_of_text(text, name="test"), grammar).contact.name == "Robin Holt"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("+44 (0)20 7946 0018 ext. 204", "4402079460018204"),
        ("GSM: 0470/55.01.23", "0470550123"),
        ("Tel & Fax: 020 7946 0018", "02079460018"),
        ("Tel./Fax: 020 7946 0018", "02079460018"),
        ("Day: 206-555-0113 Evening: 206-555-0114", "2065550113"),
        ("206-555-0114 (fax) 206-555-0113 (cell)", "2065550113"),
        ("(F) 206-555-0114 (P) 206-555-0113", "2065550113"),
        ("F: 020 7946 0019 M: 07700 900123", "07700900123"),
        ("Fax: 020 7946 0019", None),
        ("Seattle, WA 98101-1234", None),
        ("WhatsApp: +57 300 555 0123", "573005550123"),
        ("+91-9876500123, 011-25550123", "919876500123"),
        ("Тел: 8 (916) 555-01-23", "89165550123"),
    ],
)
def test_telephones_and_what_is_none(line: str, number: str | None, grammar: ResumeGrammar) -> None:
    phone = contact_of(f"Robin Holt\n{line}\nrh@example.com", grammar).phone
    assert (re.sub(r"\D", "", phone) if phone else None) == number
