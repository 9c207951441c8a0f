"""Postings on the command line: what works together, what does not, one line for bad input, and roles to edit."""

import json
from pathlib import Path

import pytest
from conftest import SAMPLES
from test_cli import skillgap

RESUME = SAMPLES / "mid-systems.pdf"
DEVELOPED = Path(__file__).parent / "postings" / "developed"
POSTING = DEVELOPED / "d-09.txt"


def test_a_resume_against_a_posting() -> None:
    result = skillgap("analyze", RESUME, "--posting", POSTING, "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    contract = json.loads(result.stdout)
    assert contract["target"]["posting"] == contract["posting"]["title"]
    assert contract["posting"]["years"] == 5


@pytest.mark.parametrize("output_format", ["text", "md"])
def test_the_report_says_what_the_posting_asks(output_format: str) -> None:
    years, unknown = (
        " ".join(skillgap("analyze", RESUME, "--posting", posting, "--format", output_format).stdout.decode().split())
        for posting in (POSTING, DEVELOPED / "d-04.txt")
    )
    assert "at least 5 years" in years
    assert "what this tool does not know: urban traffic control systems" in unknown


def test_a_posting_is_called_a_posting() -> None:
    """In every reason; our roles are what it stands in the place of."""
    contract = json.loads(skillgap("analyze", RESUME, "--posting", POSTING, "--format", "json").stdout)
    assert contract["gaps"]
    assert all("the posting asks for" in gap["reason"] and "the role" not in gap["reason"] for gap in contract["gaps"])


def test_either_may_come_from_standard_input() -> None:
    posting, resume = POSTING.read_bytes(), RESUME.read_bytes()
    by_posting = skillgap("analyze", RESUME, "--posting", "-", "--format", "json", stdin=posting)
    by_resume = skillgap("analyze", "-", "--posting", POSTING, "--format", "json", stdin=resume)
    assert by_posting.returncode == by_resume.returncode == 0
    assert json.loads(by_posting.stdout)["score"] == json.loads(by_resume.stdout)["score"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("analyze", RESUME, "--posting", POSTING, "--role", "backend-engineer"), "in the place of --role"),
        (("analyze", RESUME, "--posting", POSTING, "--track", "middleware"), "in the place of --role"),
        (("analyze", "-", "--posting", "-"), "can't both come from standard input"),
        (("analyze", RESUME, "--posting", POSTING, "-o", POSTING, "-f", "text"), "is the posting itself"),
        (("analyze", RESUME, "--posting", POSTING, "--level", "chief"), "no level 'chief'"),
        (("roles", "from-posting", POSTING, "-o", "My Role.yaml"), "no name of a role's file"),
        (("roles", "from-posting", POSTING, "-o", "role.json"), "no name of a role's file"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(arguments: tuple[object, ...], expected: str) -> None:
    before = POSTING.read_bytes()
    result = skillgap(*arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    (line,) = result.stderr.decode().splitlines()
    assert expected in line
    assert POSTING.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "code", "expected"),
    [
        ("empty.txt", b"", 3, "is empty"),
        ("broken.pdf", b"%PDF-1.4\nrubbish", 3, "damaged"),
        ("other.json", b'{"name": 1}', 3, "no JSON Resume"),
        ("baker.txt", b"We are looking for a baker who likes mornings.", 2, "no skill is asked for"),
    ],
)
def test_a_bad_posting_is_one_line_and_no_file(
    name: str, content: bytes, code: int, expected: str, tmp_path: Path
) -> None:
    path, output = tmp_path / name, tmp_path / "out" / "role.yaml"
    path.write_bytes(content)
    output.parent.mkdir()
    for arguments in (
        ("analyze", RESUME, "--posting", path, "-o", output.with_suffix(".md")),
        ("roles", "from-posting", path, "-o", output),
    ):
        result = skillgap(*arguments)
        assert (result.returncode, result.stdout) == (code, b"")
        (line,) = result.stderr.decode().splitlines()
        assert line.startswith(f"skillgap: {name}: ")
        assert expected in line
    assert list(output.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["d-02.txt", "d-08.json", "d-10.html", "d-14.txt", "d-15.md"])
def test_a_role_from_a_posting_asks_for_what_the_posting_asks(name: str, tmp_path: Path) -> None:
    """The file is an overlay as it stands, and comparing with it gives what comparing with the posting gives."""
    role = tmp_path / "ours" / "roles" / "wanted.yaml"
    role.parent.mkdir(parents=True)
    assert skillgap("roles", "from-posting", DEVELOPED / name, "-o", role).returncode == 0
    direct = json.loads(skillgap("analyze", RESUME, "--posting", DEVELOPED / name, "-f", "json").stdout)
    arguments = ("--taxonomy", tmp_path / "ours", "--role", "wanted", "--level", direct["target"]["level"])
    result = skillgap("analyze", RESUME, *arguments, "-f", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["score"] == direct["score"]


def test_the_lint_accepts_such_a_role(tmp_path: Path) -> None:
    role = tmp_path / "roles" / "wanted.yaml"
    role.parent.mkdir()
    assert skillgap("roles", "from-posting", POSTING, "-o", role).returncode == 0
    result = skillgap("taxonomy", "lint", "--taxonomy", tmp_path)
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, b"no faults")


def test_the_roles_are_listed_still() -> None:
    result = skillgap("roles")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"software-systems-engineer" in result.stdout


def test_the_measurement_gives_counts(tmp_path: Path) -> None:
    for path in DEVELOPED.glob("d-01.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    result = skillgap("evaluate", "postings", tmp_path, "--details")
    assert result.returncode == 0
    assert b"years       1.000  1 of 1" in result.stdout
    (tmp_path / "d-01.txt").unlink()
    assert skillgap("evaluate", "postings", tmp_path).returncode == 3
