"""Structure: wrapped lines put together, headings in people's own words, entries with their dates, contact kept apart."""

import pytest

from skillgap.documents.reading import document_of_text, read_document
from skillgap.resume.dates import find_dates
from skillgap.resume.intervals import months_between, reference_month
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import DateRange, Resume, SectionKind


def parsed(text: str, grammar: ResumeGrammar) -> Resume:
    return parse_resume(document_of_text(text, name="test"), grammar).resume


@pytest.mark.parametrize(
    ("text", "start", "end", "is_current"),
    [
        ("Jan 2019 – Present", "2019-01", None, True),
        ("03/2017-11/2020", "2017-03", "2020-11", False),
        ("01.2022 – 06.2023", "2022-01", "2023-06", False),
        ("2019.04 - 2021.09", "2019-04", "2021-09", False),
        ("2019-04 to 2021-09", "2019-04", "2021-09", False),
        ("2015—2018", "2015", "2018", False),
        ("2015-18", "2015", "2018", False),
        ("Sept. '16 to May '18", "2016-09", "2018-05", False),
        ("Mar – Aug 2018", "2018-03", "2018-08", False),
        ("Nov – Feb 2018", "2017-11", "2018-02", False),
        ("Nov-2022 – Jan-2024", "2022-11", "2024-01", False),
        ("15 March 2019 - 1 April 2020", "2019-03", "2020-04", False),
        ("since 2020", "2020", None, True),
        ("from 2016 to 2018", "2016", "2018", False),
        ("Summer 2014", "2014-06", "2014-08", False),
        ("Winter 2014", "2014-12", "2015-02", False),
        ("winter 2014-2015", "2014-12", "2015-02", False),
        ("Summer 2014/2015", "2014-12", "2015-02", False),
        ("Summer 2014/15", "2014-12", "2015-02", False),
        ("Summer 2014-2015", "2014-06", "2015", False),
        ("summers '14, '15", "2014-06", "2015-08", False),
        ("since '09", "2009", None, True),
        ("'98", None, "1998", False),
        ("class of '98", None, "1998", False),
        ("início 2024", "2024", None, True),
        ("Q3 2021 - Q1 2022", "2021-07", "2022-03", False),
        ("WS 2014/15", "2014-10", "2015-03", False),
        ("SoSe 2015", "2015-04", "2015-09", False),
        ("févr. 2014–auj.", "2014-02", None, True),
        ("appointed June 2014", "2014-06", None, True),
        ("2014 -", "2014", None, True),
        ("03/2014 - …", "2014-03", None, True),
        ("2014 – ...", "2014", None, True),
        ("June 2019", None, "2019-06", False),
    ],
)
def test_dates_as_people_write_them(
    text: str, start: str | None, end: str | None, is_current: bool, grammar: ResumeGrammar
) -> None:
    (found,) = find_dates(f"Engineer, {text}", grammar.dates)
    assert (found.range.start, found.range.end, found.range.is_current) == (start, end, is_current)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("2018 2022", [("2018", "2022")]),
        ("2018  2022   B.Pharm", [("2018", "2022")]),
        ("B.Pharm   Hillside College   2018              2022              7.9", [("2018", "2022")]),
        ("B.Pharm | Hillside College | 2018 2022 | 72%", [("2018", "2022")]),
        ("Hillside College (2018 2022)", [("2018", "2022")]),
        ("Word 2013 2016", [(None, "2013"), (None, "2016")]),
        ("2022   2018", [("2018", "2022")]),
        ("Ropewalk Ltd   Rigger   Oct 2009   Mar 2014", [("2009-10", "2014-03")]),
        ("Rigger   10/2009 03/2014", [("2009-10", "2014-03")]),
        ("Rigger   2009   Mar 2014", [("2009", "2014-03")]),
        ("Inspected Oct 2009 Mar 2014", [(None, "2009-10"), (None, "2014-03")]),
        ("Winner of the years 2017 2018", [(None, "2017"), (None, "2018")]),
    ],
)
def test_two_dates_alone_in_a_cell_or_in_a_column_each_are_a_range(
    text: str, ranges: list[tuple[str | None, str]], grammar: ResumeGrammar
) -> None:
    found = find_dates(text, grammar.dates)
    assert [(each.range.start, each.range.end) for each in found] == ranges


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("Gmina Lipowa   III – V 2013", [("2013-03", "2013-05")]),
        ("XI 2012 – II 2013", [("2012-11", "2013-02")]),
        ("Engineer II 2014 – 2016", [("2014", "2016")]),
        ("Taught classes VI – VIII 2015", [(None, "2015")]),
        ("Taught classes VI – VIII   2015 – 2018", [("2015", "2018")]),
    ],
)
def test_months_in_roman_figures_stand_in_a_field_of_their_own(
    text: str, ranges: list[tuple[str | None, str]], grammar: ResumeGrammar
) -> None:
    assert [(each.range.start, each.range.end) for each in find_dates(text, grammar.dates)] == ranges


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ropewalk Rigging 2014 Ltd", 0),
        ("Ropewalk Rigging (2009) Limited, 2011 – 2013", 1),
        ("Ropewalk Rigging, 2014 limited to the summer", 1),
        ("Spoke at RIGCON'25 of the '90s crews", 0),
    ],
)
def test_a_year_may_be_a_part_of_a_name(text: str, dates: int, grammar: ResumeGrammar) -> None:
    assert len(find_dates(text, grammar.dates)) == dates


@pytest.mark.parametrize(
    ("text", "begins"), [("Ropewalk AB   aug 2021 – nu", 14), ("Ropewalk, ab 2021", 10), ("AB 2021", 0)]
)
def test_a_firms_legal_form_is_no_word_before_a_date(text: str, begins: int, grammar: ResumeGrammar) -> None:
    (found,) = find_dates(text, grammar.dates)
    assert (found.start, found.range.is_current) == (begins, True)


@pytest.mark.parametrize(
    "text", ["IEEE 802.11-2016", "+44 20 7946 0142", "C++17", "port 8080", "2021 - 2019", "model X2019", "1.2.3"]
)
def test_figures_that_are_no_range(text: str, grammar: ResumeGrammar) -> None:
    assert not [each for each in find_dates(text, grammar.dates) if each.range.start]


def test_expected_dates_are_marked(grammar: ResumeGrammar) -> None:
    (found,) = find_dates("Expected graduation May 2027", grammar.dates)
    assert found.range.is_expected


def test_months_are_a_union_and_stop_at_the_reference() -> None:
    first = DateRange("2020-01", "2020-12")
    assert months_between([first], "2026-11") == 12
    assert months_between([first, DateRange("2020-07", "2021-06")], "2026-11") == 18
    assert months_between([DateRange("2026-10", None, is_current=True)], "2026-11") == 2
    assert months_between([DateRange("2026-10", "2030-01")], "2026-11") == 2
    assert months_between([DateRange("2018", "2020")], "2026-11") == 24
    assert months_between([DateRange(None, "2020-01")], "2026-11") == 0


def test_present_is_never_asked_of_the_clock() -> None:
    """The taxonomy's release, or the latest past date in the document if that is later; a slip of the pen is passed over."""
    assert reference_month([DateRange("2020-01", "2021-05")], "2026-11") == "2026-11"
    assert reference_month([DateRange("2027-02", None, is_current=True)], "2026-11") == "2027-02"
    assert reference_month([DateRange("2091-02", None, is_current=True)], "2026-11") == "2026-11"
    assert reference_month([DateRange("2024-09", "2028-06", is_expected=True)], "2026-11") == "2026-11"
    assert reference_month([DateRange("2024-09", "2027-11")], "2026-11") == "2027-11"
    assert reference_month([DateRange("2024-09", "2027-12")], "2026-11") == "2026-11"


@pytest.mark.parametrize(
    "slip", [DateRange("2029-01", "2035-03"), DateRange("2027-01", "2031-05"), DateRange("2026-12", "2031")]
)
def test_a_slip_of_the_pen_does_not_move_the_present(slip: DateRange) -> None:
    """Else the months of all jobs that go on until the present would grow."""
    assert reference_month([slip, DateRange("2020-01", None, is_current=True)], "2026-11") == "2026-11"


JOB = """JANE EXAMPLE
Systems Engineer
Leeds, UK | jane@example.com | +44 20 7946 0142 | github.com/example-jane

WHAT I'VE BUILT
Senior Systems Engineer, Northwind Storage, Leeds, UK        Mar 2019 - Present
- Rewrote the event loop on epoll in C, from 8k to 60k connections per core, and then measured it for so
  long that nobody believed it any more; moved a lock.
Software Engineer, Other Ltd                                 Sept. '16 to Feb '19
- Things with Kafka.

LIFE BEFORE COMPUTERS
Truck Driver, Haulage Ltd, 2010 - 2016

SKILLS
Languages: C, C++, Python
"""


def test_sections_entries_and_wrapped_bullets(grammar: ResumeGrammar) -> None:
    resume = parsed(JOB, grammar)
    assert [section.kind for section in resume.sections] == ["header", "experience", "experience", "skills"]
    assert [(e.title, e.organization, e.location, e.dates and e.dates.start) for e in resume.entries] == [
        ("Senior Systems Engineer", "Northwind Storage", "Leeds, UK", "2019-03"),
        ("Software Engineer", "Other Ltd", None, "2016-09"),
        ("Truck Driver", "Haulage Ltd", None, "2010"),
    ]
    bullet = next(line for line in resume.lines if line.text.startswith("Rewrote"))
    assert bullet.text.endswith("for so long that nobody believed it any more; moved a lock.")
    assert bullet.is_item


def test_every_character_of_a_logical_line_knows_its_place(grammar: ResumeGrammar) -> None:
    document = document_of_text(JOB, name="test")
    for line in parse_resume(document, grammar).resume.lines:
        for offset, letter in enumerate(line.text):
            if letter != " ":
                assert document.text[line.place(offset)] == letter


def test_words_hyphenated_at_a_line_end_are_joined(grammar: ResumeGrammar) -> None:
    filler = "Improved the throughput of the storage service on several large perfor-"
    text = (
        f"EXPERIENCE\n\n- {filler}\n  mance machines.\n- {filler.replace('perfor-', 'multi-')}\n  threaded machines.\n"
        + f"- {filler}\n" * 5
    )
    lines = [line.text for line in parsed(text, grammar).lines]
    assert any("large performance machines." in line for line in lines)
    assert any("large multi-threaded machines." in line for line in lines)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("E X P E R I E N C E", SectionKind.EXPERIENCE),
        ("Where I've worked", SectionKind.EXPERIENCE),
        ("Technical Toolbox", SectionKind.SKILLS),
        ("Skills & Tools:", SectionKind.SKILLS),
        ("—— Education ——", SectionKind.EDUCATION),
        ("EARLIER EMPLOYMENT", SectionKind.EXPERIENCE),
        ("Open-source contributions", SectionKind.OPEN_SOURCE),
    ],
)
def test_headings_in_peoples_own_words(heading: str, kind: SectionKind, grammar: ResumeGrammar) -> None:
    resume = parsed(f"Jane Example\n\n{heading}\nSome text here\n", grammar)
    assert resume.sections[-1].kind is kind


@pytest.mark.parametrize(
    "line", ["Experience with Linux since 2010", "Skills Platform Engineer", "- Education", "projects, mostly"]
)
def test_lines_that_only_look_like_headings(line: str, grammar: ResumeGrammar) -> None:
    resume = parsed(f"Jane Example\n\nEXPERIENCE\n{line}\n", grammar)
    assert [section.kind for section in resume.sections] == ["header", "experience"]


def test_inline_heading_keeps_its_content(grammar: ResumeGrammar) -> None:
    resume = parsed("Jane Example\n\nSkills: C, C++, Linux\n", grammar)
    assert resume.kind_of(resume.lines[-1]) is SectionKind.SKILLS
    assert resume.lines[-1].text == "Skills: C, C++, Linux"


def test_two_sections_of_one_kind_stay_two(grammar: ResumeGrammar) -> None:
    resume = parsed("A B\n\nEXPERIENCE\nx y z\n\nSKILLS\nC\n\nEXPERIENCE\nu v w\n", grammar)
    assert [section.kind for section in resume.sections].count(SectionKind.EXPERIENCE) == 2


def test_contact(grammar: ResumeGrammar) -> None:
    document = document_of_text(JOB, name="test")
    contact = parse_resume(document, grammar).contact
    assert (contact.name, contact.email, contact.phone) == ("JANE EXAMPLE", "jane@example.com", "+44 20 7946 0142")
    assert (contact.location, contact.links, contact.label) == (
        "Leeds, UK",
        ("github.com/example-jane",),
        "Systems Engineer",
    )


def test_contact_in_a_sidebar_drawn_last(grammar: ResumeGrammar) -> None:
    from conftest import SAMPLES

    document = read_document(SAMPLES / "two-column.pdf")
    contact = parse_resume(document, grammar).contact
    assert (contact.name, contact.email, contact.phone) == (
        "Bogdan Achterberg",
        "b.achterberg@example.com",
        "+44 20 7946 0884",
    )


@pytest.mark.parametrize("dates", ["2019 - 2021", "03.2019 - 11.2021", "2019-04 to 2021-09"])
def test_dates_are_no_telephone_number(dates: str, grammar: ResumeGrammar) -> None:
    document = document_of_text(f"Jane Example\nEngineer, Foo Ltd, {dates}\n", name="test")
    assert parse_resume(document, grammar).contact.phone is None


@pytest.mark.parametrize(
    ("line", "is_identity"),
    [
        ("Leeds, UK", True),
        ("Leeds, UK | jane@example.com | +44 20 7946 0142", True),
        ("Linux, Kubernetes", False),
        ("Wrote Linux drivers in C at Foo, 2015 - 2021", False),
        ("Linux kernel engineer | Kubernetes | jane@example.com", False),
    ],
)
def test_only_lines_that_hold_nothing_else_say_who_somebody_is(
    line: str, is_identity: bool, grammar: ResumeGrammar
) -> None:
    resume = parsed(f"Jane Example\n{line}\n", grammar)
    assert (1 in resume.identity) is is_identity


def test_labels_in_a_skills_section_are_no_headings(grammar: ResumeGrammar) -> None:
    resume = parsed("Jane Example\n\nSKILLS\nLanguages\nC, Rust\nTools\ngdb\n\nEDUCATION\nBSc, 2010 - 2013\n", grammar)
    assert [section.kind for section in resume.sections] == ["header", "skills", "education"]


@pytest.mark.parametrize("name", ["Wei-Lin “Will” Chen", "Theodora van der Berg", "MARY-ANN O'NEILL", "José da Silva"])
def test_names_as_people_write_them(name: str, grammar: ResumeGrammar) -> None:
    document = document_of_text(f"Curriculum Vitae\n{name}\njane@example.com\n", name="test")
    assert parse_resume(document, grammar).contact.name == name


def test_a_range_in_brackets_is_an_aside(grammar: ResumeGrammar) -> None:
    page = "Experience\n\nRigger, Ropewalk Ltd, March 2018 to May 2022 (on leave from June 2019 to May 2020)\n- Hung nets.\n"
    (entry,) = parsed(page, grammar).entries
    assert entry.dates == DateRange("2018-03", "2022-05")


def test_a_duty_without_a_bullet_is_no_employer(grammar: ResumeGrammar) -> None:
    job = "EXPERIENCE\nSoftware Engineer, Acme Ltd, Jan 2020 - Present\nWrote allocators in C++ with SIMD\nReduced latency by half\n"
    (entry,) = parsed(f"Jane Example\n\n{job}", grammar).entries
    assert (entry.title, entry.organization, entry.head_count) == ("Software Engineer", "Acme Ltd", 1)
