"""Links: what proves a skill without naming it, in a line and in a paragraph of several sentences."""

import pytest
from read_evidence import claims_in

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.paraphrases import Link, apart, parts_of
from skillgap.evidence.types import Via
from skillgap.resume.parsing import ResumeGrammar
from skillgap.taxonomy.types import SkillId

SHARED = "Two counters sat side by side within 64 bytes and the cores kept stealing that line from each other."
PLAIN = "Ordered the chairs for the new office and walked the dog of the landlord twice a week."


def links_in(body: str, collector: EvidenceCollector, grammar: ResumeGrammar) -> dict[str, list[str]]:
    """The texts that prove each skill."""
    lead = "\n".join(f"- Wrote {name} services for the shop." for name in ("Java", "PostgreSQL", "Kafka", "Docker"))
    page = f"Jane Example\n\nEXPERIENCE\nSoftware Engineer, Some Ltd, 2020 - 2024\n{lead}\n- {body}\n"
    found = claims_in(page, collector, grammar)
    return {
        claim.id: [each.text for each in claim.evidence if each.via is Via.PARAPHRASE]
        for claim in found.values()
        if any(each.via is Via.PARAPHRASE for each in claim.evidence)
    }


def test_a_line_of_one_sentence_is_one_part() -> None:
    assert list(parts_of("Cut the night job from 5 h to 40 min.")) == [(0, 37)]


def test_sentences_and_each_two_in_a_row_are_parts() -> None:
    text = "One ran. Two ran! Then v1.2 ran; it"
    parts = [text[start:end] for start, end in parts_of(text)]
    assert parts == [
        text,
        "One ran.",
        "Two ran!",
        "Then v1.2 ran; it",
        "One ran. Two ran!",
        "Two ran! Then v1.2 ran; it",
    ]


def test_the_surest_link_counts_and_others_in_what_it_leaves() -> None:
    links = [
        Link(0, 0, 30, SkillId("locking"), 0.6),
        Link(0, 0, 10, SkillId("race-conditions"), 0.9),
        Link(0, 8, 20, SkillId("caching"), 0.8),
        Link(0, 20, 30, SkillId("race-conditions"), 0.75),
        Link(0, 20, 30, SkillId("file-io"), 0.7),
    ]
    assert [link.skill for link in apart(iter(links))] == ["race-conditions", "file-io"]


def test_a_sentence_of_a_paragraph_proves_what_it_proves_alone(
    collector: EvidenceCollector, grammar: ResumeGrammar
) -> None:
    assert links_in(SHARED, collector, grammar) == {"false-sharing": [SHARED]}
    assert links_in(f"{PLAIN} {SHARED} {PLAIN} {PLAIN}", collector, grammar) == {"false-sharing": [SHARED]}


def test_a_line_with_several_links_is_read_once_for_them(
    collector: EvidenceCollector, grammar: ResumeGrammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    cued_piece = EvidenceCollector.cued_piece
    monkeypatch.setattr(
        EvidenceCollector,
        "cued_piece",
        lambda self, piece, *rest: (read.append(piece), cued_piece(self, piece, *rest))[1],
    )
    other = (
        "Shrank the time from power-on to the first prompt from forty seconds to six by starting services side by side."
    )
    assert len(links_in(f"{SHARED} {PLAIN} {other}", collector, grammar)) > 1
    assert len(read) == len(set(read))


def test_a_page_that_names_nothing_must_be_surest(collector: EvidenceCollector, grammar: ResumeGrammar) -> None:
    """The same words are of this trade beside a name of it, and of another without one."""
    places = (
        "Leeds",
        "York",
        "Hull",
        "Ripon",
        "Bath",
        "Wells",
        "Truro",
        "Derby",
        "Ely",
        "Dover",
        "Durham",
        "Perth",
        "Oban",
    )
    choirs = "\n".join(f"- Led the choir of {place} through its spring concerts." for place in places)
    page = f"Jane Example\n\nEXPERIENCE\nStaff Engineer, Some Ltd, 2020 - 2024\n{choirs}\n"
    aired = "- Live sessions on air for a public radio station, a broadcast each week.\n"
    assert "wireless-networking" not in claims_in(page + aired, collector, grammar)
    assert "wireless-networking" in claims_in(f"{page}{aired}- Wrote it in C++ on Linux.\n", collector, grammar)
    assert "false-sharing" in claims_in(f"{page}- {SHARED}\n", collector, grammar)
