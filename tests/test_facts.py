"""Facts: what a job seeker should know of their page is said where it is so, and only there."""

import msgspec
import pytest
from conftest import SAMPLES

from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.types import Document, Link
from skillgap.plan.advising import SAID, structure_advice
from skillgap.resume.contact import Contact
from skillgap.resume.facts import Fact, FactCode, structure_facts
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import DateRange, Entry, LogicalLine, Piece, Resume, Section, SectionKind

HEADER = "Jane Example\njane@example.com | +44 20 7946 0123 | Leeds, UK\n"
POST = "Engineer, Quillmarsh Ltd, Leeds   Mar 2019 – Present\n- Ran Kafka on Linux for two hundred services.\n"
WHOLE = f"{HEADER}\nEXPERIENCE\n{POST}\nEDUCATION\nBSc Physics, University of Arouca\n"
CONTACT = Contact(name="Jane Example", email="jane@example.com", phone="+44 20 7946 0123", location="Leeds, UK")


def facts_of(text: str, grammar: ResumeGrammar) -> list[tuple[FactCode, str]]:
    return facts_in(document_of_text(text, name="resume.txt"), grammar)


def facts_in(document: Document, grammar: ResumeGrammar) -> list[tuple[FactCode, str]]:
    parsed = parse_resume(document, grammar)
    return [(fact.code, fact.about) for fact in structure_facts(document, parsed.resume, parsed.contact)]


def codes(resume: Resume, text: str = "jane@example.com", contact: Contact = CONTACT) -> list[tuple[FactCode, str]]:
    facts = structure_facts(document_of_text(text, name="resume.txt"), resume, contact)
    return [(fact.code, fact.about) for fact in facts]


def resume_of(
    *texts: str,
    kind: SectionKind = SectionKind.EXPERIENCE,
    dates: DateRange | None = None,
    head_count: int = 1,
    heading: str | None = None,
) -> Resume:
    """One section of these lines: an entry, or lines under a heading of its own words."""
    lines = tuple(
        LogicalLine(
            text=text,
            pieces=(Piece(0, 0, len(text)),),
            page=1,
            boxes=(),
            is_item=False,
            is_bold=False,
            follows_gap=False,
        )
        for text in texts
    )
    entry = Entry(
        kind=kind,
        section=0,
        title="Engineer",
        organization="Quillmarsh Ltd",
        location=None,
        dates=dates,
        head_count=head_count,
        line_numbers=tuple(range(len(lines))),
    )
    section = Section(kind, heading or "Experience", 1, 0, 10, is_known=heading is None)
    return Resume(lines=lines, sections=(section,), entries=() if heading else (entry,))


def test_of_a_page_that_is_as_it_should_be_nothing_is_said(grammar: ResumeGrammar) -> None:
    """A school without dates among it."""
    assert facts_of(WHOLE, grammar) == []


@pytest.mark.parametrize("name", ["senior-systems", "graduate", "kernel-staff", "mid-systems", "nurse", "marketing"])
def test_of_the_samples_in_one_column_nothing_is_said(name: str, grammar: ResumeGrammar) -> None:
    assert facts_in(read_document(SAMPLES / f"{name}.pdf"), grammar) == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("name", FactCode.NO_NAME),
        ("email", FactCode.NO_EMAIL),
        ("phone", FactCode.NO_PHONE),
        ("location", FactCode.NO_LOCATION),
    ],
)
def test_what_is_missing_of_the_contact_details(field: str, code: FactCode) -> None:
    given = {"name": "Jane", "email": "jane@example.com", "phone": "1", "location": "Leeds"} | {field: None}
    assert codes(Resume(lines=(), sections=(), entries=()), contact=Contact(**given)) == [(code, "")]


@pytest.mark.parametrize(
    ("printed", "is_said"),
    [
        ("Jane Example", True),
        ("jane@example.com", False),
        ("Jane@Example.COM", False),
        ("jane@\nexample.com", False),
        ("jane (at) example (dot) com", False),
    ],
)
def test_an_address_that_is_not_in_the_text(printed: str, *, is_said: bool) -> None:
    """It is there in whatever form a person can read."""
    expected = [(FactCode.EMAIL_NOT_IN_TEXT, "jane@example.com")] if is_said else []
    assert codes(Resume(lines=(), sections=(), entries=()), printed) == expected


def test_an_address_behind_an_icon(grammar: ResumeGrammar) -> None:
    document = document_of_text(WHOLE.replace("jane@example.com | ", ""), name="resume.txt")
    document = msgspec.structs.replace(document, links=(Link(target="mailto:jane@example.com"),))
    assert facts_in(document, grammar) == [(FactCode.EMAIL_NOT_IN_TEXT, "jane@example.com")]


@pytest.mark.parametrize(
    ("head", "kind", "expected"),
    [
        ("Engineer, Quillmarsh Ltd, anno 2019/XI", SectionKind.EXPERIENCE, [FactCode.UNREADABLE_DATES]),
        ("BSc, anno 2019/XI", SectionKind.EDUCATION, [FactCode.UNREADABLE_DATES]),
        ("Engineer, Quillmarsh Ltd", SectionKind.EXPERIENCE, [FactCode.UNDATED_ENTRY]),
        ("BSc, University of Arouca", SectionKind.EDUCATION, []),
        ("minnow, a small shell", SectionKind.PROJECTS, []),
        ("In 2019 " + "and so on " * 10, SectionKind.EXPERIENCE, []),
    ],
)
def test_posts_without_dates(head: str, kind: SectionKind, expected: list[FactCode]) -> None:
    """Dates that are there and can't be read are another thing than none; of prose and schools neither is said."""
    assert codes(resume_of(head, "Ran Kafka.", kind=kind)) == [(code, "Engineer") for code in expected]


@pytest.mark.parametrize(
    ("texts", "kind", "is_said"),
    [
        (("Engineer, Quillmarsh Ltd, 2019 – 2024",), SectionKind.EXPERIENCE, True),
        (("Engineer, Quillmarsh Ltd, 2019 – 2024", "Ran Kafka."), SectionKind.EXPERIENCE, False),
        (
            ("Engineer, Quillmarsh Ltd, 2019 – 2024, ran the Kafka clusters of forty teams",),
            SectionKind.EXPERIENCE,
            False,
        ),
        (("Engineer, Quillmarsh Ltd, 2019 – 2024",), SectionKind.VOLUNTEERING, False),
    ],
)
def test_posts_of_which_nothing_is_said(texts: tuple[str, ...], kind: SectionKind, *, is_said: bool) -> None:
    expected = [(FactCode.EMPTY_ENTRY, "Engineer")] if is_said else []
    assert codes(resume_of(*texts, kind=kind, dates=DateRange("2019", "2024"))) == expected


def test_posts_of_long_ago_need_no_lines() -> None:
    new = resume_of("Engineer, 2019 – 2024", "Ran Kafka.", dates=DateRange("2019", "2024"))
    old = resume_of("Clerk, 1999 – 2003", dates=DateRange("1999", "2003")).entries[0]
    assert codes(msgspec.structs.replace(new, entries=(*new.entries, old))) == []


@pytest.mark.parametrize(
    ("heading", "texts", "is_said"),
    [
        ("What kept me busy", ("Cook, 2019 – 2021", "Baker, 2021 – 2024"), True),
        ("Personal details", ("Born: 4 May 1987", "Passport valid until: 2030", "Marital status: single"), False),
        ("Declaration", ("I declare that all of this is true. Leeds, 3 May 2026",), False),
        (None, ("Cook, 2019 – 2021", "Baker, 2021 – 2024"), False),
    ],
)
def test_headings_that_say_nothing(heading: str | None, texts: tuple[str, ...], *, is_said: bool) -> None:
    """It is said of what looks like a career; what was understood under any words is no fault."""
    resume = resume_of(*texts, kind=SectionKind.OTHER, heading=heading)
    assert codes(resume) == ([(FactCode.UNNAMED_SECTION, heading)] if is_said else [])


def test_two_columns(grammar: ResumeGrammar) -> None:
    assert (FactCode.TWO_COLUMNS, "") in facts_in(read_document(SAMPLES / "two-column.pdf"), grammar)


@pytest.mark.parametrize("name", ["devops", "sre"])
def test_a_sidebar_is_a_column_though_its_lines_stand_beside_paragraphs_and_bullets(
    name: str, grammar: ResumeGrammar
) -> None:
    assert (FactCode.TWO_COLUMNS, "") in facts_in(read_document(SAMPLES / f"{name}.pdf"), grammar)


def test_each_fact_has_its_advice_once() -> None:
    assert SAID.keys() == set(FactCode)
    facts = [Fact(code, about) for code in FactCode for about in ("one", "two")]
    advice = list(structure_advice(facts))
    assert [each.code for each in advice] == list(FactCode)
    assert all("{" not in each.message for each in advice)
    assert "“one”, “two”" in next(each.message for each in advice if each.code == FactCode.UNDATED_ENTRY)
