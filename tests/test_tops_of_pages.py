"""Tops of pages as people of all countries set them: the name, the place, the numbers, and what of them a blind page may not keep."""

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.contact import Contact
from skillgap.resume.logical_lines import stands_alone
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.redacting import redactor_for

BODY = "\n\nEXPERIENCE\nEngineer, Some Ltd, 2019 - 2020\n- {}\n- Measured the pumps with the team of the yard.\n"


def read(top: str, line: str, grammar: ResumeGrammar) -> tuple[Contact, str]:
    """The contact, and the page redacted."""
    document = document_of_text(top + BODY.format(line), name="test")
    parsed = parse_resume(document, grammar)
    redactor = redactor_for(parsed.resume, parsed.contact, grammar.redaction)
    return parsed.contact, redactor.redacted_document(document, parsed.resume).text


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Network Engineer Sigrid Aune-Haugland\nsigrid@example.no", "Sigrid Aune-Haugland"),
        ("Product Manager Google Cloud\nPaul Ruiz\npaul@example.com", "Paul Ruiz"),
        ("Jean-Luc DE MORVAN - PETITJEAN\nComptable\njl.morvan@example.fr", "Jean-Luc DE MORVAN-PETITJEAN"),
        ('=HYPERLINK("http://example.com/a","Odile Marchetti")\nodile@example.fr', "Odile Marchetti"),
        ('"Odile Marchetti"\nodile@example.fr', "Odile Marchetti"),
        ("Jean-Luc MORVAN - COMPTABLE\njl.morvan@example.fr", "Jean-Luc MORVAN"),
        ("ERP MM / FI Consultant\nT. K. Balasundaram\ntkbala.erp@example.com", "T. K. Balasundaram"),
    ],
)
def test_names_beside_and_below_trades(top: str, name: str, grammar: ResumeGrammar) -> None:
    assert read(top, "Wrote C.", grammar)[0].name == name


@pytest.mark.parametrize(
    ("place", "read_as"),
    [
        ("Greater Toronto Metropolitan Area", "Greater Toronto Metropolitan Area"),
        ("Boston Metro Area", "Boston Metro Area"),
        ("Zurich Aarau Region", "Zurich Aarau Region"),
        ("Lagos → Dublin (permit in progress)", "Lagos"),
        ("Lagos -> Dublin since 2021", "Dublin"),
        ("Lagos, Nigeria, willing to relocate", "Lagos, Nigeria"),
        ("Варна, България", "Варна, България"),
        ("г. Казань", "г. Казань"),
        ("مسقط، سلطنة عمان", "مسقط، سلطنة عمان"),
        ("חיפה", "חיפה"),
        ("广州", "广州"),
        ("Location: New Cairo Notice period: 30 days", "New Cairo"),
    ],
)
def test_places(place: str, read_as: str, grammar: ResumeGrammar) -> None:
    contact, text = read(f"Kofi Sarpong\n{place}\nkofi@example.com", "Wrote C.", grammar)
    assert contact.location == read_as
    assert read_as not in text


def test_what_stands_behind_a_place_with_a_label_is_kept(grammar: ResumeGrammar) -> None:
    text = read("Kofi Sarpong\nLocation: New Cairo Notice period: 30 days\nkofi@example.com", "Wrote C.", grammar)[1]
    assert "Notice period: 30 days" in text


def test_a_page_without_breaks_has_no_town_between_its_dashes(grammar: ResumeGrammar) -> None:
    """What goes on, "Present", stands between two of them."""
    page = (
        "kofi77@example.com | +1 303 555 0164 | Leeds Experience Fitter of pumps, Yard Works Ltd | 06/2018 - Present - Rebuilt"
        " the pumps of the yard on a budget of a third and cut the waste by 40 %. - Wrote the rota for 300 people of the yard"
        " and kept it for six years. Education BSc Engineering, Pennine University, 2016, with a thesis on pumps"
    )
    assert parse_resume(document_of_text(page, name="test"), grammar).contact.location is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Solna 171 45 – 08 555 012 34", "08 555 012 34"),
        ("Kofi ☎ +233 24 555 0123 ✉ kofi@example.com", "+233 24 555 0123"),
    ],
)
def test_numbers_behind_postcodes_and_icons(line: str, number: str, grammar: ResumeGrammar) -> None:
    assert read(f"Kofi Sarpong\n{line}", "Wrote C.", grammar)[0].phone == number


@pytest.mark.parametrize(
    ("text", "next_text", "is_alone"),
    [
        ("ana@example.com", "+351 21 555 0123", True),
        ("+351 21 555 0123", "ana@example.com", True),
        ("Porto, Portugal", "@ana.paints", True),
        ("example.com/ana", "Porto, Portugal", True),
        ("ana.rebelo@example.c", "om", False),
        ("example.com/in/ana-", "rebelo", False),
        ("papers at example.com/a", "and in print", False),
        ("ana@example.com", "or call in the evening", False),
    ],
)
def test_details_in_a_narrow_column_stay_apart(text: str, next_text: str, is_alone: bool) -> None:
    assert stands_alone(text, next_text) == is_alone


@pytest.mark.parametrize(
    ("top", "line", "shown"),
    [
        ("Olga Petrakis\nop@example.com", "O.P. drew sixty permits.", "[name] drew sixty permits."),
        ("Jan-Willem Ket\njw@example.com", "JW's detector watches pumps.", "[name]'s detector watches pumps."),
        ("Ewa Maria Lis\neml@example.com", "EML wrote the checks.", "[name] wrote the checks."),
        ("Ursula Stein\nursula@example.com", "Sold to the U.S. market.", "Sold to the U.S. market."),
        ("Sara Alves\nsara@example.com", "For Pinto S.A. and others.", "For Pinto S.A. and others."),
        ("Mira Lund\nml@example.com", "Brought ML to the line.", "Brought ML to the line."),
        ("luca ferri\nillustrator\nhi@example.com", "luca drew the icons.", "[name] drew the icons."),
        ("ΝΙΚΟΣ ΚΑΡΡΑΣ\nNikos Karras – Surveyor\nnk@example.gr", "Nikos drew the map.", "[name] drew the map."),
        ("Udo (FH) von der Aue\nudo@example.de", "Herr von der Aue war dabei.", "[name] war dabei."),
        (
            "P. R. Subrahmanyam\nERP MM Consultant\nprsubra.erp@example.com",
            "Ran ERP MM for two plants.",
            "Ran ERP MM for two plants.",
        ),
    ],
)
def test_what_a_blind_page_shows_of_a_line(top: str, line: str, shown: str, grammar: ResumeGrammar) -> None:
    assert shown in read(top, line, grammar)[1]
