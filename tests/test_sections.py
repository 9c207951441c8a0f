"""Sections: which lines head them, of what kind they are, and where they begin when nothing heads them."""

from itertools import permutations

import pytest

from skillgap.documents.hyphenation import with_whole_words
from skillgap.documents.reading import document_of_text
from skillgap.documents.types import Document, DrawnLine, Line, MediaType, Page, Span
from skillgap.resume.bare_lines import resume_of_line
from skillgap.resume.content import heading_odds
from skillgap.resume.heading_words import normal
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.sections import divided
from skillgap.resume.types import Resume, Section, SectionKind


def parsed(text: str, grammar: ResumeGrammar) -> Resume:
    return parse_resume(document_of_text(text, name="test"), grammar).resume


def kinds(resume: Resume) -> list[str]:
    return [str(section.kind) for section in resume.sections]


def drawn(*rows: tuple[str, float, float, bool]) -> Document:
    """A page of lines: text, left, top, bold. "Label|rest" is bold up to the bar and plain behind it."""
    text, lines = "", []
    for words, left, top, is_bold in rows:
        parts = words.split("|")
        start, spans = len(text), []
        for number, part in enumerate(parts):
            box = (left + 100 * number, top, left + 100 * number + 5 * len(part), top + 10)
            spans.append(
                Span(
                    start=len(text),
                    end=len(text) + len(part),
                    box=box,
                    font_size=10,
                    is_bold=is_bold and not number,
                    color=None,
                )
            )
            text += part
        lines.append(
            Line(
                start=start,
                end=len(text),
                page=1,
                box=(left, top, left + 5 * (len(text) - start), top + 10),
                font_size=10,
                is_bold=is_bold,
                heading_level=0,
                is_whole=False,
                follows_gap=False,
                spans=tuple(spans),
            )
        )
        text += "\n"
    return Document(
        name="test",
        sha256="",
        media_type=MediaType.PDF,
        reader="test",
        pages=(Page(number=1, width=595, height=842),),
        text=text,
        lines=tuple(lines),
    )


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Research appointments", "Research Associate"),
        ("What I did before", "Harbour Street Food Bank"),
        ("Grants and fellowships", "University of Aldbury"),
        ("Berufliche Stationen", "Sachbearbeiterin Einkauf"),
    ],
)
def test_words_of_headings_are_told_from_those_of_entries(heading: str, other: str) -> None:
    assert heading_odds(heading) > heading_odds(other)


def test_heading_in_own_words_set_like_the_known_ones(grammar: ResumeGrammar) -> None:
    """Also where it leads up to a date and more lines are set so than are known by their words."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("jane@example.com", 50, 52, False),
            ("EDUCATION", 50, 80, True),
            ("B.Sc., Physics, University of Aldbury, 2010–2014", 50, 95, False),
            ("RESEARCH APPOINTMENTS", 50, 125, True),
            ("Research Associate, Institute of Hydrology   2016 – 2019", 50, 140, False),
            ("Built a rig for flow measurements.", 50, 153, False),
            ("STUDENTS SUPERVISED", 50, 180, True),
            ("Two doctoral students, 2017 and 2018", 50, 195, False),
            ("PREPRINTS", 50, 225, True),
            ("Example J, Vale I. A cheap weir. arXiv, 2018.", 50, 240, False),
        ),
        grammar,
    ).resume
    assert kinds(resume) == ["header", "education", "experience", "other", "publications"]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Tidebook – tide tables offline, React and SQLite", "A weekend hackathon project, 300 users"], "projects"),
        (["Senior Site Engineer, Harbour Works Ltd, 2015 – 2020", "Led a team of nine on two bridges"], "experience"),
    ],
)
def test_what_stands_under_an_uncertain_heading_decides(lines: list[str], kind: str, grammar: ResumeGrammar) -> None:
    text = "\n".join(["Jane Example", "", "WHAT I'VE DONE", *lines])
    assert kinds(parsed(text, grammar)) == ["header", kind]


def test_papers_may_be_certificates(grammar: ResumeGrammar) -> None:
    text = "Jane Example\n\nPAPERS\nFood hygiene certificate, level 2 (2022)\nFirst Aid at Work, valid until 2027\n"
    assert kinds(parsed(text, grammar)) == ["header", "certifications"]


@pytest.mark.parametrize("number", ["2.", "[2]", "II.", "B)"])
def test_numbered_headings(number: str, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\n\n{number} EDUCATION\nBSc Physics, University of Aldbury, 2012\n"
    (_, section) = parsed(text, grammar).sections
    assert (str(section.kind), section.heading) == ("education", "EDUCATION")


@pytest.mark.parametrize("line", ["B.Arch", "M.Phil", "J.Crew"])
def test_a_letter_with_a_full_stop_and_no_space_is_no_number(line: str) -> None:
    assert normal(line) == line.casefold()


def test_wrapped_heading_is_one(grammar: ResumeGrammar) -> None:
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("EDUCATION", 50, 70, True),
            ("BSc Physics, University of Aldbury, 2012", 50, 85, False),
            ("AWARDS AND", 50, 115, True),
            ("FELLOWSHIPS", 50, 127, True),
            ("Doctoral fellowship, 2013–2016", 50, 142, False),
        ),
        grammar,
    ).resume
    assert [(str(each.kind), each.heading) for each in resume.sections[1:]] == [
        ("education", "EDUCATION"),
        ("awards", "AWARDS AND FELLOWSHIPS"),
    ]
    assert "FELLOWSHIPS" not in [line.text for line in resume.lines]


def test_own_words_in_a_rail_and_nothing_beside_it(grammar: ResumeGrammar) -> None:
    """Bold lines in the wide column are entries; a label in the rail is a heading, even with one space behind it."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 60, 40, False),
            ("Profile|   Retiring sergeant, good with lorries.", 60, 70, True),
            ("Military Career|   Royal Logistic Corps, 2002 – 2020", 60, 100, True),
            ("Technology", 160, 115, True),
            ("Civilian Work|  Service writer, Borough Diesel, 2021 – 2023", 60, 145, True),
            ("Education| BSc Supply Chain Management, 2019", 60, 175, True),
        ),
        grammar,
    ).resume
    assert [each.heading for each in resume.sections] == [
        "",
        "Profile",
        "Military Career",
        "Civilian Work",
        "Education",
    ]
    assert kinds(resume)[2:] == ["military", "experience", "education"]


def test_labels_of_personal_particulars_open_no_section(grammar: ResumeGrammar) -> None:
    text = "PERSONAL DETAILS\nNationality: Kenyan\nLanguages: English, Swahili\nHealth: Good\n\nEDUCATION\nBSc, 2012\n"
    assert kinds(parsed("Jane Example\n\n" + text, grammar)) == ["header", "other", "education"]


def test_label_behind_a_gap_ends_a_section_with_entries(grammar: ResumeGrammar) -> None:
    """Also where the gap is only seen in where the lines stand; the next label needs none."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("EDUCATION", 50, 70, True),
            ("BSc Physics, University of Aldbury, 2012", 50, 85, False),
            ("Interests: chess, rowing, choir", 50, 115, False),
            ("Skills: Python, SQL, Linux", 50, 127, False),
            ("Languages: English (native), German (B2)", 50, 139, False),
        ),
        grammar,
    ).resume
    assert kinds(resume) == ["header", "education", "interests", "skills", "languages"]


def test_skills_and_languages_in_one_style_are_two_sections(grammar: ResumeGrammar) -> None:
    """An acronym is not "in capitals": "IT" is set like "Languages"."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("EDV", 50, 70, True),
            ("MS Office, SAP, Excel", 50, 85, False),
            ("Sprachen", 50, 115, True),
            ("Deutsch (Muttersprache), Englisch (gut)", 50, 130, False),
        ),
        grammar,
    ).resume
    assert kinds(resume) == ["header", "skills", "languages"]


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("I hereby declare that the information given above is true and correct.", "other"),
        ("References available on request.", "references"),
    ],
)
def test_what_closes_a_resume_is_no_part_of_its_last_section(closing: str, kind: str, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\n\nHOBBIES\nChess, rowing and hiking\n\n{closing}\n"
    assert kinds(parsed(text, grammar)) == ["header", "interests", kind]


def test_without_headings_a_gap_helps_to_divide(grammar: ResumeGrammar) -> None:
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("12 Palm Crescent, Leeds, jane@example.com", 50, 52, False),
            ("I am a site engineer who likes bridges, short meetings and clear drawings.", 50, 80, False),
            ("Senior Site Engineer, Harbour Works Ltd, 2015 – 2020", 50, 110, False),
            ("Led a team of nine and managed the budget of two bridges", 50, 122, False),
            ("BEng Civil Engineering, University of Aldbury, 2010", 50, 150, False),
        ),
        grammar,
    ).resume
    assert kinds(resume) == ["header", "summary", "experience", "education"]


def test_rail_is_seen_by_where_lines_begin(grammar: ResumeGrammar) -> None:
    """Where labels alone begin at the left and everything else well to the right, own words are headings too."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 60, 40, False),
            ("Overview", 60, 70, True),
            ("Twenty years of bridges, and fond of short meetings.", 190, 70, False),
            ("Second innings", 60, 100, True),
            ("Harbour Works Ltd, Leeds", 190, 100, True),
            ("Senior Site Engineer, 2015 – 2020", 190, 113, False),
            ("Led a team of nine on two bridges", 190, 126, False),
            ("Off duty|   Chess, rowing and hiking", 60, 156, True),
        ),
        grammar,
    ).resume
    assert [each.heading for each in resume.sections] == ["", "Overview", "Second innings", "Off duty"]
    assert kinds(resume) == ["header", "summary", "experience", "interests"]


def test_a_heading_of_two_lines_in_a_rail_is_one(grammar: ResumeGrammar) -> None:
    """If its words are known together; text stands beside each of its lines."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 60, 40, False),
            ("WORK|   2015 – 2020", 60, 100, True),
            ("EXPERIENCE|   Senior Site Engineer, Harbour Works Ltd", 60, 113, True),
            ("Led a team of nine on two bridges", 190, 126, False),
            ("EDUCATION|   2009 – 2013", 60, 156, True),
            ("AND TRAINING|   BSc Civil Engineering, University of Aldbury", 60, 169, True),
            ("SKILLS|   AutoCAD, Civil 3D", 60, 199, True),
            ("INTERESTS|   Chess, rowing", 60, 229, True),
        ),
        grammar,
    ).resume
    assert [each.heading for each in resume.sections] == [
        "",
        "WORK EXPERIENCE",
        "EDUCATION AND TRAINING",
        "SKILLS",
        "INTERESTS",
    ]
    assert kinds(resume) == ["header", "experience", "education", "skills", "interests"]


def test_career_summary_of_dated_posts_is_experience(grammar: ResumeGrammar) -> None:
    """Spans of years under a heading that says "summary" are posts."""
    posts = ["HR Manager, Riverside Mines   2010 – 2013", "HR Officer, Riverside Mines   2007 – 2009"]
    text = "\n".join(["Jane Example", "", "CAREER SUMMARY", *posts, "HR Clerk, Hill Bank   2003 – 2005"])
    assert kinds(parsed(text, grammar)) == ["header", "experience"]


def test_label_under_a_heading_in_own_words_opens_no_section(grammar: ResumeGrammar) -> None:
    posts = "Developer, Heron Studio, 2022 – 2024\nWeb apps for museums\nStack: Python, SQL\nTester, Kelp Ltd, 2018 – 2022\n"
    text = f"Jane Example\n\nWHO PAID ME\n{posts}"
    assert kinds(parsed(text, grammar)) == ["header", "experience"]


@pytest.mark.parametrize("heading", ["[ LOOT ]", "=== LOOT ===", "--- LOOT ---", "*** LOOT ***"])
def test_marks_on_both_sides_make_a_heading(heading: str, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\n\n{heading}\nPython, Go, PostgreSQL, Docker\n\n[ LEVELS ]\nBSc Physics, University of Aldbury, 2012\n"
    assert "LOOT" in [section.heading for section in parsed(text, grammar).sections]


def test_more_behind_known_words_set_like_the_other_headings(grammar: ResumeGrammar) -> None:
    text = (
        "Jane Example\n\nSUMMARY\nLogistician with twenty years of service.\n\nEDUCATION\nBSc Physics, Aldbury, 2004\n\n"
        "MILITARY SERVICE — UNITED STATES ARMY, 2004 TO 2024\nPlatoon Leader, Fort Brazos, 2004 – 2008\n"
    )
    assert kinds(parsed(text, grammar))[-1] == "military"


def test_labels_of_a_rail_may_end_at_one_place(grammar: ResumeGrammar) -> None:
    """Set flush right, they begin wherever their length has it."""
    resume = parse_resume(
        drawn(
            ("Jane Example", 50, 40, False),
            ("About", 145, 70, True),
            ("Twenty years of keeping radar alive", 245, 70, False),
            ("Since I got out", 95, 100, True),
            ("Controls Technician, Parcel Hubs Ltd, 2020 – 2023", 245, 100, False),
            ("Kept nine miles of conveyor going", 245, 113, False),
            ("Education", 125, 140, True),
            ("B.Sc., Physics, University of Aldbury, 2010", 245, 140, False),
            ("School certificate, Aldbury, 2006", 245, 153, False),
        ),
        grammar,
    ).resume
    assert [section.heading for section in resume.sections[1:]] == ["About", "Since I got out", "Education"]


def test_lines_of_another_kind_end_a_section(grammar: ResumeGrammar) -> None:
    """Where nothing is headed, and also at the end of what is."""
    posts = (
        "Baker, Osage Mills, 2014 – 2018\n- Ran a night crew of five\n\nHead Baker, Rye Ltd, 2018 – 2025\n- Wood oven\n"
    )
    studies = "BSc Physics, University of Aldbury, 2010–2014\nSecondary school certificate, Aldbury High School, 2010\n"
    text = f"Jane Example\njane@example.com\n\n{posts}\n{studies}\nEnglish (native), Spanish (B2), French (A2)\n"
    assert kinds(parsed(text, grammar)) == ["header", "experience", "education", "languages"]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Clerk, Hill Bank   Jan. 2009 – Nov.", "2011"), ("Clerk, Hill Bank 2010–", "2014,"), ("10/2012 –", "03/2018")],
)
def test_range_of_dates_on_two_lines(above: str, below: str, grammar: ResumeGrammar) -> None:
    resume = parsed(f"Jane Example\n\nEXPERIENCE\n{above}\n{below}\n", grammar)
    assert [line.text for line in resume.lines][1:] == [f"{above} {below}"]


def test_nothing_but_a_date_completes_a_range(grammar: ResumeGrammar) -> None:
    resume = parsed("Jane Example\n\nEXPERIENCE\nCompost Captain, 2025 -\nHill Bank\n", grammar)
    assert [line.text for line in resume.lines][1:] == ["Compost Captain, 2025 -", "Hill Bank"]


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        ("Mean grade A-", "APPOINTMENTS", None),
        ("Mean grade A-", "Chair of the department", None),
        ("Certificate in pre-", "EDUCATION", None),
        ("Ran the concur-", "rency tests", "Ran the concurrency"),
    ],
)
def test_grades_and_headings_are_no_parts_of_words(before: str, line: str, joined: str | None) -> None:
    first, *_ = with_whole_words([DrawnLine(text=before), DrawnLine(text=line)])
    assert first.text == (joined or before)


def test_a_name_set_large_is_no_part_of_the_address_above_it() -> None:
    address, name = "github.com/example-", "Ethan Kwiatek"
    first, second = with_whole_words([DrawnLine(text=address, font_size=10), DrawnLine(text=name, font_size=16)])
    assert (first.text, second.text) == (address, name)


@pytest.mark.parametrize("mark", ["", "- "])
def test_a_long_list_of_skills_is_one_of_skills_to_its_end(mark: str, grammar: ResumeGrammar) -> None:
    """Sections of skills are usually short, but a line of one is a skill however far below the heading it stands."""
    words = "Python Git Docker Kubernetes Terraform Ansible Linux PostgreSQL Redis Kafka gRPC Rust Go Bash Jenkins Grafana eBPF epoll"
    text = "SKILLS\n" + "\n".join(mark + word for word in words.split() * 3)
    resume = parse_resume(document_of_text(text, name="a.txt"), grammar).resume
    assert {resume.kind_of(line) for line in resume.lines} == {SectionKind.SKILLS}


@pytest.mark.parametrize("line", ["Currently learning epoll", "Never used epoll", "Ran Kubernetes"])
def test_what_stands_under_a_sure_heading_is_of_its_kind(line: str, grammar: ResumeGrammar) -> None:
    resume = parse_resume(document_of_text(f"Jane Example\n\nEXPERIENCE\n- {line}\n", name="a.txt"), grammar).resume
    assert resume.kind_of(resume.lines[-1]) is SectionKind.EXPERIENCE


def test_short_items_of_a_job_begin_no_list_of_skills(grammar: ResumeGrammar) -> None:
    """However short, in whatever order, even one of them twice."""
    items = [
        "- Ran Kubernetes in production",
        "- Kernel modules for Linux",
        "- gRPC services in Go and C++",
        "- Unit tests with pytest",
    ]
    for several in permutations(items, 3):
        text = "\n".join(["Jane Example", "", "EXPERIENCE", "Engineer, Some Ltd, 2020 - 2024", *several, several[0]])
        resume = parse_resume(document_of_text(text, name="test"), grammar).resume
        assert [section.kind for section in resume.sections][1:] == [SectionKind.EXPERIENCE]


@pytest.mark.parametrize("line", ["Work experience 10", "Work Experience 8+", "Experience 15", "Education 12"])
def test_how_much_there_is_of_a_thing_is_no_heading(line: str, grammar: ResumeGrammar) -> None:
    text = f"Jane Example\njane@example.com\n\nPROFILE\nBaker\n{line}\n\nEXPERIENCE\nBaker, Rift Bakery, 2019 - 2021\n- Baked\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    assert [section.heading for section in resume.sections] == ["", "PROFILE", "EXPERIENCE"]


def test_headings_with_a_letter_in_front_and_no_space(grammar: ResumeGrammar) -> None:
    text = "Jane Example\njane@example.com\n\nA.Work Experience\nBaker, Rift Bakery, 2019 - 2021\n- Baked\n\nB.Skills\nBread, cake\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    assert [section.heading for section in resume.sections] == ["", "Work Experience", "Skills"]


def test_forms_number_their_parts(grammar: ResumeGrammar) -> None:
    """Two known ones make a form, in which the others are headings in whatever words."""
    page = (
        "Jane Example\njane@example.com\n\nSECTION 1 - EMPLOYMENT (LATEST FIRST)\n\nEmployer: Ropewalk Ltd\nPost: Rigger\n"
        "From: 2019 To: 2022\n\nSECTION 2 - EDUCATION\n\nSchool: Elm School\nCourse: City & Guilds Level 2\nYear: 2018\n\n"
        "SECTION 3 - TELL US WHAT YOU BRING\n\nRF scanner, stock counts\n\nSECTION 4 - TWO REFERENCES\n\nBev Holm, shift manager\n"
    )
    found = parsed(page, grammar)
    assert kinds(found) == ["header", "experience", "education", "skills", "references"]
    assert [each.organization for each in found.entries] == ["Ropewalk Ltd", "Elm School"]


def test_one_numbered_part_makes_no_form(grammar: ResumeGrammar) -> None:
    page = "Jane Example\njane@example.com\n\nSkills\n\nPart 2: Rules of the Air\nSection 8 - Housing vouchers\nNavigation\n"
    assert kinds(parsed(page, grammar)) == ["header", "skills"]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Driver for our own camera card, Linux.", [SectionKind.EXPERIENCE]),
        ("Project: driver for our own camera card", [SectionKind.EXPERIENCE, SectionKind.PROJECTS]),
    ],
)
def test_what_is_built_stands_outside_of_jobs_only_where_a_label_says_so(line: str, kinds: list[SectionKind]) -> None:
    lines = resume_of_line(line).lines
    told = [(lines[0], SectionKind.EXPERIENCE), (lines[-1], SectionKind.PROJECTS)]
    part = Section(SectionKind.EXPERIENCE, "Experience", 1, 0, lines[-1].end, is_known=True)
    assert [section.kind for section, _ in divided(part, told)] == kinds


def test_what_stands_right_below_a_heading_is_no_heading_of_nothing(grammar: ResumeGrammar) -> None:
    text = "Jane Example\njane@example.com\n\nEDUCATION\n\nFurther Studies in Ropes\nOakwell College, 2016\n\nSKILLS\n\nSplicing\n"
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    assert [section.heading for section in resume.sections] == ["", "EDUCATION", "SKILLS"]
