"""Exchanging who somebody is changes nothing else of a résumé, and no score; gaps in a career are found and closed."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from audited_people import STRONG, job_of, page
from conftest import SAMPLES
from msgspec.structs import replace

from skillgap import Analysis, Analyzer
from skillgap.batch.fairness.career_gaps import closed_gap
from skillgap.batch.fairness.rerunning import Reruns, prepare_audit
from skillgap.batch.fairness.swap_words import Person, swap_words
from skillgap.batch.fairness.swapped_names import OwnName, swapped_address, swapped_name
from skillgap.batch.fairness.swapping import identity_in, swapped, swaps_for
from skillgap.batch.fairness.types import GapPlace, SwapKind
from skillgap.documents.reading import document_of_text
from skillgap.documents.types import Document
from skillgap.resume.parsing import Parsed, ResumeGrammar

EVERYBODY = [*swap_words().persons, *swap_words().words]
JANE = OwnName("jane", "example", frozenset({"marie"}))
MEI = Person("Mei", "Wu", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Example", "Mei Wu"),
        ("JANE EXAMPLE", "MEI WU"),
        ("Example, Jane", "Wu, Mei"),
        ("Jane Marie Example", "Mei Wu"),
        ("J. Example", "M. Wu"),
        ('Jane "Marie" Example', "Mei Wu"),
        ("Dr. Jane van der Example", "Dr. Mei Wu"),
        ("Jane", "Mei"),
        ("Marie", "Wu"),
        ("J A N E", "M E I"),
        ("CV_JaneExample.pdf", "CV_MeiWu.pdf"),
        ("@janeexample", "@meiwu"),
        ("Prof. Doe", "Prof. Doe"),
    ],
)
def test_a_name_is_exchanged_word_by_word(text: str, expected: str) -> None:
    assert swapped_name(text, JANE, MEI) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jane.example@example.com", "mei.wu@wu.com"),
        ("jexample@mail.org", "mwu@mail.org"),
        ("hello@mail.org", "mei.wu@mail.org"),
        ("https://www.linkedin.com/in/jane-example-123", "https://www.linkedin.com/in/mei-wu-123"),
        ("github.com/torvalds/linux", "github.com/torvalds/linux"),
        ("mailto:jane@mail.org", "mailto:mei@mail.org"),
    ],
)
def test_addresses_spell_the_other_name(text: str, expected: str) -> None:
    assert swapped_address(text, JANE, MEI) == expected


@dataclass
class Read:
    document: Document
    parsed: Parsed


def read(text: str, analyzer: Analyzer) -> Read:
    document = document_of_text(text, name="x", limits=analyzer.limits)
    return Read(document, analyzer.parse(document))


def test_an_exchange_leaves_every_line_in_its_place(analyzer: Analyzer, grammar: ResumeGrammar) -> None:
    """As many lines, every span within its line and tiling it, nothing of the old name left, all that is not identity the same."""
    own = read(page(STRONG, "Zenobia", "Quillfeather"), analyzer)
    identity = identity_in(own.document, own.parsed, grammar.redaction)
    kinds = set()
    for swap in swaps_for(identity, swap_words(), own.document.sha256):
        other = swapped(own.document, identity, swap, swap_words())
        kinds.add(swap.kind)
        assert len(other.lines) == len(own.document.lines)
        assert "\n".join(other.text_of(line) for line in other.lines) == other.text.replace("\n\n", "\n")
        assert other.text != own.document.text
        assert "Wrote network drivers for Linux in C" in other.text
        if swap.kind in {SwapKind.NAME, SwapKind.EVERYTHING}:
            assert "quillfeather" not in other.text.casefold()
            assert "zenobia" not in other.text.casefold()
        if swap.kind in {SwapKind.PRONOUNS, SwapKind.EVERYTHING}:
            assert "He also led the move" in other.text
        if swap.kind in {SwapKind.AGE, SwapKind.EVERYTHING}:
            assert "1987" not in other.text
        if swap.kind in {SwapKind.SCHOOL, SwapKind.EVERYTHING}:
            assert "Arouca" not in other.text
        if swap.kind in {SwapKind.PERSONAL, SwapKind.EVERYTHING}:
            assert "British" not in other.text
    assert kinds == set(SwapKind)


def test_the_same_content_gets_the_same_exchanges(analyzer: Analyzer, grammar: ResumeGrammar) -> None:
    own = read(page(STRONG, "Ana", "Alder"), analyzer)
    identity = identity_in(own.document, own.parsed, grammar.redaction)
    first, second = (list(swaps_for(identity, swap_words(), own.document.sha256)) for _ in range(2))
    assert first == second
    assert len({each.person for each in first if each.kind is SwapKind.NAME}) == 4


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_no_sample_scores_otherwise_under_another_identity(path: Path, analyzer: Analyzer) -> None:
    found = prepare_audit(analyzer.for_many())(job_of(path.read_bytes(), path.name))
    assert isinstance(found, Reruns)
    assert {each.kind for each in found.swaps} >= {SwapKind.NAME, SwapKind.EVERYTHING}
    assert [each for each in found.swaps if each.outcome is not None] == []


HARD = """{name}
{mail} | Leeds, UK

Summary
Physicist who measures small things.

Publications
{initial}. {surname}, K. Noh: Imaging single vortices with a diamond tip, Quantum Sensors Letters, 2024
{surname}, {initial}. (2019) Duckweed and the memory of sediments. Limnology Notes 17, 77-90.

References
{given} {surname} signs that all of this is true.
"""


@pytest.mark.parametrize("person", swap_words().words, ids=str)
def test_a_name_that_is_a_word_of_technology_is_no_skill(person: Person, analyzer: Analyzer) -> None:
    """Neither above nor within the text, with given name, initial or surname first."""

    def skills(given: str, surname: str) -> dict[str, float]:
        text = HARD.format(
            name=f"{given} {surname}",
            given=given,
            surname=surname,
            initial=given[0],
            mail=f"{given}.{surname}@example.com".casefold(),
        )
        return {claim.id: claim.level_score for claim in analyzer.analyze_text(text).skills}

    assert skills(person.given, person.family) == skills("Zenobia", "Quillfeather")


def test_a_skill_that_is_somebodys_name_still_counts(analyzer: Analyzer) -> None:
    """A single word of the name is the skill where it says so."""
    text = page(STRONG, "Julia", "Jenkins").replace("continuous integration", "Jenkins")
    assert "Jenkins" in {each.text for claim in analyzer.analyze_text(text).skills for each in claim.evidence}


def test_how_long_an_address_is_does_not_decide_what_a_line_of_the_header_says(analyzer: Analyzer) -> None:
    """The headline beside an e-mail address is read, however long the address."""
    text = "{name}\nData-plane Engineer {mail}\n\nSummary\nBuilds things.\n"
    found = [
        {claim.id for claim in analyzer.analyze_text(text.format(name=name, mail=mail)).skills}
        for name, mail in (
            ("Bo Li", "b.li@example.com"),
            ("Maria Oliveira", "maria.aparecida.fernandes.de.oliveira.nascimento@example.com"),
        )
    ]
    assert found[0] == found[1]
    assert "packet-processing" in found[0]


class PartialAnalyzer(Analyzer):
    """One that gives a point for a name: what the test has to catch."""

    def analyze_document(self, document: Document, parsed: Parsed | None = None) -> Analysis:
        result = super().analyze_document(document, parsed)
        name = (parsed or self.parse(document)).contact.name or ""
        extra = 1.0 if name.startswith("Tom") else 0.0
        return replace(result, score=replace(result.score, overall=result.score.overall + extra))


def test_an_analyzer_that_looks_at_names_is_caught() -> None:
    """The exchange of the name changes the score by the point; that of a place does not."""
    found = prepare_audit(PartialAnalyzer(as_of="2025-01"))(job_of(page(STRONG, "Tom", "Alder").encode(), "x.txt"))
    assert isinstance(found, Reruns)
    changed = {each.kind for each in found.swaps if each.outcome is not None}
    assert changed == {SwapKind.NAME, SwapKind.EVERYTHING}


# --- career gaps ----------------------------------------------------------------------------------------------------

GAP = """Ana Alder
ana.alder@example.com

Experience
Systems Engineer, Example Works, {second}
- Wrote network drivers for Linux in C.
Developer, Other Works, {first}
- Wrote Linux tools in Python.

Education
BSc Computer Science, University of Arouca, {studies}
"""


@pytest.mark.parametrize(
    ("jobs", "studies", "gaps"),
    [
        (("2015-01 to 2017-12", "2019-01 to present"), "2010 to 2013", [12, None]),
        (("2015-01 to 2018-09", "2019-01 to present"), "2010 to 2013", [None, None]),
        (("2015-01 to 2017-12", "2019-01 to 2023-12"), "2010 to 2013", [12, 12]),
        (("2015-01 to 2017-12", "2019-01 to present"), "2018 to 2018", [None, None]),
        (("2015 to 2017", "2018 to present"), "2010 to 2013", [None, None]),
        (("2015 to 2016", "2018 to present"), "2010 to 2013", [12, None]),
    ],
)
def test_gaps_are_found_between_jobs_and_behind_the_last(
    analyzer: Analyzer, jobs: tuple[str, str], studies: str, gaps: list[int | None]
) -> None:
    """From six months on; studies fill them, and bare years leave none that might not be there."""
    parsed = read(GAP.format(first=jobs[0], second=jobs[1], studies=studies), analyzer).parsed
    found = [closed_gap(parsed, "2024-12", place) for place in GapPlace]
    assert [each and each.months for each in found] == gaps
    for each, place in zip(found, GapPlace, strict=True):
        if each is not None:
            assert closed_gap(each.parsed, "2024-12", place) is None
