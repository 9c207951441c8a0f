"""One candidate of a ranking in full, and two side by side: the difference is all there, no surer than the bands, and blind stays blind."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from markdown_it import MarkdownIt
from msgspec.structs import replace
from test_report import HOSTILE, SHOWN

from skillgap import Analysis, Analyzer, UsageError, read_document
from skillgap.batch.comparing import Comparison, compare_analyses, side_by_side
from skillgap.batch.comparing.rendering import render_comparison
from skillgap.cli import run
from skillgap.evidence.types import SkillProfile
from skillgap.gap.scoring import held_against, overall_of
from skillgap.gap.standing import standings_of
from skillgap.report.pages import PageFormat
from skillgap.report.rendering import Format, render
from skillgap.taxonomy.types import CareerLevel
from skillgap.taxonomy.whole import Taxonomy

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden" / "comparison.txt"
FILES = {
    "strong.txt": SAMPLES / "senior-systems.txt",
    "near.txt": SAMPLES / "mid-systems.txt",
    "again/near.docx": SAMPLES / "mid-systems.docx",
    "white.pdf": TESTS / "reading" / "visibility" / "hide-white-plain.pdf",
}
DRAWN = (PageFormat.TEXT, PageFormat.MARKDOWN)
AS_OF = "2026-11"
Shown = Callable[..., str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("candidates")
    for name, source in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(source, folder / name)
    (folder / "nothing.pdf").touch()
    return folder


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ranking of four candidates, of whom two have the same score, and of a file that can't be read."""
    return ranked(folder, tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="module")
def blind(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ranked(folder, tmp_path_factory.mktemp("parent") / "blind", "--blind")


def ranked(folder: Path, out: Path, *options: str) -> Path:
    assert run(["rank", str(folder), "-o", str(out), "--workers", "1", "--as-of", AS_OF, *options]) == 4
    return out


@pytest.fixture(scope="module")
def analyses() -> dict[str, Analysis]:
    analyzer = Analyzer(as_of=AS_OF)
    return {name: analyzer.analyze(path, name=Path(name).name) for name, path in FILES.items()}


@pytest.fixture
def printed(capfd: pytest.CaptureFixture[str]) -> Shown:
    """What a command prints that goes well."""

    def printed(*arguments: object) -> str:
        capfd.readouterr()
        assert run([str(each) for each in arguments]) == 0
        return capfd.readouterr().out

    return printed


def refusal(capfd: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line of a command that is refused."""
    capfd.readouterr()
    assert run([str(each) for each in arguments]) == 2
    captured = capfd.readouterr()
    (line,) = captured.err.splitlines()
    assert captured.out == ""
    return line


def test_a_candidate_is_found_by_file_by_id_and_by_rank(
    out: Path, folder: Path, analyses: dict[str, Analysis], printed: Shown
) -> None:
    """And its report is the one that `analyze` makes of the file."""
    expected = analyses["strong.txt"]
    sha256 = expected.document.sha256
    for wanted in (folder / "strong.txt", "strong.txt", sha256[:12], sha256[:4].upper(), sha256, "1", "#1", "Strong"):
        assert printed("show", out, wanted, "-f", "json") == expected.to_json()


def test_the_report_as_text_begins_with_the_place(
    out: Path, folder: Path, analyses: dict[str, Analysis], printed: Shown
) -> None:
    first, _, report = printed("show", out, "strong.txt").partition("\n\n")
    identifier = analyses["strong.txt"].document.sha256[:12]
    assert first == f"{identifier} ({folder / 'strong.txt'}): rank 1 of 4; any from 1 to 3 would be fair"
    assert report == render(analyses["strong.txt"], Format.TEXT)
    assert ": rank 4 of 4\n" in printed("show", out, "white.pdf")


def test_a_page_shows_the_lines_where_they_stand(out: Path, analyses: dict[str, Analysis], printed: Shown) -> None:
    """With what the batch kept of the file, which is not read again."""
    name = "again/near.docx"
    document = read_document(FILES[name], name="near.docx")
    assert printed("show", out, "near.docx", "-f", "html") == render(analyses[name], Format.HTML, document=document)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("strng.txt", "strong.txt"),
        ("nobody at all", "no candidate 'nobody at all'"),
        ("2", "near.docx"),
        ("near", "may be any of"),
        ("north", "no candidate 'north'"),
        ("#2", "near.txt"),
        ("3", "the nearest: 2 and 4"),
        ("99", "the nearest: 4"),
        ("nothing.pdf", "was skipped: the file is empty"),
        ("", "no candidate ''"),
        ("9" * 5000, "no candidate"),
        ("\udcff\x1b[2J", "no candidate"),
    ],
)
def test_who_is_not_found_is_one_line_that_says_who_is_near(
    wanted: str, expected: str, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = refusal(capfd, "show", out, wanted)
    assert expected in line
    assert line.isprintable()


def test_three_letters_of_an_id_are_too_few(
    out: Path, analyses: dict[str, Analysis], capfd: pytest.CaptureFixture[str]
) -> None:
    assert "four letters" in refusal(capfd, "show", out, analyses["white.pdf"].document.sha256[:3] + "z")


@pytest.mark.parametrize("command", [("show", "1"), ("compare", "1", "4")])
def test_a_folder_without_finished_results_is_refused(
    command: tuple[str, ...], out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    name, *candidates = command
    assert "is no folder of results" in refusal(capfd, name, tmp_path, *candidates)
    assert "is no folder of results" in refusal(capfd, name, tmp_path / "nowhere", *candidates)
    copy = shutil.copytree(out, tmp_path / "copy")
    with sqlite3.connect(copy / "journal.sqlite") as connection:
        connection.execute("update results set contract = x'00'")
    connection.close()
    assert "another version of skillgap" in refusal(capfd, name, copy, *candidates)
    with sqlite3.connect(copy / "journal.sqlite") as connection:
        connection.execute("update facts set value = x'6e6f' where name = 'is_complete'")
    connection.close()
    assert "was interrupted" in refusal(capfd, name, copy, *candidates)


def test_a_journal_is_never_written_over(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    journal = out / "journal.sqlite"
    before = journal.read_bytes()
    for command in (("show", out, "1"), ("compare", out, "1", "4")):
        assert "the journal itself" in refusal(capfd, *command, "-f", "md", "-o", journal)
    assert journal.read_bytes() == before


def test_the_command_compares_as_the_library_does(out: Path, analyses: dict[str, Analysis], printed: Shown) -> None:
    """But for the places, which are those of the ranking."""
    result = json.loads(printed("compare", out, "strong.txt", "near.txt", "white.pdf", "-f", "json"))
    first, *others = (analyses[name] for name in ("strong.txt", "near.txt", "white.pdf"))
    places = [each.pop("place") for pair in result["comparisons"] for each in (pair["first"], pair["second"])]
    assert [place["rank"] for place in places] == [1, 2, 1, 4]
    assert places[0] == {"rank": 1, "best": 1, "worst": 3, "of": 4}
    expected = json.loads(side_by_side([first, *others]).to_json())
    for pair in expected["comparisons"]:
        assert (pair["first"].pop("place"), pair["second"].pop("place")) == (None, None)
    assert result == expected


def test_saved_analyses_are_compared_without_a_folder(
    analyses: dict[str, Analysis], tmp_path: Path, printed: Shown, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    for path, name in zip(paths, ("strong.txt", "white.pdf"), strict=True):
        path.write_text(analyses[name].to_json(), "utf-8")
    expected = side_by_side([analyses["strong.txt"], analyses["white.pdf"]])
    assert printed("compare", *paths, "-f", "json") == expected.to_json()
    assert printed("compare", *paths) == render_comparison(expected, PageFormat.TEXT)
    assert "the analysis itself" in refusal(capfd, "compare", *paths, "-o", paths[1])


def test_nobody_is_compared_with_themselves_or_alone(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "the same candidate" in refusal(capfd, "compare", out, "1", "4", "strong.txt")
    assert "the same candidate" in refusal(capfd, "compare", out, "1", "1")
    assert "it takes 2 to 4" in refusal(capfd, "compare", out, "1")
    assert "it takes 2 to 4" in refusal(capfd, "compare", out, *"12345")


def pair(analyses: dict[str, Analysis], *names: str) -> Comparison:
    first, second = (analyses[name] for name in names)
    return compare_analyses(first, second)


def drawn(analyses: Sequence[Analysis], output_format: PageFormat = PageFormat.TEXT) -> str:
    """On long lines, without Markdown's escapes."""
    return render_comparison(side_by_side(analyses), output_format, width=10_000).replace("\\", "")


def test_every_difference_has_what_each_shows_and_the_line(analyses: dict[str, Analysis]) -> None:
    """The lines are the candidate's own for that skill; where nothing is shown there is none."""
    compared = pair(analyses, "strong.txt", "white.pdf")
    claims = {claim.id: claim for claim in analyses["strong.txt"].skills}
    for each in compared.differences:
        assert each.points == pytest.approx(each.first.points - each.second.points)
        assert each.first.points == pytest.approx(each.weight * each.first.credit, abs=1e-4)
        if each.first.points and not each.first.carried_from:
            lines = {(evidence.line, evidence.page) for evidence in claims[each.skill].evidence}
            assert each.first.quote
            assert (each.first.quote.line, each.first.quote.page) in lines
        if not each.first.points and each.skill not in claims:
            assert each.first.quote is None


def test_credit_that_is_carried_over_names_its_skill_and_quotes_it(analyses: dict[str, Analysis]) -> None:
    compared = pair(analyses, "strong.txt", "near.txt")
    carried = [each.first for each in compared.differences if each.first.carried_from and not each.first.reasons]
    names = {claim.id: claim.name for claim in analyses["strong.txt"].skills}
    assert carried
    assert all(each.quote and names[each.quote.skill] == each.carried_from for each in carried)
    assert f"carried over from {carried[0].carried_from}" in drawn([analyses["strong.txt"], analyses["near.txt"]])


@pytest.mark.parametrize("output_format", DRAWN)
def test_candidates_whose_bands_overlap_are_not_told_apart(
    analyses: dict[str, Analysis], output_format: PageFormat
) -> None:
    """That is said plainly, with what a person would have to look at; where they do not overlap there is no such list."""
    near = [analyses["strong.txt"], analyses["near.txt"]]
    far = [analyses["strong.txt"], analyses["white.pdf"]]
    assert [side_by_side(each).comparisons[0].is_told_apart for each in (near, far)] == [False, True]
    for told, other in ((drawn(near, output_format), False), (drawn(far, output_format), True)):
        assert ("this tool does not tell the two apart" in told) is not other
        assert ("What a person would have to look at" in told) is not other
        assert ("do not overlap" in told) is other


def moved_by_doubt(analysis: Analysis, taxonomy: Taxonomy) -> tuple[float, ...]:
    role, level = taxonomy.roles[analysis.target.role], analysis.target.level
    sides = [
        standings_of(SkillProfile(analysis.skills, analysis.score.ownership.lines), taxonomy, certainty=side)
        for side in (-1.0, 1.0)
    ]
    return tuple(overall_of(held_against(role, level, standings)) for standings in sides)


@pytest.mark.parametrize("name", list(FILES))
def test_doubts_are_what_the_levels_add_to_the_band(
    analyses: dict[str, Analysis], name: str, taxonomy: Taxonomy
) -> None:
    """Their points add up to what the levels' doubt moves the score, but for rounding."""
    low, high = moved_by_doubt(analyses[name], taxonomy)
    doubts = pair(analyses, name, name).first.doubts
    assert sum(each.points for each in doubts) == pytest.approx(high - low, abs=0.15)
    assert [each.points for each in doubts] == sorted((each.points for each in doubts), reverse=True)


@pytest.mark.parametrize("output_format", DRAWN)
def test_the_one_above_is_named_first_whatever_the_order(
    analyses: dict[str, Analysis], output_format: PageFormat
) -> None:
    strong, near = analyses["strong.txt"], analyses["near.txt"]
    one, other = strong.resume.basics.name, near.resume.basics.name
    by = f"{strong.score.overall - near.score.overall:.1f}"
    for both in ([strong, near], [near, strong]):
        text = drawn(both, output_format)
        assert f"{one} is {by} points above {other}: " in text
        assert text.index(f"What speaks for {one}") < text.index(f"What speaks for {other}")


@pytest.mark.parametrize("output_format", DRAWN)
def test_warnings_come_before_the_difference(analyses: dict[str, Analysis], output_format: PageFormat) -> None:
    text = drawn([analyses["strong.txt"], analyses["white.pdf"]], output_format)
    warnings = analyses["white.pdf"].document.warnings
    assert warnings
    for each in warnings:
        assert text.index(each.message) < text.index(" points above ")


def test_the_same_resume_in_two_formats_differs_in_nothing(analyses: dict[str, Analysis]) -> None:
    """And the two, who have one name, are told apart by id."""
    compared = pair(analyses, "near.txt", "again/near.docx")
    assert (compared.points, compared.rounding, compared.differences) == (0.0, 0.0, ())
    text = drawn([analyses["near.txt"], analyses["again/near.docx"]])
    assert "have the same score, skill by skill" in text
    for name in ("near.txt", "again/near.docx"):
        assert f"({analyses[name].document.sha256[:12]})" in text


@pytest.mark.parametrize(
    "change", [{"role": "backend-engineer"}, {"level": CareerLevel.SENIOR}, {"track": "middleware"}, {"posting": "x"}]
)
def test_different_targets_are_refused(analyses: dict[str, Analysis], change: dict[str, Any]) -> None:
    one, other = analyses["strong.txt"], analyses["near.txt"]
    with pytest.raises(UsageError, match="different targets"):
        compare_analyses(one, replace(other, target=replace(other.target, **change)))


def test_targets_of_one_name_that_ask_for_other_skills_are_refused(analyses: dict[str, Analysis]) -> None:
    """As two postings of one title do, or two releases of the taxonomy."""
    one, other = analyses["strong.txt"], analyses["near.txt"]
    fewer = replace(other, score=replace(other.score, components=other.score.components[1:]))
    with pytest.raises(UsageError, match="not asked for the same skills"):
        compare_analyses(one, fewer)


@pytest.mark.parametrize("output_format", DRAWN)
def test_a_choice_that_two_meet_by_different_skills_is_one_difference(
    tmp_path: Path, output_format: PageFormat
) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Engineer\n\nRequirements\n\n- Java or Go\n- Kubernetes, Docker or Nomad\n- Linux\n- Git\n")
    analyzer = Analyzer(posting=str(posting), as_of=AS_OF)
    pages = {
        name: analyzer.analyze(written_resume(tmp_path / f"{name}.txt", language), name=f"{name}.txt")
        for name, language in (("one", "Java"), ("other", "Go"))
    }
    found = compare_analyses(pages["one"], pages["other"])
    mirrored = compare_analyses(pages["other"], pages["one"])
    both = {each.name: each for each in (*found.differences, *found.alike)}
    assert {"Go or Java", "Linux"} <= set(both)
    assert found.points == -mirrored.points
    assert [(each.name, -each.points) for each in found.differences] == [
        (each.name, each.points) for each in mirrored.differences
    ]
    assert sum(each.points for each in found.differences) + found.rounding == pytest.approx(found.points)
    text = render_comparison(side_by_side([pages["one"], pages["other"]]), output_format)
    assert "Java: " in text
    assert "Go: " in text


def written_resume(path: Path, language: str) -> Path:
    since = 2016 if language == "Java" else 2023
    path.write_text(
        f"Ines Abravanel\n\nEXPERIENCE\n\nSoftware Engineer, Birchmoor Ltd, {since} - 2024\n"
        f"- Wrote the booking service in {language}.\n- Ran 40 Linux servers and the Docker images on them.\n"
    )
    return path


def test_a_score_that_is_not_the_sum_of_its_parts_is_refused(analyses: dict[str, Analysis]) -> None:
    one, other = analyses["strong.txt"], analyses["near.txt"]
    with pytest.raises(UsageError, match=r"near\.txt: its score is not the sum"):
        compare_analyses(one, replace(other, score=replace(other.score, overall=99.0)))


def test_analyses_made_otherwise_are_compared_with_a_caution(analyses: dict[str, Analysis]) -> None:
    one, other = analyses["strong.txt"], analyses["near.txt"]
    assert "made differently" not in drawn([one, other])
    text = drawn([one, replace(other, as_of="2020-01")])
    assert text.index("made differently") < text.index(" points above ")


def test_a_blind_folder_gives_nothing_but_ids(
    blind: Path, analyses: dict[str, Analysis], folder: Path, printed: Shown
) -> None:
    """In no format of either command is there a name, an address or a file's name."""
    strong, near = (analyses[name].document.sha256[:12] for name in ("strong.txt", "near.txt"))
    said = [printed("compare", blind, strong, near, "-f", each) for each in ("text", "md", "json")]
    said += [printed("show", blind, strong, "-f", each) for each in ("text", "md", "json", "html")]
    basics = analyses["strong.txt"].resume.basics, analyses["near.txt"].resume.basics
    words = {word for each in basics for word in (each.name or "").split()}
    words |= {each.email or "" for each in basics} | {"strong.txt", "near.txt", folder.name}
    assert len(words) >= 7
    for text in said:
        assert strong in text
        assert [word for word in words if word in text] == []


def test_a_blind_folder_does_not_say_which_files_there_are(blind: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for wanted in ("strong.txt", "nothing.pdf", "strong"):
        assert re.search(r"did you mean .*(strong|near|white)", refusal(capfd, "show", blind, wanted)) is None


def test_hostile_names_and_lines_are_text(analyses: dict[str, Analysis]) -> None:
    one, other = analyses["strong.txt"], analyses["white.pdf"]
    basics = replace(one.resume.basics, name=HOSTILE)
    skills = tuple(
        replace(claim, evidence=tuple(replace(each, line=HOSTILE) for each in claim.evidence)) for claim in one.skills
    )
    hostile = replace(one, skills=skills, resume=replace(one.resume, basics=basics))
    compared = side_by_side([hostile, other])
    text = render_comparison(compared, PageFormat.TEXT, width=10_000)
    assert text.count(SHOWN) > 5
    assert all(character == "\n" or character.isprintable() for character in text)
    tokens = MarkdownIt("commonmark").parse(render_comparison(compared, PageFormat.MARKDOWN))
    inline = [each.type for token in tokens for each in token.children or []]
    assert not {"html_inline", "link_open", "image", "em_open", "code_inline"} & set(inline)


def test_a_comparison_is_as_agreed(analyses: dict[str, Analysis], request: pytest.FixtureRequest) -> None:
    actual = render_comparison(
        side_by_side([analyses["strong.txt"], analyses["near.txt"], analyses["white.pdf"]]), PageFormat.TEXT
    )
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(actual, "utf-8")
    assert actual == GOLDEN.read_text("utf-8")
