"""The annotated personas: the format is strict, the held-out part is untouched, and what is measured is counted."""

import re
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

from skillgap.documents.reading import document_of_text
from skillgap.errors import UsageError
from skillgap.evaluation.baselines import phrase_matcher
from skillgap.evaluation.gold_resumes import GoldEntry, GoldResume, GoldSection
from skillgap.evaluation.personas import Persona, PersonaError, as_text, entry_head, read_persona, read_personas
from skillgap.evaluation.structure import evaluate_structure
from skillgap.evidence.types import Status, Via
from skillgap.resume.parsing import ResumeGrammar
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.whole import Taxonomy

HELD_OUT = ROOT / "tests" / "heldout" / "personas"
HELD_OUT_DIGEST = "d2814fccb0d9a0a498a81d32114a37f78b304b7e570485a3e20d40d25e9dfb58"
BEHIND_NAME, BEHIND_TITLE = re.compile(r"\s*(?:,\s|\().*$"), re.compile(r"\s*\(.*$")
"""What a persona prints behind a project's name and behind a post's title, and what is no part of either (tests/resumes/README.md)."""
SMALL = """% id: small
% style: classic
# Jane Example
email: jane@example.com
## experience: Work
###
title: {Kernel|linux-kernel} Engineer
dates: 2019 – now => 2019/present
- Wrote {two workers clobbered a counter|race-conditions|used|paraphrase} in {C|c}, no {Rust|rust|negated}.
## skills: Skills
{Linux|linux}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "small.txt"
    path.write_text(text)
    return path


def test_the_held_out_part_is_as_it_was_written() -> None:
    """It was annotated without sight of taxonomy and code, and is never tuned on."""
    digest = sha256()
    for path in sorted(HELD_OUT.glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == HELD_OUT_DIGEST


def test_marks_are_taken_out_and_kept(tmp_path: Path) -> None:
    persona = read_persona(written(tmp_path, SMALL))
    entry = persona.sections[0].entries[0]
    assert entry.lines[0].text == "Wrote two workers clobbered a counter in C, no Rust."
    assert [(m.skill, m.status, m.via) for m in entry.lines[0].mentions] == [
        ("race-conditions", Status.USED, Via.PARAPHRASE),
        ("c", Status.USED, Via.ALIAS),
        ("rust", Status.NEGATED, Via.ALIAS),
    ]
    assert (entry.start, entry.end) == ("2019", "present")
    assert persona.sections[1].lines[0].mentions[0].status is Status.LISTED
    assert "{" not in as_text(persona)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{C|c}", "{C|}", r"small.txt:9: a mark is not"),
        ("|negated}", "|denied}", r"small.txt:9: no status 'denied'"),
        ("## skills", "## skils", r"small.txt:10: no section kind 'skils'"),
        ("# Jane Example\n", "", "needs a name"),
    ],
)
def test_a_broken_mark_names_file_and_line(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PersonaError, match=message):
        read_persona(written(tmp_path, SMALL.replace(old, new)))


def test_marks_name_known_skills(taxonomy: Taxonomy) -> None:
    for folder in (SAMPLES / "personas", HELD_OUT):
        for persona in read_personas(folder):
            unknown = {m.skill for line in persona.lines() for m in line.mentions} - taxonomy.skills.keys()
            assert not unknown, persona.id


def gold_of(persona: Persona) -> GoldResume:
    """The structure that a persona's source states, printed as `personas.as_text` prints it."""
    sections = [GoldSection(kind=None, lines=(persona.name, *(line.text for _, line in persona.contact)))]
    entries = []
    for section in persona.sections:
        lines = [line.text for line in section.lines]
        behind = BEHIND_TITLE if section.kind is SectionKind.EXPERIENCE else BEHIND_NAME
        for entry in section.entries:
            own = (*entry_head(entry).splitlines(), *(line.text for line in entry.lines))
            lines += own
            named = {key: behind.sub("", line.text) if key == "title" else line.text for key, line in entry.fields}
            if section.kind is SectionKind.EDUCATION:
                named.pop("title", None)
            entries.append(
                GoldEntry(
                    kind=section.kind,
                    is_internship=False,
                    fields=named,
                    start=entry.start,
                    end=entry.end,
                    lines=own,
                )
            )
        sections.append(GoldSection(kind=section.kind, lines=tuple(lines)))
    person = (("name", persona.name), *((key, line.text) for key, line in persona.contact))
    return GoldResume(
        id=persona.id, path=Path(), about={}, person=person, sections=tuple(sections), entries=tuple(entries)
    )


def test_structure_of_the_samples(grammar: ResumeGrammar) -> None:
    """The samples are what was developed on: nothing less than all of it will do."""
    personas = read_personas(SAMPLES / "personas")
    resumes = [(gold_of(each), document_of_text(as_text(each), name=each.id)) for each in personas]
    result = evaluate_structure(resumes, (), grammar)
    assert [fault for fault in result.faults if fault.field != "headline"] == []


@pytest.fixture(scope="module")
def personas() -> list[Persona]:
    return read_personas(SAMPLES / "personas")


def test_the_renderer_makes_the_samples_again(personas: list[Persona], in_samples: Path) -> None:
    """The committed PDF, DOCX and TXT files are what the renderer gives, byte for byte where no library stamps them."""
    import render

    for persona in personas:
        assert (in_samples / f"{persona.id}.pdf").read_bytes() == render.as_pdf(persona)
        assert (in_samples / f"{persona.id}.docx").read_bytes() == render.as_docx(persona)
        assert (in_samples / f"{persona.id}.txt").read_text() == as_text(persona)


def test_without_spacy_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch, taxonomy: Taxonomy) -> None:
    """It is an extra; measuring against its matcher alone asks for it, and a whole analysis doesn't (test_library)."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError) as error:
        phrase_matcher(taxonomy)
    assert error.value.hint == 'pip install "skillgap[spacy]"'
