"""Whatever the text: no error but ours, offsets that hold, and scores that only rise with evidence."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Analyzer, SkillgapError
from skillgap.documents.reading import document_of_text, read_document
from skillgap.evidence.cue_grammar import WORD
from skillgap.gap.types import Score
from skillgap.resume.parsing import ResumeGrammar, parse_resume

PARTS = [
    "EXPERIENCE", "SKILLS", "Education:", "Languages: C, Go",
    "- Wrote a Linux driver in C", "• epoll, TCP/IP", "Engineer, Foo Ltd, 2019 - 2021",
    "Jan 2020 – Present", "no Rust yet",
    "Jane Example", "jane@example.com", "", "   ", "perfor-", "mance", "----", "Learning now: Kubernetes", "({[|", "\f",
]  # fmt: skip
RESUMES = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=40)), max_size=30).map("\n".join)
LINES = [
    "- Ran Kubernetes in production",
    "- Kernel modules for Linux",
    "- gRPC services in Go and C++",
    "- Unit tests with pytest",
]


def analyzed(analyzer: Analyzer, text: str) -> Score:
    return analyzer.analyze_text(f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n{text}\n").score


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_our_error(content: bytes) -> None:
    try:
        assert read_document(content).text
    except SkillgapError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right, but nothing else


@settings(deadline=None)
@given(text=RESUMES)
def test_any_text_is_parsed_without_loss_of_place(text: str, grammar: ResumeGrammar) -> None:
    try:
        document = document_of_text(text, name="any")
    except SkillgapError:
        return
    resume = parse_resume(document, grammar).resume
    for line in resume.lines:
        assert 0 <= line.start <= line.end <= len(document.text)
        for word in WORD.finditer(line.text):
            start, end = line.span(*word.span())
            assert 0 <= start < end <= len(document.text)
    bounds = [(section.start, section.end) for section in resume.sections]
    assert bounds == sorted(bounds)
    assert all(a[1] <= b[0] for a, b in pairwise(bounds))
    held = [n for entry in resume.entries for n in entry.line_numbers]
    assert len(held) == len(set(held))


@settings(deadline=None, max_examples=40)
@given(text=RESUMES)
def test_any_text_gives_a_bounded_score_and_evidence_in_place(text: str, analyzer: Analyzer) -> None:
    try:
        analysis = analyzer.analyze_text(text)
    except SkillgapError:
        return
    assert 0 <= analysis.score.band[0] <= analysis.score.overall <= analysis.score.band[1] <= 100
    assert analysis.to_json() == analyzer.analyze_text(text).to_json()
    printed = document_of_text(text, name="text").text
    for claim in analysis.skills:
        for evidence in claim.evidence:
            assert " ".join(printed[evidence.start : evidence.end].split()) == evidence.text


@settings(deadline=None, max_examples=20)
@given(lines=st.lists(st.sampled_from(LINES), unique=True, min_size=1), more=st.sampled_from(LINES))
def test_more_evidence_never_lowers_the_score(lines: list[str], more: str, analyzer: Analyzer) -> None:
    assert analyzed(analyzer, "\n".join([*lines, more])).overall >= analyzed(analyzer, "\n".join(lines)).overall
    old_job = "Engineer, Old Ltd, Jan 2001 - Feb 2001\n"
    undated = f"\nPROJECTS\n{lines[0]}\n"
    assert analyzed(analyzer, f"{old_job}{more}\n{undated}").overall >= analyzed(analyzer, undated).overall


@settings(deadline=None, max_examples=20)
@given(
    name=st.sampled_from(["Jane Example", "Øystein Åberg", "李 明", "Swift Rust", "MARY-ANN O'NEILL"]),
    city=st.sampled_from(["Leeds, UK", "Java, IN", "—"]),
)
def test_who_somebody_is_never_moves_the_score(name: str, city: str, analyzer: Analyzer) -> None:
    body = "\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Ran Kubernetes on Linux, sockets in C++\n"
    expected = analyzer.analyze_text(f"A Person\nLeeds, UK{body}").score
    assert analyzer.analyze_text(f"{name}\n{city}{body}").score == expected
