"""Job postings for tests: read from text, and what they ask for."""

from functools import partial
from pathlib import Path

import pytest

from skillgap.documents.reading import document_of_text
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.types import Posting, Strength
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

DEVELOPED = Path(__file__).parent / "postings" / "developed"


REQUIRED, PREFERRED, MENTIONED = Strength


@pytest.fixture
def read(collector: EvidenceCollector) -> "partial[Posting]":
    return partial(posting_of, collector)


def posting_of(collector: EvidenceCollector, text: str) -> Posting:
    return read_posting(document_of_text(text, name="posting.txt"), collector)


def strength(posting: Posting, skill: str) -> Strength | None:
    return next((ask.strength for ask in posting.asks if ask.skill == SkillId(skill)), None)


def nearest_in(source: str, taxonomy: Taxonomy) -> str:
    (name,) = [role.id for role in taxonomy.roles.values() if source.endswith(f"as for {role.label}.")]
    return name
