"""A career break printed among the posts is an entry with a name and dates: no employer, no employment."""

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.breaks import break_in
from skillgap.resume.facts import FactCode, structure_facts
from skillgap.resume.json_resume.writing import to_json_resume
from skillgap.resume.parsing import Parsed, ResumeGrammar, parse_resume
from skillgap.resume.types import DateRange, SectionKind

ABOVE = "Ferry Engineer, Quillmarsh Lines Ltd\n04/2020 – 03/2024\n- Kept two old engines going.\n"
BELOW = "Rigger, Ropewalk Fairground Ltd\n01/2012 – 12/2018\n- Hung the nets.\n"


def parsed(posts: str, grammar: ResumeGrammar) -> Parsed:
    text = f"Jane Example\njane@example.com\n\nPROFESSIONAL EXPERIENCE\n\n{posts}\n"
    return parse_resume(document_of_text(text, name="test"), grammar)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Career break | 01/2019 – 03/2020", "Career break"),
        ("01/2019 – 03/2020: Moving abroad / career break", "Moving abroad / career break"),
        ("Maternity leave (second child)   01/2019 – 03/2020", "Maternity leave"),
        ("Elternzeit   01/2019 – 03/2020", "Elternzeit"),
        ("Congé parental, 01/2019 – 03/2020", "Congé parental"),
        ("Excedencia por cuidado de mi madre | 01/2019 – 03/2020", "Excedencia por cuidado de mi madre"),
        ("Sabbatical to sail round Spain, 01/2019 – 03/2020", "Sabbatical to sail round Spain"),
        ("Job title: Career break - care of two parents\nDates: 01/2019 – 03/2020", "Career break"),
        ("Career Break\nFull-time care of two parents\n01/2019 – 03/2020", "Career Break"),
    ],
)
def test_a_break_is_an_entry_without_an_employer(heading: str, title: str, grammar: ResumeGrammar) -> None:
    entries = parsed(f"{ABOVE}\n{heading}\n\n{BELOW}", grammar).resume.entries
    assert [(each.title, each.organization) for each in entries] == [
        ("Ferry Engineer", "Quillmarsh Lines Ltd"),
        (title, None),
        ("Rigger", "Ropewalk Fairground Ltd"),
    ]
    assert entries[1].dates == DateRange("2019-01", "2020-03")
    assert [each.is_break for each in entries] == [False, True, False]


@pytest.mark.parametrize(
    "heading",
    [
        "Maternity leave cover",
        "Parental Leave Coordinator",
        "Elternzeitvertretung",
        "Sabbatical, Visiting Professor, Oakwell University",
        "Travelling Salesman",
        "Family Leave Adviser, Quillmarsh Lines Ltd",
    ],
)
def test_posts_that_are_named_like_a_break(heading: str, grammar: ResumeGrammar) -> None:
    assert break_in(heading, grammar.entries.segments) is None


def test_the_employer_above_holds_for_the_post_behind_the_break(grammar: ResumeGrammar) -> None:
    posts = (
        "Quillmarsh Lines Ltd\nChief Engineer, 04/2020 – 03/2024\n- Ran the yard.\n\nParental leave, 01/2019 – 03/2020\n\n"
        "Ferry Engineer, 01/2012 – 12/2018\n- Kept two old engines going.\n"
    )
    entries = parsed(posts, grammar).resume.entries
    assert [each.organization for each in entries] == ["Quillmarsh Lines Ltd", None, "Quillmarsh Lines Ltd"]


def test_leave_told_in_an_item_of_a_post_begins_no_entry(grammar: ResumeGrammar) -> None:
    entries = parsed(
        f"{ABOVE}- Maternity leave 01/2021 – 10/2021\n- Trained two cadets.\n\n{BELOW}", grammar
    ).resume.entries
    assert len(entries) == 2
    assert len(entries[0].line_numbers) == 5


def test_a_break_may_have_a_section_of_its_own(grammar: ResumeGrammar) -> None:
    """Where it is set as the headings are, and the next of them follows."""
    read = parsed(
        f"{BELOW}\nCAREER BREAK\n\n2019: two years of caring\n\nEDUCATION\n\nBSc, Oakwell University, 2011", grammar
    )
    assert [section.heading for section in read.resume.sections if section.heading] == [
        "PROFESSIONAL EXPERIENCE",
        "CAREER BREAK",
        "EDUCATION",
    ]


def test_a_break_is_no_employment_and_needs_no_lines(grammar: ResumeGrammar) -> None:
    read = parsed(f"{ABOVE}\nCareer break, 01/2019 – 03/2020\n\n{BELOW}", grammar)
    document = document_of_text("Career break", name="test")
    written = to_json_resume(read.resume, read.contact, grammar.dates, "2026-11")
    assert [post.type for post in written.work] == [None, "career_break", None]
    assert written.meta.skillgap.months_of_employment == 48 + 84
    assert FactCode.EMPTY_ENTRY not in {fact.code for fact in structure_facts(document, read.resume, read.contact)}
    assert read.resume.entries[1].work_kind is SectionKind.PROJECTS
