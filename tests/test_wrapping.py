"""Lines that were wrapped are one, lines whose break was meant are several: on pages and in plain text."""

import textwrap
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.types import Document
from skillgap.resume.parsing import ResumeGrammar, parse_resume

HEAD = "JANE EXAMPLE\njane@example.com\n\nEXPERIENCE\n\nEngineer, Quillmarsh Ltd                                     2019 - 2021\n"


def texts_of(document: Document, grammar: ResumeGrammar) -> list[str]:
    return [line.text for line in parse_resume(document, grammar).resume.lines]


def read_text(text: str, grammar: ResumeGrammar) -> list[str]:
    return texts_of(document_of_text(text, name="test"), grammar)


def drawn(draw: Callable[[Any], None]) -> Document:
    """Read a page that a function draws on a ReportLab canvas, in Helvetica 10."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pagesize=(612, 792))
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return read_document(buffer.getvalue())


def lines_of(document: Document) -> list[str]:
    return [document.text_of(line) for line in document.lines]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Brought up a board of our own with the vendor's timing tool,",
            "U-Boot port and first login after nine days.",
        ),
        ("Signed images and secure boot, both fused on the first", "400 devices that were delivered."),
        ("Wrote the safety case together with two colleagues of mine", "(tables of faults, and what was done)."),
    ],
)
def test_what_hangs_under_the_text_of_an_item_goes_on_with_it(before: str, after: str, grammar: ResumeGrammar) -> None:
    """However long the lines of other items are."""
    assert f"{before} {after}" in read_text(f"{HEAD}- {before}\n  {after}\n- Reviewed merge requests.\n", grammar)


ITEMS = [
    "Looked after the ticket machines of forty stations; I have never used Rust, and the two Kubernetes clusters were set up by others.",
    "Wrote the coin counter in C together with a colleague, because the maker of the old one had been gone for years.",
    "Have no experience with Terraform or Kafka, which the team in Porto looks after.",
]


@pytest.mark.parametrize("columns", [30, 34, 38, 42, 46, 50, 60, 80, 100])
@pytest.mark.parametrize("bullet", ["- ", "* ", "  • ", "1. "])
def test_items_say_the_same_in_a_column_of_any_width(columns: int, bullet: str, grammar: ResumeGrammar) -> None:
    indent = " " * len(bullet)
    items = (textwrap.fill(each, columns, initial_indent=bullet, subsequent_indent=indent) for each in ITEMS)
    assert read_text(f"{HEAD}{chr(10).join(items)}\n", grammar)[-3:] == ITEMS


@pytest.mark.parametrize(
    ("before", "after"), [("Never used", "Rust."), ("The depot's fare", "tables."), ("Knows of", "Ada")]
)
def test_short_items_go_on_below_where_others_are_long(before: str, after: str, grammar: ResumeGrammar) -> None:
    long = f"- {'Repaired the gates of the northern line and wrote down why they failed in rain and frost.'}\n"
    assert f"{before} {after}" in read_text(f"{HEAD}{long}- {before}\n  {after}\n{long}", grammar)


def test_what_is_set_in_below_an_item_that_is_whole_stands_alone(grammar: ResumeGrammar) -> None:
    """Employers with bullets, and their titles below."""
    long = "- Repaired the gates of the northern line and wrote down why they failed in rain and frost.\n"
    lines = read_text(f"{HEAD}{long}- Acme Corporation\n  Senior Engineer\n{long}", grammar)
    assert "Acme Corporation" in lines


@pytest.mark.parametrize("columns", [30, 40, 60])
def test_items_of_a_narrow_column_on_a_page_are_one(columns: int, grammar: ResumeGrammar) -> None:
    """Below a heading that reaches farther than the items do."""

    def draw(canvas: Any) -> None:
        canvas.drawString(220, 740, "Systems Engineer, Kestrel Storage and Retrieval of Northern Europe")
        top = 720
        for item in ITEMS:
            canvas.drawString(220, top, "•")
            for text in textwrap.wrap(item, columns):
                canvas.drawString(230, top, text)
                top -= 12

    assert texts_of(drawn(draw), grammar)[-3:] == ITEMS


def test_beside_a_date_stand_the_rows_of_a_heading(grammar: ResumeGrammar) -> None:
    rows = "seit 10/2021    Rigger\n                Ropewalk GmbH\n\n2012            Splicer, Quillmarsh Ltd\n"
    assert read_text(f"{HEAD.partition('Engineer')[0]}{rows}", grammar)[-3:] == [
        "seit 10/2021    Rigger",
        "Ropewalk GmbH",
        "2012            Splicer, Quillmarsh Ltd",
    ]


def test_a_row_that_begins_with_its_date_goes_on_with_none_above(grammar: ResumeGrammar) -> None:
    """However full that is."""
    told = "Kept the ropes of the ferries over the sound in order, and those of all of the\nbells, too.\n" * 3
    full = "2014 – 2016   Assistant Rigger, Ropewalk Fairground Association of Upper Lindley AG"
    row = "2012          Splicer, Quillmarsh"
    assert read_text(f"{HEAD}{told}\n{full}\n{row}\n", grammar)[-2:] == [full, row]


def test_dates_below_a_heading_do_not_show_where_text_is_wrapped(grammar: ResumeGrammar) -> None:
    rows = [
        "Splicer of ropes and wires, Ropewalk Fairground Association Ltd",
        "02/2014 – 08/2016",
        "Rigger and bell hanger by day and by night, Quillmarsh Lines AG",
        "Night watchman of the yard, Quillmarsh Lines and Ferries, 2012",
        "Deck hand on the ferry over the sound, Quillmarsh Ferries, 2011",
    ]
    assert (
        read_text("\n".join(["Jane Example", "jane@example.com", "", "EXPERIENCE", "", *rows]) + "\n", grammar)[-5:]
        == rows
    )


def test_the_longest_line_of_a_page_of_short_ones_was_not_wrapped(grammar: ResumeGrammar) -> None:
    """Only a sentence that goes on shows where a column ends; else it ends where the paper does."""
    rows = [
        "03/2014 – 06/2016",
        "Ropewalk Fairground S.p.A., Vila Nova (VN)",
        "Splicer",
        "02/2012 – 01/2014",
        "Quillmarsh",
        "Rigger",
    ]

    def draw(canvas: Any) -> None:
        canvas.drawString(60, 740, "EXPERIENCE")
        for number, row in enumerate(rows):
            canvas.drawString(160, 720 - 12 * number, row)

    assert texts_of(drawn(draw), grammar)[-6:] == rows


def test_a_line_at_the_edge_of_the_bullets_is_no_part_of_an_item(grammar: ResumeGrammar) -> None:
    lines = read_text(
        f"{HEAD}- Reviewed all of the merge requests of a team of four\nSupport, Otherfirm Ltd, 2017 - 2018\n", grammar
    )
    assert "Reviewed all of the merge requests of a team of four" in lines


def test_a_sentence_that_goes_on_with_a_small_letter_was_wrapped(grammar: ResumeGrammar) -> None:
    first, second = (
        "Nine years of firmware for sensors that float, and before that",
        "three of drivers. Looks for a team.",
    )
    assert f"{first} {second}" in read_text(f"JANE EXAMPLE\n\nSUMMARY\n{first}\n{second}\n", grammar)


@pytest.mark.parametrize(
    "below", ["jane@example.com", "o built a second thing", "dipl. ing., Some School", "tiny-tool: formats numbers"]
)
def test_addresses_bullets_and_names_in_small_letters_begin_lines(below: str, grammar: ResumeGrammar) -> None:
    line = "Backend developer who is moving towards the work on systems"
    assert f"{line} {below}" not in read_text(f"JANE EXAMPLE\n{line}\n{below}\n\nSKILLS\nC\n", grammar)


def test_rows_of_a_table_are_lines_of_their_own(grammar: ResumeGrammar) -> None:
    """And what stands below the values goes on with the row."""
    rows = (
        "  Languages    C (C99 and C11), C++14, Python, and some assembler of Thumb-2\n"
        "  RTOS         FreeRTOS, Zephyr\n"
        "  Buses        CAN, Modbus, I2C,\n"
        "               SPI\n"
    )
    assert read_text(f"JANE EXAMPLE\n\nSKILLS\n{rows}", grammar)[1:] == [
        "Languages    C (C99 and C11), C++14, Python, and some assembler of Thumb-2",
        "RTOS         FreeRTOS, Zephyr",
        "Buses        CAN, Modbus, I2C, SPI",
    ]


def test_a_line_far_beyond_the_margin_was_not_wrapped_there(grammar: ResumeGrammar) -> None:
    wrapped = "- Ran the estate of the hospitals and all that hangs on it with two\n  colleagues\n" * 4
    beyond = "Certified in Core Infrastructure | Certified in Data Center Virtualization | Certified as an Administrator (2023)"
    lines = read_text(f"{HEAD}{wrapped}\nCERTIFICATIONS\n{beyond}\nSecurity Plus (2012)\n", grammar)
    assert lines[-2:] == [beyond, "Security Plus (2012)"]


def test_lines_that_happen_to_be_as_long_are_not_wrapped(grammar: ResumeGrammar) -> None:
    """No line of the page goes on in the next, as one of a wrapped page does."""
    items = [
        "- Planned the rota of twenty-six porters in two buildings",
        "- Bought linen for both houses and cut what was spent on it",
        "- Moved the whole house to the new booking system in weeks",
    ]
    posts = ["Night Porter", "Rope Hotel, Leith", "2011 to 2014", *items]
    lines = read_text(f"{HEAD}" + "\n".join(posts * 3) + "\n", grammar)
    assert lines.count("Night Porter") == 3
    assert lines[-1] == items[-1].removeprefix("- ")


ITEMS = [
    "Introduced contracts with fourteen teams, all of them backward compatible by rule",
    "And checked in CI.",
    "Ran it.",
]


def bulleted(canvas: Any, *, radius: float, x: float = 78.0) -> None:
    """Two items, the first on two lines, their bullets drawn as circles, as browsers do."""
    for number, text in enumerate(ITEMS):
        y = 700 - 13 * number
        canvas.drawString(90, y, text)
        if number != 1:
            canvas.circle(x, y + 3, radius, stroke=0, fill=1)
    canvas.drawString(72, 620, "The longest line of this page, which shows how far to the right any of them reaches")


def test_bullets_drawn_as_outlines_are_bullets() -> None:
    document = drawn(lambda canvas: bulleted(canvas, radius=1.5))
    assert lines_of(document)[:3] == [f"• {ITEMS[0]}", ITEMS[1], f"• {ITEMS[2]}"]
    assert document.lines[0].box is not None and document.lines[0].box[0] < 80  # noqa: PT018


@pytest.mark.parametrize(("radius", "x"), [(4.0, 78.0), (1.5, 40.0), (0.3, 78.0)])
def test_dots_of_a_timeline_are_none(radius: float, x: float) -> None:
    """Larger than a bullet, far from the text, or a speck."""
    assert lines_of(drawn(lambda canvas: bulleted(canvas, radius=radius, x=x)))[:3] == ITEMS


def test_dots_that_grade_a_skill_are_no_bullets() -> None:
    def draw(canvas: Any) -> None:
        for number in range(5):
            canvas.circle(60 + 6 * number, 703, 1.5, stroke=0, fill=1)
        canvas.drawString(92, 700, "German")

    assert lines_of(drawn(draw)) == ["German"]


def test_an_item_on_a_page_goes_on_where_its_text_hangs(grammar: ResumeGrammar) -> None:
    """Even where by the width of its letters the next word had room."""

    def draw(canvas: Any) -> None:
        canvas.drawString(72, 740, "EXPERIENCE")
        bulleted(canvas, radius=1.5)

    assert f"{ITEMS[0]} {ITEMS[1]}" in texts_of(drawn(draw), grammar)


def test_values_in_a_column_stand_apart_from_their_labels() -> None:
    """Also the one whose label is so long that the gap is narrow; words of running text that chance to align don't."""

    def draw(canvas: Any) -> None:
        for number, (label, value) in enumerate(
            [("IaC", "Terraform"), ("Observability", "Prometheus"), ("Data", "Kafka")]
        ):
            canvas.drawString(72, 700 - 14 * number, label)
            canvas.drawString(140, 700 - 14 * number, value)
        canvas.drawString(72, 600, "Nobody asked for it")
        canvas.drawString(72, 586, "Nobody asked for me")

    assert lines_of(drawn(draw)) == [
        "IaC   Terraform", "Observability   Prometheus", "Data   Kafka", "Nobody asked for it", "Nobody asked for me",
    ]  # fmt: skip


def test_letters_set_far_apart_are_words_however_their_gaps_differ() -> None:
    """Kerning and a capital in a larger size change the gaps by more than a narrow space."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        x = 72.0
        for letter, gap in zip("CORECOMPETENCIES", (2, 7, 6, 15, 2, 7, 8, 6, 5, 6, 7, 7, 7, 8, 6, 6), strict=True):
            canvas.drawString(x, 700, letter)
            x += canvas.stringWidth(letter) + gap

    assert lines_of(drawn(draw)) == ["CORE COMPETENCIES"]


@pytest.mark.parametrize(
    ("footer", "is_running"),
    [
        ("October 21, 2026   Jane Example · Résumé   1", True),
        ("Jane Example | Page 1 of 2", True),
        ("Python   1", False),
        ("Jane Example   3", False),
    ],
)
def test_a_footer_names_the_person_and_counts_the_page(footer: str, is_running: bool) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 740, "Jane Example")
        canvas.drawString(72, 700, "Wrote drivers in C.")
        for place, part in enumerate(footer.split("   ")):
            canvas.drawString(72 + 200 * place, 30, part)

    assert [each.text for each in drawn(draw).running] == ([footer] if is_running else [])


def test_centred_lines_are_lines_of_their_own(grammar: ResumeGrammar) -> None:
    def draw(canvas: Any) -> None:
        for y, text in ((740, "Jane Example"), (722, "Site Reliability Engineer"), (708, "Ring Road 900, Leeds")):
            canvas.drawCentredString(300, y, text)
        canvas.drawString(72, 660, "SKILLS")
        canvas.drawString(72, 646, "C, Linux")

    assert texts_of(drawn(draw), grammar)[:3] == ["Jane Example", "Site Reliability Engineer", "Ring Road 900, Leeds"]


def test_items_with_a_remark_each_are_not_joined_in_a_narrow_column(grammar: ResumeGrammar) -> None:
    def draw(canvas: Any) -> None:
        for number, text in enumerate(["LANGUAGES", "French (Limited)", "English (Native or Bilingual)"]):
            canvas.drawString(30, 700 - 14 * number, text)

    assert texts_of(drawn(draw), grammar)[-2:] == ["French (Limited)", "English (Native or Bilingual)"]


@pytest.mark.parametrize("cut", [2, 3, 5])
def test_an_email_address_that_a_narrow_column_broke_is_whole(cut: int, grammar: ResumeGrammar) -> None:
    address = "josephine.longworth@example.com"

    def draw(canvas: Any) -> None:
        for number, text in enumerate(["CONTACT", address[:-cut], address[-cut:], "12 Mill Lane, Leeds"]):
            canvas.drawString(30, 700 - 14 * number, text)
        for number in range(12):
            canvas.drawString(230, 700 - 14 * number, f"Wrote the lines of the wide column beside it, number {number}.")

    assert address in texts_of(drawn(draw), grammar)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("on-", "call", "on-call"),
        ("in-", "house", "in-house"),
        ("in-", "terface", "interface"),
        ("trade-", "offs", "trade-offs"),
        ("on-", "ly", "only"),
    ],
)
def test_compounds_keep_their_hyphen_at_a_line_end(first: str, second: str, whole: str) -> None:
    document = document_of_text(f"The people who were {first}\n{second} of the service\n", name="test")
    assert whole in document.text.split()


@pytest.mark.parametrize("address", ["harbor.example.com/people/", "www.linkedin.com/in/", "https://example.com/"])
def test_an_address_is_wrapped_behind_a_hyphen_of_its_own(address: str) -> None:
    """Nobody divides one, so it stays in it, also where the two halves would be a word."""
    document = document_of_text(f"Reach me at {address}note-\nbook in the evening\n", name="test")
    assert f"{address}note-book" in document.text.split()


@pytest.mark.parametrize("leading", [12, 20])
def test_paragraphs_with_white_space_between_them_are_several(leading: int, grammar: ResumeGrammar) -> None:
    """However full the line above is, and however far apart the lines of one paragraph stand."""
    paragraphs = [
        ["Keeps the ledgers of nine parishes and answers every letter of the auditors", "within a week."],
        ["Trains the clerks who take over each of these when somebody leaves the office"],
        ["Wrote down what is due in which month, for whoever comes next to the archive"],
    ]

    def draw(canvas: Any) -> None:
        canvas.drawString(72, 740, "PROFILE")
        y = 700
        for paragraph in paragraphs:
            for text in paragraph:
                canvas.drawString(72, y, text)
                y -= leading
            y -= 9

    assert texts_of(drawn(draw), grammar)[-3:] == [" ".join(paragraph) for paragraph in paragraphs]


def test_items_that_end_with_their_year_are_items(grammar: ResumeGrammar) -> None:
    text = (
        "Jane Example\njane@example.com\n\nCERTIFICATIONS\n"
        "Chartered Institute of Example Wardens, Diploma in Museum Care, May 2021\n"
        "First Aid for Mountain Guides and Everyone Else Who Walks in Winter, 2019\n"
        "Keeping of Bees in Towns and Suburbs, Example Academy of Honey, Kent, 2017\n"
    )
    assert [line.rsplit(maxsplit=1)[1] for line in read_text(text, grammar)[-3:]] == ["2021", "2019", "2017"]


def test_what_is_set_bold_begins_anew_below_a_labelled_value(grammar: ResumeGrammar) -> None:
    """In a narrow column a value is wrapped below its label; the name of the next school is none."""

    def draw(canvas: Any) -> None:
        rows = ("EDUCATION", "b:Harbor School of Design", "BA in Ceramics", "May 2019", "GPA: 3.5 / 4.0",
                "b:Tidewater College", "Diploma in Drawing", "May 2015", "GPA: 3.1 / 4.0")  # fmt: skip
        for number, row in enumerate(rows):
            bold, _, text = row.rpartition("b:")
            canvas.setFont("Helvetica-Bold" if bold or row.startswith("b:") else "Helvetica", 10)
            canvas.drawString(40, 700 - 13 * number, text)

    assert "GPA: 3.5 / 4.0" in texts_of(drawn(draw), grammar)


def test_a_letter_that_templates_draw_a_stroke_with_is_none(grammar: ResumeGrammar) -> None:
    assert read_text("Jane Example\njane@example.com\n\n\u3161\nSKILLS\nSage, Excel\n", grammar)[-1] == "Sage, Excel"
    assert "\u3161" not in document_of_text("\u3161\nSkills\nC", name="test").text


def entries_drawn(grammar: ResumeGrammar, rows: list[list[tuple[str, str]]], *, left: float = 72) -> Any:
    """The entries of a page with a column 260 points wide; each row is runs of a font and a text, one behind the other."""

    def draw(canvas: Any) -> None:
        y = 740
        sentence = (
            [("Helvetica", "Kept the ferries of the western isles on time, whatever")],
            [("Helvetica", "the sea did.")],
        )
        for row in [[("Helvetica-Bold", "JANE EXAMPLE")], [("Helvetica-Bold", "EXPERIENCE")], *rows, *sentence]:
            text = canvas.beginText(left, y)
            for font, part in row:
                text.setFont(font, 10)
                text.textOut(part)
            canvas.drawText(text)
            y -= 24 if len(row) == 1 and row[0][1].isupper() else 13

    return parse_resume(drawn(draw), grammar).resume.entries


def test_a_heading_goes_on_in_the_weight_in_which_its_line_ended(grammar: ResumeGrammar) -> None:
    (entry,) = entries_drawn(
        grammar,
        [
            [("Helvetica-Bold", "Quillmarsh Ferries Ltd, Oban — "), ("Helvetica-Oblique", "Senior Reliability")],
            [("Helvetica-Oblique", "Engineer")],
            [("Helvetica", "March 2019 – June 2021")],
        ],
    )
    assert (entry.title, entry.organization) == ("Senior Reliability Engineer", "Quillmarsh Ferries Ltd")


def test_a_turn_from_bold_to_plain_parts_two_fields(grammar: ResumeGrammar) -> None:
    """Where nothing else does, as in the forms of Europass."""
    (entry,) = entries_drawn(
        grammar,
        [
            [("Helvetica", "01/03/2019 – 30/06/2021 Oban, Scotland")],
            [("Helvetica-Bold", "RELIABILITY ENGINEER "), ("Helvetica", "QUILLMARSH FERRIES")],
        ],
    )
    assert (entry.title, entry.organization) == ("RELIABILITY ENGINEER", "QUILLMARSH FERRIES")


@pytest.mark.parametrize("bullet", ["▫", "▹", "▶", "◆", "❑", "➜", "⦁"])
def test_what_templates_draw_in_front_of_an_item_is_a_bullet(bullet: str, grammar: ResumeGrammar) -> None:
    done = ["Reviewed merge requests", "Wrote the safety case"]
    lines = parse_resume(
        document_of_text(HEAD + "".join(f"{bullet} {each}\n" for each in done), name="test"), grammar
    ).resume.lines
    assert [line.text for line in lines if line.is_item] == done


@pytest.mark.parametrize("label", ["Duties:", "Key achievements:", "Tasks and results:"])
def test_a_label_alone_in_its_line_goes_on_with_nothing(label: str, grammar: ResumeGrammar) -> None:
    head = "Rigger: Feb 2011 - Feb 2012 (Department of Rope and Community Works)"
    filled = "- Reviewed the nets and the ropes of three ships on every Friday\n" * 4
    assert label in read_text(f"{HEAD}{filled}\n{head}\n{label}\n- Mended nets.\n", grammar)


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("Quillmarsh Ferries | Oban | February", "2019 – June 2021", True),
        ("Quillmarsh Ferries | Oban | Sept.", "2019 to 2021", True),
        ("Quillmarsh Ferries | Oban", "2019 – June 2021", False),
        ("Sold ropes in Oban until the end", "2019 – June 2021", False),
        ("Came home from Quillmarsh in September", "2019 – June 2021", False),
    ],
)
def test_a_month_goes_on_with_its_year(first: str, second: str, is_one: bool, grammar: ResumeGrammar) -> None:
    lines = read_text(f"JANE EXAMPLE\n\nEXPERIENCE\n\nDeckhand\n{first}\n{second}\n- Mended nets.\n", grammar)
    assert (f"{first} {second}" in lines) == is_one


def test_names_in_small_letters_with_what_they_are_are_rows_of_a_list(grammar: ResumeGrammar) -> None:
    rows = ["ropectl — turns the capstan from a distance", "belfry — counts what the bells have rung"]
    assert read_text(f"{HEAD}- Hung the nets.\n\nPROJECTS\n\n{rows[0]}\n{rows[1]}\n", grammar)[-2:] == rows
