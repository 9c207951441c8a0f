"""What a résumé shown blind may not tell, in the ways in which people of many countries tell it."""

import re
from pathlib import Path

import pytest

from skillgap import Analyzer
from skillgap.documents.reading import document_of_text
from skillgap.evaluation.gold_resumes import GoldResume, GoldSection
from skillgap.evaluation.secrets import secrets_of
from skillgap.resume.lexicon import tokens_of
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.redacting import Redactor, redactor_for
from skillgap.resume.redacting_values import redacted_record

BODY = "\n\nEXPERIENCE\nEngineer, Some Ltd, 2019 - 2020\n- Built things\n"


def redacted(text: str, grammar: ResumeGrammar) -> str:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    return (
        redactor_for(parsed.resume, parsed.contact, grammar.redaction).redacted_document(document, parsed.resume).text
    )


def redactor_of(text: str, grammar: ResumeGrammar) -> Redactor:
    parsed = parse_resume(document_of_text(text, name="test"), grammar)
    return redactor_for(parsed.resume, parsed.contact, grammar.redaction)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("S/o. Mr. R. Subramanian", "Subramanian"),
        ("D/O Muhammad Saleem", "Saleem"),
        ("Father's Name : R. Subramanian", "Subramanian"),
        ("Eltern: Hans Vogt, Tischler; Erna Vogt", "Erna"),
        ("Next of kin: Mrs Folake Bello", "Folake"),
        ("Religion: Hindu", "Hindu"),
        ("Personal: Thai, male, age 34, single, Buddhist", "Buddhist"),
        ("Personal: Thai, male, age 34, single, Buddhist", "34"),
        ("geb. 12.05.1968 in Gera, ledig", "Gera"),
        ("Né le 4 juin 1988 à Pointe-Noire", "Pointe-Noire"),
        ("Sex M | Age 31", "Sex M"),
        ("Sinh năm: 1995", "1995"),
        ("性别：男  出生年月：1992年5月  婚姻状况：已婚", "1992"),
        ("性别：男  出生年月：1992年5月  婚姻状况：已婚", "男"),
        ("여성, 1996년생", "1996"),
        ("Дата рождения: 12.05.1985", "1985"),
        ("ur. 12.05.1990, stan cywilny: panna", "panna"),
        ("Brasileiro, casado, 34 anos", "34"),
        ("Lisboa – 42 jaar – gehuwd", "42"),
        ("Final-year student, 21, Lisboa", "21"),
        ("Nato a Torino il 12 maggio 1985", "Torino"),
        ("CF RSSMRC85E12L219X", "RSSMRC85E12L219X"),
        ("CURP: XXXX900512HDFXXX00", "XXXX900512HDFXXX00"),
        ("Passport size photograph attached", "nothing"),
        ("ur. 12.05.1990 r. w Gdyni", "Gdyni"),
        ("родена на 12 май 1990 г. в Пловдив", "Пловдив"),
        ("Сімейний стан: заміжня; Дата народження: 12.05.1990", "1990"),
        ("सम्पर्क: 98555 00163\nजन्म तिथि: 12-05-1990", "1990"),
    ],
)
def test_family_birth_and_faith_go(line: str, gone: str, grammar: ResumeGrammar) -> None:
    assert gone not in redacted(f"Ana Silva\nana@example.com\n{line}{BODY}", grammar)


@pytest.mark.parametrize(
    ("top", "names"),
    [
        ("Papa EXEMPLE dit « Wendo »", ("EXEMPLE", "Wendo")),
        ("J.K. (Jan Karel) de Beispiel", ("Jan", "Karel", "Beispiel")),
        ("Nume / Prenume: EXEMPLU Ștefan", ("EXEMPLU", "Ștefan")),
        ("å. m. eksempel", ("å.", "eksempel")),
        ("西野 太郎（にしの たろう）", ("西野", "太郎", "にしの", "たろう")),
        ("Chester Banks III * Nurse * Macon, GA", ("Chester", "Banks", "III")),
        ("מיכל בן\u05beדוגמה\nMichal Ben-Dugma (she/they)", ("מיכל", "דוגמה", "Michal", "Dugma")),
    ],
)
def test_names_go_with_what_belongs_to_them(top: str, names: tuple[str, ...], grammar: ResumeGrammar) -> None:
    text = redacted(f"{top}\nx@example.com{BODY}", grammar)
    assert not any(name in text for name in names)


def test_a_birthday_beside_a_family_goes_from_any_section(grammar: ResumeGrammar) -> None:
    """A day of work stays, and so does one that nothing personal stands by."""
    text = redacted(
        f"Ana Silva\nana@example.com{BODY}4.11.1971, geschieden\nSigned off 05.12.2012, single site\n", grammar
    )
    assert "1971" not in text
    assert "05.12.2012" in text


def test_a_list_of_personal_details_goes_whole(grammar: ResumeGrammar) -> None:
    """Whatever the section was taken for: lines with such labels stand beside those that tell."""
    told = "Date of Birth: 5th May 1988\nMarital Status: Married"
    details = f"\n\nPERSONAL PROFILE\n{told}\nLanguages: English\nReligion: Christian\nHeight: 1.75 m"
    text = redacted(f"Ana Silva\nana@example.com{details}{BODY}", grammar)
    assert not any(each in text for each in ("1988", "Married", "Christian", "1.75"))


REFERENCES = """

REFERENCES
1. Mr. John Otieno
   Human Resource Manager
   Some Sacco Ltd
   Tel: 0733 555 012
2. Rev. Grace Wanjiku, P.O. Box 12 Thika, 0744 555 013
Ana Costa | Professor, University of Some Town | ana.costa@uni.example.pt
"She is the best engineer I know." – Rui Tavares, CTO
Mme Salma Bennis, chef de projet
Lic. Ana Sosa, Super Tal S.A., 11 5555-0199 Sr. Jorge Luis Paz – Cel. 11 5555-0188
Ms. van Wyk, Some CC
Available on request
"""


def test_referees_go(grammar: ResumeGrammar) -> None:
    """Their names and numbers; what they are and where they work stays."""
    text = redacted(f"Jane Example\njane@example.com{BODY}{REFERENCES}", grammar)
    gone = (
        "John",
        "Otieno",
        "Grace",
        "Wanjiku",
        "Costa",
        "Tavares",
        "Bennis",
        "Sosa",
        "Jorge",
        "Wyk",
        "0733",
        "0744",
        "uni.example.pt",
    )
    assert not any(each in text for each in gone)
    for kept in ("Human Resource Manager", "Some Sacco Ltd", "University of Some Town", "chef de projet", "on request"):
        assert kept in text


def test_an_employer_is_no_referee(grammar: ResumeGrammar) -> None:
    job = "\n\nEXPERIENCE\nEngineer, Quiet Rivers, 2019 - 2020\n- Built things\n"
    text = redacted(f"Jane Example\njane@example.com{job}\nREFERENCES\nQuiet Rivers\nLeeds\n", grammar)
    assert "Engineer, Quiet Rivers" in text


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("Wrote /home/marta/notes and CV_MartaRebelo.docx", "arta"),
        ("See cv_marta_rebelo_2026.pdf", "rebelo"),
        ("Spoke as @martareb at a conference", "martareb"),
        ("Marta's code; Rebelo's rota", "Marta"),
        ("I am a 34-year-old engineer", "34"),
        ("I'm 34, from Porto", "34"),
        ("A mother of two", "mother"),
        ("Marta is 34 years old", "34"),
    ],
)
def test_what_sentences_and_file_names_tell_goes(said: str, gone: str, grammar: ResumeGrammar) -> None:
    text = redacted(f"Marta Rebelo\nmarta.rebelo@example.com{BODY}- {said}\n", grammar)
    assert gone not in text


@pytest.mark.parametrize(
    "said",
    [
        "Migrated a 20-year-old codebase",
        "I am in charge of 34 people",
        "Grew a team of two",
        "Decree 196/2003 on personal files",
        "8 to 19 January 2024",
        "Improved test_market_data.py and markdown_table",
    ],
)
def test_what_tells_nothing_stays(said: str, grammar: ResumeGrammar) -> None:
    assert said in redacted(f"Marta Rebelo\nmarta.rebelo@example.com{BODY}- {said}\n", grammar)


def test_a_possessive_stays_readable(grammar: ResumeGrammar) -> None:
    text = redacted(f"Marta Rebelo\nmarta@example.com{BODY}- Marta's rota is used now\n", grammar)
    assert "[name]'s rota" in text


def test_nothing_is_remembered_after_redaction(grammar: ResumeGrammar) -> None:
    top = f"Marta Rebelo\nmarta@example.com{BODY}"
    redacted(top, grammar)
    assert tokens_of.cache_info().currsize == 0
    redacted_record({"work": [{"name": "Some Ltd"}]}, redactor_of(top, grammar))
    assert tokens_of.cache_info().currsize == 0


def gold(*lines: str, born: str) -> GoldResume:
    person = (("name", "Oisín Example"), ("born", born))
    section = GoldSection(kind=None, lines=lines)
    return GoldResume(id="any", path=Path(__file__), about={}, person=person, sections=(section,), entries=())


@pytest.mark.parametrize(
    ("shown", "is_left"),
    [
        ("Age: 19\n8 to 19 January", True),
        ("Age: [age]\n8 to 19 January", False),
        ("[name], 19, [place]", True),
        ('"summary": "19"', True),
        ("Age: [age], of 190 people", False),
    ],
)
def test_a_bare_number_is_looked_for_beside_its_words(shown: str, is_left: bool) -> None:
    """The check finds an age that is left, not every number that is the same."""
    age = next(each for each in secrets_of(gold("Oisín Example", "Age: 19", born="19")) if each.text == "19")
    assert (age.pattern.search(shown) is not None) == is_left


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Name: DELOS REYES, Rodrigo Jr. Manalastas", ("DELOS", "REYES", "Rodrigo", "Manalastas")),
        ("Apellido y nombre: Bruzzone, María Florencia", ("Bruzzone", "María", "Florencia")),
        ("Sanne van der Woude - de Graaf", ("Sanne", "Woude", "Graaf")),
    ],
)
def test_all_of_a_name_goes_however_it_is_set(line: str, gone: tuple[str, ...], grammar: ResumeGrammar) -> None:
    text = redacted(f"{line}\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2021\n- Ran things.\n", grammar)
    assert not [word for word in gone if word in text]


STUDIES = """\
Jane Doe
jane.doe@example.com

Experience

Engineer, Example Systems Ltd
2014 - 2019
- Wrote a Linux device driver in C; thesis supervisor of two students in 2016.

Education

B.Sc. Computer Science, University of Example, 2010 - 2014
- Operating systems (2012): wrote a scheduler in C
Example Grammar School
2003 – 2010
"""


def test_years_of_studies_go_on_request(grammar: ResumeGrammar) -> None:
    """They tell an age; those of jobs stay, and so do all others without the request."""
    document = document_of_text(STUDIES, name="cv.txt")
    parsed = parse_resume(document, grammar)
    plain, without = (
        redactor_for(parsed.resume, parsed.contact, grammar.redaction, study_years=wanted) for wanted in (False, True)
    )
    shown = without.redacted_document(document, parsed.resume).text
    assert re.findall(r"\d{4}", shown) == ["2014", "2019", "2016"]
    assert shown.count("[year]") == 5
    assert "2003 – 2010" in plain.redacted_document(document, parsed.resume).text
    quoted = without.redacted("Shown in “Operating systems (2012): wrote a scheduler in C”, 2014 - 2019")
    assert quoted.text == "Shown in “Operating systems ([year]): wrote a scheduler in C”, 2014 - 2019"


def test_an_analysis_without_years_of_studies_has_none_of_their_dates(analyzer: Analyzer) -> None:
    """Neither in the résumé, nor in when a skill of the studies was last used, nor in a quotation; the score is the same."""
    document = document_of_text(STUDIES, name="cv.txt")
    blind = analyzer.analyze_blind(document, study_years=True)
    assert [(each.start_date, each.end_date) for each in blind.resume.education] == [(None, None)] * 2
    assert not re.findall(r"2003|2010|2012", blind.to_json())
    assert blind.score == analyzer.analyze_document(document).score


@pytest.mark.parametrize("line", ["German (native), English (C1), Danish (B1).", "German, French: fluent", "Polish B2"])
def test_a_language_with_its_fluency_is_no_nationality(line: str, grammar: ResumeGrammar) -> None:
    assert line in redacted(f"Jane Example\njane@example.com\n\nOTHER\n{line}\nDriving licence{BODY}", grammar)


@pytest.mark.parametrize("line", ["Nationality: German", "German, 34, married"])
def test_a_nationality_without_one_is(line: str, grammar: ResumeGrammar) -> None:
    assert "German" not in redacted(f"Jane Example\njane@example.com\n{line}{BODY}", grammar)


@pytest.mark.parametrize(
    "line",
    [
        "HCPC PH204417", "NMC PIN 19C0417E", "GMC number: 7550142", "Registered nurse, NMC 98I1234O",
        "HCPC registered dietitian (DT204417)", "Credential ID QX-12", "Credential ID LMNO", "Bar No. 417",
        "State Bar of Nevada #204417", "PE licence #20441", "P.E. License No. 20441 (Ohio)", "Registration no.: 204417",
        "Reg. No. AB/2044/17", "Passport No: X2044170", "Passport: 204417001", "National Insurance No. AB 20 44 17 C",
        "NINO AB204417C", "Driving licence no. OAKLE657054SM9IJ", "Driver’s license # D2044170", "SSN: 123-45-6789",
        "UTR number 2044170012", "CCIE #20441", "Licence number (SIA): 1020441700123456", "Aadhaar No. 2044 1700 1234",
        "Matrikel-Nr. 2044170", "Reisepass-Nr.: C01X20T44", "Colegiada nº 28/2044", "DNI 20441700Z",
    ],
)  # fmt: skip
@pytest.mark.parametrize("section", ["CERTIFICATIONS", "ADDITIONAL INFORMATION"])
def test_numbers_by_which_a_register_or_a_state_knows_somebody_are_gone(
    line: str, section: str, grammar: ResumeGrammar
) -> None:
    text = redacted(f"Jane Example\njane@example.com{BODY}\n{section}\n{line}\n", grammar)
    assert not any(map(str.isdigit, text[text.index(section) :].replace("(TX)", "")))


@pytest.mark.parametrize(
    "line",
    [
        "Licence: Apache 2.0", "NMC 811 cathodes", "Registration: 2019", "Driving licence: B, C1", "PR #4711 merged",
        "Registered 40000 users", "HTTP status code 404", "Wrote the registration service (Python 3.11)", "MS SQL 2019",
        "Member of the ACM since 2014", "bar code scanner 2D", "GMC registered since 2014", "Enrollment: 12,000 students",
        "Visa, Mastercard: 3000 payments", "License plate recognition in OpenCV 4", "RFC 7231", "NHS: 2016 - 2018",
    ],
)  # fmt: skip
def test_other_numbers_stay(line: str, grammar: ResumeGrammar) -> None:
    assert line in redacted(f"Jane Example\njane@example.com{BODY}- {line}\n", grammar)


def said_of(said: str, grammar: ResumeGrammar, *, top: str = "Marta Rebelo\nmarta.rebelo@example.com") -> str:
    """How a sentence of a summary is shown."""
    text = redacted(f"{top}\n\nPROFILE\n{said}{BODY}", grammar)
    return text[text.index("PROFILE\n") + len("PROFILE\n") : text.index("\n\nEXPERIENCE")]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("She is a welder and has a licence.", "They are a welder and have a licence."),
        ("He was on call; she has moved.", "They were on call; they have moved."),
        ("She also carries the pager, fixes the pumps and goes home.", "They also carry the pager, fix the pumps and goes home."),
        ("He quickly analyses a dump and does not guess.", "They quickly analyse a dump and do not guess."),
        ("She teaches, he watches, she caches.", "They teach, they watch, they cache."),
        ("He focuses on C. She discusses it.", "They focus on C. They discuss it."),
        ("She doesn’t wait and he isn't late.", "They don’t wait and they aren't late."),
        ("She's tall; he's been away; she’ll ask; he'd go.", "They're tall; they've been away; they’ll ask; they'd go."),
        ("Not only does she weld, nor was he slow.", "Not only do they weld, nor were they slow."),
        ("She leads the lab that builds and sells the pumps.", "They lead the lab that builds and sells the pumps."),
        ("She must ask. He went. She always did.", "They must ask. They went. They always did."),
        ("Learnt from her, told her the plan, met her.", "Learnt from them, told them the plan, met them."),
        ('Her mentor kept her on-call phone and her "best" pen.', 'Their mentor kept their on-call phone and their "best" pen.'),
        ("The idea was his; his own work.", "The idea was theirs; their own work."),
        ("He or she is asked; a guest brings his or her pass.", "They are asked; a guest brings their pass."),
        ("SHE officer in the HE sector", "SHE officer in the HE sector"),
        ("Back from maternity leave; wired the maternity ward.", "Back from parental leave; wired the maternity ward."),
    ],
)  # fmt: skip
def test_neutral_sentences_are_english(said: str, shown: str, grammar: ResumeGrammar) -> None:
    assert said_of(said, grammar) == shown


def test_a_mended_verb_stays_beside_its_evidence(analyzer: Analyzer) -> None:
    """What is quoted stands in the quoted line and at its place in the text."""
    said = f"Ana Silva\nana@example.com{BODY}- She debugs Linux drivers with gdb, and she profiles them with perf.\n"
    blind = analyzer.analyze_blind(document_of_text(said, name="cv.txt"))
    evidence = [each for claim in blind.skills for each in claim.evidence]
    assert evidence
    assert all(each.text in each.line for each in evidence)
    assert all("they profile them" in each.line for each in evidence)


@pytest.mark.parametrize(
    "said",
    [
        "rebelo wrote the driver",
        "ported by marta's team",
        "signed off (m.rebelo)",
        "paged marta@buildhost at night",
        "ssh m-rebelo@ci",
    ],
)
def test_names_in_small_letters_go(said: str, grammar: ResumeGrammar) -> None:
    text = said_of(said, grammar)
    assert "[name]" in text
    assert not re.search("rebelo|marta", text)


@pytest.mark.parametrize(
    "said", ["a grant for the baker at work", "user@buildhost and b.smith", "grant's baker_test.c", "g.cc and b.c"]
)
def test_words_that_are_names_too_stay_in_small_letters(said: str, grammar: ResumeGrammar) -> None:
    assert said_of(said, grammar, top="Grant Baker\ngrant.baker@example.com") == said


ORIGIN = "Marta Rebelo\nmarta.rebelo@example.com\nNationality: Greek\nBorn 3.4.1980, Kenyan, married\nReligion: Hindu"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("As a Greek welder I moved.", "As a [nationality] welder I moved."),
        ("Served in the Kenyan navy.", "Served in the [nationality] navy."),
        ("I am Kenyan and curious.", "I am [nationality] and curious."),
        ("Cooked at a Hindu temple.", "Cooked at a [personal] temple."),
    ],
)
def test_an_origin_among_the_details_goes_from_sentences(said: str, shown: str, grammar: ResumeGrammar) -> None:
    assert said_of(said, grammar, top=ORIGIN) == shown
    assert redactor_of(f"{ORIGIN}{BODY}", grammar).redacted(said).text == shown


@pytest.mark.parametrize(
    "said",
    [
        "I speak Greek fluently and read Greek papers.",
        "Greek lessons, Greek (native), Greek mother tongue.",
        "Built tools at Kenyan Airways Example.",
        "Wrote for Danish clients.",
    ],
)
def test_languages_and_names_of_firms_are_no_origin(said: str, grammar: ResumeGrammar) -> None:
    assert said_of(said, grammar, top=ORIGIN) == said


@pytest.mark.parametrize(
    ("said", "is_left"),
    [
        ("I am a father of two and 39 years old", False),
        ("She is a diver and 52 years young", False),
        ("I am in charge of a plant 39 years old", True),
        ("I am in charge of pumps and 39 years of logs", True),
    ],
)
def test_an_age_behind_what_somebody_is(said: str, is_left: bool, grammar: ResumeGrammar) -> None:
    assert ("39" in said_of(said, grammar) or "52" in said_of(said, grammar)) == is_left
