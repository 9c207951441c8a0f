"""Headings of entries as real pages set them: what parts a title, an employer and a place where no comma does."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from skillgap.documents.glyphs import plain
from skillgap.documents.reading import document_of_text
from skillgap.documents.types import Document, Line, MediaType, Span
from skillgap.resume.atoms import atoms_of
from skillgap.resume.contact import Contact
from skillgap.resume.dates import ends_in_range, find_dates
from skillgap.resume.employers import with_employers
from skillgap.resume.line_features import seen_lines
from skillgap.resume.line_roles import Reading, follow_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.roles import START
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


def entries_of(job: str, grammar: ResumeGrammar) -> list[Entry]:
    text = f"Jane Example\njane@example.com\n\nPROFESSIONAL EXPERIENCE\n\n{job}\n"
    return list(parse_resume(document_of_text(text, name="test"), grammar).resume.entries)


def test_labels_say_what_is_what(grammar: ResumeGrammar) -> None:
    """However much the words behind "Client" are like a title."""
    job = (
        "Client: Chief Financial Officers Bancorp, Charlotte, NC          Mar 2021 - Till Date\n"
        "Role: Sr. Java Developer\nResponsibilities:\n- Implemented Kafka producers for transactions.\n"
    )
    (entry,) = entries_of(job, grammar)
    assert (entry.title, entry.organization) == ("Sr. Java Developer", "Chief Financial Officers Bancorp")


@pytest.mark.parametrize(
    "kind",
    [
        "contract",
        "Co-op",
        "part-time",
        "0.5 FTE",
        "zero hours",
        "on call",
        "Tuesdays",
        "casual, then permanent",
        "CDD puis CDI",
        "18-month contract",
        "in the evenings",
        "nebenbei",
    ],
)
def test_how_somebody_is_employed_is_no_part_of_the_title(kind: str, grammar: ResumeGrammar) -> None:
    (entry,) = entries_of(
        f"Network Analyst ({kind}), Harbour Cable Ltd, Jan 2020 - May 2021\n- Ran the core.\n", grammar
    )
    assert (entry.title, entry.organization) == ("Network Analyst", "Harbour Cable Ltd")


@pytest.mark.parametrize(
    ("head", "title", "organization"),
    [
        (
            "Constable (Grade 2, later Grade 3)   Ropewalk Police",
            "Constable (Grade 2, later Grade 3)",
            "Ropewalk Police",
        ),
        ("Analyst   Tidewater Bank (insurance, pensions and cards)", "Analyst", "Tidewater Bank"),
    ],
)
def test_a_bracket_is_kept_whole_in_a_title_and_left_out_behind_an_employer(
    head: str, title: str, organization: str, grammar: ResumeGrammar
) -> None:
    (entry,) = entries_of(
        f"{head}\nJan 2020 - May 2021\n- Handled 40 calls a week and trained two colleagues.\n", grammar
    )
    assert (entry.title, entry.organization) == (title, organization)


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


@pytest.mark.parametrize(
    ("second", "name"),
    [("Mkhwanazi-Dube", "Sibusiso Thulani Mkhwanazi-Dube"), ("Senior Software Engineer", "Sibusiso Thulani")],
)
def test_a_name_set_large_on_two_lines(second: str, name: str, grammar: ResumeGrammar) -> None:
    """And one with the trade below it, set as large, which is no part of it."""
    rows = [("Curriculum Vitae of Sibusiso Thulani", 24.0), (second, 24.0), ("sibusiso.thulani@example.com", 10.0)]
    rows += [("SUMMARY", 12.0), ("Results driven professional with four years of experience in the trade.", 10.0)]
    assert parse_resume(page_of(rows), grammar).contact.name == name


def page_of(rows: Sequence[tuple[str, float]]) -> Document:
    """A page of lines in these sizes, one below the other."""
    text, lines = "", []
    for number, (words, size) in enumerate(rows):
        box = (50.0, 40.0 + 80 * number, 400.0, 40.0 + 80 * number + size)
        start, end = len(text), len(text) + len(words)
        span = Span(start=start, end=end, box=box, font_size=size, is_bold=False, color=None)
        lines.append(
            Line(
                start=start,
                end=end,
                page=1,
                box=box,
                font_size=size,
                is_bold=False,
                heading_level=0,
                is_whole=False,
                follows_gap=True,
                spans=(span,),
            )
        )
        text += words + "\n"
    document = document_of_text("x", name="test")
    return replace(document, text=text.rstrip(), lines=tuple(lines), media_type=MediaType.PDF)


def test_a_name_as_large_as_an_employers_is_of_the_next_one(grammar: ResumeGrammar) -> None:
    """As networks print careers: how long in all stands only where there were several posts."""
    rows = [("Wanjiru Otieno", 24.0), ("wanjiru@example.com", 10.0), ("Experience", 15.0)]
    rows += [
        ("Lakeside Dairy", 12.0),
        ("5 years 1 month", 10.0),
        ("Head Cheesemaker", 11.5),
        ("May 2018 - Present", 10.0),
    ]
    rows += [("Nakuru", 10.0), ("Cheesemaker", 11.5), ("June 2015 - April 2018 (2 years 11 months)", 10.0)]
    rows += [("Rift Bakery", 12.0), ("Delivery Driver", 11.5), ("January 2012 - May 2015 (3 years 5 months)", 10.0)]
    rows += [("Hill Orchard", 12.0), ("Picker", 11.5), ("May 2010 - August 2011 (1 year 4 months)", 10.0)]
    found = parse_resume(page_of(rows), grammar).resume.entries
    assert [(each.title, each.organization) for each in found] == [
        ("Head Cheesemaker", "Lakeside Dairy"),
        ("Cheesemaker", "Lakeside Dairy"),
        ("Delivery Driver", "Rift Bakery"),
        ("Picker", "Hill Orchard"),
    ]


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


def test_a_known_place_alone_in_its_row_is_the_place(grammar: ResumeGrammar) -> None:
    (entry,) = entries_of("04/2020 – 03/2022\nDresden\nFirmware Engineer\nQuillmarsh GmbH\n- Wrote drivers\n", grammar)
    assert (entry.title, entry.organization, entry.location) == ("Firmware Engineer", "Quillmarsh GmbH", "Dresden")


def test_a_post_may_be_told_in_a_long_paragraph(grammar: ResumeGrammar) -> None:
    told = (
        "From 2008 to 2015 I was a ferry engineer with Quillmarsh Lines Ltd. " + "I kept two old engines going. " * 12
    )
    assert any(entry.dates == DateRange("2008", "2015") for entry in entries_of(told, grammar))


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


def test_a_heading_wrapped_behind_a_dash_goes_on(grammar: ResumeGrammar) -> None:
    job = (
        "Assistant Rigger, Ropewalk Fairground Association of Upper and Lower Lindley —\n2021–2023\n- Hung the nets.\n"
    )
    (entry,) = entries_of(job, grammar)
    assert entry.dates == DateRange("2021", "2023")


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


@pytest.mark.parametrize("own", ["Self-employed", "autônomo", "à mon compte", "freiberuflich"])
def test_who_is_self_employed_has_not_the_employer_above(own: str, grammar: ResumeGrammar) -> None:
    above = "Quillmarsh Ferries Ltd\n2014 – 2016\nFerry Engineer\n- Kept two old engines going.\n"
    entries = entries_of(f"{above}\n2016 – 2018\n{own}\nWeb Developer\n- Wrote shops for two bakers.\n", grammar)
    assert [entry.organization for entry in entries if entry.title == "Web Developer"] in ([None], [own])


def test_in_a_form_the_dates_may_come_first_and_the_town_last(grammar: ResumeGrammar) -> None:
    def post(dates: str, title: str, town: str) -> str:
        labelled = f"Period: {dates}\nDesignation: {title}\nOrganization: Ropewalk Cables\nCity: {town}\n"
        return f"{labelled}Duties:\n- Spliced 85 cables.\n- Tarred the ropes.\n\n"

    posts = [("10/2019 - now", "Line Chief (L2)", "Lahore"), ("01/2016 - 09/2019", "Splicer", "Oldbrook")]
    entries = entries_of("".join(post(*each) for each in posts), grammar)
    assert [(each.title, each.organization, each.location) for each in entries] == [
        ("Line Chief (L2)", "Ropewalk Cables", "Lahore"),
        ("Splicer", "Ropewalk Cables", "Oldbrook"),
    ]


@pytest.mark.parametrize(
    ("employer", "organization", "place"),
    [
        ("Hollow Oak Transport (DK)", "Hollow Oak Transport", "DK"),
        ("Hollow Oak Transport B.V. (NL), on long routes", "Hollow Oak Transport B.V.", "NL"),
    ],
)
def test_a_land_in_brackets_behind_an_employer_is_the_place(
    employer: str, organization: str, place: str, grammar: ResumeGrammar
) -> None:
    (entry,) = entries_of(f"Lorry Driver, 2011-2016\n{employer}\n- Drove at night.\n", grammar)
    assert (entry.organization, entry.location) == (organization, place)


def test_no_field_goes_across_a_date_in_front_of_brackets(grammar: ResumeGrammar) -> None:
    (entry,) = entries_of("Cashier: Dec 2007 - Jan 2010 (Lindley Superstore)\n- Weekends only.\n", grammar)
    assert entry.title == "Cashier"


@pytest.mark.parametrize("place", ["Agen (47)", "Bastia (2B)", "Lyon (69)"])
def test_a_place_keeps_its_french_department(place: str, grammar: ResumeGrammar) -> None:
    (entry,) = entries_of(f"2018 – 2020\nIngénieure logiciel – Corderie du Nord – {place}\n- Tests.\n", grammar)
    assert entry.location == place
