"""Job postings as files and as what a résumé is held against."""

import json
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from read_postings import DEVELOPED, MENTIONED, PREFERRED, REQUIRED, nearest_in, strength

from skillgap import Analyzer, UsageError
from skillgap.documents.reading import read_document
from skillgap.errors import DocumentUnsupported, PostingWithoutSkills
from skillgap.evidence.collecting import EvidenceCollector
from skillgap.postings.reading import read_posting
from skillgap.postings.roles import required_levels, role_of
from skillgap.postings.types import Posting
from skillgap.report.view import view_of
from skillgap.taxonomy.types import CareerLevel, Importance
from skillgap.taxonomy.whole import Taxonomy

POSTING = """Senior Storage Engineer

About us

Corvid Example runs Kubernetes and Kafka for a living.

Your tasks

- Tune our PostgreSQL servers

Requirements

- At least five years of C on Linux
- SystemQZX

Nice to have

- Rust
"""


def test_a_page_of_html_with_its_noise(collector: EvidenceCollector) -> None:
    page = """<!doctype html><html><body><nav><a>Jobs</a><a>Kafka</a></nav><main><h1>Platform Engineer at Corvid</h1>
    <div><section><h2>You need</h2><ul><li>Python<ul><li>asyncio; Docker is a plus</li></ul></li></ul></section></div>
    <h2>What you get</h2><p>A course on Rust.</p></main><footer>Imprint</footer></body></html>"""
    posting = read_posting(read_document(page.encode()), collector)
    assert posting.title == "Platform Engineer"
    assert [strength(posting, skill) for skill in ("python", "docker", "rust")] == [REQUIRED, PREFERRED, MENTIONED]


def test_the_json_resume_job_schema(collector: EvidenceCollector) -> None:
    job = {
        "title": "Backend Engineer",
        "company": "Corvid Example",
        "description": "We run on Kubernetes.",
        "location": {"city": "Ghent"},
        "experience": "Mid-level",
        "responsibilities": ["Tune PostgreSQL"],
        "qualifications": ["Three years of Java"],
        "skills": [{"name": "Backend", "keywords": ["Python"]}, {"name": "Nice to have", "keywords": ["Rust"]}],
    }
    posting = read_posting(read_document(json.dumps(job).encode()), collector)
    expected = {
        "kubernetes": MENTIONED,
        "relational-databases": MENTIONED,
        "java": REQUIRED,
        "python": REQUIRED,
        "rust": PREFERRED,
    }
    assert {skill: strength(posting, skill) for skill in expected} == expected
    assert (posting.title, posting.years, posting.level) == ("Backend Engineer", 3, CareerLevel.MID)


@pytest.mark.parametrize(
    "job", [{"title": ["x"], "description": 3, "skills": "C"}, {"qualifications": {"a": [1, {"b": None}]}}]
)
def test_a_job_of_odd_values_is_read_as_far_as_it_goes(job: object) -> None:
    assert read_document(json.dumps(job).encode()).text


def test_other_json_is_neither() -> None:
    with pytest.raises(DocumentUnsupported):
        read_document(b'{"name": "x"}')
    assert read_document(b'{"basics": {"name": "Jane"}, "skills": [{"name": "C"}]}').reader == "json-resume"


def test_the_role_of_a_posting(read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    role = role_of(read(POSTING), taxonomy)
    assert {line.skill: line.importance for line in role.skills} == {
        "c": Importance.ESSENTIAL,
        "linux": Importance.ESSENTIAL,
        "rust": Importance.IMPORTANT,
        "relational-databases": Importance.USEFUL,
    }
    levels = required_levels(taxonomy)
    assert all(line.required(level) is levels[line.importance][level] for line in role.skills for level in CareerLevel)
    assert role.work == taxonomy.roles[nearest_in(role.source, taxonomy)].work


def test_a_role_of_ours_is_never_replaced(read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    role = role_of(read("Software Systems Engineer\n\nRequirements\n\n- C\n"), taxonomy)
    assert role.id == "software-systems-engineer-posting"


@pytest.mark.parametrize("text", ["We wish you well.", "Engineer\n\nAbout us\n\nWe use Rust.\n"])
def test_a_posting_that_asks_for_no_skill(text: str, read: "partial[Posting]", taxonomy: Taxonomy) -> None:
    with pytest.raises(PostingWithoutSkills, match="no skill is asked for"):
        role_of(read(text), taxonomy)


def test_an_analysis_against_a_posting(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING)
    analyzer = Analyzer(posting=path)
    analysis = analyzer.analyze_text(
        "Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n- Wrote a service in C\n"
    )
    assert (analysis.target.posting, analysis.target.level) == ("Senior Storage Engineer", "senior")
    assert analysis.posting is not None
    assert (analysis.posting.years, analysis.posting.unknown) == (5, ("SystemQZX",))
    assert {each.skill for each in analysis.score.components} == {ask.skill for ask in analysis.posting.asks}
    assert type(analysis).from_dict(analysis.to_dict()) == analysis
    assert Analyzer(posting=analyzer.posting, level="junior").level is CareerLevel.JUNIOR


@pytest.mark.parametrize("other", [{"role": "backend-engineer"}, {"track": "middleware"}])
def test_a_posting_stands_alone(other: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="in the place of a role"):
        Analyzer(posting=POSTING.encode(), **other)


def test_lines_copied_from_the_posting_are_told_of() -> None:
    lines = [
        f"- Keep the {word} storage cluster alive through power cuts and floods\n"
        for word in ("first", "second", "third")
    ]
    analyzer = Analyzer(posting=(POSTING + "\nYour duties\n\n" + "".join(lines)).encode())

    def warned(own: list[str]) -> bool:
        text = f"Jane Example\n\nEXPERIENCE\nEngineer, Some Ltd, 2020 - 2024\n{''.join(own)}"
        warnings = analyzer.analyze_text(text).document.warnings
        return any(
            each.code == "keyword_stuffing" and "word for word in the posting" in each.message for each in warnings
        )

    assert warned(lines)
    assert not warned(lines[:2])
    assert not warned([lines[0]] * 5)
    assert not warned(["- Wrote C on Linux\n", "- SystemQZX\n", "- Rust\n"])


def test_the_same_posting_as_pdf_and_docx(read: "partial[Posting]", collector: EvidenceCollector) -> None:
    text = (DEVELOPED / "d-01.txt").read_text()
    plain = {ask.skill: ask.strength for ask in read(text).asks}
    for content in (as_pdf(text), as_docx(text)):
        posting = read_posting(read_document(content), collector)
        assert {ask.skill: ask.strength for ask in posting.asks} == plain
        assert (posting.title, posting.years) == ("Senior Software Engineer, Storage Data Path", 6)


def as_pdf(text: str) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

    buffer, styles = BytesIO(), getSampleStyleSheet()
    story: list[Flowable] = []
    for line in text.splitlines():
        style = styles["Heading3"] if line.isupper() else styles["BodyText"]
        story.append(Paragraph(line, style) if line else Spacer(1, 8))
    SimpleDocTemplate(buffer, invariant=1).build(story)
    return buffer.getvalue()


def as_docx(text: str) -> bytes:
    import docx

    buffer, document = BytesIO(), docx.Document()
    for line in filter(None, text.splitlines()):
        style = "Heading 2" if line.isupper() else "List Bullet" if line.startswith("• ") else "Normal"
        document.add_paragraph(line.removeprefix("• "), style)
    document.save(buffer)
    return buffer.getvalue()


def test_a_report_says_whose_work_is_told_beside_a_posting_and_how_many_of_its_skills_count(tmp_path: Path) -> None:
    """A posting's days are told as those of the nearest of our roles; of a choice one skill counts."""
    path = tmp_path / "posting.txt"
    path.write_text("Kernel Developer\n\nRequirements\n- C or Rust\n- Linux kernel\n- Device drivers\n- Git\n")
    analyzer = Analyzer(posting=path)
    analysis = analyzer.analyze_text(
        "Jane Example\n\nEXPERIENCE\nDeveloper, Some Ltd, 2019 - 2025\n- Wrote drivers in C\n"
    )
    nearest = next(role for role in analyzer.taxonomy.roles.values() if role.work == analysis.fit.work)
    assert f"as for a {nearest.label}" in analysis.fit.summary
    said = " ".join(view_of(analysis).posting)
    assert "5 required" in said
    assert f"{len(analysis.score.components)} count" in said
    own = Analyzer(role=nearest.id).analyze_text(
        "Jane Example\n\nEXPERIENCE\nDeveloper, Some Ltd, 2019 - 2025\n- Wrote drivers in C\n"
    )
    assert "as for a" not in own.fit.summary
