"""Degrees, fields, schools and grades in all orders and separators, and projects of one line."""

from collections.abc import Sequence

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.atoms import Rows
from skillgap.resume.dates import find_dates
from skillgap.resume.degree_names import is_school
from skillgap.resume.degrees import read_degrees, with_bracket_between
from skillgap.resume.grades import find_grade
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import Entry, SectionKind


def entry_of(grammar: ResumeGrammar, *rows: str, body: tuple[str, ...] = ()) -> Entry:
    return section_of(grammar, rows, bodies=[body])[0]


def section_of(
    grammar: ResumeGrammar, *heads: tuple[str, ...], bodies: Sequence[tuple[str, ...]] | None = None
) -> list[Entry]:
    """The entries of one section, each given as the rows of its heading and of its body."""

    def dated(parts: Sequence[tuple[str, ...]]) -> list[Rows]:
        return [[(row, find_dates(row, grammar.dates)) for row in part] for part in parts]

    below = dated(bodies or [()] * len(heads))
    return read_degrees(dated(heads), below, grammar.entries.segments, grammar.entries.schooling)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("BSc (Hons) in Civil Engineering", "BSc (Hons)", "Civil Engineering"),
        ("B.Sc. Physics", "B.Sc.", "Physics"),
        ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
        ("Master of Business Administration", "Master of Business Administration", None),
        ("Higher National Diploma in Tiling", "Higher National Diploma", "Tiling"),
        ("Level 4 Certificate", "Level 4 Certificate", None),
        ("Certificate III Carpentry", "Certificate III", "Carpentry"),
        ("Dipl.-Ing. (FH), Elektrotechnik", "Dipl.-Ing. (FH)", "Elektrotechnik"),
        ("Master (MSc) in Chemistry", "Master", "Chemistry"),
        ("BJourn", "BJourn", None),
        ("B.Sc.Ed. (Hons) Chemistry", "B.Sc.Ed. (Hons)", "Chemistry"),
        ("N.Dip Computer Systems", "N.Dip", "Computer Systems"),
        ("Dipl.-Wirtsch.-Inf. (FH)", "Dipl.-Wirtsch.-Inf. (FH)", None),
        ("Bachelor of Business Administration (BBA)", "Bachelor of Business Administration (BBA)", None),
        ("BA (Mod) Computer Science", "BA (Mod)", "Computer Science"),
        ("Highers and Advanced Highers", "Highers and Advanced Highers", None),
        ("Técnico en Electrónica", "Técnico", "Electrónica"),
        ("Baccalauréat technologique hôtellerie", "Baccalauréat technologique", "hôtellerie"),
        ("bacharelado em Design", "bacharelado", "Design"),
        ("Level 3 Diploma Agriculture", "Level 3 Diploma", "Agriculture"),
        ("M.Tech – Software Systems", "M.Tech", "Software Systems"),
    ],
)
def test_what_belongs_to_a_degrees_name(grammar: ResumeGrammar, text: str, name: str, rest: str | None) -> None:
    entry = entry_of(grammar, f"{text}, University of Arouca, 2014")
    assert (entry.degree, entry.study, entry.organization) == (name, rest, "University of Arouca")


@pytest.mark.parametrize(
    "name", ["Instituto Técnico Superior", "Taunton High School", "Valley Apprenticeship Training Committee"]
)
def test_a_degrees_word_within_a_schools_name_is_no_degree(grammar: ResumeGrammar, name: str) -> None:
    entry = entry_of(grammar, f"{name}, 2014")
    assert (entry.degree, entry.organization) == (None, name)


@pytest.mark.parametrize(
    "text", ["Politechnika Morska", "Musikgymnasium Oberau", "Kolej Sri Bukit", "Lycée des Pins", "Nordre skole"]
)
def test_schools_of_all_languages_and_their_compounds(grammar: ResumeGrammar, text: str) -> None:
    assert is_school(text, grammar.entries.schooling)


@pytest.mark.parametrize(
    ("row", "degree", "field", "school"),
    [
        ("BSc Physics, University of Arouca, 2009–2012", "BSc", "Physics", "University of Arouca"),
        ("University of Arouca — BSc, Physics — 2012", "BSc", "Physics", "University of Arouca"),
        ("Physics BSc | University of Arouca | 2012", "BSc", "Physics", "University of Arouca"),
        ("MBA, Arouca Business School, May 2016 (evening program)", "MBA", None, "Arouca Business School"),
        (
            "B.Tech (ECE) from Arouca Institute of Technology with 71.6% in 2015",
            "B.Tech",
            "ECE",
            "Arouca Institute of Technology",
        ),
        ("Bachelor in Marketing, minor in Music, Arouca College", "Bachelor", "Marketing", "Arouca College"),
        (
            "Bachelor of Commerce, Major in Accounting, Arouca College",
            "Bachelor of Commerce",
            "Accounting",
            "Arouca College",
        ),
        ("MSc Biology (without thesis; two courses missing), Arouca College", "MSc", "Biology", "Arouca College"),
        ("Ausbildung zum Tischler bei der Holz Arouca GmbH", "Ausbildung", "Tischler", "Holz Arouca GmbH"),
        ("Exchange term, Universitetet i Arouca, fall 2018", None, None, "Universitetet i Arouca"),
        ("Welding Technology, Arouca Career College, 2012", None, "Welding Technology", "Arouca Career College"),
        ("Secondary: Arouca National High School", None, None, "Arouca National High School"),
        ("Faculty of Physics, University of Arouca, PhD", "PhD", None, "University of Arouca"),
        (
            "B.Sc. Nursing / Arouca College of Nursing / 2012 / First class",
            "B.Sc.",
            "Nursing",
            "Arouca College of Nursing",
        ),
        ("10+2 (Commerce), Arouca Senior School, 2009", "10+2", "Commerce", "Arouca Senior School"),
        ("+2, Science, Arouca Secondary School, 2020", "+2", "Science", "Arouca Secondary School"),
        ("H.S.C. from Arouca Junior College in 2011 with 78.17 %", "H.S.C.", None, "Arouca Junior College"),
        ("Arouca Junior College: GCE A-Levels (2006)", "GCE A-Levels", None, "Arouca Junior College"),
        ("SSC, Arouca High School, Leeds, 2008", "SSC", None, "Arouca High School"),
        ("Arouca College, left 1983 with a few CSEs", "CSEs", None, "Arouca College"),
        (
            "2007 – 2010 Wyższa Szkoła Morska im. Jana Nowaka, studia licencjackie",
            "studia licencjackie",
            None,
            "Wyższa Szkoła Morska im. Jana Nowaka",
        ),
        ("Certificate III in Carpentry, Arouca TAFE", "Certificate III", "Carpentry", "Arouca TAFE"),
        (
            "Bachelor of Science - BS, Information Technology, Arouca College",
            "Bachelor of Science - BS",
            "Information Technology",
            "Arouca College",
        ),
        (
            "Bachelor of Information Technology, Networks and Security, Arouca College",
            "Bachelor of Information Technology",
            "Networks and Security",
            "Arouca College",
        ),
        (
            "Licenciatura in Foreign Languages (English and French), Arouca College",
            "Licenciatura",
            "Foreign Languages (English and French)",
            "Arouca College",
        ),
    ],
)
def test_degree_field_and_school_in_any_order(
    grammar: ResumeGrammar, row: str, degree: str | None, field: str | None, school: str
) -> None:
    entry = entry_of(grammar, row)
    assert (entry.degree, entry.study, entry.organization) == (degree, field, school)


def test_a_named_degree_comes_before_a_word_for_any_studies(grammar: ResumeGrammar) -> None:
    entry = entry_of(grammar, "Studium Elektrotechnik, Abschluss Diplom", "Fachhochschule Arouca")
    assert (entry.degree, entry.study, entry.organization) == ("Diplom", "Elektrotechnik", "Fachhochschule Arouca")


def test_what_a_heading_lacks_is_looked_for_below_it(grammar: ResumeGrammar) -> None:
    """A line that begins with the degree, and the school where the heading names none."""
    entry = entry_of(
        grammar, "University of Arouca  2012", body=("B.E. in Information Security, GPA 4.01/4.5", "Thesis: MSc life")
    )
    assert (entry.degree, entry.study, entry.grade) == ("B.E.", "Information Security", "4.01/4.5")
    assert (
        entry_of(grammar, "Master of Arts, Cello", body=("Kunstuniversität Arouca",)).organization
        == "Kunstuniversität Arouca"
    )


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("GPA: 3.7/4.0", "3.7/4.0"),
        ("CWA 69.3", "69.3"),
        ("Average so far 9.7 on the 12-scale", "9.7"),
        ("Mean grade B+ (plus)", "B+ (plus)"),
        ("First Class (68%)", "First Class (68%)"),
        ("Second Class Honours, Upper Division", "Second Class Honours, Upper Division"),
        ("BSc Physics, Arouca College, 2.1", "2.1"),
        ("A levels, 6A*, 2A", "6A*, 2A"),
        ("K.C.P.E, 361 marks out of 500", "361 marks out of 500"),
        ("Diploma, 108/110", "108/110"),
        ("MSc with distinction, Arouca College", "with distinction"),
        ("top 10%", "top 10%"),
        ("Running average 71% (First)", "71% (First)"),
        ("Average: 4.6 of 5", "4.6 of 5"),
        ("SLC, Arouca School, 2nd division", "2nd division"),
        ("Arouca High School, 3rd Honorable Mention", "3rd Honorable Mention"),
        ("University of Arouca, First", "First"),
        ("Grade 12, Arouca High School", None),
        ("taught in English (30% English)", None),
        ("Woodwork was the good one", None),
        ("class of 2012", None),
        ("Result: Art D, English Language C, PE B", "Art D, English Language C, PE B"),
        ("Results: Art: 7; Physics: 9", "Art: 7; Physics: 9"),
        ("Bachelor of Laws (Hons IIA), Arouca College", "Hons IIA"),
    ],
)
def test_grades_of_all_scales(grammar: ResumeGrammar, text: str, grade: str | None) -> None:
    found = find_grade(text, grammar.entries.schooling.grades)
    assert (found.text if found else None) == grade


@pytest.mark.parametrize(
    ("row", "grade"), [("KCSE D+, Arouca Boys", "D+"), ("A-levels A*AA", "A*AA"), ("Abitur 1,7", "1,7")]
)
def test_a_grade_may_follow_an_examination_directly(grammar: ResumeGrammar, row: str, grade: str) -> None:
    entry = entry_of(grammar, row)
    assert (entry.grade, entry.study) == (grade, None)


@pytest.mark.parametrize(
    "ditto", ["same place", "ditto", "idem", "same university", "ebd.", "même université", "misma universidad", "ibid."]
)
def test_the_school_of_the_entry_above_may_be_meant(grammar: ResumeGrammar, ditto: str) -> None:
    above, entry = section_of(
        grammar, ("MSc Physics, University of Arouca, 2012–2014",), (f"BSc Physics, {ditto}, 2009–2012",)
    )
    assert above.organization == entry.organization == "University of Arouca"


@pytest.mark.parametrize("mark", ["·", "✦", "|", "—", "/"])
def test_any_sign_between_spaces_parts_fields(grammar: ResumeGrammar, mark: str) -> None:
    entry = entry_of(grammar, f"University of Arouca {mark} BSc {mark} Physics {mark} 2012")
    assert (entry.organization, entry.degree, entry.study) == ("University of Arouca", "BSc", "Physics")


def test_the_other_entries_tell_how_one_is_set(grammar: ResumeGrammar) -> None:
    entries = section_of(
        grammar,
        ("University of Arouca", "MSc, Marine Biology, 2014"),
        ("Hornbeck Hall", "BSc, Zoology, 2012"),
        ("Arouca High School", "A Levels, Biology, 2009"),
    )
    assert [entry.organization for entry in entries] == ["University of Arouca", "Hornbeck Hall", "Arouca High School"]


def test_place_and_grade_are_fields_of_their_own(grammar: ResumeGrammar) -> None:
    entry = entry_of(grammar, "University of Arouca, Porto   2009 – 2012", "BSc Physics, GPA: 3.7/4.0")
    assert (entry.organization, entry.location, entry.grade) == ("University of Arouca", "Porto", "3.7/4.0")


def schooling(grammar: ResumeGrammar, *lines: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    text = "Ana Silva\nana@example.com\n\nEDUCATION\n" + "\n".join(lines) + "\n\nSKILLS\nJava\n"
    resume = parse_resume(document_of_text(text, name="a.txt"), grammar).resume
    return [
        (entry.degree, entry.study, entry.organization, entry.dates.end if entry.dates else None)
        for entry in resume.entries
        if entry.kind is SectionKind.EDUCATION
    ]


def test_a_form_begins_an_entry_where_its_first_label_returns(grammar: ResumeGrammar) -> None:
    """A label may be of several words of which the last is a label itself: "Exam Title", "Passing Year"."""
    found = schooling(
        grammar,
        *("Exam Title: HSC", "Concentration/Major: Science", "Institute: Arouca College", "Passing Year: 2009"),
        *("Exam Title: SSC", "Concentration/Major: Arts", "Institute: Arouca School", "Passing Year: 2007"),
    )
    assert found == [("HSC", "Science", "Arouca College", "2009"), ("SSC", "Arts", "Arouca School", "2007")]


def test_a_degree_may_be_told_as_a_sentence_tells_it(grammar: ResumeGrammar) -> None:
    """A year behind "in" dates a degree, where it doesn't date a job."""
    found = schooling(grammar, "B.E. from Arouca College of Engineering in 2015", "SSC from Arouca High School in 2009")
    assert [(degree, end) for degree, _, _, end in found] == [("B.E.", "2015"), ("SSC", "2009")]


def test_a_percentage_behind_a_slash_ends_no_range(grammar: ResumeGrammar) -> None:
    assert find_dates("SSC / Arouca School / 2008 / 81%", grammar.dates)[0].range.end == "2008"


def test_an_abbreviation_that_is_a_word_in_small_letters_needs_its_capitals() -> None:
    lexicon = Lexicon(["CAS", "phd"], minds_case=True)
    assert lexicon.search("a CAS in Law")
    assert lexicon.search("Phd")
    assert not lexicon.search("dans ce cas")


@pytest.mark.parametrize(
    "columns",
    [
        "Qualification    College    Board / University    Year of joining    Year of passing    Percentage",
        "S.No | Degree | Institute | Year | CGPA",
        "Degree\nSchool\nYear\nMarks",
    ],
)
def test_the_names_of_a_tables_columns_are_no_degree(columns: str, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\njane@example.com\n\nEDUCATION\n{columns}\n"
    text += "B.Pharm, Hillside College, 2018 - 2022\nM.Pharm, Otter College, 2022 - 2024\n"
    entries = parse_resume(document_of_text(text, name="test"), grammar).resume.entries
    assert [(each.title, each.organization) for each in entries] == [
        ("B.Pharm", "Hillside College"), ("M.Pharm", "Otter College"),
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["COURSEWORK", "Relevant Coursework:", "SELECTED MODULES"])
@pytest.mark.parametrize(
    ("lines", "degrees"),
    [
        ("Master Class in Grafting\nBachelors and Bees\nPlant Pathology", ["BSc"]),
        ("Diploma in Pruning, Kew Night School, 2019", ["BSc", "Diploma"]),
    ],
)
def test_what_a_heading_calls_courses_is_a_degree_only_with_a_date(
    heading: str, lines: str, degrees: list[str], grammar: ResumeGrammar
) -> None:
    studies = "EDUCATION\n\nBSc Botany, Mossgate University, 2015 – 2018"
    text = f"Jane Example\njane@example.com\n\n{studies}\n\n{heading}\n\n{lines}\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    assert [each.degree for each in resume.entries] == degrees


def test_a_bracket_before_the_end_of_a_field_of_study_is_of_the_degree() -> None:
    rows: Rows = [("B.Ed. (Arts), Geography and Latin", ())]
    degree, study = (0, 0, 5), (0, 7, 34)
    assert with_bracket_between(degree, study, rows) == ((0, 0, 12), (0, 14, 34))
    assert with_bracket_between(degree, (0, 14, 34), rows) == (degree, (0, 14, 34))


@pytest.mark.parametrize(
    ("row", "title", "school"),
    [
        ("Semestre d'échange, Universitetet i Lindøy   2014/15", "Semestre d'échange", "Universitetet i Lindøy"),
        ("2014/15   Auslandssemester, Universität Lindau-Süd", "Auslandssemester", "Universität Lindau-Süd"),
        ("42 Lyon | 2014 – 2016", None, "42 Lyon"),
    ],
)
def test_time_at_a_school_that_gives_no_degree(
    grammar: ResumeGrammar, row: str, title: str | None, school: str
) -> None:
    entry = entry_of(grammar, row)
    assert (entry.title, entry.organization) == (title, school)
