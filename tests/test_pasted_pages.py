"""Profiles copied from a web page: several posts under one employer, lines that come twice, what the page says of itself."""

import json
from collections.abc import Callable

import msgspec
import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.dates import find_dates
from skillgap.resume.json_resume.writing import to_json_resume
from skillgap.resume.parsing import Parsed, ResumeGrammar, parse_resume
from skillgap.resume.redacting import redactor_for
from skillgap.resume.types import DateRange

PAGE = """\
Ines Valdivia
Network Architect
Porto, Portugal · Contact info
500+ connections
About
I lay out networks for ports. …see more
Experience
Harbourline
Full-time · 6 yrs 1 mo
Network Architect
Feb 2020 - Present · 3 yrs 10 mos
Porto, Portugal · Hybrid
Moved the core to BGP …see more
Network Engineer
Nov 2017 - Feb 2020 · 2 yrs 4 mos
Wrote Ansible roles for the switches
Technician
Maré Alta Telecom · Part-time
Mar 2015 - Oct 2017 · 2 yrs 8 mos
Lisbon, Portugal
Skills: Cisco IOS · Python
Trainee
Docklands Cooperative
Jan 2014 - Feb 2015 · 1 yr 2 mos
Licenses & certifications
CCNP Enterprise
Cisco
Issued May 2021 · Expires May 2024
Credential ID QX-77-0021
Show credential
JNCIA-Junos
Juniper Networks
Issued Jun 2019
Skills
Python
Endorsed by 4 colleagues at Harbourline
BGP
9 endorsements
Show all 23 skills
Languages
Portuguese
Native or bilingual proficiency
Danish
Limited working proficiency
"""
POSTS = [
    ("Network Architect", "Harbourline", "2020-02", None),
    ("Network Engineer", "Harbourline", "2017-11", "2020-02"),
    ("Technician", "Maré Alta Telecom", "2015-03", "2017-10"),
    ("Trainee", "Docklands Cooperative", "2014-01", "2015-02"),
]


def read(text: str, grammar: ResumeGrammar) -> Parsed:
    return parse_resume(document_of_text(text, name="test"), grammar)


def posts_in(text: str, grammar: ResumeGrammar) -> list[tuple[str | None, str | None, str | None, str | None]]:
    found = [(entry, entry.dates or DateRange(None, None)) for entry in read(text, grammar).resume.entries]
    return [(entry.title, entry.organization, dates.start, dates.end) for entry, dates in found]


def below(text: str) -> str:
    return "".join(f"{line}\n{line.replace(' - ', ' to ')}\n" for line in text.splitlines())


def behind(text: str) -> str:
    return "".join(f"{line}{line}\n" for line in text.splitlines())


def with_pictures(text: str) -> str:
    return text.replace("\nHarbourline\n", "\nHarbourline logo\nHarbourline\n").replace(
        "\nTrainee", "\nDocklands Cooperative logo\nTrainee"
    )


@pytest.mark.parametrize("pasted", [str, below, behind, with_pictures], ids=["plain", "below", "behind", "pictures"])
def test_each_post_has_its_title_its_employer_and_its_dates(
    pasted: Callable[[str], str], grammar: ResumeGrammar
) -> None:
    assert posts_in(pasted(PAGE), grammar) == POSTS


def test_how_somebody_was_employed_may_stand_alone_under_each_title(grammar: ResumeGrammar) -> None:
    page = PAGE.replace("Full-time · 6 yrs 1 mo", "6 yrs 1 mo")
    page = page.replace("Network Architect\nFeb", "Network Architect\nPermanent\nFeb").replace(
        "Engineer\nNov", "Engineer\nContract\nNov"
    )
    assert posts_in(page, grammar) == POSTS


def test_the_printed_profile_without_its_blank_lines(grammar: ResumeGrammar) -> None:
    page = """\
Ines Valdivia
Experience
Harbourline
6 years 1 month
Network Architect
February 2020 - Present (3 years 10 months)
Porto, Portugal
Moved the core to BGP.
Network Engineer
November 2017 - February 2020 (2 years 4 months)
Maré Alta Telecom
Technician
March 2015 - October 2017 (2 years 8 months)
Lisbon, Portugal
Docklands Cooperative
Trainee
January 2014 - February 2015 (1 year 2 months)
"""
    assert posts_in(page, grammar) == POSTS


def test_a_length_of_time_behind_a_dot_makes_no_profile_of_a_heading_in_one_line(grammar: ResumeGrammar) -> None:
    page = """\
Experience
Network Engineer, Harbourline Ltd
Feb 2020 - Present · 3 yrs
- Moved the core to BGP
Technician, Seamark Ltd
Mar 2015 - Oct 2017 · 2 yrs
- Ran cables
"""
    assert [(title, name) for title, name, _, _ in posts_in(page, grammar)] == [
        ("Network Engineer", "Harbourline Ltd"),
        ("Technician", "Seamark Ltd"),
    ]


def record_of(text: str, grammar: ResumeGrammar) -> dict[str, object]:
    parsed = read(text, grammar)
    record = to_json_resume(parsed.resume, parsed.contact, grammar.dates, "2026-11")
    return dict(json.loads(msgspec.json.encode(record)))


@pytest.mark.parametrize("pasted", [str, below, behind], ids=["plain", "below", "behind"])
def test_blocks_of_lines_are_one_certificate_and_one_language_each(
    pasted: Callable[[str], str], grammar: ResumeGrammar
) -> None:
    record = record_of(pasted(PAGE), grammar)
    assert record["certificates"] == [
        {"name": "CCNP Enterprise", "issued": "2021-05", "issuer": "Cisco"},
        {"name": "JNCIA-Junos", "issued": "2019-06", "issuer": "Juniper Networks"},
    ]
    assert record["languages"] == [
        {"language": "Portuguese", "fluency": "Native or bilingual proficiency"},
        {"language": "Danish", "fluency": "Limited working proficiency"},
    ]
    assert record["skills"] == [{"keywords": ["Python"]}, {"keywords": ["BGP"]}]


def test_what_the_page_says_of_itself_is_left_out(grammar: ResumeGrammar) -> None:
    texts = [line.text for line in read(PAGE, grammar).resume.lines]
    assert not any("ndorse" in text or "Show" in text or "connections" in text or "see more" in text for text in texts)
    assert "Moved the core to BGP" in texts


@pytest.mark.parametrize(
    "line",
    ["- Drew the company logo", "1st", "- Endorsed by the union in 2019", "Follow", "- Wrote the contact info page"],
)
def test_one_such_line_makes_no_page_of_a_resume(line: str, grammar: ResumeGrammar) -> None:
    text = f"Ines Valdivia\nExperience\nDesigner, Harbourline Ltd, 2019 - 2021\n- Drew posters\n{line}\n"
    assert line.lstrip("- ") in [each.text for each in read(text, grammar).resume.lines]


@pytest.mark.parametrize("pasted", [str, below, behind], ids=["plain", "below", "behind"])
def test_employers_and_the_name_are_redacted_wherever_the_page_has_them(
    pasted: Callable[[str], str], grammar: ResumeGrammar
) -> None:
    document = document_of_text(pasted(PAGE), name="test")
    parsed = parse_resume(document, grammar)
    redactor = redactor_for(parsed.resume, parsed.contact, grammar.redaction, companies=True)
    text = redactor.redacted_document(document, parsed.resume).text
    for secret in ("Harbourline", "Alta", "Docklands", "Valdivia", "Ines", "QX-77"):
        assert secret not in text


@pytest.mark.parametrize(
    "line",
    [
        "Target role: Network Architect",
        "Position sought: Cable Engineer",
        "Desired position – Rigger",
        "Angestrebte Position: Systemadministrator",
        "Poste recherché : Administrateur réseau",
    ],
)
@pytest.mark.parametrize("between", ["", "\n", "\nExperience\n", "\nSkills: BGP\n\n"])
def test_what_somebody_looks_for_is_no_post_that_they_had(line: str, between: str, grammar: ResumeGrammar) -> None:
    body = "Seamark Ltd - Technician (2015 - 2017)\n- Ran cables\nHarbourline - Storekeeper (2012 - 2015)\n- Kept a store\n"
    parsed = read(f"Ines Valdivia{between}\n{line}\n{'Experience' if 'BGP' in between else ''}\n{body}", grammar)
    assert [entry.title for entry in parsed.resume.entries] == ["Technician", "Storekeeper"]
    assert parsed.contact.label == line.partition(": " if ":" in line else " – ")[2]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("SQL Server   2014 | 2017", []),
        ("Systems   Windows Server 2008 2012", []),
        ("Windows Server 2008 R2/2012/2016", []),
        ("Visual Studio 2015-2019", []),
        ("MS Office 2010, 2013 and 2016", []),
        ("AutoCAD   2016   2020", []),
        ("Foreign Office   2014 | 2017", [("2014", "2017")]),
        ("Visual Studio 2019 (2020 - 2022)", [("2020", "2022")]),
        ("Windows administrator 2008 - 2012", [("2008", "2012")]),
        ("SQL Server developer   Mar 2014 - May 2017", [("2014-03", "2017-05")]),
        ("BS   2012   2016", [("2012", "2016")]),
    ],
)
def test_editions_that_are_years_are_no_dates(text: str, ranges: list[tuple[str, str]], grammar: ResumeGrammar) -> None:
    assert [(found.range.start, found.range.end) for found in find_dates(text, grammar.dates)] == ranges
