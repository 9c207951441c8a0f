"""Headings of entries as real pages set them: what parts a title, an employer and a place where no comma does."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from skillgap.documents.glyphs import plain
from skillgap.documents.reading import document_of_text
from skillgap.resume.atoms import atoms_of
from skillgap.resume.contact import Contact
from skillgap.resume.dates import ends_in_range, find_dates
from skillgap.resume.employers import with_employers
from skillgap.resume.line_features import seen_lines
from skillgap.resume.line_roles import Reading, follow_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.roles import START
from skillgap.resume.torn_rows import with_torn_rows_joined
from skillgap.resume.types import DateRange, Entry, SectionKind


def cut(row: str, grammar: ResumeGrammar) -> list[str]:
    """The pieces that a heading's row is cut into before a model names them."""
    rows = [(row, find_dates(row, grammar.dates))]
    return [atom.text for atom in atoms_of(rows, grammar.entries.segments)]


@pytest.mark.parametrize(
    ("row", "pieces"),
    [
        ("Kestner Controls Inc.   Cranberry Township, PA", ["Kestner Controls Inc.", "Cranberry Township", "PA"]),
        ("Stridewell Robotics, Inc.   Waltham, MA", ["Stridewell Robotics, Inc.", "Waltham", "MA"]),
        ("Manager • Cardinex Devices, Inc. • Atlanta", ["Manager", "Cardinex Devices, Inc.", "Atlanta"]),
        ("Ridgeline Distribution, LLC-Oak Creek, WI", ["Ridgeline Distribution, LLC", "Oak Creek", "WI"]),
        ("Jiutai Server Technology Inc. Firmware Manager", ["Jiutai Server Technology Inc.", "Firmware Manager"]),
        ("Donghai Electronics Co., Ltd. BIOS Engineer", ["Donghai Electronics Co., Ltd.", "BIOS Engineer"]),
        ("Centro Hospitalar do Norte, E.P.E., Porto", ["Centro Hospitalar do Norte, E.P.E.", "Porto"]),
        (
            "Since June 2019 with Suvidha Finserve Ltd., Thane as Sales Manager",
            ["Suvidha Finserve Ltd.", "Thane", "Sales Manager"],
        ),
        ("Rope Works AG, Frankfurt an der Oder", ["Rope Works AG", "Frankfurt an der Oder"]),
        ("Rigger – Rope Works AG, Frankfurt am Main", ["Rigger", "Rope Works AG", "Frankfurt am Main"]),
        ("2012 – temp at Hotel Aurora, Vigo, como Recepcionista", ["temp", "Hotel Aurora", "Vigo", "Recepcionista"]),
        ("Rigger (fixed term, 6 months)   Rope Works", ["Rigger", "fixed term", "Rope Works"]),
        ("Rigger, Rope Works (casual, by day). 2011", ["Rigger", "Rope Works", "casual", "by day"]),
        ("Tutor, Readers (18–36 months)   Elm Nursery", ["Tutor", "Readers", "18–36 months", "Elm Nursery"]),
        ("Supply Technician, 11/2016 to present, 40 hours per week", ["Supply Technician"]),
        ("2011–2014 :: Rigger :: Rope Works", ["Rigger", "Rope Works"]),
        ("2011/2014 // Rope Works // Rigger", ["Rope Works", "Rigger"]),
        ("Rope Works ~ Rigger ~ 5/12 – ~ Leith", ["Rope Works", "Rigger", "Leith"]),
        ("Rigger, Rope Works . . . . . . . . 2011 to 2014", ["Rigger", "Rope Works"]),
        (
            "Position: Hardware Engineer Department: R&D Report to: Director",
            ["Hardware Engineer", "Department", "R&D", "Report to", "Director"],
        ),
    ],
)
def test_what_parts_two_fields(row: str, pieces: Sequence[str], grammar: ResumeGrammar) -> None:
    assert cut(row, grammar) == list(pieces)


@pytest.mark.parametrize(
    "row",
    [
        "Quon, Lee & Stroud",
        "Full-Stack Developer",
        "Rosenau Pumpenwerke GmbH & Co. KG",
        "Wells-Harding Ltd",
    ],
)
def test_what_is_one_field_stays_one(row: str, grammar: ResumeGrammar) -> None:
    assert cut(row, grammar) == [row]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018 Apr to 2019 May", "2018-04", "2019-05"),
        ("2022 Feb to till date", "2022-02", None),
        ("2015 – 2018", "2015", "2018"),
        ("Jan 2018 - Mar 2019", "2018-01", "2019-03"),
    ],
)
def test_the_year_before_the_month(text: str, start: str, end: str | None, grammar: ResumeGrammar) -> None:
    (found,) = find_dates(text, grammar.dates)
    assert (found.range.start, found.range.end) == (start, end)


def test_forms_number_posts_and_schools(grammar: ResumeGrammar) -> None:
    """And give each date a label and a line, of which the last may stand below other things."""
    text = (
        "Full Legal Name: Idris Vaughan\nEmail: idris@example.com\n\nWork Experience 1\nJob Title: Farrier\nCompany: Hoof & Iron\n"
        "Location: Hay\nFrom: 02/2016\nTo: 11/2019\nRole Description: Shod forty horses a week.\n\nWork Experience 2\nJob Title: Groom\n"
        "Company: Llan Stud\nLocation: Brecon\nFrom: 03/2012\nTo: 01/2016\nRole Description: Kept the yard.\n\nEducation 1\n"
        "School or University: Wye College\nDegree: Diploma\nField of Study: Farriery\nFrom: 2009\nTo: 2012\n"
    )
    parsed = parse_resume(document_of_text(text, name="test"), grammar)
    dates = [each.dates and (each.dates.start, each.dates.end) for each in parsed.resume.entries]
    assert dates == [("2016-02", "2019-11"), ("2012-03", "2016-01"), ("2009", "2012")]
    assert [each.organization for each in parsed.resume.entries] == ["Hoof & Iron", "Llan Stud", "Wye College"]
    assert parsed.contact.name == "Idris Vaughan"


def contact_of(header: str, grammar: ResumeGrammar) -> Contact:
    text = f"{header}\n\nSUMMARY\nResults driven professional with four years of experience.\n"
    return parse_resume(document_of_text(text, name="test"), grammar).contact


@pytest.mark.parametrize(
    "header",
    [
        "Aoife Tiernan  |  Marketing Coordinator  |  Dublin 7  |  085 555 0000  |  aoife.tiernan@example.com  |  example.org/aoifetiernan",
        "Aoife Tiernan, backend developer, Dublin, +353 85 555 0000, aoife.tiernan@example.com, github.com/example-aoife",
        "Aoife Tiernan, 0000 E 88th Ave, Thornton, CO 80229, 303-555-0176, aoife.tiernan@example.net",
        "Candidate: Aoife Tiernan\nRef: 00-55501\nContact: 303-555-0176 / aoife.tiernan@example.net",
        "CURRICULUM VITAE\n\nNaam: Aoife Tiernan\nAdres: Kanaalpad 0, 3500 AA Utrecht\nE-mail: aoife@example.com",
    ],
)
def test_the_name_in_a_header_on_one_line_and_behind_labels(header: str, grammar: ResumeGrammar) -> None:
    assert contact_of(header, grammar).name == "Aoife Tiernan"


def test_a_grave_that_quotes_is_no_accent() -> None:
    """As in Markdown; TeX draws one before its letter."""
    assert plain("`Oct 2018 - Feb 2020`") == "`Oct 2018 - Feb 2020`"
    assert plain("Universit`a di Torino") == "Università di Torino"


def test_a_post_without_dates_has_those_of_the_employer_above(grammar: ResumeGrammar) -> None:
    """Where that is an entry with nothing else."""
    dates = DateRange("2012-06", "2018-09")
    employer = Entry(
        kind=SectionKind.EXPERIENCE,
        section=0,
        title=None,
        organization="Cooperage Ltd",
        location=None,
        dates=dates,
        head_count=2,
        line_numbers=(0, 1),
    )
    post = replace(employer, title="Cooper", organization=None, dates=None, head_count=1, line_numbers=(2, 3))
    other = replace(post, title="Apprentice Cooper", line_numbers=(4, 5))
    (first, second) = with_employers([employer, post, other], grammar.entries.segments)
    assert (first.title, first.organization, first.dates, first.line_numbers) == (
        "Cooper",
        "Cooperage Ltd",
        dates,
        (0, 1, 2, 3),
    )
    assert (second.organization, second.dates) == ("Cooperage Ltd", None)


@pytest.mark.parametrize(
    ("posts", "dates"),
    [
        (["Foreman", "Cooper    2014 - 2017", "Apprentice Cooper    2012 - 2014"], [("2017", "2020"), ("2014", "2017"), ("2012", "2014")]),
        (["Foreman", "Cooper", "Apprentice Cooper    2012 - 2014"], [None, None, ("2012", "2014")]),
    ],
)  # fmt: skip
def test_a_post_without_dates_has_what_the_others_leave_of_the_employers(
    posts: list[str], dates: list[tuple[str, str] | None], grammar: ResumeGrammar
) -> None:
    blank = Entry(
        kind=SectionKind.EXPERIENCE,
        section=0,
        title=None,
        organization="Cooperage Ltd",
        location=None,
        dates=DateRange("2012", "2020"),
        head_count=1,
        line_numbers=(0,),
    )
    found = [find_dates(post, grammar.dates) for post in posts]
    entries = [
        replace(
            blank,
            title=post.split("  ")[0],
            organization=None,
            dates=each[0].range if each else None,
            line_numbers=(2 * number + 1, 2 * number + 2),
        )
        for number, (post, each) in enumerate(zip(posts, found, strict=True))
    ]
    read = with_employers([blank, *entries], grammar.entries.segments)
    assert [each.dates and (each.dates.start, each.dates.end) for each in read] == dates


@pytest.mark.parametrize("heading", ["COURSES", "COURSEWORK"])
def test_among_courses_a_degree_with_its_school_is_one_without_a_date(heading: str, grammar: ResumeGrammar) -> None:
    text = f"Ana Silva\n\n{heading}\nMSc Data Science, University of Ridgeway\nMachine Learning\nOperating Systems\n"
    found = parse_resume(document_of_text(text, name="test"), grammar).resume.entries
    assert [(each.title, each.organization) for each in found] == [("MSc Data Science", "University of Ridgeway")]


def test_a_heading_in_front_of_an_entry_is_no_part_of_it(grammar: ResumeGrammar) -> None:
    job = "Ann Example\n\nEXPERIENCE    Ferry Master, Quillmarsh Lines Ltd    2015 – 2019\n- Kept the timetable\n"
    school = "EDUCATION     MSc, Geology, Owari Institute, 2014\n"
    post, degree = parse_resume(document_of_text(f"{job}\n{school}", name="test"), grammar).resume.entries
    assert (post.title, post.organization) == ("Ferry Master", "Quillmarsh Lines Ltd")
    assert (degree.degree, degree.organization) == ("MSc", "Owari Institute")


@pytest.mark.parametrize(
    ("line", "may_begin"), [("Industry: Retail", False), ("Reason for leaving: moved", False), ("Rigger", True)]
)
def test_in_a_form_no_post_begins_with_what_tells_of_one(line: str, may_begin: bool, grammar: ResumeGrammar) -> None:
    document = document_of_text(f"Position Title: Clerk\n\n{line}\n", name="test")
    lines = parse_resume(document, grammar).resume.lines
    seen = seen_lines(lines, [()] * len(lines), grammar.entries)
    follow = follow_of(seen, SectionKind.EXPERIENCE)
    assert (follow(1, Reading(START, 1), START) is not None) == may_begin


def test_a_line_may_end_in_how_long_its_range_is(grammar: ResumeGrammar) -> None:
    assert ends_in_range("Jun 2018 - Feb 2020 (1 year 9 months)", grammar.dates)
    assert not ends_in_range("Jun 2018 - Feb 2020 in 9 towns", grammar.dates)


@pytest.mark.parametrize("state", ["MI", "DE", "OR", "ME"])
def test_a_state_is_no_word_of_the_date_behind_it(state: str, grammar: ResumeGrammar) -> None:
    """Whatever two letters mean in another language: French says "mi 2012" for the middle of a year."""
    row = f"Ropewalk Rigging, Millbrook, {state} 2012 – 2015"
    (found,) = find_dates(row, grammar.dates)
    assert row[found.start : found.end] == "2012 – 2015"


@pytest.mark.parametrize(
    ("row", "pieces"),
    [
        ("From 2014 to 2017 I worked as a cooper for Hillside Vats Ltd", ["cooper", "Hillside Vats Ltd"]),
        ("Since May 2020 I have been head cooper at Hillside Vats", ["head cooper", "Hillside Vats"]),
        ("2011-2013 I was the net mender at Hillside Nets", ["net mender", "Hillside Nets"]),
        ("Von 2014 bis 2017 als Böttcher bei Fasswerk Holle", ["Böttcher", "Fasswerk Holle"]),
        ("Cooper (2-year contract) @ Hillside Vats", ["Cooper", "2-year contract", "Hillside Vats"]),
    ],
)
def test_words_that_lead_to_a_post_are_no_part_of_it(row: str, pieces: Sequence[str], grammar: ResumeGrammar) -> None:
    assert cut(row, grammar) == list(pieces)


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (
            ["Clerk, Institute of Rope and   2011 – 2014", "Wire, Leith"],
            "Clerk, Institute of Rope and Wire, Leith   2011 – 2014",
        ),
        (["2011 – 2014 Clerk, Kepler &", "Stroud, Leith"], "2011 – 2014 Clerk, Kepler & Stroud, Leith"),
        (["Clerk | Rope Works | Lone Elm,   2011 – 2014", "OH"], "Clerk | Rope Works | Lone Elm, OH   2011 – 2014"),
    ],
)
def test_rows_that_the_page_broke_within_a_name_are_one(rows: list[str], joined: str, grammar: ResumeGrammar) -> None:
    """With the dates where they are printed in it."""
    ((text, found),) = with_torn_rows_joined(
        [(row, find_dates(row, grammar.dates)) for row in rows], grammar.entries.segments.places
    )
    assert text == joined
    assert [text[each.start : each.end] for each in found] == ["2011 – 2014"]


@pytest.mark.parametrize("rows", [["Clerk,", "Rope Works"], ["Rope Works |   2011 – 2014", "Leith"], ["Clerk", "OH"]])
def test_rows_that_end_as_names_do_stand_for_themselves(rows: list[str], grammar: ResumeGrammar) -> None:
    whole = [(row, find_dates(row, grammar.dates)) for row in rows]
    assert with_torn_rows_joined(whole, grammar.entries.segments.places) == whole
