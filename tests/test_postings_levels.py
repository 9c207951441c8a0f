"""Years, level and title of a job posting."""

from functools import partial

import pytest

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
    ("first", "title"),
    [
        ("Storage Engineer at Corvid Example (remote)", "Storage Engineer"),
        ("Position: Storage Engineer, Data Path", "Storage Engineer, Data Path"),
        ("Storage Engineer – Data Path", "Storage Engineer – Data Path"),
        ("Storage Engineer | Corvid Example | Ghent", "Storage Engineer"),
        ("From: Ada <ada@example.com>\nSubject: CONTRACT - Storage Engineer - Ghent - 520/day", "Storage Engineer"),
    ],
)
def test_the_title_without_the_employer(first: str, title: str, read: "partial[Posting]") -> None:
    assert read(f"{first}\n\nRequirements\n\n- Linux\n").title == title
