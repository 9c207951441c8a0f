"""Pages with more than one column: read one after the other, and dates back on their rows."""

from io import BytesIO

import pytest

from skillgap.documents.pdf.cells import with_records
from skillgap.documents.pdf.segments import Segment
from skillgap.documents.pdf.words import Word
from skillgap.documents.reading import read_document


def drawn_pdf(*rows: tuple[tuple[int, str], ...]) -> bytes:
    """Draw rows of (x, text) from the top down, in this order."""
    return placed_pdf([(x, 780 - 14 * number, text) for number, row in enumerate(rows) for x, text in row])


def placed_pdf(texts: list[tuple[int, int, str]]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica", 10)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    """The fault that people report most: both columns stand on the same lines, and the file holds them so."""
    left = ["SKILLS", "C, C++, Rust", "Linux, epoll", "", "LANGUAGES", "English, German"]
    right = [
        "EXPERIENCE",
        "Engineer, Some Ltd, 2019 - 2022",
        "Rewrote the loop on epoll",
        "and moved the lock.",
        "",
        "EDUCATION",
    ]
    rows = [((50, "Jane Example with a headline that runs over both of the columns"),)]
    rows += [
        tuple((x, text) for x, text in ((50, one), (220, other)) if text)
        for one, other in zip(left, right, strict=True)
    ]
    expected = [rows[0][0][1], *filter(None, left), *filter(None, right)]
    assert [line for line in read_document(drawn_pdf(*rows)).text.split("\n") if line] == expected


@pytest.mark.parametrize("bullet", ["A bullet " * 10 + "that runs to the margin", "Short", "Two words"])
def test_dates_flush_right_stay_on_their_line(bullet: str) -> None:
    """Even where every bullet is short, a column of dates is no column of text."""
    jobs = [
        row
        for year in range(2010, 2016)
        for row in (
            ((50, "Engineer, Some Ltd"), (460, f"{year} - {year + 1}")),
            ((50, bullet),),
        )
    ]
    assert "Engineer, Some Ltd   2012 - 2013" in read_document(drawn_pdf(*jobs)).text.split("\n")


def test_dates_in_a_rail_of_their_own_go_back_to_their_rows() -> None:
    """A narrow column of dates, drawn before the jobs; a range may stand on two lines."""
    rail = [((40, "2022"),), ((40, "– now"),), ((40, "2019 – 2022"),), (), ((40, "2015 – 2019"),)]
    jobs = ["Platform Engineer, Some Ltd", "Ran clusters", "Developer, Other Ltd", "Wrote Java", "Trainee, Third Ltd"]
    rows = [*rail, *[((140, job),) for job in jobs]]
    content = placed_pdf([(x, 780 - 14 * (n % 5), text) for n, row in enumerate(rows) for x, text in row])
    lines = read_document(content).text.split("\n")
    assert [" ".join(line.split()) for line in lines] == [
        "2022 – now Platform Engineer, Some Ltd",
        "Ran clusters",
        "2019 – 2022 Developer, Other Ltd",
        "Wrote Java",
        "2015 – 2019 Trainee, Third Ltd",
    ]


def test_labels_that_come_again_belong_to_the_values_beside_them() -> None:
    """A form: the same labels for each post, under headings that have nothing beside them."""
    form = ["EINSATZ", "Zeitraum", "Betrieb", "Aufgabe"]
    values = [
        "",
        "2019 - 2022",
        "Segelmacherei Example",
        "Cut and sewed mainsails for dinghies and cutters of all sizes",
    ]
    rows = [(label, value) for _ in range(3) for label, value in zip(form, values, strict=True)]
    drawn = [((50, label), (150, value)) if value else ((50, label),) for label, value in rows]
    lines = [" ".join(line.split()) for line in read_document(drawn_pdf(*drawn)).text.split("\n")]
    assert lines == [f"{label} {value}".strip() for label, value in rows]


def test_a_table_of_posts_with_a_date_in_each_row_is_read_across() -> None:
    """Even one set as close as the lines of a paragraph, right below another heading."""
    rows = [
        ("Employer", "Post", "Begun", "Left"),
        ("Quarry Office", "Blaster of the upper terraces", "May 2014", "Jun 2016"),
    ]
    rows += [("Salt Mine", "Surveyor of shafts", "Jul 2016", "Apr 2019"), ("Harbour", "Diver", "May 2019", "to date")]
    places = (50, 200, 380, 460)
    table = [tuple(zip(places, row, strict=True)) for row in rows]
    text = read_document(
        drawn_pdf(((50, "What I have done, and for whom, since I left the sea"),), *table, ((50, "Courses"),))
    ).text
    assert [line.split("   ") for line in text.split("\n")[1:-1]] == [list(row) for row in rows]


def test_a_heading_above_one_column_alone_stays_with_its_text() -> None:
    """Below the name, which is above both columns, and higher than where the other column begins."""
    right = [(220, 780, "Wanjiku Nderitu"), (220, 744, "ABOUT"), (220, 722, "Grafts apples, and keeps their names.")]
    right += [(220, 708, "Has done so for thirty winters.")]
    right += [(220, 690 - 14 * n, f"Looked after orchard number {n}, its trees and its bees") for n in range(8)]
    left = [
        (50, 700 - 14 * n, text) for n, text in enumerate(["TRADES", "Grafting", "Pruning", "Cider", "Bees", "Ladders"])
    ]
    lines = read_document(placed_pdf([right[0], *left, *right[1:]])).text.split("\n")
    assert lines[lines.index("ABOUT") + 1] == "Grafts apples, and keeps their names."


def test_what_a_table_of_many_columns_says_of_one_year_is_a_line() -> None:
    """Wrapped and centred in its cells as it may be; the names of its columns are one, too."""
    table = [
        ("Exam", ["Institute"], ["Awarding", "body"], ["Year"]),
        ("Dip.", ["Sorell", "Polytechnic"], ["Guild of", "Coopers"], ["2014"]),
        ("School", ["Low Head", "Grammar"], ["Board of", "Tasmania"], ["2011"]),
    ]
    places = (60, 160, 300, 440)
    drawn = [(60, 790, "Where I went to school and what I have to show for it, in the order of time")]
    for number, (first, *cells) in enumerate(table):
        top = 760 - 44 * number
        drawn.append((places[0], top - 7, first))
        for x, lines in zip(places[1:], cells, strict=True):
            middle = 0 if len(lines) > 1 else 7
            drawn += [(x + 5 * line, top - middle - 13 * line, text) for line, text in enumerate(lines)]
    assert read_document(placed_pdf(drawn)).text.split("\n")[1:] == [
        "Exam   Institute   Awarding body   Year",
        "Dip.   Sorell Polytechnic   Guild of Coopers   2014",
        "School   Low Head Grammar   Board of Tasmania   2011",
    ]


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (["Degree College Board Year", "BTech Ridge Open 2019", "HSC Hill State 2015"], 3),
        (["Linux Bash Awk Sed", "Oracle Access Sybase Db2", "Windows Office Visio 2016"], 0),
    ],
)
def test_rows_of_many_cells_are_records_where_most_tell_of_a_year(rows: list[str], joined: int) -> None:
    words = [
        Word(text, 100.0 * column, 20.0 * row, 100.0 * column + 50, 20.0 * row + 10, 0, 0, 0)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells.split())
    ]
    found = with_records([[Segment.of([word]) for word in words]])
    assert sum(len(row) > 1 for row in found) == joined
