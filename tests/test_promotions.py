"""Posts stacked at one employer, in rows of their own or in one: whose the lines below them are."""

import pytest

from skillgap import Analyzer
from skillgap.documents.reading import document_of_text
from skillgap.resume.facts import FactCode, structure_facts
from skillgap.resume.parsing import Parsed, ResumeGrammar, parse_resume
from skillgap.resume.types import DateRange, Entry

TOLD = ["Ran the Kafka brokers and the rota for them.", "Taught two apprentices."]
BULLETS = "".join(f"- {line}\n" for line in TOLD)
STACK = "Head of Operations   Jan 2022 - Present\nOperations Manager   May 2018 - Dec 2021\n"


def parsed_of(job: str, grammar: ResumeGrammar) -> Parsed:
    text = f"Jane Example\njane@example.com\n\nEXPERIENCE\n\n{job}"
    return parse_resume(document_of_text(text, name="resume.txt"), grammar)


def told(parsed: Parsed, entry: Entry) -> list[str]:
    return [parsed.resume.lines[n].text for n in entry.line_numbers[entry.head_count :]]


@pytest.mark.parametrize(
    "stack", [STACK, "Operations Manager   May 2018 - Dec 2021\nHead of Operations   Jan 2022 - Present\n"]
)
def test_lines_below_several_posts_are_of_the_latest_and_tell_of_the_time_of_all(
    stack: str, grammar: ResumeGrammar
) -> None:
    parsed = parsed_of(f"Quillmarsh Ltd, York\n{stack}{BULLETS}", grammar)
    later, earlier = sorted(parsed.resume.entries, key=lambda entry: entry.title != "Head of Operations")
    assert (later.title, earlier.title) == ("Head of Operations", "Operations Manager")
    assert told(parsed, later) == TOLD
    assert told(parsed, earlier) == []
    assert {later.organization, earlier.organization} == {"Quillmarsh Ltd"}
    assert (later.dates, later.told_dates) == (
        DateRange("2022-01", None, is_current=True),
        DateRange("2018-05", None, is_current=True),
    )
    assert earlier.told_dates == earlier.dates
    assert parsed.resume.entry_of(parsed.resume.lines[later.line_numbers[-1]]) == later


def test_nothing_is_missing_below_a_post_whose_time_others_lines_tell_of(grammar: ResumeGrammar) -> None:
    text = f"Jane Example\njane@example.com\n\nEXPERIENCE\n\nQuillmarsh Ltd, York\n{STACK}{BULLETS}"
    document = document_of_text(text, name="resume.txt")
    parsed = parse_resume(document, grammar)
    facts = structure_facts(document, parsed.resume, parsed.contact)
    assert FactCode.EMPTY_ENTRY not in {fact.code for fact in facts}


def test_a_skill_of_shared_lines_was_used_all_the_time_and_until_today() -> None:
    text = f"Jane Example\njane@example.com\n\nEXPERIENCE\n\nQuillmarsh Ltd, York\n{STACK}{BULLETS}"
    analysis = Analyzer(as_of="2026-06").analyze_document(document_of_text(text, name="resume.txt"))
    (kafka,) = (claim for claim in analysis.skills if claim.id == "kafka")
    assert kafka.last_used == "2026-06"


@pytest.mark.parametrize(
    "job",
    [
        f"Quillmarsh Ltd, York\nHead of Operations   Jan 2022 - Present\n\nOperations Manager   May 2018 - Dec 2021\n{BULLETS}",
        f"Quillmarsh Ltd, York\n{STACK}{BULLETS}Warehouse Clerk   Mar 2015 - Apr 2018\n- Counted the stock.\n",
        f"Head of Operations, Quillmarsh Ltd   Jan 2022 - Present\nOperations Manager, Ropewalk Ltd   May 2018 - Dec 2021\n{BULLETS}",
    ],
)
def test_behind_a_gap_or_where_others_have_lines_as_well_they_are_of_the_post_above(
    job: str, grammar: ResumeGrammar
) -> None:
    parsed = parsed_of(job, grammar)
    entry = next(entry for entry in parsed.resume.entries if entry.title == "Operations Manager")
    assert told(parsed, entry) == TOLD
    assert all(each.told_since is None for each in parsed.resume.entries)


@pytest.mark.parametrize(
    "row",
    [
        "Head of Operations (2021 - present), Operations Manager (2017 - 2021)",
        "Operations Manager (2017 - 2021), Head of Operations (2021 - present)",
        "Head of Operations, 2021 - present; Operations Manager, 2017 - 2021",
    ],
)
@pytest.mark.parametrize("employer", ["Quillmarsh Ltd   2017 - present\n", "Quillmarsh Ltd | "])
def test_several_posts_in_a_row_are_the_latest_with_the_time_of_all(
    row: str, employer: str, grammar: ResumeGrammar
) -> None:
    (entry,) = parsed_of(f"{employer}{row}\n{BULLETS}", grammar).resume.entries
    assert (entry.title, entry.organization) == ("Head of Operations", "Quillmarsh Ltd")
    assert entry.dates == DateRange("2017", None, is_current=True)


def test_a_title_with_its_dates_is_no_employer_of_the_post_below(grammar: ResumeGrammar) -> None:
    job = f"Quillmarsh Ltd   2017 - present\nOperations Manager (2020 - present)\nWarehouse Clerk (2017 - 2020)\n{BULLETS}"
    entries = parsed_of(job, grammar).resume.entries
    assert [(entry.title, entry.organization) for entry in entries] == [
        ("Operations Manager", "Quillmarsh Ltd"),
        ("Warehouse Clerk", "Quillmarsh Ltd"),
    ]
