"""Projects, open-source work and posts held as a volunteer: where each begins, what it is called."""

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.resume.parsing import ResumeGrammar, parse_resume
from skillgap.resume.types import Entry, SectionKind


def entries(grammar: ResumeGrammar, heading: str, *lines: str) -> list[Entry]:
    text = f"Ana Silva\nana@example.com\n\n{heading}\n" + "\n".join(lines) + "\n"
    resume = parse_resume(document_of_text(text, name="a.txt"), grammar).resume
    return [entry for entry in resume.entries if entry.kind is not SectionKind.HEADER]


def projects(grammar: ResumeGrammar, *lines: str) -> list[tuple[str | None, str | None]]:
    return [(entry.title, entry.organization) for entry in entries(grammar, "PROJECTS", *lines)]


def posts(grammar: ResumeGrammar, *lines: str) -> list[tuple[str | None, str | None]]:
    return [(entry.title, entry.organization) for entry in entries(grammar, "VOLUNTEERING", *lines)]


def test_projects_of_one_line_each_are_named_before_their_description(grammar: ResumeGrammar) -> None:
    assert projects(grammar, "- farsilint, checker for wordlists", "- Ajo Ring: savings groups for neighbours") == [
        ("farsilint", None),
        ("Ajo Ring", None),
    ]


def test_lines_that_tell_of_a_project_are_no_projects(grammar: ResumeGrammar) -> None:
    """Bullets that begin with a verb, and labels such as "Tools:"."""
    found = projects(grammar, "Bus Finder 2021", "- Built the parser, the index and the app", "- Tools: Python, Flask")
    assert [title for title, _ in found] == ["Bus Finder"]


def test_a_description_is_no_projects_organisation(grammar: ResumeGrammar) -> None:
    assert projects(grammar, "Bus Finder – route maps for schools and factories  2021") == [("Bus Finder", None)]


@pytest.mark.parametrize("label", ["Project #{} : ", "Project {}: ", "Project No. {}: ", "Project-{}: ", "Project: "])
def test_a_label_that_returns_begins_each_project(grammar: ResumeGrammar, label: str) -> None:
    """Whatever stands between, duties without a bullet among them, and wherever the dates are."""
    found = projects(
        grammar,
        *(
            label.format(1) + "Claims Engine",
            "Client : Acme Insurance",
            "Duration : Feb 2022 – till date",
            "Role : Lead",
        ),
        *("Environment : Java, Kafka", "Responsibilities:", "Code reviews for six engineers"),
        *(label.format(2) + "Seat Booking", "Client : Acme Air", "Duration : Jul 2019 – Jan 2022", "Role : Developer"),
    )
    assert found == [("Claims Engine", "Acme Insurance"), ("Seat Booking", "Acme Air")]


def test_projects_named_in_front_of_a_dash_may_lack_a_date(grammar: ResumeGrammar) -> None:
    found = projects(
        grammar,
        "halfdouble — a property-based tester, Go. 2020 – present",
        "pgwhy — explains lock queues in plain English. Retired when the database learned to do it.",
        "kertas — thermal printer library for Bluetooth printers",
    )
    assert [title for title, _ in found] == ["halfdouble", "pgwhy", "kertas"]


def test_a_few_words_between_two_lines_of_prose_name_the_next_project(grammar: ResumeGrammar) -> None:
    found = projects(
        grammar,
        "Milpa Net (2022 – 2024)",
        "Soil sensors for six corn growers, two seasons without a battery change.",
        "Tamagotchi clone",
        "Zephyr on a small board; it has one known bug: it dies.",
    )
    assert [title for title, _ in found] == ["Milpa Net", "Tamagotchi clone"]


@pytest.mark.parametrize("line", ["Maintainer, kafka-lagbot (2018–21)", "Contributor to kafka-lagbot, 2018–21"])
def test_what_somebody_was_for_a_project_is_not_its_name(grammar: ResumeGrammar, line: str) -> None:
    assert projects(grammar, line) == [("kafka-lagbot", None)]


def test_posts_of_one_line_each_may_lack_a_date(grammar: ResumeGrammar) -> None:
    found = posts(grammar, "Treasurer, Arouca Boat Trust, 2011 – 2014", "Coach, Arouca Youth Club")
    assert found == [("Treasurer", "Arouca Boat Trust"), ("Coach", "Arouca Youth Club")]


def test_a_voluntary_post_is_within_no_other(grammar: ResumeGrammar) -> None:
    """Posts that overlap are not of one employer, as jobs under an employer's line are."""
    found = posts(grammar, "2013 to date  Ski patroller, Mountain Rescue", "2019–2022  Treasurer, Nurses Union")
    assert len(found) == 2


def test_prose_below_a_voluntary_post_is_none_of_its_own(grammar: ResumeGrammar) -> None:
    found = posts(grammar, "Organiser, Arouca Meetup, 2022 – 2024", "Forty people every second month, always with tea.")
    assert len(found) == 1


@pytest.mark.parametrize("heading", ["PROJECTS", "OPEN SOURCE"])
def test_a_heading_without_lines_has_no_projects(heading: str, grammar: ResumeGrammar) -> None:
    assert [entry.title for entry in entries(grammar, f"{heading}\n\nEDUCATION", "BSc Physics, Leeds, 2019")] != []


@pytest.mark.parametrize("gap", [" : ", "   "])
def test_a_project_in_a_form_is_one_whatever_its_labels(gap: str, grammar: ResumeGrammar) -> None:
    """What somebody was for it is no name of it, and what it was made with no section."""
    rows = [
        ("Title", "Kiln monitor"),
        ("Role", "Electronics"),
        ("Duration", "Jan 2020 – May 2020"),
        ("Technologies", "C, AVR"),
    ]
    rows += [
        ("Title", "Tide clock"),
        ("Role", "Firmware"),
        ("Duration", "Mar 2019 – Jul 2019"),
        ("Technologies", "Rust"),
    ]
    found = entries(grammar, "PROJECTS", *(f"{label}{gap}{value}" for label, value in rows))
    assert [(each.title, each.dates and each.dates.start, len(each.line_numbers)) for each in found] == [
        ("Kiln monitor", "2020-01", 4),
        ("Tide clock", "2019-03", 4),
    ]


@pytest.mark.parametrize("mark", ["_", "**", "("])
def test_marks_in_front_of_labels_lose_no_project(mark: str, grammar: ResumeGrammar) -> None:
    """In front of the first alone, or of all."""
    for other in ("", mark):
        text = "".join(
            f"{sign}Project: {name}\nRole: Baker\nDuration: {year} - {year + 1}\nBuilt an oven.\n"
            for sign, name, year in ((mark, "Alder", 2017), (other, "Birch", 2019))
        )
        document = document_of_text(f"Jane Example\njane@example.com\n\nPROJECTS\n{text}", name="test")
        entries = parse_resume(document, grammar).resume.entries
        assert [(each.title, each.dates and each.dates.start) for each in entries] == [
            ("Alder", "2017"),
            ("Birch", "2019"),
        ]


def test_from_and_to_are_of_a_heading_only_with_dates(grammar: ResumeGrammar) -> None:
    text = "Baker, Rift Bakery, 2019 - 2021\n- Moved the ovens\nFrom: gas\nTo: wood\nThe bread got better.\n"
    document = document_of_text(f"Jane Example\njane@example.com\n\nEXPERIENCE\n{text}", name="test")
    resume = parse_resume(document, grammar).resume
    (entry,) = resume.entries
    assert [resume.lines[n].text for n in entry.line_numbers[entry.head_count :]] == [
        "Moved the ovens", "From: gas", "To: wood", "The bread got better.",
    ]  # fmt: skip


def test_labels_of_projects_of_several_kinds_name_them(grammar: ResumeGrammar) -> None:
    text = (
        "Jane Example\njane@example.com\n\nACADEMIC PROJECTS\n\nFinal Year Project: Ropewalk with a Kinect\nDuration: Aug 2013 – Apr 2014\n"
        "Role: Developer\nTools: Matlab\n\nMini Project: Bell counter\nDuration: Jan 2012 – Mar 2012\nRole: Lead\nTools: Arduino\n"
    )
    resume = parse_resume(document_of_text(text, name="test"), grammar).resume
    assert [(each.title, each.dates and each.dates.start) for each in resume.entries] == [
        ("Ropewalk with a Kinect", "2013-08"),
        ("Bell counter", "2012-01"),
    ]
