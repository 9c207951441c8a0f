"""The annotated evidence: enough of it, well-formed, the held-out part as it was written, and what is measured on it is counted."""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

from skillgap.errors import PersonaError
from skillgap.evaluation.baselines import keyword_search, phrase_matcher
from skillgap.evaluation.evidence import Case, case_of_block, evaluate_evidence, read_cases
from skillgap.evaluation.marked_blocks import read_blocks
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.paraphrases import likelihood
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar
from skillgap.taxonomy.types import Level
from skillgap.taxonomy.whole import Taxonomy

EVIDENCE = ROOT / "tests" / "evidence"
PARAPHRASES = ROOT / "training" / "paraphrases"
HELD_OUT, DEVELOPED = EVIDENCE / "heldout", EVIDENCE / "developed"
OTHER_TRADES = EVIDENCE / "other_trades"
HELD_OUT_DIGEST = "9e7e8ba1c3c905c70530198a8d2d3b39c9afaea14b9c74e4b39ae7865b23d220"
BLOCKS = """@ experience: Platform Engineer
- Moved the fleet from {Chef|puppet-chef-salt} to {Ansible|ansible}; no {Salt|puppet-chef-salt|negated}.
- Two importers could bill one order twice; made the claim of a row one step. => race-conditions, transactions

@ experience: Pastry Chef
- Had two cooks who kept glazing the same cakes. ~> race-conditions
"""


@pytest.fixture(scope="module")
def held_out(grammar: ResumeGrammar) -> list[Case]:
    return list(read_cases(HELD_OUT, grammar))


@pytest.fixture(scope="module")
def developed(grammar: ResumeGrammar) -> list[Case]:
    return list(read_cases(DEVELOPED, grammar))


def test_the_held_out_part_is_as_it_was_written() -> None:
    """It was written and annotated without sight of taxonomy and code, and is never tuned or trained on."""
    digest = sha256()
    for path in sorted(HELD_OUT.glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == HELD_OUT_DIGEST


def test_no_line_of_it_is_trained_on(held_out: list[Case], developed: list[Case]) -> None:
    known = {line.text for case in developed for line in case.gold}
    for path in sorted(PARAPHRASES.glob("*.txt")):
        known |= {line.text for block in read_blocks(path) for line in block.lines}
    marked = {line.text for case in held_out for line in case.gold if line.mentions or line.proves}
    assert {line for line in known & marked if len(line.split()) > 4} == set()


def test_there_is_enough_of_it(held_out: list[Case], developed: list[Case], taxonomy: Taxonomy) -> None:
    cases = [*held_out, *developed]
    lines = [line for case in cases for line in case.gold]
    areas = Counter(taxonomy.area_of[mention.skill] for line in lines for mention in line.mentions)
    statuses = Counter(mention.status for case in held_out for line in case.gold for mention in line.mentions)
    assert sum(bool(line.mentions) for line in lines) >= 2500
    trained = [
        line for path in sorted(PARAPHRASES.glob("*.txt")) for block in read_blocks(path) for line in block.lines
    ]
    assert sum(bool(line.proves) for line in (*lines, *trained)) >= 600
    assert sum(bool(line.sounds_like) for line in (*lines, *trained)) >= 600
    assert sum(bool(case.persona and case.persona.levels is not None) for case in cases) >= 80
    assert min(areas.values()) >= 300
    assert min(statuses[status] for status in Status) >= 60


def test_marks_name_known_skills(held_out: list[Case], developed: list[Case], taxonomy: Taxonomy) -> None:
    for case in (*held_out, *developed):
        named = {mention.skill for line in case.gold for mention in line.mentions}
        linked = {skill for line in case.gold for skill in (*line.proves, *line.sounds_like)}
        levels = set(case.persona.levels or {}) if case.persona else set()
        assert not (named | linked | levels) - taxonomy.skills.keys(), case.id


def test_the_paraphrases_trained_on_name_known_skills(taxonomy: Taxonomy) -> None:
    for path in sorted(PARAPHRASES.glob("*.txt")):
        for block in read_blocks(path):
            skills = {skill for line in block.lines for skill in (*line.proves, *line.sounds_like)}
            assert not skills - taxonomy.skills.keys(), path.name


def test_a_file_of_lines_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(BLOCKS)
    engineer, cook = read_blocks(path)
    assert [line.proves for line in engineer.lines] == [(), ("race-conditions", "transactions")]
    assert [(mention.skill, mention.status) for mention in engineer.lines[0].mentions] == [
        ("puppet-chef-salt", Status.USED),
        ("ansible", Status.USED),
        ("puppet-chef-salt", Status.NEGATED),
    ]
    assert cook.title == "Pastry Chef"
    assert cook.lines[0].sounds_like == ("race-conditions",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("@ experience: P", "@ experienze: P", "lines.txt:1: no section kind 'experienze'"),
        ("{Ansible|ansible}", "{Ansible|}", "lines.txt:2: a mark is not"),
        ("@ experience: Platform Engineer\n", "", "lines.txt:1: a line before the first block"),
    ],
)
def test_a_broken_file_of_lines_is_told_of(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(BLOCKS.replace(old, new, 1))
    with pytest.raises(PersonaError, match=re.escape(message)):
        read_blocks(path)


def test_counts_are_of_what_was_found(tmp_path: Path, collector: EvidenceCollector, taxonomy: Taxonomy) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("@ experience: Engineer\n- Wrote it in {Rust|rust} on Linux, no {Docker|docker|negated}.\n")
    (block,) = read_blocks(path)
    baselines = {"PhraseMatcher": phrase_matcher(taxonomy), "keyword search": keyword_search(taxonomy)}
    result = evaluate_evidence([case_of_block(block, "one")], collector, baselines)
    assert sum(tally.gold for tally in result.mentions.values()) == 2
    assert sum(tally.right for tally in result.mentions.values()) == 2
    assert [skill for _, skill in result.spurious] == ["linux"]
    assert result.statuses == {(Status.USED, Status.USED): 1, (Status.NEGATED, Status.NEGATED): 1}
    assert result.wrongly_credited == (0, 1)
    assert {name: tally.found for name, tally in result.baselines.items()} == {"PhraseMatcher": 3, "keyword search": 3}


def test_it_beats_the_baselines_on_what_it_never_saw(
    held_out: list[Case], collector: EvidenceCollector, taxonomy: Taxonomy
) -> None:
    """Floors below what was measured, so that a change for the worse is seen; the figures are in docs/evidence.md."""
    result = evaluate_evidence(held_out, collector, {"PhraseMatcher": phrase_matcher(taxonomy)})
    found = sum(tally.found for tally in result.mentions.values())
    right = sum(tally.right for tally in result.mentions.values())
    gold = sum(tally.gold for tally in result.mentions.values())
    plain = result.baselines["PhraseMatcher"]
    assert right / found > plain.precision + 0.1
    assert right / gold > plain.recall
    assert right / found > 0.88
    assert right / gold > 0.84
    assert result.statuses_right[0] / result.statuses_right[1] > 0.8
    near = sum(count for (a, b), count in result.levels.items() if abs(a.rank - b.rank) <= 1)
    assert near / result.levels.total() > 0.86
    assert result.near_misses.found <= 5
    assert result.links["lines"].precision > 0.87
    assert result.proving["lines"].recall > 0.48
    assert Level.EXPERT in {actual for _, actual in result.levels}


def test_pages_of_other_trades_show_next_to_nothing(grammar: ResumeGrammar, collector: EvidenceCollector) -> None:
    """Nobody trained on them; rules were made with 42 of them in view. Fewer than one false skill of the four areas in five pages."""
    result = evaluate_evidence(read_cases(OTHER_TRADES, grammar), collector)
    assert result.unrelated == 50
    assert result.false_skills / result.unrelated <= 0.2


def test_paraphrases_are_marked_as_such(collector: EvidenceCollector, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(
        "@ experience: Engineer\n"
        "- Two counters sat side by side within 64 bytes and the cores kept stealing that line from each other. => false-sharing\n"
    )
    (block,) = read_blocks(path)
    links = collector.linked(case_of_block(block, "one").resume, [])
    assert [(skill, judged.evidence.via) for skill, judged in links] == [("false-sharing", Via.PARAPHRASE)]
    assert 0 < links[0][1].confidence < 1


def test_plain_prose_is_linked_where_that_is_sure(collector: EvidenceCollector, tmp_path: Path) -> None:
    """A page that names nothing may be told in one's own words, or be of another trade."""
    path = tmp_path / "lines.txt"
    plain = "- Went to the customer, listened to what they wanted and wrote it down for the others.\n" * 14
    path.write_text(
        f"@ experience: Engineer\n{plain}"
        "- Two counters sat side by side within 64 bytes and the cores kept stealing that line from each other. => false-sharing\n"
    )
    (block,) = read_blocks(path)
    assert [skill for skill, _ in collector.linked(case_of_block(block, "one").resume, [])] == ["false-sharing"]


def test_a_likelihood_stays_between_none_and_all() -> None:
    assert [likelihood(score) for score in (-1e6, 0.0, 1e6)] == [0.0, 0.5, 1.0]


def test_endless_lines_are_read_too(collector: EvidenceCollector, tmp_path: Path) -> None:
    """Every line is hostile until read: thousands of names, cues and joints in one of them."""
    path = tmp_path / "lines.txt"
    path.write_text(
        "@ experience: Engineer\n"
        f"- {'no Kubernetes and Linux never Rust by the team ' * 300}\n- {'unit and integration tests and ' * 1000}\n"
    )
    (block,) = read_blocks(path)
    found = Counter(mention.skill for mention, _ in collector.judge(case_of_block(block, "endless").resume))
    assert found["kubernetes"] == 300
    assert found["integration-testing"] == 1000
