"""Whatever a posting says: no error but ours, quotes that stand in it, and a role file that comes back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import SkillgapError
from skillgap.documents.reading import document_of_text
from skillgap.errors import PostingWithoutSkills
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.roles import role_of
from skillgap.postings.writing import role_yaml
from skillgap.taxonomy.authoring.yaml_files import Faults, read_yaml
from skillgap.taxonomy.types import Role
from skillgap.taxonomy.words import Cues, PostingCues

PARTS = [
    "Requirements", "NICE TO HAVE:", "# What you'll do", "About us", "- 5+ years of C", "• Rust is a plus (or Go)", "> no Kafka needed",
    "Stack: Go, Kafka", "((((", "))", "; – but and", "3-5 yrs", "ideally", "a plus", "must", "E1  Linux", "",
    "QZX 42 and survival analysis",
    "Senior Engineer at Corvid", "You know C. Ideally Rust, and SQL.", "| a | b |", "\x0c", "’ # : “", "no", "half a decade",
]  # fmt: skip
POSTINGS = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=40)), max_size=25).map("\n".join)


@settings(deadline=None)
@given(text=POSTINGS)
def test_any_text_is_a_posting_or_our_error(text: str, collector: EvidenceCollector) -> None:
    try:
        document = document_of_text(text, name="any")
    except SkillgapError:
        return
    posting = read_posting(document, collector)
    assert len({ask.skill for ask in posting.asks}) == len(posting.asks)
    assert all(any(ask.line in line for line in posting.lines) for ask in posting.asks)
    assert all(any(term in line for line in posting.lines) for term in posting.unknown)
    assert posting.years is None or 0 <= posting.years <= 40
    try:
        role = role_of(posting, collector.taxonomy)
    except PostingWithoutSkills:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "role.yaml"
        path.write_text(role_yaml(role, posting), encoding="utf-8")
        faults = Faults()
        assert read_yaml(path, Role, faults) == role, list(faults)


def test_every_list_of_words_has_some(collector: EvidenceCollector) -> None:
    cues: Cues = collector.taxonomy.cues
    assert all(getattr(cues.postings, field) for field in PostingCues.__struct_fields__)
