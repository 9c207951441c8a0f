"""Who it is and how to reach them, in the ways in which people write it; and the same without them."""

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.contact import Contact
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.plausibility import judge
from skillgap.resume.redacting import redactor_for
from skillgap.resume.redacting_values import redacted_value
from skillgap.resume.telephones import find_numbers, is_phone


def read(text: str, grammar: ResumeGrammar) -> Contact:
    return parse_resume(document_of_text(text, name="test"), grammar).contact


def redacted(text: str, grammar: ResumeGrammar) -> str:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    return (
        redactor_for(parsed.resume, parsed.contact, grammar.redaction).redacted_document(document, parsed.resume).text
    )


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("SILVA, Ana\nana.silva@example.com", "Ana SILVA"),
        ("García Márquez, Gabriel\ngabriel.garcia@example.com", "Gabriel García Márquez"),
        ("van der Berg, Jan\njan@example.com", "Jan van der Berg"),
        ("TAN Wei Ming, Kelvin\nkelvin@example.com", "TAN Wei Ming Kelvin"),
        ("Dr. Ana Silva, PhD\nEngineer", "Ana Silva"),
        ("Prof. Dr.-Ing. habil. Hans Müller\nhm@example.com", "Hans Müller"),
        ("THE REV. DR. KOFI MENSAH\nkofi@example.com", "KOFI MENSAH"),
        ("Ana Silva, attorney-at-law\nLisbon", "Ana Silva"),
        ("Jane Example LLB (Hons) DipLP NP\nLeeds", "Jane Example"),
        ("Jane Example, Chartered MCIPD\nLeeds", "Jane Example"),
        ("Md. Rahim Uddin\nrahim@example.com", "Md. Rahim Uddin"),
        ("Jean DUPONT\n12 rue des Lilas, 75011 Paris", "Jean DUPONT"),
        ("Jane Example III, CPA\nChicago, IL", "Jane Example III"),
        ("Meiling (May) Example\nVancouver", "Meiling (May) Example"),
        ('João "jojo" Exemplo de Souza\nRecife', 'João "jojo" Exemplo de Souza'),
        ("李明 (Li Ming)\nliming@example.com", "李明 (Li Ming)"),
        ("Олена Бойко / Olena Boiko\nQA Engineer\nolena.boiko@example.com", "Олена Бойко"),
        ("Олена Бойко\nOlena Boiko, interpreter\nolena.boiko@example.com", "Олена Бойко"),
        ("李伯明 Li Pak-ming, Bernard BBS, JP\nbernard.li@example.com", "李伯明 Li Pak-ming Bernard"),
        ("Ana K. Silva, CPA, XYZ\nasilva.cpa@example.com", "Ana K. Silva"),
        (
            'Ana "Annie" Engineer-Silva\nProduction Sound Mixer / Location Recordist\nannie@example.com',
            'Ana "Annie" Engineer-Silva',
        ),
        (
            "職務経歴書 / Resume and Work History\n氏名 (Name): 西 明 (Nishi Akira)\nnishi@example.com",
            "西 明 (Nishi Akira)",
        ),
        ("Hsin-Pei Li, Ph.D. (李心霈)\nTaipei", "Hsin-Pei Li"),
        ("Иванов Иван Иванович\nМосква", "Иванов Иван Иванович"),
        ("Mononym\nmononym@example.com", "Mononym"),
        ("Mary Baker\nPastry Chef\nmary.baker@example.com", "Mary Baker"),
        ("Resume of Jane Example\nEngineer", "Jane Example"),
        ("Jane Example - Resume\nEngineer", "Jane Example"),
        ("Jane Example – Software Engineer\nLeeds, UK", "Jane Example"),
        ("Jane Example, Software Engineer\nLeeds, UK", "Jane Example"),
        ("Jane Example 07700 900277 jane@example.com", "Jane Example"),
        ("Surname: Example\nFirst name: Jane\nPhone: 020 7946 0000", "Jane Example"),
        ("Nom : DUPONT\nPrénom : Marie\nTéléphone : 06 00 00 55 12", "Marie DUPONT"),
        ("First name(s) / Surname(s): Ana SILVA\nTelephone: +351 21 555 0123", "Ana SILVA"),
        ("Vorname(n), Name: Ana Beispiel\nTelefon: 030 555 0123", "Ana Beispiel"),
        ("Hi, I'm Ana Silva.\nI make web things.\nana@example.com", "Ana Silva"),
        ("Hola, soy Ana Silva\nana@example.com", "Ana Silva"),
        ('MA. CLARA "Cora" D. EXEMPLO, XHRA\ncora@example.com', 'MA. CLARA "Cora" D. EXEMPLO'),
        ("Personal Resume\nQing Li (李青, English name: May)\nMail: ql@example.com", "Qing Li"),
        ("Nume / Prenume: EXEMPLU Maria\nTelefon mobil: 0722 555 014", "EXEMPLU Maria"),
        ("ADI SOYADI: Ayşe Örnek\nCEP TEL: 0 555 555 01 27", "Ayşe Örnek"),
        ("DI Johanna Beispiel\nGraz", "Johanna Beispiel"),
        ("Di Wu\ndi.wu@example.com", "Di Wu"),
        ("mgr inż. Ewa Przykładowa\nŁódź", "Ewa Przykładowa"),
        ("r. pr. Ewa Przykładowa\nŁódź", "Ewa Przykładowa"),
        ("Q.F.B. Rosa Ejemplo Ruiz\nPuebla", "Rosa Ejemplo Ruiz"),
        ("å. m. eksempel\nbergen\na.eksempel@example.com", "å. m. eksempel"),
        ("A.B. (Anna Berta) de Beispiel\nUtrecht", "A.B. (Anna Berta) de Beispiel"),
        ("Anna Beispiel (Software Engineer) Utrecht\nanna@example.com", "Anna Beispiel Utrecht"),
        ("Margarethe («Gretli») Beispiel-Huber\nZug", "Margarethe («Gretli») Beispiel-Huber"),
        ("Awa EXEMPLE dite « Awou »\nThiès", "Awa EXEMPLE"),
        ("M A R I A   D ' E S E M P I O\nBari", "MARIA D'ESEMPIO"),
        ("Anne\u2011Marie Exemple\nLyon", "Anne\u2011Marie Exemple"),
        ("מיכל בן\u05beדוגמה\nREACH ME\n054-555-0144", "מיכל בן\u05beדוגמה"),
        ("Ana Silva (b. 1988)\nNurse\nana.silva@example.com", "Ana Silva"),
        ("MEET ANA SILVA\nPorto", "ANA SILVA"),
        ("Hallo, ik ben Ana van het Voorbeeld\nUtrecht", "Ana van het Voorbeeld"),
        ("李小明 Xiaoming (Ming) Li\n台北", "李小明 Xiaoming (Ming) Li"),
        ("Porto\n\nAna\nSilva\nNurse\nana.silva@example.com", "Ana Silva"),
        ("Chester Banks Jr. * Nurse * Macon, GA *\ncbanks@example.com * 202.555.0144", "Chester Banks Jr."),
    ],
)
def test_names_with_what_stands_around_them(top: str, name: str, grammar: ResumeGrammar) -> None:
    """Titles, letters and trades are no part of a name; suffixes of generations and nicknames are; the Latin of two scripts."""
    assert read(top, grammar).name == name


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Tel.: +49 (0) 721 / 555-0", "+49 (0) 721 / 555-0"),
        ("M: 0171/5550123", "0171/5550123"),
        ("Phone: 020 7946 0123 / 07700 900123", "020 7946 0123"),
        ("+886 3 555 0100 ext. 55", "+886 3 555 0100 ext. 55"),
        ("+1 (555) 555-0142 x23", "+1 (555) 555-0142 x23"),
        ("06.00.00.55.12", "06.00.00.55.12"),
        ("(+44) 7700 900 277", "(+44) 7700 900 277"),
        ("8 (900) 555-01-42", "8 (900) 555-01-42"),
        ("Fax: 020 7946 0999 | Tel: 020 7946 0123", "020 7946 0123"),
        ("C.C. 00.000.000 de Ibagué\nCel. 300 555 0147", "300 555 0147"),
        ("National ID: 29012345678901\n010 0000 5550", "010 0000 5550"),
        ("1-2-3 Shibuya, Tokyo 150-0002, Japan\nTEL 06-5550-0147", "06-5550-0147"),
        ("P.O. Box 555-20100, Nakuru", None),
        ("192.168.10.100", None),
        ("2015 - 2018", None),
        ("Cell # 0300 5550127", "0300 5550127"),
        ("Tel. kom. 500 555 012", "500 555 012"),
        ("kt. 120590-0000 | s. 555 0123", "555 0123"),
        ("Lyon (69) – 01 99 00 55 12", "01 99 00 55 12"),
        ("Prospect SA 5082 – 0400 555 000", "0400 555 000"),
        ("(512) - 555-0123", "(512) - 555-0123"),
        ("s. 555 0123 (+354)", "555 0123 (+354)"),
        ("jane@example.com ... 22 55 01 44 ... Oslo", "22 55 01 44"),
        ("Mobil / Tel.: 0722 555 014", "0722 555 014"),
    ],
)
def test_telephone_numbers(line: str, number: str | None, grammar: ResumeGrammar) -> None:
    """The first of several that can be dialled; never one that a label calls something else, nor a postcode or an address of a host."""
    assert read(f"Jane Example\n{line}\nLeeds, UK", grammar).phone == number


def test_what_ends_in_a_heading_is_no_name(grammar: ResumeGrammar) -> None:
    """Nor is what nobody heads a section with; unless the address says that it is a surname."""
    assert read("Contact\njd@example.com\nKEY PROFICIENCIES\nJava\nGo\n", grammar).name is None
    assert read("Robin Training\nrobin.training@example.com\nLeeds, UK", grammar).name == "Robin Training"


@pytest.mark.parametrize(
    "side",
    [
        "www.linkedin.com/in/t-harrow (LinkedIn)",
        "+44 20 7946 0142 (Mobile)\nharrow.example.com (Blog)",
        "t.harrow@example.com\n(Personal)",
        "+49 30 555 0142 (Mobil)\nwww.xing.com/profile/t-harrow (XING)\nharrow.example.com [Webseite]",
        "ResearchGate",
    ],
)
def test_what_an_address_is_called_is_no_name(side: str, grammar: ResumeGrammar) -> None:
    """A remark in brackets behind a link or a number, on its line or wrapped, and a network's name are nobody's."""
    assert read(f"Contact\n{side}\n\nSkills\nJava", grammar).name is None
    assert read(f"{side}\nTamsin Harrow\nLeeds, UK", grammar).name == "Tamsin Harrow"


@pytest.mark.parametrize("text", ["06.12.34.56.78", "+1 555 555 0142 ext 5", "(555)555-0142"])
def test_numbers_that_look_like_dates_are_dialled(text: str) -> None:
    assert is_phone(text)


@pytest.mark.parametrize("text", ["12.05.1990", "2019-04-12", "2015/2018", "03.2019 - 11.2021", "10.0.0.1"])
def test_dates_and_hosts_are_not_dialled(text: str) -> None:
    assert not is_phone(text)


@pytest.mark.parametrize(
    ("line", "mail"),
    [
        ("jane [at] example [dot] com", "jane@example.com"),
        ("jane.doe(at)example.com", "jane.doe@example.com"),
        ("jane at example dot com", "jane@example.com"),
        ("Email: jane at example dot com (work)", "jane@example.com"),
        ("Email : jane @ example.com", "jane@example.com"),
        ("jane＠example.com", "jane@example.com"),
        ("josé.pérez@example.com", "josé.pérez@example.com"),
        ("-jane@example.com", "jane@example.com"),
        ("邮箱jane@example.com", "jane@example.com"),
        ("jane@example.co many years", "jane@example.co"),
        ("Engineer @ example.com", None),
    ],
)
def test_addresses_hidden_or_spaced(line: str, mail: str | None, grammar: ResumeGrammar) -> None:
    assert read(f"Jane Example\n{line}\nLeeds, UK", grammar).email == mail


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Dublin 8", "Dublin 8"),
        ("London SE1", "London SE1"),
        ("Ballarat VIC", "Ballarat VIC"),
        ("Recife – PE, Brasil", "Recife – PE, Brasil"),
        ("São Paulo/SP", "São Paulo/SP"),
        ("Brno, CZ (remote only, no relocation)", "Brno, CZ"),
        ("Lives and works in Malmö.", "Malmö"),
        ("Office: Athens, Greece", "Athens, Greece"),
        ("Department of Biology, University of Foo, 26500 Rio, Greece", "26500 Rio, Greece"),
        ("88 Mill Lane, Leeds LS99 4XX", "88 Mill Lane, Leeds LS99 4XX"),
        ("Vancouver, BC, unceded Coast Salish land", "Vancouver, BC"),
        ("ul. Długa 14/7, Gdańsk, Poland", "ul. Długa 14/7, Gdańsk, Poland"),
        ("C/ Pozo, 12 – 41018 Sevilla", "C/ Pozo, 12 – 41018 Sevilla"),
        ("Vila Mariana, São Paulo – SP", "Vila Mariana, São Paulo – SP"),
        ("14 rue des Tanneurs\n44000 Nantes", "44000 Nantes"),
        ("Flat 3, Blk 5 Lot 55, Brgy. San Roque", "Flat 3, Blk 5 Lot 55, Brgy. San Roque"),
        ("Lindenpad 8-bis, 3531 ZZ Utrecht", "Lindenpad 8-bis, 3531 ZZ Utrecht"),
        ("Prospect SA 5082", "Prospect SA 5082"),
        ("Velika Gorica near Zagreb", "Velika Gorica near Zagreb"),
        ("Nairobi-based, open to remote", "Nairobi"),
        ("I live in Tallinn with a dog and too many keyboards.", "Tallinn"),
        ("Brno, date of birth 17.2.1993, single, driving licence B", "Brno"),
        (
            "Department of Structural Biology, Institute of Molecular Sciences Example, Budapest, Hungary",
            "Budapest, Hungary",
        ),
        ("+351 21 555 0123 / Nelson", "Nelson"),
        ("Villa do Nada // +351 21 555 0123", "Villa do Nada"),
        ("Techiman, Bono East Region | +233 50 555 0000", "Techiman, Bono East Region"),
        ("Puebla, Pue.", "Puebla, Pue."),
        ("Berlin-Wedding", "Berlin-Wedding"),
        ("South East London", "South East London"),
        ("Leeds and York", "Leeds and York"),
        ("Toronto, Canada Area", "Toronto, Canada Area"),
        ("Town: Leeds\nOwn transport: No, but route 00 stops here", "Leeds"),
        ("L Rockingham WA 6168", "Rockingham WA 6168"),
        ("Address : Flat 7, Tulsi Residency, Pune – 411000", "Flat 7, Tulsi Residency, Pune – 411000"),
        ("currently Monaco, free to relocate", "Monaco"),
        ("Lives in Nowheretown.", "Nowheretown"),
        ("ID 00 0000 0000, South African, Makhanda, Eastern Cape", "Makhanda, Eastern Cape"),
        ("32 lata, Gdynia", "Gdynia"),
        (
            "Rua das Flores, 123 – Vila Alta – São Paulo/SP – CEP 04000-000",
            "Rua das Flores, 123 – Vila Alta – São Paulo/SP – CEP 04000-000",
        ),
        ("上海市浦东新区", "上海市浦东新区"),
        ("Final-year student, 21, Pune", "Pune"),
        ("Storgatan 3, 211 20 Malmö Mobil 070-555 01 44", "Storgatan 3, 211 20 Malmö"),
        ("Vestergade 5, 8000 Aarhus C", "Vestergade 5, 8000 Aarhus C"),
        ("Leeds or remote", "Leeds"),
        ("Wien oder Homeoffice", "Wien"),
        ("Via Prova 3, 80078 Pozzuoli (NA)", "Via Prova 3, 80078 Pozzuoli (NA)"),
        ("Leeds (HQ)", "Leeds"),
        ("Villeurbanne (69)", "Villeurbanne (69)"),
        ("Torino (Italy)", "Torino (Italy)"),
        ("denver co", "denver co"),
        ("Brno – Líšeň", "Brno – Líšeň"),
        ("Hà Nội", "Hà Nội"),
        ("portland, or", "portland, or"),
        ("reading, hiking", None),
        ("I was born on 3 March 1988 and live in Leeds.", "Leeds"),
        ("nata il 3 maggio 1990 a Bari, coniugata, cittadinanza italiana", None),
        ("Született: Győr, 1990. május 3.\nLakcím: 1133 Budapest, Minta utca 5", "1133 Budapest, Minta utca 5"),
        ("Дата рождения: 3 мая 1990 г.\nг. Казань, ул. Мира, 5", "г. Казань, ул. Мира, 5"),
        ("H Houston, TX (Third Ward)", "Houston, TX"),
        ("Col. Ejemplo, Guadalajara, Jal., C.P. 44000", "Col. Ejemplo, Guadalajara, Jal., C.P. 44000"),
        ("地址 臺北市大安區", "臺北市大安區"),
        ("Телефон: +7 900 555 00 12", None),
        ("12.05.1990, Ankara", None),
        ("Full driving licence | +351 21 555 0123", None),
        ("Born 12 March 1990 in Leeds", None),
        ("2024 Second prize of the town", None),
        ("married, argentina", None),
    ],
)
def test_places(line: str, place: str | None, grammar: ResumeGrammar) -> None:
    """What is said of a place is no part of it; nor is the institution."""
    assert read(f"Jane Example\njane@example.com\n{line}", grammar).location == place


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Post applied for: Staff Nurse – ICU / CCU", "Staff Nurse – ICU / CCU"),
        ("APPLIED FOR THE POST OF HVAC FOREMAN", "HVAC FOREMAN"),
        ("Profession : Infirmière", "Infirmière"),
        ("Bewerbung als Mechatroniker", "Mechatroniker"),
        ("Data Engineer", "Data Engineer"),
        ("Position: QA Automation Engineer (AQA)", "QA Automation Engineer (AQA)"),
        ("Data Engineer – 6 years of experience", "Data Engineer – 6 years of experience"),
        ("DevOps / Platform Engineer", "DevOps / Platform Engineer"),
        ("Senior Engineer | Design Systems | Accessibility", "Senior Engineer | Design Systems | Accessibility"),
        ("VP of Sales @ Acme | I help hospitals", "VP of Sales @ Acme | I help hospitals"),
        ("Sous chef. Fire, fish, fermentation.", "Sous chef. Fire, fish, fermentation."),
        ("Regional sales, building materials", "Regional sales, building materials"),
        ("MBA, Chartered Practitioner\nGroup Finance Executive", "Group Finance Executive"),
        ("5 Manager Street, Leeds LS99 4XX\nPlumber", "Plumber"),
        ("Locul de muncă vizat: Electrician auto", "Electrician auto"),
        ("UNVAN\tMakine Mühendisi", "Makine Mühendisi"),
        ("求职意向：测试工程师", "测试工程师"),
    ],
)
def test_headlines(line: str, label: str, grammar: ResumeGrammar) -> None:
    """A line of its own is the headline as printed, with its numbers and dashes; letters and addresses are none."""
    assert read(f"Jane Example\n{line}\njane@example.com", grammar).label == label


@pytest.mark.parametrize(
    "line",
    [
        "Dear Hiring Manager,",
        "Permanent resident, Chinese national",
        "WHO IS THE MANAGER?",
        "Kyiv (Podil) / open to relocation",
    ],
)
def test_what_is_no_headline(line: str, grammar: ResumeGrammar) -> None:
    """Salutations, rights to work, questions and places name no trade."""
    assert read(f"Jane Example\n{line}\njane@example.com", grammar).label is None


def test_a_headline_may_follow_the_name_in_another_script(grammar: ResumeGrammar) -> None:
    top = "Олена Бойко\nOlena Boiko, sworn interpreter\nolena.boiko@example.com"
    assert read(top, grammar).label == "sworn interpreter"


def test_what_a_parent_does_is_no_headline(grammar: ResumeGrammar) -> None:
    top = "Jane Example\njane@example.com\nAge: 27\nFather: Pedro Example\nOccupation: Farmer\nMother: Luz Example"
    assert read(top, grammar).label is None


def test_a_postcode_in_front_of_a_number_is_no_part_of_it(grammar: ResumeGrammar) -> None:
    top = "Jane Example\nTravessa do Sol 12, Belém – PA, 66000-000 (91) 95555-0123 – jane@example.com"
    assert read(top, grammar).phone == "(91) 95555-0123"


def test_the_number_of_next_of_kin_is_somebody_elses(grammar: ResumeGrammar) -> None:
    top = "Jane Example\njane@example.com, 0809 555 0123\nNext of kin's phone: 0803 555 0188"
    assert read(top, grammar).phone == "0809 555 0123"


@pytest.mark.parametrize(
    ("top", "text"),
    [
        ("Swift Rust\nJava, IN", "Swift Rust"),
        ("Swift Rust\nJava, IN", "Java, IN"),
        ("Go Rust\n+44 7700 900123", "Go Rust"),
    ],
)
def test_who_it_is_of_is_no_evidence(top: str, text: str, grammar: ResumeGrammar) -> None:
    """Whatever the words at the top are elsewhere, the name and the place are identity."""
    body = "\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Ran Kubernetes on Linux, sockets in C++\n"
    resume = parse_resume(document_of_text(top + body, name="test"), grammar).resume
    assert text in {resume.lines[number].text for number in resume.identity}


def test_what_the_document_is_called_is_no_headline(grammar: ResumeGrammar) -> None:
    top = "Beraterprofil / Consultant Profile\nJane Example\nFreelance SAP Consultant\njane@example.com"
    assert read(top, grammar).label == "Freelance SAP Consultant"


def test_the_place_is_found_where_contact_details_stand_at_the_end(grammar: ResumeGrammar) -> None:
    text = "Jane Example\n\nLANGUAGES\nBasque, Spanish\njane@example.org Getxo, Bizkaia\n"
    assert read(text, grammar).location == "Getxo, Bizkaia"


def test_a_place_of_signature_is_not_the_home(grammar: ResumeGrammar) -> None:
    text = "Jane Example\n14 Mill Lane, Leeds LS99 4XX\njane@example.com\n\nDECLARATION\nAll of it is true.\nPlace: Porto\n"
    assert read(text, grammar).location == "14 Mill Lane, Leeds LS99 4XX"


def test_handles_behind_the_name_of_a_network_are_links(grammar: ResumeGrammar) -> None:
    links = read("Jane Example\nGitHub: example-jane | fosstodon.example/@jane | Profile: Engineer", grammar).links
    assert links == ("example-jane", "fosstodon.example/@jane")


GRACE = """Grace Young
grace.young@example.com | 020 7946 0123 | Leeds, UK

SKILLS
Rust, Go, R

EXPERIENCE
Engineer, Acme Ltd, May 2020 - Present
- Worked with grace under pressure and led young engineers. Grace ran 10 000 000 rows, ISBN 978-3-16-148410-0.
- Wrote Go and Rust on 192.168.0.1 in version 2.10.3.4 with Ms Young; see G. Young and Young, G. (2019).
"""


def test_ordinary_words_stay(grammar: ResumeGrammar) -> None:
    """Small letters, skills, amounts, numbers of books and hosts are nobody's; initials beside the name are."""
    text = redacted(GRACE, grammar)
    for kept in (
        "with grace under",
        "young engineers",
        "Rust, Go, R",
        "10 000 000 rows",
        "978-3-16-148410-0",
        "192.168.0.1",
        "May 2020",
    ):
        assert kept in text
    assert "Grace" not in text
    assert "Young" not in text
    assert "G." not in text


@pytest.mark.parametrize(
    ("name", "kept", "gone"),
    [
        ("Jane Rust", ("Rust, Go, R", "Rust services"), ("Jane Rust", "Ms Rust")),
        ("April May", ("April 2020", "May 2021"), ("April May",)),
    ],
)
def test_names_that_are_words_too(
    name: str, kept: tuple[str, ...], gone: tuple[str, ...], grammar: ResumeGrammar
) -> None:
    """A skill of the list and a month before its year stay; beside another word of the name they go."""
    head = f"{name}\n{name.casefold().replace(' ', '.')}@example.com\n\nSKILLS\nRust, Go, R\n\n"
    text = redacted(
        f"{head}EXPERIENCE\nEngineer, Acme Ltd, April 2020 - May 2021\n- Rust services, says {name} of {gone[-1]}.\n",
        grammar,
    )
    assert all(each in text for each in kept)
    assert not any(each in text for each in gone)


def test_redaction_without_a_name_takes_it_from_the_address(grammar: ResumeGrammar) -> None:
    job = "EXPERIENCE\nEngineer, Acme Ltd, 2019 - 2020\n- Built things\n\nContact: jane.example@example.com\nJane Example, page 2\n"
    assert "Jane" not in redacted(job, grammar)


@pytest.mark.parametrize(
    "line",
    [
        "Born 30.11.1983; married",
        "b. 1983, Leeds",
        "1983, single",
        "Age: 42",
        "42 years old",
        "Date of birth: November 30, 1983",
        "geb. 1983",
        "Male | 1983.11 | Leeds",
        "11/1983, Leeds",
        "12-Nov-1983",
        "November 1983",
        "Lives in Leeds, UK. Age 42. Divorced.",
        "Aged 42, married",
        "nar. 1983",
        "1983 doğumlu, evli",
        "Született: Pécs, 1983. május 3.",
        "30.11.1983, Bürger von Uri, verheiratet",
    ],
)
def test_ages_go(line: str, grammar: ResumeGrammar) -> None:
    text = redacted(f"Jane Example\njane@example.com\n{line}\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2020\n", grammar)
    assert "1983" not in text
    assert "42" not in text


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Married, two children", "two children"),
        ("casada, argentina", "argentina"),
        ("ledig, 1 Kind", "1 Kind"),
        ("(she/they)", "she/they"),
        ("In a relationship", "relationship"),
        ("vdaná, 2 děti", "2 děti"),
        ("căsătorită, 2 copii", "2 copii"),
        ("замужем, двое детей", "двое детей"),
        ("férjezett, két gyermek", "két gyermek"),
        ("gift, to barn", "to barn"),
    ],
)
def test_family_origin_and_pronouns_go(line: str, gone: str, grammar: ResumeGrammar) -> None:
    assert gone not in redacted(f"Jane Example\njane@example.com\n{line}\n\nSKILLS\nC, Rust\n", grammar)


def test_a_name_that_is_a_language_goes_and_a_skill_stays(grammar: ResumeGrammar) -> None:
    """A list of languages that people speak is no list of skills."""
    head = "Ana Magar Rust\nana.rust@example.com\n\nSKILLS\nTools: Rust, Go, C\nSpoken: Nepali, Magar, English, Hindi\n"
    text = redacted(head, grammar)
    assert "Magar" not in text
    assert "Rust, Go" in text


def test_birthdays_go_from_any_section(grammar: ResumeGrammar) -> None:
    text = redacted("Jane Example\n\nINTERESTS\nChess\nBorn 30.11.1983; married to a teacher\n", grammar)
    assert "1983" not in text
    assert "married" not in text


def test_neutral_words_are_english(grammar: ResumeGrammar) -> None:
    """In Spanish "son" is no child."""
    spanish = "Juan Pérez\n\nEXPERIENCIA\nLas casas que vendió son de la empresa y de los socios en el campo\n"
    assert "son de la" in redacted(spanish, grammar)


def test_other_scripts_of_the_name_go(grammar: ResumeGrammar) -> None:
    text = redacted("Олена Вербицька\nOlena Verbytska\no.verbytska@example.com\n\nSKILLS\nC, Rust\n", grammar)
    assert not any(word in text for word in ("Олена", "Вербицька", "Olena", "Verbytska"))


def test_values_are_redacted_as_the_text_is(grammar: ResumeGrammar) -> None:
    parsed = parse_resume(document_of_text(GRACE, name="test"), grammar)
    redactor = redactor_for(parsed.resume, parsed.contact, grammar.redaction)
    value = {"notes": ["Grace leads", "with grace"], "born": "Date of birth: 4 May 1987"}
    assert redacted_value(value, redactor) == {"notes": ["[name] leads", "with grace"], "born": "Date of birth: [age]"}


@pytest.mark.parametrize(
    ("text", "is_resume"),
    [
        (
            "Jane Example\njane@example.com\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2020\n- Built things\n\nSKILLS\nC, Rust",
            True,
        ),
        (
            "Vojta Zkouška\nvojta@example.com\n\nPRAXE\nTester, Firma s.r.o., 2016 – dosud\n\nVZDĚLÁNÍ\nGymnázium, 2008 – 2012",
            True,
        ),
        (
            "Ayşe Örnek\nayse@example.com\n\nİŞ DENEYİMİ\nMühendis, Örnek A.Ş., 2016 – 2020\n\nEĞİTİM\nÖrnek Üniversitesi, 2008 – 2012",
            True,
        ),
        (
            "Ольга Примерова\nolga@example.com\n\nОпыт работы\n2016 – 2020\nГимназия\n\nОбразование\n2008 – 2012\nУниверситет",
            True,
        ),
        (
            "Ελένη Δοκιμή\neleni@example.com\n210 555 0123\n\nΕΜΠΕΙΡΙΑ\nΛογίστρια, 2016 – σήμερα\n\nΣΠΟΥΔΕΣ\nΠτυχίο, 2008 – 2012",
            True,
        ),
        (
            "INVOICE\nInvoice number 55\nBill to: Acme Ltd\nSubtotal 10\nVAT 2\nTotal due 12\nPayment terms: 30 days",
            False,
        ),
        (
            "TENDER NOTICE\nContract period: 2026 - 2029\nThe contractor shall submit bids by the deadline.\nAward criteria: price",
            False,
        ),
    ],
)
def test_what_is_no_resume(text: str, is_resume: bool, grammar: ResumeGrammar) -> None:
    document = document_of_text(text, name="test")
    parsed = parse_resume(document, grammar)
    assert judge(parsed.resume, parsed.contact, document.text, grammar.plausibility).is_resume is is_resume


def test_a_scheme_behind_the_name_of_a_network_is_a_colon(grammar: ResumeGrammar) -> None:
    handles = read("Jane Example\njane@example.com\nGitLab:// n.tamsin\nKaggle:// harrow7", grammar).handles
    assert handles == (("GitLab", "n.tamsin"), ("Kaggle", "harrow7"))


@pytest.mark.parametrize("icon", ["⚲ ", "📍", "⌂ ", "✈\ufe0f "])
def test_a_picture_in_front_of_a_place_is_no_part_of_it(icon: str, grammar: ResumeGrammar) -> None:
    top = f"Jane Example\njane@example.com | {icon}Malmö, Sweden | +46 40 555 01 42"
    assert read(top, grammar).location == "Malmö, Sweden"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Hauptstr. 5 · 0351 5550116 · jane@example.com", "0351 5550116"),
        ("Sample Street 12 · (703) 555-0185", "(703) 555-0185"),
    ],
)
def test_a_streets_number_is_no_part_of_a_telephone_number(line: str, number: str, grammar: ResumeGrammar) -> None:
    assert read(f"Jane Example\n{line}", grammar).phone == number


@pytest.mark.parametrize("number", ["91 · 44 · 5550 1148", "0351 · 555 01 168", "+49 · 351 5550116"])
def test_points_within_a_telephone_number(number: str) -> None:
    assert [each.text for each in find_numbers(number)] == [number]
