"""The command line as a user meets it: exit codes, one line on stderr, whole files or none, the same bytes every time."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import SAMPLES

SAMPLE = SAMPLES / "mid-systems.pdf"


def skillgap(
    *arguments: object, cwd: Path | None = None, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from skillgap.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, cwd=cwd, input=stdin, env={**os.environ, **environment}, check=False
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("taxonomy", "schema", "skills"),
        ("taxonomy", "new", "resource", "a-book"),
        ("fit", "--questions"),
        ("roles", "show", "storage-engineer"),
    ],
    ids=" ".join,
)
def test_a_dash_is_standard_output_and_a_file_that_was_written_is_named(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    """Whatever the command; the bytes are the same either way."""
    printed, written = (skillgap(*arguments, "-o", each, cwd=tmp_path) for each in ("-", "out.txt"))
    assert (printed.returncode, printed.stderr) == (written.returncode, written.stdout) == (0, b"")
    assert written.stderr == b"wrote out.txt\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_bytes() == printed.stdout != b""


def test_json_on_stdout_is_valid_against_the_printed_schema() -> None:
    schema = json.loads(skillgap("schema").stdout)
    result = skillgap("analyze", SAMPLE, "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(result.stdout))


@pytest.mark.parametrize("output_format", ["json", "html", "text", "md"])
def test_the_same_bytes_whatever_the_hash_seed_and_directory(output_format: str, tmp_path: Path) -> None:
    arguments = ("analyze", SAMPLE.resolve(), "--format", output_format)
    first = skillgap(*arguments, PYTHONHASHSEED="1")
    second = skillgap(*arguments, cwd=tmp_path, PYTHONHASHSEED="2")
    assert first.returncode == 0
    assert first.stdout == second.stdout != b""


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.pdf", b"", "is empty"),
        ("broken.pdf", b"%PDF-1.4\nrubbish", "damaged"),
        ("broken.docx", b"PK\x03\x04rubbish", "damaged"),
        ("picture.pdf", b"GIF89a", "GIF"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old Office"),
    ],
)
def test_bad_input_is_one_line_and_exit_3(name: str, content: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for command in ("analyze", "extract"):
        result = skillgap(command, path)
        assert (result.returncode, result.stdout) == (3, b"")
        (line,) = result.stderr.decode().splitlines()
        assert line.startswith(f"skillgap: {name}: ")
        assert expected in line


def test_missing_directory_encrypted_and_scanned(tmp_path: Path, encrypted_pdf: bytes, scanned_pdf: bytes) -> None:
    (tmp_path / "locked.pdf").write_bytes(encrypted_pdf)
    (tmp_path / "scan.pdf").write_bytes(scanned_pdf)
    for name, expected in (
        ("nobody.pdf", "no such file"),
        (".", "directory"),
        ("locked.pdf", "password"),
        ("scan.pdf", "picture"),
    ):
        result = skillgap("analyze", tmp_path / name)
        assert result.returncode == 3
        (line,) = result.stderr.decode().splitlines()
        assert expected in line


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--role", "softwear-systems-engineer"), "did you mean 'software-systems-engineer'"),
        (("--role", "embedded"), "did you mean 'embedded-software-engineer'"),
        (("--role", "sre"), "did you mean 'site-reliability-engineer'"),
        (("--role", "kernel"), "did you mean --role software-systems-engineer --track kernel-and-drivers"),
        (("--role", "zzz"), "`skillgap roles` lists them"),
        (("--level", "midd"), "did you mean 'mid'"),
        (("--as-of", "yesterday"), "YYYY-MM"),
        (("--format", "docx"), "docx"),
        (("--output", "/nonexistent/folder/report.html"), "there is no folder"),
        (("--output", "."), "is a directory"),
        (("--output", "x" * 300 + ".html"), "can't be written"),
        (("--fail-under", "many"), "--fail-under"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...], expected: str) -> None:
    result = skillgap("analyze", SAMPLE, *arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert expected in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()


def test_the_package_runs_as_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "skillgap", "--version"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, skillgap("--version").stdout, b"")


def test_the_resume_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes((SAMPLES / "graduate.txt").read_bytes())
    result = skillgap("analyze", path, "-o", path)
    assert result.returncode == 2
    assert path.read_bytes() == (SAMPLES / "graduate.txt").read_bytes()


def test_output_files_are_whole_and_named_by_their_suffix(tmp_path: Path) -> None:
    for name, start in (("report.html", b"<!doctype html>"), ("report.json", b"{"), ("report.md", b"# ")):
        result = skillgap("analyze", SAMPLE, "-o", tmp_path / name)
        assert (result.returncode, result.stdout) == (0, b"")
        assert (tmp_path / name).read_bytes()[: len(start)].lower() == start
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.json", "report.md"]


def test_an_unknown_suffix_is_said_before_the_work_starts(tmp_path: Path) -> None:
    result = skillgap("analyze", SAMPLE, "-o", tmp_path / "report.xyz")
    assert result.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_and_a_closed_pipe() -> None:
    command = f"{sys.executable} -c 'from skillgap.cli import main; main()' schema"
    full = subprocess.run(f"{command} > /dev/full", shell=True, capture_output=True, check=False)  # noqa: S602 - the shell's redirection is what is tested
    assert full.returncode == 2
    assert full.stderr.decode().count("\n") == 1
    closed = subprocess.run(["bash", "-c", f"set -o pipefail; {command} | true"], capture_output=True, check=False)  # noqa: S607
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_an_interrupt_is_exit_130() -> None:
    """The signal comes while the document is being read."""
    code = (
        "import os, signal\n"
        "from skillgap.documents.guarded import guarding\n"
        "guarding.start_reading = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)\n"
        "from skillgap.cli import main\n"
        "main(['extract', '-'])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, input=b"", check=False)
    assert (result.returncode, result.stderr) == (130, b"skillgap: interrupted\n")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_no_reader_behind(name: str) -> None:
    """The program leaves by its own exit, which ends what it has started."""
    code = (
        "import os, signal\n"
        "from skillgap.documents.guarded import guarding\n"
        f"guarding.start_reading = lambda *_, **__: os.kill(os.getpid(), signal.{name})\n"
        "from skillgap.cli import main\n"
        "main(['extract', '-'])\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, input=b"", check=False)
    assert (result.returncode, result.stderr) == (128 + getattr(signal, name), b"")


def test_fail_under_is_exit_1_after_the_report() -> None:
    missed = skillgap("analyze", SAMPLES / "nurse.txt", "--fail-under", "50", "--format", "json")
    assert missed.returncode == 1
    assert json.loads(missed.stdout)["score"]["overall"] < 50
    assert skillgap("analyze", SAMPLES / "nurse.txt", "--fail-under", "0").returncode == 0


def test_standard_input() -> None:
    piped = skillgap("analyze", "-", "--format", "json", stdin=SAMPLE.read_bytes())
    named = skillgap("analyze", SAMPLE, "--format", "json")
    assert json.loads(piped.stdout)["score"] == json.loads(named.stdout)["score"]
    assert skillgap("extract", "-", stdin=b"").returncode == 3


def test_a_file_name_that_is_not_utf_8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9sum\xe9.txt"
    Path(os.fsdecode(path)).write_bytes((SAMPLES / "graduate.txt").read_bytes())
    result = skillgap("analyze", os.fsdecode(path), "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["document"]["name"] == "r?sum?.txt"


def test_closed_standard_streams() -> None:
    command = f"{sys.executable} -c 'from skillgap.cli import main; main()'"
    for call in ("extract - <&-", "schema >&-"):
        result = subprocess.run(["bash", "-c", f"{command} {call}"], capture_output=True, check=False)  # noqa: S607
        assert result.returncode == 2
        assert result.stderr.decode().count("\n") == 1


def test_extract_prints_the_text_that_offsets_count_in() -> None:
    text = skillgap("extract", SAMPLE).stdout.decode()
    contract = json.loads(skillgap("analyze", SAMPLE, "--format", "json").stdout)
    for skill in contract["skills"]:
        for evidence in skill["evidence"]:
            assert " ".join(text[evidence["start"] : evidence["end"]].split()) == evidence["text"]


def test_piped_text_has_no_escape_codes() -> None:
    result = skillgap("analyze", SAMPLE)
    assert b"\x1b" not in result.stdout
    assert "Software Systems Engineer" in result.stdout.decode()


def test_roles_version_and_lint(tmp_path: Path) -> None:
    assert "software-systems-engineer" in skillgap("roles").stdout.decode()
    assert skillgap("--version").stdout.decode().startswith("skillgap ")
    assert skillgap("taxonomy", "lint", tmp_path / "none").returncode == 3
    result = skillgap("taxonomy", "lint", tmp_path)
    assert result.returncode == 3
    assert "Traceback" not in result.stderr.decode()


def test_extract_gives_text_json_and_the_annotated_page(tmp_path: Path) -> None:
    """The format is what is asked for, or what the file's name says."""
    text = skillgap("extract", SAMPLE)
    document = json.loads(skillgap("extract", SAMPLE, "--format", "json").stdout)
    assert document["text"] == text.stdout.decode().removesuffix("\n")
    lines = [line for page in document["pages"] for line in page["lines"]]
    assert all(document["text"][line["start"] : line["end"]] == line["text"] for line in lines)
    assert all(line["box"][0] < line["box"][2] and line["spans"] for line in lines)
    html, picture = tmp_path / "seen.html", tmp_path / "seen.png"
    assert skillgap("extract", SAMPLE, "-o", html).returncode == 0
    assert skillgap("extract", SAMPLE, "-o", picture, "--page", "1").returncode == 0
    assert b"<svg" in html.read_bytes()
    assert picture.read_bytes().startswith(b"\x89PNG")
    missing = skillgap("extract", SAMPLE, "-o", tmp_path / "more.png", "--page", "99")
    assert (missing.returncode, b"no page 99" in missing.stderr) == (2, True)


def test_warnings_stand_beside_the_result() -> None:
    attack = SAMPLES.parent / "tests" / "reading" / "visibility" / "hide-white-plain.pdf"
    result = skillgap("extract", attack)
    assert result.returncode == 0
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith(
        "skillgap: hide-white-plain.pdf: text that nobody can see (in the colour of what is behind it)"
    )


def test_reading_that_takes_too_long_is_one_line() -> None:
    result = skillgap("extract", SAMPLE, "--timeout", "0.1")
    if result.returncode:  # a machine that starts Python and reads a page within a tenth of a second is welcome
        assert result.returncode == 3
        assert b"took longer than 0.1 s" in result.stderr


@pytest.mark.parametrize("target", ["/dev/full", "/dev/stdout", "/proc/self/fd/1"])
def test_devices_are_no_output_files(target: str) -> None:
    result = skillgap("extract", SAMPLE, "-f", "text", "-o", target)
    assert (result.returncode, result.stdout) == (2, b"")
    assert len(result.stderr.splitlines()) == 1


def test_a_link_to_the_output_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    assert skillgap("extract", SAMPLE, "-o", link).returncode == 0
    assert link.is_symlink()
    assert real.read_text() == skillgap("extract", SAMPLE).stdout.decode()


def test_names_with_line_breaks_stay_on_one_line(tmp_path: Path) -> None:
    result = skillgap("extract", tmp_path / "no\nbody.pdf")
    assert (result.returncode, len(result.stderr.splitlines())) == (3, 1)


OWN_SKILL = """\
- id: flux-valves
  label: Flux valves
  kind: technology
  definition: Valves for flux.
  aliases: [fluxomatic]
  requires: [programming]
  examples: [Tuned a fluxomatic., "Flux valves, C"]
"""
OWN_ROLE = """\
id: valve-engineer
label: Valve engineer
summary: Keeps the flux in.
source: our own judgement
work: [You listen to valves.]
thrives: [People with good ears.]
finds_it_hard: [People without.]
levels: [{level: mid, typical_years: 2-5, about: Owns a valve.}]
skills:
  - {skill: flux-valves, importance: important, junior: none, mid: working, senior: working, staff: working, basis: judgement}
tracks:
  - id: quiet
    label: quiet valves
    about: Valves that nobody hears.
    skills: [{skill: c, importance: important, junior: none, mid: working, senior: working, staff: working, basis: judgement}]
"""


@pytest.fixture
def own_taxonomy(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "skills" / "foundations").mkdir(parents=True)
    (folder / "roles").mkdir()
    (folder / "skills" / "foundations" / "valves.yaml").write_text(OWN_SKILL)
    (folder / "roles" / "valve-engineer.yaml").write_text(OWN_ROLE)
    return folder


def test_own_skills_and_roles_are_read_and_scored(own_taxonomy: Path, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text("Jo Doe\n\nExperience\n\nEngineer, Acme, 2020 - 2024\n- Rebuilt the fluxomatic from scratch.\n")
    options = ("--taxonomy", own_taxonomy, "--role", "valve-engineer", "--format", "json")
    plain = json.loads(skillgap("analyze", resume, *options).stdout)
    tracked = json.loads(skillgap("analyze", resume, *options, "--track", "quiet").stdout)
    assert [(each["skill"], each["credit"] > 0) for each in plain["score"]["components"]] == [("flux-valves", True)]
    assert plain["strengths"][0]["quote"]["line"] == "Rebuilt the fluxomatic from scratch."
    assert [each["skill"] for each in tracked["score"]["components"]] == ["flux-valves", "c"]
    assert (plain["target"]["track"], tracked["target"]["track"]) == (None, "quiet")
    assert (
        plain["generator"]["taxonomy"]
        != json.loads(skillgap("analyze", resume, "-f", "json").stdout)["generator"]["taxonomy"]
    )


def test_an_own_folder_with_faults_says_them_all_and_writes_nothing(own_taxonomy: Path, tmp_path: Path) -> None:
    (own_taxonomy / "skills" / "foundations" / "valves.yaml").write_text(OWN_SKILL.replace("label:", "lable:"))
    (own_taxonomy / "roles" / "valve-engineer.yaml").write_text(OWN_ROLE.replace("important", "vital"))
    output = tmp_path / "report.html"
    for command in (("analyze", SAMPLE, "-o", output), ("taxonomy", "lint"), ("roles",)):
        result = skillgap(*command, "--taxonomy", own_taxonomy)
        assert (result.returncode, result.stdout) == (3, b"")
        first, *faults = result.stderr.decode().splitlines()
        assert first == "skillgap: the taxonomy has 4 faults:"
        assert all(re.match(r".*/(valves|valve-engineer)\.yaml:\d+: ", fault) for fault in faults)
    assert not output.exists()
