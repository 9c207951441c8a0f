"""What the heading of an entry says as a whole: title, employer, place and dates, also those that stand above it or in a form."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from skillgap.documents.reading import document_of_text
from skillgap.documents.types import Document, Line, MediaType, Span
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import DateRange, Entry


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


def test_a_known_place_alone_in_its_row_is_the_place(grammar: ResumeGrammar) -> None:
    (entry,) = entries_of("04/2020 – 03/2022\nDresden\nFirmware Engineer\nQuillmarsh GmbH\n- Wrote drivers\n", grammar)
    assert (entry.title, entry.organization, entry.location) == ("Firmware Engineer", "Quillmarsh GmbH", "Dresden")


def test_a_post_may_be_told_in_a_long_paragraph(grammar: ResumeGrammar) -> None:
    told = (
        "From 2008 to 2015 I was a ferry engineer with Quillmarsh Lines Ltd. " + "I kept two old engines going. " * 12
    )
    assert any(entry.dates == DateRange("2008", "2015") for entry in entries_of(told, grammar))


def test_a_heading_wrapped_behind_a_dash_goes_on(grammar: ResumeGrammar) -> None:
    job = (
        "Assistant Rigger, Ropewalk Fairground Association of Upper and Lower Lindley —\n2021–2023\n- Hung the nets.\n"
    )
    (entry,) = entries_of(job, grammar)
    assert entry.dates == DateRange("2021", "2023")


@pytest.mark.parametrize("own", ["Self-employed", "autônomo", "à mon compte", "freiberuflich"])
def test_who_is_self_employed_has_not_the_employer_above(own: str, grammar: ResumeGrammar) -> None:
    above = "Quillmarsh Ferries Ltd\n2014 – 2016\nFerry Engineer\n- Kept two old engines going.\n"
    entries = entries_of(f"{above}\n2016 – 2018\n{own}\nWeb Developer\n- Wrote shops for two bakers.\n", grammar)
    assert [entry.organization for entry in entries if entry.title == "Web Developer"] in ([None], [own])


@pytest.mark.parametrize("own", ["Self-employed", "eigen bedrijf", "à mon compte", "Freelance"])
def test_self_employed_is_no_employers_name(own: str, grammar: ResumeGrammar) -> None:
    (entry,) = entries_of(f"Web Developer\n{own} | 2016 – 2018\n- Wrote shops for two bakers.\n", grammar)
    assert (entry.title, entry.organization) == ("Web Developer", None)


@pytest.mark.parametrize(
    ("heading", "title", "organization"),
    [
        ("web developer @ ropewalk (2014–2016)", "web developer", "ropewalk"),
        ("devops engineer at quillmarsh, 2014–2016", "devops engineer", "quillmarsh"),
        ("Night Watchman at sea, 2014–2016", "Night Watchman", None),
        ("Rigger\nat Quillmarsh Lines GmbH\n2014–2016", "Rigger", "Quillmarsh Lines GmbH"),
        ("Rigger\nAt Quillmarsh Ltd\n2014–2016", "Rigger", "At Quillmarsh Ltd"),
        ("Rigger, Quillmarsh Lines via Capstan Resourcing, 2014–2016", "Rigger", "Quillmarsh Lines"),
    ],
)
def test_where_an_employers_name_begins_and_ends(
    heading: str, title: str, organization: str | None, grammar: ResumeGrammar
) -> None:
    (entry,) = entries_of(f"{heading}\n- Hung the nets.\n", grammar)
    assert (entry.title, entry.organization) == (title, organization)


def test_a_firm_with_its_legal_form_is_no_part_of_a_title(grammar: ResumeGrammar) -> None:
    job = "01/09/2014 – 30/06/2016 Vila Nova do Cabo, Portugal\nRIGGING TECHNICIAN – ROPEWALK DO CABO, LDA.\n- Hung the nets.\n"
    (entry,) = entries_of(job, grammar)
    assert (entry.title, entry.organization) == ("RIGGING TECHNICIAN", "ROPEWALK DO CABO, LDA.")


@pytest.mark.parametrize("title", ["Deck Hand", "Rope and Wire Splicer", "Watchman"])
def test_a_tab_parts_cells_however_far_the_next_column_is(title: str, grammar: ResumeGrammar) -> None:
    (entry,) = entries_of(f"2014 - 2016\t{title}\tRopewalk Ltd\n\t- Hung the nets.\n", grammar)
    assert (entry.title, entry.organization) == (title, "Ropewalk Ltd")


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


def test_a_numbered_employer_above_labelled_fields_begins_a_post(grammar: ResumeGrammar) -> None:
    job = (
        "1) Ropewalk Rigging Ltd, Leith\nDesignation: Site Engineer\nDuration: June 2020 - Present\n- Ran two sites.\n"
        "2) Tidewater Cables Ltd, Hull\nDesignation: Junior Engineer\nDuration: May 2017 - May 2020\n- Drew cable trays.\n"
    )
    assert [(entry.title, entry.organization) for entry in entries_of(job, grammar)] == [
        ("Site Engineer", "Ropewalk Rigging Ltd"),
        ("Junior Engineer", "Tidewater Cables Ltd"),
    ]
