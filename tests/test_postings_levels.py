"""Years, level and title of a job posting."""

from functools import partial

import pytest
from read_postings import PREFERRED, REQUIRED

from skillgap.postings.types import Posting
from skillgap.taxonomy.types import CareerLevel


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of Linux experience", 5),
        ("3-5 years of Linux experience", 3),
        ("3 to 5 yrs of Linux experience", 3),
        ("at least three years of Linux experience", 3),
        ("Eight-plus years of Linux experience", 8),
        ("A minimum of five (5) years' experience with Linux", 5),
        ("Seven or more years with Linux", 7),
        ("About a decade of making Linux faster", 10),
        ("Six or so years of Linux", 6),
        ("Several years (at least 5) of Linux", 5),
        ("Several years (min. 4) of Linux", 4),
        ("Several years (preferably in a team) of Linux", 3),
        ("6 years' experience within a bank, with Linux", 6),
        ("Linux certificate within 2 years of joining", None),
        ("6+ years of Linux, at least two of them with C", 6),
        ("Linux experience", None),
        ("A four-year degree; Linux", None),
        ("Up to 3 years of Linux experience", None),
        ("Readiness to travel twice a year; Linux", None),
        ("Linux at a company that is 20 years old", None),
        ("401 years or 5000 years of Linux", None),
    ],
)
def test_the_least_years_of_work(line: str, years: int | None, read: "partial[Posting]") -> None:
    assert read(f"Engineer\n\nRequirements\n\n- {line}\n- Python\n").years == years


def test_years_that_are_an_advantage_are_not_asked_for(read: "partial[Posting]") -> None:
    assert read("Engineer\n\nRequirements\n\n- 3 years of C\n\nPreferred\n\n- 9 years of C\n").years == 3
    assert read("Engineer\n\nAbout us\n\nFor 20 years we have shipped C.\n\nRequirements\n\n- C\n").years is None


@pytest.mark.parametrize(
    ("title", "line", "level"),
    [
        ("Senior Engineer", "Linux", "senior"),
        ("Junior Engineer", "6 years of Linux", "junior"),
        ("Graduate Software Engineer", "Linux", "junior"),
        ("Engineer II", "Linux", "mid"),
        ("Principal Engineer", "Linux", "staff"),
        ("Senior Staff Engineer", "Linux", "staff"),
        ("Mid/Senior Engineer", "2 years of Linux", "mid"),
        ("Mid/Senior Engineer", "6 years of Linux", "senior"),
        ("Engineer (fixed term, 3 years)", "1 year of Linux", "junior"),
        ("Engineer", "1 year of Linux", "junior"),
        ("Engineer", "3 years of Linux", "mid"),
        ("Engineer", "6 years of Linux", "senior"),
        ("Engineer", "12 years of Linux", "staff"),
        ("Engineer", "Mentoring of others in Linux", "senior"),
        ("Engineer", "Linux; this may be your first job", "junior"),
        ("Engineer", "Linux", "mid"),
    ],
)
def test_the_level_by_title_then_years_then_the_work(
    title: str, line: str, level: str, read: "partial[Posting]"
) -> None:
    assert read(f"{title}\n\nRequirements\n\n- {line}\n").level is CareerLevel(level)


@pytest.mark.parametrize(
    ("title", "grade", "level"),
    [
        ("IT Specialist", "Grade: GS 5/7", "junior"),
        ("IT Specialist", "Pay scale & grade: GS 9 - 11", "mid"),
        ("IT Specialist", "GG-2210-12/13, Secret clearance", "mid"),
        ("IT Specialist", "GS-0855-13", "senior"),
        ("IT Specialist GS-14", "Linux", "staff"),
        ("IT Specialist, GS 4", "Linux", "junior"),
        ("Lead IT Specialist", "GS-12", "senior"),
        ("IT Specialist", "Barcodes by GS1 standards", "mid"),
        ("IT Specialist", "Bags 5 to 14, GS 143", "mid"),
        ("IT Specialist", "You know Leica GS18 receivers", "mid"),
        ("IT Specialist", "Federal employees from GS-5 up may apply", "mid"),
    ],
)
def test_a_grade_says_the_level_unless_the_title_does(
    title: str, grade: str, level: str, read: "partial[Posting]"
) -> None:
    """By the least of a range. What only looks like a grade is none, and a year on probation is none of experience."""
    posting = read(f"{title}\n\n{grade}\n\nRequirements\n\n- Linux\n- Readiness for a one year probationary period\n")
    assert (posting.level, posting.years) == (CareerLevel(level), None)


@pytest.mark.parametrize("year", ["One year", "A minimum of 1 year"])
def test_a_year_at_the_grade_below_is_the_last_of_many(year: str, read: "partial[Posting]") -> None:
    posting = read(
        f"IT Specialist\n\nGrade: GS-13\n\nRequirements\n\n- {year} of work with Linux, equivalent to the GS-12 level\n- C\n"
    )
    assert (posting.level, posting.years) == (CareerLevel.SENIOR, None)


def test_more_years_than_one_are_asked_for_whatever_the_grade_behind_them(read: "partial[Posting]") -> None:
    years = "8 years of work with Linux, at the salary of a GS-13", "5 years of Python, such as one at the GS-12 level"
    assert [read(f"IT Specialist\n\nRequirements\n\n- {each}\n").years for each in years] == [8, 5]


def test_years_before_no_grade_are_asked_for(read: "partial[Posting]") -> None:
    """Those of another sentence, or behind the grade, are work as anywhere."""
    assert read("IT Specialist\n\nRequirements\n\n- At GS-13 four years of Linux\n").years == 4
    assert read("IT Specialist GS-13\n\nRequirements\n\n- Six years of Linux\n").years == 6


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Storage Engineer at Corvid Example (remote)", "Storage Engineer"),
        ("Founding Engineer (Networking) @ Corvid Example", "Founding Engineer (Networking)"),
        ("Position: Storage Engineer, Data Path", "Storage Engineer, Data Path"),
        ("Storage Engineer – Data Path", "Storage Engineer – Data Path"),
        ("🚀 Storage Engineer (Data Path) ✨", "Storage Engineer (Data Path)"),
        ("Storage Engineer | Corvid Example | Ghent", "Storage Engineer"),
        ("From: Ada <ada@example.com>\nSubject: CONTRACT - Storage Engineer - Ghent - 520/day", "Storage Engineer"),
    ],
)
def test_the_title_without_the_employer(first: str, title: str, read: "partial[Posting]") -> None:
    assert read(f"{first}\n\nRequirements\n\n- Linux\n").title == title


OF_TWO = (
    "Engineers\n\nWhat you bring\n- C\n\n{low}\n- {least}\n- Git\n\n{high}\n- {most}\n- Rust\n\nNice to have\n- Go\n"
)


@pytest.mark.parametrize(
    ("low", "high", "years", "level"),
    [
        (("Mid-level engineer", "3 years of Linux"), ("Senior engineer", "7 years of Linux"), 3, CareerLevel.MID),
        (("Entry level", "Some Linux"), ("Principal", "12 years of Linux"), None, CareerLevel.JUNIOR),
        (("Engineer (0-2 years)", "Some Linux"), ("Senior Engineer (6+ years)", "Much Linux"), 0, CareerLevel.JUNIOR),
        (
            ("To enter at Level 2 you need:", "4 years of Linux"),
            ("For Level 3 you need:", "9 years"),
            4,
            CareerLevel.MID,
        ),
        (("Senior", "6 years of Linux"), ("Staff", "11 years of Linux"), 6, CareerLevel.SENIOR),
    ],
)
def test_of_several_levels_the_lowest_is_asked_for(
    low: tuple[str, str], high: tuple[str, str], years: int | None, level: CareerLevel, read: "partial[Posting]"
) -> None:
    """What the higher ones must have besides is an advantage; what is asked of all, or nice to have, stays so."""
    posting = read(OF_TWO.format(low=low[0], least=low[1], high=high[0], most=high[1]))
    assert (posting.years, posting.level) == (years, level)
    assert {"c", "git", "linux"} <= set(posting.skills(REQUIRED))
    assert {"rust", "go"} <= set(posting.skills(PREFERRED))


@pytest.mark.parametrize(
    "text",
    [
        "Senior Engineer\n\nSenior engineers here have\n- 6 years of Linux\n- Rust\n",
        "Engineer\n\nExperienced in\n- 6 years of Linux\nExpert in\n- Rust\n",
        "Engineer\n\n1. Requirements\n- 6 years of Linux\n- Rust\n2. The team\n- Senior people\n",
    ],
)
def test_one_level_is_not_several(text: str, read: "partial[Posting]") -> None:
    posting = read(text)
    assert posting.years == 6
    assert "rust" not in posting.skills(PREFERRED)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Firmware Engineer — Duluth, MN", "Firmware Engineer"),
        ("Kernel Developer - Fort Wayne, IN", "Kernel Developer"),
        ("Backend Developer - Storage, QA", "Backend Developer - Storage, QA"),
    ],
)
def test_a_town_with_its_state_is_no_part_of_the_title(line: str, title: str, read: "partial[Posting]") -> None:
    assert read(f"{line}\n\nRequirements\n- C\n").title == title
